/**
 * Every answer to the Node is one that the Node accepts (pagopa.md 3.4), for any debt that may be stored: from the smallest to the richest, whatever its
 * texts. With the official schema beside the repository, the schema says so too.
 */
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Destinazione, Pendenza, Soggetto, Voce } from "../../../shared/domain/pendenze/pendenza.ts";
import { parseXml } from "../../../shared/runtime/soap/xml-tree.ts";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { pendenza, testata, voce } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { attivazioneV1, attivazioneV2, busta, qrCode, verifica } from "./messaggi.ts";
import { corpoDi, hasSchemiUfficiali, openOracolo } from "./oracle.ts";

const LUNGHI = ["è".repeat(200), "😀".repeat(150), "x".repeat(255), "𝒳 ".repeat(90), "<&>\"'".repeat(60), " a ".repeat(100)] as const;
/** What people and bulk files write: accents, markup, control characters, half characters, blanks, and far too much of it. */
const testo = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 300 }),
  fc.constantFrom(" ", "\u0000", "\uD800", "]]>", "a\r\nb", "\u0085", "–“”€ß", ...LUNGHI),
);
const forse = <T>(arbitrario: fc.Arbitrary<T>) => fc.option(arbitrario, { nil: undefined });
const senzaVuoti = <T extends object>(oggetto: T): T => Object.fromEntries(Object.entries(oggetto).filter(([, v]) => v !== undefined)) as T;

const destinazione: fc.Arbitrary<Destinazione> = fc.oneof(
  fc.constant({ variante: "entrata", codEntrata: "TARI" } as const),
  fc
    .record({ ibanAppoggio: forse(fc.constantFrom(IBAN_POSTALE)), ibanAccredito: fc.constantFrom(IBAN_COMUNE, IBAN_POSTALE) })
    .map((conti) =>
      senzaVuoti({ variante: "conto" as const, ...conti, tipoContabilita: "ALTRO" as const, codiceContabilita: "0101100IM/" }),
    ) as fc.Arbitrary<Destinazione>,
  fc.constant({
    variante: "bollo",
    tipoBollo: "01",
    hashDocumento: "wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=",
    provinciaResidenza: "RM",
  } as const),
);
const quota = fc
  .record({
    capitolo: testo,
    annoEsercizio: fc.integer({ min: 1990, max: 2099 }),
    importo: fc.bigInt({ min: 1n, max: 99n }),
    accertamento: forse(testo),
    titolo: forse(testo),
  })
  .map(senzaVuoti);
const datiVoce = fc.record({
  importo: fc.oneof(fc.bigInt({ min: 1n, max: 100n }), fc.bigInt({ min: 1n, max: 19_999_999_999n })),
  destinazione,
  altrui: fc.boolean(),
  descrizioneCausaleRPT: forse(testo),
  metadata: forse(fc.array(fc.record({ key: testo, value: testo }), { maxLength: 15 })),
  quote: forse(fc.array(quota, { minLength: 1, maxLength: 5 })),
});
const debitore = fc
  .record({
    tipo: fc.constantFrom("F" as const, "G" as const),
    identificativo: fc.constantFrom("ANONIMO", "RSSMRA85T10A562S", "01234567897"),
    anagrafica: testo,
    indirizzo: forse(testo),
    civico: forse(testo),
    cap: forse(testo),
    localita: forse(testo),
    provincia: forse(testo),
    nazione: forse(fc.constantFrom("IT", "DE")),
    email: forse(fc.oneof(fc.constant("a.b@c.it"), testo)),
  })
  .map(senzaVuoti) as fc.Arbitrary<Soggetto>;

type DatiVoce = typeof datiVoce extends fc.Arbitrary<infer D> ? D : never;
const toVoce = ({ altrui, quote, importo, ...dati }: DatiVoce, indice: number): Voce => {
  const altroEnte = altrui && dati.destinazione.variante === "entrata";
  return voce(
    indice,
    importo,
    senzaVuoti({ ...dati, ...(altroEnte && { idDominio: UNIONE }), ...(quote && { contabilita: { quote } }) }) as Partial<Voce>,
  );
};

