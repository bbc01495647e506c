/** Files spoiled at random, for every reader: nothing is thrown, what is given keeps its promises, and a refusal is the last word. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCamt053 } from "../../../local/sandbox/tesoriere/camt.ts";
import { buildGiornaleOpi, type GiornaleDiCassa } from "../../../local/sandbox/tesoriere/opi.ts";
import { buildRh } from "../../../local/sandbox/tesoriere/rh.ts";
import { isGiorno } from "../../domain/valori/date.ts";
import type { LettoreTesoreria } from "../../ports/lettori-tesoreria.ts";
import { leggiCamt } from "./camt/lettore-camt.ts";
import { leggiOpi } from "./opi/lettore-opi.ts";
import { pezziDi, read } from "./prove/letture.ts";
import { leggiRh } from "./rh/lettore-rh.ts";

const IBAN = "IT60X0542811101000000123456";
const voce = (numero: number) => ({
  ...{ numero, idDominio: "01234567890", iban: IBAN, giorno: "2026-03-03", dataValuta: "2026-03-04", importo: BigInt(100 * numero) },
  ...{ causale: `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-${numero}`, trn: `TRN${"0".repeat(26)}${numero}`, endToEndId: `E${numero}` },
  ...{ idFlusso: "", ordinante: { nome: "CITTÀ", bic: "PROVITRRXXX", codiceFiscale: "01111111111" } },
});
const giornale: GiornaleDiCassa = {
  ente: { idDominio: "01234567890", ragioneSociale: "Comune", codiceIpa: "CX0001", codiceIstat: "012345678" },
  ...{ giorno: "2026-03-03", creatoIl: "2026-03-03T18:00:00.000Z" },
  conti: [
    {
      ...{ iban: IBAN, giorno: "2026-03-03", saldoIniziale: 0n, entrate: 600n, saldoFinale: 600n },
      movimenti: [voce(1), voce(2), voce(3)],
    },
  ],
};
const LETTORI: readonly (readonly [string, LettoreTesoreria, string])[] = [
  ["OPI", leggiOpi, buildGiornaleOpi(giornale, "1.8", () => "")],
  ["camt", leggiCamt, buildCamt053(giornale)],
  ["RH", leggiRh, buildRh(giornale)],
];

const guasto = fc.record({
  dove: fc.double({ min: 0, max: 1, noNaN: true }),
  togli: fc.integer({ min: 0, max: 40 }),
  metti: fc.oneof(
    fc.uint8Array({ maxLength: 4 }).map((byte) => Buffer.from(byte)),
    fc
      .constantFrom(
        "<",
        ">",
        "&",
        "&amp;",
        "&#0;",
        "&x;",
        "]]>",
        "<!--",
        "<![CDATA[",
        "\r\n",
        " 62",
        " 63",
        "<a>",
        "</importo>",
        "-",
        "9".repeat(30),
      )
      .map((testo) => Buffer.from(testo)),
  ),
});
type Guasto = typeof guasto extends fc.Arbitrary<infer G> ? G : never;

const spoil = (contenuto: Buffer, guasti: readonly Guasto[]): Buffer =>
  guasti.reduce((byte, { dove, togli, metti }) => {
    const posizione = Math.floor(dove * byte.length);
    return Buffer.concat([byte.subarray(0, posizione), metti, byte.subarray(posizione + togli)]);
  }, contenuto);

describe.each(LETTORI)("%s", (_nome, lettore, campione) => {
  it("guastato a caso mantiene le promesse di chi legge", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(guasto, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5_000 }), async (guasti, passo) => {
        const { tutte, righe, scarti } = await read(lettore, spoil(Buffer.from(campione), guasti), passo);
        const tipi = tutte.map(({ tipo }) => tipo);
        expect(tipi.lastIndexOf("rifiuto")).toBe(tipi.includes("rifiuto") ? tipi.length - 1 : -1);
        const posizioni = tutte.flatMap((lettura) =>
          lettura.tipo === "riga" ? [lettura.riga.riga] : lettura.tipo === "scarto" ? [lettura.scarto.riga] : [],
        );
        expect(posizioni).toEqual(posizioni.map((_, i) => i + 1));
        for (const { importo, dataContabile, dataValuta = "2026-03-04", causale } of righe)
          expect([importo > 0n, isGiorno(dataContabile), isGiorno(dataValuta), causale.length <= 4_096, /\p{Cc}/u.test(causale)]).toEqual([
            ...[true, true, true, true, false],
          ]);
        for (const { motivo, testo } of scarti) expect([motivo.length > 10, testo.length <= 1_000]).toEqual([true, true]);
      }),
      { numRuns: 150 },
    );
  });

  it("tagliato in qualunque punto lo dice, e le righe che dà sono quelle del file intero", async () => {
    const intero = await read(lettore, campione);
    expect(intero.righe.map(({ importo }) => importo)).toEqual([100n, 200n, 300n]);
    const byte = Buffer.from(campione);
    // The last record of RH ends in blanks, which are nothing.
    const coda = lettore === leggiRh ? 122 : 2;
    for (let fine = 1; fine < byte.length - coda; fine += 97) {
      const { righe, rifiuto } = await read(lettore, byte.subarray(0, fine), 700);
      expect(righe).toEqual(intero.righe.slice(0, righe.length));
      expect(rifiuto).toMatch(/tagliato|non ben formato|il file è vuoto|atteso il record RH/);
    }
  });

  it("chi smette di leggere chiude la sorgente", async () => {
    let chiusa = false;
    async function* sorgente(): AsyncGenerator<Uint8Array> {
      try {
        yield* pezziDi(campione, 500);
      } finally {
        chiusa = true;
      }
    }
    for await (const { tipo } of lettore(sorgente())) if (tipo === "testata") break;
    expect(chiusa).toBe(true);
  });

  it("l'errore della sorgente non è un fatto del file", async () => {
    async function* sorgente(): AsyncGenerator<Uint8Array> {
      yield* pezziDi(campione.slice(0, 1_500), 500);
      throw new Error("rete caduta");
    }
    await expect(read(lettore, sorgente())).rejects.toThrow("rete caduta");
  });
});
