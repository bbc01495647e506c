/** Accounts on which a creditor is credited. */
import * as z from "zod";
import { iban, idDominio } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtroAbilitato, letturaSu, nullabili, parametriElenco, scritturaSu } from "./comuni.ts";
import { ContoAccredito, campiConto } from "./conti-accredito-lettura.ts";

const params = z.strictObject({ idDominio, ibanAccredito: iban });

export const ContoAccreditoPost = z
  .strictObject({
    postale: z.boolean().describe("Abilita il bollettino; ammesso solo per un conto BancoPosta (ABI 07601)"),
    abilitato: z.boolean(),
    ...nullabili(campiConto),
  })
  .meta({ id: "ContiAccreditoPost" });

export const addContiAccredito = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addContiAccredito",
  path: "/domini/{idDominio}/contiAccredito/{ibanAccredito}",
  summary: "Aggiunge o aggiorna un conto di accredito",
  risorsa: "conti-accredito",
  params,
  body: ContoAccreditoPost,
  errors: ["NON_TROVATO", "CONFLITTO", "PRECONDIZIONE"],
});

export const getContiAccredito = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getContiAccredito",
  path: "/domini/{idDominio}/contiAccredito/{ibanAccredito}",
  summary: "Dettaglio di un conto di accredito",
  risorsa: "conti-accredito",
  params,
  responses: { 200: ContoAccredito },
  errors: ["NON_TROVATO"],
});

export const findContiAccredito = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findContiAccredito",
  path: "/domini/{idDominio}/contiAccredito",
  summary: "Elenco dei conti di accredito di un dominio",
  risorsa: "conti-accredito",
  params: z.strictObject({ idDominio }),
  query: z.strictObject({
    ...parametriElenco(ContoAccredito, ["ibanAccredito", "iban", "descrizione"], "ibanAccredito"),
    ...filtroAbilitato,
    iban: z.string().min(1).max(34).optional(),
  }),
  responses: { 200: listaPaginata(ContoAccredito.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});
