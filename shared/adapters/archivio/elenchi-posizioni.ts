/** How the filters of the lists of debts and attempts become one query: the most selective key reads, the others are conditions. */
import type { StatoPendenzaEsposto } from "../../domain/pendenze/stati-pendenza.ts";
import type { Condizione, Deposito, Elemento, Filtro, Interrogazione } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { FiltriPendenze, FiltriPerConto, FiltriTentativi } from "../../ports/posizioni.ts";
import { chiavi, pkPosizione } from "./chiavi.ts";
import { type ElencoInAmbito, filtriUnita, readPaginaInAmbito, uguale, uno } from "./elenchi-ambito.ts";
import { PARTI_MULTIBENEFICIARIE } from "./mappe-posizione.ts";
import { intervallo, readPagina, readPaginaBreve } from "./pagine.ts";

/** A payment code gathers tens of items, not thousands; the bound only stops a runaway. */
export const MASSIMO_POSIZIONE = 2000;

/** Digests under which the debtor asked for may be listed: one, two while the key is being replaced. */
export interface FiltroImpronte {
  readonly impronteDebitore?: readonly string[];
}

type Breve = Pick<Interrogazione, "indice" | "pk">;
interface Lista {
  readonly indice: "perElenco" | "perApplicazione" | "perDebitore";
  readonly elenchi: readonly string[];
}
type Fonte = { readonly breve: Breve } | { readonly lista: Lista } | { readonly ambito: Omit<ElencoInAmbito, "elenco"> };

const tra = (campo: string, da: string | undefined, a: string | undefined): Condizione[] => [
  ...(da === undefined ? [] : [{ campo, op: ">=", valore: da } as const]),
  ...(a === undefined ? [] : [{ campo, op: "<=", valore: a } as const]),
];

/** SCADUTA is NON_ESEGUITA whose day has passed: the filter looks at the computed state, as the answer does (reference 10.2). */
const filtriStati = (stati: readonly StatoPendenzaEsposto[] | undefined, oggi: string): Filtro[] => {
  if (stati?.includes("SCADUTA")) return [...uguale("stato", "NON_ESEGUITA"), { campo: "scade", op: "<", valore: oggi }];
  if (stati?.includes("NON_ESEGUITA")) return [...uguale("stato", "NON_ESEGUITA"), { campo: "scade", op: ">=", valore: oggi }];
  return uno("stato", stati);
};

/** A payment code or a debt named whole needs no list: what hangs from it is read at once. */
const breveDi = ({ idDominio, iuv, idA2A, idPendenza }: FiltriTentativi | FiltriPendenze): Breve | undefined => {
  if (idDominio !== undefined && iuv !== undefined) return { pk: pkPosizione({ idDominio, iuv }) };
  return idA2A !== undefined && idPendenza !== undefined ? { indice: "perPendenza", pk: `${idA2A}#${idPendenza}` } : undefined;
};

/** Of the caller, the same for debts and attempts. The creditor asked for has already been checked. */
const filtriAmbito = ({ idDominio, domini, tipiPendenza, ambiti }: FiltriTentativi | FiltriPendenze, fonte: Fonte): Filtro[] => [
  ...(idDominio === undefined && !("ambito" in fonte) ? uno("idDominio", domini) : []),
  ...uno("idTipoPendenza", tipiPendenza),
  ...filtriUnita(ambiti),
];

interface Ricerca<T> {
  readonly fonte: Fonte;
  readonly filtri: readonly Filtro[];
  /** Only for what is read by payment code or debt: in a list the key says it. */
  readonly filtriBrevi: readonly Filtro[];
  readonly sk: string;
  readonly richiesta: { readonly da?: string; readonly a?: string; readonly ordine: "asc" | "desc" };
  readonly decode: (elemento: Elemento) => T;
}

