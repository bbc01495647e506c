import { describe, expect, it } from "vitest";
import { ends } from "../../../tests/sostegno/tempo.ts";
import { validateDati } from "../schemi/valida-dati.ts";
import { describeForm } from "./descrivi-form.ts";
import { readDescrizione } from "./descrizione-form.ts";
import { prepareDati } from "./prepara-dati.ts";

const base64 = (testo: string): string => Buffer.from(testo, "latin1").toString("base64");
const PDF = base64("%PDF-1.7 un documento");

const DEFINIZIONE = {
  titolo: { it: "Occupazione", en: "Ground occupation" },
  campi: [
    { nome: "chi.codiceFiscale", etichetta: "Codice fiscale", obbligatorio: true },
    { nome: "uso", etichetta: "Uso", aspetto: "scelta", scelte: [{ valore: "banco", etichetta: { it: "Banco", en: "Stall" } }] },
    { nome: "metri", etichetta: { it: "Metri", de: "Meter" }, aspetto: "numero", quando: "uso = 'banco'", obbligatorio: true },
    { nome: "planimetria", etichetta: "Planimetria", aspetto: "file", file: { tipi: ["application/pdf"], massimoByte: 100 } },
    { nome: "atto", etichetta: "Atto", aspetto: "impronta" },
    { nome: "tariffa", etichetta: "Tariffa", aspetto: "nascosto", calcola: "scegli(uso, 'banco', 1.15, 2)" },
  ],
  sezioni: [{ titolo: "Atti", campi: ["atto"], quando: "non vuoto(uso)" }],
  importo: "{{ arrotonda(moltiplica(tariffa, se(uso = 'banco', metri, 10))) }}",
  informativa: { versione: "2026-01", testo: "Trattiamo i dati…", obbligatoria: true },
};
const SCHEMA = {
  type: "object",
  required: ["chi", "uso"],
  additionalProperties: false,
  properties: {
    chi: { $ref: "#/definitions/chi" },
    uso: { type: "string", maxLength: 20 },
    metri: { type: "number", minimum: 1, maximum: 500 },
    planimetria: { type: "object" },
    atto: { type: "object" },
  },
  definitions: { chi: { type: "object", properties: { codiceFiscale: { type: "string", pattern: "^[A-Z0-9]{11,16}$" } } } },
};
const BUONI = { chi: { codiceFiscale: "RSSMRA85T10A562S" }, uso: "banco", metri: 3, consensoInformativa: "2026-01" };

const prepare = (dati: Readonly<Record<string, unknown>>, definizione: unknown = DEFINIZIONE) => {
  const form = readDescrizione(definizione);
  if (!form.ok) throw new Error(form.errore);
  const contesto = { idDominio: "01234567897", idTipoPendenza: "COSAP", adesso: "2026-06-01T10:00:00.000Z", impronta: () => "IMPRONTA" };
  return prepareDati(form.valore, dati, contesto, (puliti) => {
    const esito = validateDati(SCHEMA, puliti);
    return esito.ok ? esito : { ok: false, errore: { causa: "dati", dettaglio: esito.errore.dettaglio } };
  });
};

