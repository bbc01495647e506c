/** What a file would give if it were loaded, by a profile or by the guess of one: rows, rejected rows, what each would pay. Nothing is written. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { seesRiscossione } from "../../domain/ricevute/visibilita.ts";
import { ERRORI_RICONCILIAZIONE } from "../../domain/riconciliazioni/stati-riconciliazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { readCausale } from "../../domain/tesoreria/causali/leggi.ts";
import type { Lettura, RigaLetta, RigaScartata, TotaleDichiarato } from "../../domain/tesoreria/movimento.ts";
import type { Anteprima, Corrispondenza, RichiestaAnteprima, RigaInAnteprima } from "../../domain/tesoreria/profili/anteprima.ts";
import { candidatiLettura } from "../../domain/tesoreria/profili/candidati.ts";
import { guessRegole } from "../../domain/tesoreria/profili/indovina.ts";
import type { RegoleLettura } from "../../domain/tesoreria/profili/profilo.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { Prove } from "../../ports/abbinamenti.ts";
import type { EntitaAnagrafica } from "../../ports/anagrafiche.ts";
import type { TabellaAperta, TabelleBanca } from "../../ports/tabelle-banca.ts";
import type { PorteLettura } from "../anagrafiche/anagrafica.ts";
import { hasDominio } from "../anagrafiche/domini.ts";
import { identifyMovimento, type LettureMovimento } from "../riconciliazioni/identify-movimento.ts";

export interface PorteAnteprima extends PorteLettura<EntitaAnagrafica>, LettureMovimento {
  readonly prove: Pick<Prove, "findRiscossioniByIur">;
  readonly tabelle: TabelleBanca;
}

const RIGHE_MOSTRATE = 50;
/** Rows whose payment is looked for at the same time. */
const RICERCHE_INSIEME = 10;

interface Scelta {
  readonly regole: RegoleLettura;
  readonly profilo?: string;
  readonly indovinato: boolean;
}

const guess = async (tabella: TabellaAperta): Promise<Esito<Scelta>> => {
  const prime = await tabella.takePrime({ virgolette: true });
  const regole = prime.ok ? guessRegole(prime.valore) : prime;
  return regole.ok ? ok({ regole: regole.valore, indovinato: true }) : regole;
};

async function chooseRegole(
  { registro }: PorteLettura<EntitaAnagrafica>,
  tabella: TabellaAperta,
  { idDominio, profilo, regole }: RichiestaAnteprima,
): Promise<Esito<Scelta>> {
  if (regole !== undefined) {
    const adatte = await tabella.choose([{ nome: "inviato", regole }]);
    return adatte.ok ? ok({ regole, indovinato: false }) : adatte;
  }
  const candidati = candidatiLettura({ salvati: await registro.list("profiloLettura", idDominio), nome: profilo });
  if (!candidati.ok) return candidati;
  const scelto = await tabella.choose(candidati.valore);
  if (scelto.ok) return ok({ regole: scelto.valore.regole, profilo: scelto.valore.nome, indovinato: false });
  return profilo === undefined ? guess(tabella) : scelto;
}

interface Raccolta {
  conto?: string;
  righeLette: number;
  righeScartate: number;
  totaleEntrate: bigint;
  totaleUscite: bigint;
  readonly righe: RigaLetta[];
  readonly scarti: RigaScartata[];
  readonly totaliErrati: TotaleDichiarato[];
  readonly segnalazioni: string[];
  rifiuto?: string;
}

const addRiga = (raccolta: Raccolta, riga: RigaLetta): void => {
  raccolta.righeLette += 1;
  raccolta[riga.segno === "ENTRATA" ? "totaleEntrate" : "totaleUscite"] += riga.importo;
  if (raccolta.righe.length < RIGHE_MOSTRATE) raccolta.righe.push(riga);
};

const addLettura = (raccolta: Raccolta, lettura: Lettura): void => {
  switch (lettura.tipo) {
    case "testata":
      if (lettura.testata.conto !== undefined) raccolta.conto = lettura.testata.conto;
      break;
    case "riga":
      addRiga(raccolta, lettura.riga);
      break;
    case "scarto":
      raccolta.righeScartate += 1;
      if (raccolta.scarti.length < RIGHE_MOSTRATE) raccolta.scarti.push(lettura.scarto);
      break;
    case "chiusura":
      raccolta.totaliErrati.push(...lettura.chiusura.totaliErrati);
      raccolta.segnalazioni.push(...lettura.chiusura.segnalazioni);
      break;
    case "rifiuto":
      raccolta.rifiuto = lettura.motivo;
  }
};

const collect = async (letture: AsyncIterable<Lettura>): Promise<Raccolta> => {
  const raccolta: Raccolta = {
    ...{ righeLette: 0, righeScartate: 0, totaleEntrate: 0n, totaleUscite: 0n },
    ...{ righe: [], scarti: [], totaliErrati: [], segnalazioni: [] },
  };
  for await (const lettura of letture) addLettura(raccolta, lettura);
  return raccolta;
};

