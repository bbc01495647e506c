/** Life of a treasury file being loaded. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiCaricamento = defineStati({
  nome: "caricamento",
  stati: {
    IN_CARICAMENTO: "annunciato: si aspetta il file",
    IN_ATTESA: "il file c'è, la lettura non è cominciata",
    IN_ELABORAZIONE: "si stanno leggendo le righe",
    ESEGUITO: "letto per intero, nessuna riga scartata",
    ESEGUITO_CON_SCARTI: "letto: alcune righe sono state scartate, o il file è tagliato; le altre sono registrate",
    SCARTATO: "nessuna riga registrata, con il motivo",
  },
  iniziale: ["IN_CARICAMENTO", "IN_ATTESA"],
  eventi: {
    accogli: "il file è arrivato",
    elabora: "comincia la lettura",
    completa: "tutte le righe lette",
    completaConScarti: "righe lette, con scarti o con il file tagliato",
    scarta: "il file non è di questo ente, non si legge, o è già stato caricato",
  },
  transizioni: {
    accogli: { IN_CARICAMENTO: "IN_ATTESA" },
    elabora: { IN_ATTESA: "IN_ELABORAZIONE" },
    completa: { IN_ELABORAZIONE: "ESEGUITO" },
    completaConScarti: { IN_ELABORAZIONE: "ESEGUITO_CON_SCARTI" },
    scarta: { IN_CARICAMENTO: "SCARTATO", IN_ELABORAZIONE: "SCARTATO" },
  },
});

export type StatoCaricamento = StatoDi<typeof statiCaricamento>;

export const isConcluso = (stato: StatoCaricamento): boolean => !["IN_CARICAMENTO", "IN_ATTESA", "IN_ELABORAZIONE"].includes(stato);
