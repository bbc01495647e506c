/**
 * What the roles of the synthesized templates grant, in the words of the recorder (`dynamodb:GetItem table/locale-archivio`), so that what
 * the functions did can be compared with what they may do.
 */
import { Resolver } from "../../local/assembly/intrinsics.ts";
import { asArray, asObject, asText } from "../../local/assembly/json.ts";
import { readAssembly } from "../../local/assembly/read-assembly.ts";
import type { Json, Stack } from "../../local/assembly/types.ts";

export interface Ruolo {
  readonly nome: string;
  /** For people: the function when it has a role of its own (consumers), else the API. */
  readonly etichetta: string;
  readonly funzioni: readonly string[];
  readonly concessi: ReadonlySet<string>;
}

/** A statement with one of these serves Lambda itself: to write logs, to poll the function's queue, to read its stream. */
const DI_LAMBDA = /^(logs:|sqs:ReceiveMessage$|dynamodb:(GetRecords|ListStreams)$)/;

const PLACE = {
  region: "eu-south-1",
  accountId: "000000000000",
  queueEndpoint: "http://127.0.0.1:1",
  baseUrl: "http://127.0.0.1:1",
};

const listOf = (valore: Json | undefined): string[] => (Array.isArray(valore) ? valore : [valore]).map((voce) => asText(voce) ?? "");

/** `arn:aws:dynamodb:…:table/x/index/y` → `table/x/index/y`; of a bucket's objects the bucket; of a queue its name. */
const resourceOf = (arn: string): string => {
  const [, , servizio, , , ...resto] = arn.split(":");
  const nome = resto.join(":");
  if (servizio === "secretsmanager") return nome.replace(/^secret:/, "").split("/")[0] ?? nome;
  return servizio === "s3" ? (nome.split("/")[0] ?? nome) : nome;
};

const permessiDi = (resolver: Resolver, stack: Stack, policies: Json | undefined): string[] =>
  asArray(policies).flatMap((policy) =>
    asArray(asObject(asObject(policy).PolicyDocument).Statement).flatMap((statement) => {
      const { Action, Resource } = asObject(resolver.resolve(stack, statement));
      const azioni = listOf(Action);
      if (azioni.some((azione) => DI_LAMBDA.test(azione))) return [];
      return azioni.flatMap((azione) => listOf(Resource).map((arn) => `${azione} ${resourceOf(arn)}`));
    }),
  );

const labelOf = (stack: string, costrutti: readonly string[]): string => {
  const gruppo = stack.replace(/^locale-fiorino-/, "");
  return gruppo === "consumers" ? `consumer ${costrutti.join(" ").replace(/[0-9A-F]{8}/g, "")}` : gruppo;
};

/** Roles of the functions of an assembly. Throws when a function has no role of its own stack. */
export const readRuoli = async (cartella: string): Promise<Ruolo[]> => {
  const stacks = await readAssembly(cartella);
  const resolver = new Resolver(stacks, PLACE, { UrlPubblico: PLACE.baseUrl });
  return stacks.flatMap((stack) => {
    const funzioni = resolver
      .resources(stack)
      .filter(([, { Type, Properties }]) => Type === "AWS::Lambda::Function" && asObject(Properties.Code).S3Key !== undefined);
    const perRuolo = Map.groupBy(funzioni, ([, { Properties }]) => asText(asArray(asObject(Properties.Role)["Fn::GetAtt"])[0]) ?? "");
    return [...perRuolo].map(([id, sue]) => {
      const ruolo = stack.resources[id];
      if (ruolo?.Type !== "AWS::IAM::Role") throw new Error(`${stack.name}: ${sue.map(([nome]) => nome).join(", ")} senza ruolo`);
      return {
        nome: `${stack.name}.${id}`,
        etichetta: labelOf(
          stack.name,
          sue.map(([nome]) => nome),
        ),
        funzioni: sue.map(([nome]) => resolver.nameOf(stack, nome)),
        concessi: new Set(permessiDi(resolver, stack, ruolo.Properties.Policies)),
      };
    });
  });
};

const GRUPPI: readonly (readonly [RegExp, string])[] = [
  [/^dynamodb:(GetItem|BatchGetItem|Query)$/, "legge"],
  [/^dynamodb:/, "scrive"],
  [/^s3:(GetObject|ListBucket)$/, "legge"],
  [/^s3:PutObject$/, "scrive"],
  [/^s3:DeleteObject$/, "toglie"],
  [/^secretsmanager:GetSecretValue$/, "legge segreti"],
  [/^sqs:SendMessage$/, "manda"],
  [/^sqs:ChangeMessageVisibility$/, "rimanda"],
];

/** What a permission is for, as a capability: `legge archivio`, `manda notifiche`. Stage prefix and index are left out. */
export const scopoOf = (permesso: string): string => {
  const [azione = "", risorsa = ""] = permesso.split(" ");
  const verbo = GRUPPI.find(([schema]) => schema.test(azione))?.[1] ?? azione;
  return `${verbo} ${risorsa
    .replace(/^table\//, "")
    .replace(/\/index\/.*$/, "")

    .replace(/^locale-fiorino-/, "")
    .replace(/-\d{12}-.*$/, "")}`;
};
