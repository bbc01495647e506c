/**
 * From a message of the queue to a registered receipt. The envelope was checked before it was accepted: one that does not read again here is a bug or a forged
 * message, so it fails and ends in the dead-letter queue with its text, never silently.
 */
import { paSendRT, paSendRTV2 } from "../../contracts/pagopa/primitive.ts";
import type { MessaggioRicevuta } from "../../contracts/queues.ts";
import type { Evento } from "../../domain/eventi.ts";
import type { RichiestaRicevuta } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { RicevutaInArrivo } from "../../domain/ricevute/ricevuta-nodo.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { Originali } from "../../ports/originali.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { presentRispostaOk } from "../../presenters/pagopa/risposta.ts";
import type { Registrazione } from "../../usecases/pagamenti/register-ricevuta.ts";
import { decodeCorpo, openBusta } from "./envelope.ts";
import { campiDi, parametriDi } from "./giornale-nodo.ts";
import { readRichiesta } from "./pa-for-node-parse.ts";

export interface PorteConsumo {
  register(arrivo: RicevutaInArrivo, toEvento: (registrazione: Registrazione) => Evento): Promise<Registrazione>;
  readonly originali: Originali;
  readonly documenti: Documenti;
  readonly giornale: Pick<UnitOfWork, "putEventi">;
}

const PRIMITIVE = { paSendRT, paSendRTV2 } as const;

async function loadBusta(documenti: Documenti, { busta, chiave, id }: MessaggioRicevuta): Promise<string> {
  if (busta !== undefined) return busta;
  const byte = chiave === undefined ? undefined : await documenti.get(chiave);
  const testo = byte && decodeCorpo(byte);
  if (!testo?.ok) throw new Error(`ricevuta ${id}: busta assente o illeggibile`);
  return testo.valore;
}

function readRicevuta(messaggio: MessaggioRicevuta, busta: string): RichiestaRicevuta {
  const { primitiva, id } = messaggio;
  const radice = openBusta(busta, PRIMITIVE[primitiva].limiti.bodyKilobytes);
  if (!radice.ok) throw new Error(`ricevuta ${id}: ${radice.errore}`);
  const richiesta = readRichiesta(primitiva, radice.valore);
  if (!richiesta.ok) throw new Error(`ricevuta ${id}: ${richiesta.errore.description}`);
  return richiesta.valore;
}

/** Entry of the exchange in which the receipt was delivered: named by the message, so that a repetition writes the same one. */
function toEvento(messaggio: MessaggioRicevuta, busta: string, richiesta: RichiestaRicevuta, registrazione: Registrazione): Evento {
  const { id, primitiva, ricevutaAlle, durataMillisecondi, principal } = messaggio;
  const { receipt } = richiesta;
  const { idA2A, idPendenza, segnalazioni, esito } = registrazione;
  const dettaglio = [
    ...(esito === "GIA_REGISTRATA" ? ["Ricevuta già registrata"] : []),
    ...segnalazioni.map(({ descrizione }) => descrizione),
  ].join("; ");
  const soggetto = {
    testata: richiesta,
    idDominio: richiesta.idPA,
    numeroAvviso: receipt.noticeNumber,
    idPsp: receipt.idPSP,
    idCanale: receipt.idChannel,
  };
  return {
    id,
    componente: "API_PAGOPA",
    categoriaEvento: "INTERFACCIA",
    ruolo: "SERVER",
    tipoEvento: primitiva,
    esito: "OK",
    severita: 0,
    dataEvento: ricevutaAlle,
    durataMillisecondi,
    transactionId: id,
    principal,
    ...campiDi(soggetto),
    ccp: receipt.receiptId,
    ...(idA2A !== undefined && idPendenza !== undefined && { idA2A, idPendenza }),
    ...(dettaglio !== "" && { dettaglioEsito: dettaglio }),
    parametriRichiesta: parametriDi(busta, { method: "POST", data: ricevutaAlle }),
    parametriRisposta: parametriDi(presentRispostaOk(primitiva, undefined), { status: 200, data: ricevutaAlle }),
  };
}

export const consumeRicevuta =
  ({ register, originali, documenti, giornale }: PorteConsumo) =>
  async (messaggio: MessaggioRicevuta): Promise<Registrazione> => {
    const busta = await loadBusta(documenti, messaggio);
    const richiesta = readRicevuta(messaggio, busta);
    const { primitiva, ricevutaAlle, id } = messaggio;
    const originale = await originali.keep(busta, `ricevute/${giornoDi(ricevutaAlle)}/${id}.xml.gz`);
    const registrazione = await register({ primitiva, richiesta, ricevutaAlle, originale }, (esito) =>
      toEvento(messaggio, busta, richiesta, esito),
    );
    // Delivered again by the Node, it is one more exchange; given again by the queue, it is the one already written.
    if (registrazione.esito === "GIA_REGISTRATA" && !registrazione.ripetizione) {
      await giornale.putEventi([toEvento(messaggio, busta, richiesta, registrazione)]);
    }
    return registrazione;
  };
