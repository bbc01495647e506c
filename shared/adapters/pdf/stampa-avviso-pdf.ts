/** The port `StampaAvviso` on pdfkit and qrcode: tagged PDF/UA, text that can be selected, vector QR and DataMatrix. */
import { createHash } from "node:crypto";
import { setImmediate as turno } from "node:timers/promises";
import type { AvvisoDaStampare, StampaAvviso } from "../../ports/stampa-avviso.ts";
import { impaginaAvviso } from "./avviso.ts";
import { disegnaDataMatrix } from "./data-matrix/data-matrix.ts";
import { apriFoglio, type Foglio } from "./foglio.ts";
import { type Logo, leggiLogo } from "./logo.ts";
import { disegnaQr } from "./qr.ts";
import { ITALIANO, TESTI_SECONDARI } from "./testi/testi.ts";

export interface OpzioniStampa {
  /** False leaves the content of the file readable, for tests. */
  readonly compress?: boolean;
}

const LOGHI_RICORDATI = 32;

/** Decoding a logo costs more than the rest of the notice, and a function instance prints few creditors: the last ones are remembered. */
const ricordaLoghi = (): ((byte: Uint8Array) => Logo | undefined) => {
  const noti = new Map<string, Logo | undefined>();
  return (byte) => {
    const chiave = createHash("sha256").update(byte).digest("base64");
    const logo = noti.has(chiave) ? noti.get(chiave) : leggiLogo(byte);
    noti.delete(chiave);
    noti.set(chiave, logo);
    const vecchia = noti.keys().next().value;
    if (noti.size > LOGHI_RICORDATI && vecchia !== undefined) noti.delete(vecchia);
    return logo;
  };
};

/** One per process: it remembers fonts and logos. See `font/README.md` for the files that must be deployed beside the code. */
export const createStampaAvvisoPdf = ({ compress = true }: OpzioniStampa = {}): StampaAvviso => {
  const logoDi = ricordaLoghi();

  const scrivi = (foglio: Foglio, avviso: AvvisoDaStampare): void => {
    if (avviso.pagamenti.length === 0) throw new Error("Un avviso senza pagamenti non si stampa");
    impaginaAvviso({
      foglio,
      avviso,
      logo: avviso.ente.logo === undefined ? undefined : logoDi(avviso.ente.logo),
      testi: ITALIANO,
      seconda: avviso.linguaSecondaria && TESTI_SECONDARI[avviso.linguaSecondaria],
      qr: ({ qr }) => disegnaQr(qr),
      dataMatrix: ({ bollettino }) => bollettino && disegnaDataMatrix(bollettino.dataMatrix),
    });
  };

  return {
    async render(avviso) {
      const numeri = avviso.pagamenti.map(({ numeroAvviso }) => numeroAvviso.replace(/\D/g, ""));
      const titolo =
        numeri.length === 1 ? `Avviso di pagamento ${numeri[0]}` : `Avviso di pagamento ${numeri[0]} e altri ${numeri.length - 1}`;
      const foglio = apriFoglio({ titolo, creato: avviso.dataStampa, compress });
      scrivi(foglio, avviso);
      return Buffer.concat(await foglio.chiudi());
    },
    async *renderUniti(avvisi, dataStampa) {
      const foglio = apriFoglio({ titolo: "Avvisi di pagamento", creato: dataStampa, compress });
      let primo = true;
      for await (const avviso of avvisi) {
        if (!primo) foglio.nuovaPagina();
        primo = false;
        foglio.sezione(() => scrivi(foglio, avviso), "Part");
        // The stream of the document moves only between turns of the event loop: without one, everything would pile up in memory.
        await turno();
        yield* foglio.ritira();
      }
      yield* await foglio.chiudi();
    },
  };
};
