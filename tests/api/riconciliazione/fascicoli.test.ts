/** The money desk from the outside: from the payment that does not fit to the refund, with four eyes, the letter and the accounting effect. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappaFascicolo } from "../../../shared/adapters/archivio/mappe-fascicolo.ts";
import { mappaPendenza, mappaRicevuta, mappaRiscossione } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Fascicolo } from "../../../shared/domain/fascicoli/fascicolo.ts";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { ADESSO, buildPendenza, buildRicevuta } from "../../sostegno/esempi.ts";
import { buildRiscossione } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente, type Esito } from "../ambiente.ts";

const IUV = "01000000000000133";
const ALTRA = "gest-mensa";
const chiave = (iur: string) => ({ idDominio: COMUNE, id: `${IUV}.R.${iur}` });

const buildFascicolo = (iur: string, altro: Partial<Fascicolo> = {}): Fascicolo => ({
  ...{ versione: 0, ...chiave(iur), iuv: IUV, motivo: "PAGAMENTO_DUPLICATO", stato: "APERTO", iur, origine: "RICEVUTA" },
  ...{ importo: 10_050n, importoDovuto: 0n, dataPagamento: ADESSO, dettaglio: "già pagati 100.50", storia: [] },
  ...{ idTipoPendenza: "TARI", dataApertura: ADESSO, dataUltimaVariazione: ADESSO },
  ...altro,
});

describe("i fascicoli", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    const mappe = { fascicolo: mappaFascicolo, pendenza: mappaPendenza, ricevuta: mappaRicevuta, riscossione: mappaRiscossione };
    const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), {
      conservazioneEventiGiorni: 760,
    });
    const [voce] = buildPendenza().voci;
    if (!voce) throw new Error("voce assente");
    const contabilita = { quote: [{ capitolo: "=E100", annoEsercizio: 2026, importo: 10_050n, accertamento: "2026/7" }] };
    const scritti = await unitOfWork.commit([
      { azione: "crea", entita: "pendenza", valore: buildPendenza({ stato: "ANOMALA", voci: [{ ...voce, contabilita }] }) },
      { azione: "crea", entita: "ricevuta", valore: buildRicevuta({ idRicevuta: "uno" }) },
      { azione: "crea", entita: "riscossione", valore: buildRiscossione(1, { iuv: IUV, iur: "uno", importo: 10_050n }) },
      ...["uno", "due"].map((iur) => ({ azione: "crea", entita: "fascicolo", valore: buildFascicolo(iur) }) as const),
      { azione: "crea", entita: "fascicolo", valore: buildFascicolo("meno", { motivo: "IMPORTO_INFERIORE", importoDovuto: 20_000n }) },
    ]);
    expect(scritti.ok).toBe(true);
  });
  afterAll(() => ambiente.stop());
  const act = (iur: string, body: unknown, altro: Readonly<Record<string, unknown>> = {}): Promise<Esito> =>
    ambiente.invoke("riconciliazione/updateFascicolo", { params: chiave(iur), body, ...altro });

  it.each<[string, Record<string, string>, number]>([
    ["tutti", {}, 3],
    ["da lavorare", { idDominio: COMUNE, daLavorare: "true" }, 3],
    ["per motivo", { motivo: "IMPORTO_INFERIORE" }, 1],
    ["per IUV", { iuv: IUV }, 3],
    ["di un altro ente", { idDominio: UNIONE }, 0],
  ])("si elencano: %s", async (_quali, query, quanti) => {
    const { status, body } = await ambiente.invoke("riconciliazione/findFascicoli", { query });
    expect([status, body["numRisultati"]]).toEqual([200, quanti]);
  });

  it("si portano in un foglio di calcolo", async () => {
    const { headers, testo } = await ambiente.invoke("riconciliazione/findFascicoli", { headers: { accept: "text/csv" } });
    const righe = testo.trimEnd().split("\r\n");
    expect([headers["content-type"], righe.length]).toEqual(["text/csv", 4]);
    expect(righe.find((riga) => riga.includes(".R.meno;"))).toContain(";100.50;200.00;-99.50;");
  });

  it("un rimborso intero: proposta, seconda persona nel Backoffice, mandato, lettera, effetto contabile", async () => {
    const proposto = await act("uno", { azione: "PROPONI_RIMBORSO", motivazione: "pagato due volte" }, { headers: { "if-match": '"1"' } });
    expect([proposto.status, proposto.body["stato"]]).toEqual([200, "RIMBORSO_PROPOSTO"]);
    const id = String(Object(proposto.body["rimborso"]).idApprovazione);
    const daSolo = await act("uno", { azione: "AUTORIZZA_RIMBORSO", motivazione: "faccio da solo" });
    expect([daSolo.status, daSolo.body["dettaglio"]]).toEqual([403, expect.stringContaining(id)]);
    const vista = await ambiente.invoke("backoffice/getApprovazione", { params: { id } });
    expect(vista.body).toMatchObject({ tipo: "RIMBORSO", stato: "RICHIESTA", richiedente: "gest-tributi" });
    const decisa = await ambiente.invoke("backoffice/decidiApprovazione", { params: { id }, body: { esito: "APPROVATA" } });
    expect([decisa.status, decisa.body["stato"]]).toEqual([200, "APPROVATA"]);
    const mandato = { numero: "123", data: "2026-12-01" };
    const registrato = await act("uno", { azione: "REGISTRA_RIMBORSO", motivazione: "emesso", mandato });
    expect([registrato.status, registrato.body["stato"]]).toEqual([200, "RIMBORSATO"]);

    const { body, headers } = await ambiente.invoke("riconciliazione/getFascicolo", { params: chiave("uno") });
    expect(headers["etag"]).toBe('"4"');
    expect(body).toMatchObject({
      rimborso: { importo: 100.5, richiedente: "gest-tributi", autorizzatoDa: "amministratore", mandato },
      debitore: { anagrafica: "Mario Rossi" },
      effettoContabile: { documento: "MANDATO", importo: 100.5, quote: [{ movimento: "STORNO", importo: 100.5, accertamento: "2026/7" }] },
      storia: [{ autore: "gest-tributi" }, { autore: "amministratore" }, { autore: "gest-tributi" }],
    });
    const csv = await ambiente.invoke("riconciliazione/getFascicolo", { params: chiave("uno"), headers: { accept: "text/csv" } });
    expect([csv.headers["content-type"], csv.testo.split("\r\n").length]).toEqual(["text/csv", 3]);
    // What a spreadsheet would run as a formula is only text.
    expect(csv.testo).toContain(";'=E100;");
    const lettera = await ambiente.invoke("riconciliazione/getLettera", { params: chiave("uno") });
    expect([lettera.status, lettera.headers["content-type"], lettera.bytes.subarray(0, 5).toString()]).toEqual([
      200,
      "application/pdf",
      "%PDF-",
    ]);
  });

  it("due persone insieme sullo stesso fascicolo: una vince", async () => {
    const esiti = await Promise.all([
      act("due", { azione: "ACCETTA", motivazione: "è un acconto" }),
      act("due", { azione: "CHIUDI", motivazione: "già visto" }, { as: "amministratore", headers: { "if-match": '"1"' } }),
    ]);
    expect(esiti.filter(({ status }) => status === 200).length).toBe(1);
    expect(esiti.filter(({ status }) => [409, 412, 422].includes(status)).length).toBe(1);
  });

  it.each<[string, unknown, number, string]>([
    ["un'azione che non c'è", { azione: "BRUCIA", motivazione: "x" }, 400, "azione"],
    ["senza motivo", { azione: "ACCETTA" }, 400, "motivazione"],
    ["un rimborso di ciò che manca", { azione: "PROPONI_RIMBORSO", motivazione: "x" }, 422, "non è arrivato più del dovuto"],
    ["un importo con tre decimali", { azione: "PROPONI_RIMBORSO", motivazione: "x", importo: 1.001 }, 400, "2 decimali"],
    [
      "un mandato senza proposta",
      { azione: "REGISTRA_RIMBORSO", motivazione: "x", mandato: { numero: "1", data: "2026-12-01" } },
      422,
      "APERTO",
    ],
    [
      "un mandato in un giorno che non c'è",
      { azione: "REGISTRA_RIMBORSO", motivazione: "x", mandato: { numero: "1", data: "2026-02-30" } },
      400,
      "data",
    ],
  ])("rifiuta %s, dicendo che cosa, e non cambia niente", async (_caso, body, status, dettaglio) => {
    const esito = await act("meno", body);
    expect([esito.status, esito.body["dettaglio"]]).toEqual([status, expect.stringContaining(dettaglio)]);
    expect((await ambiente.invoke("riconciliazione/getFascicolo", { params: chiave("meno") })).headers["etag"]).toBe('"1"');
  });

  it("per un altro ente non esistono: né elenco, né dettaglio, né lettera, né decisioni", async () => {
    const elenco = await ambiente.invoke("riconciliazione/findFascicoli", { as: ALTRA });
    expect([elenco.body["numRisultati"], elenco.body["risultati"]]).toEqual([0, []]);
    const params = chiave("meno");
    const [altrui, assente] = await Promise.all(
      [params, chiave("nessuno")].map((p) => ambiente.invoke("riconciliazione/getFascicolo", { params: p, as: ALTRA })),
    );
    expect([altrui?.status, altrui?.body["descrizione"]]).toEqual([404, assente?.body["descrizione"]]);
    const lettera = await ambiente.invoke("riconciliazione/getLettera", { params, as: ALTRA });
    const decisa = await act("meno", { azione: "ACCETTA", motivazione: "x" }, { as: ALTRA });
    expect([lettera.status, decisa.status]).toEqual([404, 404]);
  });
});
