/**
 * The memory of the simulated parties: documents in one SQLite file, written through to disk at every change, so that a `kill -9` loses
 * nothing that was answered. `gruppo` is the only thing that is searched by; `ordine` sorts inside it.
 */
import { DatabaseSync } from "node:sqlite";

export interface Raccolta<T> {
  put(chiave: string, valore: T, posto?: { gruppo?: string; ordine?: string }): void;
  get(chiave: string): T | undefined;
  /** Documents of a group (all when absent), sorted by `ordine`. */
  list(gruppo?: string): T[];
  delete(chiave: string): void;
}

export interface Archivio {
  raccolta<T>(nome: string): Raccolta<T>;
  /** Next number of a named counter, from 1. */
  next(contatore: string): number;
  transaction<T>(lavoro: () => T): T;
  clear(): void;
  close(): void;
}

// bigint travels as {"€": "123"}: JSON has no integers of arbitrary size and money must not pass through a float.
const scrivi = (valore: unknown): string =>
  JSON.stringify(valore, (_chiave, dato) => (typeof dato === "bigint" ? { "€": dato.toString() } : dato));
const leggi = (testo: string): unknown =>
  JSON.parse(testo, (_chiave, dato) => {
    const cifre = typeof dato === "object" && dato !== null ? dato["€"] : undefined;
    return typeof cifre === "string" ? BigInt(cifre) : dato;
  });

/** Opens (or creates) the file; `":memory:"` for tests. */
export const openArchivio = (file: string): Archivio => {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
  db.exec(`CREATE TABLE IF NOT EXISTS documenti (raccolta TEXT NOT NULL, chiave TEXT NOT NULL, gruppo TEXT NOT NULL, ordine TEXT NOT NULL,
    dati TEXT NOT NULL, PRIMARY KEY (raccolta, chiave)) WITHOUT ROWID`);
  db.exec("CREATE INDEX IF NOT EXISTS perGruppo ON documenti (raccolta, gruppo, ordine)");
  db.exec("CREATE TABLE IF NOT EXISTS contatori (nome TEXT PRIMARY KEY, valore INTEGER NOT NULL)");
  const put = db.prepare("INSERT OR REPLACE INTO documenti (raccolta, chiave, gruppo, ordine, dati) VALUES (?, ?, ?, ?, ?)");
  const get = db.prepare("SELECT dati FROM documenti WHERE raccolta = ? AND chiave = ?");
  const listGruppo = db.prepare("SELECT dati FROM documenti WHERE raccolta = ? AND gruppo = ? ORDER BY ordine, chiave");
  const listTutti = db.prepare("SELECT dati FROM documenti WHERE raccolta = ? ORDER BY gruppo, ordine, chiave");
  const del = db.prepare("DELETE FROM documenti WHERE raccolta = ? AND chiave = ?");
  const next = db.prepare(
    "INSERT INTO contatori (nome, valore) VALUES (?, 1) ON CONFLICT (nome) DO UPDATE SET valore = valore + 1 RETURNING valore",
  );
  const dati = (riga: Record<string, unknown>): unknown => leggi(String(riga.dati));
  return {
    // The one place where a stored document gets its type back: the file is ours alone and each collection has one writer.
    raccolta: <T>(nome: string): Raccolta<T> => ({
      put: (chiave, valore, posto) => {
        put.run(nome, chiave, posto?.gruppo ?? "", posto?.ordine ?? "", scrivi(valore));
      },
      get: (chiave) => {
        const riga = get.get(nome, chiave);
        return riga === undefined ? undefined : (dati(riga) as T);
      },
      list: (gruppo) => (gruppo === undefined ? listTutti.all(nome) : listGruppo.all(nome, gruppo)).map((riga) => dati(riga) as T),
      delete: (chiave) => {
        del.run(nome, chiave);
      },
    }),
    next: (contatore) => Number(next.get(contatore)?.valore),
    transaction: (lavoro) => {
      db.exec("BEGIN IMMEDIATE");
      try {
        const esito = lavoro();
        db.exec("COMMIT");
        return esito;
      } catch (errore) {
        db.exec("ROLLBACK");
        throw errore;
      }
    },
    clear: () => db.exec("DELETE FROM documenti; DELETE FROM contatori;"),
    close: () => db.close(),
  };
};
