import { describe, expect, it } from "vitest";
import { COMUNE, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(prova, "findDomini", { chiave: "idDominio" }, [
  ["all of them by name", {}, [COMUNE, UNIONE]],
  ["all of them by name, backwards", { query: { ordinamento: "-ragioneSociale" } }, [UNIONE, COMUNE]],
  ["all of them by code", { query: { ordinamento: "+idDominio" } }, [COMUNE, UNIONE]],
  ["those of a limited operator", { as: "operatore-limitato" }, [COMUNE]],
  ["by part of the name, any case", { query: { ragioneSociale: "UNIONE" } }, [UNIONE]],
  ["by code", { query: { idDominio: COMUNE } }, [COMUNE]],
  ["by station", { query: { idStazione: STAZIONE } }, [COMUNE, UNIONE]],
  ["none of another station", { query: { idStazione: "80008000801_99" } }, []],
  ["the disabled ones", { query: { abilitato: "false" } }, []],
  ["the beneficiaries only", { query: { intermediato: "false" } }, []],
  ["those with a form", { query: { form: "true" } }, []],
]);

describe("GET findDomini with form", () => {
  it("finds a creditor once one of its types has a form for operators", async () => {
    const form = { tipo: "formly", definizione: "e30=" };
    const body = { portaleBackoffice: { abilitato: true, form } };
    await prova.invoke("addTipoPendenzaDominio", { params: { idDominio: UNIONE, idTipoPendenza: "MENSA" }, body });
    const { body: elenco } = await prova.invoke("findDomini", { query: { form: "true", campi: "idDominio" } });
    expect(elenco["risultati"]).toEqual([{ idDominio: UNIONE }]);
  });
});
