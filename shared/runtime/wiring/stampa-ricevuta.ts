/** Printing of receipts, loaded at the first print as that of the notices is. */
import type { StampaRicevuta } from "../../ports/stampa-ricevuta.ts";

let caricata: Promise<StampaRicevuta> | undefined;

const load = async (): Promise<StampaRicevuta> => {
  const { createStampaRicevutaPdf } = await import("../../adapters/pdf/stampa-ricevuta-pdf.ts");
  return createStampaRicevutaPdf();
};

export const stampaRicevuta: StampaRicevuta = {
  render: async (ricevuta) => {
    caricata ??= load();
    return (await caricata).render(ricevuta);
  },
  renderUnite: async (ricevute, dataStampa) => {
    caricata ??= load();
    return (await caricata).renderUnite(ricevute, dataStampa);
  },
};
