import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idIntermediario: "99999000013" };
const body = {
  denominazione: "Nuovo intermediario",
  principalPagoPa: "nodo-nuovo",
  passwordPagoPa: "SegretaNodo-1",
  servizioPagoPa: {
    urlRPT: "https://nodo.example/rpt",
    auth: { username: "utente", password: "SegretaRpt-1" },
    subscriptionKey: "SegretaChiave-1",
  },
  servizioPagoPaCheckout: { url: "https://checkout.example/ec/v1", subscriptionKey: "SegretaChiave-2" },
  servizioPagoPaFR: { url: "https://fdr.example/v1", auth: { headerName: "Ocp-Apim-Subscription-Key", headerValue: "SegretaChiave-3" } },
  servizioPagoPaGPD: {
    url: "https://gpd.example",
    auth: { clientId: "c", clientSecret: "SegretaOauth-1", urlTokenEndpoint: "https://idp.example/token" },
    abilitaGDE: true,
  },
  servizioPagoPaACA: null,
  abilitato: true,
};
const con = (campi: object) => ({ params, body: { ...body, ...campi } });

describeScrittura(
  prova,
  "addIntermediario",
  { params, body },
  {
    id: "getIntermediario",
    attesa: {
      idIntermediario: "99999000013",
      principalPagoPa: "nodo-nuovo",
      passwordPagoPa: true,
      servizioPagoPa: { urlRPT: "https://nodo.example/rpt", auth: { username: "utente" } },
      servizioPagoPaCheckout: { url: "https://checkout.example/ec/v1" },
      servizioPagoPaFR: { url: "https://fdr.example/v1", auth: { headerName: "Ocp-Apim-Subscription-Key" } },
      servizioPagoPaGPD: {
        url: "https://gpd.example",
        auth: { clientId: "c", urlTokenEndpoint: "https://idp.example/token" },
        abilitaGDE: true,
      },
      abilitato: true,
      stazioni: [],
    },
    segreti: ["SegretaNodo", "SegretaRpt", "SegretaChiave", "SegretaOauth"],
  },
  [
    ["a code that is not 11 digits", { params: { idIntermediario: "123" }, body }, 400, /SINTASSI idIntermediario.*11 cifre/],
    ["no connector", con({ servizioPagoPa: undefined }), 400, /servizioPagoPa/],
    [
      "an address inside our network",
      con({ servizioPagoPaACA: { url: "https://169.254.169.254/" } }),
      400,
      /servizioPagoPaACA\.url: .*interno/,
    ],
    [
      "an address in clear",
      con({ servizioPagoPa: { urlRPT: "http://nodo.example/rpt" } }),
      400,
      /servizioPagoPa\.url: atteso un indirizzo https/,
    ],
    ["an address that is not http", con({ servizioPagoPaCheckout: { url: "ftp://x" } }), 400, /servizioPagoPaCheckout\.url.*http/],
    [
      "credentials of no known kind",
      con({ servizioPagoPaFR: { url: "https://fdr.example", auth: { tipo: "Client" } } }),
      400,
      /servizioPagoPaFR\.auth.*username e password/,
    ],
    [
      "new credentials without the secret",
      con({ servizioPagoPaACA: { url: "https://aca.example", auth: { username: "u" } } }),
      400,
      /servizioPagoPaACA\.auth\.password/,
    ],
    [
      "a secret kept while the address changes",
      con({ servizioPagoPa: { urlRPT: "https://altrove.example", auth: { username: "utente" } } }),
      400,
      /servizioPagoPa\.auth\.password/,
    ],
    ["a weak password of the Node", con({ passwordPagoPa: "debole" }), 400, /passwordPagoPa.*8 caratteri/],
    ["the principal of an application", con({ principalPagoPa: "gest-tributi" }), 409, /409001 principalPagoPa: gest-tributi/],
    ["who works for some creditors only", { params, body, as: LIMITATO }, 403, /403000.*comune a tutti i domini/],
  ],
);
