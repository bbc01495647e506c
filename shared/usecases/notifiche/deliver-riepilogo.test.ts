/** A summary on its way to the application that the creditor chose: once, again while it is down, never more when it says so. */
import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { instradamentoPredefinito } from "../../domain/anomalie/instradamento.ts";
import { ko, ok } from "../../domain/esito.ts";
import type { SistemaEnte } from "../../ports/sistema-ente.ts";
import { presentRiepilogo } from "../../presenters/riconciliazione/instradamento.ts";
import { alignAnomalie } from "../anomalie/align-anomalie.ts";
import { sendRiepiloghi } from "../anomalie/send-riepiloghi.ts";
import { type ChiaveRiepilogo, createDeliverRiepilogo } from "./deliver-riepilogo.ts";

describe("un riepilogo all'applicazione dell'ente", () => {
  let memoria: Memoria;
  let anomalie: ArchivioAnomalie;
  let consegnati: unknown[];
  let status: number | undefined;
  let chiave: ChiaveRiepilogo;

  const ente: Pick<SistemaEnte, "notifyRiepilogo"> = {
    notifyRiepilogo: async (_servizio, corpo) => {
      if (status === undefined || status >= 300)
        return ko({ dettaglio: "non ha preso il riepilogo", ...(status !== undefined && { status }) });
      consegnati.push(corpo);
      return ok({ status });
    },
  };
  const deliver = () => createDeliverRiepilogo({ ...memoria, anomalie, ente, present: presentRiepilogo })(chiave, memoria.traccia);
  const consegna = async () => (await anomalie.getRiepilogo(chiave))?.consegna;

  beforeEach(async () => {
    memoria = await createMemoria();
    anomalie = new ArchivioAnomalie(memoria.deposito);
    [consegnati, status] = [[], 201];
    const riepiloghi = { quieteMinuti: 30, dalle: "08:00", alle: "18:00", idA2A: APPLICAZIONE };
    await memoria.store({ azione: "crea", entita: "instradamento", valore: { ...instradamentoPredefinito(COMUNE), riepiloghi } });
    const trovate = [{ codice: "CAUSALE_SCONOSCIUTA", importo: 500n }] as const;
    const modifiche = await alignAnomalie({ ...memoria, anomalie })(COMUNE, { tipo: "MOVIMENTO", idMovimento: "m1" }, trovate);
    await memoria.unitOfWork.commit(modifiche);
    memoria.clock.advance(31 * 60_000);
    await sendRiepiloghi({ ...memoria, anomalie })(memoria.traccia);
    const [messaggio] = memoria.messaggi().filter(({ coda }) => coda === "notifiche");
    const { tipo, ...resto } = Object(messaggio?.corpo);
    expect(tipo).toBe("RIEPILOGO");
    chiave = resto;
  });

  it("arriva una volta, come lo mostra l'API", async () => {
    expect(await deliver()).toEqual({ esito: "consegnata" });
    expect(consegnati).toMatchObject([
      { idDominio: COMUNE, coda: "GENERALE", numero: 1, righe: [{ titolo: "Causale illeggibile", importo: 5 }] },
    ]);
    expect(await consegna()).toMatchObject({ stato: "SPEDITO", tentativi: 1 });
    expect(await deliver()).toEqual({ esito: "gia-consegnata" });
    expect(consegnati).toHaveLength(1);
  });

  it.each<[string, number | undefined, string]>([
    ["non risponde", undefined, "riprova"],
    ["è fermo", 503, "riprova"],
    ["non li riceve", 404, "annullata"],
    ["lo rifiuta", 422, "annullata"],
  ])("a un sistema che %s", async (_come, risposta, esito) => {
    status = risposta;
    expect(await deliver()).toMatchObject({ esito });
    status = 201;
    expect(await deliver()).toEqual({ esito: esito === "riprova" ? "consegnata" : "gia-consegnata" });
  });

  it("le attese crescono, e si vede quando è il prossimo tentativo", async () => {
    status = 503;
    const attese = [await deliver(), await deliver(), await deliver()];
    expect(attese).toEqual([60, 240, 540].map((secondi) => ({ esito: "riprova", secondi })));
    expect(await consegna()).toMatchObject({ stato: "DA_SPEDIRE", tentativi: 3, dataProssimoTentativo: expect.any(String) });
  });
});
