import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { PrezzoNotifica } from "../../domain/pendenze/notifica-send.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { DomandaPrezzo, PrezzoMancato } from "../../ports/send.ts";
import { ensureAttuale } from "./ensure-attuale.ts";
import { createReadNotificaSend } from "./read-notifica-send.ts";

const PREZZO: PrezzoNotifica = { iun: "AAAA-BBBB-CCCC-202611-D-1", totale: 854n, quotaSend: 100n, cartaceo: 618n, iva: 22 };
const PRIMA = buildPendenza();
const POSTO = { idDominio: PRIMA.idDominio, iuv: PRIMA.iuv };
const SEZIONE = { abilitato: true, url: "https://send.example", enti: [{ idDominio: PRIMA.idDominio, segreto: "segreto:send" }] };

const createMondo = async (altro: Partial<Pendenza> = {}, sezione: Record<string, unknown> = SEZIONE) => {
  const memoria = await createMemoria();
  const chiesti: DomandaPrezzo[] = [];
  let risposta: Esito<PrezzoNotifica, PrezzoMancato> = ok(PREZZO);
  const read = createReadNotificaSend({
    ...{ posizioni: memoria.posizioni, unitOfWork: memoria.unitOfWork, clock: memoria.clock, ids: memoria.ids },
    anagrafiche: { getSezione: async () => sezione },
    send: {
      getPrezzo: async (domanda) => {
        chiesti.push(domanda);
        return risposta;
      },
    },
  });
  await memoria.store({
    ...{ azione: "crea", entita: "pendenza" },
    valore: buildPendenza({ versione: 0, notificaSend: { aggiungiCosto: true }, ...altro }),
  });
  const attualizza = {
    ofAvviso: async () => ({ esito: "non-prevista", mandatoria: false }) as const,
    ofPendenza: async () => ({ esito: "non-prevista", mandatoria: false }) as const,
    ofNotifica: read,
  };
  const pendenza = async (): Promise<Pendenza> => {
    const letta = await memoria.posizioni.getPendenza(POSTO);
    if (!letta) throw new Error("manca la pendenza");
    return letta;
  };
  const storia = () => memoria.deposito.all("archivio").filter(({ evento }) => evento === "costoNotifica");
  return {
    ...{ memoria, chiesti, pendenza, storia },
    answer: (nuova: typeof risposta): void => {
      risposta = nuova;
    },
    /** As somebody who wants to pay finds it. */
    pay: async (): Promise<Pendenza> => {
      const attuale = await ensureAttuale(attualizza, await pendenza(), "2026-11-25", "t1");
      if (!attuale.ok) throw new Error(attuale.errore.codice);
      return attuale.valore;
    },
  };
};

const somma = ({ voci }: Pendenza): bigint => voci.reduce((totale, { importo }) => totale + importo, 0n);

describe("the cost of a notification", () => {
  it("is read when somebody asks to pay, added once, told apart, and written on the debt", async () => {
    const { pay, pendenza, chiesti, storia } = await createMondo();
    const letta = await pay();
    await pay();
    expect(chiesti).toEqual([
      { url: "https://send.example", apiKey: "segreto:send", idDominio: PRIMA.idDominio, numeroAvviso: PRIMA.numeroAvviso },
    ]);
    expect(letta).toEqual(await pendenza());
    expect([letta.importo, somma(letta), letta.notificaSend?.costoApplicato]).toEqual([PRIMA.importo + 854n, somma(PRIMA) + 854n, 854n]);
    expect(letta.voci[0]?.metadata).toContainEqual({ key: "COSTO_NOTIFICA", value: "8.54" });
    expect(storia()).toHaveLength(1);
  });

  it("follows what SEND says after a while, up and down", async () => {
    const { pay, answer, memoria, chiesti } = await createMondo();
    await pay();
    for (const totale of [1_200n, 0n]) {
      answer(ok({ ...PREZZO, totale }));
      memoria.clock.set(new Date(Date.parse(memoria.clock.now()) + 61 * 60_000).toISOString());
      const letta = await pay();
      expect([letta.importo, somma(letta)]).toEqual([PRIMA.importo + totale, somma(PRIMA) + totale]);
      expect(letta.voci[0]?.metadata?.some(({ key }) => key === "COSTO_NOTIFICA") ?? false).toBe(totale > 0n);
    }
    expect(chiesti).toHaveLength(3);
  });

  it("is only shown where the creditor does not want it in the amount", async () => {
    const { pay } = await createMondo({ notificaSend: { iun: PREZZO.iun } });
    const letta = await pay();
    expect([letta.importo, letta.notificaSend?.prezzo?.totale, letta.notificaSend?.costoApplicato]).toEqual([
      PRIMA.importo,
      854n,
      undefined,
    ]);
  });

  it.each<[string, Esito<PrezzoNotifica, PrezzoMancato>]>([
    ["SEND does not answer", ko({ causa: "guasto", dettaglio: "SEND: tempo" })],
    ["SEND does not know the notice", ko({ causa: "assente", dettaglio: "SEND non conosce una notifica" })],
    ["SEND answers of another notification", ok({ ...PREZZO, iun: "ALTRA" })],
  ])("stays as it was, with a line in the journal, when %s", async (_nome, risposta) => {
    const { pay, answer, memoria } = await createMondo({ notificaSend: { iun: PREZZO.iun, aggiungiCosto: true } });
    answer(risposta);
    expect((await pay()).importo).toBe(PRIMA.importo);
    const eventi = memoria.deposito.all("eventi").filter(({ tipoEvento }) => tipoEvento === "retrieveNotificationPrice");
    expect(eventi.map(({ esito }) => esito)).toEqual([risposta.ok || risposta.errore.causa === "assente" ? "KO" : "FAIL"]);
  });

  it.each<[string, Partial<Pendenza>, Record<string, unknown>]>([
    ["a debt paid", { stato: "ESEGUITA" }, SEZIONE],
    ["an installation without SEND", {}, {}],
    ["SEND switched off", {}, { ...SEZIONE, abilitato: false }],
    ["a creditor without a key", {}, { ...SEZIONE, enti: [{ idDominio: "99999999999", segreto: "segreto:x" }] }],
  ])("is not asked of %s", async (_nome, altro, sezione) => {
    const { pay, chiesti } = await createMondo(altro, sezione);
    await pay();
    expect(chiesti).toHaveLength(0);
  });

  it("is not asked of a debt that does not say so", async () => {
    const { pay, chiesti, pendenza, memoria } = await createMondo();
    const { notificaSend: _tolta, ...resto } = await pendenza();
    await memoria.store({ azione: "sostituisci", entita: "pendenza", valore: resto });
    await pay();
    expect(chiesti).toHaveLength(0);
  });

  it("is written once by two that pay at the same time, and read again after an interruption", async () => {
    const { pay, pendenza, memoria, storia } = await createMondo();
    memoria.observe(({ operazione }) => {
      if (operazione === "commit") throw new Error("kill -9");
    });
    await pay().catch(() => undefined);
    memoria.observe(() => {});
    expect((await pendenza()).importo).toBe(PRIMA.importo);
    await Promise.all([pay(), pay()]);
    expect([(await pendenza()).importo, storia().length]).toEqual([PRIMA.importo + 854n, 1]);
  });
});
