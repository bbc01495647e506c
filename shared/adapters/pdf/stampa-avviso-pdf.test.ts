import { describe, expect, it } from "vitest";
import type { AvvisoDaStampare, PagamentoDaStampare } from "../../ports/stampa-avviso.ts";
import { PAGINA } from "./foglio.ts";
import { scriviPng } from "./png.ts";
import { avviso, DEBITORE, ENTE, pagamento } from "./prove/avvisi.ts";
import { rileggiFigura } from "./prove/codici.ts";
import { type Letto, leggiBrani, leggiInOrdine, leggiPdf } from "./prove/lettore-pdf.ts";
import { createStampaAvvisoPdf } from "./stampa-avviso-pdf.ts";
import { ITALIANO as TESTI } from "./testi/testi.ts";

const AVVISO = avviso({ pagamenti: [pagamento()] });
/** The same notice with another payment. */
const con = (altro: Partial<PagamentoDaStampare>, resto: Partial<AvvisoDaStampare> = {}): AvvisoDaStampare =>
  avviso({ ...resto, pagamenti: [{ ...pagamento(), ...altro }] });

const stampa = createStampaAvvisoPdf({ compress: false });
const leggi = async (a: AvvisoDaStampare): Promise<Letto> => leggiPdf(await stampa.render(a));
const brani = async (a: AvvisoDaStampare): Promise<string[]> => leggiBrani(await leggi(a));
const quadrato = (lato: number): Uint8Array => scriviPng({ larghezza: lato, altezza: lato, rgb: new Uint8Array(lato * lato * 3).fill(90) });

describe("i testi dell'avviso", () => {
  it("si leggono tutti, nell'ordine delle linee guida", async () => {
    expect(await brani(AVVISO)).toEqual(
      [
        "",
        "AVVISO DI PAGAMENTO",
        "TARI 2026, saldo",
        "ENTE CREDITORE",
        "Cod. Fiscale 01234567890",
        "Comune di Borgo San Lorenzo",
        "Settore Tributi e Patrimonio",
        "Call center 055 000000 · tributi@comune.example.it · www.comune.example.it",
        "DESTINATARIO",
        "Cod. Fiscale RSSMRA80A01H501U",
        "Maria Rossi D'Agostino",
        "Via dell'Università 12/B, 50032 Borgo San Lorenzo (FI)",
        "QUANTO E QUANDO PAGARE?",
        "1.020,99 Euro",
        "entro il 31/12/2026",
        TESTI.informativa,
        "DOVE PAGARE?",
        "vai su pagopa.gov.it",
        TESTI.online.toUpperCase(),
        TESTI.onlineDove,
        TESTI.territorio.toUpperCase(),
        TESTI.territorioDove,
        "DATI PER IL PAGAMENTO",
        "RATA UNICA",
        "entro il 31/12/2026",
        "",
        TESTI.inquadra,
        "Destinatario Maria Rossi D'Agostino",
        "Importo Euro 1.020,99",
        "Ente Creditore Comune di Borgo San Lorenzo",
        "Oggetto del pagamento TARI 2026, saldo",
        "Codice CBILL ABC12",
        "Codice Avviso 3020 0010 0000 0094 24",
        "Cod. Fiscale Ente 01234567890",
      ].map((testo, n) => (n === 0 ? "pagoPA" : testo)),
    );
  });

  it("senza scadenza non nominano alcuna data", async () => {
    const letti = await brani(con({ dataScadenza: undefined }));
    expect(letti).toContain("QUANTO PAGARE?");
    expect(letti).toContain("RATA UNICA");
    expect(letti.filter((t) => /entro il|QUANDO|\d\d\/\d\d\/\d{4}/.test(t))).toEqual([]);
  });

  it.each([
    ["l'informativa propria sostituisce quella fissa", "Importo soggetto a conguaglio", ["Importo soggetto a conguaglio"]],
    ["l'informativa vuota la toglie", "", []],
  ])("%s", async (_nome, informativaImporto, attesi) => {
    const letti = await brani(avviso({ informativaImporto }));
    expect(letti).not.toContain(TESTI.informativa);
    expect(letti.filter((t) => t.startsWith("Importo soggetto"))).toEqual(attesi);
  });

  it("tralasciano ciò che manca: codice del debitore anonimo, CBILL, unità, contatti", async () => {
    const ente = { idDominio: "01234567890", ragioneSociale: "Comune di Prova" };
    const letti = await brani({ ...AVVISO, ente, debitore: { identificativo: "ANONIMO", anagrafica: "Ignoto" } });
    expect(letti.filter((t) => t.startsWith("Cod. Fiscale "))).toEqual(["Cod. Fiscale 01234567890", "Cod. Fiscale Ente 01234567890"]);
    expect(letti.filter((t) => /CBILL|·|Settore/.test(t))).toEqual([]);
  });

  it("non ripetono il sito già presente fra i contatti", async () => {
    const letti = await brani({ ...AVVISO, ente: { ...ENTE, info: "Scrivi da www.comune.example.it" } });
    expect(letti).toContain("Scrivi da www.comune.example.it");
  });

  it("non contengono glifi mancanti, qualunque scrittura arrivi", async () => {
    const { testi } = await leggi({
      ...AVVISO,
      oggetto: "Šaß ĉ Ωμέγα 漢字 🎉 \u0000\u202E\tfine",
      debitore: { ...DEBITORE, anagrafica: "Łódź ﬁne" },
    });
    expect(testi.reduce((somma, t) => somma + t.glifiMancanti, 0)).toBe(0);
  });
});

