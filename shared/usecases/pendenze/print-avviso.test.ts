import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { AvvisoDaStampare, StampaAvviso } from "../../ports/stampa-avviso.ts";
import { printAvviso, printPendenze } from "./print-avviso.ts";

const createProva = async () => {
  const { anagrafiche, clock } = await createMemoria();
  const stampati: AvvisoDaStampare[] = [];
  const stampaAvviso: StampaAvviso = {
    render: async (avviso) => {
      stampati.push(avviso);
      return new Uint8Array([1]);
    },
    async *renderUniti(avvisi) {
      for await (const avviso of avvisi) {
        stampati.push(avviso);
        yield new Uint8Array([2]);
      }
      yield new Uint8Array([3]);
    },
  };
  return { porte: { anagrafiche, clock, stampaAvviso }, stampati };
};

const VERDI = { tipo: "F", identificativo: "VRDGPP80A01F205X", anagrafica: "Giuseppe Verdi" } as const;

describe("printing", () => {
  it("asks the port for one sheet, in the language asked", async () => {
    const { porte, stampati } = await createProva();
    expect(await printPendenze(porte)([buildPendenza()], "sl")).toEqual({ ok: true, valore: new Uint8Array([1]) });
    expect(stampati.map(({ linguaSecondaria }) => linguaSecondaria)).toEqual(["sl"]);
  });

  it("puts the sheets of more debtors one after the other in one file", async () => {
    const { porte, stampati } = await createProva();
    expect(await printPendenze(porte)([buildPendenza(), buildPendenza({ debitore: VERDI })])).toEqual({
      ok: true,
      valore: new Uint8Array([2, 2, 3]),
    });
    expect(stampati).toHaveLength(2);
  });

  it.each<[string, Partial<Pendenza>, string]>([
    ["paid", { stato: "ESEGUITA" }, "PAG_006"],
    ["expired", { dataScadenza: "2026-11-24" }, "PAG_007"],
    ["of a creditor no longer registered", { idDominio: "99999999999" }, "DOM_000"],
  ])("refuses a debt %s, prints nothing, and is silent for who prints besides", async (_caso, altro, codice) => {
    const { porte, stampati } = await createProva();
    expect(await printPendenze(porte)([buildPendenza(altro)])).toMatchObject({ ok: false, errore: { codice } });
    expect(await printAvviso(porte)(buildPendenza(altro))).toBeUndefined();
    expect(stampati).toEqual([]);
  });

  it("refuses a group for its first debt that cannot be printed", async () => {
    const { porte } = await createProva();
    const esito = await printPendenze(porte)([buildPendenza(), buildPendenza({ stato: "ANNULLATA", numeroAvviso: "301000000000000234" })]);
    expect(esito).toMatchObject({ ok: false, errore: { codice: "PAG_006", dettaglio: expect.stringContaining("301000000000000234") } });
  });
});
