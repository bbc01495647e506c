/**
 * Starts a portal payment: finds the debts, checks that they can be paid, opens a cart on Checkout and answers where to send the citizen.
 * Claim, call, settle: the payment is recorded before the call, so a crash in between leaves a trace and no doubt about who has the money.
 */
import { type Chiamante, seesDominio, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Connettore, Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Pendenza, Soggetto } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Checkout } from "../../ports/checkout.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { type CodiceVerifica, ensureAttuale, findPressoEnte } from "../pendenze/ensure-attuale.ts";
import type { Attualizza } from "../pendenze/refresh-pendenza.ts";

export type RiferimentoPendenza =
  | { readonly idA2A: string; readonly idPendenza: string }
  | { readonly idDominio: string; readonly numeroAvviso: string; readonly idDebitore?: string };

export interface RichiestaPagamento {
  readonly pendenze: readonly RiferimentoPendenza[];
  readonly urlRitorno?: string;
  readonly soggettoVersante?: Soggetto;
  readonly idSessionePortale?: string;
}

export type RifiutoPagamento = Rifiuto<
  | CodiceVerifica
  | "VER_008"
  | "PAG_000"
  | "PAG_006"
  | "PAG_007"
  | "PAG_013"
  | "DOM_000"
  | "DOM_001"
  | "STA_000"
  | "STA_001"
  | "SINTASSI"
  | "NDP_000"
  | "NDP_001"
>;

export interface PagamentoAvviato {
  readonly id: string;
  readonly redirect: string;
}

interface Porte {
  readonly posizioni: Posizioni;
  readonly anagrafiche: Anagrafiche;
  readonly checkout: Checkout;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly attualizza: Attualizza;
}

interface Pagabile {
  readonly pendenza: Pendenza;
  readonly creditore: Creditore;
}

const nomeDi = (riferimento: RiferimentoPendenza): string =>
  "idA2A" in riferimento
    ? `${riferimento.idA2A}/${riferimento.idPendenza}`
    : `avviso ${riferimento.numeroAvviso} di ${riferimento.idDominio}`;

/** A notice of the same IUV under another first digit, or of another debtor than the one named, is not the debt that was asked for. */
const isChiesta = (riferimento: RiferimentoPendenza, { numeroAvviso, debitore }: Pendenza): boolean =>
  "idA2A" in riferimento ||
  (numeroAvviso === riferimento.numeroAvviso &&
    (riferimento.idDebitore === undefined || debitore.identificativo.toUpperCase() === riferimento.idDebitore.toUpperCase()));

