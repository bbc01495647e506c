import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

describe("GET /pendenze/v1/profilo", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
  });
  afterAll(() => ambiente.stop());

  it("answers as v2 does", async () => {
    const [v1, v2] = await Promise.all([ambiente.invoke("pendenze-v1/getProfilo"), ambiente.invoke("pendenze/getProfilo")]);
    expect([v1.status, v1.body]).toEqual([200, v2.body]);
  });
});
