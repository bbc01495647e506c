/** Accounts and incomes of a creditor in v1 (reference 1.6, rows 5-8): the enabled ones. */
import * as z from "zod";
import { parametriElenco } from "../backoffice/comuni.ts";
import { ContoAccredito } from "../backoffice/conti-accredito-lettura.ts";
import { EntrataDominio } from "../backoffice/entrate-lettura.ts";
import { iban, idDominio, idEntrata } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { letturaPortale } from "../pagamento/domini.ts";
import { filtroAbilitato } from "./domini.ts";

const comune = { ...letturaPortale, api: "pagamento-v1" } as const;
const params = z.strictObject({ idDominio });

export const findContiAccredito = defineOperation({
  ...comune,
  id: "findContiAccredito",
  funzione: "findUnitaOperative",
  path: "/domini/{idDominio}/contiAccredito",
  summary: "Elenco dei conti di accredito di un dominio",
  description: "GovPay chiama contiAccredito l'ordinamento per IBAN: è ammesso anche quel nome.",
  params,
  query: z.strictObject({
    ...parametriElenco(ContoAccredito, ["contiAccredito", "ibanAccredito", "iban"], "contiAccredito"),
    ...filtroAbilitato,
  }),
  responses: { 200: listaPaginata(ContoAccredito.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

export const getContoAccredito = defineOperation({
  ...comune,
  id: "getContoAccredito",
  funzione: "findUnitaOperative",
  path: "/domini/{idDominio}/contiAccredito/{iban}",
  summary: "Dettaglio di un conto di accredito",
  params: z.strictObject({ idDominio, iban }),
  responses: { 200: ContoAccredito },
  errors: ["NON_TROVATO"],
});

export const findEntrate = defineOperation({
  ...comune,
  id: "findEntrate",
  funzione: "findUnitaOperative",
  path: "/domini/{idDominio}/entrate",
  summary: "Elenco delle entrate di un dominio",
  params,
  query: z.strictObject({ ...parametriElenco(EntrataDominio, ["idEntrata"], "idEntrata"), ...filtroAbilitato }),
  responses: { 200: listaPaginata(EntrataDominio.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

export const getEntrata = defineOperation({
  ...comune,
  id: "getEntrata",
  funzione: "findUnitaOperative",
  path: "/domini/{idDominio}/entrate/{idEntrata}",
  summary: "Dettaglio di un'entrata di un dominio",
  params: z.strictObject({ idDominio, idEntrata }),
  responses: { 200: EntrataDominio },
  errors: ["NON_TROVATO"],
});
