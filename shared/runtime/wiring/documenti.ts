/** The document bucket, for the functions that read or write originals. */
import { S3Client } from "@aws-sdk/client-s3";
import { DocumentiS3 } from "../../adapters/s3/documenti.ts";
import { config } from "../config/config.ts";

export const documenti = new DocumentiS3(new S3Client({ forcePathStyle: true }), config.bucketDocumenti);
