/** The feed for those who cannot be called: the same events as the webhooks, read from a place on. */
import * as z from "zod";
import { EventoAnnunciato, TIPI_ANNUNCIO } from "../annunci.ts";
import { idDominio } from "../comuni/campi.ts";
import { dataFiltro, elencoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { cursoreVariazioni } from "../riconciliazione/variazioni.ts";

const opz = z.exactOptional;

export const PaginaAnnunci = z
  .strictObject({
    eventi: z.array(EventoAnnunciato),
    cursore: z.string().meta({ description: "Da mandare nella richiesta successiva. C'è sempre, anche senza eventi" }),
    altri: z.boolean().meta({ description: "Vero quando c'è altro da leggere subito; falso quando conviene aspettare" }),
  })
  .meta({ id: "PaginaAnnunci" });

export const getAnnunci = defineOperation({
  api: "pendenze",
  id: "getAnnunci",
  method: "GET",
  path: "/annunci",
  summary: "Che cosa è accaduto alle pendenze dall'ultima volta, per chi non può ricevere webhook",
  description:
    "Gli stessi eventi dei webhook (CloudEvents 1.0), delle pendenze dell'applicazione, nell'ordine in cui sono accaduti. Si comincia con dataDa (o da 90 giorni fa) e si prosegue con il " +
    "cursore di ogni risposta. Nessun evento è saltato, qualunque cosa si scriva nel frattempo; uno può ripetersi, con lo stesso id. Si conservano 90 giorni: un cursore più vecchio è 410. " +
    "idDominio è obbligatorio, senza cursore, per chi vede più di un dominio.",
  risorsa: "annunci",
  auth: ["applicazione", "operatore"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: z
    .strictObject({
      idDominio: opz(idDominio),
      cursore: opz(cursoreVariazioni),
      dataDa: opz(dataFiltro),
      tipi: opz(elencoQuery(z.enum(TIPI_ANNUNCIO), TIPI_ANNUNCIO.length)),
      limite: z.coerce.number().int().min(1).max(500).default(100),
    })
    .refine((query) => query.cursore === undefined || query.dataDa === undefined, {
      ...{ path: ["dataDa"], error: "non ammesso insieme a cursore, che dice già da dove" },
    }),
  responses: { 200: PaginaAnnunci },
  errors: ["PARAMETRO_NON_VALIDO", "NON_AUTORIZZATO", "CURSORE_SCADUTO"],
});
