/** The decision on a receipt, without reading or writing anything: from what is known of the payment code to the changes of one transaction. */
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import { readCallback } from "../../domain/anagrafiche/connettore-govpay.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { fascicoloDaRicevuta } from "../../domain/fascicoli/apri-fascicolo.ts";
import { CONNETTORE_GOVPAY } from "../../domain/notifiche/invio-rendicontazioni.ts";
import { type Notifica, nuovaNotifica } from "../../domain/notifiche/notifica.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Pendenza, Segnalazione, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import { diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import { closeRecuperi } from "../../domain/recuperi/recuperi-chiusi.ts";
import { type BolloEsaminato, isAutentica, segnalaBolli, usoDi } from "../../domain/ricevute/bolli.ts";
import { applyRicevuta, isDelTitolare, type PendenzaPagata } from "../../domain/ricevute/pendenza-pagata.ts";
import { matchRendicontazioni } from "../../domain/ricevute/rendicontazioni-abbinate.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { chiaveDi, findIncoerenze, type RicevutaInArrivo, riscossioneDi, toRicevuta } from "../../domain/ricevute/ricevuta-nodo.ts";
import { type RiscossioniDiRicevuta, toRiscossioni } from "../../domain/ricevute/riscossioni-di-ricevuta.ts";
import { closeTentativo } from "../../domain/ricevute/tentativo-chiuso.ts";
import { autoreDiPagamento } from "../../domain/storia/fatto.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import type { Messaggio, Modifica } from "../../ports/unit-of-work.ts";
import { openNotifiche } from "../notifiche/open-notifiche.ts";
import {
  advancePagamento,
  closeNonPagata,
  findIncoerenzeStoriche,
  segnalaRipetuta,
  segnalaSconosciuta,
} from "./storico/register-rt-decisione.ts";

export interface ContestoRegistrazione {
  readonly arrivo: RicevutaInArrivo;
  /** Everything filed under the creditor that received it. */
  readonly posizione: Posizione;
  /** The debt, also when it belongs to another creditor of ours (copy for a secondary one). */
  readonly pendenza: Pendenza | undefined;
  readonly creditori: ReadonlyMap<string, Creditore>;
  readonly applicazione: Applicazione | undefined;
  readonly pagamento: Pagamento | undefined;
  /** Amounts of this receipt filed under other creditors. */
  readonly altrove: readonly Riscossione[];
  /** Stamps in it, with their signature checked. */
  readonly bolli: readonly BolloEsaminato[];
  readonly adesso: string;
  readonly idStoria: string;
}

export interface Decisione {
  readonly modifiche: readonly Modifica[];
  readonly storia: readonly VoceStoria[];
  readonly messaggi: readonly Messaggio[];
  readonly segnalazioni: readonly Segnalazione[];
}

/** A transaction holds 100 writes; a row is reported a handful of times at most, whatever the number of revisions. */
const RIGHE_MASSIME = 60;

export function decideRegistrazione(contesto: ContestoRegistrazione): Decisione {
  const { arrivo, posizione, pendenza, creditori, altrove, adesso } = contesto;
  const { receipt } = arrivo.richiesta;
  const suoi = new Set(receipt.transferList.map((transfer) => riscossioneDi(receipt, transfer).iur));
  const esistenti = [...posizione.riscossioni, ...altrove].filter(({ iur }) => suoi.has(iur));
  const riscossioni = toRiscossioni({ arrivo, pendenza, creditori, esistenti });
  const effetto = decideEffetto(contesto, riscossioni);
  const incoerenze = arrivo.rt ? findIncoerenzeStoriche(arrivo.rt, contesto) : findIncoerenze(arrivo);
  const deiBolli = segnalaBolli(receipt, contesto.bolli, pendenza, adesso);
  const segnalazioni = [...incoerenze, ...(effetto.segnalazioni ?? []), ...deiBolli];
  const righe = matchRendicontazioni(posizione.rendicontazioni, [...riscossioni.nuove, ...riscossioni.completate], adesso).slice(
    0,
    RIGHE_MASSIME,
  );
  const riferimenti = pendenza ? riferimentiDi(pendenza, arrivo) : {};
  const ricevuta = toRicevuta(arrivo, { ...riferimenti, ...(effetto.ccp !== undefined && { ccp: effetto.ccp }) }, segnalazioni);
  const daDire = openNotifiche(toNotifiche(contesto));
  // Money that does not fit is rare: the others pay nothing for it.
  const fascicolo = fascicoloDaRicevuta(arrivo, pendenza, { segnalazioni, nuove: riscossioni.nuove }, adesso);
  return {
    segnalazioni,
    storia: effetto.storia ?? [],
    messaggi: daDire.messaggi,
    modifiche: [
      { azione: "crea", entita: "ricevuta", valore: ricevuta },
      ...riscossioni.nuove.map((valore): Modifica => ({ azione: "crea", entita: "riscossione", valore })),
      ...riscossioni.completate.map((valore): Modifica => ({ azione: "sostituisci", entita: "riscossione", valore })),
      ...(effetto.modifiche ?? []).map((modifica) => withSegnalazioni(modifica, deiBolli)),
      ...reserveBolli(contesto),
      ...righe.map((valore): Modifica => ({ azione: "sostituisci", entita: "rendicontazione", valore })),
      ...closeRecuperi(posizione.recuperi, arrivo, effetto.ccp, adesso).map(
        (valore): Modifica => ({ azione: "sostituisci", entita: "recupero", valore }),
      ),
      ...daDire.modifiche,
      ...(fascicolo ? [{ azione: "crea", entita: "fascicolo", valore: fascicolo } as const] : []),
    ],
  };
}

