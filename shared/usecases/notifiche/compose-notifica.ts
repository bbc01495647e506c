/**
 * What is sent for a notification, and where: by its kind and by the version of the API EC that its application speaks (reference 1.13). Whoever is not to be told
 * is said why.
 */
import { readCallback } from "../../domain/anagrafiche/connettore-govpay.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Notifica, riferimentoDi } from "../../domain/notifiche/notifica.ts";
import { statoAbbandono } from "../../domain/notifiche/tentativi-superati.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { originaleDi } from "../../domain/storico/rt-originale.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Originali } from "../../ports/originali.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { MancataConsegna, ServizioIntegrazione, SistemaEnte } from "../../ports/sistema-ente.ts";

export interface PorteComposizione {
  readonly posizioni: Pick<Posizioni, "getPagamento">;
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione" | "getCreditore">;
  readonly originali: Pick<Originali, "read">;
  readonly clock: Clock;
  readonly ente: Pick<SistemaEnte, "notifyRicevuta" | "notifyPagamento" | "notifyAnnullamento" | "sendRpp">;
  /** The receipt as the API EC v2 shows it. */
  readonly present: (ricevuta: Ricevuta, posizione: Posizione, ragioneSociale: string) => unknown;
  /** An attempt, and its receipt when there is one, as the API EC v1 shows them. */
  readonly presentPagamento: (posizione: Posizione, tentativo: Tentativo | undefined, ricevuta?: Ricevuta) => unknown;
  /** Undefined for an attempt born from a receipt alone. */
  readonly presentRpt: (tentativo: Tentativo) => string | undefined;
}

export type Spedizione = () => Promise<Esito<{ readonly status: number }, MancataConsegna>>;
/** `ko`: why it will never be sent. */
type Composta = Esito<Spedizione, string>;

const SENZA_SERVIZIO = "l'applicazione non ha un servizio di integrazione";

const findTentativo = ({ tentativi }: Posizione, { idRicevuta, ccp }: Ricevuta): Tentativo | undefined =>
  tentativi.find((t) => t.idRicevuta === idRicevuta) ?? tentativi.find((t) => t.ccp === ccp);

/** A portal payment has three names on the wire; here its id is both of the cart and of the payment. */
const sessioneDi = (pagamento: Pagamento | undefined) =>
  pagamento && {
    ...{ idSession: pagamento.id, idCarrello: pagamento.id },
    ...(pagamento.idSessionePortale !== undefined && { idSessionePortale: pagamento.idSessionePortale }),
  };

