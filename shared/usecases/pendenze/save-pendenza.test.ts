import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, STAZIONE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { conto, createScrittura, GESTIONALE, numero, nuova, type Scrittura, voce } from "../../../tests/sostegno/pendenze.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import type { NuovaPendenza, NuovaVoce } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";

const bollo: NuovaVoce["destinazione"] = { variante: "bollo", tipoBollo: "01", hashDocumento: "AAAA", provinciaResidenza: "TO" };

const dominio = (altro: Partial<Dominio> & { readonly idDominio: string }): Modifica => ({
  azione: "crea",
  entita: "dominio",
  valore: {
    versione: 0,
    ragioneSociale: "Ente di prova",
    intermediato: true,
    stazione: STAZIONE,
    auxDigit: 3,
    segregationCode: "07",
    scaricaFr: false,
    abilitato: true,
    frammenti: 1,
    ...altro,
  },
});

/** A creditor with the debt type and the income TARI. */
const conTari = (idDominio: string, altro: Partial<Dominio> = {}): Modifica[] => [
  dominio({ idDominio, ...altro }),
  { azione: "crea", entita: "tipoPendenzaDominio", valore: { versione: 0, idDominio, idTipoPendenza: "TARI" } },
  {
    azione: "crea",
    entita: "entrataDominio",
    valore: { versione: 0, idDominio, idEntrata: "TARI", ibanAccredito: IBAN_UNIONE, abilitato: true },
  },
];

const ENTE = "11111111115";
const registro: Modifica[] = [
  dominio({ idDominio: "22222222220", abilitato: false }),
  dominio({ idDominio: "33333333335", intermediato: false }),
  ...conTari(ENTE, { auxDigit: 0 }),
  ...conTari("44444444440", { iuvPrefix: "%(p)" }),
  ...conTari("55555555555", { auxDigit: 1 }),
  {
    azione: "crea",
    entita: "unitaOperativa",
    valore: { versione: 0, idDominio: COMUNE, idUnita: "CHIUSA", ragioneSociale: "Ufficio chiuso", abilitato: false },
  },
  {
    azione: "crea",
    entita: "conto",
    valore: { versione: 0, idDominio: COMUNE, iban: "IT02L1234512345123456789012", postale: false, abilitato: false },
  },
  {
    azione: "crea",
    entita: "entrataDominio",
    valore: { versione: 0, idDominio: COMUNE, idEntrata: "CHIUSA", ibanAccredito: IBAN_COMUNE, abilitato: false },
  },
  { azione: "crea", entita: "entrataDominio", valore: { versione: 0, idDominio: COMUNE, idEntrata: "SENZA-CONTO", abilitato: true } },
  {
    azione: "crea",
    entita: "tipoPendenza",
    valore: { versione: 0, idTipoPendenza: "CHIUSO", descrizione: "Chiuso", pagaTerzi: true, abilitato: false },
  },
  {
    azione: "crea",
    entita: "tipoPendenza",
    valore: { versione: 0, idTipoPendenza: "ALTROVE", descrizione: "Altrove", pagaTerzi: true, abilitato: true },
  },
  {
    azione: "crea",
    entita: "tipoPendenza",
    valore: { versione: 0, idTipoPendenza: "SOSPESO", descrizione: "Sospeso", pagaTerzi: true, abilitato: true },
  },
  {
    azione: "crea",
    entita: "tipoPendenzaDominio",
    valore: { versione: 0, idDominio: COMUNE, idTipoPendenza: "SOSPESO", abilitato: false },
  },
];

const senzaFiducia: Chiamante = { ...GESTIONALE, autodeterminazione: false };
const soloComune: Chiamante = { ...GESTIONALE, domini: [{ idDominio: COMUNE }] };
const soloTributi: Chiamante = { ...GESTIONALE, domini: [{ idDominio: COMUNE, unitaOperative: ["TRIBUTI"] }] };
const soloMensa: Chiamante = { ...GESTIONALE, tipiPendenza: ["MENSA"] };
const quote = (importo: bigint) => ({ quote: [{ capitolo: "1", annoEsercizio: 2026, importo }] });
const due = (altra: Partial<NuovaVoce> = {}): NuovaVoce[] => [voce(), voce({ idVocePendenza: "2", ...altra })];

let s: Scrittura;
beforeEach(async () => {
  s = await createScrittura();
  await s.store(...registro);
});