/** What is wrong with a stamp is said on its debt too, without touching its state: the money has been paid. */
const withSegnalazioni = (modifica: Modifica, nuove: readonly Segnalazione[]): Modifica =>
  modifica.entita === "pendenza" && nuove.length > 0
    ? { ...modifica, valore: { ...modifica.valore, segnalazioni: [...modifica.valore.segnalazioni, ...nuove] } }
    : modifica;

/** The number of a stamp is taken once: whoever comes second decides again, and reports it. */
const reserveBolli = ({ bolli, arrivo }: ContestoRegistrazione): readonly Modifica[] => {
  const { receiptId } = arrivo.richiesta.receipt;
  return bolli.flatMap(({ idTransfer, letto, giaUsato, giaSuo }): Modifica[] => {
    if (!letto.ok || !isAutentica(letto.valore) || giaUsato !== undefined || giaSuo) return [];
    const valore = { versione: 0, ambito: "bollo", chiave: letto.valore.iubd, riferimento: usoDi(receiptId, idTransfer) } as const;
    return [{ azione: "crea", entita: "unicita", valore }];
  });
};

/** An RT has no notice number: that of its debt is filed. */
const riferimentiDi = ({ idA2A, idPendenza, numeroAvviso }: Pendenza, { rt }: RicevutaInArrivo) => ({
  ...{ idA2A, idPendenza },
  ...(rt && { numeroAvviso }),
});

interface Effetto {
  readonly modifiche?: readonly Modifica[];
  readonly storia?: readonly VoceStoria[];
  readonly segnalazioni?: readonly Segnalazione[];
  readonly ccp?: string;
}

/** Debt, attempt and portal payment: touched only by the owner's receipt of a payment that succeeded. */
function decideEffetto(contesto: ContestoRegistrazione, riscossioni: RiscossioniDiRicevuta): Effetto {
  const { arrivo, posizione, pendenza, pagamento, adesso } = contesto;
  const { receipt } = arrivo.richiesta;
  if (!pendenza) {
    if (arrivo.rt) return { segnalazioni: [segnalaSconosciuta(arrivo, adesso)] };
    if (!isDelTitolare(arrivo)) return {};
    const descrizione = `Nessuna pendenza del dominio ${receipt.fiscalCode} ha il numero avviso ${receipt.noticeNumber}`;
    return { segnalazioni: [{ data: adesso, codice: "AVVISO_SCONOSCIUTO", descrizione }] };
  }
  if (arrivo.rt && receipt.outcome === "KO") return closeNonPagata(contesto, pendenza, arrivo.rt);
  if (!isDelTitolare(arrivo) || receipt.outcome === "KO") return {};
  if (arrivo.rt && riscossioni.nuove.length + riscossioni.completate.length === 0)
    return { segnalazioni: [segnalaRipetuta(arrivo, adesso)] };
  const pagata = applyRicevuta(pendenza, arrivo, riscossioni.completate.length > 0 && riscossioni.nuove.length === 0, adesso);
  const { azione, tentativo } = closeTentativo(pendenza, posizione.tentativi, arrivo, pagamento?.id);
  const avanzato = pagamento && advancePagamento(pagamento, pendenza, "ESEGUITO");
  return {
    ccp: tentativo.ccp,
    segnalazioni: pagata.segnalazioni,
    storia: [toStoria(contesto, pendenza, pagata)],
    modifiche: [
      { azione: "sostituisci", entita: "pendenza", valore: pagata.pendenza },
      { azione, entita: "tentativo", valore: tentativo },
      ...(avanzato ? [{ azione: "sostituisci", entita: "pagamento", valore: avanzato } as const] : []),
    ],
  };
}

function toStoria(
  { arrivo, adesso, idStoria }: ContestoRegistrazione,
  prima: Pendenza,
  { pendenza: dopo, evento }: PendenzaPagata,
): VoceStoria {
  const campi = { ...diffPendenza(prima, dopo), idRicevuta: { dopo: arrivo.richiesta.receipt.receiptId } };
  return { id: idStoria, ...chiaveDi(arrivo), data: adesso, autore: autoreDiPagamento(prima.prova), evento, campi };
}

/**
 * To the application that owns the debt, if it can be told, and to the connector of its creditor that wants the messages (callback v1): one notification each per
 * receipt of the owner, none for the copies (reference 3.15).
 */
function toNotifiche({ arrivo, pendenza, applicazione, creditori, adesso }: ContestoRegistrazione): readonly Notifica[] {
  if (!pendenza || !isDelTitolare(arrivo) || arrivo.richiesta.receipt.outcome === "KO") return [];
  const ricevuta = { ...chiaveDi(arrivo), idRicevuta: arrivo.richiesta.receipt.receiptId };
  const creditore = creditori.get(ricevuta.idDominio);
  return [
    ...(applicazione?.servizioIntegrazione ? [nuovaNotifica({ tipo: "RICEVUTA", ...ricevuta }, pendenza.idA2A, adesso)] : []),
    ...(creditore && readCallback(creditore.dominio, "RPP")
      ? [nuovaNotifica({ tipo: "RPP", ...ricevuta }, CONNETTORE_GOVPAY, adesso)]
      : []),
  ];
}
