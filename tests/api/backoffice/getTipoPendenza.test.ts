import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getTipoPendenza",
  { idTipoPendenza: "TARI" },
  { idTipoPendenza: "TARI", descrizione: "Tipo TARI", pagaTerzi: true, abilitato: true },
  [["a type that does not exist", { params: { idTipoPendenza: "ALTRO" } }, 404, /404000/]],
);
