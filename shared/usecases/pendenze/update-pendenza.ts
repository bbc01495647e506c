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
  /** If-Match: versions that the caller accepts to change, `*` = any that exists. */
  readonly versioniAttese?: readonly number[] | "*";
}

type Rifiuti = Rifiuto<CodiceVariazione | "CONFLITTO" | "NON_TROVATO" | "PRECONDIZIONE">;
type PorteVariazione = Pick<PorteScrittura, "posizioni" | "unitOfWork" | "clock" | "ids">;

const DECISIONI_MASSIME = 5;

const eventoDi = (prima: Pendenza, dopo: Pendenza): string => {
  if (dopo.pagataAltrove !== prima.pagataAltrove && dopo.pagataAltrove) return "pagataAltrove";
  if (prima.stato === dopo.stato) return "modificata";
  return dopo.stato === "ANNULLATA" ? "annullata" : "ripristinata";
};

/**
 * An operator changes the debts that it sees, whoever loaded them.
 * @returns the debt as it is stored now.
 */
export const updatePendenzaOperatore =
  ({ posizioni, unitOfWork, clock, ids }: PorteVariazione) =>
  async (richiesta: RichiestaVariazione): Promise<Esito<Pendenza, Rifiuti>> => {
    const { idA2A, idPendenza, variazioni, chiamante, traccia, versioniAttese } = richiesta;
    // What a person does by hand has a category of its own in the journal (reference 3.18).
    const categoria = chiamante.tipo === "operatore" ? ({ categoriaEvento: "UTENTE" } as const) : {};
    const adesso = clock.now();
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const attuale = await posizioni[decisione === 0 ? "getPendenzaById" : "readPendenzaById"](idA2A, idPendenza);
      if (!attuale || !seesPendenza(chiamante, attuale)) return rifiuto("NON_TROVATO", `pendenza ${idPendenza} non trovata`);
      if (versioniAttese !== undefined && versioniAttese !== "*" && !versioniAttese.includes(attuale.versione)) {
        if (decisione === 0) continue;
        return rifiuto("PRECONDIZIONE", `If-Match: la pendenza ${idPendenza} è alla versione ${attuale.versione}`);
      }
      const esito = applyVariazioni(attuale, variazioni, chiamante, adesso);
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
        { storia: uguale ? [] : [storia], eventi: [traccia.evento({ idDominio, iuv, idA2A, idPendenza, ...categoria })] },
      );
      if (scritto.ok) return ok(uguale ? attuale : { ...esito.valore, versione: attuale.versione + 1 });
    }
    return rifiuto("CONFLITTO");
  };

/** An application changes its own debts only (APP_002). */
export const updatePendenza = (porte: PorteVariazione) => {
  const update = updatePendenzaOperatore(porte);
  return async (richiesta: RichiestaVariazione): Promise<Esito<Pendenza, Rifiuti | Rifiuto<"APP_002">>> => {
    const { idA2A, chiamante } = richiesta;
    return chiamante.idA2A === idA2A
      ? update(richiesta)
      : rifiuto("APP_002", `idA2A ${idA2A} diverso dall'applicazione ${chiamante.idA2A ?? chiamante.nome}`);
  };
};
