import { describe, expect, it } from "vitest";
import type { Documenti } from "../../ports/documenti.ts";
import type { AvvisoDaStampare, StampaAvviso } from "../../ports/stampa-avviso.ts";
import { DocumentiInMemoria } from "../memory/documenti.ts";
import { avviso, ENTE, pagamento } from "./prove/avvisi.ts";
import { chiaveStampa, createStampaInCache } from "./stampa-in-cache.ts";

const PDF = Buffer.from("%PDF-1.7 contenuto %%EOF\n");

const createProva = (documenti: Documenti, attesaMillisecondi = 50) => {
  const stampati: AvvisoDaStampare[] = [];
  const guasti: string[] = [];
  const stampa: StampaAvviso = {
    render: async (a) => {
      stampati.push(a);
      return PDF;
    },
    async *renderUniti() {
      yield PDF;
    },
  };
  const segnala = (errore: unknown): void => {
    guasti.push(String(errore));
  };
  return { stampati, guasti, cache: createStampaInCache({ documenti, stampa, segnala, attesaMillisecondi }) };
};

const maiRisponde: Documenti = { get: () => new Promise(() => {}), put: () => new Promise(() => {}) };
const guasto = async (): Promise<never> => {
  throw new Error("giù");
};

describe("le stampe conservate", () => {
  it("si stampano una volta finché l'avviso non cambia", async () => {
    const { stampati, guasti, cache } = createProva(new DocumentiInMemoria());
    const a = avviso();
    expect([...(await cache.render(a))]).toEqual([...PDF]);
    expect([...(await cache.render(structuredClone(a)))]).toEqual([...PDF]);
    expect(stampati).toHaveLength(1);
    await cache.render(avviso({ pagamenti: [pagamento({ importo: 1n })] }));
    expect([stampati.length, guasti]).toEqual([2, []]);
  });

  it.each<[string, AvvisoDaStampare]>([
    ["l'importo", avviso({ pagamenti: [pagamento({ importo: 1n })] })],
    ["la lingua", avviso({ linguaSecondaria: "de" })],
    ["il logo", avviso({ ente: { ...ENTE, logo: new Uint8Array([1, 2, 3]) } })],
    ["un altro logo", avviso({ ente: { ...ENTE, logo: new Uint8Array([1, 2, 4]) } })],
    ["la data di aggiornamento", avviso({ dataStampa: "2026-11-25T10:00:00.001Z" })],
    ["gli avvisi del documento", avviso({ pagamenti: [pagamento(), pagamento({ n: 1 })] })],
    ["il bollettino", avviso({ pagamenti: [pagamento({ postale: true })] })],
  ])("hanno un altro nome se cambia %s", (_nome, altro) => {
    expect(chiaveStampa(altro)).not.toBe(chiaveStampa(avviso()));
    expect(chiaveStampa(altro)).toMatch(/^stampe\/01234567890\/[0-9a-f]{64}\.pdf$/);
  });

  it.each<[string, Documenti]>([
    ["non risponde mai", maiRisponde],
    ["è giù", { get: guasto, put: guasto }],
    ["risponde alla lettura e non alla scrittura", { get: async () => undefined, put: guasto }],
  ])("non fermano la stampa quando il deposito %s, e il guasto è segnalato", async (_nome, documenti) => {
    const { stampati, guasti, cache } = createProva(documenti);
    expect([...(await cache.render(avviso()))]).toEqual([...PDF]);
    expect(stampati).toHaveLength(1);
    expect(guasti.length).toBeGreaterThan(0);
  });

  it.each([
    ["troncata", PDF.subarray(0, 12)],
    ["vuota", new Uint8Array()],
    ["di altro", Buffer.from("<html>")],
  ])("danneggiate non si danno: %s", async (_nome, contenuto) => {
    const { stampati, cache } = createProva({ get: async () => contenuto, put: async () => {} });
    expect([...(await cache.render(avviso()))]).toEqual([...PDF]);
    expect(stampati).toHaveLength(1);
  });

  it("non riguardano i documenti uniti", async () => {
    const { cache } = createProva({ get: guasto, put: guasto });
    const pezzi: Uint8Array[] = [];
    for await (const pezzo of cache.renderUniti(
      (async function* () {
        yield avviso();
      })(),
      "2026-11-25T10:00:00.000Z",
    )) {
      pezzi.push(pezzo);
    }
    expect(pezzi).toEqual([PDF]);
  });
});
