/** Life of a file on money to decide about: kept, set aside, or given back, and never given back twice. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiFascicolo = defineStati({
  nome: "fascicolo",
  stati: {
    APERTO: "c'è denaro su cui decidere",
    IN_QUARANTENA: "il denaro è messo da parte, tra le partite di giro, finché non si sa a chi spetta",
    ACCETTATO: "l'ente tiene il denaro, o accetta la differenza",
    RIMBORSO_PROPOSTO: "qualcuno propone di restituire: aspetta la seconda persona, dove l'ente la vuole",
    RIMBORSO_AUTORIZZATO: "si può emettere il mandato",
    RIMBORSATO: "il mandato è stato emesso",
    CHIUSO: "non c'è altro da fare",
  },
  iniziale: "APERTO",
  eventi: {
    accetta: "si tiene il denaro",
    accantona: "si mette da parte in attesa di capire",
    proponiRimborso: "si propone di restituire una somma",
    autorizzaRimborso: "la seconda persona approva, o l'ente non la chiede",
    rifiutaRimborso: "la seconda persona dice no, o chi l'ha proposto lo ritira",
    registraRimborso: "è stato emesso il mandato, con numero e data",
    chiudi: "si chiude con un motivo",
    riapri: "si torna a decidere, finché nessun mandato è stato emesso",
  },
  transizioni: {
    accetta: { APERTO: "ACCETTATO", IN_QUARANTENA: "ACCETTATO" },
    accantona: { APERTO: "IN_QUARANTENA" },
    proponiRimborso: { APERTO: "RIMBORSO_PROPOSTO", IN_QUARANTENA: "RIMBORSO_PROPOSTO" },
    autorizzaRimborso: { RIMBORSO_PROPOSTO: "RIMBORSO_AUTORIZZATO" },
    rifiutaRimborso: { RIMBORSO_PROPOSTO: "APERTO" },
    registraRimborso: { RIMBORSO_AUTORIZZATO: "RIMBORSATO" },
    chiudi: { APERTO: "CHIUSO", IN_QUARANTENA: "CHIUSO", ACCETTATO: "CHIUSO", RIMBORSATO: "CHIUSO" },
    riapri: { IN_QUARANTENA: "APERTO", ACCETTATO: "APERTO", RIMBORSO_AUTORIZZATO: "APERTO", CHIUSO: "APERTO" },
  },
});

export type StatoFascicolo = StatoDi<typeof statiFascicolo>;

export const STATI_FASCICOLO = [
  "APERTO",
  "IN_QUARANTENA",
  "ACCETTATO",
  "RIMBORSO_PROPOSTO",
  "RIMBORSO_AUTORIZZATO",
  "RIMBORSATO",
  "CHIUSO",
] as const satisfies readonly StatoFascicolo[];

/** Somebody still has something to do. */
export const isDaLavorare = (stato: StatoFascicolo): boolean => stato !== "CHIUSO" && stato !== "ACCETTATO";
