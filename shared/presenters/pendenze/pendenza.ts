/** The detail of a debt as the API Pendenze shows it (reference 2.4). */
import type { NomeApi } from "../../contracts/operation.ts";
import { definiti } from "../../domain/definiti.ts";
import { statoTentativoAl } from "../../domain/pagamenti/stato-tentativo-al.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { idAllegatoDi } from "../../domain/pendenze/allegati.ts";
import type { Contabilita, Destinazione, Pendenza, Voce } from "../../domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { presentNotificaSend } from "./notifica-send.ts";
import { type Creditori, presentComune, presentDominio, toLibero } from "./pendenza-index.ts";
import { presentRpp } from "./rpp.ts";

export interface DettaglioPendenza {
  readonly pendenza: Pendenza;
  readonly posizione: { readonly tentativi: readonly Tentativo[]; readonly ricevute: readonly Ricevuta[] };
  readonly creditori: Creditori;
  /** Instant of the reading. */
  readonly adesso: string;
}

/** The prefix that excludes from Request-to-Pay can only be said with the whole code. */
const presentDestinazione = (destinazione: Destinazione) => {
  const { variante: _, ...campi } = destinazione;
  if (!("prefissoRtp" in campi)) return campi;
  const { prefissoRtp, tipoContabilita: _tipo, codiceContabilita, ...conto } = campi;
  return { ...conto, codiceTassonomicoPagoPA: `${prefissoRtp}/${codiceContabilita}` };
};

/** `contenuto` is the path to the bytes, in the API that was asked (reference 2.3). */
export const presentAllegati = (pendenza: Pendenza) =>
  pendenza.allegati?.map((allegato, i) => ({ ...allegato, contenuto: `/allegati/${idAllegatoDi(pendenza, allegato, i + 1)}` }));

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
    senzaRpt: voce.senzaRpt,
    dominio: voce.idDominio === undefined ? undefined : presentDominio(voce.idDominio, creditori),
    datiAllegati: toLibero(voce.datiAllegati),
    contabilita: voce.contabilita && presentContabilita(voce.contabilita),
    metadata: voce.metadata && { mapEntries: voce.metadata.map((coppia) => ({ ...coppia })) },
  }),
});

/** Who said it is in the history: citizens read this too. */
export const presentPagataAltrove = ({ pagataAltrove }: Pendenza) => {
  if (!pagataAltrove) return undefined;
  const { autore: _, importo, ...altro } = pagataAltrove;
  return { ...altro, importo: toNumeroJson(importo) };
};

/** The detail: items in order, attempts from the oldest. */
export const presentPendenza = (api: NomeApi, dettaglio: DettaglioPendenza) => {
  const { pendenza, posizione, creditori, adesso } = dettaglio;
  // Repeated in each attempt, free data of any size would outgrow the answer.
  const { datiAllegati: _, ...senzaDati } = pendenza;
  const present = presentRpp(api, creditori, adesso);
  const tentativi = posizione.tentativi.toSorted((a, b) => (a.dataRichiesta < b.dataRichiesta ? -1 : 1));
  return {
    ...presentComune(api, pendenza, creditori, adesso),
    ...(pendenza.descrizioneStato !== undefined && { descrizioneStato: pendenza.descrizioneStato }),
    ...definiti({
      pagataAltrove: presentPagataAltrove(pendenza),
      notificaSend: presentNotificaSend(pendenza),
      allegati: presentAllegati(pendenza),
    }),
    voci: pendenza.voci.map((voce) => presentVoce(voce, creditori)),
    rpp: tentativi.map((tentativo) => {
      const ricevuta = posizione.ricevute.find(({ idRicevuta }) => idRicevuta === tentativo.idRicevuta);
      const stato = statoTentativoAl(tentativo, posizione.tentativi, adesso);
      return present({ tentativo, stato, pendenza: senzaDati, ...(ricevuta && { ricevuta }) });
    }),
  };
};
