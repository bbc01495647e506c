/** The application: from registry and parameters to stacks. Separate from app.ts so that tests synthesize any registry. */
import { join } from "node:path";
import type { App } from "aws-cdk-lib";
import { API_BASE, API_REST, type NomeApi, percorsoOf, serventeDi } from "../shared/contracts/operation.ts";
import { buildPacchetto, findCompilabili } from "./bundle/bundle.ts";
import type { Risorse } from "./capabilities.ts";
import { arnBucket, arnCoda, arnLavori, arnSegreti, type Installazione } from "./installazione.ts";
import { arnOf } from "./nag.ts";
import type { Parametri } from "./parametri.ts";
import {
  ENDPOINT,
  ENDPOINT_STORICO,
  type Funzione,
  findDifetti,
  funzioniOf,
  GRUPPI,
  type Gruppo,
  NOMI_API,
  type Registro,
  SERVIZI_STORICI,
} from "./registro.ts";
import { ApiStack, type RottaDichiarata } from "./stacks/api.ts";
import { ConsumersStack } from "./stacks/consumers.ts";
import { DataStack } from "./stacks/data.ts";
import { MessagingStack, nomeScarti } from "./stacks/messaging.ts";
import { MonitoringStack } from "./stacks/monitoring.ts";
import { SchedulesStack } from "./stacks/schedules.ts";
import { WafStack } from "./stacks/waf.ts";
import { WebStack } from "./stacks/web.ts";

export interface OpzioniFiorino {
  readonly registro: Registro;
  readonly parametri: Parametri;
  /** Root of the repository, against which entries are found. */
  readonly radice: string;
  /** Folder of the runbooks. */
  readonly runbooks: string;
  /** Where bundles are written, one folder per group. */
  readonly cartellaBundle: string;
  /** Leave out the operations whose entry file is missing or does not compile instead of failing: only while they are being written. */
  readonly parziale?: boolean;
}

const PERCORSO_NODO = `${API_BASE.pagopa}/paForNode`;

/** Adds every stack to the app. Rejects, naming them, when declared functions have no entry file or exceed a limit. */
export async function buildFiorino(app: App, opzioni: OpzioniFiorino): Promise<void> {
  const { registro, parametri } = opzioni;
  const presenti = selectFunzioni(opzioni);
  const funzioni = opzioni.parziale ? await findCompilabili(presenti, opzioni.radice) : presenti;
  const cartelle = await buildPacchetti(funzioni, opzioni);
  const data = new DataStack(app, parametri, registro.tabelle);
  const messaging = new MessagingStack(app, parametri, registro.code, registro.consumatoriStream);
  const installazione = toInstallazione(parametri, data, messaging);
  const idApi = new Map<NomeApi, string>();
  for (const api of [...NOMI_API, "pagopa"] as const) {
    const cartella = cartelle.get(api);
    if (cartella) idApi.set(api, new ApiStack(app, { api, rotte: rotteOf(registro, api, funzioni), cartella, installazione }).api.ref);
  }
  const consumers = cartelle.get("consumer");
  if (consumers) {
    new ConsumersStack(app, {
      funzioni: funzioni.filter(({ gruppo }) => gruppo === "consumer"),
      code: registro.code,
      outbox: registro.consumatoreOutbox,
      stream: registro.consumatoriStream,
      queues: messaging.code,
      scartiOutbox: messaging.scartiOutbox,
      scartiStream: messaging.scartiStream,
      cartella: consumers,
      installazione,
    });
  }
  const jobs = cartelle.get("job");
  if (jobs) {
    new SchedulesStack(app, {
      funzioni: funzioni.filter(({ gruppo }) => gruppo === "job"),
      schedulazioni: registro.schedulazioni,
      scarti: messaging.scartiSchedulazioni,
      cartella: jobs,
      installazione,
    });
  }
  new WafStack(app, parametri);
  new WebStack(app, { parametri, idApi, accessi: data.accessi });
  new MonitoringStack(app, { parametri, registro, idApi, runbooks: opzioni.runbooks });
}

function selectFunzioni({ registro, radice, parametri, parziale }: OpzioniFiorino): readonly Funzione[] {
  const funzioni = funzioniOf(registro);
  const { mancanti, errori } = findDifetti(funzioni, radice, parametri.stage);
  const difetti = [...errori, ...(parziale ? [] : mancanti.map(({ gruppo, id, entry }) => `${gruppo}.${id}: manca il file ${entry}`))];
  if (difetti.length > 0) throw new Error(`Il registro non si può installare:\n${difetti.map((difetto) => `  ${difetto}`).join("\n")}`);
  return funzioni.filter((funzione) => !mancanti.includes(funzione));
}

