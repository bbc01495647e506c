/** The list of debts: one query, plus one count when totals are asked, filtered by the same rule as the detail. */
import { vedePendenza } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiavePosizione, FiltriPendenze } from "../../ports/posizioni.ts";
import { loadAmbitoElenco, paginaVuota } from "./ambito-elenco.ts";
import type { PorteLettura } from "./get-pendenza.ts";
import { type Creditori, loadCreditori } from "./load-anagrafica.ts";

/** As asked: the rest (index keys, scope, today) is added here. */
export type RichiestaElenco = Pick<
  FiltriPendenze,
  | "idDominio"
  | "idA2A"
  | "idPendenza"
  | "idDebitore"
  | "iuv"
  | "idTipiPendenza"
  | "stati"
  | "direzione"
  | "divisione"
  | "mostraSpontaneiNonPagati"
  | "da"
  | "a"
  | "ordine"
> & { readonly idPagamento?: string };

export interface ElencoPendenze {
  readonly pagina: Pagina<Pendenza>;
  readonly creditori: Creditori;
  readonly adesso: string;
}

const matches = (pendenza: Pendenza, filtri: RichiestaElenco, oggi: string): boolean => {
  const uguali = (["idDominio", "idA2A", "idPendenza", "iuv", "direzione", "divisione"] as const).every(
    (campo) => filtri[campo] === undefined || filtri[campo] === pendenza[campo],
  );
  const nascosta = pendenza.tipo === "spontaneo" && (pendenza.stato === "NON_ESEGUITA" || pendenza.stato === "ANNULLATA");
  return (
    uguali &&
    (filtri.idTipiPendenza === undefined || filtri.idTipiPendenza.includes(pendenza.idTipoPendenza)) &&
    (filtri.mostraSpontaneiNonPagati || !nascosta) &&
    (filtri.idDebitore === undefined || filtri.idDebitore.toUpperCase() === pendenza.debitore.identificativo.toUpperCase()) &&
    (filtri.stati === undefined || filtri.stati.includes(statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, oggi))) &&
    (filtri.da === undefined || pendenza.dataCaricamento >= filtri.da) &&
    (filtri.a === undefined || pendenza.dataCaricamento <= filtri.a)
  );
};

/** Debts known by their codes: of a portal payment, or of the session of who has no credentials. They are few, so filters and page are made here. */
const findByChiavi = async (
  { posizioni }: PorteLettura,
  chiavi: readonly ChiavePosizione[],
  filtri: RichiestaElenco,
  pagina: RichiestaPagina,
  chiamante: Chiamante,
  oggi: string,
): Promise<Pagina<Pendenza>> => {
  const pendenze = chiavi.length === 0 ? [] : await posizioni.getPendenze(chiavi);
  const segno = filtri.ordine === "asc" ? 1 : -1;
  const trovate = pendenze
    .filter((pendenza) => vedePendenza(chiamante, pendenza) && matches(pendenza, filtri, oggi))
    .sort((a, b) => segno * (a.dataCaricamento < b.dataCaricamento ? -1 : a.dataCaricamento > b.dataCaricamento ? 1 : 0));
  return { elementi: trovate.slice(pagina.salta, pagina.salta + pagina.limite), ...(pagina.totale && { totale: trovate.length }) };
};

const findByFiltri = async (
  porte: PorteLettura,
  filtri: RichiestaElenco,
  pagina: RichiestaPagina,
  chiamante: Chiamante,
  oggi: string,
): Promise<Pagina<Pendenza>> => {
  const { idPagamento: _, ...altri } = filtri;
  const { idDominio } = filtri;
  const [ambito, creditore] = await Promise.all([
    loadAmbitoElenco(porte.anagrafiche, filtri, chiamante),
    idDominio === undefined ? undefined : porte.anagrafiche.getCreditore(idDominio),
  ]);
  if (!ambito) return paginaVuota(pagina);
  const frammenti = idDominio === undefined ? {} : { frammenti: creditore?.dominio.frammenti ?? 1 };
  return porte.posizioni.findPendenze({ ...altri, ...ambito, ...frammenti, oggi }, pagina);
};

export const findPendenze =
  (porte: PorteLettura) =>
  async (filtri: RichiestaElenco, pagina: RichiestaPagina, chiamante: Chiamante): Promise<ElencoPendenze> => {
    const adesso = porte.clock.now();
    const oggi = giornoDi(adesso);
    const { idPagamento } = filtri;
    const chiavi =
      idPagamento !== undefined
        ? ((await porte.posizioni.getPagamento(idPagamento))?.posizioni ?? [])
        : chiamante.tipo === "anonimo"
          ? (chiamante.sessioneAnonima?.posizioni ?? [])
          : undefined;
    const trovate = chiavi
      ? await findByChiavi(porte, chiavi, filtri, pagina, chiamante, oggi)
      : await findByFiltri(porte, filtri, pagina, chiamante, oggi);
    return { pagina: trovate, creditori: await loadCreditori(porte.anagrafiche, trovate.elementi), adesso };
  };
