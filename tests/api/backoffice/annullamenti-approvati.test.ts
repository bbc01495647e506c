/** Two persons for the annulments of a batch, from the setting of the creditor to the debt annulled, over the API and the real worker. */
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, PASSWORD, STAZIONE } from "../../sostegno/anagrafica.ts";
import { fileMypay, INTESTAZIONI_MYPAY, rigaMypay } from "../../sostegno/tracciati.ts";
import { createProva } from "../tracciati/suite.ts";

const prova = createProva("backoffice");
const annulla = (n: number) => `${INTESTAZIONI_MYPAY["1.3"]}\r\n${rigaMypay(n, { azione: "A" })}`;
const statoDi = async (n: number) => {
  const params = { idA2A: "GEST-TRIBUTI", idPendenza: `IUD-000000${n}` };
  return (await prova.invoke("getPendenza", { params })).body["stato"];
};
/** The batch that waits, and the request that it waits for. */
const waiting = async (n: number) => {
  const id = await prova.upload(annulla(n), { nomeFile: `annulla-${n}.csv` });
  await expect(prova.elabora(id)).rejects.toThrow("non finisce");
  const { body } = await prova.invoke("getTracciatoPendenze", { params: { id } });
  return { id, body, attesa: String(body["attesaApprovazione"]) };
};
const decide = (id: string, esito: string, as: string) =>
  prova.invoke("decidiApprovazione", { params: { id }, body: { esito, motivazione: "visto" }, as });

beforeAll(async () => {
  const dominio = {
    ...{ ragioneSociale: "Comune di Prova", gln: "8000123456789", stazione: STAZIONE, auxDigit: "3", segregationCode: "01" },
    ...{ scaricaFr: true, abilitato: true, annullamentiConApprovazione: true },
  };
  expect((await prova.invoke("addDominio", { params: { idDominio: COMUNE }, body: dominio })).status).toBe(200);
  const acl = [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R", "W"] }];
  const bruno = { ragioneSociale: "Bruno", password: PASSWORD, domini: [COMUNE], tipiPendenza: ["*"], acl };
  expect((await prova.invoke("addOperatore", { params: { principal: "bruno" }, body: bruno })).status).toBe(201);
  expect(await prova.elabora(await prova.upload(fileMypay(2)))).toMatchObject({ stato: "ESEGUITO" });
});

describe("the annulments of a batch", () => {
  it("wait, are approved by another person only, and then are done", async () => {
    const { id, body, attesa } = await waiting(1);
    expect(body).toMatchObject({
      stato: "IN_ELABORAZIONE",
      descrizioneStato: expect.stringMatching(/^In attesa di approvazione degli annu/),
    });
    const richiesta = await prova.invoke("getApprovazione", { params: { id: attesa }, as: "bruno" });
    expect(richiesta.body).toMatchObject({ tipo: "ANNULLAMENTI", oggetto: id, idDominio: COMUNE, stato: "RICHIESTA" });
    const { handler } = await import("../../../functions/scheduled/riprendiTracciati.ts");
    const giro = await handler({ schedulazione: "riprendiTracciati" }, Object.assign(Object.create(null), { awsRequestId: "prova" }));
    expect(giro).toEqual({ scadute: 0, ripresi: 0 });
    expect((await decide(attesa, "APPROVATA", "amministratore")).status).toBe(403);
    expect(await statoDi(1)).toBe("NON_ESEGUITA");
    expect((await decide(attesa, "APPROVATA", "bruno")).status).toBe(200);
    const fine = await prova.elabora(id);
    expect(fine).toMatchObject({ stato: "ESEGUITO", numeroOperazioniEseguite: 1 });
    expect([fine["attesaApprovazione"], await statoDi(1)]).toEqual([undefined, "ANNULLATA"]);
  });

  it("are rows refused, with the reason, when the other person says no", async () => {
    const { id, attesa } = await waiting(2);
    expect((await decide(attesa, "RIFIUTATA", "bruno")).status).toBe(200);
    expect(await prova.elabora(id)).toMatchObject({ stato: "ESEGUITO_CON_ERRORI", numeroOperazioniFallite: 1 });
    const { body } = await prova.invoke("findOperazioniTracciato", { params: { id } });
    expect(body["risultati"]).toMatchObject([
      { stato: "SCARTATO", esito: "NON_AUTORIZZATO", descrizioneStato: `Annullamenti del dominio ${COMUNE} rifiutati da bruno: visto` },
    ]);
    expect(await statoDi(2)).toBe("NON_ESEGUITA");
  });

  it("of one debt, asked by a PATCH, are done at once", async () => {
    const params = { idA2A: "GEST-TRIBUTI", idPendenza: "IUD-0000002" };
    const body = [{ op: "REPLACE", path: "/stato", value: "ANNULLATA" }];
    expect((await prova.invoke("updatePendenza", { params, body })).status).toBe(200);
    expect(await statoDi(2)).toBe("ANNULLATA");
  });
});
