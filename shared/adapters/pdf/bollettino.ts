/**
 * The "bollettino postale PA" (AVV 3.5, bollettino postale PA; Poste, manuale della stampa in proprio): account, holder, amount, the same notice
 * number, type P1, DataMatrix, authorisation in 70 % black. The trade marks of Poste Italiane are not ours to ship: their names stand for them.
 */

import { giornoItaliano } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { BollettinoDaStampare, PagamentoDaStampare } from "../../ports/stampa-avviso.ts";
import {
  altezzaBanda,
  banda,
  type Colonna,
  codice,
  FINE,
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
} from "./blocchi.ts";
import { PAGINA, type StileTesto } from "./foglio.ts";
import { codiceAvvisoAGruppi } from "./formati.ts";
import { lineaDiTaglio } from "./icone.ts";

const TAGLIO = 12;
/** Under the bands. */
const CORPO_INTERO = { una: 152, due: 142 } as const;
const CORPO_COLONNA = { una: 252, due: 286 } as const;
const TIPO = "P1";

export const altezzaBollettino = (m: Impaginato): number =>
  TAGLIO + altezzaBanda(m) + (m.seconda === undefined ? CORPO_INTERO.una : CORPO_INTERO.due);
export const altezzaBollettini = (m: Impaginato): number =>
  TAGLIO + altezzaBanda(m) + (m.seconda === undefined ? CORPO_COLONNA.una : CORPO_COLONNA.due);

/** The account without the zeros that only its IBAN needs. */
const contoLeggibile = (contoPostale: string): string => contoPostale.replace(/^0+(?=\d)/, "");

const alternativaDataMatrix = ({ numeroAvviso }: PagamentoDaStampare): string =>
  `DataMatrix del bollettino postale PA per l’avviso ${codiceAvvisoAGruppi(numeroAvviso)}`;

const disegnaDataMatrix = (m: Impaginato, x: number, y: number, pagamento: PagamentoDaStampare): void => {
  const matrice = m.dataMatrix(pagamento);
  if (matrice !== undefined) codice(m.foglio, alternativaDataMatrix(pagamento), x, y, matrice);
};

/** Label and value on one line. */
const inLinea = (m: Impaginato, x: number, y: number, larghezza: number, nome: NomeTesto, valore: string, stile: StileTesto): void => {
  const etichetta = m.testi[nome];
  const rientro = m.foglio.larghezza(etichetta, STILI.euro) + 5;
  m.foglio.scrivi(
    "P",
    pezzo(etichetta, STILI.euro, riquadro(x, y + 3.4, rientro, 14)),
    pezzo(valore, stile, riquadro(x + rientro, y, larghezza - rientro, 19)),
    ...(m.seconda && m.seconda[nome] !== etichetta
      ? [pezzo(m.seconda[nome], STILI.poste, riquadro(x, y + 17, larghezza, 9), m.seconda.lingua)]
      : []),
  );
};

/** The amount at the right end, its currency just before. */
const importoInFondo = (m: Impaginato, y: number, importo: string): void => {
  const larghezza = m.foglio.larghezza(importo, STILI.cifreImporto) + 0.5;
  m.foglio.scrivi(
    "P",
    pezzo(m.testi.euro, { ...STILI.euro, destra: true }, riquadro(FINE - larghezza - 36, y + 3.4, 30, 14)),
    pezzo(importo, STILI.cifreImporto, riquadro(FINE - larghezza, y, larghezza, 19)),
  );
};

const note = (m: Impaginato, colonna: Colonna, y: number, { autorizzazione }: BollettinoDaStampare, altezza: number): void => {
  incolonna(m.foglio, colonna, y, [
    { testo: m.testi.bollettinoDove, stile: STILI.poste, altezza },
    { testo: m.seconda?.bollettinoDove, stile: STILI.poste, altezza, lingua: m.seconda?.lingua },
    { testo: autorizzazione, stile: STILI.autorizzazione, altezza: 17 },
  ]);
};

