import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGiornaleFirmato, VERSIONI_OPI, type VersioneOpi } from "../../../../local/sandbox/tesoriere/scrittura-opi.ts";
import { contratto } from "../../../../tests/sostegno/contratti.ts";
import { CAUSALE, conto, giornale, leggi, REVERSALE, SOSPESO, scrivi } from "../prove/campioni-opi.ts";
import { read, segnalazioniDi } from "../prove/letture.ts";
import { leggiOpi } from "./lettore-opi.ts";

describe("le righe sbagliate non fermano le buone", () => {
  it.each([
    [
      /<importo>[^<]+/,
      "<importo>12,50",
      "importo: «12,50», atteso un importo in euro con il punto, 2 decimali e al massimo 13 cifre intere",
    ],
    [/<importo>[^<]+/, "<importo>1.005", "importo: «1.005»"],
    [/<importo>[^<]+/, "<importo>0.00", "importo: 0.00, atteso un importo diverso da zero"],
    [/<importo>.*?<\/importo>/, "", "importo: assente"],
    [/<data_movimento>[^<]+/, "<data_movimento>2026-02-30", "data_movimento: «2026-02-30», attesa una data nella forma AAAA-MM-GG"],
    [/<tipo_movimento>[^<]+/, "<tipo_movimento>BOH", "tipo_movimento: «BOH», atteso uno tra ENTRATA, USCITA"],
    [/<tipo_operazione>[^<]+/, "<tipo_operazione>FATTO", "tipo_operazione: «FATTO», atteso uno tra ESEGUITO"],
    [
      /<numero_documento>[^<]+<\/numero_documento>(.*?)<numero_bolletta_quietanza>[^<]+/,
      "$1<numero_bolletta_quietanza>0",
      "numero_documento: manca",
    ],
  ])("%s diventa %s", async (cerca, metti, motivo) => {
    const testo = scrivi([conto([SOSPESO, { ...SOSPESO, numeroDocumento: 13, bolletta: 913 }])]).replace(cerca, metti);
    const { righe, scarti, chiusure, rifiuto } = await read(leggiOpi, testo);
    expect(righe.map(({ riga, numeroSospeso }) => [riga, numeroSospeso])).toEqual([[2, "13"]]);
    expect(scarti).toEqual([{ riga: 1, motivo: expect.stringContaining(motivo), testo: expect.stringContaining("causale=/PUR/LGPE") }]);
    expect([chiusure.length, rifiuto]).toEqual([1, undefined]);
  });

  it("un sospeso coperto senza importo leggibile è scartato, l'ordinativo no", async () => {
    const testo = scrivi([conto([{ ...REVERSALE, sospesi: [{ numero: 5, importo: 100n }] }])]).replace(
      /<importo_provvisorio>[^<]+/,
      "<importo_provvisorio>cento",
    );
    const { righe, scarti } = await read(leggiOpi, testo);
    expect(righe).toMatchObject([{ documento: "REVERSALE", operazione: "REGOLARIZZATO" }]);
    expect(scarti).toMatchObject([{ motivo: expect.stringContaining("importo_provvisorio: «cento»") }]);
  });
});

