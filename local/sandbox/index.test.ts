import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyPassword } from "../../shared/adapters/sistema/password.ts";
import { operazioniBackoffice } from "../../shared/contracts/backoffice/operazioni.ts";
import type { Ambiente, Sandbox } from "../runner/types.ts";
import { AMMINISTRATORE, AMMINISTRATORE_INIZIALE } from "./credenziali.ts";
import { createSandbox } from "./index.ts";
import { avviso, COMUNE, IBAN_COMUNE } from "./prove/banco.ts";
import { type GatewayFinto, startGatewayFinto } from "./prove/gateway-finto.ts";
import { seed } from "./seed.ts";
import { CREDITORI, STAZIONE } from "./seed-dati.ts";

let gateway: GatewayFinto;
let sandbox: Sandbox;
let stateDir: string;
let svuota: (() => Promise<void> | void) | undefined;
let avanti = 0;

const macchina = (): Ambiente => ({
  baseUrl: gateway.baseUrl,
  stateDir,
  clock: {
    now: () => Date.now() + avanti,
    offset: () => avanti,
    advance: async (ms) => {
      avanti += ms;
      return [];
    },
  },
  listFunctions: () => [],
  listSchedules: () => [
    { name: "acquisisciFlussi", functionName: "f", expression: "rate(1 hour)", timezone: "Europe/Rome", enabled: true },
  ],
  runSchedule: async (name) => ({ name, istante: "2026-01-01T00:00:00.000Z", esito: { ok: true, payload: null, millisecondi: 1 } }),
  invoke: async () => ({ ok: true, payload: null, millisecondi: 1 }),
  drain: async () => undefined,
  reset: async () => svuota?.(),
  onReset: (callback) => {
    svuota = callback;
  },
  logs: async () => [],
  injectFault: () => undefined,
  clearFaults: () => undefined,
  endpoints: { dynamodb: "", sqs: "", s3: "", secrets: "" },
  resources: { tables: [], queues: {}, buckets: [] },
});

const apri = async (): Promise<void> => {
  sandbox = await createSandbox(macchina());
  sandbox.ready?.();
  gateway.altri = sandbox.handle;
};
const chiedi = (metodo: string, percorso: string, corpo?: object) =>
  fetch(gateway.baseUrl + percorso, { method: metodo, ...(corpo === undefined ? {} : { body: JSON.stringify(corpo) }) });
const json = async (metodo: string, percorso: string, corpo?: object) => JSON.parse(await (await chiedi(metodo, percorso, corpo)).text());

beforeEach(async () => {
  avanti = 0;
  stateDir = mkdtempSync(join(tmpdir(), "fiorino-"));
  gateway = await startGatewayFinto();
  await apri();
});
afterEach(async () => {
  await sandbox.close?.();
  await gateway.close();
  rmSync(stateDir, { recursive: true });
});

const paga = (numero: number) => {
  gateway.avvisi.set(`${COMUNE}/${avviso(numero)}`, {
    importo: 100n,
    trasferimenti: [{ idDominio: COMUNE, iban: IBAN_COMUNE, importo: 100n }],
  });
  return json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso: avviso(numero) });
};

