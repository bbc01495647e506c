/** The same evidence ends in the same conclusions however it arrives, and no conclusion ever spends money that is not there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildFlussoProva,
  buildMovimentoProva,
  buildNotificaProva,
  buildRigaProva,
  buildRiscossioneProva,
  causaleFlusso,
  evidenze,
  idFlussoProva,
  iurProva,
  iuvProva,
  PSP_PROVA,
} from "../../../tests/sostegno/riscontri.ts";
import { matchDenaro } from "./abbina.ts";
import { chiaveOggetto } from "./banco.ts";
import { componentiDi } from "./componenti.ts";
import type { EsitoDenaro } from "./esiti.ts";
import {
  type EvidenzeDenaro,
  type FlussoProva,
  IMPOSTAZIONI_PREDEFINITE,
  type MovimentoProva,
  type NotificaProva,
  type Regola,
  type RigaProva,
  type RiscossioneProva,
} from "./evidenze.ts";
import { match } from "./match.ts";

type Pezzo =
  | { tipo: "flusso"; valore: FlussoProva }
  | { tipo: "movimento"; valore: MovimentoProva }
  | { tipo: "riscossione"; valore: RiscossioneProva }
  | { tipo: "riga"; valore: RigaProva }
  | { tipo: "notifica"; valore: NotificaProva }
  | { tipo: "regola"; valore: Regola };

/** Few names and few amounts, so that everything collides with everything. */
const importo = fc.constantFrom(100n, 100n, 200n, 300n, 4_100n);
const numero = fc.integer({ min: 1, max: 3 });
const id = fc.constantFrom("a", "b", "c", "d");

const flusso = fc
  .record({
    n: numero,
    importo,
    revisione: fc.constantFrom(1, 2, 1_795_557_600),
    psp: fc.constantFrom(PSP_PROVA, "ALTRO001"),
    anomalo: fc.integer({ min: 0, max: 5 }),
    trn: fc.constantFrom("TRN030690001", "TRN030690002", ""),
  })
  .map(({ n, importo: totale, revisione, psp, anomalo, trn }): Pezzo => {
    const stato = anomalo === 0 ? "ANOMALO" : anomalo === 1 ? "IN_ACQUISIZIONE" : "ACQUISITO";
    return { tipo: "flusso", valore: buildFlussoProva(n, totale, { revisione, idPsp: psp, trn, stato }) };
  });

const testo = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: numero.map(causaleFlusso) },
      numero.map((n) => causaleFlusso(n).slice(0, -3)),
      { weight: 2, arbitrary: numero.map((n) => `/RFB/${iuvProva(n)}/1.00`) },
      fc.constant("CANONE"),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((parti) => parti.join(" "));

const movimento = fc
  .record({
    id,
    importo,
    testo,
    stornato: fc.constantFrom(0n, 0n, 0n, 100n),
    uscita: fc.integer({ min: 0, max: 6 }),
    giorno: fc.constantFrom("2026-11-25", "2026-11-26"),
    sct: fc.constantFrom("TRN030690001", undefined),
    iur: fc.constantFrom(undefined, undefined, 1),
  })
  .map(({ id: nome, importo: cifra, testo: causale, stornato, uscita, giorno, sct, iur }): Pezzo => {
    const base = buildMovimentoProva(nome, cifra, causale);
    const valore: MovimentoProva = {
      ...base,
      importoStornato: stornato,
      stato: stornato === cifra ? "STORNATO" : "ESEGUITO",
      segno: uscita === 0 ? "USCITA" : "ENTRATA",
      dataContabile: giorno,
      ...(sct !== undefined && { sct }),
      ...(iur !== undefined && { chiavi: { ...base.chiavi, iur: [iurProva(iur)] } }),
    };
    return { tipo: "movimento", valore };
  });

const riscossione = fc
  .record({ n: numero, importo, indice: fc.constantFrom(1, 2), bollo: fc.integer({ min: 0, max: 4 }), senzaRpt: fc.boolean() })
  .map(({ n, importo: cifra, indice, bollo, senzaRpt }): Pezzo => {
    return { tipo: "riscossione", valore: buildRiscossioneProva(n, cifra, { indice, senzaRpt, tipo: bollo === 0 ? "MBT" : "ENTRATA" }) };
  });

