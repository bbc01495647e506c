import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idA2A: "GEST-MULTE" };
const body = {
  principal: "gest-multe",
  password: "SegretaApp-1",
  domini: [COMUNE, { idDominio: UNIONE, unitaOperative: ["TRIBUTI"] }],
  tipiPendenza: ["TARI", "autodeterminazione"],
  codificaAvvisi: { codificaIuv: "7", regExpIuv: "^7[0-9]+$", generazioneIuvInterna: true },
  apiPendenze: true,
  acl: [{ servizio: "Pendenze", autorizzazioni: ["R"] }],
  servizioIntegrazione: { url: "https://multe.example", versioneApi: "REST v2", auth: { apiId: "fiorino", apiKey: "SegretaChiave-1" } },
};
const ENTE = { url: "https://multe.example" };
const con = (campi: object) => ({ params, body: { ...body, ...campi } });

describeScrittura(
  prova,
  "addApplicazione",
  { params, body },
  {
    id: "getApplicazione",
    attesa: {
      idA2A: "GEST-MULTE",
      principal: "gest-multe",
      password: true,
      domini: [
        { idDominio: COMUNE, ragioneSociale: "Comune di Prova" },
        {
          idDominio: UNIONE,
          ragioneSociale: "Unione di Prova",
          unitaOperative: [{ idUnita: "TRIBUTI", ragioneSociale: "Ufficio Tributi" }],
        },
      ],
      tipiPendenza: [
        { idTipoPendenza: "TARI", descrizione: "Tipo TARI" },
        expect.objectContaining({ idTipoPendenza: "autodeterminazione" }),
      ],
      apiPendenze: true,
      apiPagamenti: false,
      servizioIntegrazione: { url: "https://multe.example", versioneApi: "REST v2", auth: { apiId: "fiorino" } },
      abilitato: true,
    },
    segreti: ["SegretaApp", "SegretaChiave"],
  },
  [
    ["a weak password", con({ password: "debole" }), 400, /password.*8 caratteri/],
    [
      "a callback inside our network",
      con({ servizioIntegrazione: { url: "https://10.1.2.3/ec" } }),
      400,
      /servizioIntegrazione\.url: 10\.1\.2\.3.*interno/,
    ],
    [
      "a token asked inside our network",
      con({
        servizioIntegrazione: {
          ...ENTE,
          auth: { clientId: "c", clientSecret: "s", urlTokenEndpoint: "https://localhost.localdomain.local/t" },
        },
      }),
      400,
      /servizioIntegrazione\.auth\.urlTokenEndpoint: .*interno/,
    ],
    ["no principal", con({ principal: undefined }), 400, /principal/],
    ["internal IUVs without their pattern", con({ codificaAvvisi: { generazioneIuvInterna: true } }), 400, /codificaAvvisi\.regExpIuv/],
    ["a pattern that does not compile", con({ codificaAvvisi: { regExpIuv: "(" } }), 400, /regExpIuv/],
    [
      "a pattern that hides it in a group",
      con({ codificaAvvisi: { regExpIuv: "((a+))+$" } }),
      400,
      /codificaAvvisi\.regExpIuv: una ripetizione/,
    ],
    ["a pattern that could run for ever", con({ codificaAvvisi: { regExpIuv: "(a+)+$" } }), 400, /regExpIuv/],
    ["an unknown service in the rights", con({ acl: [{ servizio: "Tutto", autorizzazioni: ["R"] }] }), 400, /acl\.0\.servizio/],
    ["an unknown creditor", con({ domini: ["00000000000"] }), 422, /422000 domini.*00000000000/],
    ["an unknown unit", con({ domini: [{ idDominio: COMUNE, unitaOperative: ["X"] }] }), 422, /unitaOperative.*X/],
    ["an unknown debt type", con({ tipiPendenza: ["X"] }), 422, /tipiPendenza.*X/],
    ["an unknown role", con({ ruoli: ["X"] }), 422, /ruoli.*X/],
    ["the principal of another application", con({ principal: "gest-tributi" }), 409, /409001 principal: gest-tributi/],
    ["the principal of an operator", con({ principal: "operatore-limitato" }), 409, /409001/],
    ["the principal of the Node", con({ principal: "nodo" }), 409, /409001/],
    [
      "a scope wider than the operator's",
      { params: { idA2A: "NUOVA" }, body: { ...body, principal: "nuova" }, as: LIMITATO },
      403,
      /più largo del proprio/,
    ],
    [
      "to take an application of a wider scope",
      { params, body: { principal: "gest-multe", domini: [COMUNE] }, as: LIMITATO },
      403,
      /più largo/,
    ],
  ],
);

describe("PUT addApplicazione", () => {
  const chiama = (as: string, password: string) =>
    prova.ambiente().invoke("pendenze/getProfilo", { as: null, headers: { "x-app-id": as, "x-api-key": password } });

  it("moves the principal with the password: the old one is free at once, the new one authenticates", async () => {
    const nuova = {
      params: { idA2A: "GEST-SPOSTA" },
      body: { principal: "prima", password: "Prima-2026", domini: [COMUNE], apiPendenze: true },
    };
    expect((await prova.invoke("addApplicazione", nuova)).status).toBe(201);
    expect(
      (await prova.invoke("addApplicazione", { ...nuova, body: { ...nuova.body, principal: "dopo", password: undefined } })).status,
    ).toBe(200);
    expect((await chiama("dopo", "Prima-2026")).status).toBe(200);
    expect((await chiama("prima", "Prima-2026")).status).toBe(401);
    const altra = { params: { idA2A: "GEST-ALTRA" }, body: { principal: "prima", domini: [COMUNE] } };
    expect((await prova.invoke("addApplicazione", altra)).status).toBe(201);
  });

  it("keeps in no journal the password of a refused request", async () => {
    const rifiutata = con({ principal: "gest-tributi", password: "MaiNelGiornale-1" });
    expect((await prova.invoke("addApplicazione", rifiutata)).status).toBe(409);
    const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
    const { Items } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(JSON.stringify(Items)).toContain("gest-tributi");
    expect(JSON.stringify(Items)).not.toContain("MaiNelGiornale");
  });
});
