/**
 * The payment of a creditor in prova, played by us: the notice is activated and the receipt goes to the same queue as the real ones. Done again (two clicks, a
 * crash in between) it activates nothing more and sends the same receipt, which is filed once.
 */
import type { Creditore } from "../../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../../domain/esito.ts";
import { fromJsonNodo } from "../../../domain/pagamenti/json-nodo.ts";
import type { DatiPagamento, RicevutaNodo, Testata, TransferV2 } from "../../../domain/pagamenti/messaggi-nodo.ts";
import type { Pagamento, PosizionePagata } from "../../../domain/pagamenti/pagamento.ts";
import { ritorniDi } from "../../../domain/pagamenti/ritorno.ts";
import { toRicevutaProva } from "../../../domain/prova/ricevuta-prova.ts";
import { type EsitoPagina, findPrevisto, SVOLGIMENTI, type Svolgimento } from "../../../domain/prova/svolgimento.ts";
import { RITARDO_PROVA_MINUTI } from "../../../domain/prova/valori-magici.ts";
import { type Rifiuto, rifiuto } from "../../../domain/rifiuto.ts";
import type { Posizioni } from "../../../ports/posizioni.ts";
import type { Traccia } from "../../../ports/traccia.ts";
import { activatePagamentoV2, type PorteAttivazione, riferimentiDi } from "../activate-pagamento.ts";

export interface PorteProva {
  readonly posizioni: Pick<Posizioni, "getPagamento" | "getPosizione">;
  readonly attivazione: PorteAttivazione;
  /** Puts a receipt where those of the Node are put. */
  readonly deliver: (testata: Testata, receipt: RicevutaNodo, attesaSecondi: number) => Promise<void>;
}

export interface VistaProva {
  readonly pagamento: Pagamento;
  /** In the order of the debts. */
  readonly creditori: readonly Creditore[];
  /** What its amounts or debtors ask for. */
  readonly previsto?: EsitoPagina;
}

export interface PagamentoSvolto {
  readonly esito: EsitoPagina;
  readonly vista: VistaProva;
  /** Where the browser goes; absent = it does not go back. */
  readonly verso?: string;
}

type Dati = DatiPagamento<TransferV2>;

const IN_ESERCIZIO = "il dominio è in esercizio: i suoi pagamenti di prova non si concludono più";

