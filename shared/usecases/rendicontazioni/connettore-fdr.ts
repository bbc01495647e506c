/** Where a creditor's flows are read: the FdR connector of the intermediary of its station, when everything on the way is enabled. */
import type { Connettore, Dominio } from "../../domain/anagrafiche/creditore.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

export interface PuntoFdr {
  readonly idIntermediario: string;
  readonly connettore: Connettore;
}

export async function findPuntoFdr(
  anagrafiche: Pick<Anagrafiche, "getStazione" | "getIntermediario">,
  dominio: Dominio,
): Promise<PuntoFdr | undefined> {
  const stazione = dominio.stazione === undefined ? undefined : await anagrafiche.getStazione(dominio.stazione);
  if (!stazione?.abilitato) return undefined;
  const intermediario = await anagrafiche.getIntermediario(stazione.idIntermediario);
  if (!intermediario?.abilitato || !intermediario.servizioPagoPaFR) return undefined;
  return { idIntermediario: intermediario.idIntermediario, connettore: intermediario.servizioPagoPaFR };
}
