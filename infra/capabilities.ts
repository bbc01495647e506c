/** Capability → IAM statements, with exact actions and resources. A transaction is authorised by the actions it contains, not by an action of its own. */
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Capacita } from "../shared/contracts/capabilities.ts";

export interface ArnTabella {
  readonly tabella: string;
  readonly indici: readonly string[];
  readonly stream?: string;
}

/** The ARNs that the statements name. */
export interface Risorse {
  readonly anagrafiche: ArnTabella;
  readonly archivio: ArnTabella;
  readonly eventi: ArnTabella;
  readonly documenti: string;
  /** Bucket of the seals of the journal. */
  readonly sigilli: string;
  /** Of the secrets of the connectors, with the jolly that stands for the suffix given by AWS. */
  readonly segreti: string;
  /** Functions of the scheduled jobs, with the jolly that stands for their names. */
  readonly lavori: string;
  /** Dead letters, by name of queue or consumer. */
  readonly scarti: Readonly<Record<string, string>>;
  /** By name of queue. */
  readonly code: Readonly<Record<string, string>>;
}

const consenti = (azioni: readonly string[], risorse: readonly string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...azioni], resources: [...risorse] });

const LETTURA_PER_CHIAVE = ["dynamodb:GetItem", "dynamodb:BatchGetItem"];
/** Inside TransactWriteItems each Put, Update, Delete and ConditionCheck asks for its own action. */
const SCRITTURA = [
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:BatchWriteItem",
];

const lettura = ({ tabella, indici }: ArnTabella): PolicyStatement[] => [
  consenti(LETTURA_PER_CHIAVE, [tabella]),
  consenti(["dynamodb:Query"], [tabella, ...indici]),
];

const codaDi = (risorse: Risorse, nome: string): string => {
  const arn = risorse.code[nome];
  if (!arn) throw new Error(`La capacità chiede la coda "${nome}", che il registro non dichiara`);
  return arn;
};

const streamDi = (tabella: ArnTabella): string => {
  if (!tabella.stream) throw new Error("La capacità chiede una tabella con lo stream");
  return tabella.stream;
};

const letturaStream = (tabella: ArnTabella): PolicyStatement[] => [
  consenti(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], [streamDi(tabella)]),
  // The action knows no resource: IAM evaluates it on every stream of the account.
  consenti(["dynamodb:ListStreams"], ["*"]),
];

const letturaOggetti = (bucket: string): PolicyStatement[] => [
  consenti(["s3:GetObject"], [`${bucket}/*`]),
  // Without it S3 answers 403 instead of 404 to who asks for an object that is not there.
  consenti(["s3:ListBucket"], [bucket]),
];

const invio = (risorse: Risorse, nome: string): PolicyStatement[] => [consenti(["sqs:SendMessage"], [codaDi(risorse, nome)])];

