/** Payment attempts with debt and receipt: one query and one batch, under the rule of the debt they belong to. */
import { vedePendenza } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { FiltriTentativi } from "../../ports/posizioni.ts";
import { loadAmbitoElenco, paginaVuota } from "../pendenze/ambito-elenco.ts";
import { type Creditori, loadCreditori } from "../pendenze/load-anagrafica.ts";
import { type PorteRpp, type Rpp, toRpp } from "./get-rpp.ts";

export interface FiltriRpp
  extends Pick<
    FiltriTentativi,
    | "idDominio"
    | "iuv"
    | "ccp"
    | "idA2A"
    | "idPendenza"
    | "idDebitore"
    | "anagraficaDebitore"
    | "idUnita"
    | "idTipoPendenza"
    | "direzioni"
    | "divisioni"
    | "tassonomia"
    | "da"
    | "a"
    | "ricevutaDa"
    | "ricevutaA"
    | "ordine"
  > {
  readonly idPagamento?: string;
  readonly esitoPagamento?: string;
}

export interface ElencoRpp {
  readonly pagina: Pagina<Rpp>;
  readonly creditori: Creditori;
  /** Instant of the reading. */
  readonly adesso: string;
}

type Scelta = Pick<FiltriTentativi, "stati" | "codiceEsito" | "da" | "a">;

const APERTI = ["RPT_ATTIVATA", "RPT_ACCETTATA_NODO"] as const;
/** A PSP closes a payment within this time: before it the attempt is in progress, after it nothing was paid. */
const DURATA_MINUTI = 30;
const UN_MILLISECONDO = 1 / 60_000;

const later = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);
const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);

/** An outcome of the wire as states and dates of ours; undefined = nothing can have it. */
const selectEsito = ({ esitoPagamento, da, a }: FiltriRpp, adesso: string): Scelta | undefined => {
  const limite = addMinuti(adesso, -DURATA_MINUTI);
  const date = { ...(da !== undefined && { da }), ...(a !== undefined && { a }) };
  switch (esitoPagamento) {
    case undefined:
      return date;
    case "ESEGUITO":
      return { ...date, stati: ["RT_ACCETTATA_PA"], codiceEsito: "0" };
    case "ESEGUITO_PARZIALE":
      return { ...date, stati: ["RT_ACCETTATA_PA"], codiceEsito: "2" };
    case "DECORRENZA":
      return { ...date, stati: ["RT_ACCETTATA_PA"], codiceEsito: "3" };
    case "DECORRENZA_PARZIALE":
      return { ...date, stati: ["RT_ACCETTATA_PA"], codiceEsito: "4" };
    case "IN_CORSO":
      return { ...date, stati: APERTI, da: later(da, addMinuti(limite, UN_MILLISECONDO)) };
    case "NON_ESEGUITO":
      return { ...date, stati: APERTI, a: earlier(a, limite) };
    case "RIFIUTATO":
      return { ...date, stati: ["RT_RIFIUTATA_PA"] };
    default:
      return undefined;
  }
};

const uguaglianze = ["idDominio", "iuv", "idA2A", "idPendenza", "idTipoPendenza", "tassonomia"] as const;

const contains = (valori: readonly string[] | undefined, valore: string | undefined): boolean =>
  valori === undefined || (valore !== undefined && valori.includes(valore));

const hasNome = (parte: string | undefined, nome = ""): boolean => parte === undefined || nome.toUpperCase().includes(parte.toUpperCase());

