/** The columns of each export, in the words of the API, and the row of each element. */
import { GRUPPI_BENEFICIARI, type TotaleBeneficiari } from "../beneficiari/prospetto.ts";
import { type Accertamento, GRUPPI_ACCERTAMENTI } from "../contabilita/accertamenti.ts";
import type { Evento } from "../eventi.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import { statoPendenzaAl } from "../pendenze/stati-pendenza.ts";
import { type EntrataPrevista, idEntrataDi } from "../rendicontazioni/entrata-prevista.ts";
import type { Flusso, Rendicontazione } from "../rendicontazioni/flusso.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import type { Riconciliazione } from "../riconciliazioni/riconciliazione.ts";
import { giornoDi } from "../valori/date.ts";

/** Amounts are cents; days 2026-11-26; instants in UTC, written as they are in Rome. */
export type TipoColonna = "testo" | "intero" | "importo" | "giorno" | "istante";
export type Valore = string | number | bigint | undefined;

export interface Colonna<T> {
  readonly nome: string;
  readonly tipo: TipoColonna;
  of(elemento: T): Valore;
}

type Colonne<T> = readonly Colonna<T>[];

/** Columns named as the fields that they read. */
const campi = <T extends object>(tipo: TipoColonna, ...nomi: readonly (keyof T & string)[]): Colonne<T> =>
  nomi.map((nome) => ({ nome, tipo, of: (elemento) => toValore(elemento[nome]) }));

const toValore = (valore: unknown): Valore => {
  if (typeof valore === "string" || typeof valore === "number" || typeof valore === "bigint") return valore;
  return typeof valore === "boolean" ? (valore ? "sì" : "no") : undefined;
};

/** `oggi` tells an expired debt from one to be paid. */
/** Of money that does not exist, said on its own row. */
const sayProva = ({ prova }: { readonly prova?: true }): string | undefined => (prova ? "PROVA" : undefined);

export const colonnePendenze = (oggi: string): Colonne<Pendenza> => [
  ...campi<Pendenza>("testo", "idDominio", "idA2A", "idPendenza", "numeroAvviso", "iuv", "idTipoPendenza", "idUnitaOperativa"),
  { nome: "stato", tipo: "testo", of: (p) => statoPendenzaAl(p.stato, p.dataScadenza, oggi) },
  ...campi<Pendenza>("testo", "causale"),
  ...campi<Pendenza>("importo", "importo"),
  { nome: "identificativoDebitore", tipo: "testo", of: ({ debitore }) => debitore.identificativo },
  { nome: "anagraficaDebitore", tipo: "testo", of: ({ debitore }) => debitore.anagrafica },
  ...campi<Pendenza>("istante", "dataCaricamento"),
  ...campi<Pendenza>("giorno", "dataValidita", "dataScadenza"),
  ...campi<Pendenza>("testo", "direzione", "divisione"),
  { nome: "prova", tipo: "testo", of: sayProva },
];

export const colonneRiscossioni: Colonne<Riscossione> = [
  ...campi<Riscossione>("testo", "idDominio", "iuv", "iur"),
  ...campi<Riscossione>("intero", "indice"),
  ...campi<Riscossione>("testo", "stato", "tipo"),
  ...campi<Riscossione>("importo", "importo"),
  ...campi<Riscossione>("istante", "data"),
  ...campi<Riscossione>("testo", "idA2A", "idPendenza", "idVocePendenza", "idTipoPendenza", "idUnitaOperativa"),
  ...campi<Riscossione>("testo", "direzione", "divisione", "tassonomia", "idRicevuta", "idRiconciliazione"),
  { nome: "prova", tipo: "testo", of: sayProva },
];

const segnalazioniDi = ({ segnalazioni }: Pick<Rendicontazione, "segnalazioni">): string =>
  segnalazioni.map(({ codice }) => codice).join(" ");

export const colonneRendicontazioni: Colonne<{ readonly riga: Rendicontazione; readonly flusso: Flusso }> = [
  ...(["idDominio", "idFlusso", "idPsp"] as const).map((nome) => ({
    nome,
    tipo: "testo" as const,
    of: ({ riga }: { riga: Rendicontazione }) => riga[nome],
  })),
  { nome: "revisione", tipo: "intero", of: ({ riga }) => riga.revisione },
  { nome: "dataFlusso", tipo: "istante", of: ({ flusso }) => flusso.dataFlusso },
  { nome: "trn", tipo: "testo", of: ({ flusso }) => flusso.trn },
  { nome: "progressivo", tipo: "intero", of: ({ riga }) => riga.progressivo },
  { nome: "iuv", tipo: "testo", of: ({ riga }) => riga.iuv },
  { nome: "iur", tipo: "testo", of: ({ riga }) => riga.iur },
  { nome: "indice", tipo: "intero", of: ({ riga }) => riga.indice },
  { nome: "importo", tipo: "importo", of: ({ riga }) => riga.importo },
  { nome: "esito", tipo: "intero", of: ({ riga }) => riga.esito },
  { nome: "data", tipo: "giorno", of: ({ riga }) => riga.data },
  { nome: "stato", tipo: "testo", of: ({ riga }) => riga.stato },
  { nome: "segnalazioni", tipo: "testo", of: ({ riga }) => segnalazioniDi(riga) },
];

