import { beforeAll, describe, expect, it } from "vitest";
import { registroDiProva } from "./fixture/registro.ts";
import { type Assemblea, risorseDi, synth } from "./fixture/synth.ts";

const PARAMETRI_COMPLETI = {
  stage: "collaudo",
  urlPubblico: "https://pagamenti.comune.example",
  dominioPubblico: "pagamenti.comune.example",
  certificatoPubblico: "arn:aws:acm:us-east-1:123456789012:certificate/pubblico",
  dominioNodo: "nodo.comune.example",
  certificatoNodo: "arn:aws:acm:eu-south-1:123456789012:certificate/nodo",
  trustStoreNodo: "s3://collaudo-fiducia/nodo.pem",
  arnWebAcl: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/fiorino/1",
  emailAllarmi: "allarmi@comune.example",
  giorniLog: "365",
  attesaEnte: "2000",
  amministratore: '{"principal":"amministratore","hash":"scrypt$prova"}',
};

let locale: Assemblea;
let collaudo: Assemblea;

beforeAll(async () => {
  locale = await synth({ controlli: true });
  collaudo = await synth({ controlli: true, parametri: PARAMETRI_COMPLETI });
});

const funzioniDi = (assemblea: Assemblea) =>
  [...assemblea.modelli.keys()]
    .flatMap((stack) => risorseDi(assemblea, stack, "AWS::Lambda::Function"))
    .map(({ Properties }) => Properties);
const funzione = (assemblea: Assemblea, nome: string) => funzioniDi(assemblea).find(({ FunctionName }) => FunctionName === nome) ?? {};
const variabili = (assemblea: Assemblea, nome: string) => {
  const { Environment } = funzione(assemblea, nome);
  return (Environment as { Variables: Record<string, unknown> } | undefined)?.Variables ?? {};
};

describe("gli stack", () => {
  it("si sintetizzano senza rilievi di cdk-nag che nessuno abbia spiegato, con e senza domini", () => {
    expect([...locale.modelli.keys()].sort()).toEqual(
      ["api-pagopa", "api-pendenze", "consumers", "data", "messaging", "monitoring", "schedules", "waf", "web"].sort(),
    );
    expect([...collaudo.modelli.keys()].sort()).toEqual([...locale.modelli.keys()].sort());
  });

  it("installano una funzione per operazione, primitiva, coda e lavoro, più l'endpoint del Nodo e l'outbox", () => {
    expect(
      funzioniDi(locale)
        .map(({ FunctionName }) => FunctionName)
        .sort(),
    ).toEqual(
      [
        "locale-pendenze-getProva",
        "locale-pendenze-addProva",
        "locale-pagopa-paProva",
        "locale-pagopa-endpoint",
        "locale-consumer-ricevute",
        "locale-consumer-notifiche",
        "locale-consumer-flussi",
        "locale-consumer-riconciliazioni",
        "locale-consumer-tracciati",
        "locale-consumer-outbox",
        "locale-job-acquisisciFlussi",
      ].sort(),
    );
    for (const { Runtime, Architectures } of funzioniDi(locale)) expect([Runtime, Architectures]).toEqual(["nodejs24.x", ["arm64"]]);
  });

  it("danno alle funzioni i limiti del contratto", () => {
    expect(funzione(locale, "locale-consumer-flussi")).toMatchObject({ MemorySize: 512, Timeout: 120, Handler: "flussi.handler" });
    expect(funzione(locale, "locale-pagopa-endpoint")).toMatchObject({ MemorySize: 512, Timeout: 7, Handler: "_endpoint.handler" });
  });
});

