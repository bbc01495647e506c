import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { GiornaleArchivio } from "../../adapters/archivio/giornale.ts";
import { createImpronte } from "../../adapters/archivio/impronte.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { DocumentiInMemoria } from "../../adapters/memory/documenti.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { addMesi, decideConservazione } from "../../domain/privacy/conservazione.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { previewConservazione, saveConservazione } from "./conservazione.ts";
import { eraseCittadino } from "./erase-cittadino.ts";
import { exportCittadino } from "./export-cittadino.ts";
import { runConservazione } from "./run-conservazione.ts";

const CF = "RSSMRA85T10A562S";
const MESI = { pagateMesi: 24, annullateMesi: 6, scaduteMesi: 12 };
const CHI: Chiamante = {
  ...{ tipo: "operatore", principal: "op", nome: "Operatore", autodeterminazione: true },
  ...{ domini: "*", tipiPendenza: "*", acl: [] },
};

describe("la decisione", () => {
  const pagata = { stato: "ESEGUITA", dataPagamento: "2024-11-20T10:00:00.000Z" } as const;
  it.each<[string, Partial<Pendenza>, object]>([
    ["pagata da due anni", pagata, { esito: "ANONIMIZZABILE" }],
    ["pagata da meno", { ...pagata, dataPagamento: "2024-11-26T10:00:00.000Z" }, { motivo: "OBBLIGO_CONTABILE", finoAl: "2026-11-26" }],
    ["annullata da mesi", { stato: "ANNULLATA", dataUltimoAggiornamento: "2026-05-01T10:00:00.000Z" }, { esito: "ANONIMIZZABILE" }],
    ["annullata ieri", { stato: "ANNULLATA", dataUltimoAggiornamento: "2026-11-24T10:00:00.000Z" }, { motivo: "ANNULLATA_RECENTE" }],
    ["scaduta da un anno", { dataScadenza: "2025-11-20" }, { esito: "ANONIMIZZABILE" }],
    ["scaduta da poco", { dataScadenza: "2026-11-20" }, { motivo: "CREDITO_NON_PRESCRITTO", finoAl: "2027-11-20" }],
    ["da pagare, vecchia", { dataCaricamento: "2010-01-01T10:00:00.000Z" }, { motivo: "DA_PAGARE" }],
    [
      "scaduta ma in ACA",
      { dataScadenza: "2020-01-01", allineamento: { archivio: "ACA", richiesta: 1, impronta: "x" } },
      { motivo: "ARCHIVIO_PAGOPA" },
    ],
    ["pagata in parte", { stato: "ESEGUITA_PARZIALE", dataPagamento: "2010-01-01T10:00:00.000Z" }, { motivo: "DA_CHIARIRE" }],
    ["anomala", { stato: "ANOMALA", dataPagamento: "2010-01-01T10:00:00.000Z" }, { motivo: "DA_CHIARIRE" }],
    ["già anonima", { anonimizzata: ADESSO }, { esito: "ANONIMIZZATA" }],
  ])("%s", (_caso, campi, attesa) => expect(decideConservazione(buildPendenza(campi), MESI, "2026-11-25")).toMatchObject(attesa));

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-11-25", -24, "2024-11-25"],
    ["2026-03-31", -1, "2026-02-28"],
  ] as const)("%s più %i mesi è %s", (giorno, mesi, atteso) => expect(addMesi(giorno, mesi)).toBe(atteso));
});

