/** Anomalies as work items, their routing rules and their summaries, from the outside. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArchivioAnomalie } from "../../../shared/adapters/archivio/anomalie.ts";
import { mappeAnomalie, mappeRiepilogo } from "../../../shared/adapters/archivio/mappe-anomalia.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createClockFermo, createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { buildRiepilogo } from "../../../shared/domain/anomalie/riepilogo.ts";
import { alignAnomalie } from "../../../shared/usecases/anomalie/align-anomalie.ts";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { ADESSO } from "../../sostegno/esempi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

const FLUSSO = { tipo: "FLUSSO", idFlusso: "2026-11-24ABI03069-000000001", idPsp: "ABI03069" } as const;
const ID = "FLUSSO_NON_ACCREDITATO.FLUSSO.2026-11-24ABI03069-000000001.ABI03069";
const A = { idDominio: COMUNE, id: ID };
const ALTRA = "gest-mensa";

describe("le anomalie", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    const [clock, ids] = [createClockFermo(ADESSO), createIdsInSequenza()];
    const mappe = { ...mappeAnomalie, ...mappeRiepilogo };
    const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clock, ids, { conservazioneEventiGiorni: 760 });
    const align = alignAnomalie({ anomalie: new ArchivioAnomalie(ambiente.deposito), clock, ids });
    const [aperte, altre] = [
      await align(COMUNE, FLUSSO, [
        { codice: "FLUSSO_NON_ACCREDITATO", importo: 10_050n, dettaglio: "Manca il bonifico" },
        { codice: "007106" },
      ]),
      await align(COMUNE, { tipo: "MOVIMENTO", idMovimento: "m1" }, [
        { codice: "CAUSALE_SCONOSCIUTA", importo: 500n, iuv: "0900000000000" },
      ]),
    ];
    const chiave = { idDominio: COMUNE, coda: "GENERALE", id: "20261125-100000" };
    const nuove = aperte.flatMap((m) => (m.entita === "anomalia" ? [m.valore] : []));
    const riepilogo = buildRiepilogo(chiave, nuove, { da: ADESSO, a: ADESSO, adesso: ADESSO, continua: false });
    const scritte = await unitOfWork.commit([...aperte, ...altre, { azione: "crea", entita: "riepilogo", valore: riepilogo }]);
    expect(scritte.ok).toBe(true);
  });
  afterAll(() => ambiente.stop());

  it.each<[string, Record<string, string>, number]>([
    ["tutte", {}, 3],
    ["aperte di una coda", { idDominio: COMUNE, stato: "APERTA", coda: "GENERALE" }, 3],
    ["di un codice", { codice: "007106" }, 1],
    ["con un testo, comunque scritto", { testo: "BONIFICO" }, 1],
    ["di un movimento", { soggetto: "MOVIMENTO" }, 1],
    ["chiuse", { stato: "CHIUSA" }, 0],
    ["di un altro ente", { idDominio: UNIONE }, 0],
  ])("si elencano: %s", async (_quali, query, quante) => {
    const { status, body } = await ambiente.invoke("riconciliazione/findAnomalie", { query });
    expect([status, body["numRisultati"]]).toEqual([200, quante]);
  });

  it("il dettaglio dice in parole che cosa è e che cosa fare", async () => {
    const { status, body, headers } = await ambiente.invoke("riconciliazione/getAnomalia", { params: A });
    expect([status, headers["etag"]]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      titolo: "Flusso senza accredito",
      rimedio: expect.stringContaining("giornale di cassa"),
      fatti: { importo: 100.5, dettaglio: "Manca il bonifico" },
      soggetto: { tipo: "FLUSSO", descrizione: "flusso 2026-11-24ABI03069-000000001 di ABI03069" },
      storia: [{ autore: "ricalcolo", evento: "apri" }],
    });
  });

  it("la usano nello stesso modo un'applicazione e un operatore, e per chi non vede l'ente non esiste", async () => {
    const operatore = await ambiente.invoke("riconciliazione/getAnomalia", { params: A, as: "amministratore" });
    const altra = await ambiente.invoke("riconciliazione/getAnomalia", { params: A, as: ALTRA });
    const assente = await ambiente.invoke("riconciliazione/getAnomalia", { params: { ...A, id: `${ID}2` }, as: ALTRA });
    expect([operatore.status, altra.status, altra.body["descrizione"]]).toEqual([200, 404, assente.body["descrizione"]]);
    const elenco = await ambiente.invoke("riconciliazione/findAnomalie", { as: ALTRA });
    expect([elenco.body["numRisultati"], elenco.body["risultati"]]).toEqual([0, []]);
  });

  it("si assegna, si annota e si chiude; due con la stessa versione: il secondo lo sa", async () => {
    const { body: variazioni } = findCampione("riconciliazione/updateAnomalia");
    const ifMatch = { headers: { "if-match": '"1"' } };
    const fatta = await ambiente.invoke("riconciliazione/updateAnomalia", { params: A, body: variazioni, ...ifMatch });
    expect([fatta.status, fatta.body["stato"], fatta.headers["etag"]]).toEqual([200, "CHIUSA", '"2"']);
    const tardi = await ambiente.invoke("riconciliazione/updateAnomalia", {
      params: A,
      body: variazioni,
      ...ifMatch,
      as: "amministratore",
    });
    expect([tardi.status, tardi.body["dettaglio"]]).toEqual([412, expect.stringContaining('"2"')]);
    const { body } = await ambiente.invoke("riconciliazione/getAnomalia", { params: A });
    expect(body).toMatchObject({
      chiusura: { autore: "gest-tributi", motivazione: "Accreditato con valuta successiva" },
      storia: [{}, { autore: "gest-tributi", campi: { stato: { prima: "APERTA", dopo: "CHIUSA" } } }],
    });
  });

  it.each<[string, unknown, number, string]>([
    ["nessuna variazione", [], 400, "almeno una variazione"],
    ["un percorso che non c'è", [{ op: "REPLACE", path: "/codice", value: "X" }], 400, "path"],
    ["una chiusura senza motivo", [{ op: "REPLACE", path: "/stato", value: { stato: "CHIUSA" } }], 400, "motivazione"],
    ["uno stato del ricalcolo", [{ op: "REPLACE", path: "/stato", value: { stato: "RISOLTA", motivazione: "x" } }], 400, "stato"],
    ["una coda impossibile", [{ op: "REPLACE", path: "/coda", value: "un ufficio" }], 400, "35 caratteri"],
    ["una data passata", [{ op: "REPLACE", path: "/nascostaFino", value: "2020-01-01" }], 422, "/nascostaFino"],
    ["una nota con caratteri di controllo", [{ op: "ADD", path: "/nota", value: "a\u0007b" }], 400, "controllo"],
  ])("rifiuta %s, dicendo che cosa, e non cambia niente", async (_caso, body, status, dettaglio) => {
    const params = { idDominio: COMUNE, id: "CAUSALE_SCONOSCIUTA.MOVIMENTO.m1" };
    const esito = await ambiente.invoke("riconciliazione/updateAnomalia", { params, body });
    expect([esito.status, esito.body["dettaglio"]]).toEqual([status, expect.stringContaining(dettaglio)]);
    expect((await ambiente.invoke("riconciliazione/getAnomalia", { params })).headers["etag"]).toBe('"1"');
  });

  it("a mazzi: per nome e per filtro, con un esito per ognuna, anche ripetendo", async () => {
    const variazioni = [{ op: "REPLACE", path: "/assegnatario", value: "anna" }];
    const perNome = { variazioni, anomalie: [A, { idDominio: UNIONE, id: ID }] };
    const nome = await ambiente.invoke("riconciliazione/addAzioneAnomalie", { body: perNome });
    expect(nome.body["esiti"]).toMatchObject([{ esito: "FATTA" }, { esito: "RIFIUTATA" }]);
    const perFiltro = { variazioni, filtro: { idDominio: COMUNE, soggetto: "FLUSSO" } };
    const esiti = await Promise.all([1, 2].map(() => ambiente.invoke("riconciliazione/addAzioneAnomalie", { body: perFiltro })));
    expect(esiti.map(({ body }) => Object(body["esiti"])[0]?.esito).sort()).toEqual(["FATTA", "INVARIATA"]);
    for (const [body, dettaglio] of [
      [{ variazioni }, "uno solo"],
      [{ variazioni, anomalie: [A], cursore: "abc" }, "cursore"],
      [{ variazioni, anomalie: Array.from({ length: 101 }, () => A) }, "100"],
    ] as const) {
      const { status, body: errore } = await ambiente.invoke("riconciliazione/addAzioneAnomalie", { body });
      expect([status, errore["dettaglio"]]).toEqual([400, expect.stringContaining(dettaglio)]);
    }
  });

  it("le regole si leggono, si provano, si scrivono; una versione vecchia non le sovrascrive", async () => {
    const params = { idDominio: COMUNE };
    const { body } = findCampione("riconciliazione/saveInstradamento");
    const prima = await ambiente.invoke("riconciliazione/getInstradamento", { params });
    expect([prima.status, prima.body]).toEqual([200, { codaPredefinita: "GENERALE", regole: [], secondaPersonaPerRimborsi: true }]);
    const prova = await ambiente.invoke("riconciliazione/tryInstradamento", { params, body });
    expect(prova.body).toMatchObject({ code: [{ coda: "RAGIONERIA" }], altre: false });
    const scritta = await ambiente.invoke("riconciliazione/saveInstradamento", { params, body });
    expect([scritta.status, scritta.headers["etag"]]).toEqual([200, '"1"']);
    expect((await ambiente.invoke("riconciliazione/getInstradamento", { params })).body).toEqual(body);
    const vecchia = await ambiente.invoke("riconciliazione/saveInstradamento", { params, body, headers: { "if-match": '"9"' } });
    expect(vecchia.status).toBe(412);
    for (const operazione of ["getInstradamento", "saveInstradamento", "tryInstradamento"]) {
      const corpo = operazione === "getInstradamento" ? {} : { body };
      expect((await ambiente.invoke(`riconciliazione/${operazione}`, { params, ...corpo, as: ALTRA })).status).toBe(404);
    }
  });

  it.each<[string, Record<string, unknown>, number, string]>([
    ["un codice che nessuno dà", { regole: [{ nome: "x", quando: { codici: ["NIENTE"] }, coda: "A" }] }, 422, "regole[0].quando.codici"],
    ["due regole con lo stesso nome", { regole: [1, 2].map(() => ({ nome: "x", quando: {}, coda: "A" })) }, 422, "«x» è ripetuto"],
    [
      "una finestra che finisce prima di cominciare",
      { regole: [], riepiloghi: { quieteMinuti: 30, dalle: "18:00", alle: "08:00" } },
      400,
      "alle",
    ],
    [
      "un'applicazione che non lavora per l'ente",
      { regole: [], riepiloghi: { quieteMinuti: 30, dalle: "08:00", alle: "18:00", idA2A: "GEST-MENSA" } },
      422,
      "riepiloghi.idA2A",
    ],
    ["un'ora che non c'è", { regole: [], riepiloghi: { quieteMinuti: 30, dalle: "08:00", alle: "24:00" } }, 400, "HH:MM"],
  ])("le regole rifiutano %s", async (_caso, altro, status, dettaglio) => {
    const esito = await ambiente.invoke("riconciliazione/saveInstradamento", {
      params: { idDominio: COMUNE },
      body: { codaPredefinita: "GENERALE", ...altro },
    });
    expect([esito.status, esito.body["dettaglio"]]).toEqual([status, expect.stringContaining(dettaglio)]);
  });

  it("la seconda persona per i rimborsi la toglie solo chi decide come lavora l'ente", async () => {
    const corpo = { params: { idDominio: COMUNE }, body: { codaPredefinita: "GENERALE", regole: [], secondaPersonaPerRimborsi: false } };
    const applicazione = await ambiente.invoke("riconciliazione/saveInstradamento", corpo);
    expect([applicazione.status, applicazione.body["dettaglio"]]).toEqual([403, expect.stringContaining("secondaPersonaPerRimborsi")]);
    expect((await ambiente.invoke("riconciliazione/saveInstradamento", { ...corpo, as: "amministratore" })).status).toBe(200);
  });

  it("i riepiloghi si leggono, i propri soltanto", async () => {
    const propri = await ambiente.invoke("riconciliazione/findRiepiloghi", { query: { idDominio: COMUNE, coda: "GENERALE" } });
    expect(propri.body["risultati"]).toMatchObject([{ numero: 2, righe: [{ numero: 1 }, { numero: 1 }] }]);
    const altrui = await ambiente.invoke("riconciliazione/findRiepiloghi", { as: ALTRA });
    expect(altrui.body["numRisultati"]).toBe(0);
  });
});