describe("l'ambiente delle funzioni", () => {
  it("nomina tabelle e bucket per tutte", () => {
    expect(variabili(locale, "locale-pendenze-getProva")).toMatchObject({
      FIORINO_STAGE: "locale",
      FIORINO_TABELLA_ANAGRAFICHE: "locale-fiorino-anagrafiche",
      FIORINO_TABELLA_ARCHIVIO: "locale-fiorino-archivio",
      FIORINO_TABELLA_EVENTI: "locale-fiorino-eventi",
      FIORINO_AUTENTICAZIONE: "basic,apikey",
      FIORINO_LOG_LEVEL: "INFO",
      FIORINO_URL_PUBBLICO: { Ref: "UrlPubblico" },
    });
    expect(variabili(locale, "locale-pendenze-getProva")).toHaveProperty("FIORINO_BUCKET_DOCUMENTI");
  });

  it("nomina una coda solo a chi ha una capacità su di essa", () => {
    const codeDi = (nome: string) => Object.keys(variabili(locale, nome)).filter((variabile) => variabile.startsWith("FIORINO_CODA_"));
    expect(codeDi("locale-pendenze-getProva")).toEqual([]);
    expect(codeDi("locale-pendenze-addProva")).toEqual(["FIORINO_CODA_NOTIFICHE"]);
    expect(codeDi("locale-pagopa-endpoint")).toEqual(["FIORINO_CODA_RICEVUTE"]);
    expect(codeDi("locale-consumer-outbox").sort()).toEqual([
      "FIORINO_CODA_FLUSSI",
      "FIORINO_CODA_NOTIFICHE",
      "FIORINO_CODA_RICONCILIAZIONI",
      "FIORINO_CODA_TRACCIATI",
    ]);
  });

  it("dice quanto attendere il sistema dell'ente solo a chi può avere di che presentarsi", () => {
    expect(variabili(collaudo, "collaudo-pagopa-endpoint").FIORINO_ATTESA_ENTE).toBe("2000");
    expect(variabili(locale, "locale-pagopa-endpoint").FIORINO_ATTESA_ENTE).toBe("1300");
    expect(variabili(locale, "locale-pendenze-getProva")).not.toHaveProperty("FIORINO_ATTESA_ENTE");
  });

  it("prende la chiave delle credenziali dal segreto, mai dal modello, fuori dalla macchina locale", () => {
    expect(variabili(collaudo, "collaudo-pendenze-getProva").FIORINO_CHIAVE_CREDENZIALI).toBe(
      "{{resolve:secretsmanager:collaudo-fiorino-chiave-credenziali:SecretString}}",
    );
    expect(variabili(collaudo, "collaudo-pendenze-getProva").FIORINO_CHIAVI_IMPRONTE).toBe(
      "{{resolve:secretsmanager:collaudo-fiorino-chiavi-impronte:SecretString}}",
    );
    expect(risorseDi(collaudo, "data", "AWS::SecretsManager::Secret")).toHaveLength(2);
    expect(risorseDi(locale, "data", "AWS::SecretsManager::Secret")).toHaveLength(0);
  });

  it("chiede al Nodo il certificato dove c'è un trust store, la password altrove", () => {
    expect(variabili(collaudo, "collaudo-pagopa-endpoint").FIORINO_AUTENTICAZIONE).toBe("ssl");
    expect(variabili(locale, "locale-pagopa-endpoint").FIORINO_AUTENTICAZIONE).toBe("basic");
    expect(variabili(collaudo, "collaudo-pagopa-endpoint").FIORINO_AMMINISTRATORE).toBe(PARAMETRI_COMPLETI.amministratore);
  });
});

