/** Who loads the debts of the creditor, and is told when they are paid. */
import type { Applicazione } from "../anagrafiche/applicazione.ts";
import { canonicalPrincipal } from "../anagrafiche/principale.ts";
import { statoScadenza } from "../scadenze/scadenza.ts";
import type { DatiAttivazione, Verifica } from "./verifica.ts";

/** A password, an API key, or a principal that is the subject of a certificate. */
const hasCredenziali = ({ principal, passwordHash, segreti = [] }: Applicazione): boolean =>
  passwordHash !== undefined || segreti.length > 0 || canonicalPrincipal(principal) !== principal || principal.includes("=");

const canLoad = ({ abilitato, apiPendenze, tipiPendenza }: Applicazione): boolean =>
  abilitato && apiPendenze && (tipiPendenza === "*" || tipiPendenza.length > 0);

const checkRichiamo = ({ scadenze }: DatiAttivazione, { idA2A, servizioIntegrazione }: Applicazione): Verifica => {
  const dove = `/applicazioni/${idA2A}`;
  const codice = "RICHIAMO";
  if (!servizioIntegrazione)
    return {
      codice,
      stato: "DA_VERIFICARE",
      descrizione: `${idA2A}: senza servizioIntegrazione non riceve le notifiche dei pagamenti`,
      dove,
    };
  const vista = scadenze?.scadenze.find(
    ({ tipo, usatoDa }) => tipo === "CERTIFICATO_SERVIZIO" && usatoDa.includes(`applicazione ${idA2A}`),
  );
  if (vista && vista.scade === undefined)
    return {
      codice,
      stato: "DA_VERIFICARE",
      descrizione: `${idA2A}: il suo servizio non risponde (${vista.dettaglio ?? "motivo ignoto"})`,
      dove,
    };
  if (vista && statoScadenza(vista, scadenze?.eseguitoAlle.slice(0, 10) ?? "") === "SCADUTA")
    return { codice, stato: "MANCA", descrizione: `${idA2A}: il certificato del suo servizio è scaduto`, dove };
  return vista
    ? { codice, stato: "FATTO", descrizione: `${idA2A}: il suo servizio risponde`, dove }
    : { codice, stato: "DA_VERIFICARE", descrizione: `${idA2A}: il suo servizio non è ancora stato cercato`, dove };
};

/** `applicazioni`: those with the creditor in their scope. */
export const checkApplicazioni = (dati: DatiAttivazione, applicazioni: readonly Applicazione[]): readonly Verifica[] => {
  const abili = applicazioni.filter(canLoad);
  if (abili.length === 0) {
    const descrizione = "Nessuna applicazione abilitata può caricare pendenze del dominio (domini, tipiPendenza, apiPendenze)";
    return [{ codice: "APPLICAZIONE", stato: "MANCA", descrizione, dove: "/applicazioni" }];
  }
  // One that can present itself is enough to load debts: the others are to be looked at.
  const senzaCredenziali = abili.some(hasCredenziali) ? "DA_VERIFICARE" : "MANCA";
  return abili.flatMap((applicazione): Verifica[] => {
    const { idA2A } = applicazione;
    const dove = `/applicazioni/${idA2A}`;
    const codice = "APPLICAZIONE";
    const sua: Verifica = hasCredenziali(applicazione)
      ? { codice, stato: "FATTO", descrizione: `${idA2A} può caricare pendenze e ha credenziali`, dove }
      : { codice, stato: senzaCredenziali, descrizione: `${idA2A}: non ha password, chiave né certificato con cui presentarsi`, dove };
    return [sua, checkRichiamo(dati, applicazione)];
  });
};
