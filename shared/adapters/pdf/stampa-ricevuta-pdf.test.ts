import { describe, expect, it } from "vitest";
import type { RicevutaDaStampare } from "../../ports/stampa-ricevuta.ts";
import { scriviPng } from "./png.ts";
import { leggiBrani, leggiInOrdine, leggiPdf } from "./prove/lettore-pdf.ts";
import { findFuoriPosto } from "./prove/posti.ts";
import { createStampaRicevutaPdf } from "./stampa-ricevuta-pdf.ts";
import { QUIETANZA_SECONDARIA } from "./testi/quietanza.ts";

const ricevuta = (altro: Partial<RicevutaDaStampare> = {}): RicevutaDaStampare => ({
  ente: { idDominio: "01234567897", ragioneSociale: "Comune di Prova", unita: "Ufficio Tributi", info: "055 000000" },
  debitore: { identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  eseguito: true,
  causale: "TARI 2026",
  numeroAvviso: "301000000000000144",
  iuv: "01000000000000144",
  idRicevuta: "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
  dataPagamento: "2026-11-26T23:30:00.000Z",
  dataRicezione: "2026-11-26T23:30:03.000Z",
  importo: 102_099n,
  commissioni: 150n,
  psp: "Banca Esempio S.p.A.",
  canale: "App",
  righe: [
    { descrizione: "Tassa sui rifiuti", importo: 100_099n, beneficiario: "01234567897" },
    { descrizione: "Tributo provinciale", importo: 2_000n, beneficiario: "80012345678" },
  ],
  ...altro,
});
const COMPLETA: Partial<RicevutaDaStampare> = {
  debitore: { identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi", indirizzo: "Via Roma 1, 50100 Firenze (FI)" },
  versante: { identificativo: "VRDLGU80A01F205X", anagrafica: "Luigi Verdi" },
  righe: Array.from({ length: 5 }, () => ({
    descrizione: "voce molto lunga ".repeat(8),
    importo: 1n,
    beneficiario: "80012345678",
    denominazione: "Provincia di Prova",
  })),
  metadati: Array.from({ length: 90 }, (_, n) => ({ nome: `chiave${n}`, valore: "valore ".repeat(20) })),
  allegati: [{ nome: "marca-da-bollo-1.xml", contenuto: new TextEncoder().encode("<marcaDaBollo/>") }],
};
const stampa = createStampaRicevutaPdf({ compress: false });
const leggi = async (altro: Partial<RicevutaDaStampare> = {}) => leggiPdf(await stampa.render(ricevuta(altro)));
const testoDi = async (altro: Partial<RicevutaDaStampare> = {}) => leggiBrani(await leggi(altro)).join(" | ");

describe("la ricevuta stampata", () => {
  it.each([
    ["l'importo", "1.020,99 Euro"],
    ["le commissioni, a parte", "1,50 Euro"],
    ["il giorno e l'ora italiani", "27/11/2026, 00:30"],
    ["il PSP", "Banca Esempio S.p.A."],
    ["il codice avviso a gruppi", "3010 0000 0000 0001 44"],
    ["lo IUV", "01000000000000144"],
    ["lo IUR", "0a1b2c3d4e5f60718293a4b5c6d7e8f9"],
    ["le righe", "Tassa sui rifiuti"],
    ["il beneficiario che non è l'ente", "Tributo provinciale (beneficiario 80012345678)"],
  ])("dice %s", async (_che, testo) => {
    expect(await testoDi()).toContain(testo);
  });

  it("dice che il pagamento non è stato eseguito, quando è così", async () => {
    expect(await testoDi()).not.toContain("NON ESEGUITO");
    expect(await testoDi({ eseguito: false })).toContain("RICEVUTA DI PAGAMENTO NON ESEGUITO");
  });

  it.each([undefined, "en", "de", "fr", "sl"] as const)("senza ricevuta è un'attestazione, che dice da dove si sa (%s)", async (lingua) => {
    const attestazione = { idFlusso: "2026-11-25BANCA-$&-1" };
    const testo = await testoDi({ attestazione, canale: undefined, ...(lingua && { linguaSecondaria: lingua }) });
    for (const atteso of ["ATTESTAZIONE DI PAGAMENTO", "27/11/2026 |", "2026-11-25BANCA-$&-1", "non è la ricevuta"])
      expect(testo).toContain(atteso);
    if (lingua) expect(testo).toContain(QUIETANZA_SECONDARIA[lingua].titoloAttestazione);
    expect(testo).not.toMatch(/RICEVUTA DI PAGAMENTO|Data e ora|27\/11\/2026, 00:30 \|.*PSP/);
  });

  it("nomina chi ha pagato solo se è un altro, e non stampa ANONIMO", async () => {
    expect(await testoDi()).not.toContain("Pagato da");
    expect(await testoDi({ versante: { identificativo: "X", anagrafica: "Luigi Verdi" } })).toContain("Pagato da Luigi Verdi");
    expect(await testoDi({ debitore: { identificativo: "ANONIMO", anagrafica: "ANONIMO" } })).not.toContain("Codice fiscale ANONIMO");
  });

  it.each([
    ["breve", {}],
    [
      "alle lunghezze massime",
      {
        causale: "Àèìòù ß š ".repeat(14),
        psp: "P".repeat(35),
        canale: "Canale ".repeat(5),
        ente: { idDominio: "01234567897", ragioneSociale: "Unione dei comuni ".repeat(4), info: "i".repeat(100) },
        debitore: { identificativo: "RSSMRA85T10A562S", anagrafica: "Maria Rossi D'Agostino ".repeat(3) },
        righe: Array.from({ length: 5 }, () => ({ descrizione: "voce molto lunga ".repeat(8), importo: 1n, beneficiario: "80012345678" })),
      },
    ],
  ])("%s: tutta nei margini, tutta nella struttura e in ordine di lettura", async (_come, altro) => {
    const letto = await leggi(altro);
    expect(findFuoriPosto(letto)).toEqual([]);
    expect(letto.nonMarcati).toEqual([]);
    const ordine = leggiInOrdine(letto).map(({ mcid }) => mcid);
    expect(ordine).toEqual(ordine.toSorted((a, b) => a - b));
    expect(letto.testi.reduce((somma, t) => somma + t.glifiMancanti, 0)).toBe(0);
  });

  it.each(["en", "de", "fr", "sl"] as const)(
    "in %s dice tutto due volte, ogni lingua con il suo nome, senza uscire dal foglio",
    async (lingua) => {
      const letto = await leggi({ ...COMPLETA, linguaSecondaria: lingua, causaleSecondaria: "Second subject" });
      expect(findFuoriPosto(letto)).toEqual([]);
      expect(letto.nonMarcati).toEqual([]);
      const testo = leggiBrani(letto).join(" | ");
      const { titolo, importo, dettaglio, informazioni, allegati } = QUIETANZA_SECONDARIA[lingua];
      for (const atteso of [titolo, importo, dettaglio, informazioni, allegati, "Second subject", "RICEVUTA DI PAGAMENTO"])
        expect(testo).toContain(atteso);
      expect(letto.testi.reduce((somma, t) => somma + t.glifiMancanti, 0)).toBe(0);
    },
  );

  it("dice i metadati, l'indirizzo, chi ha pagato, chi è il beneficiario; e che è parziale", async () => {
    const testo = await testoDi(COMPLETA);
    for (const atteso of [
      "chiave14: valore",
      "Via Roma 1",
      "Codice fiscale VRDLGU80A01F205X",
      "beneficiario Provincia di Prova, 80012345678",
    ])
      expect(testo).toContain(atteso);
    expect(await testoDi({ parziale: true })).toContain("RICEVUTA DI PAGAMENTO PARZIALE");
  });

  it("porta dentro la marca da bollo, e ne dice il nome", async () => {
    const pdf = Buffer.from(await stampa.render(ricevuta(COMPLETA))).toString("latin1");
    expect(pdf).toContain("<marcaDaBollo/>");
    expect(pdf).toMatch(/\/AFRelationship/);
    expect(await testoDi(COMPLETA)).toContain("marca-da-bollo-1.xml");
    expect(Buffer.from(await stampa.render(ricevuta())).toString("latin1")).not.toContain("EmbeddedFile");
  });

  it("ciò che non sta nel suo posto è detto per intero più sotto", async () => {
    const causale = "W".repeat(1_000);
    const letto = await leggi({ causale });
    expect(findFuoriPosto(letto)).toEqual([]);
    expect(leggiBrani(letto).join("")).toContain("TESTI PER ESTESO");
    expect(leggiBrani(letto).join("").replaceAll(/[^W]/g, "").length).toBeGreaterThanOrEqual(1_000);
  });

  it("più ricevute stanno in un documento, ognuna dal suo foglio, con il logo una volta sola", async () => {
    const logo = scriviPng({ larghezza: 2, altezza: 2, rgb: Buffer.alloc(12) });
    const ente = { ...ricevuta().ente, logo };
    const unite = await stampa.renderUnite([ricevuta({ ente }), ricevuta({ ente, iuv: "02000000000000144" })], ricevuta().dataRicezione);
    const testo = leggiBrani(leggiPdf(unite)).join(" | ");
    expect(testo).toContain("01000000000000144");
    expect(testo).toContain("02000000000000144");
    expect(
      Buffer.from(unite)
        .toString("latin1")
        .match(/\/Subtype \/Image/g),
    ).toHaveLength(1);
    expect(findFuoriPosto(leggiPdf(unite))).toEqual([]);
  });

  it("è la stessa, byte per byte, ogni volta", async () => {
    expect(Buffer.from(await stampa.render(ricevuta())).equals(Buffer.from(await stampa.render(ricevuta())))).toBe(true);
  });
});
