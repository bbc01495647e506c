/** Report of expected income; the printer is loaded at the first print. */
import type { StampaEntrate } from "../../ports/stampa-entrate.ts";
import { clock } from "./base.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";

let caricata: Promise<StampaEntrate> | undefined;

const load = async (): Promise<StampaEntrate> => {
  const { createStampaEntratePdf } = await import("../../adapters/pdf/stampa-entrate-pdf.ts");
  return createStampaEntratePdf();
};

const stampa: StampaEntrate = {
  render: async (prospetto) => {
    caricata ??= load();
    return (await caricata).render(prospetto);
  },
};

export const porteEntrate = { ...porteRendicontazioni, clock, stampa };
