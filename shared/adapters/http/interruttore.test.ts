import { beforeEach, describe, expect, it } from "vitest";
import { guasto, nonDaPagare } from "../../../tests/sostegno/attualizzazione.ts";
import type { ApplicazioneInterrogabile } from "../../domain/pendenze/attualizzazione.ts";
import type { RispostaVerificaEnte, VerificaEnte } from "../../ports/verifica-ente.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createInterruttore, FALLIMENTI_MASSIMI, PAUSA_MILLISECONDI, withInterruttore } from "./interruttore.ts";

const applicazione = (idA2A: string, url = "http://ente.example"): ApplicazioneInterrogabile => ({
  versione: 1,
  idA2A,
  principal: idA2A,
  domini: "*",
  tipiPendenza: "*",
  acl: [],
  ruoli: [],
  abilitato: true,
  autodeterminazione: false,
  apiPagamenti: true,
  apiPendenze: true,
  apiRagioneria: true,
  servizioIntegrazione: { url, versioneApi: "REST v2" },
});
const UNA = applicazione("UNA");
const DOMANDA = { operazione: "verifyPendenza", idA2A: "UNA", idPendenza: "P" } as const;
const BUONA = nonDaPagare("ANNULLATA");
const stato = (status: number): RispostaVerificaEnte => ({
  scambio: { url: "u", status },
  esito: { ok: false, errore: { causa: "http", dettaglio: String(status) } },
});

describe("the circuit breaker of an application", () => {
  const clock = createClockFermo("2026-03-01T10:00:00.000Z");
  let chiamate: number;
  let risposta: RispostaVerificaEnte;
  let ente: VerificaEnte;
  beforeEach(() => {
    clock.set("2026-03-01T10:00:00.000Z");
    chiamate = 0;
    risposta = guasto();
    const verify = async (): Promise<RispostaVerificaEnte> => {
      chiamate += 1;
      return risposta;
    };
    ente = withInterruttore({ verify }, clock);
  });
  const ask = async (volte = 1, chi = UNA) => {
    let ultima = BUONA;
    for (let volta = 0; volta < volte; volta++) ultima = await ente.verify(chi, DOMANDA);
    return ultima;
  };
  const interrotta = { esito: { ok: false, errore: { causa: "interrotta" } } };

  it("stops asking after some failures in a row, and says so without an exchange", async () => {
    await ask(FALLIMENTI_MASSIMI);
    expect(await ask(3)).toMatchObject(interrotta);
    expect((await ask()).scambio).toBeUndefined();
    expect(chiamate).toBe(FALLIMENTI_MASSIMI);
  });

  it("tries once when the pause is over: a failure closes it again, a success opens it for good", async () => {
    await ask(FALLIMENTI_MASSIMI);
    clock.advance(PAUSA_MILLISECONDI);
    await ask(2);
    expect(chiamate).toBe(FALLIMENTI_MASSIMI + 1);
    clock.advance(PAUSA_MILLISECONDI);
    risposta = BUONA;
    expect(await ask()).toBe(BUONA);
    risposta = guasto();
    await ask(FALLIMENTI_MASSIMI);
    expect(chiamate).toBe(2 * FALLIMENTI_MASSIMI + 2);
  });

  it("lets one call through at a time while it tries again", async () => {
    await ask(FALLIMENTI_MASSIMI);
    clock.advance(PAUSA_MILLISECONDI);
    risposta = BUONA;
    const risposte = await Promise.all([ask(), ask(), ask()]);
    expect(risposte.filter((r) => r === BUONA)).toHaveLength(1);
    expect(chiamate).toBe(FALLIMENTI_MASSIMI + 1);
  });

  it("forgets failures at the first success", async () => {
    await ask(FALLIMENTI_MASSIMI - 1);
    risposta = BUONA;
    await ask();
    risposta = guasto();
    await ask(FALLIMENTI_MASSIMI - 1);
    risposta = BUONA;
    expect(await ask()).toBe(BUONA);
  });

  it("does not punish another application, nor the same one at another address", async () => {
    await ask(FALLIMENTI_MASSIMI);
    risposta = BUONA;
    expect(await ask(1, applicazione("ALTRA"))).toBe(BUONA);
    expect(await ask(1, applicazione("UNA", "http://nuovo.example"))).toBe(BUONA);
    expect(await ask()).toMatchObject(interrotta);
  });

  it.each([
    ["no answer in time", guasto("tempo"), true],
    ["no connection", guasto("rete"), true],
    ["a page instead of JSON", guasto("illeggibile"), true],
    ["too much", guasto("troppo-grande"), true],
    ["an error of the server", stato(500), true],
    ["too many requests", stato(429), true],
    ["a refusal", stato(404), false],
    ["a negative verification", BUONA, false],
  ])("%s: counts as a failure = %s", async (_caso, cosa, conta) => {
    risposta = cosa;
    await ask(FALLIMENTI_MASSIMI);
    const dopo = await ask();
    if (conta) expect(dopo).toMatchObject(interrotta);
    else expect(dopo).toBe(risposta);
  });

  it("is not held closed by a clock that goes back", async () => {
    await ask(FALLIMENTI_MASSIMI);
    clock.set("2026-02-01T10:00:00.000Z");
    risposta = BUONA;
    expect(await ask()).toBe(BUONA);
  });
});

describe("who listens to a circuit breaker", () => {
  it("is told when a system is left alone, each time a call is refused, and no longer when it answers", () => {
    const clock = createClockFermo("2026-03-01T10:00:00.000Z");
    let aperture = 0;
    const interruttore = createInterruttore(clock, () => {
      aperture += 1;
    });
    const esiti = Array.from({ length: FALLIMENTI_MASSIMI }, () => interruttore.record("uno", true));
    expect(esiti).toEqual([...Array.from({ length: FALLIMENTI_MASSIMI - 1 }, () => false), true]);
    expect(aperture).toBe(1);
    expect([interruttore.pass("uno"), interruttore.pass("altro"), aperture]).toEqual([false, true, 2]);
    clock.set(new Date(Date.parse("2026-03-01T10:00:00.000Z") + PAUSA_MILLISECONDI).toISOString());
    expect([interruttore.pass("uno"), interruttore.record("uno", false), interruttore.pass("uno"), aperture]).toEqual([
      true,
      false,
      true,
      2,
    ]);
  });
});