describe("il codice QR", () => {
  const decodifica = async (a: AvvisoDaStampare) => {
    const letto = await leggi(a);
    const figura = leggiInOrdine(letto).find((e) => e.alternativa?.startsWith("Codice QR"));
    if (figura === undefined) throw new Error("manca il codice QR");
    return rileggiFigura(letto, figura, "QRCode");
  };

  it.each([
    ["PAGOPA|002|302000100000009424|01234567890|102099"],
    ["PAGOPA|002|302000100000009424|01234567890|10"],
    ["PAGOPA|002|302000100000009424|01234567890|99999999999"],
  ])("riletto da un altro programma è esattamente %s, versione 4, correzione M, 25 mm", async (qr) => {
    const { testi, versione, correzione, ampiezza } = await decodifica(con({ qr }));
    expect(testi).toEqual([qr]);
    expect(versione).toBe("4");
    expect(correzione).toBe("M");
    expect(ampiezza).toBeCloseTo((25 * 72) / 25.4, 0);
  });

  it("cresce di versione quando il contenuto non entra nella 4", async () => {
    const qr = "X".repeat(90);
    const { testi, versione } = await decodifica(con({ qr }));
    expect(testi).toEqual([qr]);
    expect(Number(versione)).toBeGreaterThan(4);
  });
});

describe("il documento", () => {
  it("dichiara PDF/UA, lingua, titolo da mostrare e marcatura", async () => {
    const letto = await leggi(AVVISO);
    expect(letto.grezzo.startsWith("%PDF-1.7")).toBe(true);
    expect(letto.catalogo("Lang")).toBe("(it-IT)");
    expect(letto.catalogo("MarkInfo")).toContain("/Marked true");
    expect(letto.catalogo("StructTreeRoot")).toContain("/ParentTree");
    expect(letto.catalogo("ViewerPreferences")).toContain("/DisplayDocTitle true");
    expect(letto.catalogo("Metadata")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(letto.catalogo("Metadata")).toContain(">Avviso di pagamento 302000100000009424<");
  });

  it("non lascia nulla fuori dalla struttura e salta nessun livello di titolo", async () => {
    const letto = await leggi({ ...AVVISO, ente: { ...ENTE, logo: quadrato(20) } });
    expect(letto.nonMarcati).toEqual([]);
    const elementi = leggiInOrdine(letto);
    expect(elementi.map((e) => e.mcid)).toEqual(elementi.map((_, n) => n));
    expect(elementi.map((e) => e.tipo).filter((tipo) => tipo.startsWith("H"))).toEqual(["H1", "H2", "H2", "H2", "H2", "H3", "H3", "H2"]);
    expect(letto.albero.tipo).toBe("Document");
  });

  it("dà un testo alternativo a ogni figura, anche con accenti e parentesi", async () => {
    const ente = { ...ENTE, ragioneSociale: "Città di Forlì (FC) \\ test", logo: quadrato(20) };
    const figure = leggiInOrdine(await leggi({ ...AVVISO, ente })).filter((e) => e.tipo === "Figure");
    expect(figure.map((f) => f.alternativa)).toEqual([
      "pagoPA",
      "Logo di Città di Forlì (FC) \\ test",
      "Codice QR per pagare l’avviso 3020 0010 0000 0094 24",
    ]);
  });

  it("incorpora i caratteri, ridotti ai glifi usati", async () => {
    const { grezzo } = await leggi(AVVISO);
    const nomi = [...grezzo.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map((m) => m[1]);
    expect(nomi.sort()).toEqual(["RobotoMono-Bold", "RobotoMono-Regular", "TitilliumWeb-Bold", "TitilliumWeb-Regular"]);
    expect(grezzo.match(/\/FontFile2 /g)).toHaveLength(4);
    expect((await createStampaAvvisoPdf().render(AVVISO)).length).toBeLessThan(40_000);
  });

  it("è lo stesso byte per byte con gli stessi dati, diverso con un altro istante", async () => {
    const primo = await createStampaAvvisoPdf().render(AVVISO);
    expect(Buffer.from(await createStampaAvvisoPdf().render({ ...AVVISO })).equals(primo)).toBe(true);
    expect(Buffer.from(await createStampaAvvisoPdf().render({ ...AVVISO, dataStampa: "2026-11-25T10:00:01.000Z" })).equals(primo)).toBe(
      false,
    );
  });

  it("resta XML ben formato anche quando i testi contengono marcatura", async () => {
    const letto = await leggi(con({ numeroAvviso: "3020<&>00100000009424" }, { oggetto: "<script> & ]]>" }));
    expect(letto.catalogo("Metadata")).not.toMatch(/<&>|&|<script/);
  });

  it("incorpora il logo una volta, in un riquadro di 30 mm accostato in alto a destra", async () => {
    const letto = await leggi({ ...AVVISO, ente: { ...ENTE, logo: quadrato(20) } });
    expect(letto.grezzo.match(/\/Subtype \/Image/g)).toHaveLength(1);
    const lato = (30 * 72) / 25.4;
    const [larghezza, , , altezza, x, y] = (/\n([-\d. ]+) cm\n\/I1 Do/.exec(letto.grezzo)?.[1] ?? "").split(" ").map(Number);
    expect([larghezza, Math.abs(altezza ?? 0)]).toEqual([expect.closeTo(lato, 2), expect.closeTo(lato, 2)]);
    expect(x).toBeCloseTo(PAGINA.larghezza - PAGINA.margine - lato, 2);
    expect(y).toBeCloseTo(PAGINA.margine + lato, 2);
  });

  it.each([
    ["illeggibile", new Uint8Array(64).fill(7)],
    ["vuoto", new Uint8Array()],
  ])("esce senza logo quando il logo è %s", async (_nome, logo) => {
    const letto = await leggi({ ...AVVISO, ente: { ...ENTE, logo } });
    expect(leggiInOrdine(letto).filter((e) => e.tipo === "Figure")).toHaveLength(2);
  });
});
