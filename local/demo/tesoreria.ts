/** The accounting office and its treasurer: files taken from the bank and loaded, movements, flows covered, anomalies and what people decide. */
import { attendi, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "./cliente.ts";
import type { Macchina } from "./macchina.ts";
import { Differenza, filo, stato } from "./narratore.ts";
import { comanda, osserva } from "./passi.ts";

export interface FileDiBanca {
  readonly nomeFile: string;
  readonly tipo: "application/xml" | "text/csv" | "text/plain";
  readonly testo: string;
}

/** The journal of a day, of one account when `conto` is given, as the sandbox's treasurer writes it. */
export const takeGiornale = async (
  macchina: Macchina,
  idDominio: string,
  { formato, data, conto }: { readonly formato: string; readonly data: string; readonly conto: string },
): Promise<FileDiBanca> => {
  const tipo = formato === "rh" ? "text/plain" : formato === "opi" || formato === "camt053" ? "application/xml" : "text/csv";
  const estensione = { "application/xml": "xml", "text/csv": "csv", "text/plain": "txt" }[tipo];
  const url = `${macchina.base}/sandbox/tesoriere/giornale-di-cassa?idDominio=${idDominio}&formato=${formato}&data=${data}&conto=${conto}`;
  const { testo } = await chiama(url, { accept: tipo, atteso: 200, muta: true });
  return { nomeFile: `${formato}-${data}.${estensione}`, tipo, testo };
};

/** What the bank does to a credit before it tells it (`guai` of the sandbox's treasurer). @returns the movements as they are now. */
export const spoil = async (macchina: Macchina, guaio: Oggetto): Promise<readonly Oggetto[]> =>
  elencoDi(await comanda(macchina, "tesoriere/guai", guaio), "movimenti");

export const post = (macchina: Macchina, percorso: string, corpo: unknown, atteso = 200): Promise<Oggetto> =>
  chiama(`${macchina.api.riconciliazione}${percorso}`, { metodo: "POST", chi: macchina.applicazione, corpo, atteso }).then((r) => r.corpo);

export const get = (macchina: Macchina, percorso: string, muta = true): Promise<Oggetto> =>
  chiama(`${macchina.api.riconciliazione}${percorso}`, { chi: macchina.applicazione, atteso: 200, muta }).then((r) => r.corpo);

/** Sends the file; answers the status and the loading as it is at that moment. */
export const sendFile = async (
  macchina: Macchina,
  idDominio: string,
  { nomeFile, tipo, testo }: FileDiBanca,
  profilo?: string,
): Promise<{ readonly status: number; readonly corpo: Oggetto }> => {
  const { username, password } = macchina.applicazione;
  const query = new URLSearchParams({ idDominio, nomeFile, ...(profilo !== undefined && { profilo }) });
  const risposta = await fetch(`${macchina.api.riconciliazione}/caricamenti?${query}`, {
    method: "POST",
    headers: { "content-type": tipo, authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` },
    body: testo,
  });
  const corpo: Oggetto = JSON.parse(await risposta.text());
  filo(`POST /riconciliazione/v3/caricamenti ${nomeFile} (${testo.length} caratteri) → ${risposta.status}`);
  return { status: risposta.status, corpo };
};

/** Sends a file and waits until it has been read. */
export const loadFile = async (macchina: Macchina, idDominio: string, file: FileDiBanca, profilo?: string): Promise<Oggetto> => {
  const { status, corpo } = await sendFile(macchina, idDominio, file, profilo);
  if (status !== 201) throw new Differenza(`caricamento di ${file.nomeFile}: stato ${status}: ${JSON.stringify(corpo).slice(0, 400)}`);
  const letto = await attendi(`lettura di ${file.nomeFile}`, async () => {
    const caricamento = await get(macchina, `/caricamenti/${testoDi(corpo, "id")}`);
    return String(caricamento["stato"]).startsWith("IN_") ? undefined : caricamento;
  });
  stato(
    `${file.nomeFile}: ${String(letto["formato"])}, ${String(letto["stato"])}, ${numeroDi(letto, "movimentiNuovi")} movimenti nuovi, ${numeroDi(letto, "importoEntrate")} euro`,
  );
  return letto;
};

export const movimentiDi = async (macchina: Macchina, idDominio: string, idCaricamento: string): Promise<readonly Oggetto[]> =>
  elencoDi(await get(macchina, `/movimenti?idDominio=${idDominio}&idCaricamento=${idCaricamento}&risultatiPerPagina=100`), "risultati");

/** Label set of a flow or of a movement, asked until it is what it must be. */
const attendiRiscontro = (
  macchina: Macchina,
  idDominio: string,
  soggetto: "FLUSSO" | "MOVIMENTO",
  [nome, valore]: readonly [string, string],
  [campoAtteso, atteso]: readonly [string, string],
): Promise<Oggetto> =>
  attendi(`${soggetto.toLowerCase()} ${valore}: ${campoAtteso} ${atteso}`, async () => {
    const corpo = await get(macchina, `/riscontri?soggetto=${soggetto}&idDominio=${idDominio}&risultatiPerPagina=200`);
    return elencoDi(corpo, "risultati").find((r) => r[nome] === valore && r[campoAtteso] === atteso);
  });

export const attendiCopertura = (macchina: Macchina, idDominio: string, idFlusso: string, copertura: string): Promise<Oggetto> =>
  attendiRiscontro(macchina, idDominio, "FLUSSO", ["idFlusso", idFlusso], ["copertura", copertura]);

export const attendiMovimento = (macchina: Macchina, idDominio: string, idMovimento: string, atteso: string): Promise<Oggetto> =>
  attendiRiscontro(macchina, idDominio, "MOVIMENTO", ["idMovimento", idMovimento], ["stato", atteso]);

/** "Che cosa c'è in questo sospeso?", with its sentences said aloud. */
export const askSospeso = async (macchina: Macchina, idDominio: string, domanda: Oggetto): Promise<Oggetto> => {
  const analisi = await post(macchina, "/sospesi/analisi", { idDominio, ...domanda });
  for (const spiegazione of elencoDi(analisi, "spiegazioni")) filo(`«${testoDi(spiegazione, "frase")}»`);
  return analisi;
};

/** The anomaly of a code on a flow or on a movement, once it is in that state. */
export const attendiAnomalia = (
  macchina: Macchina,
  idDominio: string,
  { codice, soggetto, in: atteso }: { readonly codice: string; readonly soggetto: Oggetto; readonly in: string },
): Promise<Oggetto> =>
  attendi(`anomalia ${codice} ${atteso}`, async () => {
    const filtri = `idDominio=${idDominio}&codice=${codice}&stato=${atteso}${atteso === "APERTA" ? "&inAttesa=true" : ""}&risultatiPerPagina=200`;
    const risultati = elencoDi(await get(macchina, `/anomalie?${filtri}`), "risultati");
    return risultati.find((anomalia) => Object.entries(soggetto).every(([nome, valore]) => campo(anomalia, "soggetto", nome) === valore));
  });

export const oggiDi = async (macchina: Macchina): Promise<string> => testoDi(await osserva(macchina, "orologio"), "giorno");
