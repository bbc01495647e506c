/** The simulated Backoffice of pagoPA, and our client against it: as its contract says, also when it misbehaves. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBackofficeEc } from "../../../shared/adapters/http/backoffice-ec.ts";
import { createHttpClient } from "../../../shared/adapters/http/client.ts";
import { createClockFermo } from "../../../shared/adapters/memory/tempo.ts";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { CHIAVE_SOTTOSCRIZIONE } from "../credenziali.ts";
import { type Banco, COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, openBanco, UNIONE } from "../prove/banco.ts";
import { INTERMEDIARIO, STAZIONE } from "../seed-dati.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const { idIntermediario } = INTERMEDIARIO;
const BASE = "/sandbox/backoffice/external/ec/v1/brokers";
const chiave = { "Ocp-Apim-Subscription-Key": CHIAVE_SOTTOSCRIZIONE };
const leggi = (percorso: string, intestazioni: Record<string, string> = chiave) =>
  banco.json("GET", `${BASE}/${percorso}`, undefined, intestazioni);
const conto = (corpo: object) => banco.json("POST", "/sandbox/backoffice-ec/conti", { idDominio: COMUNE, iban: IBAN_COMUNE, ...corpo });
const ente = (corpo: object) => banco.json("POST", "/sandbox/backoffice-ec/enti", { idDominio: COMUNE, ...corpo });
const guasto = (altro: object) => banco.json("POST", "/sandbox/guasti", { parte: "backoffice-ec", volte: 1, ...altro });

const client = () => createBackofficeEc(createHttpClient({ clock: createClockFermo("2026-11-25T09:00:00.000Z") }));
const connettore = () => ({ url: `${banco.gateway.baseUrl}/sandbox/backoffice/external/ec/v1/`, subscriptionKey: CHIAVE_SOTTOSCRIZIONE });

describe("the Backoffice of pagoPA", () => {
  it("lists the accounts of the broker's creditors, a page at a time from 0", async () => {
    const { stato, corpo } = await leggi(`${idIntermediario}/ibans?page=0&limit=2`);
    expect([stato, corpo]).toMatchObject([
      200,
      {
        pageInfo: { page: 0, limit: 2, totalElements: 3, totalPages: 2 },
        ibans: [{ ciFiscalCode: COMUNE, status: "ENABLED" }, { ciFiscalCode: COMUNE }],
      },
    ]);
    expect((await leggi(`${idIntermediario}/ibans?page=1&limit=2`)).corpo).toMatchObject({
      ibans: [{ ciFiscalCode: UNIONE, iban: IBAN_UNIONE }],
    });
  });

  it("lists the associations with their stations and numbering", async () => {
    expect((await leggi(`${idIntermediario}/creditor_institutions?page=0`)).corpo).toMatchObject({
      creditorInstitutions: [
        {
          taxCode: COMUNE,
          stationId: STAZIONE.idStazione,
          auxDigit: "3",
          segregationCode: "01",
          stationState: "enabled",
          primitiveVersion: 2,
        },
        { taxCode: UNIONE, segregationCode: "02" },
      ],
    });
  });

  it.each([
    ["no key", `${idIntermediario}/ibans?page=0`, {}, 401],
    ["a wrong key", `${idIntermediario}/ibans?page=0`, { "Ocp-Apim-Subscription-Key": "x" }, 401],
    ["no page", `${idIntermediario}/ibans`, chiave, 400],
    ["too long a page", `${idIntermediario}/ibans?page=0&limit=101`, chiave, 400],
    ["another broker", "00000000000/ibans?page=0", chiave, 404],
    ["another broker's creditors", "00000000000/creditor_institutions?page=0", chiave, 404],
  ])("refuses %s", async (_caso, percorso, intestazioni, atteso) => {
    expect((await leggi(percorso, intestazioni)).stato).toBe(atteso);
  });
});

describe("our client", () => {
  it("reads every page, in our words", async () => {
    await conto({ fineValidita: "2026-12-01T22:59:59Z", etichetta: "CUP" });
    const esito = await client().findConti(connettore(), idIntermediario, 0);
    expect(esito).toMatchObject({ ok: true, valore: { totale: 3, pagineTotali: 1 } });
    expect(esito.ok && esito.valore.elementi.find(({ iban }) => iban === IBAN_COMUNE)).toEqual({
      ...{ idDominio: COMUNE, iban: IBAN_COMUNE, attivo: true, stato: "ENABLED", attivoDal: "2020-01-01" },
      ...{ fineValidita: "2026-12-01", etichetta: "CUP" },
    });
  });

  it("sees what was changed by hand on the other side", async () => {
    await conto({ tolto: true });
    await banco.json("POST", "/sandbox/backoffice-ec/conti", { idDominio: COMUNE, iban: IBAN_POSTALE, stato: "DISABLED" });
    await ente({ segregationCode: "9", auxDigit: "0/3", statoStazione: "disabled" });
    const conti = await client().findConti(connettore(), idIntermediario, 0);
    expect(conti.ok && conti.valore.elementi.map(({ iban, attivo }) => [iban, attivo])).toEqual([
      [IBAN_POSTALE, false],
      [IBAN_UNIONE, true],
    ]);
    const enti = await client().findEnti(connettore(), idIntermediario, 0);
    expect(enti.ok && enti.valore.elementi[0]).toMatchObject({
      auxDigit: ["0", "3"],
      segregationCode: "09",
      stazioneAttiva: false,
      cbill: "BF001",
    });
  });

  it.each([
    ["a 429", { tipo: "http", stato: 429 }, "troppe-richieste"],
    ["a 500 of the contract", { tipo: "rifiutato" }, "irraggiungibile"],
    ["a 403 of the front door", { tipo: "http", stato: 403 }, "rifiutato"],
    ["half an answer", { tipo: "malformato" }, "irraggiungibile"],
    ["a connection dropped", { tipo: "perso" }, "irraggiungibile"],
  ])("tells %s apart", async (_caso, tipo, causa) => {
    await guasto(tipo);
    expect(await client().findConti(connettore(), idIntermediario, 0)).toMatchObject({ ok: false, errore: { causa } });
    expect(await client().findConti(connettore(), idIntermediario, 0)).toMatchObject({ ok: true });
  });

  it("tells a wrong key and an unknown broker apart", async () => {
    expect(await client().findEnti({ ...connettore(), subscriptionKey: "x" }, idIntermediario, 0)).toMatchObject({
      errore: { causa: "rifiutato" },
    });
    expect(await client().findEnti(connettore(), "00000000000", 0)).toMatchObject({ errore: { causa: "non-trovato" } });
  });
});

const documento = contratto("pagopa/openapi/openapi_backoffice_external_ec.json");
if (documento !== undefined) {
  const { paths, components } = JSON.parse(readFileSync(documento, "utf8"));
  const TIPI: Readonly<Record<string, string>> = { integer: "number", string: "string", boolean: "boolean", array: "object" };
  const check = (schema: string, valore: Record<string, unknown>, ammessi: readonly string[] = []): void => {
    const { required = [], properties } = components.schemas[schema];
    expect(Object.keys(valore)).toEqual(expect.arrayContaining(required));
    for (const [campo, contenuto] of Object.entries(valore)) {
      if (ammessi.includes(campo)) continue;
      expect(Object.keys(properties)).toContain(campo);
      const { type, format } = properties[campo];
      if (type !== undefined) expect([campo, typeof contenuto]).toEqual([campo, TIPI[type]]);
      if (format === "date-time") expect(String(contenuto)).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/);
    }
  };
  describe("the answers, by the official contract", () => {
    it.each([
      ["ibans", "CIIbansResponse", "CIIbansResource"],
      ["creditor_institutions", "BrokerInstitutionsResponse", "BrokerInstitutionResource"],
    ])("of %s have the required fields, and no other", async (risorsa, lista, elemento) => {
      expect(Object.keys(paths)).toContain(`/brokers/{brokerCode}/${risorsa}`);
      await conto({ etichetta: "CUP" });
      const { corpo } = await leggi(`${idIntermediario}/${risorsa}?page=0&limit=100`);
      check(lista, corpo);
      const [nome] = Object.keys(corpo).filter((campo) => campo !== "pageInfo");
      for (const riga of Object.values(corpo[nome ?? ""] ?? {})) check(elemento, riga);
      check("PageInfo", corpo["pageInfo"] ?? {});
      check("ProblemJson", (await leggi(`${idIntermediario}/${risorsa}`)).corpo);
    });
  });
}
