import { describe, expect, it } from "vitest";
import { ADESSO, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioComunicazioni } from "../../adapters/archivio/comunicazioni.ts";
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Promemoria } from "../../domain/promemoria/promemoria.ts";
import type { Busta, EsitoCanale } from "../../ports/comunicazioni.ts";
import { createPlanComunicazioni } from "./plan-comunicazioni.ts";
import { releasePromemoria } from "./release-promemoria.ts";
import { createSendComunicazione } from "./send-comunicazione.ts";

const base64 = (testo: string): string => Buffer.from(testo, "utf8").toString("base64");
const SI = { abilitato: true };
const TUTTI = { promemoriaAvviso: SI, promemoriaScadenza: SI, promemoriaRicevuta: SI };
const EMAIL = "mario.rossi@example.it";
const [PRIMA] = [buildPendenza()];
const POSTO = { idDominio: PRIMA.idDominio, iuv: PRIMA.iuv };

const createMondo = async (
  avvisaturaMail: Record<string, unknown> = TUTTI,
  altro: Partial<Pendenza> = {},
  { appIO = {}, canali = true }: { appIO?: Record<string, unknown>; canali?: boolean } = {},
) => {
  const memoria = await createMemoria();
  const spediti: Busta[] = [];
  let risposta: () => EsitoCanale = () => ({ esito: "spedito", idMessaggio: "M1" });
  const canale = {
    send: async (busta: Busta) => {
      spediti.push(busta);
      return risposta();
    },
  };
  const sezioni: Readonly<Record<string, Record<string, unknown>>> = canali ? { mailBatch: SI, appIOBatch: SI } : {};
  const tipo: TipoPendenza = {
    ...{ versione: 1, idTipoPendenza: PRIMA.idTipoPendenza, descrizione: "Tassa", pagaTerzi: true, abilitato: true },
    configurazione: { avvisaturaMail, avvisaturaAppIO: appIO },
  };
  const anagrafiche = {
    getCreditore: async (id: string) => {
      const creditore = await memoria.anagrafiche.getCreditore(id);
      const proprio = {
        versione: 1,
        idDominio: id,
        idTipoPendenza: tipo.idTipoPendenza,
        configurazione: { avvisaturaAppIO: { apiKey: "k" } },
      };
      return creditore && { ...creditore, tipiPendenza: [proprio] };
    },
    getTipoPendenza: async () => tipo,
    getSezione: async (nome: string) => sezioni[nome] ?? {},
  };
  const porte = {
    ...{ anagrafiche, unitOfWork: memoria.unitOfWork, clock: memoria.clock, ids: memoria.ids },
    comunicazioni: new ArchivioComunicazioni(memoria.deposito),
    canali: { PEC: canale, EMAIL: canale, APP_IO: canale },
    print: async () => ({ nomeFile: "avviso.pdf", byte: Uint8Array.of(1) }),
  };
  const debitore = { ...PRIMA.debitore, email: EMAIL };
  const pendenza = buildPendenza({ debitore, avvisatura: { impronta: "" }, versione: 0, ...altro });
  await memoria.store({ azione: "crea", entita: "pendenza", valore: pendenza });
  const plan = createPlanComunicazioni(porte);
  const send = createSendComunicazione(porte);
  const promemoria = async (): Promise<readonly Promemoria[]> => (await porte.comunicazioni.getPosizione(POSTO)).promemoria;
  const richiesta = async (id: string) => {
    const uno = (await promemoria()).find((p) => p.id === id);
    if (!uno) throw new Error(`manca ${id}`);
    return { ...POSTO, id, giro: uno.giro };
  };
  return {
    ...{ memoria, plan, spediti, promemoria, porte },
    send: async (id = "AVVISO_PAGAMENTO.EMAIL") => send(await richiesta(id), memoria.traccia),
    release: releasePromemoria(porte),
    answer: (nuova: () => EsitoCanale): void => {
      risposta = nuova;
    },
    change: async (campi: Partial<Pendenza>): Promise<void> => {
      const { pendenza: attuale } = await porte.comunicazioni.getPosizione(POSTO);
      if (!attuale) throw new Error("manca la pendenza");
      await memoria.store({ azione: "sostituisci", entita: "pendenza", valore: { ...attuale, ...campi } });
      await plan(POSTO);
    },
    stati: async () => Object.fromEntries((await promemoria()).map(({ id, stato }) => [id, stato])),
  };
};

