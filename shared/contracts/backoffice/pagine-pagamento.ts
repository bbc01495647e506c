/** Payment pages of a creditor: written by operators, printed as a poster, sent around as prefilled links (docs/form.md). */
import * as z from "zod";
import { email, giorno, idDominio, importo, testo } from "../comuni/campi.ts";
import { booleanoQuery, listaPaginata } from "../comuni/pagina.ts";
import { codiceFiscalePagina, idPagina, PaginaPagamentoPost, rispostePagina, STATI_PAGINA } from "../comuni/pagine-pagamento.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { letturaSu, parametriElenco, scritturaSu } from "./comuni.ts";

const opz = z.exactOptional;
const params = z.strictObject({ idDominio, idPagina });
const risorsa = "pagine-pagamento";

export const PaginaPagamento = z
  .strictObject({
    ...PaginaPagamentoPost.shape,
    idPagina,
    stato: z.enum(STATI_PAGINA),
    indirizzo: z.string().meta({ description: "Dove si paga: è anche nel codice QR della locandina" }),
  })
  .meta({ id: "PaginaPagamento" });

export const findPaginePagamento = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findPaginePagamento",
  path: "/domini/{idDominio}/paginePagamento",
  summary: "Elenco delle pagine di pagamento di un dominio",
  risorsa,
  params: z.strictObject({ idDominio }),
  query: z.strictObject({ ...parametriElenco(PaginaPagamento, ["idPagina"], "idPagina"), abilitata: opz(booleanoQuery) }),
  responses: { 200: listaPaginata(PaginaPagamento.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

export const getPaginaPagamento = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getPaginaPagamento",
  path: "/domini/{idDominio}/paginePagamento/{idPagina}",
  summary: "Dettaglio di una pagina di pagamento, o la sua locandina A4 in PDF con il codice QR",
  risorsa,
  peso: "pdf",
  params,
  responses: { 200: { "application/json": PaginaPagamento, "application/pdf": BINARIO } },
  errors: ["NON_TROVATO"],
});

export const addPaginaPagamento = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addPaginaPagamento",
  path: "/domini/{idDominio}/paginePagamento/{idPagina}",
  summary: "Aggiunge o sostituisce una pagina di pagamento",
  description:
    "Una pagina è un indirizzo dove chiunque paga un importo fisso, o uno libero entro i suoi limiti, senza un avviso. Con pagamentiMassimi o totaleMassimo chi compila " +
    "prende un posto per giorniPerPagare giorni; poi, se non ha pagato, il posto è di altri. Non si toglie: si sospende con abilitata=false.",
  risorsa,
  params,
  body: PaginaPagamentoPost,
  errors: ["NON_TROVATO", "CONFLITTO", "PRECONDIZIONE"],
});

const Collegamento = z.strictObject({
  riferimento: testo(70).describe("Per ritrovare la riga: non va nel collegamento"),
  importo: opz(importo),
  identificativo: opz(codiceFiscalePagina),
  anagrafica: opz(testo(70)),
  email: opz(email),
  campi: opz(rispostePagina),
});

export const addCollegamentiPagina = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "addCollegamentiPagina",
  method: "POST",
  path: "/domini/{idDominio}/paginePagamento/{idPagina}/collegamenti",
  summary: "Prepara collegamenti precompilati di una pagina di pagamento, in CSV per un foglio di calcolo o in JSON",
  description:
    "Ciò che un collegamento porta è sigillato: chi paga non può cambiarlo, né leggerlo nell'indirizzo. Vale fino alla scadenza, al più un anno: 365 giorni se non è detta. Non è conservato nulla.",
  risorsa,
  acl: { servizi: ["Anagrafica Creditore"], diritto: "W" },
  params,
  body: z
    .strictObject({ scadenza: giorno.optional(), collegamenti: z.array(Collegamento).min(1).max(1_000) })
    .meta({ id: "CollegamentiPaginaPost" }),
  responses: {
    200: {
      "text/csv": BINARIO,
      "application/json": z
        .strictObject({ collegamenti: z.array(z.strictObject({ riferimento: z.string(), indirizzo: z.string() })) })
        .meta({ id: "CollegamentiPagina" }),
    },
  },
  errors: ["NON_TROVATO"],
});
