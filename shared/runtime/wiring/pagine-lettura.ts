/** Payment pages as they are read, by who pays and by who administers them. */
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { API_BASE } from "../../contracts/operation.ts";
import type { DatiPagina } from "../../domain/pagine/pagina-pagamento.ts";
import { fromDatiCollegamento } from "../../presenters/comuni/pagina-pagamento.ts";
import { config } from "../config/config.ts";
import { deposito } from "./base.ts";
import { collegamenti } from "./collegamenti.ts";

export const registro = new ArchivioRegistro(deposito);

export const urlPagina = (id: string): string => `${config.urlPubblico}${API_BASE.cittadino}/pagine/${id}`;

/** What the link says, if it is ours, in time and of this page; `null` when it is none of that. */
export const openPrecompilato = (id: string, gettone: string | undefined): Partial<DatiPagina> | undefined | null => {
  if (gettone === undefined) return undefined;
  const dati = collegamenti.open("PAGINA", gettone);
  return (dati && fromDatiCollegamento(id, dati)) ?? null;
};
