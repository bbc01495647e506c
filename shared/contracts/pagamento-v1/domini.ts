/** The registry in v1 (reference 1.6, rows 1-8), as far as a portal may show it: what is enabled and public of the creditors. */
import * as z from "zod";
import { ContoAccredito } from "../backoffice/conti-accredito-lettura.ts";
import { EntrataDominio } from "../backoffice/entrate-lettura.ts";
import { idDominio, identificativo35, idStazione } from "../comuni/campi.ts";
import { booleanoQuery, listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/domini.ts";

const api = "pagamento-v1";
const comune = { ...v2.letturaPortale, api } as const;
const percorso = z.string().meta({ description: "Percorso dell'elenco" });
export const filtroAbilitato = {
  abilitato: booleanoQuery.optional().describe("Sono mostrati solo gli elementi abilitati: false non trova nulla"),
};

export const dominioIndex = z
  .strictObject({
    ...v2.DominioPortale.shape,
    abilitato: z.boolean(),
    unitaOperative: percorso,
    contiAccredito: percorso,
    entrate: percorso,
  })
  .meta({ id: "dominioIndex" });
export const unitaOperativa = z.strictObject({ ...v2.UnitaOperativaPortale.shape, abilitato: z.boolean() }).meta({ id: "unitaOperativa" });
export const dominio = z
  .strictObject({
    ...v2.DominioPortale.shape,
    abilitato: z.boolean(),
    unitaOperative: z.array(unitaOperativa),
    contiAccredito: z.array(ContoAccredito),
    entrate: z.array(EntrataDominio),
  })
  .meta({ id: "dominio" });

const params = z.strictObject({ idDominio });

export const findDomini = defineOperation({
  ...v2.findDomini,
  api,
  query: z.strictObject({ ...v2.parametriDomini, ...filtroAbilitato, idStazione: idStazione.optional() }),
  responses: { 200: listaPaginata(dominioIndex.partial()) },
});

export const getDominio = defineOperation({
  ...comune,
  id: "getDominio",
  funzione: "findDomini",
  path: "/domini/{idDominio}",
  summary: "Dettaglio di un dominio, con unità operative, conti ed entrate abilitati",
  params,
  responses: { 200: dominio },
  errors: ["NON_TROVATO"],
});

export const findUnitaOperative = defineOperation({
  ...v2.findUnitaOperative,
  api,
  query: z.strictObject({ ...v2.parametriUnita, ...filtroAbilitato }),
  responses: { 200: listaPaginata(unitaOperativa.partial()) },
});

export const getUnitaOperativa = defineOperation({
  ...comune,
  id: "getUnitaOperativa",
  funzione: "findUnitaOperative",
  path: "/domini/{idDominio}/unitaOperative/{idUnitaOperativa}",
  summary: "Dettaglio di un'unità operativa",
  params: z.strictObject({ idDominio, idUnitaOperativa: identificativo35 }),
  responses: { 200: unitaOperativa },
  errors: ["NON_TROVATO"],
});
