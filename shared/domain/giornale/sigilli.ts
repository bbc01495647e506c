/**
 * The seal of the journal: entries are sealed in segments as the stream gives them, and each day is a chain of its segments that starts from the seal of the day
 * before. Nobody can change, remove, add or reorder an entry without breaking a digest that was written elsewhere. No key is shared by writers: the chain
 * is made once a day, from segments that were written apart.
 */

/** What happened to an entry that may only be written. */
export type Alterazione = "MODIFICATO" | "CANCELLATO";

export interface VoceSegmento {
  readonly pk: string;
  readonly sk: string;
  /** List of the creditor, `-` for entries of nobody. */
  readonly elenco: string;
  /** SHA-256 of the entry, hexadecimal. */
  readonly digest: string;
  /** Epoch seconds after which the entry may be gone. */
  readonly scadeAlle: number;
  /** Absent = written. */
  readonly alterazione?: Alterazione;
}

export interface Segmento {
  /** Day (Europe/Rome) on which it was sealed. */
  readonly giorno: string;
  /** First and last position in the stream: orders the segments of a day. */
  readonly id: string;
  readonly istante: string;
  readonly eventi: number;
  readonly alterazioni: number;
  /** Entries written, by day of the entry and list: `YYYY-MM-DD#elenco`. */
  readonly conteggi: Readonly<Record<string, number>>;
  /** SHA-256 of the manifest. */
  readonly digest: string;
}

export interface Sigillo {
  readonly giorno: string;
  /** Seal of the day before; of zeros for the first. */
  readonly precedente: string;
  readonly impronta: string;
  readonly segmenti: number;
  readonly eventi: number;
  readonly alterazioni: number;
  readonly chiusoAlle: string;
}

/** SHA-256 of a text, hexadecimal. */
export type Impronta = (testo: string) => string;

export const PRIMO_PRECEDENTE = "0".repeat(64);

/** The manifest of a segment, always the same text for the same entries. */
export const toManifesto = (segmento: Omit<Segmento, "digest">, voci: readonly VoceSegmento[]): string => {
  const { giorno, id, istante, conteggi } = segmento;
  const righe = voci.map(({ pk, sk, elenco, digest, scadeAlle, alterazione }) => [
    ...[pk, sk, elenco, digest, scadeAlle],
    ...(alterazione === undefined ? [] : [alterazione]),
  ]);
  const ordinati = Object.entries(conteggi).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ giorno, id, istante, conteggi: ordinati, voci: righe });
};

/** Entries written, by day and list. `giornoDi` tells the day in Rome of an instant. */
export const countVoci = (voci: readonly VoceSegmento[], giornoDi: (istante: string) => string): Readonly<Record<string, number>> => {
  const conteggi: Record<string, number> = {};
  for (const { sk, elenco, alterazione } of voci) {
    if (alterazione !== undefined) continue;
    const chiave = `${giornoDi(sk.split("#")[0] ?? "")}#${elenco}`;
    conteggi[chiave] = (conteggi[chiave] ?? 0) + 1;
  }
  return conteggi;
};

/** The chain of a day: `hash(n) = H(hash(n-1), digest(n))`, from the seal of the day before and the day itself, so that an empty day has its own. */
export const chainSegmenti = (
  giorno: string,
  precedente: string,
  segmenti: readonly Pick<Segmento, "digest">[],
  impronta: Impronta,
): string => segmenti.reduce((catena, { digest }) => impronta(`${catena}|${digest}`), impronta(`${precedente}|${giorno}`));

export const closeGiorno = (
  giorno: string,
  precedente: string,
  segmenti: readonly Segmento[],
  chiusoAlle: string,
  impronta: Impronta,
): Sigillo => ({
  giorno,
  precedente,
  impronta: chainSegmenti(giorno, precedente, segmenti, impronta),
  segmenti: segmenti.length,
  eventi: segmenti.reduce((somma, { eventi }) => somma + eventi, 0),
  alterazioni: segmenti.reduce((somma, { alterazioni }) => somma + alterazioni, 0),
  chiusoAlle,
});

export type TipoAnomalia =
  | "CATENA_INTERROTTA"
  | "SIGILLO_ALTERATO"
  | "SEGMENTI_ALTERATI"
  | "SEGMENTO_ALTERATO"
  | "SEGMENTO_MANCANTE"
  | "EVENTO_MODIFICATO"
  | "EVENTO_CANCELLATO"
  | "EVENTI_AGGIUNTI"
  | "ALTERAZIONE_REGISTRATA";

export interface Anomalia {
  readonly tipo: TipoAnomalia;
  readonly dettaglio: string;
}
