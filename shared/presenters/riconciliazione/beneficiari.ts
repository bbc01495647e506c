/** Whose money the receipts tell, as JSON and as a spreadsheet reads it. */
import type * as z from "zod";
import type { findBeneficiari } from "../../contracts/riconciliazione/beneficiari.ts";
import type { Prospetto, RichiestaBeneficiari, Totale } from "../../domain/beneficiari/prospetto.ts";
import { writeRecord } from "../../domain/tracciati/csv.ts";
import { fineGiorno, inizioGiorno } from "../../domain/valori/date.ts";
import { formatImporto, toNumeroJson } from "../../domain/valori/importo.ts";

type Query = z.output<(typeof findBeneficiari)["query"]>;

/** 5, 5.5 and 5.05 to hundredths of a percent. */
const toCentesimi = (percentuale: string): number => {
  const [intera = "0", decimale = ""] = percentuale.split(".");
  return Number(intera) * 100 + Number(decimale.padEnd(2, "0"));
};

export const toRichiestaBeneficiari = (query: Query): RichiestaBeneficiari => {
  const { idDominio, dataDa, dataA, gruppi, quotaAttesa, idBeneficiario, soloRendicontati } = query;
  return {
    ...{ idDominio, da: inizioGiorno(dataDa), a: fineGiorno(dataA), gruppi: [...new Set(gruppi)], soloRendicontati },
    ...(quotaAttesa !== undefined && { quotaAttesa: toCentesimi(quotaAttesa) }),
    ...(idBeneficiario !== undefined && { idBeneficiario }),
  };
};

const presentTotale = ({ quote, importo }: Totale) => ({ quote, importo: toNumeroJson(importo) });

export const presentBeneficiari = (query: Query, { ricevute, totale, risultati, ...confronto }: Prospetto) => {
  const { idDominio, dataDa, dataA, gruppi, quotaAttesa } = query;
  const { confrontate, diverse, differenze } = confronto;
  return {
    ...{ idDominio, dataDa, dataA, gruppi: [...new Set(gruppi)], ricevute, totale: presentTotale(totale) },
    risultati: risultati.map(({ gruppo, ...suo }) => ({ ...gruppo, ...presentTotale(suo) })),
    ...(quotaAttesa !== undefined && {
      quotaAttesa: {
        ...{ percentuale: Number(quotaAttesa), confrontate, diverse },
        differenze: differenze.map(({ importo, atteso, ...chi }) => ({
          ...{ ...chi, importo: toNumeroJson(importo), importoAtteso: toNumeroJson(atteso) },
        })),
      },
    }),
  };
};

export const presentBeneficiariCsv = ({ gruppi }: Query, { risultati }: Prospetto): string => {
  const scelti = [...new Set(gruppi)];
  const righe = risultati.map(({ gruppo, quote, importo }) => [
    ...scelti.map((nome) => gruppo[nome] ?? ""),
    ...[String(quote), formatImporto(importo).replace(".", ",")],
  ]);
  return `\uFEFF${[[...scelti, "quote", "importo"], ...righe].map((riga) => writeRecord(riga, ";")).join("")}`;
};
