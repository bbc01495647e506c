/** "Quanto e quando pagare?" (AVV 3.5, importo e scadenza; varianti rate, molte rate, violazioni del codice della strada, senza scadenza). */

import { giornoItaliano } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { PagamentoDaStampare } from "../../ports/stampa-avviso.ts";
import { altezzaBanda, banda, type Colonna, type Impaginato, incolonna, pezzo, riquadro, STILI, type Testo } from "./blocchi.ts";
import { iconaInformazione } from "./icone.ts";
import { bandaSinistra, SINISTRA } from "./testata.ts";
import { conNumero, type Testi } from "./testi/testi.ts";

/** From here on the guidelines drop the detail of the instalments from the first sheet ("avviso con molte rate"). */
export const MOLTE_RATE = 9;

const isSoglia = ({ forma }: PagamentoDaStampare): boolean => forma.tipo !== "unica" && forma.tipo !== "rata";

/** Name of a threshold and days that it covers, in one language. */
export const descriviSoglia = ({ forma }: PagamentoDaStampare, t: Testi): { nome: string; quando: string } | undefined => {
  switch (forma.tipo) {
    case "SCONTATO":
      return { nome: t.scontato, quando: t.cinqueGiorni };
    case "RIDOTTO":
      return { nome: t.ridotto, quando: t.sessantaGiorni };
    case "ENTRO":
      return { nome: t.importo, quando: conNumero(t.entroGiorni, forma.giorni) };
    case "OLTRE":
      return { nome: t.importo, quando: conNumero(t.oltreGiorni, forma.giorni) };
    default:
      return undefined;
  }
};

interface Cosa {
  /** What is paid at once, or the sum of the instalments. */
  readonly importo: bigint | undefined;
  readonly scadenza: string | undefined;
  readonly rate: readonly PagamentoDaStampare[];
  readonly intero: boolean;
  readonly soglie: readonly PagamentoDaStampare[];
}

const riassumi = (pagamenti: readonly PagamentoDaStampare[]): Cosa => {
  const soglie = pagamenti.filter(isSoglia);
  const rate = pagamenti.filter(({ forma }) => forma.tipo === "rata");
  const unica = pagamenti.find(({ forma }) => forma.tipo === "unica") ?? (rate.length === 1 ? rate[0] : undefined);
  if (unica !== undefined)
    return { importo: unica.importo, scadenza: unica.dataScadenza, rate, intero: unica.forma.tipo === "unica", soglie };
  const importo = rate.length === 0 ? undefined : rate.reduce((somma, rata) => somma + rata.importo, 0n);
  return { importo, scadenza: undefined, rate, intero: false, soglie };
};

const importoTotale = (m: Impaginato, y: number, { importo, scadenza }: Cosa): number => {
  if (importo === undefined) return y;
  const { x, larghezza } = SINISTRA;
  const { foglio, testi, seconda } = m;
  foglio.scrivi(
    "P",
    pezzo(`${formatImportoItaliano(importo)} ${testi.euro}`, STILI.importo, riquadro(x, y, scadenza === undefined ? larghezza : 162, 26)),
  );
  if (scadenza !== undefined) {
    const xScadenza = x + 172;
    const due =
      seconda === undefined ? [] : [pezzo(seconda.entroIl, STILI.etichetta, riquadro(xScadenza + 32, y - 4, 52, 10), seconda.lingua)];
    foglio.scrivi(
      "P",
      pezzo(seconda === undefined ? testi.entroIl : `${testi.entroIl} /`, STILI.etichetta, riquadro(xScadenza, y - 4, 81, 10)),
      ...due,
      pezzo(giornoItaliano(scadenza), STILI.scadenza, riquadro(xScadenza, y + 5.2, 81, 19)),
    );
  }
  return y + 32;
};

const soglia = (m: Impaginato, y: number, pagamento: PagamentoDaStampare): number => {
  const { foglio, testi, seconda } = m;
  const { x, larghezza } = SINISTRA;
  const rientro = 122;
  const italiano = descriviSoglia(pagamento, testi) ?? { nome: "", quando: "" };
  const altro = seconda && descriviSoglia(pagamento, seconda);
  const quando =
    pagamento.dataScadenza === undefined
      ? italiano.quando
      : `${italiano.quando} (${testi.entroIl} ${giornoItaliano(pagamento.dataScadenza)})`;
  foglio.scrivi(
    "P",
    pezzo(`${formatImportoItaliano(pagamento.importo)} ${testi.euro}`, STILI.importoSoglia, riquadro(x, y, rientro - 6, 20)),
  );
  const colonna: Colonna = { x: x + rientro, larghezza: larghezza - rientro };
  return (
    incolonna(foglio, colonna, y - 1, [
      { testo: italiano.nome, stile: STILI.notaFortePiccola, altezza: 10, stacco: 0 },
      { testo: quando, stile: STILI.notaPiccola, altezza: 20, stacco: 1 },
      { testo: altro && `${altro.nome}: ${altro.quando}`, stile: STILI.notaPiccola, altezza: 20, lingua: seconda?.lingua, stacco: 0 },
    ]) + 6
  );
};

