/** Segments and seals of the journal: items of the table `eventi`, with their manifest and copy in the bucket of the seals. */
import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import type { Segmento, Sigillo } from "../../domain/giornale/sigilli.ts";
import type { Deposito, Elemento } from "../../ports/deposito.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiaveEvento, Manifesto, Sigilli } from "../../ports/sigilli.ts";
import { digestElemento, sha256 } from "./impronta-evento.ts";
import { readPagina } from "./pagine.ts";

const PK_SIGILLI = "SIGILLI";
/** Segments read in one go: a busy day has some thousands. */
const TRATTO = 2000;
/** A manifest is a megabyte at most: a batch of the stream is a thousand entries. */
const MANIFESTO_MASSIMO = 16 * 1024 * 1024;

const pkSegmenti = (giorno: string): string => `SEGMENTI#${giorno}`;
const oggettoSegmento = ({ giorno, id }: Pick<Segmento, "giorno" | "id">): string => `segmenti/${giorno}/${id}.json.gz`;
const oggettoSigillo = (giorno: string): string => `giorni/${giorno}.json`;

const schemi = () => ({
  segmento: z.object({
    giorno: z.string(),
    id: z.string(),
    istante: z.string(),
    eventi: z.number().int(),
    alterazioni: z.number().int(),
    conteggi: z.record(z.string(), z.number().int()),
    digest: z.string(),
  }),
  sigillo: z.object({
    giorno: z.string(),
    precedente: z.string(),
    impronta: z.string(),
    segmenti: z.number().int(),
    eventi: z.number().int(),
    alterazioni: z.number().int(),
    chiusoAlle: z.string(),
  }),
  manifesto: z.object({
    voci: z.array(
      z
        .tuple([z.string(), z.string(), z.string(), z.string(), z.number().int()])
        .rest(z.enum(["MODIFICATO", "CANCELLATO"]))
        .transform(([pk, sk, elenco, digest, scadeAlle, alterazione]) => ({
          ...{ pk, sk, elenco, digest, scadeAlle },
          ...(alterazione !== undefined && { alterazione }),
        })),
    ),
  }),
});

export class SigilliArchivio implements Sigilli {
  readonly #deposito: Deposito;
  readonly #bucket: Pick<Documenti, "get" | "put">;
  #costruiti: ReturnType<typeof schemi> | undefined;

  constructor(deposito: Deposito, bucket: Pick<Documenti, "get" | "put">) {
    this.#deposito = deposito;
    this.#bucket = bucket;
  }

  impronta(testo: string): string {
    return sha256(testo);
  }

  async addSegmento(segmento: Segmento, manifesto: string): Promise<void> {
    await this.#bucket.put(oggettoSegmento(segmento), gzipSync(manifesto), "application/gzip");
    await this.#create({ ...segmento, pk: pkSegmenti(segmento.giorno), sk: segmento.id, versione: 1 });
  }

  async findSegmenti(giorno: string): Promise<readonly Segmento[]> {
    const elementi: Elemento[] = [];
    let dopo: Readonly<Record<string, string>> | undefined;
    do {
      const pezzo = await this.#deposito.query({
        ...{ tabella: "eventi", pk: pkSegmenti(giorno), ordine: "asc", limite: TRATTO },
        ...(dopo && { dopo }),
      });
      elementi.push(...pezzo.elementi);
      dopo = pezzo.dopo;
    } while (dopo);
    return elementi.map((elemento) => this.#schemi.segmento.parse(elemento));
  }

  async hasSegmenti(giorno: string): Promise<boolean> {
    const { elementi } = await this.#deposito.query({ tabella: "eventi", pk: pkSegmenti(giorno), ordine: "asc", limite: 1 });
    return elementi.length > 0;
  }

  async readManifesto(segmento: Segmento): Promise<Manifesto | undefined> {
    const compresso = await this.#bucket.get(oggettoSegmento(segmento));
    if (!compresso) return undefined;
    try {
      const testo = gunzipSync(compresso, { maxOutputLength: MANIFESTO_MASSIMO }).toString("utf8");
      const letto: unknown = JSON.parse(testo);
      return { testo, voci: this.#schemi.manifesto.parse(letto).voci };
    } catch {
      // Whoever spoilt the object did not leave it readable: for who verifies it is as if it were not there.
      return undefined;
    }
  }

  async addSigillo(sigillo: Sigillo): Promise<void> {
    await this.#bucket.put(oggettoSigillo(sigillo.giorno), Buffer.from(JSON.stringify(sigillo)), "application/json");
    await this.#create({ ...sigillo, pk: PK_SIGILLI, sk: sigillo.giorno, versione: 1 });
  }

  async getSigillo(giorno: string): Promise<Sigillo | undefined> {
    const elemento = await this.#deposito.get("eventi", { pk: PK_SIGILLI, sk: giorno });
    return elemento && this.#schemi.sigillo.parse(elemento);
  }

  async readSigillo(giorno: string): Promise<Sigillo | undefined> {
    const contenuto = await this.#bucket.get(oggettoSigillo(giorno));
    if (!contenuto) return undefined;
    const letto: unknown = JSON.parse(Buffer.from(contenuto).toString("utf8"));
    return this.#schemi.sigillo.parse(letto);
  }

  async lastSigillo(): Promise<Sigillo | undefined> {
    const { elementi } = await this.#deposito.query({ tabella: "eventi", pk: PK_SIGILLI, ordine: "desc", limite: 1 });
    const [elemento] = elementi;
    return elemento && this.#schemi.sigillo.parse(elemento);
  }

  findSigilli(pagina: RichiestaPagina, ordine: "asc" | "desc"): Promise<Pagina<Sigillo>> {
    return readPagina(this.#deposito, { tabella: "eventi", ordine }, [PK_SIGILLI], pagina, (e) => this.#schemi.sigillo.parse(e));
  }

  async digestEventi(chiavi: readonly ChiaveEvento[]): Promise<ReadonlyMap<string, string>> {
    const elementi = await this.#deposito.getMany("eventi", chiavi);
    return new Map(elementi.map((elemento) => [`${elemento.pk} ${elemento.sk}`, digestElemento(elemento)]));
  }

  async countEventi(elenco: string, da: string, a: string): Promise<number> {
    const { numero } = await this.#deposito.count(
      { tabella: "eventi", indice: "perElenco", pk: elenco, sk: { da, a: `${a}\uffff` }, ordine: "asc" },
      Number.MAX_SAFE_INTEGER,
    );
    return numero;
  }

  /** Written again, it is the same: nothing to tell. */
  async #create(elemento: Elemento): Promise<void> {
    await this.#deposito.commit([{ azione: "crea", tabella: "eventi", elemento }]);
  }

  get #schemi(): ReturnType<typeof schemi> {
    this.#costruiti ??= schemi();
    return this.#costruiti;
  }
}
