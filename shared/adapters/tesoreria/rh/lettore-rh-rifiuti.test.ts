import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRh, record } from "../../../../local/sandbox/tesoriere/rh.ts";
import { apertura, CAUSALE, chiusura, coda, file, IBAN, leggi, m62, m63, RH } from "../prove/campioni-rh.ts";
import { read, segnalazioniDi, totaliErratiDi } from "../prove/letture.ts";
import { leggiRh } from "./lettore-rh.ts";

describe("righe scartate e fatti da dire", () => {
  it.each([
    [{ 27: "00000000000A,00" }, "importo: «00000000000A,00», attese 12 cifre intere, la virgola e 2 decimali"],
    [{ 27: "000000000000,00" }, "importo: 0,00"],
    [{ 26: "X" }, "segno: «X», atteso C o D"],
    [{ 20: "310226" }, "data registrazione: «310226», attesa una data nella forma GGMMAA"],
    [{ 14: "9A0326" }, "data valuta: «9A0326»"],
  ])("%j è scartata con le sue continuazioni, le altre no", async (altro, motivo) => {
    const { righe, scarti } = await leggi([
      m62(1, 5n, altro),
      m63(1, { 14: "RI1", 17: CAUSALE }),
      m62(2, 7n),
      m63(2, { 14: "RI1", 17: "BUONA" }),
    ]);
    expect(scarti).toEqual([{ riga: 1, motivo: expect.stringContaining(motivo), testo: expect.stringContaining(CAUSALE) }]);
    expect(righe).toMatchObject([{ riga: 2, importo: 7n, causale: "BUONA" }]);
  });

  it.each([
    ["63 di un altro movimento", m63(2, { 14: "TESTO" }), "riga 4: record 63 senza il record 62 che continua"],
    ["tipo sconosciuto", record({ 2: "77" }), "riga 4: tipo record «77» inatteso: attesi RH, 61, 62, 63, 64, 65, EF"],
  ])("%s", async (_nome, riga, motivo) => {
    const { righe, scarti } = await leggi([m62(1, 1n), riga]);
    expect([righe.length, scarti.map((scarto) => scarto.motivo)]).toEqual([1, [motivo]]);
  });

  it("un'altra valuta non è caricata", async () => {
    const { righe, scarti } = await leggi([m62(1, 1n)], [0n, 1n], { 75: "USD" });
    expect([righe, scarti.map(({ motivo }) => motivo)]).toEqual([[], ["codice divisa: valuta USD, ammesso solo EUR"]]);
  });

  it("senza data di registrazione vale quella della rendicontazione", async () => {
    expect((await leggi([m62(1, 1n, { 14: "000000", 20: "      " })])).righe).toMatchObject([{ dataContabile: "2026-03-03" }]);
  });

  it("il saldo che mente è detto", async () => {
    const letto = await leggi([m62(1, 500n), m62(2, -200n)], [-100n, 300n]);
    expect(letto.righe.map(({ segno, importo }) => [segno, importo])).toEqual([
      ["ENTRATA", 500n],
      ["USCITA", 200n],
    ]);
    expect(totaliErratiDi(letto)).toEqual([{ nome: `saldo finale del conto ${IBAN}`, dichiarato: 300n, calcolato: 200n }]);
    expect(totaliErratiDi(await leggi([m62(1, 500n)], [-100n, 400n]))).toEqual([]);
  });

  it("i conteggi di EF che mentono sono detti", async () => {
    const testo = `${[RH, apertura(0n), m62(1, 1n), chiusura(1n), coda(9, 2)].join("\n")}\n`;
    expect(segnalazioniDi(await read(leggiRh, testo))).toEqual([
      "il record EF dichiara 9 record, il supporto SUPPORTO-1 ne ha 5",
      "il record EF dichiara 2 rendicontazioni, il supporto SUPPORTO-1 ne ha 1",
    ]);
  });

  it("una rendicontazione senza saldo finale e un supporto senza coda sono detti, i movimenti restano", async () => {
    const letto = await read(
      leggiRh,
      [RH, apertura(0n), m62(1, 1n), apertura(0n), m62(1, 2n), RH, apertura(0n), m62(1, 3n), chiusura(3n), coda(5)].join("\n"),
    );
    expect(letto.righe.map(({ importo }) => importo)).toEqual([1n, 2n, 3n]);
    expect(letto.rifiuto).toBeUndefined();
    expect(segnalazioniDi(letto)).toEqual([
      "rendicontazione 0000001: manca il saldo finale (record 64)",
      "riga 6: nuovo record RH senza il record EF del precedente",
      "rendicontazione 0000001: manca il saldo finale (record 64)",
    ]);
  });
});

