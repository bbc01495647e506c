/** Receipts that do not match the debt they are for: kept all the same, and the debt says what is wrong. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import type { Impianto } from "./impianto.ts";
import { createSportello, ID, PAGATO, type Sportello } from "./sportello.ts";

let sportello: Sportello;
let impianto: Impianto;
beforeEach(async () => {
  sportello = await createSportello();
  impianto = sportello.impianto;
});
const load: Sportello["load"] = (altro) => sportello.load(altro);
const deliver: Sportello["deliver"] = (r, idPA) => sportello.deliver(r, idPA);
const posizione = () => sportello.posizione();

describe("a receipt that does not match", () => {
  it.each([
    ["another amount", { importo: "12.49" }, 1249n],
    [
      "another split",
      {
        transfers: [
          { id: 1, importo: "6.25" },
          { id: 2, importo: "6.25" },
        ],
      },
      1250n,
    ],
    ["another position", { transfers: [{ id: 2, importo: "12.50" }] }, 1250n],
  ])("makes the debt anomalous, with the money recorded: %s", async (_caso, ricevuta, pagato) => {
    await load();
    await deliver(ricevuta);
    await impianto.drain();
    const { pendenza: p, riscossioni, ricevute, notifiche } = await posizione();
    expect(p).toMatchObject({ stato: "ANOMALA", importoPagato: pagato, segnalazioni: [{ codice: "IMPORTO_DIVERSO" }] });
    expect(p?.descrizioneStato).toContain("dovuto 12.50");
    expect(riscossioni.reduce((somma, { importo }) => somma + importo, 0n)).toBe(pagato);
    expect(ricevute).toMatchObject([{ segnalazioni: [{ codice: "IMPORTO_DIVERSO" }] }]);
    expect(notifiche).toHaveLength(1);
  });

  it("for a paid notice is a second payment: kept, recorded, flagged", async () => {
    await load();
    await deliver();
    await deliver({ receiptId: "seconda", paymentDateTime: "2026-03-10T11:00:00" });
    await impianto.drain();
    const { pendenza: p, ricevute, riscossioni } = await posizione();
    expect(p).toMatchObject({
      stato: "ANOMALA",
      importoPagato: 2500n,
      dataPagamento: PAGATO,
      segnalazioni: [{ codice: "PAGAMENTO_DUPLICATO" }],
      voci: [{ stato: "Eseguito" }],
    });
    expect(ricevute).toHaveLength(2);
    expect(riscossioni).toHaveLength(2);
    await deliver({ receiptId: "terza" });
    await impianto.drain();
    expect((await posizione()).pendenza).toMatchObject({ stato: "ANOMALA", importoPagato: 3750n });
  });

  it("for an unknown notice is stored and flagged", async () => {
    await deliver();
    await impianto.drain();
    const { ricevute, riscossioni, notifiche } = await posizione();
    expect(ricevute).toMatchObject([{ idRicevuta: ID, segnalazioni: [{ codice: "AVVISO_SCONOSCIUTO" }] }]);
    expect(ricevute[0]).not.toHaveProperty("idA2A");
    expect(riscossioni).toMatchObject([{ importo: 1250n, tipo: "ENTRATA" }]);
    expect(notifiche).toEqual([]);
  });

  it("for a notice issued elsewhere tells it apart", async () => {
    await deliver({ noticeNumber: "347000000000000199", creditorReferenceId: "47000000000000199" });
    await impianto.drain();
    const altrove = await impianto.posizioni.getPosizione({ idDominio: COMUNE, iuv: "47000000000000199" });
    expect(altrove.riscossioni).toMatchObject([{ tipo: "ALTRO_INTERMEDIARIO" }]);
  });

  it("with outcome KO is only kept", async () => {
    await load();
    await deliver({ outcome: "KO" });
    await impianto.drain();
    const { pendenza: p, ricevute, riscossioni, notifiche, tentativi } = await posizione();
    expect(p?.stato).toBe("NON_ESEGUITA");
    expect(ricevute[0]?.segnalazioni.map(({ codice }) => codice)).toEqual(["ESITO_KO", "IMPORTO_CON_ESITO_KO"]);
    expect([riscossioni, notifiche, tentativi]).toEqual([[], [], []]);
  });

  it("that contradicts itself loses no money", async () => {
    await load();
    const transfers = [
      { id: 1, importo: "6.00" },
      { id: 1, importo: "7.00" },
    ];
    await deliver({ transfers, creditorReferenceId: "99999999999999999" });
    await impianto.drain();
    const { ricevute, riscossioni, pendenza: p } = await posizione();
    expect(ricevute[0]?.segnalazioni.map(({ codice }) => codice)).toEqual([
      "IUV_DIVERSO",
      "SOMMA_DIVERSA",
      "TRANSFER_RIPETUTO",
      "IMPORTO_DIVERSO",
    ]);
    expect(riscossioni).toMatchObject([{ importo: 1300n }]);
    expect(p?.stato).toBe("ANOMALA");
  });
});
