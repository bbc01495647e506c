/** The form of an operation, a queue and a schedule. Everything that is deployed, served, tested or documented derives from these declarations. */
import type * as z from "zod";
import type { Capacita } from "./capabilities.ts";
import type { CodiceProblema } from "./problems.ts";

export type NomeApi =
  | "pendenze"
  | "pendenze-v1"
  | "pagamento"
  | "pagamento-v3"
  | "pagamento-v1"
  | "utente"
  | "cittadino"
  | "portale"
  | "riconciliazione"
  | "riconciliazione-v2"
  | "riconciliazione-v1"
  | "backoffice"
  | "pagopa";

/** Base path of each API: `/<api>/v<n>`; the SOAP endpoint of the Node carries no version, the primitives do. */
export const API_BASE: Readonly<Record<NomeApi, string>> = {
  pendenze: "/pendenze/v2",
  "pendenze-v1": "/pendenze/v1",
  pagamento: "/pagamento/v2",
  "pagamento-v3": "/pagamento/v3",
  "pagamento-v1": "/pagamento/v1",
  utente: "/utente/v1",
  cittadino: "/cittadino/v1",
  portale: "/portale/v1",
  riconciliazione: "/riconciliazione/v3",
  "riconciliazione-v2": "/riconciliazione/v2",
  "riconciliazione-v1": "/riconciliazione/v1",
  backoffice: "/backoffice/v1",
  pagopa: "/pagopa",
};

/** The APIs that speak JSON, in the order of the documents. */
export const API_REST = [
  "pendenze",
  "pendenze-v1",
  "pagamento",
  "pagamento-v3",
  "pagamento-v1",
  "utente",
  "cittadino",
  "portale",
  "riconciliazione",
  "riconciliazione-v2",
  "riconciliazione-v1",
  "backoffice",
] as const satisfies readonly NomeApi[];

/** Older versions of an API: other contracts on the functions of the present one, operation by operation (docs/adr/0011). */
export const SERVITA_DA: Readonly<Partial<Record<NomeApi, NomeApi>>> = {
  "pendenze-v1": "pendenze",
  "pagamento-v3": "pagamento",
  "pagamento-v1": "pagamento",
  "riconciliazione-v2": "riconciliazione",
  "riconciliazione-v1": "riconciliazione",
};

export type Metodo = "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
export type TipoChiamante = "applicazione" | "operatore" | "nodo" | "cittadino" | "anonimo";

/** Services of GovPay's ACL (reference 2.14 and 3.13); the last three are the machine APIs. */
export const SERVIZI_ACL = [
  "Anagrafica PagoPA",
  "Anagrafica Creditore",
  "Anagrafica Applicazioni",
  "Anagrafica Ruoli",
  "Pagamenti",
  "Pendenze",
  "Rendicontazioni e Incassi",
  "Giornale degli Eventi",
  // Not of GovPay: the messages of the journal hold personal data.
  "Contenuti del Giornale",
  // Not of GovPay: what a citizen may ask of its own data, and what the law lets go.
  "Dati Personali",
  // Not of GovPay: who answers the telephone, and reads what happened to a debt without seeing whose it is.
  "Assistenza",
  "Configurazione e manutenzione",
  "API Pagamenti",
  "API Pendenze",
  "API Ragioneria",
] as const;
export type ServizioAcl = (typeof SERVIZI_ACL)[number];
export type Diritto = "R" | "W";

/** Size budgets of a bundle (docs/adr/0004): what the function may weigh. `endpoint` is the one function that holds every primitive of the Node; `avvio` starts payments, with the forms from which debts are born and the two ways to pagoPA; `registro` knows every write of the registry. */
export type Peso = "lettura" | "scrittura" | "endpoint" | "soap" | "avvio" | "registro" | "pdf";

/** A body that is not JSON: bytes or text of the media type that names it. */
export const BINARIO = "binario";
export type Rappresentazioni = { readonly [tipo: string]: z.ZodType | typeof BINARIO };
export type RispostaDichiarata = z.ZodType | Rappresentazioni;

export interface Operazione {
  readonly api: NomeApi;
  /** operationId: also the name of the entry file, of the function and of the metric's dimension. */
  readonly id: string;
  /** Of an older version: the operation of the present one whose function serves it, where that has another name. */
  readonly funzione?: string;
  /** API whose function serves this one operation, where the others of its API have functions of their own (also its own API: two operations, one function). */
  readonly servitaDa?: NomeApi;
  readonly method: Metodo;
  /** Relative to API_BASE. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** Sub-folder of functions/<api>/ and OpenAPI tag. */
  readonly risorsa?: string;
  readonly auth: readonly TipoChiamante[];
  /** Who passes needs this right on one of these services. Absent: being authenticated is enough. */
  readonly acl?: { readonly servizi: readonly ServizioAcl[]; readonly diritto: Diritto };
  readonly capacita: readonly Capacita[];
  readonly peso: Peso;
  readonly limiti?: { readonly timeoutSeconds?: number; readonly bodyKilobytes?: number; readonly memoryMegabytes?: number };
  /** What the parameters of the path are, where the place wants a name that is not theirs. */
  readonly nomiParametri?: Readonly<Record<string, string>>;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Media types of a body that is a file: it reaches the handler as bytes. In place of `body`. */
  readonly corpoGrezzo?: readonly string[];
  /** Reads the data of a citizen: an operator's call is journaled (docs/privacy.md). Lists are, when filtered by debtor. */
  readonly datiPersonali?: true;
  readonly responses: { readonly [status: number]: RispostaDichiarata };
  readonly errors: readonly CodiceProblema[];
}

