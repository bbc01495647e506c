/** Where the receipts of a creditor are asked for, and how they would have been addressed: the recovery service of the intermediary of its station. */
import { type Connettore, stazioneAttiva } from "../../domain/anagrafiche/creditore.ts";
import type { Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

export interface PuntoRecupero {
  readonly connettore: Connettore;
  /** What the calls are counted for: the subscription key. */
  readonly chiaveQuota: string;
  readonly testata: Testata;
  /** With which the Node would have delivered it. */
  readonly principal: string;
}

export async function findPuntoRecupero(
  anagrafiche: Pick<Anagrafiche, "getCreditore" | "getStazione" | "getIntermediario">,
  idDominio: string,
): Promise<PuntoRecupero | undefined> {
  const creditore = await anagrafiche.getCreditore(idDominio);
  const idStation = creditore && stazioneAttiva(creditore.dominio);
  const stazione = idStation === undefined ? undefined : await anagrafiche.getStazione(idStation);
  const intermediario = stazione && (await anagrafiche.getIntermediario(stazione.idIntermediario));
  const connettore = intermediario?.servizioPagoPaRecuperoRT;
  if (!stazione || !intermediario?.abilitato || !connettore) return undefined;
  return {
    connettore,
    chiaveQuota: connettore.subscriptionKey ?? connettore.url,
    testata: { idPA: idDominio, idBrokerPA: intermediario.idIntermediario, idStation: stazione.idStazione },
    principal: intermediario.principalPagoPa,
  };
}