describe("i file che non si possono leggere fino in fondo", () => {
  it("tagliato a metà: le righe intere sono date, poi il taglio", async () => {
    const testo = scrivi([conto([SOSPESO, { ...SOSPESO, numeroDocumento: 13 }])]);
    const letto = await read(leggiOpi, testo.slice(0, testo.lastIndexOf("<causale>")));
    expect(letto.righe).toHaveLength(1);
    expect(letto.rifiuto).toBe("il file è tagliato alla riga 1");
    expect(letto.tutte.at(-1)?.tipo).toBe("rifiuto");
  });

  it.each([
    ["vuoto", "", "il file è vuoto"],
    ["un'altra radice", "<flusso_ordinativi/>", "elemento flusso_ordinativi inatteso: atteso flusso_giornale_di_cassa"],
    ["DOCTYPE", '<!DOCTYPE a [<!ENTITY b "c">]><flusso_giornale_di_cassa/>', "DOCTYPE"],
    ["un'entità", "<flusso_giornale_di_cassa><testata_messaggio><codice_ABI_BT>&boh;</codice_ABI_BT>", "entità"],
    ["mal formato", "<flusso_giornale_di_cassa><pagina>1</esercizio>", "XML non ben formato"],
    [
      "una codifica ignota",
      '<?xml version="1.0" encoding="EBCDIC-IT"?><flusso_giornale_di_cassa/>',
      "codifica dei caratteri ebcdic-it non ammessa",
    ],
    ["diecimila livelli", `<flusso_giornale_di_cassa>${"<a>".repeat(10_000)}`, "più di 64 livelli"],
    [
      "senza versione",
      "<flusso_giornale_di_cassa><esercizio>2026</esercizio></flusso_giornale_di_cassa>",
      "versione del giornale di cassa non riconosciuta",
    ],
    [
      "senza ente",
      "<flusso_giornale_di_cassa><data_riferimento_GdC>2026-03-03</data_riferimento_GdC></flusso_giornale_di_cassa>",
      "manca codice_fiscale_ente",
    ],
    [
      "una pagina che non è un numero",
      scrivi([conto([SOSPESO])]).replace("<pagina>1", "<pagina>prima"),
      "pagina: «prima», atteso un numero da 1",
    ],
  ])("%s", async (_nome, testo, motivo) => {
    const { righe, rifiuto } = await read(leggiOpi, testo);
    expect(righe).toEqual([]);
    expect(rifiuto).toContain(motivo);
  });

  it("un testo di 50 MB è rifiutato senza tenerlo in memoria", async () => {
    let dati = 0;
    async function* enorme(): AsyncGenerator<Uint8Array> {
      const testo = scrivi([conto([SOSPESO])]);
      yield Buffer.from(testo.slice(0, testo.indexOf("<causale>") + 9));
      for (const pezzo = Buffer.alloc(65_536, "x"); dati < 50 * 1_048_576; dati += pezzo.length) yield pezzo;
    }
    const { rifiuto } = await read(leggiOpi, enorme());
    expect(rifiuto).toBe("riga 1: un elemento supera 256 kB");
    expect(dati).toBeLessThan(1_048_576);
  });

  it("una causale lunga è tagliata a 4096 caratteri", async () => {
    const { righe } = await leggi([{ ...SOSPESO, causale: "x".repeat(100_000) }]);
    expect(righe[0]?.causale).toHaveLength(4_096);
  });
});

