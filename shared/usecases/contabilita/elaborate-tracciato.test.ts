/** The file of a layout comes out the same whatever happens to who makes it; runs are asked for once; callers get their own creditors and types only. */
import { describe, expect, it, vi } from "vitest";
import { ALTRA_APPLICAZIONE, APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildChiamante } from "../../../tests/sostegno/esempi.ts";
import { buildPagata, buildPendenzaRiga, buildRiga, buildRiscossione, storeFlusso } from "../../../tests/sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { createTracciatiContabili } from "../../adapters/archivio/tracciati-contabili.ts";
import { OggettiInMemoria } from "../../adapters/memory/oggetti.ts";
import { TRACCIATI_PREDEFINITI } from "../../domain/contabilita/tracciati/predefiniti.ts";
import {
  CONSEGNA_EMAIL,
  type EsecuzioneTracciato,
  type TracciatoContabile,
} from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { CONNETTORE_GOVPAY } from "../../domain/notifiche/invio-rendicontazioni.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { Busta, CanaleComunicazione } from "../../ports/comunicazioni.ts";
import type { TracciatoDaSpedire } from "../../ports/sistema-ente.ts";
import { createDeliverTracciato } from "../notifiche/deliver-tracciato.ts";
import { elaborateTracciato } from "./elaborate-tracciato.ts";
import { findAccertamenti, RISCOSSIONI_MASSIME, sumAccertamenti } from "./find-accertamenti.ts";
import { scheduleTracciati } from "./schedule-tracciati.ts";

const QUANTE = 3;
const ESECUZIONE: EsecuzioneTracciato = {
  ...{ versione: 0, id: "E1", idDominio: COMUNE, nome: "govpay-rendicontazione", stato: "IN_ATTESA", origine: "RICHIESTA" },
  ...{ da: "2026-11-01", a: "2026-11-30", mittente: buildChiamante(), dataRichiesta: ADESSO },
};
const CHIAVE = `contabilita/${COMUNE}/govpay-rendicontazione/govpay_rendicontazione_2026-11-01_2026-11-30.csv`;

const create = async (esecuzione: EsecuzioneTracciato = ESECUZIONE) => {
  const memoria = await createMemoria();
  for (let n = 1; n <= QUANTE; n += 1) await memoria.store(...buildPagata(n));
  await storeFlusso(memoria, [buildRiga(1)]);
  await memoria.store({ azione: "crea", entita: "esecuzioneTracciato", valore: esecuzione });
  const oggetti = new OggettiInMemoria();
  const tracciati = createTracciatiContabili(memoria.deposito);
  const porte = { ...memoria, registro: new ArchivioRegistro(memoria.deposito), oggetti, tracciati };
  return {
    memoria,
    oggetti,
    porte,
    elabora: () => elaborateTracciato(porte)(ESECUZIONE),
    leggi: () => tracciati.getEsecuzione(COMUNE, "E1"),
  };
};
const testoDi = (oggetti: OggettiInMemoria): string => new TextDecoder().decode(oggetti.contenuti.get(CHIAVE));

describe("il file di un tracciato", () => {
  it("è lo stesso, ucciso a qualunque richiesta e ripreso", async () => {
    const intero = await create();
    await intero.elabora();
    const atteso = testoDi(intero.oggetti);
    expect(atteso.split("\r\n")).toHaveLength(QUANTE + 2);
    const quante = intero.memoria.richieste.length;
    expect(quante).toBeGreaterThan(3);
    for (let morte = 1; morte <= quante; morte += 1) {
      const { memoria, oggetti, elabora, leggi } = await create();
      let fatte = 0;
      memoria.observe(() => {
        fatte += 1;
        if (fatte === morte) throw new Error("interrotta");
      });
      await elabora().catch(() => {});
      memoria.observe(() => {});
      await elabora();
      expect([testoDi(oggetti), (await leggi())?.stato, (await leggi())?.righe]).toEqual([atteso, "PRONTA", QUANTE]);
    }
  });

  it("due consumatori insieme lo fanno una volta, o due volte uguale", async () => {
    const { oggetti, elabora, leggi } = await create();
    await Promise.all([elabora(), elabora()]);
    expect([testoDi(oggetti).split("\r\n").length, (await leggi())?.stato]).toEqual([QUANTE + 2, "PRONTA"]);
  });

  it("ha solo ciò che vede chi lo ha chiesto", async () => {
    const { oggetti, elabora } = await create({ ...ESECUZIONE, mittente: buildChiamante({ tipiPendenza: ["MENSA"] }) });
    await elabora();
    expect(testoDi(oggetti).split("\r\n")).toHaveLength(2);
  });
});

