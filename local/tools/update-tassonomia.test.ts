import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EDIZIONE, ELENCO, FINE_VALIDITA } from "../../shared/domain/pendenze/tassonomia-elenco.ts";
import { drawElenco } from "./update-tassonomia.ts";

const MOTIVI: Readonly<Record<string, string>> = { I: "IM", T: "TS", P: "SP", S: "SA", A: "AP" };
const riga = (codice: string, inizio: string, fine: string, versione: string = EDIZIONE.versione) => ({
  ...{ "DATI SPECIFICI DI INCASSO": `9/${codice}/`, "DATA INIZIO VALIDITA": inizio, "DATA FINE VALIDITA": fine },
  "VERSIONE TASSONOMIA": versione,
});
/** As the list writes them, month first. */
const americana = (data: string): string => `${data.slice(5, 7)}/${data.slice(8)}/${data.slice(0, 4)}`;

it("writes the list that the product carries from the entries that it stands for", () => {
  const righe = Object.entries(ELENCO).flatMap(([area, lettere]) =>
    [...lettere].flatMap((lettera, i) => {
      const codice = `${area}${100 + i}${MOTIVI[lettera]}`;
      return lettera === "-" ? [] : [riga(codice, "01/31/1900", americana(FINE_VALIDITA[codice] ?? "2080-01-01"))];
    }),
  );
  const [prima] = righe;
  if (prima) prima["DATA INIZIO VALIDITA"] = americana(EDIZIONE.data);
  const file = join(import.meta.dirname, "../../shared/domain/pendenze/tassonomia-elenco.ts");
  expect(drawElenco(JSON.stringify(righe.reverse()))).toBe(readFileSync(file, "utf8"));
});

it("understands dates in either order, and does not guess", () => {
  const elenco = (inizio: string) => drawElenco(JSON.stringify([riga("0101102TS", inizio, "05/04/2021", "9")]));
  expect(elenco("15/02/2021")).toContain('"0101102TS": "2021-04-05"');
  expect(elenco("02/15/2021")).toContain('"0101102TS": "2021-05-04"');
  expect(elenco("02/15/2021")).toContain('"0101": "--T"');
  expect(() => elenco("02/03/2021")).toThrow(/giorno o il mese/);
});