describe("codifiche e forme", () => {
  const testo = scrivi([conto([{ ...SOSPESO, causale: "Città però — €", cliente: { nome: "SOCIETÀ" } }])]);
  const con = (codifica: string): string => `<?xml version="1.0" encoding="${codifica}"?>${testo}`;
  const be = (byte: Buffer): Buffer => Buffer.from(byte).swap16();
  const windows = (stringa: string): Buffer => Buffer.from(stringa.replace("—", "\u0097").replace("€", "\u0080"), "latin1");
  it.each([
    ["UTF-8", Buffer.from(con("UTF-8"))],
    ["UTF-8 con il segno", Buffer.from(`\uFEFF${con("UTF-8")}`)],
    ["nessuna dichiarazione", Buffer.from(testo)],
    ["windows-1252", windows(con("windows-1252"))],
    ["ISO-8859-1 con i caratteri di windows-1252", windows(con("ISO-8859-1"))],
    ["UTF-16LE con il segno", Buffer.from(`\uFEFF${con("UTF-16")}`, "utf16le")],
    ["UTF-16LE", Buffer.from(con("UTF-16LE"), "utf16le")],
    ["UTF-16BE con il segno", be(Buffer.from(`\uFEFF${con("UTF-16")}`, "utf16le"))],
    ["dichiara UTF-16 ma è a un byte", Buffer.from(con("utf-16"))],
  ])("%s", async (_nome, byte) => {
    for (const passo of [1, 7, 100_000]) {
      const letto = await read(leggiOpi, byte, passo);
      expect(letto.righe).toMatchObject([{ causale: "Città però — €", ordinante: "SOCIETÀ" }]);
      expect(segnalazioniDi(letto)).toEqual([]);
    }
  });

  it("byte di windows-1252 in un file che dichiara UTF-8: si leggono e si dice quanti", async () => {
    for (const passo of [1, 64, 100_000]) {
      const letto = await read(leggiOpi, windows(con("UTF-8")), passo);
      expect(letto.righe).toMatchObject([{ causale: "Città però — €", ordinante: "SOCIETÀ" }]);
      expect(segnalazioniDi(letto)).toEqual([expect.stringMatching(/^\d+ byte non sono in UTF-8/)]);
    }
  });

  it("i caratteri di controllo diventano spazi, e si dice quanti", async () => {
    const letto = await read(leggiOpi, testo.replace("Città però", "Ci\u0000tt\u001aà però"));
    expect(letto.righe[0]?.causale).toBe("Ci tt à però — €");
    expect(segnalazioniDi(letto)).toEqual(["2 caratteri di controllo non ammessi in XML sono stati sostituiti da spazi"]);
  });

  it("prefissi, commenti, CDATA, a capo e dati a disposizione della banca non cambiano le righe", async () => {
    const semplice = scrivi([conto([SOSPESO])]);
    const ornato = semplice
      .replaceAll(/<(\/?)(\w+)>/g, "<$1opi:$2>\n")
      .replace("<opi:flusso_giornale_di_cassa>", '<!-- giornale --><?uso interno?><opi:flusso_giornale_di_cassa xmlns:opi="urn:opi">')
      .replace(CAUSALE, `<![CDATA[${CAUSALE}]]>`)
      .replace(
        "</opi:movimento_conto_evidenza>",
        "<opi:dati_a_disposizione_BT><importo>1.00</importo><sospeso><numero_provvisorio>9</numero_provvisorio></sospeso></opi:dati_a_disposizione_BT></opi:movimento_conto_evidenza>",
      );
    expect((await read(leggiOpi, ornato)).tutte).toEqual((await read(leggiOpi, semplice)).tutte);
  });
});

