/**
 * paSendRT, paSendRTV2 and paaInviaRT until the answer: the envelope, already checked, is put where it cannot be lost; everything else is the consumer's. If it cannot be
 * stored this throws, and the caller must fail at HTTP level: a well-formed KO would end the Node's retries (pagopa.md 3.5).
 */
import type { Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Provenienza, Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { encodeTesto } from "../../domain/valori/codifica.ts";
import type { Codifica } from "../../domain/valori/codifiche.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { CodaRicevute } from "../../ports/code.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { Ids } from "../../ports/ids.ts";

/** SQS takes 256 kB per message; the envelope travels inside it up to here, leaving room for escaping and for the other fields. */
const BYTE_IN_CODA = 200_000;

export interface RicevutaDaAccettare {
  readonly primitiva: Ricevuta["primitiva"];
  /** Fault with which it will be answered although it is kept (legacy family). */
  readonly rifiuto?: "PAA_RPT_SCONOSCIUTA";
  readonly testata: Testata;
  readonly principal: string;
  /** The envelope as it came, and the encoding of its bytes (absent = UTF-8). */
  readonly busta: string;
  readonly codifica?: Codifica;
  /** Instant of the reception, and time spent since then. */
  readonly ricevutaAlle: string;
  readonly durataMillisecondi: number;
  /** Absent = delivered by the Node. */
  readonly provenienza?: Provenienza;
  /** Not to be looked at before; absent = at once. */
  readonly attesaSecondi?: number;
}

export const acceptRicevuta =
  ({ coda, documenti, ids }: { readonly coda: CodaRicevute; readonly documenti: Documenti; readonly ids: Ids }) =>
  async (ricevuta: RicevutaDaAccettare): Promise<void> => {
    const id = ids.next();
    const { primitiva, principal, busta, codifica = "UTF-8", ricevutaAlle, durataMillisecondi, provenienza, rifiuto } = ricevuta;
    const { testata, attesaSecondi } = ricevuta;
    const { idPA, idBrokerPA, idStation } = testata;
    const come = {
      principal,
      durataMillisecondi,
      ...(provenienza !== undefined && { provenienza }),
      ...(rifiuto !== undefined && { rifiuto }),
      ...(codifica !== "UTF-8" && { codifica }),
    };
    const messaggio = { id, primitiva, ricevutaAlle, idPA, idBrokerPA, idStation, ...come };
    // Measured as it will travel: a text full of quotes doubles once inside JSON.
    if (new TextEncoder().encode(JSON.stringify(busta)).length <= BYTE_IN_CODA) {
      await coda.send({ ...messaggio, busta }, idPA, attesaSecondi);
      return;
    }
    const chiave = `ricevute/${giornoDi(ricevutaAlle)}/${id}.xml`;
    await documenti.put(chiave, encodeTesto({ testo: busta, codifica }), `text/xml; charset=${codifica.toLowerCase()}`);
    await coda.send({ ...messaggio, chiave }, idPA, attesaSecondi);
  };