describe("the messages of a debt", () => {
  it("are announced by the debt that changes, and only by what decides them", async () => {
    const { memoria, change } = await createMondo();
    const annunci = () =>
      memoria.messaggi().filter(({ coda, corpo }) => coda === "comunicazioni" && JSON.stringify(corpo).includes("POSIZIONE"));
    expect(annunci()).toEqual([{ coda: "comunicazioni", corpo: { tipo: "POSIZIONE", ...POSTO } }]);
    await change({ causale: "Un'altra" });
    expect(annunci()).toHaveLength(1);
    await change({ stato: "ANNULLATA" });
    expect(annunci()).toHaveLength(2);
  });

  it("are armed once, however many times it is told: the notice now, the reminder on its day", async () => {
    const { plan, promemoria, memoria } = await createMondo(TUTTI, { dataScadenza: "2026-12-31" });
    await Promise.all([plan(POSTO), plan(POSTO)]);
    await plan(POSTO);
    expect((await promemoria()).map(({ id, stato, quando }) => [id, stato, quando])).toEqual([
      ["AVVISO_PAGAMENTO.EMAIL", "DA_SPEDIRE", ADESSO],
      ["SCADENZA_AVVISO_PAGAMENTO.EMAIL", "DA_SPEDIRE", "2026-12-21T08:00:00.000Z"],
    ]);
    const invii = memoria.messaggi().filter(({ corpo }) => JSON.stringify(corpo).includes("INVIO"));
    expect(invii.map(({ corpo }) => corpo)).toEqual([{ tipo: "INVIO", ...POSTO, id: "AVVISO_PAGAMENTO.EMAIL", giro: 1 }]);
  });

  it.each<[string, Record<string, unknown>, Partial<Pendenza>, string[]]>([
    ["nothing when the type does not say so", {}, {}, []],
    ["no notice when it is inhibited", TUTTI, { avvisaturaInibita: true, dataScadenza: "2027-01-31" }, ["SCADENZA_AVVISO_PAGAMENTO.EMAIL"]],
    ["no e-mail without an address", TUTTI, { debitore: PRIMA.debitore }, []],
    ["no reminder just after the notice", TUTTI, { dataScadenza: "2026-11-30" }, ["AVVISO_PAGAMENTO.EMAIL"]],
    ["nothing of what has expired", TUTTI, { dataScadenza: "2026-11-20" }, []],
    ["nothing of who was anonymised", TUTTI, { anonimizzata: ADESSO }, []],
    ["the notice of its own day", { promemoriaAvviso: SI }, { dataNotificaAvviso: "2026-12-01" }, ["AVVISO_PAGAMENTO.EMAIL"]],
  ])("are %s", async (_nome, mail, pendenza, attesi) => {
    const { plan, promemoria } = await createMondo(mail, pendenza);
    await plan(POSTO);
    expect((await promemoria()).map(({ id }) => id)).toEqual(attesi);
  });

  it("are cancelled by an annulment and armed again by what brings the debt back, never twice once gone", async () => {
    const { plan, change, stati, send, spediti } = await createMondo(TUTTI, { dataScadenza: "2026-12-31" });
    await plan(POSTO);
    await send();
    await change({ stato: "ANNULLATA" });
    expect(await stati()).toEqual({ "AVVISO_PAGAMENTO.EMAIL": "SPEDITO", "SCADENZA_AVVISO_PAGAMENTO.EMAIL": "ANNULLATO" });
    await change({ stato: "NON_ESEGUITA" });
    expect(await stati()).toEqual({ "AVVISO_PAGAMENTO.EMAIL": "SPEDITO", "SCADENZA_AVVISO_PAGAMENTO.EMAIL": "DA_SPEDIRE" });
    expect(spediti).toHaveLength(1);
  });

  it("follow a new expiry, and the old day finds nothing to do", async () => {
    const { plan, change, promemoria, memoria, release, porte } = await createMondo(
      { promemoriaScadenza: SI },
      { dataScadenza: "2026-12-31" },
    );
    await plan(POSTO);
    await change({ dataScadenza: "2027-03-31" });
    expect((await promemoria()).map(({ quando, giro }) => [quando, giro])).toEqual([["2027-03-21T08:00:00.000Z", 2]]);
    memoria.clock.set("2026-12-22T09:00:00.000Z");
    expect(await release()).toEqual({ spediti: 1, elenchiRimasti: 0 });
    const send = createSendComunicazione(porte);
    const id = "SCADENZA_AVVISO_PAGAMENTO.EMAIL";
    expect(await send({ ...POSTO, id, giro: 1 }, memoria.traccia)).toEqual({ esito: "fatto" });
    expect((await promemoria())[0]?.stato).toBe("DA_SPEDIRE");
  });

  it("leave the lists of their day once, with two runs at the same time", async () => {
    const { plan, memoria, release } = await createMondo({ promemoriaScadenza: SI }, { dataScadenza: "2026-12-31" });
    await plan(POSTO);
    expect((await release()).spediti).toBe(0);
    memoria.clock.set("2026-12-21T08:00:00.000Z");
    const giri = await Promise.all([release(), release()]);
    expect(giri.reduce((somma, { spediti }) => somma + spediti, 0)).toBe(1);
    expect(memoria.messaggi().filter(({ corpo }) => JSON.stringify(corpo).includes("INVIO"))).toHaveLength(1);
  });

  it("tell of every receipt once", async () => {
    const { memoria, change, stati, spediti, send } = await createMondo({ promemoriaRicevuta: SI });
    const ricevuta = buildRicevuta({ ...POSTO, versione: 0 });
    await memoria.store({ azione: "crea", entita: "ricevuta", valore: ricevuta });
    await change({ stato: "ESEGUITA" });
    const id = `RICEVUTA_TELEMATICA.EMAIL.${ricevuta.idRicevuta}`;
    expect(await stati()).toEqual({ [id]: "DA_SPEDIRE" });
    await send(id);
    await send(id);
    expect(spediti.map(({ oggetto, pagamento }) => [oggetto.startsWith("Ricevuta di pagamento"), pagamento])).toEqual([[true, undefined]]);
  });

  it("announce a document once, with its first instalment", async () => {
    const documento = { identificativo: "DOC-1", descrizione: "Rate", rata: 1 };
    const { plan, promemoria, memoria, porte } = await createMondo({ promemoriaAvviso: SI }, { documento });
    await plan(POSTO);
    const altra = buildPendenza({
      ...{ versione: 0, idPendenza: "RATA-2", iuv: "01000000000000999", numeroAvviso: "301000000000000999", uuid: "u2" },
      ...{ documento: { ...documento, rata: 2 }, debitore: { ...PRIMA.debitore, email: EMAIL } },
    });
    await memoria.store({ azione: "crea", entita: "pendenza", valore: altra });
    await plan({ idDominio: altra.idDominio, iuv: altra.iuv });
    const sue = (await porte.comunicazioni.getPosizione({ idDominio: altra.idDominio, iuv: altra.iuv })).promemoria;
    expect([(await promemoria()).length, sue.length]).toEqual([1, 0]);
  });
});

