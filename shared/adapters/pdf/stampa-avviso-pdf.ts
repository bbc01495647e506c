/** The port `StampaAvviso` on pdfkit and qrcode: tagged PDF/UA, text that can be selected, a vector QR code. */
import { createHash } from "node:crypto";
import type { StampaAvviso } from "../../ports/stampa-avviso.ts";
import { impaginaAvviso } from "./avviso.ts";
import { apriFoglio } from "./foglio.ts";
import { type Logo, leggiLogo } from "./logo.ts";
import { disegnaQr } from "./qr.ts";

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
  return {
    async render(avviso) {
      const qr = disegnaQr(avviso.qr);
      const logo = avviso.ente.logo === undefined ? undefined : logoDi(avviso.ente.logo);
      const foglio = apriFoglio({
        titolo: `Avviso di pagamento ${avviso.numeroAvviso.replace(/\D/g, "")}`,
        creato: avviso.dataStampa,
        compress,
      });
      impaginaAvviso(foglio, avviso, qr, logo);
      return foglio.chiudi();
    },
  };
};
