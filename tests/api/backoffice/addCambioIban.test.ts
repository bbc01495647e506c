import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { IBAN_POSTALE, IBAN_UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { addContoNuovo, conto, IBAN_COMUNE, IBAN_NUOVO, LIMITATO, UNIONE } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const MOTIVO = { motivazione: "Cambio di tesoriere" };

beforeAll(() => addContoNuovo(prova));

describe("POST …/contiAccredito/{ibanAccredito}/cambi", () => {
  it("waits for a second person, as in its sample, and changes nothing", async () => {
    const { pathParameters, body, expected } = findCampione("backoffice/addCambioIban");
    const esito = await prova.invoke("addCambioIban", { params: pathParameters ?? {}, body });
    expect([esito.status, esito.body]).toEqual([
      expected.status,
      expect.objectContaining({
        stato: "IN_APPROVAZIONE",
        richiedente: "amministratore",
        ibanVecchio: IBAN_COMUNE,
        ibanNuovo: IBAN_POSTALE,
      }),
    ]);
    expect((await prova.invoke("getContiAccredito", { params: conto })).body).toMatchObject({ abilitato: true });
    const { Items = [] } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(Items.filter(({ tipoEvento }) => tipoEvento === "addCambioIban")).toMatchObject([
      { categoriaEvento: "UTENTE", principal: "amministratore" },
    ]);
  });

  it.each([
    ["a second one of the same account", conto, { ibanNuovo: IBAN_NUOVO, ...MOTIVO }, undefined, 409, "IN_APPROVAZIONE"],
    [
      "an account that is not registered",
      { ...conto, ibanAccredito: IBAN_POSTALE },
      { ibanNuovo: IBAN_UNIONE, avvisiNotificati: "COMPRESI", ...MOTIVO },
      undefined,
      422,
      "ibanNuovo",
    ],
    [
      "silence on the notices of a postal account",
      { ...conto, ibanAccredito: IBAN_POSTALE },
      { ibanNuovo: IBAN_NUOVO, ...MOTIVO },
      undefined,
      422,
      "avvisiNotificati",
    ],
    ["no reason", conto, { ibanNuovo: IBAN_NUOVO }, undefined, 400, "motivazione"],
    ["too many days to decide", conto, { ibanNuovo: IBAN_NUOVO, giorniPerApprovare: 31, ...MOTIVO }, undefined, 400, "giorniPerApprovare"],
    [
      "a creditor out of scope",
      { idDominio: UNIONE, ibanAccredito: IBAN_UNIONE },
      { ibanNuovo: IBAN_NUOVO, ...MOTIVO },
      LIMITATO,
      404,
      IBAN_UNIONE,
    ],
    ["who may only read", conto, { ibanNuovo: IBAN_NUOVO, ...MOTIVO }, "operatore-limitato", 403, ""],
  ])("refuses %s", async (_caso, params, body, as, status, motivo) => {
    const esito = await prova.invoke("addCambioIban", { params, body, ...(as !== undefined && { as }) });
    expect([esito.status, String(esito.body["dettaglio"])]).toEqual([status, expect.stringContaining(motivo)]);
  });
});
