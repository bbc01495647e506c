import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADESSO, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { TIPI_FATTO as TIPI_CONTRATTO, TIPI_FATTO_CITTADINO } from "../../contracts/pendenze/storia.ts";
import { presentFattoCittadino } from "../../presenters/pagamento/storia.ts";
import { presentFatto } from "../../presenters/pendenze/storia.ts";
import type { Anomalia } from "../anomalie/anomalia.ts";
import type { Fascicolo } from "../fascicoli/fascicolo.ts";
import type { Allineamento } from "../gpd/allineamento.ts";
import type { Tentativo } from "../pagamenti/tentativo.ts";
import type { VoceStoria } from "../pendenze/pendenza.ts";
import { formatImporto } from "../valori/importo.ts";
import { CATALOGO_FATTI, DETTAGLI_VISTI, isTipoCittadino, isTipoFatto, type TipoFatto } from "./catalogo-fatti.ts";
import { fattiDiAnomalia } from "./fatti-anomalia.ts";
import { compareFatti, type Fatto, LETTORI, type NomeDettaglio } from "./fatto.ts";
import { fillFrase, LINGUE_STORIA, writeFrase } from "./frase.ts";
import { FRASI_CITTADINO, parlataCittadino } from "./frasi-cittadino.ts";
import { hideFatto } from "./oscura-fatto.ts";
import { type CollezioneStoria, collectFatti } from "./raccogli-fatti.ts";

const VUOTA: CollezioneStoria = {
  ...{
    storia: [],
    tentativi: [],
    ricevute: [],
    rendicontazioni: [],
    recuperi: [],
    promemoria: [],
    notifiche: [],
    fascicoli: [],
    versamenti: [],
  },
};
const DOMANI = "2026-11-26T09:00:00.000Z";
const pendenza = buildPendenza();
const { idDominio, iuv, numeroAvviso, idA2A, idPendenza } = pendenza;
const TIPI = Object.keys(CATALOGO_FATTI).filter(isTipoFatto);
const nomi = (frase: string): string[] =>
  [...frase.matchAll(/\{(\w+)\}|\[(\w+)\?/g)].map(([, dettaglio, condizione]) => dettaglio ?? condizione ?? "");

const voce = (evento: string, campi: VoceStoria["campi"] = {}, altro: Partial<VoceStoria> = {}): VoceStoria => ({
  ...{ id: `voce-${evento}`, idDominio, iuv, data: ADESSO, autore: "gest-tributi", evento, campi },
  ...altro,
});
const tentativo = (ccp: string, dataRichiesta: string, altro: Partial<Tentativo> = {}): Tentativo => ({
  ...{ versione: 1, idDominio, iuv, numeroAvviso, ccp, idA2A, idPendenza, idTipoPendenza: "TARI", idDebitore: "RSSMRA85T10A562S" },
  ...{ stato: "RPT_ATTIVATA", modello: "Modello unico", dataRichiesta, importo: 10_050n, idStazione: "S", rpt: {}, tipoRpt: "ctPaymentPA" },
  ...altro,
});
const fascicolo: Fascicolo = {
  ...{ versione: 1, idDominio, iuv, id: `${iuv}.R.x`, motivo: "PAGAMENTO_DUPLICATO", stato: "RIMBORSATO", iur: "x", origine: "RICEVUTA" },
  ...{
    importo: 10_050n,
    importoDovuto: 0n,
    dataPagamento: ADESSO,
    dettaglio: "già pagati",
    dataApertura: ADESSO,
    dataUltimaVariazione: ADESSO,
  },
  rimborso: { importo: 10_050n, motivazione: "doppio", richiedente: "anna", data: ADESSO, mandato: { numero: "12", data: "2026-11-25" } },
  storia: [
    { data: ADESSO, autore: "anna", evento: "proponiRimborso", motivazione: "doppio" },
    { data: ADESSO, autore: "bruno", evento: "registraRimborso", motivazione: "mandato 12" },
  ],
};
const allineamento: Allineamento = {
  ...{ versione: 1, idDominio, iuv, numeroAvviso, idA2A, idPendenza, idTipoPendenza: "TARI", archivio: "GPD", iupd: "x" },
  ...{ stato: "ALLINEATA", inviata: 1, presente: true, tentativi: 0, data: ADESSO },
};
const tipiDi = (collezione: Partial<CollezioneStoria>, adesso = DOMANI): string[] =>
  collectFatti(pendenza, { ...VUOTA, ...collezione }, adesso).map(({ tipo }) => tipo);
const raccontata = (
  collezione: Partial<CollezioneStoria>,
  lettore: (typeof LETTORI)[number] = "cittadino",
  lingua: (typeof LINGUE_STORIA)[number] = "it",
) =>
  collectFatti(pendenza, { ...VUOTA, ...collezione }, DOMANI)
    .flatMap((fatto) => hideFatto(fatto, lettore) ?? [])
    .map((fatto) => writeFrase(fatto, lettore === "cittadino" ? parlataCittadino(lingua) : undefined));

describe("the catalogue of facts", () => {
  it("is the one that the contracts declare", () => {
    expect([...TIPI_CONTRATTO].sort()).toEqual([...TIPI].sort());
    expect([...TIPI_FATTO_CITTADINO].sort()).toEqual(TIPI.filter(isTipoCittadino).sort());
  });

  it("has the words of the citizen in every language, for the same kinds and about the same details", () => {
    const italiano = FRASI_CITTADINO.it;
    expect(TIPI.filter((tipo) => isTipoCittadino(tipo) && italiano[tipo] === undefined)).toEqual([]);
    for (const lingua of LINGUE_STORIA) {
      expect(Object.keys(FRASI_CITTADINO[lingua])).toEqual(Object.keys(italiano));
      for (const [tipo, frase] of Object.entries(FRASI_CITTADINO[lingua]))
        expect([lingua, tipo, nomi(frase).sort()]).toEqual([lingua, tipo, nomi(italiano[tipo] ?? "").sort()]);
    }
  });

  it("asks a sentence of a citizen only for what a citizen may see", () => {
    const chiesti = Object.values(FRASI_CITTADINO.it).flatMap(nomi);
    expect(chiesti.filter((nome) => !DETTAGLI_VISTI[nome as NomeDettaglio]?.includes("cittadino"))).toEqual([]);
  });

  it("asks outside brackets only for what that fact always has, whoever reads", () => {
    const obbligatori = TIPI.flatMap((tipo) => nomi(CATALOGO_FATTI[tipo].frase.replace(/\[[^\]]*\]/g, "")).map((nome) => [tipo, nome]));
    expect(obbligatori.filter(([tipo, nome]) => !(tipo?.startsWith("COMUNICAZIONE_") && nome === "comunicazione"))).toEqual([
      ["ARCHIVIO_PAGOPA", "archivio"],
      ["ARCHIVIO_PAGOPA", "stato"],
    ]);
    expect(DETTAGLI_VISTI.archivio).toContain("assistenza");
    expect(DETTAGLI_VISTI.stato).toContain("assistenza");
  });
});

