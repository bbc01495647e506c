/** Retention rules of the creditors, and how far their anonymisation has got. */
import type { CicloConservazione } from "../domain/privacy/ciclo.ts";
import type { RegoleConservazione } from "../domain/privacy/conservazione.ts";

export interface Conservazioni {
  getRegole(idDominio: string): Promise<RegoleConservazione | undefined>;
  /** Of every creditor that has any. */
  findRegole(): Promise<readonly RegoleConservazione[]>;
  getCiclo(idDominio: string): Promise<CicloConservazione | undefined>;
}
