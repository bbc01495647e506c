/** Steps that several stories share: a debt loaded, paid at a PSP, a fault asked for, the registry changed, the clock pushed. */
import { createHash } from "node:crypto";
import { chiama, elencoDi, numeroDi, type Oggetto, type Risposta, testoDi } from "./cliente.ts";
import type { Macchina } from "./macchina.ts";
import { filo, stato } from "./narratore.ts";

export const creditoreDi = (macchina: Macchina, indice = 0): { readonly idDominio: string; readonly ragioneSociale: string } => {
  const creditore = macchina.creditori[indice];
  if (!creditore) throw new Error(`manca il creditore di dimostrazione numero ${indice + 1}`);
  return creditore;
};

export const urlPendenza = (macchina: Macchina, idPendenza: string): string =>
  `${macchina.api.pendenze}/pendenze/${macchina.applicazione.idA2A}/${idPendenza}`;

export interface DebitoDemo {
  readonly idDominio: string;
  readonly idPendenza: string;
  readonly numeroAvviso: string;
  readonly iuv: string;
}

/** Loads (or updates) a debt as the creditor's system does; `corpo` needs its amounts, voci and causale, the debtor has a default. */
export const loadPendenza = async (macchina: Macchina, idPendenza: string, corpo: Oggetto, atteso = 201): Promise<DebitoDemo> => {
  const completo = {
    soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
    ...corpo,
  };
  const { corpo: creata } = await chiama(urlPendenza(macchina, idPendenza), {
    metodo: "PUT",
    chi: macchina.applicazione,
    corpo: completo,
    atteso,
  });
  const numeroAvviso = testoDi(creata, "numeroAvviso");
  stato(`avviso ${numeroAvviso}`);
  return { idDominio: testoDi(completo, "idDominio"), idPendenza, numeroAvviso, iuv: numeroAvviso.slice(1) };
};

/** A debt of one voce on the income TARI of the creditor, in euro. */
export const pendenzaSemplice = (idDominio: string, importo: number, causale = "TARI 2026"): Oggetto => ({
  idTipoPendenza: "TARI",
  idDominio,
  causale,
  importo,
  voci: [{ idVocePendenza: "1", importo, descrizione: causale, codEntrata: "TARI" }],
});

/** What a debt asks for a stamp of 16 euro on a document, told by its content. */
export const voceBollo = (documento: string): Oggetto => ({
  idVocePendenza: "bollo",
  importo: 16,
  descrizione: "Imposta di bollo",
  tipoBollo: "01",
  hashDocumento: createHash("sha256").update(documento).digest("base64"),
  provinciaResidenza: "CN",
});

export const readPendenza = async (macchina: Macchina, idPendenza: string): Promise<Oggetto> =>
  (await chiama(urlPendenza(macchina, idPendenza), { chi: macchina.applicazione, atteso: 200 })).corpo;

/** One SOAP exchange per line: operation, status, time, size. */
export const showScambi = (esito: unknown): void => {
  for (const scambio of elencoDi(esito, "scambi")) {
    filo(
      `SOAP ${testoDi(scambio, "operazione")} → HTTP ${numeroDi(scambio, "statoHttp")} in ${Math.round(numeroDi(scambio, "millisecondi"))} ms (${testoDi(scambio, "richiesta").length} + ${testoDi(scambio, "risposta").length} byte)`,
    );
  }
};

/** The sandbox's control API (`local/sandbox/README.md`). */
export const comanda = async (macchina: Macchina, percorso: string, corpo: Oggetto = {}, atteso = 200): Promise<Oggetto> =>
  (await chiama(`${macchina.base}/sandbox/${percorso}`, { metodo: "POST", corpo, atteso })).corpo;

export const osserva = async (macchina: Macchina, percorso: string): Promise<Oggetto> =>
  (await chiama(`${macchina.base}/sandbox/${percorso}`, { atteso: 200, muta: true })).corpo;

/** A payment at a PSP's desk, with its SOAP exchanges shown; the outcome is the caller's to check. */
export const pay = async (macchina: Macchina, { idDominio, numeroAvviso }: DebitoDemo, altro: Oggetto = {}): Promise<Oggetto> => {
  const esito = await comanda(macchina, "psp/pagamenti", { idDominio, numeroAvviso, ...altro });
  showScambi(esito);
  return esito;
};

export const verify = async (macchina: Macchina, { idDominio, numeroAvviso }: DebitoDemo, altro: Oggetto = {}): Promise<Oggetto> => {
  const esito = await comanda(macchina, "psp/verifica", { idDominio, numeroAvviso, ...altro });
  showScambi(esito);
  return esito;
};

/** The next exchanges of a party go wrong: see `guasti` in `local/sandbox/README.md`. */
export const breakParte = (macchina: Macchina, guasto: Oggetto): Promise<Oggetto> => comanda(macchina, "guasti", guasto, 201);

export const pushOrologio = async (macchina: Macchina, quanto: Oggetto): Promise<void> => {
  stato(`adesso è il ${testoDi(await comanda(macchina, "orologio/avanza", quanto), "giorno")}`);
};

/** A call of the Backoffice as administrator. */
export const backoffice = (
  macchina: Macchina,
  metodo: "GET" | "PUT" | "POST" | "PATCH" | "DELETE",
  percorso: string,
  atteso: number,
  corpo?: unknown,
): Promise<Risposta> =>
  chiama(`${macchina.api.backoffice}${percorso}`, {
    metodo,
    chi: macchina.amministratore,
    atteso,
    ...(corpo !== undefined && { corpo }),
  });

/** Codes of what the receipt reports. */
export const readCodici = async (macchina: Macchina, { idDominio, iuv }: DebitoDemo, iur: string): Promise<readonly unknown[]> => {
  const url = `${macchina.api.riconciliazione}/ricevute/${idDominio}/${iuv}/${iur}`;
  const { corpo } = await chiama(url, { chi: macchina.applicazione, atteso: 200 });
  return elencoDi(corpo, "segnalazioni").map((segnalazione) => segnalazione["codice"]);
};

/** What the revenue agency would give to whoever asks: trusted from now on, if they were not already. */
export const trustEmittenti = async (macchina: Macchina): Promise<void> => {
  const { corpo } = await chiama(`${macchina.base}/sandbox/psp/emittenti-bolli`, { atteso: 200 });
  await backoffice(macchina, "PATCH", "/configurazioni", 200, [{ op: "REPLACE", path: "/marcheDaBollo", value: corpo }]);
};
