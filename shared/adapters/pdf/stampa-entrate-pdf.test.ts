import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import { type EntrataPrevista, groupEntrate } from "../../domain/rendicontazioni/entrata-prevista.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import { type Elemento, leggiBrani, leggiPdf } from "./prove/lettore-pdf.ts";
import { createStampaEntratePdf } from "./stampa-entrate-pdf.ts";

const flusso: Flusso = {
  ...{ versione: 1, idDominio: "01234567897", idFlusso: "2026-11-24ABI03069-1", idPsp: "ABI03069", revisione: 1, stato: "ACQUISITO" },
  ...{ obsoleto: false, ragioneSocialePsp: "Banca Esempio S.p.A.", dataFlusso: "2026-11-24T18:30:00.000Z" },
  ...{ dataAcquisizione: "2026-11-25T04:00:00.000Z", trn: "TRN-1", dataRegolamento: "2026-11-24", numeroPagamenti: 9 },
  ...{ importoTotale: 900_000n, pagineAcquisite: 1, pagineTotali: 1, righeAcquisite: 9, importoAcquisito: 900_000n, segnalazioni: [] },
};
const entrate = (quante: number): readonly EntrataPrevista[] =>
  Array.from({ length: quante }, (_, n) => ({
    riscossione: buildRiscossione(n + 1, { importo: 100_000n, ...(n === 0 && { idDominio: "99999999999" }) }),
    pendenza: buildPendenza({ annoRiferimento: 2026 }),
    ...(n % 2 === 1 && { flusso }),
  }));
const stampa = createStampaEntratePdf({ compress: false });
const leggi = async (quante: number) =>
  leggiPdf(
    await stampa.render({
      da: "2026-10-31T23:00:00.000Z",
      stampatoAlle: "2026-12-01T10:00:00.000Z",
      creditori: groupEntrate(entrate(quante)),
      nomi: new Map([["01234567897", "Comune di Prova"]]),
    }),
  );
const testiDi = (letto: Awaited<ReturnType<typeof leggi>>): string => letto.testi.map(({ testo }) => testo).join(" | ");
const countElementi = ({ tipo, figli }: Elemento, cercato: string): number =>
  figli.reduce<number>(
    (somma, figlio) => somma + (typeof figlio === "number" ? 0 : countElementi(figlio, cercato)),
    tipo === cercato ? 1 : 0,
  );

describe("il prospetto delle entrate previste", () => {
  it.each([
    ["il periodo", /Riscossioni pagate dal 01\/11\/2026/],
    ["il flusso intero", /TRN TRN-1, regolamento del 24\/11\/2026; nel flusso intero 9 pagamenti per 9\.000,00 Euro/],
    ["il totale di ciò che del flusso è nel periodo", /2 riscossioni, 2\.000,00 Euro/],
    ["ciò che nessun flusso rendiconta", /Riscossioni senza flusso/],
    ["il totale di un ente", /Totale di Comune di Prova: 3 riscossioni, 3\.000,00 Euro/],
    ["il totale generale", /Totale generale: 4 riscossioni, 4\.000,00 Euro/],
  ])("dice %s", async (_che, atteso) => {
    expect(leggiBrani(await leggi(4)).join(" | ")).toMatch(atteso);
  });

  it("numera le pagine, e fa ascoltare testate e righe una volta sola anche se si rivedono a ogni pagina", async () => {
    const letto = await leggi(120);
    const testo = testiDi(letto);
    const pagine = Number(/Pagina 1 di (\d+)/.exec(testo)?.[1]);
    expect(pagine).toBeGreaterThan(2);
    expect(testo).toContain(`Pagina ${pagine} di ${pagine}`);
    // Three groups: a row of headings each, and 120 rows of nine cells.
    expect(["Table", "TR", "TH", "TD"].map((tipo) => countElementi(letto.albero, tipo))).toEqual([3, 123, 27, 1080]);
  });

  it("di niente dice che non c'è niente", async () => {
    expect(leggiBrani(await leggi(0)).join(" ")).toContain("Riscossioni pagate dal 01/11/2026: nessuna");
  });
});
