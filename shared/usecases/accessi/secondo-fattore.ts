/** The second factor of an operator: enrolled in two steps, so that nobody locks himself out with an authenticator that does not work; removed with a code. */
import type { SecondoFattore } from "../../domain/accessi/secondo-fattore.ts";
import type { Operatore } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Accessi, Cifra, CodiciTemporanei } from "../../ports/accessi.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { Tentativi } from "./tentativi.ts";

export interface PorteCodici {
  readonly codici: CodiciTemporanei;
  readonly cifraFattori: Cifra;
  readonly clock: Clock;
}

export interface PorteFattore extends PorteCodici {
  readonly accessi: Pick<Accessi, "getSecondoFattore">;
  readonly registro: Pick<RegistroDiBase, "get">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly tentativi: Tentativi;
}

const CODICI_RECUPERO = 10;
const BYTE_RECUPERO = 9;

type Rifiuti = "NON_PROCESSABILE" | "CONFLITTO" | "TROPPE_RICHIESTE";
type EsitoFattore<T> = Esito<T, Rifiuto<Rifiuti>>;

/** The factor after this code was used; undefined when the code is wrong, expired or already used. */
export const spendCodice = (
  { codici, cifraFattori, clock }: PorteCodici,
  fattore: SecondoFattore,
  codice: string,
): SecondoFattore | undefined => {
  const segreto = cifraFattori.open(fattore.segreto);
  const passo = segreto === undefined ? undefined : codici.check(segreto, codice, clock.now(), fattore.ultimoPasso);
  if (passo !== undefined) return { ...fattore, ultimoPasso: passo };
  const impronta = cifraFattori.digest(codice.toLowerCase());
  if (!fattore.recupero.includes(impronta)) return undefined;
  return { ...fattore, recupero: fattore.recupero.filter((altra) => altra !== impronta) };
};

const getOperatore = async ({ registro }: Pick<PorteFattore, "registro">, principal: string): Promise<EsitoFattore<Operatore>> => {
  const operatore = await registro.get("operatore", principal);
  // The administrator of the parameters and who comes from an identity provider have their own.
  return operatore
    ? ok(operatore)
    : rifiuto("NON_PROCESSABILE", "il secondo fattore si registra solo per gli operatori con un account locale");
};

/** First step: the secret for the authenticator, shown this once. It asks for nothing at login until it is confirmed. */
export const enrolFattore =
  (porte: PorteFattore) =>
  async (principal: string, traccia: Traccia): Promise<EsitoFattore<{ readonly segreto: string; readonly otpauthUri: string }>> => {
    const operatore = await getOperatore(porte, principal);
    if (!operatore.ok) return operatore;
    const esistente = await porte.accessi.getSecondoFattore(principal);
    if (esistente?.stato === "ATTIVO")
      return rifiuto("NON_PROCESSABILE", "il secondo fattore è già attivo: rimuoverlo prima di registrarne un altro");
    const segreto = porte.codici.createSegreto();
    const valore: SecondoFattore = {
      versione: esistente?.versione ?? 0,
      principal,
      segreto: porte.cifraFattori.seal(segreto),
      stato: "DA_CONFERMARE",
      ultimoPasso: 0,
      recupero: [],
      creatoIl: porte.clock.now(),
    };
    const evento = traccia.evento({ categoriaEvento: "UTENTE", dettaglioEsito: "Secondo fattore da confermare" });
    const esito = await porte.unitOfWork.commit([{ azione: esistente ? "sostituisci" : "crea", entita: "secondoFattore", valore }], {
      eventi: [evento],
    });
    return esito.ok ? ok({ segreto, otpauthUri: porte.codici.describeUri(segreto, principal) }) : rifiuto("CONFLITTO");
  };

const createRecupero = (cifra: Cifra): readonly string[] =>
  Array.from({ length: CODICI_RECUPERO }, () => {
    const cifre = cifra
      .random(BYTE_RECUPERO)
      .replace(/[^a-zA-Z0-9]/g, "x")
      .toLowerCase();
    return `${cifre.slice(0, 6)}-${cifre.slice(6, 12)}`;
  });

/** Guesses of a code count like those of a password: a stolen session must not become a second factor. */
const guard = async <T>(
  { tentativi }: Pick<PorteFattore, "tentativi">,
  { principal, indirizzo }: { readonly principal: string; readonly indirizzo: string },
  attempt: () => Promise<EsitoFattore<T> | undefined>,
): Promise<EsitoFattore<T>> => {
  const attesaSecondi = await tentativi.attesa(principal, indirizzo);
  if (attesaSecondi > 0) {
    const dettaglio = `troppi codici errati: riprovare fra ${attesaSecondi} secondi`;
    return { ok: false, errore: { codice: "TROPPE_RICHIESTE", dettaglio, attesaSecondi } };
  }
  const esito = await attempt();
  if (esito) return esito;
  await tentativi.fallito(principal, indirizzo);
  return rifiuto("NON_PROCESSABILE", "otp: codice errato, scaduto o già usato");
};

export interface RichiestaFattore {
  readonly principal: string;
  readonly otp: string;
  readonly indirizzo: string;
}

const changeStato =
  (porte: PorteFattore, da: SecondoFattore["stato"], a: SecondoFattore["stato"], dettaglioEsito: string) =>
  async (richiesta: RichiestaFattore, traccia: Traccia): Promise<EsitoFattore<{ readonly codiciRecupero: readonly string[] }>> => {
    const { principal, otp } = richiesta;
    const operatore = await getOperatore(porte, principal);
    if (!operatore.ok) return operatore;
    const fattore = await porte.accessi.getSecondoFattore(principal);
    if (fattore?.stato !== da) return rifiuto("NON_PROCESSABILE", "nessun secondo fattore da confermare o da rimuovere");
    return guard(porte, richiesta, async () => {
      const speso = spendCodice(porte, fattore, otp);
      if (!speso) return undefined;
      const codiciRecupero = a === "ATTIVO" ? createRecupero(porte.cifraFattori) : [];
      const recupero = codiciRecupero.map((codice) => porte.cifraFattori.digest(codice));
      const esito = await porte.unitOfWork.commit(
        [
          { azione: "sostituisci", entita: "secondoFattore", valore: { ...speso, stato: a, recupero } },
          { azione: "sostituisci", entita: "operatore", valore: { ...operatore.valore, secondoFattore: a === "ATTIVO" } },
        ],
        { eventi: [traccia.evento({ categoriaEvento: "UTENTE", dettaglioEsito })] },
      );
      return esito.ok ? ok({ codiciRecupero }) : rifiuto("CONFLITTO");
    });
  };

/** Second step, with a code of the authenticator: from now on a password is not enough. Answers the recovery codes, shown this once. */
export const confirmFattore = (porte: PorteFattore) => changeStato(porte, "DA_CONFERMARE", "ATTIVO", "Secondo fattore attivato");

/** With a code of the authenticator or a recovery code: a session alone must not be able to take the second factor away. */
export const removeFattore = (porte: PorteFattore) => changeStato(porte, "ATTIVO", "RIMOSSO", "Secondo fattore rimosso");
