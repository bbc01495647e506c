/** How the filters of the lists of payments, collected amounts and settlement rows become one query. */
import type { Deposito, Elemento, Filtro, Interrogazione } from "../../ports/deposito.ts";
import type { Impronte } from "../../ports/impronte.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { FiltriRendicontazioni } from "../../ports/rendicontazioni.ts";
import { chiavi, pkPosizione } from "./chiavi.ts";
import { elencoPerDominio, filtriUnita, readPaginaInAmbito, uguale, uno } from "./elenchi-ambito.ts";
import { intervallo, readPagina, readPaginaBreve } from "./pagine.ts";

type FiltriRiscossioni = Parameters<Posizioni["findRiscossioni"]>[0];
type FiltriPagamenti = Parameters<Posizioni["findPagamentiInAmbito"]>[0];
type FiltriPropri = Parameters<Posizioni["findPagamenti"]>[0];

/** What one payment code or one debt gathers. */
const MASSIMO_BREVE = 2000;
/** List keys of creditors read together; beyond, the one of the installation is read and the creditors become a condition. */
const CHIAVI_MASSIME = 2;

const intero = (parola: string): string => ` ${parola} `;
const contiene = (campo: string, parola: string | undefined): Filtro[] =>
  parola === undefined ? [] : [{ campo, op: "contiene", valore: intero(parola) }];
const tra = (campo: string, da: string | number | undefined, a: string | number | undefined): Filtro[] => [
  ...(da === undefined ? [] : [{ campo, op: ">=", valore: da } as const]),
  ...(a === undefined ? [] : [{ campo, op: "<=", valore: a } as const]),
];

/** The one creditor of a list, when it has one. */
const unicoDi = (domini: "*" | readonly string[]): string | undefined => (domini !== "*" && domini.length === 1 ? domini[0] : undefined);

const breveDi = ({ domini, iuv, idA2A, idPendenza }: FiltriRiscossioni): Pick<Interrogazione, "indice" | "pk"> | undefined => {
  const idDominio = unicoDi(domini);
  if (idDominio !== undefined && iuv !== undefined) return { pk: pkPosizione({ idDominio, iuv }) };
  return idA2A !== undefined && idPendenza !== undefined ? { indice: "perPendenza", pk: `${idA2A}#${idPendenza}` } : undefined;
};

/** A payment code or a debt named whole needs no list: what hangs from it is read at once. */
export const searchRiscossioni = <T>(
  deposito: Deposito,
  filtri: FiltriRiscossioni,
  condizioni: readonly Filtro[],
  pagina: RichiestaPagina,
  decode: (elemento: Elemento) => T,
): Promise<Pagina<T>> => {
  const breve = breveDi(filtri);
  if (!breve) return readPaginaInAmbito(deposito, elencoPerDominio("RSC", filtri, condizioni), pagina, decode);
  const { da, a, domini, ordine } = filtri;
  const periodo = tra("ordine", da, a === undefined ? undefined : `${a}\uffff`);
  const interrogazione: Parameters<typeof readPaginaBreve>[1] = {
    tabella: "archivio",
    ...breve,
    sk: { inizia: "RISCOSSIONE#" },
    limite: MASSIMO_BREVE,
    filtri: [...condizioni, ...uno("idDominio", domini), ...periodo],
  };
  return readPaginaBreve(deposito, interrogazione, ordine, pagina, decode);
};

/** The payments of one application, or of one payer under any of the digests its tax code has had. */
export const searchPagamentiPropri = <T>(
  deposito: Deposito,
  filtri: FiltriPropri,
  impronte: Impronte,
  pagina: RichiestaPagina,
  decode: (elemento: Elemento) => T,
): Promise<Pagina<T>> => {
  const { di, ordine, da, a } = filtri;
  const fonte =
    "idA2A" in di ? { indice: "perApplicazione", elenchi: [di.idA2A] } : { indice: "perDebitore", elenchi: impronte.read(di.versante) };
  const condizioni = [
    ...uguale("stato", filtri.stato),
    ...uguale("idSessionePortale", filtri.idSessionePortale),
    ...uguale("idSessionePsp", filtri.idSessionePsp),
    ...uguale("idDominio", filtri.idDominio),
    ...uguale("versanteId", filtri.idVersante?.toUpperCase()),
    ...contiene("debitori", filtri.idDebitore?.toUpperCase()),
  ];
  const elenco = { tabella: "archivio", indice: fonte.indice, ordine, filtri: condizioni, ...intervallo(da, a) } as const;
  return readPagina(deposito, elenco, fonte.elenchi.map(chiavi.elencoPagamenti), pagina, decode);
};

