/** Annulments of a batch that a second person has to approve: who may, what happens to each row, and nothing twice or half whatever is interrupted. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { operatore } from "../../../tests/sostegno/cambi.ts";
import { createLavoroTracciati, type LavoroTracciati } from "../../../tests/sostegno/lavoro-tracciati.ts";
import { GESTIONALE } from "../../../tests/sostegno/pendenze.ts";
import { INTESTAZIONI_MYPAY, rigaMypay } from "../../../tests/sostegno/tracciati.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { EsitoDecisione } from "../../domain/approvazioni/approvazione.ts";

const INTESTAZIONE = `${INTESTAZIONI_MYPAY["1.3"]}\r\n`;
const BRUNO = operatore("bruno");
const CARICA: Chiamante = { ...operatore("anna"), domini: "*" };
const riga = (n: number, azione: "I" | "A"): string => rigaMypay(n, { azione });
/** Three debts are there; the batch inserts one, annuls two around another insertion, and one that does not exist. */
const FILE = INTESTAZIONE + riga(4, "I") + riga(1, "A") + riga(5, "I") + riga(2, "A") + riga(9, "A");

let lavoro: LavoroTracciati;
/** Two persons for the annulments of the creditor, with the memory of the registry gone. */
const wantApprovazione = async (voluta = true): Promise<void> => {
  const dominio = await new ArchivioRegistro(lavoro.deposito).get("dominio", COMUNE);
  if (!dominio) throw new Error("dominio assente");
  await lavoro.store({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, annullamentiConApprovazione: voluta } });
  lavoro.clock.advance(3_600_000);
};
const prepare = async (): Promise<void> => {
  lavoro = await createLavoroTracciati();
  await lavoro.finish(await lavoro.upload(INTESTAZIONE + riga(1, "I") + riga(2, "I") + riga(3, "I")));
  await wantApprovazione();
};
const attesaDi = async (id: string): Promise<string> => (await lavoro.read(id)).attesaApprovazione ?? "nessuna";
const decide = (id: string, esito: EsitoDecisione, chiamante = BRUNO, motivazione = "lotto sbagliato") =>
  lavoro.decide({ id, esito, motivazione, chiamante, traccia: lavoro.traccia });
const statoDi = (n: number) => lavoro.pendenze().get(`IUD-000000${n}`)?.["stato"];
const righe = async (id: string) => (await lavoro.esiti(id)).map(({ numero, stato, esito }) => `${numero} ${stato} ${esito}`);
const approvazioni = () => lavoro.deposito.all("archivio").filter(({ pk }) => pk.startsWith("APV#"));
const waiting = async (chiamante: Chiamante = GESTIONALE): Promise<string> => {
  const id = await lavoro.upload(FILE, { nomeFile: "annulli.csv", idA2A: "GEST-TRIBUTI" }, chiamante);
  await lavoro.deliver(id);
  return id;
};

const TUTTE = ["1 ESEGUITO ADD_OK", "2 ESEGUITO DEL_OK", "3 ESEGUITO ADD_OK", "4 ESEGUITO DEL_OK", "5 SCARTATO VER_008"];
const NEGATE = ["1 ESEGUITO ADD_OK", "2 SCARTATO NON_AUTORIZZATO", "3 ESEGUITO ADD_OK", "4 SCARTATO NON_AUTORIZZATO", "5 SCARTATO VER_008"];

beforeEach(prepare);

