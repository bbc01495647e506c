/** What both APIs answer of a batch that is there: list, detail, rows and files. */
import { expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { fileMypay, INTESTAZIONI_MYPAY, rigaMypay } from "../../sostegno/tracciati.ts";
import type { Esito } from "../ambiente.ts";
import { type Api, conErrore, createProva, PERCORSI, type Prova } from "./suite.ts";

export const suiteFind = (api: Api): void => {
  const prova = createProva(api);
  it("lists the batches from the latest, by creditor and state, a page at a time", async () => {
    const primo = await prova.upload(fileMypay(1));
    const secondo = await prova.upload("a;b\r\n1;2\r\n", { nomeFile: "rotto.csv" });
    await prova.elabora(primo);
    await prova.elabora(secondo);
    const idDi = (esito: Esito): unknown[] => {
      const { risultati } = esito.body;
      return Array.isArray(risultati) ? risultati.map(({ id }) => String(id)) : [];
    };
    const lista = (query: Readonly<Record<string, string>>) => prova.invoke("findTracciatiPendenze", { query });
    expect(idDi(await lista({}))).toEqual([secondo, primo]);
    expect(idDi(await lista({ statoTracciatoPendenza: "ESEGUITO" }))).toEqual([primo]);
    expect(idDi(await lista({ statoTracciatoPendenza: "SCARTATO", idDominio: COMUNE }))).toEqual([secondo]);
    expect(idDi(await lista({ idDominio: UNIONE }))).toEqual([]);
    const pagina = await lista({ risultatiPerPagina: "1" });
    expect(pagina.body).toMatchObject({ numRisultati: 2, numPagine: 2, pagina: 1 });
    const { prossimiRisultati } = pagina.body;
    expect(String(prossimiRisultati)).toContain(`${PERCORSI[api]}?`);
    expect(idDi(await lista(Object.fromEntries(new URL(String(prossimiRisultati), "http://x").searchParams)))).toEqual([primo]);
    expect((await lista({ statoTracciatoPendenza: "BOH" })).status).toBe(400);
  });
};

export const suiteGet = (api: Api): void => {
  const prova = createProva(api);
  it("tells format, counters and progress", async () => {
    const id = await prova.upload(fileMypay(3) + conErrore(4));
    await prova.elabora(id);
    const { status, body } = await prova.invoke("getTracciatoPendenze", { params: { id } });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        ...{ id: Number(id), stato: "ESEGUITO_CON_ERRORI", formato: "mypay", versioneFormato: "1.3", simulazione: false },
        ...{ numeroOperazioniTotali: 4, numeroOperazioniEseguite: 3, numeroOperazioniFallite: 1 },
        descrizioneStato: "4 righe, 3 riuscite, 1 rifiutate",
        avanzamento: expect.objectContaining({ percentuale: 100 }),
      }),
    ]);
  });

  it("answers 404 for a batch that does not exist", async () => {
    expect((await prova.invoke("getTracciatoPendenze", { params: { id: "1" } })).status).toBe(404);
  });
};

export const suiteOperazioni = (api: Api): void => {
  const prova = createProva(api);
  it("lists the rows in order, across stages, by page and by cursor", async () => {
    const id = await prova.upload(fileMypay(520) + conErrore(521));
    await prova.elabora(id);
    const lista = (query: Readonly<Record<string, string>>) => prova.invoke("findOperazioniTracciato", { params: { id }, query });
    const pagina = await lista({ risultatiPerPagina: "30", pagina: "17" });
    const { risultati, prossimiRisultati, ...resto } = pagina.body;
    expect(resto).toMatchObject({ numRisultati: 521, numPagine: 18, pagina: 17 });
    expect(Array.isArray(risultati) && risultati.map(({ numero }) => numero)).toEqual(Array.from({ length: 30 }, (_, i) => 481 + i));
    const ultima = await lista(Object.fromEntries(new URL(String(prossimiRisultati), "http://x").searchParams));
    expect(ultima.body["prossimiRisultati"]).toBeUndefined();
    const righe = ultima.body["risultati"];
    expect(Array.isArray(righe) && righe.at(-1)).toMatchObject({
      ...{ numero: 521, tipoOperazione: "ADD", stato: "SCARTATO", esito: "TVR_000", identificativoPendenza: "IUD-0000521" },
      richiesta: expect.stringContaining("IGNOTO"),
      risposta: { codice: "TVR_000" },
    });
    expect(Array.isArray(righe) && righe[0]).toMatchObject({
      stato: "ESEGUITO",
      esito: "ADD_OK",
      risposta: { numeroAvviso: expect.any(String) },
    });
    expect((await lista({ risultatiPerPagina: "0" })).body).toMatchObject({ numRisultati: 521, risultati: [] });
  });

  it("answers 404 for a batch that does not exist", async () => {
    expect((await prova.invoke("findOperazioniTracciato", { params: { id: "1" } })).status).toBe(404);
  });
};

export const suiteFile = (api: Api, operazione: string, prepara: (prova: Prova) => Promise<string>, attesa: RegExp, tipo: string): void => {
  const prova = createProva(api);
  it("gives the file", async () => {
    const id = await prepara(prova);
    const { status, headers, bytes } = await prova.invoke(operazione, { params: { id } });
    expect([status, headers["content-type"], headers["content-disposition"]]).toEqual([
      200,
      expect.stringContaining(tipo),
      expect.stringContaining("attachment; filename="),
    ]);
    expect(bytes.toString("latin1")).toMatch(attesa);
  });

  if (operazione === "getRichiestaTracciato")
    it("gives a large file by a link that works", async () => {
      const id = await preparaFile.grande(prova);
      const { status, headers, testo } = await prova.invoke(operazione, { params: { id } });
      expect([status, testo]).toEqual([303, ""]);
      const scaricato = await fetch(headers["location"] ?? "");
      expect([scaricato.status, (await scaricato.text()).startsWith("IUD;codIuv")]).toEqual([200, true]);
    });

  it("answers 404 when there is none", async () => {
    expect((await prova.invoke(operazione, { params: { id: "1" } })).status).toBe(404);
    if (operazione === "getRichiestaTracciato") return;
    const id = await prova.upload(fileMypay(1), { nomeFile: "in-attesa.csv" });
    const { status, body } = await prova.invoke(operazione, { params: { id } });
    expect([status, body["dettaglio"]]).toEqual([404, expect.stringContaining("IN_ATTESA")]);
  });
};

export const preparaFile = {
  richiesta: (prova: Prova) => prova.upload(fileMypay(2)),
  eseguito: async (prova: Prova) => {
    const id = await prova.upload(fileMypay(2) + conErrore(3));
    await prova.elabora(id);
    return id;
  },
  stampato: async (prova: Prova) => {
    const id = await prova.upload(fileMypay(2), { stampaAvvisi: "true" });
    expect(await prova.elabora(id)).toMatchObject({
      stato: "ESEGUITO",
      numeroAvvisiTotali: 2,
      numeroAvvisiStampati: 2,
      numeroAvvisiFalliti: 0,
    });
    return id;
  },
  /** More than an answer can carry. */
  grande: async (prova: Prova) => {
    const riga = rigaMypay(1, { azione: "A", celle: { indirizzoPagatore: "x".repeat(2_000) } });
    return prova.upload(`${INTESTAZIONI_MYPAY["1.3"]}\r\n${riga.repeat(1_900)}`);
  },
};
