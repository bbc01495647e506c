/** The end of the month: what was paid, settled and collected by chapter, and the orders that regularise the treasurer's provisional entries. */
import { campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../../cliente.ts";
import { centesimiDi, check, euro, filo, passo, stato } from "../../narratore.ts";
import { get, oggiDi, post } from "../../tesoreria.ts";
import type { PrimaSettimana } from "./settimane.ts";
import { CAPITOLO, CAPITOLO_PROVINCIA, type FlussoEmesso, inEuro, type Mese, type Pagato, sommaDi } from "./ufficio.ts";

const GRANDEZZE = ["pagato", "rendicontato", "incassato"] as const;
/** Cents of each chapter. */
export type Prospetto = Readonly<Record<(typeof GRANDEZZE)[number], Readonly<Record<string, bigint>>>>;

/** Of the days of the month until today. */
export const readProspetto = async ({ macchina, idDominio, inizio }: Mese): Promise<Prospetto> => {
  const oggi = await oggiDi(macchina);
  const corpo = await get(macchina, `/accertamenti?idDominio=${idDominio}&dataDa=${inizio}&dataA=${oggi}&gruppi=capitolo`);
  const righe = elencoDi(corpo, "risultati");
  const di = (grandezza: string) =>
    Object.fromEntries(righe.map((riga) => [String(riga["capitolo"]), centesimiDi(numeroDi(riga, grandezza))]));
  return { pagato: di("pagato"), rendicontato: di("rendicontato"), incassato: di("incassato") };
};

/** The fifth of the province, cut as the debts cut it: payment by payment. */
const attesiDi = (pagati: readonly Pagato[]): Readonly<Record<string, bigint>> => {
  const provincia = pagati.reduce((totale, { importo }) => totale + centesimiDi(importo) / 5n, 0n);
  return { [CAPITOLO]: sommaDi(pagati) - provincia, [CAPITOLO_PROVINCIA]: provincia };
};

export const tellConti = async (mese: Mese, prima: Prospetto, pagati: readonly Pagato[]): Promise<void> => {
  passo(`Il conto del mese per capitolo: ${pagati.length} pagamenti, ${euro(sommaDi(pagati))}`);
  const dopo = await readProspetto(mese);
  for (const [capitolo, atteso] of Object.entries(attesiDi(pagati)))
    for (const grandezza of GRANDEZZE) {
      const trovato = (dopo[grandezza][capitolo] ?? 0n) - (prima[grandezza][capitolo] ?? 0n);
      check(`capitolo ${capitolo}, ${grandezza}`, euro(trovato), euro(atteso));
    }
};

/** What the treasurer asks of whoever sends orders. */
const TESTATA = {
  ...{ codiceAbiBT: "99001", codiceEnte: "CBFRNO", codiceIstatEnte: "000123456", codiceEnteBT: "BORGOFIORINO" },
  ...{ codiceTramiteEnte: "A2A-00000001", codiceTramiteBT: "A2A-00000002" },
};

export interface ReversaleProposta {
  readonly numero: number;
  /** Number of the provisional entry, and its movement. */
  readonly sospeso: number;
  readonly idMovimento: string;
}

export const tellReversali = async (mese: Mese, { pagati, movimenti }: PrimaSettimana): Promise<readonly ReversaleProposta[]> => {
  const { macchina, idDominio } = mese;
  passo("Le reversali dei sospesi della prima settimana, e il flusso OPI da firmare");
  const oggi = await oggiDi(macchina);
  const richiesta = {
    ...{ idDominio, movimenti, esercizio: Number(oggi.slice(0, 4)), dataReversale: oggi, primoNumero: 101, testata: TESTATA },
    codiciSiope: [CAPITOLO, CAPITOLO_PROVINCIA].map((capitolo): Oggetto => ({ capitolo, codice: `${capitolo}001` })),
  };
  const proposta = await post(macchina, "/reversali/proposta", richiesta);
  const reversali = elencoDi(proposta, "reversali");
  for (const reversale of reversali)
    stato(
      `reversale ${numeroDi(reversale, "numero")} del sospeso ${testoDi(reversale, "numeroSospeso")}: ${numeroDi(reversale, "importo")} euro, ${elencoDi(reversale, "versanti").length} versanti`,
    );
  check("reversali", [reversali.length, elencoDi(proposta, "escluse").length], [3, 0]);
  check("importo", numeroDi(proposta, "importo"), inEuro(sommaDi(pagati)));
  const { testo } = await chiama(`${macchina.api.riconciliazione}/reversali/proposta`, {
    ...{ metodo: "POST", chi: macchina.applicazione, corpo: richiesta, accept: "application/xml", atteso: 200 },
  });
  check("reversali nel flusso OPI", testo.split("</reversale>").length - 1, 3);
  return reversali.map((reversale) => ({
    numero: numeroDi(reversale, "numero"),
    sospeso: Number(testoDi(reversale, "numeroSospeso")),
    idMovimento: testoDi(reversale, "idMovimento"),
  }));
};

/** What is still to be worked at the end of the month, by code: nothing else may be open. */
export const tellRimaste = async ({ macchina, idDominio }: Mese, flussi: readonly FlussoEmesso[]): Promise<void> => {
  passo("Che cosa resta da lavorare a fine mese");
  const dal = flussi.map(({ data }) => data).sort()[0];
  const movimenti = elencoDi(await get(macchina, `/movimenti?idDominio=${idDominio}&dataDa=${dal}&risultatiPerPagina=200`), "risultati");
  const miei = new Set<unknown>([...flussi.map(({ idFlusso }) => idFlusso), ...movimenti.map(({ id }) => id)]);
  const aperte = elencoDi(
    await get(macchina, `/anomalie?idDominio=${idDominio}&stato=APERTA&inAttesa=true&risultatiPerPagina=200`),
    "risultati",
  );
  const rimaste = aperte.filter(({ soggetto }) => miei.has(campo(soggetto, "idFlusso")) || miei.has(campo(soggetto, "idMovimento")));
  for (const anomalia of rimaste) filo(`«${testoDi(anomalia, "titolo")}: ${testoDi(anomalia, "fatti", "dettaglio")}»`);
  check("anomalie aperte", rimaste.map(({ codice }) => codice).sort(), ["FLUSSO_MANCANTE", "FLUSSO_MANCANTE", "MOVIMENTO_STORNATO"]);
};
