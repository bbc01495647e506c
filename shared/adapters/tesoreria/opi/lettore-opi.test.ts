import { describe, expect, it } from "vitest";
import { type MovimentoOpi, VERSIONI_OPI } from "../../../../local/sandbox/tesoriere/scrittura-opi.ts";
import { CAUSALE, conto, ENTE, IBAN, leggi, REVERSALE, SOSPESO, scrivi } from "../prove/campioni-opi.ts";
import { read, totaliErratiDi } from "../prove/letture.ts";
import { leggiOpi } from "./lettore-opi.ts";

describe.each(VERSIONI_OPI)("il giornale di cassa %s", (versione) => {
  it("dice di sé ente, flusso, pagina, esercizio e giorno", async () => {
    const { testate } = await read(leggiOpi, scrivi([conto([SOSPESO])], { versione, pagina: 2, pagineTotali: 3 }));
    expect(testate).toEqual([
      {
        formato: "OPI",
        versioneFormato: versione === "1.4" ? "1.4" : "1.6.1 o successiva",
        codiceFiscaleEnte: ENTE.idDominio,
        abi: "99001",
        idFlusso: `GDC-20260303${ENTE.idDominio}#002#003`,
        pagina: 2,
        pagineTotali: 3,
        esercizio: 2026,
        dataDa: "2026-03-03",
        dataA: "2026-03-03",
      },
    ]);
  });

  it("dà il sospeso di entrata con numero, importo, date, causale e riferimenti", async () => {
    const letto = await leggi([SOSPESO], { versione });
    expect(letto.righe).toEqual([
      {
        riga: 1,
        operazione: "ESEGUITO",
        segno: "ENTRATA",
        importo: 12_345n,
        dataContabile: "2026-03-03",
        dataValuta: "2026-03-04",
        causale: CAUSALE,
        conto: "0000123",
        documento: "SOSPESO",
        numeroSospeso: "12",
        esercizio: 2026,
        sct: SOSPESO.trn,
        riferimentoBanca: SOSPESO.trn,
        ordinante: "BANCA DELLE PROVE S.P.A.",
      },
    ]);
    expect([letto.scarti, letto.rifiuto, letto.chiusure]).toEqual([[], undefined, [{ totaliErrati: [], segnalazioni: [] }]]);
  });

  it("dà la reversale e, come riga a sé, il sospeso che copre", async () => {
    const { righe } = await leggi([{ ...REVERSALE, operazione: "REGOLARIZZATO", sospesi: [{ numero: 12, importo: 12_345n }] }], {
      versione,
    });
    expect(righe).toMatchObject([
      { riga: 1, documento: "REVERSALE", operazione: "REGOLARIZZATO", numeroDocumento: "77", progressivoDocumento: "2", importo: 12_345n },
      { riga: 2, documento: "SOSPESO", operazione: "REGOLARIZZATO", numeroSospeso: "12", numeroDocumento: "77", importo: 12_345n },
    ]);
    expect(righe.map((riga) => riga.riferimentoBanca)).toEqual([undefined, undefined]);
  });
});

