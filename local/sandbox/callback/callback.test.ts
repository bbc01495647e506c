/** The calls received as a person sees them: what came, what was answered, what the signature is worth; and the application that answers badly on purpose. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signWebhook } from "../../../shared/adapters/sistema/firma-webhook.ts";
import { basic, ENTE } from "../credenziali.ts";
import { type Banco, COMUNE, type Oggetto, openBanco } from "../prove/banco.ts";
import { SEGRETO_FINTO } from "../prove/gateway-finto.ts";
import { createDiario, MASSIME_CHIAMATE, MASSIMO_CORPO_MOSTRATO, TIPI_CHIAMATA } from "./diario.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const chi = { authorization: basic(ENTE) };
const ricevuta = (iuv = "01", corpo: unknown = { importo: 1 }, intestazioni: Record<string, string> = chi) =>
  banco.chiedi("PUT", `/sandbox/ente/ricevute/${COMUNE}/${iuv}/abc?idSession=x`, corpo, intestazioni);
const chiamate = async (filtro = ""): Promise<Oggetto[]> =>
  Object.values((await banco.json("GET", `/sandbox/callback/chiamate${filtro}`)).corpo["risultati"] ?? {});
const pagina = async (query = "") => (await banco.chiedi("GET", `/sandbox/callback${query}`)).text();
const premi = (comando: string, modulo: Record<string, string> = {}) =>
  banco.chiedi("POST", `/sandbox/callback/${comando}`, new URLSearchParams(modulo).toString(), {
    "content-type": "application/x-www-form-urlencoded",
  });

const EVENTO = JSON.stringify({ type: "it.fiorino.ricevuta.acquisita", subject: "0101", data: { importo: 12.5 } });
const webhook = (altro: { segreto?: string; vecchio?: number; corpo?: string; idAbbonamento?: string } = {}) => {
  const { segreto = SEGRETO_FINTO, vecchio = 0, corpo = EVENTO, idAbbonamento = "sandbox" } = altro;
  const secondi = Math.floor(banco.contesto.ora() / 1000) - vecchio;
  return banco.chiedi("POST", `/sandbox/callback/webhook/${idAbbonamento}`, corpo, {
    ...{ "webhook-id": "e-1", "webhook-timestamp": String(secondi) },
    "webhook-signature": signWebhook("e-1", secondi, EVENTO, [segreto]),
  });
};

describe("le chiamate ricevute", () => {
  it("sono in ordine dalla più recente, con ciò che è arrivato e ciò che si è risposto, senza i segreti", async () => {
    await ricevuta("01", { importo: 1 }, { ...chi, "x-api-key": "chiave-segreta" });
    await ricevuta("02", { importo: 2 }, { authorization: basic({ username: "altri", password: "sbagliata" }) });
    await ricevuta("01");
    const [ultima, seconda, prima] = await chiamate();
    expect(ultima).toMatchObject({ tipo: "ricevute", debito: "01", stato: 201, volta: 2, corpo: '{"importo":1}' });
    expect(seconda).toMatchObject({ debito: "02", stato: 401, volta: 1 });
    expect(prima).toMatchObject({ metodo: "PUT", indirizzo: `/sandbox/ente/ricevute/${COMUNE}/01/abc?idSession=x` });
    const intestazioni = JSON.stringify([prima?.["intestazioni"], seconda?.["intestazioni"]]);
    expect(intestazioni).toContain('["authorization","Basic •••"]');
    for (const segreto of [ENTE.password, "chiave-segreta", chi.authorization.slice(6)]) expect(intestazioni).not.toContain(segreto);
  });

  it("si scelgono per genere e per debito, anche con il numero avviso", async () => {
    await banco.parti.subscribe();
    await ricevuta("01000000000000133");
    await ricevuta("02");
    await webhook();
    expect(await chiamate("?tipo=webhook")).toMatchObject([{ tipo: "webhook", debito: "0101" }]);
    expect(await chiamate("?debito=301000000000000133")).toMatchObject([{ debito: "01000000000000133" }]);
    expect(await chiamate("?tipo=webhook&debito=02")).toEqual([]);
    expect((await banco.chiedi("GET", "/sandbox/callback?tipo=inventato")).status).toBe(400);
  });

  it("hanno un nome, quale che sia il genere", async () => {
    const testo = await pagina();
    for (const tipo of TIPI_CHIAMATA) expect(testo).toMatch(new RegExp(`<option value="${tipo}">[A-Z]`));
    // Every kind that the creditor's system takes can be chosen.
    for (const { metodo, parti } of banco.parti.rotte.filter((rotta) => rotta.parti[1] === "ente" && rotta.metodo !== "GET")) {
      const percorso = `/${parti.map((parte) => (parte.startsWith("{") ? COMUNE : parte)).join("/")}`;
      if (!/debiti|comportamento/.test(percorso)) await banco.chiedi(metodo, percorso, { idDominio: COMUNE }, chi);
    }
    const tipi = new Set((await chiamate()).map((voce) => String(voce["tipo"])));
    expect([...tipi].filter((tipo) => !TIPI_CHIAMATA.some((noto) => noto === tipo))).toEqual([]);
    expect(tipi.size).toBe(TIPI_CHIAMATA.length - 1);
  });

  it("la pagina le mostra leggibili e non interpreta ciò che vi è scritto", async () => {
    await ricevuta("01", { causale: "<script>alert(1)</script>" });
    const testo = await pagina();
    expect(testo).toContain("Ricevuta (EC v2)");
    expect(testo).toContain("{\n  &quot;causale&quot;: &quot;&lt;script&gt;");
    expect(testo).not.toContain("<script>alert");
  });

  it("si aggiorna da sola solo se lo si chiede, e va di pagina in pagina", async () => {
    for (let n = 0; n < 30; n += 1) await ricevuta(String(n));
    expect((await banco.chiedi("GET", "/sandbox/callback")).headers.get("refresh")).toBeNull();
    expect((await banco.chiedi("GET", "/sandbox/callback?aggiorna=si")).headers.get("refresh")).toBe("5");
    expect((await pagina()).match(/<details/g)).toHaveLength(25);
    const seconda = await pagina("?pagina=2");
    expect([seconda.match(/<details/g)?.length, seconda.includes("Pagina 2 di 2")]).toEqual([5, true]);
    expect(await pagina("?pagina=99")).toContain("Pagina 2 di 2");
  });

  it("sono le ultime, con l'inizio dei corpi lunghi", () => {
    const diario = createDiario(banco.contesto);
    const una = { tipo: "ricevute", ricevutaIl: "2026-01-01T00:00:00.000Z", metodo: "PUT", intestazioni: [], stato: 201, risposta: "" };
    for (let n = 1; n <= MASSIME_CHIAMATE + 3; n += 1) {
      const volta = diario.count(`k${n}`);
      diario.add({ ...una, indirizzo: `/${n}`, corpo: "x".repeat(40_000), byte: 40_000, chiave: `k${n}`, volta, millisecondi: 1 });
    }
    const tutte = diario.list({});
    expect([tutte.length, tutte[0]?.indirizzo, tutte.at(-1)?.indirizzo]).toEqual([MASSIME_CHIAMATE, `/${MASSIME_CHIAMATE + 3}`, "/4"]);
    expect(tutte[0]?.corpo).toHaveLength(MASSIMO_CORPO_MOSTRATO);
    // Forgotten with its call, and counted from the beginning; the one that is still there is not.
    expect([diario.count("k1"), diario.count("k4")]).toEqual([1, 2]);
  });
});

describe("l'abbonamento", () => {
  it("si fa da amministratore, una volta sola per indirizzo, e quando fallisce si rifà", async () => {
    const percorso = `/domini/${COMUNE}/abbonamenti/sandbox`;
    banco.gateway.guasti.push(percorso);
    await expect(banco.parti.subscribe()).rejects.toThrow("500");
    for (let volta = 1; volta <= 3; volta += 1) await banco.parti.subscribe();
    expect(banco.gateway.put.map((put) => put.percorso)).toEqual([percorso, percorso]);
    expect(JSON.parse(banco.gateway.put[1]?.corpo ?? "")).toMatchObject({
      url: `${banco.gateway.baseUrl}/sandbox/callback/webhook/sandbox`,
    });
  });

  it.each<[string, Parameters<typeof webhook>[0], number, string]>([
    ["giusto", {}, 200, "VALIDA"],
    ["con un'altra chiave", { segreto: `whsec_${Buffer.alloc(32, 1).toString("base64")}` }, 401, "NON_VALIDA"],
    ["cambiato per strada", { corpo: EVENTO.replace("12.5", "1") }, 401, "NON_VALIDA"],
    ["vecchio di sei minuti", { vecchio: 360 }, 401, "TROPPO_VECCHIA"],
    ["di un futuro lontano", { vecchio: -360 }, 401, "TROPPO_VECCHIA"],
    ["di un altro abbonamento", { idAbbonamento: "mio" }, 200, "SEGRETO_SCONOSCIUTO"],
  ])("di un webhook %s dice se la firma vale", async (_caso, altro, stato, firma) => {
    await banco.parti.subscribe();
    expect((await webhook(altro)).status).toBe(stato);
    expect(await chiamate()).toMatchObject([{ tipo: "webhook", firma, stato }]);
  });

  it("senza firma non è creduto; con il segreto incollato nella pagina un altro abbonamento si verifica", async () => {
    expect((await banco.chiedi("POST", "/sandbox/callback/webhook/mio", EVENTO)).status).toBe(401);
    expect((await premi("segreti", { idAbbonamento: "mio", segreto: "corto" })).status).toBe(400);
    expect((await premi("segreti", { idAbbonamento: "mio", segreto: SEGRETO_FINTO })).status).toBe(303);
    await webhook({ idAbbonamento: "mio" });
    expect(await chiamate()).toMatchObject([{ firma: "VALIDA" }, { firma: "ASSENTE" }]);
    expect(await pagina()).not.toContain(SEGRETO_FINTO);
  });
});

describe("le risposte chieste", () => {
  it.each([
    ["500", 500],
    ["422", 422],
    ["401", 401],
  ])("risponde %s per le prossime chiamate, poi come deve", async (come, stato) => {
    expect((await premi("maniera", { come, volte: "2" })).headers.get("location")).toBe("/sandbox/callback");
    expect(await pagina()).toContain(`risponde ${stato}, ancora per 2 chiamate`);
    expect([(await ricevuta()).status, (await ricevuta()).status, (await ricevuta()).status]).toEqual([stato, stato, 201]);
    expect((await chiamate()).map((voce) => voce["stato"])).toEqual([201, stato, stato]);
  });

  it("torna normale prima, se glielo si dice", async () => {
    await banco.json("POST", "/sandbox/callback/maniera", { tipo: "errore", stato: 503, volte: 9 });
    await premi("normale");
    expect((await ricevuta()).status).toBe(201);
  });

  it("è lento quanto si vuole, e chi non attende non è servito", async () => {
    await banco.json("POST", "/sandbox/callback/maniera", { tipo: "lento", millisecondi: 150, volte: 1 });
    expect((await ricevuta()).status).toBe(201);
    await banco.json("POST", "/sandbox/callback/maniera", { tipo: "lento", millisecondi: 60_000, volte: 1 });
    const percorso = `${banco.gateway.baseUrl}/sandbox/ente/ricevute/${COMUNE}/09/abc`;
    await expect(fetch(percorso, { method: "PUT", body: "{}", headers: chi, signal: AbortSignal.timeout(1_000) })).rejects.toThrow();
    await expect.poll(async () => (await chiamate()).map((voce) => voce["stato"])).toEqual([0, 201]);
    expect((await banco.json("GET", "/sandbox/ente/ricevute")).corpo).toMatchObject({ numRisultati: 1 });
  });

  it("dice quale campo non va", async () => {
    const esito = await banco.json("POST", "/sandbox/callback/maniera", { tipo: "errore", volte: 0 });
    expect([esito.stato, String(esito.corpo["errore"])]).toEqual([400, expect.stringMatching(/^volte: attese da 1 a 1000/)]);
    expect((await premi("maniera", { come: "inventata", volte: "1" })).status).toBe(400);
  });

  it("dimentica le chiamate", async () => {
    await ricevuta();
    await premi("dimentica");
    expect(await chiamate()).toEqual([]);
    await ricevuta();
    expect(await chiamate()).toMatchObject([{ volta: 1 }]);
  });
});
