/** Tables, documents and the key of the credential cache: what survives every redeployment. */
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectLockRetention, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import type { Tabella } from "../../shared/contracts/tables.ts";
import type { ArnTabella } from "../capabilities.ts";
import {
  arnBucket,
  nomeBucket,
  nomeChiaveCredenziali,
  nomeChiaviImpronte,
  nomeRisorsa,
  nomeStack,
  STAGE_LOCALE,
} from "../installazione.ts";
import { acknowledge, arnOf } from "../nag.ts";
import type { Parametri } from "../parametri.ts";

const GIORNI_PER_MESE = 31;
const GIORNI_ACCESSI = 400;
const GIORNI_STAMPE = 90;
const PREFISSO_STAMPE = "stampe/";
/** The registry as a document is downloaded at once; what was imported, secrets included, serves until somebody has looked at the outcomes. */
const GIORNI_ESPORTAZIONI = 1;
const GIORNI_IMPORTAZIONI = 30;
const GIORNI_DEPOSITI = 30;
/** Files towards accounting, that whoever keeps the books takes from their folder: they name who paid. */
const GIORNI_CONTABILITA = 90;
const GIORNI_ELENCHI = 7;

export class DataStack extends Stack {
  readonly tabelle: ReadonlyMap<Tabella["nome"], ArnTabella>;
  readonly documenti: Bucket;
  readonly sigilli: Bucket;
  readonly accessi: Bucket;

  constructor(scope: Construct, parametri: Parametri, tabelle: readonly Tabella[]) {
    super(scope, nomeStack(parametri.stage, "data"), { description: "Fiorino: tabelle e documenti" });
    const protetti = parametri.proteggiDati ?? parametri.stage !== STAGE_LOCALE;
    const allaCancellazione = protetti ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.tabelle = new Map(
      tabelle.map((tabella) => [tabella.nome, this.addTabella(tabella, parametri.stage, protetti, allaCancellazione)]),
    );
    this.accessi = this.addAccessi(parametri.stage, allaCancellazione);
    this.documenti = this.addDocumenti(parametri, allaCancellazione);
    this.sigilli = this.addSigilli(parametri, allaCancellazione);
    if (parametri.stage !== STAGE_LOCALE) {
      this.addChiaveCredenziali(parametri.stage, allaCancellazione);
      this.addChiaviImpronte(parametri.stage, allaCancellazione);
    }
  }

