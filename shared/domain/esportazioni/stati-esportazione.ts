/** Life of an export: a file made once, from a list, by who reads it. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiEsportazione = defineStati({
  nome: "esportazione",
  stati: {
    IN_ATTESA: "chiesta: il file deve ancora cominciare, o ricominciare",
    PRONTA: "il file è nel deposito e si può scaricare",
    SCARTATA: "il file non si può fare: la descrizione dice perché",
  },
  iniziale: "IN_ATTESA",
  eventi: { concludi: "scritta l'ultima riga", scarta: "i filtri non sono più ammessi" },
  transizioni: { concludi: { IN_ATTESA: "PRONTA" }, scarta: { IN_ATTESA: "SCARTATA" } },
});

export type StatoEsportazione = StatoDi<typeof statiEsportazione>;
