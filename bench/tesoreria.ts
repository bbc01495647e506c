/**
 * Treasurers' files read as they come: lines per second, and a peak that must not grow with the file (256 MB for 500 MB of cash journal).
 * `BENCH_TESORERIA_MB` sets the size of the largest (500).
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { nodeOptionsOf } from "../infra/budget.ts";
import type { LetturaMisurata } from "./lettura-tesoreria.ts";

export interface MisuraLettura extends LetturaMisurata {
  readonly formato: string;
}

const MASSIMO_MEGABYTE = Number(process.env.BENCH_TESORERIA_MB ?? 500);
const TRAGUARDO_MEGABYTE = 256;
const PROVE = [
  ["OPI 1.8", MASSIMO_MEGABYTE / 10],
  ["OPI 1.8", MASSIMO_MEGABYTE],
  ["camt.053", MASSIMO_MEGABYTE / 5],
  ["CBI RH", MASSIMO_MEGABYTE / 5],
  ["CSV di banca", MASSIMO_MEGABYTE / 5],
] as const;

export const measureTesoreria = async (show: (misura: MisuraLettura) => void): Promise<readonly MisuraLettura[]> => {
  const misure: MisuraLettura[] = [];
  for (const [formato, megabyte] of PROVE) {
    const figlio = fork(fileURLToPath(new URL("./lettura-tesoreria.ts", import.meta.url)), [formato, String(megabyte)], {
      // The process counts as a whole: half of the memory for the old space, as the consumers have.
      execArgv: [...nodeOptionsOf(TRAGUARDO_MEGABYTE).split(" "), "--disable-warning=ExperimentalWarning"],
    });
    const [misura] = (await once(figlio, "message")) as [LetturaMisurata];
    if (misura.memoriaMegabyte > TRAGUARDO_MEGABYTE)
      throw new Error(
        `${formato}, ${misura.megabyte.toFixed(0)} MB: ${misura.memoriaMegabyte.toFixed(0)} MB di picco, massimo ${TRAGUARDO_MEGABYTE}`,
      );
    const completa = { formato, ...misura };
    misure.push(completa);
    show(completa);
  }
  return misure;
};
