/** The Node's side: the cost of an envelope, and a constant arrival rate held for a minute, as the Node calls — it does not wait for the answer before. */
import { presentRispostaOk } from "../shared/presenters/pagopa/risposta.ts";
import { openBusta } from "../shared/runtime/soap/envelope.ts";
import { readRichiesta } from "../shared/runtime/soap/pa-for-node-parse.ts";
import { busta, consegnaV2, receipt, testata } from "../tests/api/pagopa/messaggi.ts";
import { percentile } from "./misura.ts";
import type { Operazione } from "./operazioni.ts";

export interface MisuraBusta {
  readonly byteLetti: number;
  readonly byteScritti: number;
  readonly p50Millisecondi: number;
  readonly p99Millisecondi: number;
}

export interface MisuraCarico {
  readonly operazione: string;
  readonly richieste: number;
  readonly errori: number;
  readonly alSecondo: number;
  readonly p50Millisecondi: number;
  readonly p99Millisecondi: number;
  readonly massimoMillisecondi: number;
}

/** An answer of about 3 kB: five transfers with their accounting. */
const risposta = () => {
  const metadata = [1, 2].map((n) => ({ key: `CAPITOLOBILANCIO${n}`, value: `Capitolo ${n} del bilancio` }));
  return {
    creditorReferenceId: "01000000000000123",
    paymentAmount: 500n,
    dueDate: "2026-12-31",
    lastPayment: true,
    description: "TARI 2026 & conguaglio",
    companyName: "Comune di Prova",
    debtor: {
      uniqueIdentifier: { entityUniqueIdentifierType: "F" as const, entityUniqueIdentifierValue: "RSSMRA85T10A562S" },
      fullName: "Mario Rossi",
      streetName: "Via Roma",
      city: "Roma",
      country: "IT",
    },
    transferList: [1, 2, 3, 4, 5].map((idTransfer) => ({
      idTransfer,
      transferAmount: 100n,
      fiscalCodePA: "01234567897",
      companyName: "Comune di Prova",
      IBAN: "IT60X0542811101000000123456",
      remittanceInformation: `/RFB/01000000000000123/1.00/TXT/voce ${idTransfer}`,
      transferCategory: "9/0101002IM/",
      metadata,
    })),
  };
};

const RISCALDAMENTO = 2_000;
const VOLTE = 10_000;

/** One receipt read and one activation written, both of about 3 kB: the worst pair of the hot path. */
export const measureBusta = (): MisuraBusta => {
  const letta = busta(consegnaV2(testata() + receipt({ transfers: [1, 2].map((id) => ({ id, importo: "6.25" })) }, true)));
  const dati = risposta();
  const giro = (): number => {
    const radice = openBusta(letta, 256);
    if (!radice.ok || !readRichiesta("paSendRTV2", radice.valore).ok) throw new Error("la busta di misura non si legge");
    return presentRispostaOk("paGetPaymentV2", dati).length;
  };
  for (let n = 0; n < RISCALDAMENTO; n += 1) giro();
  const durate: number[] = [];
  for (let n = 0; n < VOLTE; n += 1) {
    const inizio = performance.now();
    giro();
    durate.push(performance.now() - inizio);
  }
  durate.sort((a, b) => a - b);
  return {
    byteLetti: letta.length,
    byteScritti: giro(),
    p50Millisecondi: percentile(durate, 0.5),
    p99Millisecondi: percentile(durate, 0.99),
  };
};

/**
 * Arrivals at fixed instants whatever happens to the answers: the time of a request is counted from when it should have left, so that a stall is paid by
 * everyone who was behind it.
 */
export const measureCarico = async (operazione: Operazione, alSecondo: number, secondi: number): Promise<MisuraCarico> => {
  for (let n = 0; n < alSecondo; n += 1) await operazione.run(n);
  const richieste = alSecondo * secondi;
  const durate: number[] = [];
  let errori = 0;
  const inizio = performance.now();
  const inCorso: Promise<void>[] = [];
  for (let n = 0; n < richieste; n += 1) {
    const dovuto = inizio + (n * 1_000) / alSecondo;
    const anticipo = dovuto - performance.now();
    if (anticipo > 0) await new Promise((resolve) => setTimeout(resolve, anticipo));
    inCorso.push(
      operazione.run(n).then(
        () => void durate.push(performance.now() - dovuto),
        () => {
          errori += 1;
        },
      ),
    );
  }
  await Promise.all(inCorso);
  const durata = (performance.now() - inizio) / 1_000;
  durate.sort((a, b) => a - b);
  return {
    operazione: operazione.nome,
    richieste,
    errori,
    alSecondo: richieste / durata,
    p50Millisecondi: percentile(durate, 0.5),
    p99Millisecondi: percentile(durate, 0.99),
    massimoMillisecondi: durate.at(-1) ?? 0,
  };
};
