/**
 * The payment of the stations of version V1: one RPT, or a cart of up to five, and the page of WISP where the person chooses how to pay. Claim,
 * call, settle: payment and attempts are recorded before the call, each attempt with the RPT that is sent.
 */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Notifica } from "../../domain/notifiche/notifica.ts";
import { toJsonNodo } from "../../domain/pagamenti/json-nodo.ts";
import { importoDovuto } from "../../domain/pagamenti/pagabilita.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { riferimentiPendenza, type Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { resolveTrasferimenti } from "../../domain/pagamenti/trasferimenti.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { DOPO_INVIO, type EsitoInvio, esitoInvioDi } from "../../domain/storico/esito-invio.ts";
import { type Rpt, rptDi } from "../../domain/storico/rpt.ts";
import { isAperta } from "../../domain/storico/stati-rpt.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import { CANALE_WISP, type MancataRispostaNodo, type NodoStorico, type PuntoNodo, type RispostaNodo } from "../../ports/nodo-storico.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { notificheAttivazione, openNotifiche } from "../notifiche/open-notifiche.ts";
import { loadRegistro } from "../pagamenti/find-avviso.ts";
import { type Avvio, type Pagabile, type PagamentoAvviato, toPagamento } from "../pagamenti/pagabile.ts";

export type RifiutoWisp = Rifiuto<"PAG_006" | "PAG_014" | "VER_038" | "NDP_000" | "NDP_001" | "CONFLITTO">;

export interface PorteWisp {
  readonly posizioni: Pick<Posizioni, "getPosizione">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getEntrata" | "getApplicazione">;
  readonly nodoStorico: Pick<NodoStorico, "inviaRpt" | "inviaCarrello">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The XML document of an RPT. */
  presentRpt(rpt: Rpt): string;
}

const CITTADINO_NON_AVVIATO =
  "Il pagamento non può essere avviato in questo momento: riprovare fra qualche minuto. Nessun importo è stato addebitato.";
const CITTADINO_IN_DUBBIO =
  "pagoPA non ha confermato l'avvio del pagamento. Prima di riprovare attendere una decina di minuti: lo stato della pendenza dirà se il tentativo è stato annullato.";

/** Reference 2.17: of NDP_000 and NDP_001. */
const SEVERITA_NODO = 5;

interface TentativoConRpt {
  readonly tentativo: Tentativo;
  readonly rpt: Rpt;
}

/** idSession of the page of WISP: with it the person comes back (web connector). */
const idSessioneDi = (url: string): string | undefined => {
  const sessione = URL.canParse(url) ? new URL(url).searchParams.get("idSession") : null;
  return sessione !== null && /^[\w.-]{1,64}$/.test(sessione) ? sessione : undefined;
};

