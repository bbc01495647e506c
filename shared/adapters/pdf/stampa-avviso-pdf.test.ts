import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { AvvisoDaStampare } from "../../ports/stampa-avviso.ts";
import { PAGINA } from "./foglio.ts";
import { scriviPng } from "./png.ts";
import { type Letto, leggiInOrdine, leggiPdf, type TestoLetto } from "./prove/lettore-pdf.ts";
import { createStampaAvvisoPdf } from "./stampa-avviso-pdf.ts";
import { TESTI } from "./testi-avviso.ts";

const AVVISO: AvvisoDaStampare = {
  ente: {
    idDominio: "01234567890",
    ragioneSociale: "Comune di Borgo San Lorenzo",
    unita: "Settore Tributi e Patrimonio",
    info: "Call center 055 000000 · tributi@comune.example.it",
    web: "www.comune.example.it",
    cbill: "abc12",
  },
  debitore: {
    identificativo: "RSSMRA80A01H501U",
    anagrafica: "Maria Rossi D'Agostino",
    indirizzo: "Via dell'Università 12/B, 50032 Borgo San Lorenzo (FI)",
  },
  oggetto: "TARI 2026, saldo",
  importo: 102099n,
  dataScadenza: "2026-12-31",
  numeroAvviso: "302000100000009424",
  qr: "PAGOPA|002|302000100000009424|01234567890|102099",
  dataStampa: "2026-11-25T10:00:00.000Z",
};

const stampa = createStampaAvvisoPdf({ compress: false });
const leggi = async (avviso: AvvisoDaStampare): Promise<Letto> => leggiPdf(await stampa.render(avviso));
const brani = async (avviso: AvvisoDaStampare): Promise<string[]> => leggiInOrdine(await leggi(avviso)).map((e) => e.testo);
const quadrato = (lato: number): Uint8Array => scriviPng({ larghezza: lato, altezza: lato, rgb: new Uint8Array(lato * lato * 3).fill(90) });

/** Text that exceeds every box: nothing wider than a W, with the letters that break careless printers. */
const ampio = (lunghezza: number): string => "WÈWßWŠW'W ".repeat(30).slice(0, lunghezza).padEnd(lunghezza, "W").trim();

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
        TESTI.online,
        TESTI.onlineDove,
        TESTI.territorio,
        TESTI.territorioDove,
        "DATI PER IL PAGAMENTO",
        "RATA UNICA entro il 31/12/2026",
        "",
        TESTI.inquadra,
        "Destinatario Maria Rossi D'Agostino",
        "Importo Euro 1.020,99",
        "Ente Creditore Comune di Borgo San Lorenzo",
        "Oggetto del pagamento TARI 2026, saldo",
        "Codice CBILL ABC12",
        "Codice Avviso 3020 0010 0000 0094 24",
        "Codice Fiscale Ente 01234567890",
      ].map((testo, n) => (n === 0 ? "pagoPA" : testo)),
    );
  });

  it("senza scadenza non nominano alcuna data", async () => {
    const { dataScadenza: _, ...senza } = AVVISO;
    const letti = await brani(senza);
    expect(letti).toContain("QUANTO PAGARE?");
    expect(letti).toContain("RATA UNICA");
    expect(letti.filter((t) => /entro il|QUANDO|\d\d\/\d\d\/\d{4}/.test(t))).toEqual([]);
  });

  it.each([
    ["l'informativa propria sostituisce quella fissa", "Importo soggetto a conguaglio", ["Importo soggetto a conguaglio"]],
    ["l'informativa vuota la toglie", "", []],
  ])("%s", async (_nome, informativaImporto, attesi) => {
    const letti = await brani({ ...AVVISO, informativaImporto });
    expect(letti).not.toContain(TESTI.informativa);
    expect(letti.filter((t) => t.startsWith("Importo soggetto"))).toEqual(attesi);
  });

  it("tralasciano ciò che manca: codice del debitore anonimo, CBILL, unità, contatti", async () => {
    const ente = { idDominio: "01234567890", ragioneSociale: "Comune di Prova" };
    const letti = await brani({ ...AVVISO, ente, debitore: { identificativo: "ANONIMO", anagrafica: "Ignoto" } });
    expect(letti.filter((t) => t.startsWith("Cod. Fiscale"))).toEqual(["Cod. Fiscale 01234567890"]);
    expect(letti.filter((t) => /CBILL|·|Settore/.test(t))).toEqual([]);
  });

  it("non ripetono il sito già presente fra i contatti", async () => {
    const letti = await brani({ ...AVVISO, ente: { ...AVVISO.ente, info: "Scrivi da www.comune.example.it" } });
    expect(letti).toContain("Scrivi da www.comune.example.it");
  });

  it("non contengono glifi mancanti, qualunque scrittura arrivi", async () => {
    const { testi } = await leggi({
      ...AVVISO,
      oggetto: "Šaß ĉ Ωμέγα 漢字 🎉 \u0000\u202E\tfine",
      debitore: { ...AVVISO.debitore, anagrafica: "Łódź ﬁne" },
    });
    expect(testi.reduce((somma, t) => somma + t.glifiMancanti, 0)).toBe(0);
  });
});

