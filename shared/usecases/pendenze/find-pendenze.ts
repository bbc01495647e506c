/** The list of debts: one query, plus one count when totals are asked, filtered by the same rule as the detail. */
import { type Chiamante, seesDominio, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { ambitoDi, type FiltriPendenze } from "../../ports/posizioni.ts";
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
  | "stato"
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

const vuota = (pagina: RichiestaPagina): Pagina<Pendenza> => ({ elementi: [], ...(pagina.totale && { totale: 0 }) });

/** Creditor and unit pairs of a caller that has only some units of some creditor; undefined when creditors alone say it all. */
const loadAmbiti = async ({ anagrafiche }: PorteLettura, { domini }: Chiamante): Promise<readonly string[] | undefined> => {
  if (domini === "*" || domini.every(({ unitaOperative }) => !unitaOperative?.length)) return undefined;
  const ambiti = await Promise.all(
    domini.map(async ({ idDominio, unitaOperative }) => {
      const unita = unitaOperative?.length
        ? unitaOperative
        : ((await anagrafiche.getCreditore(idDominio))?.unita ?? []).map(({ idUnita }) => idUnita);
      return [ambitoDi(idDominio, undefined), ...unita.map((id) => ambitoDi(idDominio, id))];
    }),
  );
  return ambiti.flat();
};

const matches = (pendenza: Pendenza, filtri: RichiestaElenco, oggi: string): boolean => {
  const uguali = (["idDominio", "idA2A", "idPendenza", "iuv", "direzione", "divisione"] as const).every(
    (campo) => filtri[campo] === undefined || filtri[campo] === pendenza[campo],
  );
  const nascosta = pendenza.tipo === "spontaneo" && (pendenza.stato === "NON_ESEGUITA" || pendenza.stato === "ANNULLATA");
  return (
    uguali &&
    (filtri.mostraSpontaneiNonPagati || !nascosta) &&
    (filtri.idDebitore === undefined || filtri.idDebitore.toUpperCase() === pendenza.debitore.identificativo.toUpperCase()) &&
    (filtri.stato === undefined || filtri.stato === statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, oggi)) &&
    (filtri.da === undefined || pendenza.dataCaricamento >= filtri.da) &&
    (filtri.a === undefined || pendenza.dataCaricamento <= filtri.a)
  );
};

/** Debts of a portal payment: at most five, so filters and page are made here. */
const findByPagamento = async (
  { posizioni }: PorteLettura,
  filtri: RichiestaElenco & { readonly idPagamento: string },
  pagina: RichiestaPagina,
  chiamante: Chiamante,
  oggi: string,
): Promise<Pagina<Pendenza>> => {
  const pagamento = await posizioni.getPagamento(filtri.idPagamento);
  if (!pagamento) return vuota(pagina);
  const pendenze = await posizioni.getPendenze(pagamento.posizioni);
  const segno = filtri.ordine === "asc" ? 1 : -1;
  const trovate = pendenze
    .filter((pendenza) => seesPendenza(chiamante, pendenza) && matches(pendenza, filtri, oggi))
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
  const { idDominio, idPagamento, ...altri } = filtri;
  if (idDominio !== undefined && !seesDominio(chiamante, idDominio)) return vuota(pagina);
  const [creditore, ambiti] = await Promise.all([
    idDominio === undefined ? undefined : porte.anagrafiche.getCreditore(idDominio),
    loadAmbiti(porte, chiamante),
  ]);
  // Without any key to list by, the debts are those of the calling application.
  const propria = idDominio === undefined && filtri.idDebitore === undefined && filtri.idA2A === undefined && chiamante.idA2A !== undefined;
  return porte.posizioni.findPendenze(
    {
      ...altri,
      ...(propria && { idA2A: chiamante.idA2A }),
      ...(idDominio !== undefined && { idDominio, frammenti: creditore?.dominio.frammenti ?? 1 }),
      ...(ambiti && { ambiti }),
      oggi,
      domini: chiamante.domini === "*" ? "*" : chiamante.domini.map((dominio) => dominio.idDominio),
      tipiPendenza: chiamante.tipiPendenza,
    },
    pagina,
  );
};

export const findPendenze =
  (porte: PorteLettura) =>
  async (filtri: RichiestaElenco, pagina: RichiestaPagina, chiamante: Chiamante): Promise<ElencoPendenze> => {
    const adesso = porte.clock.now();
    const oggi = giornoDi(adesso);
    const { idPagamento } = filtri;
    const trovate =
      idPagamento === undefined
        ? await findByFiltri(porte, filtri, pagina, chiamante, oggi)
        : await findByPagamento(porte, { ...filtri, idPagamento }, pagina, chiamante, oggi);
    return { pagina: trovate, creditori: await loadCreditori(porte.anagrafiche, trovate.elementi), adesso };
  };