const STATEMENTS: Readonly<Record<Capacita, (risorse: Risorse) => PolicyStatement[]>> = {
  "anagrafiche:read": (risorse) => lettura(risorse.anagrafiche),
  "anagrafiche:write": (risorse) => [consenti(SCRITTURA, [risorse.anagrafiche.tabella])],
  // Only the items of who comes in: a function that reads cannot touch the registry that says what they may do.
  "accessi:write": (risorse) => [
    new PolicyStatement({
      actions: ["dynamodb:PutItem", "dynamodb:BatchWriteItem", "dynamodb:UpdateItem"],
      resources: [risorse.anagrafiche.tabella],
      conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["ACC#*"] } },
    }),
  ],
  "archivio:read": (risorse) => lettura(risorse.archivio),
  "archivio:write": (risorse) => [consenti(SCRITTURA, [risorse.archivio.tabella])],
  "archivio:stream": (risorse) => letturaStream(risorse.archivio),
  "eventi:read": (risorse) => lettura(risorse.eventi),
  // Append only: neither update nor delete, whoever holds the role.
  "eventi:write": (risorse) => [consenti(["dynamodb:PutItem", "dynamodb:BatchWriteItem"], [risorse.eventi.tabella])],
  "eventi:stream": (risorse) => letturaStream(risorse.eventi),
  "sigilli:read": (risorse) => letturaOggetti(risorse.sigilli),
  "sigilli:write": (risorse) => [consenti(["s3:PutObject"], [`${risorse.sigilli}/*`])],
  "documenti:read": (risorse) => letturaOggetti(risorse.documenti),
  "documenti:write": (risorse) => [consenti(["s3:PutObject"], [`${risorse.documenti}/*`])],
  "depositi:collect": (risorse) => [consenti(["s3:DeleteObject"], [`${risorse.documenti}/tesoreria/*`])],
  "segreti:read": (risorse) => [consenti(["secretsmanager:GetSecretValue"], [risorse.segreti])],
  "lavori:start": (risorse) => [consenti(["lambda:InvokeFunction"], [risorse.lavori])],
  "scarti:read": (risorse) => [
    consenti(["sqs:ReceiveMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"], Object.values(risorse.scarti)),
  ],
  "scarti:write": (risorse) => [
    consenti(["sqs:DeleteMessage"], Object.values(risorse.scarti)),
    consenti(["sqs:SendMessage"], Object.values(risorse.code)),
  ],
  "scarti:depth": (risorse) => [consenti(["sqs:GetQueueAttributes"], Object.values(risorse.scarti))],
  "code:depth": (risorse) => [consenti(["sqs:GetQueueAttributes"], Object.values(risorse.code))],
  "coda:ricevute:send": (risorse) => invio(risorse, "ricevute"),
  "coda:notifiche:send": (risorse) => invio(risorse, "notifiche"),
  "coda:flussi:send": (risorse) => invio(risorse, "flussi"),
  "coda:riconciliazioni:send": (risorse) => invio(risorse, "riconciliazioni"),
  "coda:tracciati:send": (risorse) => invio(risorse, "tracciati"),
  "coda:cambi:send": (risorse) => invio(risorse, "cambi"),
  "coda:importazioni:send": (risorse) => invio(risorse, "importazioni"),
  "coda:esportazioni:send": (risorse) => invio(risorse, "esportazioni"),
  "coda:tesoreria:send": (risorse) => invio(risorse, "tesoreria"),
  "coda:riscontri:send": (risorse) => invio(risorse, "riscontri"),
  "coda:comunicazioni:send": (risorse) => invio(risorse, "comunicazioni"),
  "coda:abbonamenti:send": (risorse) => invio(risorse, "abbonamenti"),
  "coda:gpd:send": (risorse) => invio(risorse, "gpd"),
  "coda:rpt:send": (risorse) => invio(risorse, "rpt"),
  "coda:comunicazioni:delay": (risorse) => [consenti(["sqs:ChangeMessageVisibility"], [codaDi(risorse, "comunicazioni")])],
  "coda:gpd:delay": (risorse) => [consenti(["sqs:ChangeMessageVisibility"], [codaDi(risorse, "gpd")])],
  "coda:cambi:delay": (risorse) => [consenti(["sqs:ChangeMessageVisibility"], [codaDi(risorse, "cambi")])],
  "coda:tesoreria:delay": (risorse) => [consenti(["sqs:ChangeMessageVisibility"], [codaDi(risorse, "tesoreria")])],
  "coda:tracciati:delay": (risorse) => [consenti(["sqs:ChangeMessageVisibility"], [codaDi(risorse, "tracciati")])],
  "coda:notifiche:delay": (risorse) => [consenti(["sqs:ChangeMessageVisibility"], [codaDi(risorse, "notifiche")])],
};

/** Statements of a capability on the given resources. */
export const statementsOf = (capacita: Capacita, risorse: Risorse): PolicyStatement[] => STATEMENTS[capacita](risorse);

/** Names of the queues whose URL a function needs, from its capabilities. */
export const codeOf = (capacita: readonly Capacita[]): readonly string[] => [
  ...new Set(capacita.filter((nome) => nome.startsWith("coda:")).map((nome) => nome.split(":")[1] ?? "")),
];

/** What Lambda needs to poll a queue on behalf of the function. */
export const statementConsumoCoda = (arn: string): PolicyStatement =>
  consenti(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"], [arn]);
