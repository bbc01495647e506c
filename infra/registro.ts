/** From the registry to what is deployed: one list of functions, with name, entry file, limits and budget, that stacks, bundles, size check and documents share. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Capacita } from "../shared/contracts/capabilities.ts";
import {
  type Coda,
  type ConsumatoreStream,
  entryOf,
  entryOfConsumer,
  entryOfScheduled,
  type FiltroStream,
  type NomeApi,
  type Operazione,
  type Peso,
  type Primitiva,
  type Schedulazione,
  type ServizioStorico,
  serventeDi,
} from "../shared/contracts/operation.ts";
import type { consumatoreOutbox } from "../shared/contracts/queues.ts";
import type { Tabella } from "../shared/contracts/tables.ts";

export type ConsumatoreOutbox = Omit<typeof consumatoreOutbox, "capacita" | "evidenze"> & {
  readonly capacita: readonly Capacita[];
  readonly evidenze: readonly FiltroStream[];
};

export interface Registro {
  readonly operazioni: Readonly<Record<Exclude<NomeApi, "pagopa">, readonly Operazione[]>>;
  /** REST operations that pagoPA calls, on the API of the primitives. */
  readonly operazioniPagopa: readonly Operazione[];
  readonly primitive: readonly Primitiva[];
  /** Of the legacy family. */
  readonly primitiveStoriche: readonly Primitiva[];
  readonly code: readonly Coda[];
  readonly consumatoreOutbox: ConsumatoreOutbox;
  readonly consumatoriStream: readonly ConsumatoreStream[];
  readonly schedulazioni: readonly Schedulazione[];
  readonly tabelle: readonly Tabella[];
}

export type Gruppo = NomeApi | "consumer" | "job";

export interface Funzione {
  readonly gruppo: Gruppo;
  readonly id: string;
  /** Entry file relative to the repository. */
  readonly entry: string;
  /** File of the bundle without extension; the Lambda handler is `<modulo>.handler`. */
  readonly modulo: string;
  readonly summary: string;
  readonly capacita: readonly Capacita[];
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly peso: Peso;
  readonly risorsa?: string;
}

/** Id of the function that receives every primitive on one path, the address given to pagoPA. */
export const ENDPOINT = "endpoint";
/** Id of the function at the addresses of the legacy family, which answers to both. */
export const ENDPOINT_STORICO = "endpointStorico";
/** The paths of its services (PaPerNodoPagamentoPsp.wsdl, PaPerNodo.wsdl): both take either. */
export const SERVIZI_STORICI = ["PagamentiTelematiciCCP", "PagamentiTelematiciRT"] as const satisfies readonly ServizioStorico[];
export const TIMEOUT_PREDEFINITO = 10;
/** Below 512 MB a Lambda has too little processor for its own start: the DocumentClient alone takes a second. */
export const MEMORIA_PREDEFINITA = 512;
/** API Gateway gives up after 30 s: a function that lasts longer works for nobody. */
export const TIMEOUT_MASSIMO_HTTP = 29;

/** Those that have functions: the others are served by these (SERVITA_DA). */
export const NOMI_API = ["pendenze", "pagamento", "utente", "cittadino", "portale", "riconciliazione", "backoffice"] as const;
export const GRUPPI: readonly Gruppo[] = [...NOMI_API, "pagopa", "consumer", "job"];

/**
 * Whoever recognises people and applications counts their failures and notes when a secret was last used, and journals its reads where the policy says so,
 * or when an operator reads a citizen's data (runtime/giornale-http.ts).
 */
const capacitaOf = ({ auth, capacita }: Operazione): readonly Capacita[] =>
  auth.some((tipo) => tipo !== "nodo") ? [...new Set<Capacita>([...capacita, "accessi:write", "eventi:write"])] : capacita;

const fromOperazione = (operazione: Operazione): Funzione => ({
  gruppo: operazione.api,
  id: operazione.id,
  entry: entryOf(operazione),
  modulo: operazione.id,
  summary: operazione.summary,
  capacita: capacitaOf(operazione),
  timeoutSeconds: operazione.limiti?.timeoutSeconds ?? TIMEOUT_PREDEFINITO,
  memoryMegabytes: operazione.limiti?.memoryMegabytes ?? MEMORIA_PREDEFINITA,
  peso: operazione.peso,
  ...(operazione.risorsa !== undefined && { risorsa: operazione.risorsa }),
});

const fromPrimitiva = (primitiva: Primitiva): Funzione => ({
  gruppo: "pagopa",
  id: primitiva.id,
  entry: entryOf(primitiva),
  modulo: primitiva.id,
  summary: primitiva.summary,
  capacita: primitiva.capacita,
  timeoutSeconds: primitiva.limiti.timeoutSeconds,
  memoryMegabytes: primitiva.limiti.memoryMegabytes,
  peso: "scrittura",
});

