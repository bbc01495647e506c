/** The port `StampaRicevuta` on pdfkit, with the fonts and the tags of the notices. */
import type { RicevutaDaStampare, StampaRicevuta } from "../../ports/stampa-ricevuta.ts";
import { apriFoglio, type Foglio } from "./foglio.ts";
import { type Logo, leggiLogo } from "./logo.ts";
import { impaginaRicevuta } from "./ricevuta.ts";
import type { OpzioniStampa } from "./stampa-avviso-pdf.ts";
import { QUIETANZA_SECONDARIA } from "./testi/quietanza.ts";

export const createStampaRicevutaPdf = ({ compress = true }: OpzioniStampa = {}): StampaRicevuta => {
  // Decoding a logo costs more than the rest of the sheet: it lives as long as the bytes of the registry entry that it comes from.
  const loghi = new WeakMap<Uint8Array, { readonly logo: Logo | undefined }>();
  const logoDi = (byte: Uint8Array): Logo | undefined => {
    const noto = loghi.get(byte) ?? { logo: leggiLogo(byte) };
    loghi.set(byte, noto);
    return noto.logo;
  };
  const scrivi = (foglio: Foglio, ricevuta: RicevutaDaStampare): void => {
    const { ente, linguaSecondaria } = ricevuta;
    impaginaRicevuta(foglio, ricevuta, ente.logo && logoDi(ente.logo), linguaSecondaria && QUIETANZA_SECONDARIA[linguaSecondaria]);
  };
  return {
    async render(ricevuta) {
      const foglio = apriFoglio({
        titolo: `${ricevuta.attestazione ? "Attestazione" : "Ricevuta"} di pagamento ${ricevuta.iuv}`,
        creato: ricevuta.dataRicezione,
        compress,
      });
      scrivi(foglio, ricevuta);
      return Buffer.concat(await foglio.chiudi());
    },
    async renderUnite(ricevute, dataStampa) {
      const foglio = apriFoglio({ titolo: "Ricevute di pagamento", creato: dataStampa, compress });
      for (const [n, ricevuta] of ricevute.entries()) {
        if (n > 0) foglio.nuovaPagina();
        foglio.sezione(() => scrivi(foglio, ricevuta), "Part");
      }
      return Buffer.concat(await foglio.chiudi());
    },
  };
};