const matches = (tentativo: Tentativo, filtri: FiltriRpp, { stati, codiceEsito, da, a }: Scelta): boolean =>
  uguaglianze.every((campo) => filtri[campo] === undefined || filtri[campo] === tentativo[campo]) &&
  (filtri.ccp === undefined || filtri.ccp === tentativo.ccp || filtri.ccp === tentativo.idRicevuta) &&
  (filtri.idDebitore === undefined || filtri.idDebitore.toUpperCase() === tentativo.idDebitore.toUpperCase()) &&
  (filtri.idUnita === undefined || filtri.idUnita === tentativo.idUnitaOperativa) &&
  contains(filtri.direzioni, tentativo.direzione) &&
  contains(filtri.divisioni, tentativo.divisione) &&
  hasNome(filtri.anagraficaDebitore, tentativo.anagraficaDebitore) &&
  (stati === undefined || stati.includes(tentativo.stato)) &&
  (codiceEsito === undefined || codiceEsito === (tentativo.codiceEsito ?? "0")) &&
  (da === undefined || tentativo.dataRichiesta >= da) &&
  (a === undefined || tentativo.dataRichiesta <= a) &&
  (filtri.ricevutaDa === undefined || (tentativo.dataRicevuta ?? "") >= filtri.ricevutaDa) &&
  (filtri.ricevutaA === undefined || (tentativo.dataRicevuta !== undefined && tentativo.dataRicevuta <= filtri.ricevutaA));

/** Attempts of a portal payment: on five debts at most, so filters and page are made here. */
const findByPagamento = async (
  { posizioni }: PorteRpp,
  filtri: FiltriRpp & { readonly idPagamento: string },
  scelta: Scelta,
  pagina: RichiestaPagina,
  chiamante: Chiamante,
  adesso: string,
): Promise<Pagina<Rpp>> => {
  const pagamento = await posizioni.getPagamento(filtri.idPagamento);
  if (!pagamento) return paginaVuota(pagina);
  const lette = await Promise.all(pagamento.posizioni.map((posizione) => posizioni.getPosizione(posizione)));
  const segno = filtri.ordine === "asc" ? 1 : -1;
  const trovati = lette
    .flatMap(({ pendenza, ...resto }) =>
      pendenza && vedePendenza(chiamante, pendenza)
        ? resto.tentativi
            .filter((tentativo) => tentativo.idPagamento === filtri.idPagamento && matches(tentativo, filtri, scelta))
            .map((tentativo) => toRpp(tentativo, { ...resto, pendenza }, adesso))
        : [],
    )
    .sort((x, y) => segno * (x.tentativo.dataRichiesta < y.tentativo.dataRichiesta ? -1 : 1));
  return { elementi: trovati.slice(pagina.salta, pagina.salta + pagina.limite), ...(pagina.totale && { totale: trovati.length }) };
};

const findByFiltri = async (
  porte: PorteRpp,
  filtri: FiltriRpp,
  scelta: Scelta,
  pagina: RichiestaPagina,
  chiamante: Chiamante,
  adesso: string,
): Promise<Pagina<Rpp>> => {
  const ambito = await loadAmbitoElenco(porte.anagrafiche, filtri, chiamante);
  if (!ambito) return paginaVuota(pagina);
  const { idPagamento: _, esitoPagamento: __, ...altri } = filtri;
  const { elementi: tentativi, ...resto } = await porte.posizioni.findTentativi({ ...altri, ...scelta, ...ambito }, pagina);
  const { pendenze, ricevute } = await porte.posizioni.getCompagni(tentativi);
  const elementi = tentativi.flatMap((tentativo) => {
    const pendenza = pendenze.find(({ idDominio, iuv }) => idDominio === tentativo.idDominio && iuv === tentativo.iuv);
    return pendenza ? [toRpp(tentativo, { pendenza, tentativi, ricevute }, adesso)] : [];
  });
  return { ...resto, elementi };
};

export const createFindRpp =
  (porte: PorteRpp) =>
  async (filtri: FiltriRpp, pagina: RichiestaPagina, chiamante: Chiamante): Promise<ElencoRpp> => {
    const adesso = porte.clock.now();
    const scelta = selectEsito(filtri, adesso);
    const { idPagamento } = filtri;
    const trovata = !scelta
      ? paginaVuota(pagina)
      : idPagamento === undefined
        ? await findByFiltri(porte, filtri, scelta, pagina, chiamante, adesso)
        : await findByPagamento(porte, { ...filtri, idPagamento }, scelta, pagina, chiamante, adesso);
    const creditori = await loadCreditori(
      porte.anagrafiche,
      trovata.elementi.map(({ pendenza }) => pendenza),
    );
    return { pagina: trovata, creditori, adesso };
  };