export const colonneFlussi: Colonne<Flusso> = [
  ...campi<Flusso>("testo", "idDominio", "idFlusso", "idPsp"),
  ...campi<Flusso>("intero", "revisione"),
  ...campi<Flusso>("testo", "ragioneSocialePsp", "stato", "obsoleto"),
  ...campi<Flusso>("istante", "dataFlusso", "dataAcquisizione"),
  ...campi<Flusso>("testo", "trn"),
  { nome: "dataRegolamento", tipo: "testo", of: ({ dataRegolamento }) => dataRegolamento },
  ...campi<Flusso>("intero", "numeroPagamenti"),
  ...campi<Flusso>("importo", "importoTotale"),
  ...campi<Flusso>("testo", "idRiconciliazione"),
  { nome: "segnalazioni", tipo: "testo", of: segnalazioniDi },
];

export const colonneIncassi: Colonne<Riconciliazione> = [
  ...campi<Riconciliazione>("testo", "idDominio", "id", "stato", "sct", "causale", "iuv", "idFlusso"),
  ...campi<Riconciliazione>("importo", "importo"),
  ...campi<Riconciliazione>("istante", "data"),
  ...campi<Riconciliazione>("giorno", "dataValuta", "dataContabile"),
];

/** In the order of the report (reference 6.2). */
export const colonneEntrate: Colonne<EntrataPrevista> = [
  ...(["idA2A", "idPendenza", "idDominio", "iuv"] as const).map(
    (nome): Colonna<EntrataPrevista> => ({ nome, tipo: "testo", of: ({ riscossione }) => riscossione[nome] }),
  ),
  { nome: "indice", tipo: "intero", of: ({ riscossione }) => riscossione.indice },
  { nome: "iur", tipo: "testo", of: ({ riscossione }) => riscossione.iur },
  { nome: "importoPagato", tipo: "importo", of: ({ riscossione }) => riscossione.importo },
  { nome: "dataPagamento", tipo: "giorno", of: ({ riscossione }) => giornoDi(riscossione.data) },
  { nome: "idTipoPendenza", tipo: "testo", of: ({ riscossione }) => riscossione.idTipoPendenza },
  { nome: "idEntrata", tipo: "testo", of: idEntrataDi },
  { nome: "anno", tipo: "intero", of: ({ pendenza }) => pendenza?.annoRiferimento },
  { nome: "identificativoDebitore", tipo: "testo", of: ({ pendenza }) => pendenza?.debitore.identificativo },
  { nome: "idFlusso", tipo: "testo", of: ({ flusso }) => flusso?.idFlusso },
  { nome: "numeroPagamenti", tipo: "intero", of: ({ flusso }) => flusso?.numeroPagamenti },
  { nome: "importoTotale", tipo: "importo", of: ({ flusso }) => flusso?.importoTotale },
  { nome: "trn", tipo: "testo", of: ({ flusso }) => flusso?.trn },
  { nome: "dataRegolamento", tipo: "testo", of: ({ flusso }) => flusso?.dataRegolamento },
];

export const colonneAccertamenti: Colonne<Accertamento> = [
  ...campi<Accertamento>("testo", "idDominio"),
  ...GRUPPI_ACCERTAMENTI.map((nome): Colonna<Accertamento> => ({ nome, tipo: "testo", of: ({ gruppo }) => gruppo[nome] })),
  ...campi<Accertamento>("intero", "quote"),
  ...campi<Accertamento>("importo", "pagato", "rendicontato", "incassato"),
];

export const colonneBeneficiari: Colonne<TotaleBeneficiari> = [
  ...GRUPPI_BENEFICIARI.map((nome): Colonna<TotaleBeneficiari> => ({ nome, tipo: "testo", of: ({ gruppo }) => gruppo[nome] })),
  ...campi<TotaleBeneficiari>("intero", "quote"),
  ...campi<TotaleBeneficiari>("importo", "importo"),
];

export const colonneEventi: Colonne<Evento> = [
  ...campi<Evento>("istante", "dataEvento"),
  ...campi<Evento>(
    "testo",
    "componente",
    "categoriaEvento",
    "ruolo",
    "tipoEvento",
    "esito",
    "sottotipoEsito",
    "dettaglioEsito",
    "principal",
  ),
  ...campi<Evento>("testo", "idDominio", "iuv", "ccp", "idA2A", "idPendenza", "idPagamento"),
  ...campi<Evento>("intero", "durataMillisecondi", "severita"),
];