const ricca: fc.Arbitrary<Pendenza> = fc
  .record({
    voci: fc.array(datiVoce, { minLength: 1, maxLength: 5 }),
    causale: testo,
    debitore,
    dataScadenza: fc.constantFrom("2026-03-10", "2028-02-29", "2999-12-31"),
    unita: fc.boolean(),
  })
  .map(({ voci, unita, ...dati }) =>
    pendenza({ ...dati, voci: voci.map((v, i) => toVoce(v, i + 1)), ...(unita && { idUnitaOperativa: "TRIBUTI" }) }),
  );
const minima: fc.Arbitrary<Pendenza> = fc.constant(
  pendenza({ causale: "a", voci: [voce(1, 1n)], debitore: { tipo: "F", identificativo: "ANONIMO", anagrafica: "x" } }),
);

/** Limits of the schema in characters, by element. */
const MASSIMI: Readonly<Record<string, number>> = {
  ...{ creditorReferenceId: 35, description: 140, paymentDescription: 140, detailDescription: 140, companyName: 140, officeName: 140 },
  ...{ fullName: 70, streetName: 70, civicNumber: 16, postalCode: 16, city: 35, stateProvinceRegion: 35, "e-mail": 256 },
  ...{ entityUniqueIdentifierValue: 16, IBAN: 35, remittanceInformation: 140, transferCategory: 140, key: 140, value: 140 },
};
const CONTI = new Map([
  [COMUNE, [IBAN_COMUNE, IBAN_POSTALE]],
  [UNIONE, [IBAN_UNIONE]],
]);