describe("data of a form, made ready", () => {
  it("computes what is ours, whatever was sent, and takes out the consent", () => {
    expect(prepare({ ...BUONI, tariffa: 0.01 })).toMatchObject({
      ok: true,
      valore: {
        dati: { chi: { codiceFiscale: "RSSMRA85T10A562S" }, uso: "banco", metri: 3, tariffa: 1.15, importo: 3.45 },
        ...{ importo: 345n, consenso: "2026-01", visibili: ["chi.codiceFiscale", "uso", "metri", "planimetria", "atto", "tariffa"] },
      },
    });
  });

  it("forgets what a field that is not shown says, and does not ask for it", () => {
    const esito = prepare({ ...BUONI, uso: "altro", metri: 3 });
    expect(esito).toMatchObject({ ok: true, valore: { importo: 2000n } });
    expect(esito.ok && "metri" in esito.valore.dati).toBe(false);
  });

  it("keeps an upload as an attachment, and hashes a document without keeping it", () => {
    const esito = prepare({ ...BUONI, planimetria: { nome: "a/b.pdf", contenuto: PDF }, atto: { contenuto: PDF } });
    expect(esito).toMatchObject({
      ok: true,
      valore: {
        allegati: [{ nome: "a_b.pdf", tipo: "application/pdf" }],
        dati: { planimetria: { nome: "a_b.pdf", dimensione: 21, impronta: "IMPRONTA" }, atto: { impronta: "IMPRONTA" } },
      },
    });
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ["a field missing where it is shown", { ...BUONI, metri: undefined }, "metri: obbligatorio"],
    ["a field that the schema refuses", { ...BUONI, metri: 501 }, "metri: il massimo è 500"],
    ["a field that nobody asked for", { ...BUONI, altro: 1 }, "altro: campo non previsto"],
    ["no consent", { ...BUONI, consensoInformativa: undefined }, "consensoInformativa"],
    ["the consent to another notice", { ...BUONI, consensoInformativa: "2025-01" }, "2026-01"],
    [
      "a file that is not what it says",
      { ...BUONI, planimetria: { nome: "a.pdf", contenuto: base64("<html>") } },
      "planimetria: contenuto: ammessi",
    ],
    ["a file too large", { ...BUONI, planimetria: { nome: "a.pdf", contenuto: base64(`%PDF-${"x".repeat(200)}`) } }, "100 byte"],
    ["a file that is not base64", { ...BUONI, planimetria: { nome: "a.pdf", contenuto: "%%%%" } }, "base64"],
    ["a file without a name", { ...BUONI, planimetria: { contenuto: PDF } }, "nome"],
    ["a digest that is none", { ...BUONI, atto: { impronta: "abc" } }, "SHA-256"],
    ["the prototype of objects", JSON.parse('{"__proto__": {"uso": "banco"}}'), "__proto__"],
    ["the prototype, below", { ...BUONI, chi: JSON.parse('{"constructor": 1}') }, "constructor"],
    ["a number that is none", { ...BUONI, metri: 1e300 }, "troppo grande"],
    ["a null character", { ...BUONI, uso: "a\u0000" }, "carattere"],
    ["a tree without end", { ...BUONI, a: JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`) }, "livelli"],
    ["thousands of values", { ...BUONI, a: Array.from({ length: 6_000 }, () => 1) }, "valori"],
  ])("refuses %s", (_caso, dati, frase) => {
    expect(prepare(dati)).toMatchObject({ ok: false, errore: { causa: "dati", dettaglio: expect.stringContaining(frase) } });
  });

  it("leaves HTML as the text it is", () => {
    expect(prepare({ ...BUONI, uso: "<b>x</b>" })).toMatchObject({ ok: true, valore: { dati: { uso: "<b>x</b>" } } });
  });

  it("ends in a bounded time on the worst expressions that are accepted", async () => {
    const campi = Array.from({ length: 100 }, (_, i) => ({
      nome: `c${i}`,
      calcola: `${"sostituisci(".repeat(14)}uso${", 'a', 'aa')".repeat(14)}`,
    }));
    expect((await ends(() => prepare({ uso: "a".repeat(20), chi: {} }, { campi }))).ok).toBe(false);
  });
});

describe("definition of a form", () => {
  it.each<[string, unknown, string]>([
    ["what is no JSON", "{", "JSON"],
    ["a part that does not exist", { altro: 1 }, "altro"],
    ["a field without a name", { campi: [{}] }, "nome"],
    ["a field named as the prototype's way in", { campi: [{ nome: "a..b" }] }, "nome"],
    ["a field twice", { campi: [{ nome: "a" }, { nome: "a" }] }, "più volte"],
    ["a language that is not spoken", { campi: [{ nome: "a", etichetta: { es: "a" } }] }, "es"],
    ["an aspect that is not drawn", { campi: [{ nome: "a", aspetto: "mappa" }] }, "aspetto"],
    ["an expression that cannot be read", { campi: [{ nome: "a", quando: "ignota(1)" }] }, "ignota"],
    ["an expression without end", { importo: "(".repeat(40) }, "annidata"],
    ["a kind of file that nobody recognises", { campi: [{ nome: "a", aspetto: "file", file: { tipi: ["text/html"] } }] }, "tipi"],
    ["a file without limit", { campi: [{ nome: "a", aspetto: "file", file: { massimoByte: 1e9 } }] }, "massimoByte"],
    ["a section of unknown fields", { sezioni: [{ titolo: "x", campi: ["z"] }] }, "z"],
    ["too many fields", { campi: Array.from({ length: 101 }, (_, i) => ({ nome: `c${i}` })) }, "100"],
    ["a privacy notice without version", { informativa: { testo: "x" } }, "versione"],
    ["a privacy notice that leads to a script", { informativa: { versione: "1", testo: "x", url: "javascript:alert(1)" } }, "https"],
  ])("refuses %s", (_caso, definizione, frase) => {
    expect(readDescrizione(definizione)).toMatchObject({ ok: false, errore: expect.stringContaining(frase) });
  });

  it("is told in one language, with what the schema says of each field", () => {
    const configurazione = { abilitato: true, form: { tipo: "fiorino", definizione: DEFINIZIONE }, validazione: SCHEMA };
    expect(describeForm(configurazione, "en")).toMatchObject({
      ...{ titolo: "Ground occupation", lingue: ["it", "de"], importoCalcolato: true },
      campi: expect.arrayContaining([
        expect.objectContaining({ nome: "chi.codiceFiscale", tipo: "string", modello: "^[A-Z0-9]{11,16}$", obbligatorio: true }),
        expect.objectContaining({ nome: "uso", obbligatorio: true, scelte: [{ valore: "banco", etichetta: "Stall" }] }),
        expect.objectContaining({ nome: "metri", etichetta: "Metri", quando: "uso = 'banco'", minimo: 1, massimo: 500 }),
        expect.objectContaining({ nome: "tariffa", calcolato: true }),
      ]),
      informativa: { versione: "2026-01", campo: "consensoInformativa" },
    });
    expect(describeForm(configurazione)).toMatchObject({ titolo: { it: "Occupazione", en: "Ground occupation" } });
    expect(describeForm({ ...configurazione, form: { tipo: "formly", definizione: "e30=" } })).toBeUndefined();
  });
});
