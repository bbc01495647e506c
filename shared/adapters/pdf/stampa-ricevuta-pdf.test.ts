import { describe, expect, it } from "vitest";
import type { RicevutaDaStampare } from "../../ports/stampa-ricevuta.ts";
import { leggiBrani, leggiInOrdine, leggiPdf } from "./prove/lettore-pdf.ts";
import { findFuoriPosto } from "./prove/posti.ts";
import { createStampaRicevutaPdf } from "./stampa-ricevuta-pdf.ts";

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

  it("è la stessa, byte per byte, ogni volta", async () => {
    expect(Buffer.from(await stampa.render(ricevuta())).equals(Buffer.from(await stampa.render(ricevuta())))).toBe(true);
  });
});
