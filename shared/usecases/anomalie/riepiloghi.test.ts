/** One summary per queue and stretch: at the right hour, after the quiet, each anomaly once whatever happens to the job. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { type Instradamento, instradamentoPredefinito } from "../../domain/anomalie/instradamento.ts";
import type { Riepilogo } from "../../domain/anomalie/riepilogo.ts";
import { alignAnomalie } from "./align-anomalie.ts";
import { sendRiepiloghi } from "./send-riepiloghi.ts";

const INSTRADAMENTO: Instradamento = {
  ...instradamentoPredefinito(COMUNE),
  regole: [{ nome: "grandi", quando: { importoMinimo: 1_000n }, coda: "DIRIGENTE" }],
  riepiloghi: { quieteMinuti: 30, dalle: "08:00", alle: "18:00" },
};

const impianto = async (instradamento: Instradamento | undefined = INSTRADAMENTO) => {
  const memoria = await createMemoria();
  const porte = { ...memoria, anomalie: new ArchivioAnomalie(memoria.deposito) };
  await memoria.store({ azione: "crea", entita: "instradamento", valore: instradamento });
  const align = alignAnomalie(porte);
  const arriva = async (idMovimento: string, importo: bigint, dal?: string): Promise<void> => {
    const trovata = { codice: "CAUSALE_SCONOSCIUTA", importo, ...(dal !== undefined && { dal }) } as const;
    await memoria.unitOfWork.commit(await align(COMUNE, { tipo: "MOVIMENTO", idMovimento }, [trovata]));
  };
  const run = sendRiepiloghi(porte);
  const riepiloghi = async (): Promise<readonly Riepilogo[]> =>
    (await porte.anomalie.findRiepiloghi({ domini: [COMUNE], ordine: "asc" }, { limite: 100, salta: 0, totale: false })).elementi;
  return { memoria, arriva, run: () => run(memoria.traccia), riepiloghi };
};

describe("i riepiloghi", () => {
  let i: Awaited<ReturnType<typeof impianto>>;
  beforeEach(async () => {
    // 10:00 in Rome.
    i = await impianto();
    await i.arriva("m1", 100n);
    await i.arriva("m2", 250n);
    await i.arriva("m3", 5_000n);
  });

  it("aspettano la quiete, poi uno per coda, e mai due volte", async () => {
    i.memoria.clock.advance(29 * 60_000);
    expect(await i.run()).toMatchObject({ creditori: 1, riepiloghi: 0 });
    i.memoria.clock.advance(60_000);
    expect(await i.run()).toMatchObject({ riepiloghi: 2 });
    expect(await i.riepiloghi()).toMatchObject([
      { coda: "DIRIGENTE", numero: 1, righe: [{ codice: "CAUSALE_SCONOSCIUTA", numero: 1, importo: 5_000n }] },
      { coda: "GENERALE", numero: 2, righe: [{ numero: 2, importo: 350n }] },
    ]);
    i.memoria.clock.advance(60 * 60_000);
    expect(await i.run()).toMatchObject({ riepiloghi: 0 });
  });

  it("si fermano fuori dagli orari, e riprendono il giorno dopo", async () => {
    i.memoria.clock.set("2026-11-25T17:00:00.000Z");
    expect(await i.run()).toMatchObject({ riepiloghi: 0 });
    i.memoria.clock.set("2026-11-26T06:59:00.000Z");
    expect(await i.run()).toMatchObject({ riepiloghi: 0 });
    i.memoria.clock.set("2026-11-26T07:00:00.000Z");
    expect(await i.run()).toMatchObject({ riepiloghi: 2 });
  });

  it("una coda che non si ferma mai ne ha uno dopo un giorno", async () => {
    for (let n = 0; n < 49; n++) {
      i.memoria.clock.advance(29 * 60_000);
      await i.arriva(`altro-${n}`, 1n);
      i.memoria.clock.advance(60_000);
      await i.run();
    }
    const generale = (await i.riepiloghi()).filter(({ coda }) => coda === "GENERALE");
    expect(generale.length).toBe(1);
    expect(generale[0]?.numero).toBeGreaterThan(40);
  });

  it("ciò per cui è presto si dice quando è il momento", async () => {
    await i.arriva("futura", 1n, "2026-11-27");
    i.memoria.clock.set("2026-11-26T10:00:00.000Z");
    await i.run();
    i.memoria.clock.set("2026-11-27T10:00:00.000Z");
    await i.run();
    expect((await i.riepiloghi()).map(({ coda, numero }) => [coda, numero])).toEqual([
      ["DIRIGENTE", 1],
      ["GENERALE", 2],
      ["GENERALE", 1],
    ]);
  });

  it("due giri insieme, o uno interrotto a ogni scrittura, dicono ogni anomalia una volta", async () => {
    i.memoria.clock.advance(31 * 60_000);
    let scritture = 0;
    i.memoria.observe(({ operazione }) => {
      scritture += operazione === "commit" ? 1 : 0;
      if (operazione === "commit" && scritture === 2) throw new Error("spento");
    });
    await expect(i.run()).rejects.toThrow("spento");
    i.memoria.observe(() => {});
    await Promise.all([i.run(), i.run()]);
    const dette = (await i.riepiloghi()).flatMap(({ anomalie }) => anomalie);
    expect([dette.length, new Set(dette).size]).toEqual([3, 3]);
  });

  it("chi non li vuole non ne ha", async () => {
    const { riepiloghi: _orario, ...senza } = INSTRADAMENTO;
    const altro = await impianto(senza);
    await altro.arriva("m1", 1n);
    altro.memoria.clock.advance(60 * 60_000);
    expect(await altro.run()).toEqual({ creditori: 0, riepiloghi: 0, rimasti: 0 });
  });
});
