import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOperation, register } from "./new-operation.ts";

const ELENCO = `/** Operations of the API Pendenze, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { getAvviso } from "./avvisi.ts";

export const operazioniPendenze: readonly Operazione[] = [
  getAvviso,
];
`;

let radice: string;
beforeEach(() => {
  radice = mkdtempSync(join(tmpdir(), "fiorino-nuova-"));
  for (const api of ["pendenze", "backoffice"]) {
    mkdirSync(join(radice, "shared/contracts", api), { recursive: true });
    writeFileSync(join(radice, "shared/contracts", api, "operazioni.ts"), ELENCO);
  }
});
afterEach(() => rmSync(radice, { recursive: true, force: true }));

describe("una nuova operazione", () => {
  it("nasce con contratto, funzione, test ed esempio, ed è nel registro", () => {
    expect(createOperation({ api: "pendenze", id: "updateVoce" }, radice)).toEqual([
      "shared/contracts/pendenze/update-voce.ts",
      "functions/pendenze/updateVoce.ts",
      "tests/api/pendenze/updateVoce.test.ts",
      "events/pendenze/updateVoce/esempio.json",
      "shared/contracts/pendenze/operazioni.ts",
    ]);
    const elenco = readFileSync(join(radice, "shared/contracts/pendenze/operazioni.ts"), "utf8");
    expect(elenco).toContain('import { updateVoce } from "./update-voce.ts";');
    expect(elenco).toContain("  getAvviso,\n  updateVoce,\n];");
    expect(readFileSync(join(radice, "functions/pendenze/updateVoce.ts"), "utf8").split("\n").length).toBeLessThanOrEqual(25);
    expect(JSON.parse(readFileSync(join(radice, "events/pendenze/updateVoce/esempio.json"), "utf8"))).toMatchObject({
      version: "2.0",
      rawPath: "/pendenze/v2/voce/1",
    });
  });

  it("nel Backoffice sta nella cartella della sua risorsa", () => {
    expect(createOperation({ api: "backoffice", id: "findDomini", risorsa: "domini" }, radice)).toContain(
      "functions/backoffice/domini/findDomini.ts",
    );
    expect(readFileSync(join(radice, "functions/backoffice/domini/findDomini.ts"), "utf8")).toContain(
      'from "../../../shared/contracts/backoffice/find-domini.ts"',
    );
  });

  it("non sovrascrive nulla", () => {
    createOperation({ api: "pendenze", id: "getVoce" }, radice);
    expect(() => createOperation({ api: "pendenze", id: "getVoce" }, radice)).toThrow("Esiste già: shared/contracts/pendenze/get-voce.ts");
  });

  it.each([
    [{ api: "pagopa", id: "getX" }, /API sconosciuta: pagopa/],
    [{ api: "pendenze", id: "voce" }, /operationId non valido: voce/],
    [{ api: "pendenze", id: "getVoce", risorsa: "../fuori" }, /Risorsa non valida/],
  ])("rifiuta %o", (nuova, messaggio) => {
    expect(() => createOperation(nuova, radice)).toThrow(messaggio);
  });

  it("lo dice, quando l'elenco non ha più la forma attesa", () => {
    expect(() => register("export const altro = 1;", "getVoce", "get-voce")).toThrow(/aggiungere a mano/);
  });
});
