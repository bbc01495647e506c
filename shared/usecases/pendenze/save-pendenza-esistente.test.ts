import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE, IBAN_POSTALE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import {
  conto,
  createScrittura,
  GESTIONALE,
  numero,
  nuova,
  type Scrittura,
  voce,
  withIntromissioni,
} from "../../../tests/sostegno/pendenze.ts";
import type { NuovaPendenza, NuovaVoce } from "../../domain/pendenze/nuova-pendenza.ts";
import { savePendenza } from "./save-pendenza.ts";

let s: Scrittura;
beforeEach(async () => {
  s = await createScrittura();
});

describe("a debt already loaded", () => {
  const base = nuova({
    idUnitaOperativa: "TRIBUTI",
    proprieta: { linguaSecondaria: "de" },
    voci: [voce(), voce({ idVocePendenza: "2", destinazione: conto() })],
  });
  const voci = (...altre: NuovaVoce[]): NuovaVoce[] => altre;

  beforeEach(async () => {
    await s.put("P1", base);
    s.richieste.length = 0;
  });

  const [prima, seconda] = base.voci;
  if (!prima || !seconda) throw new Error("la pendenza di prova ha due voci");
  const { idUnitaOperativa: _, ...senzaUnita } = base;
  const vietati: readonly (readonly [string, string, NuovaPendenza])[] = [
    ["VER_004", "creditor", { ...base, idDominio: UNIONE, voci: voci(prima, voce({ idVocePendenza: "2" })) }],
    ["VER_004", "unit", senzaUnita],
    ["VER_004", "beneficiary of an item", { ...base, voci: voci({ ...prima, idDominio: UNIONE }, seconda) }],
    ["VER_005", "number of items, fewer", { ...base, importo: 10_050n, voci: voci(prima) }],
    ["VER_006", "id of an item", { ...base, voci: voci(prima, { ...seconda, idVocePendenza: "3" }) }],
    [
      "VER_007",
      "income of an item",
      { ...base, voci: voci({ ...prima, destinazione: { variante: "entrata", codEntrata: "MENSA" } }, seconda) },
    ],
    ["VER_007", "income of an item, for an account", { ...base, voci: voci({ ...prima, destinazione: conto() }, seconda) }],
    ["VER_023", "account of an item", { ...base, voci: voci(prima, { ...seconda, destinazione: conto({ ibanAccredito: IBAN_POSTALE }) }) }],
    ["VER_024", "notice number", { ...base, numeroAvviso: numero(99) }],
  ];

  it.each(vietati)("%s: does not change its %s", async (codice, _cosa, pendenza) => {
    expect(await s.put("P1", pendenza)).toMatchObject({ ok: false, errore: { codice } });
    expect(await s.posizioni.getPendenzaById(APPLICAZIONE, "P1")).toMatchObject({ versione: 1 });
  });

  it("takes new amounts, dates and items, keeps what was born with it, and says so in its history", async () => {
    const terza = voce({ idVocePendenza: "3", importo: 1n });
    const esito = await s.put("P1", {
      ...base,
      importo: 20_101n,
      dataScadenza: "2027-01-31",
      proprieta: { linguaSecondaria: "fr" },
      voci: voci(terza, seconda, prima),
    });
    expect(esito).toMatchObject({ ok: true, valore: { creata: false } });
    expect(s.richieste).toEqual(["query:archivio", "commit:archivio"]);
    const pendenza = await s.posizioni.getPendenzaById(APPLICAZIONE, "P1");
    expect(pendenza).toMatchObject({ versione: 2, importo: 20_101n, proprieta: { linguaSecondaria: "de" }, numeroAvviso: numero(1) });
    expect(pendenza?.voci.map(({ indice, idVocePendenza }) => [indice, idVocePendenza])).toEqual([
      [1, "1"],
      [2, "2"],
      [3, "3"],
    ]);
    const { storia } = await s.posizioni.getPosizione({ idDominio: COMUNE, iuv: numero(1).slice(1) });
    expect(storia.find(({ evento }) => evento === "aggiornata")?.campi).toMatchObject({
      importo: { prima: 201, dopo: 201.01 },
      dataScadenza: { dopo: "2027-01-31" },
    });
  });

  it("sent again as it is writes nothing, not even in the journal", async () => {
    expect(await s.put("P1", base)).toMatchObject({ ok: true, valore: { creata: false, scritta: false, pendenza: { versione: 1 } } });
    expect(s.richieste).toEqual(["query:archivio", "get:archivio"]);
    expect(await s.posizioni.getPendenzaById(APPLICAZIONE, "P1")).toMatchObject({ versione: 1 });
    expect(s.deposito.all("eventi")).toHaveLength(1);
  });

  it.each([
    ["ANNULLATA", true],
    ["ESEGUITA", false],
    ["INCASSATA", false],
    ["ANOMALA", false],
    ["ESEGUITA_PARZIALE", false],
  ] as const)("in state %s may be loaded again: %s (VER_003)", async (stato, ammesso) => {
    const pendenza = await s.posizioni.getPendenzaById(APPLICAZIONE, "P1");
    if (!pendenza) throw new Error("pendenza di prova assente");
    await s.store({ azione: "sostituisci", entita: "pendenza", valore: { ...pendenza, stato, descrizioneStato: "motivo" } });
    const esito = await s.put("P1", base);
    expect(esito.ok ? "ok" : esito.errore.codice).toBe(ammesso ? "ok" : "VER_003");
    const dopo = await s.posizioni.getPendenzaById(APPLICAZIONE, "P1");
    expect([dopo?.stato, dopo?.descrizioneStato]).toEqual(ammesso ? ["NON_ESEGUITA", undefined] : [stato, "motivo"]);
  });

  const saveConIntromissioni = (volte: number) =>
    savePendenza({
      ...s.porte,
      unitOfWork: withIntromissioni(s.unitOfWork, volte, (n) => s.put("P1", { ...base, causale: `Intromissione ${n}` })),
    })({
      ...{ idA2A: APPLICAZIONE, idPendenza: "P1", tipo: "dovuto", chiamante: GESTIONALE, traccia: s.traccia },
      nuova: { ...base, causale: "Seconda causale" },
    });

  it("changed by somebody else meanwhile is read again, consistently, and decided again", async () => {
    expect(await saveConIntromissioni(1)).toMatchObject({ ok: true });
    expect(await s.posizioni.getPendenzaById(APPLICAZIONE, "P1")).toMatchObject({ versione: 3, causale: "Seconda causale" });
  });

  it("changed by somebody else at each of five decisions is left to them", async () => {
    expect(await saveConIntromissioni(5)).toMatchObject({ ok: false, errore: { codice: "CONFLITTO" } });
    expect(await s.posizioni.getPendenzaById(APPLICAZIONE, "P1")).toMatchObject({ versione: 6, causale: "Intromissione 5" });
  });
});

describe("two loads of the same new debt at once", () => {
  it("make one debt, created once", async () => {
    const esiti = await Promise.all(Array.from({ length: 8 }, () => s.put("P1", nuova())));
    expect(esiti.filter((esito) => esito.ok && esito.valore.creata)).toHaveLength(1);
    expect(esiti.every((esito) => esito.ok)).toBe(true);
    expect(s.deposito.all("archivio").filter((e) => e.sk === "PENDENZA")).toHaveLength(1);
  });
});
