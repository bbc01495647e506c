import { describe, expect, it } from "vitest";
import { ADESSO, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioComunicazioni } from "../../adapters/archivio/comunicazioni.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { idMessaggioPec, type RicevutaPec, type TipoRicevutaPec } from "../../domain/promemoria/ricevuta-pec.ts";
import type { Busta, EsitoCanale, EsitoMessaggio } from "../../ports/comunicazioni.ts";
import { createCheckComunicazione } from "./check-comunicazione.ts";
import { createGetComunicazioni } from "./get-comunicazioni.ts";
import { createPlanComunicazioni } from "./plan-comunicazioni.ts";
import { createRegisterRicevutaPec } from "./register-ricevuta-pec.ts";
import { releasePromemoria } from "./release-promemoria.ts";
import { createSendComunicazione } from "./send-comunicazione.ts";

const PRIMA = buildPendenza();
const POSTO = { idDominio: PRIMA.idDominio, iuv: PRIMA.iuv };
const AVVISO = { promemoriaAvviso: { abilitato: true } };
const CITTADINO = { identificativo: "RSSMRA80A01H501U", email: "mario@example.it" };
const OPERATORE: Chiamante = {
  ...{ tipo: "operatore", nome: "op", principal: "op", autodeterminazione: false, domini: "*", tipiPendenza: "*", acl: [] },
};

interface Mondo {
  readonly debitore?: Record<string, string>;
  readonly mail?: Record<string, unknown>;
  readonly appIO?: Record<string, unknown>;
  readonly caselle?: readonly { readonly idDominio: string }[];
  readonly apiKey?: string | null;
  readonly appIOAttiva?: boolean;
}

const createMondo = async ({
  debitore = {},
  mail = AVVISO,
  appIO = {},
  caselle = [{ idDominio: PRIMA.idDominio }],
  apiKey = "k",
  appIOAttiva = true,
}: Mondo = {}) => {
  const memoria = await createMemoria();
  const spediti: string[] = [];
  const risposte: Partial<Record<string, EsitoCanale>> = {};
  let detto: EsitoMessaggio = { esito: "riprova", dettaglio: "non si sa" };
  let chiesti = 0;
  const canale = (nome: string) => ({
    send: async (_busta: Busta): Promise<EsitoCanale> => {
      spediti.push(nome);
      return risposte[nome] ?? { esito: "spedito", idMessaggio: "M1" };
    },
  });
  const tipo: TipoPendenza = {
    ...{ versione: 1, idTipoPendenza: PRIMA.idTipoPendenza, descrizione: "Tassa", pagaTerzi: true, abilitato: true },
    configurazione: { avvisaturaMail: mail, avvisaturaAppIO: appIO },
  };
  const configurazione = { avvisaturaAppIO: apiKey === null ? {} : { apiKey } };
  const sezioni: Readonly<Record<string, Record<string, unknown>>> = {
    ...{ mailBatch: { abilitato: true }, appIOBatch: { abilitato: appIOAttiva }, pecBatch: { abilitato: true, caselle } },
  };
  const porte = {
    anagrafiche: {
      getCreditore: async (id: string) => {
        const creditore = await memoria.anagrafiche.getCreditore(id);
        const proprio = { versione: 1, idDominio: id, idTipoPendenza: tipo.idTipoPendenza, configurazione };
        return creditore && { ...creditore, tipiPendenza: [proprio] };
      },
      getTipoPendenza: async () => tipo,
      getSezione: async (nome: string) => sezioni[nome] ?? {},
    },
    ...{ unitOfWork: memoria.unitOfWork, clock: memoria.clock, ids: memoria.ids, print: async () => undefined },
    comunicazioni: new ArchivioComunicazioni(memoria.deposito),
    canali: { PEC: canale("PEC"), EMAIL: canale("EMAIL"), APP_IO: canale("APP_IO") },
    appIO: {
      findEsito: async () => {
        chiesti += 1;
        return detto;
      },
    },
  };
  const pendenza = buildPendenza({ debitore: { ...PRIMA.debitore, ...CITTADINO, ...debitore }, avvisatura: { impronta: "" }, versione: 0 });
  await memoria.store({ azione: "crea", entita: "pendenza", valore: pendenza });
  const [plan, send, check] = [createPlanComunicazioni(porte), createSendComunicazione(porte), createCheckComunicazione(porte)];
  const register = createRegisterRicevutaPec(porte);
  const tutti = async () => (await porte.comunicazioni.getPosizione(POSTO)).promemoria;
  const uno = async (id: string) => {
    const trovato = (await tutti()).find((p) => p.id === id);
    if (!trovato) throw new Error(`manca ${id}`);
    return trovato;
  };
  return {
    ...{ memoria, plan, spediti, tutti, uno, risposte, release: releasePromemoria(porte), get: createGetComunicazioni(porte) },
    send: async (id: string) => send({ ...POSTO, id, giro: (await uno(id)).giro }, memoria.traccia),
    tell: (nuovo: EsitoMessaggio): void => {
      detto = nuovo;
    },
    chiesti: () => chiesti,
    check: (controllo: number) => check({ ...POSTO, id: "AVVISO_PAGAMENTO.APP_IO", giro: 1, controllo }, memoria.traccia),
    ricevi: (ricevuta: Partial<RicevutaPec> & { readonly tipo: TipoRicevutaPec }, chiamante = OPERATORE) =>
      register(
        {
          ...{ errore: "nessuno", identificativo: "opec1", data: "2026-11-25T10:00:00.000Z" },
          idMessaggio: `${idMessaggioPec(`${POSTO.idDominio}.${POSTO.iuv}.AVVISO_PAGAMENTO.PEC.1`)}@pec.comune.example`,
          ...ricevuta,
        },
        chiamante,
        memoria.traccia,
      ),
    stati: async () => Object.fromEntries((await tutti()).map(({ canale: di, stato, recapito }) => [di, recapito?.stato ?? stato])),
    pianoChiesto: () => memoria.messaggi().filter(({ corpo }) => JSON.stringify(corpo).includes('"POSIZIONE"')).length,
  };
};

