import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildChiamante, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import type { Documento, Pendenza } from "../../domain/pendenze/pendenza.ts";
import { getAvvisiDocumento } from "./get-avvisi-documento.ts";

const numero = (n: number): string => `3010000000000${String(n).padStart(5, "0")}`;
const pendenza = (n: number, documento: Partial<Documento>, altro: Partial<Pendenza> = {}): Pendenza =>
  buildPendenza({
    idPendenza: `P${n}`,
    numeroAvviso: numero(n),
    iuv: numero(n).slice(1),
    documento: { identificativo: "D1", descrizione: "TARI 2026", ...documento },
    ...altro,
  });
const CHIAVE = { idDominio: COMUNE, numeroDocumento: "D1" };

describe("the notices of a document", () => {
  let memoria: Memoria;
  beforeEach(async () => {
    memoria = await createMemoria();
    const pendenze = [
      pendenza(4, { soglia: { tipo: "RIDOTTO" } }),
      pendenza(3, { rata: 2 }),
      pendenza(2, { rata: 1 }, { stato: "ESEGUITA" }),
      pendenza(1, {}),
      pendenza(5, { identificativo: "D2" }),
      pendenza(6, { rata: 3 }, { idA2A: "ALTRA" }),
      pendenza(7, { identificativo: "D3" }, { stato: "ANNULLATA" }),
      pendenza(8, { identificativo: "D3" }, { dataScadenza: "2026-01-01" }),
    ];
    for (const valore of pendenze) await memoria.store({ azione: "crea", entita: "pendenza", valore });
    memoria.richieste.length = 0;
  });
  const get = (altro: Partial<Parameters<ReturnType<typeof getAvvisiDocumento>>[0]> = {}, chiamante = buildChiamante()) =>
    getAvvisiDocumento(memoria)({ ...CHIAVE, ...altro }, chiamante);
  const numeri = async (esito: ReturnType<typeof get>): Promise<unknown> => {
    const letto = await esito;
    return letto.ok ? letto.valore.map(({ numeroAvviso }) => numeroAvviso) : letto.errore;
  };

  it("are those still to be paid, in order, in two consistent requests", async () => {
    expect(await numeri(get())).toEqual([numero(1), numero(3), numero(4)]);
    expect(memoria.richieste).toEqual(["query:archivio", "getMany:archivio"]);
  });

  it("are exactly those listed, in order of printing", async () => {
    expect(await numeri(get({ numeriAvviso: [numero(4), numero(3)] }))).toEqual([numero(3), numero(4)]);
  });

  it.each<[string, Parameters<typeof get>, string, string]>([
    ["a listed notice is paid", [{ numeriAvviso: [numero(2), numero(3)] }], "PAG_006", numero(2)],
    ["a listed notice belongs to another document", [{ numeriAvviso: [numero(5)] }], "NON_TROVATO", numero(5)],
    ["a listed notice belongs to another application", [{ numeriAvviso: [numero(6)] }], "NON_TROVATO", numero(6)],
    ["none can be printed any more", [{ numeroDocumento: "D3" }], "PAG_006", numero(7)],
    ["the document does not exist", [{ numeroDocumento: "D9" }], "NON_TROVATO", "D9"],
    ["the creditor is another", [{ idDominio: "91001750081" }], "NON_TROVATO", "91001750081"],
    ["the caller does not see the creditor", [{}, buildChiamante({ domini: [] })], "NON_TROVATO", "D1"],
    ["the caller does not see the type", [{}, buildChiamante({ tipiPendenza: ["MENSA"] })], "NON_TROVATO", "D1"],
    ["the caller is another application", [{}, buildChiamante({ idA2A: "TERZA" })], "NON_TROVATO", "D1"],
  ])("are refused when %s", async (_caso, argomenti, codice, nominato) => {
    expect(await get(...argomenti)).toMatchObject({ ok: false, errore: { codice, dettaglio: expect.stringContaining(nominato) } });
  });

  it("are too many above what one answer holds", async () => {
    for (let n = 100; n <= 400; n++) {
      await memoria.store({ azione: "crea", entita: "pendenza", valore: pendenza(n, { identificativo: "D4", rata: n }) });
    }
    expect(await get({ numeroDocumento: "D4" })).toMatchObject({ ok: false, errore: { codice: "RISPOSTA_ESTESA" } });
  });

  it("follow the state of each debt, not that at loading", async () => {
    const letta = await memoria.posizioni.getPendenzaById(APPLICAZIONE, "P1");
    if (!letta) throw new Error("pendenza P1 assente");
    await memoria.store({ azione: "sostituisci", entita: "pendenza", valore: { ...letta, stato: "ANNULLATA" } });
    expect(await numeri(get())).toEqual([numero(3), numero(4)]);
  });
});
