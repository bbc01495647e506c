/**
 * paSendRT and paSendRTV2 until the answer: the envelope, already checked, is put where it cannot be lost; everything else is the consumer's. If it cannot be
 * stored this throws, and the caller must fail at HTTP level: a well-formed KO would end the Node's retries (pagopa.md 3.5).
 */
import type { Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { CodaRicevute } from "../../ports/code.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { Ids } from "../../ports/ids.ts";

/** SQS takes 256 kB per message; the envelope travels inside it up to here, leaving room for escaping and for the other fields. */
const BYTE_IN_CODA = 200_000;

export interface RicevutaDaAccettare {
  readonly primitiva: "paSendRT" | "paSendRTV2";
  readonly testata: Testata;
  readonly principal: string;
  /** The envelope as it came. */
  readonly busta: string;
  /** Instant of the reception, and time spent since then. */
  readonly ricevutaAlle: string;
  readonly durataMillisecondi: number;
}

export const acceptRicevuta =
  ({ coda, documenti, ids }: { readonly coda: CodaRicevute; readonly documenti: Documenti; readonly ids: Ids }) =>
  async ({ primitiva, testata, principal, busta, ricevutaAlle, durataMillisecondi }: RicevutaDaAccettare): Promise<void> => {
    const id = ids.next();
    const { idPA, idBrokerPA, idStation } = testata;
    const messaggio = { id, primitiva, ricevutaAlle, idPA, idBrokerPA, idStation, principal, durataMillisecondi };
    // Measured as it will travel: a text full of quotes doubles once inside JSON.
    if (new TextEncoder().encode(JSON.stringify(busta)).length <= BYTE_IN_CODA) {
      await coda.send({ ...messaggio, busta });
      return;
    }
    const chiave = `ricevute/${giornoDi(ricevutaAlle)}/${id}.xml`;
    await documenti.put(chiave, new TextEncoder().encode(busta), "text/xml; charset=utf-8");
    await coda.send({ ...messaggio, chiave });
  };
