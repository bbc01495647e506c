import { beforeAll, describe, expect, it } from "vitest";
import type { Elemento } from "../../ports/deposito.ts";
import type { RichiestaPagina } from "../../ports/pagina.ts";
import { DepositoInMemoria } from "../memory/deposito.ts";
import { elencoPerDominio, readPaginaInAmbito } from "./elenchi-ambito.ts";

/** Two creditors have almost everything, fifty have one item each, far apart. */
const GRANDI = ["grande-a", "grande-b"];
const RARI = Array.from({ length: 50 }, (_, n) => `raro-${String(n).padStart(2, "0")}`);
const PER_GRANDE = 2_500;

const elemento = (idDominio: string, n: number): Elemento => ({
  ...{ pk: `${idDominio}#${n}`, sk: "E", versione: 1, idDominio, elenco: `RSC#${idDominio}`, elencoInstallazione: "RSC#*" },
  ordine: String(n).padStart(6, "0"),
});

describe("a list across creditors", () => {
  const letture: string[] = [];
  const deposito = new DepositoInMemoria(({ operazione }) => letture.push(operazione));
  beforeAll(async () => {
    const comuni = GRANDI.flatMap((idDominio, i) => Array.from({ length: PER_GRANDE }, (_, n) => elemento(idDominio, n * 2 + i)));
    await deposito.putMany("archivio", [...comuni, ...RARI.map((idDominio, i) => elemento(idDominio, 90 * i + 45))]);
  });

  const read = async (domini: "*" | readonly string[], altro: Partial<RichiestaPagina> = {}) => {
    const pagina = { limite: 25, salta: 0, totale: false, ...altro };
    const elenco = elencoPerDominio("RSC", { domini, ordine: "desc" }, []);
    letture.length = 0;
    const letta = await readPaginaInAmbito(deposito, elenco, pagina, ({ pk }) => pk);
    return { ...letta, richieste: [...letture] };
  };
  const walk = async (domini: readonly string[]) => {
    const visti: string[] = [];
    let cursore: string | undefined;
    do {
      const pagina = await read(domini, cursore === undefined ? {} : { cursore });
      visti.push(...pagina.elementi);
      cursore = pagina.cursore;
    } while (cursore !== undefined);
    return visti;
  };
  const attesi = (domini: readonly string[]) =>
    deposito
      .all("archivio")
      .filter(({ idDominio }) => domini.includes(String(idDominio)))
      .sort((a, b) => (`${a["ordine"]}${a.pk}` < `${b["ordine"]}${b.pk}` ? 1 : -1))
      .map(({ pk }) => pk);

  it.each([
    ["of the whole installation is one query", "*", ["query"]],
    ["of one creditor is one query", ["grande-a"], ["query"]],
    ["of several that have much of the installation is one query", [...GRANDI, "raro-00"], ["query"]],
    ["of several that have little of it is one look, and one query each", RARI.slice(0, 3), ["query", "query", "query", "query"]],
    ["of more than may be read one by one is one query", RARI, ["query"]],
    ["of none is nothing", [], []],
  ] as const)("%s", async (_caso, domini, richieste) => {
    expect((await read(domini)).richieste).toEqual(richieste);
  });

  it("counts once, for all of them together or for each", async () => {
    const tutti = await read("*", { totale: true });
    expect([tutti.totale, tutti.richieste]).toEqual([2 * PER_GRANDE + RARI.length, ["query", "count"]]);
    const rari = await read(RARI.slice(0, 3), { limite: 1, totale: true });
    expect(rari.totale).toBe(3);
    const soloConteggio = await read(RARI.slice(0, 3), { limite: 0, totale: true });
    expect([soloConteggio.totale, soloConteggio.elementi]).toEqual([3, []]);
  });

  it.each([
    ["rare", RARI.slice(0, 3)],
    ["rare and common", ["grande-b", ...RARI.slice(0, 4)]],
    ["many", RARI],
  ])("gives the items of %s creditors in order, each once, over the cursors", async (_quali, domini) => {
    expect(await walk(domini)).toEqual(attesi(domini));
  });
});
