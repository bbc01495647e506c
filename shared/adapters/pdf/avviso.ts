/**
 * The sheets of one notice (AVV 3.5, struttura della pagina): the first says who, how much and where; then come the payments, the single one
 * first, instalments in modules of two or of three never mixed on a sheet, as many as fit.
 */
import type { PagamentoDaStampare } from "../../ports/stampa-avviso.ts";
import { altezzaBanda, banda, FONDO, type Impaginato, INTERA, incolonna, riquadro, STILI } from "./blocchi.ts";
import { altezzaDati, datiPagamento } from "./dati.ts";
import { dovePagare } from "./dove.ts";
import { PAGINA, type Pezzo } from "./foglio.ts";
import { altezzaModulo, type Colonne, modulo } from "./moduli.ts";
import { MOLTE_RATE, quantoEQuando } from "./quanto.ts";
import { destinatario, ente, intestazione, SOTTO_INTESTAZIONE } from "./testata.ts";

/** Where the parts of the first sheet start at the earliest, so that short notices look alike. */
const ALTO = { parti: 131, importo: 262, pagamenti: 421 } as const;
/** Two languages, or the rules of the thresholds, need the room. */
const ALTO_FITTO = { parti: SOTTO_INTESTAZIONE + 2, importo: 214, pagamenti: 421 } as const;
const STACCO = 8;

/** Something to draw in one piece: a payment at full width, or a module. */
interface Blocco {
  readonly tipo: "intero" | Colonne;
  readonly altezza: number;
  disegna(y: number): void;
}

/** Two columns for an even number of instalments, three where they fill the sheet better or are many. */
const scegliColonne = (quanti: number): Colonne => (quanti < MOLTE_RATE && quanti % 3 !== 0 && quanti % 2 === 0 ? 2 : 3);

const intero = (m: Impaginato, pagamento: PagamentoDaStampare): Blocco => ({
  tipo: "intero",
  altezza: altezzaDati(m, pagamento),
  disegna: (y) => m.foglio.sezione(() => datiPagamento(m, y, pagamento)),
});

const inModuli = (m: Impaginato, pagamenti: readonly PagamentoDaStampare[]): Blocco[] => {
  const [unico, altro] = pagamenti;
  if (unico !== undefined && altro === undefined) return [intero(m, unico)];
  const colonne = scegliColonne(pagamenti.length);
  const gruppi = Array.from({ length: Math.ceil(pagamenti.length / colonne) }, (_, n) => pagamenti.slice(n * colonne, (n + 1) * colonne));
  return gruppi.map((gruppo) => ({
    tipo: colonne,
    altezza: altezzaModulo(m, gruppo, colonne),
    disegna: (y) => modulo(m, y, gruppo, colonne),
  }));
};

const blocchiDi = (m: Impaginato, pagamenti: readonly PagamentoDaStampare[]): Blocco[] => {
  const di = (quale: (tipo: PagamentoDaStampare["forma"]["tipo"]) => boolean) => pagamenti.filter(({ forma }) => quale(forma.tipo));
  return [
    ...di((tipo) => tipo === "unica").map((pagamento) => intero(m, pagamento)),
    ...inModuli(
      m,
      di((tipo) => tipo === "rata"),
    ),
    ...inModuli(
      m,
      di((tipo) => tipo !== "unica" && tipo !== "rata"),
    ),
  ];
};

/** Everything above the payments; answers where these may start. */
const primaPagina = (m: Impaginato, pagamenti: readonly PagamentoDaStampare[]): number => {
  const { foglio } = m;
  const fitta = m.seconda !== undefined || pagamenti.some(({ forma }) => forma.tipo !== "unica" && forma.tipo !== "rata");
  const alto = fitta ? ALTO_FITTO : ALTO;
  const sotto: number[] = [];
  const parte = (disegna: () => number): void => foglio.sezione(() => sotto.push(disegna()));
  foglio.sezione(() => intestazione(m));
  parte(() => ente(m, alto.parti));
  parte(() => destinatario(m, alto.parti));
  const importo = Math.max(alto.importo, ...sotto.splice(0).map((y) => y + STACCO));
  parte(() => quantoEQuando(m, importo, pagamenti));
  parte(() => dovePagare(m, importo));
  return Math.max(alto.pagamenti, ...sotto.map((y) => y + STACCO));
};

