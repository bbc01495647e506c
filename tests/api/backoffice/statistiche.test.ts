/**
 * Reports: what the stream of the archive tells is counted, and each operator is told only what is theirs. Covers
 * "backoffice/findQuadratureRiscossioni", "backoffice/findQuadratureRendicontazioni", "backoffice/getStatistichePendenze",
 * "backoffice/getStatisticheRiscossioni", "backoffice/getStatisticheRicevute".
 */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import { toElemento } from "../../../shared/adapters/archivio/mappa.ts";
import { mappaPendenza, mappaRendicontazione, mappaRicevuta, mappaRiscossione } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { DIMENSIONI } from "../../../shared/contracts/backoffice/statistiche.ts";
import type { Rendicontazione } from "../../../shared/domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../../shared/domain/ricevute/ricevuta.ts";
import { CUBI } from "../../../shared/domain/statistiche/contributi.ts";
import type { Elemento } from "../../../shared/ports/deposito.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { buildPendenza, buildRicevuta } from "../../sostegno/esempi.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const FLUSSO = "2026-03-10ABI03069-1";
const SOLO_MENSA = "contabile-mensa";

let sequenza = 0;
const record = (prima: Elemento | undefined, dopo: Elemento): DynamoDBRecord =>
  ({
    eventID: `evento-${++sequenza}`,
    eventName: prima ? "MODIFY" : "INSERT",
    dynamodb: {
      Keys: marshall({ pk: dopo.pk, sk: dopo.sk }),
      NewImage: marshall(dopo),
      ...(prima && { OldImage: marshall(prima) }),
      SequenceNumber: String(sequenza),
    },
  }) as DynamoDBRecord;

const pendenza = (n: number, altro: Parameters<typeof buildPendenza>[0] = {}): Elemento =>
  toElemento(
    mappaPendenza,
    buildPendenza({
      idDominio: COMUNE,
      iuv: `0${n}`,
      idPendenza: `P${n}`,
      dataCaricamento: "2026-03-09T23:30:00.000Z",
      importo: 1_050n,
      ...altro,
    }),
    1,
  );

const riscossione = (n: number, altro: Partial<Riscossione> = {}): Elemento =>
  toElemento(
    mappaRiscossione,
    {
      ...{
        versione: 1,
        idDominio: COMUNE,
        iuv: `0${n}`,
        iur: `iur${n}`,
        indice: 1,
        idDominioTitolare: COMUNE,
        stato: "RISCOSSA",
        tipo: "ENTRATA",
      },
      ...{ importo: 1_050n, data: "2026-03-10T08:00:00.000Z", senzaRpt: false, idTipoPendenza: "TARI", idA2A: "GEST-TRIBUTI", ...altro },
    },
    1,
  );

const riga = (n: number, altro: Partial<Rendicontazione> = {}): Elemento =>
  toElemento(
    mappaRendicontazione,
    {
      ...{
        versione: 1,
        idDominio: COMUNE,
        idFlusso: FLUSSO,
        idPsp: "ABI03069",
        revisione: 1,
        progressivo: n,
        iuv: `0${n}`,
        iur: `iur${n}`,
        indice: 1,
      },
      ...{ importo: 1_050n, esito: 0, data: "2026-03-09", stato: "OK", dataFlusso: "2026-03-10T05:00:00.000Z", segnalazioni: [], ...altro },
    },
    1,
  );

const tell = async (...Records: DynamoDBRecord[]): Promise<void> => {
  const { handler } = await import("../../../functions/consumers/contatori.ts");
  const evento: DynamoDBStreamEvent = { Records };
  // As Lambda calls it; the last time again, as a stream may.
  await handler(evento);
  await handler(evento);
};

const campione = (id: string) => {
  const { queryStringParameters, expected } = findCampione(`backoffice/${id}`);
  return { query: queryStringParameters ?? {}, expected };
};

const ask = async (id: string, query: Record<string, string>, as?: string): Promise<unknown> => {
  const { status, body } = await prova.invoke(id, { query, ...(as !== undefined && { as }) });
  return status === 200 ? body["risultati"] : [status, body["codice"], body["dettaglio"]];
};

