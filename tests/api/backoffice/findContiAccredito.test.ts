import { COMUNE, IBAN_COMUNE, IBAN_POSTALE } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(
  prova,
  "findContiAccredito",
  { chiave: "iban", params: { idDominio: COMUNE } },
  [
    ["all of them by IBAN", {}, [IBAN_POSTALE, IBAN_COMUNE]],
    ["backwards", { query: { ordinamento: "-ibanAccredito" } }, [IBAN_COMUNE, IBAN_POSTALE]],
    ["by part of the IBAN", { query: { iban: "07601" } }, [IBAN_POSTALE]],
    ["none among the disabled", { query: { abilitato: "false" } }, []],
  ],
  [["an unknown creditor", { params: { idDominio: "00000000000" } }, 404, /404000/]],
);
