/** Attempts of the legacy family through the same reads as the modern ones: RPT and RT as data, as XML, printed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AnagraficheInCache } from "../../../shared/adapters/archivio/anagrafiche.ts";
import * as posizione from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { DocumentiInMemoria } from "../../../shared/adapters/memory/documenti.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { OriginaliCompressi } from "../../../shared/adapters/originali/originali-compressi.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { toJsonNodo } from "../../../shared/domain/pagamenti/json-nodo.ts";
import { riferimentiPendenza, type Tentativo } from "../../../shared/domain/pagamenti/tentativo.ts";
import { toRicevuta } from "../../../shared/domain/ricevute/ricevuta-nodo.ts";
import { toRichiestaRicevuta } from "../../../shared/domain/storico/ricevuta-storica.ts";
import { rptDi } from "../../../shared/domain/storico/rpt.ts";
import { readRt } from "../../../shared/runtime/storico/read-rt.ts";
import { APPLICAZIONE, COMUNE, INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { buildPendenza } from "../../sostegno/esempi.ts";
import { righeDi, scriviRt } from "../../sostegno/storico.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { consegnaRt } from "../pagopa/messaggi-storici.ts";

const IUV = "01000000000000133";
const DATI = { idDominio: COMUNE, iuv: IUV };
const INTESTAZIONE = { identificativoIntermediarioPA: INTERMEDIARIO, identificativoStazioneIntermediarioPA: STAZIONE };

/** One attempt paid and one not, each with its RPT and its RT. */
async function seed(ambiente: AmbienteApi): Promise<void> {
  const pendenza = buildPendenza({ stato: "ESEGUITA", importoPagato: 10_050n, dataPagamento: "2026-11-25T10:00:00.000Z" });
  const creditore = await new AnagraficheInCache(ambiente.deposito, clockDiSistema).getCreditore(COMUNE);
  if (!creditore) throw new Error("manca il creditore di prova");
  const originali = new OriginaliCompressi(new DocumentiInMemoria());
  const mappe = { pendenza: posizione.mappaPendenza, tentativo: posizione.mappaTentativo, ricevuta: posizione.mappaRicevuta };
  const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  await unitOfWork.commit([{ azione: "crea", entita: "pendenza", valore: pendenza }]);
  for (const [ccp, esito] of [
    ["pagato", "0"],
    ["scaduto", "3"],
  ] as const) {
    const rpt = rptDi(pendenza, creditore, {
      trasferimenti: [
        {
          ...{
            indice: 1,
            importo: 10_050n,
            idDominio: COMUNE,
            ragioneSociale: "Comune di Prova",
            causale: "/RFB/1",
            categoria: "9/0101002IM/",
            metadata: [],
          },
          accredito: { tipo: "conto", iban: "IT60X0542811101000000123456" },
        },
      ],
      ...{ idStazione: STAZIONE, ccp, idMessaggio: `M-${ccp}`, adesso: "2026-11-25T09:59:00.000Z", tipoVersamento: "BBT" },
    });
    if (!rpt.ok) throw new Error(rpt.errore.descrizione);
    const rt = { ...DATI, ccp, esito, riferimento: `M-${ccp}`, righe: esito === "0" ? righeDi(rpt.valore) : [] };
    const letta = readRt(scriviRt(rt));
    if (!letta.ok) throw new Error(letta.errore);
    const testata = { ...INTESTAZIONE, identificativoDominio: COMUNE, identificativoUnivocoVersamento: IUV, codiceContestoPagamento: ccp };
    const originale = await originali.keep(consegnaRt(rt), `originale-${ccp}`);
    const arrivo = { primitiva: "paaInviaRT", richiesta: toRichiestaRicevuta(testata, letta.valore), rt: letta.valore, originale } as const;
    const tentativo: Tentativo = {
      versione: 0,
      ...riferimentiPendenza(pendenza),
      ...{
        ccp,
        stato: "RT_ACCETTATA_PA",
        modello: "Pagamento ad iniziativa Ente",
        dataRichiesta: "2026-11-25T09:59:00.000Z",
        importo: 10_050n,
      },
      ...{ idStazione: STAZIONE, idRicevuta: ccp, dataRicevuta: "2026-11-25T10:00:00.000Z", codiceEsito: esito },
      ...{ rpt: toJsonNodo(rpt.valore), tipoRpt: "RPT", voci: [1] },
    };
    const riferimenti = { idA2A: APPLICAZIONE, idPendenza: pendenza.idPendenza, ccp, numeroAvviso: pendenza.numeroAvviso };
    const esitoScrittura = await unitOfWork.commit([
      { azione: "crea", entita: "tentativo", valore: tentativo },
      { azione: "crea", entita: "ricevuta", valore: toRicevuta({ ...arrivo, ricevutaAlle: "2026-11-25T10:00:00.000Z" }, riferimenti, []) },
    ]);
    expect(esitoScrittura.ok).toBe(true);
  }
}

