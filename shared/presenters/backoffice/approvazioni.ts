/** What waits for a second person, on the wire. */
import { type Approvazione, statoApprovazioneAl } from "../../domain/approvazioni/approvazione.ts";

/** `adesso` is an instant. */
export const presentApprovazione = (adesso: string) => (approvazione: Approvazione) => {
  const { versione: _versione, servizio: _servizio, proposta: _proposta, ...campi } = approvazione;
  return { ...campi, stato: statoApprovazioneAl(approvazione, adesso) };
};
