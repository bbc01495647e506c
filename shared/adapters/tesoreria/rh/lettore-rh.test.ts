import { describe, expect, it } from "vitest";
import { CAUSALE, IBAN, leggi, m62, m63 } from "../prove/campioni-rh.ts";

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
