/** "backoffice/getConfigurazioni", "backoffice/addConfigurazione", "backoffice/updateConfigurazione": the configuration of the installation. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { decodeEvento } from "../../sostegno/eventi.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();

const leggi = async () => (await prova.invoke("getConfigurazioni")).body;
const replace = (path: string, value: unknown) => ({ op: "REPLACE", path, value });
const patch = (...operazioni: readonly unknown[]) => prova.invoke("updateConfigurazione", { body: operazioni });

const MAILSERVER = {
  host: "smtp.comune.example",
  port: 587,
  username: "pagamenti",
  password: "Postale.1",
  from: "pagamenti@comune.example",
  readTimeout: 120_000,
  connectionTimeout: 10_000,
  startTls: true,
};
const CAPTCHA = {
  serverURL: "https://captcha.example/verify",
  siteKey: "pubblica",
  secretKey: "Segreta.Captcha",
  soglia: 0.7,
  parametro: "gRecaptchaResponse",
  denyOnFail: true,
  connectionTimeout: 5_000,
  readTimeout: 5_000,
};

// Each starts from an installation where nobody chose anything.
beforeEach(async () => {
  expect((await prova.invoke("addConfigurazione", { body: {} })).status).toBe(200);
});

describe("GET /configurazioni", () => {
  it("answers the defaults where nobody wrote", async () => {
    const configurazione = await leggi();
    expect(configurazione).toMatchObject({
      servizioGDE: { abilitato: false },
      hardening: { abilitato: false },
      mailBatch: { abilitato: false },
      avvisaturaMail: {
        promemoriaAvviso: { allegaPdf: true },
        promemoriaRicevuta: { soloEseguiti: true },
        promemoriaScadenza: { preavviso: 10 },
      },
      appIOBatch: { abilitato: false, timeToLive: 3600 },
    });
    expect(configurazione["giornaleEventi"]).toMatchObject({
      interfacce: {
        apiPagoPA: { letture: { log: "sempre", dump: "sempre" }, scritture: { log: "sempre", dump: "sempre" } },
        apiPendenze: { letture: { log: "mai", dump: "mai" }, scritture: { log: "sempre", dump: "solo errore" } },
        apiBackoffice: { letture: { log: "mai" }, scritture: { dump: "sempre" } },
        apiEnte: { letture: { log: "sempre", dump: "solo errore" } },
      },
    });
    expect(configurazione).not.toHaveProperty("tracciatoCsv");
  });

  it("is one request of the store", async () => {
    const { status, headers } = await prova.invoke("getConfigurazioni");
    expect([status, headers["etag"]]).toEqual([200, expect.stringMatching(/^"\d+"$/)]);
  });
});

describe("PATCH /configurazioni", () => {
  it("replaces a section and leaves the others, with the defaults of what it does not say", async () => {
    const scrittura = { log: "sempre", dump: "mai" };
    const giornale = { interfacce: { apiPendenze: { letture: scrittura, scritture: scrittura } } };
    const { status, body } = await patch(replace("/giornaleEventi", giornale), replace("/appIOBatch", { abilitato: false }));
    expect(status).toBe(200);
    expect(body).toEqual(await leggi());
    expect(body["giornaleEventi"]).toMatchObject({
      interfacce: { apiPendenze: { letture: scrittura }, apiPagoPA: { letture: { dump: "sempre" } } },
    });
    expect(body["appIOBatch"]).toEqual({ abilitato: false, timeToLive: 3600 });
  });

  it("keeps a secret that is left out, never shows it, and forgets it when the place changes", async () => {
    expect((await patch(replace("/mailBatch", { abilitato: true, mailserver: MAILSERVER }))).status).toBe(200);
    const { password: _password, ...senza } = MAILSERVER;
    const seconda = await patch(replace("/mailBatch", { abilitato: true, mailserver: { ...senza, port: 465 } }));
    expect([seconda.status, seconda.body["mailBatch"]]).toEqual([200, { abilitato: true, mailserver: { ...senza, port: 465 } }]);
    const altrove = await patch(replace("/mailBatch", { abilitato: true, mailserver: { ...senza, host: "altrove.example" } }));
    expect([altrove.status, altrove.body["dettaglio"]]).toEqual([
      400,
      expect.stringContaining("mailBatch.mailserver.password: obbligatorio"),
    ]);
  });

  it("leaves in the journal what changed, without secrets", async () => {
    await patch(
      replace("/hardening", { abilitato: true, captcha: CAPTCHA }),
      replace("/mailBatch", { abilitato: true, mailserver: MAILSERVER }),
    );
    await patch({ op: "REPLACE", path: "/hardening", value: { abilitato: 3, captcha: CAPTCHA } });
    const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
    const { Items = [] } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    const eventi = Items.filter(({ tipoEvento }) => tipoEvento === "updateConfigurazione").map(decodeEvento);
    expect(eventi.some(({ dettaglioEsito }) => dettaglioEsito === "Configurazione: hardening, mailBatch")).toBe(true);
    expect(JSON.stringify(eventi)).not.toMatch(/Segreta\.Captcha|Postale\.1/);
  });

  it("with If-Match replaces only what its writer has seen", async () => {
    const { headers } = await prova.invoke("getConfigurazioni");
    const con = (versione: string) =>
      prova.invoke("updateConfigurazione", {
        body: [replace("/appIOBatch", { abilitato: false, timeToLive: 4_000 + Number(versione.replace(/\D/g, "")) })],
        headers: { "if-match": versione },
      });
    const prima = headers["etag"] ?? "";
    expect((await con(prima)).status).toBe(200);
    expect(await con(prima)).toMatchObject({ status: 412, body: { codice: "412000" } });
  });

  const captcha = (campi: object) => [replace("/hardening", { abilitato: true, captcha: { ...CAPTCHA, ...campi } })];
  const posta = (campi: object) => [replace("/mailBatch", { abilitato: true, mailserver: { ...MAILSERVER, ...campi } })];
  const cittadini = (campi: object) => [
    replace("/accessoCittadini", {
      ...{ abilitato: true, provider: [{ id: "spid", nome: "SPID", emittente: "https://idp.example", client: { id: "x" }, ...campi }] },
    }),
  ];
  const ritorno = (indirizzo: string) => [replace("/accessoCittadini", { abilitato: true, urlLogin: [{ id: "portale", indirizzo }] })];
  const CASELLA = {
    idDominio: COMUNE,
    host: "smtps.pec.example",
    port: 465,
    username: "u",
    segreto: "segreto:pec",
    from: "comune@pec.example",
  };
  const PEM = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n";
  const pec = (...caselle: object[]) => [replace("/pecBatch", { abilitato: true, caselle })];
  const send = (campi: object) => [replace("/send", { abilitato: true, url: "https://api.send.example", ...campi })];
  const appIO = (campi: object) => [replace("/appIOBatch", { abilitato: true, url: "https://api.io.example", ...campi })];
  it.each<readonly [string, unknown, RegExp]>([
    ["an operation that is not REPLACE", [{ op: "DELETE", path: "/hardening", value: { abilitato: false } }], /op/],
    ["a section that does not exist", [replace("/colori", {})], /path/],
    ["a path inside a section", [replace("/hardening/captcha", CAPTCHA)], /path/],
    ["a path towards the prototype", [replace("/__proto__", {})], /path/],
    ["no operation", [], /corpo/],
    ["a certified mailbox with its password written", pec({ ...CASELLA, segreto: "Password-1" }), /segreto: atteso segreto:/],
    ["two certified mailboxes of a creditor", pec(CASELLA, CASELLA), /caselle: idDominio ripetuto/],
    ["a certified mailbox inside the network", pec({ ...CASELLA, host: "10.0.0.1" }), /host/],
    ["SEND without an address", [replace("/send", { abilitato: true })], /url: obbligatorio/],
    ["SEND inside the network", send({ url: "https://169.254.169.254" }), /url/],
    ["a key of SEND written", send({ enti: [{ idDominio: COMUNE, segreto: "abc" }] }), /segreto: atteso segreto:/],
    ["an issuer of stamps that is no certificate", [replace("/marcheDaBollo", { emittenti: ["-----BEGIN KEY-----"] })], /emittenti.*PEM/],
    ["an issuer of stamps that cannot be read", [replace("/marcheDaBollo", { emittenti: [PEM] })], /emittenti\.0: non è un certificato/],
    ["nine issuers of stamps", [replace("/marcheDaBollo", { emittenti: Array.from({ length: 9 }, () => PEM) })], /emittenti/],
    ["fourteen operations", Array.from({ length: 14 }, () => replace("/appIOBatch", { abilitato: false })), /corpo/],
    [
      "a policy that does not exist",
      [replace("/giornaleEventi", { interfacce: { apiEnte: { letture: { log: "forse", dump: "mai" } } } })],
      /log/,
    ],
    ["an interface that does not exist", [replace("/giornaleEventi", { interfacce: { apiLuna: {} } })], /apiLuna/],
    ["a challenge that no browser would solve", [replace("/hardening", { abilitato: true, sfida: { difficolta: 25 } })], /difficolta/],
    ["a threshold below 0.1", captcha({ soglia: 0.09 }), /soglia/],
    ["a threshold above 1", captcha({ soglia: 1.01 }), /soglia/],
    ["a time of zero", captcha({ readTimeout: 0 }), /readTimeout/],
    [
      "a captcha inside our network",
      captcha({ serverURL: "https://169.254.169.254/latest" }),
      /hardening\.captcha\.serverURL: .*indirizzo interno/,
    ],
    ["a captcha over http", captcha({ serverURL: "http://captcha.example/" }), /serverURL: atteso un indirizzo https/],
    ["a secret that was never there", captcha({ secretKey: undefined }), /hardening\.captcha\.secretKey: obbligatorio/],
    ["a port above 65535", posta({ port: 65_536 }), /port/],
    ["a mail server inside our network", posta({ host: "10.0.0.25" }), /mailBatch\.mailserver\.host: .*interno/],
    ["a user name above 35 characters", posta({ username: "u".repeat(36) }), /username/],
    ["a sender that is no address", posta({ from: "comune" }), /from/],
    [
      "a provider of citizens inside our network",
      cittadini({ emittente: "https://169.254.169.254/" }),
      /accessoCittadini\.provider\.emittente: .*indirizzo interno/,
    ],
    ["a provider of citizens in the clear", cittadini({ emittente: "http://idp.example" }), /emittente/],
    ["a secret of a provider written in the clear", cittadini({ client: { id: "x", segreto: "chiaro" } }), /segreto/],
    ["an algorithm that takes a public key for a secret", cittadini({ algoritmi: ["HS256"] }), /algoritmi/],
    ["a return address that is a script", ritorno("javascript:alert(1)"), /indirizzo/],
    ["a return address with a user in it", ritorno("https://banca.example@cattivo.example/"), /indirizzo/],
    ["App IO without an address", [replace("/appIOBatch", { abilitato: true })], /url: obbligatorio/],
    ["a message of App IO that lives less than an hour", appIO({ timeToLive: 3_599 }), /timeToLive/],
    [
      "a token asked inside our network",
      appIO({ auth: { clientId: "a", clientSecret: "b", urlTokenEndpoint: "https://[::1]/t" } }),
      /urlTokenEndpoint: .*interno/,
    ],
    ["a reminder a year before", [replace("/avvisaturaMail", { promemoriaScadenza: { preavviso: 366 } })], /preavviso/],
    ["a PDF in App IO", [replace("/avvisaturaAppIO", { promemoriaAvviso: { allegaPdf: true } })], /allegaPdf/],
  ])("refuses %s, and changes nothing", async (_caso, body, atteso) => {
    const prima = await leggi();
    const { status, body: errore } = await prova.invoke("updateConfigurazione", { body });
    expect([status, `${errore["dettaglio"]}`]).toEqual([400, expect.stringMatching(atteso)]);
    expect(await leggi()).toEqual(prima);
  });

  it("is not for who works only for some creditors", async () => {
    expect(
      (await prova.invoke("updateConfigurazione", { body: [replace("/appIOBatch", { abilitato: false })], as: LIMITATO })).status,
    ).toBe(403);
  });
});

describe("POST /configurazioni", () => {
  it("writes what was read without changing anything, and what is left out goes back to its defaults", async () => {
    await patch(
      replace("/hardening", { abilitato: true, captcha: CAPTCHA }),
      replace("/appIOBatch", { abilitato: false, timeToLive: 7_200 }),
    );
    const letta = await leggi();
    expect((await prova.invoke("addConfigurazione", { body: letta })).status).toBe(200);
    expect(await leggi()).toEqual(letta);
    const { appIOBatch: _app, ...resto } = letta;
    await prova.invoke("addConfigurazione", { body: resto });
    expect(await leggi()).toEqual({ ...letta, appIOBatch: { abilitato: false, timeToLive: 3600 } });
  });

  it("refuses a section that does not exist", async () => {
    expect((await prova.invoke("addConfigurazione", { body: { colori: {} } })).status).toBe(400);
  });
});