describe("a batch with annulments", () => {
  it("stops before the first one, says what it waits for, and no message moves it", async () => {
    const id = await waiting();
    const attesa = await attesaDi(id);
    for (let volta = 0; volta < 3; volta++) expect(await lavoro.deliver(id)).toEqual({ esito: "fatto" });
    const tracciato = await lavoro.read(id);
    expect(tracciato).toMatchObject({ stato: "IN_ELABORAZIONE", righeLette: 1, eseguite: 1, tappa: 1 });
    expect(tracciato.descrizioneStato).toBe(
      `In attesa di approvazione degli annullamenti del dominio ${COMUNE}, dalla riga 2 (approvazione ${attesa})`,
    );
    expect(tracciato.presa).toBeUndefined();
    expect([statoDi(1), statoDi(2), statoDi(5)]).toEqual(["NON_ESEGUITA", "NON_ESEGUITA", undefined]);
    expect(await lavoro.approvazioni.get(attesa)).toMatchObject({
      ...{ tipo: "ANNULLAMENTI", oggetto: id, idDominio: COMUNE, stato: "RICHIESTA", richiedente: "gest-tributi" },
      descrizione: `tracciato ${id} (annulli.csv): tutte le righe che annullano pendenze del dominio ${COMUNE}, dalla riga 2`,
    });
    const eventi = lavoro.deposito
      .all("eventi")
      .filter((e) => String(e["dettaglioEsito"]).startsWith(`Richiesta di approvazione ${attesa}`));
    expect(eventi).toMatchObject([{ principal: "gest-tributi", idDominio: COMUNE }]);
  });

  it("goes on with all of them when another person approves", async () => {
    const id = await waiting();
    const attesa = await attesaDi(id);
    expect(await decide(attesa, "APPROVATA")).toMatchObject({ ok: true, valore: { stato: "APPROVATA" } });
    expect(
      lavoro
        .messaggi()
        .filter(({ coda }) => coda === "tracciati")
        .at(-1),
    ).toEqual({ coda: "tracciati", corpo: { id, tappa: 1 } });
    expect(await lavoro.deliver(id, { tappa: 1 })).toEqual({ esito: "fatto" });
    expect(await lavoro.read(id)).toMatchObject({ stato: "ESEGUITO_CON_ERRORI", righeLette: 5, eseguite: 4, fallite: 1 });
    expect(await righe(id)).toEqual(TUTTE);
    expect([statoDi(1), statoDi(2)]).toEqual(["ANNULLATA", "ANNULLATA"]);
    expect(approvazioni().length).toBe(1);
    expect(await decide(attesa, "RIFIUTATA")).toMatchObject({ errore: { codice: "NON_PROCESSABILE" } });
  });

  it("goes on without them when another person refuses: their rows say who and why, the others are executed", async () => {
    const id = await waiting();
    await decide(await attesaDi(id), "RIFIUTATA");
    expect(await lavoro.finish(id)).toMatchObject({ stato: "ESEGUITO_CON_ERRORI", eseguite: 2, fallite: 3 });
    expect(await righe(id)).toEqual(NEGATE);
    expect((await lavoro.esiti(id))[1]).toMatchObject({
      ...{ tipo: "DEL", idPendenza: "IUD-0000001" },
      descrizione: `Annullamenti del dominio ${COMUNE} rifiutati da bruno: lotto sbagliato`,
    });
    expect([statoDi(1), statoDi(2), statoDi(5)]).toEqual(["NON_ESEGUITA", "NON_ESEGUITA", "NON_ESEGUITA"]);
    expect(await lavoro.file(id, "scarti")).toContain("rifiutati da bruno");
  });

  it("goes on without them when nobody decides in time, once, however often the job runs", async () => {
    const id = await waiting();
    const attesa = await attesaDi(id);
    expect(await lavoro.resume(lavoro.traccia)).toEqual({ scadute: 0, ripresi: 0 });
    lavoro.clock.advance(7 * 86_400_000);
    expect(await decide(attesa, "APPROVATA")).toMatchObject({ errore: { dettaglio: expect.stringContaining("scaduta") } });
    const insieme = await Promise.all([lavoro.resume(lavoro.traccia), lavoro.resume(lavoro.traccia)]);
    expect(insieme.map(({ ripresi }) => ripresi).sort()).toEqual([0, 1]);
    expect(await lavoro.resume(lavoro.traccia)).toEqual({ scadute: 1, ripresi: 0 });
    await lavoro.finish(id);
    expect(await righe(id)).toEqual(NEGATE);
    expect((await lavoro.esiti(id))[1]?.descrizione).toMatch(/non approvati da nessuno entro la scadenza/);
  });

  it("is not decided by who uploaded it, who may withdraw: then it goes on without them", async () => {
    const id = await waiting(CARICA);
    const attesa = await attesaDi(id);
    for (const esito of ["APPROVATA", "RIFIUTATA"] as const)
      expect(await decide(attesa, esito, CARICA)).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
    expect(await attesaDi(id)).toBe(attesa);
    await decide(attesa, "RITIRATA", CARICA);
    await lavoro.finish(id);
    expect(await righe(id)).toEqual(NEGATE);
  });

  it("can be stopped while it waits; then there is nothing to approve", async () => {
    const id = await waiting();
    const attesa = await attesaDi(id);
    await lavoro.update(id, "ferma", GESTIONALE, lavoro.traccia);
    const fine = await lavoro.finish(id);
    expect([fine.stato, fine.righeLette, fine.attesaApprovazione]).toEqual(["INTERROTTO", 1, undefined]);
    expect(await decide(attesa, "APPROVATA")).toMatchObject({
      errore: { codice: "NON_PROCESSABILE", dettaglio: expect.stringContaining("INTERROTTO") },
    });
    expect(await decide(attesa, "RIFIUTATA")).toMatchObject({ ok: true });
    expect(statoDi(1)).toBe("NON_ESEGUITA");
  });

  it.each<[string, () => Promise<string>]>([
    ["of a creditor that does not ask for it", () => wantApprovazione(false).then(() => waiting())],
    [
      "in a dry run",
      async () => {
        const id = await lavoro.upload(FILE, { simulazione: true });
        await lavoro.deliver(id);
        return id;
      },
    ],
  ])("%s does not wait", async (_caso, load) => {
    const id = await load();
    expect((await lavoro.read(id)).stato).toBe("ESEGUITO_CON_ERRORI");
    expect(await righe(id)).toEqual(TUTTE);
    expect(approvazioni()).toEqual([]);
  });

  it("of debts of another application asks nobody, and tells nothing of them", async () => {
    const altra: Chiamante = { ...GESTIONALE, principal: "gest-mensa", nome: "GEST-MENSA", idA2A: "GEST-MENSA" };
    const file = { idTracciato: "a", annullamenti: [{ idA2A: "GEST-TRIBUTI", idPendenza: "IUD-0000001", motivoAnnullamento: "x" }] };
    const id = await lavoro.upload(JSON.stringify(file), { tipo: "JSON", nomeFile: "a" }, altra);
    await lavoro.deliver(id);
    expect(await righe(id)).toEqual(["1 SCARTATO APP_002"]);
    expect(approvazioni()).toEqual([]);
  });
});

