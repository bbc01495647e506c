import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { operazioni } from "../../shared/contracts/index.ts";
import { API_REST, BINARIO, defineOperation } from "../../shared/contracts/operation.ts";
import { registroDiProva } from "../fixture/registro.ts";
import { buildDocumento, buildDocumentoPagopa } from "./documento.ts";
import { contrattoDi } from "./risposte-esempio.ts";

const sostituisciProva = defineOperation({
  api: "pendenze",
  id: "sostituisciProva",
  method: "PATCH",
  path: "/prove/{idProva}",
  summary: "Sostituisce una prova",
  auth: ["applicazione"],
  capacita: [],
  peso: "scrittura",
  params: z.strictObject({ idProva: z.string() }),
  body: z.strictObject({ nota: z.string() }),
  responses: { 200: z.undefined() },
  errors: ["PRECONDIZIONE"],
});

const stampaProva = defineOperation({
  api: "pendenze",
  id: "stampaProva",
  method: "PUT",
  path: "/prove/{idProva}",
  summary: "Stampa una prova",
  risorsa: "prove",
  auth: ["anonimo"],
  acl: { servizi: ["API Pendenze", "Pendenze"], diritto: "W" },
  capacita: [],
  peso: "pdf",
  params: z.strictObject({ idProva: z.string() }),
  query: z.strictObject({ copie: z.coerce.number().int().optional() }),
  body: z.strictObject({ nota: z.string() }),
  responses: { 200: { "application/pdf": BINARIO }, 201: z.undefined() },
  errors: ["NON_TROVATO", "DOM_000", "DOM_001"],
});

type Documento = { paths: Record<string, Record<string, Record<string, unknown>>>; components: Record<string, Record<string, unknown>> };

interface Risposta {
  readonly content?: Record<string, { readonly example?: unknown; readonly examples?: unknown }>;
}

const RADICE = fileURLToPath(new URL("../..", import.meta.url));
let radice: string;
let documento: Documento;
beforeAll(() => {
  radice = mkdtempSync(join(tmpdir(), "fiorino-openapi-"));
  const cartella = join(radice, "events/pendenze/stampaProva");
  mkdirSync(cartella, { recursive: true });
  writeFileSync(join(cartella, "con-nota.json"), JSON.stringify({ body: JSON.stringify({ nota: "prova" }) }));
  writeFileSync(join(cartella, "senza-corpo.json"), JSON.stringify({ rawPath: "/x" }));
  writeFileSync(join(cartella, "rifiutata.json"), JSON.stringify({ body: { nota: 1 }, expected: { status: 400 } }));
  documento = buildDocumento("pendenze", [...registroDiProva.operazioni.pendenze, stampaProva, sostituisciProva], radice) as Documento;
});
afterAll(() => rmSync(radice, { recursive: true, force: true }));

const operazione = (metodo: string, percorso: string) => documento.paths[percorso]?.[metodo] ?? {};

/** A part of the document, followed to its component where it only names it. */
const risolvi = <T>(parte: T): T => {
  const [, gruppo = "", nome = ""] = /^#\/components\/(\w+)\/(.+)$/.exec(String(Object(parte).$ref)) ?? [];
  return (documento.components[gruppo]?.[nome] ?? parte) as T;
};

