/** An envelope of paaInviaRT taken from the queue: it was checked before it was accepted, so here a refusal is a bug or a forged message. */
import { NS_PPT } from "../../contracts/pagopa/namespaces.ts";
import { paaInviaRT } from "../../contracts/pagopa/primitive-storiche.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { RichiestaRicevuta } from "../../domain/pagamenti/messaggi-nodo.ts";
import { toRichiestaRicevuta } from "../../domain/storico/ricevuta-storica.ts";
import type { Rt } from "../../domain/storico/rt.ts";
import { presentRifiutoStorico, presentRispostaStorica } from "../../presenters/storico/risposte.ts";
import { openBusta } from "../soap/envelope.ts";
import { checkCoerenza, readCorpo, readIntestazione } from "./read-richiesta.ts";

export interface ConsegnaRt {
  readonly richiesta: RichiestaRicevuta;
  readonly rt: Rt;
}

export function readConsegnaRt(busta: string): Esito<ConsegnaRt> {
  const radice = openBusta(busta, paaInviaRT.limiti.bodyKilobytes, [NS_PPT]);
  if (!radice.ok) return radice;
  if (radice.valore.nome !== paaInviaRT.elemento) return ko(`l'elemento ${radice.valore.nome.slice(0, 60)} non è paaInviaRT`);
  const intestazione = readIntestazione(radice.valore);
  if (!intestazione.ok) return ko(intestazione.errore.description);
  const corpo = readCorpo("paaInviaRT", radice.valore);
  if (!corpo.ok) return ko(corpo.errore.description);
  const coerente = checkCoerenza(intestazione.valore, corpo.valore);
  if (!coerente.ok) return ko(coerente.errore.description);
  const { rt } = corpo.valore;
  return ok({ rt, richiesta: toRichiestaRicevuta(intestazione.valore, rt) });
}

/** The answer that was given, for the journal. */
export const rispostaDataA = (idDominio: string, rifiuto: "PAA_RPT_SCONOSCIUTA" | undefined): string =>
  rifiuto === undefined
    ? presentRispostaStorica("paaInviaRT", undefined)
    : presentRifiutoStorico("paaInviaRT", { faultCode: rifiuto, id: idDominio });
