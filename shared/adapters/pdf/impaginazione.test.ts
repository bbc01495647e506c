import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AvvisoDaStampare } from "../../ports/stampa-avviso.ts";
import { AVVISI, avviso, ENTE, pagamento, rate } from "./prove/avvisi.ts";
import { rileggiFigura } from "./prove/codici.ts";
import { type Letto, leggiBrani, leggiInOrdine, leggiPdf } from "./prove/lettore-pdf.ts";
import { findFuoriPosto, findNellaZonaQuieta } from "./prove/posti.ts";
import { createStampaAvvisoPdf } from "./stampa-avviso-pdf.ts";
import { ITALIANO, TESTI_SECONDARI } from "./testi/testi.ts";
import { VERSIONE_IMPAGINAZIONE } from "./versione.ts";

const stampa = createStampaAvvisoPdf({ compress: false });
const note = new Map<AvvisoDaStampare, Promise<Letto>>();
/** Each notice is printed once for all the tests of this file. */
const leggi = (a: AvvisoDaStampare): Promise<Letto> => {
  const nota = note.get(a) ?? stampa.render(a).then(leggiPdf);
  note.set(a, nota);
  return nota;
};
const diNome = (nome: string): AvvisoDaStampare => {
  const trovato = AVVISI[nome];
  if (trovato === undefined) throw new Error(`manca l'avviso ${nome}`);
  return trovato;
};
const NOMI = Object.keys(AVVISI);

