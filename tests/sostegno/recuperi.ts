/** biz-events in memory and the job that asks it, over the archive of the use-case tests. */
import { ArchivioQuote } from "../../shared/adapters/archivio/quote.ts";
import { ArchivioRegistro } from "../../shared/adapters/archivio/registro.ts";
import { DocumentiInMemoria } from "../../shared/adapters/memory/documenti.ts";
import { OriginaliCompressi } from "../../shared/adapters/originali/originali-compressi.ts";
import { MessaggioRicevuta } from "../../shared/contracts/messaggi.ts";
import { ko, ok } from "../../shared/domain/esito.ts";
import type { RicevutaNodo } from "../../shared/domain/pagamenti/messaggi-nodo.ts";
import { addMinuti } from "../../shared/domain/valori/date.ts";
import type { ErroreRicevutaPagoPa, RicevutePagoPa } from "../../shared/ports/ricevute-pagopa.ts";
import { composeRicevuta } from "../../shared/runtime/soap/compose-ricevuta.ts";
import { consumeRicevuta } from "../../shared/runtime/soap/consume-ricevuta.ts";
import { acceptRicevuta } from "../../shared/usecases/pagamenti/accept-ricevuta.ts";
import { registerRicevuta } from "../../shared/usecases/pagamenti/register-ricevuta.ts";
import { recoverRicevute } from "../../shared/usecases/recuperi/recover-ricevute.ts";
import { COMUNE, INTERMEDIARIO } from "./anagrafica.ts";
import { buildPendenzaRiga, buildRiga } from "./flussi.ts";
import type { Memoria } from "./memoria.ts";

/** The receipt of payment n of the settlement flows for tests. */
export const buildReceipt = (n: number, altro: Partial<RicevutaNodo> = {}): RicevutaNodo => {
  const { iur, importo } = buildRiga(n);
  const { numeroAvviso, iuv, debitore } = buildPendenzaRiga(n);
  return {
    receiptId: iur,
    noticeNumber: numeroAvviso,
    fiscalCode: COMUNE,
    outcome: "OK",
    creditorReferenceId: iuv,
    paymentAmount: importo,
    description: "TARI 2026",
    companyName: "Comune di Prova",
    debtor: {
      uniqueIdentifier: { entityUniqueIdentifierType: "F", entityUniqueIdentifierValue: debitore.identificativo },
      fullName: debitore.anagrafica,
    },
    transferList: [
      {
        idTransfer: 1,
        transferAmount: importo,
        fiscalCodePA: COMUNE,
        IBAN: "IT60X0542811101000000123456",
        remittanceInformation: "TARI",
        transferCategory: "9/0101101IM/",
      },
    ],
    idPSP: "ABI03069",
    PSPCompanyName: "Banca di prova",
    idChannel: "CANALE",
    channelDescription: "app",
    paymentDateTime: "2026-11-23T10:00:00.000Z",
    ...altro,
  };
};

/** The recovery service on the intermediary, as an administrator would add it. */
export const addServizioRecupero = async ({ unitOfWork, deposito }: Memoria): Promise<void> => {
  const intermediario = await new ArchivioRegistro(deposito).get("intermediario", INTERMEDIARIO);
  if (!intermediario) throw new Error("manca l'intermediario di prova");
  const valore = { ...intermediario, servizioPagoPaRecuperoRT: { url: "http://127.0.0.1:9/bizevents", subscriptionKey: "chiave" } };
  await unitOfWork.commit([{ azione: "sostituisci", entita: "intermediario", valore }]);
};

export const createRecuperi = (memoria: Memoria) => {
  const { deposito, clock, ids, unitOfWork, posizioni, anagrafiche } = memoria;
  const ricevute = new Map<string, RicevutaNodo>();
  const guasti = new Map<string, ErroreRicevutaPagoPa>();
  const chiamate: string[] = [];
  const pagopa: RicevutePagoPa = {
    get: async (_connettore, { iur }) => {
      chiamate.push(iur);
      const guasto = guasti.get(iur) ?? guasti.get("*");
      if (guasto) return ko(guasto);
      const receipt = ricevute.get(iur);
      return receipt ? ok(receipt) : ko({ causa: "non-trovata", dettaglio: "pagoPA ha risposto 404" });
    },
  };
  const documenti = new DocumentiInMemoria();
  const inCoda: MessaggioRicevuta[] = [];
  const coda = {
    send: async (messaggio: Readonly<Record<string, unknown>>): Promise<void> => {
      inCoda.push(MessaggioRicevuta.parse(messaggio));
    },
  };
  const consume = consumeRicevuta({
    register: registerRicevuta({ posizioni, anagrafiche, unitOfWork, clock, ids }),
    originali: new OriginaliCompressi(documenti),
    documenti,
    giornale: unitOfWork,
  });
  const porte = {
    ...memoria,
    registro: new ArchivioRegistro(deposito),
    quote: new ArchivioQuote(deposito, clock),
    pagopa,
    compose: composeRicevuta,
    accept: acceptRicevuta({ coda, documenti, ids }),
  };
  const run = recoverRicevute(porte);
  return {
    porte,
    /** What pagoPA keeps; its failures, by receipt or `*`; what it was asked. */
    ricevute,
    guasti,
    chiamate,
    inCoda,
    consume,
    run: () => run(memoria.traccia),
    drain: async (): Promise<void> => {
      for (const messaggio of inCoda.splice(0)) await consume(messaggio);
    },
    wait: (minuti: number): void => clock.set(addMinuti(clock.now(), minuti)),
  };
};
