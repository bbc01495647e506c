/** How a request of the catalogue becomes a debt: the declarative mapping of the creditor, in the template language of bulk files (docs/adr/0012). */
import { type Esito, ko, ok } from "../esito.ts";
import type { LeggiRiga } from "../tracciati/formati/formato.ts";
import { compileModello } from "../tracciati/formati/modello.ts";
import { CAMPI_SERVIZIO, type DatiServizio, type ServizioPagoPA } from "./servizio.ts";

/** Given by the type, the creditor and the product: a mapping that chose them could write in somebody else's name. */
const CAMPI_RISERVATI = ["azione", "motivo", "idA2A", "idDominio", "idTipoPendenza", "numeroAvviso", "dataAvvisatura"];

/** Room for the number of the repetition, within the 35 characters of an idPendenza. */
export const ID_PENDENZA_MASSIMO = 29;

/** Placeholder of a mapping that leaves the name of the debt to the product. */
const DERIVATO = "-";

const compile = ({ schema, pendenza }: ServizioPagoPA): Esito<LeggiRiga> =>
  compileModello({ idPendenza: DERIVATO, ...pendenza }, CAMPI_SERVIZIO[schema]);

/** What is wrong with a mapping, in Italian; undefined when it can be used. */
export const findDifettoServizio = (servizio: ServizioPagoPA): string | undefined => {
  const { dataInizioValidita, dataFineValidita, pendenza } = servizio;
  if (dataFineValidita !== undefined && dataFineValidita < dataInizioValidita)
    return `servizioPagoPA.dataFineValidita: ${dataFineValidita} precede dataInizioValidita`;
  const riservato = CAMPI_RISERVATI.find((campo) => campo in pendenza);
  if (riservato !== undefined) return `servizioPagoPA.pendenza.${riservato}: non ammesso`;
  const modello = compile(servizio);
  return modello.ok ? undefined : `servizioPagoPA.pendenza: ${modello.errore}`;
};

export interface ServizioTrovato {
  readonly idTipoPendenza: string;
  readonly servizio: ServizioPagoPA;
}

/** The debt type, among those of a creditor, behind a service of the catalogue, enabled on that day. */
export const findServizio = (
  tipiPendenza: readonly { readonly idTipoPendenza: string; readonly servizioPagoPA?: ServizioPagoPA }[],
  idServizio: string,
  idSoggettoServizio: string,
  oggi: string,
): ServizioTrovato | undefined => {
  for (const { idTipoPendenza, servizioPagoPA: servizio } of tipiPendenza) {
    if (servizio?.idServizio !== idServizio || servizio.idSoggettoServizio !== idSoggettoServizio || !servizio.abilitato) continue;
    const { dataInizioValidita, dataFineValidita } = servizio;
    if (dataInizioValidita <= oggi && (dataFineValidita === undefined || oggi <= dataFineValidita)) return { idTipoPendenza, servizio };
  }
  return undefined;
};

export interface DebitoRichiesto {
  /** Name given by the mapping; absent = the product derives it from the request. */
  readonly idPendenza?: string;
  /** Body of a PUT, still to be read by the contract. */
  readonly corpo: Readonly<Record<string, unknown>>;
}

/** The debt that a request asks for. The refusal names the field of the mapping that the data do not satisfy. `oggi` is a day in Europe/Rome. */
export const mapRichiesta = (
  { servizio, idTipoPendenza }: ServizioTrovato,
  dati: DatiServizio,
  idDominio: string,
  oggi: string,
): Esito<DebitoRichiesto> => {
  const modello = compile(servizio);
  if (!modello.ok) throw new Error(`mappatura del servizio ${servizio.idServizio} salvata e non leggibile: ${modello.errore}`);
  const valori = CAMPI_SERVIZIO[servizio.schema].map((campo) => dati[campo] ?? "");
  const riga = modello.valore(valori, { idDominio, idTipoPendenza, idA2A: servizio.idA2A, oggi });
  if (!riga.ok) return riga;
  if (riga.valore.tipo !== "ADD") return ko("la mappatura non dà una pendenza");
  const { idPendenza, corpo } = riga.valore;
  if (idPendenza.length > ID_PENDENZA_MASSIMO) return ko(`idPendenza: ${idPendenza} supera ${ID_PENDENZA_MASSIMO} caratteri`);
  return ok({ corpo, ...(idPendenza !== DERIVATO && { idPendenza }) });
};
