import { describe, expect, it } from "vitest";
import { CAUSALE, documento, IBAN, leggi, saldo, stmt, type Voce } from "../prove/campioni-camt.ts";
import { read, segnalazioniDi, totaliErratiDi } from "../prove/letture.ts";
import { leggiCamt } from "./lettore-camt.ts";

describe.each(["053.001.02", "053.001.04", "053.001.06", "053.001.08", "053.001.11", "054.001.02", "054.001.04", "054.001.08"])(
  "camt.%s",
  (versione) => {
    it("dà testata e movimento", async () => {
      const letto = await leggi([{ importo: "123.45", rif: "BANCA-1" }], { versione });
      expect(letto.testate).toEqual([
        {
          formato: versione.startsWith("053") ? "CAMT053" : "CAMT054",
          versioneFormato: `camt.${versione}`,
          conto: IBAN,
          idFlusso: "ESTRATTO-1",
        },
      ]);
      expect(letto.righe).toEqual([
        {
          riga: 1,
          operazione: "ESEGUITO",
          segno: "ENTRATA",
          importo: 12_345n,
          dataContabile: "2026-03-03",
          dataValuta: "2026-03-04",
          causale: CAUSALE,
          conto: IBAN,
          sct: "TRN-12",
          riferimentoBanca: "BANCA-1",
          ordinante: "BANCA DELLE PROVE",
        },
      ]);
      expect([letto.scarti, letto.rifiuto, letto.chiusure]).toEqual([[], undefined, [{ totaliErrati: [], segnalazioni: [] }]]);
    });

    it("una voce con più bonifici dà una riga per bonifico, se la somma è quella della voce", async () => {
      const dettagli = ["1.00", "2.50"].map((importo, i) => ({
        importo,
        testi: [`/PUR/LGPE-RIVERSAMENTO/URI/FLUSSO-${i}`],
        refs: `<TxId>T${i}</TxId>`,
      }));
      const { righe } = await leggi([{ importo: "3.50", rif: "B1", dettagli }], { versione });
      expect(righe).toMatchObject([
        { riga: 1, importo: 100n, causale: "/PUR/LGPE-RIVERSAMENTO/URI/FLUSSO-0", sct: "T0", riferimentoBanca: "B1/1" },
        { riga: 2, importo: 250n, causale: "/PUR/LGPE-RIVERSAMENTO/URI/FLUSSO-1", sct: "T1", riferimentoBanca: "B1/2" },
      ]);
    });
  },
);

