/** A debt as the API Pendenze shows it (reference 2.4): index for lists, full for the detail. */
import { API_BASE, type NomeApi } from "../../contracts/operation.ts";
import type { TASSONOMIE_AVVISO } from "../../contracts/pendenze/modelli-scrittura.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import { statoTentativoAl } from "../../domain/pagamenti/stato-tentativo-al.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Contabilita, Destinazione, Pendenza, Segnalazione, Voce } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { giornoDi, toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { presentRpp } from "../comuni/rpp.ts";
import { presentSoggetto } from "../comuni/soggetto.ts";

type Creditori = ReadonlyMap<string, Creditore>;
type TassonomiaAvviso = (typeof TASSONOMIE_AVVISO)[number];

export interface DettaglioPendenza {
  readonly pendenza: Pendenza;
  readonly posizione: { readonly tentativi: readonly Tentativo[]; readonly ricevute: readonly Ricevuta[] };
  readonly creditori: Creditori;
  /** Instant of the reading. */
  readonly adesso: string;
}

/** Links stay inside the API that was asked: the caller may have no right on the others. */
const linkRpp = (api: NomeApi, { idA2A, idPendenza }: Pendenza): string =>
  `${API_BASE[api]}/rpp?${new URLSearchParams({ idA2A, idPendenza }).toString()}`;

const presentDominio = (idDominio: string, creditori: Creditori) => ({
  idDominio,
  ragioneSociale: creditori.get(idDominio)?.dominio.ragioneSociale ?? idDominio,
});

const presentUnita = ({ idDominio, idUnitaOperativa }: Pendenza, creditori: Creditori) => {
  if (idUnitaOperativa === undefined) return undefined;
  const unita = creditori.get(idDominio)?.unita.find(({ idUnita }) => idUnita === idUnitaOperativa);
  return { idUnita: idUnitaOperativa, ragioneSociale: unita?.ragioneSociale ?? idUnitaOperativa };
};

const presentSegnalazioni = (segnalazioni: readonly Segnalazione[]) => segnalazioni.map((s) => ({ ...s, data: toIsoRoma(s.data) }));

const giornoSe = (istante: string | undefined): string | undefined => (istante === undefined ? undefined : giornoDi(istante));

/** Free data came in as an object through the contract, and is given back untouched. */
const toLibero = (valore: unknown): Record<string, unknown> | undefined =>
  typeof valore === "object" && valore !== null ? Object.fromEntries(Object.entries(valore)) : undefined;

const presentComune = (pendenza: Pendenza, creditori: Creditori, adesso: string) =>
  definiti({
    idA2A: pendenza.idA2A,
    idPendenza: pendenza.idPendenza,
    idTipoPendenza: pendenza.idTipoPendenza,
    tipo: pendenza.tipo,
    dominio: presentDominio(pendenza.idDominio, creditori),
    unitaOperativa: presentUnita(pendenza, creditori),
    stato: statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, giornoDi(adesso)),
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
  });

const presentDestinazione = (destinazione: Destinazione) => {
  const { variante: _, ...campi } = destinazione;
  return campi;
};

const presentContabilita = ({ quote, ...resto }: Contabilita) => ({
  ...resto,
  quote: quote.map((quota) => ({ ...quota, importo: toNumeroJson(quota.importo) })),
});

export const presentVoce = (voce: Voce, creditori: Creditori) => ({
  ...presentDestinazione(voce.destinazione),
  ...definiti({
    indice: voce.indice,
    idVocePendenza: voce.idVocePendenza,
    importo: toNumeroJson(voce.importo),
    descrizione: voce.descrizione,
    descrizioneCausaleRPT: voce.descrizioneCausaleRPT,
    stato: voce.stato,
    dominio: voce.idDominio === undefined ? undefined : presentDominio(voce.idDominio, creditori),
    datiAllegati: toLibero(voce.datiAllegati),
    contabilita: voce.contabilita && presentContabilita(voce.contabilita),
    metadata: voce.metadata && { mapEntries: voce.metadata.map((coppia) => ({ ...coppia })) },
  }),
});

/** An element of a list; with `campi` only those. */
export const presentPendenzaIndex =
  (api: NomeApi, creditori: Creditori, adesso: string, campi?: readonly string[]) => (pendenza: Pendenza) => {
    const intera = { ...presentComune(pendenza, creditori, adesso), rpp: linkRpp(api, pendenza) };
    if (!campi) return intera;
    const scelti: Partial<typeof intera> = Object.fromEntries(Object.entries(intera).filter(([nome]) => campi.includes(nome)));
    return scelti;
  };

/** The detail: items in order, attempts from the oldest. */
export const presentPendenza = (api: NomeApi, dettaglio: DettaglioPendenza) => {
  const { pendenza, posizione, creditori, adesso } = dettaglio;
  const tentativi = posizione.tentativi.toSorted((a, b) => (a.dataRichiesta < b.dataRichiesta ? -1 : 1));
  return {
    ...presentComune(pendenza, creditori, adesso),
    ...(pendenza.descrizioneStato !== undefined && { descrizioneStato: pendenza.descrizioneStato }),
    voci: pendenza.voci.map((voce) => presentVoce(voce, creditori)),
    rpp: tentativi.map((tentativo) => {
      const ricevuta = posizione.ricevute.find(({ idRicevuta }) => idRicevuta === tentativo.idRicevuta);
      return presentRpp(api)({ tentativo, stato: statoTentativoAl(tentativo, posizione.tentativi, adesso), ...(ricevuta && { ricevuta }) });
    }),
  };
};
