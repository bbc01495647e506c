/** Decisions on money that does not fit: two people at once, four eyes for a refund, what the dossier costs, and what a stranger sees. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildChiamante, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { ArchivioApprovazioni } from "../../adapters/archivio/cambi.ts";
import { ArchivioFascicoli } from "../../adapters/archivio/fascicoli.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { instradamentoPredefinito } from "../../domain/anomalie/instradamento.ts";
import { ko, ok } from "../../domain/esito.ts";
import { type AzioneFascicolo, type Fascicolo, idFascicolo } from "../../domain/fascicoli/fascicolo.ts";
import { decideApprovazione, type Effetto } from "../approvazioni/decide-approvazione.ts";
import { updateFascicolo } from "./act-on-fascicolo.ts";
import { effettoRimborso } from "./effetto-rimborso.ts";
import { findFascicoli, getFascicolo, getLettera } from "./find-fascicoli.ts";

const IUV = "01000000000000133";
const ID = idFascicolo(IUV, "RICEVUTA", "seconda");
const CHIAVE = { idDominio: COMUNE, id: ID };
const PROPONI: AzioneFascicolo = { azione: "PROPONI_RIMBORSO", motivazione: "pagato due volte" };
const AUTORIZZA: AzioneFascicolo = { azione: "AUTORIZZA_RIMBORSO", motivazione: "va bene" };
const RITIRA: AzioneFascicolo = { azione: "RIFIUTA_RIMBORSO", motivazione: "mi ero sbagliato" };

const impianto = async (altro: Partial<Fascicolo> = {}) => {
  const memoria = await createMemoria();
  const { deposito, clock } = memoria;
  const fascicoli = new ArchivioFascicoli(deposito);
  const porte = { ...memoria, fascicoli, anomalie: new ArchivioAnomalie(deposito), approvazioni: new ArchivioApprovazioni(deposito) };
  const fascicolo: Fascicolo = {
    ...{
      versione: 0,
      idDominio: COMUNE,
      iuv: IUV,
      id: ID,
      motivo: "PAGAMENTO_DUPLICATO",
      stato: "APERTO",
      iur: "seconda",
      origine: "RICEVUTA",
    },
    ...{ importo: 10_050n, importoDovuto: 0n, dataPagamento: ADESSO, dettaglio: "già pagati 100.50", storia: [] },
    ...{ idTipoPendenza: "TARI", dataApertura: ADESSO, dataUltimaVariazione: ADESSO },
    ...altro,
  };
  await memoria.store(
    { azione: "crea", entita: "pendenza", valore: buildPendenza({ stato: "ANOMALA" }) },
    { azione: "crea", entita: "ricevuta", valore: buildRicevuta({ idRicevuta: "seconda" }) },
    { azione: "crea", entita: "riscossione", valore: buildRiscossione(1, { iuv: IUV, iur: "seconda", importo: 10_050n }) },
    { azione: "crea", entita: "fascicolo", valore: fascicolo },
  );
  const mai: Effetto = async () => ok({ modifiche: [] });
  const effetti = { CAMBIO_IBAN: mai, RUOLO: mai, OPERATORE: mai, CREDENZIALI: mai, ANNULLAMENTI: mai };
  const decide = decideApprovazione({ ...porte, effetti: { ...effetti, RIMBORSO: effettoRimborso({ fascicoli, clock }) } });
  const update = updateFascicolo(porte);
  const act = (azione: AzioneFascicolo, principal = "maria") =>
    update(CHIAVE, { azione, chiamante: buildChiamante({ principal }), traccia: memoria.traccia });
  return { memoria, porte, act, update, decide };
};

const capo = (principal: string): Chiamante =>
  buildChiamante({ tipo: "operatore", principal, acl: [{ servizio: "Rendicontazioni e Incassi", autorizzazioni: ["R", "W"] }] });

describe("il rimborso", () => {
  let i: Awaited<ReturnType<typeof impianto>>;
  beforeEach(async () => {
    i = await impianto();
  });
  const attuale = () => i.porte.fascicoli.get(CHIAVE);
  const approvazione = async (): Promise<string> => (await attuale())?.rimborso?.idApprovazione ?? "";
  const decidi = async (principal: string, esito: "APPROVATA" | "RIFIUTATA", id?: string) =>
    i.decide({ id: id ?? (await approvazione()), esito, chiamante: capo(principal), traccia: i.memoria.traccia });

  it("aspetta un'altra persona, e chi lo propone non lo può autorizzare da nessuna parte", async () => {
    expect(await i.act(PROPONI)).toMatchObject({ ok: true, valore: { stato: "RIMBORSO_PROPOSTO" } });
    expect(await i.act(AUTORIZZA, "luca")).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
    expect(await decidi("maria", "APPROVATA")).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
    expect(await decidi("luca", "APPROVATA")).toMatchObject({ ok: true });
    expect(await attuale()).toMatchObject({ stato: "RIMBORSO_AUTORIZZATO", rimborso: { richiedente: "maria", autorizzatoDa: "luca" } });
  });

  it("rifiutato torna a chi decide", async () => {
    await i.act(PROPONI);
    await decidi("luca", "RIFIUTATA");
    expect(await attuale()).toMatchObject({ stato: "APERTO" });
    expect(await attuale()).not.toHaveProperty("rimborso");
  });

  it("ritirato non si approva più, e una proposta nuova ha la sua approvazione", async () => {
    await i.act(PROPONI);
    const vecchia = await approvazione();
    await i.act(RITIRA);
    expect(await decidi("luca", "APPROVATA", vecchia)).toMatchObject({ errore: { codice: "NON_PROCESSABILE" } });
    await i.act(PROPONI);
    expect(await decidi("luca", "APPROVATA", vecchia)).toMatchObject({ errore: { codice: "NON_PROCESSABILE" } });
    expect((await decidi("luca", "APPROVATA")).ok).toBe(true);
  });

  it("dove l'ente non vuole due persone lo autorizza una", async () => {
    const valore = { ...instradamentoPredefinito(COMUNE), secondaPersonaPerRimborsi: false };
    await i.memoria.store({ azione: "crea", entita: "instradamento", valore });
    await i.act(PROPONI);
    expect(await i.act(AUTORIZZA)).toMatchObject({ ok: true, valore: { stato: "RIMBORSO_AUTORIZZATO" } });
  });

  it("cambiare le regole dopo la proposta non toglie la seconda persona", async () => {
    await i.act(PROPONI);
    const valore = { ...instradamentoPredefinito(COMUNE), secondaPersonaPerRimborsi: false };
    await i.memoria.store({ azione: "crea", entita: "instradamento", valore });
    expect(await i.act(AUTORIZZA, "luca")).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
  });

  it("due che decidono insieme: una decisione vince, l'altra lo sa", async () => {
    const esiti = await Promise.all([i.act(PROPONI, "maria"), i.act({ azione: "ACCETTA", motivazione: "è un acconto" }, "luca")]);
    expect(esiti.map((esito) => (esito.ok ? "fatta" : esito.errore.codice)).sort()).toEqual(["NON_PROCESSABILE", "fatta"]);
    expect((await attuale())?.storia).toHaveLength(1);
    const tardi = await i.update(CHIAVE, {
      ...{ azione: { azione: "ANNOTA", nota: "x" } as const, chiamante: buildChiamante(), traccia: i.memoria.traccia },
      versioniAttese: [1],
    });
    expect(tardi).toMatchObject(ko({ codice: "PRECONDIZIONE" }));
  });

  it("interrotto prima di scrivere non lascia né proposta né approvazione", async () => {
    i.memoria.observe(({ operazione }) => {
      if (operazione === "commit") throw new Error("spento");
    });
    await expect(i.act(PROPONI)).rejects.toThrow("spento");
    i.memoria.observe(() => {});
    expect(await attuale()).toMatchObject({ stato: "APERTO" });
    expect(i.memoria.deposito.all("archivio").filter(({ sk }) => sk === "APPROVAZIONE")).toEqual([]);
  });
});

describe("il fascicolo", () => {
  it("si legge con il suo pagamento in una richiesta, e la lettera ha un destinatario", async () => {
    const { memoria, porte } = await impianto();
    memoria.richieste.length = 0;
    const letto = await getFascicolo(porte)(CHIAVE, buildChiamante());
    expect(letto).toMatchObject({ ok: true, valore: { ricevuta: { idRicevuta: "seconda" }, effetto: { documento: "NESSUNO" } } });
    expect(memoria.richieste).toEqual(["query:archivio"]);
    const lettera = await getLettera(porte)(CHIAVE, buildChiamante());
    expect(lettera).toMatchObject({ ok: true, valore: { destinatario: ["Mario Rossi"], ente: { idDominio: COMUNE } } });
  });

  it.each<[string, Parameters<ReturnType<typeof findFascicoli>>[0], number]>([
    ["tutti", { ordine: "desc", daLavorare: false }, 1],
    ["da lavorare, di un ente", { ordine: "desc", daLavorare: true, idDominio: COMUNE }, 1],
    ["da lavorare, di tutti", { ordine: "desc", daLavorare: true }, 1],
    ["per motivo", { ordine: "desc", daLavorare: false, motivo: "IMPORTO_ECCEDENTE" }, 0],
    ["di un altro ente", { ordine: "desc", daLavorare: false, idDominio: UNIONE }, 0],
  ])("si trova tra %s", async (_quali, filtri, quanti) => {
    const { porte } = await impianto();
    const { elementi, totale } = await findFascicoli(porte)(filtri, { limite: 25, salta: 0, totale: true }, buildChiamante());
    expect([elementi.length, totale]).toEqual([quanti, quanti]);
  });

  it("accettato non è più da lavorare", async () => {
    const { porte, act } = await impianto();
    await act({ azione: "ACCETTA", motivazione: "è un acconto" });
    const pagina = { limite: 25, salta: 0, totale: true };
    const quanti = async (idDominio?: string) => {
      const filtri = { ordine: "desc", daLavorare: true, ...(idDominio && { idDominio }) } as const;
      return (await findFascicoli(porte)(filtri, pagina, buildChiamante())).totale;
    };
    expect([await quanti(COMUNE), await quanti()]).toEqual([0, 0]);
  });

  it.each<[string, Partial<Chiamante>, Partial<Fascicolo>]>([
    ["di un altro ente", { domini: [{ idDominio: UNIONE }] }, {}],
    ["di un altro tipo", { tipiPendenza: ["MENSA"] }, {}],
    ["di un'altra unità", { domini: [{ idDominio: COMUNE, unitaOperative: ["SCUOLA"] }] }, { idUnitaOperativa: "TRIBUTI" }],
  ])("per chi è %s non esiste", async (_chi, limiti, altro) => {
    const { memoria, porte, update } = await impianto(altro);
    const estraneo = buildChiamante(limiti);
    const { totale } = await findFascicoli(porte)({ ordine: "asc", daLavorare: false }, { limite: 5, salta: 0, totale: true }, estraneo);
    const richiesta = { azione: PROPONI, chiamante: estraneo, traccia: memoria.traccia };
    const esiti = [await getFascicolo(porte)(CHIAVE, estraneo), await getLettera(porte)(CHIAVE, estraneo), await update(CHIAVE, richiesta)];
    expect(totale).toBe(0);
    expect(esiti.map((esito) => (esito.ok ? "visto" : esito.errore.codice))).toEqual(["NON_TROVATO", "NON_TROVATO", "NON_TROVATO"]);
  });
});
