/** Alarms, each with its impact and its runbook, and the dashboard that one opens when they ring. */
import { Stack } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric, TextWidget } from "aws-cdk-lib/aws-cloudwatch";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { NomeApi } from "../../shared/contracts/operation.ts";
import { cifreNodo, OPERAZIONE_NODO, SERVIZIO_NODO } from "../../shared/contracts/pagopa/sorveglianza.ts";
import { INTERRUTTORE_APERTO, SERVIZIO_USCITE, sistemiChiamati } from "../../shared/contracts/uscite.ts";
import { Allarmi } from "../constructs/allarmi.ts";
import * as metriche from "../constructs/metriche.ts";
import { nomeRisorsa, nomeStack } from "../installazione.ts";
import type { Parametri } from "../parametri.ts";
import { ENDPOINT, nomeFunzione, type Registro } from "../registro.ts";
import { nomeScarti, SCARTI_OUTBOX, SCARTI_SCHEDULAZIONI } from "./messaging.ts";

export interface OpzioniMonitoring {
  readonly parametri: Parametri;
  readonly registro: Registro;
  readonly idApi: ReadonlyMap<NomeApi, string>;
  /** Folder of the runbooks. */
  readonly runbooks: string;
}

const ORA_IN_SECONDI = 3600;
const GIORNO_IN_MINUTI = 1440;
/** Age of the oldest message that is no longer normal. Notifications wait by design between one attempt and the next. */
const ETA_MASSIMA: Readonly<Record<string, number>> = { notifiche: 24 * ORA_IN_SECONDI };
const RITARDO_STREAM_MS = 60_000;
/** The Node hangs up at 7 s (15 s for receipts): at 5 s there is still time to act. */
const LENTEZZA_NODO_MS = 5000;
const ERRORI_SERVER = 5;

export class MonitoringStack extends Stack {
  private readonly opzioni: OpzioniMonitoring;
  private readonly allarmi: Allarmi;

  constructor(scope: Construct, opzioni: OpzioniMonitoring) {
    const { stage, emailAllarmi } = opzioni.parametri;
    super(scope, nomeStack(stage, "monitoring"), { description: "Fiorino: allarmi e cruscotto" });
    this.opzioni = opzioni;
    const topic = new Topic(this, "Allarmi", { topicName: nomeRisorsa(stage, "allarmi"), enforceSSL: true });
    if (emailAllarmi) topic.addSubscription(new EmailSubscription(emailAllarmi));
    this.allarmi = new Allarmi(this, stage, topic, opzioni.runbooks);
    this.addAllarmiCode();
    this.addAllarmiOutbox();
    this.addAllarmiStream();
    this.addAllarmiSchedulazioni();
    this.addAllarmiApi();
    this.addAllarmiInterruttori();
    this.addAllarmiTabelle();
    this.addCruscotto();
  }

  private coda(nome: string): string {
    return nomeRisorsa(this.opzioni.parametri.stage, nome);
  }

  private funzione(gruppo: "consumer" | "job" | "pagopa", id: string): string {
    return nomeFunzione(this.opzioni.parametri.stage, { gruppo, id });
  }

  private addAllarmiCode(): void {
    for (const { nome, impatto } of this.opzioni.registro.code) {
      const runbook = `coda-${nome}`;
      this.allarmi.add({ id: `${nome}-scarti`, metrica: metriche.messaggiIn(this.coda(nomeScarti(nome))), soglia: 0, impatto, runbook });
      this.allarmi.add({
        id: `${nome}-attesa`,
        metrica: metriche.etaIn(this.coda(nome)),
        soglia: ETA_MASSIMA[nome] ?? ORA_IN_SECONDI,
        impatto: `La coda ${nome} non si svuota. ${impatto}`,
        runbook,
      });
    }
  }

