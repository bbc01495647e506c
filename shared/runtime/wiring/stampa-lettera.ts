/** Printing of the letters, loaded at the first print as that of the notices is. */
import type { StampaLettera } from "../../ports/stampa-lettera.ts";

let caricata: Promise<StampaLettera> | undefined;

const load = async (): Promise<StampaLettera> => {
  const { createStampaLetteraPdf } = await import("../../adapters/pdf/stampa-lettera-pdf.ts");
  return createStampaLetteraPdf();
};

export const stampaLettera: StampaLettera = {
  render: async (lettera) => {
    caricata ??= load();
    return (await caricata).render(lettera);
  },
};
