/** Detail of receipts, with their originals. */
import { OriginaliCompressi } from "../../adapters/originali/originali-compressi.ts";
import { anagrafiche } from "./base.ts";
import { documenti } from "./documenti.ts";
import { posizioni } from "./posizioni.ts";

export const porteRicevuta = { anagrafiche, posizioni, originali: new OriginaliCompressi(documenti) };
