/** The port `StampaLettera` on pdfkit, with the fonts and the tags of the notices. */
import type { StampaLettera } from "../../ports/stampa-lettera.ts";
import { apriFoglio } from "./foglio.ts";
import { impaginaLettera } from "./lettera.ts";
import { leggiLogo } from "./logo.ts";
import type { OpzioniStampa } from "./stampa-avviso-pdf.ts";

export const createStampaLetteraPdf = ({ compress = true }: OpzioniStampa = {}): StampaLettera => ({
  async render(lettera) {
    const { logo } = lettera.ente;
    const foglio = apriFoglio({ titolo: lettera.oggetto, creato: lettera.stampataAlle, compress });
    impaginaLettera(foglio, lettera, logo && leggiLogo(logo));
    return Buffer.concat(await foglio.chiudi());
  },
});