describe("attempts of the legacy family", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seed(ambiente);
  });
  afterAll(() => ambiente.stop());
  const get = (id: string, ccp: string, accept = "application/json") =>
    ambiente.invoke(`pendenze/${id}`, { params: { ...DATI, ccp }, headers: { accept } });

  it("show the RPT as data, in the words of its schema", async () => {
    const { status, body } = await get("getRpt", "pagato");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      dominio: { identificativoDominio: COMUNE },
      soggettoPagatore: { anagraficaPagatore: "Mario Rossi" },
      datiVersamento: {
        importoTotaleDaVersare: 100.5,
        codiceContestoPagamento: "pagato",
        datiSingoloVersamento: [{ importoSingoloVersamento: 100.5 }],
      },
    });
  });

  it("show the RPT as the XML that was sent", async () => {
    const { status, testo, headers } = await get("getRpt", "pagato", "application/xml");
    expect([status, headers["content-type"]]).toEqual([200, "application/xml"]);
    expect(testo).toContain('<RPT xmlns="http://www.digitpa.gov.it/schemas/2011/Pagamenti/">');
    expect(testo).toContain("<importoTotaleDaVersare>100.50</importoTotaleDaVersare>");
  });

  it("show the RT as data and as the XML that the envelope carried", async () => {
    const { body } = await get("getRt", "pagato");
    expect(body).toMatchObject({ datiPagamento: { codiceEsitoPagamento: "0", importoTotalePagato: 100.5 } });
    const { status, testo } = await get("getRt", "pagato", "application/xml");
    expect(status).toBe(200);
    const letta = readRt(testo);
    expect(letta).toMatchObject({ ok: true, valore: { datiPagamento: { CodiceContestoPagamento: "pagato" } } });
  });

  it.each(["pagato", "scaduto"])("print the RT of the attempt %s", async (ccp) => {
    const { status, headers, bytes } = await get("getRt", ccp, "application/pdf");
    expect([status, headers["content-type"], bytes.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
  });

  it.each([
    ["ESEGUITO", ["pagato"]],
    ["DECORRENZA", ["scaduto"]],
    ["ESEGUITO_PARZIALE", []],
    ["DECORRENZA_PARZIALE", []],
  ])("are listed by outcome %s", async (esitoPagamento, attesi) => {
    const { body } = await ambiente.invoke("pendenze/findRpp", { query: { esitoPagamento } });
    const risultati = body["risultati"] as readonly {
      readonly rpt: { readonly datiVersamento: { readonly codiceContestoPagamento: string } };
    }[];
    expect(risultati.map(({ rpt }) => rpt.datiVersamento.codiceContestoPagamento)).toEqual(attesi);
  });

  it("are read as receipts too, under the names of the legacy types", async () => {
    const { status, body } = await ambiente.invoke("riconciliazione/getRicevuta", {
      params: { idDominio: COMUNE, iuv: IUV, idRicevuta: "pagato" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      esito: "ESEGUITO",
      rpt: { tipo: "ctRichiestaPagamentoTelematico" },
      rt: { tipo: "ctRicevutaTelematica" },
    });
    const { xml } = body["rt"] as { readonly xml: string };
    expect(readRt(Buffer.from(xml, "base64").toString("utf8")).ok).toBe(true);
  });
});