  private addAllarmiOutbox(): void {
    const { nome, impatto } = this.opzioni.registro.consumatoreOutbox;
    this.allarmi.add({
      id: "outbox-scarti",
      metrica: metriche.messaggiIn(this.coda(nomeScarti(SCARTI_OUTBOX))),
      soglia: 0,
      impatto,
      runbook: "outbox",
    });
    this.allarmi.add({
      id: "outbox-ritardo",
      metrica: metriche.ritardoStreamDi(this.funzione("consumer", nome)),
      soglia: RITARDO_STREAM_MS,
      periodi: 2,
      impatto,
      runbook: "outbox",
    });
  }

  private addAllarmiStream(): void {
    const { parametri, registro } = this.opzioni;
    for (const { nome, impatto, ritardoMassimoSeconds, allarmi = {} } of registro.consumatoriStream) {
      const runbook = `stream-${nome}`;
      const funzione = this.funzione("consumer", nome);
      this.allarmi.add({ id: `${nome}-scarti`, metrica: metriche.messaggiIn(this.coda(nomeScarti(nome))), soglia: 0, impatto, runbook });
      this.allarmi.add({
        ...{ id: `${nome}-ritardo`, metrica: metriche.ritardoStreamDi(funzione), soglia: ritardoMassimoSeconds * 1000, periodi: 2 },
        ...{ impatto, runbook },
      });
      for (const [cifra, significato] of Object.entries(allarmi)) {
        const metrica = metriche.cifraDi(parametri.stage, funzione, nome, cifra);
        this.allarmi.add({ id: `${nome}-${cifra}`, metrica, soglia: 0, impatto: significato, runbook });
      }
    }
  }

  private addAllarmiSchedulazioni(): void {
    for (const { nome, impatto, allarmi = {} } of this.opzioni.registro.schedulazioni) {
      const funzione = this.funzione("job", nome);
      const runbook = `schedulazione-${nome}`;
      this.allarmi.add({ id: `${nome}-errori`, metrica: metriche.erroriDi(funzione), soglia: 0, impatto, runbook });
      this.allarmi.add({
        id: `${nome}-ferma`,
        metrica: metriche.invocazioniDi(funzione, GIORNO_IN_MINUTI),
        soglia: 1,
        sotto: true,
        impatto,
        runbook,
      });
      for (const [cifra, significato] of Object.entries(allarmi)) {
        this.allarmi.add({
          id: `${nome}-${cifra}`,
          metrica: metriche.cifraDi(this.opzioni.parametri.stage, funzione, nome, cifra),
          soglia: 0,
          impatto: significato,
          runbook,
        });
      }
    }
    this.allarmi.add({
      id: "schedulazioni-scarti",
      metrica: metriche.messaggiIn(this.coda(nomeScarti(SCARTI_SCHEDULAZIONI))),
      soglia: 0,
      impatto: "Un lavoro programmato non è partito: ciò che doveva cercare o spedire è rimasto fermo.",
      runbook: "schedulazioni-scarti",
    });
  }

  private addAllarmiApi(): void {
    for (const [api, id] of this.opzioni.idApi) {
      const nodo = api === "pagopa";
      this.allarmi.add({
        id: `api-${api}-errori`,
        metrica: metriche.erroriServerDi(id),
        soglia: nodo ? 0 : ERRORI_SERVER,
        impatto: nodo
          ? "Il Nodo riceve errori HTTP: i cittadini non riescono a pagare o le ricevute restano da riconsegnare."
          : `L'API ${api} risponde con errori del server ai sistemi dell'ente.`,
        runbook: nodo ? "api-pagopa" : "api-errori",
      });
    }
    if (this.opzioni.idApi.has("pagopa")) {
      this.allarmi.add({
        id: "api-pagopa-lentezza",
        metrica: metriche.durataDi(this.funzione("pagopa", ENDPOINT)),
        soglia: LENTEZZA_NODO_MS,
        periodi: 2,
        impatto: "Le risposte al Nodo si avvicinano al limite di 7 secondi, oltre il quale il pagamento fallisce.",
        runbook: "api-pagopa",
      });
      for (const { nome, impatto } of cifreNodo) {
        const metrica = metriche.cifraDi(this.opzioni.parametri.stage, SERVIZIO_NODO, OPERAZIONE_NODO, nome);
        this.allarmi.add({ id: `api-pagopa-${nome}`, metrica, soglia: 0, impatto, runbook: "api-pagopa" });
      }
    }
    this.allarmi.add({
      id: "lambda-limitazioni",
      metrica: metriche.limitazioniLambda(),
      soglia: 0,
      periodi: 2,
      impatto: "AWS rifiuta invocazioni perché l'account ha finito la concorrenza: chiamate perse o in ritardo.",
      runbook: "lambda-limitazioni",
    });
  }

