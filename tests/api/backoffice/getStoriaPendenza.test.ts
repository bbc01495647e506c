import { beforeAll, describe, expect, it } from "vitest";
import { findCampione } from "../../sostegno/campioni.ts";
import { chiave, corpo } from "../pendenze/impianto.ts";
import { ALTRO_ENTE, addAltroEnte } from "./pendenze-anomale.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const get = (idPendenza: string, as?: string) =>
  prova.invoke("getStoriaPendenza", { params: chiave(idPendenza), ...(as !== undefined && { as }) });

describe("GET /backoffice/v1/pendenze/{idA2A}/{idPendenza}/storia", () => {
  beforeAll(async () => {
    await addAltroEnte(prova);
    const put = { params: chiave("TARI-2026-0001"), body: corpo() };
    expect((await prova.ambiente().invoke("pendenze/addPendenza", put)).status).toBe(201);
  });

  it("answers its sample: the operator reads what the application did", async () => {
    const { pathParameters, queryStringParameters, expected } = findCampione("backoffice/getStoriaPendenza");
    const { status, body } = await prova.invoke("getStoriaPendenza", { params: pathParameters ?? {}, query: queryStringParameters ?? {} });
    expect([status, body["risultati"]]).toEqual([expected.status, [expect.objectContaining({ evento: "creata", autore: "gest-tributi" })]]);
  });

  it.each([
    ["IGNOTA", undefined, 404],
    ["TARI-2026-0001", ALTRO_ENTE, 404],
    ["TARI-2026-0001", LIMITATO, 403],
  ])("of %s to %s is %i", async (idPendenza, as, status) => {
    expect((await get(idPendenza, as)).status).toBe(status);
  });
});
