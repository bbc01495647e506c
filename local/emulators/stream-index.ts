/**
 * The emulator finds the next number of a stream by reading every record kept so far, images included: each write gets slower as the archive
 * grows (16 ms after 5,000 writes). Two indexes in its SQLite file make it a lookup. They are only a speed-up: without node:sqlite, or
 * with a file of another version, everything works as before.
 */
import { setTimeout as wait } from "node:timers/promises";

const INDEXES = [
  "CREATE INDEX IF NOT EXISTS fiorino_stream_next ON _stream_records (table_name, CAST(sequence_number AS INTEGER))",
  "CREATE INDEX IF NOT EXISTS fiorino_stream_shard ON _stream_records (table_name, shard_id, sequence_number)",
];
const ATTEMPTS = 20;

/** Returns false when the indexes could not be made. */
export async function indexStreams(database: string): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      const { DatabaseSync } = await import("node:sqlite");
      const db = new DatabaseSync(database, { timeout: 1_000 });
      try {
        for (const index of INDEXES) db.exec(index);
        return true;
      } finally {
        db.close();
      }
    } catch {
      // The emulator may still be creating its tables.
      await wait(10);
    }
  }
  return false;
}
