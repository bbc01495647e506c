import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idTipoPendenza: "COSAP" };
const body = {
  descrizione: "Canone",
  codificaIUV: "0102",
  portaleBackoffice: { abilitato: true, form: { tipo: "formly", definizione: "e30=" }, validazione: null, inoltro: "GEST-TRIBUTI" },
  avvisaturaMail: { promemoriaAvviso: { abilitato: true, tipo: "freemarker", oggetto: "T2dn", messaggio: "TWVz", allegaPdf: true } },
  visualizzazione: "e30=",
  pagaTerzi: null,
};

describeScrittura(
  prova,
  "addTipoPendenza",
  { params, body },
  {
    id: "getTipoPendenza",
    attesa: {
      idTipoPendenza: "COSAP",
      descrizione: "Canone",
      codificaIUV: "0102",
      pagaTerzi: false,
      abilitato: true,
      avvisaturaMail: body.avvisaturaMail,
    },
  },
  [
    ["no description", { params, body: {} }, 400, /descrizione/],
    ["an IUV code that is not digits", { params, body: { ...body, codificaIUV: "A" } }, 400, /codificaIUV/],
    [
      "a form without definition",
      { params, body: { ...body, portaleBackoffice: { abilitato: true, form: { tipo: "formly" } } } },
      400,
      /portaleBackoffice\.form\.definizione/,
    ],
    [
      "a negative notice period",
      { params, body: { ...body, avvisaturaAppIO: { promemoriaScadenza: { abilitato: true, preavviso: -1 } } } },
      400,
      /preavviso/,
    ],
    ["who works for some creditors only", { params, body, as: LIMITATO }, 403, /comune a tutti i domini/],
  ],
);
