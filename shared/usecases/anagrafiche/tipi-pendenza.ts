/** Debt types of the installation, as they are read. */
import { type Chiamante, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import type { Pagina } from "../../ports/pagina.ts";
import { asStored, defineAnagrafica, findVoci, type PorteLettura, type Ricerca } from "./anagrafica.ts";
import { containsTesto } from "./contains-testo.ts";

type Configurazione = Readonly<Record<string, unknown>>;

const isOggetto = (valore: unknown): valore is Configurazione => typeof valore === "object" && valore !== null;

/** Whether operators have a form to insert debts of this type. */
export const hasForm = (configurazione: Configurazione): boolean => {
  const portale = configurazione["portaleBackoffice"];
  return isOggetto(portale) && portale["abilitato"] === true && isOggetto(portale["form"]);
};

export interface FiltriTipi {
  readonly abilitato?: boolean | undefined;
  readonly associati?: boolean | undefined;
  readonly form?: boolean | undefined;
  readonly trasformazione?: boolean | undefined;
  readonly descrizione?: string | undefined;
}

/** Filters common to the types of the installation and of a creditor, on the values in force. */
export const matchesTipo = (
  tipo: Pick<TipoPendenza, "idTipoPendenza" | "descrizione" | "abilitato"> & { readonly configurazione: Configurazione },
  filtri: FiltriTipi,
  chiamante: Chiamante,
): boolean =>
  (filtri.abilitato === undefined || tipo.abilitato === filtri.abilitato) &&
  (filtri.associati !== true || seesTipoPendenza(chiamante, tipo.idTipoPendenza)) &&
  (filtri.form !== true || hasForm(tipo.configurazione)) &&
  (filtri.trasformazione !== true || isOggetto(tipo.configurazione["tracciatoCsv"])) &&
  containsTesto(tipo.descrizione, filtri.descrizione);

interface Filtri extends FiltriTipi {
  readonly idTipoPendenza?: string | undefined;
}

const idDi = (voce: TipoPendenza): string => voce.idTipoPendenza;

export const tipiPendenza = defineAnagrafica({
  entita: "tipoPendenza",
  view: asStored<TipoPendenza>,
  sees: () => true,
  matches: (voce, filtri: Filtri & { readonly esclusi: ReadonlySet<string> }, chiamante) =>
    matchesTipo({ ...voce, configurazione: voce.configurazione ?? {} }, filtri, chiamante) &&
    containsTesto(voce.idTipoPendenza, filtri.idTipoPendenza) &&
    !filtri.esclusi.has(voce.idTipoPendenza),
  idDi,
  ordinabili: { idEntrata: idDi, idTipoPendenza: idDi, descrizione: (voce: TipoPendenza) => voce.descrizione },
});

/** `nonAssociati` leaves out the types that the creditor already has; of an unknown creditor, none. */
export const findTipiPendenza =
  (porte: PorteLettura) =>
  async (
    ricerca: Ricerca<Filtri & { readonly nonAssociati?: string | undefined }, "idEntrata" | "idTipoPendenza" | "descrizione">,
  ): Promise<Pagina<TipoPendenza>> => {
    const { nonAssociati } = ricerca.filtri;
    const associati = nonAssociati === undefined ? [] : await porte.registro.list("tipoPendenzaDominio", nonAssociati);
    const esclusi = new Set(associati.map((voce) => voce.idTipoPendenza));
    return findVoci(tipiPendenza)(porte)({ ...ricerca, filtri: { ...ricerca.filtri, esclusi } });
  };
