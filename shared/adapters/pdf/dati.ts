/** "Dati per il pagamento" of one payment at full width (AVV 3.5, rata unica), with its bollettino underneath when there is one. */

import { giornoItaliano } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { PagamentoDaStampare } from "../../ports/stampa-avviso.ts";
import {
  altezzaBanda,
  banda,
  codice,
  etichette,
  FINE,
  type Impaginato,
  INTERA,
  incolonna,
  inFondoAllaBanda,
  LATO_CODICE,
  pezzo,
  primaRiga,
  riquadro,
  SECONDA_RIGA,
  STILI,
  voce,
  ZONA_QUIETA,
} from "./blocchi.ts";
import { altezzaBollettino, bollettinoIntero } from "./bollettino.ts";
import { PAGINA } from "./foglio.ts";
import { codiceAvvisoAGruppi } from "./formati.ts";
import { lineaDiTaglio } from "./icone.ts";
import { descriviSoglia } from "./quanto.ts";
import { conNumero, type Testi } from "./testi/testi.ts";

const TAGLIO = 14;
/** Under the band. */
const CORPO = 158;

export const altezzaDati = (m: Impaginato, pagamento: PagamentoDaStampare): number =>
  TAGLIO + altezzaBanda(m) + CORPO + (pagamento.bollettino === undefined ? 0 : altezzaBollettino(m));

/** What the payment is called: single instalment, instalment n, or its threshold. */
export const nomePagamento = (pagamento: PagamentoDaStampare, t: Testi): string => {
  const { forma } = pagamento;
  if (forma.tipo === "unica") return t.rataUnica;
  if (forma.tipo === "rata") return conNumero(t.rata, forma.numero);
  const soglia = descriviSoglia(pagamento, t);
  if (soglia === undefined) return "";
  return forma.tipo === "RIDOTTO" || forma.tipo === "SCONTATO" ? soglia.nome : `${soglia.nome} ${soglia.quando}`;
};

export const alternativaQr = ({ numeroAvviso }: PagamentoDaStampare): string =>
  `Codice QR per pagare l’avviso ${codiceAvvisoAGruppi(numeroAvviso)}`;

const voci = (m: Impaginato, pagamento: PagamentoDaStampare, alto: number): void => {
  const { foglio, avviso, testi } = m;
  const x = 147;
  const xImporto = 413;
  voce(m, riquadro(x, alto, xImporto - x - 14, 34), "destinatario", avviso.debitore.anagrafica);
  foglio.scrivi(
    "P",
    ...etichette(m, riquadro(xImporto, alto, FINE - xImporto, 10), "importo").pezzi,
    pezzo(testi.euro, STILI.euro, riquadro(xImporto, alto + 14.4, 26, 14)),
    pezzo(formatImportoItaliano(pagamento.importo), STILI.cifreImporto, riquadro(xImporto + 27, alto + 11, FINE - xImporto - 27, 19)),
  );
  voce(m, riquadro(x, alto + 36, FINE - x, 34), "ente", avviso.ente.ragioneSociale);
  voce(m, riquadro(x, alto + 72, FINE - x, 36), "oggetto", pagamento.oggetto);
  const codici = alto + 113;
  const cbill = avviso.ente.cbill?.trim() ?? "";
  const xCodice = cbill === "" ? x : x + 90;
  if (cbill !== "") voce(m, riquadro(x, codici, 84, 28), "cbill", cbill.toUpperCase(), STILI.cifre);
  voce(m, riquadro(xCodice, codici, xImporto - 8 - xCodice, 28), "codiceAvviso", codiceAvvisoAGruppi(pagamento.numeroAvviso), STILI.cifre);
  voce(m, riquadro(xImporto, codici, FINE - xImporto, 28), "codiceFiscaleEnte", avviso.ente.idDominio.toUpperCase(), STILI.cifre);
};

const nelCorpo = (m: Impaginato, pagamento: PagamentoDaStampare, alto: number): void => {
  const { foglio, testi, seconda } = m;
  codice(foglio, alternativaQr(pagamento), PAGINA.margine, alto, m.qr(pagamento));
  const stile = seconda === undefined ? STILI.nota : STILI.poste;
  incolonna(foglio, { x: PAGINA.margine, larghezza: seconda === undefined ? 98 : 112 }, alto + LATO_CODICE + ZONA_QUIETA, [
    { testo: testi.inquadra, stile, altezza: seconda ? 34 : 48 },
    { testo: seconda?.inquadra, stile, altezza: 34, lingua: seconda?.lingua },
  ]);
  voci(m, pagamento, alto);
};

/** Draws the section from its cutting line at `y`. */
export const datiPagamento = (m: Impaginato, y: number, pagamento: PagamentoDaStampare): void => {
  m.foglio.decora((doc) => lineaDiTaglio(doc, y));
  const alto = y + TAGLIO;
  banda(m, {
    fondo: riquadro(0, alto, PAGINA.larghezza, altezzaBanda(m)),
    colonna: INTERA,
    titolo: m.testi.dati,
    secondo: m.seconda?.dati,
    riserva: 280,
  });
  const xNome = PAGINA.larghezza / 2 - 36;
  m.foglio.scrivi(
    "P",
    pezzo(nomePagamento(pagamento, m.testi).toUpperCase(), { ...STILI.banda, destra: true }, riquadro(xNome, alto + primaRiga(m), 176, 13)),
    ...(m.seconda
      ? [
          pezzo(
            nomePagamento(pagamento, m.seconda),
            { ...STILI.bandaSecondaria, destra: true },
            riquadro(xNome, alto + SECONDA_RIGA, 176, 11),
            m.seconda.lingua,
          ),
        ]
      : []),
  );
  if (pagamento.dataScadenza !== undefined) inFondoAllaBanda(m, INTERA, alto, "entroIl", giornoItaliano(pagamento.dataScadenza));
  nelCorpo(m, pagamento, alto + altezzaBanda(m) + 13);
  if (pagamento.bollettino !== undefined) bollettinoIntero(m, alto + altezzaBanda(m) + CORPO, pagamento, pagamento.bollettino);
};
