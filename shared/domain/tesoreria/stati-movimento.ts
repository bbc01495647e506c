/** Life of a movement of the treasurer: lines of later files change lines told before (OPI, `tipo_operazione`), in whatever order the files arrive. */
import { defineStati, type EventoDi, type StatoDi } from "../stati.ts";
import type { OperazioneMovimento } from "./movimento.ts";

export const statiMovimento = defineStati({
  nome: "movimento",
  stati: {
    IN_ATTESA: "una riga lo cambia, ma quella che lo racconta non è ancora arrivata",
    ESEGUITO: "il denaro è sul conto, senza un ordine che lo copra per intero",
    REGOLARIZZATO: "gli ordini (reversali o mandati) lo coprono per intero",
    STORNATO: "annullato dal tesoriere: non c'è più denaro",
  },
  iniziale: ["IN_ATTESA", "ESEGUITO"],
  eventi: {
    esegui: "arriva la riga che lo racconta",
    regolarizza: "gli ordini arrivano a coprirlo per intero",
    storna: "il tesoriere lo annulla per intero",
    ripristina: "torna com'era prima della regolarizzazione o dello storno",
  },
  transizioni: {
    esegui: { IN_ATTESA: "ESEGUITO" },
    regolarizza: { ESEGUITO: "REGOLARIZZATO" },
    storna: { ESEGUITO: "STORNATO", REGOLARIZZATO: "STORNATO" },
    ripristina: { REGOLARIZZATO: "ESEGUITO", STORNATO: "ESEGUITO" },
  },
});

export type StatoMovimento = StatoDi<typeof statiMovimento>;
export type EventoMovimento = EventoDi<typeof statiMovimento>;

export const EVENTO_DI: Readonly<Record<OperazioneMovimento, EventoMovimento>> = {
  ESEGUITO: "esegui",
  REGOLARIZZATO: "regolarizza",
  STORNATO: "storna",
  RIPRISTINATO: "ripristina",
};
