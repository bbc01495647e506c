/** The worker of batches stopped, interrupted, called twice: the archive and the outcomes are those of a run that nothing disturbed. */
import { beforeEach, describe, expect, it } from "vitest";
import { createLavoroTracciati, type LavoroTracciati } from "../../../tests/sostegno/lavoro-tracciati.ts";
import { GESTIONALE } from "../../../tests/sostegno/pendenze.ts";
import { fileMypay, INTESTAZIONI_MYPAY, rigaMypay } from "../../../tests/sostegno/tracciati.ts";
import { RIGHE_PER_TAPPA } from "./elaborate-righe.ts";

let lavoro: LavoroTracciati;
beforeEach(async () => {
  lavoro = await createLavoroTracciati();
});

const MYPAY = `${INTESTAZIONI_MYPAY["1.3"]}\r\n`;
const righeDi = (testo: string): readonly string[] =>
  testo
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .filter((riga) => riga !== "");

describe("a stop on request", () => {
  it("leaves what was done and closes the batch", async () => {
    const id = await lavoro.upload(fileMypay(1200));
    let tappe = 0;
    lavoro.observe(({ operazione }) => {
      // The request comes while the second stage is being elaborated.
      if (operazione === "commit" && ++tappe === 700) void lavoro.update(id, "ferma", GESTIONALE, lavoro.traccia);
    });
    const fine = await lavoro.finish(id);
    lavoro.observe(() => {});
    expect(fine.stato).toBe("INTERROTTO");
    expect(fine.descrizioneStato).toMatch(/^Fermato da gest-tributi: 1000 righe/);
    expect(lavoro.pendenze().size).toBe(1000);
    expect(righeDi(await lavoro.file(id, "esito")).length).toBe(1001);
    expect(await lavoro.update(id, "ferma", GESTIONALE, lavoro.traccia)).toMatchObject({
      ok: false,
      errore: { codice: "NON_PROCESSABILE" },
    });
  });
});

describe("a crash", () => {
  class Caduta extends Error {}
  const atteso = async (righe: number) => {
    const altro = await createLavoroTracciati();
    const id = await altro.upload(fileMypay(righe));
    await altro.finish(id);
    return (await altro.esiti(id)).map(({ numero, stato, esito, idPendenza }) => ({ numero, stato, esito, idPendenza }));
  };

  it("at any request to the store, followed by the same message, gives the same archive and the same outcomes", async () => {
    const righe = 40;
    const giusti = await atteso(righe);
    let caduto = true;
    let cadute = 0;
    for (let punto = 1; caduto; punto += 3) {
      lavoro = await createLavoroTracciati();
      const id = await lavoro.upload(fileMypay(righe));
      let richieste = 0;
      lavoro.observe(() => {
        if (++richieste === punto) throw new Caduta();
      });
      caduto = await lavoro.deliver(id, { messageId: "m" }).then(
        () => false,
        (errore: unknown) => errore instanceof Caduta,
      );
      lavoro.observe(() => {});
      await lavoro.deliver(id, { messageId: "m", tentativo: 2 });
      const fine = await lavoro.finish(id);
      expect([punto, fine.righeLette, fine.eseguite, fine.fallite]).toEqual([punto, righe, righe, 0]);
      if (caduto) cadute += 1;
      expect((await lavoro.esiti(id)).map(({ numero, stato, esito, idPendenza }) => ({ numero, stato, esito, idPendenza }))).toEqual(
        giusti,
      );
      expect(lavoro.pendenze().size).toBe(righe);
      expect(new Set([...lavoro.pendenze().values()].map(({ numeroAvviso }) => numeroAvviso)).size).toBe(righe);
    }
    expect(cadute).toBeGreaterThan(righe / 3);
  });

  it("after a stage that inserts and one that modifies the same debt does not put the old data back", async () => {
    const file = MYPAY + rigaMypay(1) + rigaMypay(2) + rigaMypay(1, { azione: "M", celle: { importoDovuto: "50.00" } }) + rigaMypay(3);
    const id = await lavoro.upload(file);
    let scritture = 0;
    lavoro.observe(({ operazione }) => {
      if (operazione === "commit" && ++scritture === 7) throw new Caduta();
    });
    await expect(lavoro.deliver(id, { messageId: "m" })).rejects.toThrow(Caduta);
    lavoro.observe(() => {});
    await lavoro.deliver(id, { messageId: "m", tentativo: 2 });
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO", righeLette: 4, eseguite: 4, tappa: 2 });
    expect(lavoro.pendenze().get("IUD-0000001")).toMatchObject({ importo: 5000 });
  });

  it("of a stage that never ends well lets the others go on after a few tries", async () => {
    const id = await lavoro.upload(fileMypay(3));
    const guasto = ({ operazione, quante }: { operazione: string; quante: number }): void => {
      // Every write of a debt fails; the batch's own are of one or two items.
      if (operazione === "commit" && quante > 3) throw new Caduta();
    };
    lavoro.observe(guasto);
    await expect(lavoro.deliver(id, { messageId: "m" })).rejects.toThrow(Caduta);
    await lavoro.deliver(id, { messageId: "m", tentativo: 5 });
    lavoro.observe(() => {});
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO_CON_ERRORI", eseguite: 0, fallite: 3 });
    expect((await lavoro.esiti(id)).map(({ esito }) => esito)).toEqual(["500000", "500000", "500000"]);
  });
});