const leggi = (xml: string, nome: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${nome}>(.*?)</${nome}>`, "gs"))].map(([, x = ""]) => x);
const centesimi = (importo = ""): bigint => BigInt(importo.replace(".", ""));

/** The list of what makes the Node refuse an answer, one line each. */
function verifyAccettabile(xml: string): void {
  expect(parseXml(xml).ok).toBe(true);
  expect(xml).not.toMatch(/<[\w:-]+\s*\/>|<([\w:-]+)>\s*<\/\1>/);
  for (const [, nome = "", contenuto = ""] of xml.matchAll(/<([\w:-]+)>([^<]*)<\/\1>/g)) {
    const valore = contenuto.replace(/&(?:amp|lt|gt|quot|apos);/g, "x");
    expect({ nome, lungo: [...valore].length <= (MASSIMI[nome] ?? Number.POSITIVE_INFINITY) }).toEqual({ nome, lungo: true });
    if (/amount$/i.test(nome)) expect(valore).toMatch(/^(?!0+\.00$)\d{1,9}\.\d{2}$/);
    if (/date$/i.test(nome)) expect(valore).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (nome === "fiscalCodePA") expect(valore).toMatch(/^\d{11}$/);
    if (nome === "idTransfer") expect(valore).toMatch(/^[1-5]$/);
    if (nome === "options") expect(valore).toBe("EQ");
  }
  for (const voci of leggi(xml, "metadata")) expect(leggi(voci, "mapEntry").length).toBeLessThanOrEqual(15);
  const trasferimenti = leggi(xml, "transfer");
  if (trasferimenti.length === 0) return;
  expect(trasferimenti.length).toBeLessThanOrEqual(5);
  const somma = trasferimenti.reduce((totale, t) => totale + centesimi(leggi(t, "transferAmount")[0]), 0n);
  expect(somma).toBe(centesimi(leggi(xml, "paymentAmount")[0]));
  for (const t of trasferimenti) {
    const [iban] = leggi(t, "IBAN");
    if (iban !== undefined) expect(CONTI.get(leggi(t, "fiscalCodePA")[0] ?? "")).toContain(iban);
    else expect(t).toContain("<richiestaMarcaDaBollo>");
  }
}

let impianto: Impianto;
beforeEach(async () => {
  impianto = await createImpianto();
});
let oracolo: ((xml: string) => string | undefined) | undefined;
beforeAll(() => {
  oracolo = hasSchemiUfficiali ? openOracolo() : undefined;
});

const scambio = fc.tuple(
  fc.constantFrom(verifica, attivazioneV1, attivazioneV2),
  fc.constantFrom("", "<transferType>POSTAL</transferType>", "<transferType>PAGOPA</transferType>"),
);

/** Each debt takes the place of the one before: the notice is always the same. */
const serve = async (debito: Pendenza, richiesta: typeof verifica, tipo: string) => {
  const prima = await impianto.posizioni.getPendenza({ idDominio: COMUNE, iuv: debito.iuv });
  await impianto.write(
    prima
      ? { azione: "sostituisci", entita: "pendenza", valore: { ...debito, versione: prima.versione } }
      : { azione: "crea", entita: "pendenza", valore: debito },
  );
  return impianto.call(busta(richiesta(testata() + qrCode(COMUNE) + (richiesta === verifica ? "" : tipo))));
};

describe("the answer for any debt", () => {
  it.each([
    ["the smallest", minima, 6],
    ["any other", ricca, 150],
  ])("is acceptable to the Node, and valid for the official schema: %s", async (_caso, debiti, numRuns) => {
    const esiti = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(debiti, scambio, async (debito, [richiesta, tipo]) => {
        const { status, outcome = "", faultCode, xml } = await serve(debito, richiesta, tipo);
        const conBollo = debito.voci.some(({ destinazione: { variante } }) => variante === "bollo");
        const attesoRifiuto = richiesta === attivazioneV1 && conBollo;
        expect({ status, outcome, faultCode }).toEqual({
          status: 200,
          outcome: attesoRifiuto ? "KO" : "OK",
          faultCode: attesoRifiuto ? "PAA_SEMANTICA" : undefined,
        });
        verifyAccettabile(xml);
        if (oracolo) expect(oracolo(corpoDi(xml))).toBeUndefined();
        esiti.set(outcome, (esiti.get(outcome) ?? 0) + 1);
      }),
      { numRuns },
    );
    expect(esiti.get("OK") ?? 0).toBeGreaterThan(numRuns / 2);
  });

  it("gives a postal account to whoever asks for one, when there is one", async () => {
    await fc.assert(
      fc.asyncProperty(ricca, fc.constantFrom("POSTAL", "PAGOPA"), async (debito, tipo) => {
        const { outcome, xml } = await serve(debito, attivazioneV2, `<transferType>${tipo}</transferType>`);
        expect(outcome).toBe("OK");
        for (const [indice, t] of leggi(xml, "transfer").entries()) {
          const { destinazione: dove } = debito.voci[indice] ?? voce(9, 1n);
          const postale = dove.variante === "conto" && [dove.ibanAccredito, dove.ibanAppoggio].includes(IBAN_POSTALE);
          if (!postale) continue;
          if (tipo === "PAGOPA") expect(t).toMatch(new RegExp(`<IBAN>${IBAN_POSTALE}|<key>IBANAPPOGGIO</key><value>${IBAN_POSTALE}`));
          else if (indice === 0) expect(t).toContain(`<IBAN>${IBAN_POSTALE}</IBAN>`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says allCCP only when every transfer can be credited to a postal account", async () => {
    await fc.assert(
      fc.asyncProperty(ricca, async (debito) => {
        const { xml } = await serve(debito, verifica, "");
        const tutte = debito.voci.every(
          ({ destinazione: d, idDominio }) =>
            idDominio === undefined && d.variante === "conto" && [d.ibanAccredito, d.ibanAppoggio].includes(IBAN_POSTALE),
        );
        expect(leggi(xml, "allCCP")).toEqual([String(tutte)]);
      }),
      { numRuns: 60 },
    );
  });
});
