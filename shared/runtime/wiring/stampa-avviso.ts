/** Printing of notices, loaded at the first print: fonts and drawing weigh a megabyte that a function which only may print must not import at start. */
import type { StampaAvviso } from "../../ports/stampa-avviso.ts";

let caricata: Promise<StampaAvviso> | undefined;

const load = async (): Promise<StampaAvviso> => {
  const { createStampaAvvisoPdf } = await import("../../adapters/pdf/stampa-avviso-pdf.ts");
  return createStampaAvvisoPdf();
};

const stampa = (): Promise<StampaAvviso> => {
  caricata ??= load();
  return caricata;
};

export const stampaAvviso: StampaAvviso = {
  render: async (avviso) => (await stampa()).render(avviso),
  async *renderUniti(avvisi, dataStampa) {
    yield* (await stampa()).renderUniti(avvisi, dataStampa);
  },
};
