/** Documents that a reader follows: links that exist, scripts that exist, figures that come from somewhere. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { API_BASE } from "../../shared/contracts/operation.ts";
import { tabelle } from "../../shared/contracts/tables.ts";
import { listFile, RADICE, readSorgenti } from "./sorgenti.ts";

const PAGINE = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...listFile("docs", /\.md$/)];
const read = (percorso: string): string => readFileSync(join(RADICE, percorso), "utf8");
const withoutCode = (testo: string): string => testo.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");

describe("every page", () => {
  it.each(PAGINE)("%s has only links that lead somewhere", (pagina) => {
    const collegamenti = [...withoutCode(read(pagina)).matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1] ?? "");
    const rotti = collegamenti.filter(
      (meta) => !/^(https?:|mailto:|#)/.test(meta) && !existsSync(join(RADICE, dirname(pagina), meta.split("#")[0] ?? "")),
    );
    expect(rotti).toEqual([]);
  });

  it.each(PAGINE)("%s names only scripts that exist", (pagina) => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
    const nominati = [...read(pagina).matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map((m) => m[1] ?? m[2] ?? "");
    expect(nominati.filter((nome) => !(nome in scripts))).toEqual([]);
  });

  it.each(PAGINE)("%s names only files and folders that exist", (pagina) => {
    const cartelle = "functions|shared|infra|events|local|tests|bench|docs|web";
    const nominati = [...read(pagina).matchAll(new RegExp(`\`((?:${cartelle})/[\\w./-]*[\\w/])\``, "g"))].map((m) => m[1] ?? "");
    expect(nominati.filter((percorso) => !existsSync(join(RADICE, percorso)))).toEqual([]);
  });
});

describe("the README", () => {
  it("gives the base path of every API", () => {
    expect(Object.values(API_BASE).filter((base) => !read("README.md").includes(base))).toEqual([]);
  });

  it("shows every folder of the repository", () => {
    const cartelle = ["functions", "shared", "infra", "events", "local", "tests", "bench", "docs"];
    expect(cartelle.filter((cartella) => !read("README.md").includes(`${cartella}/`))).toEqual([]);
  });
});

describe("docs/openapi", () => {
  // The header Fiorino-Prova is read off the answer (runtime/http-operation.ts): a field of that name with another meaning would put it where it does not belong.
  it.each(listFile("docs/openapi", /^[\w-]+\.json$/))("%s says `prova` only of what is in prova", (documento) => {
    const trovati: unknown[] = [];
    JSON.parse(read(documento), (nome, valore) => {
      if (nome === "properties" && valore?.prova !== undefined)
        trovati.push(valore.prova.const ?? valore.prova.enum?.[0] ?? valore.prova.$ref);
      return valore;
    });
    expect(trovati.filter((valore) => valore !== true)).toEqual([]);
  });
});

describe("docs/data-model.md", () => {
  const testo = read("docs/data-model.md");

  it("names every table and index", () => {
    const nomi = tabelle.flatMap(({ nome, indici }) => [nome, ...indici.map((indice) => indice.nome)]);
    expect(nomi.filter((nome) => !testo.includes(`\`${nome}\``))).toEqual([]);
  });

  it("names the prefix of every key that the adapters write", () => {
    const prefissi = readSorgenti(["shared/adapters/archivio"], /^(chiavi|mapp)/).flatMap(({ testo: codice }) =>
      [...codice.matchAll(/`([A-Z][A-Z0-9]+)#\$\{/g)].map((m) => `${m[1]}#`),
    );
    expect(prefissi.length).toBeGreaterThan(20);
    expect([...new Set(prefissi)].filter((prefisso) => !testo.includes(prefisso))).toEqual([]);
  });
});

describe("docs/glossario.md", () => {
  it("explains each noun once, in alphabetical order", () => {
    const voci = [...read("docs/glossario.md").matchAll(/^\| \*\*([^*]+)\*\*/gm)].map((m) => m[1] ?? "");
    expect(voci.length).toBeGreaterThan(30);
    expect(voci).toEqual([...new Set(voci)].sort((a, b) => a.localeCompare(b, "it")));
  });
});

describe("docs/dependencies.md", () => {
  it("explains every dependency that package.json declares, and no other", () => {
    const {
      dependencies,
      devDependencies,
      optionalDependencies,
    }: Record<string, Record<string, string>> = JSON.parse(read("package.json"));
    const dichiarate = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const spiegate = [...read("docs/dependencies.md").matchAll(/^\| (`.+?) \|/gm)].flatMap((riga) =>
      [...(riga[1] ?? "").matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? ""),
    );
    expect(spiegate.sort()).toEqual(dichiarate.sort());
  });
});

describe("the licence", () => {
  it("is the same for package.json, publiccode.yml and LICENSE", () => {
    const { license }: { license: string } = JSON.parse(read("package.json"));
    expect(read("publiccode.yml")).toContain(`license: ${license}`);
    expect(read("LICENSE")).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
  });
});