describe("la sandbox sulla macchina", () => {
  it("dice dove sono le API e con quali credenziali si provano", async () => {
    expect(await json("GET", "/sandbox/ambiente")).toMatchObject({
      api: { pendenze: `${gateway.baseUrl}/pendenze/v2`, pagopa: `${gateway.baseUrl}/pagopa/paForNode` },
      creditori: [{ idDominio: COMUNE }, {}],
      applicazione: { idA2A: "GEST-TRIBUTI", username: expect.any(String), password: expect.any(String) },
      amministratore: { username: "amministratore" },
      operatore: { username: expect.any(String) },
      nodo: { username: "nodo" },
    });
  });

  it("ricorda i pagamenti dopo una riapertura e dimentica tutto quando la si svuota", async () => {
    await paga(1);
    await sandbox.close?.();
    await apri();
    expect(await paga(1)).toMatchObject({ fault: { faultCode: "PPT_PAGAMENTO_DUPLICATO" } });
    expect(await json("DELETE", "/sandbox")).toEqual({ esito: "OK" });
    expect(await paga(1)).toMatchObject({ esito: "OK" });
  });

  it("muove l'orologio, elenca ed esegue le schedulazioni", async () => {
    const prima = await json("GET", "/sandbox/orologio");
    const dopo = await json("POST", "/sandbox/orologio/avanza", { giorni: 1, minuti: 30 });
    expect(Date.parse(dopo.istante) - Date.parse(prima.istante)).toBeGreaterThanOrEqual(24.5 * 3_600_000);
    expect((await chiedi("POST", "/sandbox/orologio/avanza", {})).status).toBe(400);
    expect((await json("GET", "/sandbox/schedulazioni")).schedulazioni).toHaveLength(1);
    expect(await json("POST", "/sandbox/schedulazioni/acquisisciFlussi")).toMatchObject({ esito: { ok: true } });
    expect((await chiedi("POST", "/sandbox/schedulazioni/inventata")).status).toBe(404);
  });

  it("tiene le ricevute che il gateway notifica all'ente, una volta sola, solo con le credenziali giuste", async () => {
    const ricevuta = `/sandbox/ente/ricevute/${COMUNE}/123/abc?idSession=1`;
    const put = (password: string) =>
      fetch(gateway.baseUrl + ricevuta, {
        method: "PUT",
        headers: { authorization: `Basic ${Buffer.from(`fiorino:${password}`).toString("base64")}` },
        body: '{"importo":1}',
      });
    expect((await put("sbagliata")).status).toBe(401);
    expect([(await put("Ente-2026")).status, (await put("Ente-2026")).status]).toEqual([201, 201]);
    expect(await json("GET", `/sandbox/ente/ricevute?idDominio=${COMUNE}`)).toMatchObject({
      numRisultati: 1,
      risultati: [{ iuv: "123", idRicevuta: "abc", volte: 2, ricevuta: { importo: 1 } }],
    });
    expect((await json("GET", "/sandbox/scambi")).scambi).toMatchObject([
      { statoHttp: 401 },
      { parte: "ente", statoHttp: 201, richiesta: '{"importo":1}' },
      {},
    ]);
    await json("POST", "/sandbox/guasti", { parte: "ente", tipo: "rifiutato", volte: 1 });
    expect([(await put("Ente-2026")).status, (await put("Ente-2026")).status]).toEqual([500, 201]);
  });
});

