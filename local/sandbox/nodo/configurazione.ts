/**
 * What the Node knows of creditors and stations. The real one has it from pagoPA's Backoffice; here the gateway's own Backoffice API plays
 * that part (read as administrator, remembered for five seconds, then read again aside), and the seed's data stand in when it does not answer.
 */
import { AMMINISTRATORE, basic } from "../credenziali.ts";
import { CREDITORI, STAZIONE } from "../seed-dati.ts";

export interface EnteCensito {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  /** Absent for a creditor that is only a beneficiary here (not intermediated). */
  readonly idStazione?: string;
  readonly idIntermediario?: string;
  /** Primitive version of the station: decides paGetPayment/paSendRT or their V2. */
  readonly versionePrimitiva: 1 | 2;
  readonly abilitato: boolean;
  /** IBANs registered for the creditor; undefined when they could not be read. */
  readonly iban?: readonly string[];
}

export interface Configurazione {
  /** The creditor, asking again at once when it is not among the remembered ones. */
  find(idDominio: string): Promise<EnteCensito | undefined>;
  list(): Promise<readonly EnteCensito[]>;
}

const MEMORIA_MS = 5_000;
/** Older than this, what is remembered is not even used while it is read again. */
const MEMORIA_MASSIMA_MS = 60_000;
const ATTESA_MS = 5_000;
const PER_PAGINA = 200;

type Oggetto = Record<string, unknown>;
const isOggetto = (valore: unknown): valore is Oggetto => typeof valore === "object" && valore !== null && !Array.isArray(valore);
const testo = (valore: unknown): string | undefined => (typeof valore === "string" && valore !== "" ? valore : undefined);

/** idIntermediario of a station: its id is `{codice fiscale}_{progressivo}`. */
const intermediarioDi = (idStazione: string): string => idStazione.split("_")[0] ?? "";

const daSeed = (): EnteCensito[] =>
  CREDITORI.map((creditore) => ({
    idDominio: creditore.idDominio,
    ragioneSociale: creditore.dati.ragioneSociale,
    idStazione: STAZIONE.idStazione,
    idIntermediario: intermediarioDi(STAZIONE.idStazione),
    versionePrimitiva: 2,
    abilitato: true,
    iban: creditore.conti.map((conto) => conto.iban),
  }));

const leggi = async (indirizzo: string): Promise<Oggetto | undefined> => {
  try {
    const risposta = await fetch(indirizzo, {
      headers: { authorization: basic(AMMINISTRATORE), accept: "application/json" },
      signal: AbortSignal.timeout(ATTESA_MS),
    });
    if (!risposta.ok) return undefined;
    const corpo: unknown = await risposta.json();
    return isOggetto(corpo) ? corpo : undefined;
  } catch {
    return undefined;
  }
};

/** Every page of a Backoffice list; undefined when the first one does not answer. */
const leggiElenco = async (indirizzo: string): Promise<Oggetto[] | undefined> => {
  const righe: Oggetto[] = [];
  for (let pagina = 1; pagina <= 50; pagina += 1) {
    const corpo = await leggi(`${indirizzo}?pagina=${pagina}&risultatiPerPagina=${PER_PAGINA}`);
    if (corpo === undefined) return pagina === 1 ? undefined : righe;
    const risultati = Array.isArray(corpo.risultati) ? corpo.risultati.filter(isOggetto) : [];
    righe.push(...risultati);
    if (risultati.length < PER_PAGINA) break;
  }
  return righe;
};

const idStazioneDi = (dominio: Oggetto): string | undefined => {
  const stazione = dominio.stazione;
  return testo(stazione) ?? (isOggetto(stazione) ? testo(stazione.idStazione) : undefined);
};

const leggiEnte = async (base: string, voce: Oggetto, versioni: Map<string, Promise<1 | 2>>): Promise<EnteCensito | undefined> => {
  const idDominio = testo(voce.idDominio);
  if (idDominio === undefined) return undefined;
  const [dettaglio, conti] = await Promise.all([
    idStazioneDi(voce) === undefined ? leggi(`${base}/domini/${idDominio}`) : voce,
    leggiElenco(`${base}/domini/${idDominio}/contiAccredito`),
  ]);
  const dominio = dettaglio ?? voce;
  const idStazione = idStazioneDi(dominio);
  const iban = conti?.map((conto) => testo(conto.ibanAccredito) ?? testo(conto.iban) ?? "").filter((codice) => codice !== "");
  return {
    idDominio,
    ragioneSociale: testo(dominio.ragioneSociale) ?? idDominio,
    ...(idStazione === undefined ? {} : { idStazione, idIntermediario: intermediarioDi(idStazione) }),
    versionePrimitiva: idStazione === undefined ? 2 : await leggiVersione(base, idStazione, versioni),
    abilitato: dominio.abilitato !== false,
    ...(iban === undefined ? {} : { iban }),
  };
};

const leggiVersione = (base: string, idStazione: string, versioni: Map<string, Promise<1 | 2>>): Promise<1 | 2> => {
  const nota = versioni.get(idStazione);
  if (nota !== undefined) return nota;
  const chiesta = leggi(`${base}/intermediari/${intermediarioDi(idStazione)}/stazioni/${idStazione}`).then((stazione): 1 | 2 =>
    stazione?.versione === "V1" ? 1 : 2,
  );
  versioni.set(idStazione, chiesta);
  return chiesta;
};

const leggiTutti = async (baseUrl: string): Promise<readonly EnteCensito[]> => {
  const base = `${baseUrl}/backoffice/v1`;
  const domini = await leggiElenco(`${base}/domini`);
  if (domini === undefined) return daSeed();
  const versioni = new Map<string, Promise<1 | 2>>();
  const enti = await Promise.all(domini.map((dominio) => leggiEnte(base, dominio, versioni)));
  return enti.filter((ente) => ente !== undefined);
};

export const createConfigurazione = (baseUrl: string): Configurazione => {
  let letta: Promise<readonly EnteCensito[]> | undefined;
  let lettaIl = 0;
  let inLettura = false;
  const rileggi = (): Promise<readonly EnteCensito[]> => {
    lettaIl = performance.now();
    letta = leggiTutti(baseUrl);
    return letta;
  };
  /** Pays during a busy day do not wait for the registry every five seconds. */
  const rileggiADisparte = async (): Promise<void> => {
    if (inLettura) return;
    inLettura = true;
    try {
      const nuova = await leggiTutti(baseUrl);
      lettaIl = performance.now();
      letta = Promise.resolve(nuova);
    } finally {
      inLettura = false;
    }
  };
  const list = (): Promise<readonly EnteCensito[]> => {
    const eta = performance.now() - lettaIl;
    if (letta === undefined || eta > MEMORIA_MASSIMA_MS) return rileggi();
    if (eta > MEMORIA_MS) void rileggiADisparte();
    return letta;
  };
  return {
    list,
    find: async (idDominio) => {
      const nota = (await list()).find((ente) => ente.idDominio === idDominio);
      return nota ?? (await rileggi()).find((ente) => ente.idDominio === idDominio);
    },
  };
};
