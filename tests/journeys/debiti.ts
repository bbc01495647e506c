/** What journeys load, pay and look up, through the same doors as everybody. */
import { attendi, campo, chiama, elencoDi, type Oggetto, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";

export interface Debito {
  readonly idDominio: string;
  readonly idPendenza: string;
  readonly numeroAvviso: string;
  readonly iuv: string;
}

export const creditoreDi = (macchina: Macchina, indice = 0): string => {
  const creditore = macchina.creditori[indice];
  if (!creditore) throw new Error("manca il creditore di dimostrazione");
  return creditore.idDominio;
};

/** A legal body of one voce, in euro. */
export const pendenzaDi = (idDominio: string, importo = 12.5): Oggetto => ({
  idTipoPendenza: "COSAP",
  idDominio,
  causale: "Canone",
  soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  importo,
  voci: [{ idVocePendenza: "1", importo, descrizione: "Canone", codEntrata: "COSAP" }],
});

export const urlPendenza = (macchina: Macchina, idPendenza: string): string =>
  `${macchina.api.pendenze}/pendenze/${macchina.applicazione.idA2A}/${idPendenza}`;

export const load = async (macchina: Macchina, idPendenza: string, idDominio = creditoreDi(macchina)): Promise<Debito> => {
  const { corpo } = await chiama(urlPendenza(macchina, idPendenza), {
    metodo: "PUT",
    chi: macchina.applicazione,
    corpo: pendenzaDi(idDominio),
    atteso: 201,
  });
  const numeroAvviso = testoDi(corpo, "numeroAvviso");
  return { idDominio, idPendenza, numeroAvviso, iuv: numeroAvviso.slice(1) };
};

/** The sandbox's control API. */
export const comanda = async (macchina: Macchina, percorso: string, corpo: Oggetto = {}, atteso = 200): Promise<Oggetto> =>
  (await chiama(`${macchina.base}/sandbox/${percorso}`, { metodo: "POST", corpo, atteso })).corpo;

export const osserva = async (macchina: Macchina, percorso: string): Promise<Oggetto> =>
  (await chiama(`${macchina.base}/sandbox/${percorso}`, { atteso: 200 })).corpo;

export const paga = ({ idDominio, numeroAvviso }: Debito, macchina: Macchina, altro: Oggetto = {}): Promise<Oggetto> =>
  comanda(macchina, "psp/pagamenti", { idDominio, numeroAvviso, ...altro });

/** Receipts that the creditor's own system has, by iuv. */
export const notificate = async (macchina: Macchina): Promise<ReadonlyMap<unknown, readonly Oggetto[]>> =>
  Map.groupBy(elencoDi(await osserva(macchina, "ente/ricevute"), "risultati"), (ricevuta) => ricevuta["iuv"]);

export const attendiNotifica = (macchina: Macchina, iuv: string): Promise<readonly Oggetto[]> =>
  attendi(`notifica di ${iuv}`, async () => (await notificate(macchina)).get(iuv));

/** Collections of a creditor, all of them. */
export const readRiscossioni = async (macchina: Macchina, idDominio: string): Promise<readonly Oggetto[]> => {
  const { corpo } = await chiama(`${macchina.api.riconciliazione}/riscossioni?idDominio=${idDominio}&risultatiPerPagina=1000`, {
    chi: macchina.applicazione,
    atteso: 200,
  });
  return elencoDi(corpo, "risultati");
};

export const iuvDi = (elementi: readonly Oggetto[]): string[] => elementi.map((elemento) => String(campo(elemento, "iuv"))).sort();

export const readFlussi = async (macchina: Macchina, idDominio: string): Promise<readonly Oggetto[]> => {
  const { corpo } = await chiama(`${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&risultatiPerPagina=100`, {
    chi: macchina.applicazione,
    atteso: 200,
  });
  return elencoDi(corpo, "risultati");
};

/** Moves the clock to six in the morning (UTC): what follows stays within one Italian day whenever the tests run. */
export const awaitMattina = async (macchina: Macchina): Promise<void> => {
  const [ore = 0, minuti = 0] = testoDi(await osserva(macchina, "orologio"), "istante")
    .slice(11, 16)
    .split(":")
    .map(Number);
  await comanda(macchina, "orologio/avanza", { minuti: (6 * 60 - ore * 60 - minuti + 24 * 60) % (24 * 60) || 24 * 60 });
};
