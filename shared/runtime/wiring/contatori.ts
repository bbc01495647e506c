/** Counters of the reports: kept by the consumer of the stream, read by the operations. */
import { ArchivioContatori } from "../../adapters/archivio/contatori.ts";
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { anagrafiche, clock, deposito } from "./base.ts";

export const contatori = new ArchivioContatori(deposito, clock);
export const porteContatori = { contatori, clock };
export const porteQuadrature = { ...porteContatori, anagrafiche, registro: createRegistroDiBase(deposito) };
