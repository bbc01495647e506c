import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRh, importoCbi, record, segnoCbi } from "../../../../local/sandbox/tesoriere/rh.ts";
import { read, segnalazioniDi, totaliErratiDi } from "../prove/letture.ts";
import { leggiRh } from "./lettore-rh.ts";

const IBAN = "IT60X0542811101000000123456";
const CAUSALE = "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-000000012";

const RH = record({ 2: "RH", 4: "99001", 9: "SIA01", 14: "030326", 20: "SUPPORTO-1" });
const apertura = (saldo: bigint, altro: Record<number, string> = {}): string =>
  record({
    2: "61",
    4: "0000001",
    29: "93001",
    52: IBAN.slice(4),
    75: "EUR",
    78: "030326",
    84: segnoCbi(saldo),
    85: importoCbi(saldo),
    100: "IT60",
    ...altro,
  });
const m62 = (n: number, importo: bigint, altro: Record<number, string> = {}): string =>
  record({
    2: "62",
    4: "0000001",
    11: String(n).padStart(3, "0"),
    14: "040326",
    20: "030326",
    26: segnoCbi(importo),
    27: importoCbi(importo),
    42: "48",
    ...altro,
  });
const m63 = (n: number, altro: Record<number, string>): string =>
  record({ 2: "63", 4: "0000001", 11: String(n).padStart(3, "0"), ...altro });
const chiusura = (saldo: bigint): string =>
  record({ 2: "64", 4: "0000001", 11: "EUR", 14: "030326", 20: segnoCbi(saldo), 21: importoCbi(saldo) });
const coda = (quanti: number, rendicontazioni = 1): string =>
  record({
    2: "EF",
    4: "99001",
    9: "SIA01",
    14: "030326",
    20: "SUPPORTO-1",
    46: String(rendicontazioni).padStart(7, "0"),
    83: String(quanti).padStart(7, "0"),
  });

/** A support with one statement. */
const file = (movimenti: readonly string[], saldi: readonly [bigint, bigint] = [0n, 0n], altro: Record<number, string> = {}): string => {
  const dentro = [RH, apertura(saldi[0], altro), ...movimenti, chiusura(saldi[1])];
  return `${[...dentro, coda(dentro.length + 1)].join("\r\n")}\r\n`;
};
const leggi = (...parametri: Parameters<typeof file>) => read(leggiRh, file(...parametri));

it("dà testata, movimento e chiusura", async () => {
  const movimento = [
    m62(1, 12_345n, { 62: "1101211170370635", 87: "ACCR. BONIFICO" }),
    m63(1, { 14: "YYY", 17: "03032026", 25: "01111111111", 41: "BANCA DELLE PROVE S.P.A.", 81: "ROMA" }),
    m63(1, { 14: "YY2", 17: "VIA DELLE PROVE 1", 67: IBAN }),
    m63(1, { 14: "ID1", 17: "MESSAGGIO-1", 52: "E2E-12" }),
    m63(1, { 14: "RI1", 17: CAUSALE }),
  ];
  expect((await leggi(movimento, [100_000n, 112_345n])).tutte).toEqual([
    {
      tipo: "testata",
      testata: { formato: "CBI_RH", conto: IBAN, dataDa: "2026-03-03", dataA: "2026-03-03", abi: "99001", idFlusso: "SUPPORTO-1" },
    },
    {
      tipo: "riga",
      riga: {
        riga: 1,
        operazione: "ESEGUITO",
        segno: "ENTRATA",
        importo: 12_345n,
        dataContabile: "2026-03-03",
        dataValuta: "2026-03-04",
        causale: `ACCR. BONIFICO ${CAUSALE}`,
        conto: IBAN,
        sct: "E2E-12",
        riferimentoBanca: "1101211170370635",
        ordinante: "BANCA DELLE PROVE S.P.A.",
      },
    },
    { tipo: "chiusura", chiusura: { totaliErrati: [], segnalazioni: [] } },
  ]);
});

describe("il testo dei record 63", () => {
  const lungo = `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02${"A".repeat(120)}`;
  it("RI1 e RI2 sono un testo solo, tagliato a 140 caratteri: la chiave tagliata resta in fondo", async () => {
    const { righe } = await leggi([
      m62(1, 1n),
      m63(1, { 14: "RI1", 17: lungo.slice(0, 104) }),
      m63(1, { 14: "RI2", 17: lungo.slice(104, 140) }),
    ]);
    expect(righe[0]?.causale).toBe(lungo.slice(0, 140));
  });

  it("uno spazio alla fine della colonna è uno spazio del testo", async () => {
    const { righe } = await leggi([m62(1, 1n), m63(1, { 14: "RI1", 17: `${"B".repeat(103)} ` }), m63(1, { 14: "RI2", 17: "SEGUE" })]);
    expect(righe[0]?.causale).toBe(`${"B".repeat(103)} SEGUE`);
  });

  it("i record senza struttura continuano l'uno nell'altro a colonna 120", async () => {
    const testo = `BONIFICO ${CAUSALE} ${"C".repeat(100)}`;
    const { righe } = await leggi([m62(1, 1n, { 87: "VOCE" }), m63(1, { 14: testo.slice(0, 107) }), m63(1, { 14: testo.slice(107) })]);
    expect(righe[0]?.causale).toBe(`VOCE ${testo}`);
  });

  it("alcune banche vanno oltre la colonna 120", async () => {
    const riga = `${m63(1, { 14: "D".repeat(107) })}OLTRE`;
    expect((await leggi([m62(1, 1n), riga])).righe[0]?.causale).toBe(`${"D".repeat(107)}OLTRE`);
  });

  it("dall'estero valgono l'ordinante di ZZ2 e la motivazione di ZZ3; KKK e ZZ1 non sono testo", async () => {
    const { righe } = await leggi([
      m62(1, 1n),
      m63(1, { 14: "KKK", 17: "RAPPORTO" }),
      m63(1, { 14: "ZZ1", 17: "000000000061979,75" }),
      m63(1, { 14: "ZZ2", 17: "BANQUE DES ESSAIS" }),
      m63(1, { 14: "ZZ3", 17: "COMUNE", 67: "INV 12" }),
    ]);
    expect(righe).toMatchObject([{ causale: "INV 12", ordinante: "BANQUE DES ESSAIS" }]);
  });

  it("senza identificativo end-to-end vale il CRO, se è un numero di almeno 11 cifre", async () => {
    const { righe } = await leggi([
      m62(1, 1n, { 62: "11012111703" }),
      m63(1, { 14: "ID1", 17: "M", 52: "NOTPROVIDED" }),
      m62(2, 1n, { 62: "FIL-12" }),
      m62(3, 1n, { 62: "0000000000000000" }),
    ]);
    expect(righe.map(({ sct, riferimentoBanca }) => [sct, riferimentoBanca])).toEqual([
      ["11012111703", "11012111703"],
      [undefined, "FIL-12"],
      [undefined, undefined],
    ]);
  });
});

describe("il conto", () => {
  it.each([
    ["con paese e controllo", {}, IBAN],
    ["senza paese e controllo", { 100: "    " }, IBAN],
    ["con paese e controllo sbagliati", { 100: "IT99" }, IBAN],
    ["con il conto allineato a sinistra", { 63: "123456      " }, IBAN],
    ["senza CIN", { 52: ` ${IBAN.slice(5)}`, 100: "    " }, "0542811101000000123456"],
  ])("%s", async (_nome, altro, atteso) => {
    expect((await leggi([m62(1, 1n)], [0n, 1n], altro)).righe[0]?.conto).toBe(atteso);
  });
});

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