const layout = TRACCIATI_PREDEFINITI[0]?.layout;
const pianificato = (nome: string, altro: Partial<TracciatoContabile> = {}): TracciatoContabile => {
  if (!layout) throw new Error("nessun tracciato predefinito");
  const pianificazione = { cadenza: "GIORNALIERA", ora: 6 } as const;
  return { ...{ versione: 0, idDominio: COMUNE, nome, abilitato: true, layout, mittente: buildChiamante() }, pianificazione, ...altro };
};

const conPosta = (anagrafiche: Memoria["anagrafiche"], abilitato: boolean) => ({
  getCreditore: (id: string) => anagrafiche.getCreditore(id),
  getApplicazione: (id: string) => anagrafiche.getApplicazione(id),
  getSezione: async () => ({ abilitato }),
});

const messaggiDi = (memoria: Memoria): number => memoria.messaggi().length;

describe("i tracciati pianificati", () => {
  it("si chiedono una volta per periodo, ucciso o ripetuto che sia il giro", async () => {
    const { memoria, porte } = await create();
    await memoria.store(
      { azione: "crea", entita: "tracciatoContabile", valore: pianificato("a") },
      { azione: "crea", entita: "tracciatoContabile", valore: pianificato("b") },
      { azione: "crea", entita: "tracciatoContabile", valore: pianificato("spento", { abilitato: false }) },
    );
    const giro = () => scheduleTracciati(porte)(memoria.traccia);
    memoria.richieste.length = 0;
    let scritture = 0;
    memoria.observe(({ operazione }) => {
      scritture += operazione === "commit" ? 1 : 0;
      if (operazione === "commit" && scritture === 2) throw new Error("interrotta");
    });
    await expect(giro()).rejects.toThrow("interrotta");
    memoria.observe(() => {});
    expect(await giro()).toEqual({ pianificati: 2, richieste: 1 });
    expect(await giro()).toEqual({ pianificati: 2, richieste: 0 });
    expect(messaggiDi(memoria)).toBe(2);
    expect(await porte.tracciati.getEsecuzione(COMUNE, "a-2026-11-24-2026-11-24")).toMatchObject({
      origine: "PIANIFICATA",
      stato: "IN_ATTESA",
    });
  });
});