  private addTabella(
    { nome, indici, stream, ttl }: Tabella,
    stage: string,
    protetti: boolean,
    allaCancellazione: RemovalPolicy,
  ): ArnTabella {
    const tabella = new Table(this, nome, {
      tableName: nomeRisorsa(stage, nome),
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: protetti,
      removalPolicy: allaCancellazione,
      ...(ttl ? { timeToLiveAttribute: ttl } : {}),
      ...(stream ? { stream: StreamViewType[stream] } : {}),
    });
    for (const indice of indici) {
      tabella.addGlobalSecondaryIndex({
        indexName: indice.nome,
        partitionKey: { name: indice.pk, type: AttributeType.STRING },
        sortKey: { name: indice.sk, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
    return {
      tabella: tabella.tableArn,
      indici: indici.map((indice) => `${tabella.tableArn}/index/${indice.nome}`),
      ...(tabella.tableStreamArn ? { stream: tabella.tableStreamArn } : {}),
    };
  }

  /** Originals of messages, bulk files, cash journals. A deleted or overwritten object stays readable for a month. */
  private addDocumenti({ stage, mesiDocumenti }: Parametri, removalPolicy: RemovalPolicy): Bucket {
    const bucket = new Bucket(this, "Documenti", {
      bucketName: nomeBucket(stage, "documenti"),
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      versioned: true,
      removalPolicy,
      lifecycleRules: [
        {
          id: "conservazione",
          expiration: Duration.days(mesiDocumenti * GIORNI_PER_MESE),
          noncurrentVersionExpiration: Duration.days(GIORNI_PER_MESE),
        },
        // Printed notices can be printed again: they are kept for as long as they are likely to be asked for.
        { id: "stampe", prefix: PREFISSO_STAMPE, expiration: Duration.days(GIORNI_STAMPE) },
        ...[
          { id: "esportazioni", prefix: "esportazioni/", giorni: GIORNI_ESPORTAZIONI },
          { id: "importazioni", prefix: "importazioni/", giorni: GIORNI_IMPORTAZIONI },
          { id: "elenchi", prefix: "elenchi/", giorni: GIORNI_ELENCHI },
          { id: "contabilita", prefix: "contabilita/", giorni: GIORNI_CONTABILITA },
          // What was read was taken from there: the rest is of nobody.
          { id: "depositi", prefix: "tesoreria/", giorni: GIORNI_DEPOSITI },
        ].map(({ giorni, ...regola }) => ({
          ...regola,
          expiration: Duration.days(giorni),
          noncurrentVersionExpiration: Duration.days(1),
        })),
        { id: "caricamenti-interrotti", abortIncompleteMultipartUploadAfter: Duration.days(7) },
      ],
    });
    this.logAccessi(bucket, stage, "documenti");
    return bucket;
  }

  /** Seals of the journal: once written, neither we nor who administers the account rewrites or deletes them before their time. */
  private addSigilli({ stage, giorniEventi, bloccoSigilli }: Parametri, removalPolicy: RemovalPolicy): Bucket {
    const conservazione = Duration.days(giorniEventi);
    const bucket = new Bucket(this, "Sigilli", {
      bucketName: nomeBucket(stage, "sigilli"),
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      versioned: true,
      ...(stage === STAGE_LOCALE
        ? {}
        : {
            objectLockEnabled: true,
            objectLockDefaultRetention:
              bloccoSigilli === "compliance"
                ? ObjectLockRetention.compliance(conservazione)
                : ObjectLockRetention.governance(conservazione),
          }),
      removalPolicy,
    });
    this.logAccessi(bucket, stage, "sigilli");
    return bucket;
  }

  private logAccessi(bucket: Bucket, stage: string, nome: string): void {
    const prefisso = `${nome}/`;
    const risorsa = bucket.node.defaultChild;
    if (risorsa instanceof CfnBucket)
      risorsa.loggingConfiguration = { destinationBucketName: this.accessi.bucketName, logFilePrefix: prefisso };
    this.accessi.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("logging.s3.amazonaws.com")],
        actions: ["s3:PutObject"],
        resources: [this.accessi.arnForObjects(`${prefisso}*`)],
        conditions: {
          StringEquals: { "aws:SourceAccount": this.account },
          ArnLike: { "aws:SourceArn": arnOf(arnBucket(stage, nome)) },
        },
      }),
    );
  }

  private addAccessi(stage: string, removalPolicy: RemovalPolicy): Bucket {
    const bucket = new Bucket(this, "Accessi", {
      bucketName: nomeBucket(stage, "accessi"),
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // CloudFront delivers its logs through an ACL.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      removalPolicy,
      lifecycleRules: [{ id: "conservazione", expiration: Duration.days(GIORNI_ACCESSI) }],
    });
    acknowledge(bucket, "S1", "È il bucket che riceve i log di accesso degli altri: registrare i propri in se stesso non finirebbe mai.");
    return bucket;
  }

  /** Key under which tax codes are sought without being readable in the indexes, by number of version: the highest writes. */
  private addChiaviImpronte(stage: string, removalPolicy: RemovalPolicy): void {
    const segreto = new Secret(this, "ChiaviImpronte", {
      secretName: nomeChiaviImpronte(stage),
      description: "Chiavi delle impronte dei codici fiscali negli indici: per numero di versione, la più alta scrive, tutte leggono",
      generateSecretString: { secretStringTemplate: "{}", generateStringKey: "1", passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    acknowledge(
      segreto,
      "SMG4",
      "Cambiarla chiede un periodo con due chiavi (docs/privacy.md): una rotazione automatica renderebbe introvabili le pendenze già scritte.",
    );
  }

  private addChiaveCredenziali(stage: string, removalPolicy: RemovalPolicy): void {
    const segreto = new Secret(this, "ChiaveCredenziali", {
      secretName: nomeChiaveCredenziali(stage),
      description: "Chiave del digest con cui le funzioni ricordano in memoria le credenziali già verificate",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    acknowledge(
      segreto,
      "SMG4",
      "La chiave protegge solo digest in memoria per 5 minuti: si cambia con una nuova installazione, una rotazione a caldo non ha nulla da ruotare.",
    );
  }
}
