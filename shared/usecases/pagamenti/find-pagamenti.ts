/** The list of portal payments: those an application started, those a citizen paid, those made in the session of who has no credentials. */
import { soggettoOf } from "../../domain/accessi/cittadino.ts";
import { vedePagamento } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { FiltriPagamenti, FiltriPagamentiPropri, Posizioni } from "../../ports/posizioni.ts";

export interface RichiestaPagamenti extends FiltriPagamenti, Pick<FiltriPagamentiPropri, "idVersante" | "idDebitore" | "idSessionePsp"> {
  readonly id?: string;
}

const uguali = (filtro: string | undefined, valore: string | undefined): boolean =>
  filtro === undefined || filtro.toUpperCase() === valore?.toUpperCase();

const matches = (pagamento: Pagamento, filtri: RichiestaPagamenti): boolean =>
  uguali(filtri.id, pagamento.id) &&
  uguali(filtri.stato, pagamento.stato) &&
  (filtri.idSessionePortale === undefined || filtri.idSessionePortale === pagamento.idSessionePortale) &&
  (filtri.idSessionePsp === undefined || filtri.idSessionePsp === pagamento.idSessionePsp) &&
  uguali(filtri.idVersante, pagamento.soggettoVersante?.identificativo) &&
  (filtri.idDebitore === undefined || pagamento.posizioni.some(({ idDebitore }) => uguali(filtri.idDebitore, idDebitore))) &&
  (filtri.da === undefined || pagamento.dataRichiesta >= filtri.da) &&
  (filtri.a === undefined || pagamento.dataRichiesta <= filtri.a);

type Porte = { readonly posizioni: Pick<Posizioni, "findPagamenti" | "getPagamenti"> };

/** One query, plus one count when totals are asked; by id, one read. */
export const createFindPagamenti = ({ posizioni }: Porte) => {
  /** Payments known by their ids: they are few, so filters and page are made here. */
  const findById = async (
    ids: readonly string[],
    filtri: RichiestaPagamenti,
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Pagina<Pagamento>> => {
    const segno = filtri.ordine === "asc" ? 1 : -1;
    const trovati = (await posizioni.getPagamenti(ids))
      .filter((pagamento) => vedePagamento(chiamante, pagamento) && matches(pagamento, filtri))
      .sort((x, y) => segno * (x.dataRichiesta < y.dataRichiesta ? -1 : 1));
    return { elementi: trovati.slice(pagina.salta, pagina.salta + pagina.limite), ...(pagina.totale && { totale: trovati.length }) };
  };

  return (filtri: RichiestaPagamenti, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Pagamento>> => {
    const { id, ...altri } = filtri;
    if (id !== undefined) return findById([id], filtri, pagina, chiamante);
    if (chiamante.tipo === "anonimo") return findById(chiamante.sessioneAnonima?.pagamenti ?? [], filtri, pagina, chiamante);
    const { cittadino, idA2A = "" } = chiamante;
    if (!cittadino) return posizioni.findPagamenti({ ...altri, di: { idA2A } }, pagina);
    const { dominio } = cittadino;
    const ambito = dominio === undefined ? {} : { idDominio: dominio };
    return posizioni.findPagamenti({ ...altri, ...ambito, di: { versante: soggettoOf(cittadino) } }, pagina);
  };
};