describe("il file delle righe dei flussi", () => {
  const FLUSSI = { ...ESECUZIONE, nome: "govpay-flussi-rendicontazione", da: "2026-11-25", a: "2026-11-25" };
  /** Of the flow that is there for every test, too. */
  const ATTESE = ["f2-3", "iur-1", "f1-1", "f1-2"];
  const iurDi = ({ contenuti }: OggettiInMemoria): readonly string[] =>
    new TextDecoder()
      .decode([...contenuti.values()].at(-1))
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((riga) => riga.split(",")[9] ?? "");

  it("ha quelle dei flussi in vigore arrivati quel giorno, per intero e una volta, comunque si interrompa", async () => {
    const prepara = async () => {
      const banco = await create(FLUSSI);
      const flusso = (n: number, righe: readonly number[], altro: Partial<Flusso>) =>
        storeFlusso(
          banco.memoria,
          righe.map((r) => buildRiga(r, { iur: `f${n}-${r}` })),
          { idFlusso: `F-${n}`, ...altro },
        );
      await flusso(1, [1, 2], { dataConclusione: "2026-11-25T10:00:00.000Z" });
      // Emitted a month before, and seen that day.
      await flusso(2, [3], {
        dataFlusso: "2026-10-20T10:00:00.000Z",
        dataAcquisizione: "2026-10-21T00:00:00.000Z",
        dataConclusione: "2026-11-25T22:59:59.000Z",
      });
      await flusso(3, [3], { obsoleto: true, dataConclusione: "2026-11-25T10:00:00.000Z" });
      await flusso(4, [3], { dataConclusione: "2026-11-25T23:00:00.000Z" });
      await flusso(5, [3], { stato: "RIFIUTATO", dataConclusione: "2026-11-25T10:00:00.000Z" });
      await flusso(6, [3], { stato: "IN_ACQUISIZIONE", dataAcquisizione: "2026-11-25T10:00:00.000Z" });
      return banco;
    };
    const intero = await prepara();
    intero.memoria.richieste.length = 0;
    await intero.elabora();
    expect(iurDi(intero.oggetti)).toEqual(ATTESE);
    const quante = intero.memoria.richieste.length;
    for (let morte = 1; morte <= quante; morte += 1) {
      const { memoria, oggetti, elabora, leggi } = await prepara();
      let fatte = 0;
      memoria.observe(() => {
        fatte += 1;
        if (fatte === morte) throw new Error("interrotta");
      });
      await elabora().catch(() => {});
      memoria.observe(() => {});
      await elabora();
      expect([iurDi(oggetti), (await leggi())?.righe]).toEqual([ATTESE, ATTESE.length]);
    }
  });

  it("ha solo le righe che pagano ciò che vede chi lo ha chiesto", async () => {
    const { memoria, oggetti, elabora } = await create({ ...FLUSSI, mittente: buildChiamante({ tipiPendenza: ["TARI"] }) });
    await memoria.store({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(8, { idTipoPendenza: "MENSA" }) });
    const righe = [buildRiga(1, { iur: "tari" }), buildRiga(8, { iur: "mensa" }), buildRiga(9, { iur: "ignota" })];
    await storeFlusso(memoria, righe, { idFlusso: "F-9", dataConclusione: "2026-11-25T10:00:00.000Z" });
    await elabora();
    expect(iurDi(oggetti)).toEqual(["iur-1", "tari"]);
  });
});

