/**
 * Registration of a receipt delivered by the Node: one query of the payment code and one transaction that files the receipt, the collected amounts, the debt,
 * the attempt, the settlement rows that waited for it, and queues the notification. Idempotent by receiptId; a race is read again, a bounded number of times.
 */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Evento } from "../../domain/eventi.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Pendenza, Segnalazione } from "../../domain/pendenze/pendenza.ts";
import { isDelTitolare } from "../../domain/ricevute/pendenza-pagata.ts";
import type { Ricevuta, Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { chiaveDi, findAlterazione, type RicevutaInArrivo, riscossioneDi, transferDistinti } from "../../domain/ricevute/ricevuta-nodo.ts";
import { alignRichiesta, findTentativoDi } from "../../domain/storico/ricevuta-storica.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Bolli } from "../../ports/bolli.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { idPagamentoIn } from "./activate-pagamento.ts";
import { examineBolli } from "./examine-bolli.ts";
import { decideRegistrazione } from "./register-ricevuta-decisione.ts";

export interface PorteRegistrazione {
  readonly posizioni: Posizioni;
  readonly anagrafiche: Anagrafiche;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Digital stamps; absent = they are kept without being looked at. */
  readonly bolli?: Bolli;
}

/** What the journal and the logs want to know of a registration. */
export interface Registrazione {
  readonly esito: "REGISTRATA" | "GIA_REGISTRATA";
  readonly idDominio: string;
  readonly iuv: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly segnalazioni: readonly Segnalazione[];
  /** Already registered by this very delivery: the queue gave the message twice. */
  readonly ripetizione: boolean;
}

const PROVE_MASSIME = 10;

export const registerRicevuta =
  (porte: PorteRegistrazione) =>
  async (consegna: RicevutaInArrivo, toEvento: (registrazione: Registrazione) => Evento): Promise<Registrazione> => {
    const chiave = chiaveDi(consegna);
    const creditori = await loadCreditori(porte, consegna);
    for (let prova = 1; prova <= PROVE_MASSIME; prova += 1) {
      const posizione = await porte.posizioni.getPosizione(chiave);
      const arrivo = alignArrivo(consegna, posizione);
      const nota = posizione.ricevute.find(({ idRicevuta }) => idRicevuta === arrivo.richiesta.receipt.receiptId);
      if (nota) {
        const attuale = await reportAlterazione(porte, nota, arrivo);
        if (attuale) return toGiaRegistrata(attuale, arrivo);
        continue;
      }
      const trovata = posizione.pendenza ?? (await findPendenzaDelTitolare(porte, arrivo, creditori));
      const pendenza = separate(arrivo, trovata);
      const pagamento = await findPagamento(porte, arrivo, posizione);
      const applicazione = pendenza && (await porte.anagrafiche.getApplicazione(pendenza.idA2A));
      const altrove = prova === 1 ? [] : await findRiscossioniAltrove(porte, arrivo);
      const decisione = decideRegistrazione({
        arrivo,
        posizione,
        pendenza,
        creditori,
        applicazione,
        pagamento,
        altrove,
        bolli: await examineBolli(porte.bolli, arrivo.richiesta.receipt, pendenza),
        adesso: porte.clock.now(),
        idStoria: porte.ids.next(),
      });
      const registrazione: Registrazione = {
        esito: "REGISTRATA",
        ...chiave,
        ...(pendenza && { idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza }),
        segnalazioni: decisione.segnalazioni,
        ripetizione: false,
      };
      const scritto = await porte.unitOfWork.commit(decisione.modifiche, {
        storia: decisione.storia,
        messaggi: decisione.messaggi,
        eventi: [toEvento(registrazione)],
      });
      if (scritto.ok) return registrazione;
    }
    throw new Error(
      `ricevuta ${consegna.richiesta.receipt.receiptId} non registrata: la posizione ${chiave.idDominio}/${chiave.iuv} è troppo contesa`,
    );
  };

/** Real money pays no debt of prova, and a receipt of ours pays nothing else: one that says otherwise is forged, and stops here. */
const separate = ({ provenienza }: RicevutaInArrivo, pendenza: Pendenza | undefined): Pendenza | undefined => {
  if (provenienza !== "PROVA") return pendenza?.prova ? undefined : pendenza;
  if (!pendenza?.prova) throw new Error("ricevuta di prova per una pendenza che non lo è");
  return pendenza;
};

const toGiaRegistrata = ({ segnalazioni, idA2A, idPendenza, dataRicezione }: Ricevuta, arrivo: RicevutaInArrivo): Registrazione => ({
  esito: "GIA_REGISTRATA",
  ...chiaveDi(arrivo),
  ...(idA2A !== undefined && idPendenza !== undefined && { idA2A, idPendenza }),
  segnalazioni,
  ripetizione: dataRicezione === arrivo.ricevutaAlle,
});

/** Enough to know that somebody is playing with receipts; more would only grow the item. */
const ALTERAZIONI_MASSIME = 5;

/** The receipt already filed, with what a different repetition of the Node's says written beside it; undefined when it changed meanwhile. */
async function reportAlterazione(
  { unitOfWork }: PorteRegistrazione,
  nota: Ricevuta,
  arrivo: RicevutaInArrivo,
): Promise<Ricevuta | undefined> {
  const delNodo = nota.provenienza === undefined && arrivo.provenienza === undefined && nota.primitiva !== "paaInviaRT" && !arrivo.rt;
  const alterazione = delNodo ? findAlterazione(nota, arrivo) : undefined;
  const note = nota.segnalazioni.filter(({ codice }) => codice === "RICEVUTA_ALTERATA");
  if (!alterazione || note.length >= ALTERAZIONI_MASSIME || note.some(({ descrizione }) => descrizione === alterazione.descrizione))
    return nota;
  const segnalata: Ricevuta = { ...nota, segnalazioni: [...nota.segnalazioni, alterazione] };
  const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "ricevuta", valore: segnalata }]);
  return scritto.ok ? segnalata : undefined;
}

