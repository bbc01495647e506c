/** The write model of a debt, field by field (reference 2.1-2.3): what is accepted up to the limit, what is known to be well formed and no more, what is refused. */
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, UNIONE } from "../../sostegno/anagrafica.ts";
import { numero } from "../../sostegno/pendenze.ts";
import { corpo } from "./impianto.ts";

type Base = "entrata" | "conto" | "bollo" | "soglia";

export interface Campo {
  readonly percorso: string;
  readonly base: Base;
  /** Accepted: the debt is created. */
  readonly ammessi: readonly unknown[];
  /** Well formed, but not in the registry of the tests: refused for what they name, not for how they are written. */
  readonly conformi: readonly unknown[];
  /** Refused with the path of the field. */
  readonly rifiutati: readonly unknown[];
}

const GIORNO = "2030-06-30";
const HASH = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=";
const IMPORTO = 16;

const CONTABILITA = {
  quote: [
    {
      ...{
        capitolo: "E3100",
        annoEsercizio: 2026,
        importo: IMPORTO,
        accertamento: "2026/12",
        titolo: "3",
        tipologia: "100",
        categoria: "2",
      },
      ...{ articolo: "1", proprietaCustom: { siope: "x" } },
    },
  ],
  proprietaCustom: { centro: "x" },
};
const VOCE = {
  ...{ idVocePendenza: "1", importo: IMPORTO, descrizione: "Voce", descrizioneCausaleRPT: "Causale della voce", idDominio: COMUNE },
  ...{ datiAllegati: { n: 1 }, contabilita: CONTABILITA, metadata: { mapEntries: [{ key: "k", value: "v" }] } },
};
const VARIANTI: Readonly<Record<Base, Readonly<Record<string, unknown>>>> = {
  entrata: { codEntrata: "TARI" },
  soglia: { codEntrata: "TARI" },
  conto: { ibanAccredito: IBAN_COMUNE, ibanAppoggio: IBAN_POSTALE, tipoContabilita: "ALTRO", codiceContabilita: "0101100IM/" },
  bollo: { tipoBollo: "01", hashDocumento: HASH, provinciaResidenza: "TO" },
};

