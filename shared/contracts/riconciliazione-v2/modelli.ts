/**
 * Shapes of the API Riconciliazione v2 (reference 1.8, 2.7, 2.8): those of v3 without what came later (receipt of a collected amount, instant of acquisition of
 * a flow, state of its rows, other bodies' states of a reconciliation).
 */
import * as z from "zod";
import * as v3 from "../riconciliazione/modelli.ts";

const opz = z.exactOptional;

export const RiscossioneIndex = v3.RiscossioneIndex.omit({ idDominio: true, idRicevuta: true }).meta({ id: "RiscossioneIndex" });
export const RiscossioneIndexParziale = RiscossioneIndex.partial().meta({ id: "RiscossioneIndexParziale" });
export const CAMPI_RISCOSSIONE = RiscossioneIndex.keyof().options;
export const Riscossione = v3.Riscossione.omit({ idDominio: true, idRicevuta: true }).meta({ id: "Riscossione" });

export const Rendicontazione = v3.Rendicontazione.omit({ stato: true })
  .extend({ riscossione: opz(Riscossione) })
  .meta({ id: "Rendicontazione" });

export const FlussoRendicontazioneIndex = v3.FlussoRendicontazioneIndex.omit({ data: true }).meta({ id: "FlussoRendicontazioneIndex" });
export const FlussoRendicontazioneIndexParziale = FlussoRendicontazioneIndex.partial().meta({ id: "FlussoRendicontazioneIndexParziale" });
export const CAMPI_FLUSSO = FlussoRendicontazioneIndex.keyof().options;
export const FlussoRendicontazione = v3.FlussoRendicontazione.omit({ data: true })
  .extend({ rendicontazioni: z.array(Rendicontazione) })
  .meta({ id: "FlussoRendicontazione" });

/** What v3 added to it says which lines of the treasurer pay it: v2 registers one movement at a time. */
const DI_V3 = { movimenti: true, annullamento: true } as const;
export const RiconciliazioneIndex = v3.RiconciliazioneIndex.omit(DI_V3).meta({ id: "RiconciliazioneIndex" });
export const RiconciliazioneIndexParziale = RiconciliazioneIndex.partial().meta({ id: "RiconciliazioneIndexParziale" });
export const CAMPI_RICONCILIAZIONE = RiconciliazioneIndex.keyof().options;
export const Riconciliazione = v3.Riconciliazione.omit(DI_V3)
  .extend({ riscossioni: z.array(Riscossione) })
  .meta({ id: "Riconciliazione" });