beforeAll(async () => {
  const body = { ragioneSociale: "Contabile mensa", password: PASSWORD, domini: [COMUNE], tipiPendenza: ["MENSA"] };
  const acl = ["Pendenze", "Rendicontazioni e Incassi"].map((servizio) => ({ servizio, autorizzazioni: ["R"] }));
  expect((await prova.invoke("addOperatore", { params: { principal: SOLO_MENSA }, body: { ...body, acl } })).status).toBe(201);
  const debiti = [1, 2, 3].map((n) => pendenza(n));
  await tell(...debiti.map((elemento) => record(undefined, elemento)));
  await tell(
    record(debiti[0], pendenza(1, { stato: "ESEGUITA" })),
    record(undefined, pendenza(4, { idTipoPendenza: "MENSA", importo: 500n })),
  );
  await tell(
    record(undefined, riscossione(1)),
    record(undefined, riscossione(2, { direzione: "Tributi", importo: 2_000n })),
    record(undefined, riscossione(3, { idTipoPendenza: "MENSA", importo: 500n })),
    record(undefined, riscossione(4, { idDominio: UNIONE, tipo: "MBT", importo: 1_600n, data: "2026-04-02T10:00:00.000Z" })),
    record(riscossione(1), riscossione(1, { stato: "INCASSATA" })),
    record(
      undefined,
      toElemento(
        mappaRicevuta,
        buildRicevuta({ idDominio: COMUNE, idDominioTitolare: COMUNE, dataPagamento: "2026-03-10T08:00:00.000Z" }),
        1,
      ),
    ),
    record(undefined, toElemento(mappaRicevuta, buildRicevuta({ idDominio: UNIONE, idDominioTitolare: COMUNE }), 1)),
    // The first revision is replaced by the second, that has a row less.
    ...[1, 2].map((n) => record(undefined, riga(n))),
    record(undefined, riga(1, { revisione: 2 })),
    // What no report counts.
    record(undefined, { pk: `POS#${COMUNE}#01`, sk: "STORIA#x#y", versione: 1 }),
  );
});

const MARZO = { dataDa: "2026-03-01", dataA: "2026-03-31" };

describe("the totals of what was collected", () => {
  it("answer as in their sample, by creditor and type", async () => {
    const { query, expected } = campione("findQuadratureRiscossioni");
    const { status, body } = await prova.invoke("findQuadratureRiscossioni", { query });
    expect(status).toBe(expected.status);
    expect(body).toMatchObject({
      numRisultati: 3,
      risultati: [
        { numeroPagamenti: 1, importo: 5, dominio: { idDominio: COMUNE }, tipoPendenza: { idTipoPendenza: "MENSA" } },
        { numeroPagamenti: 2, importo: 30.5, dominio: { idDominio: COMUNE }, tipoPendenza: { idTipoPendenza: "TARI" } },
        { numeroPagamenti: 1, importo: 16, dominio: { idDominio: UNIONE }, tipoPendenza: { idTipoPendenza: "TARI" } },
      ],
    });
  });

  it.each([
    [
      "a classification",
      { gruppi: "DIREZIONE", ...MARZO },
      [
        { numeroPagamenti: 2, importo: 15.5 },
        { numeroPagamenti: 1, importo: 20, direzione: "Tributi" },
      ],
    ],
    ["filters", { gruppi: "DOMINIO", idTipoPendenza: "TARI", direzione: "Tributi", ...MARZO }, [{ numeroPagamenti: 1, importo: 20 }]],
    [
      "days that are not whole months",
      { gruppi: "DOMINIO", dataDa: "2026-03-10", dataA: "2026-04-02" },
      [{ importo: 35.5 }, { importo: 16 }],
    ],
    ["a kind", { gruppi: "APPLICAZIONE", tipo: "MBT", dataDa: "2026-01-01" }, [{ importo: 16, applicazione: { idA2A: "GEST-TRIBUTI" } }]],
    ["a period without payments", { gruppi: "DOMINIO", dataDa: "2026-03-11", dataA: "2026-03-31" }, []],
  ])("by %s", async (_caso, query, attesi) => {
    const trovati = await ask("findQuadratureRiscossioni", query);
    expect(trovati).toHaveLength(attesi.length);
    expect(trovati).toMatchObject(attesi);
  });

  it("say where what they count is listed, and page", async () => {
    const query = { gruppi: "DOMINIO,TIPO_PENDENZA", ...MARZO, risultatiPerPagina: "1" };
    const { body } = await prova.invoke("findQuadratureRiscossioni", { query });
    expect(body).toMatchObject({ numRisultati: 2, numPagine: 2, risultati: [{ tipoPendenza: { idTipoPendenza: "MENSA" } }] });
    const [primo] = body["risultati"] as readonly { dettaglio: string }[];
    expect(primo?.dettaglio).toBe(`/riscossioni?dataDa=2026-03-01&dataA=2026-03-31&idDominio=${COMUNE}&idTipoPendenza=MENSA`);
    const seconda = new URL(`http://x${String(body["prossimiRisultati"])}`).searchParams;
    const dopo = await prova.invoke("findQuadratureRiscossioni", { query: Object.fromEntries(seconda) });
    expect(dopo.body["risultati"]).toMatchObject([{ tipoPendenza: { idTipoPendenza: "TARI" } }]);
  });

  it("hide what the operator may not see", async () => {
    expect(await ask("findQuadratureRiscossioni", { gruppi: "DOMINIO", dataDa: "2026-01-01" }, SOLO_MENSA)).toMatchObject([
      { numeroPagamenti: 1, importo: 5, dominio: { idDominio: COMUNE } },
    ]);
    expect(await ask("findQuadratureRiscossioni", { gruppi: "DOMINIO", idDominio: UNIONE }, SOLO_MENSA)).toEqual([]);
  });

  it("want to know by what to group", async () => {
    expect(await ask("findQuadratureRiscossioni", {})).toEqual([400, "100001", expect.stringContaining("gruppi")]);
    expect(await ask("findQuadratureRiscossioni", { gruppi: "COLORE" })).toEqual([400, "100001", expect.stringContaining("gruppi")]);
  });
});

