/** Client of the verifications of the API EC, versions 1 and 2: one GET, a strict time limit, a bounded answer, read by the rules of a PUT. */
import { type Esito, ko } from "../../domain/esito.ts";
import type { ServizioIntegrazione } from "../../ports/sistema-ente.ts";
import type {
  MancataVerifica,
  PendenzaVerificata,
  RichiestaVerificaEnte,
  RispostaVerificaEnte,
  VerificaEnte,
} from "../../ports/verifica-ente.ts";
import type { ErroreHttp, HttpClient } from "./client.ts";

const RISPOSTA_MASSIMA = 512 * 1024;

export type VersioneApiEnte = ServizioIntegrazione["versioneApi"];
/** Reads the text of an answer; the error says, in Italian, what is wrong with it. */
export type ReadVerifica = (testo: string, versione: VersioneApiEnte) => Esito<PendenzaVerificata>;

/** Version 1 asks by payment code, version 2 by notice number (reference 1.13). */
const percorsoDi = (richiesta: RichiestaVerificaEnte, versione: VersioneApiEnte): string => {
  const parti =
    richiesta.operazione === "verifyPendenza"
      ? ["pendenze", richiesta.idA2A, richiesta.idPendenza]
      : ["avvisi", richiesta.idDominio, versione === "REST v1" ? richiesta.iuv : richiesta.numeroAvviso];
  return parti.map(encodeURIComponent).join("/");
};

/** The path is added to that of the base, which keeps its query; nothing of what was asked can change host. */
const urlDi = (base: string, percorso: string): string => {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${percorso}`;
  return url.href;
};

const CAUSE: Readonly<Record<ErroreHttp["causa"], string>> = {
  tempo: "il sistema dell'ente non ha risposto in tempo",
  rete: "il sistema dell'ente non è raggiungibile",
  "troppo-grande": "la risposta del sistema dell'ente è troppo grande",
  interrotta: "il sistema dell'ente non risponde da più chiamate",
};

const falliPer = (causa: MancataVerifica["causa"], dettaglio: string): { readonly ok: false; readonly errore: MancataVerifica } =>
  ko({ causa, dettaglio });

interface Domanda {
  readonly method: "GET" | "POST";
  /** Each encoded by who asks. */
  readonly percorso: string;
  readonly body?: string;
  readonly timeoutMillisecondi: number;
}

/** One question to the creditor's system, whose answer is a verified debt. */
export const askEnte = async (
  http: HttpClient,
  read: ReadVerifica,
  { url: base, versioneApi, auth }: ServizioIntegrazione,
  { method, percorso, body, timeoutMillisecondi }: Domanda,
): Promise<RispostaVerificaEnte> => {
  if (!/^https?:\/\//i.test(base) || !URL.canParse(base))
    return { esito: falliPer("rete", "l'indirizzo del sistema dell'ente non è valido") };
  const url = urlDi(base, percorso);
  const headers = { accept: "application/json", ...(body !== undefined && { "content-type": "application/json" }) };
  const risposta = await http.request({
    ...{ method, url, headers, timeoutMillisecondi, auth },
    ...(body !== undefined && { body }),
    massimoByte: RISPOSTA_MASSIMA,
  });
  const { origin, pathname } = new URL(url);
  const scambio = { url: `${origin}${pathname}` };
  if (!risposta.ok) return { scambio, esito: falliPer(risposta.errore.causa, CAUSE[risposta.errore.causa]) };
  const { status, testo } = risposta.valore;
  const completo = { ...scambio, status, testo };
  // Version 1 answers 200 or 201.
  if (status !== 200 && status !== 201)
    return { scambio: completo, esito: falliPer("http", `il sistema dell'ente ha risposto con lo stato HTTP ${status}`) };
  const letta = read(testo, versioneApi);
  if (letta.ok) return { scambio: completo, esito: letta };
  return { scambio: completo, esito: falliPer("illeggibile", `la risposta del sistema dell'ente non è valida: ${letta.errore}`) };
};

/** @param attesaMillisecondi from connection to last byte. */
export const createVerificaEnte = (http: HttpClient, read: ReadVerifica, attesaMillisecondi: number): VerificaEnte => ({
  verify: ({ servizioIntegrazione }, richiesta) =>
    askEnte(http, read, servizioIntegrazione, {
      method: "GET",
      percorso: percorsoDi(richiesta, servizioIntegrazione.versioneApi),
      timeoutMillisecondi: attesaMillisecondi,
    }),
});