  private interruttore(sistema: string): IMetric {
    return metriche.cifraDi(this.opzioni.parametri.stage, SERVIZIO_USCITE, sistema, INTERRUTTORE_APERTO);
  }

  private addAllarmiInterruttori(): void {
    for (const { nome, impatto } of sistemiChiamati)
      this.allarmi.add({ id: `interruttore-${nome}`, metrica: this.interruttore(nome), soglia: 0, impatto, runbook: "interruttori" });
  }

  private addAllarmiTabelle(): void {
    for (const { nome } of this.opzioni.registro.tabelle) {
      for (const verso of ["Read", "Write"] as const) {
        this.allarmi.add({
          id: `${nome}-limitazioni-${verso === "Read" ? "lettura" : "scrittura"}`,
          metrica: metriche.limitazioniDi(this.coda(nome), verso),
          soglia: 0,
          periodi: 2,
          impatto: `DynamoDB rallenta le richieste alla tabella ${nome}: operazioni lente o respinte.`,
          runbook: "dynamodb-limitazioni",
        });
      }
    }
  }

  private addCruscotto(): void {
    const { registro, idApi, parametri } = this.opzioni;
    const grafico = (title: string, left: IMetric[], right: IMetric[] = []) => new GraphWidget({ title, left, right, width: 8, height: 6 });
    new Dashboard(this, "Cruscotto", {
      dashboardName: nomeRisorsa(parametri.stage, "cruscotto"),
      widgets: [
        [
          new TextWidget({
            markdown: `# Fiorino, ${parametri.stage}\nOgni allarme nomina il suo runbook in docs/runbooks.`,
            width: 24,
            height: 2,
          }),
        ],
        [...idApi].map(([api, id]) =>
          grafico(
            `API ${api}`,
            [metriche.richiesteDi(id), metriche.erroriClientDi(id), metriche.erroriServerDi(id)],
            [metriche.latenzaDi(id, "p50"), metriche.latenzaDi(id)],
          ),
        ),
        registro.code.map(({ nome }) =>
          grafico(
            `Coda ${nome}`,
            [metriche.messaggiIn(this.coda(nome)), metriche.messaggiIn(this.coda(nomeScarti(nome)))],
            [metriche.etaIn(this.coda(nome))],
          ),
        ),
        [
          ...[registro.consumatoreOutbox, ...registro.consumatoriStream].map(({ nome }) =>
            grafico(`Stream ${nome}`, [metriche.ritardoStreamDi(this.funzione("consumer", nome))]),
          ),
          ...registro.schedulazioni.map(({ nome }) =>
            grafico(`Lavoro ${nome}`, [metriche.invocazioniDi(this.funzione("job", nome)), metriche.erroriDi(this.funzione("job", nome))]),
          ),
        ],
        [
          grafico(
            "Sistemi che non rispondono",
            sistemiChiamati.map(({ nome }) => this.interruttore(nome)),
          ),
        ],
        registro.tabelle.map(({ nome }) =>
          grafico(`Tabella ${nome}`, [metriche.consumoDi(this.coda(nome), "Read"), metriche.consumoDi(this.coda(nome), "Write")]),
        ),
      ],
    });
  }
}
