import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idEntrata: "COSAP" };
const body = { descrizione: "Canone", tipoContabilita: "ALTRO", codiceContabilita: "0301101TP" };

describeScrittura(prova, "addEntrata", { params, body }, { id: "getEntrata", attesa: { idEntrata: "COSAP", ...body } }, [
  ["an unknown kind of accounting", { params, body: { ...body, tipoContabilita: "BOH" } }, 400, /tipoContabilita/],
  ["an accounting code with blanks", { params, body: { ...body, codiceContabilita: "a b c" } }, 400, /codiceContabilita/],
  ["no description", { params, body: { ...body, descrizione: undefined } }, 400, /descrizione/],
  ["an id with characters that are not allowed", { params: { idEntrata: "a/b" }, body }, 400, /idEntrata/],
  ["who works for some creditors only", { params, body, as: LIMITATO }, 403, /comune a tutti i domini/],
]);
