/** Where an archive of pagoPA answers for a creditor: the connector of the intermediary of its station, when everything on the way is enabled. */
import { type Dominio, stazioneAttiva } from "../../domain/anagrafiche/creditore.ts";
import type { ArchivioPagoPA } from "../../domain/gpd/archivi.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { PuntoGpd } from "../../ports/archivio-gpd.ts";

const CONNETTORI = { ACA: "servizioPagoPaACA", GPD: "servizioPagoPaGPD" } as const satisfies Record<ArchivioPagoPA, string>;

export async function findPuntoGpd(
  anagrafiche: Pick<Anagrafiche, "getStazione" | "getIntermediario">,
  dominio: Dominio,
  archivio: ArchivioPagoPA,
): Promise<PuntoGpd | undefined> {
  const { idDominio } = dominio;
  const idStazione = stazioneAttiva(dominio);
  const stazione = idStazione === undefined ? undefined : await anagrafiche.getStazione(idStazione);
  if (!stazione?.abilitato) return undefined;
  const intermediario = await anagrafiche.getIntermediario(stazione.idIntermediario);
  const connettore = intermediario?.abilitato ? intermediario[CONNETTORI[archivio]] : undefined;
  return connettore && { idDominio, connettore };
}