describe("la consegna del file", () => {
  const RISPOSTA_503 = ko({ status: 503, dettaglio: "503" });
  const prepara = async (
    esecuzione: Partial<EsecuzioneTracciato>,
    risposte: Esito<{ status: number }, { dettaglio: string; status?: number }>[],
  ) => {
    const { memoria, porte, elabora, leggi } = await create({ ...ESECUZIONE, ...esecuzione });
    await elabora();
    const spediti: { readonly chi: string; readonly file: TracciatoDaSpedire }[] = [];
    const call = (chi: string) => async (_servizio: unknown, file: TracciatoDaSpedire) => {
      spediti.push({ chi, file });
      return risposte.shift() ?? ok({ status: 201 });
    };
    const ente = { sendTracciato: call("tracciato"), sendSintesi: call("sintesi") };
    const posta = { send: vi.fn() };
    return { memoria, spediti, leggi, consegna: () => createDeliverTracciato({ ...porte, ente, posta })(ESECUZIONE, memoria.traccia) };
  };
  const destinatario = (idA2A: string) => ({ consegna: { destinatario: idA2A, stato: "DA_SPEDIRE", tentativi: 0 } }) as const;

  it("parte dalla coda, si ripete finché il sistema non lo prende, e poi non più", async () => {
    const { memoria, spediti, leggi, consegna } = await prepara(destinatario(APPLICAZIONE), [RISPOSTA_503]);
    expect(memoria.messaggi()).toEqual([{ coda: "notifiche", corpo: { tipo: "TRACCIATO", idDominio: COMUNE, id: "E1" } }]);
    expect(await consegna()).toEqual({ esito: "riprova", secondi: 60 });
    expect(await leggi()).toMatchObject({ consegna: { stato: "DA_SPEDIRE", tentativi: 1, descrizioneStato: "503" } });
    expect([await consegna(), await consegna()]).toEqual([{ esito: "consegnata" }, { esito: "gia-consegnata" }]);
    expect(await leggi()).toMatchObject({ stato: "PRONTA", consegna: { stato: "SPEDITO", tentativi: 2 } });
    expect(spediti).toHaveLength(2);
    expect(new TextDecoder().decode(spediti[1]?.file.contenuto).split("\r\n")).toHaveLength(QUANTE + 2);
  });

  it.each([
    ["rifiutato dal sistema", APPLICAZIONE, [ko({ status: 404, dettaglio: "non qui" })], "non qui"],
    ["senza servizio di integrazione", ALTRA_APPLICAZIONE, [], "servizio di integrazione"],
    ["per un connettore tolto", CONNETTORE_GOVPAY, [], "connettore GovPay"],
  ])("%s non si ripete", async (_nome, idA2A, risposte, motivo) => {
    const { leggi, consegna } = await prepara(destinatario(idA2A), risposte);
    expect(await consegna()).toEqual({ esito: "annullata" });
    expect(await leggi()).toMatchObject({ consegna: { stato: "ANNULLATO", descrizioneStato: expect.stringContaining(motivo) } });
  });

  it("un file che nessuno aspetta non parte", async () => {
    expect((await prepara({}, [])).memoria.messaggi()).toEqual([]);
  });

  it("per posta va a ogni indirizzo una volta: chi lo rifiuta non ferma gli altri, e dopo un guasto si riprende da chi manca", async () => {
    const { memoria, porte, elabora, leggi } = await create({ ...ESECUZIONE, nome: "posta" });
    const indirizzi = ["a@ente.example", "ignoto@ente.example", "b@ente.example"];
    await memoria.store({ azione: "crea", entita: "tracciatoContabile", valore: pianificato("posta", { email: { indirizzi } }) });
    await elabora();
    expect(memoria.messaggi()).toMatchObject([{ coda: "notifiche", corpo: { tipo: "TRACCIATO", id: "E1" } }]);
    const buste: Busta[] = [];
    let guasti = 0;
    const posta: CanaleComunicazione = {
      send: async (busta) => {
        buste.push(busta);
        if (busta.email?.startsWith("ignoto")) return { esito: "rifiutato", dettaglio: "550" };
        return busta.email?.startsWith("b") && guasti++ === 0 ? { esito: "riprova", dettaglio: "421" } : { esito: "spedito" };
      },
    };
    const ente = { sendTracciato: vi.fn(), sendSintesi: vi.fn() };
    const consegna = () =>
      createDeliverTracciato({ ...porte, anagrafiche: conPosta(porte.anagrafiche, true), ente, posta })(ESECUZIONE, memoria.traccia);
    expect(await consegna()).toEqual({ esito: "riprova", secondi: 60 });
    expect(await leggi()).toMatchObject({
      consegna: { stato: "DA_SPEDIRE", descrizioneStato: "421", email: { restanti: ["b@ente.example"], spediti: 1 } },
    });
    expect([await consegna(), await consegna()]).toEqual([{ esito: "consegnata" }, { esito: "gia-consegnata" }]);
    expect(buste.map(({ email }) => email)).toEqual([...indirizzi, "b@ente.example"]);
    expect(buste[0]?.allegata).toMatchObject({ nomeFile: expect.stringContaining(".csv"), tipo: "text/csv" });
    expect((await leggi())?.consegna).toMatchObject({ stato: "SPEDITO", tentativi: 2 });
    expect(ente.sendTracciato).not.toHaveBeenCalled();
  });

  it("senza posta abilitata si dice, e non si ripete", async () => {
    const email = { restanti: ["a@ente.example"], spediti: 0 };
    const { memoria, porte, elabora, leggi } = await create({
      ...ESECUZIONE,
      consegna: { destinatario: CONSEGNA_EMAIL, stato: "DA_SPEDIRE", tentativi: 0, email },
    });
    await elabora();
    const posta = { send: vi.fn() };
    const ente = { sendTracciato: vi.fn(), sendSintesi: vi.fn() };
    const deliver = createDeliverTracciato({ ...porte, anagrafiche: conPosta(porte.anagrafiche, false), ente, posta });
    expect(await deliver(ESECUZIONE, memoria.traccia)).toEqual({ esito: "annullata" });
    expect((await leggi())?.consegna).toMatchObject({ stato: "ANNULLATO", descrizioneStato: expect.stringContaining("mailBatch") });
    expect(posta.send).not.toHaveBeenCalled();
  });

  it.each([
    ["SINTESI_PAGAMENTI", "sintesi-pagamenti-2026-11-24", "govpay-rendicontazione"],
    ["SINTESI_FLUSSI_RENDICONTAZIONE", "sintesi-flussi-2026-11-24", "govpay-flussi-rendicontazione"],
  ] as const)("la %s del giorno prima si chiede una volta per il connettore che la vuole", async (contenuto, id, nome) => {
    const { memoria, porte } = await create();
    const dominio = (await porte.registro.list("dominio")).find(({ idDominio }) => idDominio === COMUNE);
    if (!dominio) throw new Error("anagrafica di prova");
    const servizioGovPay = {
      abilitato: true,
      tipoConnettore: "REST",
      url: "https://ente.example",
      contenuti: [contenuto],
      tipiPendenza: ["TARI"],
    };
    await memoria.store({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, esportazioni: { servizioGovPay } } });
    const giro = () => scheduleTracciati(porte)(memoria.traccia);
    expect([await giro(), await giro()]).toEqual([
      { pianificati: 1, richieste: 1 },
      { pianificati: 1, richieste: 0 },
    ]);
    expect(await porte.tracciati.getEsecuzione(COMUNE, id)).toMatchObject({
      ...{ nome, da: "2026-11-24", a: "2026-11-24" },
      mittente: { tipiPendenza: ["TARI"], domini: [{ idDominio: COMUNE }] },
      consegna: { destinatario: CONNETTORE_GOVPAY, stato: "DA_SPEDIRE" },
    });
  });
});

