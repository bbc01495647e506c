/** Receipts of the legacy family beside everything else that knows the payment: the modern family, portal payments, settlement flows, and disorder. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Pagamento } from "../../../shared/domain/pagamenti/pagamento.ts";
import type { Tentativo } from "../../../shared/domain/pagamenti/tentativo.ts";
import type { Rendicontazione } from "../../../shared/domain/rendicontazioni/flusso.ts";
import { APPLICAZIONE, COMUNE } from "../../sostegno/anagrafica.ts";
import { ADESSO, IUV, pendenza, testata } from "./debito.ts";
import { createImpiantoStorico, type ImpiantoStorico } from "./impianto-storico.ts";
import { busta, consegnaV2, receipt } from "./messaggi.ts";
import { CCP } from "./messaggi-storici.ts";

let impianto: ImpiantoStorico;
beforeEach(async () => {
  impianto = await createImpiantoStorico();
});
const sendRTV2 = () => impianto.call(busta(consegnaV2(testata() + receipt({ receiptId: CCP, fiscalCode: COMUNE }, true))));

describe("a payment that pagoPA converted from one family to the other", () => {
  it("begun by us with an RPT, told with paSendRTV2: closes its own attempt, and its RT is a duplicate", async () => {
    await impianto.load();
    await impianto.activate();
    const risposta = await impianto.risposta();
    expect((await sendRTV2()).xml).toContain("<outcome>OK</outcome>");
    await impianto.drain();
    const { tentativi, pendenza: debito } = await impianto.posizione();
    expect(debito?.stato).toBe("ESEGUITA");
    expect(tentativi).toMatchObject([{ ccp: CCP, tipoRpt: "RPT", stato: "RT_ACCETTATA_PA", idRicevuta: CCP }]);
    expect((await impianto.deliver(risposta)).faultCode).toBe("PAA_RT_DUPLICATA");
  });

  it("told with paaInviaRT first: the modern receipt of the same token pays nothing twice", async () => {
    await impianto.load();
    await impianto.activate();
    await impianto.deliver(await impianto.risposta());
    await sendRTV2();
    await impianto.drain();
    const { ricevute, pendenza: debito } = await impianto.posizione();
    expect([ricevute.length, debito?.stato, debito?.importoPagato]).toEqual([1, "ESEGUITA", 1250n]);
  });

  it("another payment's modern receipt does not close a legacy attempt", async () => {
    await impianto.load();
    await impianto.activate({ ccp: "altro" });
    await sendRTV2();
    await impianto.drain();
    const { tentativi } = await impianto.posizione();
    expect(tentativi.map(({ ccp, stato }) => [ccp, stato]).sort()).toEqual([
      ["altro", "RPT_ATTIVATA"],
      [CCP, "RT_ACCETTATA_PA"],
    ]);
  });
});

describe("a portal payment on WISP", () => {
  const ID = "0123456789abcdef0123456789abcdef";
  const pagamento = (): Pagamento => ({
    ...{ versione: 0, id: ID, idA2A: APPLICAZIONE, nome: "TARI 2026", stato: "IN_CORSO", importo: 1250n, dataRichiesta: ADESSO },
    posizioni: [
      {
        ...{ idDominio: COMUNE, iuv: IUV, numeroAvviso: pendenza().numeroAvviso, idA2A: APPLICAZIONE, idPendenza: "P1" },
        ...{ causale: "TARI 2026", importo: 1250n, esito: "IN_CORSO" },
      },
    ],
  });
  const start = async (): Promise<void> => {
    await impianto.load();
    await impianto.activate();
    const [tentativo] = (await impianto.posizione()).tentativi;
    if (!tentativo) throw new Error("manca il tentativo");
    const delPortale: Tentativo = { ...tentativo, idPagamento: ID };
    await impianto.write(
      { azione: "sostituisci", entita: "tentativo", valore: delPortale },
      { azione: "crea", entita: "pagamento", valore: pagamento() },
    );
  };

  it.each([
    ["0", "ESEGUITO", "ESEGUITO"],
    ["1", "NON_ESEGUITO", "NON_ESEGUITO"],
    ["3", "NON_ESEGUITO", "NON_ESEGUITO"],
  ])("outcome %s: the payment is %s, its position %s", async (esito, stato, dellaPosizione) => {
    await start();
    await impianto.deliver({ ...(await impianto.risposta(CCP, () => esito === "0")), esito });
    await impianto.drain();
    expect(await impianto.posizioni.getPagamento(ID)).toMatchObject({ stato, posizioni: [{ esito: dellaPosizione }] });
  });

  it("not paid and then paid: the last word is the money's", async () => {
    await start();
    await impianto.deliver({ ...(await impianto.risposta(CCP, () => false)), esito: "3" });
    await impianto.drain();
    await impianto.deliver({ ...(await impianto.risposta()), idMessaggio: "RT-2" });
    await impianto.drain();
    expect(await impianto.posizioni.getPagamento(ID)).toMatchObject({ stato: "ESEGUITO", posizioni: [{ esito: "ESEGUITO" }] });
  });
});

describe("a settlement row that came before the receipt", () => {
  const riga = (altro: Partial<Rendicontazione> = {}): Rendicontazione => ({
    ...{ versione: 0, idDominio: COMUNE, idFlusso: "2026-03-11AGID_01-1", idPsp: "AGID_01", revisione: 1, progressivo: 1 },
    ...{ iuv: IUV, iur: "IUR-1", indice: 1, importo: 1250n, esito: 0, data: "2026-03-10", stato: "ANOMALA" },
    segnalazioni: [{ data: ADESSO, codice: "007101", descrizione: "senza pagamento" }],
    ...altro,
  });

  it.each([
    ["finds its payment by IUR and position", {}, "OK"],
    ["of another IUR keeps waiting", { iur: "IUR-9" }, "ANOMALA"],
  ])("%s", async (_caso, altro, stato) => {
    await impianto.load();
    await impianto.write({ azione: "crea", entita: "rendicontazione", valore: riga(altro) });
    await impianto.activate();
    await impianto.deliver(await impianto.risposta());
    await impianto.drain();
    expect((await impianto.posizione()).rendicontazioni).toMatchObject([{ stato }]);
  });
});

describe("disorder", () => {
  const ESITI = ["0", "1", "3"] as const;
  const giornate = fc.array(
    fc.record({
      ccp: fc.constantFrom("A", "B", "C"),
      esito: fc.constantFrom(...ESITI),
      pausa: fc.boolean(),
      volte: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it("whatever the order and the repetitions, no receipt is lost and the money is what the receipts say", async () => {
    await fc.assert(
      fc.asyncProperty(giornate, async (consegne) => {
        impianto = await createImpiantoStorico();
        await impianto.load();
        for (const [i, { ccp, esito, pausa, volte }] of consegne.entries()) {
          const righe = esito === "0" ? [{ importo: 1250n, iur: `IUR-${ccp}` }] : [];
          for (let n = 0; n < volte; n += 1) {
            const { status } = await impianto.deliver({ ccp, esito, righe, idMessaggio: `RT-${i}` });
            expect(status).toBe(200);
          }
          if (pausa) await impianto.drain();
        }
        await impianto.drain();
        const { pendenza: debito, ricevute, riscossioni } = await impianto.posizione();
        const pagati = new Set(consegne.filter(({ esito }) => esito === "0").map(({ ccp }) => ccp));
        // One collected amount for each context that paid, whatever was told of it besides.
        expect(riscossioni.map(({ iur }) => iur).sort()).toEqual([...pagati].map((ccp) => `IUR-${ccp}`).sort());
        expect(debito?.importoPagato).toBe(BigInt(pagati.size) * 1250n);
        expect(debito?.stato).toBe(pagati.size === 0 ? "NON_ESEGUITA" : pagati.size === 1 ? "ESEGUITA" : "ANOMALA");
        // Each context has at least a receipt, and each different thing that was said of it is kept.
        for (const { ccp, esito } of consegne) {
          const sue = ricevute.filter((r) => r.ccp === ccp);
          expect(sue.some((r) => r.esito === (esito === "0" ? "OK" : "KO"))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
