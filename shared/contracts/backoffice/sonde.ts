/** Probes for the monitoring systems (reference 7): state of jobs, queues, dead letters and of what waits. */
import * as z from "zod";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const SERVIZI = ["Configurazione e manutenzione"] as const;
const comune = { api: "backoffice", risorsa: "sonde", auth: ["operatore"] } as const;
const lettura = {
  ...comune,
  acl: { servizi: SERVIZI, diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read", "code:depth", "scarti:depth"],
  // The client of the queues.
  peso: "scrittura",
} as const;
const params = z.strictObject({ id: z.string().regex(/^[a-zA-Z-]{1,100}$/, "attesi da 1 a 100 caratteri tra lettere e -") });
const soglia = z.number().int().min(0).max(1_000_000);

export const Sonda = z
  .strictObject({
    id: z.string(),
    nome: z.string(),
    tipo: z.enum(["batch", "coda", "misura"]),
    stato: z.enum(["ok", "warning", "error"]).nullable().meta({ description: "null: non ancora misurata" }),
    descrizioneStato: z.string(),
    valore: opz(z.number()),
    unita: z.enum(["minuti", "messaggi", "elementi"]),
    sogliaWarn: z.number(),
    sogliaError: z.number(),
    dataUltimoCheck: opz(z.string()),
  })
  .meta({ id: "Sonda" });

export const findSonde = defineOperation({
  ...lettura,
  id: "findSonde",
  method: "GET",
  path: "/sonde",
  summary: "Sonde: stato di lavori, code, scarti e di ciò che attende",
  description:
    "Una sonda è in warning o in error da quando il suo valore raggiunge la soglia. Dei lavori si misura il ritardo sulla loro schedulazione. Per chi opera su tutti i domini.",
  responses: { 200: z.strictObject({ risultati: z.array(Sonda) }) },
  errors: [],
});

export const getSonda = defineOperation({
  ...lettura,
  id: "getSonda",
  method: "GET",
  path: "/sonde/{id}",
  summary: "Stato di una sonda",
  params,
  responses: { 200: Sonda },
  errors: ["NON_TROVATO"],
});

export const updateSogliaSonda = defineOperation({
  ...comune,
  id: "updateSogliaSonda",
  method: "PUT",
  path: "/sonde/{id}/soglie",
  summary: "Cambia le soglie di una sonda",
  acl: { servizi: SERVIZI, diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "code:depth", "scarti:depth"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 4 },
  params,
  body: z.strictObject({ sogliaWarn: soglia, sogliaError: soglia }).meta({ id: "SoglieSonda" }),
  responses: { 200: Sonda },
  errors: ["NON_TROVATO", "CONFLITTO"],
});
