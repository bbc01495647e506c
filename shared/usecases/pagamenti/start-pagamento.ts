/**
 * Starts a portal payment: finds the debts, checks that they can be paid, and takes the way of the one station behind them: Checkout for
 * version V2, the legacy Node with its WISP page for version V1 (reference 3.7). Nothing here, nor any return of a browser, marks as paid.
 */
import { denominazioneOf, isSuo, soggettoOf } from "../../domain/accessi/cittadino.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Soggetto } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Checkout } from "../../ports/checkout.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { CodiceVerifica } from "../pendenze/ensure-attuale.ts";
import type { Attualizza } from "../pendenze/refresh-pendenza.ts";
import { findPuntoNodo } from "../storico/punto-nodo.ts";
import { type PorteWisp, type RifiutoWisp, startWisp } from "../storico/start-wisp.ts";
import { findPagabile, nomeDi, type PendenzaTrovata } from "./find-pagabile.ts";
import type { Avvio, Pagabile, PagamentoAvviato, PendenzaDaCreare, RichiestaPagamento, RiferimentoPendenza } from "./pagabile.ts";
import { type PorteCheckout, type RifiutoCarrello, startCheckout } from "./start-checkout.ts";

export type RifiutoPagamento =
  | Rifiuto<
      | CodiceVerifica
      | "VER_008"
      | "CIT_004"
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
  /** The way of the creditors in prova. */
  readonly prova: { readonly checkout: Checkout; readonly connettore: Connettore };
}

export interface EsitoAvvio extends PagamentoAvviato {
  /** What was paid for, as it is now. */
  readonly pagabili: readonly Pagabile[];
}

/** A citizen pays as who it acts for: nobody is charged in the name of another (CIT_004). */
const versanteDi = (
  { cittadino }: Chiamante,
  dichiarato: Soggetto | undefined,
): Esito<{ readonly soggettoVersante?: Soggetto }, Rifiuto<"CIT_004">> => {
  if (!cittadino) return ok(dichiarato ? { soggettoVersante: dichiarato } : {});
  if (dichiarato) {
    return isSuo(cittadino, dichiarato.identificativo)
      ? ok({ soggettoVersante: dichiarato })
      : rifiuto("CIT_004", "soggettoVersante.identificativo: non è quello per cui agisce il cittadino");
  }
  const azienda = cittadino.deleghe.find(({ codiceFiscale }) => codiceFiscale === cittadino.perConto);
  const soggettoVersante: Soggetto = {
    tipo: azienda ? "G" : "F",
    identificativo: soggettoOf(cittadino),
    anagrafica: (azienda?.ragioneSociale ?? denominazioneOf(cittadino)).slice(0, 70),
    ...(cittadino.email !== undefined && { email: cittadino.email }),
  };
  return ok({ soggettoVersante });
};

const isDaCreare = <C extends string>(voce: RiferimentoPendenza | PendenzaDaCreare<C>): voce is PendenzaDaCreare<C> => "crea" in voce;