describe("a sentence", () => {
  it.each([
    ["a{x}b", { x: "1" }, "a1b"],
    ["a[ {x}][ {y}].", { x: "1" }, "a 1."],
    ["a[x? sì]", { x: "true" }, "a sì"],
    ["a[x? sì {y}]", { x: "true" }, "a"],
    ["a[ {x}]", { x: "{y}[ {z}]" }, "a {y}[ {z}]"],
  ])("is filled: %s with %o", (modello, valori, attesa) => {
    expect(fillFrase(modello, valori)).toBe(attesa);
  });

  it("does not pass over what it cannot do without", () => {
    expect(() => fillFrase("a {x}", {})).toThrow("chiede x");
  });
});

describe("the story of a debt", () => {
  it.each<[string, Partial<CollezioneStoria>, string[]]>([
    [
      "a load, an update, an annulment",
      { storia: [voce("creata"), voce("annullata", {}, { id: "z" })] },
      ["PENDENZA_CREATA", "PENDENZA_ANNULLATA"],
    ],
    [
      "a deadline alone",
      { storia: [voce("aggiornata", { dataScadenza: { prima: "2026-11-30", dopo: "2026-12-31" } })] },
      ["SCADENZA_SPOSTATA"],
    ],
    [
      "a movement that pays and collects",
      { storia: [voce("paga, incassa", { importoPagato: { prima: 0, dopo: 1 } })] },
      ["PAGATA_SENZA_RICEVUTA", "RICONCILIATA"],
    ],
    ["an event that nobody foresaw", { storia: [voce("toString")] }, ["PENDENZA_VARIATA"]],
    ["an attempt in time", { tentativi: [tentativo("a", DOMANI)] }, ["PAGAMENTO_AVVIATO"]],
    ["an attempt that ended", { tentativi: [tentativo("a", ADESSO)] }, ["PAGAMENTO_AVVIATO", "PAGAMENTO_NON_CONCLUSO"]],
    [
      "an attempt left for another",
      { tentativi: [tentativo("a", ADESSO), tentativo("b", "2026-11-25T09:10:00.000Z", { stato: "RT_ACCETTATA_PA" })] },
      ["PAGAMENTO_AVVIATO", "PAGAMENTO_SOSTITUITO", "PAGAMENTO_AVVIATO"],
    ],
    ["a dossier with its decisions", { fascicoli: [fascicolo] }, ["FASCICOLO_APERTO", "FASCICOLO_DECISO", "RIMBORSO_DISPOSTO"]],
    ["the archive of pagoPA", { allineamento }, ["ARCHIVIO_PAGOPA"]],
    [
      "messages by their outcome",
      {
        storia: ["IN_INVIO", "SPEDITO", "FALLITO", "DA_SPEDIRE"].map((dopo) =>
          voce("promemoria", { "AVVISO_PAGAMENTO.EMAIL": { prima: "X", dopo } }, { id: dopo }),
        ),
      },
      ["COMUNICAZIONE_RICHIESTA", "COMUNICAZIONE_NON_SPEDITA", "COMUNICAZIONE_IN_INVIO", "COMUNICAZIONE_SPEDITA"],
    ],
    [
      "where messages arrived, and what serving them cost",
      {
        storia: [
          ...["ACCETTATO", "LETTO", "NON_RECAPITATO", "RECAPITATO"].map((dopo) =>
            voce("recapito", { "AVVISO_PAGAMENTO.PEC": { prima: "X", dopo } }, { id: dopo }),
          ),
          voce("costoNotifica", { costoNotifica: { dopo: 2 } }),
        ],
      },
      ["COMUNICAZIONE_ACCETTATA", "COMUNICAZIONE_LETTA", "COMUNICAZIONE_NON_RECAPITATA", "COMUNICAZIONE_RECAPITATA", "COSTO_NOTIFICA"],
    ],
  ])("tells %s", (_caso, collezione, attesi) => {
    expect(tipiDi(collezione)).toEqual(attesi);
  });

  it("tells a receipt once, where it changed the debt, and by itself when it did not", () => {
    const ricevuta = buildRicevuta({ idRicevuta: "r1" });
    const paga = voce("paga", { idRicevuta: { dopo: "r1" } });
    expect(tipiDi({ storia: [paga], ricevute: [ricevuta] })).toEqual(["PAGATA"]);
    expect(tipiDi({ ricevute: [ricevuta, { ...ricevuta, idRicevuta: "r2", esito: "KO" }] })).toEqual([
      "RICEVUTA_SENZA_EFFETTO",
      "PAGAMENTO_NON_RIUSCITO",
    ]);
  });

  it("tells a payment in a flow once, with all its transfers, of the last revision", () => {
    const riga = {
      versione: 1,
      idDominio,
      idFlusso: "F",
      idPsp: "P",
      revisione: 1,
      progressivo: 1,
      iuv,
      iur: "r",
      indice: 1,
      importo: 100n,
    } as const;
    const altra = { ...riga, esito: 0, data: "2026-11-24", dataFlusso: ADESSO, stato: "OK", segnalazioni: [] } as const;
    const [fatto, ...resto] = collectFatti(
      pendenza,
      { ...VUOTA, rendicontazioni: [altra, { ...altra, revisione: 2, importo: 60n }, { ...altra, revisione: 2, indice: 2, importo: 40n }] },
      DOMANI,
    );
    expect([fatto?.tipo, fatto?.dettagli.importo, resto]).toEqual(["RENDICONTATA", 100n, []]);
  });

  it("leaves out what is still to come", () => {
    const notificata = { ...pendenza, dataNotificaAvviso: "2026-11-26" };
    expect(collectFatti(notificata, VUOTA, ADESSO)).toEqual([]);
    expect(collectFatti(notificata, VUOTA, DOMANI).map(({ tipo }) => tipo)).toEqual(["AVVISO_NOTIFICATO"]);
  });

  const banca = { denominazionePsp: "Banca X", importo: 12_050n, dataPagamento: "2026-11-24T10:00:00.000Z" };
  const conVersante = (identificativo: string) =>
    buildRicevuta({ ...banca, idRicevuta: "r1", versante: { tipo: "F", identificativo, anagrafica: "Mario Rossi" } });
  const paga = { storia: [voce("paga", { idRicevuta: { dopo: "r1" } })] };
  it.each([
    ["it", pendenza.debitore.identificativo, "Hai pagato 120,50 € presso Banca X il 24/11/2026."],
    ["it", "BNCLRA80A41A562X", "Pagamento ricevuto: 120,50 € presso Banca X il 24/11/2026."],
    ["en", pendenza.debitore.identificativo, "You paid €120.50 with Banca X on 24/11/2026."],
    ["de", pendenza.debitore.identificativo, "Sie haben bezahlt: 120,50 € bei Banca X am 24.11.2026."],
    ["fr", pendenza.debitore.identificativo, "Vous avez payé 120,50 € auprès de Banca X le 24/11/2026."],
    ["sl", pendenza.debitore.identificativo, "Plačali ste 120,50 € pri Banca X dne 24.11.2026."],
  ] as const)("says in %s who paid", (lingua, versante, frase) => {
    expect(raccontata({ ...paga, ricevute: [conVersante(versante)] }, "cittadino", lingua)).toEqual([frase]);
  });

  it("says to who works how the receipt came, and after what", () => {
    const ricevuta = buildRicevuta({
      ...{ ...banca, idRicevuta: "r1", provenienza: "RECUPERO" },
      segnalazioni: [{ data: ADESSO, codice: "PAGATA_DOPO_ANNULLAMENTO", descrizione: "..." }],
    });
    expect(raccontata({ ...paga, ricevute: [ricevuta] }, "operatore")).toEqual([
      "Pagata: 120,50 € presso Banca X il 24/11/2026, ricevuta r1. Ricevuta recuperata da pagoPA. La pendenza era annullata.",
    ]);
  });

  it("is in order of time, the same whatever the order in which it is read", () => {
    const fatti = collectFatti(
      pendenza,
      { ...VUOTA, ...paga, fascicoli: [fascicolo], allineamento, tentativi: [tentativo("a", ADESSO)] },
      DOMANI,
    );
    expect(new Set(fatti.map(({ id }) => id)).size).toBe(fatti.length);
    fc.assert(
      fc.property(fc.shuffledSubarray([...fatti], { minLength: fatti.length }), (mescolati) => {
        expect(mescolati.sort(compareFatti)).toEqual(fatti);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the anomalies of its money", () => {
  const anomalia: Anomalia = {
    ...{ versione: 1, idDominio, id: "007104.RISCONTRO.x", codice: "007104", coda: "contabilita", stato: "APERTA", evidenza: "PRESENTE" },
    ...{ soggetto: { tipo: "RISCONTRO", iuv, iur: "r", indice: 1 }, fatti: { importo: 100n, dettaglio: "attesi 2.00" } },
    ...{ dataApertura: ADESSO, dataEmersione: "2026-11-26T00:00:00.000Z", dataUltimaVariazione: ADESSO },
  };
  const chiusura = { autore: "anna", motivazione: "verificata", data: DOMANI, fatti: "" };
  it.each<[string, Partial<Anomalia>, string[]]>([
    ["open", {}, ["Aperta un'anomalia: 007104. attesi 2.00"]],
    ["not yet worth the time of anybody", { dataEmersione: "2026-12-01T00:00:00.000Z" }, []],
    ["explained before it was", { stato: "RISOLTA" }, []],
    [
      "closed by a person",
      { stato: "CHIUSA", chiusura },
      ["Aperta un'anomalia: 007104. attesi 2.00", "Risolta un'anomalia: 007104. verificata"],
    ],
  ])("are told: %s", (_caso, altro, frasi) => {
    const fatti = collectFatti(pendenza, VUOTA, DOMANI, fattiDiAnomalia({ ...anomalia, ...altro }, DOMANI));
    expect(fatti.map((fatto) => writeFrase(fatto))).toEqual(frasi);
  });
});

describe("what is hidden", () => {
  /** No word of the product holds it. */
  const VELENO = "QZX";
  const veleno = fc.string({ maxLength: 12 }).map((testo) => `${VELENO}${testo}`);
  const liberi = fc.record(
    {
      ...{ motivazione: veleno, dettaglio: veleno, destinatario: veleno, mandato: veleno, idRiconciliazione: veleno },
      ...{ importo: fc.bigInt({ min: 0n, max: 99_999_999_999n }), psp: fc.constant("Banca X"), archivio: fc.constant("GPD") },
      ...{ stato: fc.constant("RIFIUTATA"), comunicazione: fc.constant("AVVISO_PAGAMENTO"), canale: fc.constant("EMAIL") },
      scadenza: fc.constant("2026-12-31"),
    },
    { requiredKeys: ["archivio", "stato", "comunicazione"] },
  );
  const campo = fc.constantFrom(
    "debitore",
    "causale",
    "note",
    "stato",
    "importo",
    "datiAllegati",
    "segnalazioni",
    "descrizioneStato",
    "voci.1",
    "voci.2.descrizione",
    "proprieta",
  );
  const valore = fc.oneof(
    veleno,
    fc.record({ identificativo: veleno, email: veleno }),
    fc.array(fc.record({ autore: veleno, testo: veleno })),
  );
  const fatti = fc.record({
    id: veleno,
    data: fc.constant(ADESSO),
    tipo: fc.constantFrom(...TIPI),
    autore: veleno,
    dettagli: liberi,
    evento: fc.constant("aggiornata"),
    // A state and an amount are the product's own words: they are shown as they are.
    campi: fc
      .dictionary(campo, fc.record({ prima: valore, dopo: valore }), { noNullPrototype: true })
      .map((campi) => Object.fromEntries(Object.entries(campi).filter(([nome]) => nome !== "stato" && nome !== "importo"))),
  });

  it("never tells the helpdesk or a citizen a name, a text, an address, who worked on it", () => {
    fc.assert(
      fc.property(fatti, fc.constantFrom(...LINGUE_STORIA), (fatto: Fatto<TipoFatto>, lingua) => {
        const assistenza = hideFatto(fatto, "assistenza");
        const cittadino = hideFatto(fatto, "cittadino");
        const scritto = JSON.stringify([assistenza && presentFatto(assistenza), cittadino && presentFattoCittadino(lingua)(cittadino)]);
        expect(scritto).not.toContain(VELENO);
      }),
      { numRuns: 300 },
    );
  });

  it("tells who has the right everything, fields included", () => {
    fc.assert(
      fc.property(fatti, (fatto: Fatto<TipoFatto>) => {
        expect(hideFatto(fatto, "operatore")).toEqual(fatto);
      }),
      { numRuns: 50 },
    );
  });

  it("is not shown for being new: a detail without a reader is for nobody", () => {
    const fatto = { id: "1", data: ADESSO, tipo: "PAGATA", autore: "pagoPA", dettagli: { importo: 1n, nuovo: "x" } } as const;
    for (const lettore of LETTORI) expect(hideFatto(fatto, lettore)?.dettagli).toEqual({ importo: 1n });
  });

  it("leaves the helpdesk the amounts and the states that changed, and the names of the other fields", () => {
    const [fatto] = collectFatti(
      pendenza,
      {
        ...VUOTA,
        storia: [
          voce("aggiornata", { importo: { prima: 1, dopo: 2 }, debitore: { dopo: { email: "m@example.it" } }, stato: { dopo: {} } }),
        ],
      },
      DOMANI,
    );
    expect(fatto && hideFatto(fatto, "assistenza")).toMatchObject({
      autore: "ente",
      campi: { importo: { prima: 1, dopo: 2 }, debitore: {}, stato: {} },
    });
  });

  it("has amounts that are read as they were written", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), (importo) => {
        const [frase = ""] = raccontata(
          { storia: [voce("creata", { importo: { dopo: Number(formatImporto(importo)) } })] },
          "cittadino",
          "en",
        );
        expect(frase.replaceAll(",", "")).toContain(`€${formatImporto(importo)}.`);
      }),
      { numRuns: 100 },
    );
  });
});