describe("gli accertamenti", () => {
  it("oltre il limite si rifiutano, e in un file no", async () => {
    const { porte } = await create();
    const gruppi = ["capitolo"] as const;
    const rifiutati = await sumAccertamenti(porte)({ idDominio: COMUNE, gruppi }, buildChiamante(), QUANTE - 1);
    expect(rifiutati).toMatchObject({ errore: { codice: "PARAMETRO_NON_VALIDO", dettaglio: expect.stringContaining("più di 2;") } });
    const contati = await findAccertamenti(porte)({ idDominio: COMUNE, gruppi }, buildChiamante());
    expect(contati).toMatchObject({ valore: { riscossioni: QUANTE, totale: { pagato: 3006n, rendicontato: 1001n, incassato: 0n } } });
    expect(RISCOSSIONI_MASSIME).toBeGreaterThan(QUANTE);
  });

  it("una pagina costa una richiesta, più una per IUV, più una per i flussi e le pendenze", async () => {
    const { memoria, porte } = await create();
    await memoria.store({ azione: "crea", entita: "riscossione", valore: buildRiscossione(1, { iur: "iur-bis" }) });
    memoria.richieste.length = 0;
    await findAccertamenti(porte)({ idDominio: COMUNE, gruppi: ["capitolo"] }, buildChiamante());
    expect(memoria.richieste).toHaveLength(1 + QUANTE + 1);
  });
});
