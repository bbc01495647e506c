/** Changes that PATCH may ask of a debt, all or none (reference 3.2): annul and restore, paid elsewhere, reason, acknowledgement, notes. */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { type ChiVaria, mayUndo, payAltrove, senzaPagataAltrove } from "./pagamento-altrove.ts";
import type { PagatoAltrove } from "./pagata-altrove.ts";
import type { Pendenza } from "./pendenza.ts";
import { statiPendenza } from "./stati-pendenza.ts";

export type Variazione =
  | { readonly campo: "stato"; readonly valore: "ANNULLATA" | "NON_ESEGUITA" }
  | { readonly campo: "pagataAltrove"; readonly valore: PagatoAltrove }
  | { readonly campo: "descrizioneStato"; readonly valore: string }
  | { readonly campo: "ack"; readonly valore: boolean }
  | { readonly campo: "nota"; readonly valore: { readonly oggetto: string; readonly testo: string } };

export type CodiceVariazione = "VER_003" | "VER_009" | "SINTASSI";

/** Notes live in the item of the debt: their number has a limit. */
const NOTE_MASSIME = 50;

const senzaDescrizione = ({ descrizioneStato, ...resto }: Pendenza): Pendenza => resto;

const changeStato = (
  pendenza: Pendenza,
  valore: "ANNULLATA" | "NON_ESEGUITA",
  chi: ChiVaria,
): Esito<Pendenza, Rifiuto<CodiceVariazione>> => {
  if (valore === "ANNULLATA") {
    // Asked again, an annulment changes nothing (reference 3.2).
    if (pendenza.stato === "ANNULLATA") return ok(pendenza);
    const stato = statiPendenza.next(pendenza.stato, "annulla");
    return stato.ok
      ? ok({ ...pendenza, stato: stato.valore })
      : rifiuto("VER_009", `stato: la pendenza è ${pendenza.stato}, si annulla solo se da pagare`);
  }
  if (!mayUndo(pendenza, chi))
    return rifiuto("VER_003", "stato: altri ha segnato la pendenza come pagata altrove, e solo lui la ripristina");
  const stato = statiPendenza.next(pendenza.stato, "ripristina");
  // The reason of the annulment goes with it.
  return stato.ok
    ? ok({ ...senzaPagataAltrove(senzaDescrizione(pendenza)), stato: stato.valore })
    : rifiuto("VER_003", `stato: la pendenza è ${pendenza.stato}, si ripristina solo se ANNULLATA`);
};

const applyVariazione = (
  pendenza: Pendenza,
  variazione: Variazione,
  chi: ChiVaria,
  adesso: string,
): Esito<Pendenza, Rifiuto<CodiceVariazione>> => {
  switch (variazione.campo) {
    case "stato":
      return changeStato(pendenza, variazione.valore, chi);
    case "pagataAltrove":
      return payAltrove(pendenza, variazione.valore, chi, adesso);
    case "descrizioneStato":
      return ok({ ...pendenza, descrizioneStato: variazione.valore });
    case "ack":
      return ok({ ...pendenza, ack: variazione.valore });
    case "nota":
      if (pendenza.note.length >= NOTE_MASSIME) return rifiuto("SINTASSI", `nota: la pendenza ha già ${NOTE_MASSIME} note, il massimo`);
      return ok({ ...pendenza, note: [...pendenza.note, { ...variazione.valore, data: adesso, autore: chi.principal }] });
  }
};

/** The debt after all the changes, state first so that a reason given beside a restoration stays. `adesso` is an instant. */
export const applyVariazioni = (
  pendenza: Pendenza,
  variazioni: readonly Variazione[],
  chi: ChiVaria,
  adesso: string,
): Esito<Pendenza, Rifiuto<CodiceVariazione>> => {
  const ordinate = [...variazioni].sort((a, b) => Number(b.campo === "stato") - Number(a.campo === "stato"));
  let corrente = pendenza;
  for (const variazione of ordinate) {
    const esito = applyVariazione(corrente, variazione, chi, adesso);
    if (!esito.ok) return esito;
    corrente = esito.valore;
  }
  return ok({ ...corrente, dataUltimoAggiornamento: adesso });
};
