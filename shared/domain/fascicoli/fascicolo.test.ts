/** Money that does not fit: what opens a file, what may be decided, what it means in the books to the cent. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADESSO, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import type { Voce } from "../pendenze/pendenza.ts";
import { sumImporti } from "../valori/importo.ts";
import { effettoContabile, split } from "./effetto-contabile.ts";
import { type AzioneFascicolo, actOnFascicolo, type Fascicolo, idFascicolo, iuvDiFascicolo, rimborsabileDi } from "./fascicolo.ts";
import { composeLettera, destinatarioDi } from "./lettera.ts";
import { MOTIVI_FASCICOLO } from "./motivi-fascicolo.ts";
import { STATI_FASCICOLO, type StatoFascicolo, statiFascicolo } from "./stati-fascicolo.ts";

const CHI = { autore: "maria", adesso: ADESSO };
const FASCICOLO: Fascicolo = {
  versione: 1,
  idDominio: "01234567897",
  iuv: "01000000000000133",
  id: idFascicolo("01000000000000133", "RICEVUTA", "iur-2"),
  motivo: "PAGAMENTO_DUPLICATO",
  stato: "APERTO",
  iur: "iur-2",
  origine: "RICEVUTA",
  importo: 10_050n,
  importoDovuto: 0n,
  dataPagamento: ADESSO,
  dettaglio: "già pagati 100.50",
  storia: [],
  dataApertura: ADESSO,
  dataUltimaVariazione: ADESSO,
};
const act = (fascicolo: Fascicolo, ...azioni: AzioneFascicolo[]): Fascicolo =>
  azioni.reduce((attuale, azione) => {
    const esito = actOnFascicolo(attuale, azione, CHI);
    if (!esito.ok) throw new Error(esito.errore.dettaglio);
    return esito.valore;
  }, fascicolo);
const con = (azione: "ACCETTA" | "ACCANTONA" | "AUTORIZZA_RIMBORSO" | "RIFIUTA_RIMBORSO" | "CHIUDI" | "RIAPRI"): AzioneFascicolo => ({
  azione,
  motivazione: "perché sì",
});
const PROPONI: AzioneFascicolo = { azione: "PROPONI_RIMBORSO", motivazione: "pagato due volte" };
const REGISTRA: AzioneFascicolo = { azione: "REGISTRA_RIMBORSO", motivazione: "fatto", mandato: { numero: "123", data: "2026-12-01" } };

describe("le decisioni", () => {
  it("un rimborso passa dalla proposta, dall'autorizzazione e dal mandato, e ognuna resta con chi l'ha presa", () => {
    const rimborsato = act(FASCICOLO, PROPONI, con("AUTORIZZA_RIMBORSO"), REGISTRA, con("CHIUDI"));
    expect(rimborsato).toMatchObject({
      stato: "CHIUSO",
      rimborso: { importo: 10_050n, mandato: { numero: "123" }, autorizzatoDa: "maria" },
    });
    expect(rimborsato.storia.map(({ evento }) => evento)).toEqual(["proponiRimborso", "autorizzaRimborso", "registraRimborso", "chiudi"]);
  });

  it("emesso il mandato non si riapre: non si restituisce due volte", () => {
    const chiuso = act(FASCICOLO, PROPONI, con("AUTORIZZA_RIMBORSO"), REGISTRA, con("CHIUDI"));
    expect(actOnFascicolo(chiuso, con("RIAPRI"), CHI)).toMatchObject({ ok: false, errore: { dettaglio: expect.stringContaining("123") } });
  });

  it("riaperto prima del mandato dimentica la proposta", () => {
    expect(act(FASCICOLO, PROPONI, con("AUTORIZZA_RIMBORSO"), con("RIAPRI"))).not.toHaveProperty("rimborso");
    expect(act(FASCICOLO, PROPONI, con("RIFIUTA_RIMBORSO")).stato).toBe("APERTO");
  });

  it.each<[string, Partial<Fascicolo>, bigint | undefined, boolean]>([
    ["tutto ciò che eccede", {}, undefined, true],
    ["una parte", {}, 1n, true],
    ["niente", {}, 0n, false],
    ["più di ciò che è arrivato", {}, 10_051n, false],
    ["solo ciò che eccede il dovuto", { motivo: "IMPORTO_ECCEDENTE", importoDovuto: 10_000n }, 50n, true],
    ["anche ciò che era dovuto", { motivo: "IMPORTO_ECCEDENTE", importoDovuto: 10_000n }, 51n, false],
    ["quando manca qualcosa", { motivo: "IMPORTO_INFERIORE", importoDovuto: 20_000n }, undefined, false],
  ])("si può restituire %s", (_che, altro, importo, ammesso) => {
    const azione: AzioneFascicolo = importo === undefined ? PROPONI : { ...PROPONI, importo };
    expect(actOnFascicolo({ ...FASCICOLO, ...altro }, azione, CHI).ok).toBe(ammesso);
  });

  it("qualunque cosa si provi, non si rimborsa mai più di ciò che eccede, e mai due volte", () => {
    const azioni = fc.constantFrom<AzioneFascicolo>(
      ...[PROPONI, { ...PROPONI, importo: 60n } as const, REGISTRA, con("ACCETTA"), con("ACCANTONA")],
      ...[con("AUTORIZZA_RIMBORSO"), con("RIFIUTA_RIMBORSO"), con("CHIUDI"), con("RIAPRI")],
    );
    fc.assert(
      fc.property(fc.array(azioni, { maxLength: 25 }), fc.bigInt({ min: 0n, max: 200n }), (prove, dovuto) => {
        let fascicolo: Fascicolo = { ...FASCICOLO, importo: 100n, importoDovuto: dovuto };
        let mandati = 0;
        for (const azione of prove) {
          const esito = actOnFascicolo(fascicolo, azione, CHI);
          if (!esito.ok) continue;
          fascicolo = esito.valore;
          if (azione.azione === "REGISTRA_RIMBORSO") mandati += 1;
          expect((fascicolo.rimborso?.importo ?? 0n) <= rimborsabileDi(fascicolo)).toBe(true);
        }
        expect(mandati).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it("gli stati sono quelli della tabella", () => {
    expect([...STATI_FASCICOLO].toSorted()).toEqual([...statiFascicolo.stati].toSorted());
  });
});

describe("il nome", () => {
  it("comincia dal codice di pagamento e sta in un percorso, qualunque sia la ricevuta", () => {
    const id = idFascicolo("RF18539007547034", "RENDICONTAZIONE", "A/B#1.2 ò");
    expect(id).toMatch(/^[a-zA-Z0-9]{1,35}\.[RF]\.[A-Za-z0-9~_-]{1,300}$/);
    expect(iuvDiFascicolo(id)).toBe("RF18539007547034");
  });
});

const voce = (indice: number, importo: bigint, quote: readonly (readonly [string, bigint])[]): Voce => ({
  indice,
  idVocePendenza: String(indice),
  importo,
  descrizione: "voce",
  stato: "Eseguito",
  incassata: false,
  destinazione: { variante: "entrata", codEntrata: "TARI" },
  contabilita: { quote: quote.map(([capitolo, quanto]) => ({ capitolo, annoEsercizio: 2026, importo: quanto })) },
});

describe("l'effetto contabile", () => {
  const VOCI = [
    voce(1, 7_000n, [
      ["E100", 4_000n],
      ["E200", 3_000n],
    ]),
    voce(2, 3_050n, []),
  ];
  const RISCOSSIONI = [1, 2].map((indice) =>
    buildRiscossione(1, { iur: "iur-2", indice, idVocePendenza: String(indice), importo: VOCI[indice - 1]?.importo ?? 0n }),
  );

  it("di un rimborso è un mandato che storna le quote pagate, una per una", () => {
    expect(effettoContabile(act(FASCICOLO, PROPONI), VOCI, RISCOSSIONI)).toMatchObject({
      documento: "MANDATO",
      importo: 10_050n,
      quote: [
        { movimento: "STORNO", importo: 4_000n, idVocePendenza: "1", quota: { capitolo: "E100", annoEsercizio: 2026 } },
        { movimento: "STORNO", importo: 3_000n, idVocePendenza: "1", quota: { capitolo: "E200" } },
        { movimento: "STORNO", importo: 3_050n, idVocePendenza: "2" },
      ],
    });
  });

  it.each<[string, Partial<Fascicolo>, StatoFascicolo, string, bigint, string | undefined]>([
    ["aperto non ne ha", {}, "APERTO", "NESSUNO", 0n, undefined],
    ["messo da parte è una partita di giro", {}, "IN_QUARANTENA", "REVERSALE", 10_050n, "PARTITA_DI_GIRO"],
    ["accettato è una maggiore entrata", {}, "ACCETTATO", "REVERSALE", 10_050n, "ACCERTAMENTO"],
    ["accettato in meno è un minore accertamento", { importoDovuto: 11_000n }, "ACCETTATO", "NESSUNO", 0n, "STORNO"],
    ["accettato in pari non ne ha", { importoDovuto: 10_050n }, "ACCETTATO", "NESSUNO", 0n, undefined],
  ])("%s", (_caso, altro, stato, documento, importo, movimento) => {
    const effetto = effettoContabile({ ...FASCICOLO, ...altro, stato }, VOCI, RISCOSSIONI);
    expect([effetto.documento, effetto.importo, effetto.quote[0]?.movimento]).toEqual([documento, importo, movimento]);
  });

  it("senza pendenza la somma resta da attribuire, ma tutta", () => {
    expect(effettoContabile(act(FASCICOLO, con("ACCETTA")), [], []).quote).toEqual([{ movimento: "ACCERTAMENTO", importo: 10_050n }]);
  });

  it("le quote fanno sempre il totale, e nessuna riceve più di un centesimo oltre la sua parte", () => {
    const pesi = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10_000_000n }), pesi, (importo, p) => {
        const parti = split(importo, p);
        expect(sumImporti(parti)).toBe(importo);
        const totale = sumImporti(p);
        if (totale === 0n) return;
        for (const [i, parte] of parti.entries()) {
          const giusta = (importo * (p[i] ?? 0n)) / totale;
          expect(parte === giusta || parte === giusta + 1n).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("la lettera", () => {
  const stati = STATI_FASCICOLO.map((stato): Fascicolo => ({ ...FASCICOLO, stato }));
  const tutte = (Object.keys(MOTIVI_FASCICOLO) as Fascicolo["motivo"][]).flatMap((motivo) =>
    stati.map((f) => [motivo, f.stato, { ...f, motivo }] as const),
  );
  it.each(tutte)("di %s, %s, dice che cosa è successo e che cosa si è deciso", (_motivo, _stato, fascicolo) => {
    const { oggetto, paragrafi, righe } = composeLettera({ fascicolo });
    expect(oggetto).toContain("100,50 euro");
    expect(paragrafi.map((testo) => testo.length > 30)).toEqual([true, true]);
    expect(righe.map(([nome]) => nome)).toContain("Importo pagato");
  });

  it("del rimborso dice la somma e il mandato", () => {
    const { paragrafi } = composeLettera({ fascicolo: act(FASCICOLO, PROPONI, con("AUTORIZZA_RIMBORSO"), REGISTRA) });
    expect(paragrafi[1]).toContain("100,50 euro le è stata restituita con il mandato n. 123 del 01/12/2026");
  });

  it("non promette una restituzione che nessuno ha autorizzato", () => {
    expect(composeLettera({ fascicolo: act(FASCICOLO, PROPONI) }).paragrafi[1]).not.toMatch(/autorizzata|restituit/);
  });

  it("il destinatario è su più righe, senza quelle vuote", () => {
    const { debitore } = buildPendenza();
    expect(destinatarioDi(debitore)).toEqual(["Mario Rossi"]);
    expect(destinatarioDi({ ...debitore, indirizzo: "Via Roma", civico: "1", cap: "10100", localita: "Torino", provincia: "TO" })).toEqual([
      "Mario Rossi",
      "Via Roma, 1",
      "10100 Torino (TO)",
    ]);
  });
});
