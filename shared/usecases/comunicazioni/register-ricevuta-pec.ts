/**
 * A receipt of certified mail, brought by whoever reads the mailbox of the creditor: it proves that the message left (also when we did not know), that it was
 * delivered, or that it was not, and then the next channel has it. The same receipt twice, or an older one after a newer, changes nothing.
 */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Promemoria, Recapito } from "../../domain/promemoria/promemoria.ts";
import { describeRicevutaPec, type RicevutaPec, readIdMessaggioPec, recapitoDi } from "../../domain/promemoria/ricevuta-pec.ts";
import { statiPromemoria } from "../../domain/promemoria/stati-promemoria.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Comunicazioni } from "../../ports/comunicazioni.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly comunicazioni: Pick<Comunicazioni, "getPosizione">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
}

type Rifiutata = Rifiuto<"NON_TROVATO" | "CONFLITTO">;

/** Delivered stays delivered, and what was not does not become accepted by a receipt that comes late. */
const isNuovo = (prima: Recapito | undefined, dopo: Recapito): boolean =>
  prima === undefined || (prima.stato !== dopo.stato && prima.stato !== "RECAPITATO" && dopo.stato !== "ACCETTATO");

export const createRegisterRicevutaPec =
  ({ comunicazioni, unitOfWork, clock, ids }: Porte) =>
  async (ricevuta: RicevutaPec, chiamante: Chiamante, traccia: Traccia): Promise<Esito<Promemoria, Rifiutata>> => {
    const sconosciuto = rifiuto("NON_TROVATO", "nessun promemoria per PEC con il Message-ID di questa ricevuta");
    const riferimento = readIdMessaggioPec(ricevuta.idMessaggio);
    if (!riferimento) return sconosciuto;
    const { idDominio, iuv, id, giro } = riferimento;
    const { pendenza, promemoria: presenti } = await comunicazioni.getPosizione({ idDominio, iuv });
    const promemoria = presenti.find((uno) => uno.id === id && uno.canale === "PEC");
    if (!pendenza || !promemoria || !seesPendenza(chiamante, pendenza)) return sconosciuto;
    const recapito = recapitoDi(ricevuta);
    // Of an earlier sending: true, but no longer what is to be known.
    if (!recapito || promemoria.giro !== giro || !isNuovo(promemoria.recapito, recapito)) return ok(promemoria);
    const respinto = recapito.stato === "NON_RECAPITATO";
    const stato = statiPromemoria.next(promemoria.stato, respinto ? "respinge" : "accerta");
    if (!stato.ok)
      return promemoria.stato === "IN_INVIO" ? rifiuto("CONFLITTO", "il promemoria è ancora in invio: ripetere") : ok(promemoria);
    const { descrizioneStato: _prima, ...resto } = promemoria;
    const descrizione = describeRicevutaPec(ricevuta);
    const valore: Promemoria = {
      ...{ ...resto, stato: stato.valore, recapito, idMessaggio: ricevuta.identificativo },
      ...(respinto && { descrizioneStato: descrizione }),
    };
    const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "promemoria", valore }], {
      messaggi: respinto ? [{ coda: "comunicazioni", corpo: { tipo: "POSIZIONE", idDominio, iuv } }] : [],
      storia: [
        {
          ...{ id: ids.next(), idDominio, iuv, data: clock.now(), autore: chiamante.principal, evento: "recapito" },
          campi: { [`${promemoria.tipo}.PEC`]: { prima: promemoria.recapito?.stato, dopo: recapito.stato } },
        },
      ],
      eventi: [
        traccia.evento({
          ...{ categoriaEvento: "UTENTE", idDominio, iuv, idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza },
          dettaglioEsito: descrizione,
        }),
      ],
    });
    return scritto.ok ? ok(valore) : rifiuto("CONFLITTO");
  };
