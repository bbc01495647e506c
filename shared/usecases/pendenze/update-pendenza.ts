/** PATCH of a debt: annulment, restoration, reason, acknowledgement and notes, all or none, in one transaction with history and journal. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import { applyVariazioni, type CodiceVariazione, type Variazione } from "../../domain/pendenze/variazioni.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { PorteScrittura } from "./save-pendenza.ts";

export interface RichiestaVariazione {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly variazioni: readonly Variazione[];
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

type Risultato = Esito<Pendenza, Rifiuto<CodiceVariazione | "APP_002" | "CONFLITTO" | "NON_TROVATO">>;

const DECISIONI_MASSIME = 5;

const eventoDi = (prima: Pendenza, dopo: Pendenza): string => {
  if (prima.stato === dopo.stato) return "modificata";
  return dopo.stato === "ANNULLATA" ? "annullata" : "ripristinata";
};

export const updatePendenza =
  ({ posizioni, unitOfWork, clock, ids }: Pick<PorteScrittura, "posizioni" | "unitOfWork" | "clock" | "ids">) =>
  async ({ idA2A, idPendenza, variazioni, chiamante, traccia }: RichiestaVariazione): Promise<Risultato> => {
    if (chiamante.idA2A !== idA2A)
      return rifiuto("APP_002", `idA2A ${idA2A} diverso dall'applicazione ${chiamante.idA2A ?? chiamante.nome}`);
    const adesso = clock.now();
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const attuale = await posizioni[decisione === 0 ? "getPendenzaById" : "readPendenzaById"](idA2A, idPendenza);
      if (!attuale || !seesPendenza(chiamante, attuale)) return rifiuto("NON_TROVATO", `pendenza ${idPendenza} non trovata`);
      const esito = applyVariazioni(attuale, variazioni, chiamante.principal, adesso);
      if (!esito.ok) {
        // The first read may come from an index that lags behind: a refusal is given only on the debt as it is now.
        if (decisione === 0) continue;
        return esito;
      }
      const campi = diffPendenza(attuale, esito.valore);
      const uguale = Object.keys(campi).length === 0;
      const { idDominio, iuv } = attuale;
      const storia = {
        id: ids.next(),
        idDominio,
        iuv,
        data: adesso,
        autore: chiamante.principal,
        evento: eventoDi(attuale, esito.valore),
        campi,
      };
      const scritto = await unitOfWork.commit(
        [{ azione: uguale ? "verifica" : "sostituisci", entita: "pendenza", valore: uguale ? attuale : esito.valore }],
        { storia: uguale ? [] : [storia], eventi: [traccia.evento({ idDominio, iuv, idA2A, idPendenza })] },
      );
      if (scritto.ok) return ok(uguale ? attuale : esito.valore);
    }
    return rifiuto("CONFLITTO");
  };