/** The instalments one by one, in two columns, while they are few. */
const dettaglioRate = (m: Impaginato, y: number, rate: readonly PagamentoDaStampare[]): number => {
  const righe = Math.ceil(rate.length / 2);
  const passo = 11;
  for (const [n, rata] of rate.entries()) {
    const numero = rata.forma.tipo === "rata" ? rata.forma.numero : n + 1;
    const entro = rata.dataScadenza === undefined ? "" : ` ${m.testi.entroIl} ${giornoItaliano(rata.dataScadenza)}`;
    const x = SINISTRA.x + (n >= righe ? SINISTRA.larghezza / 2 + 4 : 0);
    m.foglio.scrivi(
      "P",
      pezzo(
        `${conNumero(m.testi.rata, numero)}: ${formatImportoItaliano(rata.importo)}${entro}`,
        STILI.notaPiccola,
        riquadro(x, y + (n % righe) * passo, SINISTRA.larghezza / 2 - 4, 10),
      ),
    );
  }
  return y + righe * passo + 4;
};

const infoRate = (m: Impaginato, y: number, { rate, intero }: Cosa): number => {
  if (rate.length < 2) return y;
  const nome = intero ? "intero" : "soloRate";
  const molte = rate.length >= MOLTE_RATE;
  const dettaglio = !molte && m.seconda === undefined;
  const righe = (t: Testi, lingua?: string): Testo[] => [
    {
      testo: conNumero(t[nome], rate.length),
      stile: m.seconda ? STILI.notaFortePiccola : STILI.notaForte,
      altezza: m.seconda ? 10 : 24,
      lingua,
      stacco: 1,
    },
    // In two languages each sentence keeps to one line: the payment that follows must stay on the sheet.
    { testo: dettaglio ? undefined : t.molteRate, stile: STILI.notaPiccola, altezza: m.seconda ? 10 : 20, lingua },
  ];
  const sotto = incolonna(m.foglio, SINISTRA, y, [...righe(m.testi), ...(m.seconda ? righe(m.seconda, m.seconda.lingua) : [])]);
  return dettaglio ? dettaglioRate(m, sotto + 1, rate) : sotto;
};

/** How the days of a threshold are counted: only where they run from the notification. */
const regoleSoglie = (m: Impaginato, y: number, { soglie }: Cosa): number => {
  if (soglie.length === 0) return y;
  const notifica = soglie.some(({ forma }) => forma.tipo === "SCONTATO" || forma.tipo === "RIDOTTO");
  const in_ = (t: Testi, lingua?: string): Testo[] => [
    { testo: t.scelta, stile: STILI.notaPiccola, altezza: 40, lingua, stacco: 3 },
    ...(notifica
      ? ([
          { testo: t.scadenze, stile: STILI.notaFortePiccola, altezza: 20, lingua, etichetta: "H3", stacco: 0 },
          { testo: t.scadenzeCome, stile: STILI.notaPiccola, altezza: 40, lingua, stacco: 3 },
          { testo: t.giacenza, stile: STILI.notaFortePiccola, altezza: 20, lingua, etichetta: "H3", stacco: 0 },
          { testo: t.giacenzaCome, stile: STILI.notaPiccola, altezza: 60, lingua, stacco: 3 },
        ] as const)
      : []),
  ];
  return incolonna(m.foglio, SINISTRA, y, [...in_(m.testi), ...(m.seconda ? in_(m.seconda, m.seconda.lingua) : [])]);
};

const informativa = (m: Impaginato, y: number, fitta: boolean): number => {
  const { avviso, testi, seconda, foglio } = m;
  const nota = avviso.informativaImporto ?? testi.informativa;
  // A note of the creditor's own without translation stays alone: the standard one would say something else.
  const altra = seconda && (avviso.informativaSecondaria ?? (avviso.informativaImporto === undefined ? seconda.informativa : undefined));
  if (nota.trim() === "" && (altra ?? "").trim() === "") return y;
  const { x, larghezza } = SINISTRA;
  const stile = seconda === undefined && !fitta ? STILI.nota : STILI.notaPiccola;
  foglio.decora((doc) => iconaInformazione(doc, x, y + 1));
  return incolonna(foglio, { x: x + 19, larghezza: larghezza - 19 }, y, [
    { testo: nota, stile, altezza: 68 },
    { testo: altra, stile, altezza: 68, lingua: seconda?.lingua },
  ]);
};

/** Draws the section at `y`; answers where its texts end. */
export const quantoEQuando = (m: Impaginato, y: number, pagamenti: readonly PagamentoDaStampare[]): number => {
  const cosa = riassumi(pagamenti);
  const senzaTempo = pagamenti.length === 1 && cosa.scadenza === undefined && cosa.soglie.length === 0;
  const titolo = senzaTempo ? "quanto" : "quantoEQuando";
  banda(m, { fondo: bandaSinistra(m, y), colonna: SINISTRA, titolo: m.testi[titolo], secondo: m.seconda?.[titolo] });
  let alto = importoTotale(m, y + altezzaBanda(m) + 12, cosa);
  for (const pagamento of cosa.soglie) alto = soglia(m, alto, pagamento);
  alto = infoRate(m, alto, cosa);
  alto = regoleSoglie(m, alto, cosa);
  return informativa(m, alto + (cosa.importo === undefined ? 0 : 6), cosa.soglie.length > 0);
};
