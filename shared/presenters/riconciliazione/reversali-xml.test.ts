/**
 * The order flow against its schema: when the official one is there, by a validator of others; always, by the order, the occurrences and the forms of the elements as
 * the rules of SIOPE+ (OPI 1.7.1) tell them, written here apart from the writer.
 */
import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { buildMovimentoSospeso, buildPagamentoContenuto } from "../../../tests/sostegno/contabilita.ts";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { buildReversali } from "../../domain/contabilita/reversali.ts";
import { presentFlussoOrdinativi, type RichiestaFlusso } from "./reversali-xml.ts";

const DOMINIO = { idDominio: "01234567897", ragioneSociale: "Comune di <Prova> & C." } as Parameters<
  typeof presentFlussoOrdinativi
>[1]["dominio"];
const RICHIESTA: RichiestaFlusso = {
  ...{
    idDominio: DOMINIO.idDominio,
    esercizio: 2026,
    dataReversale: "2026-11-30",
    primoNumero: 1201,
    destinazione: "LIBERA",
    contoEvidenza: "1",
  },
  codiciSiope: [{ capitolo: "30", codice: "1010106001" }],
  testata: {
    ...{ codiceAbiBT: "03069", codiceEnte: "CA562X", codiceIstatEnte: "000123456", codiceTramiteEnte: "A2A-12345678" },
    ...{ codiceTramiteBT: "A2A-87654321", codiceEnteBT: "0001", riferimentoEnte: "R" },
  },
};

const scrivi = (richiesta: RichiestaFlusso = RICHIESTA): string => {
  const pagamenti = [
    buildPagamentoContenuto(1, 1000n, [
      { capitolo: "30", annoEsercizio: 2025, importo: 400n, articolo: "2", accertamento: "77" },
      { capitolo: "40", annoEsercizio: 2026, importo: 600n, categoria: "1010106" },
    ]),
    buildPagamentoContenuto(2, 500n, [{ capitolo: "30", annoEsercizio: 2025, importo: 500n, articolo: "2", accertamento: "77" }]),
  ];
  const reversali = buildReversali([{ movimento: buildMovimentoSospeso(1, 1500n), pagamenti }], richiesta);
  return presentFlussoOrdinativi(richiesta, { dominio: DOMINIO, reversali, escluse: [] }, "2026-11-30T23:30:00.000Z");
};