describe("le pagine", () => {
  it.each(["/", "/sandbox", "/openapi/pendenze", "/sandbox/valori", "/sandbox/callback"])(
    "%s è in italiano, senza nulla che venga da fuori",
    async (percorso) => {
      const risposta = await chiedi("GET", percorso);
      const pagina = await risposta.text();
      expect(risposta.status).toBe(200);
      expect(pagina).toContain('<html lang="it">');
      expect([...pagina.matchAll(/(?:src|href)="(https?:)?\/\/[^"]+"/g)]).toEqual([]);
      expect(risposta.headers.get("content-security-policy")).toContain("default-src 'none'");
      for (const [, indirizzo = ""] of pagina.matchAll(/(?:src|href)="(\/sandbox\/statici\/[^"]+)"/g))
        expect((await chiedi("GET", indirizzo)).status).toBe(200);
    },
  );

  it.each([
    "/sandbox/statici/../index.ts",
    "/sandbox/statici/%2e%2e%2findex.ts",
    "/sandbox/statici/fonts/..%2f..%2fpackage.json",
    "/sandbox/statici/package.json",
    "/sandbox/statici/",
    "/openapi/inventata",
    "/openapi/pendenze/inventata.html",
    "/openapi/postman/..%2fpendenze.json",
    "/openapi/client/..%2f..%2fpackage.json",
    "/openapi/pendenze%2f..",
    "/sandbox/inventata",
    "/sandbox/%zz",
  ])("%s non c'è", async (percorso) => {
    expect((await chiedi("GET", percorso)).status).toBe(404);
  });

  it("la pagina di un altro sito non comanda la macchina", async () => {
    const da = async (origin: string) =>
      (await fetch(`${gateway.baseUrl}/sandbox/guasti`, { method: "DELETE", headers: { origin } })).status;
    expect([await da("https://altro.example"), await da("null"), await da(gateway.baseUrl)]).toEqual([403, 403, 200]);
  });

  it("un metodo non previsto è 405 e ciò che non è della sandbox resta al gateway", async () => {
    expect((await chiedi("PATCH", "/sandbox/orologio")).status).toBe(405);
    expect((await chiedi("GET", "/pendenze/v2/inventata")).headers.get("content-type")).toBeNull();
  });
});

describe("l'anagrafica dimostrativa", () => {
  it("si scrive con PUT di amministratore, ogni cosa dopo quelle da cui dipende, quante volte si vuole", async () => {
    await seed({ baseUrl: gateway.baseUrl });
    await seed({ baseUrl: gateway.baseUrl });
    const percorsi = gateway.put.map(({ percorso }) => percorso);
    const posto = (percorso: string) => percorsi.indexOf(percorso);
    for (const { idDominio, conti, entrate } of CREDITORI) {
      expect(posto(`/intermediari/99001122334/stazioni/${STAZIONE.idStazione}`)).toBeLessThan(posto(`/domini/${idDominio}`));
      for (const { iban } of conti)
        expect(posto(`/domini/${idDominio}/contiAccredito/${iban}`)).toBeGreaterThan(posto(`/domini/${idDominio}`));
      for (const [id, iban] of entrate) {
        expect(posto(`/domini/${idDominio}/entrate/${id}`)).toBeGreaterThan(posto(`/domini/${idDominio}/contiAccredito/${iban}`));
        expect(posto(`/domini/${idDominio}/entrate/${id}`)).toBeGreaterThan(posto(`/entrate/${id}`));
        expect(posto(`/domini/${idDominio}/tipiPendenza/${id}`)).toBeGreaterThan(posto(`/tipiPendenza/${id}`));
      }
    }
    expect(new Set(gateway.put.map(({ authorization }) => authorization))).toEqual(
      new Set([`Basic ${Buffer.from("amministratore:Fiorino-2026").toString("base64")}`]),
    );
  });

  it("ogni PUT è come il contratto del Backoffice la vuole", async () => {
    await seed({ baseUrl: gateway.baseUrl });
    const scritture = operazioniBackoffice.filter(({ method }) => method === "PUT");
    for (const { percorso, corpo } of gateway.put) {
      const parti = percorso.split("/");
      const operazione = scritture.find(({ path }) => {
        const attese = path.split("/");
        return attese.length === parti.length && attese.every((attesa, posto) => attesa.startsWith("{") || attesa === parti[posto]);
      });
      expect(operazione?.body?.safeParse(JSON.parse(corpo)), percorso).toMatchObject({ success: true });
    }
  });

  it("ha codici e IBAN che tornano", () => {
    const luhn = (codice: string) =>
      [...codice].reduce(
        (somma, cifra, posto) =>
          somma + (posto % 2 === 0 ? Number(cifra) : Number(cifra) * 2 > 9 ? Number(cifra) * 2 - 9 : Number(cifra) * 2),
        0,
      ) % 10;
    const resto97 = (iban: string) =>
      [...(iban.slice(4) + iban.slice(0, 4))].reduce((resto, c) => Number(`${resto}${Number.parseInt(c, 36)}`) % 97, 0);
    for (const { idDominio, conti } of CREDITORI) {
      expect(luhn(idDominio)).toBe(0);
      for (const { iban, postale } of conti) {
        expect([iban.length, resto97(iban)]).toEqual([27, 1]);
        expect(iban.slice(5, 10) === "07601").toBe(postale);
      }
    }
  });

  it("l'amministratore iniziale è quello delle credenziali mostrate", async () => {
    expect(await verifyPassword(AMMINISTRATORE.password, AMMINISTRATORE_INIZIALE.hash)).toBe(true);
    expect(AMMINISTRATORE_INIZIALE.principal).toBe(AMMINISTRATORE.username);
  });

  it("ripete il passo che ha trovato la funzione ferma", async () => {
    gateway.guasti.push("/entrate/TARI", "/entrate/TARI");
    await seed({ baseUrl: gateway.baseUrl });
    expect(gateway.put.filter(({ percorso }) => percorso === "/entrate/TARI")).toHaveLength(3);
  });

  it("nomina il passo rifiutato", async () => {
    await expect(seed({ baseUrl: `${gateway.baseUrl}/inesistente` })).rejects.toThrow("PUT /backoffice/v1/");
  });
});
