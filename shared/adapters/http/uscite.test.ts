import { describe, expect, it } from "vitest";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { createClockFermo } from "../memory/tempo.ts";
import type { ErroreHttp, HttpClient, RichiestaHttp, RispostaHttp } from "./client.ts";
import { createInterruttore, FALLIMENTI_MASSIMI, PAUSA_MILLISECONDI } from "./interruttore.ts";
import { createUscite, readRetryAfter } from "./uscite.ts";

type Risposta = Esito<RispostaHttp, ErroreHttp>;
const stato = (status: number, headers: Record<string, string> = {}): Risposta => ok({ status, headers, testo: "" });
const rete = (maiPartita = false): Risposta => ko({ causa: "rete", dettaglio: "ECONNRESET", ...(maiPartita && { maiPartita }) });
const URL_FDR = "https://api.platform.pagopa.it/fdr-org/service/v1/organizations";

const prepara = (...risposte: readonly Risposta[]) => {
  const clock = createClockFermo("2026-03-01T10:00:00.000Z");
  const viste: RichiestaHttp[] = [];
  const attese: number[] = [];
  /** Calls made when the endpoint was said to be left alone. */
  const aperture: number[] = [];
  const cifre: Readonly<Record<string, number>>[] = [];
  const http: HttpClient = {
    request: async (richiesta) => {
      viste.push(richiesta);
      return risposte[Math.min(viste.length, risposte.length) - 1] ?? stato(200);
    },
  };
  const uscite = createUscite({
    http,
    interruttore: createInterruttore(clock),
    misura: (valori) => void cifre.push(valori),
    aperto: () => void aperture.push(viste.length),
    caso: () => 1,
    attendi: async (millisecondi) => void attese.push(millisecondi),
  });
  const request = (campi: Partial<RichiestaHttp> = {}) =>
    uscite.request({ method: "GET", url: URL_FDR, timeoutMillisecondi: 10_000, ...campi });
  return { clock, viste, attese, aperture, cifre, request };
};

describe("una chiamata a pagoPA", () => {
  it("di suo non si ripete", async () => {
    const { request, viste } = prepara(stato(503));
    expect(await request()).toMatchObject({ ok: true, valore: { status: 503 } });
    expect(viste).toHaveLength(1);
  });

  it("si ripete fin dove si è detto, aspettando ogni volta di più", async () => {
    const { request, viste, attese, cifre } = prepara(stato(503), rete(), stato(200));
    expect(await request({ tentativi: 3 })).toMatchObject({ ok: true, valore: { status: 200 } });
    expect(viste).toHaveLength(3);
    expect(attese).toEqual([200, 400]);
    expect(cifre).toMatchObject([{ chiamate: 1, chiamateRipetute: 2 }]);
  });

  it("una POST non si ripete se può essere stata eseguita, sì se non è mai partita", async () => {
    const dubbia = prepara(rete(), stato(200));
    await dubbia.request({ method: "POST", tentativi: 3 });
    expect(dubbia.viste).toHaveLength(1);
    const maiPartita = prepara(rete(true), stato(200));
    await maiPartita.request({ method: "POST", tentativi: 3 });
    expect(maiPartita.viste).toHaveLength(2);
  });

  it("aspetta quanto chiede Retry-After se sta nel tempo, altrimenti non ripete", async () => {
    const breve = prepara(stato(429, { "retry-after": "2" }), stato(200));
    await breve.request({ tentativi: 2 });
    expect(breve.attese).toEqual([2_000]);
    const lunga = prepara(stato(429, { "retry-after": "3600" }), stato(200));
    expect(await lunga.request({ tentativi: 2 })).toMatchObject({ valore: { status: 429 } });
    expect(lunga.viste).toHaveLength(1);
  });

  it("il tempo è uno per tutti i tentativi: a ognuno resta meno", async () => {
    const { request, viste } = prepara(stato(503), stato(200));
    await request({ tentativi: 2 });
    expect(viste.every(({ timeoutMillisecondi }) => timeoutMillisecondi <= 10_000 && timeoutMillisecondi > 0)).toBe(true);
  });
});

describe("l'interruttore di un indirizzo", () => {
  const guasta = async (volte: number, contesto: ReturnType<typeof prepara>) => {
    for (let volta = 0; volta < volte; volta += 1) await contesto.request();
  };

  it("dopo alcuni guasti di fila non chiama più, poi prova di nuovo", async () => {
    const contesto = prepara(stato(500));
    await guasta(FALLIMENTI_MASSIMI, contesto);
    expect(await contesto.request()).toMatchObject({ ok: false, errore: { causa: "interrotta", maiPartita: true } });
    expect(contesto.viste).toHaveLength(FALLIMENTI_MASSIMI);
    expect(contesto.cifre.at(-1)).toEqual({ chiamateInterrotte: 1 });
    expect(contesto.aperture).toEqual([FALLIMENTI_MASSIMI, FALLIMENTI_MASSIMI]);
    contesto.clock.advance(PAUSA_MILLISECONDI);
    await contesto.request();
    expect(contesto.viste).toHaveLength(FALLIMENTI_MASSIMI + 1);
  });

  it("è di quell'indirizzo soltanto", async () => {
    const contesto = prepara(stato(500));
    await guasta(FALLIMENTI_MASSIMI, contesto);
    await contesto.request({ url: "https://api.platform.pagopa.it/checkout/ec/v1/carts" });
    expect(contesto.viste).toHaveLength(FALLIMENTI_MASSIMI + 1);
  });

  it.each([400, 401, 404, 409, 422])("un rifiuto (%i) è un servizio che funziona", async (status) => {
    const contesto = prepara(stato(status));
    await guasta(FALLIMENTI_MASSIMI + 2, contesto);
    expect(contesto.viste).toHaveLength(FALLIMENTI_MASSIMI + 2);
  });

  it("a metà dei tentativi dà l'ultima risposta avuta", async () => {
    const contesto = prepara(stato(500));
    await guasta(FALLIMENTI_MASSIMI - 1, contesto);
    expect(await contesto.request({ tentativi: 5 })).toMatchObject({ ok: true, valore: { status: 500 } });
    expect(contesto.viste).toHaveLength(FALLIMENTI_MASSIMI);
  });
});

describe("Retry-After", () => {
  it.each([
    [{ "retry-after": "5" }, 5_000],
    [{ "retry-after": "Sun, 01 Mar 2026 10:00:10 GMT", date: "Sun, 01 Mar 2026 10:00:00 GMT" }, 10_000],
    [{ "retry-after": "Sun, 01 Mar 2026 10:00:10 GMT" }, undefined],
    [{ "retry-after": "presto" }, undefined],
    [{}, undefined],
  ])("%j → %s", (headers, atteso) => expect(readRetryAfter(headers as Record<string, string>)).toBe(atteso));
});
