/** Identity and rights of the caller (GET /profilo of every API). */
import * as z from "zod";
import { SERVIZI_ACL } from "../operation.ts";

export const Acl = z
  .strictObject({ servizio: z.enum(SERVIZI_ACL), autorizzazioni: z.array(z.enum(["R", "W"])).min(1) })
  .meta({ id: "Acl" });

export const Profilo = z
  .strictObject({
    nome: z.string(),
    domini: z.array(
      z.strictObject({ idDominio: z.string(), ragioneSociale: z.string().optional(), unitaOperative: z.array(z.string()).optional() }),
    ),
    tipiPendenza: z.array(z.strictObject({ idTipoPendenza: z.string(), descrizione: z.string().optional() })),
    acl: z.array(Acl),
    autenticazione: z.string().optional(),
  })
  .meta({ id: "Profilo" });