/** The endpoint may do what any of its primitives may do, for as long as the slowest of them. */
const endpointOf = (primitive: readonly Primitiva[]): Funzione => ({
  gruppo: "pagopa",
  id: ENDPOINT,
  entry: "functions/pagopa/_endpoint.ts",
  modulo: "_endpoint",
  summary: "Endpoint unico del Nodo: sceglie la primitiva dall'elemento radice del corpo",
  capacita: [...new Set(primitive.flatMap((primitiva) => primitiva.capacita))],
  timeoutSeconds: Math.max(...primitive.map((primitiva) => primitiva.limiti.timeoutSeconds)),
  memoryMegabytes: Math.max(...primitive.map((primitiva) => primitiva.limiti.memoryMegabytes)),
  peso: "endpoint",
});

/** Heavier than the modern endpoint, because it serves both families: stations of today never call it. */
const endpointStoricoOf = (primitive: readonly Primitiva[]): Funzione => ({
  ...endpointOf(primitive),
  id: ENDPOINT_STORICO,
  entry: "functions/pagopa/_storico.ts",
  modulo: "_storico",
  summary: "Endpoint delle stazioni storiche: serve le due famiglie di primitive",
  peso: "soap",
});

const fromAsincrona = (
  gruppo: "consumer" | "job",
  voce: Omit<Coda, "tentativi" | "concorrenzaMassima" | "visibilitaSeconds" | "lotto">,
): Funzione => ({
  gruppo,
  id: voce.nome,
  entry: gruppo === "consumer" ? entryOfConsumer(voce.nome) : entryOfScheduled(voce.nome),
  modulo: voce.nome,
  summary: voce.summary,
  // A job keeps its own state in the archive, whatever it works on.
  capacita: gruppo === "job" ? [...new Set<Capacita>([...voce.capacita, "archivio:read", "archivio:write"])] : voce.capacita,
  timeoutSeconds: voce.timeoutSeconds,
  memoryMegabytes: voce.memoryMegabytes,
  peso: voce.peso,
  risorsa: voce.nome,
});

/** Every function that the registry declares, in the order of the registry. */
export const funzioniOf = (registro: Registro): readonly Funzione[] => [
  ...NOMI_API.flatMap((api) => registro.operazioni[api].filter((o) => serventeDi(o) === undefined).map(fromOperazione)),
  ...registro.operazioniPagopa.map(fromOperazione),
  ...(registro.primitive.length > 0 ? [...registro.primitive.map(fromPrimitiva), endpointOf(registro.primitive)] : []),
  ...(registro.primitiveStoriche.length > 0
    ? [...registro.primitiveStoriche.map(fromPrimitiva), endpointStoricoOf([...registro.primitiveStoriche, ...registro.primitive])]
    : []),
  ...[...registro.code, registro.consumatoreOutbox, ...registro.consumatoriStream].map((coda) => fromAsincrona("consumer", coda)),
  ...registro.schedulazioni.map((schedulazione) => fromAsincrona("job", schedulazione)),
];

/** Name of the deployed function, the same in logs, metrics and alarms. */
export const nomeFunzione = (stage: string, funzione: Pick<Funzione, "gruppo" | "id">): string =>
  `${stage}-${funzione.gruppo}-${funzione.id}`;

/** What is wrong with the declared functions: missing entries, names too long for Lambda, limits that API Gateway would cut. Empty when all is well. */
export function findDifetti(
  funzioni: readonly Funzione[],
  radice: string,
  stage: string,
): { mancanti: readonly Funzione[]; errori: readonly string[] } {
  const doppie = funzioni.filter(
    (funzione, i) => funzioni.findIndex((altra) => altra.gruppo === funzione.gruppo && altra.id === funzione.id) !== i,
  );
  const lunghe = funzioni.filter((funzione) => nomeFunzione(stage, funzione).length > 64);
  const lente = funzioni.filter(
    (funzione) => funzione.gruppo !== "consumer" && funzione.gruppo !== "job" && funzione.timeoutSeconds > TIMEOUT_MASSIMO_HTTP,
  );
  return {
    mancanti: funzioni.filter((funzione) => !existsSync(join(radice, funzione.entry))),
    errori: [
      ...doppie.map((funzione) => `${funzione.gruppo}.${funzione.id}: dichiarata due volte`),
      ...lunghe.map((funzione) => `${nomeFunzione(stage, funzione)}: nome oltre i 64 caratteri di Lambda`),
      ...lente.map(
        (funzione) =>
          `${funzione.gruppo}.${funzione.id}: timeout ${funzione.timeoutSeconds} s oltre i ${TIMEOUT_MASSIMO_HTTP} s di API Gateway`,
      ),
    ],
  };
}
