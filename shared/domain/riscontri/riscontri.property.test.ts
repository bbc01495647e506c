/** The same evidence ends in the same conclusions however it arrives, and no conclusion ever spends money that is not there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mescolato, mondo, type Pezzo, perTipo, regoleDi } from "../../../tests/sostegno/mondo-riscontri.ts";
import { matchDenaro } from "./abbina.ts";
import { chiaveOggetto } from "./banco.ts";
import { componentiDi } from "./componenti.ts";
import type { EsitoDenaro } from "./esiti.ts";
import { type EvidenzeDenaro, IMPOSTAZIONI_PREDEFINITE, type Regola } from "./evidenze.ts";
import { match } from "./match.ts";

const IMPOSTAZIONI = { ...IMPOSTAZIONI_PREDEFINITE, tolleranza: 1n, enteNotifica: true };
const PROVE = { numRuns: 500 };

/** Amount and day alone suggest flows of the whole archive: those proposals are the only thing that a component does not decide alone. */
const senzaSuggerimenti = ({ collegamenti, flussi, movimenti, anomalie }: EsitoDenaro): EsitoDenaro => ({
  collegamenti,
  flussi,
  movimenti: movimenti.map((m) => (m.stato === "DA_CONFERMARE" ? { ...m, stato: "NON_ABBINATO" } : m)),
  anomalie: anomalie.filter(({ codice }) => codice !== "CAUSALE_SCONOSCIUTA"),
  proposte: [],
});

/** What a consumer keeps: at every arrival it decides again the component of what arrived, and only that. */
function arriva(ordine: readonly Pezzo[]): EsitoDenaro {
  const flussi = new Map<string, EsitoDenaro["flussi"][number]>();
  const movimenti = new Map<string, EsitoDenaro["movimenti"][number]>();
  const collegamenti = new Map<string, EsitoDenaro["collegamenti"]>();
  const anomalie = new Map<string, EsitoDenaro["anomalie"]>();
  ordine.forEach((pezzo, i) => {
    const noti = ordine.slice(0, i + 1);
    const { valore } = pezzo;
    const contiene = (e: EvidenzeDenaro, regole: readonly Regola[]): boolean =>
      [...e.flussi, ...e.movimenti, ...e.riscossioni, ...e.righe, ...regole].some((altro) => altro === valore);
    const componente = componentiDi(perTipo(noti), regoleDi(noti)).find(({ evidenze: e, regole }) => contiene(e, regole));
    if (!componente) return;
    const esito = senzaSuggerimenti(matchDenaro(componente.evidenze, componente.regole, IMPOSTAZIONI));
    const idMovimenti = componente.evidenze.movimenti.map(({ id: nome }) => nome);
    const chiavi = componente.evidenze.flussi.map(({ idFlusso, idPsp }) => `F|${idFlusso}|${idPsp}`);
    for (const nome of idMovimenti)
      collegamenti.set(
        nome,
        esito.collegamenti.filter(({ idMovimento }) => idMovimento === nome),
      );
    for (const nome of idMovimenti)
      anomalie.set(
        nome,
        esito.anomalie.filter(({ soggetto }) => soggetto.tipo === "MOVIMENTO" && soggetto.idMovimento === nome),
      );
    for (const chiave of chiavi) {
      flussi.delete(chiave);
      anomalie.set(
        chiave,
        esito.anomalie.filter(({ soggetto }) => soggetto.tipo === "FLUSSO" && chiaveOggetto(soggetto) === chiave),
      );
    }
    for (const f of esito.flussi) flussi.set(`F|${f.idFlusso}|${f.idPsp}`, f);
    for (const m of esito.movimenti) movimenti.set(m.idMovimento, m);
  });
  return {
    flussi: [...flussi.values()],
    movimenti: [...movimenti.values()],
    collegamenti: [...collegamenti.values()].flat(),
    anomalie: [...anomalie.values()].flat(),
    proposte: [],
  };
}

const testi = (cose: readonly unknown[]): readonly string[] =>
  cose.map((cosa) => JSON.stringify(cosa, (_, v: unknown) => (typeof v === "bigint" ? `${v}n` : v))).sort();
const confrontabile = ({ flussi, movimenti, collegamenti, anomalie }: EsitoDenaro) => ({
  flussi: testi(flussi),
  movimenti: testi(movimenti),
  collegamenti: testi(collegamenti),
  anomalie: testi(anomalie),
});

const somma = (importi: readonly bigint[]): bigint => importi.reduce((totale, cifra) => totale + cifra, 0n);

