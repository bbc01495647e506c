/** Every call to the demonstration application goes through here: it is written down with the answer it was given, which the page or a magic value may have chosen. */
import type { ServerResponse } from "node:http";
import { type EsitoProva, findEsitoProva } from "../../../shared/domain/prova/valori-magici.ts";
import { type Gestore, json, Rifiuto, type Risposta } from "../comune/http.ts";
import { parseImporto } from "../comune/importi.ts";
import type { Contesto } from "../contesto.ts";
import { createDiario, type Diario, type EsitoFirma, intestazioniDi, type Maniera } from "./diario.ts";

export interface Ricezione {
  readonly diario: Diario;
  /** Wraps the handler of one kind of call. `firma` judges those that are signed. */
  receive(tipo: string, gestore: Gestore, firma?: (richiesta: Parameters<Gestore>[0]) => Promise<EsitoFirma>): Gestore;
}

const VOLTE_DI_RIPRESA = 2;
const LENTO_MILLISECONDI = 20_000;

type Oggetto = Readonly<Record<string, unknown>>;
const isOggetto = (valore: unknown): valore is Oggetto => typeof valore === "object" && valore !== null;

const readCorpo = (testo: string): unknown => {
  try {
    return JSON.parse(testo);
  } catch {
    return undefined;
  }
};

/** The first outcome that any amount or tax code of a message asks for: messages differ, the values in them do not. */
const esitoDi = (valore: unknown): EsitoProva | undefined => {
  if (typeof valore === "number" || typeof valore === "string") {
    const testo = String(valore);
    return findEsitoProva({ importo: parseImporto(testo), codiceFiscale: testo }, ["notifica"]);
  }
  if (!isOggetto(valore)) return undefined;
  for (const parte of Object.values(valore)) {
    const esito = esitoDi(parte);
    if (esito !== undefined) return esito;
  }
  return undefined;
};

const manieraDi = (esito: EsitoProva | undefined, volta: number): Maniera | undefined => {
  const comune = { volte: 1, millisecondi: LENTO_MILLISECONDI, stato: 500 } as const;
  if (esito === "NOTIFICA_RIFIUTATA") return { ...comune, tipo: "errore" };
  if (esito === "NOTIFICA_RIPRESA" && volta <= VOLTE_DI_RIPRESA) return { ...comune, tipo: "errore", stato: 503 };
  return esito === "NOTIFICA_LENTA" ? { ...comune, tipo: "lento" } : undefined;
};

/** Addresses name the debt; so do the bodies of the messages whose address does not. */
const debitoDi = (parametri: Readonly<Record<string, string>>, corpo: unknown): string | undefined => {
  const { iuv, subject } = isOggetto(corpo) ? corpo : {};
  return [parametri["iuv"], iuv, subject].flatMap((valore) => (typeof valore === "string" && valore !== "" ? [valore] : []))[0];
};

/** False when the caller left before. */
const waitUntil = (millisecondi: number, res: ServerResponse): Promise<boolean> =>
  new Promise((resolve) => {
    const attesa = setTimeout(() => resolve(true), millisecondi);
    res.once("close", () => {
      clearTimeout(attesa);
      resolve(false);
    });
  });

const rispostaDi = async (
  maniera: Maniera | undefined,
  res: ServerResponse,
  lavoro: () => ReturnType<Gestore>,
): Promise<Risposta | undefined> => {
  if (maniera?.tipo === "errore") {
    const { stato } = maniera;
    return json(stato, { categoria: "INTERNO", codice: String(stato), descrizione: "Risposta chiesta alla sandbox" });
  }
  // Who has stopped waiting is not served: the call will come again.
  if (maniera?.tipo === "lento" && !(await waitUntil(maniera.millisecondi, res))) return undefined;
  return lavoro();
};

/** A refusal is an answer like the others, and is written down like them. */
const conRifiuto = async (lavoro: () => Promise<Risposta | undefined>): Promise<Risposta | undefined> => {
  try {
    return await lavoro();
  } catch (errore) {
    if (errore instanceof Rifiuto) return json(errore.stato, { errore: errore.message });
    throw errore;
  }
};

export const createRicezione = (contesto: Contesto): Ricezione => {
  const diario = createDiario(contesto);
  return {
    diario,
    receive: (tipo, gestore, firma) => async (richiesta, res) => {
      const inizio = performance.now();
      const ricevutaIl = contesto.istante();
      const testo = await richiesta.testo();
      const corpo = readCorpo(testo);
      const { metodo, url, req, parametri } = richiesta;
      const idWebhook = req.headers["webhook-id"];
      const chiave = `${metodo} ${url.pathname} ${typeof idWebhook === "string" ? idWebhook : ""}`;
      const volta = diario.count(chiave);
      const giudizio = await firma?.(richiesta);
      const maniera = diario.take() ?? manieraDi(esitoDi(corpo), volta);
      const risposta = await conRifiuto(() => rispostaDi(maniera, res, async () => gestore(richiesta, res)));
      const debito = debitoDi(parametri, corpo);
      diario.add({
        ...{ tipo, ricevutaIl, metodo, indirizzo: `${url.pathname}${url.search}`, intestazioni: intestazioniDi(richiesta) },
        ...{ corpo: testo, byte: Buffer.byteLength(testo), chiave, volta },
        ...(debito === undefined ? {} : { debito }),
        ...(giudizio === undefined ? {} : { firma: giudizio }),
        ...{ stato: risposta?.stato ?? 0, risposta: String(risposta?.corpo ?? "") },
        millisecondi: Math.round(performance.now() - inizio),
      });
      return risposta;
    },
  };
};
