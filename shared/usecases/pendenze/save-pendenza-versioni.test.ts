import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createScrittura, GESTIONALE, numero, nuova, type Scrittura, withIntromissioni } from "../../../tests/sostegno/pendenze.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type PorteScrittura, type RichiestaScrittura, savePendenza } from "./save-pendenza.ts";

let s: Scrittura;
beforeEach(async () => {
  s = await createScrittura();
  await s.put("P1", nuova());
  s.richieste.length = 0;
});

const put = (pendenza: NuovaPendenza, altro: Partial<RichiestaScrittura> = {}, porte: Partial<PorteScrittura> = {}) =>
  savePendenza({ ...s.porte, ...porte })({
    ...{ idA2A: APPLICAZIONE, idPendenza: "P1", tipo: "dovuto", chiamante: GESTIONALE, traccia: s.traccia, nuova: pendenza },
    ...altro,
  });
const letta = () => s.posizioni.getPendenzaById(APPLICAZIONE, "P1");
const altra = nuova({ causale: "Altra causale" });

describe("a debt loaded with If-Match", () => {
  it.each([
    ["the version that is stored", [1], true],
    ["several versions, one of which is stored", [7, 1], true],
    ["any version", "*", true],
    ["a version that is no longer", [0], false],
    ["tags that are not ours", [], false],
  ] as const)("on %s is written: %s", async (_caso, versioniAttese, scritta) => {
    const esito = await put(altra, { versioniAttese });
    expect(esito).toMatchObject(
      scritta
        ? { ok: true, valore: { scritta: true, pendenza: { versione: 2 } } }
        : { ok: false, errore: { codice: "PRECONDIZIONE", dettaglio: "If-Match: la pendenza P1 è alla versione 1" } },
    );
    expect((await letta())?.versione).toBe(scritta ? 2 : 1);
  });

  it("is not created when it does not exist", async () => {
    for (const versioniAttese of ["*", [1]] as const) {
      const esito = await put(altra, { versioniAttese, idPendenza: "IGNOTA" });
      expect(esito).toMatchObject({ ok: false, errore: { codice: "PRECONDIZIONE", dettaglio: expect.stringContaining("non esiste") } });
    }
    expect(await s.posizioni.getPendenzaById(APPLICAZIONE, "IGNOTA")).toBeUndefined();
  });

  it("is refused, not written over, when somebody else gets in before the commit", async () => {
    const unitOfWork = withIntromissioni(s.unitOfWork, 1, () => s.put("P1", nuova({ causale: "Di un altro" })));
    expect(await put(altra, { versioniAttese: [1] }, { unitOfWork })).toMatchObject({ ok: false, errore: { codice: "PRECONDIZIONE" } });
    expect(await letta()).toMatchObject({ versione: 2, causale: "Di un altro" });
  });
});

describe("a debt loaded while the index lags", () => {
  /** What the index shows is given, the table says how it is: what an eventually consistent read may do. */
  const withIndice = (mostrata: Pendenza | undefined): PorteScrittura["posizioni"] => ({
    peekPendenzaById: async () => mostrata,
    getPendenzaById: (idA2A, idPendenza) => s.posizioni.getPendenzaById(idA2A, idPendenza),
    readPendenzaById: (idA2A, idPendenza) => s.posizioni.readPendenzaById(idA2A, idPendenza),
    getPendenza: (chiave) => s.posizioni.getPendenza(chiave),
  });

  it("does not take a change for a repetition: what the index shows is confirmed first", async () => {
    const posizioni = withIndice(await letta());
    await s.put("P1", altra);
    expect(await put(nuova(), {}, { posizioni })).toMatchObject({ ok: true, valore: { scritta: true } });
    expect(await letta()).toMatchObject({ versione: 3, causale: "TARI 2026" });
  });

  it("does not refuse for a state that is no longer", async () => {
    const pagata = await letta();
    if (!pagata) throw new Error("pendenza di prova assente");
    const posizioni = withIndice({ ...pagata, stato: "ESEGUITA" });
    expect(await put(altra, {}, { posizioni })).toMatchObject({ ok: true });
  });

  it("does not make a second debt of one that the index does not show yet", async () => {
    const posizioni = withIndice(undefined);
    expect(await put(altra, {}, { posizioni })).toMatchObject({
      ok: true,
      valore: { creata: false, pendenza: { numeroAvviso: numero(1) } },
    });
    expect(s.deposito.all("archivio").filter((e) => e.sk === "PENDENZA")).toHaveLength(1);
  });
});