/** name, smallest and largest number of times, form of a leaf or its children. */
type Regola = readonly [string, number, number, RegExp | readonly Regola[]];
const EURO = /^\d{1,13}\.\d{2}$/;
const NUMERO_7 = /^[1-9]\d{0,6}$/;
const TESTO = /\S/;
const FLUSSO: readonly Regola[] = [
  [
    "testata_flusso",
    1,
    1,
    [
      ["codice_ABI_BT", 1, 1, /^\d{5}$/],
      ["identificativo_flusso", 1, 1, /^[a-zA-Z0-9#_\-.]{1,70}$/],
      ["data_ora_creazione_flusso", 1, 1, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/],
      ["codice_ente", 1, 1, /^[A-Z0-9]{6}$/],
      ["descrizione_ente", 1, 1, TESTO],
      ["codice_istat_ente", 1, 1, /^\d{9,15}$/],
      ["codice_fiscale_ente", 1, 1, /^[A-Z0-9]{11,16}$/],
      ["codice_tramite_ente", 1, 1, /^A2A-\d{8}$/],
      ["codice_tramite_BT", 1, 1, /^A2A-\d{8}$/],
      ["codice_ente_BT", 1, 1, TESTO],
      ["riferimento_ente", 0, 1, /./],
    ],
  ],
  ["esercizio", 1, 1, /^(1999|20\d\d)$/],
  [
    "reversale",
    1,
    10_000,
    [
      ["tipo_operazione", 1, 1, /^INSERIMENTO$/],
      ["numero_reversale", 1, 1, NUMERO_7],
      ["data_reversale", 1, 1, /^\d{4}-\d{2}-\d{2}$/],
      ["importo_reversale", 1, 1, EURO],
      ["conto_evidenza", 0, 1, /^.{1,25}$/],
      [
        "bilancio",
        0,
        10,
        [
          ["codifica_bilancio", 1, 1, NUMERO_7],
          ["gestione", 1, 1, /^(RESIDUO|COMPETENZA)$/],
          ["anno_residuo", 0, 1, /^(19[89]\d|20\d\d)$/],
          ["numero_articolo", 0, 1, /^\d{1,3}$/],
          ["importo_bilancio", 1, 1, EURO],
        ],
      ],
      [
        "informazioni_versante",
        1,
        10_000,
        [
          ["progressivo_versante", 1, 1, NUMERO_7],
          ["importo_versante", 1, 1, EURO],
          ["tipo_riscossione", 1, 1, /^REGOLARIZZAZIONE$/],
          ["tipo_entrata", 0, 1, /^(IN)?FRUTTIFERO$/],
          ["destinazione", 0, 1, /^(LIBERA|VINCOLATA)$/],
          [
            "classificazione",
            0,
            100,
            [
              ["codice_cge", 1, 1, /^\d{4,10}$/],
              ["importo", 1, 1, EURO],
              ["classificazione_dati_siope_entrate", 1, 1, [["tipo_debito_siope_nc", 1, 1, /^NON_COMMERCIALE$/]]],
            ],
          ],
          ["bollo", 1, 1, [["assoggettamento_bollo", 1, 1, /^ESENTE BOLLO$/]]],
          [
            "versante",
            1,
            1,
            [
              ["anagrafica_versante", 1, 1, TESTO],
              ["codice_fiscale_versante", 0, 1, /^.{1,35}$/],
            ],
          ],
          ["causale", 1, 1, TESTO],
          [
            "sospeso",
            0,
            1000,
            [
              ["numero_provvisorio", 1, 1, /^[1-9]\d{0,17}$/],
              ["importo_provvisorio", 1, 1, EURO],
            ],
          ],
        ],
      ],
    ],
  ],
];

type Nodo = Readonly<Record<string, unknown>>;
const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, ignoreDeclaration: true });
const figliDi = (nodo: Nodo, nome: string): readonly Nodo[] => (Array.isArray(nodo[nome]) ? nodo[nome] : []);
const nomeDi = (nodo: Nodo): string => Object.keys(nodo)[0] ?? "";

/** What is wrong, by path. */
const check = (figli: readonly Nodo[], regole: readonly Regola[], percorso: string): readonly string[] => {
  const nomi = regole.map(([nome]) => nome);
  const posti = figli.map((figlio) => nomi.indexOf(nomeDi(figlio)));
  const disordine = posti.findIndex((posto, i) => posto < 0 || posto < (posti[i - 1] ?? 0));
  return [
    ...(disordine >= 0 ? [`${percorso}: ${nomeDi(figli[disordine] ?? {})} fuori posto`] : []),
    ...regole.flatMap(([nome, minimo, massimo, dentro]) => {
      const suoi = figli.filter((figlio) => nomeDi(figlio) === nome);
      const quanti = suoi.length < minimo || suoi.length > massimo ? [`${percorso}/${nome}: ${suoi.length} volte`] : [];
      const errati = suoi.flatMap((nodo) => {
        const contenuto = figliDi(nodo, nome);
        if (!(dentro instanceof RegExp)) return check(contenuto, dentro, `${percorso}/${nome}`);
        const testo = String(contenuto[0]?.["#text"] ?? "");
        return dentro.test(testo) ? [] : [`${percorso}/${nome}: ${testo}`];
      });
      return [...quanti, ...errati];
    }),
  ];
};
const checkFlusso = (xml: string): readonly string[] => {
  const radici: readonly Nodo[] = parser.parse(xml);
  expect(radici.map(nomeDi)).toEqual(["flusso_ordinativi"]);
  return check(figliDi(radici[0] ?? {}, "flusso_ordinativi"), FLUSSO, "");
};

