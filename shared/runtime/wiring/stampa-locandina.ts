/** Printing of the posters, loaded at the first print as that of the notices is. */
import type { StampaLocandina } from "../../ports/stampa-locandina.ts";

let caricata: Promise<StampaLocandina> | undefined;

const load = async (): Promise<StampaLocandina> => {
  const { createStampaLocandinaPdf } = await import("../../adapters/pdf/stampa-locandina-pdf.ts");
  return createStampaLocandinaPdf();
};

export const stampaLocandina: StampaLocandina = {
  render: async (locandina) => {
    caricata ??= load();
    return (await caricata).render(locandina);
  },
};