describe("forme e rifiuti", () => {
  const movimenti = [m62(1, 12n, { 87: "CITTÀ" }), m63(1, { 14: "RI1", 17: CAUSALE })];
  const testo = file(movimenti, [0n, 12n]);
  it.each([
    ["con i soli a capo", testo.replaceAll("\r\n", "\n")],
    ["con i soli ritorni", testo.replaceAll("\r\n", "\r")],
    ["senza separatori", testo.replaceAll("\r\n", "")],
    ["senza il primo spazio e senza spazi in fondo", testo.replaceAll(/^ /gm, "").replaceAll(/ +(?=\r\n)/g, "")],
    ["con righe vuote e il segno di fine file", `${testo.replaceAll("\r\n", "\r\n\r\n")}\u001a`],
    ["in windows-1252", Buffer.from(testo, "latin1")],
    ["con il segno di UTF-8", `\uFEFF${testo}`],
  ])("%s", async (_nome, contenuto) => {
    const atteso = await read(leggiRh, testo);
    for (const passo of [1, 61, 100_000]) {
      const letto = await read(leggiRh, contenuto, passo);
      expect(letto.righe).toEqual(atteso.righe);
      expect(letto.rifiuto).toBeUndefined();
      expect(totaliErratiDi(letto)).toEqual([]);
    }
  });

  it("più supporti nello stesso file, con più rendicontazioni", async () => {
    const letto = await read(leggiRh, testo + testo);
    expect(letto.righe.map(({ riga }) => riga)).toEqual([1, 2]);
    expect(letto.tutte.map(({ tipo }) => tipo)).toEqual(["testata", "riga", "chiusura", "testata", "riga", "chiusura"]);
  });

  it.each([
    ["vuoto", "", "il file è vuoto"],
    ["un estratto conto EC", record({ 2: "EC" }), "il file è di tipo EC (estratto conto periodico)"],
    ["un'altra cosa", "data;importo", "riga 1: atteso il record RH"],
    ["una riga senza fine", ` RH${"x".repeat(5_000)}\n`, "il record supera 1000 caratteri"],
    ["movimenti prima della testa", m62(1, 1n), "riga 1: atteso il record RH"],
  ])("%s è rifiutato", async (_nome, contenuto, motivo) => {
    expect((await read(leggiRh, contenuto)).rifiuto).toContain(motivo);
  });

  it("50 MB senza un a capo non restano in memoria", async () => {
    let dati = 0;
    async function* enorme(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${RH}\r\n`);
      for (const pezzo = Buffer.alloc(65_536, "x"); dati < 50 * 1_048_576; dati += pezzo.length) yield pezzo;
    }
    expect((await read(leggiRh, enorme())).rifiuto).toBe("riga 2: il record supera 1000 caratteri");
    expect(dati).toBeLessThan(1_048_576);
  });

  it("tagliato a metà: il movimento che poteva continuare non è dato", async () => {
    const tagliato = file([m62(1, 1n), m62(2, 2n), m63(2, { 14: "RI1", 17: CAUSALE })])
      .split("\r\n")
      .slice(0, 4)
      .join("\r\n");
    const { righe, rifiuto } = await read(leggiRh, tagliato);
    expect(righe.map(({ importo }) => importo)).toEqual([1n]);
    expect(rifiuto).toBe("il file è tagliato alla riga 4: manca il record EF");
  });

  it("legge la rendicontazione del tesoriere della sandbox", async () => {
    const movimento = {
      ...{
        numero: 5,
        idDominio: "01234567890",
        iban: IBAN,
        giorno: "2026-03-03",
        dataValuta: "2026-03-04",
        importo: 1_050n,
        causale: CAUSALE,
      },
      ...{
        trn: "TRN000000000000000000000000005",
        endToEndId: "E2E5",
        idFlusso: "F5",
        ordinante: { nome: "PSP", bic: "PROVITRRXXX", codiceFiscale: "0" },
      },
    };
    const giornata = {
      iban: IBAN,
      giorno: "2026-03-03",
      saldoIniziale: 100n,
      movimenti: [movimento],
      entrate: 1_050n,
      saldoFinale: 1_150n,
    };
    const ente = { idDominio: "01234567890", ragioneSociale: "Comune", codiceIpa: "CX0001", codiceIstat: "012345678" };
    const testo = buildRh({ ente, giorno: "2026-03-03", creatoIl: "2026-03-03T18:00:00.000Z", conti: [giornata] });
    expect(
      new Set(
        testo
          .slice(0, -2)
          .split("\r\n")
          .map((riga) => riga.length),
      ),
    ).toEqual(new Set([120]));
    const letto = await read(leggiRh, testo);
    expect(letto.righe).toMatchObject([
      {
        riga: 1,
        importo: 1_050n,
        causale: `BONIFICO A VOSTRO FAVORE ${CAUSALE}`,
        conto: IBAN,
        sct: "E2E5",
        ordinante: "PSP",
        dataValuta: "2026-03-04",
      },
    ]);
    expect(letto.chiusure).toEqual([{ totaliErrati: [], segnalazioni: [] }]);
  });
});

it("comunque sia spezzato, lo stesso file dà le stesse righe", async () => {
  const voce = fc.record({
    importo: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }).filter((n) => n !== 0n),
    testo: fc.string({ maxLength: 140 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(voce, { maxLength: 6 }), fc.integer({ min: 1, max: 300 }), async (voci, passo) => {
      const movimenti = voci.flatMap(({ importo, testo }, i) => [m62(i + 1, importo), m63(i + 1, { 14: "RI1", 17: testo.slice(0, 104) })]);
      const contenuto = file(movimenti, [0n, voci.reduce((somma, { importo }) => somma + importo, 0n)]);
      const intero = await read(leggiRh, contenuto, 1_000_000);
      expect((await read(leggiRh, contenuto, passo)).tutte).toEqual(intero.tutte);
      expect(intero.righe.map(({ segno, importo }) => (segno === "ENTRATA" ? importo : -importo))).toEqual(
        voci.map(({ importo }) => importo),
      );
      expect([intero.rifiuto, totaliErratiDi(intero)]).toEqual([undefined, []]);
    }),
    { numRuns: 60 },
  );
});