export const startWisp = (porte: PorteWisp) => {
  const { posizioni, anagrafiche, nodoStorico, unitOfWork, clock, ids, presentRpt } = porte;

  const buildTentativo = async (
    { pendenza, creditore }: Pagabile,
    { richiesta }: Avvio,
    punto: PuntoNodo,
    idPagamento: string,
    adesso: string,
  ): Promise<Esito<TentativoConRpt, RifiutoWisp>> => {
    const { tentativi } = await posizioni.getPosizione(pendenza);
    // An IUV may be tried again with another context only when the former attempt is closed without payment (pagopa.md 1.3), or an operator vouches for it.
    const aperto = tentativi.find(({ stato, tipoRpt, bloccante }) => tipoRpt === "RPT" && isAperta(stato) && bloccante !== false);
    if (aperto)
      return rifiuto("PAG_014", `avviso ${pendenza.numeroAvviso}: tentativo del ${aperto.dataRichiesta} nello stato ${aperto.stato}`);
    const trasferimenti = resolveTrasferimenti(pendenza, await loadRegistro(anagrafiche, creditore, [pendenza]));
    if (!trasferimenti.ok) return rifiuto("PAG_006", `avviso ${pendenza.numeroAvviso}: ${trasferimenti.errore}`);
    const ccp = ids.next();
    const rpt = rptDi(pendenza, creditore, {
      trasferimenti: trasferimenti.valore,
      idStazione: punto.idStazione,
      ccp,
      idMessaggio: ids.next(),
      adesso,
      tipoVersamento: "BBT",
      ...(richiesta.autenticazioneSoggetto !== undefined && { autenticazione: richiesta.autenticazioneSoggetto }),
      ...(richiesta.soggettoVersante && { versante: richiesta.soggettoVersante }),
    });
    if (!rpt.ok)
      return rifiuto(rpt.errore.multibeneficiario ? "VER_038" : "PAG_006", `avviso ${pendenza.numeroAvviso}: ${rpt.errore.descrizione}`);
    const tentativo: Tentativo = {
      versione: 0,
      ...riferimentiPendenza(pendenza),
      ccp,
      stato: "RPT_ATTIVATA",
      modello: "Pagamento ad iniziativa Ente",
      dataRichiesta: adesso,
      importo: importoDovuto(pendenza),
      idStazione: punto.idStazione,
      idPagamento,
      rpt: toJsonNodo(rpt.valore),
      tipoRpt: "RPT",
      voci: trasferimenti.valore.map(({ indice }) => indice),
    };
    return ok({ tentativo, rpt: rpt.valore });
  };

  const send = (punto: PuntoNodo, { richiesta }: Avvio, idPagamento: string, rpt: readonly TentativoConRpt[]) => {
    const daInviare = rpt.map(({ tentativo: { idDominio, iuv, ccp }, rpt: uno }) => ({ idDominio, iuv, ccp, xml: presentRpt(uno) }));
    const [sola] = daInviare;
    if (sola && daInviare.length === 1 && richiesta.codiceConvenzione === undefined) return nodoStorico.inviaRpt(punto, CANALE_WISP, sola);
    return nodoStorico.inviaCarrello(punto, CANALE_WISP, {
      idCarrello: idPagamento,
      idPagamento,
      rpt: daInviare,
      ...(richiesta.codiceConvenzione !== undefined && { codiceConvenzione: richiesta.codiceConvenzione }),
    });
  };

  const findAttivazioni = async (tentativi: readonly TentativoConRpt[]): Promise<readonly Notifica[]> => {
    const perTentativo = tentativi.map(async ({ tentativo }) =>
      notificheAttivazione(await anagrafiche.getApplicazione(tentativo.idA2A), [tentativo]),
    );
    return (await Promise.all(perTentativo)).flat();
  };

  /** Nobody repeats for a person who is waiting: what surely did not start is closed, what may have started stays open for the recovery. */
  const settle = async (
    pagamento: Pagamento,
    tentativi: readonly TentativoConRpt[],
    risposta: RispostaNodo<{ readonly url?: string }>,
    traccia: Traccia,
  ): Promise<void> => {
    const url = risposta.ok ? risposta.valore.url : undefined;
    const esito = esitoInvioDi(risposta.ok ? undefined : risposta.errore, url !== undefined);
    const chiuso = NON_AVVIATI.includes(esito);
    const stato = chiuso ? "RPT_RIFIUTATA_NODO" : DOPO_INVIO[esito].stato;
    const sessione = url === undefined ? undefined : idSessioneDi(url);
    const modifiche: Modifica[] = [
      ...tentativi.map(
        ({ tentativo }): Modifica => ({
          azione: "sostituisci",
          entita: "tentativo",
          valore: { ...tentativo, versione: 1, stato },
        }),
      ),
      {
        azione: "sostituisci",
        entita: "pagamento",
        valore: {
          ...pagamento,
          versione: 1,
          ...(chiuso && { stato: "FALLITO", severita: SEVERITA_NODO }),
          ...(!risposta.ok && { descrizioneStato: risposta.errore.dettaglio }),
          ...(url !== undefined && { pspRedirectUrl: url }),
          ...(sessione !== undefined && { idSessionePsp: sessione }),
        },
      },
      ...(sessione === undefined
        ? []
        : [
            {
              azione: "crea",
              entita: "unicita",
              valore: { versione: 0, ambito: "sessione-psp", chiave: sessione, riferimento: pagamento.id },
            } as const,
          ]),
    ];
    const daDire = openNotifiche(chiuso ? [] : await findAttivazioni(tentativi));
    // A lost race means that the RT came first: what it says stays.
    await unitOfWork.commit([...modifiche, ...daDire.modifiche], {
      messaggi: daDire.messaggi,
      eventi: [traccia.evento({ idPagamento: pagamento.id, ...(!risposta.ok && mancataCampi(risposta.errore)) })],
    });
  };

  return async (avvio: Avvio, punto: PuntoNodo, traccia: Traccia): Promise<Esito<PagamentoAvviato, RifiutoWisp>> => {
    const adesso = clock.now();
    const pagamento: Pagamento = { ...toPagamento(ids.next(), adesso, avvio), modello: "Pagamento ad iniziativa Ente" };
    const esiti = await Promise.all(avvio.pagabili.map((pagabile) => buildTentativo(pagabile, avvio, punto, pagamento.id, adesso)));
    const tentativi: TentativoConRpt[] = [];
    for (const esito of esiti) {
      if (!esito.ok) return esito;
      tentativi.push(esito.valore);
    }
    const registrato = await unitOfWork.commit([
      { azione: "crea", entita: "pagamento", valore: pagamento },
      ...tentativi.map(({ tentativo }): Modifica => ({ azione: "crea", entita: "tentativo", valore: tentativo })),
      // Written again as it is: of two payments started together only one finds the version that it read, and only one RPT leaves.
      ...avvio.pagabili.map(({ pendenza }): Modifica => ({ azione: "sostituisci", entita: "pendenza", valore: pendenza })),
    ]);
    if (!registrato.ok) return rifiuto("CONFLITTO", "una pendenza del pagamento è cambiata nel frattempo");
    const risposta = await send(punto, avvio, pagamento.id, tentativi);
    await settle(pagamento, tentativi, risposta, traccia);
    if (!risposta.ok) return ko(toRifiuto(risposta.errore));
    const { url } = risposta.valore;
    // Taken, but without a page there is nowhere to send the person: the recovery will see what becomes of it.
    return url === undefined ? rifiuto("NDP_001", CITTADINO_IN_DUBBIO) : ok({ id: pagamento.id, redirect: url });
  };
};

const NON_AVVIATI: readonly EsitoInvio[] = ["rifiutata", "mai-partita"];

const mancataCampi = (errore: MancataRispostaNodo) => ({
  esito: errore.causa === "fault" ? ("KO" as const) : ("FAIL" as const),
  sottotipoEsito: errore.causa === "fault" ? (errore.faults[0]?.faultCode ?? "NDP_001") : "NDP_000",
  dettaglioEsito: errore.dettaglio,
  severita: SEVERITA_NODO,
});

const toRifiuto = (errore: MancataRispostaNodo): { readonly codice: "NDP_000" | "NDP_001"; readonly dettaglio: string } => ({
  codice: errore.causa === "fault" ? "NDP_001" : "NDP_000",
  dettaglio: NON_AVVIATI.includes(esitoInvioDi(errore, false)) ? CITTADINO_NON_AVVIATO : CITTADINO_IN_DUBBIO,
});
