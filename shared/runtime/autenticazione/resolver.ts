/**
 * From credentials to the caller, one resolver for every API. scrypt is paid once per five minutes and instance: what was verified is remembered
 * by keyed digest. Wrong secrets are remembered for seconds, so that guessing costs the guesser and not us.
 */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { verifyPassword } from "../../adapters/sistema/password.ts";
import { SERVIZI_ACL } from "../../contracts/operation.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { ID_PRINCIPALE, type Segreto } from "../../domain/anagrafiche/credenziali.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { VerificaPassword } from "../../ports/accessi.ts";
import type { Anagrafiche, Utenza } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Tentativi } from "../../usecases/accessi/tentativi.ts";
import type { ResolveBearer } from "./bearer.ts";
import type { Credenziali } from "./credenziali.ts";
import { type RifiutoAutenticazione, resolvePersona } from "./persona.ts";
import type { Sessioni } from "./sessioni.ts";
import type { SessioniCittadino } from "./sessioni-cittadino.ts";

export interface ConfigurazioneResolver {
  readonly chiave: string | Buffer | undefined;
  readonly amministratore: { readonly principal: string; readonly hash: string } | undefined;
}

/** What only some installations, or only the APIs of people and applications, need: loaded when it is first asked for. */
export interface PorteFacoltative {
  readonly tentativi?: Tentativi;
  /** Told of each secret verified the slow way: at most once per five minutes and instance. */
  readonly usato?: (principal: string, idSegreto: string) => void;
  readonly bearer?: () => Promise<ResolveBearer>;
  readonly sessioni?: () => Promise<Pick<Sessioni, "resolve">>;
  readonly cittadini?: () => Promise<Pick<SessioniCittadino, "resolve">>;
  readonly password?: VerificaPassword;
}

export type EsitoAutenticazione = Esito<Chiamante, Rifiuto<RifiutoAutenticazione>>;
type ConSegreto = Extract<Credenziali, { modo: "basic" | "apikey" }>;

const DURATA_MILLISECONDI = 5 * 60_000;
const DURATA_ERRATA_MILLISECONDI = 5_000;
const MASSIMO_RICORDI = 1_000;
const MASSIMO_PRINCIPAL = 1_000;
/** Hash of nothing anyone knows: an unknown principal costs as much as a wrong password. */
const HASH_FITTIZIO = "scrypt$16384$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const NON_RICONOSCIUTO = rifiuto("NON_AUTENTICATO");

const principaleDi = (hash: string | undefined): readonly Segreto[] =>
  hash === undefined ? [] : [{ id: ID_PRINCIPALE, tipo: "PASSWORD", impronta: hash, creatoIl: "" }];

/** The secrets that let this utenza in, the main password first. */
const segretiDi = (utenza: Utenza | undefined): readonly Segreto[] =>
  utenza ? [...principaleDi(utenza.valore.passwordHash), ...(utenza.tipo === "applicazione" ? (utenza.valore.segreti ?? []) : [])] : [];

export class ResolverChiamante {
  readonly #anagrafiche: Anagrafiche;
  readonly #clock: Clock;
  readonly #chiave: string | Buffer;
  readonly #amministratore: ConfigurazioneResolver["amministratore"];
  readonly #facoltative: PorteFacoltative;
  readonly #password: VerificaPassword;
  readonly #ricordi = new Map<string, { idSegreto: string | undefined; scade: number }>();

  constructor(anagrafiche: Anagrafiche, clock: Clock, configurazione: ConfigurazioneResolver, facoltative: PorteFacoltative = {}) {
    this.#anagrafiche = anagrafiche;
    this.#clock = clock;
    this.#chiave = configurazione.chiave ?? randomBytes(32);
    this.#amministratore = configurazione.amministratore;
    this.#facoltative = facoltative;
    this.#password = facoltative.password ?? { verify: verifyPassword };
  }

  async resolve(credenziali: Credenziali, indirizzo = ""): Promise<EsitoAutenticazione> {
    switch (credenziali.modo) {
      case "oauth2":
        return this.#facoltative.bearer ? (await this.#facoltative.bearer())(credenziali.token) : NON_RICONOSCIUTO;
      case "session":
        return this.#facoltative.sessioni ? (await this.#facoltative.sessioni()).resolve(credenziali) : NON_RICONOSCIUTO;
      case "cittadino":
        return this.#facoltative.cittadini ? (await this.#facoltative.cittadini()).resolve(credenziali) : NON_RICONOSCIUTO;
      case "ssl":
      case "header":
        return this.#resolveGarantito(credenziali);
      case "basic":
      case "apikey":
        return this.#resolveSegreto(credenziali, indirizzo);
    }
  }

