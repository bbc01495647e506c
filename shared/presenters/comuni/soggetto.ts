/** A person or body as every API shows it. */
import type { Soggetto } from "../../domain/pendenze/pendenza.ts";

export const presentSoggetto = (soggetto: Soggetto) => ({ ...soggetto });
