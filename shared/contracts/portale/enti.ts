/** Services 1, 2 and 6: bodies, their payable services, the form of one, a spontaneous payment. Served by the functions of the API Pagamento. */
import * as z from "zod";
import { idDominio, idTipoPendenza } from "../comuni/campi.ts";
import { booleanoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/domini.ts";
import * as spontanee from "../pagamento/spontanee.ts";

const opz = z.exactOptional;
const comune = { api: "portale", servitaDa: "pagamento", risorsa: "front-end" } as const;
const servizio = z.strictObject({ idDominio, idTipoPendenza });

export const findEnti = defineOperation({ ...v2.findDomini, ...comune, id: "findEnti", funzione: "findDomini", path: "/enti" });

export const findServizi = defineOperation({
  ...v2.findTipiPendenza,
  ...comune,
  id: "findServizi",
  funzione: "findTipiPendenza",
  path: "/enti/{idDominio}/servizi",
  summary: "Servizi che si possono pagare a un ente senza avviso, con la loro form",
});

export const getServizio = defineOperation({
  ...findServizi,
  id: "getServizio",
  path: "/enti/{idDominio}/servizi/{idTipoPendenza}",
  summary: "Un servizio: campi, etichette, condizioni, regola dell'importo, informativa",
  description: "formDescritta è pronta da disegnare (docs/form.md); i dati si verificano comunque alla creazione.",
  params: servizio,
  query: v2.findTipiPendenza.query.pick({ lingua: true }),
  responses: { 200: v2.TipoPendenzaPortale },
});

export const addSpontanea = defineOperation({
  ...spontanee.addPendenzaDaForm,
  ...comune,
  id: "addSpontanea",
  funzione: "addPendenzaDaForm",
  path: "/enti/{idDominio}/servizi/{idTipoPendenza}",
  summary: "Crea un pagamento spontaneo dai dati della form, o dice quanto costerebbe (anteprima)",
  params: servizio,
  nomiParametri: {},
  query: z.strictObject({ gRecaptchaResponse: opz(z.string().max(4_000)), anteprima: booleanoQuery.default(false) }),
});
