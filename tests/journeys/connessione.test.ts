/** The connection as its administrator lives it: a key changes while everything runs, and the journal tells every exchange without telling the key. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chiama, elencoDi, type Oggetto } from "../../local/demo/cliente.ts";
import { CHIAVE_SOTTOSCRIZIONE } from "../../local/sandbox/credenziali.ts";
import { osserva } from "./debiti.ts";
import { AVVIO_MS, type FiorinoDiProva, openFiorino, VIAGGIO_MS } from "./fiorino-di-prova.ts";
import { credenzialiDi } from "./parti.ts";

let fiorino: FiorinoDiProva;
let ambiente: Oggetto;
beforeAll(async () => {
  fiorino = await openFiorino();
  ambiente = await osserva(fiorino.macchina, "ambiente");
}, AVVIO_MS);
afterAll(() => fiorino?.close(), AVVIO_MS);

const putSegreto = async (valore: Readonly<Record<string, string>>): Promise<number> => {
  const { status } = await fetch(fiorino.machine.ambiente.endpoints.secrets, {
    method: "POST",
    headers: { "x-amz-target": "secretsmanager.PutSecretValue", "content-type": "application/x-amz-json-1.1" },
    body: JSON.stringify({ SecretId: "locale-fiorino-connettori/sottoscrizione", SecretString: JSON.stringify(valore) }),
  });
  return status;
};

/** The searches of flows at pagoPA in the journal, from the oldest. */
const readRicerche = async (): Promise<readonly Oggetto[]> => {
  const { corpo } = await chiama(`${fiorino.machine.baseUrl}/backoffice/v1/eventi?tipoEvento=getAllPublishedFlows&ordinamento=%2Bdata`, {
    chi: credenzialiDi(ambiente, "amministratore"),
    atteso: 200,
  });
  return elencoDi(corpo, "risultati");
};

/** Only those of this run: moving the clock may have made the schedule run by itself. */
const searchFlussi = async (): Promise<readonly Oggetto[]> => {
  const prima = await readRicerche();
  await fiorino.machine.ambiente.runSchedule("acquisisciFlussi");
  return (await readRicerche()).slice(prima.length);
};

describe("a key of pagoPA that is replaced", { timeout: VIAGGIO_MS }, () => {
  it("costs nothing while one of the two is good, and works again as soon as it is written", async () => {
    expect(await putSegreto({ primaria: "revocata", secondaria: CHIAVE_SOTTOSCRIZIONE })).toBe(200);
    const prime = await searchFlussi();
    expect(prime.length).toBeGreaterThan(0);
    expect(prime.map(({ esito }) => esito)).toEqual(prime.map(() => "OK"));

    await putSegreto({ primaria: "sbagliata" });
    await fiorino.machine.ambiente.clock.advance(6 * 60_000);
    const seconde = await searchFlussi();
    expect(seconde.map(({ esito, sottotipoEsito }) => [esito, sottotipoEsito])).toEqual(seconde.map(() => ["KO", "401"]));

    await putSegreto({ primaria: CHIAVE_SOTTOSCRIZIONE });
    await fiorino.machine.ambiente.clock.advance(11_000);
    const terze = await searchFlussi();
    expect([seconde.length, terze.length]).toEqual([prime.length, prime.length]);
    expect(terze.map(({ esito }) => esito)).toEqual(terze.map(() => "OK"));
  });

  it("is never in the journal", async () => {
    const testo = JSON.stringify(await readRicerche());
    expect(testo).toContain('"valore":"***"');
    for (const chiave of [CHIAVE_SOTTOSCRIZIONE, "revocata", "sbagliata"]) expect(testo).not.toContain(chiave);
  });
});
