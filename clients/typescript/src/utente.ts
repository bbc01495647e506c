/** Fiorino: API Utente. Generato da docs/openapi/utente.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api } from "./client.ts";

export type CambioDelega = {
  /** Codice fiscale di una delle deleghe; null = per sé */
  readonly perConto: string | null;
};

export type ProfiloCittadino = {
  readonly nome: string;
  readonly anagrafica: {
    readonly tipo: "F" | "G";
    readonly identificativo: string;
    readonly anagrafica: string;
    readonly email?: string;
  };
  /** Aziende per cui la persona può agire, secondo il suo provider */
  readonly deleghe: readonly Delega[];
  /** Codice fiscale dell'azienda per cui agisce ora; assente = per sé */
  readonly perConto?: string;
  readonly provider: string;
  readonly livello?: number;
};

export type Delega = {
  readonly codiceFiscale: string;
  readonly partitaIva?: string;
  readonly ragioneSociale: string;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type MetodoAccesso = {
  readonly id: string;
  readonly nome: string;
  readonly tipo: "SPID" | "CIE" | "OIDC";
  /** Dove comincia l'accesso, relativo all'indirizzo dell'installazione */
  readonly url: string;
};

export interface OperazioniUtente {
  /** Accede: chi è già riconosciuto ha il proprio profilo, gli altri sono mandati al provider di identità */
  readonly login: {
    readonly query?: {
      /** Ente al cui portale si accede */
      readonly idDominio?: string;
      /** id di uno dei metodi di accesso; assente = il primo */
      readonly provider?: string;
      /** Dove tornare dopo l'accesso */
      readonly ritorno?: string;
    };
    readonly risposte: {
      readonly "application/json": ProfiloCittadino;
    };
  };
  /** Accede, poi torna all'indirizzo configurato con quell'id */
  readonly loginConRedirect: {
    readonly percorso: {
      readonly urlID: string;
    };
    readonly query?: {
      /** Ente al cui portale si accede */
      readonly idDominio?: string;
      /** id di uno dei metodi di accesso; assente = il primo */
      readonly provider?: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Chiude la sessione */
  readonly logout: {
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Chiude la sessione, anche presso il provider, poi torna all'indirizzo configurato con quell'id */
  readonly logoutConRedirect: {
    readonly percorso: {
      readonly urlID: string;
    };
    readonly query?: {
      /** Ente al cui portale si accede */
      readonly idDominio?: string;
      /** id di uno dei metodi di accesso; assente = il primo */
      readonly provider?: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Chi è il cittadino che ha acceduto, e per chi può agire */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": ProfiloCittadino;
    };
  };
  /** Il cittadino sceglie di agire per un'azienda, o di nuovo per sé */
  readonly changeDelega: {
    readonly corpo: CambioDelega;
    readonly risposte: {
      readonly "application/json": ProfiloCittadino;
    };
  };
  /** Con che cosa i cittadini accedono, e la prova da dare in gRecaptchaResponse senza accedere */
  readonly getMetodiAccesso: {
    readonly query?: {
      readonly idDominio?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly metodi: readonly MetodoAccesso[];
        readonly captcha:
          | {
              readonly tipo: "NESSUNO";
            }
          | {
              readonly tipo: "FIORINO";
              /** Si cerca un numero n per cui SHA-256(sfida + ':' + n) comincia con `difficolta` bit a zero */
              readonly sfida: string;
              readonly difficolta: number;
              readonly scade: string;
            }
          | {
              readonly tipo: "ESTERNO";
              readonly siteKey: string;
              readonly parametro: string;
            };
      };
    };
  };
  /** Ritorno dal provider di identità: apre la sessione */
  readonly completeLogin: {
    readonly query?: {
      readonly code?: string;
      readonly state?: string;
      readonly iss?: string;
      readonly error?: string;
      readonly error_description?: string;
      readonly error_uri?: string;
      readonly session_state?: string;
      readonly scope?: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
}

export const utente: Api<OperazioniUtente> = {
  base: "/utente/v1",
  operazioni: {
    login: { metodo: "GET", percorso: "/login", tipi: ["application/json"] },
    loginConRedirect: { metodo: "GET", percorso: "/login/{urlID}", tipi: [] },
    logout: { metodo: "GET", percorso: "/logout", tipi: [] },
    logoutConRedirect: { metodo: "GET", percorso: "/logout/{urlID}", tipi: [] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
    changeDelega: { metodo: "PUT", percorso: "/delega", tipi: ["application/json"] },
    getMetodiAccesso: { metodo: "GET", percorso: "/accesso/metodi", tipi: ["application/json"] },
    completeLogin: { metodo: "GET", percorso: "/accesso/ritorno", tipi: [] },
  },
};