const PEC = { pec: "mario@pec.example" };

describe("which channel has a message", () => {
  it.each<[string, Mondo, string[]]>([
    ["certified mail where the debtor has it", { debitore: PEC }, ["PEC"]],
    ["mail when the creditor has no certified mailbox", { debitore: PEC, caselle: [] }, ["EMAIL"]],
    ["mail when the mailbox is of another creditor", { debitore: PEC, caselle: [{ idDominio: "99999999999" }] }, ["EMAIL"]],
    ["mail when the debtor has no certified address", {}, ["EMAIL"]],
    [
      "certified mail of a company, which App IO does not reach",
      { debitore: { ...PEC, identificativo: "01234567897" }, appIO: AVVISO },
      ["PEC"],
    ],
    ["App IO beside certified mail", { debitore: PEC, appIO: AVVISO }, ["PEC", "APP_IO"]],
    ["both, as GovPay, where nothing else is said", { appIO: AVVISO }, ["EMAIL", "APP_IO"]],
    ["App IO alone where mail is its reserve", { mail: { ...AVVISO, soloSeNonRaggiunto: true }, appIO: AVVISO }, ["APP_IO"]],
    [
      "mail where it is the reserve of what does not reach",
      { mail: { ...AVVISO, soloSeNonRaggiunto: true }, appIO: AVVISO, debitore: { identificativo: "01234567897" } },
      ["EMAIL"],
    ],
  ])("%s", async (_nome, mondo, attesi) => {
    const { plan, tutti, get } = await createMondo(mondo);
    await plan(POSTO);
    expect((await tutti()).map(({ canale }) => canale).toSorted()).toEqual(attesi.toSorted());
    // The preview says the same, and why of every channel that does not have it.
    const vista = await get(POSTO, OPERATORE);
    const anteprime = vista.ok ? vista.valore.anteprime.filter(({ voluto }) => voluto.tipo === "AVVISO_PAGAMENTO") : [];
    expect(
      anteprime
        .filter(({ voluto }) => voluto.voluto)
        .map(({ voluto }) => voluto.canale)
        .toSorted(),
    ).toEqual(attesi.toSorted());
    expect(anteprime.every(({ voluto }) => voluto.voluto || voluto.motivo.length > 10)).toBe(true);
  });

  it.each<["PEC" | "APP_IO", EsitoCanale, string[]]>([
    ["PEC", { esito: "rifiutato", dettaglio: "550" }, ["EMAIL", "PEC"]],
    ["APP_IO", { esito: "irraggiungibile", dettaglio: "senza app" }, ["APP_IO", "EMAIL"]],
    ["APP_IO", { esito: "rifiutato", dettaglio: "400" }, ["APP_IO", "EMAIL"]],
    // It may have arrived: nobody is told twice.
    ["APP_IO", { esito: "incerto", dettaglio: "silenzio" }, ["APP_IO"]],
    ["PEC", { esito: "incerto", dettaglio: "silenzio" }, ["PEC"]],
  ])("after %s ends as %o it is of %o", async (canale, esito, attesi) => {
    const mail = { ...AVVISO, soloSeNonRaggiunto: true };
    const mondo = await createMondo(canale === "PEC" ? { debitore: PEC } : { mail, appIO: AVVISO });
    mondo.risposte[canale] = esito;
    await mondo.plan(POSTO);
    await mondo.send(`AVVISO_PAGAMENTO.${canale}`);
    expect(mondo.pianoChiesto()).toBe(attesi.length);
    await mondo.plan(POSTO);
    await mondo.plan(POSTO);
    expect((await mondo.tutti()).map((p) => p.canale).toSorted()).toEqual(attesi);
  });

  it.each<[string, Mondo]>([
    ["that is switched off", { appIOAttiva: false }],
    ["of a creditor without a key", { apiKey: null }],
  ])("is not decided again and again by a channel %s, which is no reason for its reserve to wait", async (_nome, mondo) => {
    const { plan, send, tutti, pianoChiesto } = await createMondo({
      mail: { ...AVVISO, soloSeNonRaggiunto: true },
      appIO: AVVISO,
      ...mondo,
    });
    await plan(POSTO);
    expect((await tutti()).map(({ canale }) => canale).toSorted()).toEqual(["APP_IO", "EMAIL"]);
    await send("AVVISO_PAGAMENTO.APP_IO");
    expect([pianoChiesto(), (await tutti()).find(({ canale }) => canale === "APP_IO")?.stato]).toEqual([1, "ANNULLATO"]);
  });

  it("is not certified mail when the same message has left by mail", async () => {
    const { plan, send, tutti, memoria } = await createMondo();
    await plan(POSTO);
    await send("AVVISO_PAGAMENTO.EMAIL");
    const { pendenza } = await new ArchivioComunicazioni(memoria.deposito).getPosizione(POSTO);
    if (!pendenza) throw new Error("manca");
    await memoria.store({ azione: "sostituisci", entita: "pendenza", valore: { ...pendenza, debitore: { ...pendenza.debitore, ...PEC } } });
    await plan(POSTO);
    expect((await tutti()).map(({ canale }) => canale)).toEqual(["EMAIL"]);
  });
});