describe("le voci", () => {
  it("dettagli che non fanno la voce: il denaro è quello della voce, e si dice", async () => {
    const letto = await leggi([{ importo: "4.00", dettagli: [{ importo: "1.00" }, { importo: "2.50" }] }]);
    expect(letto.righe).toMatchObject([{ importo: 400n, causale: `${CAUSALE} ${CAUSALE}` }]);
    expect(totaliErratiDi(letto)).toEqual([{ nome: "dettagli della voce 1", dichiarato: 400n, calcolato: 350n }]);
  });

  it.each([
    ["senza importo", [{ importo: "1.00" }, {}]],
    ["in un'altra valuta", [{ importo: "1.00" }, { importo: "3.00", valuta: "USD" }]],
  ])("dettagli %s: una riga sola", async (_nome, dettagli) => {
    const letto = await leggi([{ importo: "4.00", dettagli }]);
    expect(letto.righe).toMatchObject([{ importo: 400n }]);
    expect(totaliErratiDi(letto)).toEqual([]);
  });

  it.each([
    ["CRDT", false, "ESEGUITO", "ENTRATA"],
    ["DBIT", false, "ESEGUITO", "USCITA"],
    ["DBIT", true, "STORNATO", "ENTRATA"],
    ["CRDT", true, "STORNATO", "USCITA"],
  ] as const)("%s con storno %s è %s di una %s", async (verso, storno, operazione, segno) => {
    expect((await leggi([{ importo: "1.00", verso, storno }])).righe).toMatchObject([{ operazione, segno, importo: 100n }]);
  });

  it("un importo negativo è il verso opposto", async () => {
    expect((await leggi([{ importo: "-1.00", dettagli: [] }])).righe).toMatchObject([{ segno: "USCITA", importo: 100n }]);
  });

  it("la causale spezzata in più righe è riunita; senza, vale quella della voce o il riferimento strutturato", async () => {
    const { righe } = await leggi([
      { importo: "1.00", dettagli: [{ testi: ["/PUR/LGPE-RIVERSAMENTO/URI/", "2026-03-02ABI", " \n "] }] },
      { importo: "1.00", dettagli: [], testo: "BONIFICO\n   A VOSTRO  FAVORE" },
      { importo: "1.00", dettagli: [{ testi: [] }], testo: "DELLA VOCE" },
      {
        importo: "1.00",
        dettagli: [{ testi: [], altro: "<RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>" }],
      },
      { importo: "1.00", dettagli: [{ testi: [], altro: "<AddtlTxInf>ALTRO</AddtlTxInf>" }] },
    ]);
    expect(righe.map(({ causale }) => causale)).toEqual([
      "/PUR/LGPE-RIVERSAMENTO/URI/ 2026-03-02ABI",
      "BONIFICO A VOSTRO FAVORE",
      "DELLA VOCE",
      "RF18539007547034",
      "ALTRO",
    ]);
  });

  it.each([
    ["<EndToEndId>E2E</EndToEndId><TxId>NOTPROVIDED</TxId>", "E2E"],
    ["<EndToEndId>NOTPROVIDED</EndToEndId>", undefined],
    ["<InstrId>I1</InstrId>", "I1"],
  ])("il riferimento del bonifico da %s è %s", async (refs, atteso) => {
    expect((await leggi([{ importo: "1.00", dettagli: [{ refs }] }])).righe[0]?.sct).toBe(atteso);
  });

  it.each([
    ["<BookgDt><DtTm>2026-03-03T23:30:00Z</DtTm></BookgDt>", "2026-03-04"],
    ["<BookgDt><DtTm>2026-03-03T23:30:00+01:00</DtTm></BookgDt>", "2026-03-03"],
    ["<BookgDt><DtTm>2026-03-03T23:30:00</DtTm></BookgDt>", "2026-03-03"],
    ["<BookgDt><Dt>2026-03-03+01:00</Dt></BookgDt>", "2026-03-03"],
    ["<ValDt><Dt>2026-03-05</Dt></ValDt>", "2026-03-05"],
  ])("il giorno di %s è %s", async (date, atteso) => {
    expect((await leggi([{ importo: "1.00", date }])).righe[0]?.dataContabile).toBe(atteso);
  });

  it("le voci in sospeso non sono lette, e si dice quante", async () => {
    const letto = await leggi([{ importo: "1.00", stato: "PDNG" }, { importo: "2.00" }, { importo: "3.00", stato: "INFO" }]);
    expect(letto.righe).toMatchObject([{ riga: 1, importo: 200n }]);
    expect(segnalazioniDi(letto)).toEqual(["2 voci non ancora contabilizzate (PDNG) non sono state lette"]);
  });

  it.each([
    [{ importo: "1.00", valuta: "USD" }, "Amt: valuta USD, ammesso solo EUR"],
    [{ importo: "0.00" }, "Amt: 0.00, atteso un importo diverso da zero"],
    [{ importo: "1,00" }, "Amt: «1,00»"],
    [{ importo: "1.00", verso: "BOH" }, "CdtDbtInd: «BOH», atteso CRDT o DBIT"],
    [{ importo: "1.00", date: "" }, "BookgDt: assente"],
    [{ importo: "1.00", date: "<BookgDt><Dt>2026-13-01</Dt></BookgDt>" }, "BookgDt: «2026-13-01»"],
  ])("%j è scartata, le altre no", async (voce, motivo) => {
    const { righe, scarti } = await leggi([voce, { importo: "7.00" }]);
    expect(scarti).toMatchObject([{ riga: 1, motivo: expect.stringContaining(motivo), testo: expect.stringContaining("NtryRef=1") }]);
    expect(righe).toMatchObject([{ riga: 2, importo: 700n }]);
  });
});