describe("sending", () => {
  it("gives the channel the debt as it is, and writes what happened on it", async () => {
    const { plan, send, spediti, stati, memoria } = await createMondo();
    await plan(POSTO);
    memoria.richieste.length = 0;
    expect(await send()).toEqual({ esito: "fatto" });
    expect(spediti[0]).toMatchObject({ email: EMAIL, pagamento: { numeroAvviso: PRIMA.numeroAvviso, importo: PRIMA.importo } });
    expect(spediti[0]?.testo).toContain(PRIMA.numeroAvviso);
    expect(spediti[0]?.allegata?.nomeFile).toBe("avviso.pdf");
    expect(await stati()).toEqual({ "AVVISO_PAGAMENTO.EMAIL": "SPEDITO" });
    const storia = memoria.deposito.all("archivio").filter(({ sk }) => sk.startsWith("STORIA#"));
    expect(storia.map((voce) => voce["evento"])).toContain("promemoria");
    // Who sent what to whom is known by the debt: no address in the journal or in the message.
    const scritto = JSON.stringify([
      ...memoria.deposito.all("eventi"),
      ...memoria.deposito.all("archivio").filter(({ sk }) => sk !== "PENDENZA"),
    ]);
    expect(scritto).not.toContain(EMAIL);
  });

  it("happens once with two consumers at the same time", async () => {
    const { plan, send, spediti } = await createMondo();
    await plan(POSTO);
    await Promise.all([send(), send(), send()]);
    expect(spediti).toHaveLength(1);
  });

  it.each<[string, EsitoCanale, string, unknown]>([
    [
      "waits longer and longer when the channel is busy",
      { esito: "riprova", dettaglio: "451" },
      "DA_SPEDIRE",
      { esito: "riprova", secondi: 60 },
    ],
    [
      "waits as long as it is asked",
      { esito: "riprova", dettaglio: "429", secondi: 600 },
      "DA_SPEDIRE",
      { esito: "riprova", secondi: 600 },
    ],
    ["stops when it is refused", { esito: "rifiutato", dettaglio: "550" }, "FALLITO", { esito: "fatto" }],
    ["gives up who cannot be reached", { esito: "irraggiungibile", dettaglio: "senza app" }, "ANNULLATO", { esito: "fatto" }],
    ["never repeats what may have left", { esito: "incerto", dettaglio: "silenzio" }, "INCERTO", { esito: "fatto" }],
  ])("%s", async (_nome, esito, stato, atteso) => {
    const { plan, send, answer, stati, promemoria } = await createMondo();
    await plan(POSTO);
    answer(() => esito);
    expect(await send()).toEqual(atteso);
    expect(await stati()).toEqual({ "AVVISO_PAGAMENTO.EMAIL": stato });
    expect((await promemoria())[0]?.descrizioneStato).toBe("dettaglio" in esito ? esito.dettaglio : "");
  });

  it("fails after twelve attempts", async () => {
    const { plan, send, answer, stati } = await createMondo();
    await plan(POSTO);
    answer(() => ({ esito: "riprova", dettaglio: "451" }));
    const esiti = [];
    for (let i = 0; i < 12; i++) esiti.push((await send()).esito);
    expect([esiti.filter((esito) => esito === "riprova").length, (await stati())["AVVISO_PAGAMENTO.EMAIL"]]).toEqual([11, "FALLITO"]);
  });

  it.each([1, 2, 3])("interrupted at write %i, sends at most once and says when it does not know", async (quale) => {
    const { plan, send, spediti, memoria, stati } = await createMondo();
    await plan(POSTO);
    let scritture = 0;
    memoria.observe(({ operazione }) => {
      if (operazione === "commit" && ++scritture === quale) throw new Error("kill -9");
    });
    await send().catch(() => undefined);
    memoria.observe(() => {});
    const subito = await send();
    memoria.clock.set("2026-11-25T09:10:00.000Z");
    await send();
    expect(spediti.length).toBeLessThanOrEqual(1);
    const stato = (await stati())["AVVISO_PAGAMENTO.EMAIL"];
    expect([quale, subito.esito, stato]).toEqual(quale === 2 ? [2, "riprova", "INCERTO"] : [quale, "fatto", "SPEDITO"]);
  });

  it.each<[string, Partial<Pendenza>, string]>([
    ["paid", { stato: "ESEGUITA" }, "la pendenza è nello stato ESEGUITA"],
    ["expired", { dataScadenza: "2026-11-24" }, "la pendenza è scaduta"],
    ["without an address", { debitore: PRIMA.debitore }, "il debitore non ha un indirizzo e-mail"],
  ])("does not happen for a debt that is %s meanwhile", async (_nome, campi, motivo) => {
    const { plan, send, spediti, memoria, porte, promemoria } = await createMondo({ promemoriaAvviso: SI });
    await plan(POSTO);
    const { pendenza } = await porte.comunicazioni.getPosizione(POSTO);
    if (pendenza) await memoria.store({ azione: "sostituisci", entita: "pendenza", valore: { ...pendenza, ...campi } });
    await send();
    expect([spediti.length, (await promemoria())[0]?.descrizioneStato]).toEqual([0, motivo]);
  });

  it("says that the channel is off instead of keeping silent", async () => {
    const { plan, send, promemoria } = await createMondo(TUTTI, {}, { canali: false });
    await plan(POSTO);
    await send();
    expect((await promemoria())[0]).toMatchObject({
      stato: "ANNULLATO",
      descrizioneStato: "l'invio di e-mail non è abilitato nell'installazione",
    });
  });

  it.each<[string, string, RegExp]>([
    ["that loops", '<#list 1..100000 as i>${"x"}</#list>', /^modello: /],
    ["that is broken", "${pendenza.causale", /^modello: atteso/],
    ["that names what is not there", "${pendenza.inesistente}", /^modello: manca un valore/],
    ["that would run code", '<#assign x = "freemarker.template.utility.Execute"?new()>', /^modello: /],
  ])("stops at a template %s", async (_nome, messaggio, dettaglio) => {
    const { plan, send, spediti, promemoria } = await createMondo({ promemoriaAvviso: { ...SI, messaggio: base64(messaggio) } });
    await plan(POSTO);
    await send();
    expect(spediti).toHaveLength(0);
    expect((await promemoria())[0]).toMatchObject({ stato: "FALLITO", descrizioneStato: expect.stringMatching(dettaglio) });
  });

  it("writes with the template of the type, and App IO without the signs of its mark-up", async () => {
    const messaggio = base64("Gentile ${debitore.anagrafica}, per «${pendenza.causale}» deve ${importo} euro.");
    const appIO = { promemoriaAvviso: { ...SI, messaggio } };
    const causale = "<b>TARI</b> [clicca](https://truffa.example)";
    const { plan, send, spediti } = await createMondo({}, { causale }, { appIO });
    await plan(POSTO);
    await send("AVVISO_PAGAMENTO.APP_IO");
    expect(spediti[0]?.testo).toContain("«bTARI/b clicca(https: //truffa.example)»");
    expect(spediti[0]?.apiKey).toBe("k");
  });

  it("of a debt of prova are decided and never leave, nor are they tried again", async () => {
    const { plan, send, spediti, promemoria } = await createMondo(TUTTI, { prova: true });
    await plan(POSTO);
    await send();
    await plan(POSTO);
    expect(spediti).toEqual([]);
    const avviso = (await promemoria()).find(({ id }) => id === "AVVISO_PAGAMENTO.EMAIL");
    expect(avviso).toMatchObject({ stato: "ANNULLATO", descrizioneStato: expect.stringContaining("pendenza di prova") });
  });

  it("speaks the second language of the notice too", async () => {
    const { plan, send, spediti } = await createMondo(TUTTI, { proprieta: { linguaSecondaria: "de" } });
    await plan(POSTO);
    await send();
    expect(spediti[0]?.oggetto).toMatch(/^Avviso di pagamento \/ Zahlungsmitteilung: /);
  });
});