describe("the receipts of certified mail", () => {
  const SPEDITA = async () => {
    const mondo = await createMondo({ debitore: PEC });
    await mondo.plan(POSTO);
    await mondo.send("AVVISO_PAGAMENTO.PEC");
    return mondo;
  };

  it.each<[TipoRicevutaPec[], string, string[]]>([
    [["accettazione"], "ACCETTATO", ["PEC"]],
    [["accettazione", "avvenuta-consegna"], "RECAPITATO", ["PEC"]],
    [["avvenuta-consegna", "accettazione", "avvenuta-consegna"], "RECAPITATO", ["PEC"]],
    [["presa-in-carico", "preavviso-errore-consegna"], "SPEDITO", ["PEC"]],
    [["accettazione", "errore-consegna", "accettazione"], "NON_RECAPITATO", ["EMAIL", "PEC"]],
    [["non-accettazione"], "NON_RECAPITATO", ["EMAIL", "PEC"]],
    [["rilevazione-virus"], "NON_RECAPITATO", ["EMAIL", "PEC"]],
  ])("%o make it %s", async (tipi, stato, canali) => {
    const { ricevi, plan, stati, tutti } = await SPEDITA();
    for (const tipo of tipi) expect((await ricevi({ tipo })).ok).toBe(true);
    await plan(POSTO);
    expect([(await stati())["PEC"], (await tutti()).map(({ canale }) => canale).toSorted()]).toEqual([stato, canali]);
  });

  it("prove that a message left when nobody knew", async () => {
    const { plan, send, risposte, ricevi, uno } = await createMondo({ debitore: PEC });
    risposte["PEC"] = { esito: "incerto", dettaglio: "silenzio" };
    await plan(POSTO);
    await send("AVVISO_PAGAMENTO.PEC");
    await ricevi({ tipo: "accettazione" });
    expect(await uno("AVVISO_PAGAMENTO.PEC")).toMatchObject({ stato: "SPEDITO", recapito: { stato: "ACCETTATO" } });
  });

  it("of who may not see the debt, of another message or of an earlier sending find nothing to do", async () => {
    const { ricevi, uno } = await SPEDITA();
    const altro: Chiamante = { ...OPERATORE, domini: [{ idDominio: "99999999999" }] };
    const id = (testo: string) => ({ idMessaggio: `${idMessaggioPec(testo)}@x` });
    const esiti = await Promise.all([
      ricevi({ tipo: "avvenuta-consegna" }, altro),
      ricevi({ tipo: "avvenuta-consegna", idMessaggio: "qualcosa@altrove" }),
      ricevi({ tipo: "avvenuta-consegna", ...id(`${POSTO.idDominio}.${POSTO.iuv}.AVVISO_PAGAMENTO.EMAIL.1`) }),
      ricevi({ tipo: "avvenuta-consegna", ...id(`${POSTO.idDominio}.${POSTO.iuv}.AVVISO_PAGAMENTO.PEC.7`) }),
    ]);
    expect(esiti.map((esito) => (esito.ok ? "ok" : esito.errore.codice))).toEqual(["NON_TROVATO", "NON_TROVATO", "NON_TROVATO", "ok"]);
    expect((await uno("AVVISO_PAGAMENTO.PEC")).recapito).toBeUndefined();
  });

  it("twice at the same time are written once", async () => {
    const { ricevi, memoria } = await SPEDITA();
    await Promise.all([ricevi({ tipo: "avvenuta-consegna" }), ricevi({ tipo: "avvenuta-consegna" })]);
    await ricevi({ tipo: "avvenuta-consegna" });
    const storia = memoria.deposito.all("archivio").filter(({ sk, evento }) => sk.startsWith("STORIA#") && evento === "recapito");
    expect(storia).toHaveLength(1);
  });
});

