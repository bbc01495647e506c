/** A debt as the lists show it (reference 2.4), in every API: links stay inside the one that was asked, and so do the names of the states. */
import { API_BASE, type NomeApi } from "../../contracts/operation.ts";
import type { TASSONOMIE_AVVISO } from "../../contracts/pendenze/modelli-comuni.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type StatoPendenzaEsposto, statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { selectCampi } from "../comuni/campi.ts";
import { presentSegnalazioni } from "../comuni/segnalazioni.ts";
import { presentSoggetto } from "../comuni/soggetto.ts";

export type Creditori = ReadonlyMap<string, Creditore>;
type TassonomiaAvviso = (typeof TASSONOMIE_AVVISO)[number];

/** Where collected is not told from paid (reference 2.4.1). */
const SENZA_INCASSATA: readonly NomeApi[] = ["pagamento", "pagamento-v3", "pagamento-v1", "pendenze-v1", "cittadino", "portale"];

export const statoMostrato = (api: NomeApi, stato: StatoPendenzaEsposto): StatoPendenzaEsposto =>
  stato === "INCASSATA" && SENZA_INCASSATA.includes(api) ? "ESEGUITA" : stato;

/** The states that an API shows under that name: a filter looks at what is shown. */
export const toStati = (api: NomeApi, stato: StatoPendenzaEsposto | undefined): { stati?: readonly StatoPendenzaEsposto[] } => {
  if (stato === undefined) return {};
  return { stati: stato === "ESEGUITA" && SENZA_INCASSATA.includes(api) ? [stato, "INCASSATA"] : [stato] };
};

/** Links stay inside the API that was asked: the caller may have no right on the others. */
const linkRpp = (api: NomeApi, { idA2A, idPendenza }: Pendenza): string =>
  `${API_BASE[api]}/rpp?${new URLSearchParams({ idA2A, idPendenza }).toString()}`;

export const presentDominio = (idDominio: string, creditori: Creditori) => ({
  idDominio,
  ragioneSociale: creditori.get(idDominio)?.dominio.ragioneSociale ?? idDominio,
});

const presentUnita = ({ idDominio, idUnitaOperativa }: Pendenza, creditori: Creditori) => {
  if (idUnitaOperativa === undefined) return undefined;
  const unita = creditori.get(idDominio)?.unita.find(({ idUnita }) => idUnita === idUnitaOperativa);
  return { idUnita: idUnitaOperativa, ragioneSociale: unita?.ragioneSociale ?? idUnitaOperativa };
};

const giornoSe = (istante: string | undefined): string | undefined => (istante === undefined ? undefined : giornoDi(istante));

/** Free data came in as an object through the contract, and is given back untouched. */
export const toLibero = (valore: unknown): Record<string, unknown> | undefined =>
  typeof valore === "object" && valore !== null ? Object.fromEntries(Object.entries(valore)) : undefined;

export const presentComune = (api: NomeApi, pendenza: Pendenza, creditori: Creditori, adesso: string) =>
  definiti({
    idA2A: pendenza.idA2A,
    idPendenza: pendenza.idPendenza,
    idTipoPendenza: pendenza.idTipoPendenza,
    tipo: pendenza.tipo,
    dominio: presentDominio(pendenza.idDominio, creditori),
    unitaOperativa: presentUnita(pendenza, creditori),
    stato: statoMostrato(api, statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, giornoDi(adesso))),
    segnalazioni: presentSegnalazioni(pendenza.segnalazioni),
    iuvAvviso: pendenza.iuv,
    iuvPagamento: pendenza.dataPagamento === undefined ? undefined : pendenza.iuv,
    numeroAvviso: pendenza.numeroAvviso,
    UUID: pendenza.uuid,
    nome: pendenza.nome,
    causale: pendenza.causale,
    soggettoPagatore: presentSoggetto(pendenza.debitore),
    importo: toNumeroJson(pendenza.importo),
    dataCaricamento: giornoDi(pendenza.dataCaricamento),
    dataValidita: pendenza.dataValidita,
    dataScadenza: pendenza.dataScadenza,
    dataUltimoAggiornamento: giornoDi(pendenza.dataUltimoAggiornamento),
    dataPagamento: giornoSe(pendenza.dataPagamento),
    dataNotificaAvviso: pendenza.dataNotificaAvviso,
    dataPromemoriaScadenza: pendenza.dataPromemoriaScadenza,
    annoRiferimento: pendenza.annoRiferimento,
    cartellaPagamento: pendenza.cartellaPagamento,
    tassonomia: pendenza.tassonomia,
    // The answer is checked against the contract before it leaves.
    tassonomiaAvviso: pendenza.tassonomiaAvviso as TassonomiaAvviso | undefined,
    direzione: pendenza.direzione,
    divisione: pendenza.divisione,
    datiAllegati: toLibero(pendenza.datiAllegati),
    documento: pendenza.documento,
    proprieta: pendenza.proprieta,
    prova: pendenza.prova,
  });

/** An element of a list; with `campi` only those. */
export const presentPendenzaIndex =
  (api: NomeApi, creditori: Creditori, adesso: string, campi?: readonly string[]) => (pendenza: Pendenza) =>
    selectCampi(presentIndex(api, creditori, adesso)(pendenza), campi);

/** The same, whole. */
export const presentIndex = (api: NomeApi, creditori: Creditori, adesso: string) => (pendenza: Pendenza) => ({
  ...presentComune(api, pendenza, creditori, adesso),
  rpp: linkRpp(api, pendenza),
});