export const createProva = ({ posizioni, attivazione, deliver }: PorteProva) => {
  const { anagrafiche, clock } = attivazione;
  const activate = activatePagamentoV2(attivazione);

  const get = async (id: string): Promise<Esito<VistaProva, Rifiuto<"NON_TROVATO">>> => {
    const pagamento = await posizioni.getPagamento(id);
    if (!pagamento?.prova) return rifiuto("NON_TROVATO", `pagamento di prova ${id}`);
    const trovati = await Promise.all(pagamento.posizioni.map(({ idDominio }) => anagrafiche.getCreditore(idDominio)));
    const previsto = findPrevisto(pagamento.posizioni.map(({ importo, idDebitore: codiceFiscale }) => ({ importo, codiceFiscale })));
    return ok({ pagamento, creditori: trovati.flatMap((uno) => uno ?? []), ...(previsto && { previsto }) });
  };

  const testataDi = ({ dominio }: Creditore): Testata => ({
    ...{ idPA: dominio.idDominio, idBrokerPA: dominio.stazione?.slice(0, 11) ?? "PROVA", idStation: dominio.stazione ?? "PROVA" },
  });

  /** What the station would answer to the PSP, the attempt left behind; or why the notice cannot be paid, in the words of the Node's refusal. */
  const open = async (
    { id }: Pagamento,
    { idDominio, iuv, numeroAvviso }: PosizionePagata,
    creditore: Creditore,
    { ricevuta }: Svolgimento,
    traccia: Traccia,
  ): Promise<Esito<Dati>> => {
    const suo = ricevuta?.altrove ? undefined : id;
    const { tentativi } = await posizioni.getPosizione({ idDominio, iuv });
    const aperto = tentativi.find(({ idPagamento, idRicevuta }) => idPagamento === id && idRicevuta === undefined);
    if (aperto) return ok(fromJsonNodo<Dati>(aperto.rpt));
    const { esito } = await activate(
      {
        ...testataDi(creditore),
        qrCode: { fiscalCode: idDominio, noticeNumber: numeroAvviso },
        ...(suo !== undefined && { paymentNote: suo }),
      },
      creditore,
      traccia.transactionId,
      (_dati, tentativo) =>
        traccia.evento({
          ...{ tipoEvento: "paGetPaymentV2", sottotipoEvento: "PROVA", idDominio, iuv, numeroAvviso },
          ...riferimentiDi(tentativo),
        }),
    );
    return esito.ok ? esito : ko(esito.errore.description ?? esito.errore.faultCode);
  };

  const send = async (
    { pagamento: { id, soggettoVersante }, creditore, posizione, posto }: Consegna,
    dati: Dati,
    ricevuta: NonNullable<Svolgimento["ricevuta"]>,
  ): Promise<void> => {
    const receipt = toRicevutaProva({
      ...{ idDominio: posizione.idDominio, numeroAvviso: posizione.numeroAvviso, dati, versante: soggettoVersante },
      // Always the same: a second delivery is a repetition.
      receiptId: `${id.slice(0, -1)}${posto}`,
      ...(!ricevuta.altrove && { idPagamento: id }),
      ...{ esito: ricevuta.esito, diversa: ricevuta.diversa, adesso: clock.now() },
    });
    const attesa = ricevuta.tardi ? RITARDO_PROVA_MINUTI * 60 : 0;
    for (let volta = 0; volta < ricevuta.volte; volta += 1) await deliver(testataDi(creditore), receipt, attesa);
  };

  const verso = ({ id, urlRitorno }: Pagamento, ritorno: Svolgimento["ritorno"]): { readonly verso?: string } =>
    urlRitorno === undefined || ritorno === undefined ? {} : { verso: ritorniDi(urlRitorno, id)[ritorno] };

  /** All the notices are opened before any is paid, as on Checkout. @param scelto absent = what the amounts ask for, else it is paid. */
  const play = async (
    id: string,
    scelto: EsitoPagina | undefined,
    traccia: Traccia,
  ): Promise<Esito<PagamentoSvolto, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE">>> => {
    const trovata = await get(id);
    if (!trovata.ok) return trovata;
    const vista = trovata.valore;
    const { pagamento, creditori } = vista;
    const esito = scelto ?? vista.previsto ?? "PAGATO";
    const svolgimento: Svolgimento = SVOLGIMENTI[esito];
    if (creditori.length !== pagamento.posizioni.length || !creditori.every(({ dominio }) => dominio.inProva))
      return rifiuto("NON_PROCESSABILE", IN_ESERCIZIO);
    if (pagamento.stato !== "IN_CORSO") {
      traccia.omit();
      return ok({ esito, vista, ...verso(pagamento, pagamento.stato === "ESEGUITO" ? "ok" : "errore") });
    }
    const { ricevuta, attiva, ritorno } = svolgimento;
    const aperte: (() => Promise<void>)[] = [];
    for (const [posto, posizione] of pagamento.posizioni.entries()) {
      const creditore = creditori[posto];
      if (!creditore || !attiva) continue;
      const dati = await open(pagamento, posizione, creditore, svolgimento, traccia);
      if (!dati.ok) return rifiuto("NON_PROCESSABILE", `avviso ${posizione.numeroAvviso}: ${dati.errore}`);
      if (ricevuta) aperte.push(() => send({ pagamento, creditore, posizione, posto }, dati.valore, ricevuta));
    }
    for (const pay of aperte) await pay();
    return ok({ esito, vista, ...verso(pagamento, ritorno) });
  };

  return { get, play };
};

interface Consegna {
  readonly pagamento: Pagamento;
  readonly creditore: Creditore;
  readonly posizione: PosizionePagata;
  /** Of the debt in the payment. */
  readonly posto: number;
}
