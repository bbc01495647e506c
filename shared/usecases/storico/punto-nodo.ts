/** Where and as whom a station speaks with the legacy Node: only stations of version V1, enabled with their intermediary, with a password. */
import type { Stazione } from "../../domain/anagrafiche/creditore.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { PuntoNodo } from "../../ports/nodo-storico.ts";

export async function findPuntoNodo(
  anagrafiche: Pick<Anagrafiche, "getIntermediario">,
  { idIntermediario, idStazione, versioneStazione, password, abilitato }: Stazione,
): Promise<PuntoNodo | undefined> {
  if (!abilitato || versioneStazione !== "V1" || password === undefined) return undefined;
  const intermediario = await anagrafiche.getIntermediario(idIntermediario);
  if (!intermediario?.abilitato) return undefined;
  const { urlRPT, ...connettore } = intermediario.servizioPagoPa;
  return { connettore: { ...connettore, url: urlRPT }, idIntermediario, idStazione, password };
}