describe("la conservazione", () => {
  let m: Memoria;
  const porte = () => ({ ...m, registro: new ArchivioRegistro(m.deposito) });
  const scambio = () => ({ chiamante: CHI, traccia: m.traccia });
  const chiave = { idDominio: COMUNE, iuv: "01000000000000133" };
  const pendenza = async () => (await m.posizioni.getPosizione(chiave)).pendenza;
  const tuttoArchivio = () => JSON.stringify(m.deposito.all("archivio"), (_c, v) => (typeof v === "bigint" ? String(v) : v));

  const ricevuta = () =>
    buildRicevuta({
      ...chiave,
      rt: {
        debtor: { uniqueIdentifier: { entityUniqueIdentifierType: "F", entityUniqueIdentifierValue: CF }, fullName: "Mario Rossi" },
        paymentAmount: 100.5,
      },
      originale: { gzip: "Y29udGllbmUgUlNTTVJB", digest: "d1" },
    });
  const tentativo: Tentativo = {
    ...{
      versione: 0,
      ...chiave,
      numeroAvviso: `3${chiave.iuv}`,
      ccp: "c1",
      idA2A: "GEST-TRIBUTI",
      idPendenza: "TARI-2026-1",
      idTipoPendenza: "TARI",
    },
    ...{ idDebitore: CF, anagraficaDebitore: "Mario Rossi", stato: "RT_ACCETTATA_PA", modello: "Modello unico", dataRichiesta: ADESSO },
    ...{
      importo: 10_050n,
      idStazione: "s",
      tipoRpt: "ctPaymentPAV2",
      rpt: { description: "TARI di Mario Rossi", debtor: { fullName: "Mario Rossi" } },
    },
  };
  const riscossione = (stato: Riscossione["stato"]): Riscossione => ({
    ...{ versione: 0, ...chiave, iur: "i1", indice: 1, idDominioTitolare: COMUNE, stato, tipo: "ENTRATA" },
    ...{ importo: 10_050n, data: "2024-01-10T10:00:00.000Z", senzaRpt: false },
  });
  const vecchia = (campi: Partial<Pendenza> = {}) =>
    buildPendenza({
      ...{
        stato: "INCASSATA",
        dataCaricamento: "2024-01-01T10:00:00.000Z",
        dataPagamento: "2024-01-10T10:00:00.000Z",
        importoPagato: 10_050n,
      },
      note: [{ data: ADESSO, autore: "op", oggetto: "nota", testo: "ha chiamato il signor Rossi" }],
      datiAllegati: { telefono: "333" },
      ...campi,
    });
  const storia = {
    id: "s1",
    ...chiave,
    data: ADESSO,
    autore: "op",
    evento: "PUT",
    campi: { "debitore.anagrafica": { prima: "Mario Rosi", dopo: "Mario Rossi" }, importo: { prima: 1, dopo: 2 } },
  };

  const load = async (campi: Partial<Pendenza> = {}, stato: Riscossione["stato"] = "INCASSATA") => {
    const esito = await m.unitOfWork.commit(
      [
        { azione: "crea", entita: "pendenza", valore: vecchia(campi) },
        { azione: "crea", entita: "tentativo", valore: tentativo },
        { azione: "crea", entita: "ricevuta", valore: ricevuta() },
        { azione: "crea", entita: "riscossione", valore: riscossione(stato) },
      ],
      { storia: [storia] },
    );
    if (!esito.ok) throw new Error("già presente");
  };

  beforeEach(async () => {
    m = await createMemoria();
  });

  it("senza regole non tocca nulla", async () => {
    await load();
    expect(await runConservazione(porte())(m.traccia)).toEqual({ creditori: 0, esaminate: 0, anonimizzate: 0, interrotti: 0 });
    expect((await pendenza())?.debitore.identificativo).toBe(CF);
  });

  it("toglie chi è il cittadino ovunque, e lascia importi, codici e contabilità", async () => {
    await load();
    await saveConservazione(porte())(COMUNE, MESI, scambio());
    expect(await runConservazione(porte())(m.traccia)).toEqual({ creditori: 1, esaminate: 1, anonimizzate: 1, interrotti: 0 });
    for (const dato of [CF, "Rossi", "Rosi", "333", "Y29udGllbmU"]) expect(tuttoArchivio()).not.toContain(dato);
    const dopo = await m.posizioni.getPosizione(chiave);
    expect(dopo.pendenza).toMatchObject({
      importo: 10_050n,
      importoPagato: 10_050n,
      stato: "INCASSATA",
      idTipoPendenza: "TARI",
      anonimizzata: ADESSO,
    });
    expect(dopo.ricevute[0]).toMatchObject({ rt: { paymentAmount: 100.5 }, originale: { digest: "d1" } });
    expect(dopo.storia.map(({ evento }) => evento).sort()).toEqual(["ANONIMIZZAZIONE", "PUT"]);
    expect(dopo.storia.find(({ id }) => id === "s1")?.campi["importo"]).toEqual({ prima: 1, dopo: 2 });
  });

  it("un ciclo al mese: il giro dopo non ripassa, il mese dopo non rifà", async () => {
    await load();
    await saveConservazione(porte())(COMUNE, MESI, scambio());
    await runConservazione(porte())(m.traccia);
    expect(await runConservazione(porte())(m.traccia)).toMatchObject({ creditori: 0 });
    m.clock.set("2026-12-25T09:00:00.000Z");
    expect(await runConservazione(porte())(m.traccia)).toEqual({ creditori: 1, esaminate: 1, anonimizzate: 0, interrotti: 0 });
  });

  it("interrotta in qualunque punto si riprende, e finisce allo stesso modo", async () => {
    for (let punto = 1; punto <= 4; punto += 1) {
      m = await createMemoria();
      await load();
      await saveConservazione(porte())(COMUNE, MESI, scambio());
      let commit = 0;
      m.observe(({ operazione }) => {
        commit += operazione === "commit" ? 1 : 0;
        if (operazione === "commit" && commit === punto) throw new Error("guasto");
      });
      await runConservazione(porte())(m.traccia).catch(() => undefined);
      m.observe(() => {});
      await runConservazione(porte())(m.traccia);
      expect([punto, tuttoArchivio().includes(CF), (await pendenza())?.anonimizzata]).toEqual([punto, false, ADESSO]);
    }
  });

  it("due insieme anonimizzano una volta", async () => {
    await load();
    await saveConservazione(porte())(COMUNE, MESI, scambio());
    await Promise.all([runConservazione(porte())(m.traccia), runConservazione(porte())(m.traccia)]);
    const voci = (await m.posizioni.getPosizione(chiave)).storia.filter(({ evento }) => evento === "ANONIMIZZAZIONE");
    expect(voci).toHaveLength(1);
  });

  it.each<[string, () => Promise<void>, string]>([
    ["riscossa e non riconciliata", () => load({ stato: "ESEGUITA" }, "RISCOSSA"), "NON_RICONCILIATA"],
    [
      "con una ricevuta ancora cercata",
      async () => {
        await load();
        const recupero = {
          versione: 0,
          ...chiave,
          iur: "r",
          stato: "DA_RECUPERARE",
          origine: "FLUSSO",
          dataRilevazione: ADESSO,
          tentativi: 0,
          urgente: false,
        } as const;
        await m.store({ azione: "crea", entita: "recupero", valore: recupero });
      },
      "RECUPERO_APERTO",
    ],
    [
      "con una notifica da spedire",
      async () => {
        await load();
        const notifica = {
          versione: 0,
          ...chiave,
          idRicevuta: "r",
          idA2A: "A",
          tipo: "RICEVUTA",
          stato: "DA_SPEDIRE",
          tentativi: 0,
          data: ADESSO,
        } as const;
        await m.store({ azione: "crea", entita: "notifica", valore: notifica });
      },
      "NOTIFICA_IN_CORSO",
    ],
  ])("non tocca una pendenza %s, e l'anteprima dice perché", async (_caso, prepare, motivo) => {
    await prepare();
    await saveConservazione(porte())(COMUNE, MESI, scambio());
    expect(await previewConservazione(porte())(COMUNE, { mesi: undefined, cursore: undefined }, CHI)).toMatchObject({
      valore: { esaminate: 1, anonimizzabili: 0, conservate: { [motivo]: 1 } },
    });
    expect(await runConservazione(porte())(m.traccia)).toMatchObject({ anonimizzate: 0 });
    expect((await pendenza())?.debitore.identificativo).toBe(CF);
  });

  it("l'anteprima prova altre regole senza modificare nulla", async () => {
    await load();
    const prima = tuttoArchivio();
    const preview = previewConservazione(porte());
    expect(await preview(COMUNE, { mesi: MESI, cursore: undefined }, CHI)).toMatchObject({ valore: { anonimizzabili: 1 } });
    expect(await preview(COMUNE, { mesi: { ...MESI, pagateMesi: 120 }, cursore: undefined }, CHI)).toMatchObject({
      valore: { anonimizzabili: 0, conservate: { OBBLIGO_CONTABILE: 1 } },
    });
    expect(await preview(COMUNE, { mesi: undefined, cursore: undefined }, CHI)).toMatchObject({
      valore: { conservate: { OBBLIGO_CONTABILE: 1 } },
    });
    expect(await preview("99999999999", { mesi: MESI, cursore: undefined }, CHI)).toMatchObject({ errore: { codice: "NON_TROVATO" } });
    expect(tuttoArchivio()).toBe(prima);
  });

  describe("il cittadino", () => {
    const impronte = createImpronte({});
    const cittadini = () => ({ ...porte(), impronte, giornale: new GiornaleArchivio(m.deposito, new DocumentiInMemoria()) });
    const exportDati = (chiamante = CHI) =>
      exportCittadino(cittadini())({ codiceFiscale: CF.toLowerCase() }, { chiamante, traccia: m.traccia });
    const erase = (conferma: boolean) => eraseCittadino(cittadini())({ codiceFiscale: CF, conferma }, scambio());

    it("ottiene tutto ciò che si conserva di lui, con chi lo ha letto, e la richiesta resta nel giornale", async () => {
      await load();
      await m.unitOfWork.putEventi([m.traccia.evento({ ...chiave, tipoEvento: "getPendenza", principal: "curioso" })]);
      await m.unitOfWork.putEventi([m.traccia.evento({ idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1", principal: "altro curioso" })]);
      const dati = await exportDati();
      expect(dati.posizioni).toMatchObject([
        {
          posizione: {
            pendenza: { iuv: chiave.iuv },
            tentativi: [{ ccp: "c1" }],
            ricevute: [{}],
            riscossioni: [{ iur: "i1" }],
            storia: [{ id: "s1" }],
          },
          eventi: [{ principal: "altro curioso" }, { principal: "curioso" }],
          conservazione: { esito: "CONSERVATA", motivo: "OBBLIGO_CONTABILE", finoAl: "2034-01-10" },
        },
      ]);
      expect((await exportDati()).letture.map(({ sottotipoEvento }) => sottotipoEvento)).toEqual([
        "ESPORTAZIONE_CITTADINO",
        "ESPORTAZIONE_CITTADINO",
      ]);
      expect(JSON.stringify(m.deposito.all("eventi"))).not.toContain(CF);
    });

    it("se la richiesta non si può annotare non si dà nulla", async () => {
      m.observe(({ operazione }) => {
        if (operazione === "putMany") throw new Error("guasto");
      });
      await expect(exportDati()).rejects.toThrow("guasto");
    });

    it("chi non vede un creditore non ne riceve i dati", async () => {
      await load();
      expect((await exportDati({ ...CHI, domini: [{ idDominio: "99999999999" }] })).posizioni).toEqual([]);
    });

    it("chiede la cancellazione: la legge trattiene ciò che deve, il resto si anonimizza solo con la conferma", async () => {
      await load();
      expect((await erase(true)).esiti).toMatchObject([{ decisione: { motivo: "OBBLIGO_CONTABILE", finoAl: "2034-01-10" } }]);
      await saveConservazione(porte())(COMUNE, MESI, scambio());
      expect((await erase(false)).esiti).toMatchObject([{ decisione: { esito: "ANONIMIZZABILE" } }]);
      expect((await pendenza())?.debitore.identificativo).toBe(CF);
      expect((await erase(true)).esiti).toMatchObject([{ decisione: { esito: "ANONIMIZZATA" } }]);
      expect((await erase(true)).esiti).toEqual([]);
      expect(tuttoArchivio()).not.toContain(CF);
    });
  });
});
