/** The content of a credit, for programs and for spreadsheets. */
import type * as z from "zod";
import type { RichiestaAnalisiSospeso } from "../../contracts/riconciliazione/sospesi.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Quota } from "../../domain/pendenze/pendenza.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import { STATO_FLUSSO_ESPOSTO } from "../../domain/rendicontazioni/stati-flusso.ts";
import type { Analisi, RichiestaAnalisi } from "../../domain/tesoreria/analisi/analisi.ts";
import type { PagamentoContenuto } from "../../domain/tesoreria/analisi/contenuto.ts";
import type { CausaleLetta } from "../../domain/tesoreria/causali/leggi.ts";
import { importoNetto, type Movimento } from "../../domain/tesoreria/movimento-registrato.ts";
import { writeRecord } from "../../domain/tracciati/csv.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { formatImporto, fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { linkRiconciliazione } from "./comune.ts";

/** Payments that an answer lists; the CSV has them all. */
const PAGAMENTI_ELENCATI = 200;

export const toRichiestaAnalisi = ({ importo, ...corpo }: z.output<typeof RichiestaAnalisiSospeso>): Esito<RichiestaAnalisi> => {
  const cents = importo === undefined ? ok(undefined) : fromNumeroJson(importo);
  return cents.ok ? ok({ ...corpo, ...definiti({ importo: cents.valore }) }) : cents;
};

const presentFlusso = ({ idRiconciliazione, ...flusso }: Flusso) => ({
  ...{ idFlusso: flusso.idFlusso, idPsp: flusso.idPsp, revisione: flusso.revisione, dataFlusso: toIsoRoma(flusso.dataFlusso) },
  ...{ dataRegolamento: flusso.dataRegolamento, trn: flusso.trn, numeroPagamenti: flusso.numeroPagamenti },
  importoTotale: toNumeroJson(flusso.importoTotale),
  // Those still being acquired are told in words, never shown.
  stato: STATO_FLUSSO_ESPOSTO[flusso.stato] ?? ("Rifiutato" as const),
  ...definiti({
    ragioneSocialePsp: flusso.ragioneSocialePsp,
    riconciliazione: idRiconciliazione === undefined ? undefined : linkRiconciliazione(flusso.idDominio, idRiconciliazione),
  }),
});

const presentQuota = ({ proprietaCustom: _, importo, ...quota }: Quota) => ({ ...quota, importo: toNumeroJson(importo) });

const presentAttribuzione = ({ regola, idTipoPendenza, idEntrata }: NonNullable<PagamentoContenuto["attribuzione"]>) => ({
  ...{ idTipoPendenza, regolaEsterna: regola },
  ...definiti({ idEntrata }),
});

const presentPagamento = ({ pendenza, attribuzione, debitore, voce, quote, importo, ...pagamento }: PagamentoContenuto) => ({
  ...pagamento,
  importo: toNumeroJson(importo),
  ...pendenza,
  ...(attribuzione && presentAttribuzione(attribuzione)),
  ...definiti({ voce: voce?.descrizione, debitore }),
  quote: quote.map(presentQuota),
});

const presentMovimento = (movimento: Movimento) => ({
  ...{ id: movimento.id, stato: movimento.stato, importo: toNumeroJson(importoNetto(movimento)), causale: movimento.causale },
  dataContabile: movimento.dataContabile,
  ...definiti({
    ...{ dataValuta: movimento.dataValuta, numeroSospeso: movimento.numeroSospeso },
    ...{ esercizio: movimento.esercizio, ordinante: movimento.ordinante },
  }),
});

const presentLetta = ({ flussi, testoResiduo, ...letta }: CausaleLetta) => ({
  ...{ forme: [...letta.forme], alterazioni: [...letta.alterazioni], iuv: [...letta.iuv], iur: [...letta.iur], testoResiduo },
  flussi: flussi.map(({ idFlusso, integrita, integrazione }) => ({ idFlusso, integrita, ...definiti({ integrazione }) })),
});

const inEuro = <T extends { readonly importo: bigint }>(totale: T) => ({ ...totale, importo: toNumeroJson(totale.importo) });

export const presentAnalisi = (analisi: Analisi) => ({
  ...{ idDominio: analisi.idDominio, esito: analisi.esito, spiegazioni: [...analisi.spiegazioni] },
  letto: presentLetta(analisi.letta),
  importoTrovato: toNumeroJson(analisi.importoTrovato),
  flussi: analisi.flussi.map(presentFlusso),
  candidati: analisi.candidati.map(presentFlusso),
  totali: { ...inEuro(analisi.totali), perTipo: analisi.totali.perTipo.map(inEuro), perCapitolo: analisi.totali.perCapitolo.map(inEuro) },
  pagamenti: analisi.pagamenti.slice(0, PAGAMENTI_ELENCATI).map(presentPagamento),
  ...{ righeTotali: analisi.righeTotali, datiMascherati: analisi.datiMascherati },
  ...definiti({
    movimento: analisi.movimento && presentMovimento(analisi.movimento),
    importo: analisi.importo === undefined ? undefined : toNumeroJson(analisi.importo),
    prossimaRiga: analisi.prossimaRiga,
  }),
});

const COLONNE = [
  ...[
    "idFlusso",
    "iuv",
    "iur",
    "indice",
    "importo",
    "data",
    "esito",
    "idTipoPendenza",
    "numeroAvviso",
    "causale",
    "debitore",
    "codiceFiscale",
  ],
  ...["capitolo", "annoEsercizio", "accertamento", "titolo", "tipologia", "categoria", "articolo", "importoQuota"],
] as const;

/** One row per quote; a payment without quotes has one row, with its amount. For spreadsheets: comma in the amounts, mark of UTF-8, no cell that would run. */
export function presentAnalisiCsv({ pagamenti }: Pick<Analisi, "pagamenti">): string {
  const euro = (importo: bigint): string => formatImporto(importo).replace(".", ",");
  const righe = pagamenti.flatMap((p) =>
    (p.quote.length === 0 ? [undefined] : p.quote).map((quota) =>
      [
        ...[p.idFlusso, p.iuv, p.iur, p.indice, euro(p.importo), p.data, p.esito],
        ...[p.pendenza?.idTipoPendenza ?? p.attribuzione?.idTipoPendenza, p.pendenza?.numeroAvviso],
        ...[
          p.pendenza?.causale,
          p.debitore?.anagrafica,
          p.debitore?.identificativo,
          quota?.capitolo,
          quota?.annoEsercizio,
          quota?.accertamento,
        ],
        ...[quota?.titolo, quota?.tipologia, quota?.categoria, quota?.articolo, euro(quota?.importo ?? p.importo)],
      ].map((valore) => String(valore ?? "")),
    ),
  );
  return `\uFEFF${[[...COLONNE], ...righe].map((riga) => writeRecord(riga, ";")).join("")}`;
}
