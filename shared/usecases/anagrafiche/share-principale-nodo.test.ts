import { describe, expect, it } from "vitest";
import { buildIntermediario, createRegistro } from "./prove/registro.ts";
import { saveIntermediario } from "./save-intermediario.ts";

const A = "00000000001";
const B = "00000000002";

const avvia = () => {
  const { registro, porte, scrivente } = createRegistro();
  const save = (id: string, campi: Parameters<typeof buildIntermediario>[1] = {}) =>
    saveIntermediario(porte)(buildIntermediario(id, campi), scrivente);
  const titolare = async (principal: string) => (await registro.get("principale", principal))?.riferimento;
  return { registro, save, titolare };
};

describe("the principal of the Node, shared by intermediaries", () => {
  it("belongs to the first that names it, and the second does not take it away", async () => {
    const { save, titolare } = avvia();
    expect(await save(A)).toEqual({ ok: true, valore: 201 });
    expect(await save(B)).toEqual({ ok: true, valore: 201 });
    expect(await titolare("nodo")).toBe(A);
  });

  it("goes to whoever brings the password that the Node will use", async () => {
    const { save, titolare } = avvia();
    await save(A);
    await save(B, { passwordPagoPa: "Segreta-2026" });
    expect(await titolare("nodo")).toBe(B);
  });

  it("is handed over by who is disabled, so that the Node is not locked out of the others", async () => {
    const { save, titolare } = avvia();
    await save(A);
    await save(B);
    await save(A, { abilitato: false });
    expect(await titolare("nodo")).toBe(B);
  });

  it("is handed over by who changes to another, and freed by the last one", async () => {
    const { save, titolare } = avvia();
    await save(A);
    await save(B);
    await save(A, { principalPagoPa: "altro" });
    expect([await titolare("nodo"), await titolare("altro")]).toEqual([B, A]);
    await save(B, { principalPagoPa: "altro" });
    expect([await titolare("nodo"), await titolare("altro")]).toEqual([undefined, A]);
  });

  it("keeps the password that a replacement leaves out", async () => {
    const { registro, save } = avvia();
    await save(A, { passwordPagoPa: "Segreta-2026" });
    await save(A, { denominazione: "Altro nome" });
    expect(await registro.get("intermediario", A)).toMatchObject({
      denominazione: "Altro nome",
      passwordHash: "hash:Segreta-2026",
      versione: 2,
    });
  });
});

describe("the subjects of the Node during a renewal", () => {
  const VECCHIO = "CN=vecchio,O=PagoPA S.p.A.,C=IT";
  const NUOVO = "CN=nuovo,O=PagoPA S.p.A.,C=IT";

  it("are all principals of the intermediary, and those left are freed", async () => {
    const { save, titolare } = avvia();
    await save(A, { principalPagoPa: VECCHIO, altriPrincipalPagoPa: [NUOVO] });
    expect([await titolare(VECCHIO), await titolare(NUOVO)]).toEqual([A, A]);
    await save(A, { principalPagoPa: NUOVO });
    expect([await titolare(VECCHIO), await titolare(NUOVO)]).toEqual([undefined, A]);
  });

  it("are one when they are two writings of one subject", async () => {
    const { save, titolare } = avvia();
    expect(await save(A, { principalPagoPa: VECCHIO, altriPrincipalPagoPa: ["/C=IT/O=PagoPA S.p.A./CN=vecchio"] })).toEqual({
      ok: true,
      valore: 201,
    });
    expect(await save(A, { principalPagoPa: "C=IT, O=PAGOPA S.P.A., CN=vecchio" })).toEqual({ ok: true, valore: 200 });
    expect(await titolare(VECCHIO)).toBe(A);
  });
});
