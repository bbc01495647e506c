/** Bulk batches answer alike to operators and applications: one suite says what, each operation's file asks for its part. The worker runs in process. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventoCoda } from "../../../bench/eventi.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { fileMypay, rigaMypay } from "../../sostegno/tracciati.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

export type Api = "pendenze" | "backoffice";

export const PERCORSI: Readonly<Record<Api, string>> = {
  pendenze: "/pendenze/v2/tracciati",
  backoffice: "/backoffice/v1/pendenze/tracciati",
};
const CSV = { "content-type": "text/csv" };

export interface Prova {
  readonly api: Api;
  invoke(operazione: string, chiamata?: Chiamata): Promise<Esito>;
  /** Uploads a CSV of COMUNE; answers the id. */
  upload(contenuto: string | Uint8Array, query?: Readonly<Record<string, string>>): Promise<string>;
  /** Delivers messages until the batch is ended. */
  elabora(id: string): Promise<Record<string, unknown>>;
}

/** An emulator of tables and one of objects for the file. */
export const createProva = (api: Api): Prova => {
  let ambiente: AmbienteApi | undefined;
  let s3: DepositoS3 | undefined;
  beforeAll(async () => {
    s3 = await startDepositoS3();
    ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  });
  afterAll(async () => {
    await ambiente?.stop();
    await s3?.stop();
  });
  const invoke: Prova["invoke"] = (operazione, chiamata) => {
    if (!ambiente) throw new Error("ambiente non avviato");
    return ambiente.invoke(`${api}/${operazione}`, chiamata);
  };
  const predefiniti: Readonly<Record<string, string>> = api === "backoffice" ? { idA2A: "GEST-TRIBUTI" } : {};
  return {
    api,
    invoke,
    upload: async (body, query = {}) => {
      const esito = await invoke("addTracciatoDominio", {
        params: { id: COMUNE },
        query: { stampaAvvisi: "false", ...predefiniti, ...query },
        headers: CSV,
        body,
      });
      if (esito.status !== 201) throw new Error(`caricamento: ${esito.status} ${esito.testo}`);
      return String(esito.body["id"]);
    },
    elabora: async (id) => {
      const { handler } = await import("../../../functions/consumers/tracciati.ts");
      for (let volta = 0; volta < 20; volta++) {
        const { body } = await invoke("getTracciatoPendenze", { params: { id } });
        if (!/^(IN_|ELABORAZIONE)/.test(String(body["stato"]))) return body;
        await Reflect.apply(handler, undefined, [
          eventoCoda(`m${volta}`, { id, tappa: 1_000_000 }),
          { awsRequestId: "r", functionName: "tracciati" },
        ]);
      }
      throw new Error("il tracciato non finisce");
    },
  };
};

export const conErrore = (n: number): string => rigaMypay(n, { celle: { tipoDovuto: "IGNOTO" } });