const search = <T>(deposito: Deposito, ricerca: Ricerca<T>, pagina: RichiestaPagina): Promise<Pagina<T>> => {
  const { fonte, filtri, filtriBrevi, sk, decode } = ricerca;
  const { da, a, ordine } = ricerca.richiesta;
  if ("ambito" in fonte)
    return readPaginaInAmbito(
      deposito,
      { ...fonte.ambito, elenco: { tabella: "archivio", ordine, filtri, ...intervallo(da, a) } },
      pagina,
      decode,
    );
  if ("lista" in fonte) {
    const { indice, elenchi } = fonte.lista;
    return readPagina(deposito, { tabella: "archivio", indice, ordine, filtri, ...intervallo(da, a) }, elenchi, pagina, decode);
  }
  const periodo = tra("ordine", da, a === undefined ? undefined : `${a}\uffff`);
  return readPaginaBreve(
    deposito,
    {
      tabella: "archivio",
      ...fonte.breve,
      sk: { inizia: sk },
      limite: MASSIMO_POSIZIONE,
      filtri: [...filtri, ...filtriBrevi, ...periodo],
    },
    ordine,
    pagina,
    decode,
  );
};

/** Spontaneous debts never paid are a list of their own, merged when asked for. */
const fontePendenze = (filtri: FiltriPendenze & FiltroImpronte): Fonte => {
  const breve = breveDi(filtri);
  if (breve) return { breve };
  const con = (di: string): string[] => [
    chiavi.elencoPendenze(di),
    ...(filtri.mostraSpontaneiNonPagati ? [chiavi.elencoPendenze(di, true)] : []),
  ];
  if (filtri.impronteDebitore) return { lista: { indice: "perDebitore", elenchi: filtri.impronteDebitore.flatMap(con) } };
  if (filtri.idDominio !== undefined) {
    const frammenti = Array.from({ length: filtri.frammenti ?? 1 }, (_, n) => con(`${filtri.idDominio}#${n}`));
    return { lista: { indice: "perElenco", elenchi: frammenti.flat() } };
  }
  const { creditori } = filtri;
  if (filtri.idA2A !== undefined || creditori === undefined)
    return { lista: { indice: "perApplicazione", elenchi: con(filtri.idA2A ?? "") } };
  const frammenti = new Map(creditori === "*" ? [] : creditori.map((creditore) => [creditore.idDominio, creditore.frammenti]));
  return {
    ambito: {
      domini: creditori === "*" ? "*" : [...frammenti.keys()],
      chiaviDi: (idDominio) => Array.from({ length: frammenti.get(idDominio) ?? 1 }, (_, n) => con(`${idDominio}#${n}`)).flat(),
      installazione: con("*"),
    },
  };
};

const indiceDi = (fonte: Fonte): Lista["indice"] | undefined => ("lista" in fonte ? fonte.lista.indice : undefined);

export const searchPendenze = <T>(
  deposito: Deposito,
  filtri: FiltriPendenze & FiltroImpronte,
  pagina: RichiestaPagina,
  decode: (e: Elemento) => T,
) => {
  const fonte = fontePendenze(filtri);
  const indice = indiceDi(fonte);
  const condizioni = [
    ...(indice === "perElenco" ? [] : uguale("idDominio", filtri.idDominio)),
    ...(indice === "perApplicazione" ? [] : uguale("idA2A", filtri.idA2A)),
    ...(indice === "perDebitore" ? [] : uguale("debitoreId", filtri.idDebitore?.toUpperCase())),
    ...uguale("idPendenza", filtri.idPendenza),
    ...uguale("iuv", filtri.iuv),
    ...uguale("direzione", filtri.direzione),
    ...uguale("divisione", filtri.divisione),
    ...uno("idTipoPendenza", filtri.idTipiPendenza),
    ...filtriStati(filtri.stati, filtri.oggi),
    ...(filtri.senzaProva ? [{ campo: "prova", op: "manca" } as const] : []),
    ...filtriAmbito(filtri, fonte),
  ];
  const nascoste: Filtro[] = filtri.mostraSpontaneiNonPagati ? [] : [{ campo: "spontaneoNonPagato", op: "manca" }];
  return search(deposito, { fonte, filtri: condizioni, filtriBrevi: nascoste, sk: "PENDENZA", richiesta: filtri, decode }, pagina);
};

