/** What a citizen pays, and as whom (reference 3.10): part of chiamanti.test.ts, over the same archive. */
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, type Chiamata, cittadino } from "../ambiente.ts";
import { AZIENDA, BIANCHI, DELL_UNIONE, DI_BIANCHI, DI_ROSSI, MENSA_BIANCHI, RITORNO, ROSSI } from "./debitori.ts";

export const describeCittadino = (ambiente: () => AmbienteApi): void => {
  describe("a citizen", () => {
    const paga = (pendenze: readonly unknown[], altro: Record<string, unknown> = {}, as: Chiamata["as"] = cittadino(ROSSI)) =>
      ambiente().invoke("pagamento/addPagamento", { as: as ?? null, body: { pendenze, urlRitorno: RITORNO, ...altro } });
    const avviso = ({ numeroAvviso }: { readonly numeroAvviso: string }, idDominio = COMUNE) => ({ idDominio, numeroAvviso });

    it("pays its own debts of several creditors, as the payer, and finds the payment from anywhere it comes in", async () => {
      const { status, body, cookies } = await paga([avviso(DI_ROSSI), avviso(DELL_UNIONE, UNIONE)]);
      expect([status, cookies]).toEqual([201, []]);
      const params = { id: String(body["id"]) };
      const suo = await ambiente().invoke("pagamento/getPagamento", { as: cittadino(ROSSI), params });
      expect(suo.body).toMatchObject({ importo: 201, soggettoVersante: { identificativo: ROSSI } });
      const elenco = await ambiente().invoke("pagamento/findPagamenti", { as: cittadino(ROSSI), query: { stato: "IN_CORSO" } });
      expect(elenco.body).toMatchObject({ numRisultati: 1, risultati: [{ id: params.id }] });
      expect(
        (await ambiente().invoke("pagamento/getPagamentoByIdSession", { as: cittadino(ROSSI), params: { idSession: params.id } })).status,
      ).toBe(200);
      for (const as of [cittadino(BIANCHI), cittadino({ codiceFiscale: ROSSI, dominio: UNIONE }), "gest-tributi"]) {
        expect((await ambiente().invoke("pagamento/getPagamento", { as, params })).status).toBe(404);
        expect((await ambiente().invoke("pagamento/findPagamenti", { as, query: { id: params.id } })).body["risultati"]).toEqual([]);
      }
    });

    it.each<[string, unknown, number, string | undefined]>([
      ["a debt of others whose type anybody may pay", avviso(DI_BIANCHI), 201, undefined],
      ["a debt of others whose type only its debtor may pay", avviso(MENSA_BIANCHI), 422, "VER_008"],
      ["a debt of others by the name that its application gave it", { idA2A: "GEST-TRIBUTI", idPendenza: "BIANCHI" }, 422, "VER_008"],
      ["a debt of others naming the wrong debtor", { ...avviso(DI_BIANCHI), idDebitore: ROSSI }, 422, "VER_008"],
    ])("and %s", async (_caso, pendenza, status, codice) => {
      const esito = await paga([pendenza]);
      expect([esito.status, esito.body["codice"]]).toEqual([status, codice]);
    });

    it("does not pay in the name of another", async () => {
      const esito = await paga([avviso(DI_ROSSI)], { soggettoVersante: { tipo: "F", identificativo: BIANCHI, anagrafica: "Bianchi" } });
      expect([esito.status, esito.body["codice"]]).toEqual([422, "CIT_004"]);
    });

    it("does not write amounts and accounts: those are of who is owed", async () => {
      const nuova = {
        ...{ idA2A: "GEST-TRIBUTI", idPendenza: "NUOVA-1", idDominio: COMUNE, causale: "Nuova", importo: 5 },
        voci: [{ idVocePendenza: "1", importo: 5, descrizione: "Nuova", codEntrata: "TARI" }],
      };
      expect((await paga([nuova])).body["codice"]).toBe("CIT_001");
      expect((await paga([nuova], {}, null)).body["codice"]).toBe("UAN_001");
      const dellApplicazione = await paga([nuova], {}, "gest-tributi");
      expect(dellApplicazione.status).toBe(201);
      const letta = await ambiente().invoke("pagamento/getPendenza", { params: { idA2A: "GEST-TRIBUTI", idPendenza: "NUOVA-1" } });
      expect(letta.body).toMatchObject({ stato: "NON_ESEGUITA", importo: 5 });
    });

    it("refuses a payment with a debt that does not exist before writing the one that is born with it", async () => {
      const nuova = {
        ...{ idA2A: "GEST-TRIBUTI", idPendenza: "NUOVA-2", idDominio: COMUNE, causale: "Nuova", importo: 5 },
        voci: [{ idVocePendenza: "1", importo: 5, descrizione: "Nuova", codEntrata: "TARI" }],
      };
      const esito = await paga([nuova, { idA2A: "GEST-TRIBUTI", idPendenza: "IGNOTA" }], {}, "gest-tributi");
      expect([esito.status, esito.body["codice"]]).toEqual([422, "VER_008"]);
      const letta = await ambiente().invoke("pagamento/getPendenza", { params: { idA2A: "GEST-TRIBUTI", idPendenza: "NUOVA-2" } });
      expect(letta.status).toBe(404);
      const sbagliata = await paga([{ ...nuova, causale: "x".repeat(141) }], {}, "gest-tributi");
      expect([sbagliata.status, sbagliata.body["dettaglio"]]).toEqual([400, expect.stringMatching(/pendenze\.0: causale: .*140/)]);
    });

    it("is told who it is, and whom it acts for", async () => {
      const di = (as: Chiamata["as"]) => ambiente().invoke("pagamento/getProfilo", { as: as ?? null });
      expect((await di(cittadino({ codiceFiscale: ROSSI, nome: "Mario", cognome: "Rossi" }))).body).toMatchObject({
        ...{ domini: [], tipiPendenza: [], acl: [] },
        anagrafica: { tipo: "F", identificativo: ROSSI, anagrafica: "Mario Rossi" },
      });
      const deleghe = [{ codiceFiscale: AZIENDA, ragioneSociale: "Azienda srl" }];
      expect((await di(cittadino({ codiceFiscale: ROSSI, perConto: AZIENDA, deleghe }))).body["anagrafica"]).toEqual({
        ...{ tipo: "G", identificativo: AZIENDA, anagrafica: "Azienda srl" },
      });
      expect((await di(null)).status).toBe(401);
    });

    it("leaves with pagamento/logout, whoever it was", async () => {
      for (const operazione of ["pagamento/logout", "pagamento-v3/logout", "pagamento-v1/logout"])
        expect((await ambiente().invoke(operazione, { as: cittadino(ROSSI) })).status).toBe(200);
      expect((await ambiente().invoke("pagamento/logout", { as: null })).status).toBe(200);
    });
  });
};
