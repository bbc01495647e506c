/** Printing of notices and receipts: one, warm (goal: under 60 ms); a thousand in one document (goals: 40 s on one core, 400 MB). */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { nodeOptionsOf } from "../infra/budget.ts";
import { avviso, DEBITORE, ENTE, pagamento } from "../shared/adapters/pdf/prove/avvisi.ts";
import { createStampaAvvisoPdf } from "../shared/adapters/pdf/stampa-avviso-pdf.ts";
import { createStampaRicevutaPdf } from "../shared/adapters/pdf/stampa-ricevuta-pdf.ts";
import { measureInsieme } from "./misura.ts";

export interface MisuraStampe {
  readonly quanti: number;
  readonly secondi: number;
  readonly secondiProcessore: number;
  readonly memoriaMegabyte: number;
  readonly kilobyte: number;
}

/** Of a function of 512 MB. */
const OPZIONI_NODE = nodeOptionsOf(512).split(" ");

export const measureAvvisi = async () => {
  const stampa = createStampaAvvisoPdf();
  let byte = 0;
  const [misura] = await measureInsieme(
    [
      async (n) => {
        const p = pagamento({ importo: BigInt(15_000 + n) });
        byte = (await stampa.render(avviso({ pagamenti: [p] }))).length;
      },
    ],
    100,
    1,
  );
  if (!misura) throw new Error("misura mancante");
  return { ...misura, kilobyte: byte / 1024 };
};

/** A receipt of five rows in two languages. */
export const measureRicevute = async () => {
  const stampa = createStampaRicevutaPdf();
  const riga = { descrizione: "Tassa sui rifiuti", importo: 2_000n, beneficiario: ENTE.idDominio };
  const ricevuta = {
    ...{
      ente: ENTE,
      debitore: DEBITORE,
      eseguito: true,
      causale: "TARI 2026",
      numeroAvviso: "301000000000000144",
      iuv: "01000000000000144",
    },
    ...{ dataPagamento: "2026-11-26T10:00:00.000Z", dataRicezione: "2026-11-26T10:00:03.000Z", importo: 10_000n, commissioni: 150n },
    ...{ psp: "Banca Esempio S.p.A.", canale: "App", righe: Array.from({ length: 5 }, () => riga), linguaSecondaria: "de" as const },
  };
  let byte = 0;
  const stampane = async (n: number): Promise<void> => {
    byte = (await stampa.render({ ...ricevuta, idRicevuta: `ricevuta-${n}` })).length;
  };
  const [misura] = await measureInsieme([stampane], 100, 1);
  if (!misura) throw new Error("misura mancante");
  return { ...misura, kilobyte: byte / 1024 };
};

/** In a process apart, whose memory is only that of the printing. */
export const measureStampe = async (): Promise<MisuraStampe> => {
  const file = fileURLToPath(new URL("./stampe.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...OPZIONI_NODE, file]);
  return JSON.parse(stdout);
};
