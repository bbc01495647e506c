import { describe, expect, it } from "vitest";
import type { AvvisoDaStampare } from "../../ports/stampa-avviso.ts";
import { AVVISI, avviso, DEBITORE, ENTE, pagamento, rate } from "./prove/avvisi.ts";
import { leggiBrani, leggiPdf } from "./prove/lettore-pdf.ts";
import { findFuoriPosto, findNellaZonaQuieta } from "./prove/posti.ts";
import { createStampaAvvisoPdf } from "./stampa-avviso-pdf.ts";

const stampa = createStampaAvvisoPdf({ compress: false });
const leggi = async (a: AvvisoDaStampare) => leggiPdf(await stampa.render(a));

/** As long as it may be, with the letters that break careless printers: accents, apostrophes, ß, š. */
const PAROLE = "dell'Università Straße Škofja Loka città perché Größe žiža contribuente nell'anno ";
const lungo = (lunghezza: number): string => PAROLE.repeat(10).slice(0, lunghezza).trim().padEnd(lunghezza, "ß");
/** The widest text there is: nothing is wider than a W. */
const largo = (lunghezza: number): string => "WÈWßWŠW'W ".repeat(40).slice(0, lunghezza).padEnd(lunghezza, "W").trim();

const alMassimo = (a: AvvisoDaStampare, testo: (n: number) => string): AvvisoDaStampare => ({
  ...a,
  ente: { ...a.ente, ragioneSociale: testo(100), unita: testo(50), info: testo(100), web: "www.comune.example.it" },
  debitore: { identificativo: "WWWWWW80A01W501W", anagrafica: testo(70), indirizzo: testo(140) },
  oggetto: testo(140),
  ...(a.oggettoSecondario !== undefined && { oggettoSecondario: testo(140) }),
  informativaImporto: testo(255),
  ...(a.linguaSecondaria !== undefined && { informativaSecondaria: testo(255) }),
  pagamenti: a.pagamenti.map((p) => ({
    ...p,
    oggetto: testo(140),
    importo: 99_999_999_999n,
    ...(p.bollettino && { bollettino: { ...p.bollettino, intestatario: testo(50), autorizzazione: testo(45) } }),
  })),
});

describe.each(Object.entries(AVVISI))("l'impaginazione %s con i testi più lunghi che il protocollo ammette", (_nome, a) => {
  it("li stampa per intero nel loro posto, con parole vere", async () => {
    const letto = await leggi(alMassimo(a, lungo));
    expect(letto.testi.filter((t) => t.testo.endsWith("…")).map((t) => t.testo)).toEqual([]);
    expect(findFuoriPosto(letto)).toEqual([]);
    expect(findNellaZonaQuieta(letto)).toEqual([]);
  });

  it("con le lettere più larghe li continua su un foglio a parte, senza perdere nulla e senza toccarsi", async () => {
    const massimo = alMassimo(a, largo);
    const letto = await leggi(massimo);
    expect(findFuoriPosto(letto)).toEqual([]);
    const scritto = leggiBrani(letto).join("\n");
    for (const testo of [massimo.ente.ragioneSociale, massimo.debitore.anagrafica, massimo.debitore.indirizzo, massimo.oggetto]) {
      expect(scritto).toContain(testo);
    }
    expect(scritto).toContain("999.999.999,99");
  });
});

describe("i testi oltre ogni limite", () => {
  it("finiscono con i puntini nel loro posto e per intero sotto il titolo TESTI PER ESTESO, una volta sola", async () => {
    const oggetto = "W".repeat(2_000);
    const letto = await leggi(avviso({ oggetto, pagamenti: [pagamento({ oggetto })] }));
    const brani = leggiBrani(letto);
    // In the heading of both sheets and among the data of the payment.
    expect(brani.filter((t) => t.endsWith("W…"))).toHaveLength(3);
    const estesi = brani.slice(brani.indexOf("TESTI PER ESTESO") + 1);
    expect(estesi).toEqual([oggetto]);
    expect(letto.pagine).toBe(2);
    expect(findFuoriPosto(letto)).toEqual([]);
  });

  it("non aggiungono fogli quando tutto sta al suo posto", async () => {
    expect(leggiBrani(await leggi(avviso()))).not.toContain("TESTI PER ESTESO");
  });

  it.each([
    ["contatti del creditore", { ente: { ...ENTE, info: "informazioni ".repeat(50) } }],
    ["indirizzo del debitore", { debitore: { ...DEBITORE, indirizzo: "Via lunghissima ".repeat(60) } }],
    ["rate con lo stesso oggetto", { pagamenti: rate(6).map((r) => ({ ...r, oggetto: "Parola ".repeat(120).trim() })) }],
  ])("%s: ogni foglio resta in ordine", async (_nome, altro) => {
    const letto = await leggi(avviso(altro));
    expect(findFuoriPosto(letto)).toEqual([]);
    expect(leggiBrani(letto)).toContain("TESTI PER ESTESO");
  });
});