describe("the totals of what was settled", () => {
  it("answer as in their sample, by flow, of the last revision only (backoffice/findQuadratureRendicontazioni)", async () => {
    const { query, expected } = campione("findQuadratureRendicontazioni");
    const { status, body } = await prova.invoke("findQuadratureRendicontazioni", { query });
    expect(status).toBe(expected.status);
    expect(body["risultati"]).toEqual([
      {
        ...{ numeroPagamenti: 1, importo: 10.5, flussoRendicontazione: { idFlusso: FLUSSO, idPsp: "ABI03069", idDominio: COMUNE } },
        dettaglio: expect.stringContaining(`idFlusso=${FLUSSO}`),
      },
    ]);
  });

  it.each([
    ["the day of payment", { dataDa: "2026-03-09", dataA: "2026-03-09" }, 1],
    ["another day of payment", { dataDa: "2026-03-10" }, 0],
    ["the flow", { idFlusso: FLUSSO }, 1],
    ["another flow", { idFlusso: "ALTRO" }, 0],
    ["a classification that it has not", { divisione: "X" }, 0],
    ["a code that is in no flow", { iuv: "999" }, 0],
  ])("select by %s", async (_caso, query, quanti) => {
    const date = { "flussoRendicontazione.dataFlussoDa": "2026-01-01", "flussoRendicontazione.dataFlussoA": "2026-12-31" };
    expect(await ask("findQuadratureRendicontazioni", { gruppi: "FLUSSO_RENDICONTAZIONE", ...date, ...query })).toHaveLength(quanti);
  });
});

describe("the statistics", () => {
  it("tell debts by state, as in their sample (backoffice/getStatistichePendenze)", async () => {
    const { query } = campione("getStatistichePendenze");
    // Loaded half an hour before midnight in UTC, half an hour after in Rome.
    expect(await ask("getStatistichePendenze", query)).toEqual([
      { periodo: "2026-03", stato: "ESEGUITA", numero: 1, importo: 10.5 },
      { periodo: "2026-03", stato: "NON_ESEGUITA", numero: 3, importo: 26 },
    ]);
    const perGiorno = { idDominio: COMUNE, passo: "giorno", ...MARZO, gruppi: "periodo,idTipoPendenza" };
    expect(await ask("getStatistichePendenze", perGiorno, SOLO_MENSA)).toEqual([
      { periodo: "2026-03-10", idTipoPendenza: "MENSA", numero: 1, importo: 5 },
    ]);
  });

  it("tell amounts by day, as in their sample (backoffice/getStatisticheRiscossioni)", async () => {
    const { query } = campione("getStatisticheRiscossioni");
    expect(await ask("getStatisticheRiscossioni", query)).toEqual([{ periodo: "2026-03-10", numero: 3, importo: 35.5 }]);
    const tutti = { dataDa: "2026-01-01", dataA: "2026-12-31", gruppi: "idDominio" };
    expect(await ask("getStatisticheRiscossioni", tutti)).toEqual([
      { idDominio: COMUNE, numero: 3, importo: 35.5 },
      { idDominio: UNIONE, numero: 1, importo: 16 },
    ]);
  });

  it("tell payments by PSP, once each, as in their sample (backoffice/getStatisticheRicevute)", async () => {
    const { query } = campione("getStatisticheRicevute");
    const { idPsp } = buildRicevuta();
    expect(await ask("getStatisticheRicevute", query)).toEqual([expect.objectContaining({ idPsp, numero: 1 })]);
  });

  it.each([
    ["a period too long", { idDominio: COMUNE, passo: "giorno", dataDa: "2026-01-01", dataA: "2026-12-31" }, undefined, /92 giorni/],
    ["the days of the whole installation", { passo: "giorno" }, undefined, /idDominio: obbligatorio con passo giorno/],
    ["a group that the installation has not", { gruppi: "idTipoPendenza" }, undefined, /gruppi: senza idDominio/],
    ["the whole installation to who sees a part", {}, SOLO_MENSA, /idDominio: obbligatorio/],
  ])("refuse %s", async (_caso, query, as, atteso) => {
    expect(await ask("getStatistichePendenze", query, as)).toEqual([400, "100001", expect.stringMatching(atteso)]);
  });

  it("tell nothing of another's creditor, and know every dimension that is counted", async () => {
    expect(await ask("getStatistichePendenze", { idDominio: UNIONE }, SOLO_MENSA)).toEqual([]);
    const { rendicontazioni: _, causali: __, ...raccontati } = CUBI;
    expect(DIMENSIONI).toEqual(raccontati);
  });
});
