/**
 * Where a creditor's flows are read: the FdR-3 connector of the intermediary of its station, when everything on the way is enabled. A station
 * of version V1 whose intermediary has no such connector falls back on FdR-1, at the address and with the password of the legacy family.
 */
import { type Dominio, stazioneAttiva } from "../../domain/anagrafiche/creditore.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { ConnettoreFdr } from "../../ports/fdr.ts";

export interface PuntoFdr {
  readonly idIntermediario: string;
  readonly connettore: ConnettoreFdr;
}

export async function findPuntoFdr(
  anagrafiche: Pick<Anagrafiche, "getStazione" | "getIntermediario">,
  dominio: Dominio,
): Promise<PuntoFdr | undefined> {
  const attiva = stazioneAttiva(dominio);
  const stazione = attiva === undefined ? undefined : await anagrafiche.getStazione(attiva);
  if (!stazione?.abilitato) return undefined;
  const { idIntermediario, idStazione, versioneStazione, password } = stazione;
  const intermediario = await anagrafiche.getIntermediario(idIntermediario);
  if (!intermediario?.abilitato) return undefined;
  if (intermediario.servizioPagoPaFR) return { idIntermediario, connettore: intermediario.servizioPagoPaFR };
  if (versioneStazione !== "V1" || password === undefined) return undefined;
  const { urlRPT, ...storico } = intermediario.servizioPagoPa;
  return { idIntermediario, connettore: { ...storico, url: urlRPT, stazione: { idIntermediario, idStazione, password } } };
}