/** An RT names rows by position: what they pay is known to the attempt that asked for them. */
const alignArrivo = (arrivo: RicevutaInArrivo, posizione: Posizione): RicevutaInArrivo =>
  arrivo.rt ? { ...arrivo, richiesta: alignRichiesta(arrivo.richiesta, arrivo.rt, posizione) } : arrivo;

/** Creditors of ours among owner and beneficiaries, from the cache. */
async function loadCreditori(
  { anagrafiche }: PorteRegistrazione,
  { richiesta }: RicevutaInArrivo,
): Promise<ReadonlyMap<string, Creditore>> {
  const enti = [...new Set([richiesta.idPA, richiesta.receipt.fiscalCode, ...richiesta.receipt.transferList.map((t) => t.fiscalCodePA)])];
  const trovati = await Promise.all(enti.map((ente) => anagrafiche.getCreditore(ente)));
  return new Map(trovati.flatMap((creditore) => (creditore ? [[creditore.dominio.idDominio, creditore] as const] : [])));
}

/** A copy for a secondary creditor names the debt of the owner, when the owner is ours too. */
async function findPendenzaDelTitolare(
  { posizioni }: PorteRegistrazione,
  arrivo: RicevutaInArrivo,
  creditori: ReadonlyMap<string, Creditore>,
): Promise<Pendenza | undefined> {
  const titolare = arrivo.richiesta.receipt.fiscalCode;
  return isDelTitolare(arrivo) || !creditori.has(titolare)
    ? undefined
    : posizioni.getPendenza({ idDominio: titolare, iuv: chiaveDi(arrivo).iuv });
}

/** Only payments started from a portal cost this further read. */
async function findPagamento(
  { posizioni }: PorteRegistrazione,
  arrivo: RicevutaInArrivo,
  { tentativi }: Posizione,
): Promise<Pagamento | undefined> {
  if (arrivo.rt) {
    const suo = findTentativoDi(tentativi, arrivo.rt)?.idPagamento;
    return suo === undefined ? undefined : posizioni.getPagamento(suo);
  }
  if (!isDelTitolare(arrivo) || arrivo.richiesta.receipt.outcome === "KO") return undefined;
  const nota = idPagamentoIn(arrivo.richiesta.receipt.paymentNote);
  const id = nota ?? tentativi.find((t) => t.idPagamento !== undefined && t.idRicevuta === undefined)?.idPagamento;
  return id === undefined ? undefined : posizioni.getPagamento(id);
}

/** Amounts that the copy sent to a secondary creditor may have filed first: looked for only after a conflict. */
const findRiscossioniAltrove = ({ posizioni }: PorteRegistrazione, arrivo: RicevutaInArrivo): Promise<readonly Riscossione[]> => {
  const { idDominio, iuv } = chiaveDi(arrivo);
  const { receipt } = arrivo.richiesta;
  const altri = transferDistinti(receipt).filter((transfer) => transfer.fiscalCodePA !== idDominio);
  return posizioni.getRiscossioni(altri.map((t) => ({ idDominio: t.fiscalCodePA, iuv, ...riscossioneDi(receipt, t) })));
};