describe("a new debt is refused", () => {
  type Caso = readonly [codice: string, perche: string, pendenza: NuovaPendenza, chiamante?: Chiamante];
  const casi: readonly Caso[] = [
    ["VER_001", "two items with the same id", nuova({ voci: [voce(), voce()] })],
    ["VER_002", "a cent more than its items", nuova({ importo: 10_051n })],
    ["VER_035", "shares a cent short of their item", nuova({ voci: [voce({ contabilita: quote(10_049n) })] })],
    ["DOM_000", "unknown creditor", nuova({ idDominio: "99999999999" })],
    ["DOM_001", "creditor switched off", nuova({ idDominio: "22222222220" })],
    ["DOM_001", "creditor that only receives", nuova({ idDominio: "33333333335" })],
    ["UOP_000", "unknown unit", nuova({ idUnitaOperativa: "IGNOTA" })],
    ["UOP_001", "unit switched off", nuova({ idUnitaOperativa: "CHIUSA" })],
    ["TVR_000", "unknown debt type", nuova({ idTipoPendenza: "IGNOTO" })],
    ["TVR_001", "debt type switched off", nuova({ idTipoPendenza: "CHIUSO" })],
    ["TVD_000", "debt type of another creditor", nuova({ idTipoPendenza: "ALTROVE" })],
    ["TVD_001", "debt type switched off by the creditor", nuova({ idTipoPendenza: "SOSPESO" })],
    ["VER_022", "creditor out of scope", nuova({ idDominio: UNIONE }), soloComune],
    [
      "VER_022",
      "unit out of scope",
      nuova({ idUnitaOperativa: "TRIBUTI" }),
      { ...soloTributi, domini: [{ idDominio: COMUNE, unitaOperative: ["ALTRA"] }] },
    ],
    ["VER_022", "debt type out of scope", nuova(), soloMensa],
    ["VER_022", "beneficiary out of scope", nuova({ voci: due({ idDominio: UNIONE }) }), soloComune],
    ["TRB_000", "unknown income", nuova({ voci: [voce({ destinazione: { variante: "entrata", codEntrata: "IGNOTA" } })] })],
    ["TRB_001", "income switched off", nuova({ voci: [voce({ destinazione: { variante: "entrata", codEntrata: "CHIUSA" } })] })],
    ["VER_020", "income without account", nuova({ voci: [voce({ destinazione: { variante: "entrata", codEntrata: "SENZA-CONTO" } })] })],
    ["VER_019", "account chosen by an untrusted application", nuova({ voci: [voce({ destinazione: conto() })] }), senzaFiducia],
    ["VER_021", "account of a creditor out of scope", nuova({ voci: due({ idDominio: UNIONE, destinazione: conto() }) }), soloComune],
    ["VER_020", "account of another creditor", nuova({ voci: [voce({ destinazione: conto({ ibanAccredito: IBAN_UNIONE }) })] })],
    ["VER_032", "account switched off", nuova({ voci: [voce({ destinazione: conto({ ibanAccredito: "IT02L1234512345123456789012" }) })] })],
    ["VER_033", "unknown support account", nuova({ voci: [voce({ destinazione: conto({ ibanAppoggio: IBAN_UNIONE }) })] })],
    [
      "VER_034",
      "support account switched off",
      nuova({ voci: [voce({ destinazione: conto({ ibanAppoggio: "IT02L1234512345123456789012" }) })] }),
    ],
    ["DOM_000", "unknown beneficiary", nuova({ voci: due({ idDominio: "99999999999" }) })],
    ["DOM_001", "beneficiary switched off", nuova({ voci: due({ idDominio: "22222222220" }) })],
    ["VER_017", "notice number that starts with 4", nuova({ numeroAvviso: "401000000000000133" })],
    ["VER_031", "notice number for items with a stamp", nuova({ numeroAvviso: numero(1), voci: due({ destinazione: bollo }) })],
    ["VER_039", "first digit of another layout", nuova({ numeroAvviso: numero(1, { auxDigit: 2 }) })],
    ["VER_027", "segregation code of another", nuova({ numeroAvviso: numero(1, { segregationCode: "02" }) })],
    [
      "VER_026",
      "application code of another station",
      nuova({ idDominio: ENTE, numeroAvviso: numero(1, { auxDigit: 0, applicationCode: "02" }) }),
    ],
    ["VER_028", "prefix template that nothing resolves", nuova({ idDominio: "44444444440" })],
  ];

  it.each(casi.map(([codice, perche, pendenza, chiamante = GESTIONALE]) => ({ codice, perche, pendenza, chiamante })))(
    "$codice: $perche",
    async ({ codice, pendenza, chiamante }) => {
      const esito = await s.put("P1", pendenza, chiamante);
      expect(esito).toMatchObject({ ok: false, errore: { codice, dettaglio: expect.any(String) } });
      expect(await s.posizioni.getPendenzaById(APPLICAZIONE, "P1")).toBeUndefined();
    },
  );

  it("APP_002: by another application", async () => {
    expect(await s.put("P1", nuova(), { ...GESTIONALE, idA2A: "ALTRA" })).toMatchObject({ ok: false, errore: { codice: "APP_002" } });
  });

  it("VER_030: IUV out of the pattern of the application", async () => {
    const applicazione = await s.anagrafiche.getApplicazione(APPLICAZIONE);
    if (!applicazione) throw new Error("applicazione di prova assente");
    s.clock.advance(61_000);
    await s.store({
      azione: "sostituisci",
      entita: "applicazione",
      valore: { ...applicazione, codificaAvvisi: { regExpIuv: "0177.*", generazioneIuvInterna: false } },
    });
    expect(await s.put("P1", nuova({ numeroAvviso: numero(1) }))).toMatchObject({ ok: false, errore: { codice: "VER_030" } });
    expect(await s.put("P1", nuova({ numeroAvviso: numero(7_700_000_000_001) }))).toMatchObject({ ok: true });
  });

  it("VER_025: notice number of another debt, VER_018: its IUV under another first digit", async () => {
    await s.put("P1", nuova({ numeroAvviso: numero(1) }));
    expect(await s.put("P2", nuova({ numeroAvviso: numero(1) }))).toMatchObject({ ok: false, errore: { codice: "VER_025" } });

    const comune = await s.anagrafiche.getCreditore(COMUNE);
    if (!comune) throw new Error("dominio di prova assente");
    s.clock.advance(61_000);
    await s.store({ azione: "sostituisci", entita: "dominio", valore: { ...comune.dominio, auxDigit: 1 } });
    expect(await s.put("P3", nuova({ numeroAvviso: `1${numero(1).slice(1)}` }))).toMatchObject({
      ok: false,
      errore: { codice: "VER_018" },
    });
  });
});

