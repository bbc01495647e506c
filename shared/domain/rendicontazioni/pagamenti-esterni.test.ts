/** Which rule takes a payment without a debt here, what it then is in the books, and that no rule changes a total. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import { createConto, type GruppoAccertamenti, totaliDi } from "../contabilita/accertamenti.ts";
import { righeContabiliDi } from "../contabilita/riga-contabile.ts";
import { toJsonNodo } from "../pagamenti/json-nodo.ts";
import type { Ricevuta, Riscossione } from "../ricevute/ricevuta.ts";
import { idEntrataDi, joinEntrate } from "./entrata-prevista.ts";
import { type CondizioniEsterne, classifyEsterno, isEsterna, type PagamentoEsterno, type RegolaEsterna } from "./pagamenti-esterni.ts";

const regola = (nome: string, quando: CondizioniEsterne, altro: Partial<RegolaEsterna> = {}): RegolaEsterna => ({
  ...{ nome, quando, idTipoPendenza: `T-${nome}` },
  ...altro,
});

const PAGAMENTO: PagamentoEsterno = {
  ...{ idDominioTitolare: COMUNE, iuv: "47000000000000123", numeroAvviso: "347000000000000123" },
  ...{ tassonomia: "9/0101100IM/", idPsp: "ABI03069" },
};
const { numeroAvviso: _, ...SENZA_AVVISO } = PAGAMENTO;
const VECCHIO: PagamentoEsterno = { ...PAGAMENTO, iuv: "000000000000123", numeroAvviso: "012000000000000123" };

describe("una regola prende", () => {
  it.each<[string, CondizioniEsterne, PagamentoEsterno, boolean]>([
    ["la tassonomia intera", { tassonomia: "0101100IM" }, PAGAMENTO, true],
    ["l'inizio della tassonomia, comunque scritto", { tassonomia: "0101100im" }, { ...PAGAMENTO, tassonomia: "0101100IM" }, true],
    ["non un'altra tassonomia", { tassonomia: "0101101" }, PAGAMENTO, false],
    ["non ciò di cui non si sa la tassonomia", { tassonomia: "01" }, { idDominioTitolare: COMUNE, iuv: "1" }, false],
    ["l'inizio dello IUV", { prefissoIuv: "4700" }, PAGAMENTO, true],
    ["non un altro inizio", { prefissoIuv: "4701" }, PAGAMENTO, false],
    ["il codice di segregazione dell'avviso", { codiceSegregazione: "47" }, PAGAMENTO, true],
    ["o dello IUV, senza ricevuta", { codiceSegregazione: "47" }, SENZA_AVVISO, true],
    [
      "non lo stesso inizio in un avviso che non comincia per 3",
      { codiceSegregazione: "47" },
      { ...PAGAMENTO, numeroAvviso: "147000000000000123" },
      false,
    ],
    ["il codice applicativo dell'avviso", { codiceApplicativo: "12" }, VECCHIO, true],
    ["che lo IUV da solo non dice", { codiceApplicativo: "12" }, { idDominioTitolare: COMUNE, iuv: VECCHIO.iuv }, false],
    ["il PSP", { idPsp: "ABI03069" }, PAGAMENTO, true],
    ["non un altro PSP", { idPsp: "ABI03070" }, PAGAMENTO, false],
    ["l'avviso di un altro ente", { idDominioTitolare: UNIONE }, { ...PAGAMENTO, idDominioTitolare: UNIONE }, true],
    ["non quello dell'ente", { idDominioTitolare: UNIONE }, PAGAMENTO, false],
    ["solo se valgono tutte", { tassonomia: "0101100IM", idPsp: "ALTRO" }, PAGAMENTO, false],
  ])("%s", (_caso, quando, pagamento, atteso) => {
    expect(classifyEsterno([regola("una", quando)], pagamento, 2026).regola !== undefined).toBe(atteso);
  });
});

describe("di più regole", () => {
  const tutto: CondizioniEsterne = { prefissoIuv: "4" };
  it("vale la prima", () => {
    expect(classifyEsterno([regola("a", tutto), regola("b", tutto)], PAGAMENTO, 2026).attribuzione?.regola).toBe("a");
  });
  it("una in prova si vede e non attribuisce; vale la prima delle altre", () => {
    const prova = regola("prova", tutto, { inProva: true });
    expect(classifyEsterno([prova], PAGAMENTO, 2026)).toEqual({ regola: "prova" });
    expect(classifyEsterno([prova, regola("b", tutto)], PAGAMENTO, 2026)).toEqual({
      regola: "prova",
      attribuzione: { regola: "b", idTipoPendenza: "T-b" },
    });
  });
  it("la quota senza anno è dell'anno del pagamento, come a Roma", () => {
    const una = regola("a", tutto, { quota: { capitolo: "3001" } });
    const sua = esterna(1, { data: "2026-12-31T23:30:00.000Z" });
    expect(join([una], [sua])[0]?.esterno?.attribuzione?.quota).toEqual({ capitolo: "3001", annoEsercizio: 2027 });
  });
});

const esterna = (n: number, altro: Partial<Riscossione> = {}): Riscossione => {
  const { idA2A: _, idPendenza: __, idVocePendenza: ___, idTipoPendenza: ____, ...resto } = buildRiscossione(n);
  return { ...resto, iuv: `47${String(n).padStart(15, "0")}`, tipo: "ALTRO_INTERMEDIARIO", ...altro };
};
const ricevutaDi = ({ iuv, idRicevuta = "" }: Riscossione, transferCategory: string): Ricevuta => ({
  ...buildRicevuta({ iuv, idRicevuta, numeroAvviso: `3${iuv}` }),
  rt: toJsonNodo({ transferList: [{ idTransfer: 1, transferAmount: 1n, fiscalCodePA: COMUNE, transferCategory }] }),
});
const join = (regole: readonly RegolaEsterna[], riscossioni: readonly Riscossione[], ricevute: readonly Ricevuta[] = []) =>
  joinEntrate(riscossioni, { righe: [], flussi: [], pendenze: [], esterni: { ricevute, regole: new Map([[COMUNE, regole]]) } });

describe("nei conti", () => {
  it("ciò che una regola prende ha il suo tipo, la sua entrata e la sua quota, per tutto l'importo", () => {
    const sua = esterna(1);
    const tari = regola("tari", { tassonomia: "0101100IM" }, { idEntrata: "TARI-E", quota: { capitolo: "3001", annoEsercizio: 2025 } });
    const [entrata] = join([tari], [sua], [ricevutaDi(sua, "9/0101100IM/")]);
    expect([entrata?.riscossione.idTipoPendenza, entrata && idEntrataDi(entrata)]).toEqual(["T-tari", "TARI-E"]);
    expect(entrata && righeContabiliDi(entrata)).toMatchObject([
      { importo: sua.importo, numeroQuota: 1, quota: { capitolo: "3001", annoEsercizio: 2025, importo: sua.importo } },
    ]);
  });
  it("nessuna regola tocca ciò di cui c'è la pendenza, le marche da bollo e ciò che va ad altri", () => {
    const altre = [buildRiscossione(1), esterna(2, { tipo: "MBT" }), esterna(3, { tipo: "ENTRATA_PA_NON_INTERMEDIATA" })];
    expect(altre.map(isEsterna)).toEqual([false, false, false]);
    expect(join([regola("a", { idPsp: "x" }), regola("b", { prefissoIuv: "0" })], altre).map(({ riscossione }) => riscossione)).toEqual(
      altre,
    );
  });

  it("la somma dei gruppi è il totale, quali che siano le regole, e in prova non spostano nulla", () => {
    const cifre = fc.constantFrom("4", "47", "470", "01", "9");
    const regole = fc.array(fc.record({ prefissoIuv: cifre, inProva: fc.boolean(), capitolo: fc.constantFrom("A", "B", undefined) }), {
      maxLength: 5,
    });
    const importi = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.boolean()), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(regole, importi, (scelte, pagamenti) => {
        const sue = scelte.map(({ prefissoIuv, inProva, capitolo }, i) =>
          regola(`r${i}`, { prefissoIuv }, { inProva, ...(capitolo !== undefined && { quota: { capitolo } }) }),
        );
        const riscossioni = pagamenti.map(([importo, mia], n) => (mia ? buildRiscossione(n, { importo }) : esterna(n, { importo })));
        const somma = (r: readonly Riscossione[]) => r.reduce((totale, { importo }) => totale + importo, 0n);
        const conta = (gruppi: readonly GruppoAccertamenti[], quali = sue) => {
          const conto = createConto(gruppi);
          expect(conto.add(join(quali, riscossioni).flatMap(righeContabiliDi)).ok).toBe(true);
          return conto.totali();
        };
        const perRegola = conta(["regolaEsterna"]);
        expect(totaliDi(perRegola).pagato).toBe(somma(riscossioni));
        expect(totaliDi(perRegola.filter(({ gruppo }) => gruppo.regolaEsterna !== undefined)).pagato).toBe(
          somma(riscossioni.filter(isEsterna)),
        );
        expect(totaliDi(conta(["capitolo", "idTipoPendenza"])).pagato).toBe(somma(riscossioni));
        const ferme = sue.map((una) => ({ ...una, inProva: true }));
        expect(conta(["capitolo", "idTipoPendenza"], ferme)).toEqual(conta(["capitolo", "idTipoPendenza"], []));
      }),
      { numRuns: 100 },
    );
  });
});
