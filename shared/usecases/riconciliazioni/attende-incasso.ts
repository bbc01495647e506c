/** Which items of a debt the treasuries we serve will see: stamps go to Agenzia delle Entrate, and other bodies' money to their own gateway (GovPay issue 759). */
import type { Pendenza, Voce } from "../../domain/pendenze/pendenza.ts";
import type { AttendeIncasso } from "../../domain/riconciliazioni/incasso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

/** Beneficiaries are read from the cache of the registry, once each. */
export async function attendeIncassoDi(
  anagrafiche: Pick<Anagrafiche, "getCreditore">,
  pendenze: readonly Pendenza[],
): Promise<AttendeIncasso> {
  const altri = new Set(pendenze.flatMap(({ voci }) => voci.flatMap(({ idDominio }) => idDominio ?? [])));
  const creditori = await Promise.all([...altri].map((idDominio) => anagrafiche.getCreditore(idDominio)));
  const intermediati = new Set(creditori.flatMap((c) => (c?.dominio.intermediato ? [c.dominio.idDominio] : [])));
  return ({ destinazione, idDominio }: Voce) =>
    destinazione.variante !== "bollo" && (idDominio === undefined || intermediati.has(idDominio));
}
