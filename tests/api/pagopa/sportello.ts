/** The endpoint and the consumer, with the receipts of one notice at hand. */
import type { Posizione } from "../../../shared/ports/posizioni.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { IUV, pendenza, testata } from "./debito.ts";
import { createImpianto, type Impianto, type RispostaNodo } from "./impianto.ts";
import { attivazioneV2, busta, consegnaV2, qrCode, type RicevutaDiProva, receipt } from "./messaggi.ts";

/** receiptId of the receipt when the test gives none, and the instant of its payment. */
export const ID = "c110729d258c4ab1b765fe902aae41d6";
export const PAGATO = "2026-03-10T09:15:30.000Z";
export const chiave = { idDominio: COMUNE, iuv: IUV };

export interface Sportello {
  readonly impianto: Impianto;
  load(altro?: Parameters<typeof pendenza>[0]): Promise<void>;
  activate(nota?: string): Promise<RispostaNodo>;
  /** The Node delivers a receipt of the notice, to its creditor or to another one. */
  deliver(r?: RicevutaDiProva, idPA?: string): Promise<RispostaNodo>;
  /** Delivers and lets the consumer work. */
  register(r?: RicevutaDiProva, idPA?: string): Promise<void>;
  posizione(): Promise<Posizione>;
}

export async function createSportello(): Promise<Sportello> {
  const impianto = await createImpianto();
  const deliver: Sportello["deliver"] = (r = {}, idPA = COMUNE) =>
    impianto.call(busta(consegnaV2(testata(idPA) + receipt({ fiscalCode: COMUNE, ...r }, true))));
  return {
    impianto,
    deliver,
    load: (altro = {}) => impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza(altro) }),
    activate: (nota = "") => impianto.call(busta(attivazioneV2(testata() + qrCode(COMUNE) + nota))),
    register: async (r, idPA) => {
      await deliver(r, idPA);
      await impianto.drain();
    },
    posizione: () => impianto.posizioni.getPosizione(chiave),
  };
}
