import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toElemento } from "../../../shared/adapters/archivio/mappa.ts";
import { mappaPendenza, mappaRicevuta, mappaTentativo } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import type { Tentativo } from "../../../shared/domain/pagamenti/tentativo.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { buildPendenza, buildRicevuta } from "../../sostegno/esempi.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const tentativo = (altro: Partial<Tentativo>): Tentativo => {
  const { idA2A, iuv, numeroAvviso, importo } = buildPendenza();
  return {
    ...{ versione: 0, idDominio: COMUNE, idA2A, idPendenza: "PAGATA", iuv, numeroAvviso, importo, ccp: "c1", idStazione: "80008000801_01" },
    ...{ idTipoPendenza: "TARI", idDebitore: "RSSMRA85T10A562S" },
    ...{
      stato: "RPT_ACCETTATA_NODO",
      modello: "Modello unico",
      dataRichiesta: "2026-11-25T08:00:00.000Z",
      rpt: { n: 1 },
      tipoRpt: "ctPaymentPAV2",
    },
    ...altro,
  };
};

describe("GET /pendenze/v2/pendenze/{idA2A}/{idPendenza}", () => {
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    api = await createImpianto();
    await api.sample("addPendenza", "a-due-voci");
  });
  afterAll(() => api.stop());
  const get = (idPendenza: string, as = "gest-tributi", idA2A = "GEST-TRIBUTI") =>
    api.invoke("pendenze/getPendenza", { params: chiave(idPendenza, idA2A), as });

  it.each(["dettaglio", "ignota"])("answers the sample %s as it says", async (caso) => {
    const { atteso, esito } = await api.sample("getPendenza", caso);
    expect(esito.status).toBe(atteso);
  });

  it("gives back what was loaded, amounts to the cent, with what the service adds", async () => {
    const { body } = await get("TARI-2026-0001");
    expect(body).toMatchObject({
      ...{
        stato: "NON_ESEGUITA",
        tipo: "dovuto",
        importo: 150.5,
        iuvAvviso: "01900000000000180",
        numeroAvviso: "301900000000000180",
        rpp: [],
      },
      dominio: { idDominio: COMUNE, ragioneSociale: "Comune di Prova" },
      dataCaricamento: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      voci: [
        {
          indice: 1,
          importo: 120.25,
          codEntrata: "TARI",
          stato: "Non eseguito",
          contabilita: { quote: [{ importo: 100.25 }, { importo: 20 }] },
        },
        { indice: 2, importo: 30.25 },
      ],
    });
    for (const assente of ["dataPagamento", "iuvPagamento", "descrizioneStato", "documento"]) expect(body).not.toHaveProperty(assente);
  });

  it("gives back every optional field untouched", async () => {
    const facoltativi = {
      ...{
        nome: "Rata",
        tassonomia: "Tributi",
        tassonomiaAvviso: "Imposte e tasse",
        direzione: "D1",
        divisione: "S1",
        annoRiferimento: 2026,
      },
      ...{ cartellaPagamento: "C-1", datiAllegati: { a: [1, { b: null }] }, dataValidita: "2099-01-01", dataScadenza: "2099-02-01" },
      ...{ dataNotificaAvviso: "2098-01-01", dataPromemoriaScadenza: "2099-01-15", idUnitaOperativa: "TRIBUTI" },
      documento: { identificativo: "DOC-1", descrizione: "Piano", rata: 2 },
      proprieta: { linguaSecondaria: "de", descrizioneImporto: [{ voce: "Quota", importo: 1.5 }], dataScandenzaAvviso: "2099-01-31" },
    };
    const { idUnitaOperativa, ...attesi } = facoltativi;
    const voce = {
      idVocePendenza: "1",
      importo: 100.5,
      descrizione: "TARI",
      codEntrata: "TARI",
      metadata: { mapEntries: [{ key: "k", value: "v" }] },
      datiAllegati: { x: 1 },
    };
    expect((await api.put("COMPLETA", corpo({ ...facoltativi, voci: [voce] }))).status).toBe(201);
    expect((await get("COMPLETA")).body).toMatchObject({
      ...attesi,
      unitaOperativa: { idUnita: idUnitaOperativa, ragioneSociale: "Ufficio Tributi" },
      voci: [voce],
    });
  });

  it("costs one request", async () => {
    api.richieste.length = 0;
    await get("TARI-2026-0001");
    expect(api.richieste).toEqual(["Query"]);
  });

  it("does not exist for who may not see its creditor or its type", async () => {
    const [altrui, ignota] = await Promise.all([get("TARI-2026-0001", "gest-mensa"), get("MAI-VISTA", "gest-mensa")]);
    expect(altrui).toMatchObject({ status: 404, body: { codice: "404000" } });
    expect(altrui.testo.replace("TARI-2026-0001", "?")).toBe(ignota.testo.replace("MAI-VISTA", "?"));
  });

  it("shows SCADUTA from the day after the expiry", async () => {
    await api.put("SCADUTA", corpo({ dataScadenza: "2020-01-01" }));
    expect((await get("SCADUTA")).body).toMatchObject({ stato: "SCADUTA", dataScadenza: "2020-01-01" });
  });

  it("tells the payment and each attempt, with the receipt of the one that ended well", async () => {
    const pendenza = buildPendenza({
      idPendenza: "PAGATA",
      stato: "ESEGUITA",
      dataPagamento: "2026-11-25T23:30:00.000Z",
      importoPagato: 10_050n,
    });
    const ricevuta = buildRicevuta({ idPendenza: "PAGATA", rt: { receiptId: "ricevuta-1" } });
    const tentativi = [
      tentativo({}),
      tentativo({ ccp: "c2", dataRichiesta: "2026-11-25T09:00:00.000Z", stato: "RT_ACCETTATA_PA", idRicevuta: "ricevuta-1" }),
    ];
    await api.deposito.putMany("archivio", [
      toElemento(mappaPendenza, pendenza, 1),
      toElemento(mappaRicevuta, ricevuta, 1),
      ...tentativi.map((t) => toElemento(mappaTentativo, t, 1)),
    ]);
    expect((await get("PAGATA")).body).toMatchObject({
      // Half past midnight in Rome.
      ...{ stato: "ESEGUITA", dataPagamento: "2026-11-26", iuvPagamento: pendenza.iuv },
      rpp: [
        { stato: "RPT_ANNULLATA", rpt: { n: 1 }, modello: "Modello unico", pendenza: { idPendenza: "PAGATA", stato: "ESEGUITA" } },
        { stato: "RT_ACCETTATA_PA", rt: { receiptId: "ricevuta-1" } },
      ],
    });
  });
});
