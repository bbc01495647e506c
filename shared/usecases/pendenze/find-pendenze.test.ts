import { beforeAll, describe, expect, it } from "vitest";
import { ALTRA_APPLICAZIONE, APPLICAZIONE, COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { GESTIONALE } from "../../../tests/sostegno/pendenze.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { RichiestaPagina } from "../../ports/pagina.ts";
import { findPendenze, type RichiestaElenco } from "./find-pendenze.ts";

const GIORNO = "2026-11-2";
const debt = (n: number, altro: Partial<Pendenza> = {}): Pendenza => {
  const iuv = `0100000000000${String(n).padStart(2, "0")}33`;
  return buildPendenza({
    ...{ idPendenza: `P${n}`, iuv, numeroAvviso: `3${iuv}`, dataCaricamento: `${GIORNO}${n}T08:00:00.000Z` },
    ...altro,
  });
};

const DEBITI: readonly Pendenza[] = [
  debt(0),
  debt(1, { dataScadenza: "2026-11-24" }),
  debt(2, { dataScadenza: "2026-11-25", direzione: "NORD" }),
  debt(3, { stato: "ANNULLATA", divisione: "D1" }),
  debt(4, { stato: "ESEGUITA", debitore: { tipo: "F", identificativo: "VRDLGI80A01F205X", anagrafica: "Luigi Verdi" } }),
  debt(5, { idDominio: UNIONE, idTipoPendenza: "MENSA", idA2A: ALTRA_APPLICAZIONE }),
  debt(6, { tipo: "spontaneo" }),
  debt(7, { idUnitaOperativa: "TRIBUTI" }),
];

const pagamento: Pagamento = {
  ...{
    versione: 0,
    id: "a".repeat(32),
    idA2A: APPLICAZIONE,
    nome: "Carrello",
    stato: "IN_CORSO",
    importo: 20_100n,
    dataRichiesta: ADESSO,
    idSession: "s",
  },
  posizioni: [DEBITI[1], DEBITI[4], DEBITI[5]].flatMap((p) =>
    p
      ? [
          {
            idDominio: p.idDominio,
            iuv: p.iuv,
            numeroAvviso: p.numeroAvviso,
            idA2A: p.idA2A,
            idPendenza: p.idPendenza,
            causale: p.causale,
            importo: p.importo,
            esito: "IN_CORSO" as const,
          },
        ]
      : [],
  ),
};

let m: Memoria;
beforeAll(async () => {
  m = await createMemoria();
  await m.store(...DEBITI.map((valore) => ({ azione: "crea", entita: "pendenza", valore }) as const), {
    azione: "crea",
    entita: "pagamento",
    valore: pagamento,
  });
});

const PAGINA: RichiestaPagina = { limite: 25, salta: 0, totale: true };
const find = (filtri: Partial<RichiestaElenco> = {}, chiamante: Chiamante = GESTIONALE, pagina: RichiestaPagina = PAGINA) =>
  findPendenze(m)({ mostraSpontaneiNonPagati: false, ordine: "asc", ...filtri }, pagina, chiamante);
const idDi = async (...argomenti: Parameters<typeof find>): Promise<string[]> =>
  (await find(...argomenti)).pagina.elementi.map(({ idPendenza }) => idPendenza);

describe("the list of debts", () => {
  it.each<readonly [string, Partial<RichiestaElenco>, readonly string[]]>([
    ["nothing: those of the calling application", {}, ["P0", "P1", "P2", "P3", "P4", "P7"]],
    ["creditor", { idDominio: UNIONE }, ["P5"]],
    ["application", { idA2A: ALTRA_APPLICAZIONE }, ["P5"]],
    ["debt", { idPendenza: "P2" }, ["P2"]],
    ["debtor, in any case", { idDebitore: "vrdlgi80a01f205x" }, ["P4"]],
    ["unpaid and not expired", { stati: ["NON_ESEGUITA"] }, ["P0", "P2", "P7"]],
    ["expired", { stati: ["SCADUTA"] }, ["P1"]],
    ["annulled", { stati: ["ANNULLATA"] }, ["P3"]],
    ["direction", { direzione: "NORD" }, ["P2"]],
    ["division", { divisione: "D1" }, ["P3"]],
    ["from an instant", { da: `${GIORNO}3T08:00:00.000Z` }, ["P3", "P4", "P7"]],
    ["until an instant", { a: `${GIORNO}1T08:00:00.000Z` }, ["P0", "P1"]],
    ["spontaneous and unpaid too", { mostraSpontaneiNonPagati: true, da: `${GIORNO}6T00:00:00.000Z` }, ["P6", "P7"]],
    ["newest first", { ordine: "desc", da: `${GIORNO}3T00:00:00.000Z` }, ["P7", "P4", "P3"]],
    ["portal payment", { idPagamento: pagamento.id }, ["P1", "P4", "P5"]],
    ["portal payment and state", { idPagamento: pagamento.id, stati: ["SCADUTA"] }, ["P1"]],
    ["portal payment unknown", { idPagamento: "ignoto" }, []],
  ])("filtered by %s", async (_filtro, filtri, attesi) => {
    expect(await idDi(filtri)).toEqual(attesi);
  });

  it("agrees with the filters of the debts of a payment, one filter at a time", async () => {
    const filtri: Partial<RichiestaElenco>[] = [
      { stati: ["ESEGUITA"] },
      { idDominio: UNIONE },
      { idDebitore: "VRDLGI80A01F205X" },
      { a: `${GIORNO}2T00:00:00.000Z` },
    ];
    for (const filtro of filtri) {
      const delPagamento = new Set(["P1", "P4", "P5"]);
      const [propri, altrui] = await Promise.all([
        idDi({ idA2A: APPLICAZIONE, ...filtro }),
        idDi({ idA2A: ALTRA_APPLICAZIONE, ...filtro }),
      ]);
      expect(await idDi({ ...filtro, idPagamento: pagamento.id })).toEqual([...propri, ...altrui].filter((id) => delPagamento.has(id)));
    }
  });

  const soloUnione: Chiamante = { ...GESTIONALE, domini: [{ idDominio: UNIONE }] };
  const soloMensa: Chiamante = { ...GESTIONALE, tipiPendenza: ["MENSA"] };
  const soloUfficio: Chiamante = {
    ...GESTIONALE,
    domini: [{ idDominio: COMUNE, unitaOperative: ["ALTRO-UFFICIO"] }, { idDominio: UNIONE }],
  };
  it.each<readonly [string, Partial<RichiestaElenco>, Chiamante, readonly string[]]>([
    ["a creditor out of scope", { idDominio: COMUNE }, soloUnione, []],
    ["own debts on creditors out of scope", {}, soloUnione, []],
    ["debts of a payment on creditors out of scope", { idPagamento: pagamento.id }, soloUnione, ["P5"]],
    ["types out of scope", { idDominio: COMUNE }, soloMensa, []],
    ["units out of scope", { idDominio: COMUNE, da: `${GIORNO}4T00:00:00.000Z` }, soloUfficio, ["P4"]],
    ["units out of scope, where all the units of another creditor are in", { idDominio: UNIONE }, soloUfficio, ["P5"]],
  ])("does not show %s", async (_cosa, filtri, chiamante, attesi) => {
    expect(await idDi(filtri, chiamante)).toEqual(attesi);
  });

  it("costs one query, and one count only when more follows and the total is asked", async () => {
    await find();
    m.richieste.length = 0;
    await find({ idDominio: COMUNE });
    await find({ idDominio: COMUNE }, GESTIONALE, { ...PAGINA, limite: 2 });
    await find({ idDominio: COMUNE }, GESTIONALE, { ...PAGINA, limite: 2, totale: false });
    expect(m.richieste).toEqual(["query:archivio", "query:archivio", "count:archivio", "query:archivio"]);
  });

  it("walked page by page by its cursor gives each debt once, with the total", async () => {
    const visti: string[] = [];
    let cursore: string | undefined;
    do {
      const { pagina } = await find({}, GESTIONALE, { ...PAGINA, limite: 2, ...(cursore !== undefined && { cursore }) });
      expect(pagina.totale).toBe(6);
      visti.push(...pagina.elementi.map(({ idPendenza }) => idPendenza));
      cursore = pagina.cursore;
    } while (cursore !== undefined);
    expect(visti).toEqual(["P0", "P1", "P2", "P3", "P4", "P7"]);
  });

  it("gives a citizen its own debts of every creditor in one query, and one count when more follows", async () => {
    const cittadino = { codiceFiscale: "RSSMRA85T10A562S", deleghe: [], provider: "p" };
    const { idA2A: _, ...nessuno } = GESTIONALE;
    const chi: Chiamante = { ...nessuno, tipo: "cittadino", cittadino, domini: [], tipiPendenza: [] };
    await find({}, chi);
    m.richieste.length = 0;
    const { pagina } = await find({}, chi, { ...PAGINA, limite: 2 });
    expect([pagina.elementi.length, pagina.totale]).toEqual([2, 6]);
    expect(m.richieste).toEqual(["query:archivio", "count:archivio"]);
    const altri = await find({ idDebitore: "VRDLGI80A01F205X" }, chi);
    expect(altri.pagina).toEqual({ elementi: [], totale: 0 });
  });
});
