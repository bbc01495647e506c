/** What goes out to the books: "riconciliazione/findAccertamenti" and "riconciliazione/proposeReversali" over the archive. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappaChiaveMovimento, mappaMovimento } from "../../../shared/adapters/archivio/mappe-tesoreria.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import { buildMovimentoSospeso } from "../../sostegno/contabilita.ts";
import { buildPendenzaRiga, buildRiscossione } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, FLUSSO, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;

/** 10.07 euro in two quotes, already in the treasury; the item is of 10.06. */
const CON_QUOTE: Pendenza = {
  ...buildPendenzaRiga(7),
  idUnitaOperativa: "UO-1",
  voci: buildPendenzaRiga(7).voci.map((voce) => ({
    ...voce,
    importo: 1006n,
    contabilita: {
      quote: [
        { capitolo: "30", annoEsercizio: 2026, importo: 503n, accertamento: "77" },
        { capitolo: "40", annoEsercizio: 2025, importo: 503n },
      ],
    },
  })),
};

beforeAll(async () => {
  ambiente = await createAmbiente();
  const archivio = await seedRiconciliazione(ambiente.deposito);
  await archivio.store(
    { azione: "crea", entita: "pendenza", valore: CON_QUOTE },
    { azione: "crea", entita: "riscossione", valore: buildRiscossione(7, { stato: "INCASSATA", idUnitaOperativa: "UO-1" }) },
    { azione: "crea", entita: "riscossione", valore: buildRiscossione(8, { tipo: "MBT" }) },
  );
  const mappe = { movimento: mappaMovimento, chiaveMovimento: mappaChiaveMovimento };
  const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 1,
  });
  const chiavi = { flussi: [FLUSSO], troncati: [], iuv: [], iur: [] };
  await unitOfWork.commit([
    {
      azione: "crea",
      entita: "movimento",
      valore: buildMovimentoSospeso(1, 3006n, { chiavi, causale: `/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO}` }),
    },
    { azione: "crea", entita: "movimento", valore: buildMovimentoSospeso(2, 100n, { causale: "AFFITTO NOVEMBRE" }) },
    {
      azione: "crea",
      entita: "chiaveMovimento",
      valore: { versione: 0, idDominio: COMUNE, tipo: "FLUSSO", valore: FLUSSO, idMovimento: "movimento-1" },
    },
  ]);
});
afterAll(() => ambiente.stop());

