/**
 * Idempotency-Key: a write that its caller did not hear the answer of may be asked again with the same key, and is done once. The key is
 * taken before the work, marked in the very transaction that changes the state (so that a fall in between cannot make it twice), and keeps
 * the answer for 24 hours, sealed with the key itself: who reads the store does not read answers. Without the header nothing is written.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Operazione } from "../../contracts/operation.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { ChiaveInCorso } from "../../ports/chiave-in-corso.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deposito, Elemento } from "../../ports/deposito.ts";
import { runConChiave } from "../chiave-in-corso.ts";
import { logger } from "../osservabilita.ts";

type RispostaHttp = APIGatewayProxyStructuredResultV2;
type Rifiutata = "SINTASSI" | "CHIAVE_RIUSATA" | "CHIAVE_IN_CORSO";

const DURATA_SECONDI = 86_400;
/** Longer than any function that answers over HTTP: after this whoever took the key is not there any more. */
const PRESA_MILLISECONDI = 60_000;
const RISPOSTA_MASSIMA_BYTE = 200_000;
const FORMA = /^[\x21-\x7e]{1,255}$/;
const tabella = "anagrafiche";

const digest = (...parti: readonly string[]): string => createHash("sha256").update(parti.join("\u0000")).digest("hex");

const seal = (testo: string, chiave: string): string => {
  const iv = randomBytes(12);
  const cifra = createCipheriv("aes-256-gcm", createHash("sha256").update(`risposta\u0000${chiave}`).digest(), iv);
  return Buffer.concat([iv, cifra.update(testo, "utf8"), cifra.final(), cifra.getAuthTag()]).toString("base64");
};

const unseal = (sigillo: string, chiave: string): string => {
  const byte = Buffer.from(sigillo, "base64");
  const cifra = createDecipheriv("aes-256-gcm", createHash("sha256").update(`risposta\u0000${chiave}`).digest(), byte.subarray(0, 12));
  cifra.setAuthTag(byte.subarray(-16));
  return Buffer.concat([cifra.update(byte.subarray(12, -16)), cifra.final()]).toString("utf8");
};

/** What makes a request the same request: a repeated field order or blank is another body. */
const improntaDi = ({ id, method }: Operazione, { rawPath, rawQueryString, body = "", headers }: APIGatewayProxyEventV2): string =>
  digest(id, method, rawPath, rawQueryString, headers["if-match"] ?? "", body);

/** Taken by this request: the work may begin. */
export interface ChiavePresa {
  /** Does the work and keeps its answer; one that may change by itself (conflicts, limits, failures) frees the key, when nothing was changed. */
  run<E extends { readonly risposta: RispostaHttp }>(work: () => Promise<E>): Promise<E>;
}

export type EsitoChiave =
  | { readonly stato: "assente" }
  | { readonly stato: "ripetuta"; readonly risposta: RispostaHttp }
  | { readonly stato: "presa"; readonly chiave: ChiavePresa };

export interface PorteIdempotenza {
  readonly deposito: Pick<Deposito, "commit">;
  readonly clock: Clock;
}

interface Presa extends PorteIdempotenza {
  readonly chiave: string;
  readonly base: Elemento;
  versione: number;
  eseguita: boolean;
}

const PASSEGGERI: readonly number[] = [401, 403, 408, 409, 412, 429];
const isDefinitiva = (status: number): boolean => status < 500 && !PASSEGGERI.includes(status);

const intestazioniDi = (headers: RispostaHttp["headers"] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([nome, valore]) => [nome, String(valore)]));

const closePresa = async (presa: Presa, risposta: RispostaHttp): Promise<void> => {
  const { statusCode = 500, headers, body, isBase64Encoded } = risposta;
  const testo = JSON.stringify({ statusCode, headers: intestazioniDi(headers), body, isBase64Encoded });
  const tenuta = isDefinitiva(statusCode) && Buffer.byteLength(testo) <= RISPOSTA_MASSIMA_BYTE;
  const stato = tenuta ? { stato: "completa", risposta: seal(testo, presa.chiave) } : { stato: presa.eseguita ? "eseguita" : "libera" };
  await presa.deposito.commit([
    { azione: "sostituisci", tabella, elemento: { ...presa.base, ...stato, versione: presa.versione + 1 }, versione: presa.versione },
  ]);
};

