/**
 * Annulments of a batch that wait for a second person: the batch stops at the first of a creditor that wants two, and goes on with all of them, or
 * with none, when the request is decided or expires.
 */
import type { AnnullamentiDecisi, Tracciato } from "./tracciato.ts";

/** The batch without what it was waiting for. */
export const withoutAttesa = ({ attesaApprovazione: _, ...tracciato }: Tracciato): Tracciato => tracciato;

/** The batch that waits for the decision of a request on the annulments of a creditor. */
export const waitApprovazione = (tracciato: Tracciato, idApprovazione: string, idDominio: string): Tracciato => ({
  ...tracciato,
  attesaApprovazione: idApprovazione,
  descrizioneStato:
    `In attesa di approvazione degli annullamenti del dominio ${idDominio}, ` +
    `dalla riga ${tracciato.righeLette + 1} (approvazione ${idApprovazione})`,
});

/** The batch that goes on with what was decided. `adesso` is an instant. */
export const resumeTracciato = (tracciato: Tracciato, decisi: AnnullamentiDecisi, adesso: string): Tracciato => ({
  ...withoutAttesa(tracciato),
  descrizioneStato: `Annullamenti del dominio ${decisi.idDominio}: ${decisi.motivo}`,
  annullamenti: [...(tracciato.annullamenti ?? []), decisi],
  dataOraUltimoAggiornamento: adesso,
});