const MASSIMI: AvvisoDaStampare = {
  ...AVVISO,
  ente: { ...AVVISO.ente, ragioneSociale: ampio(100), unita: ampio(50), info: ampio(100), web: "www.comune.example.it" },
  debitore: { identificativo: "WWWWWW80A01W501W", anagrafica: ampio(70), indirizzo: ampio(140) },
  oggetto: ampio(140),
  importo: 99_999_999_999n,
  informativaImporto: ampio(255),
};

describe("i testi più lunghi che il protocollo ammette", () => {
  it("sono stampati per intero", async () => {
    const letti = await brani(MASSIMI);
    const { ente, debitore, oggetto } = MASSIMI;
    for (const testo of [ente.ragioneSociale, ente.unita, debitore.anagrafica, debitore.indirizzo, oggetto, MASSIMI.informativaImporto]) {
      expect(letti).toContain(testo);
    }
    expect(letti).toContain(`${ente.info} · www.comune.example.it`);
    expect(letti).toContain("999.999.999,99 Euro");
    expect(letti).toContain(`Oggetto del pagamento ${oggetto}`);
    expect(letti.join("")).not.toContain("…");
  });

  it("oltre quei limiti finiscono con i puntini, mai tagliati di netto", async () => {
    const letti = await brani({ ...MASSIMI, oggetto: "W".repeat(2_000) });
    expect(letti.filter((t) => t.endsWith("W…"))).toHaveLength(2);
  });

  const scatola = (t: TestoLetto) => ({
    sx: t.x,
    dx: t.x + t.larghezza,
    giu: t.y - 0.2 * t.corpo,
    su: t.y + 0.7 * t.corpo,
    testo: t.testo,
  });
  const tocca = (a: ReturnType<typeof scatola>, b: ReturnType<typeof scatola>): boolean =>
    a.sx < b.dx - 0.5 && b.sx < a.dx - 0.5 && a.giu < b.su - 0.1 && b.giu < a.su - 0.1;

  it.each([
    ["ordinario", AVVISO],
    ["con i testi massimi", MASSIMI],
    [
      "con i testi massimi e senza spazi",
      { ...MASSIMI, oggetto: "W".repeat(140), debitore: { ...MASSIMI.debitore, indirizzo: "W".repeat(140) } },
    ],
  ])("nell'avviso %s restano nei margini e non si toccano", async (_nome, avviso) => {
    const scatole = (await leggi(avviso)).testi.filter((t) => t.testo.trim() !== "" && t.mcid !== 0).map(scatola);
    for (const [n, s] of scatole.entries()) {
      expect(s.sx, s.testo).toBeGreaterThan(PAGINA.margine - 0.1);
      expect(s.dx, s.testo).toBeLessThan(PAGINA.larghezza - PAGINA.margine + 3);
      expect(s.giu, s.testo).toBeGreaterThan(PAGINA.margine);
      expect(
        scatole
          .slice(n + 1)
          .filter((altra) => tocca(s, altra))
          .map((altra) => `${s.testo} / ${altra.testo}`),
      ).toEqual([]);
    }
  });
});

