/** Creditor bodies. */
import * as z from "zod";
import { idDominio, idStazione } from "../comuni/campi.ts";
import { booleanoQuery, listaPaginata } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { filtroAbilitato, filtroAssociati, filtroForm, filtroTesto, letturaSu, parametriElenco } from "./comuni.ts";
import { ContoAccredito } from "./conti-accredito-lettura.ts";
import { campiDominio, campoLogo, DominioIndex, esportazioniLette } from "./domini-lettura.ts";
import { EntrataDominio } from "./entrate-lettura.ts";
import { TipoPendenzaDominio } from "./tipi-pendenza-lettura.ts";
import { UnitaOperativa } from "./unita-operative-lettura.ts";

export const Dominio = z
  .strictObject({
    ...campiDominio,
    logo: campoLogo.optional(),
    ...esportazioniLette,
    unitaOperative: z.array(UnitaOperativa),
    contiAccredito: z.array(ContoAccredito),
    entrate: z.array(EntrataDominio),
    tipiPendenza: z.array(TipoPendenzaDominio),
  })
  .meta({ id: "Dominio" });

export const getDominio = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getDominio",
  path: "/domini/{idDominio}",
  summary: "Dettaglio di un dominio, con unità operative, conti, entrate e tipi pendenza",
  risorsa: "domini",
  params: z.strictObject({ idDominio }),
  responses: { 200: Dominio },
  errors: ["NON_TROVATO"],
});

export const findDomini = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findDomini",
  path: "/domini",
  summary: "Elenco dei domini",
  risorsa: "domini",
  query: z.strictObject({
    ...parametriElenco(DominioIndex, ["ragioneSociale", "idDominio"], "ragioneSociale"),
    ...filtroAbilitato,
    ...filtroAssociati,
    ...filtroForm,
    idStazione: idStazione.optional(),
    idDominio: z.string().min(1).max(11).optional(),
    ragioneSociale: filtroTesto,
    intermediato: booleanoQuery.optional(),
  }),
  responses: { 200: listaPaginata(DominioIndex.partial()) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getLogoDominio = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getLogoDominio",
  path: "/domini/{idDominio}/logo",
  summary: "Logo di un dominio",
  description: "I byte dell'immagine, con il tipo che il contenuto ha davvero.",
  risorsa: "domini",
  params: z.strictObject({ idDominio }),
  responses: { 200: { "image/png": BINARIO, "image/jpeg": BINARIO, "image/svg+xml": BINARIO } },
  errors: ["NON_TROVATO"],
});