it("comunque sia spezzato, lo stesso file dà le stesse righe con le stesse posizioni", async () => {
  const movimento = fc.record({
    documento: fc.constantFrom("SOSPESO ENTRATA" as const, "REVERSALE" as const, "MANDATO" as const),
    operazione: fc.constantFrom("ESEGUITO" as const, "STORNATO" as const, "REGOLARIZZATO" as const, "RIPRISTINATO" as const),
    numeroDocumento: fc.integer({ min: 1, max: 20 }),
    importo: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    causale: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
    sospesi: fc.array(fc.record({ numero: fc.integer({ min: 1, max: 20 }), importo: fc.bigInt({ min: 1n, max: 1_000n }) }), {
      maxLength: 3,
    }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(movimento, { maxLength: 8 }),
      fc.constantFrom<VersioneOpi>(...VERSIONI_OPI),
      fc.integer({ min: 1, max: 300 }),
      async (voci, versione, passo) => {
        const testo = scrivi([conto(voci.map((voce) => ({ ...SOSPESO, ...voce })))], { versione });
        const intero = await read(leggiOpi, testo, 1_000_000);
        const spezzato = await read(leggiOpi, testo, passo);
        expect(spezzato.tutte).toEqual(intero.tutte);
        expect(intero.rifiuto).toBeUndefined();
        expect([...intero.righe, ...intero.scarti].map(({ riga }) => riga).sort((a, b) => a - b)).toEqual(
          Array.from({ length: intero.righe.length + intero.scarti.length }, (_, i) => i + 1),
        );
      },
    ),
    { numRuns: 60 },
  );
});

it("un giornale di 20 MB passa senza che se ne tenga più di un pezzo", async () => {
  const QUANTI = 14_800;
  const [prima = "", movimento = "", dopo = ""] = scrivi([conto([SOSPESO], { entrate: SOSPESO.importo * BigInt(QUANTI) })]).split(
    /(<movimento_conto_evidenza>.*<\/movimento_conto_evidenza>)/,
  );
  const blocco = Buffer.from(movimento.repeat(40));
  let dati = 0;
  let letti = 0;
  let massimo = 0;
  async function* byte(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(prima);
    for (let i = 0; i < QUANTI / 40; i++) {
      massimo = Math.max(massimo, dati - letti);
      dati += 40;
      yield blocco;
    }
    yield Buffer.from(dopo);
  }
  for await (const lettura of leggiOpi(byte())) {
    if (lettura.tipo === "riga") letti += 1;
    if (lettura.tipo === "chiusura") expect(lettura.chiusura).toEqual({ totaliErrati: [], segnalazioni: [] });
    if (lettura.tipo === "rifiuto") throw new Error(lettura.motivo);
  }
  expect(letti).toBe(QUANTI);
  expect(blocco.length * (QUANTI / 40)).toBeGreaterThan(20_000_000);
  expect(massimo).toBeLessThanOrEqual(41);
});

const SCHEMI: Readonly<Record<VersioneOpi, readonly [string, string]>> = {
  "1.4": ["OPI_GIORNALE_DI_CASSA_V_1_4.xsd", "OPI_GLOBAL_V_1_3_1.xsd"],
  "1.6.1": ["OPI_GIORNALE_DI_CASSA_V_1_6_1.xsd", "OPI_GLOBAL_V_1_6_1.xsd"],
  "1.7.1": ["OPI_GIORNALE_DI_CASSA_V_1_7_1.xsd", "OPI_GLOBAL_V_1_6_1.xsd"],
  "1.8": ["OPI_GIORNALE_DI_CASSA_V_1_8.xsd", "OPI_GLOBAL_V_1_6_1.xsd"],
};
const dsig = contratto("opi/xmldsig-core-schema.xsd");
if (dsig !== undefined) {
  const { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } = await import("libxml2-wasm");
  const globali = ["OPI_GLOBAL_V_1_3_1.xsd", "OPI_GLOBAL_V_1_6_1.xsd"].map((nome) => [nome, readFileSync(contratto(`opi/${nome}`) ?? "")]);
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries([...globali, ["xmldsig-core-schema.xsd", readFileSync(dsig)]])));
  const FIRMA =
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="a"/><ds:SignatureMethod Algorithm="b"/><ds:Reference><ds:DigestMethod Algorithm="c"/><ds:DigestValue>AA==</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>AA==</ds:SignatureValue></ds:Signature>';
  it.each(VERSIONI_OPI)("il giornale di prova %s è valido secondo lo schema ufficiale", (versione) => {
    const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(contratto(`opi/${SCHEMI[versione][0]}`) ?? "")));
    const movimenti = [
      SOSPESO,
      { ...SOSPESO, operazione: "STORNATO" as const, bollettaStorno: 912 },
      { ...REVERSALE, sospesi: [{ numero: 12, importo: 12_345n }] },
    ];
    const testo = buildGiornaleFirmato(giornale([conto(movimenti)], { versione }), () => FIRMA);
    const documento = XmlDocument.fromString(testo);
    expect(() => validator.validate(documento)).not.toThrow();
    documento.dispose();
    const altra = XmlDocument.fromString(testo.replace("<esercizio>2026", "<esercizio>duemila"));
    expect(() => validator.validate(altra)).toThrow();
    altra.dispose();
    validator.dispose();
  });
}
