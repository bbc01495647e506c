/** The detail of a debt for operators (reference 2.4, 2.5): each item with what was collected and settled of it, attempts, portal payments, notes. */
import { API_BASE } from "../../contracts/operation.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { statoTentativoAl } from "../../domain/pagamenti/stato-tentativo-al.ts";
import type { Pendenza, Voce } from "../../domain/pendenze/pendenza.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { giornoDi, toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import { presentSegnalazioni } from "../comuni/segnalazioni.ts";
import { presentNotificaSend } from "../pendenze/notifica-send.ts";
import { presentAllegati, presentPagataAltrove, presentVoce } from "../pendenze/pendenza.ts";
import { presentTentativo } from "../pendenze/rpp.ts";
import { BACKOFFICE, type Nomi, presentComuneOperatore, presentIndexOperatore } from "./pendenza-index.ts";

export interface DettaglioOperatore extends Nomi {
  readonly pendenza: Pendenza;
  readonly posizione: Posizione;
  readonly pagamenti: readonly Pagamento[];
}

const base = API_BASE[BACKOFFICE];

const linkIncasso = (idDominio: string, id: string): string => `${base}/incassi/${encodeURIComponent(idDominio)}/${encodeURIComponent(id)}`;

const presentRiscossione = (riscossione: Riscossione) => {
  const { idDominio, iuv, iur, indice, stato, tipo, importo, commissioni, data, idRicevuta, idRiconciliazione } = riscossione;
  return definiti({
    ...{ idDominio, iuv, iur, indice, stato, tipo, idRicevuta },
    importo: toNumeroJson(importo),
    commissioni: commissioni === undefined ? undefined : toNumeroJson(commissioni),
    data: giornoDi(data),
    incasso: idRiconciliazione === undefined ? undefined : linkIncasso(idDominio, idRiconciliazione),
  });
};

const presentRendicontazione = (riga: Rendicontazione) => {
  const { iuv, iur, indice, importo, esito, data, stato, segnalazioni, idFlusso, idPsp } = riga;
  return {
    ...{ iuv, iur, indice, esito, data, stato, idFlusso, idPsp },
    importo: toNumeroJson(importo),
    segnalazioni: presentSegnalazioni(segnalazioni),
  };
};

/** Amounts and rows say which item they are of by the index of the transfer. */
const presentVoceOperatore = (voce: Voce, { posizione: { riscossioni, rendicontazioni }, creditori }: DettaglioOperatore) => ({
  ...presentVoce(voce, creditori),
  riscossioni: riscossioni.filter(({ indice }) => indice === voce.indice).map(presentRiscossione),
  rendicontazioni: rendicontazioni.filter(({ indice }) => indice === voce.indice).map(presentRendicontazione),
});

const presentPagamento = (pagamento: Pagamento) => {
  const { id, nome, stato, descrizioneStato, importo, dataRichiesta, idSessionePortale, idSessionePsp, modello } = pagamento;
  return definiti({
    ...{ id, nome, stato, descrizioneStato, idSessionePortale, idSessionePsp },
    importo: toNumeroJson(importo),
    dataRichiestaPagamento: toIsoRoma(dataRichiesta),
    modello: modello ?? "Modello unico",
    rpp: `${base}/rpp?idPagamento=${encodeURIComponent(id)}`,
    pendenze: `${base}/pendenze?idPagamento=${encodeURIComponent(id)}`,
  });
};

export const presentPendenzaOperatore = (dettaglio: DettaglioOperatore) => {
  const { pendenza, posizione, pagamenti, adesso } = dettaglio;
  // Repeated in each attempt, free data of any size would outgrow the answer.
  const { datiAllegati: _, ...senzaDati } = pendenza;
  const breve = presentIndexOperatore(dettaglio)(senzaDati);
  return {
    ...presentComuneOperatore(pendenza, dettaglio),
    ...definiti({
      descrizioneStato: pendenza.descrizioneStato,
      pagataAltrove: presentPagataAltrove(pendenza),
      notificaSend: presentNotificaSend(pendenza),
      allegati: presentAllegati(pendenza),
    }),
    note: pendenza.note.map((nota) => ({ ...nota, data: toIsoRoma(nota.data) })),
    voci: pendenza.voci.map((voce) => presentVoceOperatore(voce, dettaglio)),
    rpp: posizione.tentativi
      .toSorted((a, b) => (a.dataRichiesta < b.dataRichiesta ? -1 : 1))
      .map((tentativo) => {
        const ricevuta = posizione.ricevute.find(({ idRicevuta }) => idRicevuta === tentativo.idRicevuta);
        const stato = statoTentativoAl(tentativo, posizione.tentativi, adesso);
        return {
          ...presentTentativo({ tentativo, stato, ...(ricevuta && { ricevuta }) }),
          bloccante: tentativo.bloccante ?? true,
          pendenza: breve,
        };
      }),
    pagamenti: pagamenti.toSorted((a, b) => (a.dataRichiesta < b.dataRichiesta ? -1 : 1)).map(presentPagamento),
  };
};