/** The whole width of the sheet, for a single payment. */
export const bollettinoIntero = (m: Impaginato, y: number, pagamento: PagamentoDaStampare, bollettino: BollettinoDaStampare): void => {
  const { avviso } = m;
  m.foglio.decora((doc) => lineaDiTaglio(doc, y));
  const alto = y + TAGLIO;
  banda(m, {
    fondo: riquadro(0, alto, PAGINA.larghezza, altezzaBanda(m)),
    colonna: INTERA,
    titolo: m.testi.bollettino,
    secondo: m.seconda?.bollettino,
    riserva: 200,
  });
  if (pagamento.dataScadenza !== undefined) inFondoAllaBanda(m, INTERA, alto, "entroIl", giornoItaliano(pagamento.dataScadenza));
  const corpo = alto + altezzaBanda(m) + 9;
  m.foglio.scrivi("P", pezzo("BancoPosta", STILI.valore, riquadro(PAGINA.margine, corpo, 120, 16)));
  const x = 180;
  const xCodice = FINE - LATO_CODICE;
  inLinea(m, x, corpo, 190, "conto", contoLeggibile(bollettino.contoPostale), STILI.cifreImporto);
  importoInFondo(m, corpo, formatImportoItaliano(pagamento.importo));
  const larghezza = xCodice - 14 - x;
  const passo = m.seconda === undefined ? 27 : 24;
  voce(m, riquadro(x, corpo + 27, larghezza, 23), "intestatoA", bollettino.intestatario, STILI.valorePoste);
  voce(m, riquadro(x, corpo + 27 + passo, larghezza, 23), "destinatario", avviso.debitore.anagrafica, STILI.valorePoste);
  voce(m, riquadro(x, corpo + 27 + 2 * passo, larghezza, 31), "oggetto", pagamento.oggetto, STILI.valorePoste);
  voce(m, riquadro(x, corpo + 34 + 3 * passo, 156, 26), "codiceAvviso", codiceAvvisoAGruppi(pagamento.numeroAvviso), STILI.cifrePiccole);
  voce(m, riquadro(x + 160, corpo + 34 + 3 * passo, 38, 26), "tipo", TIPO, STILI.cifrePiccole);
  voce(m, riquadro(x + 202, corpo + 34 + 3 * passo, larghezza - 202, 26), "codiceFiscaleEnte", avviso.ente.idDominio, STILI.cifrePiccole);
  disegnaDataMatrix(m, xCodice, corpo + 27, pagamento);
  note(m, { x: PAGINA.margine, larghezza: 132 }, corpo + 18, bollettino, m.seconda ? 46 : 60);
};

/** One of the columns of a module of instalments; `y` is under its band. */
export const bollettinoInColonna = (
  m: Impaginato,
  colonna: Colonna,
  y: number,
  pagamento: PagamentoDaStampare,
  bollettino: BollettinoDaStampare,
): void => {
  const { x, larghezza } = colonna;
  const { foglio, avviso, testi, seconda } = m;
  inLinea(m, x, y + 4, larghezza, "conto", contoLeggibile(bollettino.contoPostale), STILI.cifre);
  voce(m, riquadro(x, y + 32, larghezza, 24), "intestatoA", bollettino.intestatario, STILI.valorePoste);
  voce(m, riquadro(x, y + 57, larghezza, 24), "destinatario", avviso.debitore.anagrafica, STILI.valorePoste);
  voce(m, riquadro(x, y + 82, larghezza, 31), "oggetto", pagamento.oggetto, STILI.valorePoste);
  voce(m, riquadro(x, y + 114, larghezza, 26), "codiceAvviso", codiceAvvisoAGruppi(pagamento.numeroAvviso), STILI.cifreModulo);
  const alto = y + 143;
  disegnaDataMatrix(m, x, alto, pagamento);
  const xDestra = x + LATO_CODICE + 8;
  const spazio = larghezza - LATO_CODICE - 8;
  foglio.scrivi(
    "P",
    pezzo(testi.euro, STILI.etichetta, riquadro(xDestra, alto + 4, 20, 10)),
    pezzo(formatImportoItaliano(pagamento.importo), STILI.cifre, riquadro(xDestra + 20, alto, spazio - 20, 15)),
  );
  voce(m, riquadro(xDestra, alto + 20, spazio, 24), "tipo", TIPO, STILI.cifrePiccole);
  voce(m, riquadro(xDestra, alto + 44, spazio, 30), "codiceFiscaleEnte", avviso.ente.idDominio, STILI.cifrePiccole);
  const sotto = alto + LATO_CODICE + (seconda === undefined ? 4 : 8);
  note(m, colonna, sotto, bollettino, 27);
};

/** Cutting line and bands above the columns of a module. */
export const intestaBollettini = (m: Impaginato, y: number, colonne: readonly Colonna[]): number => {
  m.foglio.decora((doc) => lineaDiTaglio(doc, y));
  const alto = y + TAGLIO;
  for (const [n, colonna] of colonne.entries()) {
    const inizio = n === 0 ? 0 : colonna.x - 6;
    const fine = n === colonne.length - 1 ? PAGINA.larghezza : colonna.x + colonna.larghezza + 4;
    banda(m, {
      fondo: riquadro(inizio, alto, fine - inizio, altezzaBanda(m)),
      colonna,
      titolo: m.testi.bollettino,
      secondo: m.seconda?.bollettino,
    });
  }
  return alto + altezzaBanda(m);
};
