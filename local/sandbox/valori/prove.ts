/** A debt born from a magic value, loaded and paid through the same doors as every other: the table of the values is tried with one press. */
import type { EsitoProva, FamigliaProva, ValoreMagico } from "../../../shared/domain/prova/valori-magici.ts";
import { Rifiuto } from "../comune/http.ts";
import { formatImporto } from "../comune/importi.ts";
import type { Contesto } from "../contesto.ts";
import { APPLICAZIONE, basic } from "../credenziali.ts";
import { CREDITORI } from "../seed-dati.ts";

export type Valore = ValoreMagico & { readonly esito: EsitoProva };

export interface Prova {
  readonly idPendenza: string;
  readonly esito: EsitoProva;
  readonly idDominio: string;
  readonly numeroAvviso: string;
  /** Cents. */
  readonly importo: bigint;
  readonly codiceFiscale: string;
  readonly posta: string;
  /** What the last action on it gave, in words. */
  readonly ultimo?: string;
}

export interface Prove {
  /** Loads the debt. @throws Rifiuto 502 with what the gateway said. */
  create(valore: Valore): Promise<Prova>;
  get(idPendenza: string): Prova | undefined;
  note(prova: Prova, ultimo: string): void;
  /** State of the debt as its application reads it; undefined when the gateway does not say. */
  stato(prova: Prova): Promise<string | undefined>;
  /** Starts a payment from a portal. Answers where the browser goes, or why it goes nowhere. */
  avvia(prova: Prova): Promise<{ readonly redirect: string } | { readonly rifiuto: string }>;
}

const ORDINARIO = { importo: 2_500n, codiceFiscale: "RSSMRA85T10A562S", posta: "mario.rossi@posta.example" };
const ATTESA_MS = 30_000;

/** Messages to citizens are of one type of the second creditor; everything else is of the first. */
const dove = (famiglia: FamigliaProva): { readonly idDominio: string; readonly tipo: string } =>
  famiglia === "comunicazione"
    ? { idDominio: CREDITORI[1]?.idDominio ?? "", tipo: "MENSA" }
    : { idDominio: CREDITORI[0]?.idDominio ?? "", tipo: "LIBERO" };

/** Euro as JSON writes them, without passing through a float. */
const corpoDi = (prova: Omit<Prova, "numeroAvviso">, tipo: string): string => {
  const { idDominio, esito, codiceFiscale, posta } = prova;
  const causale = `Prova ${esito}`;
  const testo = JSON.stringify({
    ...{ idTipoPendenza: tipo, idDominio, causale, importo: "€" },
    soggettoPagatore: { tipo: "F", identificativo: codiceFiscale, anagrafica: "Prova Magica", email: posta },
    voci: [{ idVocePendenza: "1", importo: "€", descrizione: causale, codEntrata: tipo }],
  });
  return testo.replaceAll('"€"', formatImporto(prova.importo));
};

interface Risposta {
  readonly stato: number;
  readonly corpo: Readonly<Record<string, unknown>>;
  readonly testo: string;
}

export const createProve = ({ archivio, macchina }: Contesto): Prove => {
  const prove = archivio.raccolta<Prova>("prove");
  const chiama = async (metodo: string, percorso: string, corpo?: string): Promise<Risposta> => {
    const risposta = await fetch(`${macchina.baseUrl}${percorso}`, {
      ...{ method: metodo, signal: AbortSignal.timeout(ATTESA_MS) },
      headers: { authorization: basic(APPLICAZIONE), "content-type": "application/json", accept: "application/json" },
      ...(corpo === undefined ? {} : { body: corpo }),
    });
    const testo = await risposta.text();
    try {
      return { stato: risposta.status, corpo: Object(JSON.parse(testo)), testo };
    } catch {
      return { stato: risposta.status, corpo: {}, testo };
    }
  };
  const percorsoDi = (idPendenza: string): string => `/pendenze/v2/pendenze/${APPLICAZIONE.idA2A}/${idPendenza}`;
  const spiega = ({ stato, corpo, testo }: Risposta): string => {
    const { descrizione, dettaglio } = corpo;
    return `${stato} ${[descrizione, dettaglio].filter((parte) => typeof parte === "string").join(": ") || testo.slice(0, 200)}`;
  };

  return {
    create: async ({ esito, famiglia, importo, codiceFiscale, posta }) => {
      const idPendenza = `PROVA-${esito}-${archivio.next("prova")}`;
      const { idDominio, tipo } = dove(famiglia);
      // The amount is enough by itself where there is one: the debtor stays ordinary, so that one value shows what it does.
      const debitore = importo === undefined ? (codiceFiscale ?? ORDINARIO.codiceFiscale) : ORDINARIO.codiceFiscale;
      const prova = {
        idPendenza,
        esito,
        idDominio,
        importo: importo ?? ORDINARIO.importo,
        codiceFiscale: debitore,
        posta: posta ?? ORDINARIO.posta,
      };
      const risposta = await chiama("PUT", percorsoDi(idPendenza), corpoDi(prova, tipo));
      const { numeroAvviso } = risposta.corpo;
      if (typeof numeroAvviso !== "string") throw new Rifiuto(502, `La pendenza non è stata caricata: ${spiega(risposta)}`);
      const creata = { ...prova, numeroAvviso };
      prove.put(idPendenza, creata);
      return creata;
    },
    get: (idPendenza) => prove.get(idPendenza),
    note: (prova, ultimo) => prove.put(prova.idPendenza, { ...prova, ultimo }),
    stato: async ({ idPendenza }) => {
      const { stato } = (await chiama("GET", percorsoDi(idPendenza))).corpo;
      return typeof stato === "string" ? stato : undefined;
    },
    avvia: async ({ idPendenza }) => {
      const urlRitorno = `${macchina.baseUrl}/sandbox/valori/prove/${idPendenza}`;
      const corpo = JSON.stringify({ pendenze: [{ idA2A: APPLICAZIONE.idA2A, idPendenza }], urlRitorno });
      const risposta = await chiama("POST", "/pagamento/v2/pagamenti", corpo);
      const { redirect } = risposta.corpo;
      return typeof redirect === "string" ? { redirect } : { rifiuto: spiega(risposta) };
    },
  };
};
