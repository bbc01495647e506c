/** Who calls, with its rights on this API. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { seedRiconciliazione } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

it("risponde nome, domini e diritti del chiamante", async () => {
  const { status, body } = await ambiente.invoke("riconciliazione/getProfilo", { as: "gest-mensa" });
  expect(status).toBe(200);
  expect(body).toMatchObject({ nome: "GEST-MENSA", domini: [{ idDominio: "91001750081" }] });
  expect(body["acl"]).toContainEqual({ servizio: "API Ragioneria", autorizzazioni: ["R", "W"] });
});
