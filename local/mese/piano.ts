/** The plan of a month: which flows there are, of which PSP and day, and which trouble befalls each. It holds a line per flow; payments are made when asked for. */
import { addGiorni } from "../../shared/domain/valori/date.ts";
import { createCaso, mischia } from "./caso.ts";
import { datiGuaio, GUAI, type NomeGuaio } from "./guai.ts";

export interface Misure {
  readonly seme: number;
  readonly pagamenti: number;
  readonly flussi: number;
  readonly movimenti: number;
  /** Share of flows, and of payments, with each trouble. */
  readonly quota: number;
  /** All payments are of ten euro: totals say little, and a wrong guess is easy. */
  readonly importiUguali?: true;
}

export const PSP = [
  { id: "ABI03069", nome: "Banca Prima" },
  { id: "ABI02008", nome: "Credito Secondo" },
  { id: "ABI07601", nome: "Poste Prova" },
  { id: "BCITITMM", nome: "Istituto Terzo" },
  { id: "ABI05034", nome: "Banco Quarto" },
  { id: "PPAYITR1", nome: "Pagamenti Quinto" },
  { id: "SATYLUL1", nome: "Wallet Sesto" },
  { id: "ABI36019", nome: "Rete Settimo" },
] as const;

type Psp = (typeof PSP)[number];

export interface FlussoPrevisto {
  readonly n: number;
  readonly idFlusso: string;
  readonly psp: Psp;
  readonly giorno: string;
  readonly righe: number;
  /** Whose amounts it has: another flow's when the two must be equal. */
  readonly semeImporti: number;
}

export interface Unita {
  readonly n: number;
  readonly guaio: NomeGuaio;
  readonly psp: Psp;
  readonly giorno: string;
  readonly flussi: readonly FlussoPrevisto[];
}

export interface Piano {
  readonly misure: Misure;
  readonly unita: readonly Unita[];
}

const PRIMO_GIORNO = "2026-11-01";
const GIORNI = 30;

/** Credits that name three flows are what brings the movements below the flows. */
const QUOTA_CUMULI = 0.133;

const movimentiDi: Partial<Record<NomeGuaio, number>> = {
  DIVISO: 2,
  ACCREDITO_DOPPIO: 2,
  STORNO: 2,
  ACCREDITO_MANCANTE: 0,
  TRONCATO_AMBIGUO: 2,
  STESSO_NOME: 2,
};
const quantiMovimenti = (nome: NomeGuaio): number => movimentiDi[nome] ?? 1;

function scegliGuai({ flussi, movimenti, quota }: Misure): readonly NomeGuaio[] {
  const perGuaio = Math.max(1, Math.round(flussi * quota));
  const guai: NomeGuaio[] = [];
  for (const nome of Object.keys(GUAI) as readonly NomeGuaio[]) {
    if (nome === "NESSUNO" || nome === "NON_PAGOPA" || nome === "CUMULO") continue;
    const quanti = datiGuaio(nome).flussi === 2 ? Math.max(1, Math.round(perGuaio / 2)) : perGuaio;
    for (let i = 0; i < quanti; i++) guai.push(nome);
  }
  for (let i = 0; i < Math.round(flussi * QUOTA_CUMULI); i++) guai.push("CUMULO");
  const presi = guai.reduce((somma, nome) => somma + datiGuaio(nome).flussi, 0);
  if (presi > flussi) throw new RangeError(`servono almeno ${presi} flussi per avere ogni guaio`);
  for (let i = presi; i < flussi; i++) guai.push("NESSUNO");
  const diPagoPa = guai.reduce((somma, nome) => somma + quantiMovimenti(nome), 0);
  for (let i = diPagoPa; i < movimenti; i++) guai.push("NON_PAGOPA");
  return guai;
}

export function createPiano(misure: Misure): Piano {
  const { seme, pagamenti, flussi } = misure;
  const caso = createCaso(seme, 1);
  const guai = mischia(scegliGuai(misure), caso);
  const singoli = guai.filter((nome) => datiGuaio(nome).singolo).length;
  const media = Math.max(4, Math.floor((pagamenti - singoli) / Math.max(1, flussi - singoli)));
  const unita: Unita[] = [];
  let n = 0;
  let fatti = 0;
  for (const [indice, guaio] of guai.entries()) {
    const dati = datiGuaio(guaio);
    const psp = PSP[(guaio === "POSTE" ? 2 : caso.intero(PSP.length)) % PSP.length] ?? PSP[0];
    const giorno = addGiorni(PRIMO_GIORNO, Math.floor((indice * GIORNI) / guai.length));
    const primo = n + 1;
    const righe = dati.singolo ? 1 : Math.max(3, Math.round(media * (0.2 + 1.6 * caso.reale())));
    const previsti = Array.from({ length: dati.flussi }, (_, k): FlussoPrevisto => {
      n++;
      const altro = guaio === "STESSO_NOME" && k === 1;
      const suo = altro ? (PSP[(PSP.indexOf(psp) + 1) % PSP.length] ?? PSP[0]) : psp;
      const numero = altro ? primo : n;
      const idFlusso = `${giorno}${psp.id}-${String(numero).padStart(9, "0")}`;
      const ambiguo = guaio === "TRONCATO_AMBIGUO";
      return { n, idFlusso, psp: suo, giorno, righe: ambiguo || k === 0 ? righe : righe + 1, semeImporti: ambiguo ? primo : n };
    });
    fatti += previsti.reduce((somma, flusso) => somma + flusso.righe, 0);
    unita.push({ n: indice, guaio, psp, giorno, flussi: previsti });
  }
  return { misure, unita: pareggia(unita, pagamenti - fatti) };
}

/** The payments asked for, to the last: the rest goes to the flows without troubles, or comes from them. */
function pareggia(unita: readonly Unita[], mancano: number): readonly Unita[] {
  const liberi = unita.filter(({ guaio }) => guaio === "NESSUNO");
  let resta = mancano;
  const aggiunte = new Map<number, number>();
  for (const [i, { n, flussi }] of liberi.entries()) {
    const quota = Math.trunc(resta / (liberi.length - i));
    const righe = flussi[0]?.righe ?? 0;
    const aggiunta = Math.max(3 - righe, quota);
    aggiunte.set(n, aggiunta);
    resta -= aggiunta;
  }
  return unita.map((una) => {
    const aggiunta = aggiunte.get(una.n) ?? 0;
    return aggiunta === 0 ? una : { ...una, flussi: una.flussi.map((flusso) => ({ ...flusso, righe: flusso.righe + aggiunta })) };
  });
}