describe("abbinamento, qualunque cosa arrivi", () => {
  it("ogni permutazione delle prove dà lo stesso risultato", () => {
    fc.assert(
      fc.property(mescolato, ({ pezzi, ordine }) => {
        expect(match(perTipo(ordine), regoleDi(ordine), IMPOSTAZIONI)).toEqual(match(perTipo(pezzi), regoleDi(pezzi), IMPOSTAZIONI));
      }),
      PROVE,
    );
  });

  it("ricalcolando a ogni arrivo la sola componente toccata si finisce dove si finirebbe sapendo tutto dall'inizio", () => {
    fc.assert(
      fc.property(mescolato, ({ ordine }) => {
        const tutto = senzaSuggerimenti(matchDenaro(perTipo(ordine), regoleDi(ordine), IMPOSTAZIONI));
        expect(confrontabile(arriva(ordine))).toEqual(confrontabile(tutto));
      }),
      PROVE,
    );
  });

  it("non si spende mai più denaro di quello che c'è, né si incassa più del dovuto", () => {
    fc.assert(
      fc.property(mondo, (pezzi) => {
        const prove = perTipo(pezzi);
        const { collegamenti, flussi, movimenti } = match(prove, regoleDi(pezzi), IMPOSTAZIONI);
        for (const m of prove.movimenti) {
          const suoi = collegamenti.filter(({ idMovimento }) => idMovimento === m.id);
          const automatici = suoi.filter(({ origine }) => origine === "AUTOMATICO");
          expect(somma(suoi.map(({ importo: cifra }) => cifra))).toBeLessThanOrEqual(m.importo);
          expect(somma(automatici.map(({ importo: cifra }) => cifra))).toBeLessThanOrEqual(m.importo - m.importoStornato);
          if (m.segno === "USCITA") expect(automatici).toEqual([]);
        }
        for (const f of flussi) {
          const suoi = collegamenti.filter(
            ({ oggetto }) => oggetto.tipo === "FLUSSO" && chiaveOggetto(oggetto) === `F|${f.idFlusso}|${f.idPsp}`,
          );
          expect(somma(suoi.map(({ importo: cifra }) => cifra))).toBeLessThanOrEqual(f.importo);
          expect(f.importoCollegato).toBeLessThanOrEqual(f.importo);
          if (f.copertura === "COPERTO") expect(f.importoCollegato).toBe(f.importo);
        }
        for (const r of prove.riscossioni) {
          const suoi = collegamenti.filter(({ oggetto }) => chiaveOggetto(oggetto) === `T|${r.iuv}|${r.iur}|${r.indice}`);
          expect(somma(suoi.map(({ importo: cifra }) => cifra))).toBeLessThanOrEqual(r.importo);
        }
        expect(movimenti).toHaveLength(prove.movimenti.length);
      }),
      PROVE,
    );
  });

  it("nessun ricalcolo cancella una conferma, né rifà ciò che qualcuno ha rifiutato", () => {
    fc.assert(
      fc.property(mondo, (pezzi) => {
        const regole = regoleDi(pezzi);
        const { collegamenti, anomalie } = match(perTipo(pezzi), regole, IMPOSTAZIONI);
        const noti = perTipo(pezzi).movimenti.map(({ id: nome }) => nome);
        for (const r of regole.filter(({ idMovimento }) => noti.includes(idMovimento))) {
          const suoi = collegamenti.filter(({ idMovimento }) => idMovimento === r.idMovimento);
          if (r.decisione === "RIFIUTO")
            for (const oggetto of r.oggetti)
              expect(suoi.filter((c) => c.origine === "AUTOMATICO" && chiaveOggetto(c.oggetto) === chiaveOggetto(oggetto))).toEqual([]);
          if (r.decisione === "NON_PAGOPA") expect(suoi.filter(({ origine }) => origine === "AUTOMATICO")).toEqual([]);
          if (r.decisione !== "CONFERMA") continue;
          const tenuti = somma(suoi.filter(({ idRegola }) => idRegola === r.id).map(({ importo: cifra }) => cifra));
          const promessi = somma(r.oggetti.map(({ importo: cifra }) => cifra));
          // All of it, or somebody is told.
          if (tenuti < promessi) expect(anomalie.map(({ codice }) => codice)).toContain("REGOLA_CONTRADDETTA");
        }
      }),
      PROVE,
    );
  });

  it("ogni trasferimento ha almeno un'etichetta", () => {
    fc.assert(
      fc.property(mondo, (pezzi) => {
        const { trasferimenti } = match(perTipo(pezzi), regoleDi(pezzi), IMPOSTAZIONI);
        for (const t of trasferimenti) expect(t.etichette).not.toEqual([]);
      }),
      PROVE,
    );
  });
});
