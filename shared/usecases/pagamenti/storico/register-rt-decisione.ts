/** The part of the decision on a receipt that only the legacy family knows: an RT may also say that nothing was paid (pagopa.md 2.1). */
import type { Pagamento } from "../../../domain/pagamenti/pagamento.ts";
import { aggregateStato, statiPagamento } from "../../../domain/pagamenti/stati-pagamento.ts";
import type { Pendenza, Segnalazione } from "../../../domain/pendenze/pendenza.ts";
import type { RicevutaInArrivo } from "../../../domain/ricevute/ricevuta-nodo.ts";
import { closeTentativoStorico } from "../../../domain/ricevute/tentativo-chiuso.ts";
import { findIncoerenzeRt } from "../../../domain/storico/regole-rt.ts";
import { findTentativoDi } from "../../../domain/storico/ricevuta-storica.ts";
import { rptFromJson } from "../../../domain/storico/rpt.ts";
import type { Rt } from "../../../domain/storico/rt.ts";
import type { Posizione } from "../../../ports/posizioni.ts";
import type { Modifica } from "../../../ports/unit-of-work.ts";

interface Contesto {
  readonly arrivo: RicevutaInArrivo;
  readonly posizione: Pick<Posizione, "tentativi" | "ricevute">;
  readonly pagamento: Pagamento | undefined;
}

/** Against the RPT that the attempt keeps; a rebuilt attempt has none. */
export function findIncoerenzeStoriche(rt: Rt, { arrivo, posizione }: Pick<Contesto, "arrivo" | "posizione">): readonly Segnalazione[] {
  const json = findTentativoDi(posizione.tentativi, rt)?.rpt;
  const rpt = json?.["datiVersamento"] === undefined ? undefined : rptFromJson(json);
  return findIncoerenzeRt(rt, rpt, arrivo.ricevutaAlle);
}

export const segnalaSconosciuta = ({ richiesta }: RicevutaInArrivo, adesso: string): Segnalazione => ({
  data: adesso,
  codice: "RPT_SCONOSCIUTA",
  descrizione: `Nessuna pendenza del dominio ${richiesta.idPA} ha lo IUV ${richiesta.receipt.creditorReferenceId}`,
});

/** Another receipt of the same context, with the same IURs and other values: kept to be looked at, it moves no money. */
export const segnalaRipetuta = ({ richiesta }: RicevutaInArrivo, adesso: string): Segnalazione => ({
  data: adesso,
  codice: "RT_DIVERSA",
  descrizione: `Gli IUR della RT ${richiesta.receipt.receiptId} sono già stati riscossi con un'altra ricevuta`,
});

/** Outcomes 1 and 3: the attempt is over, the debt stays as it is and may be tried again under another context. */
export function closeNonPagata({ arrivo, posizione, pagamento }: Contesto, pendenza: Pendenza, rt: Rt) {
  const suo = findTentativoDi(posizione.tentativi, rt);
  // A later "not paid" does not undo a receipt that paid.
  if (suo?.idRicevuta !== undefined) return { ccp: suo.ccp };
  const { azione, tentativo } = closeTentativoStorico(pendenza, posizione.tentativi, arrivo, rt);
  const avanzato = pagamento && advancePagamento(pagamento, pendenza, "NON_ESEGUITO");
  const modifiche: readonly Modifica[] = [
    { azione, entita: "tentativo", valore: tentativo },
    ...(avanzato ? [{ azione: "sostituisci", entita: "pagamento", valore: avanzato } as const] : []),
  ];
  return { ccp: tentativo.ccp, modifiche };
}

/** The portal payment after one of its debts had an outcome; undefined when the debt is not in it. */
export function advancePagamento(pagamento: Pagamento, pendenza: Pendenza, esito: "ESEGUITO" | "NON_ESEGUITO"): Pagamento | undefined {
  const sua = (p: { readonly idDominio: string; readonly iuv: string }): boolean =>
    p.idDominio === pendenza.idDominio && p.iuv === pendenza.iuv;
  if (!pagamento.posizioni.some(sua)) return undefined;
  const posizioni = pagamento.posizioni.map((p) => (sua(p) ? { ...p, esito } : p));
  const evento = eventoDi(aggregateStato(posizioni.map((p) => p.esito)), pagamento, esito);
  const stato = evento && statiPagamento.next(pagamento.stato, evento);
  return { ...pagamento, posizioni, ...(stato?.ok && { stato: stato.valore }) };
}

function eventoDi(aggregato: ReturnType<typeof aggregateStato>, { stato }: Pagamento, esito: "ESEGUITO" | "NON_ESEGUITO") {
  switch (aggregato) {
    case "ESEGUITO":
      return "esegui";
    case "ESEGUITO_PARZIALE":
      return "eseguiParziale";
    case "NON_ESEGUITO":
      return "chiudi";
    default:
      // Closed without waiting for this one: what was paid counts all the same.
      return stato === "IN_CORSO" || esito === "NON_ESEGUITO" ? undefined : "eseguiParziale";
  }
}
