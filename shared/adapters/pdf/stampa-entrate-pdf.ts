/** The port `StampaEntrate` on pdfkit, with the fonts and the tags of the notices, on landscape sheets. */
import type { StampaEntrate } from "../../ports/stampa-entrate.ts";
import { impaginaEntrate } from "./entrate.ts";
import { apriFoglio } from "./foglio.ts";
import type { OpzioniStampa } from "./stampa-avviso-pdf.ts";

export const createStampaEntratePdf = ({ compress = true }: OpzioniStampa = {}): StampaEntrate => ({
  async render(prospetto) {
    const foglio = apriFoglio({ titolo: "Entrate previste", creato: prospetto.stampatoAlle, compress, orizzontale: true });
    impaginaEntrate(foglio, prospetto);
    return Buffer.concat(await foglio.chiudi());
  },
});