describe.each(NOMI)("l'impaginazione %s", (nome) => {
  it("tiene i testi nei margini, separati, interi e con tutti i glifi", async () => {
    const letto = await leggi(diNome(nome));
    expect(findFuoriPosto(letto)).toEqual([]);
    expect(findNellaZonaQuieta(letto)).toEqual([]);
    expect(letto.testi.filter((t) => t.testo.includes("…")).map((t) => t.testo)).toEqual([]);
    expect(letto.testi.reduce((somma, t) => somma + t.glifiMancanti, 0)).toBe(0);
  });

  it("non lascia nulla fuori dalla struttura, comincia ogni foglio con il titolo e non salta livelli", async () => {
    const letto = await leggi(diNome(nome));
    expect(letto.nonMarcati).toEqual([]);
    const elementi = leggiInOrdine(letto);
    expect(elementi.map(({ mcid }) => mcid)).toEqual(elementi.map(({ mcid }) => mcid).toSorted((a, b) => a - b));
    const titoli = elementi.filter(({ tipo }) => /^(H\d)$/.test(tipo)).map(({ tipo }) => Number(tipo.slice(1)));
    expect(titoli[0]).toBe(1);
    for (const [n, livello] of titoli.entries()) expect(livello - (titoli[n - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(elementi.filter(({ tipo, testo }) => tipo === "H1" && testo.startsWith("AVVISO DI PAGAMENTO"))).toHaveLength(letto.pagine);
    expect(elementi.filter(({ tipo, alternativa }) => tipo === "Figure" && !alternativa)).toEqual([]);
  });

  it("porta un QR per pagamento e un DataMatrix per bollettino, che altri programmi rileggono", async () => {
    const a = diNome(nome);
    const letto = await leggi(a);
    const figure = leggiInOrdine(letto).filter(({ tipo }) => tipo === "Figure");
    const letti = async (inizio: string, formato: "QRCode" | "DataMatrix"): Promise<string[]> => {
      const testi: string[] = [];
      for (const figura of figure.filter(({ alternativa }) => alternativa?.startsWith(inizio))) {
        testi.push(...(await rileggiFigura(letto, figura, formato)).testi);
      }
      return testi;
    };
    expect(await letti("Codice QR", "QRCode")).toEqual(a.pagamenti.map(({ qr }) => qr));
    expect(await letti("DataMatrix", "DataMatrix")).toEqual(a.pagamenti.flatMap(({ bollettino }) => bollettino?.dataMatrix ?? []));
  });

  it("segna ogni testo della seconda lingua, e solo quelli", async () => {
    const a = diNome(nome);
    const brani = leggiInOrdine(await leggi(a));
    const seconda = a.linguaSecondaria && TESTI_SECONDARI[a.linguaSecondaria];
    expect([...new Set(brani.map(({ lingua }) => lingua))]).toEqual(seconda === undefined ? [undefined] : [undefined, seconda.lingua]);
    if (seconda === undefined) return;
    const scritti = brani.filter(({ lingua }) => lingua === seconda.lingua).map(({ testo }) => testo.trim());
    for (const testo of [
      `/ ${seconda.titolo}`,
      seconda.ente,
      seconda.destinatario,
      seconda.dove,
      seconda.onlineDove,
      seconda.territorioDove,
      seconda.informativa,
    ]) {
      expect(scritti).toContain(testo);
    }
    if (a.oggettoSecondario !== undefined) expect(scritti).toContain(a.oggettoSecondario);
    expect(brani.filter(({ lingua, testo }) => lingua === undefined && testo.includes(seconda.territorioDove))).toEqual([]);
  });
});

describe("i fogli", () => {
  it.each([
    ["unica", 1],
    ["unica-bollettino", 1],
    ["senza-scadenza-en", 1],
    ["bilingue-de-bollettino", 1],
    ["unica-e-quattro-rate", 2],
    ["tre-rate-bollettino", 2],
    ["unica-e-due-rate-bollettino", 2],
    ["unica-e-tre-rate-de-bollettino", 2],
    ["molte-rate", 2],
    ["multa", 1],
    ["multa-bollettino", 2],
    ["soglie", 1],
  ])("di %s sono %i", async (nome, pagine) => {
    expect((await leggi(diNome(nome))).pagine).toBe(pagine);
  });

  const nomiDiPagina = (letto: Letto, pagina: number): string[] =>
    letto.testi.filter((t) => t.pagina === pagina && /^(RATA (UNICA|\d+)|IMPORTO (SCONTATO|RIDOTTO).*)$/.test(t.testo)).map((t) => t.testo);

  it("mettono la soluzione unica sul primo, da sola, e le rate in ordine su quelli dopo", async () => {
    const letto = await leggi(diNome("unica-e-quattro-rate"));
    expect([nomiDiPagina(letto, 0), nomiDiPagina(letto, 1)]).toEqual([["RATA UNICA"], ["RATA 1", "RATA 2", "RATA 3", "RATA 4"]]);
  });

  it("cominciano le rate sul primo quando non c'è la soluzione unica", async () => {
    const letto = await leggi(diNome("molte-rate"));
    expect(nomiDiPagina(letto, 0)).toEqual(["RATA 1", "RATA 2", "RATA 3"]);
    expect(nomiDiPagina(letto, 1)).toHaveLength(9);
  });

  it("danno un foglio intero a ciascun importo di una multa con bollettino", async () => {
    const letto = await leggi(diNome("multa-bollettino"));
    expect([nomiDiPagina(letto, 0), nomiDiPagina(letto, 1)]).toEqual([["IMPORTO SCONTATO DEL 30%"], ["IMPORTO RIDOTTO"]]);
  });

  it.each([
    [2, 2],
    [3, 3],
    [4, 2],
    [5, 3],
    [6, 3],
    [7, 3],
    [8, 2],
    [9, 3],
    [10, 3],
  ])("di %i rate le affiancano a %i, mai mescolando i moduli", async (quante, colonne) => {
    const letto = await leggi(avviso({ pagamenti: rate(quante) }));
    const bande = letto.testi.filter((t) => /^RATA \d+$/.test(t.testo));
    const perRiga = Map.groupBy(bande, (t) => `${t.pagina} ${t.y}`);
    expect(new Set(bande.map((t) => Math.round(t.x))).size).toBe(colonne);
    expect([...perRiga.values()].slice(0, -1).every((riga) => riga.length === colonne)).toBe(true);
    expect(bande.map((t) => t.testo)).toEqual(Array.from({ length: quante }, (_, n) => `RATA ${n + 1}`));
  });
});

describe("quanto e quando pagare", () => {
  it.each([
    ["per intero o a rate", [pagamento({ n: 0 }), ...rate(4)], "Puoi pagare per intero o in 4 rate", "1.020,99 Euro"],
    ["solo a rate", rate(4), "Puoi pagare in 4 rate", "1.021,00 Euro"],
  ])("dice di poter pagare %s", async (_nome, pagamenti, atteso, importo) => {
    const letti = leggiBrani(await leggi(avviso({ pagamenti })));
    expect(letti).toContain(atteso);
    expect(letti).toContain(importo);
    expect(letti).toContain("Rata 1: 255,25 entro il 28/01/2026");
  });

  it("rimanda ai dettagli quando le rate sono molte", async () => {
    const letti = leggiBrani(await leggi(diNome("molte-rate")));
    expect(letti).toContain(ITALIANO.molteRate);
    expect(letti.filter((t) => t.startsWith("Rata 1:"))).toEqual([]);
  });

  it("di una multa spiega termini, notifica e giacenza; di altre soglie solo la scelta", async () => {
    const [multa, soglie] = [leggiBrani(await leggi(diNome("multa"))), leggiBrani(await leggi(diNome("soglie")))];
    expect(multa).toEqual(expect.arrayContaining([ITALIANO.scelta, ITALIANO.scadenzeCome, ITALIANO.giacenzaCome, ITALIANO.cinqueGiorni]));
    expect(soglie).toEqual(expect.arrayContaining([ITALIANO.scelta, "entro 30 giorni", "oltre 30 giorni"]));
    expect(soglie).not.toContain(ITALIANO.giacenzaCome);
  });
});

describe("il bollettino", () => {
  it("ripete numero avviso, importo e destinatario, con conto, intestatario, tipo e autorizzazione", async () => {
    const letti = leggiBrani(await leggi(diNome("unica-bollettino")));
    const suo = letti.slice(letti.indexOf("BOLLETTINO POSTALE PA"));
    expect(suo).toEqual(
      expect.arrayContaining([
        "sul C/C n. 10271400",
        "Euro 1.020,99",
        "Intestato a Comune di Borgo San Lorenzo Servizio Tesoreria",
        "Destinatario Maria Rossi D'Agostino",
        "Codice Avviso 3020 0010 0000 0094 24",
        "Tipo P1",
        "AUT. DB/SSIC/E 12345 DEL 01/02/2026",
      ]),
    );
  });
});

describe("più avvisi in un documento", () => {
  async function* tutti(avvisi: readonly AvvisoDaStampare[]): AsyncIterable<AvvisoDaStampare> {
    yield* avvisi;
  }

  it("sono parti distinte della struttura, ognuna da un foglio nuovo", async () => {
    const avvisi = [diNome("unica"), diNome("unica-e-quattro-rate"), diNome("unica")];
    const pezzi: Uint8Array[] = [];
    for await (const pezzo of stampa.renderUniti(tutti(avvisi), "2026-11-25T10:00:00.000Z")) pezzi.push(pezzo);
    const letto = leggiPdf(Buffer.concat(pezzi));
    expect(letto.pagine).toBe(4);
    expect(letto.albero.figli.map((figlio) => (typeof figlio === "number" ? figlio : figlio.tipo))).toEqual(["Part", "Part", "Part"]);
    expect(letto.nonMarcati).toEqual([]);
    expect(letto.catalogo("Metadata")).toContain(">Avvisi di pagamento<");
  });
});

describe("la versione dell'impaginazione", () => {
  it("cambia quando cambiano i fogli: chi li tocca alzi VERSIONE_IMPAGINAZIONE e scriva qui la nuova impronta", async () => {
    const hash = createHash("sha256");
    for (const a of Object.values(AVVISI)) hash.update((await leggi(a)).grezzo, "latin1");
    const impronta = hash.digest("hex").slice(0, 16);
    expect({ versione: VERSIONE_IMPAGINAZIONE, impronta }).toEqual({ versione: 1, impronta: "688f942cd7d49f16" });
  });
});

describe("un avviso senza pagamenti", () => {
  it("non si stampa: è un errore di chi chiama", async () => {
    await expect(stampa.render({ ...avviso({ ente: ENTE }), pagamenti: [] })).rejects.toThrow("senza pagamenti");
  });
});
