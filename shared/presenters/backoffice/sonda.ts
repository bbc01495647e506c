/** A probe on the wire. */
import type { Sonda } from "../../domain/sonde/sonde.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

export const presentSonda = ({ id, nome, tipo, stato, descrizioneStato, valore, unita, soglie, misurataAlle }: Sonda) => ({
  ...{ id, nome, tipo, stato: stato ?? null, descrizioneStato },
  ...(valore !== undefined && { valore }),
  ...{ unita, sogliaWarn: soglie.warn, sogliaError: soglie.error },
  ...(misurataAlle !== undefined && { dataUltimoCheck: toIsoRoma(misurataAlle) }),
});
