/**
 * A payment for which there will be no receipt (outcomes 8 and 9): the settlement row is its proof, and the notice must not stay payable until the money
 * reaches the bank (pagopa.md 5.3). Decided here without reading or writing: from the payment code to the changes of one transaction.
 */
import type { CampiEvento } from "../../domain/eventi.ts";
import { fascicoloDaRiga } from "../../domain/fascicoli/apri-fascicolo.ts";
import type { Fascicolo } from "../../domain/fascicoli/fascicolo.ts";
import type { Pendenza, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import { diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import { exhaust, lapse, paidWithoutRpt, type Recupero } from "../../domain/recuperi/recupero.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { resolveRiga } from "../../domain/rendicontazioni/riga-risolta.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { eventoSenzaRpt } from "../../domain/riconciliazioni/evento-senza-rpt.ts";
import { payWithoutRpt } from "../../domain/riconciliazioni/incasso.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";

export interface DecisioneSenzaRpt {
  readonly modifiche: readonly Modifica[];
  readonly storia: readonly Omit<VoceStoria, "id">[];
  readonly eventi: readonly CampiEvento[];
  readonly esito: "registrato" | "esaurito";
}

/** Writes of one transaction; a notice has at most five items, so five rows. */
const RIGHE_MASSIME = 5;
const ATTIVAZIONI_MASSIME = 10;

const senzaSeguito = (recupero: Recupero, adesso: string, dettaglio: string): DecisioneSenzaRpt => {
  const valore = exhaust(recupero, adesso, dettaglio);
  const modifiche: Modifica[] = valore ? [{ azione: "sostituisci", entita: "recupero", valore }] : [];
  return { modifiche, storia: [], eventi: [], esito: "esaurito" };
};

interface Pagata {
  readonly pendenza: Pendenza;
  readonly riscossioni: readonly Riscossione[];
  readonly eventi: readonly CampiEvento[];
  readonly evento: "paga" | "pagaAnomala" | undefined;
  readonly fascicoli: readonly Fascicolo[];
}

/** The rows of one payment, one after the other: the first pays the notice, the others add their amounts. */
const payRighe = (letta: Pendenza, righe: readonly Rendicontazione[], note: readonly Riscossione[], adesso: string): Pagata => {
  let pagata: Pagata = { pendenza: letta, riscossioni: [], eventi: [], evento: undefined, fascicoli: [] };
  for (const riga of righe) {
    const altre = [...note, ...pagata.riscossioni];
    if (altre.some(({ iur, indice }) => iur === riga.iur && indice === riga.indice)) continue;
    const pagamento = payWithoutRpt(pagata.pendenza, riga, altre, adesso);
    if (!pagamento) continue;
    const { pendenza, riscossione, evento } = pagamento;
    const fascicolo = evento === "pagaAnomala" ? fascicoloDaRiga(riga, pagata.pendenza, pendenza, adesso) : undefined;
    pagata = {
      pendenza,
      riscossioni: [...pagata.riscossioni, riscossione],
      eventi: evento ? [...pagata.eventi, eventoSenzaRpt(riga, pendenza, pendenza.descrizioneStato ?? "")] : pagata.eventi,
      evento: pagata.evento ?? evento,
      fascicoli: fascicolo ? [...pagata.fascicoli, fascicolo] : pagata.fascicoli,
    };
  }
  return pagata;
};

/** @param righe of this payment, of revisions still in force. @param adesso instant. */
export function decideSenzaRpt(
  recupero: Recupero,
  posizione: Posizione,
  righe: readonly Rendicontazione[],
  adesso: string,
): DecisioneSenzaRpt {
  const { pendenza: letta, riscossioni, recuperi } = posizione;
  if (righe.length === 0) return senzaSeguito(recupero, adesso, "La riga è stata tolta da una revisione successiva del flusso");
  if (!letta) return senzaSeguito(recupero, adesso, `Nessuna pendenza con IUV ${recupero.iuv}: il pagamento non si può attribuire`);
  const scelte = righe.slice(0, RIGHE_MASSIME);
  const { pendenza, riscossioni: nuove, eventi, evento, fascicoli } = payRighe(letta, scelte, riscossioni, adesso);
  const chiuso = paidWithoutRpt(
    recupero,
    adesso,
    nuove.length > 0 ? "Pagamento registrato dalla riga del flusso" : "Il pagamento era già registrato",
  );
  const risolte = scelte.flatMap((riga) => resolveRiga(riga, letta) ?? []);
  const decadute = recuperi.flatMap((altro) => lapse(altro, adesso, "Avviso pagato, senza ricevuta") ?? []).slice(0, ATTIVAZIONI_MASSIME);
  const { idDominio, iuv } = recupero;
  const campi = { ...diffPendenza(letta, pendenza), idFlusso: { dopo: recupero.idFlusso ?? "" } };
  return {
    esito: "registrato",
    eventi,
    storia: evento ? [{ idDominio, iuv, data: adesso, autore: "pagoPA", evento, campi }] : [],
    modifiche: [
      ...(evento ? [{ azione: "sostituisci", entita: "pendenza", valore: pendenza } as const] : []),
      ...nuove.map((valore): Modifica => ({ azione: "crea", entita: "riscossione", valore })),
      ...fascicoli.map((valore): Modifica => ({ azione: "crea", entita: "fascicolo", valore })),
      ...risolte.map((valore): Modifica => ({ azione: "sostituisci", entita: "rendicontazione", valore })),
      ...[...(chiuso ? [chiuso] : []), ...decadute].map((valore): Modifica => ({ azione: "sostituisci", entita: "recupero", valore })),
    ],
  };
}
