/** Accounts on which a creditor is credited. */
import * as z from "zod";
import { bic, iban, idDominio, testo } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { facoltativi, filtroAbilitato, letturaSu, nullabili, parametriElenco, scritturaSu } from "./comuni.ts";

const params = z.strictObject({ idDominio, ibanAccredito: iban });

const campi = {
  bic,
  mybank: z.boolean().describe("Senza effetto: il servizio MyBank non passa più dal conto"),
  descrizione: testo(255),
  intestatario: testo(255),
  autStampaPosteItaliane: testo(255),
};

export const ContoAccreditoPost = z
  .strictObject({
    postale: z.boolean().describe("Abilita il bollettino; ammesso solo per un conto BancoPosta (ABI 07601)"),
    abilitato: z.boolean(),
    ...nullabili(campi),
  })
  .meta({ id: "ContiAccreditoPost" });

export const ContoAccredito = z
  .strictObject({ iban, postale: z.boolean(), abilitato: z.boolean(), ...facoltativi(campi) })
  .meta({ id: "ContiAccredito" });

export const addContiAccredito = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addContiAccredito",
  path: "/domini/{idDominio}/contiAccredito/{ibanAccredito}",
  summary: "Aggiunge o aggiorna un conto di accredito",
  risorsa: "conti-accredito",
  params,
  body: ContoAccreditoPost,
  errors: ["NON_TROVATO", "CONFLITTO"],
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
