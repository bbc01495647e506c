import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { conto, createScrittura, numero, nuova, type Scrittura, voce } from "../../../tests/sostegno/pendenze.ts";
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import type { NuovaVoce } from "../../domain/pendenze/nuova-pendenza.ts";

let s: Scrittura;
beforeEach(async () => {
  s = await createScrittura();
});

const changeDominio = async (altro: Partial<Dominio>): Promise<void> => {
  const creditore = await s.anagrafiche.getCreditore(COMUNE);
  if (!creditore) throw new Error("dominio di prova assente");
  // Past the cache of the registry.
  s.clock.advance(61_000);
  await s.store({ azione: "sostituisci", entita: "dominio", valore: { ...creditore.dominio, ...altro } });
};
const numeroDi = async (idPendenza: string): Promise<string | undefined> => {
  const esito = await s.put(idPendenza, nuova());
  return esito.ok ? esito.valore.pendenza.numeroAvviso : esito.errore.codice;
};

describe("a notice number, once given, is never given again", () => {
  it("not even when its debt has been annulled", async () => {
    await s.put("P1", nuova());
    const pendenza = await s.posizioni.getPendenzaById(APPLICAZIONE, "P1");
    if (!pendenza) throw new Error("pendenza di prova assente");
    await s.store({ azione: "sostituisci", entita: "pendenza", valore: { ...pendenza, stato: "ANNULLATA" } });
    expect(await numeroDi("P2")).toBe(numero(2));
    expect(await s.put("P3", nuova({ numeroAvviso: numero(1) }))).toMatchObject({ ok: false, errore: { codice: "VER_025" } });
  });

  it("not even after the creditor has moved to another layout and come back", async () => {
    expect(await numeroDi("P1")).toBe(numero(1));
    await changeDominio({ segregationCode: "09" });
    expect(await numeroDi("P2")).toBe(numero(2, { segregationCode: "09" }));
    await changeDominio({ segregationCode: "01" });
    expect(await numeroDi("P3")).toBe(numero(3));
  });

  it("nor given to the wrong debt when a refused load has taken one: that one is simply lost", async () => {
    s.observe(({ operazione }) => {
      if (operazione === "commit") throw new Error("rete caduta");
    });
    await expect(s.put("P1", nuova())).rejects.toThrow();
    s.observe(() => {});
    expect(await numeroDi("P1")).toBe(numero(2));
  });
});

describe("numbers taken in a row by notices that came with their own", () => {
  it("are jumped over, farther and farther, within one load", async () => {
    for (let n = 1; n <= 120; n++) await s.put(`DATA-${n}`, nuova({ numeroAvviso: numero(n) }));
    s.richieste.length = 0;
    const generato = await numeroDi("GENERATA");
    expect(Number(generato?.slice(3, 16))).toBeGreaterThan(100);
    expect(s.richieste.filter((r) => r === "commit:archivio").length).toBeLessThanOrEqual(24);
  });
});

describe("the rules that a creditor sets on what is loaded", () => {
  const SBAGLIATO = "301000000000000199";
  it.each([
    [undefined, true],
    ["SEGNALA", true],
    ["RIFIUTA", "VER_017"],
  ] as const)("wrong check digits, %s: %s", async (cifreControllo, atteso) => {
    if (cifreControllo) await changeDominio({ regoleCaricamento: { cifreControllo } });
    const esito = await s.put("P1", nuova({ numeroAvviso: SBAGLIATO }));
    expect(esito.ok || esito.errore.codice).toBe(atteso);
    if (esito.ok) expect(esito.valore.pendenza.segnalazioni).toMatchObject([{ codice: "CIFRE_DI_CONTROLLO" }]);
  });

  const ignota: NuovaVoce = voce({ destinazione: conto({ codiceContabilita: "9999999XX/" }) });
  it.each([
    [undefined, true],
    ["SEGNALA", true],
    ["RIFIUTA", "NON_PROCESSABILE"],
  ] as const)("a code that the taxonomy does not have, %s: %s", async (tassonomia, atteso) => {
    if (tassonomia) await changeDominio({ regoleCaricamento: { tassonomia } });
    const esito = await s.put("P1", nuova({ voci: [ignota] }));
    expect(esito.ok || esito.errore.codice).toBe(atteso);
    if (esito.ok)
      expect(esito.valore.pendenza.segnalazioni).toMatchObject([
        { codice: "TASSONOMIA_IGNOTA", dettaglio: expect.stringContaining("voci.0") },
      ]);
    else expect(esito.errore.dettaglio).toContain("voci.0: 9/9999999XX/");
  });
});
