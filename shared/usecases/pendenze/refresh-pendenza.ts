/**
 * Actualisation: the creditor's own system is asked about a notice that nobody loaded, or about a debt past its dataValidita, and what it answers is written
 * by the rules of a PUT (reference 3.3, 3.4). One call, whose time is bounded by the port; the exchange is in the journal whatever came of it.
 */
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import type { CampiEvento, Evento } from "../../domain/eventi.ts";
import {
  type ApplicazioneInterrogabile,
  findApplicazioneDi,
  isInterrogabile,
  type StatoVerifica,
  toChiamante,
} from "../../domain/pendenze/attualizzazione.ts";
import { isNumeroDelDominio } from "../../domain/pendenze/avviso-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { PendenzaVerificata, RichiestaVerificaEnte, RispostaVerificaEnte, VerificaEnte } from "../../ports/verifica-ente.ts";
import type { savePendenza } from "./save-pendenza.ts";

export type EsitoAttualizzazione =
  | { readonly esito: "aggiornata"; readonly pendenza: Pendenza }
  /** The creditor answers that it is not to be paid. */
  | { readonly esito: "rifiutata"; readonly stato: Exclude<StatoVerifica, "NON_ESEGUITA">; readonly dettaglio: string }
  /** No usable answer. `mandatoria`: the application wants that the stored debt is not paid then. */
  | { readonly esito: "fallita"; readonly dettaglio: string; readonly mandatoria: boolean }
  /** Nobody to ask. */
  | { readonly esito: "non-prevista"; readonly mandatoria: boolean };

/** Whether the debt of that debtor (tax code) concerns who asks. */
export type IsDiChiChiede = (idDebitore: string) => boolean;

export interface Attualizza {
  /**
   * A notice of the creditor that is not stored. `transactionId`: the exchange it is done for. `isDiChiChiede`: the debt of somebody else is SCONOSCIUTA and
   * nothing is written of it but the journal, at the cost of one that is not there.
   */
  ofAvviso(dominio: Dominio, numeroAvviso: string, transactionId: string, isDiChiChiede?: IsDiChiChiede): Promise<EsitoAttualizzazione>;
  /** A stored debt past its dataValidita. */
  ofPendenza(pendenza: Pendenza, transactionId: string): Promise<EsitoAttualizzazione>;
  /** A debt notified through SEND, with the cost of its notification as it is now; absent where nobody asks SEND. */
  ofNotifica?(pendenza: Pendenza, transactionId: string): Promise<Pendenza>;
}