describe("a debt loaded again as it is", () => {
  it("with its number costs one read, and no write", async () => {
    expect(await put(nuova({ numeroAvviso: numero(1) }))).toMatchObject({ ok: true, valore: { creata: false, scritta: false } });
    expect(s.richieste).toEqual(["get:archivio"]);
  });

  it("is a repetition even with remarks, whatever the day", async () => {
    const strana = nuova({ causale: "PRAT-2026-00123", dataScadenza: "2026-12-01", dataValidita: "2026-12-02" });
    expect(await put(strana)).toMatchObject({ ok: true, valore: { scritta: true } });
    s.clock.advance(86_400_000);
    expect(await put(strana)).toMatchObject({ ok: true, valore: { scritta: false, pendenza: { segnalazioni: [{}, {}] } } });
  });
});

describe("a load that stops half way", () => {
  it("leaves nothing, and is simply sent again", async () => {
    s.observe(({ operazione }) => {
      if (operazione === "commit") throw new Error("rete caduta");
    });
    await expect(put(altra)).rejects.toThrow("rete caduta");
    s.observe(() => {});
    expect(await letta()).toMatchObject({ versione: 1, causale: "TARI 2026" });
    expect(await put(altra)).toMatchObject({ ok: true, valore: { scritta: true } });
    expect(s.deposito.all("eventi")).toHaveLength(2);
  });

  it("without an answer, after having written, is recognised as a repetition", async () => {
    const unitOfWork: PorteScrittura["unitOfWork"] = {
      ...withIntromissioni(s.unitOfWork, 0, async () => undefined),
      commit: async (modifiche, contorno) => {
        await s.unitOfWork.commit(modifiche, contorno);
        throw new Error("risposta persa");
      },
    };
    await expect(put(altra, {}, { unitOfWork })).rejects.toThrow("risposta persa");
    expect(await put(altra)).toMatchObject({ ok: true, valore: { scritta: false, pendenza: { versione: 2 } } });
  });
});

describe("a simulation", () => {
  const tutto = () =>
    JSON.stringify([s.deposito.all("archivio"), s.deposito.all("eventi")], (_k, v) => (typeof v === "bigint" ? `${v}` : v));

  it.each([
    ["creates nothing and takes no number", "NUOVA", nuova(), true],
    ["changes nothing", "P1", altra, true],
    ["tells of a number already taken", "NUOVA", nuova({ numeroAvviso: numero(1) }), "VER_025"],
    ["tells of a change that is not allowed", "P1", nuova({ numeroAvviso: numero(9) }), "VER_024"],
  ])("%s", async (_caso, idPendenza, pendenza, atteso) => {
    const prima = tutto();
    const esito = await put(pendenza, { idPendenza, simulazione: true });
    expect(esito.ok || esito.errore.codice).toBe(atteso);
    expect(tutto()).toBe(prima);
  });
});

describe("a number given for a debt that has another", () => {
  it.each([
    ["VER_024", { numeroAvviso: numero(9) }],
    ["VER_004", { idDominio: "91001750081", numeroAvviso: numero(9, { segregationCode: "02" }) }],
  ] as const)("is refused with %s", async (codice, altro) => {
    const { numeroAvviso, ...resto } = nuova(altro);
    const pendenza = numeroAvviso === undefined ? resto : { ...resto, numeroAvviso };
    expect(await put(pendenza)).toMatchObject({ ok: false, errore: { codice } });
    expect((await s.posizioni.getPosizione({ idDominio: COMUNE, iuv: numero(9).slice(1) })).pendenza).toBeUndefined();
  });
});
