/** The port `StampaRicevuta` on pdfkit, with the fonts and the tags of the notices. */
import type { StampaRicevuta } from "../../ports/stampa-ricevuta.ts";
import { apriFoglio } from "./foglio.ts";
import { leggiLogo } from "./logo.ts";
import { impaginaRicevuta } from "./ricevuta.ts";
import type { OpzioniStampa } from "./stampa-avviso-pdf.ts";

export const createStampaRicevutaPdf = ({ compress = true }: OpzioniStampa = {}): StampaRicevuta => ({
  async render(ricevuta) {
    const { logo } = ricevuta.ente;
    const foglio = apriFoglio({ titolo: `Ricevuta di pagamento ${ricevuta.iuv}`, creato: ricevuta.dataRicezione, compress });
    impaginaRicevuta(foglio, ricevuta, logo && leggiLogo(logo));
    return Buffer.concat(await foglio.chiudi());
  },
});
