/** The request to the second person that a batch makes when it meets annulments of a creditor that wants two, and what its decision does. */
import { type Approvazione, GIORNI_PER_APPROVARE } from "../../domain/approvazioni/approvazione.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { resumeTracciato, waitApprovazione } from "../../domain/tracciati/annullamenti.ts";
import type { AnnullamentiDecisi, Tracciato } from "../../domain/tracciati/tracciato.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Tracciati } from "../../ports/tracciati.ts";
import type { Conseguenze, Effetto } from "../approvazioni/decide-approvazione.ts";
import type { PorteElaborazione } from "./porte.ts";
import { messaggioDi } from "./progresso.ts";

/** Who decides governs the creditor: a colleague of the desk that loads the batches would not be a second pair of eyes. */
const SERVIZIO = "Anagrafica Creditore";
const MINUTI_PER_GIORNO = 1440;

export interface AttesaAnnullamenti {
  readonly tracciato: Tracciato;
  readonly approvazione: Approvazione;
}

/** To be committed together. */
export const proposeAnnullamenti = (
  { clock, ids }: Pick<PorteElaborazione, "clock" | "ids">,
  tracciato: Tracciato,
  idDominio: string,
): AttesaAnnullamenti => {
  const adesso = clock.now();
  const { id, nomeFile, righeLette, mittente } = tracciato;
  const approvazione: Approvazione = {
    ...{ versione: 0, id: ids.next(), tipo: "ANNULLAMENTI", oggetto: id, idDominio, servizio: SERVIZIO },
    descrizione: `tracciato ${id} (${nomeFile}): tutte le righe che annullano pendenze del dominio ${idDominio}, dalla riga ${righeLette + 1}`,
    ...{ stato: "RICHIESTA", richiedente: mittente.principal, motivazione: "", dataRichiesta: adesso },
    scadenza: addMinuti(adesso, GIORNI_PER_APPROVARE * MINUTI_PER_GIORNO),
  };
  return { tracciato: waitApprovazione(tracciato, approvazione.id, idDominio), approvazione };
};

const decisiDi = ({ idDominio = "", stato, decisione }: Approvazione): AnnullamentiDecisi => {
  const perche = decisione?.motivazione === undefined ? "" : `: ${decisione.motivazione}`;
  const come = { APPROVATA: "approvati", RIFIUTATA: "rifiutati", RITIRATA: "ritirati", RICHIESTA: "non decisi" }[stato];
  return { idDominio, approvati: stato === "APPROVATA", motivo: `${come} da ${decisione?.autore ?? "nessuno"}${perche}` };
};

/** Change and message that make a batch go on; undefined when it does not wait for this request any more. */
export const resumeAnnullamenti = (
  tracciato: Tracciato | undefined,
  approvazione: Approvazione,
  adesso: string,
): Conseguenze | undefined => {
  if (tracciato?.attesaApprovazione !== approvazione.id) return undefined;
  const { idDominio = "", stato, scadenza } = approvazione;
  const decisi =
    stato === "RICHIESTA"
      ? { idDominio, approvati: false, motivo: `non approvati da nessuno entro la scadenza (${scadenza})` }
      : decisiDi(approvazione);
  const ripreso = resumeTracciato(tracciato, decisi, adesso);
  return { modifiche: [{ azione: "sostituisci", entita: "tracciato", valore: ripreso }], messaggi: [messaggioDi(ripreso)] };
};

export const effettoAnnullamenti =
  ({ tracciati }: { readonly tracciati: Pick<Tracciati, "get"> }): Effetto =>
  async (approvazione, esito) => {
    const tracciato = await tracciati.get(approvazione.oggetto);
    const ripresa = resumeAnnullamenti(tracciato, approvazione, approvazione.decisione?.data ?? approvazione.dataRichiesta);
    if (ripresa) return ok(ripresa);
    if (esito !== "APPROVATA") return ok({ modifiche: [] });
    return rifiuto(
      "NON_PROCESSABILE",
      `il tracciato ${approvazione.oggetto} non aspetta più questa decisione: è ${tracciato?.stato ?? "assente"}`,
    );
  };
