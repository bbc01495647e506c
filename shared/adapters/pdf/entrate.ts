/** The sheets of the expected income report: per creditor its flows with their amounts, then what no flow reports; totals of each and of all. */
import type { EntrataPrevista, EntrateCreditore, GruppoFlusso } from "../../domain/rendicontazioni/entrata-prevista.ts";
import { idEntrataDi } from "../../domain/rendicontazioni/entrata-prevista.ts";
import { giornoDi, giornoItaliano } from "../../domain/valori/date.ts";
import { formatImportoItaliano, sumImporti } from "../../domain/valori/importo.ts";
import type { ProspettoEntrate } from "../../ports/stampa-entrate.ts";
import { pezzo, riquadro } from "./blocchi.ts";
import { COLORI, type Foglio, PAGINA, type StileTesto } from "./foglio.ts";

/** What is drawn with; without drawing, the same steps count the pages. */
type Penna = Pick<Foglio, "scrivi" | "sezione" | "decora" | "contorna" | "nuovaPagina">;

/** Landscape: the sides of the sheet change place. */
const FOGLIO = { larghezza: PAGINA.altezza, altezza: PAGINA.larghezza } as const;
const SINISTRA = PAGINA.margine;
const LARGHEZZA = FOGLIO.larghezza - 2 * PAGINA.margine;
const ALTO = PAGINA.margine + 18;
const FONDO = FOGLIO.altezza - PAGINA.margine - 16;

const STILI = {
  titolo: { carattere: "forte", corpo: 17, corpoMinimo: 12, interlinea: 1.2 },
  ente: { carattere: "forte", corpo: 11, corpoMinimo: 7, interlinea: 1.2 },
  flusso: { carattere: "forte", corpo: 8.5, corpoMinimo: 6, interlinea: 1.2 },
  nota: { carattere: "testo", corpo: 8, corpoMinimo: 6, interlinea: 1.2 },
  contorno: { carattere: "testo", corpo: 7.5, corpoMinimo: 6, interlinea: 1.2 },
  testata: { carattere: "forte", corpo: 7, corpoMinimo: 5.5, interlinea: 1.2, lineaFissa: true },
  cella: { carattere: "testo", corpo: 7, corpoMinimo: 4, interlinea: 1.2, lineaFissa: true },
  codice: { carattere: "cifre", corpo: 6.5, corpoMinimo: 4, interlinea: 1.2, lineaFissa: true },
  importo: { carattere: "cifre", corpo: 7, corpoMinimo: 5, interlinea: 1.2, lineaFissa: true, destra: true },
  totale: { carattere: "forte", corpo: 8, corpoMinimo: 6, interlinea: 1.2, destra: true },
} as const satisfies Record<string, StileTesto>;

const ALTEZZE = { titolo: 44, ente: 26, flusso: 27, testata: 13, riga: 11.5, totale: 17 } as const;
const SPAZIO = 6;

interface ColonnaEntrate {
  readonly titolo: string;
  readonly larghezza: number;
  readonly stile: StileTesto;
  of(entrata: EntrataPrevista): string | undefined;
}

const COLONNE: readonly ColonnaEntrate[] = [
  { titolo: "Pagata il", larghezza: 40, stile: STILI.cella, of: ({ riscossione }) => giornoItaliano(giornoDi(riscossione.data)) },
  {
    titolo: "Applicazione e pendenza",
    larghezza: 148,
    stile: STILI.cella,
    of: ({ riscossione: { idA2A, idPendenza } }) => [idA2A, idPendenza].filter((parte) => parte !== undefined).join(" "),
  },
  { titolo: "IUV", larghezza: 80, stile: STILI.codice, of: ({ riscossione }) => riscossione.iuv },
  {
    titolo: "IUR (indice)",
    larghezza: 146,
    stile: STILI.codice,
    of: ({ riscossione: { iur, indice } }) => `${iur} (${indice})`,
  },
  { titolo: "Tipo di pendenza", larghezza: 82, stile: STILI.cella, of: ({ riscossione }) => riscossione.idTipoPendenza },
  { titolo: "Entrata", larghezza: 74, stile: STILI.cella, of: idEntrataDi },
  { titolo: "Anno", larghezza: 22, stile: STILI.cella, of: ({ pendenza }) => pendenza?.annoRiferimento?.toString() },
  { titolo: "Debitore", larghezza: 72, stile: STILI.codice, of: ({ pendenza }) => pendenza?.debitore.identificativo },
  { titolo: "Importo (Euro)", larghezza: 73, stile: STILI.importo, of: ({ riscossione }) => formatImportoItaliano(riscossione.importo) },
];