describe("i permessi", () => {
  const azioniDi = (stack: string): string[] =>
    risorseDi(locale, stack, "AWS::IAM::Role")
      .flatMap(({ Properties }) => JSON.stringify(Properties.Policies).match(/"(dynamodb|sqs|s3|lambda|logs):[A-Za-z*]+"/g) ?? [])
      .map((azione) => azione.replaceAll('"', ""));

  it("una lettura non scrive nulla", () => {
    const lettura = Object.values(locale.modelli.get("api-pendenze")?.Resources ?? {}).find(
      ({ Properties }) => Properties.Description === "Profilo: accessi:write, anagrafiche:read, archivio:read, eventi:write",
    );
    expect(JSON.stringify(lettura)).toContain("dynamodb:Query");
    expect(JSON.stringify(lettura)).not.toMatch(/SendMessage|s3:/);
    // Who came in, and what was read: nothing of the archive or of the registry changes.
    const scritture = JSON.stringify(lettura)
      .split('"Action":')
      .filter((parte) => /PutItem|UpdateItem|DeleteItem/.test(parte));
    expect(scritture).toHaveLength(2);
    for (const parte of scritture) expect(parte).toMatch(/eventi[0-9A-F]{8}Arn|ACC#\*/);
  });

  it("nessuna azione è un asterisco e nessuno può scandire o cancellare una tabella", () => {
    const tutte = [...locale.modelli.keys()].flatMap((stack) => azioniDi(stack));
    expect(tutte.length).toBeGreaterThan(20);
    expect(tutte.filter((azione) => azione.endsWith("*") || /Scan|DeleteTable|CreateTable|PartiQL/.test(azione))).toEqual([]);
  });

  it("il giornale degli eventi si accresce e basta", () => {
    const statements = JSON.stringify(risorseDi(locale, "api-pendenze", "AWS::IAM::Role"));
    const sulGiornale = statements.split('"Action":').filter((parte) => /eventi[0-9A-F]{8}Arn/.test(parte));
    expect(sulGiornale.length).toBeGreaterThan(0);
    for (const parte of sulGiornale) expect(parte).not.toMatch(/UpdateItem|DeleteItem/);
  });

  it("API Gateway e lo Scheduler invocano con un ruolo, non con un permesso per funzione", () => {
    for (const stack of locale.modelli.keys()) expect(risorseDi(locale, stack, "AWS::Lambda::Permission")).toEqual([]);
  });
});

describe("le API", () => {
  const corpoDi = (assemblea: Assemblea, stack: string) => {
    const [api] = risorseDi(assemblea, stack, "AWS::ApiGatewayV2::Api");
    return api?.Properties.Body as { openapi: string; paths: Record<string, Record<string, Record<string, unknown>>> };
  };

  it("hanno le rotte del registro, con il percorso intero", () => {
    expect(Object.keys(corpoDi(locale, "api-pendenze").paths).sort()).toEqual([
      ...["/pendenze/v1/prove/{idProva}", "/pendenze/v2/prove", "/pendenze/v2/prove/{idProva}"],
    ]);
    expect(Object.keys(corpoDi(locale, "api-pagopa").paths).sort()).toEqual(["/pagopa/paForNode", "/pagopa/paForNode/paProva"]);
  });

  it("integrano ogni rotta con la sua funzione, evento 2.0", () => {
    const { paths } = corpoDi(locale, "api-pendenze");
    const integrazione = paths["/pendenze/v2/prove/{idProva}"]?.get?.["x-amazon-apigateway-integration"];
    expect(integrazione).toMatchObject({ type: "aws_proxy", payloadFormatVersion: "2.0" });
    expect(JSON.stringify(integrazione)).toMatch(/Fn::GetAtt":\["getProva[0-9A-F]{8}","Arn"\]/);
  });

  it("danno a una versione precedente la funzione di quella attuale, con un operationId suo", () => {
    const { paths } = corpoDi(locale, "api-pendenze");
    const [v1, v2] = ["v1", "v2"].map((versione) => paths[`/pendenze/${versione}/prove/{idProva}`]?.get);
    expect(v1?.["x-amazon-apigateway-integration"]).toEqual(v2?.["x-amazon-apigateway-integration"]);
    expect([v1?.operationId, v2?.operationId]).toEqual(["getProva_pendenze_v1", "getProva"]);
  });

  it("limitano la frequenza e scrivono i log di accesso senza parametri né intestazioni", () => {
    const [stage] = risorseDi(locale, "api-pendenze", "AWS::ApiGatewayV2::Stage");
    expect(stage?.Properties).toMatchObject({
      StageName: "$default",
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 200 },
    });
    expect(JSON.stringify(stage?.Properties.AccessLogSettings)).not.toMatch(/querystring|authorization|header/i);
  });

  it("con il dominio del Nodo rispondono solo a chi mostra un certificato del trust store", () => {
    expect(risorseDi(collaudo, "api-pagopa", "AWS::ApiGatewayV2::DomainName")[0]?.Properties).toMatchObject({
      DomainName: "nodo.comune.example",
      MutualTlsAuthentication: { TruststoreUri: "s3://collaudo-fiducia/nodo.pem" },
    });
    expect(risorseDi(collaudo, "api-pagopa", "AWS::ApiGatewayV2::Api")[0]?.Properties.DisableExecuteApiEndpoint).toBe(true);
    expect(risorseDi(collaudo, "api-pendenze", "AWS::ApiGatewayV2::Api")[0]?.Properties.DisableExecuteApiEndpoint).toBe(false);
    expect(JSON.stringify(collaudo.modelli.get("web"))).not.toContain('"/pagopa/*"');
    expect(JSON.stringify(locale.modelli.get("web"))).toContain('"/pagopa/*"');
  });
});

describe("i dati", () => {
  it("sono protetti dalla cancellazione, salvo sulla macchina locale", () => {
    for (const tabella of risorseDi(collaudo, "data", "AWS::DynamoDB::Table")) {
      expect(tabella).toMatchObject({
        DeletionPolicy: "Retain",
        Properties: { DeletionProtectionEnabled: true, BillingMode: "PAY_PER_REQUEST" },
      });
      expect(tabella.Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
    }
    for (const tabella of risorseDi(locale, "data", "AWS::DynamoDB::Table")) expect(tabella.DeletionPolicy).toBe("Delete");
  });

  it("hanno indici, stream e scadenza come li descrive il registro", () => {
    const tabelle = risorseDi(locale, "data", "AWS::DynamoDB::Table").map(({ Properties }) => Properties);
    const descritte = registroDiProva.tabelle.map(({ nome, indici, stream, ttl }) => ({
      nome: `locale-fiorino-${nome}`,
      indici: indici.map((indice) => indice.nome).sort(),
      stream: stream || undefined,
      ttl,
    }));
    const installate = tabelle.map((proprieta) => ({
      nome: proprieta.TableName,
      indici: ((proprieta.GlobalSecondaryIndexes ?? []) as { IndexName: string }[]).map(({ IndexName }) => IndexName).sort(),
      stream: (proprieta.StreamSpecification as { StreamViewType: string } | undefined)?.StreamViewType,
      ttl: (proprieta.TimeToLiveSpecification as { AttributeName: string } | undefined)?.AttributeName,
    }));
    expect(installate).toEqual(descritte);
  });

  it("conservano gli originali almeno 24 mesi", () => {
    const documenti = risorseDi(locale, "data", "AWS::S3::Bucket").find(({ Properties }) =>
      JSON.stringify(Properties.BucketName).includes("documenti"),
    );
    const durate = JSON.stringify(documenti).matchAll(/"ExpirationInDays":(\d+)/g);
    expect(Math.max(...[...durate].map(([, giorni]) => Number(giorni)))).toBeGreaterThanOrEqual(731);
  });
});

describe("le sorgenti asincrone", () => {
  it("le code hanno scarti, tentativi e concorrenza del registro, e riferiscono i singoli messaggi falliti", () => {
    const mappe = risorseDi(locale, "consumers", "AWS::Lambda::EventSourceMapping").map(({ Properties }) => Properties);
    expect(mappe).toHaveLength(registroDiProva.code.length + 1);
    for (const mappa of mappe) expect(mappa.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
    const code = risorseDi(locale, "messaging", "AWS::SQS::Queue").map(({ Properties }) => Properties);
    for (const { nome, tentativi, visibilitaSeconds, concorrenzaMassima } of registroDiProva.code) {
      expect(code.find(({ QueueName }) => QueueName === `locale-fiorino-${nome}`)).toMatchObject({
        VisibilityTimeout: visibilitaSeconds,
        RedrivePolicy: { maxReceiveCount: tentativi },
      });
      expect(code.some(({ QueueName }) => QueueName === `locale-fiorino-${nome}-scarti`)).toBe(true);
      expect(JSON.stringify(mappe)).toContain(`"ScalingConfig":{"MaximumConcurrency":${concorrenzaMassima}}`);
    }
  });

  it("l'outbox legge dallo stream solo i messaggi appena scritti", () => {
    const outbox = risorseDi(locale, "consumers", "AWS::Lambda::EventSourceMapping").find(({ Properties }) => Properties.StartingPosition);
    const filtro = { eventName: ["INSERT"], dynamodb: { NewImage: { pk: { S: [{ prefix: "OUT#" }] } } } };
    expect(outbox?.Properties.FilterCriteria).toEqual({ Filters: [{ Pattern: JSON.stringify(filtro) }] });
    expect(outbox?.Properties).toMatchObject({ BisectBatchOnFunctionError: true, StartingPosition: "TRIM_HORIZON" });
  });

  it("i lavori seguono l'ora di Roma", () => {
    expect(risorseDi(locale, "schedules", "AWS::Scheduler::Schedule").map(({ Properties }) => Properties)).toMatchObject([
      { Name: "locale-acquisisciFlussi", ScheduleExpression: "cron(0 4,8,12,16,20 * * ? *)", ScheduleExpressionTimezone: "Europe/Rome" },
    ]);
  });
});
