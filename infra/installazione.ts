/** What the stacks share: parameters, names, the environment of the functions. The variables set here are the contract with shared/runtime/config. */
import { Aws, CfnParameter, type Stack } from "aws-cdk-lib";
import type { Capacita } from "../shared/contracts/capabilities.ts";
import { codeOf, type Risorse } from "./capabilities.ts";
import type { Parametri } from "./parametri.ts";

/** Stage of the local runner: a fixed key instead of a secret, nothing protected against deletion. */
export const STAGE_LOCALE = "locale";
const CHIAVE_LOCALE = "chiave-della-macchina-locale-senza-segreti";

export interface Installazione {
  readonly parametri: Parametri;
  readonly risorse: Risorse;
  /** By name of queue. */
  readonly urlCode: Readonly<Record<string, string>>;
  readonly bucketDocumenti: string;
  readonly bucketSigilli: string;
}

export const nomeStack = (stage: string, nome: string): string => `${stage}-fiorino-${nome}`;
export const nomeRisorsa = (stage: string, nome: string): string => `${stage}-fiorino-${nome}`;
/** Bucket names are unique in the world: account and region make them so. */
export const nomeBucket = (stage: string, nome: string): string => `${nomeRisorsa(stage, nome)}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;
/** With the placeholders that `arnOf` resolves. */
export const arnBucket = (stage: string, nome: string): string =>
  `arn:<AWS::Partition>:s3:::${nomeRisorsa(stage, nome)}-<AWS::AccountId>-<AWS::Region>`;
/** With the placeholders that `arnOf` resolves; AWS adds a suffix to the name of a secret. */
export const arnSegreti = (stage: string): string =>
  `arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:${nomeRisorsa(stage, "connettori")}/*`;
/** With the placeholders that `arnOf` resolves. */
export const arnCoda = (stage: string, nome: string): string =>
  `arn:<AWS::Partition>:sqs:<AWS::Region>:<AWS::AccountId>:${nomeRisorsa(stage, nome)}`;
/** Of the address of every queue, up to its name. */
const prefissoCode = (stage: string): string => `https://sqs.${Aws.REGION}.${Aws.URL_SUFFIX}/${Aws.ACCOUNT_ID}/${nomeRisorsa(stage, "")}`;
/** With the placeholders that `arnOf` resolves: every scheduled job, and nothing else, has this prefix. */
export const arnLavori = (stage: string): string => `arn:<AWS::Partition>:lambda:<AWS::Region>:<AWS::AccountId>:function:${stage}-job-*`;
export const nomeChiaveCredenziali = (stage: string): string => nomeRisorsa(stage, "chiave-credenziali");
export const nomeChiaviImpronte = (stage: string): string => nomeRisorsa(stage, "chiavi-impronte");

/** CloudFormation resolves the secret while deploying: it is in no template, in no asset and in no output. */
const chiaveCredenziali = (stage: string): string =>
  stage === STAGE_LOCALE ? CHIAVE_LOCALE : `{{resolve:secretsmanager:${nomeChiaveCredenziali(stage)}:SecretString}}`;

/** By number of version: the highest writes, all read (docs/privacy.md). */
const chiaviImpronte = (stage: string): string =>
  stage === STAGE_LOCALE ? JSON.stringify({ "1": CHIAVE_LOCALE }) : `{{resolve:secretsmanager:${nomeChiaviImpronte(stage)}:SecretString}}`;

/** Variables of a function: tables and bucket for all, a queue only for those that have a capability on it. */
export function ambienteOf(installazione: Installazione, capacita: readonly Capacita[], url: string): Record<string, string> {
  const { parametri, urlCode } = installazione;
  const code = codeOf(capacita).map((nome) => [`FIORINO_CODA_${nome.toUpperCase()}`, urlCode[nome] ?? ""] as const);
  return {
    FIORINO_STAGE: parametri.stage,
    FIORINO_TABELLA_ANAGRAFICHE: nomeRisorsa(parametri.stage, "anagrafiche"),
    FIORINO_TABELLA_ARCHIVIO: nomeRisorsa(parametri.stage, "archivio"),
    FIORINO_TABELLA_EVENTI: nomeRisorsa(parametri.stage, "eventi"),
    FIORINO_BUCKET_DOCUMENTI: installazione.bucketDocumenti,
    ...(capacita.some((nome) => nome.startsWith("sigilli:")) ? { FIORINO_BUCKET_SIGILLI: installazione.bucketSigilli } : {}),
    ...Object.fromEntries(code),
    FIORINO_CONSERVAZIONE_EVENTI_GIORNI: String(parametri.giorniEventi),
    ...(capacita.some((nome) => nome.startsWith("scarti:") || nome === "code:depth")
      ? { FIORINO_PREFISSO_CODE: prefissoCode(parametri.stage) }
      : {}),
    ...(parametri.build ? { FIORINO_BUILD: parametri.build } : {}),
    FIORINO_LIMITE_RICHIESTE: `${parametri.richiesteChiamante},${parametri.piccoChiamante}`,
    FIORINO_LOG_LEVEL: parametri.livelloLog,
    FIORINO_CHIAVE_CREDENZIALI: chiaveCredenziali(parametri.stage),
    FIORINO_CHIAVI_IMPRONTE: chiaviImpronte(parametri.stage),
    FIORINO_HOST_INTERNI: parametri.hostInterni ?? (parametri.stage === STAGE_LOCALE ? "127.0.0.1,localhost,::1" : ""),
    ...(capacita.includes("segreti:read") ? { FIORINO_ATTESA_ENTE: String(parametri.attesaEnte) } : {}),
    FIORINO_URL_PUBBLICO: url,
    ...(parametri.dominioNodo ? { FIORINO_DOMINIO_NODO: parametri.dominioNodo } : {}),
    ...(parametri.quattroOcchi ? { FIORINO_QUATTRO_OCCHI: parametri.quattroOcchi } : {}),
    ...(parametri.amministratore ? { FIORINO_AMMINISTRATORE: parametri.amministratore } : {}),
  };
}

/** The base URL is also a parameter of the template, so that the local runner can set its port without a new synthesis. */
export const urlPubblicoOf = (stack: Stack, parametri: Parametri): string =>
  new CfnParameter(stack, "UrlPubblico", {
    default: parametri.urlPubblico,
    description: "URL di base dell'installazione, come la vedono i chiamanti",
  }).valueAsString;
