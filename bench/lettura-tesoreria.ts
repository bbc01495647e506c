/** Child process of the benchmark of the treasurers' files: writes a file of the size asked for as it is read, reads it, tells lines, time and peak memory. */
import { readFileSync } from "node:fs";
import { buildCamt053 } from "../local/sandbox/tesoriere/camt.ts";
import { buildCsv } from "../local/sandbox/tesoriere/csv.ts";
import { buildGiornaleOpi, type GiornaleDiCassa } from "../local/sandbox/tesoriere/opi.ts";
import { buildRh } from "../local/sandbox/tesoriere/rh.ts";
import { leggiCamt } from "../shared/adapters/tesoreria/camt/lettore-camt.ts";
import { leggiOpi } from "../shared/adapters/tesoreria/opi/lettore-opi.ts";
import { leggiRh } from "../shared/adapters/tesoreria/rh/lettore-rh.ts";
import { createLettoreBanca } from "../shared/adapters/tesoreria/tabella/lettore-banca.ts";
import { PROFILI_PREDEFINITI } from "../shared/domain/tesoreria/profili/predefiniti.ts";
import type { LettoreTesoreria } from "../shared/ports/lettori-tesoreria.ts";

export interface LetturaMisurata {
  readonly righe: number;
  readonly altro: number;
  readonly megabyte: number;
  readonly millisecondi: number;
  readonly memoriaMegabyte: number;
}

const MEGA = 1_048_576;
const IBAN = "IT60X0542811101000000123456";
/** Movements of the sample that is repeated. */
const CAMPIONE = 50;

const voce = (numero: number) => ({
  ...{ numero, idDominio: "01234567890", iban: IBAN, giorno: "2026-03-03", dataValuta: "2026-03-04", importo: BigInt(1_000 + numero) },
  ...{
    causale: `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-${String(numero).padStart(9, "0")}`,
    trn: `TRN${String(numero).padStart(27, "0")}`,
  },
  ...{
    endToEndId: `E2E-${numero}`,
    idFlusso: "",
    ordinante: { nome: "PSP DELLE PROVE È PRONTO", bic: "PROVITRRXXX", codiceFiscale: "01111111111" },
  },
});
const giornale: GiornaleDiCassa = {
  ente: { idDominio: "01234567890", ragioneSociale: "Comune", codiceIpa: "CX0001", codiceIstat: "012345678" },
  ...{ giorno: "2026-03-03", creatoIl: "2026-03-03T18:00:00.000Z" },
  conti: [
    {
      ...{ iban: IBAN, giorno: "2026-03-03", saldoIniziale: 0n, entrate: 0n, saldoFinale: 0n },
      movimenti: Array.from({ length: CAMPIONE }, (_, i) => voce(i + 1)),
    },
  ],
};

const FORMATI: { readonly [formato: string]: readonly [LettoreTesoreria, () => string, RegExp] } = {
  "OPI 1.8": [leggiOpi, () => buildGiornaleOpi(giornale, "1.8", () => ""), /<movimento_conto_evidenza>.*<\/movimento_conto_evidenza>/s],
  "camt.053": [leggiCamt, () => buildCamt053(giornale), /<Ntry>.*<\/Ntry>/s],
  "CBI RH": [leggiRh, () => buildRh(giornale), / 62.*(?=\r\n 64)/s],
  "CSV di banca": [createLettoreBanca(PROFILI_PREDEFINITI), () => buildCsv(giornale), /(?<=\n).*(?=\r\n$)/s],
};

const [, , formato = "", megabyte = "0"] = process.argv;
const scelto = FORMATI[formato];
if (!scelto) throw new Error(`formato ${formato}: ammessi ${Object.keys(FORMATI).join(", ")}`);
const [lettore, write, corpo] = scelto;
const campione = write();
const trovato = corpo.exec(campione);
if (!trovato) throw new Error("campione senza movimenti");
const separatore = formato === "CBI RH" || formato === "CSV di banca" ? "\r\n" : "";
const blocco = Buffer.from(trovato[0] + separatore);
let byte = 0;
async function* genera(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(campione.slice(0, trovato?.index));
  for (; byte < Number(megabyte) * MEGA; byte += blocco.length) yield blocco;
  yield Buffer.from(campione.slice((trovato?.index ?? 0) + (trovato?.[0].length ?? 0) + separatore.length));
}

const inizio = performance.now();
let righe = 0;
let altro = 0;
for await (const lettura of lettore(genera())) {
  if (lettura.tipo === "riga") righe += 1;
  else if (lettura.tipo === "rifiuto") throw new Error(lettura.motivo);
  else altro += 1;
}
const millisecondi = performance.now() - inizio;
if (righe !== (byte / blocco.length) * CAMPIONE) throw new Error(`${righe} righe lette su ${(byte / blocco.length) * CAMPIONE}`);
const memoriaMegabyte = Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1024;
const misura: LetturaMisurata = { righe, altro, megabyte: byte / MEGA, millisecondi, memoriaMegabyte };
if (process.send) process.send(misura);
else process.stdout.write(`${JSON.stringify(misura)}\n`);
