import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { seedPagamento } from "./sostegno.ts";

describe("GET /pagamento/v2/avvisi/{idDominio}/{numeroAvviso}", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it.each<[string, Record<string, string>, number]>([
    ["nothing more", {}, 200],
    ["the debtor", { idDebitore: "rssmra85t10a562s" }, 200],
    ["another debtor", { idDebitore: "VRDGPP80A01F205X" }, 404],
    ["the UUID", { UUID: "0123456789abcdef0123456789abcdef" }, 200],
    ["another UUID", { UUID: "ffffffffffffffffffffffffffffffff" }, 404],
  ])("is given to who names %s", async (_caso, query, atteso) => {
    const { status } = await ambiente.invoke("pagamento/getAvviso", {
      params: { idDominio: COMUNE, numeroAvviso: "301000000000000133" },
      query,
    });
    expect(status).toBe(atteso);
  });

  it("is not printed once paid, nor for another debtor", async () => {
    const stampa = (query: Record<string, string>) =>
      ambiente.invoke("pagamento/getAvviso", {
        params: { idDominio: COMUNE, numeroAvviso: "301000000000000133" },
        query,
        headers: { accept: "application/pdf" },
      });
    expect(await stampa({})).toMatchObject({ status: 422, body: { codice: "PAG_006", dettaglio: expect.stringContaining("pagata") } });
    expect(await stampa({ idDebitore: "VRDGPP80A01F205X" })).toMatchObject({ status: 404, body: { codice: "404000" } });
  });

  it("tells that it was paid", async () => {
    const { body } = await ambiente.invoke("pagamento/getAvviso", { params: { idDominio: COMUNE, numeroAvviso: "301000000000000133" } });
    expect(body).toMatchObject({ stato: "DUPLICATA", importo: 100.5, qrcode: "PAGOPA|002|301000000000000133|01234567897|10050" });
  });
});
