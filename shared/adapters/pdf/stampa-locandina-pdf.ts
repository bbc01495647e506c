/** The port `StampaLocandina` on pdfkit, with the fonts and the tags of the notices. */
import type { StampaLocandina } from "../../ports/stampa-locandina.ts";
import { apriFoglio } from "./foglio.ts";
import { impaginaLocandina } from "./locandina.ts";
import { leggiLogo } from "./logo.ts";
import { disegnaQr } from "./qr.ts";
import type { OpzioniStampa } from "./stampa-avviso-pdf.ts";

export const createStampaLocandinaPdf = ({ compress = true }: OpzioniStampa = {}): StampaLocandina => ({
  async render(locandina) {
    const { logo } = locandina.ente;
    const foglio = apriFoglio({ titolo: "Pagina di pagamento", creato: locandina.stampataAlle, compress });
    impaginaLocandina(foglio, locandina, logo && leggiLogo(logo), disegnaQr(locandina.indirizzo));
    return Buffer.concat(await foglio.chiudi());
  },
});