export const createStartPagamento = (porte: Porte) => {
  const { posizioni, anagrafiche, checkout, unitOfWork, clock, ids, attualizza } = porte;

  type Trovata = Esito<Pendenza | undefined, RifiutoPagamento>;

  /** Debts past their dataValidita, and notices nobody loaded, are asked to the creditor's own system (reference 3.3, 3.4). */
  const findPendenza = async (riferimento: RiferimentoPendenza, chiamante: Chiamante, transactionId: string): Promise<Trovata> => {
    const perNome = "idA2A" in riferimento;
    const registrata = perNome
      ? await posizioni.getPendenzaById(riferimento.idA2A, riferimento.idPendenza)
      : await posizioni.getPendenza({ idDominio: riferimento.idDominio, iuv: numeroAvvisoToIuv(riferimento.numeroAvviso) });
    if (registrata && isChiesta(riferimento, registrata) && seesPendenza(chiamante, registrata))
      return ensureAttuale(attualizza, registrata, giornoDi(clock.now()), transactionId);
    if (registrata || perNome || !seesDominio(chiamante, riferimento.idDominio)) return ok(undefined);
    const creditore = await anagrafiche.getCreditore(riferimento.idDominio);
    return creditore ? findPressoEnte(attualizza, creditore.dominio, riferimento.numeroAvviso, transactionId) : ok(undefined);
  };

  const check = async (
    riferimento: RiferimentoPendenza,
    chiamante: Chiamante,
    transactionId: string,
  ): Promise<Esito<Pagabile, RifiutoPagamento>> => {
    const trovata = await findPendenza(riferimento, chiamante, transactionId);
    if (!trovata.ok) return trovata;
    const pendenza = trovata.valore;
    if (!pendenza || !seesPendenza(chiamante, pendenza) || !isChiesta(riferimento, pendenza))
      return rifiuto("VER_008", nomeDi(riferimento));
    const creditore = await anagrafiche.getCreditore(pendenza.idDominio);
    if (!creditore) return rifiuto("DOM_000", pendenza.idDominio);
    if (!creditore.dominio.abilitato) return rifiuto("DOM_001", pendenza.idDominio);
    const stato = statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, giornoDi(clock.now()));
    if (stato === "SCADUTA") return rifiuto("PAG_007", `${nomeDi(riferimento)}: scaduta il ${pendenza.dataScadenza}`);
    if (stato !== "NON_ESEGUITA") return rifiuto("PAG_006", `${nomeDi(riferimento)}: ${stato}`);
    if (pendenza.importo <= 0n) return rifiuto("PAG_006", `${nomeDi(riferimento)}: importo zero`);
    return ok({ pendenza, creditore });
  };

  /** Checkout of the one intermediary behind all the debts (PAG_000). */
  const findConnettore = async (pagabili: readonly Pagabile[]): Promise<Esito<Connettore, RifiutoPagamento>> => {
    const stazioni = new Set(pagabili.map(({ creditore }) => creditore.dominio.stazione));
    const [idStazione] = stazioni;
    if (stazioni.size !== 1 || idStazione === undefined) return rifiuto("PAG_000", `stazioni: ${[...stazioni].join(", ")}`);
    const stazione = await anagrafiche.getStazione(idStazione);
    const intermediario = stazione && (await anagrafiche.getIntermediario(stazione.idIntermediario));
    if (!stazione || !intermediario) return rifiuto("STA_000", idStazione);
    if (!stazione.abilitato || !intermediario.abilitato) return rifiuto("STA_001", idStazione);
    if (!intermediario.servizioPagoPaCheckout)
      return rifiuto("STA_001", `l'intermediario ${intermediario.idIntermediario} non ha il servizio Checkout`);
    return ok(intermediario.servizioPagoPaCheckout);
  };

  const settle = async (pagamento: Pagamento, traccia: Traccia, campi: Parameters<Traccia["evento"]>[0]): Promise<void> => {
    // A lost race here means that the receipt came first: its outcome is the better one and stays.
    await unitOfWork.commit([{ azione: "sostituisci", entita: "pagamento", valore: pagamento }], {
      eventi: [traccia.evento({ idPagamento: pagamento.id, ...campi })],
    });
  };

  return async (
    richiesta: RichiestaPagamento,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<PagamentoAvviato, RifiutoPagamento>> => {
    const { urlRitorno } = richiesta;
    if (urlRitorno === undefined) return rifiuto("PAG_013", "urlRitorno: obbligatorio per i pagamenti su Checkout");
    const esiti = await Promise.all(richiesta.pendenze.map((riferimento) => check(riferimento, chiamante, traccia.transactionId)));
    const pagabili: Pagabile[] = [];
    for (const esito of esiti) {
      if (!esito.ok) return esito;
      pagabili.push(esito.valore);
    }
    if (new Set(pagabili.map(({ pendenza }) => `${pendenza.idDominio}#${pendenza.iuv}`)).size !== pagabili.length)
      return rifiuto("SINTASSI", "pendenze: la stessa pendenza compare più volte");
    const connettore = await findConnettore(pagabili);
    if (!connettore.ok) return connettore;

    const pagamento = toPagamento(ids.next(), clock.now(), richiesta, chiamante, pagabili);
    const registrato = await unitOfWork.commit([{ azione: "crea", entita: "pagamento", valore: pagamento }]);
    if (!registrato.ok) throw new Error(`identificativo di pagamento ripetuto: ${pagamento.id}`);

    const carrello = await checkout.createCarrello(connettore.valore, {
      idCarrello: pagamento.id,
      ...(richiesta.soggettoVersante?.email !== undefined && { emailNotice: richiesta.soggettoVersante.email }),
      avvisi: pagabili.map(({ pendenza, creditore }) => ({
        numeroAvviso: pendenza.numeroAvviso,
        idDominio: pendenza.idDominio,
        ragioneSociale: creditore.dominio.ragioneSociale,
        causale: pendenza.causale,
        importo: pendenza.importo,
      })),
      ritorno: ritorniDi(urlRitorno, pagamento.id),
    });
    const registratoAlla = { ...pagamento, versione: 1 };
    if (!carrello.ok) {
      const { causa, dettaglio } = carrello.errore;
      const codice = causa === "irraggiungibile" ? "NDP_000" : "NDP_001";
      await settle({ ...registratoAlla, stato: "FALLITO", descrizioneStato: dettaglio }, traccia, {
        esito: causa === "irraggiungibile" ? "FAIL" : "KO",
        sottotipoEsito: codice,
        dettaglioEsito: dettaglio,
        severita: 5,
      });
      return rifiuto(codice, dettaglio);
    }
    await settle({ ...registratoAlla, pspRedirectUrl: carrello.valore.redirect }, traccia, {});
    return ok({ id: pagamento.id, redirect: carrello.valore.redirect });
  };
};

const toPagamento = (
  id: string,
  adesso: string,
  richiesta: RichiestaPagamento,
  chiamante: Chiamante,
  pagabili: readonly Pagabile[],
): Pagamento => {
  const causali = pagabili.map(({ pendenza }) => pendenza.causale);
  return {
    versione: 0,
    id,
    idA2A: chiamante.idA2A ?? "",
    nome: causali.length === 1 ? (causali[0] ?? "") : `Pagamento di ${causali.length} pendenze`,
    stato: "IN_CORSO",
    importo: pagabili.reduce((somma, { pendenza }) => somma + pendenza.importo, 0n),
    dataRichiesta: adesso,
    ...(richiesta.idSessionePortale !== undefined && { idSessionePortale: richiesta.idSessionePortale }),
    ...(richiesta.urlRitorno !== undefined && { urlRitorno: richiesta.urlRitorno }),
    ...(richiesta.soggettoVersante && { soggettoVersante: richiesta.soggettoVersante }),
    posizioni: pagabili.map(({ pendenza }) => ({
      idDominio: pendenza.idDominio,
      iuv: pendenza.iuv,
      numeroAvviso: pendenza.numeroAvviso,
      idA2A: pendenza.idA2A,
      idPendenza: pendenza.idPendenza,
      causale: pendenza.causale,
      importo: pendenza.importo,
      esito: "IN_CORSO",
    })),
  };
};

/** The portal's address with `idPagamento` and `esito`, as GovPay's landing page appends them. None of them ever marks anything as paid. */
const ritorniDi = (urlRitorno: string, id: string): { ok: string; annullato: string; errore: string; attesa: string } => {
  const con = (esito: string): string => {
    const [base = "", frammento] = urlRitorno.split("#");
    const indirizzo = `${base}${base.includes("?") ? "&" : "?"}idPagamento=${id}&esito=${esito}`;
    return frammento === undefined ? indirizzo : `${indirizzo}#${frammento}`;
  };
  return { ok: con("OK"), annullato: con("CANCEL"), errore: con("ERROR"), attesa: con("WAITING") };
};
