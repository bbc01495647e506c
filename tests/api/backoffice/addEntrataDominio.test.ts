import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idDominio: COMUNE, idEntrata: "COSAP" };
const body = {
  ibanAccredito: IBAN_COMUNE,
  ibanAppoggio: IBAN_POSTALE.toLowerCase(),
  codiceContabilita: "0301101TP",
  tipoContabilita: null,
};
const comune = { descrizione: "Canone", tipoContabilita: "SIOPE", codiceContabilita: "1234" };

beforeAll(async () => {
  await prova.invoke("addEntrata", { params: { idEntrata: "COSAP" }, body: comune });
  await prova.invoke("addEntrata", { params: { idEntrata: "BOLLOT" }, body: comune });
});

describeScrittura(
  prova,
  "addEntrataDominio",
  { params, body },
  {
    id: "getEntrataDominio",
    attesa: {
      idEntrata: "COSAP",
      ibanAccredito: IBAN_COMUNE,
      ibanAppoggio: IBAN_POSTALE,
      codiceContabilita: "0301101TP",
      abilitato: true,
      tipoEntrata: { idEntrata: "COSAP", ...comune },
    },
  },
  [
    ["no account", { params, body: {} }, 400, /ibanAccredito: obbligatorio/],
    ["an account of another creditor", { params, body: { ibanAccredito: IBAN_UNIONE } }, 422, /422000 ibanAccredito: .* non è un conto/],
    ["a support account of another creditor", { params, body: { ...body, ibanAppoggio: IBAN_UNIONE } }, 422, /ibanAppoggio/],
    ["an income code that is not registered", { params: { ...params, idEntrata: "ALTRA" }, body }, 422, /TRB_000 idEntrata: ALTRA/],
    ["an unknown creditor", { params: { ...params, idDominio: "00000000000" }, body }, 404, /404000/],
    ["a creditor of others, as if it did not exist", { params: { ...params, idDominio: UNIONE }, body, as: LIMITATO }, 404, /404000/],
  ],
);

describe("PUT addEntrataDominio", () => {
  it("wants no account for the telematic stamp", async () => {
    expect((await prova.invoke("addEntrataDominio", { params: { ...params, idEntrata: "BOLLOT" }, body: {} })).status).toBe(201);
  });
});
