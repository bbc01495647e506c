/** One API: an HTTP API built from the generated body, a function per operation, access logs and throttling. */
import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import { CfnApi, CfnApiMapping, CfnDomainName, CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { NomeApi } from "../../shared/contracts/operation.ts";
import { Funzioni } from "../constructs/funzioni.ts";
import { ambienteIdentita } from "../identita.ts";
import { type Installazione, nomeStack } from "../installazione.ts";
import { acknowledgeJolly, arnOf } from "../nag.ts";
import { buildCorpoGateway, type Rotta } from "../openapi/gateway.ts";
import type { Parametri } from "../parametri.ts";
import type { Funzione } from "../registro.ts";

export interface RottaDichiarata {
  /** Unique in the API: two versions of an operation share a function. */
  readonly id: string;
  readonly funzione: Funzione;
  readonly metodo: string;
  readonly percorso: string;
}

export interface OpzioniApi {
  readonly api: NomeApi;
  readonly rotte: readonly RottaDichiarata[];
  readonly cartella: string;
  readonly installazione: Installazione;
}

/** One line of JSON per request; no query string and no header, where personal data and credentials travel. */
const FORMATO_ACCESSI = JSON.stringify({
  istante: "$context.requestTime",
  idRichiesta: "$context.requestId",
  rotta: "$context.routeKey",
  stato: "$context.status",
  millisecondi: "$context.responseLatency",
  integrazione: "$context.integrationLatency",
  errore: "$context.error.message",
  ip: "$context.identity.sourceIp",
  byte: "$context.responseLength",
});

export class ApiStack extends Stack {
  readonly api: CfnApi;

  constructor(scope: Construct, { api, rotte, cartella, installazione }: OpzioniApi) {
    const { parametri } = installazione;
    super(scope, nomeStack(parametri.stage, `api-${api}`), { description: `Fiorino: API ${api}` });
    const funzioni = new Funzioni(this, installazione, api, cartella);
    const ambiente = ambienteIdentita(api, parametri);
    const arn = new Map([...new Set(rotte.map(({ funzione }) => funzione))].map((f) => [f.id, funzioni.add(f, { ambiente }).functionArn]));
    const installate: Rotta[] = rotte.map(({ id, funzione, metodo, percorso }) => ({
      ...{ id, metodo, percorso },
      arnFunzione: arn.get(funzione.id) ?? "",
    }));
    const mtls = api === "pagopa" && parametri.dominioNodo !== undefined;
    const titolo = nomeStack(parametri.stage, api);
    this.api = new CfnApi(this, "Api", {
      body: buildCorpoGateway({
        titolo,
        rotte: installate,
        arnCredenziali: this.addCredenziali(api, parametri.stage).roleArn,
        partition: this.partition,
        region: this.region,
      }),
      failOnWarnings: true,
      // Where the Node must show a certificate, the address without that check must not answer.
      disableExecuteApiEndpoint: mtls,
    });
    const stage = this.addStage(api, parametri);
    if (mtls) this.addDominioNodo(parametri, stage);
    new CfnOutput(this, "Url", { value: this.api.attrApiEndpoint, description: `Indirizzo dell'API ${api}` });
  }

  private addCredenziali(api: NomeApi, stage: string): Role {
    const funzioni = `arn:<AWS::Partition>:lambda:<AWS::Region>:<AWS::AccountId>:function:${stage}-${api}-*`;
    const ruolo = new Role(this, "Invocazione", {
      assumedBy: new ServicePrincipal("apigateway.amazonaws.com"),
      inlinePolicies: {
        invoca: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [arnOf(funzioni)] })],
        }),
      },
    });
    acknowledgeJolly(ruolo, { [funzioni]: "API Gateway può invocare le sole funzioni di questa API, che hanno tutte lo stesso prefisso." });
    return ruolo;
  }

  private addStage(api: NomeApi, parametri: Parametri): CfnStage {
    const log = new LogGroup(this, "Accessi", {
      logGroupName: `/aws/apigateway/${nomeStack(parametri.stage, api)}`,
      retention: parametri.giorniLog,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new CfnStage(this, "Stage", {
      apiId: this.api.ref,
      stageName: "$default",
      autoDeploy: true,
      accessLogSettings: { destinationArn: log.logGroupArn, format: FORMATO_ACCESSI },
      defaultRouteSettings: {
        detailedMetricsEnabled: true,
        throttlingRateLimit: parametri.richiesteAlSecondo,
        throttlingBurstLimit: parametri.picco,
      },
    });
  }

  /** Custom domain with mutual TLS: API Gateway refuses whoever has no certificate of the trust store before any function runs. */
  private addDominioNodo({ dominioNodo, certificatoNodo, trustStoreNodo }: Parametri, stage: CfnStage): void {
    if (!dominioNodo || !certificatoNodo || !trustStoreNodo)
      throw new Error("dominioNodo, certificatoNodo e trustStoreNodo vanno dati insieme");
    const dominio = new CfnDomainName(this, "DominioNodo", {
      domainName: dominioNodo,
      domainNameConfigurations: [{ certificateArn: certificatoNodo, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" }],
      mutualTlsAuthentication: { truststoreUri: trustStoreNodo },
    });
    const mappa = new CfnApiMapping(this, "MappaNodo", { apiId: this.api.ref, domainName: dominio.ref, stage: stage.ref });
    mappa.addResourceDependency(stage);
    new CfnOutput(this, "AliasDominioNodo", {
      value: dominio.attrRegionalDomainName,
      description: `Destinazione del record DNS di ${dominioNodo}`,
    });
  }
}
