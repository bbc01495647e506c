/** Two persons for roles, rights of operators and credentials: nothing changes until another one approves, and then exactly what was asked. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, PASSWORD } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

const RUOLI = { servizio: "Anagrafica Ruoli", autorizzazioni: ["R", "W"] };
const APPLICAZIONI = { servizio: "Anagrafica Applicazioni", autorizzazioni: ["R", "W"] };
const LEGGE = { servizio: "Pendenze", autorizzazioni: ["R"] };

let ambiente: AmbienteApi;
const call = (id: string, chiamata: Chiamata = {}) => ambiente.invoke(`backoffice/${id}`, chiamata);
const decide = (id: string, esito: string, as: string, motivazione = "visto") =>
  call("decidiApprovazione", { params: { id }, body: { esito, motivazione }, as });
const idOf = ({ status, headers, testo }: Esito): string => {
  expect([status, testo]).toEqual([202, ""]);
  const [, id] = /^\/backoffice\/v1\/approvazioni\/(\w+)$/.exec(headers["location"] ?? "") ?? [];
  if (id === undefined) throw new Error(`location non conforme: ${headers["location"]}`);
  return id;
};
const operatore = (principal: string, altro: object = {}) => ({
  params: { principal },
  body: { ragioneSociale: principal, password: PASSWORD, domini: ["*"], tipiPendenza: ["*"], acl: [RUOLI, APPLICAZIONI], ...altro },
});

beforeAll(async () => {
  ambiente = await createAmbiente({ FIORINO_QUATTRO_OCCHI: "ruoli,credenziali" });
  // The first administrator asks, and a person who does not exist yet cannot approve: the seed gives the second one by hand.
  const { seedOperatori } = await import("../../sostegno/operatori.ts");
  await seedOperatori(ambiente.deposito, [operatore("anna"), operatore("bruno")]);
});
afterAll(() => ambiente?.stop());

describe("a role", () => {
  const put = (acl: readonly object[], as = "anna") => call("addRuolo", { params: { idRuolo: "sportello" }, body: { acl }, as });
  const get = () => call("getRuolo", { params: { idRuolo: "sportello" } });

  it("does not exist until another person approves it; then it is as it was asked", async () => {
    const id = idOf(await put([LEGGE]));
    expect((await get()).status).toBe(404);
    const richiesta = await call("getApprovazione", { params: { id }, as: "bruno" });
    expect(richiesta.body).toMatchObject({ tipo: "RUOLO", oggetto: "sportello", richiedente: "anna", stato: "RICHIESTA" });
    expect(String(richiesta.body["descrizione"])).toBe("ruolo sportello: da inesistente a Pendenze R");
    const propria = await decide(id, "APPROVATA", "anna");
    expect([propria.status, String(propria.body["dettaglio"])]).toEqual([403, expect.stringContaining("serve un'altra persona")]);
    expect((await decide(id, "APPROVATA", "bruno")).status).toBe(200);
    expect((await get()).body).toEqual({ id: "sportello", acl: [LEGGE] });
    expect((await decide(id, "APPROVATA", "bruno")).status).toBe(422);
  });

  it("stays as it was when the request is refused or withdrawn", async () => {
    for (const [esito, chi] of [
      ["RIFIUTATA", "bruno"],
      ["RITIRATA", "anna"],
    ] as const) {
      const id = idOf(await put([RUOLI]));
      expect((await decide(id, esito, chi)).body["stato"]).toBe(esito);
    }
    expect((await get()).body["acl"]).toEqual([LEGGE]);
  });

  it("that changed after the request is not written over: the request is to be made again", async () => {
    const prima = idOf(await put([RUOLI]));
    const seconda = idOf(await put([], "bruno"));
    expect((await decide(seconda, "APPROVATA", "anna")).status).toBe(200);
    const tardi = await decide(prima, "APPROVATA", "bruno");
    expect([tardi.status, String(tardi.body["dettaglio"])]).toEqual([422, expect.stringContaining("va rifatta")]);
    expect((await get()).body["acl"]).toEqual([]);
  });

  it("is asked in the journal with who asked, and decided with who decided", async () => {
    const { body } = await call("findEventi", { query: { categoriaEvento: "UTENTE", risultatiPerPagina: "100" } });
    const testo = JSON.stringify(body);
    expect(testo).toContain("APPROVATA: ruolo sportello: da inesistente a Pendenze R (chiesto da anna)");
  });
});

describe("the rights of an operator", () => {
  it("are widened by two persons, narrowed by one", async () => {
    const patch = (op: string) =>
      call("updateOperatore", { params: { principal: "bruno" }, body: [{ op, path: "/acl", value: LEGGE }], as: "anna" });
    const id = idOf(await patch("ADD"));
    expect((await decide(id, "APPROVATA", "bruno")).status).toBe(200);
    const ristretto = await patch("DELETE");
    expect([ristretto.status, ristretto.body["acl"]]).toEqual([200, [RUOLI, APPLICAZIONI]]);
  });

  it("of a new operator wait too, with its password, which no read shows", async () => {
    const id = idOf(await call("addOperatore", { ...operatore("carla"), as: "anna" }));
    const richiesta = await call("getApprovazione", { params: { id }, as: "bruno" });
    expect(richiesta.testo).not.toMatch(/scrypt|Segreta/);
    expect((await call("findRuoli", { as: "carla" })).status).toBe(401);
    expect((await decide(id, "APPROVATA", "bruno")).status).toBe(200);
    expect((await call("getOperatore", { params: { principal: "carla" } })).body["password"]).toBe(true);
  });

  it("cannot be approved away from everybody", async () => {
    for (const principal of ["carla", "bruno"])
      await call("updateOperatore", { params: { principal }, body: [{ op: "DELETE", path: "/acl", value: { servizio: RUOLI.servizio } }] });
    const ultima = await call("updateOperatore", {
      params: { principal: "anna" },
      body: [{ op: "DELETE", path: "/acl", value: { servizio: RUOLI.servizio } }],
    });
    expect(ultima.status).toBe(422);
  });
});

describe("credentials of an application", () => {
  it("are replaced when another person with the right on applications approves", async () => {
    const nuova = "Cassaforte-26-Blu";
    const body = [{ op: "REPLACE", path: "/password", value: nuova }];
    const id = idOf(await call("updateApplicazione", { params: { idA2A: "GEST-TRIBUTI" }, body, as: "anna" }));
    const con = (password: string) => ({ as: null, headers: { authorization: `Basic ${btoa(`gest-tributi:${password}`)}` } });
    expect((await ambiente.invoke("pendenze/getProfilo", con(nuova))).status).toBe(401);
    expect((await decide(id, "APPROVATA", "bruno")).status).toBe(200);
    // Instances remember an utenza for a minute at most, one that failed for less: the stored one is what counts here.
    const { body: letta } = await call("getApplicazione", { params: { idA2A: "GEST-TRIBUTI" } });
    expect(letta["password"]).toBe(true);
  });

  it("are added and revoked by two persons: a key is shown to who asked, and is valid only after", async () => {
    const segreti = async () =>
      (await call("findSegretiApplicazione", { params: { idA2A: "GEST-TRIBUTI" } })).body["segreti"] as { id: string; tipo: string }[];
    const aggiunta = await call("addSegretoApplicazione", { params: { idA2A: "GEST-TRIBUTI" }, body: { tipo: "API_KEY" }, as: "anna" });
    expect([aggiunta.status, aggiunta.body["apiKey"]]).toEqual([202, expect.any(String)]);
    expect((await segreti()).some(({ tipo }) => tipo === "API_KEY")).toBe(false);
    const id = aggiunta.headers["location"]?.split("/").at(-1) ?? "";
    expect((await call("getApprovazione", { params: { id }, as: "bruno" })).testo).not.toContain(String(aggiunta.body["apiKey"]));
    expect((await decide(id, "APPROVATA", "bruno")).status).toBe(200);
    const idSegreto = (await segreti()).find(({ tipo }) => tipo === "API_KEY")?.id ?? "";
    const body = [{ op: "REPLACE", path: "/revocato", value: true }];
    const params = { idA2A: "GEST-TRIBUTI", idSegreto };
    const revoca = idOf(await call("updateSegretoApplicazione", { params, body, as: "anna" }));
    expect((await segreti()).some(({ tipo }) => tipo === "API_KEY")).toBe(true);
    expect((await decide(revoca, "APPROVATA", "bruno")).status).toBe(200);
    expect((await segreti()).some(({ tipo }) => tipo === "API_KEY")).toBe(false);
  });
});

describe("requests of the whole installation", () => {
  it("are not seen by who works for one creditor, nor by who has not the right to read on their service", async () => {
    const { seedOperatori } = await import("../../sostegno/operatori.ts");
    await seedOperatori(ambiente.deposito, [
      operatore("dario", { domini: [COMUNE] }),
      operatore("elena", { acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R"] }] }),
    ]);
    const [prima] = (await call("findApprovazioni")).body["risultati"] as { id: string }[];
    for (const as of ["dario", "elena"]) {
      const elenco = await call("findApprovazioni", { as });
      expect([elenco.status, elenco.body["numRisultati"]]).toEqual([200, 0]);
      expect((await call("getApprovazione", { params: { id: prima?.id ?? "" }, as })).status).toBe(404);
    }
  });
});