describe("il documento pubblico di un'API", () => {
  it("ha un'operazione per voce del registro, anche sullo stesso percorso", () => {
    expect(Object.keys(documento.paths["/prove/{idProva}"] ?? {}).sort()).toEqual(["get", "patch", "put"]);
    expect(operazione("put", "/prove/{idProva}")).toMatchObject({ operationId: "stampaProva", tags: ["prove"] });
  });

  it("raccoglie per stato gli errori dichiarati e quelli comuni", () => {
    const risposte = operazione("get", "/prove/{idProva}").responses as Record<string, { description: string }>;
    expect(Object.keys(risposte)).toEqual(["200", "400", "401", "403", "404", "413", "429", "500", "503"]);
    const stampa = operazione("put", "/prove/{idProva}").responses as Record<string, { description: string }>;
    expect(risolvi(stampa["422"])?.description).toBe("`DOM_000` Dominio sconosciuto; `DOM_001` Dominio disabilitato");
  });

  it("scrive una volta sola la risposta che più operazioni danno", () => {
    const [letta, cambiata] = ["get", "patch"].map((metodo) => operazione(metodo, "/prove/{idProva}").responses as Record<string, object>);
    expect(letta?.["403"]).toEqual({ $ref: "#/components/responses/403.NON_AUTORIZZATO" });
    expect(cambiata?.["403"]).toEqual(letta?.["403"]);
  });

  it("non promette 401 né 403 a chi non deve dire chi è", () => {
    expect(Object.keys(operazione("put", "/prove/{idProva}").responses ?? {})).not.toContain("401");
    expect(operazione("put", "/prove/{idProva}").security).toEqual([{}]);
  });

  it("accetta dall'applicazione la password o la coppia di chiavi", () => {
    expect(operazione("get", "/prove/{idProva}").security).toEqual([{ basic: [] }, { appId: [], apiKey: [] }, { token: [] }]);
    expect(Object.keys(documento.components.securitySchemes ?? {})).toEqual([
      "basic",
      "appId",
      "apiKey",
      "token",
      "sessione",
      "cittadino",
      "certificato",
    ]);
  });

  it("descrive il diritto richiesto, i parametri e le rappresentazioni che non sono JSON", () => {
    const stampa = operazione("put", "/prove/{idProva}");
    expect(stampa.description).toBe("Richiede il diritto di scrittura su API Pendenze o Pendenze.");
    expect((stampa.parameters as object[]).map(risolvi)).toMatchObject([
      { in: "path", name: "idProva", example: "Esempio" },
      { in: "query", name: "copie" },
    ]);
    expect(stampa.responses).toMatchObject({ "200": { content: { "application/pdf": { schema: { type: "string", format: "binary" } } } } });
    expect((stampa.responses as Record<string, object>)["201"]).toEqual({ description: "Created" });
  });

  it("dice le intestazioni che valgono per ogni scrittura di chi si fa riconoscere, e ciò che possono dare", () => {
    const intestazioni = (metodo: string) =>
      ((operazione(metodo, "/prove/{idProva}").parameters ?? []) as { in: string; name: string }[])
        .map(risolvi)
        .flatMap((p) => (p.in === "header" ? p.name : []));
    expect(["get", "put", "patch"].map(intestazioni)).toEqual([[], [], ["Idempotency-Key", "If-Match"]]);
    const responses = operazione("patch", "/prove/{idProva}").responses as Record<string, object>;
    expect(risolvi(responses["409"])).toMatchObject({ description: expect.stringContaining("409003") });
    expect(risolvi(responses["422"])).toMatchObject({ description: expect.stringContaining("422001") });
  });

  it("prende gli esempi dalle invocazioni di prova che hanno un corpo", () => {
    expect(JSON.stringify(operazione("put", "/prove/{idProva}").requestBody)).toContain(
      '"examples":{"con-nota":{"value":{"nota":"prova"}}}',
    );
  });
});

describe("gli esempi di risposta", () => {
  it.each(API_REST)("%s ne ha uno per ogni risposta e corpo, e ogni esempio JSON è ciò che il contratto ammette", (api) => {
    const senza: string[] = [];
    const { paths, components } = buildDocumento(api, operazioni[api], RADICE) as Documento;
    for (const { id, method, path, responses } of operazioni[api]) {
      const scritta = paths[path]?.[method.toLowerCase()];
      const scritte = Object(scritta?.["responses"]) as Record<string, Risposta>;
      const { content: corpi } = Object(scritta?.["requestBody"]) as Risposta;
      if (corpi?.["application/json"] && corpi["application/json"].examples === undefined) senza.push(`${id} corpo`);
      for (const [stato, risposta] of Object.entries(responses)) {
        for (const [tipo, { example, examples }] of Object.entries(scritte[stato]?.content ?? {})) {
          if (example === undefined && examples === undefined) senza.push(`${id} ${stato} ${tipo}`);
          if (tipo !== "application/json" || example === undefined) continue;
          expect([id, contrattoDi(risposta)?.safeParse(example).success]).toEqual([id, true]);
        }
      }
      for (const parametro of Object(scritta?.["parameters"] ?? []) as { $ref?: string; in?: string; name?: string; example?: unknown }[]) {
        const {
          in: posto,
          name,
          example,
        } = parametro.$ref
          ? (Object(components["parameters"])[parametro.$ref.replace("#/components/parameters/", "")] as typeof parametro)
          : parametro;
        if (posto === "path" && example === undefined) senza.push(`${id} ${name}`);
      }
    }
    expect(senza).toEqual([]);
  });

  it("non c'è dove il contratto rifiuterebbe ciò che lo schema ammette", () => {
    const impossibile = defineOperation({ ...sostituisciProva, responses: { 200: z.object({ nota: z.string() }).refine(() => false) } });
    const { paths } = buildDocumento("pendenze", [impossibile], radice) as Documento;
    expect(JSON.stringify(paths["/prove/{idProva}"]?.["patch"]?.["responses"])).not.toContain('"example"');
  });
});

describe("il documento dei servizi SOAP", () => {
  it("elenca l'endpoint unico e le primitive", () => {
    const { paths } = buildDocumentoPagopa(registroDiProva, radice) as Documento;
    expect(Object.keys(paths)).toEqual(["/paForNode", "/paForNode/paProva"]);
    expect(JSON.stringify(paths["/paForNode"])).toContain("paProvaReq");
  });
});
