import { describe, expect, it } from "vitest";
import { COMUNE, STAZIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const EXPORT = {
  abilitato: true,
  tipoConnettore: "EMAIL",
  versioneCsv: "1.0",
  emailIndirizzi: ["a@b.it"],
  intervalloCreazioneTracciato: 24,
};
const GOVPAY = {
  ...{ abilitato: true, tipoConnettore: "REST", versioneZip: "1.0", versioneApi: "REST v1", intervalloCreazioneTracciato: 24 },
  ...{ url: "https://contabilita.example", auth: { username: "u", password: "SegretaExport" } },
};
const params = { idDominio: "11223344556" };
/** 1×1, real. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const body = {
  ragioneSociale: "Comune di Montefiorino",
  gln: "8000000000019",
  cbill: "AB12C",
  stazione: STAZIONE,
  auxDigit: "3",
  segregationCode: "07",
  regoleCaricamento: { cifreControllo: "RIFIUTA", tassonomia: "SEGNALA" },
  modalitaPagoPA: "SINCRONA_ACA",
  iuvPrefix: "%(y)%(t)9",
  indirizzo: "Piazza Grande",
  fax: null,
  logo: PNG,
  tassonomiaPagoPA: "04",
  scaricaFr: true,
  abilitato: true,
};
const con = (campi: object) => ({ params, body: { ...body, ...campi } });

describeScrittura(
  prova,
  "addDominio",
  { params, body },
  {
    id: "getDominio",
    attesa: {
      idDominio: "11223344556",
      intermediato: true,
      auxDigit: "3",
      segregationCode: "07",
      regoleCaricamento: { cifreControllo: "RIFIUTA", tassonomia: "SEGNALA" },
      modalitaPagoPA: "SINCRONA_ACA",
      logo: PNG,
      unitaOperative: [],
    },
  },
  [
    ["a code that is not 11 digits", { params: { idDominio: "ABC" }, body }, 400, /idDominio.*11 cifre/],
    ["an intermediated one without station", con({ stazione: null }), 400, /stazione: obbligatorio/],
    ["another station that is not registered", con({ altreStazioni: ["80008000801_77"] }), 422, /altreStazioni.*80008000801_77/],
    ["an intermediated one without auxDigit", con({ auxDigit: undefined }), 400, /auxDigit: obbligatorio/],
    ["an intermediated one without gln", con({ gln: undefined }), 400, /gln: obbligatorio/],
    ["auxDigit 3 without segregation code", con({ segregationCode: undefined }), 400, /segregationCode: obbligatorio/],
    ["a rule of load that does not exist", con({ regoleCaricamento: { tassonomia: "IGNORA" } }), 400, /regoleCaricamento\.tassonomia/],
    ["a mode that pagoPA does not have", con({ modalitaPagoPA: "ASINCRONA" }), 400, /modalitaPagoPA/],
    ["two persons that are not a yes or a no", con({ annullamentiConApprovazione: "forse" }), 400, /annullamentiConApprovazione/],
    ["an auxDigit above 3", con({ auxDigit: "4" }), 400, /auxDigit/],
    ["a segregation code above 49", con({ segregationCode: "50" }), 400, /segregationCode/],
    ["a prefix that is no template", con({ iuvPrefix: "%(q)" }), 400, /iuvPrefix/],
    ["a beneficiary with the data of an intermediated one", con({ intermediato: false }), 400, /gln: non ammesso.*iuvPrefix: non ammesso/],
    ["a name above 70 characters", con({ ragioneSociale: "x".repeat(71) }), 400, /ragioneSociale/],
    ["no indication about the flows", con({ scaricaFr: undefined }), 400, /scaricaFr/],
    ["a logo above the limit", con({ logo: "AAAA".repeat(25_001) }), 400, /logo/],
    [
      "an export connector without what it needs",
      con({ servizioMyPivot: { ...EXPORT, codiceIPA: null } }),
      400,
      /servizioMyPivot\.codiceIPA: obbl/,
    ],
    [
      "an export connector to our own network",
      con({ servizioGovPay: { ...GOVPAY, url: "https://[::1]/" } }),
      400,
      /servizioGovPay\.url: .*interno/,
    ],
    [
      "an export connector without its secret",
      con({ servizioGovPay: { ...GOVPAY, auth: { username: "u" } } }),
      400,
      /servizioGovPay\.auth\.password: obbligatorio/,
    ],
    ["an unknown station", con({ stazione: "80008000801_99" }), 422, /422000 stazione: la stazione 80008000801_99/],
    ["a creditor outside the operator's scope", { params, body, as: LIMITATO }, 403, /11223344556 non è tra quelli/],
    ["an operator that may only read", { params: { idDominio: COMUNE }, body, as: "operatore-limitato" }, 403, /W su Anagrafica Creditore/],
  ],
);

describe("PUT addDominio", () => {
  it("registers a beneficiary that is not intermediated", async () => {
    const solo = { ragioneSociale: "Provincia di Prova", intermediato: false, scaricaFr: false, abilitato: true };
    expect((await prova.invoke("addDominio", { params: { idDominio: "66554433221" }, body: solo })).status).toBe(201);
  });

  it("lets a limited operator change its own creditor", async () => {
    expect((await prova.invoke("addDominio", { params: { idDominio: COMUNE }, body, as: LIMITATO })).status).toBe(200);
  });
});

describe.each(["cambioIbanConApprovazione", "annullamentiConApprovazione"])("%s of a creditor", (campo) => {
  const di = { params: { idDominio: COMUNE } };
  const salva = (campi: object, as = LIMITATO) => prova.invoke("addDominio", { ...di, body: { ...body, ...campi }, as });
  const letto = async () => (await prova.invoke("getDominio", di)).body[campo];

  it("is turned on by who works for it, read back, and turned off only by who works for all of them", async () => {
    expect([(await salva({ [campo]: true })).status, await letto()]).toEqual([200, true]);
    const { body: lista } = await prova.invoke("findDomini", { query: { idDominio: COMUNE } });
    expect(lista["risultati"]).toMatchObject([{ [campo]: true }]);
    for (const spento of [false, null, undefined]) {
      const { status, body: errore } = await salva({ [campo]: spento });
      expect([status, errore["dettaglio"]]).toEqual([403, `${campo}: lo toglie solo chi opera su tutti i domini`]);
    }
    expect([(await salva({}, "amministratore")).status, await letto()]).toEqual([200, undefined]);
  });
});

describe("a creditor on more than one station", () => {
  it("keeps the others beside the one its payments start from, and each station lists it", async () => {
    const altra = "80008000801_02";
    const stazione = { idIntermediario: "80008000801", idStazione: altra };
    expect((await prova.invoke("addStazione", { params: stazione, body: { versione: "V2", abilitato: true } })).status).toBe(201);
    const mossa = { params: { idDominio: "11223344557" }, body: { ...body, altreStazioni: [altra] } };
    expect((await prova.invoke("addDominio", mossa)).status).toBe(201);
    expect((await prova.invoke("getDominio", { params: mossa.params })).body).toMatchObject({ stazione: STAZIONE, altreStazioni: [altra] });
    const { body: letta } = await prova.invoke("getStazione", { params: stazione });
    expect(letta["domini"]).toMatchObject([{ idDominio: "11223344557" }]);
  });
});

describe("the export connectors of a creditor", () => {
  const salva = (campi: object) => prova.invoke("addDominio", con(campi));
  const leggi = async () => (await prova.invoke("getDominio", { params })).body;

  it("are kept as written, but for their secrets, which stay where they were", async () => {
    const servizioMyPivot = { ...EXPORT, codiceIPA: "c_a123", tipiPendenza: ["*"] };
    expect((await salva({ servizioMyPivot, servizioGovPay: GOVPAY })).status).toBe(200);
    const { auth: _auth, ...senza } = GOVPAY;
    expect(await leggi()).toMatchObject({ servizioMyPivot, servizioGovPay: { ...senza, auth: { username: "u" } } });
    expect(JSON.stringify(await leggi())).not.toContain("SegretaExport");
    // What was read is written back: the secret is the one stored, unless the address changes.
    expect((await salva({ servizioGovPay: { ...senza, auth: { username: "u" } } })).status).toBe(200);
    expect((await salva({ servizioGovPay: { ...senza, url: "https://altrove.example", auth: { username: "u" } } })).status).toBe(400);
  });

  it("are not in the list, and go away when they are left out", async () => {
    const lista = await prova.invoke("findDomini", { query: { idDominio: params.idDominio } });
    expect(JSON.stringify(lista.body)).not.toContain("servizioGovPay");
    await salva({});
    expect(await leggi()).not.toHaveProperty("servizioGovPay");
  });
});
