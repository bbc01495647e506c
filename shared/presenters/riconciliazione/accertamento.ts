/** The totals of the books, as JSON and as a spreadsheet reads them. */
import type * as z from "zod";
import type { findAccertamenti } from "../../contracts/riconciliazione/accertamenti.ts";
import type { Accertamenti, Accertamento, RichiestaAccertamenti, TotaliAccertamento } from "../../domain/contabilita/accertamenti.ts";
import { writeRecord } from "../../domain/tracciati/csv.ts";
import { fineGiorno, inizioGiorno } from "../../domain/valori/date.ts";
import { formatImporto, toNumeroJson } from "../../domain/valori/importo.ts";

type Query = z.output<(typeof findAccertamenti)["query"]>;

export const toRichiestaAccertamenti = ({ idDominio, dataDa, dataA, gruppi }: Query): RichiestaAccertamenti => ({
  ...{ idDominio, da: inizioGiorno(dataDa), a: fineGiorno(dataA) },
  gruppi: [...new Set(gruppi)],
});

const presentTotali = ({ quote, pagato, rendicontato, incassato }: TotaliAccertamento) => ({
  ...{ quote, pagato: toNumeroJson(pagato), rendicontato: toNumeroJson(rendicontato), incassato: toNumeroJson(incassato) },
});

const presentAccertamento = ({ gruppo: { annoEsercizio, ...gruppo }, ...totali }: Accertamento) => ({
  ...gruppo,
  ...(annoEsercizio !== undefined && { annoEsercizio: Number(annoEsercizio) }),
  ...presentTotali(totali),
});

export const presentAccertamenti = ({ idDominio, dataDa, dataA, gruppi }: Query, { risultati, totale, riscossioni }: Accertamenti) => ({
  ...{ idDominio, dataDa, dataA, gruppi: [...new Set(gruppi)], riscossioni },
  totale: presentTotali(totale),
  risultati: risultati.map(presentAccertamento),
});

export const presentAccertamentiCsv = ({ gruppi }: Query, { risultati }: Accertamenti): string => {
  const scelti = [...new Set(gruppi)];
  const euro = (importo: bigint): string => formatImporto(importo).replace(".", ",");
  const righe = risultati.map((a) => [
    ...scelti.map((nome) => a.gruppo[nome] ?? ""),
    ...[String(a.quote), euro(a.pagato), euro(a.rendicontato), euro(a.incassato)],
  ]);
  return `\uFEFF${[[...scelti, "quote", "pagato", "rendicontato", "incassato"], ...righe].map((riga) => writeRecord(riga, ";")).join("")}`;
};
