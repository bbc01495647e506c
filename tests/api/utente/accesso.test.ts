/** Citizens come in and go out: providers of a creditor, return addresses, delegations. The handlers are those deployed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signToken } from "../../sostegno/identita.ts";
import { cittadino, type Esito } from "../ambiente.ts";
import {
  AZIENDA,
  ambiente,
  back,
  begin,
  buoni,
  CF,
  CHIAVE,
  cookiesDi,
  emittente,
  enter,
  invoke,
  posizioneDi,
  profilo,
  SEGRETO_PROXY,
  start,
  stop,
} from "./impianto.ts";

beforeAll(start);
afterAll(stop);

describe("coming in", () => {
  it("goes to the provider and comes back to the page asked for, with a session that no script and no other site can use", async () => {
    const partenza = await begin({ ritorno: "/area" });
    const esito = await back(partenza, signToken(CHIAVE, buoni(partenza.nonce)));
    expect([esito.status, esito.headers["location"]]).toEqual([303, "/area"]);
    const cookie = esito.cookies.find((voce) => voce.startsWith("fiorino-cittadino=")) ?? "";
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    const letto = await profilo(cookiesDi(esito));
    expect(letto).toMatchObject({
      status: 200,
      body: { nome: "Maria Rossi", anagrafica: { tipo: "F", identificativo: CF }, deleghe: [], provider: "spid", livello: 2 },
    });
    expect(await invoke("cittadino/getProfilo", { cookies: cookiesDi(esito) })).toMatchObject({
      status: 200,
      body: { nome: "Maria Rossi" },
    });
  });

  it("shows the buttons of a creditor, and asks for no proof where none is configured", async () => {
    const suoi = await invoke("utente/getMetodiAccesso", { query: { idDominio: "01234567897" } });
    expect(suoi.body).toEqual({
      metodi: [{ id: "spid", nome: "SPID", tipo: "SPID", url: "/utente/v1/login?provider=spid&idDominio=01234567897" }],
      captcha: { tipo: "NESSUNO" },
    });
    const tutti = await invoke("utente/getMetodiAccesso");
    expect(tutti.body["metodi"]).toHaveLength(2);
    expect((await invoke("utente/login", { query: { idDominio: "01234567897", provider: "solo-b" } })).status).toBe(404);
  });

  it("who is in already has its profile, and no second login", async () => {
    const cookies = await enter();
    for (const id of ["utente/login", "cittadino/login"] as const)
      expect(await invoke(id, { cookies })).toMatchObject({ status: 200, body: { nome: "Maria Rossi" } });
  });

  it("reads the attributes from userinfo where the token lacks them, if they are of the same person", async () => {
    emittente.userinfo = () => ({ sub: "spid-1", "https://attributes.eid.gov.it/fiscal_number": `TINIT-${CF}`, given_name: "Da userinfo" });
    const cookies = await enter({ fiscal_number: undefined, given_name: undefined });
    expect((await profilo(cookies)).body).toMatchObject({ nome: "Da userinfo Rossi", anagrafica: { identificativo: CF } });
    emittente.userinfo = () => ({ sub: "un-altro", fiscal_number: `TINIT-${CF}` });
    const partenza = await begin();
    expect((await back(partenza, signToken(CHIAVE, { ...buoni(partenza.nonce), fiscal_number: undefined }))).status).toBe(401);
  });

  it("is known by a trusted proxy only, which gets it a session", async () => {
    const headers = { "x-cf": CF.toLowerCase(), "x-nome": "Maria", "x-proxy": SEGRETO_PROXY };
    const entrato = await invoke("utente/login", { headers });
    expect(entrato).toMatchObject({ status: 200, body: { anagrafica: { identificativo: CF }, provider: "proxy" } });
    expect(await profilo(cookiesDi(entrato))).toMatchObject({ status: 200, body: { provider: "proxy" } });
    expect((await invoke("utente/getProfilo", { headers: { ...headers, "x-proxy": "un-altro" } })).status).toBe(401);
    expect((await invoke("utente/getProfilo", { headers: { ...headers, "x-cf": "ZZZ" } })).status).toBe(401);
  });
});

describe("going back", () => {
  it.each(["//cattivo.example", "https://cattivo.example", "/\\cattivo.example", "javascript:alert(1)", "cattivo", "/a\nb"])(
    "never to an address given by who calls: %j",
    async (ritorno) => {
      for (const id of ["utente/login", "cittadino/login"] as const)
        expect(await invoke(id, { query: { ritorno } })).toMatchObject({
          status: 400,
          body: { dettaglio: expect.stringContaining("ritorno") },
        });
    },
  );

  it("goes to the configured address with the query of the call, and to no other", async () => {
    const cookies = await enter();
    for (const id of ["utente/loginConRedirect", "cittadino/loginConRedirect"] as const) {
      const query = { pagina: "tari", url: "https://cattivo.example" };
      const esito = await invoke(id, { cookies, params: { urlID: "portale" }, query });
      expect([esito.status, esito.headers["location"]]).toEqual([
        303,
        "https://portale.example.it/area?pagina=tari&url=https%3A%2F%2Fcattivo.example#inizio",
      ]);
      expect((await invoke(id, { cookies, params: { urlID: "altro" } })).status).toBe(404);
    }
  });

  it("after the login at the provider too", async () => {
    const esito = await invoke("utente/loginConRedirect", { params: { urlID: "portale" }, query: { provider: "spid", pagina: "tari" } });
    const { searchParams } = posizioneDi(esito);
    const partenza = { cookies: cookiesDi(esito), stato: searchParams.get("state") ?? "", nonce: searchParams.get("nonce") ?? "" };
    const tornato = await back(partenza, signToken(CHIAVE, buoni(partenza.nonce)));
    expect(tornato.headers["location"]).toBe("https://portale.example.it/area?provider=spid&pagina=tari#inizio");
  });
});

describe("going out", () => {
  it.each(["utente/logout", "cittadino/logout", "pagamento/logout", "pagamento-v3/logout", "pagamento-v1/logout"] as const)(
    "%s ends the session for good, and twice is no error",
    async (id) => {
      const cookies = await enter();
      const uscita = await invoke(id, { cookies });
      expect([uscita.status, uscita.cookies[0]]).toEqual([200, expect.stringContaining("fiorino-cittadino=; Path=/; Max-Age=0")]);
      expect((await profilo(cookies)).status).toBe(401);
      expect((await invoke(id, { cookies })).status).toBe(200);
    },
  );

  it.each(["utente/logoutConRedirect", "cittadino/logoutConRedirect"] as const)("%s tells the provider, then goes back", async (id) => {
    const cookies = await enter();
    const esito = await invoke(id, { cookies, params: { urlID: "portale" } });
    const posizione = posizioneDi(esito);
    expect(`${posizione.origin}${posizione.pathname}`).toBe(`${emittente.url}/uscita`);
    expect(posizione.searchParams.get("post_logout_redirect_uri")).toBe("https://portale.example.it/ciao?da=fiorino");
    expect(posizione.searchParams.get("id_token_hint")).toMatch(/^ey/);
    expect((await profilo(cookies)).status).toBe(401);
    const fuori = await invoke(id, { params: { urlID: "portale" }, query: { idDominio: "01234567897" } });
    expect(fuori.headers["location"]).toBe("https://comune.example.it/uscita?idDominio=01234567897");
    expect((await invoke(id, { params: { urlID: "altro" } })).status).toBe(404);
  });
});

describe("acting for a company", () => {
  const DI_QUI = { "sec-fetch-site": "same-origin" };
  const deleghe = { company_name: "Fiorino Costruzioni S.r.l.", company_fiscal_number: AZIENDA, vat_number: `VATIT-${AZIENDA}` };
  const change = (cookies: string[], perConto: string | null, headers: Record<string, string> = DI_QUI): Promise<Esito> =>
    invoke("utente/changeDelega", { cookies, headers, body: { perConto } });

  it("is chosen among those that the provider names, goes on under another identifier, and is journaled", async () => {
    const cookies = await enter(deleghe);
    expect((await profilo(cookies)).body["deleghe"]).toEqual([
      { codiceFiscale: AZIENDA, partitaIva: AZIENDA, ragioneSociale: "Fiorino Costruzioni S.r.l." },
    ]);
    const esito = await change(cookies, AZIENDA);
    expect(esito).toMatchObject({
      status: 200,
      body: { perConto: AZIENDA, anagrafica: { tipo: "G", identificativo: AZIENDA, anagrafica: "Fiorino Costruzioni S.r.l." } },
    });
    const dopo = cookiesDi(esito);
    expect((await profilo(cookies)).status).toBe(401);
    expect((await profilo(dopo)).body["perConto"]).toBe(AZIENDA);
    expect((await change(dopo, null)).body).not.toHaveProperty("perConto");
    const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
    const { Items = [] } = await ambiente.dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(Items.map(({ dettaglioEsito }) => dettaglioEsito)).toEqual(
      expect.arrayContaining([`Maria Rossi agisce per conto di ${AZIENDA}`, "Maria Rossi agisce per sé"]),
    );
  });

  it("is refused for a company that the provider did not name, and without a session", async () => {
    const cookies = await enter(deleghe);
    expect(await change(cookies, "99999999990")).toMatchObject({ status: 422, body: { dettaglio: expect.stringContaining("perConto") } });
    expect((await change([], AZIENDA)).status).toBe(401);
  });

  it.each<readonly [string, Record<string, string>, number]>([
    ["from a page of another site", { "sec-fetch-site": "cross-site" }, 403],
    ["from a page of a neighbour", { "sec-fetch-site": "same-site" }, 403],
    ["from an old browser, on another site", { origin: "https://cattivo.example" }, 403],
    ["from who does not say where it comes from", {}, 403],
    ["from an old browser, on this site", { origin: "http://127.0.0.1:8099" }, 200],
  ])("%s", async (_da, headers, status) => {
    expect((await change(await enter(deleghe), AZIENDA, headers)).status).toBe(status);
  });
});

it("who calls with a session made for a test is that citizen", async () => {
  const esito = await invoke("utente/getProfilo", { as: cittadino({ codiceFiscale: CF, nome: "Mario" }) });
  expect(esito.body).toMatchObject({ nome: "Mario", anagrafica: { identificativo: CF } });
});
