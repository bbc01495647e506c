/**
 * Starts a portal payment: finds the debts, checks that they can be paid, and takes the way of the one station behind them: Checkout for
 * version V2, the legacy Node with its WISP page for version V1 (reference 3.7). Nothing here, nor any return of a browser, marks as paid.
 */
import { type Chiamante, seesDominio, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { type CodiceVerifica, ensureAttuale, findPressoEnte } from "../pendenze/ensure-attuale.ts";
import type { Attualizza } from "../pendenze/refresh-pendenza.ts";
import { findPuntoNodo } from "../storico/punto-nodo.ts";
import { type PorteWisp, type RifiutoWisp, startWisp } from "../storico/start-wisp.ts";
import type { Avvio, Pagabile, PagamentoAvviato, RichiestaPagamento, RiferimentoPendenza } from "./pagabile.ts";
import { type PorteCheckout, type RifiutoCarrello, startCheckout } from "./start-checkout.ts";

export type RifiutoPagamento =
  | Rifiuto<
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
    >
  | RifiutoCarrello
  | RifiutoWisp;

interface Porte extends PorteCheckout, PorteWisp {
  readonly posizioni: Posizioni;
  readonly anagrafiche: Anagrafiche;
  readonly attualizza: Attualizza;
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
  const { posizioni, anagrafiche, clock, attualizza } = porte;
  const onCheckout = startCheckout(porte);
  const onWisp = startWisp(porte);

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

  type Strada = (avvio: Avvio, traccia: Traccia) => Promise<Esito<PagamentoAvviato, RifiutoPagamento>>;

  /** The way of the one station behind all the debts (PAG_000). */
  const choose = async (pagabili: readonly Pagabile[]): Promise<Esito<Strada, RifiutoPagamento>> => {
    const stazioni = new Set(pagabili.map(({ creditore }) => creditore.dominio.stazione));
    const [idStazione] = stazioni;
    if (stazioni.size !== 1 || idStazione === undefined) return rifiuto("PAG_000", `stazioni: ${[...stazioni].join(", ")}`);
    const stazione = await anagrafiche.getStazione(idStazione);
    const intermediario = stazione && (await anagrafiche.getIntermediario(stazione.idIntermediario));
    if (!stazione || !intermediario) return rifiuto("STA_000", idStazione);
    if (!stazione.abilitato || !intermediario.abilitato) return rifiuto("STA_001", idStazione);
    if (stazione.versioneStazione === "V1") {
      const punto = await findPuntoNodo(anagrafiche, stazione);
      return punto
        ? ok((avvio: Avvio, traccia: Traccia) => onWisp(avvio, punto, traccia))
        : rifiuto("STA_001", `la stazione ${idStazione}, di versione V1, non ha una password`);
    }
    const connettore = intermediario.servizioPagoPaCheckout;
    return connettore
      ? ok((avvio: Avvio, traccia: Traccia) => onCheckout(avvio, connettore, traccia))
      : rifiuto("STA_001", `l'intermediario ${intermediario.idIntermediario} non ha il servizio Checkout`);
  };

  return async (
    richiesta: RichiestaPagamento,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<PagamentoAvviato, RifiutoPagamento>> => {
    const { urlRitorno } = richiesta;
    if (urlRitorno === undefined) return rifiuto("PAG_013", "urlRitorno: obbligatorio, è dove torna il cittadino dopo avere pagato");
    const esiti = await Promise.all(richiesta.pendenze.map((riferimento) => check(riferimento, chiamante, traccia.transactionId)));
    const pagabili: Pagabile[] = [];
    for (const esito of esiti) {
      if (!esito.ok) return esito;
      pagabili.push(esito.valore);
    }
    if (new Set(pagabili.map(({ pendenza }) => `${pendenza.idDominio}#${pendenza.iuv}`)).size !== pagabili.length)
      return rifiuto("SINTASSI", "pendenze: la stessa pendenza compare più volte");
    const strada = await choose(pagabili);
    return strada.ok ? strada.valore({ richiesta, urlRitorno, chiamante, pagabili }, traccia) : strada;
  };
};
