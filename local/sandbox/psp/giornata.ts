/** A whole day at the PSPs' desks: hundreds of notices paid with a bounded number of hands, and the totals of each PSP. */
import { parseImporto } from "../comune/importi.ts";
import type { EsitoSportello, Sportello } from "./sportello.ts";

export interface PagamentoDellaGiornata {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly psp?: string | undefined;
  readonly senzaRicevuta?: boolean | undefined;
}

export interface TotalePsp {
  pagati: number;
  centesimi: bigint;
  falliti: number;
  senzaRicevuta: number;
}

export interface EsitoGiornata {
  readonly esito: "OK" | "KO";
  readonly totali: Readonly<Record<string, TotalePsp>>;
  readonly pagati: number;
  readonly centesimi: bigint;
  readonly falliti: readonly { readonly numeroAvviso: string; readonly idDominio: string; readonly fault: EsitoSportello["fault"] }[];
  readonly ricevuteNonConsegnate: readonly string[];
  readonly millisecondi: number;
}

/** The Node never repeats an activation (section 3.5), a person at a desk does. */
const TENTATIVI = 3;
const STAZIONE_ASSENTE = /^PPT_STAZIONE_INT_PA_(TIMEOUT|IRRAGGIUNGIBILE|SERVIZIO_NONATTIVO)$/;

const pagaConPazienza = async (sportello: Sportello, pagamento: PagamentoDellaGiornata): Promise<EsitoSportello> => {
  let esito = await sportello.paga({ ...pagamento, senzaVerifica: true });
  for (let tentativo = 2; tentativo <= TENTATIVI && STAZIONE_ASSENTE.test(esito.fault?.faultCode ?? ""); tentativo += 1) {
    esito = await sportello.paga({ ...pagamento, senzaVerifica: true });
  }
  return esito;
};

/** Pays all of them without verifying first (the amount is the creditor's), `concorrenza` at a time. */
export const runGiornata = async (
  sportello: Sportello,
  pagamenti: readonly PagamentoDellaGiornata[],
  concorrenza: number,
): Promise<EsitoGiornata> => {
  const inizio = performance.now();
  const totali: Record<string, TotalePsp> = {};
  const falliti: EsitoGiornata["falliti"][number][] = [];
  const ricevuteNonConsegnate: string[] = [];
  let prossimo = 0;

  const conta = (pagamento: PagamentoDellaGiornata, esito: EsitoSportello): void => {
    const totale = totali[esito.psp.id] ?? { pagati: 0, centesimi: 0n, falliti: 0, senzaRicevuta: 0 };
    totali[esito.psp.id] = totale;
    if (esito.esito === "KO") {
      totale.falliti += 1;
      falliti.push({ numeroAvviso: pagamento.numeroAvviso, idDominio: pagamento.idDominio, fault: esito.fault });
      return;
    }
    totale.pagati += 1;
    totale.centesimi += parseImporto(String(esito.importo)) ?? 0n;
    if (pagamento.senzaRicevuta === true) totale.senzaRicevuta += 1;
    else if (esito.ricevuta?.consegnata === false) ricevuteNonConsegnate.push(esito.ricevuta.receiptId);
  };

  const mano = async (): Promise<void> => {
    for (let pagamento = pagamenti[prossimo++]; pagamento !== undefined; pagamento = pagamenti[prossimo++]) {
      conta(pagamento, await pagaConPazienza(sportello, pagamento));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concorrenza, pagamenti.length) }, mano));

  const tutti = Object.values(totali);
  return {
    esito: falliti.length === 0 ? "OK" : "KO",
    totali,
    pagati: tutti.reduce((somma, totale) => somma + totale.pagati, 0),
    centesimi: tutti.reduce((somma, totale) => somma + totale.centesimi, 0n),
    falliti,
    ricevuteNonConsegnate,
    millisecondi: Math.round(performance.now() - inizio),
  };
};
