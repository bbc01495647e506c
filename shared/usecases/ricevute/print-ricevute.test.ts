import { describe, expect, it } from "vitest";
import { buildChiamante, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import type { RicevutaDaStampare, StampaRicevuta } from "../../ports/stampa-ricevuta.ts";
import { printRicevute, type Scelta } from "./print-ricevute.ts";

const ROSSI = "RSSMRA85T10A562S";
const APPLICAZIONE = buildChiamante();
const CITTADINO: Chiamante = {
  ...buildChiamante({ tipo: "cittadino" }),
  cittadino: { codiceFiscale: ROSSI, deleghe: [], provider: "prova" },
};
const iuvDi = (n: number): string => `0100000000000${String(n).padStart(4, "0")}`;
type Pagata = { readonly n: number; readonly data: string; readonly altro?: Partial<Ricevuta> };

const createProva = async (pagate: readonly Pagata[], byte = 1) => {
  const memoria = await createMemoria();
  for (const { n, data, altro } of pagate) {
    const codice = { iuv: iuvDi(n), numeroAvviso: `3${iuvDi(n)}` };
    const esito = await memoria.unitOfWork.commit([
      {
        ...{ azione: "crea", entita: "pendenza" },
        valore: buildPendenza({ ...codice, idPendenza: `P${n}`, stato: "ESEGUITA", dataPagamento: data }),
      },
      {
        ...{ azione: "crea", entita: "ricevuta" },
        valore: buildRicevuta({ ...codice, idRicevuta: `r${n}`, dataPagamento: data, dataRicezione: data, ...altro }),
      },
    ]);
    if (!esito.ok) throw new Error("dati di prova già presenti");
  }
  const stampate: (readonly RicevutaDaStampare[])[] = [];
  const stampaRicevuta: StampaRicevuta = {
    render: async () => new Uint8Array(byte),
    renderUnite: async (ricevute) => {
      stampate.push(ricevute);
      return new Uint8Array(byte);
    },
  };
  const print = (scelta: Scelta, chiamante: Chiamante = CITTADINO) =>
    printRicevute({ ...memoria, stampaRicevuta })(scelta, undefined, chiamante);
  return { print, memoria, viste: () => stampate.map((ricevute) => ricevute.map(({ idRicevuta }) => idRicevuta)) };
};
const chiaveDi = (n: number) => ({ idDominio: buildPendenza().idDominio, iuv: iuvDi(n), idRicevuta: `r${n}` });

describe("più ricevute stampate insieme", () => {
  it.each<[string, Chiamante, Scelta]>([
    ["del cittadino", CITTADINO, { anno: "2026" }],
    ["dell'applicazione che dice di chi", APPLICAZIONE, { anno: "2026", idDebitore: ROSSI }],
  ])(
    "di un anno italiano, %s: in ordine di pagamento, senza quelle di altri anni e quelle non eseguite",
    async (_chi, chiamante, scelta) => {
      const { print, viste } = await createProva([
        { n: 1, data: "2026-12-31T23:30:00.000Z" },
        { n: 2, data: "2026-12-31T22:30:00.000Z" },
        { n: 3, data: "2025-12-31T23:30:00.000Z" },
        { n: 4, data: "2025-12-31T22:30:00.000Z" },
        { n: 5, data: "2026-05-01T10:00:00.000Z", altro: { esito: "KO" } },
      ]);
      expect(await print(scelta, chiamante)).toMatchObject({ ok: true });
      expect(viste()).toEqual([["r3", "r2"]]);
    },
  );

  it("quelle elencate, ognuna una volta, in due letture quante che siano", async () => {
    const { print, viste, memoria } = await createProva([1, 2, 3].map((n) => ({ n, data: `2026-05-0${4 - n}T10:00:00.000Z` })));
    const prima = memoria.richieste.length;
    await print({ ricevute: [1, 2, 3, 1].map(chiaveDi) });
    expect(viste()).toEqual([["r3", "r2", "r1"]]);
    expect(memoria.richieste.length - prima).toBeLessThanOrEqual(3);
  });

  it("una sola che non c'è, e non se ne stampa nessuna", async () => {
    const { print, viste } = await createProva([{ n: 1, data: "2026-05-01T10:00:00.000Z" }]);
    expect(await print({ ricevute: [chiaveDi(1), chiaveDi(9)] })).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
    expect(viste()).toEqual([]);
  });

  it("più di cento in un anno si rifiutano, e dicono che fare", async () => {
    const { print, viste } = await createProva(Array.from({ length: 101 }, (_, n) => ({ n, data: "2026-05-01T10:00:00.000Z" })));
    expect(await print({ anno: "2026" })).toMatchObject({
      ok: false,
      errore: { codice: "RISPOSTA_ESTESA", dettaglio: expect.stringContaining("100") },
    });
    expect(viste()).toEqual([]);
  });

  it("un documento che non sta in una risposta si rifiuta", async () => {
    const { print } = await createProva([{ n: 1, data: "2026-05-01T10:00:00.000Z" }], 4_000_001);
    expect(await print({ anno: "2026" })).toMatchObject({ ok: false, errore: { codice: "RISPOSTA_ESTESA" } });
  });
});
