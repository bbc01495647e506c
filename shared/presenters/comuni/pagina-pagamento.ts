/** Payment pages between wire and domain. */
import type * as z from "zod";
import type { PaginaPagamentoPost } from "../../contracts/comuni/pagine-pagamento.ts";
import { definiti } from "../../domain/definiti.ts";
import { LINGUE_FORM, type LinguaForm } from "../../domain/form/lingue-form.ts";
import {
  type DatiPagina,
  type ImportoPagina,
  idPubblicoDi,
  type PaginaPagamento,
  statoPaginaAl,
  testoIn,
} from "../../domain/pagine/pagina-pagamento.ts";
import { parseImporto, toNumeroJson } from "../../domain/valori/importo.ts";
import type { DatiCollegamento } from "../../ports/collegamenti.ts";

/** The contract let through only what is an amount. */
export const toCentesimi = (numero: number): bigint => {
  const letto = parseImporto(String(numero));
  if (!letto.ok) throw new Error(letto.errore);
  return letto.valore;
};

type ImportoPost = z.output<typeof PaginaPagamentoPost>["importo"];

const toImporto = (importo: ImportoPost): ImportoPagina =>
  importo.tipo === "FISSO"
    ? { tipo: "FISSO", importo: toCentesimi(importo.importo) }
    : { tipo: "LIBERO", minimo: toCentesimi(importo.minimo), massimo: toCentesimi(importo.massimo) };

const presentImporto = (importo: ImportoPagina) =>
  importo.tipo === "FISSO"
    ? ({ tipo: "FISSO", importo: toNumeroJson(importo.importo) } as const)
    : ({ tipo: "LIBERO", minimo: toNumeroJson(importo.minimo), massimo: toNumeroJson(importo.massimo) } as const);

export const toPaginaPagamento = (
  nomi: { readonly idDominio: string; readonly idPagina: string },
  { importo, totaleMassimo, ...campi }: z.output<typeof PaginaPagamentoPost>,
): PaginaPagamento => ({
  ...{ versione: 0, ...nomi, ...campi, importo: toImporto(importo) },
  ...(totaleMassimo !== undefined && { totaleMassimo: toCentesimi(totaleMassimo) }),
});

export const presentPaginaPagamento =
  (oggi: string, urlDi: (id: string) => string) =>
  ({ versione: _versione, idDominio, importo, totaleMassimo, incorporabileDa, ...campi }: PaginaPagamento) => {
    const pagina = { ...campi, versione: 0, idDominio, importo };
    return {
      ...campi,
      campi: campi.campi.map((campo) => ({ ...campo })),
      importo: presentImporto(importo),
      ...(totaleMassimo !== undefined && { totaleMassimo: toNumeroJson(totaleMassimo) }),
      ...(incorporabileDa && { incorporabileDa: [...incorporabileDa] }),
      stato: statoPaginaAl(pagina, oggi),
      indirizzo: urlDi(idPubblicoDi(pagina)),
    };
  };

/** In the language asked, else in Italian. */
export const presentPaginaPubblica = (
  pagina: PaginaPagamento,
  {
    ragioneSociale,
    lingua,
    oggi,
    precompilati,
  }: {
    readonly ragioneSociale: string;
    readonly lingua: LinguaForm;
    readonly oggi: string;
    readonly precompilati: Partial<DatiPagina> | undefined;
  },
) => {
  const { titolo, descrizione, importo, campi, informativa, al, idDominio } = pagina;
  return {
    ...{ id: idPubblicoDi(pagina), ente: { idDominio, ragioneSociale }, stato: statoPaginaAl(pagina, oggi), lingua },
    lingue: LINGUE_FORM.filter((l) => titolo[l] !== undefined),
    titolo: testoIn(titolo, lingua),
    importo: presentImporto(importo),
    campi: campi.map((campo) => ({ ...campo, etichetta: testoIn(campo.etichetta, lingua) })),
    ...(descrizione && { descrizione: testoIn(descrizione, lingua) }),
    ...(informativa && { informativa: { ...informativa, testo: testoIn(informativa.testo, lingua) } }),
    ...(al !== undefined && { al }),
    ...(precompilati && {
      precompilati: {
        ...definiti({ identificativo: precompilati.identificativo, anagrafica: precompilati.anagrafica, email: precompilati.email }),
        ...(precompilati.importo !== undefined && { importo: toNumeroJson(precompilati.importo) }),
        campi: { ...precompilati.campi },
      },
    }),
  };
};

const PREFISSO_CAMPO = "c:";
const ID = "id";

/** What a prefilled link carries: for one page only, amounts in cents. */
export const toDatiCollegamento = (
  pagina: PaginaPagamento,
  { campi, importo, consenso: _consenso, ...altri }: DatiPagina,
): DatiCollegamento => ({
  ...{ [ID]: idPubblicoDi(pagina) },
  ...definiti(altri),
  ...(importo !== undefined && { importo: importo.toString() }),
  ...Object.fromEntries(Object.entries(campi).map(([nome, valore]) => [`${PREFISSO_CAMPO}${nome}`, valore])),
});

/** Undefined when the link was made for another page. */
export const fromDatiCollegamento = (id: string, dati: DatiCollegamento): Partial<DatiPagina> | undefined => {
  if (dati[ID] !== id) return undefined;
  const { importo, identificativo, anagrafica, email } = dati;
  const campi = Object.entries(dati).filter(([nome]) => nome.startsWith(PREFISSO_CAMPO));
  return {
    ...definiti({ identificativo, anagrafica, email }),
    ...(importo !== undefined && { importo: BigInt(importo) }),
    campi: Object.fromEntries(campi.map(([nome, valore]) => [nome.slice(PREFISSO_CAMPO.length), valore])),
  };
};