interface Domanda {
  readonly idDominio: string;
  readonly chiamante: Chiamante;
}

const nessuna = (motivo: string): Corrispondenza => ({ esito: "NESSUNA", motivo });

/** The payment of a receipt, where the bank tells only that (Poste): the parts that are still to be credited, to the cent. */
const findByRicevuta = async (
  { prove }: PorteAnteprima,
  { idDominio, chiamante }: Domanda,
  iur: string,
  importo: bigint,
): Promise<Corrispondenza> => {
  const attese = (await prove.findRiscossioniByIur(idDominio, iur)).filter(
    (r) => r.stato === "RISCOSSA" && r.tipo !== "MBT" && seesRiscossione(chiamante, r),
  );
  const [prima] = attese;
  if (!prima) return nessuna(`nessuna riscossione da incassare per la ricevuta ${iur}`);
  const totale = attese.reduce((somma, riscossione) => somma + riscossione.importo, 0n);
  return totale === importo
    ? { esito: "PAGAMENTO", iuv: prima.iuv, motivo: `paga l'avviso con IUV ${prima.iuv}, ricevuta ${iur}` }
    : nessuna(`la ricevuta ${iur} è di ${formatImportoItaliano(totale)} euro, il movimento di ${formatImportoItaliano(importo)}`);
};

const findByTesto = async (
  porte: PorteAnteprima,
  idDominio: string,
  { importo, causale, sct = "" }: RigaLetta,
): Promise<Corrispondenza> => {
  const individuato = await identifyMovimento(porte)({ idDominio, id: "", importo, causale, sct });
  if (!individuato.ok) {
    const { codice, dettaglio } = individuato.errore;
    return nessuna(dettaglio === undefined ? ERRORI_RICONCILIAZIONE[codice] : `${ERRORI_RICONCILIAZIONE[codice]}: ${dettaglio}`);
  }
  const trovato = individuato.valore;
  if (trovato.tipo === "singolo") return { esito: "PAGAMENTO", iuv: trovato.iuv, motivo: `paga l'avviso con IUV ${trovato.iuv}` };
  const { idFlusso, idPsp, numeroPagamenti } = trovato.flusso;
  return { esito: "FLUSSO", idFlusso, idPsp, motivo: `accredita il flusso ${idFlusso}, di ${numeroPagamenti} pagamenti` };
};

const findCorrispondenza = async (porte: PorteAnteprima, domanda: Domanda, riga: RigaLetta): Promise<Corrispondenza> => {
  if (riga.segno === "USCITA") return nessuna("è un'uscita");
  const { flussi, iuv, iur } = readCausale(riga.causale);
  if (flussi.some(({ integrita }) => integrita === "intero") || iuv.length > 0) return findByTesto(porte, domanda.idDominio, riga);
  const [[troncato], [ricevuta]] = [flussi, iur];
  if (troncato) return nessuna(`la causale porta solo l'inizio di un flusso, ${troncato.idFlusso}: l'abbinamento si cerca al caricamento`);
  return ricevuta === undefined ? nessuna("la causale non porta chiavi di pagoPA") : findByRicevuta(porte, domanda, ricevuta, riga.importo);
};

const findCorrispondenze = async (
  porte: PorteAnteprima,
  domanda: Domanda,
  righe: readonly RigaLetta[],
): Promise<readonly RigaInAnteprima[]> => {
  const viste: RigaInAnteprima[] = [];
  for (let da = 0; da < righe.length; da += RICERCHE_INSIEME) {
    const insieme = righe.slice(da, da + RICERCHE_INSIEME);
    viste.push(
      ...(await Promise.all(insieme.map(async (riga) => ({ riga, corrispondenza: await findCorrispondenza(porte, domanda, riga) })))),
    );
  }
  return viste;
};

async function* onlyOf(byte: Uint8Array): AsyncGenerator<Uint8Array> {
  yield byte;
}

/** Requests: the creditor, its profiles, and about one per row shown that names a flow or a payment, 50 at most. */
export const previewProfilo =
  (porte: PorteAnteprima) =>
  async (richiesta: RichiestaAnteprima, chiamante: Chiamante): Promise<Esito<Anteprima, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE">>> => {
    const { idDominio, byte } = richiesta;
    if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const tabella = await porte.tabelle.open(onlyOf(byte));
    const scelta = tabella.ok ? await chooseRegole(porte, tabella.valore, richiesta) : ko(tabella.errore);
    if (!tabella.ok || !scelta.ok) return rifiuto("NON_PROCESSABILE", scelta.ok ? "" : scelta.errore);
    const { righe, ...raccolta } = await collect(tabella.valore.read(scelta.valore.regole));
    return ok({
      tipoFile: tabella.valore.tipo,
      ...scelta.valore,
      ...raccolta,
      righe: await findCorrispondenze(porte, { idDominio, chiamante }, righe),
    });
  };