async function buildPacchetti(
  funzioni: readonly Funzione[],
  { radice, cartellaBundle }: OpzioniFiorino,
): Promise<ReadonlyMap<Gruppo, string>> {
  const gruppi = GRUPPI.filter((gruppo) => funzioni.some((funzione) => funzione.gruppo === gruppo));
  const pacchetti = await Promise.all(
    gruppi.map(async (gruppo) => {
      const voci = funzioni.filter((funzione) => funzione.gruppo === gruppo);
      const { cartella } = await buildPacchetto(voci, radice, join(cartellaBundle, gruppo));
      return [gruppo, cartella] as const;
    }),
  );
  return new Map(pacchetti);
}

function rotteOf(registro: Registro, api: NomeApi, funzioni: readonly Funzione[]): readonly RottaDichiarata[] {
  const dichiarate =
    api === "pagopa"
      ? [
          ...registro.primitive.map(({ id }) => ({ rotta: id, id, metodo: "POST", percorso: `${PERCORSO_NODO}/${id}` })),
          { rotta: ENDPOINT, id: ENDPOINT, metodo: "POST", percorso: PERCORSO_NODO },
          ...registro.primitiveStoriche.map((primitiva) => ({
            ...{ rotta: primitiva.id, id: primitiva.id, metodo: "POST", percorso: `${API_BASE.pagopa}${percorsoOf(primitiva)}` },
          })),
          ...SERVIZI_STORICI.map((servizio) => ({
            ...{ rotta: servizio, id: ENDPOINT_STORICO, metodo: "POST", percorso: `${API_BASE.pagopa}/${servizio}` },
          })),
          ...registro.operazioniPagopa.map(({ id, method, path }) => ({
            ...{ rotta: id, id, metodo: method, percorso: `${API_BASE.pagopa}${path}` },
          })),
        ]
      : // Its own operations, and those of other APIs and of older versions that its functions serve.
        [api, ...API_REST.filter((altra) => altra !== api)].flatMap((versione) =>
          registro.operazioni[versione].flatMap((operazione) => {
            const { id, funzione, method, path } = operazione;
            if ((serventeDi(operazione) ?? versione) !== api) return [];
            const rotta = versione === api ? id : `${id}_${versione.replaceAll("-", "_")}`;
            return [{ rotta, ...{ id: funzione ?? id, metodo: method, percorso: `${API_BASE[versione]}${path}` } }];
          }),
        );
  return dichiarate.flatMap(({ rotta, id, metodo, percorso }) => {
    const funzione = funzioni.find((candidata) => candidata.gruppo === api && candidata.id === id);
    return funzione ? [{ id: rotta, funzione, metodo, percorso }] : [];
  });
}

function toInstallazione(parametri: Parametri, data: DataStack, messaging: MessagingStack): Installazione {
  const tabella = (nome: "anagrafiche" | "archivio" | "eventi") => {
    const arn = data.tabelle.get(nome);
    if (!arn) throw new Error(`Il registro non dichiara la tabella ${nome}`);
    return arn;
  };
  const risorse: Risorse = {
    anagrafiche: tabella("anagrafiche"),
    archivio: tabella("archivio"),
    eventi: tabella("eventi"),
    documenti: arnOf(arnBucket(parametri.stage, "documenti")),
    sigilli: arnOf(arnBucket(parametri.stage, "sigilli")),
    segreti: arnOf(arnSegreti(parametri.stage)),
    lavori: arnOf(arnLavori(parametri.stage)),
    scarti: Object.fromEntries(messaging.nomiScarti.map((nome) => [nome, arnOf(arnCoda(parametri.stage, nomeScarti(nome)))])),
    code: Object.fromEntries([...messaging.code].map(([nome, coda]) => [nome, coda.queueArn])),
  };
  return {
    parametri,
    risorse,
    urlCode: Object.fromEntries([...messaging.code].map(([nome, coda]) => [nome, coda.queueUrl])),
    bucketDocumenti: data.documenti.bucketName,
    bucketSigilli: data.sigilli.bucketName,
  };
}
