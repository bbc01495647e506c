/** Decisions of people: one wins, all are remembered, recomputation never erases them, and money follows them once. */
import { describe, expect, it } from "vitest";
import { buildMovimento, causaleDi, createAbbinamentiDiProva, OPERATORE } from "../../../tests/sostegno/abbinamenti.ts";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildIuv, buildPagata, buildRiga, FLUSSO, PSP, storeFlusso } from "../../../tests/sostegno/flussi.ts";
import { undoRiconciliazione } from "../riconciliazioni/undo-riconciliazione.ts";
import { type DecisioneProposta, decideProposta } from "./decide-proposta.ts";
import { addRegola, type NuovaRegola, revokeRegola, unlinkRiconciliazione } from "./regole.ts";

const TOTALE = 2003n;
const OGGETTO = { tipo: "FLUSSO", idFlusso: FLUSSO, idPsp: PSP } as const;

/** A paid flow and a movement of its amount that names nothing: only a person can tell. */
const create = async (causale = "BONIFICO", importo = TOTALE) => {
  const prova = await createAbbinamentiDiProva();
  await prova.store(...buildPagata(1), ...buildPagata(2));
  await storeFlusso(prova, [buildRiga(1), buildRiga(2)]);
  await prova.arrive({ flussi: [FLUSSO] });
  await prova.addMovimento(buildMovimento("M1", importo, causale));
  const propostaDi = async () => {
    const [proposta] = (await prova.memoriaDi("M1")).proposte;
    if (!proposta) throw new Error("nessuna proposta");
    return proposta;
  };
  const decide = async (decisione: DecisioneProposta, chi = OPERATORE, id?: string) =>
    decideProposta(prova)({ idDominio: COMUNE, id: id ?? (await propostaDi()).id }, decisione, chi, prova.traccia);
  const regole = async () => (await prova.memoriaDi("M1")).regole;
  const riconciliazioni = () =>
    prova.deposito.all("archivio").flatMap((e) => (e.pk.startsWith("RCN#") ? [`${String(e["stato"])} ${String(e["principal"])}`] : []));
  const pendenza = async () => (await prova.posizioni.getPendenza({ idDominio: COMUNE, iuv: buildIuv(1) }))?.stato;
  const undo = async () => {
    const trovate = prova.deposito.all("archivio").filter((e) => e.pk.startsWith("RCN#") && e["stato"] === "ACQUISITA");
    const id = String(trovate[0]?.["id"]);
    const chiave = { idDominio: COMUNE, id };
    const esito = await undoRiconciliazione({ ...prova, unlink: unlinkRiconciliazione(prova) })(chiave, "errore", OPERATORE, prova.traccia);
    await prova.arrive({ movimenti: ["M1"] });
    return esito;
  };
  const add = (altro: Partial<NuovaRegola> = {}) =>
    addRegola(prova)(
      { idDominio: COMUNE, idMovimento: "M1", decisione: "CONFERMA", oggetti: [{ oggetto: OGGETTO, importo }], ...altro },
      OPERATORE,
      prova.traccia,
    );
  const revoke = (id: string) => revokeRegola(prova)({ idDominio: COMUNE, id }, "ripensamento", OPERATORE, prova.traccia);
  return { ...prova, propostaDi, decide, regole, riconciliazioni, pendenza, undo, add, revoke };
};

