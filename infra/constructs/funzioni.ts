/** Functions of a stack: one asset per folder and weight, one role per capability profile, a log group each. About two resources per function. */
import { Duration, RemovalPolicy, type Stack } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { nodeOptionsOf } from "../budget.ts";
import { cartellaDi } from "../bundle/bundle.ts";
import { statementsOf } from "../capabilities.ts";
import { ambienteOf, arnBucket, arnLavori, arnSegreti, type Installazione, urlPubblicoOf } from "../installazione.ts";
import { acknowledgeJolly, arnOf } from "../nag.ts";
import { type Funzione, type Gruppo, nomeFunzione } from "../registro.ts";

export interface OpzioniFunzione {
  /** Permissions that come with the way it is invoked (its queue, its stream): they keep the role from being shared. */
  readonly statements?: readonly PolicyStatement[];
  readonly ambiente?: Readonly<Record<string, string>>;
}

export class Funzioni {
  private readonly stack: Stack;
  private readonly installazione: Installazione;
  private readonly gruppo: Gruppo;
  private readonly cartella: string;
  private readonly codici = new Map<string, Code>();
  private readonly ruoli = new Map<string, Role>();
  private readonly urlPubblico: string;

  constructor(stack: Stack, installazione: Installazione, gruppo: Gruppo, cartella: string) {
    this.stack = stack;
    this.installazione = installazione;
    this.gruppo = gruppo;
    this.cartella = cartella;
    this.urlPubblico = urlPubblicoOf(stack, installazione.parametri);
  }

  /** Adds the function with its log group; its construct id is the operationId. */
  add(funzione: Funzione, opzioni: OpzioniFunzione = {}): Lambda {
    const { parametri } = this.installazione;
    const nome = nomeFunzione(parametri.stage, funzione);
    const logGroup = new LogGroup(this.stack, `Log-${funzione.id}`, {
      logGroupName: `/aws/lambda/${nome}`,
      retention: parametri.giorniLog,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new Lambda(this.stack, funzione.id, {
      functionName: nome,
      description: funzione.summary.slice(0, 256),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: this.codeOf(funzione),
      handler: `${funzione.modulo}.handler`,
      memorySize: funzione.memoryMegabytes,
      timeout: Duration.seconds(funzione.timeoutSeconds),
      role: this.roleOf(funzione, opzioni.statements ?? []).withoutPolicyUpdates(),
      logGroup,
      environment: {
        NODE_OPTIONS: nodeOptionsOf(funzione.memoryMegabytes),
        ...ambienteOf(this.installazione, funzione.capacita, this.urlPubblico),
        ...opzioni.ambiente,
      },
    });
  }

  private codeOf(funzione: Funzione): Code {
    const cartella = cartellaDi(this.cartella, funzione);
    const esistente = this.codici.get(cartella);
    if (esistente) return esistente;
    const codice = Code.fromAsset(cartella);
    this.codici.set(cartella, codice);
    return codice;
  }

  private roleOf(funzione: Funzione, propri: readonly PolicyStatement[]): Role {
    const capacita = [...funzione.capacita].sort();
    const profilo = propri.length > 0 ? funzione.id : capacita.join("+") || "nessuna";
    const esistente = this.ruoli.get(profilo);
    if (esistente) return esistente;
    const { risorse, parametri } = this.installazione;
    const log = `arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/lambda/${parametri.stage}-${this.gruppo}-*:*`;
    const scriviLog = new PolicyStatement({ actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [arnOf(log)] });
    const ruolo = new Role(this.stack, `Ruolo-${profilo.replaceAll(":", "-")}`, {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `Profilo: ${capacita.join(", ") || "nessuno"}`.slice(0, 1000),
      inlinePolicies: {
        capacita: new PolicyDocument({ statements: [scriviLog, ...capacita.flatMap((nome) => statementsOf(nome, risorse)), ...propri] }),
      },
    });
    acknowledgeJolly(ruolo, {
      [log]: "Scrive nei soli gruppi di log delle funzioni di questo stack, che hanno lo stesso prefisso.",
      [`${arnBucket(parametri.stage, "documenti")}/*`]: "Gli oggetti del solo bucket documenti: le chiavi nascono mentre si lavora.",
      [`${arnBucket(parametri.stage, "documenti")}/tesoreria/*`]: "La sola cartella di deposito: ciò che è raccolto si toglie di lì.",
      [`${arnBucket(parametri.stage, "sigilli")}/*`]: "Gli oggetti del solo bucket sigilli: si aggiungono e non si riscrivono.",
      [arnLavori(parametri.stage)]: "I soli lavori programmati, che hanno tutti lo stesso prefisso: li avvia un operatore.",
      [arnSegreti(parametri.stage)]:
        "I soli segreti dei connettori di questa installazione: li crea chi la amministra, e AWS aggiunge un suffisso al nome.",
      ...(capacita.some((nome) => nome.endsWith(":stream"))
        ? { "*": "dynamodb:ListStreams non conosce risorse: IAM la valuta su tutte." }
        : {}),
    });
    this.ruoli.set(profilo, ruolo);
    return ruolo;
  }
}
