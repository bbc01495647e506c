/** Payment pages in the registry; their places, and those held for a debt, in the archive: the page is read by everybody, its places are written by who pays. */
import * as z from "zod";
import { LINGUE_FORM } from "../../domain/form/lingue-form.ts";
import type { PaginaPagamento, PrenotazionePagina, QuotaPagina } from "../../domain/pagine/pagina-pagamento.ts";
import { cents, defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const intero = z.number().int();

export const chiavePagina = (idPagina: string, idDominio: string) => ({ pk: `PGP#${idDominio}`, sk: `PAGINA#${idPagina}` });

const createTesti = () => z.partialRecord(z.enum(LINGUE_FORM), testo);

export const mappaPaginaPagamento = defineMappa<PaginaPagamento>({
  tabella: "anagrafiche",
  schema: () => {
    const testi = createTesti();
    return z.object({
      ...{
        versione: intero,
        idDominio: testo,
        idPagina: testo,
        idTipoPendenza: testo,
        idA2A: testo,
        codEntrata: testo,
        abilitata: z.boolean(),
      },
      ...{
        titolo: testi,
        descrizione: opz(testi),
        causale: testo,
        dal: testoOpz,
        al: testoOpz,
        giorniPerPagare: intero,
        urlRitorno: testo,
      },
      importo: z.discriminatedUnion("tipo", [
        z.object({ tipo: z.literal("FISSO"), importo: cents }),
        z.object({ tipo: z.literal("LIBERO"), minimo: cents, massimo: cents }),
      ]),
      campi: z.array(z.object({ nome: testo, etichetta: testi, obbligatorio: z.boolean(), lunghezzaMassima: intero })),
      informativa: opz(z.object({ versione: testo, testo: testi, url: testoOpz, obbligatoria: z.boolean() })),
      ...{ pagamentiMassimi: opz(intero), totaleMassimo: opz(cents), incorporabileDa: opz(z.array(testo)) },
    });
  },
  chiave: ({ idPagina, idDominio }) => chiavePagina(idPagina, idDominio),
});

const pkPosti = (idDominio: string, idPagina: string): string => `PGP#${idDominio}#${idPagina}`;

export const chiaveQuota = (idDominio: string, idPagina: string) => ({ pk: pkPosti(idDominio, idPagina), sk: "QUOTA" });

export const mappaQuotaPagina = defineMappa<QuotaPagina>({
  tabella: "archivio",
  schema: () => z.object({ versione: intero, idDominio: testo, idPagina: testo, prese: intero, importo: cents }),
  chiave: ({ idDominio, idPagina }) => chiaveQuota(idDominio, idPagina),
});

/** Those that end before a day come first. */
export const PREFISSO_PRENOTAZIONE = "PRENOTAZIONE#";

export const mappaPrenotazionePagina = defineMappa<PrenotazionePagina>({
  tabella: "archivio",
  schema: () =>
    z.object({ versione: intero, idDominio: testo, idPagina: testo, idA2A: testo, idPendenza: testo, importo: cents, scadenza: testo }),
  chiave: ({ idDominio, idPagina, scadenza, idPendenza }) => ({
    pk: pkPosti(idDominio, idPagina),
    sk: `${PREFISSO_PRENOTAZIONE}${scadenza}#${idPendenza}`,
  }),
});
