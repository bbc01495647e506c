import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cifreNodo } from "../shared/contracts/pagopa/sorveglianza.ts";
import { code, consumatoriStream } from "../shared/contracts/queues.ts";
import { schedulazioni } from "../shared/contracts/schedules.ts";
import { sistemiChiamati } from "../shared/contracts/uscite.ts";
import { type Assemblea, REPOSITORY, risorseDi, synth } from "./fixture/synth.ts";

describe("gli allarmi", () => {
  let locale: Assemblea;
  beforeAll(async () => {
    locale = await synth();
  });

  const allarmi = () => risorseDi(locale, "monitoring", "AWS::CloudWatch::Alarm").map(({ Properties }) => Properties);
  const runbookDi = (descrizione: unknown) => /docs\/runbooks\/[\w-]+\.md$/.exec(String(descrizione))?.[0] ?? "(assente)";

  it("dicono l'impatto e nominano un runbook che esiste", () => {
    expect(allarmi().length).toBeGreaterThan(15);
    for (const { AlarmDescription, AlarmActions } of allarmi()) {
      expect(existsSync(join(REPOSITORY, runbookDi(AlarmDescription)))).toBe(true);
      expect(String(AlarmDescription).length).toBeGreaterThan(80);
      expect(AlarmActions).toHaveLength(1);
    }
  });

  it("ce n'è uno per ogni sistema di altri che le funzioni chiamano, sulla misura che scrivono", () => {
    const misure = allarmi().filter(({ AlarmName }) => String(AlarmName).includes("-interruttore-"));
    expect(misure).toMatchObject(
      sistemiChiamati.map(({ nome }) => {
        const Dimensions = [
          { Name: "operazione", Value: nome },
          { Name: "service", Value: "uscite" },
          { Name: "stage", Value: expect.any(String) },
        ];
        const Metric = { Namespace: "Fiorino", MetricName: "interruttoreAperto", Dimensions };
        return { Threshold: 0, Metrics: [{ MetricStat: { Metric } }] };
      }),
    );
  });

  it("suonano per ciò che al Nodo si risponde con HTTP 200 e nessun altro vedrebbe, sulla misura che le funzioni scrivono", () => {
    const misure = cifreNodo.map(({ nome }) => allarmi().find(({ AlarmName }) => String(AlarmName).endsWith(`-api-pagopa-${nome}`)));
    expect(misure).toMatchObject(
      cifreNodo.map(({ nome }) => {
        const Dimensions = [
          { Name: "operazione", Value: "paForNode" },
          { Name: "service", Value: "nodo" },
          { Name: "stage", Value: expect.any(String) },
        ];
        const Metric = { Namespace: "Fiorino", MetricName: nome, Dimensions };
        return { Threshold: 0, Metrics: [{ MetricStat: { Metric } }] };
      }),
    );
  });

  it("nessun runbook è di troppo", () => {
    // The registry of the test has one thing of each kind: the queues and jobs of the product have theirs.
    const delProdotto = [
      ...code.map(({ nome }) => `coda-${nome}`),
      ...schedulazioni.map(({ nome }) => `schedulazione-${nome}`),
      ...consumatoriStream.map(({ nome }) => `stream-${nome}`),
      "api-errori",
    ];
    const citati = new Set([
      ...allarmi().map(({ AlarmDescription }) => runbookDi(AlarmDescription)),
      ...delProdotto.map((nome) => `docs/runbooks/${nome}.md`),
    ]);
    const scritti = readdirSync(join(REPOSITORY, "docs/runbooks")).map((file) => `docs/runbooks/${file}`);
    expect(scritti.filter((file) => !citati.has(file) && !file.endsWith("README.md"))).toEqual([]);
  });
});