/** Where each column begins. */
const INIZI: readonly number[] = COLONNE.map((_, n) => SINISTRA + COLONNE.slice(0, n).reduce((x, c) => x + c.larghezza + SPAZIO, 0));

const quante = (numero: number): string => (numero === 1 ? "1 riscossione" : `${numero} riscossioni`);
const euro = (centesimi: bigint): string => `${formatImportoItaliano(centesimi)} Euro`;

const periodoDi = ({ da, a }: ProspettoEntrate): string => {
  const limiti = [da && `dal ${giornoItaliano(giornoDi(da))}`, a && `al ${giornoItaliano(giornoDi(a))}`].filter(Boolean).join(" ");
  return limiti === "" ? "Riscossioni di ogni data" : `Riscossioni pagate ${limiti}`;
};

/** The pages one after the other: what does not fit goes whole on the next. */
class Pagine {
  readonly penna: Penna;
  readonly #prospetto: ProspettoEntrate;
  readonly #totali: number;
  #y = ALTO;
  numero = 1;

  constructor(penna: Penna, prospetto: ProspettoEntrate, totali: number) {
    this.penna = penna;
    this.#prospetto = prospetto;
    this.#totali = totali;
    this.#contorna();
  }

  #contorna(): void {
    const sotto = FOGLIO.altezza - PAGINA.margine - 10;
    const destra = { ...STILI.contorno, destra: true };
    this.penna.contorna(
      pezzo("Entrate previste", STILI.contorno, riquadro(SINISTRA, PAGINA.margine, LARGHEZZA / 2, 10)),
      pezzo(periodoDi(this.#prospetto), destra, riquadro(SINISTRA + LARGHEZZA / 2, PAGINA.margine, LARGHEZZA / 2, 10)),
      pezzo(
        `Stampato il ${giornoItaliano(giornoDi(this.#prospetto.stampatoAlle))}`,
        STILI.contorno,
        riquadro(SINISTRA, sotto, LARGHEZZA / 2, 10),
      ),
      pezzo(`Pagina ${this.numero} di ${this.#totali}`, destra, riquadro(SINISTRA + LARGHEZZA / 2, sotto, LARGHEZZA / 2, 10)),
    );
  }

  /** Top of a piece this tall; `conSeguito` is the room wanted together with it, so that no heading stays alone at the foot of a page. */
  takePosto(altezza: number, conSeguito = altezza): { readonly y: number; readonly nuova: boolean } {
    const nuova = this.#y + conSeguito > FONDO;
    if (nuova) {
      this.penna.nuovaPagina();
      this.numero += 1;
      this.#y = ALTO;
      this.#contorna();
    }
    const y = this.#y;
    this.#y += altezza;
    return { y, nuova };
  }
}

const testate = (y: number) =>
  COLONNE.map(({ titolo, larghezza, stile }, n) =>
    pezzo(titolo, { ...STILI.testata, destra: stile.destra === true }, riquadro(INIZI[n] ?? SINISTRA, y + 2, larghezza, 9)),
  );

const riga = (penna: Penna, y: number, entrata: EntrataPrevista): void => {
  penna.decora((doc) => doc.rect(SINISTRA, y + ALTEZZE.riga - 1.2, LARGHEZZA, 0.4).fill(COLORI.fondo));
  penna.sezione(() => {
    for (const [n, { larghezza, stile, of }] of COLONNE.entries())
      penna.scrivi("TD", pezzo(of(entrata) ?? "", stile, riquadro(INIZI[n] ?? SINISTRA, y + 1.4, larghezza, 9)));
  }, "TR");
};

const tabella = (pagine: Pagine, entrate: readonly EntrataPrevista[]): void => {
  const { penna } = pagine;
  const fondo = (y: number): void => penna.decora((doc) => doc.rect(SINISTRA, y, LARGHEZZA, ALTEZZE.testata - 2).fill(COLORI.fondo));
  penna.sezione(() => {
    const { y } = pagine.takePosto(ALTEZZE.testata);
    fondo(y);
    penna.sezione(() => {
      for (const titolo of testate(y)) penna.scrivi("TH", titolo);
    }, "TR");
    for (const entrata of entrate) {
      let posto = pagine.takePosto(ALTEZZE.riga);
      if (posto.nuova) {
        // Already told to who listens: here only for who looks.
        fondo(posto.y);
        penna.contorna(...testate(posto.y));
        posto = { ...posto, y: pagine.takePosto(ALTEZZE.testata).y + ALTEZZE.testata - ALTEZZE.riga };
      }
      riga(penna, posto.y, entrata);
    }
  }, "Table");
};

const totale = (pagine: Pagine, testo: string): void => {
  const { y } = pagine.takePosto(ALTEZZE.totale);
  pagine.penna.scrivi("P", pezzo(testo, STILI.totale, riquadro(SINISTRA, y + 3, LARGHEZZA, 11)));
};

const gruppo = (pagine: Pagine, titolo: string, nota: string, { entrate, importo }: Pick<GruppoFlusso, "entrate" | "importo">): void =>
  pagine.penna.sezione(() => {
    const { y } = pagine.takePosto(ALTEZZE.flusso, ALTEZZE.flusso + ALTEZZE.testata + ALTEZZE.riga);
    pagine.penna.scrivi("H3", pezzo(titolo, STILI.flusso, riquadro(SINISTRA, y + 3, LARGHEZZA, 11)));
    pagine.penna.scrivi("P", pezzo(nota, STILI.nota, riquadro(SINISTRA, y + 14, LARGHEZZA, 10)));
    tabella(pagine, entrate);
    totale(pagine, `${quante(entrate.length)}, ${euro(importo)}`);
  });

const gruppoFlusso = (pagine: Pagine, { flusso, ...resto }: GruppoFlusso): void => {
  const { idFlusso, idPsp, ragioneSocialePsp, trn, dataRegolamento, numeroPagamenti, importoTotale } = flusso;
  const intero = `nel flusso intero ${numeroPagamenti === 1 ? "1 pagamento" : `${numeroPagamenti} pagamenti`} per ${euro(importoTotale)}`;
  gruppo(
    pagine,
    `Flusso ${idFlusso} di ${ragioneSocialePsp ?? idPsp}`,
    `TRN ${trn}, regolamento del ${giornoItaliano(dataRegolamento.slice(0, 10))}; ${intero}`,
    resto,
  );
};

const creditore = (pagine: Pagine, prospetto: ProspettoEntrate, ente: EntrateCreditore): void =>
  pagine.penna.sezione(() => {
    const { idDominio, flussi, senzaFlusso, importoSenzaFlusso, numero, importo } = ente;
    const nome = prospetto.nomi.get(idDominio);
    const { y } = pagine.takePosto(ALTEZZE.ente, ALTEZZE.ente + ALTEZZE.flusso + ALTEZZE.testata + ALTEZZE.riga);
    pagine.penna.decora((doc) => doc.rect(SINISTRA, y, LARGHEZZA, 19).fill(COLORI.fondo));
    const titolo = nome === undefined ? idDominio : `${nome} (${idDominio})`;
    pagine.penna.scrivi("H2", pezzo(titolo, STILI.ente, riquadro(SINISTRA + 4, y + 3, LARGHEZZA - 8, 14)));
    for (const flusso of flussi) gruppoFlusso(pagine, flusso);
    if (senzaFlusso.length > 0)
      gruppo(pagine, "Riscossioni senza flusso", "Non ancora rendicontate da nessun PSP", {
        entrate: senzaFlusso,
        importo: importoSenzaFlusso,
      });
    totale(pagine, `Totale di ${nome ?? idDominio}: ${quante(numero)}, ${euro(importo)}`);
  });

const impagina = (penna: Penna, prospetto: ProspettoEntrate, totali: number): number => {
  const pagine = new Pagine(penna, prospetto, totali);
  const { creditori } = prospetto;
  penna.sezione(() => {
    const { y } = pagine.takePosto(ALTEZZE.titolo);
    penna.scrivi("H1", pezzo("Entrate previste", STILI.titolo, riquadro(SINISTRA, y, LARGHEZZA, 21)));
    const sotto = creditori.length === 0 ? `${periodoDi(prospetto)}: nessuna` : periodoDi(prospetto);
    penna.scrivi("P", pezzo(sotto, STILI.nota, riquadro(SINISTRA, y + 22, LARGHEZZA, 11)));
  });
  for (const ente of creditori) creditore(pagine, prospetto, ente);
  if (creditori.length > 1) {
    const numero = creditori.reduce((somma, ente) => somma + ente.numero, 0);
    totale(pagine, `Totale generale: ${quante(numero)}, ${euro(sumImporti(creditori.map(({ importo }) => importo)))}`);
  }
  return pagine.numero;
};

const MUTA: Penna = { scrivi: () => {}, sezione: (scrivi) => scrivi(), decora: () => {}, contorna: () => {}, nuovaPagina: () => {} };

/** Draws the whole report from the open page, in reading order. */
export const impaginaEntrate = (foglio: Foglio, prospetto: ProspettoEntrate): void => {
  // Once without drawing: every page says how many they are.
  impagina(foglio, prospetto, impagina(MUTA, prospetto, 0));
};
