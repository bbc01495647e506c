import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getEntrata",
  { idEntrata: "TARI" },
  { idEntrata: "TARI", descrizione: "Entrata TARI", tipoContabilita: "ALTRO" },
  [["an income code that does not exist", { params: { idEntrata: "ALTRA" } }, 404, /404000/]],
);
