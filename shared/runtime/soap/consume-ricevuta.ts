/**
 * From a message of the queue to a registered receipt. The envelope was checked before it was accepted: one that does not read again here is a bug or a forged
 * message, so it fails and ends in the dead-letter queue with its text, never silently.
 */

import type { MessaggioRicevuta } from "../../contracts/messaggi.ts";
import { paSendRT, paSendRTV2 } from "../../contracts/pagopa/primitive.ts";
import type { Evento } from "../../domain/eventi.ts";
import type { RicevutaInArrivo } from "../../domain/ricevute/ricevuta-nodo.ts";
import { decodeTesto, encodeTesto } from "../../domain/valori/codifica.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { Originali } from "../../ports/originali.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { presentRispostaOk } from "../../presenters/pagopa/risposta.ts";
import type { Registrazione } from "../../usecases/pagamenti/register-ricevuta.ts";
import { readConsegnaRt, rispostaDataA } from "../storico/consegna-rt.ts";
import { openBusta } from "./envelope.ts";
import { campiDi, parametriDi } from "./giornale-nodo.ts";
import { readRichiesta } from "./pa-for-node-parse.ts";
import { readRicevutaCaricata } from "./read-ricevuta-caricata.ts";

export interface PorteConsumo {
  register(arrivo: RicevutaInArrivo, toEvento: (registrazione: Registrazione) => Evento): Promise<Registrazione>;
  readonly originali: Originali;
  readonly documenti: Documenti;
  readonly giornale: Pick<UnitOfWork, "putEventi">;
}

const PRIMITIVE = { paSendRT, paSendRTV2 } as const;

async function loadBusta(documenti: Documenti, { busta, chiave, codifica = "UTF-8", id }: MessaggioRicevuta): Promise<string> {
  if (busta !== undefined) return busta;
  const byte = chiave === undefined ? undefined : await documenti.get(chiave);
  const testo = byte && decodeTesto(byte, `text/xml; charset=${codifica}`);
  if (!testo?.ok) throw new Error(`ricevuta ${id}: busta assente o illeggibile`);
  return testo.valore.testo;
}

type Letta = Pick<RicevutaInArrivo, "richiesta" | "rt">;

function readRicevuta({ primitiva, id, provenienza }: MessaggioRicevuta, busta: string): Letta {
  if (provenienza === "MANUALE") {
    const caricata = readRicevutaCaricata(busta);
    if (!caricata.ok) throw new Error(`ricevuta ${id}: ${caricata.errore.dettaglio}`);
    return caricata.valore;
  }
  if (primitiva === "paaInviaRT") {
    const consegna = readConsegnaRt(busta);
    if (!consegna.ok) throw new Error(`ricevuta ${id}: ${consegna.errore}`);
    return consegna.valore;
  }
  const radice = openBusta(busta, PRIMITIVE[primitiva].limiti.bodyKilobytes);
  if (!radice.ok) throw new Error(`ricevuta ${id}: ${radice.errore}`);
  const richiesta = readRichiesta(primitiva, radice.valore);
  if (!richiesta.ok) throw new Error(`ricevuta ${id}: ${richiesta.errore.description}`);
  return { richiesta: richiesta.valore };
}

/** A receipt that nobody asked for was kept, and answered with its fault (legacy family). */
const esitoDi = ({ rifiuto }: MessaggioRicevuta): Pick<Evento, "esito" | "severita" | "sottotipoEsito"> =>
  rifiuto === undefined ? { esito: "OK", severita: 0 } : { esito: "KO", severita: 3, sottotipoEsito: rifiuto };

const rispostaDi = ({ primitiva, idPA, rifiuto }: MessaggioRicevuta): string =>
  primitiva === "paaInviaRT" ? rispostaDataA(idPA, rifiuto) : presentRispostaOk(primitiva, undefined);

/** Entry of the exchange in which the receipt was delivered: named by the message, so that a repetition writes the same one. */
function toEvento(messaggio: MessaggioRicevuta, busta: string, { richiesta, rt }: Letta, registrazione: Registrazione): Evento {
  const { id, primitiva, ricevutaAlle, durataMillisecondi, principal, provenienza = "NODO", codifica = "UTF-8" } = messaggio;
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
    // Only the Node's own delivery is an exchange with pagoPA: the others say where they came from.
    ...(provenienza === "NODO"
      ? ({ componente: "API_PAGOPA", categoriaEvento: "INTERFACCIA" } as const)
      : ({
          componente: "GOVPAY",
          categoriaEvento: provenienza === "MANUALE" ? "UTENTE" : "INTERNO",
          sottotipoEvento: provenienza,
        } as const)),
    ruolo: "SERVER",
    tipoEvento: primitiva,
    ...esitoDi(messaggio),
    dataEvento: ricevutaAlle,
    durataMillisecondi,
    transactionId: id,
    principal,
    ...campiDi(soggetto),
    ...(rt && { iuv: receipt.creditorReferenceId }),
    ccp: receipt.receiptId,
    ...(idA2A !== undefined && idPendenza !== undefined && { idA2A, idPendenza }),
    ...(dettaglio !== "" && { dettaglioEsito: dettaglio }),
    parametriRichiesta: parametriDi(codifica === "UTF-8" ? busta : encodeTesto({ testo: busta, codifica }), {
      method: "POST",
      data: ricevutaAlle,
    }),
    ...(provenienza === "NODO" && {
      parametriRisposta: parametriDi(rispostaDi(messaggio), { status: 200, data: ricevutaAlle }),
    }),
  };
}

export const consumeRicevuta =
  ({ register, originali, documenti, giornale }: PorteConsumo) =>
  async (messaggio: MessaggioRicevuta): Promise<Registrazione> => {
    const busta = await loadBusta(documenti, messaggio);
    const letta = readRicevuta(messaggio, busta);
    const { primitiva, ricevutaAlle, id, codifica } = messaggio;
    const originale = await originali.keep(busta, `ricevute/${giornoDi(ricevutaAlle)}/${id}.xml.gz`, codifica);
    const provenienza = messaggio.provenienza === undefined ? {} : { provenienza: messaggio.provenienza };
    const registrazione = await register({ primitiva, ...letta, ricevutaAlle, originale, ...provenienza }, (esito) =>
      toEvento(messaggio, busta, letta, esito),
    );
    // Delivered again by the Node, it is one more exchange; given again by the queue, it is the one already written.
    if (registrazione.esito === "GIA_REGISTRATA" && !registrazione.ripetizione) {
      await giornale.putEventi([toEvento(messaggio, busta, letta, registrazione)]);
    }
    return registrazione;
  };
