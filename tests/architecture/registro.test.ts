/** One operation = one contract, one entry, one API test, at least one sample; and nothing left over. The registry says what must exist. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENDPOINT, ENDPOINT_STORICO, funzioniOf, nomeFunzione } from "../../infra/registro.ts";
import * as registro from "../../shared/contracts/index.ts";
import { API_BASE, entryOf, serventeDi } from "../../shared/contracts/operation.ts";
import { listFile, RADICE, readSorgenti } from "./sorgenti.ts";

const RIGHE_ENTRY = 25;
const NOME_MASSIMO = 64;
/** The longest stage that a deployment may have (infra/parametri.ts). */
const STAGE = "collaudo-unico";

const funzioni = funzioniOf(registro);
const rest = [...Object.values(registro.operazioni).flat(), ...registro.operazioniPagopa];
/** What answers to a caller: each has a sample and an API test. The endpoints are the same handlers behind one path. */
const chiamabili = funzioni.filter(
  ({ gruppo, id }) => gruppo !== "consumer" && gruppo !== "job" && id !== ENDPOINT && id !== ENDPOINT_STORICO,
);
const nome = ({ gruppo, id }: { gruppo: string; id: string }): string => `${gruppo}/${id}`;
/** Operations of an older version: contract, entry, sample and test of their own, inside the function of the present one. */
const precedenti = rest.filter((operazione) => serventeDi(operazione) !== undefined);
const proveDiRisorsa = readSorgenti(["tests/api"], /^[a-z-]+\.test\.ts$/).filter(({ percorso }) => percorso.split("/").length === 4);
const nomi = [...chiamabili.map(nome), ...precedenti.map(({ api, id }) => nome({ gruppo: api, id }))];
const entries = [...funzioni.map(({ entry }) => entry), ...precedenti.map(entryOf)];

describe("every declared function", () => {
  it.each(entries.map((entry) => [entry] as const))("%s exists", (entry) => {
    expect(existsSync(join(RADICE, entry))).toBe(true);
  });

  it("has a name that Lambda accepts", () => {
    expect(funzioni.filter((funzione) => nomeFunzione(STAGE, funzione).length > NOME_MASSIMO).map(nome)).toEqual([]);
  });

  it("is declared once", () => {
    const dichiarate = funzioni.map(nome);
    expect(dichiarate.filter((n, i) => dichiarate.indexOf(n) !== i)).toEqual([]);
  });

  it.each(precedenti.map((operazione) => [entryOf(operazione), operazione] as const))(
    "%s is served by the function of the same operation, which may do all it needs for as long as it needs",
    (_entry, operazione) => {
      const { api, id, funzione, method, path, capacita, peso, limiti = {} } = operazione;
      const attuale = rest.find((altra) => altra.api === serventeDi(operazione) && altra.id === (funzione ?? id));
      // Where the version of today has no operation at that place, another serves it.
      expect(attuale).toMatchObject(funzione === undefined ? { method, path, peso } : { peso });
      expect(capacita.filter((capace) => !attuale?.capacita.includes(capace))).toEqual([]);
      for (const limite of ["timeoutSeconds", "memoryMegabytes"] as const)
        expect(attuale?.limiti?.[limite] ?? 0).toBeGreaterThanOrEqual(limiti[limite] ?? 0);
      const entry = attuale ? readFileSync(join(RADICE, entryOf(attuale)), "utf8") : "";
      const sorelle = precedenti.filter((altra) => altra.api === api && entry.includes(`import("../${api}/${altra.id}.ts")`));
      const daUnaSorella = sorelle.some((sorella) => readFileSync(join(RADICE, entryOf(sorella)), "utf8").includes(`import("./${id}.ts")`));
      const accanto = serventeDi(operazione) === api && entry.includes(`import("./${id}.ts")`);
      expect(daUnaSorella || accanto || entry.replaceAll('"', "").includes(`${api}: () => import(../${api}/${id}.ts)`)).toBe(true);
    },
  );
});

describe("every operation", () => {
  it.each(nomi.map((n) => [n] as const))("%s has a sample in events/", (operazione) => {
    const cartella = `events/${operazione}`;
    expect(existsSync(join(RADICE, cartella)) ? listFile(cartella, /\.json$/).length : 0).toBeGreaterThan(0);
  });

  // Of its own, or one that walks the operations of a resource and calls it by name: starting the emulator costs more than most of them.
  it.each(nomi.map((n) => [n] as const))("%s has its API test", (operazione) => {
    const propria = existsSync(join(RADICE, "tests/api", `${operazione}.test.ts`));
    expect(propria || proveDiRisorsa.some(({ testo }) => testo.includes(`"${operazione}"`))).toBe(true);
  });

  it("has a method and path of its own", () => {
    const rotte = rest.map(({ api, method, path }) => `${method} ${API_BASE[api]}${path.replace(/\{\w+\}/g, "{}")}`);
    expect(rotte.filter((rotta, i) => rotte.indexOf(rotta) !== i)).toEqual([]);
  });

  it("names in its path exactly the parameters it parses", () => {
    const diversi = rest.filter(({ path, params }) => {
      const nelPercorso = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "").sort();
      return (
        nelPercorso.join() !==
        Object.keys(params?.shape ?? {})
          .sort()
          .join()
      );
    });
    expect(diversi.map(({ api, id }) => `${api}/${id}`)).toEqual([]);
  });
});

describe("nothing is left over", () => {
  it("in functions/: a file that no contract declares would never be deployed", () => {
    const dichiarate = new Set(entries);
    expect(listFile("functions", /./).filter((file) => !dichiarate.has(file))).toEqual([]);
  });

  it("in events/: every sample belongs to a function", () => {
    const cartelle = new Set(
      [...funzioni.map(nome), ...nomi].map((n) => `events/${n.replace(/^consumer\//, "consumers/").replace(/^job\//, "scheduled/")}`),
    );
    expect(listFile("events", /./).filter((file) => !cartelle.has(file.split("/").slice(0, 3).join("/")))).toEqual([]);
  });

  it("in tests/api/: every test named after an operation finds it", () => {
    const dichiarate = new Set(nomi);
    const prove = listFile("tests/api", /^[a-z]+[A-Z]\w*\.test\.ts$/).map((file) => file.replace(/^tests\/api\/|\.test\.ts$/g, ""));
    expect(prove.filter((prova) => !dichiarate.has(prova))).toEqual([]);
  });
});

describe("an entry file is wiring", () => {
  const entry = readSorgenti(["functions"]);

  it(`of at most ${RIGHE_ENTRY} lines`, () => {
    expect(entry.filter(({ testo }) => testo.trimEnd().split("\n").length > RIGHE_ENTRY).map(({ percorso }) => percorso)).toEqual([]);
  });

  it("that exports its handler; a primitive also what the endpoint dispatches to", () => {
    const altri = entry.filter(({ percorso, testo }) => {
      const esportati = [...testo.matchAll(/^export (?:const (\w+)\b)?/gm)].map((m) => m[1] ?? "?").filter((n) => n !== "handler");
      return (
        !/^export const handler\b/m.test(testo) || esportati.some((n) => n !== "servizio" || !percorso.startsWith("functions/pagopa/"))
      );
    });
    expect(altri.map(({ percorso }) => percorso)).toEqual([]);
  });
});
