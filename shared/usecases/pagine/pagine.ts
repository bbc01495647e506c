/** Payment pages for who administers the creditor: list, detail, write. */
import { seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { PaginaPagamento } from "../../domain/pagine/pagina-pagamento.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import type { EntitaAnagrafica } from "../../ports/anagrafiche.ts";
import { asStored, defineAnagrafica } from "../anagrafiche/anagrafica.ts";
import { hasDominio } from "../anagrafiche/domini.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "../anagrafiche/save-voce.ts";

export const paginePagamento = defineAnagrafica({
  entita: "paginaPagamento",
  view: asStored<PaginaPagamento>,
  sees: (chiamante, { idTipoPendenza }) => seesTipoPendenza(chiamante, idTipoPendenza),
  matches: (pagina, { abilitata }: { readonly abilitata?: boolean | undefined }) =>
    abilitata === undefined || pagina.abilitata === abilitata,
  idDi: ({ idPagina }) => idPagina,
  ordinabili: { idPagina: ({ idPagina }: PaginaPagamento) => idPagina },
});

/** Refuses a page whose debts could not be written: unknown creditor, type, income or application; and an address of return that nobody may use. */
export const savePaginaPagamento =
  (porte: PorteScrittura<EntitaAnagrafica> & { readonly checkIndirizzo: (url: string) => Esito<void> }) =>
  async (nuova: PaginaPagamento, { chiamante, ...scambio }: Scrivente): Promise<EsitoScrittura<"NON_TROVATO" | "SINTASSI">> => {
    const { idDominio, idPagina, idTipoPendenza, idA2A, codEntrata } = nuova;
    return saveVoce(porte, scambio, async () => {
      if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      const { registro } = porte;
      const [tipo, entrata, applicazione, esistente] = await Promise.all([
        registro.get("tipoPendenzaDominio", idTipoPendenza, idDominio),
        registro.get("entrataDominio", codEntrata, idDominio),
        registro.get("applicazione", idA2A),
        registro.get("paginaPagamento", idPagina, idDominio),
      ]);
      if (!tipo || !seesTipoPendenza(chiamante, idTipoPendenza))
        return rifiuto("SINTASSI", `idTipoPendenza: ${idTipoPendenza} non associato al dominio`);
      if (esistente && !seesTipoPendenza(chiamante, esistente.idTipoPendenza)) return rifiuto("NON_TROVATO", `pagina ${idPagina}`);
      if (!entrata) return rifiuto("SINTASSI", `codEntrata: ${codEntrata} non associata al dominio`);
      if (!applicazione?.abilitato) return rifiuto("SINTASSI", `idA2A: ${idA2A} non registrata o disabilitata`);
      const indirizzo = porte.checkIndirizzo(nuova.urlRitorno);
      if (!indirizzo.ok) return rifiuto("SINTASSI", `urlRitorno: ${indirizzo.errore}`);
      return ok({
        modifiche: [{ entita: "paginaPagamento", ...writeOver(esistente, nuova) }],
        voce: `pagina di pagamento ${idPagina} del dominio ${idDominio}`,
        campi: { idDominio },
      });
    });
  };
