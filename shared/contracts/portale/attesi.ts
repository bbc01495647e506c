/** Services 3 and 9 of the contract between front ends and back ends (docs/integrazione/portale.md): expected payments and history of a tax code, ours and of the other back ends. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { STATI_PENDENZA_PORTALE } from "../pagamento/pendenze.ts";
import { detentore, PosizionePortale } from "./modelli.ts";

const opz = z.exactOptional;

export const MASSIMO_ATTESI = 200;

export const RicercaAttesi = z
  .strictObject({
    codiceFiscale: opz(z.string().min(1).max(16)).meta({ description: "Assente: quello per cui agisce il cittadino. Mai nell'indirizzo" }),
    idDominio: opz(idDominio),
    stato: opz(z.enum(STATI_PENDENZA_PORTALE)).meta({ description: "NON_ESEGUITA per i pagamenti attesi, ESEGUITA per lo storico" }),
    federati: opz(z.boolean()).meta({ description: "Chiedere anche agli altri back end; false di chi è già un back end che chiede" }),
    cursore: opz(z.string().max(1_000)),
    limite: z.number().int().min(1).max(MASSIMO_ATTESI).default(50),
  })
  .meta({ id: "RicercaAttesi" });

export const Detentore = z
  .strictObject({
    id: detentore,
    nome: z.string(),
    esito: z
      .enum(["RISPOSTO", "NON_RISPONDE", "RISPOSTA_PARZIALE"])
      .meta({ description: "RISPOSTA_PARZIALE: ne ha altre, oltre a queste" }),
  })
  .meta({ id: "DetentorePortale" });

export const Attesi = z
  .strictObject({ risultati: z.array(PosizionePortale), detentori: z.array(Detentore), cursore: opz(z.string()) })
  .meta({ id: "AttesiPortale" });

export const findAttesi = defineOperation({
  api: "portale",
  id: "findAttesi",
  method: "POST",
  path: "/attesi/ricerca",
  summary: "Pagamenti attesi, o storico, di un codice fiscale: i nostri e quelli degli altri back end",
  description:
    "Un cittadino trova i propri, un front end fidato (applicazione con API Pagamenti) quelli degli enti e dei tipi per cui è autorizzato. Il codice fiscale è nel " +
    "corpo, perché gli indirizzi finiscono nei registri. Gli altri back end sono chiesti insieme, ognuno per al massimo 2 secondi e solo con la prima pagina: " +
    "detentori dice chi ha risposto, e chi non risponde non nasconde gli altri. Con cursore prosegue l'elenco dei nostri.",
  risorsa: "front-end",
  auth: ["applicazione", "cittadino"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read", "segreti:read"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 8 },
  body: RicercaAttesi,
  responses: { 200: Attesi },
  errors: ["PARAMETRO_NON_VALIDO", "NON_AUTORIZZATO"],
});