describe("two messages for one batch", () => {
  it("do not work on it together: the second is told when to come back", async () => {
    const id = await lavoro.upload(fileMypay(RIGHE_PER_TAPPA));
    let secondo: Promise<unknown> | undefined;
    let scritture = 0;
    lavoro.observe(({ operazione }) => {
      if (operazione === "commit" && ++scritture === 10) secondo = lavoro.deliver(id, { messageId: "altro" });
    });
    await lavoro.deliver(id, { messageId: "m" });
    expect(await secondo).toMatchObject({ esito: "riprova", secondi: expect.any(Number) });
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO", eseguite: RIGHE_PER_TAPPA });
  });

  it("a late one finds nothing to do", async () => {
    const id = await lavoro.upload(fileMypay(10));
    await lavoro.deliver(id);
    lavoro.richieste.length = 0;
    expect(await lavoro.deliver(id, { tappa: 0 })).toEqual({ esito: "fatto" });
    expect(lavoro.richieste).toEqual(["get:archivio"]);
  });

  it("leaves one for the rest when its time is over", async () => {
    const id = await lavoro.upload(fileMypay(3 * RIGHE_PER_TAPPA));
    lavoro.observe(({ operazione }) => {
      if (operazione === "commit") lavoro.clock.advance(200);
    });
    await lavoro.deliver(id);
    lavoro.observe(() => {});
    const a = await lavoro.read(id);
    expect([a.stato, a.tappa, a.presa]).toEqual(["IN_ELABORAZIONE", 1, undefined]);
    expect(
      lavoro
        .messaggi()
        .filter(({ coda }) => coda === "tracciati")
        .map(({ corpo }) => corpo),
    ).toContainEqual({ id, tappa: 1 });
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO", eseguite: 3 * RIGHE_PER_TAPPA });
  });
});

it("a new row costs one transaction and no read", async () => {
  const id = await lavoro.upload(fileMypay(200));
  await lavoro.deliver(id, { messageId: "caldo" });
  await lavoro.finish(id);
  const secondo = await lavoro.upload(fileMypay(200, { prefisso: "ALTRI" }), { nomeFile: "altri.csv" });
  lavoro.richieste.length = 0;
  await lavoro.finish(secondo);
  const conto = Map.groupBy(lavoro.richieste, (richiesta) => richiesta);
  expect(conto.get("commit:archivio")?.length).toBeLessThan(210);
  expect(conto.get("increment:archivio")?.length).toBeLessThanOrEqual(3);
  expect(lavoro.richieste.length).toBeLessThan(225);
});
