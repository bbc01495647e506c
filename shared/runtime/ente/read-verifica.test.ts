import { describe, expect, it } from "vitest";
import { readVerifica } from "./read-verifica.ts";

const debito = {
  idDominio: "01234567897",
  causale: "TARI 2026",
  soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  importo: 100.5,
  numeroAvviso: "301000000000000133",
  voci: [{ idVocePendenza: "1", importo: 100.5, descrizione: "TARI", codEntrata: "TARI" }],
};
const ids = { idA2A: "GEST-TRIBUTI", idPendenza: "P-1" };
const v2 = (altro: object = {}) => JSON.stringify({ stato: "NON_ESEGUITA", pendenza: { ...debito, ...ids, ...altro } });
const v1 = (altro: object = {}) => JSON.stringify({ stato: "NON_ESEGUITA", ...debito, ...ids, ...altro });

describe("the answer of the creditor's system", () => {
  it.each([
    ["REST v2", v2()],
    ["REST v1", v1()],
    ["REST v2", v2({ dataValidita: null, voci: [{ ...debito.voci[0], metadata: null }] })],
  ] as const)("of %s becomes a debt to write: %s", (versione, testo) => {
    expect(readVerifica(testo, versione)).toMatchObject({
      ok: true,
      valore: { stato: "NON_ESEGUITA", pendenza: { ...ids, nuova: { importo: 10_050n, numeroAvviso: debito.numeroAvviso } } },
    });
  });

  it("keeps the nulls of free data, which are the creditor's", () => {
    const esito = readVerifica(v2({ datiAllegati: { a: null, b: { c: null } } }), "REST v2");
    expect(esito.ok && esito.valore.pendenza?.nuova.datiAllegati).toEqual({ a: null, b: { c: null } });
  });

  it.each([
    ["REST v2", { stato: "ANNULLATA", descrizioneStato: "Doppia", pendenza: { rotta: true } }],
    ["REST v2", { stato: "ANNULLATA", descrizioneStato: "Doppia" }],
    ["REST v1", { stato: "ANNULLATA", descrizioneStato: "Doppia" }],
    ["REST v1", { stato: "ANNULLATA", descrizioneStato: "Doppia", idA2A: "X", causale: "", importo: 0 }],
  ] as const)("that is not to be paid needs nothing else (%s)", (versione, corpo) => {
    expect(readVerifica(JSON.stringify(corpo), versione)).toEqual({
      ok: true,
      valore: { stato: "ANNULLATA", descrizioneStato: "Doppia" },
    });
  });

  it.each([
    ["a page", "<html>", "JSON"],
    ["nothing", "", "JSON"],
    ["a list", "[]", "corpo"],
    ["an unknown state", JSON.stringify({ stato: "BOH" }), "stato"],
    ["no debt", JSON.stringify({ stato: "NON_ESEGUITA" }), "pendenza"],
    ["a debt without its id", v2({ idPendenza: undefined }), "idPendenza"],
    ["an amount of three decimals", v2({ importo: 100.555 }), "importo"],
    ["a field that a PUT does not take", v2({ campoInatteso: 1 }), "campoInatteso"],
    ["an item without destination", v2({ voci: [{ idVocePendenza: "1", importo: 1, descrizione: "x" }] }), "codEntrata"],
    ["a key twice", `{"stato":"ANNULLATA","stato":"NON_ESEGUITA"}`, "stato"],
  ])("with %s is refused, naming what is wrong", (_caso, testo, nome) => {
    const esito = readVerifica(testo, "REST v2");
    expect(esito).toMatchObject({ ok: false, errore: expect.stringContaining(nome) });
  });
});
