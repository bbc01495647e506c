/** What changed since then: from the stream of the archive, through the function that follows it, to who keeps a copy of the accounts. */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Elemento } from "../../../shared/ports/deposito.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, FLUSSO, IUR, IUV, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;
const get = (query: Record<string, string> = {}, as?: string) =>
  ambiente.invoke("riconciliazione/getVariazioni", { query, ...(as !== undefined && { as }) });
const read = async (chiave: { readonly pk: string; readonly sk: string }): Promise<Elemento> => {
  const elemento = await ambiente.deposito.get("archivio", chiave);
  if (!elemento) throw new Error(`manca ${chiave.pk}`);
  return elemento;
};
const tell = async (...elementi: readonly Elemento[]): Promise<void> => {
  const { handler } = await import("../../../functions/consumers/contatori.ts");
  const Records = elementi.map(({ pk, sk, ...campi }, i): DynamoDBRecord => {
    // The two packages describe the same attribute values with types of their own.
    const dynamodb: object = { Keys: marshall({ pk, sk }), NewImage: marshall({ pk, sk, ...campi }) };
    return { eventID: `${pk}-${sk}-${i}`, dynamodb };
  });
  await handler({ Records });
};

beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
  await ambiente.invoke("riconciliazione/addRiconciliazione", {
    ...{ params: { idDominio: COMUNE, id: "mov-1" }, body: { importo: 5, sct: "SCT-1", causale: "BONIFICO" } },
  });
  await tell(
    await read({ pk: `FLU#${COMUNE}#${FLUSSO}`, sk: `${FLUSSO}#ABI03069#1` }),
    await read({ pk: `POS#${COMUNE}#${IUV}`, sk: `RISCOSSIONE#${IUR}#1` }),
    await read({ pk: `POS#${COMUNE}#${IUV}`, sk: "PENDENZA" }),
    await read({ pk: `RCN#${COMUNE}#mov-1`, sk: "RICONCILIAZIONE" }),
    {
      ...{ pk: `MOV#${UNIONE}#m1`, sk: "MOVIMENTO", idDominio: UNIONE, id: "m1", versione: 1, stato: "ESEGUITO", segno: "ENTRATA" },
      ...{ importo: 100, dataContabile: "2026-11-25", causale: "BONIFICO", chiavi: { flussi: [], troncati: [], iuv: [], iur: [] } },
    },
  );
});
afterAll(() => ambiente.stop());

it("tells what changed, in order, each with where it is read", async () => {
  const { status, body } = await get({ idDominio: COMUNE });
  expect([status, body["altre"], typeof body["cursore"]]).toEqual([200, false, "string"]);
  const base = `/riconciliazione/v3`;
  expect(body["risultati"]).toMatchObject([
    {
      tipo: "FLUSSO",
      azione: "CREATA",
      chiave: { idFlusso: FLUSSO, revisione: 1 },
      stato: "ACQUISITO",
      href: `${base}/flussiRendicontazione/${COMUNE}/${FLUSSO}`,
    },
    {
      tipo: "RISCOSSIONE",
      chiave: { iuv: IUV, iur: IUR, indice: 1 },
      stato: "RISCOSSA",
      href: `${base}/riscossioni/${COMUNE}/${IUV}/${IUR}/1`,
    },
    { tipo: "RICONCILIAZIONE", chiave: { id: "mov-1" }, stato: "IN_ELABORAZIONE", href: `${base}/riconciliazioni/${COMUNE}/mov-1` },
  ]);
  // What was told is there to be read.
  expect((await ambiente.invoke("riconciliazione/getRiconciliazione", { params: { idDominio: COMUNE, id: "mov-1" } })).status).toBe(200);
});

it("goes on from the cursor, which names the creditor by itself, and finds only what came after", async () => {
  const prima = await get({ idDominio: COMUNE, limite: "2" });
  expect([Object(prima.body["risultati"]).length, prima.body["altre"]]).toEqual([2, true]);
  const seconda = await get({ cursore: String(prima.body["cursore"]) });
  expect(seconda.body).toMatchObject({ risultati: [{ tipo: "RICONCILIAZIONE" }], altre: false });
  const cursore = String(seconda.body["cursore"]);
  expect((await get({ cursore })).body).toMatchObject({ risultati: [], altre: false });
  const flusso = await read({ pk: `FLU#${COMUNE}#${FLUSSO}`, sk: `${FLUSSO}#ABI03069#1` });
  await tell({ ...flusso, versione: 9, obsoleto: true });
  expect((await get({ cursore })).body).toMatchObject({ risultati: [{ tipo: "FLUSSO", versione: 9 }] });
  expect((await get({ cursore, tipi: "MOVIMENTO,RISCONTRO" })).body).toMatchObject({ risultati: [], altre: false });
});

it("shows to each only its own creditors and debts, and the same to an operator", async () => {
  const tipi = async (as: string, idDominio?: string) => {
    const { status, body } = await get(idDominio === undefined ? {} : { idDominio }, as);
    return status === 200 ? Object(body["risultati"]).map(({ tipo }: { tipo: string }) => tipo) : status;
  };
  // It works for one creditor: it need not say which.
  expect(await tipi("gest-mensa")).toEqual(["MOVIMENTO"]);
  expect([await tipi("gest-mensa", COMUNE), await tipi("gest-mensa", "99999999999")]).toEqual([403, 403]);
  expect(await tipi("amministratore", UNIONE)).toEqual(["MOVIMENTO"]);
  const cursore = String((await get({ idDominio: COMUNE })).body["cursore"]);
  expect((await get({ cursore }, "gest-mensa")).status).toBe(403);
});

const daCursore = (...parti: readonly unknown[]): string => btoa(JSON.stringify(parti)).replaceAll("=", "");

it.each<[Record<string, string>, number, string]>([
  [{}, 400, "idDominio"],
  [{ idDominio: COMUNE, dataDa: "2020-01-01" }, 400, "dataDa"],
  [{ idDominio: COMUNE, tipi: "PENDENZA" }, 400, "tipi"],
  [{ idDominio: COMUNE, limite: "501" }, 400, "limite"],
  [{ cursore: "x" }, 400, "cursore"],
  [{ cursore: daCursore(COMUNE, "ieri", 1) }, 400, "cursore"],
  [{ cursore: daCursore(COMUNE, "2999-01-01T00:00:00.000Z", "da"), dataDa: "2999-01-01" }, 400, "dataDa"],
  [{ cursore: daCursore(COMUNE, "2999-01-01T00:00:00.000Z", "da"), idDominio: UNIONE }, 400, "cursore"],
  [{ cursore: daCursore(COMUNE, "2020-01-01T00:00:00.000Z", "da") }, 410, "30 giorni"],
  [{ cursore: daCursore(COMUNE, "2999-01-01T00:00:00.000Z", 3) }, 410, "non è più conservato"],
])("refuses %o with %i, saying why", async (query, status, dettaglio) => {
  expect(await get(query)).toMatchObject({ status, body: { dettaglio: expect.stringContaining(dettaglio) } });
});
