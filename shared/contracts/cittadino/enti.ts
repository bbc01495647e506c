/** Portal API 1.0, operations 6 to 10 (reference 1.15): creditors, their image, what a citizen may pay to them. Served by the functions of the API Pagamento. */
import * as z from "zod";
import { idDominio, idTipoPendenza } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/domini.ts";

const opz = z.exactOptional;
const comune = { api: "cittadino", servitaDa: "pagamento", risorsa: "portale-cittadino" } as const;

export const findDomini = defineOperation({ ...v2.findDomini, ...comune });

export const getDominio = defineOperation({
  ...v2.findDomini,
  ...comune,
  id: "getDominio",
  funzione: "findDomini",
  path: "/domini/{idDominio}",
  summary: "Dettaglio di un dominio, con il suo logo",
  description: "Ciò che è pubblico di un ente abilitato; un'applicazione vede i propri.",
  params: z.strictObject({ idDominio }),
  query: z.strictObject({}),
  responses: { 200: v2.DominioPortale },
  errors: ["NON_TROVATO"],
});

export const getLogo = defineOperation({
  ...getDominio,
  id: "getLogo",
  path: "/domini/{idDominio}/logo",
  summary: "Logo di un dominio, come immagine",
  description: "Il tipo è quello del contenuto; un ente senza logo risponde 404.",
  responses: {
    200: {
      "image/png": BINARIO,
      "image/jpeg": BINARIO,
      "image/svg+xml": BINARIO,
    },
  },
});

export const findTipiPendenza = defineOperation({
  ...v2.findTipiPendenza,
  ...comune,
  query: v2.findTipiPendenza.query.extend({
    descriione: opz(z.string().min(1).max(255)).meta({ description: "Come descrizione: il nome con cui GovPay la pubblica" }),
  }),
});

export const getTipoPendenza = defineOperation({
  ...v2.findTipiPendenza,
  ...comune,
  id: "getTipoPendenza",
  funzione: "findTipiPendenza",
  path: "/domini/{idDominio}/tipiPendenza/{idTipoPendenza}",
  summary: "Un tipo di pendenza che il dominio offre ai cittadini, con la sua form",
  description: "Quello che il portale non può offrire risponde come quello che non esiste.",
  params: z.strictObject({ idDominio, idTipoPendenza }),
  query: v2.findTipiPendenza.query.pick({ lingua: true }),
  responses: { 200: v2.TipoPendenzaPortale },
});
