/** Payment attempts with their receipts: list (one query and one batch) and detail, under the rule of the debt they belong to. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { StatoTentativo } from "../../domain/pagamenti/stati-tentativo.ts";
import { statoTentativoAl } from "../../domain/pagamenti/stato-tentativo-al.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiavePosizione, Posizioni } from "../../ports/posizioni.ts";

interface Porte {
  readonly posizioni: Posizioni;
  readonly clock: Clock;
}

export interface Rpp {
  readonly tentativo: Tentativo;
  /** As of now: replaced and expired attempts are derived. */
  readonly stato: StatoTentativo;
  readonly ricevuta?: Ricevuta;
}

export interface FiltriRpp {
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly ccp?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idPagamento?: string;
  readonly esitoPagamento?: string;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

const APERTI = ["RPT_ATTIVATA", "RPT_ACCETTATA_NODO"] as const;
/** A PSP closes a payment within this time: before it the attempt is in progress, after it nothing was paid. */
const DURATA_MINUTI = 30;

const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);
const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);

/** An outcome of the wire as states and dates of ours; undefined = nothing can have it. */
const selectEsito = (
  { esitoPagamento, da, a }: FiltriRpp,
  adesso: string,
): { stati?: readonly string[]; da?: string; a?: string } | undefined => {
  const limite = addMinuti(adesso, -DURATA_MINUTI);
  const date = { ...(da !== undefined && { da }), ...(a !== undefined && { a }) };
  switch (esitoPagamento) {
    case undefined:
      return date;
    case "ESEGUITO":
      return { ...date, stati: ["RT_ACCETTATA_PA"] };
    case "IN_CORSO":
      return { ...date, stati: APERTI, da: later(da, limite) };
    case "NON_ESEGUITO":
      return { ...date, stati: APERTI, a: earlier(a, limite) };
    case "RIFIUTATO":
      return { ...date, stati: ["RT_RIFIUTATA_PA"] };
    default:
      return undefined;
  }
};

export const createFindRpp = ({ posizioni, clock }: Porte) => {
  const complete = async (tentativi: readonly Tentativo[]): Promise<Rpp[]> => {
    const chiavi = tentativi.flatMap(({ idDominio, iuv, idRicevuta }) =>
      idRicevuta === undefined ? [] : [{ idDominio, iuv, idRicevuta }],
    );
    const ricevute = chiavi.length === 0 ? [] : await posizioni.getRicevute(chiavi);
    return tentativi.map((tentativo) => toRpp(tentativo, tentativi, ricevute, clock.now()));
  };

  const findByPagamento = async (id: string, chiamante: Chiamante): Promise<Rpp[]> => {
    const pagamento = await posizioni.getPagamento(id);
    if (!pagamento || pagamento.idA2A !== chiamante.idA2A) return [];
    const trovate = await Promise.all(pagamento.posizioni.map((posizione) => posizioni.getPosizione(posizione)));
    return trovate.flatMap(({ tentativi, ricevute }) =>
      tentativi.filter((tentativo) => tentativo.idPagamento === id).map((tentativo) => toRpp(tentativo, tentativi, ricevute, clock.now())),
    );
  };

  return async (filtri: FiltriRpp, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Rpp>> => {
    const { idPagamento, esitoPagamento: _, idA2A, ...altri } = filtri;
    if (idPagamento !== undefined) {
      const elementi = await findByPagamento(idPagamento, chiamante);
      return { elementi: elementi.slice(pagina.salta, pagina.salta + pagina.limite), ...(pagina.totale && { totale: elementi.length }) };
    }
    const scelta = selectEsito(filtri, clock.now());
    const altrui = idA2A !== undefined && idA2A !== chiamante.idA2A;
    if (!scelta || altrui || chiamante.idA2A === undefined) return { elementi: [], ...(pagina.totale && { totale: 0 }) };
    const trovata = await posizioni.findTentativi({ ...altri, ...scelta, idA2A: chiamante.idA2A }, pagina);
    return { ...trovata, elementi: await complete(trovata.elementi) };
  };
};

/** One attempt, by its own code or by the receipt's (the receipt takes its place, reference 3.5). */
export const createGetRpp =
  ({ posizioni, clock }: Porte) =>
  async (chiave: ChiavePosizione & { readonly ccp: string }, chiamante: Chiamante): Promise<Esito<Rpp, Rifiuto<"NON_TROVATO">>> => {
    const { pendenza, tentativi, ricevute } = await posizioni.getPosizione(chiave);
    const tentativo = tentativi.find(({ ccp, idRicevuta }) => ccp === chiave.ccp || idRicevuta === chiave.ccp);
    if (!pendenza || !tentativo || !seesPendenza(chiamante, pendenza))
      return rifiuto("NON_TROVATO", `tentativo ${chiave.ccp} dell'avviso ${chiave.iuv}`);
    return ok(toRpp(tentativo, tentativi, ricevute, clock.now()));
  };

const toRpp = (tentativo: Tentativo, tentativi: readonly Tentativo[], ricevute: readonly Ricevuta[], adesso: string): Rpp => {
  const stessoAvviso = tentativi.filter(({ idDominio, iuv }) => idDominio === tentativo.idDominio && iuv === tentativo.iuv);
  const ricevuta = ricevute.find(({ idDominio, idRicevuta }) => idDominio === tentativo.idDominio && idRicevuta === tentativo.idRicevuta);
  return { tentativo, stato: statoTentativoAl(tentativo, stessoAvviso, adesso), ...(ricevuta && { ricevuta }) };
};
