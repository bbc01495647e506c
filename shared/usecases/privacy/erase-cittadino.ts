/**
 * A citizen asks to be forgotten (art. 17 GDPR): what the law lets go is anonymised, what it keeps is told with the reason and the day. Tried without `conferma`,
 * it only tells.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type DecisioneConservazione, decideConservazione, MESI_PREDEFINITI } from "../../domain/privacy/conservazione.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Conservazioni } from "../../ports/conservazioni.ts";
import type { Impronte } from "../../ports/impronte.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { anonymizePosizione, type PorteAnonimizzazione } from "./anonymize-posizione.ts";
import { createRegoleInMemoria } from "./export-cittadino.ts";
import {
  findPosizioniCittadino,
  type PorteCittadino,
  type PosizioneCittadino,
  type RichiestaCittadino,
} from "./find-posizioni-cittadino.ts";

interface Porte extends PorteAnonimizzazione {
  readonly posizioni: PorteCittadino["posizioni"] & PorteAnonimizzazione["posizioni"];
  readonly conservazioni: Pick<Conservazioni, "getRegole">;
  readonly impronte: Impronte;
  readonly unitOfWork: Pick<UnitOfWork, "commit" | "putEventi">;
}

export interface EsitoCancellazione {
  readonly pendenza: Pick<Pendenza, "idDominio" | "iuv" | "idA2A" | "idPendenza" | "stato">;
  readonly decisione: DecisioneConservazione;
}

export const eraseCittadino = (porte: Porte) => {
  const { conservazioni, impronte, unitOfWork, clock } = porte;
  const find = findPosizioniCittadino(porte);
  const anonymize = anonymizePosizione(porte);

  return async (
    { conferma, ...richiesta }: RichiestaCittadino & { readonly conferma: boolean },
    { chiamante, traccia }: { readonly chiamante: Chiamante; readonly traccia: Traccia },
  ): Promise<{ readonly esiti: readonly EsitoCancellazione[]; readonly cursore?: string }> => {
    await unitOfWork.putEventi([
      traccia.evento({
        ...{ categoriaEvento: "UTENTE", cittadino: impronte.write(richiesta.codiceFiscale) },
        sottotipoEvento: conferma ? "CANCELLAZIONE_CITTADINO" : "ANTEPRIMA_CANCELLAZIONE",
      }),
    ]);
    const { posizioni, ...resto } = await find(richiesta, chiamante);
    const regoleDi = createRegoleInMemoria(conservazioni);
    const decide = async (posizione: PosizioneCittadino): Promise<EsitoCancellazione> => {
      const { pendenza } = posizione;
      const mesi = (await regoleDi(pendenza.idDominio)) ?? MESI_PREDEFINITI;
      const prima = decideConservazione(pendenza, mesi, giornoDi(clock.now()), posizione);
      const daFare = conferma && prima.esito === "ANONIMIZZABILE";
      const fatta = daFare ? await anonymize(pendenza, { mesi, autore: chiamante.principal, traccia }) : undefined;
      return { pendenza, decisione: fatta ?? prima };
    };
    const esiti: EsitoCancellazione[] = [];
    for (const posizione of posizioni) esiti.push(await decide(posizione));
    return { esiti, ...resto };
  };
};