/** The API whose function serves an operation; undefined when it has one of its own. */
export const serventeDi = ({ api, servitaDa }: Pick<Operazione, "api" | "servitaDa">): NomeApi | undefined => servitaDa ?? SERVITA_DA[api];

export const defineOperation = <const O extends Operazione>(operazione: O): O => operazione;

/** The two services of the legacy family (gad/wsdl); a primitive of neither belongs to paForNode. */
export type ServizioStorico = "PagamentiTelematiciCCP" | "PagamentiTelematiciRT";

/** A primitive that the Node calls: selected by the root element of the SOAP body, served also on a route of its own. */
export interface Primitiva {
  readonly api: "pagopa";
  readonly id: string;
  readonly summary: string;
  /** Of the legacy family; absent = paForNode. */
  readonly servizio?: ServizioStorico;
  /** Root element of the request and of the answer, in the types namespace. */
  readonly elemento: string;
  readonly elementoRisposta: string;
  readonly capacita: readonly Capacita[];
  readonly limiti: { readonly timeoutSeconds: number; readonly bodyKilobytes: number; readonly memoryMegabytes: number };
}

export const definePrimitiva = <const P extends Primitiva>(primitiva: P): P => primitiva;

/** Path of a primitive under API_BASE.pagopa: the address of its service, then its own name. */
export const percorsoOf = ({ id, servizio }: Pick<Primitiva, "id" | "servizio">): string => `/${servizio ?? "paForNode"}/${id}`;

/** A queue with its consumer: the impact sentence and the runbook come with it, so no alarm can lack them. */
export interface Coda {
  readonly nome: string;
  /** functions/consumers/<nome>.ts */
  readonly summary: string;
  readonly capacita: readonly Capacita[];
  readonly peso: Peso;
  readonly lotto: number;
  readonly timeoutSeconds: number;
  readonly visibilitaSeconds: number;
  readonly tentativi: number;
  readonly concorrenzaMassima: number;
  readonly memoryMegabytes: number;
  /** What a message in the dead-letter queue means for the creditor. */
  readonly impatto: string;
}

export const defineCoda = <const C extends Coda>(coda: C): C => coda;

/** Patterns of EventBridge on a record of the stream, alternatives of each other. */
export type FiltroStream = Readonly<Record<string, unknown>>;

/** A function fed by the stream of a table, in order within a shard, at least once: functions/consumers/<nome>.ts, dead letters in `<nome>-scarti`, runbook `stream-<nome>`. */
export interface ConsumatoreStream extends Omit<Coda, "visibilitaSeconds" | "tentativi" | "concorrenzaMassima"> {
  readonly tabella: "archivio" | "eventi";
  readonly filtri: readonly FiltroStream[];
  /** Seconds in which a batch gathers. */
  readonly finestraSeconds?: number;
  /** Behind by more than this, the alarm rings. */
  readonly ritardoMassimoSeconds: number;
  /** Figures of a batch that ring when they are above zero, each with what it means. */
  readonly allarmi?: Readonly<Record<string, string>>;
}

export const defineConsumatoreStream = <const C extends ConsumatoreStream>(consumatore: C): C => consumatore;

/** A scheduled job: functions/scheduled/<nome>.ts. */
export interface Schedulazione {
  readonly nome: string;
  readonly summary: string;
  /** EventBridge Scheduler expression, evaluated in Europe/Rome. */
  readonly espressione: string;
  readonly capacita: readonly Capacita[];
  readonly peso: Peso;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly impatto: string;
  /** Figures of a run that ring when they are above zero, each with what it means. */
  readonly allarmi?: Readonly<Record<string, string>>;
}

export const defineSchedulazione = <const S extends Schedulazione>(schedulazione: S): S => schedulazione;

/** Path of the entry file of an operation, relative to the repository: the one rule that infra, local runner and tests share. */
export const entryOf = (operazione: Pick<Operazione, "api" | "id" | "risorsa">): string =>
  [
    "functions",
    operazione.api,
    ...(operazione.api === "backoffice" && operazione.risorsa ? [operazione.risorsa] : []),
    `${operazione.id}.ts`,
  ].join("/");

export const entryOfConsumer = (nome: string): string => `functions/consumers/${nome}.ts`;
export const entryOfScheduled = (nome: string): string => `functions/scheduled/${nome}.ts`;
