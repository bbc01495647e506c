/** What the decision of the second person does to the replacement of an account: it starts it, or closes it. */
import type { CambioIban } from "../../domain/cambi/cambio-iban.ts";
import { statiCambio } from "../../domain/cambi/stati-cambio.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Cambi } from "../../ports/cambi.ts";
import type { Effetto } from "../approvazioni/decide-approvazione.ts";
import { examineCambio } from "./esame-cambio.ts";

interface Porte {
  readonly registro: RegistroDiBase;
  readonly cambi: Pick<Cambi, "get">;
}

export const effettoCambio = ({ registro, cambi }: Porte): Effetto => {
  const examine = examineCambio({ registro });
  return async ({ oggetto }, esito) => {
    const cambio = await cambi.get(oggetto);
    if (!cambio) throw new Error(`cambio ${oggetto} sconosciuto`);
    const next = (evento: "approva" | "rifiuta"): CambioIban => {
      const stato = statiCambio.next(cambio.stato, evento);
      if (!stato.ok) throw new Error(stato.errore.messaggio);
      return { ...cambio, stato: stato.valore };
    };
    if (esito !== "APPROVATA") return ok({ modifiche: [{ azione: "sostituisci", entita: "cambioIban", valore: next("rifiuta") }] });
    // What was possible when it was asked may no longer be: the new account may have been disabled, or taken away from pagoPA, meanwhile.
    const esame = await examine(cambio);
    if (!esame.ok) return rifiuto("NON_PROCESSABILE", esame.errore.dettaglio);
    const [impedimento] = esame.valore.impedimenti;
    if (impedimento !== undefined) return rifiuto("NON_PROCESSABILE", impedimento);
    return ok({
      modifiche: [{ azione: "sostituisci", entita: "cambioIban", valore: next("approva") }],
      messaggi: [{ coda: "cambi", corpo: { id: cambio.id, tappa: cambio.tappa } }],
    });
  };
};
