/**
 * From credentials to the caller, one resolver for every API. scrypt is paid once per five minutes and instance: what was verified is remembered
 * by keyed digest. Wrong secrets are remembered for seconds, so that guessing costs the guesser and not us.
 */
import { createHmac, randomBytes } from "node:crypto";
import { verifyPassword } from "../../adapters/sistema/password.ts";
import { SERVIZI_ACL } from "../../contracts/operation.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Anagrafiche, Utenza } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Credenziali } from "./credenziali.ts";

export type RifiutoAutenticazione = "NON_AUTENTICATO" | "NON_AUTORIZZATO";

export interface ConfigurazioneResolver {
  readonly chiave: string | undefined;
  readonly amministratore: { readonly principal: string; readonly hash: string } | undefined;
}

const DURATA_MILLISECONDI = 5 * 60_000;
const DURATA_ERRATA_MILLISECONDI = 5_000;
const MASSIMO_RICORDI = 1_000;
/** Hash of nothing anyone knows: an unknown principal costs as much as a wrong password. */
const HASH_FITTIZIO = "scrypt$16384$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

const hashDi = (utenza: Utenza): string | undefined => utenza.valore.passwordHash;

export class ResolverChiamante {
  readonly #anagrafiche: Anagrafiche;
  readonly #clock: Clock;
  readonly #chiave: string | Buffer;
  readonly #amministratore: ConfigurazioneResolver["amministratore"];
  readonly #ricordi = new Map<string, { valido: boolean; scade: number }>();

  constructor(anagrafiche: Anagrafiche, clock: Clock, configurazione: ConfigurazioneResolver) {
    this.#anagrafiche = anagrafiche;
    this.#clock = clock;
    this.#chiave = configurazione.chiave ?? randomBytes(32);
    this.#amministratore = configurazione.amministratore;
  }

  async resolve(credenziali: Credenziali): Promise<Esito<Chiamante, RifiutoAutenticazione>> {
    if (credenziali.modo !== "ssl" && credenziali.principal === this.#amministratore?.principal) {
      return (await this.#verify(credenziali.principal, credenziali.segreto, this.#amministratore.hash))
        ? ok(amministratore(credenziali.principal))
        : ko("NON_AUTENTICATO");
    }
    const utenza = await this.#anagrafiche.getUtenza(credenziali.principal);
    if (credenziali.modo !== "ssl") {
      const hash = utenza && hashDi(utenza);
      const verificata = await this.#verify(credenziali.principal, credenziali.segreto, hash ?? HASH_FITTIZIO);
      if (!verificata || !hash) return ko("NON_AUTENTICATO");
    }
    if (!utenza) return ko("NON_AUTENTICATO");
    return utenza.valore.abilitato ? ok(utenza.chiamante) : ko("NON_AUTORIZZATO");
  }

  /** The hash is part of the digest: a changed password is a different memory. */
  async #verify(principal: string, segreto: string, hash: string): Promise<boolean> {
    const impronta = createHmac("sha256", this.#chiave).update(`${principal}\u0000${segreto}\u0000${hash}`).digest("base64");
    const adesso = Date.parse(this.#clock.now());
    const ricordo = this.#ricordi.get(impronta);
    if (ricordo && ricordo.scade > adesso && ricordo.scade <= adesso + DURATA_MILLISECONDI) return ricordo.valido;
    const valido = await verifyPassword(segreto, hash);
    this.#ricordi.set(impronta, { valido, scade: adesso + (valido ? DURATA_MILLISECONDI : DURATA_ERRATA_MILLISECONDI) });
    if (this.#ricordi.size > MASSIMO_RICORDI) {
      const [piuVecchio] = this.#ricordi.keys();
      if (piuVecchio !== undefined) this.#ricordi.delete(piuVecchio);
    }
    return valido;
  }
}

const amministratore = (principal: string): Chiamante => ({
  tipo: "operatore",
  principal,
  nome: "Amministratore",
  autodeterminazione: true,
  domini: "*",
  tipiPendenza: "*",
  acl: SERVIZI_ACL.map((servizio) => ({ servizio, autorizzazioni: ["R", "W"] })),
});
