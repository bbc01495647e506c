/** An operator wants a message sent again, knowing that it may have arrived already: new arming, request and journal entry in one transaction. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { rearm } from "../../domain/promemoria/piano.ts";
import type { Promemoria } from "../../domain/promemoria/promemoria.ts";
import { statiPromemoria } from "../../domain/promemoria/stati-promemoria.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Comunicazioni } from "../../ports/comunicazioni.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { dispatchPromemoria } from "./plan-comunicazioni.ts";

interface Porte {
  readonly comunicazioni: Pick<Comunicazioni, "getPosizione">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface RichiestaRispedizione extends ChiavePosizione {
  readonly idPromemoria: string;
  readonly motivazione: string;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

export const createResendComunicazione =
  ({ comunicazioni, unitOfWork, clock, ids }: Porte) =>
  async (richiesta: RichiestaRispedizione): Promise<Esito<Promemoria, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO">>> => {
    const { idDominio, iuv, idPromemoria, motivazione, chiamante, traccia } = richiesta;
    const { pendenza, promemoria: presenti } = await comunicazioni.getPosizione({ idDominio, iuv });
    const promemoria = presenti.find(({ id }) => id === idPromemoria);
    if (!pendenza || !promemoria || !seesPendenza(chiamante, pendenza)) return rifiuto("NON_TROVATO", `promemoria ${idPromemoria}`);
    if (!statiPromemoria.next(promemoria.stato, "rispedisci").ok)
      return rifiuto("NON_PROCESSABILE", `il promemoria è nello stato ${promemoria.stato}: parte già da solo`);
    const adesso = clock.now();
    const armato = { ...rearm(promemoria, adesso), tentativi: 0 };
    const { messaggi } = dispatchPromemoria(armato, adesso);
    const { idA2A, idPendenza } = pendenza;
    const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "promemoria", valore: armato }], {
      messaggi,
      storia: [
        {
          ...{ id: ids.next(), idDominio, iuv, data: adesso, autore: chiamante.principal, evento: "promemoria" },
          campi: { [`${promemoria.tipo}.${promemoria.canale}`]: { prima: promemoria.stato, dopo: armato.stato } },
        },
      ],
      eventi: [traccia.evento({ categoriaEvento: "UTENTE", idDominio, iuv, idA2A, idPendenza, dettaglioEsito: motivazione })],
    });
    return scritto.ok ? ok(armato) : rifiuto("CONFLITTO");
  };
