import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioNotifiche } from "../../adapters/archivio/notifiche.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { ScadenzeArchivio } from "../../adapters/archivio/scadenze.ts";
import { ArchivioSonde } from "../../adapters/archivio/sonde.ts";
import { ko, ok } from "../../domain/esito.ts";
import type { Sonda } from "../../domain/sonde/sonde.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";
import { createFindSonde, createGetSonda, createUpdateSoglia } from "./find-sonde.ts";
import { createMeasureSonde } from "./measure-sonde.ts";

const TUTTI = { domini: "*" } as const;
const LAVORO = { nome: "acquisisciFlussi", summary: "", espressione: "cron(0/10 * * * ? *)", timeoutSeconds: 300 };

let memoria: Memoria;
let profondita: Record<string, number>;
let porte: Parameters<typeof createUpdateSoglia>[0] & Parameters<typeof createMeasureSonde>[0];

beforeEach(async () => {
  memoria = await createMemoria();
  profondita = { "coda notifiche": 0, "scarti notifiche": 0 };
  const depths = (quali: string) => async (nomi: readonly string[]) =>
    new Map(nomi.map((nome) => [nome, { visibili: profondita[`${quali} ${nome}`] ?? 0, inSospeso: 0 }]));
  porte = {
    ...{ ...memoria, definizioni: [LAVORO], code: ["notifiche"], codeScarti: ["notifiche", "outbox"] },
    sonde: new ArchivioSonde(memoria.deposito),
    profondita: { depthsOf: depths("coda"), depths: depths("scarti") },
    notifiche: new ArchivioNotifiche(memoria.deposito),
    scadenze: new ScadenzeArchivio(memoria.deposito),
    registro: new ArchivioRegistro(memoria.deposito),
  };
});

const stati = async (): Promise<Readonly<Record<string, Sonda>>> => {
  const esito = await createFindSonde(porte)(TUTTI);
  return Object.fromEntries(esito.ok ? esito.valore.map((sonda) => [sonda.id, sonda]) : []);
};
const measure = () => createMeasureSonde(porte)();
const riuscito = (alle: string) =>
  memoria.store({ azione: "crea", entita: "lavoro", valore: { versione: 0, nome: LAVORO.nome, ultimoSuccesso: alle } });

describe("the probes", () => {
  it("are read with one request to the archive, whatever they are", async () => {
    await measure();
    memoria.richieste.length = 0;
    expect(Object.keys(await stati())).toEqual([
      ...["lavoro-acquisisciFlussi", "coda-notifiche", "attesa-notifiche", "scarti-notifiche", "scarti-outbox"],
      ...["recuperi-aperti", "notifiche-in-ritardo", "flussi-mancanti", "certificati-in-scadenza", "certificati-scaduti"],
    ]);
    expect(memoria.richieste).toEqual(["query:archivio"]);
  });

  it("say nothing of what was never measured, and are not shown to who sees some creditors only", async () => {
    expect((await stati())["recuperi-aperti"]).not.toHaveProperty("stato");
    expect((await stati())["lavoro-acquisisciFlussi"]).toMatchObject({ descrizioneStato: "mai eseguita" });
    expect(await createFindSonde(porte)({ domini: [{ idDominio: COMUNE }] })).toMatchObject(ko({ codice: "NON_AUTORIZZATO" }));
  });

  it.each([
    ["on time", "2026-11-25T08:55:00.000Z", 0, "ok"],
    ["late of less than the warning", "2026-11-25T08:05:00.000Z", 50, "ok"],
    ["late of an hour", "2026-11-25T07:50:00.000Z", 60, "warning"],
    ["stopped since yesterday", "2026-11-24T09:00:00.000Z", 1430, "error"],
  ])("measure how late a job is on its schedule: %s", async (_caso, alle, valore, stato) => {
    await riuscito(alle);
    expect((await stati())["lavoro-acquisisciFlussi"]).toMatchObject({ valore, stato, unita: "minuti" });
  });

  it.each([
    [0, "ok"],
    [1, "warning"],
    [9, "warning"],
    [10, "error"],
  ])("with %i dead letters are %s", async (quanti, stato) => {
    profondita["scarti notifiche"] = quanti;
    expect((await stati())["scarti-notifiche"]).toMatchObject({ valore: quanti, stato });
  });

  it("tell since when a queue was never seen empty, and forget it when it was", async () => {
    profondita["coda notifiche"] = 3;
    await measure();
    memoria.clock.advance(90 * 60_000);
    await measure();
    expect((await stati())["attesa-notifiche"]).toMatchObject({
      valore: 90,
      stato: "warning",
      descrizioneStato: `mai vista vuota da ${ADESSO}`,
    });
    profondita["coda notifiche"] = 0;
    await measure();
    expect((await stati())["attesa-notifiche"]).toMatchObject({ valore: 0, stato: "ok" });
  });

  it("count the notifications that a first attempt did not deliver", async () => {
    const notifica = (n: number, tentativi: number): Modifica => ({
      azione: "crea",
      entita: "notifica",
      valore: {
        tipo: "RICEVUTA",
        stato: "DA_SPEDIRE",
        ...{ versione: 0, idDominio: COMUNE, iuv: `0${n}`, idRicevuta: `r${n}`, idA2A: "A", tentativi, data: ADESSO },
      },
    });
    await memoria.store(notifica(1, 0), notifica(2, 1), notifica(3, 4));
    expect(await measure()).toMatchObject({ notificheInRitardo: 2, recuperiAperti: 0 });
  });

  it("name the creditors whose old payments no flow has told of, looking again after hours", async () => {
    await memoria.store({ azione: "crea", entita: "ricevuta", valore: buildRicevuta({ dataRicezione: "2026-11-18T10:00:00.000Z" }) });
    expect(await measure()).toMatchObject({ entiSenzaFlussi: 1 });
    expect((await stati())["flussi-mancanti"]).toMatchObject({ valore: 1, stato: "warning", descrizioneStato: COMUNE });
    memoria.richieste.length = 0;
    memoria.clock.advance(10 * 60_000);
    await measure();
    expect(memoria.richieste.length).toBeLessThanOrEqual(7);
  });

  it("warn where an operator says, and refuse a warning after the error", async () => {
    profondita["coda notifiche"] = 2_000;
    expect((await stati())["coda-notifiche"]).toMatchObject({ stato: "warning" });
    const update = createUpdateSoglia(porte);
    expect(await update("coda-notifiche", { warn: 9, error: 5 }, TUTTI, memoria.traccia)).toMatchObject(ko({ codice: "SINTASSI" }));
    expect(await update("coda-altra", { warn: 1, error: 5 }, TUTTI, memoria.traccia)).toMatchObject(ko({ codice: "NON_TROVATO" }));
    expect(await update("coda-notifiche", { warn: 5_000, error: 50_000 }, TUTTI, memoria.traccia)).toMatchObject(ok({ stato: "ok" }));
    expect(await update("scarti-outbox", { warn: 0, error: 0 }, TUTTI, memoria.traccia)).toMatchObject(ok({ stato: "error" }));
    expect(await createGetSonda(porte)("coda-notifiche", TUTTI)).toMatchObject(ok({ stato: "ok", soglie: { warn: 5_000, error: 50_000 } }));
  });
});