describe("a new debt", () => {
  const salvata = async (pendenza: NuovaPendenza, idPendenza = "P1"): Promise<Pendenza> => {
    const esito = await s.put(idPendenza, pendenza);
    if (!esito.ok) throw new Error(`${esito.errore.codice} ${esito.errore.dettaglio}`);
    return esito.valore.pendenza;
  };

  it("gets a number with the creditor's segregation code and right check digits", async () => {
    const pendenza = await salvata(nuova());
    expect(pendenza).toMatchObject({ numeroAvviso: numero(1), iuv: numero(1).slice(1), stato: "NON_ESEGUITA", segnalazioni: [] });
  });

  it.each([
    [ENTE, /^001\d{15}$/],
    ["55555555555", /^1\d{17}$/],
  ])("gets the layout of creditor %s", async (idDominio, forma) => {
    expect((await salvata(nuova({ idDominio }))).numeroAvviso).toMatch(forma);
  });

  it("is warned of wrong check digits, not refused", async () => {
    const pendenza = await salvata(nuova({ numeroAvviso: "301000000000000199" }));
    expect(pendenza.segnalazioni).toMatchObject([{ codice: "CIFRE_DI_CONTROLLO" }]);
  });

  it("skips numbers already taken by notices with a number of their own", async () => {
    for (const n of [1, 2, 3]) await salvata(nuova({ numeroAvviso: numero(n) }), `DATO-${n}`);
    expect((await salvata(nuova(), "GENERATO")).numeroAvviso).toBe(numero(4));
  });

  it.each([
    ["the income of its only item", [voce({ destinazione: { variante: "entrata", codEntrata: "MENSA" } })], "MENSA"],
    ["BOLLOT for a single stamp", [voce({ destinazione: bollo })], "BOLLOT"],
    ["LIBERO for a single account", [voce({ destinazione: conto() })], "LIBERO"],
    ["LIBERO for several items", due(), "LIBERO"],
  ] as const)("without a type takes %s", async (_regola, voci, atteso) => {
    const { idTipoPendenza: _, ...senzaTipo } = nuova({ voci });
    expect((await salvata(senzaTipo)).idTipoPendenza).toBe(atteso);
  });

  it("may hold an item of another beneficiary and one with a support account", async () => {
    const pendenza = await salvata(
      nuova({ voci: [voce({ destinazione: conto({ ibanAppoggio: IBAN_POSTALE }) }), voce({ idVocePendenza: "2", idDominio: UNIONE })] }),
    );
    expect(pendenza.voci).toMatchObject([{ indice: 1 }, { indice: 2, idDominio: UNIONE }]);
  });

  it("may hold an item of a creditor that only receives, on an account registered for it", async () => {
    await s.store({
      azione: "crea",
      entita: "conto",
      valore: { versione: 0, idDominio: "33333333335", iban: IBAN_POSTALE, postale: true, abilitato: true },
    });
    const voci = due({ idDominio: "33333333335", destinazione: conto({ ibanAccredito: IBAN_POSTALE }) });
    expect((await salvata(nuova({ voci }))).voci).toMatchObject([{ indice: 1 }, { idDominio: "33333333335" }]);
  });

  it("leaves history and journal in its own transaction, after one read", async () => {
    await s.put("RISCALDAMENTO", nuova());
    s.richieste.length = 0;
    await s.put("P1", nuova());
    expect(s.richieste).toEqual(["query:archivio", "commit:archivio"]);
    const { storia } = await s.posizioni.getPosizione({ idDominio: COMUNE, iuv: numero(2).slice(1) });
    expect(storia).toMatchObject([{ evento: "creata", autore: "gest-tributi", campi: { importo: { dopo: 100.5 } } }]);
    expect(s.deposito.all("eventi").filter((e) => e["idPendenza"] === "P1")).toHaveLength(1);
  });
});
