/** Receipts that concern several creditors, and receipts that meet the settlement flows. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Rendicontazione } from "../../../shared/domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../../shared/domain/ricevute/ricevuta.ts";
import { APPLICAZIONE, COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { ADESSO, IUV, pendenza, voce } from "./debito.ts";
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

const riga = (altro: Partial<Rendicontazione> = {}): Rendicontazione => ({
  versione: 0,
  idDominio: COMUNE,
  idFlusso: "2026-03-11AGID_01-1",
  idPsp: "AGID_01",
  revisione: 1,
  progressivo: 1,
  iuv: IUV,
  iur: ID,
  indice: 1,
  importo: 1250n,
  esito: 0,
  data: "2026-03-10",
  stato: "ANOMALA",
  segnalazioni: [{ data: ADESSO, codice: "007101", descrizione: "senza pagamento" }],
  ...altro,
});
const senzaRicevuta = (altro: Partial<Riscossione> = {}): Riscossione => ({
  versione: 0,
  idDominio: COMUNE,
  iuv: IUV,
  iur: ID,
  indice: 1,
  idDominioTitolare: COMUNE,
  idA2A: APPLICAZIONE,
  idPendenza: "P1",
  stato: "RISCOSSA",
  tipo: "ENTRATA",
  importo: 1250n,
  data: "2026-03-10T23:00:00.000Z",
  senzaRpt: true,
  ...altro,
});

describe("several creditors", () => {
  const transfers = [
    { id: 1, importo: "10.00" },
    { id: 2, importo: "2.50", ente: UNIONE },
  ];
  const multi = { voci: [voce(1, 1000n), voce(2, 250n, { idDominio: UNIONE })] };
  const secondaria = () => impianto.posizioni.getPosizione({ idDominio: UNIONE, iuv: IUV });

  it.each([
    ["owner first", [COMUNE, UNIONE]],
    ["secondary first", [UNIONE, COMUNE]],
    ["owner only", [COMUNE]],
  ])("each files its own copy and its own money once: %s", async (_caso, ordine) => {
    await load(multi);
    for (const ente of ordine) {
      await deliver({ transfers }, ente);
      await impianto.drain();
    }
    const titolare = await posizione();
    expect(titolare.pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n });
    expect(titolare.riscossioni).toMatchObject([{ indice: 1, importo: 1000n }]);
    const altra = await secondaria();
    expect(altra.riscossioni).toMatchObject([{ indice: 2, importo: 250n, tipo: "ENTRATA", idDominioTitolare: COMUNE, idPendenza: "P1" }]);
    expect(altra.ricevute).toHaveLength(ordine.length - 1);
    expect(impianto.messaggi()).toHaveLength(1);
  });

  it("a beneficiary that is not registered is collected as not intermediated", async () => {
    await load({ voci: [voce(1, 1000n), voce(2, 250n, { idDominio: "11111111111" })] });
    await deliver({
      transfers: [
        { id: 1, importo: "10.00" },
        { id: 2, importo: "2.50", ente: "11111111111" },
      ],
    });
    await impianto.drain();
    const { riscossioni } = await impianto.posizioni.getPosizione({ idDominio: "11111111111", iuv: IUV });
    expect(riscossioni).toMatchObject([{ tipo: "ENTRATA_PA_NON_INTERMEDIATA", importo: 250n }]);
  });

  it("a stamp is collected with its XML", async () => {
    await load();
    await deliver({ importo: "16.00", transfers: [{ id: 1, importo: "16.00", accredito: "<MBDAttachment>QUJDREVG</MBDAttachment>" }] });
    await impianto.drain();
    expect((await posizione()).riscossioni).toMatchObject([{ tipo: "MBT", allegato: "QUJDREVG" }]);
  });
});

describe("receipts and settlement flows", () => {
  it("a row that waited for its receipt becomes OK", async () => {
    await load();
    await impianto.write({ azione: "crea", entita: "rendicontazione", valore: riga() });
    await deliver();
    await impianto.drain();
    expect((await posizione()).rendicontazioni).toMatchObject([{ stato: "OK", segnalazioni: [] }]);
  });

  it.each([
    [
      "another amount",
      riga({ importo: 1251n }),
      [{ stato: "ANOMALA", segnalazioni: [{ codice: "007104", dettaglio: "rendicontato 12,51, pagato 12,50" }] }],
    ],
    ["another payment", riga({ iur: "altro" }), [{ stato: "ANOMALA", segnalazioni: [{ codice: "007101" }] }]],
    [
      "a further anomaly",
      riga({ segnalazioni: [...riga().segnalazioni, { data: ADESSO, codice: "007110", descrizione: "x" }] }),
      [{ stato: "ANOMALA", segnalazioni: [{ codice: "007110" }] }],
    ],
  ])("a row of %s stays anomalous", async (_caso, valore, attese) => {
    await load();
    await impianto.write({ azione: "crea", entita: "rendicontazione", valore });
    await deliver();
    await impianto.drain();
    expect((await posizione()).rendicontazioni).toMatchObject(attese);
  });

  it.each(["RISCOSSA", "INCASSATA"] as const)(
    "a payment known only from the flow (%s) is completed when its receipt comes late, and not counted twice",
    async (stato) => {
      const pagata = pendenza({
        stato: stato === "INCASSATA" ? "INCASSATA" : "ESEGUITA",
        importoPagato: 1250n,
        dataPagamento: "2026-03-09T23:00:00.000Z",
        voci: [voce(1, 1250n, { stato: "Eseguito" })],
      });
      await impianto.write(
        { azione: "crea", entita: "pendenza", valore: pagata },
        { azione: "crea", entita: "riscossione", valore: senzaRicevuta({ stato }) },
      );
      await deliver();
      await impianto.drain();
      const { pendenza: p, riscossioni, ricevute, notifiche, storia } = await posizione();
      expect(p).toMatchObject({ stato: pagata.stato, importoPagato: 1250n, dataPagamento: PAGATO, segnalazioni: [] });
      expect(riscossioni).toMatchObject([{ senzaRpt: false, idRicevuta: ID, stato, data: PAGATO, commissioni: 150n }]);
      expect(ricevute).toMatchObject([{ segnalazioni: [] }]);
      expect(notifiche).toHaveLength(1);
      expect(storia).toMatchObject([{ evento: "completaRicevuta" }]);
    },
  );
});