export const suiteAddDominio = (api: Api): void => {
  const prova = createProva(api);
  const query: Record<string, string> = api === "backoffice" ? { idA2A: "GEST-TRIBUTI" } : {};
  const carica = (altro: Chiamata) =>
    prova.invoke("addTracciatoDominio", { params: { id: COMUNE }, query, headers: CSV, body: fileMypay(2), ...altro });

  it("answers 201 with the batch in wait, and 200 with the same one to the same file", async () => {
    const prima = await carica({ query: { ...query, nomeFile: "tari.csv" } });
    expect([prima.status, prima.body]).toEqual([
      201,
      {
        ...{ id: expect.any(Number), nomeFile: "tari.csv", dominio: { idDominio: COMUNE }, stato: "IN_ATTESA", stampaAvvisi: true },
        ...{ numeroOperazioniTotali: 0, numeroOperazioniEseguite: 0, numeroOperazioniFallite: 0 },
        ...{ numeroAvvisiTotali: 0, numeroAvvisiStampati: 0, numeroAvvisiFalliti: 0 },
        ...{
          operatoreMittente: expect.any(String),
          dataOraCaricamento: expect.any(String),
          dataOraUltimoAggiornamento: expect.any(String),
        },
      },
    ]);
    expect(Number.isSafeInteger(prima.body["id"])).toBe(true);
    const ancora = await carica({ query: { ...query, nomeFile: "tari.csv" } });
    expect([ancora.status, ancora.body["id"]]).toEqual([200, prima.body["id"]]);
    const forzato = await carica({ query: { ...query, nomeFile: "tari.csv", forza: "true" } });
    expect([forzato.status, forzato.body["id"] === prima.body["id"]]).toEqual([201, false]);
  });

  it("takes a form with the file, and its name", async () => {
    const confine = "----confine-7";
    const parti = [
      `--${confine}\r\ncontent-disposition: form-data; name="nota"\r\n\r\nciao\r\n`,
      `--${confine}\r\ncontent-disposition: form-data; name="file"; filename="C:\\\\ruoli\\\\tari 2026.csv"\r\ncontent-type: text/csv\r\n\r\n${fileMypay(3)}\r\n`,
      `--${confine}--\r\n`,
    ];
    const headers = { "content-type": `multipart/form-data; boundary=${confine}` };
    const esito = await carica({ headers, body: Buffer.from(parti.join("")) });
    expect([esito.status, esito.body["nomeFile"]]).toEqual([201, "tari 2026.csv"]);
    expect(await prova.elabora(String(esito.body["id"]))).toMatchObject({ numeroOperazioniEseguite: 3 });
  });

  it.each<[string, Chiamata, number, RegExp]>([
    ["an empty file", { body: "" }, 400, /^SINTASSI .*vuoto/],
    [
      "a form without a file",
      { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--" },
      400,
      /^SINTASSI .*manca il file/,
    ],
    ["a creditor that does not exist", { params: { id: "99999999999" } }, 422, /^DOM_000/],
    ["an application that does not exist", { query: { idA2A: "NESSUNA" } }, api === "backoffice" ? 400 : 400, /^APP_00[02]/],
  ])("refuses %s", async (_caso, altro, status, atteso) => {
    const { status: trovato, body } = await carica(altro);
    expect([trovato, `${body["codice"]} ${body["dettaglio"]}`]).toEqual([status, expect.stringMatching(atteso)]);
  });
};

export const suiteAddTipo = (api: Api): void => {
  const prova = createProva(api);
  const query: Record<string, string> = { stampaAvvisi: "false", ...(api === "backoffice" && { idA2A: "GEST-TRIBUTI" }) };
  it("reads the rows by the template of the debt type", async () => {
    const richiesta = {
      idPendenza: "{{ pratica }}",
      causale: "Mensa {{ mese }}",
      importo: "{{ importo(euro) }}",
      soggettoPagatore: { tipo: "F", identificativo: "{{ cf }}", anagrafica: "{{ nome }}" },
      voci: [{ idVocePendenza: "1", importo: "{{ importo(euro) }}", descrizione: "Pasti", codEntrata: "MENSA" }],
    };
    const tracciatoCsv = { tipo: "fiorino", intestazione: "pratica;esito", richiesta, risposta: ["{{ idPendenza }}", "{{ stato }}"] };
    const { invoke } = prova;
    if (api === "backoffice") {
      const tipo = {
        descrizione: "Mensa",
        tracciatoCsv: { ...tracciatoCsv, richiesta: Buffer.from(JSON.stringify(richiesta)).toString("base64") },
      };
      expect((await invoke("addTipoPendenza", { params: { idTipoPendenza: "MENSA" }, body: tipo })).status).toBe(200);
    }
    const body = "pratica;cf;nome;mese;euro\r\nM-1;RSSMRA85T10A562S;Mario Rossi;novembre;12,50\r\n";
    const { status, body: caricato } = await invoke("addTracciatoTipoPendenza", {
      params: { id: COMUNE, idTipoPendenza: "MENSA" },
      query,
      headers: CSV,
      body,
    });
    expect(status).toBe(201);
    const fine = await prova.elabora(String(caricato["id"]));
    // Without a template the header is nobody's.
    if (api === "pendenze")
      expect(fine).toMatchObject({ stato: "SCARTATO", descrizioneStato: expect.stringMatching(/^intestazione non riconosciuta/) });
    else {
      expect(fine).toMatchObject({ stato: "ESEGUITO", formato: "modello", idTipoPendenza: "MENSA", numeroOperazioniEseguite: 1 });
      const esito = await prova.invoke("getEsitoTracciato", { params: { id: String(caricato["id"]) } });
      expect(esito.testo).toBe("\uFEFFpratica;esito\r\nM-1;ESEGUITO\r\n");
    }
  });

  it.each([
    ["a type that the creditor lacks", { id: COMUNE, idTipoPendenza: "IGNOTO" }, 422, "TVD_000"],
    ["a creditor that does not exist", { id: "99999999999", idTipoPendenza: "TARI" }, 422, "DOM_000"],
  ])("refuses %s", async (_caso, params, status, codice) => {
    const esito = await prova.invoke("addTracciatoTipoPendenza", { params, query, headers: CSV, body: fileMypay(1) });
    expect([esito.status, esito.body["codice"]]).toEqual([status, codice]);
  });
};

export const suiteAddJson = (api: Api): void => {
  const prova = createProva(api);
  const inserimento = {
    ...{ idA2A: "GEST-TRIBUTI", idPendenza: "J-1", idDominio: COMUNE, idTipoPendenza: "TARI", causale: "TARI", importo: 10 },
    voci: [{ idVocePendenza: "1", importo: 10, descrizione: "TARI", codEntrata: "TARI" }],
  };
  it("loads its operations, and a wrong one does not stop the others", async () => {
    const body = { idTracciato: "lotto", idDominio: COMUNE, inserimenti: [inserimento, { ...inserimento, idPendenza: "J 2" }] };
    const esito = await prova.invoke("addTracciatoPendenze", { query: { stampaAvvisi: "false" }, body });
    expect([esito.status, esito.body["nomeFile"]]).toEqual([201, "lotto"]);
    expect(await prova.elabora(String(esito.body["id"]))).toMatchObject({
      ...{ stato: "ESEGUITO_CON_ERRORI", formato: "json", numeroOperazioniTotali: 2, numeroOperazioniEseguite: 1 },
    });
  });

  it.each([
    ["without a name", { inserimenti: [inserimento] }, /^idTracciato: obbligatorio/],
    ["without operations", { idTracciato: "x" }, /almeno un inserimento/],
    ["with a field that nobody knows", { idTracciato: "x", inserimenti: [inserimento], altro: 1 }, /^altro: campo non previsto/],
    ["with a list that is not one", { idTracciato: "x", inserimenti: {} }, /^inserimenti: atteso un elenco/],
    ["that is not JSON", "{", /JSON/],
  ])("refuses an envelope %s", async (_caso, body, atteso) => {
    const esito = await prova.invoke("addTracciatoPendenze", { body });
    expect([esito.status, esito.body["codice"], esito.body["dettaglio"]]).toEqual([400, "SINTASSI", expect.stringMatching(atteso)]);
  });
};

export const suiteCaricamento = (api: Api): void => {
  const prova = createProva(api);
  const query: Record<string, string> = { stampaAvvisi: "false", ...(api === "backoffice" && { idA2A: "GEST-TRIBUTI" }) };
  it("gives a link: the file goes there, and the batch begins when it is told to", async () => {
    const body = { nomeFile: "grande.csv", formato: "CSV", idDominio: COMUNE };
    const annuncio = await prova.invoke("addCaricamentoTracciato", { query, body });
    expect([annuncio.status, annuncio.body["metodo"], annuncio.body["intestazioni"]]).toEqual([201, "PUT", { "content-type": "text/csv" }]);
    const id = String(annuncio.body["id"]);
    const avvia = () => prova.invoke("updateTracciato", { params: { id }, body: [{ op: "REPLACE", path: "/stato", value: "IN_ATTESA" }] });
    const presto = await avvia();
    expect([presto.status, presto.body["dettaglio"]]).toEqual([422, expect.stringContaining("non è ancora arrivato")]);
    const scritto = await fetch(String(annuncio.body["url"]), { method: "PUT", headers: CSV, body: fileMypay(600) });
    expect(scritto.status).toBe(200);
    expect([(await avvia()).status, (await avvia()).status]).toEqual([200, 200]);
    expect(await prova.elabora(id)).toMatchObject({ stato: "ESEGUITO", numeroOperazioniEseguite: 600 });
    expect((await avvia()).status).toBe(422);
  });

  it.each([
    ["a format that does not exist", { nomeFile: "a", formato: "XLS" }, 400, "SINTASSI"],
    ["a creditor that does not exist", { nomeFile: "a", formato: "CSV", idDominio: "99999999999" }, 422, "DOM_000"],
  ])("refuses %s", async (_caso, body, status, codice) => {
    const esito = await prova.invoke("addCaricamentoTracciato", { query, body });
    expect([esito.status, esito.body["codice"]]).toEqual([status, codice]);
  });
};

export const suiteUpdate = (api: Api): void => {
  const prova = createProva(api);
  const ferma = (id: string) =>
    prova.invoke("updateTracciato", { params: { id }, body: [{ op: "REPLACE", path: "/stato", value: "INTERROTTO" }] });
  it("stops a batch that has not begun, and not one that has ended", async () => {
    const id = await prova.upload(fileMypay(5));
    const fermato = await ferma(id);
    expect([fermato.status, fermato.body]).toEqual([
      200,
      expect.objectContaining({ stato: "ESEGUITO_CON_ERRORI", descrizioneStato: expect.stringMatching(/^Fermato da /) }),
    ]);
    expect((await ferma(id)).status).toBe(422);
    expect(await prova.elabora(id)).toMatchObject({ numeroOperazioniTotali: 0 });
  });

  it.each([
    ["a batch that does not exist", "4503599627370495", "INTERROTTO", 404],
    ["a value that is not one", "1", "ESEGUITO", 400],
  ])("refuses %s", async (_caso, id, value, status) => {
    expect((await prova.invoke("updateTracciato", { params: { id }, body: [{ op: "REPLACE", path: "/stato", value }] })).status).toBe(
      status,
    );
  });
};
