import type { Esportazione } from "../domain/esportazioni/esportazione.ts";

export interface Esportazioni {
  get(id: string): Promise<Esportazione | undefined>;
}