export const searchPagamenti = <T>(
  deposito: Deposito,
  filtri: FiltriPagamenti,
  pagina: RichiestaPagina,
  decode: (elemento: Elemento) => T,
): Promise<Pagina<T>> => {
  const { idDominio, verificato, severitaDa, severitaA } = filtri;
  const condizioni: Filtro[] = [
    ...contiene("domini", idDominio),
    ...uguale("stato", filtri.stato),
    ...uguale("idSessionePortale", filtri.idSessionePortale),
    ...uguale("idA2A", filtri.idA2A),
    ...contiene("pendenze", filtri.idPendenza),
    ...contiene("codici", filtri.iuv),
    ...uguale("versanteId", filtri.versante?.toUpperCase()),
    ...contiene("debitori", filtri.idDebitore?.toUpperCase()),
    ...(verificato === undefined ? [] : [{ campo: "esaminato", op: verificato ? "esiste" : "manca" } as const]),
    ...tra("severita", severitaDa, severitaA),
    ...uno("idTipoPendenza", filtri.tipiPendenza),
    ...filtriUnita(filtri.ambiti),
  ];
  const elenco = elencoPerDominio("PAG", filtri, condizioni);
  // A payment shared by several creditors is listed apart: one of them alone does not show it.
  const chiaviDi = (creditore: string): string[] => [creditore, ...(filtri.condivisi ? ["*"] : [])].map(chiavi.elencoPagamenti);
  return readPaginaInAmbito(deposito, { ...elenco, chiaviDi }, pagina, decode);
};

/** Rows in order of flow, whose id begins with its day; of one payment code, from its own key. */
export const searchRighe = <T>(
  deposito: Deposito,
  filtri: FiltriRendicontazioni,
  pagina: RichiestaPagina,
  decode: (elemento: Elemento) => T,
): Promise<Pagina<T>> => {
  const { domini, idFlusso, iuv, ordine, flussoDa, flussoA, da, a, esclusi } = filtri;
  const condizioni: Filtro[] = [
    ...uguale("idFlusso", idFlusso),
    ...tra("dataFlusso", flussoDa, flussoA),
    ...tra("data", da, a),
    ...uno("direzione", filtri.direzioni),
    ...uno("divisione", filtri.divisioni),
    ...uguale("stato", filtri.stato),
    ...esclusi.map((flusso) => ({ campo: "elenco", op: "!=", valore: chiavi.elencoRighe(flusso) }) as const),
  ];
  const traDomini = uno("idDominio", domini);
  if (iuv !== undefined) {
    const pk = chiavi.righeDiIuv(iuv);
    const tutte = [...condizioni, ...traDomini];
    return readPaginaBreve(
      deposito,
      { tabella: "archivio", indice: "perPendenza", pk, limite: MASSIMO_BREVE, filtri: tutte },
      ordine,
      pagina,
      decode,
    );
  }
  const { giorniFlusso } = filtri;
  const diUno = idFlusso === undefined ? intervallo(giorniFlusso?.da, giorniFlusso?.a) : { sk: { inizia: `${idFlusso}#` } };
  const pochi = domini !== "*" && domini.length <= CHIAVI_MASSIME;
  const elenco = { tabella: "archivio", ordine, filtri: pochi ? condizioni : [...condizioni, ...traDomini], ...diUno } as const;
  return pochi
    ? readPagina(deposito, { ...elenco, indice: "perApplicazione" }, domini.map(chiavi.elencoRigheDominio), pagina, decode)
    : readPagina(deposito, { ...elenco, indice: "perInstallazione" }, [chiavi.elencoRigheDominio("*")], pagina, decode);
};
