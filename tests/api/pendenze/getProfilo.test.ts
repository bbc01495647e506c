import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

describe("GET /pendenze/v2/profilo", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
  });
  afterAll(() => ambiente.stop());

  it("tells the application who it is and what it may do", async () => {
    const { status, body } = await ambiente.invoke("pendenze/getProfilo");
    expect(status).toBe(200);
    expect(body).toMatchObject({ nome: "GEST-TRIBUTI", domini: [{ idDominio: "*" }] });
    expect(body["acl"]).toContainEqual({ servizio: "API Pendenze", autorizzazioni: ["R", "W"] });
  });

  it("asks for credentials", async () => {
    const { status, headers, body } = await ambiente.invoke("pendenze/getProfilo", { as: null });
    expect(status).toBe(401);
    expect(headers["www-authenticate"]).toContain("Basic");
    expect(body).toMatchObject({ categoria: "AUTORIZZAZIONE", codice: "401" });
  });

  it("refuses a wrong password as an unknown principal", async () => {
    const sbagliata = await ambiente.invoke("pendenze/getProfilo", {
      as: null,
      headers: { authorization: `Basic ${btoa("gest-tributi:sbagliata")}` },
    });
    const ignoto = await ambiente.invoke("pendenze/getProfilo", { as: "nessuno" });
    expect([sbagliata.status, ignoto.status]).toEqual([401, 401]);
    expect(sbagliata.testo).toBe(ignoto.testo);
  });

  it("takes an API key as well", async () => {
    const { status } = await ambiente.invoke("pendenze/getProfilo", {
      as: null,
      headers: { "x-app-id": "gest-tributi", "x-api-key": "Segreta-2026" },
    });
    expect(status).toBe(200);
  });

  it("is closed to operators", async () => {
    const { status, body } = await ambiente.invoke("pendenze/getProfilo", { as: "amministratore" });
    expect(status).toBe(403);
    expect(body["codice"]).toBe("403000");
  });
});
