/** Life of the import of a document of the registry. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiImportazione = defineStati({
  nome: "importazione",
  stati: {
    IN_ATTESA: "documento accettato: il confronto con l'anagrafica deve ancora cominciare",
    IN_CORSO: "confronto fatto: le voci diverse si scrivono, a tappe ripetibili",
    CONCLUSA: "ogni voce del documento è in anagrafica, o in prova il confronto è pronto",
    CONCLUSA_CON_RIFIUTI: "conclusa, ma qualche voce è stata rifiutata: gli esiti dicono quale e perché",
  },
  iniziale: "IN_ATTESA",
  eventi: {
    confronta: "piano scritto, c'è qualcosa da scrivere",
    concludi: "ultima voce passata, o niente da scrivere",
    concludiConRifiuti: "ultima voce passata, almeno una rifiutata",
  },
  transizioni: {
    confronta: { IN_ATTESA: "IN_CORSO" },
    concludi: { IN_ATTESA: "CONCLUSA", IN_CORSO: "CONCLUSA" },
    concludiConRifiuti: { IN_CORSO: "CONCLUSA_CON_RIFIUTI" },
  },
});

export type StatoImportazione = StatoDi<typeof statiImportazione>;
