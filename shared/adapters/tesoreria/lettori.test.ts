/** The reader for a file: told by its bytes, by who loads it, or by a profile of the creditor. */
import { describe, expect, it } from "vitest";
import { createLettori } from "./lettori.ts";

const OPI = "<flusso_giornale_di_cassa><testata_messaggio>";
const CAMT = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>';
const CSV = "data;importo;causale\r\n03/03/2026;10,00;ACCREDITO\r\n";
const choose = (testo: string, altro: { formato?: "OPI" | "CAMT053" | "POSTE" | "BANCA"; profilo?: string } = {}) =>
  createLettori(async () => []).choose({ idDominio: "01234567897", inizio: new TextEncoder().encode(testo), ...altro });

describe("a file", () => {
  it.each([
    ["a cash journal", OPI, "OPI"],
    ["a statement", CAMT, "CAMT053"],
    ["a table", CSV, "BANCA"],
  ])("that is %s is read as such", async (_, testo, formato) => {
    expect(await choose(testo)).toMatchObject({ ok: true, valore: { formato } });
  });

  it.each<[string, string, Parameters<typeof choose>[1], RegExp]>([
    ["is not what its sender says", OPI, { formato: "CAMT053" }, /^formato: il file è OPI, non CAMT053$/],
    [
      "is a journal that a profile cannot read",
      OPI,
      { profilo: "mio" },
      /^il file è OPI: i profili di lettura servono per CSV, XLS e XLSX$/,
    ],
    ["names a profile that does not exist", CSV, { profilo: "mio" }, /il profilo di lettura "mio" non esiste/],
    ["is of no format", "%PDF-1.7", {}, /PDF/],
    ["is empty", "", {}, /vuoto/],
  ])("that %s is refused with the reason", async (_, testo, altro, motivo) => {
    expect(await choose(testo, altro)).toEqual({ ok: false, errore: expect.stringMatching(motivo) });
  });
});
