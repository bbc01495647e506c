import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, PASSWORD } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { chiave, corpo } from "../pendenze/impianto.ts";
import { ALTRO_ENTE, addAltroEnte } from "./pendenze-anomale.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const get = (idPendenza: string, as?: string) =>
  prova.invoke("getStoriaPendenza", { params: chiave(idPendenza), ...(as !== undefined && { as }) });

describe("GET /backoffice/v1/pendenze/{idA2A}/{idPendenza}/storia", () => {
  beforeAll(async () => {
    await addAltroEnte(prova);
    const put = { params: chiave("TARI-2026-0001"), body: corpo() };
    expect((await prova.ambiente().invoke("pendenze/addPendenza", put)).status).toBe(201);
  });

  it("answers its sample: the operator reads what the application did", async () => {
    const { pathParameters, queryStringParameters, expected } = findCampione("backoffice/getStoriaPendenza");
    const { status, body } = await prova.invoke("getStoriaPendenza", { params: pathParameters ?? {}, query: queryStringParameters ?? {} });
    expect([status, body["risultati"]]).toEqual([expected.status, [expect.objectContaining({ evento: "creata", autore: "gest-tributi" })]]);
  });

  it("shows to the helpdesk the same facts without whose they are, and to who has only that right nothing more", async () => {
    const body = { ragioneSociale: "Sportello", password: PASSWORD, domini: [COMUNE], tipiPendenza: ["*"] };
    const acl = [{ servizio: "Assistenza", autorizzazioni: ["R"] }];
    await prova.invoke("addOperatore", { params: { principal: "sportello" }, body: { ...body, acl } });
    const soggettoPagatore = { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi", email: "m@example.it" };
    const cambiata = corpo({
      soggettoPagatore,
      causale: "Per Mario Rossi",
      importo: 120,
      voci: [{ ...Object(corpo()["voci"])[0], importo: 120 }],
    });
    await prova.ambiente().invoke("pendenze/addPendenza", { params: chiave("TARI-2026-0001"), body: cambiata });
    const params = chiave("TARI-2026-0001");
    const [intera, vista, sportello, chiesta] = await Promise.all([
      prova.invoke("getStoriaPendenza", { params }),
      prova.invoke("getStoriaPendenza", { params, query: { vista: "assistenza" } }),
      prova.invoke("getStoriaPendenza", { params, as: "sportello" }),
      prova.invoke("getStoriaPendenza", { params, as: "sportello", query: { vista: "completa" } }),
    ]);
    expect([intera.testo.includes("m@example.it"), intera.testo.includes("gest-tributi")]).toEqual([true, true]);
    expect(vista.body["risultati"]).toMatchObject([
      { tipo: "PENDENZA_CREATA", autore: "ente" },
      {
        ...{ tipo: "PENDENZA_AGGIORNATA", autore: "ente", descrizione: "Pendenza aggiornata. L'importo passa da 100,50 € a 120,00 €." },
        campi: [
          { campo: "causale" },
          { campo: "importo", prima: 100.5, dopo: 120 },
          { campo: "soggettoPagatore" },
          { campo: "voci.1.importo", prima: 100.5, dopo: 120 },
        ],
      },
    ]);
    for (const { testo, body: letto } of [sportello, chiesta]) {
      expect(letto["risultati"]).toEqual(vista.body["risultati"]);
      expect(testo).not.toMatch(/Rossi|RSSMRA|example|gest-tributi/);
    }
    expect((await prova.invoke("getPendenza", { params, as: "sportello" })).status).toBe(403);
  });

  it.each([
    ["IGNOTA", undefined, 404],
    ["TARI-2026-0001", ALTRO_ENTE, 404],
    ["TARI-2026-0001", LIMITATO, 403],
  ])("of %s to %s is %i", async (idPendenza, as, status) => {
    expect((await get(idPendenza, as)).status).toBe(status);
  });
});
