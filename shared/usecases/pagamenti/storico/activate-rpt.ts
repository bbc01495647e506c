/**
 * paaAttivaRPT: a PSP begins a payment with a context of its own. The attempt is written with the RPT inside and the order to send it, in one transaction that
 * holds only if the debt is still the one that was read; the RPT leaves later, by itself (pagopa.md 1.4).
 */
import { type Esito, ko, ok } from "../../../domain/esito.ts";
import type { Evento } from "../../../domain/eventi.ts";
import { toJsonNodo } from "../../../domain/pagamenti/json-nodo.ts";
import type { FaultPa } from "../../../domain/pagamenti/messaggi-nodo.ts";
import { riferimentiPendenza, type Tentativo } from "../../../domain/pagamenti/tentativo.ts";
import type { Pendenza } from "../../../domain/pendenze/pendenza.ts";
import type { CorpoAttivaRpt, DatiPagamentoPa, EsitoStorico } from "../../../domain/storico/messaggi-storici.ts";
import { CCP_UNICO } from "../../../domain/storico/rpt.ts";
import { fromSoggettoStorico } from "../../../domain/storico/soggetti.ts";
import { formatImporto } from "../../../domain/valori/importo.ts";
import type { Ids } from "../../../ports/ids.ts";
import type { UnitOfWork } from "../../../ports/unit-of-work.ts";
import { notificheAttivazione, openNotifiche } from "../../notifiche/open-notifiche.ts";
import type { AvvisoPagabile } from "../find-avviso.ts";
import { findRpt, type PorteRpt, type RichiestaRpt, toRptPresso } from "./find-rpt.ts";

export interface PorteAttivaRpt extends PorteRpt {
  readonly unitOfWork: UnitOfWork;
  readonly ids: Ids;
}

export interface EsitoAttivaRpt {
  readonly esito: EsitoStorico<"paaAttivaRPT">;
  readonly pendenza?: Pendenza;
}

export interface RichiestaAttivaRpt extends Omit<RichiestaRpt, "ccp" | "attualizzabile"> {
  readonly corpo: CorpoAttivaRpt;
}

/** Journal entry of the exchange, written in the transaction of the attempt. */
export type ToEventoRpt = (dati: DatiPagamentoPa, tentativo: Tentativo) => Evento;

const TENTATIVI_MASSIMI = 3;

interface Nuovo {
  readonly tentativo: Tentativo;
  readonly dati: DatiPagamentoPa;
}

function decide(
  { clock, ids }: Pick<PorteAttivaRpt, "clock" | "ids">,
  { intestazione, creditore, corpo }: RichiestaAttivaRpt,
  avviso: AvvisoPagabile,
): Esito<Nuovo, Omit<FaultPa, "id">> {
  const { codiceContestoPagamento: ccp, identificativoStazioneIntermediarioPA: idStazione } = intestazione;
  const { soggettoVersante, ibanAddebito, bicAddebito, importoSingoloVersamento: offerto } = corpo.datiPagamentoPSP;
  if (ccp === CCP_UNICO)
    return ko({
      faultCode: "PAA_SEMANTICA",
      description: `codiceContestoPagamento: ${CCP_UNICO} non è ammesso per un pagamento attivato dal PSP`,
    });
  const adesso = clock.now();
  const richiesta = toRptPresso(avviso, creditore, {
    ...{ idStazione, ccp, idMessaggio: ids.next(), adesso },
    ...(soggettoVersante && { versante: fromSoggettoStorico("Versante", soggettoVersante) }),
    ...(ibanAddebito !== undefined && { ibanAddebito }),
    ...(bicAddebito !== undefined && { bicAddebito }),
  });
  if (!richiesta.ok) return richiesta;
  const { rpt, dati } = richiesta.valore;
  const dovuto = dati.importoSingoloVersamento;
  if (offerto !== dovuto)
    return ko({
      faultCode: "PAA_ATTIVA_RPT_IMPORTO_NON_VALIDO",
      description: `importoSingoloVersamento: dovuti ${formatImporto(dovuto)}, indicati dal PSP ${formatImporto(offerto)}`,
    });
  const tentativo: Tentativo = {
    versione: 0,
    ...riferimentiPendenza(avviso.pendenza),
    ccp,
    stato: "RPT_ATTIVATA",
    modello: "Pagamento ad iniziativa PSP",
    dataRichiesta: adesso,
    importo: dovuto,
    idStazione,
    rpt: toJsonNodo(rpt),
    tipoRpt: "RPT",
    voci: avviso.trasferimenti.map(({ indice }) => indice),
    canale: {
      idPsp: corpo.identificativoPSP,
      idIntermediarioPsp: corpo.identificativoIntermediarioPSP,
      idCanale: corpo.identificativoCanalePSP,
    },
  };
  return ok({ tentativo, dati });
}

export const activateRpt =
  (porte: PorteAttivaRpt) =>
  async (richiesta: RichiestaAttivaRpt, toEvento: ToEventoRpt): Promise<EsitoAttivaRpt> => {
    const { idDominio } = richiesta.creditore.dominio;
    const ccp = richiesta.intestazione.codiceContestoPagamento;
    for (let prova = 1; prova <= TENTATIVI_MASSIMI; prova += 1) {
      const avviso = await findRpt(porte, { ...richiesta, ccp, attualizzabile: prova === 1 });
      if (!avviso.ok) return { esito: ko(avviso.errore.fault), ...(avviso.errore.pendenza && { pendenza: avviso.errore.pendenza }) };
      const { pendenza } = avviso.valore;
      const nuovo = decide(porte, richiesta, avviso.valore);
      if (!nuovo.ok) return { pendenza, esito: ko({ ...nuovo.errore, id: idDominio }) };
      const { tentativo, dati } = nuovo.valore;
      const daDire = openNotifiche(notificheAttivazione(await porte.anagrafiche.getApplicazione(pendenza.idA2A), [tentativo]));
      const scritto = await porte.unitOfWork.commit(
        [
          { azione: "crea", entita: "tentativo", valore: tentativo },
          { azione: "verifica", entita: "pendenza", valore: pendenza },
          ...daDire.modifiche,
        ],
        {
          eventi: [toEvento(dati, tentativo)],
          messaggi: [{ coda: "rpt", corpo: { idDominio, iuv: tentativo.iuv, ccp } }, ...daDire.messaggi],
        },
      );
      if (scritto.ok) return { pendenza, esito: ok(dati) };
    }
    return { esito: ko({ faultCode: "PAA_SYSTEM_ERROR", id: idDominio, description: "La pendenza è in corso di modifica, riprovare" }) };
  };
