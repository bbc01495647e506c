/** Items of the scheduled jobs: all states in one partition, read together; a run for each, that expires. */
import * as z from "zod";
import type { Esecuzione, Lavoro } from "../../domain/lavori/lavoro.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();
/** A month of runs is enough for who investigates. */
const CONSERVAZIONE_SECONDI = 30 * 86_400;

const createSchemaEsecuzione = () =>
  z.object({
    versione,
    id: testo,
    lavoro: testo,
    stato: z.enum(["RICHIESTA", "IN_CORSO", "CONCLUSA", "FALLITA"]),
    origine: z.enum(["SCHEDULAZIONE", "OPERATORE"]),
    principal: testoOpz,
    richiestaAlle: testo,
    avviataAlle: testoOpz,
    conclusaAlle: testoOpz,
    durataMillisecondi: opz(z.number()),
    cifre: opz(z.record(z.string(), z.number())),
    dettaglio: testoOpz,
  });

export const mappaLavoro = defineMappa<Lavoro>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      nome: testo,
      inCorso: opz(z.object({ idEsecuzione: testo, dal: testo, finoA: testo })),
      ultima: opz(createSchemaEsecuzione()),
      ultimoSuccesso: testoOpz,
    }),
  chiave: ({ nome }) => chiavi.lavoro(nome),
});

export const mappaEsecuzione = defineMappa<Esecuzione>({
  tabella: "archivio",
  schema: createSchemaEsecuzione,
  chiave: ({ id }) => chiavi.esecuzione(id),
  indici: ({ richiestaAlle }) => ({ scadeAlle: Math.floor(Date.parse(richiestaAlle) / 1000) + CONSERVAZIONE_SECONDI }),
});
