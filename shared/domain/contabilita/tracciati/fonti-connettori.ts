/**
 * What GovPay's connectors towards SECIM, HyperSIC and MyPivot derive by rules of their own (reference 2.16): from the custom properties of the accounting
 * of an item, else from the debt.
 */

import type { EntrataPrevista } from "../../rendicontazioni/entrata-prevista.ts";
import { voceDi } from "../riga-contabile.ts";
import { diFile, diQuota, type Fonte, fonte } from "./fonte.ts";

const proprieta = (entrata: EntrataPrevista, nome: string): string | undefined => {
  const valore = voceDi(entrata)?.contabilita?.proprietaCustom?.[nome];
  return typeof valore === "string" && valore !== "" ? valore : undefined;
};

/** A PSP that is a bank has its ABI in its name. */
const abiDi = (idPsp: string | undefined): string | undefined => /^ABI(\d{5})$/.exec(idPsp ?? "")?.[1];

export const FONTI_CONNETTORI = {
  "mypivot.tipoDovuto": fonte(
    "testo",
    (entrata) => proprieta(entrata, "tipoDovuto") ?? entrata.pendenza?.tassonomiaAvviso ?? entrata.riscossione.idTipoPendenza,
  ),
  "hypersic.codiceServizio": fonte("testo", (entrata) => proprieta(entrata, "codiceServizio") ?? entrata.riscossione.idTipoPendenza),
  "hypersic.descrizioneServizio": fonte("testo", (entrata) => proprieta(entrata, "descrizioneServizio")),
  "hypersic.codiceDebito": fonte("testo", ({ pendenza, riscossione }) => pendenza?.documento?.identificativo ?? riscossione.idPendenza),
  "hypersic.livelloContabile": diQuota("testo", ({ accertamento }) => (accertamento === undefined ? "CAP" : "ACC")),
  "hypersic.codificaContabile": diQuota(
    "testo",
    ({ annoEsercizio, accertamento, capitolo }) => `${annoEsercizio}/${accertamento ?? capitolo}`,
  ),
  "secim.codiceCliente": diFile("testo", ({ secim }) => secim.codiceCliente),
  "secim.codiceIstituto": {
    tipo: "testo",
    of: ({ entrata }, { secim }) => secim.codiceIstituto ?? abiDi(entrata?.flusso?.idPsp) ?? "00000",
  },
  "secim.tipoFlusso": fonte("testo", (entrata) => proprieta(entrata, "tipoflusso") ?? "NDP001C0"),
  "secim.rata": fonte("testo", ({ pendenza }) => {
    const rata = pendenza?.documento?.rata;
    return `${rata === undefined ? "T" : "S"}${String(rata ?? 1).padStart(8, "0")}`;
  }),
  "secim.riferimentoCreditore": fonte(
    "testo",
    (entrata) =>
      `${proprieta(entrata, "tipoRiferimentoCreditore") ?? "SECIM"}${proprieta(entrata, "riferimentoCreditore") ?? entrata.riscossione.idVocePendenza ?? ""}`,
  ),
} as const satisfies Readonly<Record<string, Fonte>>;
