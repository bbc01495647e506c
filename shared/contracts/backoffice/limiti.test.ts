/** Every field of every write of the registry, at and past the limits that the reference gives it. */
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { operazioniBackoffice } from "./operazioni.ts";
import { IDENTIFICATIVI, LIMITI } from "./prove/limiti.ts";

const schemaDi = (id: string): { readonly body: z.ZodType; readonly params: z.ZodObject } => {
  const operazione = operazioniBackoffice.find((o) => o.id === id);
  if (!operazione?.body || !operazione.params) throw new Error(`${id} non è una scrittura`);
  return { body: operazione.body, params: operazione.params };
};

const isOggetto = (valore: unknown): valore is Record<string, unknown> => typeof valore === "object" && valore !== null;

/** A copy of the body with another value at a path. */
const set = (base: Readonly<Record<string, unknown>>, percorso: readonly string[], valore: unknown): Record<string, unknown> => {
  const [primo = "", ...resto] = percorso;
  const figlio = base[primo];
  return { ...base, [primo]: resto.length === 0 ? valore : set(isOggetto(figlio) ? figlio : {}, resto, valore) };
};

const breve = (valore: unknown): string => (JSON.stringify(valore) ?? "assente").slice(0, 60);

describe.each(Object.entries(LIMITI))("%s", (id, { base, campi }) => {
  const { body } = schemaDi(id);

  it("takes the whole body", () => {
    expect(body.safeParse(base).error?.issues ?? []).toEqual([]);
  });

  it.each(Object.entries(campi))("%s: what is within its limits passes, what is past them is refused by name", (campo, { si, no }) => {
    const percorso = campo.split(".");
    const con = (valore: unknown) => body.safeParse(set(base, percorso, valore));
    const rifiutati = si.filter((valore) => !con(valore).success).map(breve);
    const passati = no.filter((valore) => con(valore).success).map(breve);
    const senzaNome = no
      .map((valore) => con(valore).error?.issues.map(({ path }) => path.join(".")) ?? [])
      .filter((nomi) => !nomi.some((nome) => nome.startsWith(campo) || campo.startsWith(nome)));
    expect({ rifiutati, passati, senzaNome }).toEqual({ rifiutati: [], passati: [], senzaNome: [] });
  });

  it("takes no field that nobody declared", () => {
    for (const nome of ["campoIgnoto", "__proto__", "constructor"]) {
      const estraneo = body.safeParse(
        JSON.parse(JSON.stringify(base).replace(/^\{/, `{"${nome}":1${Object.keys(base).length > 0 ? "," : ""}`)),
      );
      expect([nome, estraneo.success]).toEqual([nome, false]);
    }
  });

  it("has a limit in the table for each of its fields", () => {
    const schema = z.toJSONSchema(body, { io: "input", unrepresentable: "any" });
    const mancanti = Object.keys(schema.properties ?? {}).filter(
      (nome) => !Object.keys(campi).some((campo) => campo.split(".")[0] === nome),
    );
    expect(mancanti).toEqual([]);
  });
});

describe("identifiers in the paths of the writes", () => {
  it.each(Object.keys(LIMITI).flatMap((id) => Object.keys(schemaDi(id).params.shape).map((nome) => [id, nome] as const)))(
    "%s: %s",
    (id, nome) => {
      const limite = IDENTIFICATIVI[nome];
      if (!limite) throw new Error(`${nome} non è nella tavola`);
      const { params } = schemaDi(id);
      const soloQuello = z.object({ [nome]: params.shape[nome] ?? z.never() });
      expect(limite.si.filter((valore) => !soloQuello.safeParse({ [nome]: valore }).success).map(breve)).toEqual([]);
      expect(limite.no.filter((valore) => soloQuello.safeParse({ [nome]: valore }).success).map(breve)).toEqual([]);
    },
  );
});