/** Every field that the variant may have, well filled. */
export const buildCorpo = (base: Base): Record<string, unknown> =>
  structuredClone(
    corpo({
      ...{ idUnitaOperativa: "TRIBUTI", nome: "Tributi", causale: "TARI 2026 seconda rata", importo: IMPORTO, tassonomia: "tributi" },
      ...{ tassonomiaAvviso: "Imposte e tasse", direzione: "D1", divisione: "D2", dataCaricamento: GIORNO, dataValidita: GIORNO },
      ...{ dataScadenza: GIORNO, annoRiferimento: 2026, cartellaPagamento: "C1", datiAllegati: { a: { b: [1, null] } } },
      ...{ dataNotificaAvviso: GIORNO, dataPromemoriaScadenza: GIORNO },
      soggettoPagatore: {
        ...{ tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi", indirizzo: "Via Roma", civico: "1", cap: "12100" },
        ...{
          localita: "Cuneo",
          provincia: "CN",
          nazione: "IT",
          email: "mario@example.org",
          pec: "mario@pec.example.org",
          cellulare: "+39 333-1234567",
        },
      },
      documento: {
        ...{ identificativo: "DOC", descrizione: "Documento" },
        ...(base === "soglia" ? { soglia: { tipo: "ENTRO", giorni: 5 } } : { rata: 1 }),
      },
      proprieta: {
        ...{ linguaSecondaria: "de", linguaSecondariaCausale: "Abgabe", descrizioneImporto: [{ voce: "Imposta", importo: 1 }] },
        ...{ lineaTestoRicevuta1: "uno", lineaTestoRicevuta2: "due", informativaImportoAvviso: "i", dataScandenzaAvviso: GIORNO },
        linguaSecondariaInformativaImportoAvviso: "l",
      },
      notificaSend: { iun: "ABCD-EFGH-IJKL-202611-M-1", aggiungiCosto: true },
      voci: [{ ...VOCE, ...VARIANTI[base] }],
      allegati: [{ nome: "a.txt", tipo: "text/plain", descrizione: "Allegato", contenuto: "YQ==" }],
    }),
  );

const NON_TESTO = [1, true, null, [], {}];
const testo = (massimo: number) => ({
  ammessi: ["x", "x".repeat(massimo)],
  rifiutati: [...NON_TESTO, "", "x".repeat(massimo + 1), "a\u0007b"],
});
const identificativo = { ammessi: ["a", "aA9-_".repeat(7)], rifiutati: [...NON_TESTO, "", "x".repeat(36), "a b", "è", "a/b", "a.b"] };
const codice = { conformi: ["aA9-_.x".repeat(5)], rifiutati: [...NON_TESTO, "", "x".repeat(36), "a b", "a/b"] };
const importo = {
  ammessi: [0, 0.01, 16.1, 999_999_999.99],
  rifiutati: ["16", "16,00", null, [], {}, true, -0.01, 16.001, 1_000_000_000],
};
const giorno = {
  ammessi: ["2030-01-01", "2028-02-29"],
  rifiutati: [20300101, null, [], {}, "", "2030-02-29", "2030-13-01", "01/01/2030", "2030-1-1", "2030-01-01T00:00:00Z"],
};
const libero = { ammessi: [{}, { x: { y: [1, "a", null] } }], rifiutati: [null, 1, "x", [], true] };
const intero = (minimo: number, massimo: number) => ({
  ammessi: [minimo, massimo],
  rifiutati: [minimo - 1, massimo + 1, minimo + 0.5, String(minimo), null, [], {}, true],
});
const scelta = (valori: readonly string[]) => ({
  ammessi: valori,
  rifiutati: [...NON_TESTO, "", "ALTRA", ` ${valori[0]}`, valori[0]?.toUpperCase() === valori[0] ? "minuscola" : valori[0]?.toUpperCase()],
});
const oggetto = { rifiutati: [null, 1, "x", [], true, { campoIgnoto: 1 }] };
const elenco = (di: readonly unknown[]) => ({ rifiutati: [null, 1, "x", {}, [null], [1], ["x"], ...di] });
const codiceIban = { rifiutati: [...NON_TESTO, "", "IT", "IT6", "1T60X05428", `IT60${"X".repeat(31)}`, "IT60 X054", "IT60-X"] };

const campo = (percorso: string, regola: Partial<Campo>, base: Base = "entrata"): Campo => ({
  ...{ percorso, base, ammessi: [], conformi: [], rifiutati: [] },
  ...regola,
});
const gruppo = (prefisso: string, regole: Readonly<Record<string, Partial<Campo>>>, base: Base = "entrata"): Campo[] =>
  Object.entries(regole).map(([nome, regola]) => campo(`${prefisso}${nome}`, regola, base));

const pendenza = gruppo("", {
  idTipoPendenza: { ammessi: ["TARI", "LIBERO"], ...codice },
  idDominio: {
    ammessi: [COMUNE],
    conformi: ["0".repeat(11)],
    rifiutati: [...NON_TESTO, "", "1".repeat(10), "1".repeat(12), "0123456789A"],
  },
  idUnitaOperativa: { ammessi: ["TRIBUTI", "EC"], conformi: ["aA9-_".repeat(7)], rifiutati: identificativo.rifiutati },
  nome: testo(35),
  causale: testo(140),
  soggettoPagatore: oggetto,
  importo,
  numeroAvviso: {
    ammessi: [numero(123_456)],
    conformi: ["4".repeat(18)],
    rifiutati: [30_100_000, null, [], {}, "", "3".repeat(17), "3".repeat(19), `${"3".repeat(17)}A`],
  },
  tassonomia: testo(35),
  tassonomiaAvviso: scelta(["Imposte e tasse", "IMU, TASI e altre tasse comunali", "Trasporti, mobilità e parcheggi"]),
  direzione: identificativo,
  divisione: identificativo,
  dataCaricamento: giorno,
  dataValidita: giorno,
  dataScadenza: giorno,
  annoRiferimento: intero(1_000, 9_999),
  cartellaPagamento: testo(35),
  datiAllegati: libero,
  documento: oggetto,
  dataNotificaAvviso: giorno,
  dataPromemoriaScadenza: giorno,
  proprieta: oggetto,
  voci: elenco([[], Array.from({ length: 6 }, (_, i) => ({ ...VOCE, ...VARIANTI.entrata, idVocePendenza: String(i) }))]),
  allegati: elenco([Array.from({ length: 21 }, () => ({ nome: "a", contenuto: "YQ==" }))]),
});

const voce = [
  ...gruppo("voci.0.", {
    idVocePendenza: identificativo,
    importo,
    descrizione: testo(255),
    descrizioneCausaleRPT: testo(140),
    idDominio: { ammessi: [COMUNE, UNIONE], conformi: ["0".repeat(11)], rifiutati: [...NON_TESTO, "", "1".repeat(12)] },
    datiAllegati: libero,
    contabilita: oggetto,
    "contabilita.quote": elenco([[]]),
    "contabilita.proprietaCustom": libero,
    metadata: oggetto,
    "metadata.mapEntries": {
      ammessi: [Array.from({ length: 5 }, (_, i) => ({ key: String(i), value: "v" }))],
      ...elenco([[], Array.from({ length: 6 }, (_, i) => ({ key: String(i), value: "v" }))]),
    },
    "metadata.mapEntries.0.key": testo(140),
    "metadata.mapEntries.0.value": testo(140),
    codEntrata: { ammessi: ["TARI", "MENSA"], ...codice },
  }),
  ...gruppo("voci.0.contabilita.quote.0.", {
    ...{ capitolo: testo(64), annoEsercizio: intero(1_000, 9_999), accertamento: testo(64), titolo: testo(64), tipologia: testo(64) },
    ...{ importo, categoria: testo(64), articolo: testo(64), proprietaCustom: libero },
  }),
];

const conto = gruppo(
  "voci.0.",
  {
    ibanAccredito: { ammessi: [IBAN_COMUNE, IBAN_COMUNE.toLowerCase()], conformi: [`IT60${"X".repeat(30)}`, "IT60X"], ...codiceIban },
    ibanAppoggio: { ammessi: [IBAN_POSTALE], conformi: [`IT60${"X".repeat(30)}`], ...codiceIban },
    tipoContabilita: scelta(["CAPITOLO", "SPECIALE", "SIOPE", "ALTRO"]),
    codiceContabilita: { ammessi: ["abc", "x".repeat(138)], rifiutati: [...NON_TESTO, "", "ab", "x".repeat(139), "a bc"] },
  },
  "conto",
);

const bollo = gruppo(
  "voci.0.",
  {
    tipoBollo: scelta(["01"]),
    hashDocumento: { ammessi: [HASH, "A".repeat(68), `${"A".repeat(68)}==`], rifiutati: [...NON_TESTO, "", "A".repeat(69), "è", "A B"] },
    provinciaResidenza: { ammessi: ["TO"], rifiutati: [...NON_TESTO, "", "to", "T", "TOR", "1A"] },
    codiceTassonomicoPagoPA: {
      ammessi: ["9/0101100IM/", "0/abc", `9/${"x".repeat(138)}`],
      rifiutati: [...NON_TESTO, "", "3/0101100IM/", "90101100IM", "9/ab", `9/${"x".repeat(139)}`, "9/a bc"],
    },
  },
  "bollo",
);

const resto = [
  ...gruppo("soggettoPagatore.", {
    ...{ tipo: scelta(["F", "G"]), identificativo: testo(16), anagrafica: testo(70), indirizzo: testo(70), civico: testo(16) },
    ...{ cap: testo(16), localita: testo(35), provincia: testo(35) },
    nazione: { ammessi: ["IT", "FR"], rifiutati: [...NON_TESTO, "", "it", "ITA"] },
    email: {
      ammessi: ["a@b", `${"a".repeat(244)}@example.org`],
      rifiutati: [...NON_TESTO, "", "a", "a@", "@b", "a b@c", `${"a".repeat(245)}@example.org`],
    },
    pec: { ammessi: ["a@b"], rifiutati: [...NON_TESTO, "", "a", "@b", "a b@c"] },
    cellulare: { ammessi: ["+39 333-1234567"], rifiutati: [...NON_TESTO, "", "3331234567", "+39 3331234567", "+39 333-12345678"] },
  }),
  ...gruppo("documento.", { identificativo, descrizione: testo(255), rata: intero(1, 65_535) }),
  ...gruppo("documento.soglia", { "": oggetto, ".tipo": { ...scelta(["ENTRO", "OLTRE"]) }, ".giorni": intero(1, 65_535) }, "soglia"),
  ...gruppo("proprieta.", {
    ...{ linguaSecondaria: scelta(["false", "de", "en", "fr", "sl"]), linguaSecondariaCausale: testo(140) },
    descrizioneImporto: elenco([Array.from({ length: 51 }, () => ({ voce: "v", importo: 1 }))]),
    ...{ "descrizioneImporto.0.voce": testo(255), "descrizioneImporto.0.importo": importo },
    ...{ lineaTestoRicevuta1: testo(255), lineaTestoRicevuta2: testo(255), dataScandenzaAvviso: giorno },
    informativaImportoAvviso: { ammessi: ["", "x".repeat(255)], rifiutati: [...NON_TESTO, "x".repeat(256)] },
    linguaSecondariaInformativaImportoAvviso: { ammessi: ["", "x".repeat(255)], rifiutati: [...NON_TESTO, "x".repeat(256)] },
  }),
  ...gruppo("notificaSend", {
    ...{ "": oggetto, ".aggiungiCosto": { ammessi: [true], rifiutati: [false, null, 1, "true", [], {}] } },
    ".iun": {
      ammessi: ["ABCD-EFGH-IJKL-202611-M-1"],
      rifiutati: [...NON_TESTO, "", "abcd-efgh-ijkl-202611-m-1", "ABCD-EFGH-IJKL-202611-M", "../x"],
    },
  }),
  ...gruppo("allegati.0.", {
    ...{ nome: testo(255), tipo: testo(255), descrizione: testo(255) },
    contenuto: { ammessi: ["YQ==", "YWI="], rifiutati: [...NON_TESTO, "", "YQ=", "Y Q=", "è===", "Y=Q="] },
  }),
];

export const CAMPI: readonly Campo[] = [...pendenza, ...voce, ...conto, ...bollo, ...resto];

/** The field that a sentence names must be there whole: `importo` is not named by `voci.0.importo`. */
export const nomina = (dettaglio: unknown, percorso: string): boolean =>
  String(dettaglio)
    .split(/[\s:;,]+/)
    .some((parola) => parola === percorso || parola.startsWith(`${percorso}.`));
