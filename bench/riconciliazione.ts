/** The month of a large city with 2 % of each known trouble, against its truth: what is matched, what is wrong, time and memory per payment. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Giudizio, Voto } from "../local/mese/giudice.ts";

const MESI = [
  { pagamenti: 10_000, flussi: 300, movimenti: 250 },
  { pagamenti: 100_000, flussi: 1_000, movimenti: 830 },
  { pagamenti: 1_000_000, flussi: 3_000, movimenti: 2_500 },
] as const;

/** Megabytes of heap: with the rest of the process it stays below 256. */
const OPZIONI_NODE = ["--max-old-space-size=160", "--disable-warning=ExperimentalWarning"];

export interface MisuraMese extends Giudizio {
  readonly pagamentiDelMese: number;
  readonly secondi: number;
  readonly microsecondiPerPagamento: number;
  readonly memoriaMegabyte: number;
}

const percento = (parte: number, tutto: number): string =>
  tutto === 0 ? "      –" : `${((parte / tutto) * 100).toFixed(2)} %`.padStart(7);

/** Precision and recall of the links, and how many cases have every label, state and cause as expected. */
export const rigaVoto = ({ nome, descrizione, casi, giudicatiBene, attesi, giusti, sbagliati }: Voto): string =>
  `  ${nome.padEnd(19)} ${String(casi).padStart(7)} ${percento(giusti, giusti + sbagliati)} ${percento(giusti, attesi).padStart(9)} ${String(sbagliati).padStart(6)} ${percento(giudicatiBene, casi).padStart(10)}  ${descrizione}`;

export const INTESTAZIONE = `  ${"guaio".padEnd(19)} ${"casi".padStart(7)} ${"precis.".padStart(7)} ${"richiamo".padStart(9)} ${"errati".padStart(6)} ${"verdetti".padStart(10)}`;

async function measureMese({ pagamenti, flussi, movimenti }: (typeof MESI)[number]): Promise<MisuraMese> {
  const figlio = fork(fileURLToPath(new URL("./mese.ts", import.meta.url)), [pagamenti, flussi, movimenti].map(String), {
    execArgv: OPZIONI_NODE,
    serialization: "advanced",
  });
  const [misura] = (await once(figlio, "message")) as [Giudizio & { secondi: number; memoriaMegabyte: number }];
  return { ...misura, pagamentiDelMese: pagamenti, microsecondiPerPagamento: (misura.secondi * 1e6) / pagamenti };
}

/** @param show called at each month, from the smallest. */
export async function measureRiconciliazione(show: (misura: MisuraMese) => void): Promise<readonly MisuraMese[]> {
  const misure: MisuraMese[] = [];
  for (const mese of MESI) {
    const misura = await measureMese(mese);
    show(misura);
    misure.push(misura);
  }
  return misure;
}
