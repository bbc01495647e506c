/** Attachments of debts, for the functions that store or show them. */
import { AllegatiS3 } from "../../adapters/s3/allegati.ts";
import { config } from "../config/config.ts";
import { clock } from "./base.ts";
import { documenti } from "./documenti.ts";

export const allegati = new AllegatiS3(documenti, config.s3, clock);
