/** Payments side by side, two or three to a module (AVV 3.5, rate multiple): the data above, the code below, then the bollettini. */

import { giornoItaliano } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { PagamentoDaStampare } from "../../ports/stampa-avviso.ts";
import {
  altezzaBanda,
  banda,
  type Colonna,
  codice,
  etichette,
  type Impaginato,
  INTERA,
  incolonna,
  inFondoAllaBanda,
  LATO_CODICE,
  type NomeTesto,
  pezzo,
  riquadro,
  STILI,
  voce,
  ZONA_QUIETA,
} from "./blocchi.ts";
import { altezzaBollettini, bollettinoInColonna, intestaBollettini } from "./bollettino.ts";
import { alternativaQr, nomePagamento } from "./dati.ts";
import { PAGINA, type StileTesto } from "./foglio.ts";
import { codiceAvvisoAGruppi } from "./formati.ts";

export type Colonne = 2 | 3;

const SPAZIO = 20;
const STACCO = 7;
/** Heights of the parts of a column, under its band: three columns leave out the addressee, as the guidelines allow. */
const ALTEZZE = { margine: 5, destinatario: 34, ente: 30, oggetto: { 2: 42, 3: 34 }, codice: 32.5 } as const;

/** Each of the three values beside the code; with two labels each it grows taller than the code. */
const passoDati = (m: Impaginato): number => (m.seconda === undefined ? 23.6 : 30);
const altezzaIstruzioni = (m: Impaginato): number => (m.seconda === undefined ? 18 : 37);

const altezzaCorpo = (m: Impaginato, colonne: Colonne): number =>
  ALTEZZE.margine +
  (colonne === 2 ? ALTEZZE.destinatario : 0) +
  ALTEZZE.ente +
  ALTEZZE.oggetto[colonne] +
  ALTEZZE.codice +
  Math.max(LATO_CODICE + ZONA_QUIETA, 3 * passoDati(m) + 3) +
  altezzaIstruzioni(m);

const colonneDi = (quante: Colonne): Colonna[] => {
  const larghezza = (INTERA.larghezza - SPAZIO * (quante - 1)) / quante;
  return Array.from({ length: quante }, (_, n) => ({ x: INTERA.x + n * (larghezza + SPAZIO), larghezza }));
};

export const altezzaModulo = (m: Impaginato, pagamenti: readonly PagamentoDaStampare[], colonne: Colonne): number =>
  altezzaBanda(m) +
  altezzaCorpo(m, colonne) +
  STACCO +
  (pagamenti.some(({ bollettino }) => bollettino !== undefined) ? altezzaBollettini(m) : 0);

const testataColonna = (m: Impaginato, y: number, colonna: Colonna, ultima: boolean, pagamento: PagamentoDaStampare): void => {
  const inizio = colonna.x === INTERA.x ? 0 : colonna.x - 6;
  const fine = ultima ? PAGINA.larghezza : colonna.x + colonna.larghezza + 4;
  banda(m, {
    fondo: riquadro(inizio, y, fine - inizio, altezzaBanda(m)),
    colonna,
    titolo: nomePagamento(pagamento, m.testi),
    secondo: m.seconda && nomePagamento(pagamento, m.seconda),
    riserva: pagamento.dataScadenza === undefined ? 0 : colonna.larghezza > 240 ? 132 : 108,
  });
  if (pagamento.dataScadenza !== undefined) inFondoAllaBanda(m, colonna, y, "entroIl", giornoItaliano(pagamento.dataScadenza));
};

/** The code with the values beside it and what to do with it underneath. */
const conCodice = (m: Impaginato, colonna: Colonna, y: number, pagamento: PagamentoDaStampare): void => {
  const { foglio, testi, seconda, avviso } = m;
  codice(foglio, alternativaQr(pagamento), colonna.x, y, m.qr(pagamento));
  const x = colonna.x + LATO_CODICE + ZONA_QUIETA;
  const larghezza = colonna.larghezza - LATO_CODICE - ZONA_QUIETA;
  const passo = passoDati(m);
  const importo = etichette(m, riquadro(x, y - 1, larghezza, 10), "importo");
  foglio.scrivi(
    "P",
    ...importo.pezzi,
    pezzo(testi.euro, STILI.etichetta, riquadro(x, y + importo.altezza + 2.4, 20, 10)),
    pezzo(formatImportoItaliano(pagamento.importo), STILI.cifre, riquadro(x + 20, y + importo.altezza - 2, larghezza - 20, 15)),
  );
  const cbill = avviso.ente.cbill?.trim() ?? "";
  voce(m, riquadro(x, y + passo, larghezza, passo), "codiceFiscaleEnte", avviso.ente.idDominio.toUpperCase(), STILI.cifrePiccole);
  if (cbill !== "") voce(m, riquadro(x, y + 2 * passo, larghezza, passo), "cbill", cbill.toUpperCase(), STILI.cifrePiccole);
  incolonna(foglio, colonna, y + Math.max(LATO_CODICE + ZONA_QUIETA, 3 * passo + 3), [
    { testo: testi.inquadraRate, stile: STILI.poste, altezza: 18, stacco: 0.5 },
    { testo: seconda?.inquadraRate, stile: STILI.poste, altezza: 18, lingua: seconda?.lingua },
  ]);
};

const corpoColonna = (m: Impaginato, colonna: Colonna, y: number, pagamento: PagamentoDaStampare, colonne: Colonne): void => {
  const { avviso } = m;
  let alto = y + ALTEZZE.margine;
  const metti = (altezza: number, nome: NomeTesto, valore: string, stile: StileTesto = STILI.valoreModulo): void => {
    voce(m, riquadro(colonna.x, alto, colonna.larghezza, altezza - 1.5), nome, valore, stile);
    alto += altezza;
  };
  if (colonne === 2) metti(ALTEZZE.destinatario, "destinatario", avviso.debitore.anagrafica);
  metti(ALTEZZE.ente, "ente", avviso.ente.ragioneSociale);
  metti(ALTEZZE.oggetto[colonne], "oggetto", pagamento.oggetto);
  metti(ALTEZZE.codice, "codiceAvviso", codiceAvvisoAGruppi(pagamento.numeroAvviso), STILI.cifreModulo);
  conCodice(m, colonna, alto, pagamento);
};

/** Draws the module at `y`; a column without payment stays white. */
export const modulo = (m: Impaginato, y: number, pagamenti: readonly PagamentoDaStampare[], quante: Colonne): void => {
  const colonne = colonneDi(quante);
  const coppie = pagamenti.flatMap((pagamento, n) => {
    const colonna = colonne[n];
    return colonna === undefined ? [] : [{ pagamento, colonna, ultima: n === quante - 1 }];
  });
  for (const { pagamento, colonna, ultima } of coppie) {
    m.foglio.sezione(() => {
      testataColonna(m, y, colonna, ultima, pagamento);
      corpoColonna(m, colonna, y + altezzaBanda(m), pagamento, quante);
    });
  }
  const conBollettino = coppie.flatMap(({ pagamento, colonna }) =>
    pagamento.bollettino === undefined ? [] : [{ pagamento, colonna, bollettino: pagamento.bollettino }],
  );
  if (conBollettino.length === 0) return;
  m.foglio.sezione(() => {
    const sotto = intestaBollettini(
      m,
      y + altezzaBanda(m) + altezzaCorpo(m, quante) + STACCO,
      conBollettino.map(({ colonna }) => colonna),
    );
    for (const { pagamento, colonna, bollettino } of conBollettino) bollettinoInColonna(m, colonna, sotto, pagamento, bollettino);
  });
};
