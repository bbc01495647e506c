/** Attempts are read by two APIs under different rights: one suite says what both must answer. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { CCP, IUV, ORIGINALE, PAGAMENTO, RICEVUTA, seedPagamento } from "./sostegno.ts";

type Api = "pendenze" | "pendenze-v1" | "pagamento";
const CHIAVE = { idDominio: COMUNE, iuv: IUV, ccp: CCP };

/** The archive of the tests, started once for the file. */
const withAmbiente = (): { readonly invoke: AmbienteApi["invoke"] } => {
  let ambiente: AmbienteApi | undefined;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente?.stop());
  return {
    invoke: (operazione, chiamata) => {
      if (!ambiente) throw new Error("ambiente non avviato");
      return ambiente.invoke(operazione, chiamata);
    },
  };
};

export const suiteElencoRpp = (api: Api): void => {
  const { invoke } = withAmbiente();

  it.each<[string, Record<string, string>, number]>([
    ["everything of the application", {}, 1],
    ["payment code", { iuv: IUV }, 1],
    ["attempt", { ccp: CCP }, 1],
    ["portal payment", { idPagamento: PAGAMENTO }, 1],
    ["another payment", { idPagamento: "altro" }, 0],
    ["outcome", { esitoPagamento: "ESEGUITO" }, 1],
    ["another outcome", { esitoPagamento: "IN_CORSO" }, 0],
    ["an outcome of the retired model", { esitoPagamento: "DECORRENZA" }, 0],
    ["another application", { idA2A: "GEST-MENSA" }, 0],
    ["receipt in place of the attempt", { ccp: RICEVUTA }, 1],
    ["application", { idA2A: "GEST-TRIBUTI" }, 1],
    ["creditor", { idDominio: COMUNE }, 1],
    ["creditor and payment code", { idDominio: COMUNE, iuv: IUV }, 1],
    ["application and debt", { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" }, 1],
    ["debtor, in any case", { idDebitore: "rssmra85t10a562s" }, 1],
    ["another debtor", { idDebitore: "VRDLGI80A01F205X" }, 0],
    ["date of the request", { dataRptDa: "2026-11-25", dataRptA: "2026-11-25" }, 1],
    ["date of the receipt", { dataRtDa: "2026-11-25T10:00:00.000Z", dataRtA: "2026-11-25" }, 1],
    ["date after the receipt", { dataRtDa: "2026-11-26" }, 0],
    ["dates that end before they start", { dataRptDa: "2026-11-26", dataRptA: "2026-11-24" }, 0],
    ["portal payment and a date after it", { idPagamento: PAGAMENTO, dataRptDa: "2026-11-26" }, 0],
  ])("lists by %s", async (_caso, query, quanti) => {
    const { status, body } = await invoke(`${api}/findRpp`, { query });
    expect(status).toBe(200);
    expect(body["numRisultati"]).toBe(quanti);
  });

  it.each([
    ["ordinamento", "-esito"],
    ["campi", "stato,importo"],
    ["idDominio", "abc"],
    ["iuv", "con spazio"],
    ["ccp", ""],
    ["idA2A", "#"],
    ["idPendenza", "x".repeat(36)],
    ["idDebitore", "x".repeat(17)],
    ["idPagamento", ""],
    ["esitoPagamento", "PAGATO"],
    ["dataRptDa", "oggi"],
    ["dataRptA", "2026-13-01"],
    ["dataRtDa", "2026-11-25T10"],
    ["dataRtA", "1"],
    ["pagina", "-1"],
    ["risultatiPerPagina", "x"],
    ["cursore", "WzFd"],
  ])("refuses %s=%s, naming the parameter", async (campo, valore) => {
    expect(await invoke(`${api}/findRpp`, { query: { [campo]: valore } })).toMatchObject({
      status: 400,
      body: { codice: "100001", dettaglio: expect.stringMatching(new RegExp(`^${campo}: `)) },
    });
  });

  it("gives only the fields asked for", async () => {
    const { body } = await invoke(`${api}/findRpp`, { query: { campi: "stato,modello" } });
    expect(body["risultati"]).toEqual([{ stato: "RT_ACCETTATA_PA", modello: "Modello unico" }]);
  });

  it("shows request, receipt and debt together, with links inside the API that was asked", async () => {
    const { body } = await invoke(`${api}/findRpp`);
    expect(body["risultati"]).toMatchObject([
      {
        stato: "RT_ACCETTATA_PA",
        rpt: { paymentAmount: 100.5 },
        rt: { receiptId: RICEVUTA },
        pendenza: {
          idPendenza: "TARI-2026-1",
          stato: "ESEGUITA",
          dominio: { ragioneSociale: "Comune di Prova" },
          rpp: `/${api}/v2/rpp?idA2A=GEST-TRIBUTI&idPendenza=TARI-2026-1`,
        },
      },
    ]);
  });
};

/** `atteso`: what the body must hold, whichever code finds the attempt. */
export const suiteRpp = (api: Api, id: "getRpp" | "getRpt" | "getRt", atteso: Readonly<Record<string, unknown>>): void => {
  const { invoke } = withAmbiente();

  it.each([
    ["its own code", CCP],
    ["the receipt", RICEVUTA],
  ])("finds the attempt by %s", async (_come, ccp) => {
    const { status, body } = await invoke(`${api}/${id}`, { params: { ...CHIAVE, ccp } });
    expect(status).toBe(200);
    expect(body).toMatchObject(atteso);
  });

  it("does not exist for who may not see the debt", async () => {
    const { status } = await invoke(`${api}/${id}`, { params: CHIAVE, as: "gest-mensa" });
    expect(status).toBe(404);
  });

  if (id === "getRpt") {
    it("has no XML when the attempt was born from its receipt", async () => {
      const { status, body } = await invoke(`${api}/getRpt`, { params: CHIAVE, headers: { accept: "application/xml" } });
      expect([status, body["codice"]]).toEqual([404, "404000"]);
    });
  }

  if (id === "getRt") {
    describe("in XML", () => {
      it("gives back the Node's message as it came", async () => {
        const { status, headers, testo } = await invoke(`${api}/getRt`, { params: CHIAVE, headers: { accept: "application/xml" } });
        expect([status, headers["content-type"], testo]).toEqual([200, "application/xml", ORIGINALE]);
      });
    });
    it("is printed when a PDF is asked for", async () => {
      const { status, headers, bytes } = await invoke(`${api}/getRt`, { params: CHIAVE, headers: { accept: "application/pdf" } });
      expect([status, headers["content-type"], bytes.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
      expect(headers["content-disposition"]).toContain(`ricevuta_${IUV}.pdf`);
    });
  }
};
