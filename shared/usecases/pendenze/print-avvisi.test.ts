import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { archivioZip } from "../../adapters/zip/archivio-zip.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { AvvisoDaStampare, StampaAvviso } from "../../ports/stampa-avviso.ts";
import { nomeStampa, printAvvisi, printAvvisiUniti } from "./print-avvisi.ts";
import type { GruppoDaStampare, RifiutoStampa } from "./print-avviso.ts";

const pendenza = (n: number, altro: Partial<Pendenza> = {}): Pendenza =>
  buildPendenza({ numeroAvviso: `3010000000000${String(n).padStart(5, "0")}`, ...altro });
const D1 = { identificativo: "D-1", descrizione: "TARI" };

const GRUPPI: readonly GruppoDaStampare[] = [
  [pendenza(1)],
  [pendenza(2, { documento: { ...D1, rata: 1 } }), pendenza(3, { documento: { ...D1, rata: 2 } })],
  [pendenza(4, { stato: "ESEGUITA" })],
  [pendenza(5)],
];

const createProva = async () => {
  const { anagrafiche, clock } = await createMemoria();
  let renderizzati = 0;
  const testo = (avviso: AvvisoDaStampare): Uint8Array => {
    renderizzati++;
    return new TextEncoder().encode(avviso.pagamenti.map(({ numeroAvviso }) => Number(numeroAvviso.slice(-5))).join("+"));
  };
  const stampaAvviso: StampaAvviso = {
    render: async (avviso) => testo(avviso),
    async *renderUniti(avvisi) {
      for await (const avviso of avvisi) yield testo(avviso);
    },
  };
  const esiti: [number, string | undefined][] = [];
  const onEsito = ([prima]: GruppoDaStampare, rifiuto: RifiutoStampa | undefined): void => {
    esiti.push([Number(prima.numeroAvviso.slice(-5)), rifiuto?.codice]);
  };
  async function* gruppi(): AsyncIterable<GruppoDaStampare> {
    yield* GRUPPI;
  }
  return { porte: { anagrafiche, clock, stampaAvviso, archivioZip }, esiti, onEsito, gruppi, quanti: () => renderizzati };
};

const raccogli = async (pezzi: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> => {
  const tutti: Uint8Array[] = [];
  for await (const pezzo of pezzi) tutti.push(pezzo);
  return tutti;
};
const ESITI = [
  [1, undefined],
  [2, undefined],
  [4, "PAG_006"],
  [5, undefined],
];

describe("the notices of many debts", () => {
  it("are a ZIP with a PDF for each debt or document, without those that cannot be printed", async () => {
    const { porte, esiti, onEsito, gruppi } = await createProva();
    const zip = Buffer.concat(await raccogli(printAvvisi(porte)({ gruppi: gruppi(), onEsito })));
    const letto = Object.entries(unzipSync(zip)).map(([nome, contenuto]) => [nome, new TextDecoder().decode(contenuto)]);
    expect(letto).toEqual([
      ["01234567897_301000000000000001.pdf", "1"],
      ["01234567897_D-1.pdf", "2+3"],
      ["01234567897_301000000000000005.pdf", "5"],
    ]);
    expect(esiti).toEqual(ESITI);
  });

  it("or one document, in order", async () => {
    const { porte, esiti, onEsito, gruppi } = await createProva();
    const pezzi = await raccogli(printAvvisiUniti(porte)({ gruppi: gruppi(), onEsito }));
    expect(pezzi.map((pezzo) => new TextDecoder().decode(pezzo))).toEqual(["1", "2+3", "5"]);
    expect(esiti).toEqual(ESITI);
  });

  it("are printed as they are taken, not before", async () => {
    const { porte, gruppi, quanti } = await createProva();
    const pezzi = printAvvisi(porte)({ gruppi: gruppi() })[Symbol.asyncIterator]();
    await pezzi.next();
    expect(quanti()).toBe(1);
  });

  it("stop when who is told of the outcomes says so", async () => {
    const { porte, gruppi, quanti } = await createProva();
    const onEsito = () => {
      throw new Error("fermati");
    };
    await expect(raccogli(printAvvisi(porte)({ gruppi: gruppi(), onEsito }))).rejects.toThrow("fermati");
    expect(quanti()).toBe(1);
  });

  it.each<[string, GruppoDaStampare, string]>([
    ["a debt", [pendenza(7)], "01234567897_301000000000000007.pdf"],
    ["a document", [pendenza(1, { documento: D1 }), pendenza(2, { documento: D1 })], "01234567897_D-1.pdf"],
    [
      "a document whose name would leave the folder",
      [pendenza(1, { documento: { ...D1, identificativo: "../a/b" } }), pendenza(2)],
      "01234567897_.._a_b.pdf",
    ],
  ])("name the file of %s", (_caso, gruppo, atteso) => {
    expect(nomeStampa(gruppo)).toBe(atteso);
  });
});
