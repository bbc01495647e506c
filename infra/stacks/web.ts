/** The public address: CloudFront in front of the static site and of the REST APIs, with GovPay's paths rewritten at the edge. */
import { CfnOutput, Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  Function as FunzioneCloudFront,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { API_BASE, type NomeApi } from "../../shared/contracts/operation.ts";
import { buildRiscrittura } from "../constructs/riscrittura.ts";
import { nomeBucket, nomeRisorsa, nomeStack } from "../installazione.ts";
import { acknowledge } from "../nag.ts";
import type { Parametri } from "../parametri.ts";

export interface OpzioniWeb {
  readonly parametri: Parametri;
  /** Ids of the HTTP APIs. */
  readonly idApi: ReadonlyMap<NomeApi, string>;
  /** Destination of the access logs. */
  readonly accessi: Bucket;
}

/**
 * Paths of CloudFront that lead to each API. Behaviours are chosen before the rewriting, on the path that the caller wrote:
 * GovPay's paths therefore appear as they are (`rewrites.ts`, checked by a test).
 */
export const PERCORSI: Readonly<Record<NomeApi, readonly string[]>> = {
  pendenze: [
    `${API_BASE.pendenze}/*`,
    `${API_BASE["pendenze-v1"]}/*`,
    "/govpay/*/api/pendenze/*",
    // Operations of the API Portale that its functions serve (`servitaDa`): said before the rest of that API.
    ...["posizioni", "annunci"].map((risorsa) => `${API_BASE.portale}/${risorsa}*`),
  ],
  // Routes of the API Pendenze.
  "pendenze-v1": [],
  pagamento: [
    `${API_BASE.pagamento}/*`,
    `${API_BASE["pagamento-v3"]}/*`,
    `${API_BASE["pagamento-v1"]}/*`,
    "/govpay/*/api/pagamento/*",
    "/pagamento/psp",
    "/govpay/frontend/web/connector/psp",
    // Operations of the API Portale and Cittadino that its functions serve (`servitaDa`): said before the rest of that API.
    ...["enti", "avvisi", "pagamenti", "documenti"].map((risorsa) => `${API_BASE.portale}/${risorsa}*`),
    ...["domini", "pendenze"].flatMap((risorsa) => [`${API_BASE.cittadino}/${risorsa}*`, `/govpay-portal-api/v1/${risorsa}*`]),
  ],
  // Routes of the API Pagamento.
  "pagamento-v3": [],
  "pagamento-v1": [],
  utente: [`${API_BASE.utente}/*`, "/govpay/*/api/user/*"],
  cittadino: [`${API_BASE.cittadino}/*`, "/govpay-portal-api/*"],
  portale: [`${API_BASE.portale}/*`],
  riconciliazione: [
    `${API_BASE.riconciliazione}/*`,
    `${API_BASE["riconciliazione-v2"]}/*`,
    `${API_BASE["riconciliazione-v1"]}/*`,
    "/govpay/*/api/ragioneria/*",
  ],
  // Routes of the API Riconciliazione.
  "riconciliazione-v2": [],
  "riconciliazione-v1": [],
  backoffice: [`${API_BASE.backoffice}/*`, "/govpay/*/api/backoffice/*"],
  pagopa: [`${API_BASE.pagopa}/*`, "/govpay/frontend/api/pagopa/*"],
};

/** The declarations of CDK do not hold under exactOptionalPropertyTypes: a Bucket is an IBucket only when one looks. */
const isIBucket = (bucket: object): bucket is IBucket => "bucketArn" in bucket && "grantRead" in bucket;

export class WebStack extends Stack {
  constructor(scope: Construct, { parametri, idApi, accessi }: OpzioniWeb) {
    super(scope, nomeStack(parametri.stage, "web"), { description: "Fiorino: CloudFront e sito statico" });
    const sito = this.addSito(parametri.stage, accessi);
    const distribuzione = new Distribution(this, "Distribuzione", {
      comment: nomeRisorsa(parametri.stage, "web"),
      defaultRootObject: "index.html",
      httpVersion: HttpVersion.HTTP2_AND_3,
      logBucket: Bucket.fromBucketName(this, "LogCloudFront", accessi.bucketName),
      logFilePrefix: "cloudfront/",
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(sito),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
      },
      additionalBehaviors: this.comportamenti(parametri, idApi),
      ...(parametri.arnWebAcl ? { webAclId: parametri.arnWebAcl } : {}),
      ...(parametri.dominioPubblico && parametri.certificatoPubblico
        ? {
            domainNames: [parametri.dominioPubblico],
            certificate: Certificate.fromCertificateArn(this, "Certificato", parametri.certificatoPubblico),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
    });
    this.explain(distribuzione, parametri);
    new CfnOutput(this, "Indirizzo", { value: distribuzione.distributionDomainName, description: "Destinazione del record DNS pubblico" });
    new CfnOutput(this, "BucketSito", { value: sito.bucketName, description: "Bucket del sito statico" });
  }

  private addSito(stage: string, accessi: Bucket): IBucket {
    const sito = new Bucket(this, "Sito", {
      bucketName: nomeBucket(stage, "sito"),
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    });
    const risorsa = sito.node.defaultChild;
    if (risorsa instanceof CfnBucket) risorsa.loggingConfiguration = { destinationBucketName: accessi.bucketName, logFilePrefix: "sito/" };
    if (!isIBucket(sito)) throw new Error("Il bucket del sito non è un bucket");
    return sito;
  }

  private comportamenti(parametri: Parametri, idApi: ReadonlyMap<NomeApi, string>): Record<string, BehaviorOptions> {
    const riscrivi = new FunzioneCloudFront(this, "Riscrittura", {
      functionName: nomeRisorsa(parametri.stage, "riscrittura"),
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(buildRiscrittura()),
    });
    // With mutual TLS the Node has an address of its own, and the API answers on no other.
    const pubbliche = [...idApi].filter(([api]) => api !== "pagopa" || !parametri.dominioNodo);
    return Object.fromEntries(
      pubbliche.flatMap(([api, id]) => {
        const origine = new HttpOrigin(`${id}.execute-api.${this.region}.${this.urlSuffix}`, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        });
        const comportamento: BehaviorOptions = {
          origin: origine,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
          functionAssociations: [{ function: riscrivi, eventType: FunctionEventType.VIEWER_REQUEST }],
        };
        return PERCORSI[api].map((percorso) => [percorso, comportamento] as const);
      }),
    );
  }

  private explain(distribuzione: Distribution, parametri: Parametri): void {
    acknowledge(distribuzione, "CFR1", "Nessun blocco per paese: chi paga dall'estero e i PSP europei devono poter passare.");
    if (!parametri.arnWebAcl)
      acknowledge(
        distribuzione,
        "CFR2",
        "Il parametro arnWebAcl non è dato: accade solo nelle installazioni di prova (docs/deploy.md, passo 4).",
      );
    if (!parametri.dominioPubblico)
      acknowledge(
        distribuzione,
        "CFR4",
        "Senza dominioPubblico vale il certificato di CloudFront, che non lascia scegliere la versione di TLS.",
      );
  }
}