describe("il flusso degli ordinativi", () => {
  it.each<[string, RichiestaFlusso]>([
    ["intero", RICHIESTA],
    [
      "senza ciò che è facoltativo",
      { ...RICHIESTA, codiciSiope: [], contoEvidenza: "1", testata: { ...RICHIESTA.testata, riferimentoEnte: " " } },
    ],
    ["con il tipo di entrata", { ...RICHIESTA, tipoEntrata: "INFRUTTIFERO", destinazione: "VINCOLATA" }],
  ])("ha gli elementi dello schema, nel suo ordine: %s", (_caso, richiesta) => {
    expect(checkFlusso(scrivi(richiesta))).toEqual([]);
  });

  it("l'oracolo si accorge di un elemento fuori posto, di troppo o malformato", () => {
    const xml = scrivi();
    const guasti = [
      xml.replace("<esercizio>2026</esercizio>", ""),
      xml.replace(/(<data_reversale>.*?<\/data_reversale>)(<importo_reversale>.*?<\/importo_reversale>)/, "$2$1"),
      xml.replace("<importo_versante>", "<importo_versante>x"),
    ];
    for (const guasto of guasti) expect(checkFlusso(guasto).length).toBeGreaterThan(0);
  });

  it("dice ora di Roma, quote, residui, sospeso, con i testi innocui", () => {
    const xml = scrivi();
    expect(xml).toContain("<data_ora_creazione_flusso>2026-12-01T00:30:00</data_ora_creazione_flusso>");
    expect(xml).toContain("<descrizione_ente>Comune di &lt;Prova&gt; &amp; C.</descrizione_ente>");
    expect(xml).toContain("<identificativo_flusso>PROPOSTA-01234567897-2026-1201-1201</identificativo_flusso>");
    expect(xml).toContain(
      "<bilancio><codifica_bilancio>30</codifica_bilancio><gestione>RESIDUO</gestione><anno_residuo>2025</anno_residuo><numero_articolo>2</numero_articolo><importo_bilancio>9.00</importo_bilancio></bilancio>" +
        "<bilancio><codifica_bilancio>1010106</codifica_bilancio><gestione>COMPETENZA</gestione><importo_bilancio>6.00</importo_bilancio></bilancio>",
    );
    expect(xml).toContain(
      "<sospeso><numero_provvisorio>1001</numero_provvisorio><importo_provvisorio>9.00</importo_provvisorio></sospeso>",
    );
    expect(xml).toContain(
      "<causale>Incassi pagoPA, provvisorio 1001 del 25/11/2026, capitolo 30, articolo 2, accertamento 77/2025</causale>",
    );
  });
});

const schema = contratto("opi/OPI_FLUSSO_ORDINATIVI_V_1_7_1.xsd");
const comuni = ["OPI_GLOBAL_V_1_6_1.xsd", "xmldsig-core-schema.xsd"].map((nome) => [nome, contratto(`opi/${nome}`)] as const);
if (schema !== undefined && comuni.every(([, file]) => file !== undefined)) {
  const { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } = await import("libxml2-wasm");
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(comuni.map(([nome, file]) => [nome, readFileSync(file ?? "")]))));
  const FIRMA =
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="a"/><ds:SignatureMethod Algorithm="b"/>' +
    '<ds:Reference><ds:DigestMethod Algorithm="c"/><ds:DigestValue>AA==</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>AA==</ds:SignatureValue></ds:Signature>';
  it("il flusso, una volta firmato, è valido secondo lo schema ufficiale", () => {
    const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema)));
    const firmato = scrivi().replace("</flusso_ordinativi>", `${FIRMA}</flusso_ordinativi>`);
    const documento = XmlDocument.fromString(firmato);
    expect(() => validator.validate(documento)).not.toThrow();
    documento.dispose();
    validator.dispose();
  });
}
