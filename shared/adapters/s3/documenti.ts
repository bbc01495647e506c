/** The document bucket. */
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Documenti } from "../../ports/documenti.ts";

export class DocumentiS3 implements Documenti {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async put(chiave: string, contenuto: Uint8Array, tipo: string): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: chiave, Body: contenuto, ContentType: tipo }));
  }

  async get(chiave: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: chiave }));
      return await Body?.transformToByteArray();
    } catch (errore) {
      if (errore instanceof NoSuchKey) return undefined;
      throw errore;
    }
  }
}
