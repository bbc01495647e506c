/**
 * Journal entries: by payment code when there is one, else by day; listed by creditor, code, and debt or payment. Messages are compressed, byte for byte, and
 * leave the entry when they are large. Entries expire by themselves after the retention.
 */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Evento, ParametriEvento } from "../../domain/eventi.ts";
import { maskDatiPersonali } from "../../domain/giornale/mascheratura.ts";
import type { Elemento } from "../../ports/deposito.ts";
import type { Documenti } from "../../ports/documenti.ts";

/** Above this a compressed message goes to the bucket (docs/data-model.md); without a bucket the entry takes more, and beyond that only its beginning. */
const IN_ELEMENTO_MASSIMO = 100_000;
const SENZA_DEPOSITO_MASSIMO = 170_000;

/** Up to the size of their window the messages of the Node compress as well, in a quarter of the time: two of them are in every exchange. */
const PICCOLO = 4_096;
const COMPRESSIONE_PICCOLI = { level: 1, memLevel: 4, windowBits: 12 };

export interface Conservazione {
  /** Days the journal is kept: at least 24 months (SANP). */
  readonly giorni: number;
  /** Where large messages go; absent in functions that cannot meet any. */
  readonly documenti?: Pick<Documenti, "put">;
}

/** List of the entries of a creditor; those of nobody have one of their own. */
export const elencoEventi = (idDominio: string | undefined): string => idDominio ?? "-";

export const soggettoEvento = ({
  idA2A,
  idPendenza,
  idPagamento,
  cittadino,
}: Pick<Evento, "idA2A" | "idPendenza" | "idPagamento" | "cittadino">): string | undefined => {
  if (idA2A !== undefined && idPendenza !== undefined) return `${idA2A}#${idPendenza}`;
  if (cittadino !== undefined) return `CIT#${cittadino}`;
  return idPagamento === undefined ? undefined : `PAG#${idPagamento}`;
};

type Conservati = Readonly<Record<string, unknown>>;

const keepMessaggio = async (payload: string | Uint8Array, chiave: string, documenti: Conservazione["documenti"]): Promise<Conservati> => {
  const byte = typeof payload === "string" ? Buffer.from(payload, "utf8") : payload;
  const digest = createHash("sha256").update(byte).digest("hex");
  const gzip = gzipSync(byte, byte.length <= PICCOLO ? COMPRESSIONE_PICCOLI : {});
  if (gzip.length <= IN_ELEMENTO_MASSIMO) return { gzip, digest };
  if (documenti) {
    await documenti.put(chiave, gzip, "application/gzip");
    return { chiave, digest };
  }
  if (gzip.length <= SENZA_DEPOSITO_MASSIMO) return { gzip, digest };
  const inizio = byte.subarray(0, IN_ELEMENTO_MASSIMO);
  return { gzip: gzipSync(inizio), digest: createHash("sha256").update(inizio).digest("hex"), tagliato: true };
};

const keepParametri = async (
  parametri: ParametriEvento | undefined,
  chiave: string,
  documenti: Conservazione["documenti"],
): Promise<Conservati | undefined> => {
  if (!parametri) return undefined;
  const { payload, ...resto } = parametri;
  if (payload === undefined || payload.length === 0) return resto;
  return { ...resto, ...(await keepMessaggio(payload, chiave, documenti)) };
};

/** What a creditor's system was told or answered, kept when it goes wrong, speaks of a citizen. */
const maskEvento = ({ parametriRichiesta, parametriRisposta, ...campi }: Evento): Evento => {
  const mask = (parametri: ParametriEvento): ParametriEvento =>
    typeof parametri.payload === "string" ? { ...parametri, payload: maskDatiPersonali(parametri.payload) } : parametri;
  return {
    ...campi,
    ...(parametriRichiesta && { parametriRichiesta: mask(parametriRichiesta) }),
    ...(parametriRisposta && { parametriRisposta: mask(parametriRisposta) }),
  };
};

/** The item of an entry. Writes its large messages first: a repetition finds them as they are. */
export const toElementoEvento = async (evento: Evento, { giorni, documenti }: Conservazione): Promise<Elemento> => {
  const { parametriRichiesta, parametriRisposta, ...campi } = evento.componente === "API_ENTE" ? maskEvento(evento) : evento;
  const { id, dataEvento, idDominio, iuv } = evento;
  const giorno = dataEvento.slice(0, 10);
  const [richiesta, risposta] = await Promise.all([
    keepParametri(parametriRichiesta, `giornale/${giorno}/${id}-richiesta.gz`, documenti),
    keepParametri(parametriRisposta, `giornale/${giorno}/${id}-risposta.gz`, documenti),
  ]);
  const soggetto = soggettoEvento(evento);
  return {
    ...campi,
    ...(richiesta && { parametriRichiesta: richiesta }),
    ...(risposta && { parametriRisposta: risposta }),
    pk: idDominio && iuv ? `POS#${idDominio}#${iuv}` : `GIORNO#${giorno}#${id.slice(0, 2)}`,
    sk: `${dataEvento}#${id}`,
    elenco: elencoEventi(idDominio),
    ordine: `${dataEvento}#${id}`,
    ...(soggetto !== undefined && { soggetto }),
    versione: 1,
    scadeAlle: Math.floor(Date.parse(dataEvento) / 1000) + giorni * 86_400,
  };
};
