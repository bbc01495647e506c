/** House rules that neither the compiler nor the linter can say. Each fails with the list of the places that break it. */
import { describe, expect, it } from "vitest";
import { isProva, readSorgenti, type Sorgente } from "./sorgenti.ts";

const PRODOTTO = ["functions", "shared", "infra", "local"];
const tutti = readSorgenti([...PRODOTTO, "tests", "bench"]);
const prodotto = tutti.filter(({ percorso }) => PRODOTTO.some((cartella) => percorso.startsWith(`${cartella}/`)) && !isProva(percorso));
/** This folder names what it forbids. */
const altrove = tutti.filter(({ percorso }) => !percorso.startsWith("tests/architecture/"));

const sotto = (...prefissi: readonly string[]): Sorgente[] =>
  prodotto.filter(({ percorso }) => prefissi.some((prefisso) => percorso.startsWith(prefisso)));

/** `file:line` of every match. */
const find = (sorgenti: readonly Sorgente[], regola: RegExp): string[] =>
  sorgenti.flatMap(({ percorso, testo }) =>
    testo.split("\n").flatMap((riga, i) => (regola.test(riga) ? [`${percorso}:${i + 1}: ${riga.trim()}`] : [])),
  );

describe("size", () => {
  it("no file is longer than 300 lines, 400 for a contract", () => {
    const righe = ({ testo }: Sorgente): number => testo.trimEnd().split("\n").length;
    const lunghi = prodotto.filter((s) => righe(s) > (s.percorso.startsWith("shared/contracts/") ? 400 : 300));
    expect(lunghi.map((s) => `${s.percorso} (${righe(s)})`)).toEqual([]);
  });

  it("every file opens by saying why it exists", () => {
    const muti = sotto("shared/", "infra/", "local/").filter(({ testo }) => !/^(#!.*\n)?\/[*/]/.test(testo));
    expect(muti.map(({ percorso }) => percorso)).toEqual([]);
  });
});

describe("the outside world comes in through one door", () => {
  it("the environment is read by runtime/config only", () => {
    expect(
      find(
        sotto("functions/", "shared/").filter(({ percorso }) => !percorso.startsWith("shared/runtime/config/")),
        /process\.env\b/,
      ),
    ).toEqual([]);
  });

  it("domain, use cases, presenters and contracts know neither the clock nor chance", () => {
    const puri = sotto("shared/domain/", "shared/usecases/", "shared/presenters/", "shared/contracts/", "shared/ports/", "functions/");
    expect(find(puri, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.now\(/)).toEqual([]);
  });

  it("no amount passes through a float", () => {
    expect(find(sotto("shared/", "functions/"), /\bparseFloat\(/)).toEqual([]);
  });

  it("nothing prints but through the logger", () => {
    expect(find(sotto("shared/", "functions/"), /\bconsole\./)).toEqual([]);
  });
});

describe("routes are written once", () => {
  it("no path of an API outside the contracts", () => {
    const percorsi = /["'`/](pendenze|pagamento|riconciliazione|backoffice)\/v\d|["'`]\/pagopa\/paForNode/;
    const deploy = sotto("functions/", "shared/", "infra/", "local/runner/", "local/assembly/").filter(
      ({ percorso }) => !percorso.startsWith("shared/contracts/"),
    );
    expect(find(deploy, percorsi)).toEqual([]);
  });
});

describe("idiom", () => {
  it("zod is imported whole: the named import brings 450 kB into every function", () => {
    expect(find(altrove, /import\s+(type\s+)?\{[^}]*\bz\b[^}]*\}\s+from\s+["']zod["']/)).toEqual([]);
  });

  it("the compiler is not silenced", () => {
    expect(find(altrove, /@ts-(ignore|expect-error|nocheck)|\bas unknown as\b|biome-ignore|eslint-disable/)).toEqual([]);
  });

  it("no enum, no namespace, no parameter properties: Node runs the files as they are", () => {
    expect(
      find(
        altrove,
        /^\s*(export\s+)?(const\s+)?enum\s+\w|^\s*(export\s+)?namespace\s+\w|constructor\(\s*(private|public|protected|readonly)\b/,
      ),
    ).toEqual([]);
  });

  it("nothing is left to be done later in a comment", () => {
    expect(find(altrove, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });
});

describe("tests are honest", () => {
  const prove = altrove.filter(({ percorso }) => percorso.endsWith(".test.ts") || percorso.endsWith(".suite.ts"));

  it("no module is patched at run time", () => {
    expect(find(prove, /\bvi\.(mock|doMock|spyOn|stubGlobal|stubEnv)\(/)).toEqual([]);
  });

  it("none is skipped, none runs alone", () => {
    expect(find(prove, /\b(it|test|describe)\.(skip|only|todo|skipIf|runIf)\b|\bxit\(|\bxdescribe\(/)).toEqual([]);
  });

  it("every test file asserts something", () => {
    expect(
      prove
        .filter(({ testo }) => !/\bexpect\(|\bsuite\w+\(|\bdescribe[A-Z]\w*\(|\bfc\.assert\(/.test(testo))
        .map(({ percorso }) => percorso),
    ).toEqual([]);
  });
});

describe("the repository stands on its own", () => {
  it("nothing refers to the place where it is worked on", () => {
    const testi = [
      ...altrove,
      ...readSorgenti(
        ["docs", "events", "web", ".ci"].filter((c) => c !== "web"),
        /./,
      ),
    ];
    expect(find(testi, /(^|["'`\s(])\/(?:home|Users|root|work)\/|shared\/reference|shared\/design/)).toEqual([]);
  });
});