describe("saldi e totali", () => {
  const voci: readonly Voce[] = [{ importo: "10.00" }, { importo: "3.00", verso: "DBIT" }];
  it.each([
    ["che tornano", saldo("OPBD", "100.00") + saldo("CLBD", "107.00"), []],
    ["di ieri e di oggi", saldo("PRCD", "100.00") + saldo("CLBD", "107.00"), []],
    ["di una pagina", saldo("ITBD", "100.00") + saldo("ITBD", "107.00"), []],
    ["in rosso", saldo("OPBD", "2.00", "DBIT") + saldo("CLBD", "5.00"), []],
    ["solo quello finale", saldo("CLBD", "1.00"), []],
    [
      "che mentono",
      saldo("OPBD", "100.00") + saldo("CLBD", "108.00"),
      [{ nome: `saldo finale del conto ${IBAN}`, dichiarato: 10_800n, calcolato: 10_700n }],
    ],
    [
      "totali che mentono",
      "<TxsSummry><TtlCdtNtries><Sum>11.00</Sum></TtlCdtNtries><TtlDbtNtries><Sum>3.00</Sum></TtlDbtNtries></TxsSummry>",
      [{ nome: `totale accrediti del conto ${IBAN}`, dichiarato: 1_100n, calcolato: 1_000n }],
    ],
  ])("%s", async (_nome, saldi, attesi) => {
    expect(totaliErratiDi(await leggi(voci, { saldi }))).toEqual(attesi);
  });

  it("con una voce illeggibile non si pretende che i saldi tornino", async () => {
    const letto = await leggi([...voci, { importo: "boh" }], { saldi: saldo("OPBD", "100.00") + saldo("CLBD", "999.00") });
    expect(totaliErratiDi(letto)).toEqual([]);
  });

  it("più estratti in un messaggio, ciascuno con il suo conto e la sua chiusura", async () => {
    const altro = "IT33X0760103200000012345678";
    const letto = await read(leggiCamt, documento(stmt([{ importo: "1.00" }]) + stmt([{ importo: "2.00" }], { iban: altro }) + stmt([])));
    expect(letto.tutte.map(({ tipo }) => tipo)).toEqual([
      "testata",
      "riga",
      "chiusura",
      "testata",
      "riga",
      "chiusura",
      "testata",
      "chiusura",
    ]);
    expect(letto.righe.map(({ conto, riga }) => [conto, riga])).toEqual([
      [IBAN, 1],
      [altro, 2],
    ]);
  });

  it.each([
    ["<StmtPgntn><PgNb>2</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>", { pagina: 2 }],
    ["<StmtPgntn><PgNb>3</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>", { pagina: 3, pagineTotali: 3 }],
  ])("le pagine di %s", async (testata, attese) => {
    const { testate } = await leggi([], { testata });
    expect(testate[0]).toEqual({ formato: "CAMT053", versioneFormato: "camt.053.001.02", conto: IBAN, idFlusso: "ESTRATTO-1", ...attese });
  });

  it("in 001.02 la pagina è nella testata del messaggio; ente e periodo sono dell'estratto", async () => {
    const testata = "<FrToDt><FrDtTm>2026-03-03T00:00:00</FrDtTm><ToDtTm>2026-03-03T23:59:59</ToDtTm></FrToDt>";
    const testo = documento(stmt([], { testata }))
      .replace("<MsgId>M1</MsgId>", "<MsgId>M1</MsgId><MsgPgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></MsgPgntn>")
      .replace("</Acct>", "<Ownr><Nm>COMUNE</Nm><Id><OrgId><Othr><Id>IT01234567890</Id></Othr></OrgId></Id></Ownr></Acct>");
    expect((await read(leggiCamt, testo)).testate).toMatchObject([
      { pagina: 1, pagineTotali: 1, codiceFiscaleEnte: "01234567890", dataDa: "2026-03-03", dataA: "2026-03-03" },
    ]);
  });
});
