import { beforeAll } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { SERVIZI } from "../pagopa/servizi.ts";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idDominio: COMUNE, idTipoPendenza: "COSAP" };
const body = {
  codificaIUV: "5",
  modalitaPagoPA: "GPD",
  abilitato: false,
  pagaTerzi: null,
  avvisaturaAppIO: { apiKey: "SegretaIo-1", promemoriaAvviso: { abilitato: true } },
};

const con = (altro: object) => ({ params, body: { servizioPagoPA: { ...SERVIZI["CIE"], ...altro } } });

beforeAll(async () => {
  await prova.invoke("addTipoPendenza", { params: { idTipoPendenza: "COSAP" }, body: { descrizione: "Canone", codificaIUV: "1" } });
  const tari = { params: { ...params, idTipoPendenza: "TARI" }, body: con({ idServizio: "77777" }).body };
  await prova.invoke("addTipoPendenzaDominio", tari);
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
      valori: { codificaIUV: "5", modalitaPagoPA: "GPD", abilitato: false, avvisaturaAppIO: { promemoriaAvviso: { abilitato: true } } },
    },
    segreti: ["SegretaIo"],
  },
  [
    ["a description, which is of the common type", { params, body: { descrizione: "x" } }, 400, /descrizione/],
    ["a type that is not registered", { params: { ...params, idTipoPendenza: "ALTRO" }, body }, 422, /TVR_000 idTipoPendenza: ALTRO/],
    ["an unknown creditor", { params: { ...params, idDominio: "00000000000" }, body }, 404, /404000/],
    [
      "a service with an expression that cannot be read",
      con({ pendenza: { causale: "{{ targa }}" } }),
      422,
      /causale: il file non ha la colonna targa/,
    ],
    ["a service that chooses its creditor", con({ pendenza: { idDominio: UNIONE } }), 422, /pendenza\.idDominio: non ammesso/],
    ["a service that ends before it begins", con({ dataFineValidita: "2020-01-01" }), 422, /dataFineValidita/],
    ["a service of an unknown application", con({ idA2A: "ALTRA" }), 422, /servizioPagoPA\.idA2A: ALTRA/],
    ["a service that another type has", con({ idServizio: "77777" }), 422, /77777\/00001 è già del tipo TARI/],
    ["a service without its five characters", con({ idServizio: "123" }), 400, /idServizio: attesi 5 caratteri/],
    ["a schema out of the catalogue", con({ schema: "Altro" }), 400, /schema/],
    ["a creditor of others, as if it did not exist", { params: { ...params, idDominio: UNIONE }, body, as: LIMITATO }, 404, /404000/],
  ],
);
