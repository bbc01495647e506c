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
    ...[
      ["a schema that is not one", "bm9u", /portaleBackoffice\.validazione: non è JSON/],
      ["a schema of elsewhere", { $ref: "https://altrove.example/s.json" }, /riferimenti interni/],
      ["a schema with an expression that cannot be run in a bounded time", { pattern: "^(?=.*a)b" }, /pattern: .*niente controlli/],
      ["a schema that turns on itself", { $ref: "#" }, /gira su se stesso/],
    ].map(
      ([caso, validazione, atteso]) =>
        [`${caso}`, { params, body: { ...body, portaleBackoffice: { abilitato: true, validazione } } }, 400, atteso as RegExp] as const,
    ),
    ["more than the store can hold", { params, body: { ...body, visualizzazione: "A".repeat(300_001) } }, 400, /300000 in tutto/],
    ["who works for some creditors only", { params, body, as: LIMITATO }, 403, /comune a tutti i domini/],
  ],
);
