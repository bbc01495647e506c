/** Originals exchanged with the Node. */
import { OriginaliCompressi } from "../../adapters/originali/originali-compressi.ts";
import { documenti } from "./documenti.ts";

export const originali = new OriginaliCompressi(documenti);
