/** Lists across creditors: by the keys of the creditors when they are few, else by the one key that each list has for the whole installation. */
import type { Condizione, Deposito, Elemento, Filtro } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { AmbitiUnita, FiltriPerDominio } from "../../ports/posizioni.ts";
import { type Elenco, intervallo, readPagina } from "./pagine.ts";

/** Keys read at once without looking at the rest of the installation. */
const CHIAVI_DIRETTE = 2;
/** Keys that may be read at once when their items are rare in the installation. */
const CHIAVI_MASSIME = 40;
/** Items looked at to know whether they are rare: one request. */
const ASSAGGIO = 400;

export interface ElencoInAmbito {
  readonly elenco: Omit<Elenco, "indice" | "lettiMassimi">;
  /** Creditors in scope; "*" = all of the installation. */
  readonly domini: "*" | readonly string[];
  /** List keys of a creditor. */
  readonly chiaviDi: (idDominio: string) => readonly string[];
  /** List keys of the whole installation, in `perInstallazione`. */
  readonly installazione: readonly string[];
}

export const uguale = (campo: string, valore: string | undefined): Filtro[] => (valore === undefined ? [] : [{ campo, op: "=", valore }]);
export const uno = (campo: string, valori: "*" | readonly string[] | undefined): Condizione[] =>
  valori === undefined || valori === "*" ? [] : [{ campo, op: "in", valore: valori }];

/** A list with one key per creditor, and the same of the installation. */
export const elencoPerDominio = (
  prefisso: string,
  { domini, ordine, da, a }: FiltriPerDominio,
  filtri: readonly Filtro[],
): ElencoInAmbito => ({
  elenco: { tabella: "archivio", ordine, filtri, ...intervallo(da, a) },
  domini,
  chiaviDi: (idDominio) => [`${prefisso}#${idDominio}`],
  installazione: [`${prefisso}#*`],
});

/** Units of the caller, the same for debts and for what hangs from them. */
export const filtriUnita = (ambiti: AmbitiUnita | undefined): Filtro[] =>
  ambiti === undefined
    ? []
    : [
        {
          op: "oppure",
          condizioni: [
            ...(ambiti.interi.length > 0 ? uno("idDominio", ambiti.interi) : []),
            { campo: "ambito", op: "in", valore: ambiti.coppie },
          ],
        },
      ];

/**
 * Reads a page of the items of those creditors, in order.
 * One query (and one count, when totals are asked) for one creditor, for all of them, and for several whose items are not rare in the
 * installation; otherwise one per creditor, together, after a look at the installation that told so.
 */
export const readPaginaInAmbito = <T>(
  deposito: Deposito,
  { elenco, domini, chiaviDi, installazione }: ElencoInAmbito,
  pagina: RichiestaPagina,
  decode: (elemento: Elemento) => T,
): Promise<Pagina<T>> => {
  if (domini === "*") return readPagina(deposito, { ...elenco, indice: "perInstallazione" }, installazione, pagina, decode);
  const chiavi = domini.flatMap(chiaviDi);
  const perCreditore = () => readPagina(deposito, { ...elenco, indice: "perElenco" }, chiavi, pagina, decode);
  if (chiavi.length <= CHIAVI_DIRETTE || (pagina.limite === 0 && chiavi.length <= CHIAVI_MASSIME)) return perCreditore();
  const filtri = [...(elenco.filtri ?? []), ...uno("idDominio", domini)];
  const tutta: Elenco = { ...elenco, indice: "perInstallazione", filtri };
  if (chiavi.length > CHIAVI_MASSIME) return readPagina(deposito, tutta, installazione, pagina, decode);
  return readPagina(deposito, { ...tutta, lettiMassimi: ASSAGGIO }, installazione, pagina, decode, perCreditore);
};
