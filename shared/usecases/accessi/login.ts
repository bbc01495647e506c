/** Login of an operator with a local account: lockout first, then the password, then the second factor where there is one. */
import type { SecondoFattore } from "../../domain/accessi/secondo-fattore.ts";
import type { Sessione } from "../../domain/accessi/sessione.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Accessi, CodiciTemporanei } from "../../ports/accessi.ts";
import type { Utenza } from "../../ports/anagrafiche.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";
import { openSessione, type PorteSessione } from "./open-sessione.ts";
import { spendCodice } from "./secondo-fattore.ts";
import type { Tentativi } from "./tentativi.ts";

export interface VerificaOperatore {
  checkPassword(
    principal: string,
    password: string,
  ): Promise<Esito<{ readonly chiamante: Chiamante; readonly utenza?: Utenza }, "ERRATA" | "DISABILITATA">>;
}

export interface PorteLogin extends PorteSessione {
  readonly accessi: Pick<Accessi, "getSessione" | "getSecondoFattore">;
  readonly verifica: VerificaOperatore;
  readonly tentativi: Tentativi;
  readonly codici: CodiciTemporanei;
  readonly cifraFattori: PorteSessione["cifra"];
}

export interface RichiestaLogin {
  readonly principal: string;
  readonly password: string;
  readonly otp?: string | undefined;
  readonly indirizzo: string;
  readonly precedente?: string | undefined;
}

type Rifiuti = "NON_AUTENTICATO" | "SECONDO_FATTORE" | "TROPPE_RICHIESTE";
type EsitoLogin = Esito<{ readonly sessione: Sessione; readonly chiamante: Chiamante }, Rifiuto<Rifiuti>>;

const tooMany = (attesaSecondi: number): EsitoLogin => ({
  ok: false,
  errore: {
    codice: "TROPPE_RICHIESTE",
    dettaglio: `troppi accessi falliti: riprovare fra ${attesaSecondi} secondi`,
    attesaSecondi,
  },
});

/** The change that spends the code; undefined when the code is wrong or was used; none where no second factor is asked. */
const checkFattore = (porte: PorteLogin, fattore: SecondoFattore | undefined, otp: string): Modifica | undefined => {
  const speso = fattore?.stato === "ATTIVO" ? spendCodice(porte, fattore, otp) : undefined;
  return speso && { azione: "sostituisci", entita: "secondoFattore", valore: speso };
};

/** Refuses wrong credentials (401), a second factor that is missing or wrong (401 of its own), too many failures (429). */
export const createLogin =
  (porte: PorteLogin) =>
  async ({ principal, password, otp, indirizzo, precedente }: RichiestaLogin, traccia: Traccia): Promise<EsitoLogin> => {
    const { tentativi, verifica, accessi } = porte;
    const attesa = await tentativi.attesa(principal, indirizzo);
    if (attesa > 0) return tooMany(attesa);
    const verificata = await verifica.checkPassword(principal, password);
    if (!verificata.ok) {
      await tentativi.fallito(principal, indirizzo);
      // The same words for an unknown user, a wrong password and a disabled account.
      return rifiuto("NON_AUTENTICATO", "utente o password non validi");
    }
    const { chiamante, utenza } = verificata.valore;
    const conFattore = utenza?.tipo === "operatore" && utenza.valore.secondoFattore === true;
    if (conFattore && otp === undefined)
      return rifiuto("SECONDO_FATTORE", "otp: indicare il codice dell'autenticatore o un codice di recupero");
    const spesa = conFattore ? checkFattore(porte, await accessi.getSecondoFattore(principal), otp ?? "") : undefined;
    if (conFattore && !spesa) {
      await tentativi.fallito(principal, indirizzo);
      return rifiuto("SECONDO_FATTORE", "otp: codice errato, scaduto o già usato");
    }
    const persona = { principal, nome: chiamante.nome };
    const sessione = await openSessione(porte, { persona, metodo: "password", precedente, modifiche: spesa ? [spesa] : [] }, traccia);
    if (!sessione) return rifiuto("SECONDO_FATTORE", "otp: codice errato, scaduto o già usato");
    await tentativi.riuscito(principal, indirizzo);
    return ok({ sessione, chiamante });
  };
