/** Seals of the journal: their bucket is not that of the documents, and nobody rewrites it. */
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { SigilliArchivio } from "../../adapters/archivio/sigilli.ts";
import { readLotto } from "../../adapters/dynamodb/stream-eventi.ts";
import { DocumentiS3 } from "../../adapters/s3/documenti.ts";
import { config } from "../config/config.ts";
import { clock, deposito } from "./base.ts";

export { readLotto };

export const porteSigilli = {
  // A bucket with a retention wants to know what it keeps.
  sigilli: new SigilliArchivio(deposito, new DocumentiS3({ ...config.s3, bucket: config.bucketSigilli, impronta: true })),
  clock,
};

export const porteVerificaSigilli = { ...porteSigilli, registro: createRegistroDiBase(deposito) };