export const createStartPagamento = (porte: Porte) => {
  const { anagrafiche, clock } = porte;
  const onCheckout = startCheckout(porte);
  const onWisp = startWisp(porte);
  const onProva = startCheckout({ ...porte, checkout: porte.prova.checkout });
  const find = findPagabile(porte);

  const check = async (nome: string, trovata: PendenzaTrovata): Promise<Esito<Pagabile, RifiutoPagamento>> => {
    const { pendenza } = trovata;
    const creditore = await anagrafiche.getCreditore(pendenza.idDominio);
    if (!creditore) return rifiuto("DOM_000", pendenza.idDominio);
    if (!creditore.dominio.abilitato) return rifiuto("DOM_001", pendenza.idDominio);
    const stato = statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, giornoDi(clock.now()));
    if (stato === "SCADUTA") return rifiuto("PAG_007", `${nome}: scaduta il ${pendenza.dataScadenza}`);
    if (stato !== "NON_ESEGUITA") return rifiuto("PAG_006", `${nome}: ${stato}`);
    if (pendenza.prova !== creditore.dominio.inProva)
      return rifiuto("PAG_006", `${nome}: nata quando il dominio era in prova, non si paga`);
    if (pendenza.importo <= 0n) return rifiuto("PAG_006", `${nome}: importo zero`);
    return ok({ ...trovata, creditore });
  };

  const checkRiferimento = async (
    riferimento: RiferimentoPendenza,
    chiamante: Chiamante,
    transactionId: string,
  ): Promise<Esito<Pagabile, RifiutoPagamento>> => {
    const trovata = await find(riferimento, chiamante, transactionId);
    return trovata.ok ? check(nomeDi(riferimento), trovata.valore) : trovata;
  };

  type Strada = (avvio: Avvio, traccia: Traccia) => Promise<Esito<PagamentoAvviato, RifiutoPagamento>>;

  /** The way of the one station behind all the debts (PAG_000). */
  const choose = async (pagabili: readonly Pagabile[]): Promise<Esito<Strada, RifiutoPagamento>> => {
    const inProva = pagabili.filter(({ creditore }) => creditore.dominio.inProva);
    if (inProva.length > 0)
      return inProva.length === pagabili.length
        ? ok((avvio: Avvio, traccia: Traccia) => onProva(avvio, porte.prova.connettore, traccia))
        : rifiuto("PAG_000", "pendenze di domini in prova e di domini in esercizio non si pagano insieme");
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

  /** All that exists is looked at first: what does not is written only when nothing else can refuse. */
  const gather = async <C extends string>(
    richiesta: RichiestaPagamento<C>,
    chiamante: Chiamante,
    transactionId: string,
  ): Promise<Esito<readonly Pagabile[], RifiutoPagamento | Rifiuto<C>>> => {
    const pagabili = await Promise.all(
      richiesta.pendenze.map((voce) => (isDaCreare(voce) ? undefined : checkRiferimento(voce, chiamante, transactionId))),
    );
    const negata = pagabili.find((esito) => esito?.ok === false);
    if (negata && !negata.ok) return negata;
    const tutti: Pagabile[] = [];
    for (const [i, voce] of richiesta.pendenze.entries()) {
      const esistente = pagabili[i];
      if (esistente?.ok) tutti.push(esistente.valore);
      if (!isDaCreare(voce)) continue;
      const creata = await voce.crea();
      if (!creata.ok) return creata;
      const pagabile = await check(`pendenza ${creata.valore.idPendenza}`, { pendenza: creata.valore, creata: true });
      if (!pagabile.ok) return pagabile;
      tutti.push(pagabile.valore);
    }
    return ok(tutti);
  };

  return async <C extends string = never>(
    { pendenze, ...richiesta }: RichiestaPagamento<C>,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<EsitoAvvio, RifiutoPagamento | Rifiuto<C>>> => {
    const { urlRitorno } = richiesta;
    if (urlRitorno === undefined) return rifiuto("PAG_013", "urlRitorno: obbligatorio, è dove torna il cittadino dopo avere pagato");
    const versante = versanteDi(chiamante, richiesta.soggettoVersante);
    if (!versante.ok) return versante;
    const raccolte = await gather({ ...richiesta, pendenze }, chiamante, traccia.transactionId);
    if (!raccolte.ok) return raccolte;
    const pagabili = raccolte.valore;
    if (new Set(pagabili.map(({ pendenza }) => `${pendenza.idDominio}#${pendenza.iuv}`)).size !== pagabili.length)
      return rifiuto("SINTASSI", "pendenze: la stessa pendenza compare più volte");
    const strada = await choose(pagabili);
    if (!strada.ok) return strada;
    const avviato = await strada.valore({ richiesta: { ...richiesta, ...versante.valore }, urlRitorno, chiamante, pagabili }, traccia);
    return avviato.ok ? ok({ ...avviato.valore, pagabili }) : avviato;
  };
};
