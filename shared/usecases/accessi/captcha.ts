/**
 * The proof that an anonymous caller gives. Our own is a calculation: the browser looks for a number that, after a challenge signed by us, gives a digest
 * that begins with enough zeros. A challenge lasts minutes and is good once; nothing is kept until it is used.
 */
import { bitAZero, type CaptchaEsterno, type ModoCaptcha, readCaptcha } from "../../domain/accessi/captcha.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Cifra } from "../../ports/accessi.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Digest, UsoSingolo, VerificaCaptcha } from "../../ports/captcha.ts";
import type { Clock } from "../../ports/clock.ts";

export interface PorteCaptcha {
  readonly anagrafiche: Pick<Anagrafiche, "getSezione">;
  readonly clock: Clock;
  readonly cifra: Cifra;
  readonly digest: Digest;
  readonly usi: UsoSingolo;
  readonly verifica: VerificaCaptcha;
  readonly segnala: (motivo: string) => void;
}

export type DescrizioneCaptcha =
  | { readonly tipo: "NESSUNO" }
  | { readonly tipo: "FIORINO"; readonly sfida: string; readonly difficolta: number; readonly scade: string }
  | { readonly tipo: "ESTERNO"; readonly siteKey: string; readonly parametro: string };

const DURATA_MILLISECONDI = 5 * 60_000;
const BYTE_NOME = 16;
const PARAMETRO = "gRecaptchaResponse";

const getModo = async ({ anagrafiche }: Pick<PorteCaptcha, "anagrafiche">): Promise<ModoCaptcha> =>
  readCaptcha(await anagrafiche.getSezione("hardening"));

/** What a page has to do; our challenge is made anew each time. */
export const describeCaptcha = (porte: Pick<PorteCaptcha, "anagrafiche" | "clock" | "cifra">) => async (): Promise<DescrizioneCaptcha> => {
  const modo = await getModo(porte);
  if (modo.tipo === "NESSUNO") return modo;
  if (modo.tipo === "ESTERNO") return { tipo: "ESTERNO", siteKey: modo.servizio.siteKey, parametro: PARAMETRO };
  const { clock, cifra } = porte;
  const { difficolta } = modo;
  const scadeAlle = Date.parse(clock.now()) + DURATA_MILLISECONDI;
  const corpo = `${cifra.random(BYTE_NOME)}.${scadeAlle}.${difficolta}`;
  return { tipo: "FIORINO", sfida: `${corpo}.${cifra.digest(`sfida:${corpo}`)}`, difficolta, scade: new Date(scadeAlle).toISOString() };
};

const SFIDA = /^([\w-]{22})\.(\d{13})\.(\d{1,2})\.([\w-]{43}):(\d{1,10})$/;

/** `<challenge>:<number>`, as the page sends it. Errors: why it is not good, for who wrote the page. */
const checkProva = async (
  { clock, cifra, digest, usi }: PorteCaptcha,
  risposta: string,
  difficoltaMinima: number,
): Promise<string | undefined> => {
  const [, nome = "", scadeAlle = "", difficolta = "", firma = ""] = SFIDA.exec(risposta) ?? [];
  // Keyed: whoever tries signatures learns nothing from the time that a comparison takes.
  if (
    nome === "" ||
    cifra.digest(`verifica:${firma}`) !== cifra.digest(`verifica:${cifra.digest(`sfida:${nome}.${scadeAlle}.${difficolta}`)}`)
  )
    return "la sfida non è di questa installazione";
  if (Number(scadeAlle) <= Date.parse(clock.now())) return "la sfida è scaduta";
  // The setting may have been raised meanwhile: what was asked for is what is owed, as long as the challenge lasts.
  if (bitAZero(digest.sha256(risposta)) < Math.min(Number(difficolta), difficoltaMinima)) return "il numero non risolve la sfida";
  return (await usi.take(`sfida:${nome}`, new Date(Number(scadeAlle)).toISOString())) ? undefined : "la sfida è già stata usata";
};

const checkEsterno = async (
  { verifica, segnala }: PorteCaptcha,
  servizio: CaptchaEsterno,
  risposta: string,
  indirizzo: string,
): Promise<string | undefined> => {
  try {
    const esito = await verifica.verify(servizio, risposta, indirizzo);
    return esito.ok ? undefined : esito.errore;
  } catch (errore) {
    segnala(errore instanceof Error ? errore.message : String(errore));
    return servizio.denyOnFail ? "il servizio del captcha non risponde: riprovare" : undefined;
  }
};

export interface RichiestaCaptcha {
  readonly chiamante: Pick<Chiamante, "tipo">;
  readonly risposta: string | undefined;
  readonly indirizzo: string;
}

/** Asked only of who does not say who it is, and only where the installation wants it. */
export const checkCaptcha =
  (porte: PorteCaptcha) =>
  async ({ chiamante, risposta, indirizzo }: RichiestaCaptcha): Promise<Esito<void, Rifiuto<"CAPTCHA">>> => {
    if (chiamante.tipo !== "anonimo") return ok(undefined);
    const modo = await getModo(porte);
    if (modo.tipo === "NESSUNO") return ok(undefined);
    if (risposta === undefined || risposta === "") return rifiuto("CAPTCHA", `${PARAMETRO}: obbligatorio per chi non ha acceduto`);
    const difetto =
      modo.tipo === "FIORINO"
        ? await checkProva(porte, risposta, modo.difficolta)
        : await checkEsterno(porte, modo.servizio, risposta, indirizzo);
    return difetto === undefined ? ok(undefined) : rifiuto("CAPTCHA", `${PARAMETRO}: ${difetto}`);
  };
