/**
 * The payment of the stations of version V2: a cart on Checkout. Claim, call, settle: the payment is recorded before the call, so a crash in
 * between leaves a trace and no doubt about who has the money. The cart's id is the payment's: it comes back as paymentNote.
 */
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { RIFIUTI_CHECKOUT } from "../../domain/pagamenti/rifiuti-checkout.ts";
import { findDifettoRitorno, ritorniDi } from "../../domain/pagamenti/ritorno.ts";
import { isTuttoPostale, resolveTrasferimenti } from "../../domain/pagamenti/trasferimenti.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Checkout } from "../../ports/checkout.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { loadRegistro } from "./find-avviso.ts";
import { type Avvio, type Pagabile, type PagamentoAvviato, toPagamento } from "./pagabile.ts";

export type RifiutoCarrello = Rifiuto<"PAG_014" | "SINTASSI" | "NDP_000" | "NDP_001" | "TROPPE_RICHIESTE">;

export interface PorteCheckout {
  readonly checkout: Checkout;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getEntrata">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What cannot be credited at all is not for the Post either: it is the activation that says why. */
const isPostaleCon =
  (anagrafiche: PorteCheckout["anagrafiche"]) =>
  async (pagabili: readonly Pagabile[]): Promise<boolean> => {
    for (const { pendenza, creditore } of pagabili) {
      const trasferimenti = resolveTrasferimenti(pendenza, await loadRegistro(anagrafiche, creditore, [pendenza]));
      if (!trasferimenti.ok || !isTuttoPostale(trasferimenti.valore)) return false;
    }
    return true;
  };

export const startCheckout =
  ({ checkout, anagrafiche, unitOfWork, clock, ids }: PorteCheckout) =>
  async (avvio: Avvio, connettore: Connettore, traccia: Traccia): Promise<Esito<PagamentoAvviato, RifiutoCarrello>> => {
    const { richiesta, urlRitorno, pagabili } = avvio;
    const difetto = findDifettoRitorno(urlRitorno, connettore.url);
    if (difetto !== undefined) return rifiuto("SINTASSI", difetto);

    const isPostale = isPostaleCon(anagrafiche);
    const settle = async (pagamento: Pagamento, campi: Parameters<Traccia["evento"]>[0]): Promise<void> => {
      // A lost race here means that the receipt came first: its outcome is the better one and stays.
      await unitOfWork.commit([{ azione: "sostituisci", entita: "pagamento", valore: pagamento }], {
        eventi: [traccia.evento({ idPagamento: pagamento.id, ...campi })],
      });
    };

    const pagamento = toPagamento(ids.next(), clock.now(), avvio);
    const registrato = await unitOfWork.commit([{ azione: "crea", entita: "pagamento", valore: pagamento }]);
    if (!registrato.ok) throw new Error(`identificativo di pagamento ripetuto: ${pagamento.id}`);
    const carrello = await checkout.createCarrello(connettore, {
      idCarrello: pagamento.id,
      ...(richiesta.soggettoVersante?.email !== undefined && { emailNotice: richiesta.soggettoVersante.email }),
      avvisi: pagabili.map(({ pendenza, creditore }) => ({
        numeroAvviso: pendenza.numeroAvviso,
        idDominio: pendenza.idDominio,
        ragioneSociale: creditore.dominio.ragioneSociale,
        causale: pendenza.causale,
        importo: pendenza.importo,
      })),
      ...((await isPostale(pagabili)) && { tuttoPostale: true }),
      ritorno: ritorniDi(urlRitorno, pagamento.id),
    });
    const registratoAlla = { ...pagamento, versione: 1 };
    if (!carrello.ok) {
      const { causa, status, dettaglio } = carrello.errore;
      const { codice, esito, cittadino, operatore } = RIFIUTI_CHECKOUT[causa];
      const perOperatore = `${operatore}${dettaglio === "" ? "" : `: ${dettaglio}`}`.slice(0, 500);
      const severita = esito === "FAIL" ? 5 : 3;
      await settle(
        { ...registratoAlla, stato: "FALLITO", descrizioneStato: perOperatore, severita },
        {
          esito,
          sottotipoEsito: status === undefined ? codice : `CHECKOUT_${status}`,
          dettaglioEsito: perOperatore,
          severita,
        },
      );
      return rifiuto(codice, cittadino);
    }
    await settle({ ...registratoAlla, pspRedirectUrl: carrello.valore.redirect }, {});
    return ok({ id: pagamento.id, redirect: carrello.valore.redirect });
  };
