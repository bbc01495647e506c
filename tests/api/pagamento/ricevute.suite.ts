/** Receipts printed together: part of chiamanti.test.ts, over the same archive. */
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, type Chiamata, cittadino } from "../ambiente.ts";
import { AZIENDA, BIANCHI, ROSSI } from "./debitori.ts";
import { IUV, RICEVUTA } from "./sostegno.ts";

const LISTA = `${COMUNE}/${IUV}/${RICEVUTA}`;
const ANNO = { anno: "2026" };
const PER_AZIENDA = { codiceFiscale: ROSSI, perConto: AZIENDA, deleghe: [{ codiceFiscale: AZIENDA, ragioneSociale: "Azienda srl" }] };

export const describeRicevute = (ambiente: () => AmbienteApi, operazione: string, altra: string): void => {
  describe(operazione, () => {
    const ask = (chiamata: Chiamata) => ambiente().invoke(operazione, chiamata);

    it.each<[string, Chiamata]>([
      ["an application those that it lists, each once", { query: { ricevute: `${LISTA},${LISTA}` } }],
      ["an application those of a debtor in a year", { query: { ...ANNO, idDebitore: ROSSI.toLowerCase() } }],
      ["a citizen those that it lists", { as: cittadino(ROSSI), query: { ricevute: LISTA, linguaSecondaria: "sl" } }],
      ["a citizen its own of a year", { as: cittadino(ROSSI), query: ANNO }],
      ["a citizen its own of a year and a creditor", { as: cittadino(ROSSI), query: { ...ANNO, idDominio: COMUNE } }],
    ])("prints to %s", async (_caso, chiamata) => {
      const { status, headers, bytes } = await ask(chiamata);
      expect([status, headers["content-type"], bytes.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
      expect(headers["content-disposition"]).toContain("ricevute.pdf");
    });

    it.each<[string, Chiamata]>([
      ["of another application", { as: "gest-mensa", query: { ricevute: LISTA } }],
      ["of another citizen", { as: cittadino(BIANCHI), query: { ricevute: LISTA } }],
      ["of who acts for a company", { as: cittadino(PER_AZIENDA), query: { ricevute: LISTA } }],
      ["of who came in from another creditor", { as: cittadino({ codiceFiscale: ROSSI, dominio: UNIONE }), query: { ricevute: LISTA } }],
      ["beside one that does not exist", { query: { ricevute: `${LISTA},${COMUNE}/${IUV}/nessuna` } }],
      ["of a debtor, to another citizen that names it", { as: cittadino(BIANCHI), query: { ...ANNO, idDebitore: ROSSI } }],
      ["of a debtor, to another application", { as: "gest-mensa", query: { ...ANNO, idDebitore: ROSSI } }],
      ["of a year without payments", { as: cittadino(ROSSI), query: { anno: "2025" } }],
      ["of another creditor", { as: cittadino(ROSSI), query: { ...ANNO, idDominio: UNIONE } }],
    ])("does not print one %s", async (_caso, chiamata) => {
      const { status, testo } = await ask(chiamata);
      expect(status).toBe(404);
      expect(testo).not.toContain(ROSSI);
    });

    it("answers of a receipt of others as of one that does not exist", async () => {
      const as = cittadino(BIANCHI);
      const altra = LISTA.replace(IUV, "01000000000099933");
      const [altrui, inesistente] = await Promise.all([ask({ as, query: { ricevute: LISTA } }), ask({ as, query: { ricevute: altra } })]);
      expect(String(altrui.body["dettaglio"]).replace(IUV, "")).toBe(
        String(inesistente.body["dettaglio"]).replace("01000000000099933", ""),
      );
    });

    it.each<[string, Record<string, string>, string]>([
      ["neither receipts nor a year", {}, "ricevute"],
      ["both", { ...ANNO, ricevute: LISTA }, "ricevute"],
      ["a year and no debtor", ANNO, "idDebitore"],
      ["a list that is not of receipts", { ricevute: "ciao" }, "ricevute"],
      ["more than a hundred", { ricevute: Array.from({ length: 101 }, (_, n) => `${COMUNE}/1/${n}`).join(",") }, "100"],
      ["a year that is not one", { anno: "26", idDebitore: ROSSI }, "anno"],
      ["a language that is not printed", { ...ANNO, idDebitore: ROSSI, linguaSecondaria: "xx" }, "linguaSecondaria"],
    ])("refuses %s, naming the field", async (_caso, query, nominato) => {
      const { status, body } = await ask({ query });
      expect([status, body["dettaglio"]]).toEqual([400, expect.stringContaining(nominato)]);
    });

    it("is for applications in the API Pendenze too, by the same rules", async () => {
      const print = (chiamata: Chiamata) => ambiente().invoke(altra, chiamata);
      for (const query of [{ ricevute: LISTA }, { ...ANNO, idDebitore: ROSSI }]) {
        const { status, bytes } = await print({ query });
        expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
        expect((await print({ as: "gest-mensa", query })).status).toBe(404);
      }
      expect((await print({ query: ANNO })).status).toBe(400);
      expect((await print({ as: cittadino(ROSSI), query: ANNO })).status).toBe(403);
    });

    it("is not for who has no credentials", async () => {
      expect((await ask({ as: null, query: { ricevute: LISTA } })).status).toBe(401);
    });
  });
};
