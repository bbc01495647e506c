/** What every week of the month needs: who tells it, the debts with their accounting quotes, the evening of the PSPs. */
import { attendi, campo, chiama, elencoDi, inParallelo, numeroDi, type Oggetto, testoDi } from "../../cliente.ts";
import { advanceGiorno, attendiFlusso, settle } from "../../contabilita.ts";
import type { Macchina } from "../../macchina.ts";
import { centesimiDi, check, euro, stato } from "../../narratore.ts";
import { creditoreDi, osserva, urlPendenza } from "../../passi.ts";
import { oggiDi } from "../../tesoreria.ts";

export const [BORGO, FIORE, RURALE] = ["ABI99001", "FIOPIT2F", "99003000017"] as const;

export interface Mese {
  readonly macchina: Macchina;
  readonly corsa: string;
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly conti: { readonly tesoreria: string; readonly poste: string };
  /** First day: nothing of before is counted. */
  readonly inizio: string;
}

export interface Pagato {
  readonly idPendenza: string;
  readonly numeroAvviso: string;
  readonly iuv: string;
  readonly iur: string;
  readonly psp: string;
  readonly importo: number;
}

export interface FlussoEmesso {
  readonly idFlusso: string;
  readonly psp: string;
  readonly importo: number;
  /** Number of the credit at the treasurer's bank, and its day. */
  readonly numero: number;
  readonly data: string;
}

/** What other stories left unsettled, or not yet credited, goes away with its own day before the month begins. */
const closeArretrati = async (macchina: Macchina, idDominio: string): Promise<void> => {
  await settle(macchina);
  const oggi = await oggiDi(macchina);
  const movimenti = elencoDi(await osserva(macchina, `tesoriere/movimenti?idDominio=${idDominio}`), "movimenti");
  if (movimenti.some((movimento) => String(movimento["data"]) > oggi)) await advanceGiorno(macchina);
};

export const openMese = async (macchina: Macchina, corsa: string): Promise<Mese> => {
  const { idDominio, ragioneSociale } = creditoreDi(macchina);
  await closeArretrati(macchina, idDominio);
  const ente = elencoDi(await osserva(macchina, "ambiente"), "creditori").find((creditore) => creditore["idDominio"] === idDominio);
  return {
    ...{ macchina, corsa, idDominio, ragioneSociale, inizio: await oggiDi(macchina) },
    conti: { tesoreria: testoDi(ente, "iban", 0), poste: testoDi(ente, "iban", 1) },
  };
};

/** In cents, so that a part and the rest always make the whole. */
export const inEuro = (centesimi: bigint): number => Number(`${centesimi / 100n}.${String(centesimi % 100n).padStart(2, "0")}`);
export const sommaDi = (voci: readonly { readonly importo: number }[]): bigint =>
  voci.reduce((totale, { importo }) => totale + centesimiDi(importo), 0n);

/** Two quotes: the creditor's own chapter and, for a fifth, the one of the province. */
const quoteDi = (importo: number, annoEsercizio: number): Oggetto => {
  const tutto = centesimiDi(importo);
  const provincia = tutto / 5n;
  return {
    quote: [
      { capitolo: CAPITOLO, annoEsercizio, importo: inEuro(tutto - provincia), accertamento: "2026/101" },
      { capitolo: CAPITOLO_PROVINCIA, annoEsercizio, importo: inEuro(provincia) },
    ],
  };
};
export const CAPITOLO = "1010151";
export const CAPITOLO_PROVINCIA = "9020499";

