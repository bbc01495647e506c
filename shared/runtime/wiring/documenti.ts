/** The document bucket, for the functions that read or write originals. */
import { DocumentiS3 } from "../../adapters/s3/documenti.ts";
import { config } from "../config/config.ts";

export const documenti = new DocumentiS3(config.s3);
