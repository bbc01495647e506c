/** Payment attempts in the hands of an operator: with the names of the debt types, and what may be changed of an attempt (reference 1.11, rows 65-67). */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { type Creditori, loadTipi } from "../pendenze/load-anagrafica.ts";
import { createFindRpp, type FiltriRpp } from "./find-rpp.ts";
import { createGetRpp, type Rpp } from "./get-rpp.ts";

type Porte = Parameters<typeof createFindRpp>[0];
export type ChiaveTentativo = ChiavePosizione & { readonly ccp: string };

interface Nomi {
  readonly creditori: Creditori;
  readonly tipi: ReadonlyMap<string, TipoPendenza>;
  /** Instant of the reading. */
  readonly adesso: string;
}
export type ElencoRppOperatore = Nomi & { readonly pagina: Pagina<Rpp> };
export type DettaglioRppOperatore = Nomi & { readonly rpp: Rpp };

export const findRppOperatore = (porte: Porte) => {
  const find = createFindRpp(porte);
  return async (filtri: FiltriRpp, pagina: RichiestaPagina, chiamante: Chiamante): Promise<ElencoRppOperatore> => {
    const elenco = await find(filtri, pagina, chiamante);
    const pendenze = elenco.pagina.elementi.map(({ pendenza }) => pendenza);
    return { ...elenco, tipi: await loadTipi(porte.anagrafiche, pendenze) };
  };
};

export const getRppOperatore = (porte: Porte) => {
  const get = createGetRpp(porte);
  return async (chiave: ChiaveTentativo, chiamante: Chiamante): Promise<Esito<DettaglioRppOperatore, Rifiuto<"NON_TROVATO">>> => {
    const esito = await get(chiave, chiamante);
    return esito.ok ? ok({ ...esito.valore, tipi: await loadTipi(porte.anagrafiche, [esito.valore.rpp.pendenza]) }) : esito;
  };
};

const DECISIONI_MASSIME = 5;

/** Whether an open attempt keeps others from starting; of a closed one it changes nothing that counts, and is only noted. */
export const updateBloccante =
  ({ posizioni, unitOfWork }: Pick<Porte, "posizioni"> & { readonly unitOfWork: UnitOfWork }) =>
  async (
    chiave: ChiaveTentativo,
    bloccante: boolean,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<Tentativo, Rifiuto<"NON_TROVATO" | "CONFLITTO">>> => {
    const nome = `tentativo ${chiave.ccp} dell'avviso ${chiave.iuv}`;
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const { pendenza, tentativi } = await posizioni.getPosizione(chiave);
      const attuale = tentativi.find(({ ccp, idRicevuta }) => ccp === chiave.ccp || idRicevuta === chiave.ccp);
      if (!pendenza || !attuale || !seesPendenza(chiamante, pendenza)) return rifiuto("NON_TROVATO", nome);
      const valore: Tentativo = { ...attuale, bloccante };
      const { idDominio, iuv, ccp, idA2A, idPendenza } = attuale;
      const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "tentativo", valore }], {
        eventi: [
          traccia.evento({
            ...{ categoriaEvento: "UTENTE", idDominio, iuv, ccp, idA2A, idPendenza },
            sottotipoEvento: bloccante ? "bloccante" : "nonBloccante",
          }),
        ],
      });
      if (scritto.ok) return ok(valore);
    }
    return rifiuto("CONFLITTO", nome);
  };