const testaDiModuli = (m: Impaginato, y: number): number => {
  banda(m, { fondo: riquadro(0, y, 0, 0), colonna: INTERA, titolo: m.testi.dati, secondo: m.seconda?.dati });
  return y + altezzaBanda(m);
};

/** Places the blocks one under the other, on a new sheet when one does not fit or is of another kind. */
const disponi = (m: Impaginato, inizio: number, blocchi: readonly Blocco[]): void => {
  let y = inizio;
  let foglioDi: Blocco["tipo"] | undefined;
  for (const { tipo, altezza, disegna } of blocchi) {
    const testa = tipo === "intero" || foglioDi === tipo ? 0 : altezzaBanda(m);
    if ((foglioDi !== undefined && foglioDi !== tipo) || y + testa + altezza > FONDO + STACCO) {
      m.foglio.nuovaPagina();
      m.foglio.sezione(() => intestazione(m));
      y = SOTTO_INTESTAZIONE;
      foglioDi = undefined;
    }
    if (tipo !== "intero" && foglioDi !== tipo) y = testaDiModuli(m, y);
    disegna(y);
    y += altezza;
    foglioDi = tipo;
  }
};

/** What did not fit in its box even at the smallest size is said whole on a sheet apart: nothing is lost, and the layout holds. */
const perEsteso = (m: Impaginato, abbreviati: readonly Pezzo[]): void => {
  let y: number = PAGINA.altezza;
  for (const { testo, lingua } of abbreviati) {
    const parte = { testo, lingua, stile: STILI.corpo, riquadro: riquadro(INTERA.x, y, INTERA.larghezza, FONDO - SOTTO_INTESTAZIONE - 40) };
    if (y + m.foglio.altezza(parte) > FONDO) {
      m.foglio.nuovaPagina();
      m.foglio.sezione(() => intestazione(m));
      y = SOTTO_INTESTAZIONE;
      m.foglio.sezione(() =>
        banda(m, {
          fondo: riquadro(0, y, PAGINA.larghezza, altezzaBanda(m)),
          colonna: INTERA,
          titolo: m.testi.estesi,
          secondo: m.seconda?.estesi,
        }),
      );
      y += altezzaBanda(m) + 10;
    }
    m.foglio.sezione(() => {
      y = incolonna(m.foglio, INTERA, y, [{ testo, lingua, stile: STILI.corpo, altezza: parte.riquadro.altezza, stacco: 10 }]);
    });
  }
};

const conBollettino = (pagamenti: readonly PagamentoDaStampare[]): boolean => pagamenti.some(({ bollettino }) => bollettino !== undefined);
const isNotificato = ({ forma }: PagamentoDaStampare): boolean => forma.tipo === "SCONTATO" || forma.tipo === "RIDOTTO";

/** Draws the whole notice from the open page on, in reading order. */
export const impaginaAvviso = (m: Impaginato): void => {
  const { pagamenti, prova } = m.avviso;
  m.foglio.timbra(prova && "PROVA - NON PAGABILE");
  // Violations of the road traffic code with a bollettino: one sheet for each amount (AVV 3.5, violazioni del codice della strada).
  const separati = pagamenti.length > 1 && pagamenti.every(isNotificato) && conBollettino(pagamenti);
  const avvisi = separati ? pagamenti.map((pagamento) => [pagamento]) : [pagamenti];
  for (const [n, gruppo] of avvisi.entries()) {
    if (n > 0) m.foglio.nuovaPagina();
    disponi(m, primaPagina(m, gruppo), blocchiDi(m, gruppo));
  }
  perEsteso(m, m.foglio.ritiraAbbreviati());
  // The heading of those sheets is short again: said once is enough, and the next notice starts with none.
  m.foglio.ritiraAbbreviati();
};
