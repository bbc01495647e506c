/** Remarks as every API shows them: instants in Italian time. */
import type { Segnalazione } from "../../domain/pendenze/pendenza.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

export const presentSegnalazioni = (segnalazioni: readonly Segnalazione[]) => segnalazioni.map((s) => ({ ...s, data: toIsoRoma(s.data) }));
