/** Large objects of the document bucket. */
import { OggettiS3 } from "../../adapters/s3/oggetti.ts";
import { config } from "../config/config.ts";

export const oggetti = new OggettiS3(config.s3);