  async #resolveGarantito({ principal, alternativa }: Extract<Credenziali, { modo: "ssl" | "header" }>): Promise<EsitoAutenticazione> {
    if (principal.length > MASSIMO_PRINCIPAL) return NON_RICONOSCIUTO;
    const noto = await this.#anagrafiche.getUtenza(principal);
    const chi = noto || alternativa === undefined || alternativa.length > MASSIMO_PRINCIPAL ? principal : alternativa;
    const utenza = noto ?? (chi === principal ? undefined : await this.#anagrafiche.getUtenza(chi));
    return utenza
      ? resolvePersona(this.#anagrafiche, { principal: chi, nome: chi }, ["applicazione", "operatore", "nodo"])
      : NON_RICONOSCIUTO;
  }

  async #resolveSegreto({ principal, segreto }: ConSegreto, indirizzo: string): Promise<EsitoAutenticazione> {
    if (principal.length > MASSIMO_PRINCIPAL) return NON_RICONOSCIUTO;
    const iniziale = principal === this.#amministratore?.principal ? this.#amministratore : undefined;
    const utenza = iniziale ? undefined : await this.#anagrafiche.getUtenza(principal);
    const segreti = iniziale ? principaleDi(iniziale.hash) : segretiDi(utenza);
    const impronta = this.#digest(principal, segreto, segreti);
    const noto = this.#recall(impronta);
    if (!noto) {
      // People guess passwords of people; those of applications are random, and a lock would stop a whole vertical.
      const contati = utenza === undefined || utenza.tipo === "operatore" ? this.#facoltative.tentativi : undefined;
      const attesa = (await contati?.attesa(principal, indirizzo)) ?? 0;
      if (attesa > 0) return { ok: false, errore: tooMany(attesa) };
      const trovato = await this.#verify(segreto, segreti);
      this.#remember(impronta, trovato);
      await (trovato === undefined ? contati?.fallito(principal, indirizzo) : contati?.riuscito(principal, indirizzo));
      if (trovato !== undefined) this.#facoltative.usato?.(principal, trovato);
      if (trovato === undefined) return NON_RICONOSCIUTO;
    } else if (noto.idSegreto === undefined) return NON_RICONOSCIUTO;
    if (iniziale) return ok(amministratore(principal));
    if (!utenza) return NON_RICONOSCIUTO;
    if (!utenza.valore.abilitato) return rifiuto("NON_AUTORIZZATO");
    if (utenza.tipo === "operatore" && utenza.valore.secondoFattore)
      return rifiuto("NON_AUTENTICATO", "l'operatore ha un secondo fattore: accedere con POST /login");
    return ok(utenza.chiamante);
  }

  /** Whether this is the password of the utenza: for a login, which counts its own attempts and asks for the second factor. */
  async checkPassword(
    principal: string,
    password: string,
  ): Promise<Esito<{ chiamante: Chiamante; utenza?: Utenza }, "ERRATA" | "DISABILITATA">> {
    const iniziale = principal === this.#amministratore?.principal ? this.#amministratore : undefined;
    const utenza = iniziale ? undefined : await this.#anagrafiche.getUtenza(principal);
    const operatore = utenza?.tipo === "operatore" ? utenza : undefined;
    const trovato = await this.#verify(password, iniziale ? principaleDi(iniziale.hash) : segretiDi(operatore));
    if (trovato === undefined) return { ok: false, errore: "ERRATA" };
    if (iniziale) return ok({ chiamante: amministratore(principal) });
    if (!operatore?.valore.abilitato) return { ok: false, errore: "DISABILITATA" };
    return ok({ chiamante: operatore.chiamante, utenza: operatore });
  }

  /** The hashes are part of the digest: a changed or revoked secret is a different memory. */
  #digest(principal: string, segreto: string, segreti: readonly Segreto[]): string {
    const hmac = createHmac("sha256", this.#chiave).update(`${principal}\u0000${segreto}`);
    for (const { impronta } of segreti) hmac.update(`\u0000${impronta}`);
    return hmac.digest("base64");
  }

  #recall(impronta: string): { readonly idSegreto: string | undefined } | undefined {
    const adesso = Date.parse(this.#clock.now());
    const ricordo = this.#ricordi.get(impronta);
    return ricordo && ricordo.scade > adesso && ricordo.scade <= adesso + DURATA_MILLISECONDI ? ricordo : undefined;
  }

  #remember(impronta: string, idSegreto: string | undefined): void {
    const durata = idSegreto === undefined ? DURATA_ERRATA_MILLISECONDI : DURATA_MILLISECONDI;
    this.#ricordi.set(impronta, { idSegreto, scade: Date.parse(this.#clock.now()) + durata });
    if (this.#ricordi.size > MASSIMO_RICORDI) {
      const [piuVecchio] = this.#ricordi.keys();
      if (piuVecchio !== undefined) this.#ricordi.delete(piuVecchio);
    }
  }

  /** Id of the secret that this is. An API key is found by its digest; a password costs one scrypt for each that there is. */
  async #verify(segreto: string, segreti: readonly Segreto[]): Promise<string | undefined> {
    const sha256 = createHash("sha256").update(segreto).digest("base64url");
    const chiave = segreti.find(({ tipo, impronta }) => tipo === "API_KEY" && impronta === sha256);
    if (chiave) return chiave.id;
    const password = segreti.filter(({ tipo }) => tipo === "PASSWORD");
    for (const { id, impronta } of password) if (await this.#password.verify(segreto, impronta)) return id;
    if (password.length === 0) await this.#password.verify(segreto, HASH_FITTIZIO);
    return undefined;
  }
}

const tooMany = (attesaSecondi: number) => ({
  codice: "TROPPE_RICHIESTE" as const,
  dettaglio: `troppi accessi falliti: riprovare fra ${attesaSecondi} secondi`,
  attesaSecondi,
});

const amministratore = (principal: string): Chiamante => ({
  tipo: "operatore",
  principal,
  nome: "Amministratore",
  autodeterminazione: true,
  domini: "*",
  tipiPendenza: "*",
  acl: SERVIZI_ACL.map((servizio) => ({ servizio, autorizzazioni: ["R", "W"] })),
});
