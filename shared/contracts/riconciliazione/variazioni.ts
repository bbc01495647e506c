/** What changed since then (issue of who keeps a copy of the accounts): not of GovPay, whose lists had to be read again whole. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { dataFiltro, elencoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;

export const TIPI_VARIAZIONE = ["FLUSSO", "RISCOSSIONE", "RICONCILIAZIONE", "MOVIMENTO", "RISCONTRO"] as const;

/** A place as we write it: which creditor, and a segment with how much of it was read, or an instant. */
export const PostoCursore = z.tuple([idDominio, z.iso.datetime(), z.union([z.int().min(0).max(100_000), z.literal("da")])]);

export const cursoreVariazioni = z
  .string()
  .max(200)
  .transform((testo, contesto) => {
    try {
      const posto = PostoCursore.safeParse(JSON.parse(atob(testo.replaceAll("-", "+").replaceAll("_", "/"))));
      if (posto.success) return posto.data;
    } catch {
      // Said below: it is not ours either way.
    }
    contesto.addIssue({ code: "custom", message: "non è quello di una risposta precedente" });
    return z.NEVER;
  });

export const Variazione = z
  .strictObject({
    tipo: z.enum(TIPI_VARIAZIONE),
    azione: z.enum(["CREATA", "MODIFICATA", "ELIMINATA"]),
    data: z.iso
      .datetime({ offset: true })
      .meta({ description: "Quando la variazione è stata annotata, di solito pochi secondi dopo che è avvenuta" }),
    idDominio: z.string(),
    versione: z
      .int()
      .meta({ description: "Cresce a ogni cambiamento della risorsa: una variazione già vista, o superata, si riconosce da qui" }),
    stato: opz(z.string()),
    chiave: z.record(z.string(), z.union([z.string(), z.int()])).meta({
      description: "Che cosa è cambiato: idFlusso, idPsp e revisione; iuv, iur e indice; id; idMovimento",
    }),
    href: opz(z.string()).meta({ description: "Dove si legge, quando ha un dettaglio" }),
  })
  .meta({ id: "Variazione" });

export const PaginaVariazioni = z
  .strictObject({
    risultati: z.array(Variazione),
    cursore: z.string().meta({ description: "Da mandare nella richiesta successiva. C'è sempre, anche senza risultati" }),
    altre: z.boolean().meta({ description: "Vero quando c'è altro da leggere subito; falso quando conviene aspettare" }),
  })
  .meta({ id: "PaginaVariazioni" });

export const getVariazioni = defineOperation({
  api: "riconciliazione",
  id: "getVariazioni",
  method: "GET",
  path: "/variazioni",
  summary: "Che cosa è cambiato dall'ultima volta, di un dominio",
  description:
    "Flussi, riscossioni, riconciliazioni, movimenti di cassa e riscontri creati o cambiati, nell'ordine in cui sono stati annotati. Si comincia con dataDa (o da 30 giorni fa) e si " +
    "prosegue con il cursore di ogni risposta; con altre falso si aspetta, per esempio un minuto, e si chiede di nuovo con lo stesso cursore. Nessuna variazione è saltata, qualunque cosa si " +
    "scriva nel frattempo; una può ripetersi (almeno una volta): versione dice se è già nota. La variazione dice che cosa è cambiato, non come è: lo stato attuale si legge da href. " +
    "Una pagina può essere vuota anche con altre vero, quando ciò che ha letto non è dei tipi chiesti o non è visibile al chiamante. Si conservano 30 giorni: un cursore più vecchio è 410, " +
    "e si riparte da una data. idDominio è obbligatorio, senza cursore, per chi vede più di un dominio.",
  risorsa: "variazioni",
  auth: ["applicazione", "operatore"],
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: z
    .strictObject({
      idDominio: opz(idDominio),
      cursore: opz(cursoreVariazioni),
      dataDa: opz(dataFiltro),
      tipi: opz(elencoQuery(z.enum(TIPI_VARIAZIONE), TIPI_VARIAZIONE.length)),
      limite: z.coerce.number().int().min(1).max(500).default(100),
    })
    .refine((query) => query.cursore === undefined || query.dataDa === undefined, {
      ...{ path: ["dataDa"], error: "non ammesso insieme a cursore, che dice già da dove" },
    }),
  responses: { 200: PaginaVariazioni },
  errors: ["PARAMETRO_NON_VALIDO", "NON_AUTORIZZATO", "CURSORE_SCADUTO"],
});