const NOVEMBRE = { idDominio: COMUNE, dataDa: "2026-11-01", dataA: "2026-11-30" };
const accertamenti = (query: Readonly<Record<string, string>> = {}, altro: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/findAccertamenti", { query: { ...NOVEMBRE, ...query }, ...altro });

describe("gli accertamenti", () => {
  it("dividono ogni riscossione tra le quote, e dicono quanto è rendicontato e quanto incassato", async () => {
    const { status, body } = await accertamenti({ gruppi: "annoEsercizio,capitolo,accertamento" });
    expect([status, body]).toEqual([
      200,
      {
        ...NOVEMBRE,
        gruppi: ["annoEsercizio", "capitolo", "accertamento"],
        riscossioni: 4,
        totale: { quote: 4, pagato: 30.1, rendicontato: 20.03, incassato: 10.07 },
        risultati: [
          { quote: 2, pagato: 20.03, rendicontato: 20.03, incassato: 0 },
          { annoEsercizio: 2025, capitolo: "40", quote: 1, pagato: 5.03, rendicontato: 0, incassato: 5.03 },
          { annoEsercizio: 2026, capitolo: "30", accertamento: "77", quote: 1, pagato: 5.04, rendicontato: 0, incassato: 5.04 },
        ],
      },
    ]);
  });

  it("senza gruppi arrivano alla singola quota, anche in CSV, anche per un operatore", async () => {
    const { body } = await accertamenti();
    expect(body["risultati"]).toContainEqual(
      expect.objectContaining({ idUnitaOperativa: "UO-1", idTipoPendenza: "TARI", capitolo: "30", accertamento: "77" }),
    );
    const csv = await accertamenti({ gruppi: "idUnitaOperativa" }, { headers: { accept: "text/csv" }, as: "amministratore" });
    expect(csv.testo).toBe(
      "\uFEFFidUnitaOperativa;quote;pagato;rendicontato;incassato\r\n;2;20,03;20,03;0,00\r\nUO-1;2;10,07;0,00;10,07\r\n",
    );
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["senza ente", { idDominio: "" }, "idDominio"],
    ["con un gruppo ignoto", { gruppi: "capitolo,colore" }, "gruppi"],
    ["con le date al contrario", { dataDa: "2026-12-01" }, "dataDa"],
  ])("rifiuta una richiesta %s", async (_caso, query, campo) => {
    const { status, testo } = await accertamenti(query);
    expect(status).toBe(400);
    expect(testo).toContain(campo);
  });

  it("di un ente che non si vede non dicono nulla", async () => {
    const { status, body } = await accertamenti({}, { as: "gest-mensa" });
    expect([status, body["riscossioni"], body["risultati"]]).toEqual([200, 0, []]);
    expect((await accertamenti({ idDominio: UNIONE })).body["riscossioni"]).toBe(0);
  });
});

const REVERSALI = { idDominio: COMUNE, esercizio: 2026, dataReversale: "2026-11-30", primoNumero: 1201 };
const TESTATA = {
  ...{ codiceAbiBT: "03069", codiceEnte: "CA562X", codiceIstatEnte: "000123456", codiceTramiteEnte: "A2A-12345678" },
  ...{ codiceTramiteBT: "A2A-87654321", codiceEnteBT: "0001" },
};
const reversali = (body: object, altro: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/proposeReversali", { body: { ...REVERSALI, ...body }, ...altro });

describe("le reversali", () => {
  it("di un ente che non si vede non ci sono", async () => {
    const { status, testo } = await reversali({ movimenti: ["movimento-1"] }, { as: "gest-mensa" });
    expect([status, testo.includes("dominio 01234567897")]).toEqual([404, true]);
  });

  it("si propongono per i sospesi il cui contenuto è noto, e degli altri si dice perché no; due volte sono le stesse", async () => {
    const { status, body } = await reversali({ dataDa: "2026-11-01", dataA: "2026-11-30" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ idDominio: COMUNE, esercizio: 2026, importo: 30.06 },
      reversali: [
        {
          ...{ numero: 1201, data: "2026-11-30", importo: 30.06, idMovimento: "movimento-1", numeroSospeso: "1001", bilancio: [] },
          versanti: [{ progressivo: 1, importo: 30.06, anagrafica: "DIVERSI", pagamenti: 3 }],
        },
      ],
      escluse: [{ idMovimento: "movimento-2", importo: 1 }],
    });
    expect((await reversali({ movimenti: ["movimento-1"] }, { as: "amministratore" })).body["reversali"]).toEqual(body["reversali"]);
  });

  it("diventano un flusso OPI con la testata", async () => {
    const xml = await reversali({ movimenti: ["movimento-1"], testata: TESTATA }, { headers: { accept: "application/xml" } });
    expect([xml.status, xml.headers["content-type"]]).toEqual([200, expect.stringContaining("application/xml")]);
    expect(xml.testo).toContain("<numero_reversale>1201</numero_reversale>");
    expect(xml.testo).toContain(
      "<sospeso><numero_provvisorio>1001</numero_provvisorio><importo_provvisorio>30.06</importo_provvisorio></sospeso>",
    );
  });

  it.each<[string, object, string, number, string]>([
    ["senza testata", { movimenti: ["movimento-1"] }, "application/xml", 422, "testata"],
    ["di nulla", { movimenti: ["movimento-2"], testata: TESTATA }, "application/xml", 422, "movimento-2"],
    ["di un movimento ignoto", { movimenti: ["altro"] }, "application/json", 404, "movimento altro"],
    ["senza periodo né movimenti", {}, "application/json", 400, "servono dataDa e dataA"],
    ["con tutti e due", { movimenti: ["a"], dataDa: "2026-11-01", dataA: "2026-11-02" }, "application/json", 400, "servono dataDa e dataA"],
    ["oltre l'ultimo numero", { movimenti: ["movimento-1"], primoNumero: 10_000_000 }, "application/json", 400, "primoNumero"],
    [
      "con un codice SIOPE malformato",
      { movimenti: ["a"], codiciSiope: [{ capitolo: "1", codice: "x" }] },
      "application/json",
      400,
      "codiciSiope",
    ],
  ])("rifiuta una richiesta %s", async (_caso, body, accept, status, testo) => {
    const esito = await reversali(body, { headers: { accept } });
    expect(esito.status).toBe(status);
    expect(esito.testo).toContain(testo);
  });
});