describe("what became of a message of App IO", () => {
  const SPEDITO = async () => {
    const mondo = await createMondo({ appIO: AVVISO, mail: { ...AVVISO, soloSeNonRaggiunto: true } });
    await mondo.plan(POSTO);
    await mondo.send("AVVISO_PAGAMENTO.APP_IO");
    return mondo;
  };
  const esitiInCoda = (mondo: Awaited<ReturnType<typeof SPEDITO>>) =>
    mondo.memoria.messaggi().filter(({ corpo }) => JSON.stringify(corpo).includes('"ESITO"'));

  it("is asked when its time comes, and written", async () => {
    const mondo = await SPEDITO();
    await mondo.release();
    expect(esitiInCoda(mondo)).toHaveLength(0);
    mondo.memoria.clock.set("2026-11-25T09:10:00.000Z");
    await mondo.release();
    expect(esitiInCoda(mondo).map(({ corpo }) => corpo)).toEqual([
      { tipo: "ESITO", ...POSTO, id: "AVVISO_PAGAMENTO.APP_IO", giro: 1, controllo: 0 },
    ]);
    mondo.tell({ esito: "noto", stato: "RECAPITATO", letto: false });
    await mondo.check(0);
    expect(await mondo.uno("AVVISO_PAGAMENTO.APP_IO")).toMatchObject({ stato: "SPEDITO", controlli: 1, recapito: { letto: false } });
    mondo.tell({ esito: "noto", stato: "RECAPITATO", letto: true });
    await mondo.check(1);
    const letto = await mondo.uno("AVVISO_PAGAMENTO.APP_IO");
    expect(letto.recapito).toEqual({ stato: "RECAPITATO", data: "2026-11-25T09:10:00.000Z", letto: true });
    // Nothing more to know: nobody waits for it.
    mondo.memoria.clock.set("2027-11-25T09:10:00.000Z");
    await mondo.release();
    expect(esitiInCoda(mondo)).toHaveLength(2);
  });

  it("told twice is asked once", async () => {
    const mondo = await SPEDITO();
    mondo.tell({ esito: "noto", stato: "RECAPITATO" });
    await mondo.check(0);
    await mondo.check(0);
    await mondo.check(3);
    expect(mondo.chiesti()).toBe(1);
  });

  it("is asked five times at most when nobody knows", async () => {
    const mondo = await SPEDITO();
    for (let i = 0; i < 8; i++) {
      mondo.memoria.clock.set(new Date(Date.parse(ADESSO) + (i + 1) * 7 * 86_400_000).toISOString());
      await mondo.release();
      if (esitiInCoda(mondo).length > i) await mondo.check(i);
    }
    expect([mondo.chiesti(), esitiInCoda(mondo).length]).toEqual([5, 5]);
    expect((await mondo.uno("AVVISO_PAGAMENTO.APP_IO")).stato).toBe("SPEDITO");
  });

  it("refused, gives way to mail", async () => {
    const mondo = await SPEDITO();
    mondo.tell({ esito: "noto", stato: "NON_RECAPITATO", dettaglio: "App IO non l'ha recapitato (REJECTED)" });
    await mondo.check(0);
    await mondo.plan(POSTO);
    expect((await mondo.tutti()).map(({ canale, stato }) => [canale, stato])).toEqual([
      ["APP_IO", "FALLITO"],
      ["EMAIL", "DA_SPEDIRE"],
    ]);
  });

  it("interrupted after the question, is asked again", async () => {
    const mondo = await SPEDITO();
    mondo.tell({ esito: "noto", stato: "RECAPITATO" });
    mondo.memoria.observe(({ operazione }) => {
      if (operazione === "commit") throw new Error("kill -9");
    });
    await mondo.check(0).catch(() => undefined);
    mondo.memoria.observe(() => {});
    await mondo.check(0);
    expect([mondo.chiesti(), (await mondo.uno("AVVISO_PAGAMENTO.APP_IO")).recapito?.stato]).toEqual([2, "RECAPITATO"]);
  });
});
