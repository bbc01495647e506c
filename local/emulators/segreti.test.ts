import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClockFermo } from "../../shared/adapters/memory/tempo.ts";
import { readSegreto, SegretiSecretsManager } from "../../shared/adapters/segreti/secrets-manager.ts";
import type { Loopback } from "./loopback.ts";
import { startSecrets } from "./segreti.ts";

const PREFISSO = "prova-fiorino-connettori/";
const credenziali = { accessKeyId: "prova", secretAccessKey: "prova" };

describe("i segreti dei connettori, contro il servizio emulato", () => {
  let cartella: string;
  let emulatore: Loopback;
  const clock = createClockFermo("2026-03-01T10:00:00.000Z");
  const apri = (endpoint = emulatore.endpoint) =>
    new SegretiSecretsManager({ endpoint, regione: "eu-south-1", prefisso: PREFISSO, credenziali }, clock);
  const put = (operazione: string, nome: string, SecretString: string) =>
    fetch(emulatore.endpoint, {
      method: "POST",
      headers: { "x-amz-target": `secretsmanager.${operazione}`, "content-type": "application/x-amz-json-1.1" },
      body: JSON.stringify({ [operazione === "CreateSecret" ? "Name" : "SecretId"]: PREFISSO + nome, SecretString }),
    });

  beforeEach(async () => {
    cartella = mkdtempSync(join(tmpdir(), "segreti-"));
    clock.set("2026-03-01T10:00:00.000Z");
    emulatore = await startSecrets(cartella, { [`${PREFISSO}fdr`]: '{"primaria":"a","secondaria":"b","scadenza":"2026-12-31"}' });
  });
  afterEach(async () => {
    await emulatore.stop();
    rmSync(cartella, { recursive: true, force: true });
  });

  it("si leggono con le due chiavi e la scadenza", async () =>
    expect(await apri().get("fdr")).toEqual({ valori: ["a", "b"], scadenza: "2026-12-31" }));

  it("si ricordano per minuti, ma un valore rifiutato si rilegge", async () => {
    const segreti = apri();
    await segreti.get("fdr");
    await put("PutSecretValue", "fdr", "nuova");
    clock.advance(60_000);
    expect(await segreti.get("fdr")).toMatchObject({ valori: ["a", "b"] });
    expect(await segreti.get("fdr", true)).toEqual({ valori: ["nuova"] });
    await put("PutSecretValue", "fdr", "ancora");
    // Not at every refusal: one reading every ten seconds.
    expect(await segreti.get("fdr", true)).toEqual({ valori: ["nuova"] });
    clock.advance(5 * 60_000);
    expect(await segreti.get("fdr")).toEqual({ valori: ["ancora"] });
  });

  it("ciò che non c'è si cerca di nuovo presto", async () => {
    const segreti = apri();
    expect(await segreti.get("gpd")).toBeUndefined();
    expect((await put("CreateSecret", "gpd", "x")).status).toBe(200);
    expect(await segreti.get("gpd")).toBeUndefined();
    clock.advance(10_000);
    expect(await segreti.get("gpd")).toEqual({ valori: ["x"] });
  });

  it("se il deposito non risponde è un'eccezione, non un'assenza", async () => {
    const segreti = apri("http://127.0.0.1:1");
    await expect(segreti.get("fdr")).rejects.toThrow();
  });

  it("ciò che è cambiato resta dopo un riavvio", async () => {
    await put("PutSecretValue", "fdr", "ruotata");
    await emulatore.stop();
    emulatore = await startSecrets(cartella, { [`${PREFISSO}fdr`]: "iniziale" });
    expect(await apri().get("fdr")).toEqual({ valori: ["ruotata"] });
  });

  it.each([
    ["", undefined],
    ["chiave", { valori: ["chiave"] }],
    ['{"primaria":"a"}', { valori: ["a"] }],
    ['{"altro":"a"}', undefined],
    ["{non json", undefined],
  ])("%j si legge come %j", (testo, atteso) => expect(readSegreto(testo)).toEqual(atteso));
});
