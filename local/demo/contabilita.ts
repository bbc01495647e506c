/** The evening and the day after: PSPs settle, the flows are acquired, the treasurer's journal comes, the accounting system reconciles. */
import { attendi, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "./cliente.ts";
import { type MovimentoDiCassa, readGiornale } from "./giornale.ts";
import type { Macchina } from "./macchina.ts";
import { check, filo, stato } from "./narratore.ts";

export const settle = async (macchina: Macchina, anomalie: Oggetto = {}): Promise<Oggetto> => {
  const { corpo } = await chiama(`${macchina.base}/sandbox/psp/rendicontazione`, { metodo: "POST", corpo: { anomalie }, atteso: 200 });
  for (const flusso of elencoDi(corpo, "flussi")) {
    filo(
      `flusso ${testoDi(flusso, "idFlusso")} revisione ${numeroDi(flusso, "revisione")}: ${numeroDi(flusso, "numeroPagamenti")} pagamenti, ${numeroDi(flusso, "importoTotale")} euro`,
    );
  }
  return corpo;
};

export const advanceGiorno = async (macchina: Macchina): Promise<void> => {
  const { corpo } = await chiama(`${macchina.base}/sandbox/orologio/avanza`, { metodo: "POST", corpo: { giorni: 1 }, atteso: 200 });
  stato(`adesso è il ${testoDi(corpo, "giorno")}; schedulazioni eseguite: ${elencoDi(corpo, "schedulazioni").length}`);
};

/** The flow in the gateway's archive, once acquired in that revision. */
export const attendiFlusso = (macchina: Macchina, idDominio: string, idFlusso: string, revisione: number): Promise<Oggetto> =>
  attendi(`flusso ${idFlusso} revisione ${revisione}`, async () => {
    const url = `${macchina.api.riconciliazione}/flussiRendicontazione?idDominio=${idDominio}&idFlusso=${encodeURIComponent(idFlusso)}&escludiObsoleti=true`;
    const { corpo } = await chiama(url, { chi: macchina.applicazione, atteso: 200, muta: true });
    const flusso = elencoDi(corpo, "risultati").find((candidato) => campo(candidato, "revisione") === revisione);
    return flusso !== undefined && (campo(flusso, "stato") === "Acquisito" || campo(flusso, "stato") === "Anomalo") ? flusso : undefined;
  });

export const readRighe = async (macchina: Macchina, idDominio: string, idFlusso: string): Promise<readonly Oggetto[]> => {
  const { corpo } = await chiama(`${macchina.api.riconciliazione}/flussiRendicontazione/${idDominio}/${encodeURIComponent(idFlusso)}`, {
    chi: macchina.applicazione,
    atteso: 200,
  });
  return elencoDi(corpo, "rendicontazioni");
};

export const readMovimenti = async (macchina: Macchina, idDominio: string): Promise<readonly MovimentoDiCassa[]> => {
  const { testo } = await chiama(`${macchina.base}/sandbox/tesoriere/giornale-di-cassa?idDominio=${idDominio}&formato=opi`, {
    accept: "application/xml",
    atteso: 200,
  });
  return readGiornale(testo);
};

/** The accounting system names its own movements: here by the transfer, with a mark for a correction. */
const idRiconciliazioneDi = (movimento: MovimentoDiCassa, marca: string): string =>
  `${movimento.sct.replace(/[^a-zA-Z0-9\-_]/g, "").slice(-30)}${marca}`;

/** Registers a movement (202) and waits for its outcome. */
export const reconcile = async (macchina: Macchina, idDominio: string, movimento: MovimentoDiCassa, marca = ""): Promise<Oggetto> => {
  const id = idRiconciliazioneDi(movimento, marca);
  const url = `${macchina.api.riconciliazione}/riconciliazioni/${idDominio}/${id}`;
  const corpo = { importo: movimento.importo, sct: movimento.sct.slice(0, 35), dataContabile: movimento.data, causale: movimento.causale };
  const { headers } = await chiama(url, { metodo: "PUT", chi: macchina.applicazione, corpo, atteso: 202 });
  check("dove seguirla (Location)", headers.get("location")?.endsWith(`/riconciliazioni/${idDominio}/${id}`), true);
  return attendi("esito della riconciliazione", async () => {
    const { corpo: esito } = await chiama(url, { chi: macchina.applicazione, atteso: 200, muta: true });
    return campo(esito, "stato") === "IN_ELABORAZIONE" ? undefined : esito;
  });
};
