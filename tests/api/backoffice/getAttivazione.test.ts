import { describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const get = (idDominio: string, as?: string) => prova.invoke("getAttivazione", { params: { idDominio }, ...(as !== undefined && { as }) });

describe("GET /backoffice/v1/domini/{idDominio}/attivazione", () => {
  it("tells what is missing, how and where", async () => {
    const { status, body } = await get(COMUNE);
    expect([status, body["idDominio"], body["pronto"]]).toEqual([200, COMUNE, false]);
    expect(body["verifiche"]).toContainEqual({
      codice: "CONNETTORE_CHECKOUT",
      stato: "MANCA",
      descrizione: "servizioPagoPaCheckout: manca la chiave (subscriptionKey o auth) per i pagamenti dal portale",
      dove: "/intermediari/80008000801",
    });
    expect(body["verifiche"]).toContainEqual({
      codice: "CONTO",
      stato: "DA_VERIFICARE",
      descrizione: `La validità del conto ${IBAN_COMUNE} non è ancora stata confrontata con pagoPA`,
      dove: `/domini/${COMUNE}/contiAccredito/${IBAN_COMUNE}`,
    });
  });

  it.each([
    ["unknown", "00000000000", undefined, 404],
    ["of somebody else", UNIONE, LIMITATO, 404],
    ["with an id that is not one", "123", undefined, 400],
  ])("does not find one that is %s", async (_caso, idDominio, as, status) => {
    expect((await get(idDominio, as)).status).toBe(status);
  });
});