describe("proposte decise da una persona", () => {
  it("la proposta dice perché, e da sola non muove denaro", async () => {
    const prova = await create();
    expect(await prova.propostaDi()).toMatchObject({
      oggetti: [{ oggetto: OGGETTO, importo: TOTALE }],
      frase: expect.stringMatching(/importo/i),
    });
    expect((await prova.memoriaDi("M1")).abbinamento?.stato).toBe("DA_CONFERMARE");
    expect(prova.riconciliazioni()).toEqual([]);
  });

  it("confermata, il denaro si riconcilia a nome di chi ha deciso, e resta anche dopo i ricalcoli", async () => {
    const prova = await create();
    expect(await prova.decide({ tipo: "CONFERMA", nota: "visto il bonifico" })).toMatchObject({ ok: true });
    for (let giro = 0; giro < 3; giro += 1) await prova.arrive({ movimenti: ["M1"], flussi: [FLUSSO] });
    expect(prova.riconciliazioni()).toEqual(["ACQUISITA ragioniera"]);
    expect(await prova.pendenza()).toBe("INCASSATA");
    const { abbinamento, proposte } = await prova.memoriaDi("M1");
    expect([abbinamento?.stato, abbinamento?.collegamenti[0]?.origine, proposte]).toEqual(["ABBINATO", "CONFERMATO", []]);
  });

  it("due persone insieme: una vince, l'altra sa chi ha deciso", async () => {
    const prova = await create();
    const { id } = await prova.propostaDi();
    const esiti = await Promise.all([
      prova.decide({ tipo: "CONFERMA" }, OPERATORE, id),
      prova.decide({ tipo: "RIFIUTO" }, { ...OPERATORE, principal: "collega" }, id),
    ]);
    expect(esiti.filter((e) => e.ok)).toHaveLength(1);
    const perso = esiti.find((e) => !e.ok);
    expect(perso).toMatchObject({
      errore: { codice: "CONFLITTO", dettaglio: expect.stringMatching(/già stata (confermata|rifiutata) da/) },
    });
    expect(await prova.regole()).toHaveLength(1);
  });

  it("rifiutata non torna, finché la regola non è revocata", async () => {
    const prova = await create();
    await prova.decide({ tipo: "RIFIUTO" });
    await prova.arrive({ movimenti: ["M1"] });
    expect((await prova.memoriaDi("M1")).proposte).toEqual([]);
    const [regola] = await prova.regole();
    expect(await prova.revoke(regola?.id ?? "")).toMatchObject({
      ok: true,
      valore: { revoca: { principal: "ragioniera", motivo: "ripensamento" } },
    });
    await prova.arrive({ movimenti: ["M1"] });
    expect((await prova.memoriaDi("M1")).proposte).toHaveLength(1);
  });

  it.each<[string, DecisioneProposta, string]>([
    ["una versione superata", { tipo: "CONFERMA", versione: 99 }, "PRECONDIZIONE"],
    ["una proposta che non c'è", { tipo: "CONFERMA" }, "NON_TROVATO"],
  ])("rifiuta %s senza cambiare nulla", async (_caso, decisione, codice) => {
    const prova = await create();
    const esito = await prova.decide(decisione, OPERATORE, decisione.versione === undefined ? "M1_assente" : undefined);
    expect(esito).toMatchObject({ errore: { codice } });
    expect(await prova.regole()).toEqual([]);
  });

  it("chi non vede il dominio non decide", async () => {
    const prova = await create();
    expect(await prova.decide({ tipo: "CONFERMA" }, { ...OPERATORE, domini: [] })).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
  });

  it("dichiarato non pagoPA, il movimento esce dai conti", async () => {
    const prova = await create();
    await prova.decide({ tipo: "NON_PAGOPA" });
    await prova.arrive({ movimenti: ["M1"] });
    expect((await prova.memoriaDi("M1")).abbinamento?.stato).toBe("ESCLUSO");
  });
});

describe("regole scritte a mano e annullamenti", () => {
  it("un accredito con meno denaro si chiude solo se chi decide accetta la differenza", async () => {
    for (const chiude of [undefined, true] as const) {
      const prova = await create("BONIFICO", 1990n);
      expect(await prova.add(chiude ? { chiude } : {})).toMatchObject({ ok: true });
      await prova.arrive({ movimenti: ["M1"] });
      expect([chiude, prova.riconciliazioni()]).toEqual([chiude, chiude ? ["ACQUISITA ragioniera"] : []]);
    }
  });

  it.each<[string, Partial<NuovaRegola>, RegExp]>([
    ["un flusso che non c'è", { oggetti: [{ oggetto: { ...OGGETTO, idPsp: "ALTRO" }, importo: 1n }] }, /non c'è/],
    ["più denaro di quello del movimento", { oggetti: [{ oggetto: OGGETTO, importo: 999_999n }] }, /9\.999,99.*20,03/],
    ["un movimento che non c'è", { idMovimento: "M9" }, /M9/],
  ])("rifiuta %s", async (_caso, altro, testo) => {
    const prova = await create();
    expect(await prova.add(altro)).toMatchObject({ ok: false, errore: { dettaglio: expect.stringMatching(testo) } });
    expect(await prova.regole()).toEqual([]);
  });

  it("annullata, la riconciliazione torna indietro e non si rifà da sé; revocato il rifiuto, si rifà con un altro nome", async () => {
    const prova = await create(causaleDi(FLUSSO));
    expect(prova.riconciliazioni()).toEqual(["ACQUISITA riconciliazione-automatica"]);
    expect(await prova.undo()).toMatchObject({ ok: true });
    expect([prova.riconciliazioni(), await prova.pendenza()]).toEqual([["ANNULLATA riconciliazione-automatica"], "ESEGUITA"]);
    const [regola] = await prova.regole();
    expect(regola).toMatchObject({ decisione: "RIFIUTO", origine: "ANNULLAMENTO", principal: "ragioniera", nota: "errore" });
    await prova.revoke(regola?.id ?? "");
    await prova.arrive({ movimenti: ["M1"] });
    expect(prova.riconciliazioni().sort()).toEqual(["ACQUISITA riconciliazione-automatica", "ANNULLATA riconciliazione-automatica"]);
    expect(await prova.pendenza()).toBe("INCASSATA");
  });

  it("una conferma da cui è nato denaro non si revoca: si annulla la riconciliazione, e la regola cade con lei", async () => {
    const prova = await create();
    await prova.decide({ tipo: "CONFERMA" });
    await prova.arrive({ movimenti: ["M1"] });
    const [conferma] = await prova.regole();
    expect(await prova.revoke(conferma?.id ?? "")).toMatchObject({
      errore: { codice: "NON_PROCESSABILE", dettaglio: expect.stringMatching(/TES-/) },
    });
    await prova.undo();
    expect((await prova.regole()).map((r) => [r.decisione, r.revoca?.motivo])).toEqual(
      expect.arrayContaining([
        ["CONFERMA", "errore"],
        ["RIFIUTO", undefined],
      ]),
    );
    expect(await prova.pendenza()).toBe("ESEGUITA");
  });
});
