/** Reads of the lists asked for as files. */
import type { Esportazione } from "../domain/esportazioni/esportazione.ts";

export interface Esportazioni {
  get(id: string): Promise<Esportazione | undefined>;
}
