/** Debt types: those of the installation, and what each creditor changes in them. */
import * as z from "zod";
import { idDominio, idTipoPendenza } from "../comuni/campi.ts";
import { booleanoQuery, listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtroAbilitato, filtroAssociati, filtroForm, filtroTesto, letturaSu, parametriElenco, scritturaSu } from "./comuni.ts";
import { TipoPendenza, TipoPendenzaDominio } from "./tipi-pendenza-lettura.ts";
import { TipoPendenzaDominioPost, TipoPendenzaPost } from "./tipi-pendenza-scrittura.ts";

const filtri = {
  ...filtroAbilitato,
  ...filtroAssociati,
  ...filtroForm,
  trasformazione: booleanoQuery.optional().describe("Restrizione ai soli tipi con un tracciato CSV"),
  descrizione: filtroTesto,
};

export const addTipoPendenza = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addTipoPendenza",
  path: "/tipiPendenza/{idTipoPendenza}",
  summary: "Aggiunge o aggiorna un tipo pendenza comune a tutti i domini",
  risorsa: "tipi-pendenza",
  params: z.strictObject({ idTipoPendenza }),
  body: TipoPendenzaPost,
  errors: ["CONFLITTO", "PRECONDIZIONE"],
});

export const getTipoPendenza = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getTipoPendenza",
  path: "/tipiPendenza/{idTipoPendenza}",
  summary: "Dettaglio di un tipo pendenza comune",
  risorsa: "tipi-pendenza",
  params: z.strictObject({ idTipoPendenza }),
  responses: { 200: TipoPendenza },
  errors: ["NON_TROVATO"],
});

export const findTipiPendenza = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findTipiPendenza",
  path: "/tipiPendenza",
  summary: "Elenco dei tipi pendenza comuni",
  description: "GovPay chiama idEntrata l'ordinamento per identificativo: sono ammessi entrambi i nomi.",
  risorsa: "tipi-pendenza",
  query: z.strictObject({
    ...parametriElenco(TipoPendenza, ["idEntrata", "idTipoPendenza", "descrizione"], "idEntrata"),
    ...filtri,
    idTipoPendenza: z.string().min(1).max(35).optional(),
    nonAssociati: z.string().max(35).optional().describe("Restrizione ai tipi non associati al dominio indicato; se non esiste, tutti"),
  }),
  responses: { 200: listaPaginata(TipoPendenza.partial()) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const params = z.strictObject({ idDominio, idTipoPendenza });

export const addTipoPendenzaDominio = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addTipoPendenzaDominio",
  path: "/domini/{idDominio}/tipiPendenza/{idTipoPendenza}",
  summary: "Associa un tipo pendenza a un dominio, o ne aggiorna i valori propri",
  risorsa: "tipi-pendenza",
  params,
  body: TipoPendenzaDominioPost,
  errors: ["NON_TROVATO", "TVR_000", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const getTipoPendenzaDominio = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getTipoPendenzaDominio",
  path: "/domini/{idDominio}/tipiPendenza/{idTipoPendenza}",
  summary: "Dettaglio di un tipo pendenza di un dominio: valori comuni e valori propri",
  risorsa: "tipi-pendenza",
  params,
  responses: { 200: TipoPendenzaDominio },
  errors: ["NON_TROVATO"],
});

export const findTipiPendenzaDominio = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findTipiPendenzaDominio",
  path: "/domini/{idDominio}/tipiPendenza",
  summary: "Elenco dei tipi pendenza di un dominio",
  risorsa: "tipi-pendenza",
  params: z.strictObject({ idDominio }),
  query: z.strictObject({ ...parametriElenco(TipoPendenzaDominio, ["descrizione", "idTipoPendenza"], "descrizione"), ...filtri }),
  responses: { 200: listaPaginata(TipoPendenzaDominio.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});
