/**
 * Which channel comes first: certified mail where there is an address, since it proves that it was delivered; then mail; App IO beside them, or before mail where
 * the type says that mail is its reserve. A channel that failed gives way to the next; one that may have arrived does not, because nobody is told twice.
 */
import type { Pendenza } from "../pendenze/pendenza.ts";
import { chiaveAppIODi, impostazioniDi, type LivelliPromemoria } from "./impostazioni.ts";
import { type Canale, idPromemoria, type Promemoria, type TipoPromemoria } from "./promemoria.ts";

/** Channels that work here: switched on in the installation and, of certified mail, with a mailbox of the creditor. */
export type CanaliAttivi = Readonly<Record<Canale, boolean>>;

const PERSONA_FISICA = /^[A-Z0-9]{16}$/;

/** Why this debtor cannot be reached by this channel; undefined when it may. */
export const findImpedimento = (
  { debitore, anonimizzata }: Pick<Pendenza, "debitore" | "anonimizzata">,
  canale: Canale,
  attivi: CanaliAttivi,
): string | undefined => {
  if (anonimizzata !== undefined) return "i dati personali sono stati tolti";
  switch (canale) {
    case "PEC":
      if (debitore.pec === undefined) return "il debitore non ha un indirizzo PEC";
      return attivi.PEC ? undefined : "il creditore non ha una casella PEC (pecBatch)";
    case "EMAIL":
      return debitore.email === undefined ? "il debitore non ha un indirizzo e-mail" : undefined;
    case "APP_IO":
      return PERSONA_FISICA.test(debitore.identificativo) ? undefined : "App IO raggiunge solo chi ha un codice fiscale di 16 caratteri";
  }
};

interface Contesto {
  readonly pendenza: Pendenza;
  readonly presenti: readonly Promemoria[];
  readonly livelli: LivelliPromemoria;
  readonly attivi: CanaliAttivi;
}

/** It did not arrive, and will not by itself. */
const isPerso = ({ stato, riarmabile }: Promemoria): boolean => stato === "FALLITO" || (stato === "ANNULLATO" && riarmabile !== true);
const PARTITI: readonly Promemoria["stato"][] = ["IN_INVIO", "SPEDITO", "INCERTO"];

/** Why another channel has this message; undefined when it is of this one. */
export const findPrecedenza = (
  { pendenza, presenti, livelli, attivi }: Contesto,
  tipo: TipoPromemoria,
  canale: Canale,
  idRicevuta: string | undefined,
): string | undefined => {
  const di = (altro: Canale) => presenti.find(({ id }) => id === idPromemoria(tipo, altro, idRicevuta));
  const tocca = (altro: Canale): boolean => {
    const suo = di(altro);
    return findImpedimento(pendenza, altro, attivi) === undefined && !(suo && isPerso(suo));
  };
  switch (canale) {
    case "PEC": {
      const email = di("EMAIL");
      return !di("PEC") && email && PARTITI.includes(email.stato) ? "è già partito per e-mail" : undefined;
    }
    case "EMAIL": {
      if (tocca("PEC")) return "va per PEC, che viene prima dell'e-mail";
      const riserva = impostazioniDi(livelli, "EMAIL", tipo).riserva;
      const raggiungibile = attivi.APP_IO && chiaveAppIODi(livelli) !== undefined;
      const prima = riserva && raggiungibile && impostazioniDi(livelli, "APP_IO", tipo).abilitato && tocca("APP_IO");
      return prima ? "va con App IO: l'e-mail è la riserva (soloSeNonRaggiunto)" : undefined;
    }
    case "APP_IO":
      return undefined;
  }
};
