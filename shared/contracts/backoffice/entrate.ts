/** Income codes: those of the installation, and how each creditor uses them (account, accounting code). */
import * as z from "zod";
import { idDominio, idEntrata } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtroAbilitato, filtroTesto, letturaSu, nullabili, parametriElenco, scritturaSu } from "./comuni.ts";
import { campiEntrata, campiTipoEntrata, EntrataDominio, TipoEntrata } from "./entrate-lettura.ts";

export const TipoEntrataPost = z.strictObject(campiTipoEntrata).meta({ id: "TipoEntrataPost" });
export const EntrataDominioPost = z
  .strictObject({
    ...nullabili(campiEntrata),
    abilitato: z.boolean().nullish().describe("Assente = true"),
  })
  .describe(
    "ibanAccredito è obbligatorio, tranne che per il bollo telematico (BOLLOT); tipoContabilita e codiceContabilita assenti sono quelli dell'entrata comune",
  )
  .meta({ id: "EntrataPost" });
export const addEntrata = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addEntrata",
  path: "/entrate/{idEntrata}",
  summary: "Aggiunge o aggiorna un'entrata comune a tutti i domini",
  risorsa: "entrate",
  params: z.strictObject({ idEntrata }),
  body: TipoEntrataPost,
  errors: ["CONFLITTO", "PRECONDIZIONE"],
});

export const getEntrata = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getEntrata",
  path: "/entrate/{idEntrata}",
  summary: "Dettaglio di un'entrata comune",
  risorsa: "entrate",
  params: z.strictObject({ idEntrata }),
  responses: { 200: TipoEntrata },
  errors: ["NON_TROVATO"],
});

export const findEntrate = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findEntrate",
  path: "/entrate",
  summary: "Elenco delle entrate comuni",
  risorsa: "entrate",
  query: z.strictObject(parametriElenco(TipoEntrata, ["idEntrata", "descrizione"], "idEntrata")),
  responses: { 200: listaPaginata(TipoEntrata.partial()) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const params = z.strictObject({ idDominio, idEntrata });

export const addEntrataDominio = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addEntrataDominio",
  path: "/domini/{idDominio}/entrate/{idEntrata}",
  summary: "Aggiunge o aggiorna un'entrata di un dominio",
  risorsa: "entrate",
  params,
  body: EntrataDominioPost,
  errors: ["NON_TROVATO", "TRB_000", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const getEntrataDominio = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getEntrataDominio",
  path: "/domini/{idDominio}/entrate/{idEntrata}",
  summary: "Dettaglio di un'entrata di un dominio",
  risorsa: "entrate",
  params,
  responses: { 200: EntrataDominio },
  errors: ["NON_TROVATO"],
});

export const findEntrateDominio = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findEntrateDominio",
  path: "/domini/{idDominio}/entrate",
  summary: "Elenco delle entrate di un dominio",
  risorsa: "entrate",
  params: z.strictObject({ idDominio }),
  query: z.strictObject({
    ...parametriElenco(EntrataDominio, ["idEntrata", "descrizione"], "idEntrata"),
    ...filtroAbilitato,
    descrizione: filtroTesto,
  }),
  responses: { 200: listaPaginata(EntrataDominio.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});
