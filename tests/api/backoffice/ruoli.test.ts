/** Roles, and rights given and taken one at a time: what changes, what is refused, and that somebody always remains who may give rights. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, type Chiamata, createAmbiente } from "../ambiente.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
});
afterAll(() => ambiente?.stop());

const call = (id: string, chiamata: Chiamata = {}) => ambiente.invoke(id, chiamata);
const RUOLI_W = { servizio: "Anagrafica Ruoli", autorizzazioni: ["R", "W"] };

const putOperatore = async (principal: string, altro: object = {}): Promise<void> => {
  const body = { ragioneSociale: principal, password: PASSWORD, domini: ["*"], tipiPendenza: ["*"], ...altro };
  expect([200, 201]).toContain((await call("backoffice/addOperatore", { params: { principal }, body })).status);
};
const putRuolo = (idRuolo: string, acl: readonly object[], altro: Chiamata = {}) =>
  call("backoffice/addRuolo", { params: { idRuolo }, body: { acl }, ...altro });
const patchRuolo = (idRuolo: string, body: unknown, altro: Chiamata = {}) =>
  call("backoffice/updateRuolo", { params: { idRuolo }, body, ...altro });
const patchOperatore = (principal: string, body: unknown, altro: Chiamata = {}) =>
  call("backoffice/updateOperatore", { params: { principal }, body, ...altro });
const patchApplicazione = (idA2A: string, body: unknown, altro: Chiamata = {}) =>
  call("backoffice/updateApplicazione", { params: { idA2A }, body, ...altro });
const acl = (op: string, servizio: string, autorizzazioni?: readonly string[]) => ({
  op,
  path: "/acl",
  value: { servizio, ...(autorizzazioni && { autorizzazioni }) },
});

describe("a role", () => {
  it("is created with 201, replaced with 200, read with its rights joined by service, and listed", async () => {
    const pendenze = (diritto: string) => ({ servizio: "Pendenze", autorizzazioni: [diritto] });
    expect((await putRuolo("sportello", [pendenze("R")])).status).toBe(201);
    expect((await putRuolo("sportello", [pendenze("W"), pendenze("R")])).status).toBe(200);
    const letto = await call("backoffice/getRuolo", { params: { idRuolo: "sportello" } });
    expect([letto.status, letto.body]).toEqual([200, { id: "sportello", acl: [{ servizio: "Pendenze", autorizzazioni: ["R", "W"] }] }]);
    const { body } = await call("backoffice/findRuoli", { query: { risultatiPerPagina: "1" } });
    expect(body).toMatchObject({ numRisultati: 1, risultati: [{ id: "sportello" }] });
  });

  it("gains and loses rights one at a time; with none left it stays, and gives nothing", async () => {
    await putRuolo("contabile", []);
    const dopo = await patchRuolo("contabile", [
      acl("ADD", "Pendenze", ["R", "W"]),
      acl("ADD", "Pagamenti", ["R"]),
      acl("DELETE", "Pendenze", ["W"]),
    ]);
    expect([dopo.status, dopo.body["acl"]]).toEqual([
      200,
      [
        { servizio: "Pagamenti", autorizzazioni: ["R"] },
        { servizio: "Pendenze", autorizzazioni: ["R"] },
      ],
    ]);
    expect((await patchRuolo("contabile", [acl("DELETE", "Pendenze"), acl("DELETE", "Pagamenti")])).body["acl"]).toEqual([]);
  });

  it("gives its rights to who has it, at once, together with those of other roles", async () => {
    await putRuolo("legge-ruoli", [{ servizio: "Anagrafica Ruoli", autorizzazioni: ["R"] }]);
    await putRuolo("legge-creditori", [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R"] }]);
    await putOperatore("con-due-ruoli", { ruoli: ["legge-ruoli", "legge-creditori"] });
    const as = "con-due-ruoli";
    expect((await call("backoffice/findRuoli", { as })).status).toBe(200);
    expect((await call("backoffice/findDomini", { as })).status).toBe(200);
    expect((await call("backoffice/findApplicazioni", { as })).status).toBe(403);
    expect((await putRuolo("altro", [], { as })).status).toBe(403);
  });

  it.each<readonly [string, () => ReturnType<typeof call>, number, RegExp]>([
    ["a service that does not exist", () => putRuolo("x", [{ servizio: "Tutto", autorizzazioni: ["R"] }]), 400, /acl\.0\.servizio/],
    ["a right that does not exist", () => putRuolo("x", [{ servizio: "Pendenze", autorizzazioni: ["X"] }]), 400, /autorizzazioni/],
    ["a name with a slash", () => putRuolo("a/b", []), 400, /idRuolo.*lettere, cifre/],
    ["a path of others", () => patchRuolo("sportello", [{ op: "ADD", path: "/password", value: PASSWORD }]), 400, /ammesso \/acl/],
    ["another operation", () => patchRuolo("sportello", [acl("REPLACE", "Pendenze", ["R"])]), 400, /ammessi ADD e DELETE/],
    ["no rights to add", () => patchRuolo("sportello", [acl("ADD", "Pendenze")]), 400, /obbligatorie con ADD/],
    ["no changes at all", () => patchRuolo("sportello", []), 400, /corpo/],
    ["a role that does not exist", () => patchRuolo("mai-creato", [acl("DELETE", "Pendenze")]), 404, /mai-creato/],
    ["a stale version", () => patchRuolo("sportello", [acl("DELETE", "Pendenze")], { headers: { "if-match": '"1"' } }), 412, /If-Match/],
  ])("refuses %s", async (_caso, richiesta, status, atteso) => {
    const { status: trovato, body } = await richiesta();
    expect([trovato, String(body["dettaglio"])]).toEqual([status, expect.stringMatching(atteso)]);
  });

  it("is of all the creditors: who works for some of them reads it and does not write it", async () => {
    await putOperatore("un-solo-ente", { domini: [COMUNE], acl: [RUOLI_W] });
    expect((await call("backoffice/getRuolo", { params: { idRuolo: "sportello" }, as: "un-solo-ente" })).status).toBe(200);
    for (const esito of [
      await putRuolo("sportello", [], { as: "un-solo-ente" }),
      await patchRuolo("sportello", [acl("DELETE", "Pendenze")], { as: "un-solo-ente" }),
    ])
      expect([esito.status, String(esito.body["dettaglio"])]).toEqual([403, expect.stringContaining("comune a tutti i domini")]);
  });
});

describe("PATCH of an application and of an operator", () => {
  it("gives and takes creditors, units and types, and never widens by taking away", async () => {
    await putOperatore("mobile", { domini: [], tipiPendenza: [] });
    const aggiunti = await patchOperatore("mobile", [
      { op: "ADD", path: "/domini", value: UNIONE },
      { op: "ADD", path: "/domini", value: { idDominio: COMUNE, unitaOperative: ["TRIBUTI"] } },
      { op: "ADD", path: "/tipiPendenza", value: "TARI" },
      acl("ADD", "Pendenze", ["R"]),
    ]);
    expect([aggiunti.status, aggiunti.body]).toEqual([
      200,
      expect.objectContaining({
        domini: [
          { idDominio: UNIONE, ragioneSociale: expect.any(String) },
          {
            idDominio: COMUNE,
            ragioneSociale: expect.any(String),
            unitaOperative: [{ idUnita: "TRIBUTI", ragioneSociale: expect.any(String) }],
          },
        ],
        tipiPendenza: [{ idTipoPendenza: "TARI", descrizione: expect.any(String) }],
        acl: [{ servizio: "Pendenze", autorizzazioni: ["R"] }],
      }),
    ]);
    const tolti = await patchOperatore("mobile", [
      { op: "DELETE", path: "/domini", value: { idDominio: COMUNE, unitaOperative: ["TRIBUTI"] } },
      { op: "DELETE", path: "/tipiPendenza", value: "TARI" },
    ]);
    expect(tolti.body).toMatchObject({ domini: [{ idDominio: UNIONE }], tipiPendenza: [] });
    expect((await patchOperatore("mobile", [{ op: "ADD", path: "/domini", value: "*" }])).body["domini"]).toEqual([
      { idDominio: "*", ragioneSociale: "Tutti" },
    ]);
    expect((await patchOperatore("mobile", [{ op: "DELETE", path: "/domini", value: "*" }])).body["domini"]).toEqual([]);
  });

  it("changes the password: the new one opens, the old one no longer", async () => {
    await putOperatore("smemorato", { acl: [RUOLI_W] });
    const nuova = "Cassaforte-26-Blu";
    const esito = await patchOperatore("smemorato", [{ op: "REPLACE", path: "/password", value: nuova }]);
    expect([esito.status, esito.body["password"]]).toEqual([200, true]);
    const con = (password: string) => ({ as: null, headers: { authorization: `Basic ${btoa(`smemorato:${password}`)}` } });
    expect((await call("backoffice/findRuoli", con(nuova))).status).toBe(200);
    expect((await call("backoffice/findRuoli", con(PASSWORD))).status).toBe(401);
  });

  it("gives an application the right to name accounts, which on the wire is a type", async () => {
    const con = await patchApplicazione("GEST-TRIBUTI", [{ op: "ADD", path: "/tipiPendenza", value: "autodeterminazione" }]);
    expect([con.status, JSON.stringify(con.body["tipiPendenza"])]).toEqual([200, expect.stringContaining("autodeterminazione")]);
    const senza = await patchApplicazione("GEST-TRIBUTI", [{ op: "DELETE", path: "/tipiPendenza", value: "autodeterminazione" }]);
    expect(JSON.stringify(senza.body["tipiPendenza"])).not.toContain("autodeterminazione");
  });

  const dominio = (op: string, value: unknown) => [{ op, path: "/domini", value }];
  it.each<readonly [string, () => ReturnType<typeof call>, number, RegExp]>([
    [
      "another field, by name",
      () => patchOperatore("mobile", [{ op: "REPLACE", path: "/principal", value: "x" }]),
      400,
      /0\.path.*\/acl, \/domini, \/tipiPendenza e \/password/,
    ],
    [
      "the whole list of an application",
      () => patchApplicazione("GEST-TRIBUTI", [{ op: "REPLACE", path: "/domini", value: "*" }]),
      400,
      /ammessi ADD e DELETE/,
    ],
    [
      "to take the password away",
      () => patchOperatore("mobile", [{ op: "DELETE", path: "/password", value: "x" }]),
      400,
      /ammessi ADD e REPLACE/,
    ],
    ["a weak password", () => patchOperatore("mobile", [{ op: "REPLACE", path: "/password", value: "corta" }]), 400, /password|value/],
    ["an unknown creditor", () => patchOperatore("mobile", dominio("ADD", "00000000000")), 422, /00000000000 non è registrato/],
    [
      "an unknown unit",
      () => patchOperatore("mobile", dominio("ADD", { idDominio: COMUNE, unitaOperative: ["BOH"] })),
      422,
      /BOH non è registrato/,
    ],
    ["an unknown type", () => patchOperatore("mobile", [{ op: "ADD", path: "/tipiPendenza", value: "BOH" }]), 422, /BOH non è registrato/],
    ["one of all the creditors taken away", () => patchApplicazione("GEST-TRIBUTI", dominio("DELETE", COMUNE)), 422, /opera su tutti/],
    ["an operator that does not exist", () => patchOperatore("nessuno", dominio("ADD", COMUNE)), 404, /nessuno/],
    [
      "more than it has, from who works for one creditor",
      () => patchOperatore("un-solo-ente", dominio("ADD", UNIONE), { as: "un-solo-ente" }),
      403,
      /più largo del proprio/,
    ],
    [
      "an operator out of its scope, as if it did not exist",
      () => patchOperatore("smemorato", dominio("ADD", COMUNE), { as: "un-solo-ente" }),
      404,
      /smemorato/,
    ],
    [
      "who has not the right",
      () => patchApplicazione("GEST-TRIBUTI", dominio("ADD", COMUNE), { as: "un-solo-ente" }),
      403,
      /W su Anagrafica Applicazioni/,
    ],
  ])("refuses %s", async (_caso, richiesta, status, atteso) => {
    const { status: trovato, body } = await richiesta();
    expect([trovato, String(body["dettaglio"])]).toEqual([status, expect.stringMatching(atteso)]);
  });

  it("that fails on one change makes none", async () => {
    const prima = await call("backoffice/getOperatore", { params: { principal: "mobile" } });
    const esito = await patchOperatore("mobile", [acl("ADD", "Pagamenti", ["R", "W"]), ...dominio("ADD", "00000000000")]);
    expect(esito.status).toBe(422);
    expect((await call("backoffice/getOperatore", { params: { principal: "mobile" } })).body).toEqual(prima.body);
  });
});

describe("the last operator who may give rights", () => {
  const NESSUNO = /nessun operatore abilitato avrebbe più il diritto W/;
  const disable = (principal: string) => putOperatoreStato(principal, false);
  const putOperatoreStato = (principal: string, abilitato: boolean) =>
    call("backoffice/addOperatore", {
      params: { principal },
      body: { ragioneSociale: principal, domini: ["*"], tipiPendenza: ["*"], ruoli: ["capo"], abilitato },
    });

  beforeAll(async () => {
    await putRuolo("capo", [RUOLI_W]);
    for (const principal of ["capo-a", "capo-b"]) await putOperatore(principal, { ruoli: ["capo"] });
    // Those of the other tests no longer count.
    for (const principal of ["smemorato", "un-solo-ente"])
      expect([200, 404]).toContain((await patchOperatore(principal, [acl("DELETE", "Anagrafica Ruoli")])).status);
  });

  it("of two, one may leave; the second is refused, whatever the way", async () => {
    expect((await disable("capo-a")).status).toBe(200);
    for (const esito of [
      await disable("capo-b"),
      await patchOperatore("capo-b", [{ op: "DELETE", path: "/domini", value: "*" }]),
      await putRuolo("capo", [{ servizio: "Pendenze", autorizzazioni: ["R"] }]),
      await patchRuolo("capo", [acl("DELETE", "Anagrafica Ruoli", ["W"])]),
    ])
      expect([esito.status, String(esito.body["dettaglio"])]).toEqual([422, expect.stringMatching(NESSUNO)]);
    expect((await call("backoffice/findRuoli", { as: "capo-b" })).status).toBe(200);
  });

  it("of two who leave together, one remains", async () => {
    for (let giro = 0; giro < 5; giro++) {
      await Promise.all(["capo-a", "capo-b"].map((principal) => putOperatoreStato(principal, true)));
      const esiti = await Promise.all([disable("capo-a"), disable("capo-b")]);
      expect(esiti.map(({ status }) => status).sort()).toEqual([200, 422]);
    }
  });
});