export const loadDebito = async (mese: Mese, nome: string, tipo: string, importo: number): Promise<Omit<Pagato, "iur" | "psp">> => {
  const idPendenza = `${mese.corsa}-ME-${nome}`;
  const corpo = {
    ...{ idTipoPendenza: tipo, idDominio: mese.idDominio, causale: `Avviso ${nome}`, importo },
    soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
    voci: [
      {
        ...{ idVocePendenza: "1", importo, descrizione: `Avviso ${nome}`, codEntrata: tipo },
        contabilita: quoteDi(importo, Number(mese.inizio.slice(0, 4))),
      },
    ],
  };
  const url = urlPendenza(mese.macchina, idPendenza);
  const creata = await chiama(url, { metodo: "PUT", chi: mese.macchina.applicazione, corpo, atteso: 201, muta: true });
  const numeroAvviso = testoDi(creata.corpo, "numeroAvviso");
  return { idPendenza, importo, numeroAvviso, iuv: numeroAvviso.slice(1) };
};

/** Debts loaded and paid, each at its PSP. */
export const cash = async (
  mese: Mese,
  settimana: string,
  tipo: string,
  voci: readonly (readonly [string, number])[],
): Promise<readonly Pagato[]> => {
  const { macchina, idDominio } = mese;
  const pagati = await inParallelo(voci, 4, async ([psp, importo], i): Promise<Pagato> => {
    const debito = await loadDebito(mese, `${settimana}${i + 1}`, tipo, importo);
    const { corpo } = await chiama(`${macchina.base}/sandbox/psp/pagamenti`, {
      ...{ metodo: "POST", atteso: 200, muta: true },
      corpo: { idDominio, numeroAvviso: debito.numeroAvviso, psp },
    });
    return { ...debito, psp, iur: testoDi(corpo, "ricevuta", "receiptId") };
  });
  stato(`${pagati.length} avvisi pagati, ${euro(sommaDi(pagati))}`);
  return pagati;
};

/** The PSPs settle: this creditor's flows with the credit of each, as ordered. */
export const settleMese = async ({ macchina, idDominio }: Mese): Promise<readonly FlussoEmesso[]> => {
  const emesso = await settle(macchina);
  const accrediti = elencoDi(emesso, "accrediti");
  return elencoDi(emesso, "flussi")
    .filter((flusso) => flusso["idDominio"] === idDominio)
    .map((flusso) => {
      const idFlusso = testoDi(flusso, "idFlusso");
      const accredito = accrediti.find((voce) => voce["idFlusso"] === idFlusso);
      return {
        ...{ idFlusso, psp: testoDi(flusso, "psp"), importo: numeroDi(flusso, "importoTotale") },
        ...{ numero: numeroDi(accredito, "numero"), data: testoDi(accredito, "data") },
      };
    });
};

export const flussoDi = (flussi: readonly FlussoEmesso[], psp: string, posto = 0): FlussoEmesso => {
  const flusso = flussi.filter((candidato) => candidato.psp === psp)[posto];
  if (!flusso) throw new Error(`il PSP ${psp} non ha rendicontato`);
  return flusso;
};

/** The morning after: the flows are in the archive. */
export const acquire = async ({ macchina, idDominio }: Mese, flussi: readonly FlussoEmesso[]): Promise<void> => {
  await advanceGiorno(macchina);
  for (const { idFlusso } of flussi) await attendiFlusso(macchina, idDominio, idFlusso, 1);
};

const statiDi = async ({ macchina }: Mese, pagati: readonly Pagato[]): Promise<readonly unknown[]> =>
  inParallelo(pagati, 4, async ({ idPendenza }) => {
    const { corpo } = await chiama(urlPendenza(macchina, idPendenza), { chi: macchina.applicazione, atteso: 200, muta: true });
    return campo(corpo, "stato");
  });

/** The debts, once all of them are in that state. */
export const checkPendenze = async (mese: Mese, pagati: readonly Pagato[], atteso: string): Promise<void> => {
  await attendi(`${pagati.length} pendenze ${atteso}`, async () => {
    const stati = await statiDi(mese, pagati);
    return stati.every((trovato) => trovato === atteso) ? true : undefined;
  });
  const stati = await statiDi(mese, pagati);
  check(`pendenze ${atteso}`, stati.filter((trovato) => trovato === atteso).length, pagati.length);
};