describe("a crash", () => {
  class Caduta extends Error {}
  const crashAt = async (punto: number, work: () => Promise<unknown>): Promise<boolean> => {
    let richieste = 0;
    lavoro.observe(() => {
      if (++richieste === punto) throw new Caduta();
    });
    const caduto = await work().then(
      () => false,
      (errore: unknown) => errore instanceof Caduta,
    );
    lavoro.observe(() => {});
    return caduto;
  };

  it("at any request, before the wait or after the decision, leaves one request and the same outcomes", async () => {
    let cadute = 0;
    for (let punto = 1, caduto = true; caduto; punto += 1) {
      await prepare();
      const id = await lavoro.upload(FILE, { nomeFile: "annulli.csv" });
      const prima = await crashAt(punto, () => lavoro.deliver(id, { messageId: "m" }));
      await lavoro.deliver(id, { messageId: "m", tentativo: 2, tappa: 0 });
      // Another copy of the first message, from another worker.
      await lavoro.deliver(id, { messageId: "copia", tappa: 0 });
      expect([punto, statoDi(1), approvazioni().length]).toEqual([punto, "NON_ESEGUITA", 1]);
      const attesa = await attesaDi(id);
      await crashAt(punto, () => decide(attesa, "APPROVATA"));
      if ((await attesaDi(id)) === attesa) expect(await decide(attesa, "APPROVATA")).toMatchObject({ ok: true });
      const dopo = await crashAt(punto, () => lavoro.deliver(id, { messageId: "n" }));
      await lavoro.deliver(id, { messageId: "n", tentativo: 2 });
      expect((await lavoro.read(id)).stato).toBe("ESEGUITO_CON_ERRORI");
      expect([punto, ...(await righe(id))]).toEqual([punto, ...TUTTE]);
      expect([statoDi(1), statoDi(2), approvazioni().length]).toEqual(["ANNULLATA", "ANNULLATA", 1]);
      caduto = prima || dopo;
      cadute += Number(prima) + Number(dopo);
    }
    expect(cadute).toBeGreaterThan(5);
  });

  it.each([
    ["after a row", FILE, TUTTE],
    ["at the first row", INTESTAZIONE + riga(1, "A"), ["1 ESEGUITO DEL_OK"]],
  ])("of a worker that comes back late does not undo the wait that another has begun, %s", async (_caso, file, attese) => {
    const id = await lavoro.upload(file, { nomeFile: "annulli.csv" });
    const { posizioni } = lavoro;
    const get = posizioni.getPendenzaById.bind(posizioni);
    posizioni.getPendenzaById = async (...chiave) => {
      // The first is slow over its stage: the second takes its place, does the stage, and waits.
      posizioni.getPendenzaById = get;
      lavoro.clock.advance(600_000);
      await lavoro.deliver(id, { messageId: "altro" });
      return get(...chiave);
    };
    await lavoro.deliver(id, { messageId: "m" });
    expect(approvazioni().map((approvazione) => approvazione["id"])).toEqual([await attesaDi(id)]);
    await decide(await attesaDi(id), "APPROVATA");
    await lavoro.finish(id);
    expect(await righe(id)).toEqual(attese);
  });
});