describe("il codice QR", () => {
  beforeAll(async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
    const wasmBinary = new ArrayBuffer(wasm.length);
    new Uint8Array(wasmBinary).set(wasm);
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  });

  /** Paints the rectangles of the figure on white, eight pixels per module and a quiet zone of four modules. */
  const decodifica = async (letto: Letto) => {
    const figura = leggiInOrdine(letto).find((e) => e.alternativa?.startsWith("Codice QR"));
    const tratti = letto.rettangoli.filter((r) => r.mcid === figura?.mcid);
    const modulo = tratti[0]?.altezza ?? 1;
    const x0 = Math.min(...tratti.map((t) => t.x)) - 4 * modulo;
    const y0 = Math.min(...tratti.map((t) => t.y)) - 4 * modulo;
    const ampiezza = Math.max(...tratti.map((t) => t.x + t.larghezza)) - x0 - 4 * modulo;
    const lato = Math.round((ampiezza / modulo + 8) * 8);
    const rgb = new Uint8Array(lato * lato * 3).fill(255);
    const pixel = (punti: number): number => Math.round((punti / modulo) * 8);
    for (const t of tratti) {
      for (let y = pixel(t.y - y0); y < pixel(t.y - y0 + t.altezza); y++) {
        rgb.fill(0, (y * lato + pixel(t.x - x0)) * 3, (y * lato + pixel(t.x - x0 + t.larghezza)) * 3);
      }
    }
    const letti = await readBarcodes(scriviPng({ larghezza: lato, altezza: lato, rgb }), { formats: ["QRCode"] });
    return { testi: letti.map((l) => l.text), versione: letti[0]?.version, correzione: letti[0]?.ecLevel, lato: ampiezza };
  };

  it.each([
    ["PAGOPA|002|302000100000009424|01234567890|102099"],
    ["PAGOPA|002|302000100000009424|01234567890|10"],
    ["PAGOPA|002|302000100000009424|01234567890|99999999999"],
  ])("riletto da un altro programma è esattamente %s, versione 4, correzione M, 25 mm", async (qr) => {
    const { testi, versione, correzione, lato } = await decodifica(await leggi({ ...AVVISO, qr }));
    expect(testi).toEqual([qr]);
    expect(String(versione)).toBe("4");
    expect(correzione).toBe("M");
    expect(lato).toBeCloseTo((25 * 72) / 25.4, 0);
  });

  it("cresce di versione quando il contenuto non entra nella 4", async () => {
    const qr = "X".repeat(90);
    const { testi, versione } = await decodifica(await leggi({ ...AVVISO, qr }));
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
    const letto = await leggi({ ...AVVISO, ente: { ...AVVISO.ente, logo: quadrato(20) } });
    expect(letto.nonMarcati).toEqual([]);
    const elementi = leggiInOrdine(letto);
    expect(elementi.map((e) => e.mcid)).toEqual(elementi.map((_, n) => n));
    expect(elementi.map((e) => e.tipo).filter((tipo) => tipo.startsWith("H"))).toEqual(["H1", "H2", "H2", "H2", "H2", "H3", "H3", "H2"]);
    expect(letto.albero.tipo).toBe("Document");
  });

  it("dà un testo alternativo a ogni figura, anche con accenti e parentesi", async () => {
    const ente = { ...AVVISO.ente, ragioneSociale: "Città di Forlì (FC) \\ test", logo: quadrato(20) };
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
    const letto = await leggi({ ...AVVISO, oggetto: "<script> & ]]>", numeroAvviso: "3020<&>00100000009424" });
    expect(letto.catalogo("Metadata")).not.toMatch(/<&>|&|<script/);
  });

  it("incorpora il logo una volta, in un riquadro di 30 mm accostato in alto a destra", async () => {
    const letto = await leggi({ ...AVVISO, ente: { ...AVVISO.ente, logo: quadrato(20) } });
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
    const letto = await leggi({ ...AVVISO, ente: { ...AVVISO.ente, logo } });
    expect(leggiInOrdine(letto).filter((e) => e.tipo === "Figure")).toHaveLength(2);
  });
});