/** The debts of the creditor and those shared with others, merged in order of loading; which account they name is a condition. */
export const searchPerConto = <T>(deposito: Deposito, filtri: FiltriPerConto, pagina: RichiestaPagina, decode: (e: Elemento) => T) => {
  const { idDominio, riferimenti, stati, alimentate, tipiPendenza, ambiti, ordine } = filtri;
  const elenchi = [
    ...Array.from({ length: filtri.frammenti }, (_, n) => chiavi.elencoDaPagare(idDominio, n)),
    ...Array.from({ length: PARTI_MULTIBENEFICIARIE }, (_, n) => chiavi.elencoMultibeneficiarie(n)),
  ];
  const condizioni: Filtro[] = [
    { campo: "riferimentiConto", op: "contiene", valore: riferimenti.map((riferimento) => ` ${riferimento} `) },
    ...uno("stato", stati),
    ...(alimentate ? [{ campo: "allineamento", op: "esiste" } as const] : []),
    ...uno("idTipoPendenza", tipiPendenza),
    ...filtriUnita(ambiti),
  ];
  return readPagina(deposito, { tabella: "archivio", indice: "perConto", ordine, filtri: condizioni }, elenchi, pagina, decode);
};

const fonteTentativi = (filtri: FiltriTentativi & FiltroImpronte): Fonte => {
  const breve = breveDi(filtri);
  if (breve) return { breve };
  const { impronteDebitore, idDominio, idA2A } = filtri;
  if (impronteDebitore) return { lista: { indice: "perDebitore", elenchi: impronteDebitore.map(chiavi.elencoTentativi) } };
  if (idDominio !== undefined) return { lista: { indice: "perElenco", elenchi: [chiavi.elencoTentativi(idDominio)] } };
  const { creditori } = filtri;
  if (idA2A !== undefined || creditori === undefined)
    return { lista: { indice: "perApplicazione", elenchi: [chiavi.elencoTentativi(idA2A ?? "")] } };
  return {
    ambito: {
      domini: creditori === "*" ? "*" : creditori.map((creditore) => creditore.idDominio),
      chiaviDi: (id) => [chiavi.elencoTentativi(id)],
      installazione: [chiavi.elencoTentativi("*")],
    },
  };
};

export const searchTentativi = <T>(
  deposito: Deposito,
  filtri: FiltriTentativi & FiltroImpronte,
  pagina: RichiestaPagina,
  decode: (e: Elemento) => T,
) => {
  const fonte = fonteTentativi(filtri);
  const indice = indiceDi(fonte);
  const condizioni: Filtro[] = [
    ...(indice === "perElenco" ? [] : uguale("idDominio", filtri.idDominio)),
    ...(indice === "perApplicazione" ? [] : uguale("idA2A", filtri.idA2A)),
    ...(indice === "perDebitore" ? [] : uguale("debitoreId", filtri.idDebitore?.toUpperCase())),
    ...uguale("idPendenza", filtri.idPendenza),
    ...uguale("iuv", filtri.iuv),
    ...(filtri.ccp === undefined ? [] : [{ campo: "codici", op: "contiene", valore: ` ${filtri.ccp} ` } as const]),
    ...uno("stato", filtri.stati),
    ...uguale("esitoRt", filtri.codiceEsito),
    ...tra("dataRicevuta", filtri.ricevutaDa, filtri.ricevutaA),
    ...(filtri.anagraficaDebitore === undefined
      ? []
      : [{ campo: "debitoreNome", op: "contiene", valore: filtri.anagraficaDebitore.toUpperCase() } as const]),
    ...uguale("idUnitaOperativa", filtri.idUnita),
    ...uguale("idTipoPendenza", filtri.idTipoPendenza),
    ...uno("direzione", filtri.direzioni),
    ...uno("divisione", filtri.divisioni),
    ...uguale("tassonomia", filtri.tassonomia),
    ...filtriAmbito(filtri, fonte),
  ];
  return search(deposito, { fonte, filtri: condizioni, filtriBrevi: [], sk: "RPT#", richiesta: filtri, decode }, pagina);
};