/** @throws Error when what the notification is about is not in the archive. */
export const createComposeNotifica = (porte: PorteComposizione) => {
  const { posizioni, anagrafiche, originali, clock, ente, present, presentPagamento, presentRpt } = porte;

  const readSessione = async (tentativo: Tentativo | undefined) =>
    tentativo?.idPagamento === undefined ? undefined : sessioneDi(await posizioni.getPagamento(tentativo.idPagamento));

  const composeRicevuta = async (notifica: Notifica, posizione: Posizione, ricevuta: Ricevuta): Promise<Composta> => {
    const { idDominio, iuv } = notifica;
    const { idRicevuta, prova } = ricevuta;
    const servizio = (await anagrafiche.getApplicazione(notifica.idA2A))?.servizioIntegrazione;
    if (!servizio) return ko(SENZA_SERVIZIO);
    const tentativo = findTentativo(posizione, ricevuta);
    const sessione = await readSessione(tentativo);
    if (servizio.versioneApi === "REST v1") {
      const corpo = presentPagamento(posizione, tentativo, ricevuta);
      return ok(() => ente.notifyPagamento(servizio, { idDominio, iuv, ...sessione, corpo, prova }));
    }
    const ragioneSociale = (await anagrafiche.getCreditore(idDominio))?.dominio.ragioneSociale ?? idDominio;
    const corpo = present(ricevuta, posizione, ragioneSociale);
    return ok(() => ente.notifyRicevuta(servizio, { idDominio, iuv, idRicevuta, ...sessione, corpo, prova }));
  };

  /** Attempts exist in version 1 only. */
  const readServizioV1 = async (idA2A: string): Promise<Esito<ServizioIntegrazione, string>> => {
    const servizio = (await anagrafiche.getApplicazione(idA2A))?.servizioIntegrazione;
    if (!servizio) return ko(SENZA_SERVIZIO);
    return servizio.versioneApi === "REST v1" ? ok(servizio) : ko("l'applicazione non ha un servizio di integrazione REST v1");
  };

  const composeTentativo = async (notifica: Notifica, posizione: Posizione, tentativo: Tentativo): Promise<Composta> => {
    const { idDominio, iuv } = tentativo;
    const servizio = await readServizioV1(notifica.idA2A);
    if (!servizio.ok) return servizio;
    const detta = posizione.notifiche.some(
      (n) => n.tipo === "RICEVUTA" && n.stato === "SPEDITA" && n.idRicevuta === tentativo.idRicevuta && n.idA2A === notifica.idA2A,
    );
    if (detta) return ko("la ricevuta dello stesso tentativo è già stata consegnata");
    const sessione = await readSessione(tentativo);
    const corpo = presentPagamento(posizione, tentativo);
    return ok(() => ente.notifyPagamento(servizio.valore, { idDominio, iuv, ...sessione, corpo, prova: tentativo.prova }));
  };

  const composeAnnullamento = async (notifica: Notifica, posizione: Posizione, tentativo: Tentativo): Promise<Composta> => {
    const { idDominio, iuv, ccp, prova } = tentativo;
    const servizio = await readServizioV1(notifica.idA2A);
    if (!servizio.ok) return servizio;
    const codice = statoAbbandono(tentativo, posizione.tentativi, clock.now());
    if (codice === undefined) return ko("il tentativo ha avuto la sua ricevuta");
    const motivazione = codice === "RPT_ANNULLATA" ? "Sostituito da un tentativo più recente" : "Chiuso dal Nodo senza pagamento";
    return ok(() => ente.notifyAnnullamento(servizio.valore, { idDominio, iuv, ccp, corpo: { codice, motivazione }, prova }));
  };

  const composeRpp = async (notifica: Notifica, posizione: Posizione, ricevuta: Ricevuta): Promise<Composta> => {
    const { idDominio, iuv } = notifica;
    const creditore = await anagrafiche.getCreditore(idDominio);
    const servizio = creditore && readCallback(creditore.dominio, "RPP");
    if (!servizio) return ko("il dominio non ha un connettore GovPay REST che chieda le RPP");
    const originale = await originali.read(ricevuta.originale);
    const tentativo = findTentativo(posizione, ricevuta);
    const rpt = tentativo && presentRpt(tentativo);
    return ok(() =>
      ente.sendRpp(servizio, {
        ...{ idDominio, iuv, ccp: tentativo?.ccp ?? ricevuta.idRicevuta },
        ...(rpt !== undefined && { rpt }),
        ...(originale !== undefined && { rt: originaleDi(ricevuta, originale) }),
        prova: ricevuta.prova,
      }),
    );
  };

  return (notifica: Notifica, posizione: Posizione): Promise<Composta> => {
    const assente = () =>
      new Error(`notifica ${notifica.tipo} senza oggetto: ${notifica.idDominio} ${notifica.iuv} ${riferimentoDi(notifica)}`);
    if ("ccp" in notifica) {
      const tentativo = posizione.tentativi.find(({ ccp }) => ccp === notifica.ccp);
      if (!tentativo) throw assente();
      const composeSuo = notifica.tipo === "ANNULLAMENTO" ? composeAnnullamento : composeTentativo;
      return composeSuo(notifica, posizione, tentativo);
    }
    const ricevuta = posizione.ricevute.find(({ idRicevuta }) => idRicevuta === notifica.idRicevuta);
    if (!ricevuta) throw assente();
    return notifica.tipo === "RPP" ? composeRpp(notifica, posizione, ricevuta) : composeRicevuta(notifica, posizione, ricevuta);
  };
};