export interface PorteAttualizzazione {
  readonly posizioni: Pick<Posizioni, "getPendenza">;
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione" | "getApplicazioni">;
  readonly ente: VerificaEnte;
  readonly save: ReturnType<typeof savePendenza>;
  readonly giornale: Pick<UnitOfWork, "putEventi">;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What was asked, and about what. */
interface Domanda {
  readonly applicazione: ApplicazioneInterrogabile;
  readonly richiesta: RichiestaVerificaEnte;
  readonly idDominio: string;
  readonly iuv: string;
  readonly numeroAvviso: string;
  readonly idPendenza?: string;
  readonly tipo: Pendenza["tipo"];
  readonly transactionId: string;
  readonly isDiChiChiede?: IsDiChiChiede | undefined;
}

const PAYLOAD_MASSIMO = 100_000;

const DESCRIZIONI: Readonly<Record<Exclude<StatoVerifica, "NON_ESEGUITA">, string>> = {
  ANNULLATA: "La pendenza risulta annullata all'ente creditore",
  SCADUTA: "La pendenza risulta scaduta all'ente creditore",
  SCONOSCIUTA: "La pendenza risulta sconosciuta all'ente creditore",
  DUPLICATA: "La pendenza risulta già pagata all'ente creditore",
};

/** The debt answered must be the one that was asked. The sentence names the field and not its value: the debt of somebody else is nobody's business. */
const findDifformita = (
  domanda: Domanda,
  { idA2A, idPendenza, nuova }: NonNullable<PendenzaVerificata["pendenza"]>,
): string | undefined => {
  const confronti = [
    ["idA2A", domanda.applicazione.idA2A, idA2A],
    ["idPendenza", domanda.idPendenza ?? idPendenza, idPendenza],
    ["idDominio", domanda.idDominio, nuova.idDominio],
    ["numeroAvviso", domanda.numeroAvviso, nuova.numeroAvviso ?? domanda.numeroAvviso],
  ] as const;
  const diverso = confronti.find(([, chiesto, risposto]) => chiesto !== risposto);
  return diverso && `il sistema dell'ente ha risposto con un'altra pendenza (${diverso[0]} diverso da quello chiesto)`;
};

const isMandatoria = (applicazione: Applicazione | undefined): boolean => applicazione?.aggiornamentoValiditaMandatorio ?? false;

export const createAttualizza = (porte: PorteAttualizzazione): Attualizza => {
  const { posizioni, anagrafiche, ente, save, giornale, clock, ids } = porte;

  /** Policy of the interface (reference 2.15): always an entry, the text of the answer only when something went wrong. */
  const toEvento = (domanda: Domanda, inizio: string, { scambio }: RispostaVerificaEnte, campi: CampiEvento): Evento => {
    const fine = clock.now();
    const dump = campi.esito === "OK" ? undefined : scambio?.testo;
    return {
      id: ids.next(),
      componente: "API_ENTE",
      categoriaEvento: "INTERFACCIA",
      ruolo: "CLIENT",
      tipoEvento: domanda.richiesta.operazione,
      esito: "OK",
      severita: 0,
      dataEvento: inizio,
      durataMillisecondi: Math.max(0, Date.parse(fine) - Date.parse(inizio)),
      transactionId: domanda.transactionId,
      idDominio: domanda.idDominio,
      iuv: domanda.iuv,
      idA2A: domanda.applicazione.idA2A,
      ...(domanda.idPendenza !== undefined && { idPendenza: domanda.idPendenza }),
      ...(scambio && {
        parametriRichiesta: { url: scambio.url, method: "GET", data: inizio },
        parametriRisposta: {
          data: fine,
          ...(scambio.status !== undefined && { status: scambio.status }),
          ...(dump !== undefined && { payload: dump.slice(0, PAYLOAD_MASSIMO), tagliato: dump.length > PAYLOAD_MASSIMO }),
        },
      }),
      ...campi,
    };
  };

  /** The debt as answered, written with the journal entry of the exchange in one transaction. */
  const store = async (
    domanda: Domanda,
    inizio: string,
    risposta: RispostaVerificaEnte,
    verificata: NonNullable<PendenzaVerificata["pendenza"]>,
  ): Promise<EsitoAttualizzazione> => {
    const difforme = findDifformita(domanda, verificata);
    if (difforme !== undefined) return fail(domanda, inizio, risposta, difforme);
    const { transactionId, tipo, numeroAvviso, idDominio, iuv, applicazione } = domanda;
    const { idA2A, idPendenza, nuova } = verificata;
    let registrata = false;
    const evento = (campi: CampiEvento = {}): Evento => {
      registrata = true;
      return toEvento(domanda, inizio, risposta, { esito: "OK", ...campi });
    };
    const salvata = await save({
      ...{ idA2A, idPendenza, tipo, chiamante: toChiamante(applicazione) },
      nuova: { ...nuova, numeroAvviso },
      traccia: { transactionId, inizio, evento, omit: () => {} },
    });
    if (!salvata.ok) {
      const { codice, dettaglio } = salvata.errore;
      const motivo = dettaglio === undefined ? codice : `${codice} ${dettaglio}`;
      return fail(domanda, inizio, risposta, `la pendenza del sistema dell'ente non è accettabile: ${motivo}`);
    }
    if (!registrata) await giornale.putEventi([toEvento(domanda, inizio, risposta, { esito: "OK", idPendenza })]);
    // Read again, consistently: what is paid is what is stored.
    const pendenza = await posizioni.getPendenza({ idDominio, iuv });
    if (!pendenza) throw new Error(`pendenza ${idA2A}/${idPendenza} salvata e non trovata`);
    return { esito: "aggiornata", pendenza };
  };

  const fail = async (
    domanda: Domanda,
    inizio: string,
    risposta: RispostaVerificaEnte,
    dettaglio: string,
  ): Promise<EsitoAttualizzazione> => {
    // Without an exchange there is nothing to tell: the refusal of who asked is in the journal anyway.
    if (risposta.scambio) {
      const campi = { esito: "FAIL", severita: 5, sottotipoEsito: "VER_014", dettaglioEsito: dettaglio } as const;
      await giornale.putEventi([toEvento(domanda, inizio, risposta, campi)]);
    }
    return { esito: "fallita", dettaglio, mandatoria: isMandatoria(domanda.applicazione) };
  };

  const ask = async (domanda: Domanda): Promise<EsitoAttualizzazione> => {
    const inizio = clock.now();
    const risposta = await ente.verify(domanda.applicazione, domanda.richiesta);
    if (!risposta.esito.ok) return fail(domanda, inizio, risposta, risposta.esito.errore.dettaglio);
    const { descrizioneStato, pendenza, stato: risposto } = risposta.esito.valore;
    const altrui = pendenza && domanda.isDiChiChiede?.(pendenza.nuova.debitore.identificativo) === false;
    const stato = altrui ? "SCONOSCIUTA" : risposto;
    if (stato === "NON_ESEGUITA") {
      if (pendenza) return store(domanda, inizio, risposta, pendenza);
      throw new Error("verifica dell'ente da pagare e senza pendenza");
    }
    const dettaglio = (altrui ? undefined : descrizioneStato) ?? DESCRIZIONI[stato];
    await giornale.putEventi([toEvento(domanda, inizio, risposta, { esito: "OK", sottotipoEsito: stato, dettaglioEsito: dettaglio })]);
    return { esito: "rifiutata", stato, dettaglio };
  };

  return {
    ofAvviso: async (dominio, numeroAvviso, transactionId, isDiChiChiede) => {
      const { idDominio } = dominio;
      const iuv = numeroAvvisoToIuv(numeroAvviso);
      // A number that the creditor cannot have printed is nobody's: no system is bothered with it.
      if (!isNumeroDelDominio(numeroAvviso, dominio)) return { esito: "non-prevista", mandatoria: false };
      const applicazione = findApplicazioneDi(await anagrafiche.getApplicazioni(), idDominio, iuv);
      if (!applicazione) return { esito: "non-prevista", mandatoria: false };
      const richiesta = { operazione: "getAvviso", idDominio, numeroAvviso, iuv } as const;
      return ask({ applicazione, richiesta, idDominio, iuv, numeroAvviso, tipo: "dovuto", transactionId, isDiChiChiede });
    },
    ofPendenza: async ({ idA2A, idPendenza, idDominio, iuv, numeroAvviso, tipo }, transactionId) => {
      const applicazione = await anagrafiche.getApplicazione(idA2A);
      if (!isInterrogabile(applicazione)) return { esito: "non-prevista", mandatoria: isMandatoria(applicazione) };
      const richiesta = { operazione: "verifyPendenza", idA2A, idPendenza } as const;
      return ask({ applicazione, richiesta, idDominio, iuv, numeroAvviso, idPendenza, tipo, transactionId });
    },
  };
};
