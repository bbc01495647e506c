import { beforeAll } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idDominio: COMUNE, idTipoPendenza: "COSAP" };
const body = {
  codificaIUV: "5",
  abilitato: false,
  pagaTerzi: null,
  avvisaturaAppIO: { apiKey: "SegretaIo-1", promemoriaAvviso: { abilitato: true } },
};

beforeAll(async () => {
  await prova.invoke("addTipoPendenza", { params: { idTipoPendenza: "COSAP" }, body: { descrizione: "Canone", codificaIUV: "1" } });
});

describeScrittura(
  prova,
  "addTipoPendenzaDominio",
  { params, body },
  {
    id: "getTipoPendenzaDominio",
    attesa: {
      idTipoPendenza: "COSAP",
      descrizione: "Canone",
      codificaIUV: "1",
      abilitato: true,
      valori: { codificaIUV: "5", abilitato: false, avvisaturaAppIO: { promemoriaAvviso: { abilitato: true } } },
    },
    segreti: ["SegretaIo"],
  },
  [
    ["a description, which is of the common type", { params, body: { descrizione: "x" } }, 400, /descrizione/],
    ["a type that is not registered", { params: { ...params, idTipoPendenza: "ALTRO" }, body }, 422, /TVR_000 idTipoPendenza: ALTRO/],
    ["an unknown creditor", { params: { ...params, idDominio: "00000000000" }, body }, 404, /404000/],
    ["a creditor of others, as if it did not exist", { params: { ...params, idDominio: UNIONE }, body, as: LIMITATO }, 404, /404000/],
  ],
);