describe("le operazioni", () => {
  const tutte = [
    ["SOSPESO ENTRATA", "ENTRATA", "SOSPESO"],
    ["SOSPESO USCITA", "USCITA", "SOSPESO"],
    ["REVERSALE", "ENTRATA", "REVERSALE"],
    ["MANDATO", "USCITA", "MANDATO"],
    ["ANTICIPAZIONE", "ENTRATA", "ALTRO"],
    ["GIROCONTO", "USCITA", "ALTRO"],
  ] as const;
  const operazioni = ["ESEGUITO", "STORNATO", "REGOLARIZZATO", "RIPRISTINATO"] as const;
  it.each(tutte.flatMap((documento) => operazioni.map((operazione) => [...documento, operazione] as const)))(
    "%s (%s) è %s, ed è %s",
    async (documento, tipo, atteso, operazione) => {
      const { righe } = await leggi([{ ...SOSPESO, documento, tipo, operazione }]);
      expect(righe).toMatchObject([{ documento: atteso, segno: tipo, operazione, importo: 12_345n }]);
      expect(righe[0]?.numeroSospeso).toBe(atteso === "SOSPESO" ? "12" : undefined);
      expect(righe[0]?.numeroDocumento).toBe(atteso === "REVERSALE" || atteso === "MANDATO" ? "12" : undefined);
    },
  );

  it.each([
    ["ESEGUITO", "REGOLARIZZATO"],
    ["REGOLARIZZATO", "REGOLARIZZATO"],
    ["STORNATO", "RIPRISTINATO"],
    ["RIPRISTINATO", "RIPRISTINATO"],
  ] as const)("un ordinativo %s lascia i sospesi che copre in stato %s", async (operazione, atteso) => {
    const { righe } = await leggi([
      { ...REVERSALE, operazione, importo: 300n, sospesi: [3, 4].map((numero) => ({ numero, importo: 150n })) },
    ]);
    expect(righe.slice(1)).toMatchObject([3, 4].map((numero) => ({ operazione: atteso, numeroSospeso: String(numero), importo: 150n })));
  });

  it.each([
    ["ESEGUITO", 300n, [300n], "REGOLARIZZATO", 300n],
    ["STORNATO", 300n, [100n, 200n], "RIPRISTINATO", 300n],
    ["ESEGUITO", 300n, [120n], "ESEGUITO", 180n],
    ["STORNATO", 300n, [120n], "STORNATO", 180n],
    ["ESEGUITO", 300n, [400n], "REGOLARIZZATO", 300n],
  ] as const)(
    "un ordinativo %s di %s centesimi che copre %s muove solo il resto: %s di %s",
    async (operazione, importo, parti, attesa, resto) => {
      const sospesi = parti.map((parte, i) => ({ numero: i + 1, importo: parte }));
      const { righe } = await leggi([{ ...REVERSALE, operazione, importo, sospesi }]);
      expect(righe[0]).toMatchObject({ documento: "REVERSALE", operazione: attesa, importo: resto });
    },
  );

  it("il sospeso regolarizzato che il tesoriere scrive anche da sé è detto una volta", async () => {
    const regolarizzato: MovimentoOpi = { ...SOSPESO, operazione: "REGOLARIZZATO" };
    const reversale: MovimentoOpi = { ...REVERSALE, operazione: "REGOLARIZZATO", sospesi: [{ numero: 12, importo: 12_345n }] };
    for (const movimenti of [
      [regolarizzato, reversale],
      [reversale, regolarizzato],
    ]) {
      const { righe } = await leggi(movimenti);
      expect(righe.filter(({ documento }) => documento === "SOSPESO")).toHaveLength(1);
      expect(righe.map(({ riga }) => riga)).toEqual([1, 2]);
    }
  });

  it.each([
    ["STORNATO", -500n, "STORNATO"],
    ["ESEGUITO", -500n, "STORNATO"],
    ["REGOLARIZZATO", -500n, "REGOLARIZZATO"],
  ] as const)("un importo %s di %s centesimi è %s con importo positivo", async (operazione, importo, attesa) => {
    const { righe } = await leggi([{ ...SOSPESO, operazione, importo }]);
    expect(righe).toMatchObject([{ operazione: attesa, segno: "ENTRATA", importo: 500n }]);
  });

  it.each([
    ["ESEGUITO", { numeroDocumento: 0, bolletta: 912 }, "912"],
    ["STORNATO", { numeroDocumento: 0, bolletta: 950, bollettaStorno: 912 }, "912"],
    ["STORNATO", { numeroDocumento: 12, bollettaStorno: 912 }, "12"],
  ] as const)("il numero del sospeso %s si legge da %j", async (operazione, numeri, atteso) => {
    const { righe } = await leggi([{ ...SOSPESO, operazione, ...numeri }]);
    expect(righe[0]?.numeroSospeso).toBe(atteso);
  });

  it("il conto è l'IBAN quando il tesoriere lo scrive nella descrizione", async () => {
    const { righe } = await read(
      leggiOpi,
      scrivi([conto([SOSPESO], { descrizione: `${IBAN.slice(0, 4)} ${IBAN.slice(4)}` }), conto([SOSPESO])]),
    );
    expect(righe.map((riga) => riga.conto)).toEqual([IBAN, "0000123"]);
  });
});

describe("le quadrature", () => {
  it.each([
    ["totale_entrate_conto_evidenza", "totale entrate del conto 0000123"],
    ["saldo_finale_conto_evidenza", "saldo finale del conto 0000123"],
    ["saldo_complessivo_finale", "saldo complessivo finale"],
  ])("%s che mente è detto, e le righe restano buone", async (campo, nome) => {
    const testo = scrivi([conto([SOSPESO])]).replace(new RegExp(`<${campo}>[^<]+`), `<${campo}>7.00`);
    const letto = await read(leggiOpi, testo);
    expect(letto.righe).toHaveLength(1);
    expect(totaliErratiDi(letto).find((totale) => totale.nome === nome)).toMatchObject({ dichiarato: 700n });
  });

  it.each([
    ["5.00", []],
    ["6.00", [{ nome: "saldo dell'esercizio", dichiarato: 600n, calcolato: 500n }]],
  ])("il saldo dell'esercizio è entrate meno uscite: %s", async (saldo, attesi) => {
    const totali = `<totali_esercizio><totale_entrate>12.00</totale_entrate><totale_uscite>7.00</totale_uscite><saldo_esercizio>${saldo}</saldo_esercizio></totali_esercizio>`;
    const testo = scrivi([conto([SOSPESO])]).replace("</flusso_giornale_di_cassa>", `${totali}</flusso_giornale_di_cassa>`);
    expect(totaliErratiDi(await read(leggiOpi, testo))).toEqual(attesi);
  });

  it("i totali di una pagina non si confrontano con le sue sole righe", async () => {
    const letto = await read(leggiOpi, scrivi([conto([SOSPESO], { entrate: 99_999n })], { pagina: 1, pagineTotali: 2 }));
    expect(totaliErratiDi(letto)).toEqual([]);
  });

  it("l'ordinativo a copertura non conta due volte, comunque il tesoriere faccia le somme", async () => {
    const movimenti = [SOSPESO, { ...REVERSALE, sospesi: [{ numero: 12, importo: 12_345n }] }];
    for (const entrate of [12_345n, 24_690n]) {
      expect(totaliErratiDi(await read(leggiOpi, scrivi([conto(movimenti, { entrate })])))).toEqual([]);
    }
  });

  it("i sospesi coperti non possono superare l'ordinativo", async () => {
    const letto = await leggi([{ ...REVERSALE, operazione: "REGOLARIZZATO", importo: 100n, sospesi: [{ numero: 1, importo: 101n }] }]);
    expect(totaliErratiDi(letto)).toContainEqual({ nome: "sospesi coperti dal documento 77", dichiarato: 100n, calcolato: 101n });
  });
});