const riga = fc
  .record({ f: numero, n: numero, importo, esito: fc.constantFrom(0, 0, 3, 4, 8, 9), iur: numero, revisione: fc.constantFrom(1, 2) })
  .map(({ f, n, importo: cifra, esito, iur, revisione }): Pezzo => {
    return { tipo: "riga", valore: buildRigaProva(f, n, cifra, { esito, iur: iurProva(iur), revisione, progressivo: n * 10 + iur }) };
  });

const notifica = fc
  .record({ n: numero, importo, iud: numero })
  .map(({ n, importo: cifra, iud }): Pezzo => ({ tipo: "notifica", valore: buildNotificaProva(n, cifra, { iud: `IUD-${n}-${iud}` }) }));

const regola = fc
  .record({ n: numero, id, importo, decisione: fc.constantFrom("CONFERMA", "RIFIUTO", "NON_PAGOPA"), accetta: fc.boolean() })
  .map(({ n, id: idMovimento, importo: cifra, decisione, accetta }): Pezzo => {
    const oggetto = { tipo: "FLUSSO" as const, idFlusso: idFlussoProva(n), idPsp: PSP_PROVA };
    const base = { id: `${decisione}-${n}-${idMovimento}`, idDominio: "12345678901", idMovimento };
    if (decisione === "NON_PAGOPA") return { tipo: "regola", valore: { ...base, decisione } };
    if (decisione === "RIFIUTO") return { tipo: "regola", valore: { ...base, decisione: "RIFIUTO", oggetti: [oggetto] } };
    return {
      tipo: "regola",
      valore: { ...base, decisione: "CONFERMA", oggetti: [{ oggetto, importo: cifra }], accettaDifferenza: accetta },
    };
  });

const nomeDi = (pezzo: Pezzo): string => {
  const { valore } = pezzo;
  if (pezzo.tipo === "flusso") return `F${pezzo.valore.idFlusso}|${pezzo.valore.idPsp}|${pezzo.valore.revisione}`;
  if (pezzo.tipo === "riga") return `G${pezzo.valore.idFlusso}|${pezzo.valore.revisione}|${pezzo.valore.progressivo}`;
  if (pezzo.tipo === "riscossione") return `R${pezzo.valore.iuv}|${pezzo.valore.iur}|${pezzo.valore.indice}`;
  if (pezzo.tipo === "notifica") return `N${pezzo.valore.iud}`;
  return `${pezzo.tipo}${"id" in valore ? valore.id : ""}`;
};

/** Each piece once: the archive never has two versions of one. */
const mondo = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: flusso },
      { weight: 5, arbitrary: movimento },
      { weight: 2, arbitrary: riscossione },
      riga,
      notifica,
      regola,
    ),
    {
      minLength: 2,
      maxLength: 16,
    },
  )
  .map((pezzi) => [...new Map(pezzi.map((pezzo) => [nomeDi(pezzo), pezzo])).values()]);

const mescolato = mondo.chain((pezzi) =>
  fc.record({ pezzi: fc.constant(pezzi), ordine: fc.shuffledSubarray(pezzi, { minLength: pezzi.length }) }),
);

const perTipo = (pezzi: readonly Pezzo[]) =>
  evidenze({
    flussi: pezzi.flatMap((p) => (p.tipo === "flusso" ? [p.valore] : [])),
    movimenti: pezzi.flatMap((p) => (p.tipo === "movimento" ? [p.valore] : [])),
    riscossioni: pezzi.flatMap((p) => (p.tipo === "riscossione" ? [p.valore] : [])),
    righe: pezzi.flatMap((p) => (p.tipo === "riga" ? [p.valore] : [])),
    notifiche: pezzi.flatMap((p) => (p.tipo === "notifica" ? [p.valore] : [])),
  });
const regoleDi = (pezzi: readonly Pezzo[]): readonly Regola[] => pezzi.flatMap((p) => (p.tipo === "regola" ? [p.valore] : []));

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
