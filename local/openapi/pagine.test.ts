/** The pages of the API: all there, nothing that leads nowhere, nothing from the outside, and no text of a document that becomes markup. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operazioni } from "../../shared/contracts/index.ts";
import { API_REST } from "../../shared/contracts/operation.ts";
import { PROBLEMI } from "../../shared/contracts/problems.ts";
import type { Documento } from "../tools/client/documento.ts";
import { writeSito } from "../tools/generate-pagine.ts";
import { paginaApi } from "./pagine.ts";

let cartella: string;
/** Path from the root of the site → content, of what has links or anchors. */
const pagine = new Map<string, string>();
beforeAll(() => {
  cartella = mkdtempSync(join(tmpdir(), "fiorino-sito-"));
  writeSito(cartella);
  for (const file of readdirSync(cartella, { recursive: true, encoding: "utf8" }))
    if (file.endsWith(".html")) pagine.set(`/${file}`, readFileSync(join(cartella, file), "utf8"));
});
afterAll(() => rmSync(cartella, { recursive: true, force: true }));

describe("the pages of the API", () => {
  it("are one for each operation of the registry, older versions included", () => {
    const attese = API_REST.flatMap((api) => operazioni[api].map(({ id }) => `/openapi/${api}/${id}.html`));
    expect(attese.filter((percorso) => !pagine.has(percorso))).toEqual([]);
    expect([...API_REST, "pagopa"].filter((api) => !pagine.has(`/openapi/${api}.html`))).toEqual([]);
  });

  it("lead only to what is there, and have no name twice", () => {
    const file = new Set(readdirSync(cartella, { recursive: true, encoding: "utf8" }).map((nome) => `/${nome}`));
    const nomi = new Map([...pagine].map(([percorso, testo]) => [percorso, [...testo.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)]));
    const rotti: string[] = [];
    for (const [percorso, testo] of pagine) {
      const suoi = nomi.get(percorso) ?? [];
      if (new Set(suoi).size < suoi.length) rotti.push(`${percorso}: nomi ripetuti`);
      for (const [, indirizzo = ""] of testo.matchAll(/ (?:href|src)="([^"]+)"/g)) {
        const [dove = "", ancora] = indirizzo.split("#");
        const meta = dove === "" ? percorso : dove;
        if (!file.has(meta) || (ancora !== undefined && !nomi.get(meta)?.includes(ancora))) rotti.push(`${percorso} → ${indirizzo}`);
      }
    }
    expect(rotti).toEqual([]);
  });

  it("are in Italian, each with its title, one main heading and no script inside", () => {
    const titoli = [...pagine]
      .filter(([percorso]) => percorso.startsWith("/openapi/"))
      .map(([percorso, testo]) => {
        expect([percorso, testo.match(/<h1>/g)?.length, testo.includes('<html lang="it">')]).toEqual([percorso, 1, true]);
        expect([...testo.matchAll(/<script(?! type="module" src="\/openapi\/statici\/openapi.js"><)/g)]).toEqual([]);
        return /<title>(.*)<\/title>/.exec(testo)?.[1];
      });
    expect(titoli.length).toBeGreaterThan(350);
    expect(titoli).not.toContain(undefined);
  });

  it("explain every code of a problem where the answers name it", () => {
    const catalogo = pagine.get("/openapi/problemi.html") ?? "";
    expect(Object.values(PROBLEMI).filter(({ codice }) => !catalogo.includes(`id="${codice}"`))).toEqual([]);
    expect(pagine.get("/openapi/pendenze/addPendenza.html")).toContain('<a href="/openapi/problemi.html#DOM_000"><code>DOM_000</code></a>');
  });
});

const OSTILE = `"><img src=x onerror=alert(1)> l'apice 'e' \`codice\``;
const documento = (schemi: Documento["components"]["schemas"] = {}): Documento => ({
  info: { title: "API di prova", version: "1" },
  servers: [{ url: "/prova/v1" }],
  components: { schemas: schemi, securitySchemes: { basic: { description: OSTILE } } },
  paths: {
    "/cose/{id}": {
      put: {
        operationId: "addCosa",
        summary: OSTILE,
        description: OSTILE,
        security: [{ basic: [] }],
        parameters: [{ in: "path", name: "id", required: true, example: "a b", schema: { type: "string", description: OSTILE } }],
        requestBody: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Cosa" },
              examples: { caso: { summary: OSTILE, value: { nota: "l'apice" } } },
            },
          },
        },
        responses: { 200: { description: OSTILE }, 422: { description: `\`DOM_000\` ${OSTILE}` } },
      },
    },
  },
});
const pagina = (schemi: Documento["components"]["schemas"]): string => paginaApi("prova", documento(schemi), "addCosa")?.contenuto ?? "";

describe("the page of an operation", () => {
  it("shows what a document says as text", () => {
    const testo = pagina({ Cosa: { type: "object", description: OSTILE, properties: { [OSTILE]: { enum: [OSTILE] } } } });
    expect(testo).toContain("&gt;&lt;img");
    expect(testo).not.toMatch(/<img/);
  });

  it("gives a command that the shell takes as it is", () => {
    expect(pagina({})).toContain(
      [
        "curl -X PUT &quot;$FIORINO/prova/v1/cose/a%20b&quot; \\",
        "  -u &quot;$UTENTE:$PASSWORD&quot; \\",
        "  -H &quot;Content-Type: application/json&quot; \\",
      ].join("\n"),
    );
    expect(pagina({})).toMatch(/-d (?:'|&apos;|&#39;)\{&quot;nota&quot;:&quot;l(?:'|&apos;|&#39;)\\(?:'|&apos;|&#39;){2}apice/);
  });

  it("cuts the schemas that lead back to themselves, and writes each once", () => {
    const testo = pagina({
      Cosa: {
        type: "object",
        required: ["figli"],
        properties: {
          figli: { type: "array", items: { $ref: "#/components/schemas/Cosa" } },
          altra: { $ref: "#/components/schemas/Altra" },
        },
      },
      Altra: {
        type: "object",
        properties: { cosa: { $ref: "#/components/schemas/Cosa" }, giorno: { $ref: "#/components/schemas/Giorno" } },
      },
      Giorno: { type: "string", format: "date" },
    });
    expect(testo.match(/id="schema-\w+"/g)).toEqual(['id="schema-Cosa"', 'id="schema-Altra"']);
    expect(testo).toContain('elenco di <a href="#schema-Cosa">Cosa</a>');
    expect(testo).toContain("data (AAAA-MM-GG)");
  });

  it("writes the fields of nested objects after theirs, with the whole path and what is compulsory", () => {
    const testo = pagina({
      Cosa: {
        type: "object",
        properties: {
          voci: { type: "array", items: { type: "object", required: ["importo"], properties: { importo: { type: "number" } } } },
        },
      },
    });
    expect(testo).toContain('<code>voci[].importo</code> <span class="fio-obbligatorio">obbligatorio</span>');
  });

  it("gives each form of a union a table of its own", () => {
    const forma = (op: string) => ({ type: "object", properties: { op: { const: op } } });
    const testo = pagina({ Cosa: { oneOf: [forma("ADD"), forma("DELETE")] } });
    expect(testo.match(/id="schema-[\w-]+"/g)).toEqual(['id="schema-Cosa"', 'id="schema-Cosa-forma-1"', 'id="schema-Cosa-forma-2"']);
  });
});