/** The write that marks the key as used goes with the first change of state of this request, whatever use case makes it. */
const usoDi = (presa: Presa): ChiaveInCorso => ({
  scrittura: () => {
    if (presa.eseguita) return undefined;
    const elemento = { ...presa.base, stato: "eseguita", versione: presa.versione + 1 };
    return { azione: "sostituisci", tabella, elemento, versione: presa.versione };
  },
  registrata: () => {
    presa.eseguita = true;
    presa.versione += 1;
  },
});

const openPresa = (presa: Presa): ChiavePresa => {
  // The work is done whatever happens to its answer: a key that could not be closed is found as used, or expires.
  const close = (risposta: RispostaHttp): Promise<void> =>
    closePresa(presa, risposta).catch((errore: unknown) => logger.error("chiave di idempotenza non chiusa", { errore: String(errore) }));
  return {
    run: async (work) => {
      try {
        const esito = await runConChiave(usoDi(presa), work);
        await close(esito.risposta);
        return esito;
      } catch (errore) {
        await close({ statusCode: 500 });
        throw errore;
      }
    },
  };
};

const readRisposta = (elemento: Elemento, chiave: string): RispostaHttp => {
  const risposta: RispostaHttp = JSON.parse(unseal(String(elemento["risposta"]), chiave));
  return { ...risposta, headers: { ...risposta.headers, "idempotency-replayed": "true" } };
};

/** Takes the key of a request, or says why not, or gives the answer of the first time. */
export const openIdempotenza = async (
  porte: PorteIdempotenza,
  operazione: Operazione,
  evento: APIGatewayProxyEventV2,
  { tipo, principal }: Chiamante,
): Promise<Esito<EsitoChiave, Rifiuto<Rifiutata>>> => {
  const chiave = evento.headers["idempotency-key"];
  // Strangers have no name: two of them could share a key, and an answer.
  if (chiave === undefined || operazione.method === "GET" || tipo === "anonimo") return ok({ stato: "assente" });
  if (!FORMA.test(chiave)) return rifiuto("SINTASSI", "Idempotency-Key: ammessi da 1 a 255 caratteri ASCII senza spazi");
  const adesso = Date.parse(porte.clock.now());
  const impronta = improntaDi(operazione, evento);
  const base: Elemento = {
    pk: `ACC#IDM#${digest(principal, chiave)}`,
    sk: "IDEMPOTENZA",
    impronta,
    presaFino: adesso + PRESA_MILLISECONDI,
    scadeAlle: Math.floor(adesso / 1000) + DURATA_SECONDI,
  };
  const nuova = { ...base, stato: "in corso", versione: 1 };
  const [contrasto] = await porte.deposito.commit([{ azione: "crea", tabella, elemento: nuova }]);
  const presa = (versione: number) =>
    ok({ stato: "presa", chiave: openPresa({ ...porte, chiave, base, versione, eseguita: false }) } as const);
  if (!contrasto) return presa(1);
  const trovato = contrasto.trovato;
  const versione = Number(trovato?.["versione"]);
  // TTL removes late: an expired key is a new one.
  const scaduta = Number(trovato?.["scadeAlle"]) * 1000 <= adesso;
  if (!trovato || (!scaduta && trovato["impronta"] !== impronta))
    return rifiuto("CHIAVE_RIUSATA", "Idempotency-Key: la stessa chiave ha già accompagnato una richiesta diversa");
  if (!scaduta && trovato["stato"] === "completa") return ok({ stato: "ripetuta", risposta: readRisposta(trovato, chiave) });
  if (!scaduta && trovato["stato"] === "eseguita")
    return rifiuto(
      "CHIAVE_IN_CORSO",
      "Idempotency-Key: la richiesta è già stata eseguita ma la risposta non è conservata, rileggere la risorsa",
    );
  if (!scaduta && trovato["stato"] === "in corso" && Number(trovato["presaFino"]) > adesso)
    return rifiuto("CHIAVE_IN_CORSO", "Idempotency-Key: la stessa richiesta è ancora in corso");
  const contrasti = await porte.deposito.commit([
    { azione: "sostituisci", tabella, elemento: { ...base, stato: "in corso", versione: versione + 1 }, versione },
  ]);
  return contrasti.length === 0
    ? presa(versione + 1)
    : rifiuto("CHIAVE_IN_CORSO", "Idempotency-Key: la stessa richiesta è ancora in corso");
};
