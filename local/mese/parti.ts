/** What each trouble does to the money: the flows as they are published, the lines as the bank tells them, and which pays which. One row per trouble. */
import type { StatoAbbinamento } from "../../shared/domain/riscontri/esiti.ts";
import type { FlussoProva, MovimentoProva, OggettoCollegato, RigaProva, RiscossioneProva } from "../../shared/domain/riscontri/evidenze.ts";
import { chiaviCausale } from "../../shared/domain/tesoreria/chiavi-causale.ts";
import { addGiorni } from "../../shared/domain/valori/date.ts";
import { formatImporto } from "../../shared/domain/valori/importo.ts";
import { createCaso } from "./caso.ts";
import type { NomeGuaio } from "./guai.ts";
import { COMUNE_DEL_MESE, iuvDelMese, posizioneDi, REVISIONE_FDR1 } from "./pagamenti.ts";
import type { FlussoPrevisto, Piano, Unita } from "./piano.ts";

export interface LinkVero {
  readonly idMovimento: string;
  readonly oggetto: OggettoCollegato;
  readonly importo: bigint;
}

export interface Conto {
  readonly previsto: FlussoPrevisto;
  readonly totale: bigint;
  /** Of the first revision. */
  readonly totalePrima: bigint;
}

export interface Parte {
  readonly flussi: readonly FlussoProva[];
  readonly movimenti: readonly MovimentoProva[];
  readonly riscossioni?: readonly RiscossioneProva[];
  readonly righe?: readonly RigaProva[];
  readonly flussiDiAltri?: readonly string[];
  readonly collegamenti: readonly LinkVero[];
  readonly proposte?: readonly LinkVero[];
  readonly stati?: readonly StatoAbbinamento[];
}

const NIENTE: Parte = { flussi: [], movimenti: [], collegamenti: [] };

const standard = (idFlusso: string, n: number): string =>
  [`/PUR/LGPE-RIVERSAMENTO/URI/${idFlusso}`, `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${idFlusso}`, `RI1/PUR/LGPE-RIVERSAMENTO/URI/${idFlusso}`][
    n % 3
  ] ?? idFlusso;

const flussoDi = ({ n, guaio }: Unita, { previsto, totale }: Conto, altro: Partial<FlussoProva> = {}): FlussoProva => ({
  idDominio: COMUNE_DEL_MESE,
  idFlusso: previsto.idFlusso,
  idPsp: previsto.psp.id,
  revisione: 1,
  stato: guaio === "FLUSSO_INCOERENTE" ? "ANOMALO" : "ACQUISITO",
  dataFlusso: `${guaio === "FLUSSO_TARDIVO" ? addGiorni(previsto.giorno, 9) : addGiorni(previsto.giorno, 1)}T05:00:00.000Z`,
  trn: `${previsto.psp.id}${String(n).padStart(8, "0")}${String(previsto.n).padStart(8, "0")}IT`,
  dataRegolamento: previsto.giorno,
  importoTotale: totale,
  ragioneSocialePsp: previsto.psp.nome,
  ...altro,
});

const movimentoDi = (unita: Unita, k: number, importo: bigint, causale: string, altro: Partial<MovimentoProva> = {}): MovimentoProva => ({
  idDominio: COMUNE_DEL_MESE,
  id: `M${String(unita.n).padStart(7, "0")}-${k}`,
  stato: "ESEGUITO",
  segno: "ENTRATA",
  importo,
  importoStornato: 0n,
  dataContabile: addGiorni(unita.giorno, 1 + (k > 1 ? 1 : 0)),
  ordinante: `${unita.psp.nome} Servizio pagoPA`,
  chiavi: chiaviCausale(causale),
  ...altro,
});

const oggettoDi = ({ previsto }: Conto): OggettoCollegato => ({ tipo: "FLUSSO", idFlusso: previsto.idFlusso, idPsp: previsto.psp.id });
const link = ({ id }: MovimentoProva, conto: Conto, importo: bigint): LinkVero => ({ idMovimento: id, oggetto: oggettoDi(conto), importo });

/** One credit, one text, of the whole or of another amount. */
const semplice =
  (causale: (id: string, n: number) => string, importo: (totale: bigint) => bigint = (totale) => totale) =>
  (unita: Unita, [conto]: readonly Conto[]): Parte => {
    if (!conto) return NIENTE;
    const cifra = importo(conto.totale);
    const movimento = movimentoDi(unita, 1, cifra, causale(conto.previsto.idFlusso, unita.n));
    return {
      flussi: [flussoDi(unita, conto)],
      movimenti: [movimento],
      collegamenti: [link(movimento, conto, cifra < conto.totale ? cifra : conto.totale)],
      ...(cifra > conto.totale && { stati: ["PARZIALE" as const] }),
    };
  };

const cumulo =
  (quanti: number) =>
  (unita: Unita, conti: readonly Conto[]): Parte => {
    const testo = conti
      .slice(0, quanti)
      .map(({ previsto }) => `/PUR/LGPE-RIVERSAMENTO/URI/${previsto.idFlusso}`)
      .join(" ");
    const movimento = movimentoDi(
      unita,
      1,
      conti.reduce((somma, { totale }) => somma + totale, 0n),
      testo,
    );
    return {
      flussi: conti.map((conto) => flussoDi(unita, conto)),
      movimenti: [movimento],
      collegamenti: conti.map((conto) => link(movimento, conto, conto.totale)),
    };
  };

const perCiascuno =
  (causale: (id: string, n: number) => string, abbinato: boolean) =>
  (unita: Unita, conti: readonly Conto[]): Parte => {
    const movimenti = conti.map((conto, i) =>
      movimentoDi(unita, i + 1, conto.totale, causale(conto.previsto.idFlusso, unita.n), {
        ordinante: `${conto.previsto.psp.nome} Servizio pagoPA`,
      }),
    );
    const veri = conti.flatMap((conto, i) => (movimenti[i] ? [link(movimenti[i], conto, conto.totale)] : []));
    return {
      flussi: conti.map((conto) => flussoDi(unita, conto)),
      movimenti,
      collegamenti: abbinato ? veri : [],
      ...(!abbinato && { stati: movimenti.map(() => "DA_CONFERMARE" as const), proposte: veri }),
    };
  };

/** A credit of one payment: the text names it by its code, or by its receipt. */
const singolo =
  (perIur: boolean) =>
  (unita: Unita, conti: readonly Conto[], piano: Piano): Parte => {
    const [conto] = conti;
    const evidenze = conto && posizioneDi(piano, unita, conto.previsto, 0).evidenze;
    const riscossione = evidenze?.riscossioni[0];
    if (!conto || !evidenze || !riscossione) return NIENTE;
    const { iuv, iur, indice, importo } = riscossione;
    const testo = perIur ? "ACCREDITO BOLLETTINO PAGOPA" : `/RFB/${iuv}/${formatImporto(importo)}/TXT/TARI 2026`;
    const movimento = movimentoDi(unita, 1, importo, testo);
    const letto = perIur ? { ...movimento, chiavi: { flussi: [], troncati: [], iuv: [], iur: [iur.toUpperCase()] } } : movimento;
    return {
      flussi: [flussoDi(unita, conto)],
      movimenti: [letto],
      riscossioni: [riscossione],
      righe: evidenze.righe,
      collegamenti: [{ idMovimento: letto.id, oggetto: { tipo: "TRASFERIMENTO", iuv, iur, indice }, importo }],
    };
  };

type Altro = Partial<Pick<Parte, "flussi" | "movimenti" | "stati">> & { readonly pagato?: bigint };

/** One flow, one credit with its text, and what makes the case different. */
const conAltro =
  (altro: (unita: Unita, conto: Conto, primo: MovimentoProva) => Altro) =>
  (unita: Unita, [conto]: readonly Conto[]): Parte => {
    if (!conto) return NIENTE;
    const primo = movimentoDi(unita, 1, conto.totale, standard(conto.previsto.idFlusso, unita.n));
    const { pagato = conto.totale, flussi = [flussoDi(unita, conto)], movimenti = [primo], stati } = altro(unita, conto, primo);
    const collegato = stati?.[0] === undefined || stati[0] === "ABBINATO";
    const collegamenti = collegato ? movimenti.slice(0, 1).map((movimento) => link(movimento, conto, pagato)) : [];
    const proposte = stati?.[0] === "DA_CONFERMARE" ? movimenti.map((movimento) => link(movimento, conto, pagato)) : [];
    return { flussi, movimenti, collegamenti, proposte, ...(stati && { stati }) };
  };

const senzaFlussi = (unita: Unita, causale: string, importo: bigint, altro: Partial<Parte> = {}): Parte => ({
  flussi: [],
  movimenti: [movimentoDi(unita, 1, importo, causale)],
  collegamenti: [],
  stati: ["NON_ABBINATO"],
  ...altro,
});

const ALTRUI = (unita: Unita): string => `${unita.giorno}${unita.psp.id}-9${String(unita.n).padStart(8, "0")}`;

export const PARTI: Readonly<Record<NomeGuaio, (unita: Unita, conti: readonly Conto[], piano: Piano) => Parte>> = {
  NESSUNO: semplice(standard),
  CUMULO: cumulo(3),
  CUMULO_TACIUTO: cumulo(1),
  DIVISO: (unita, [conto]) => {
    if (!conto) return NIENTE;
    const meta = conto.totale / 3n;
    const { idFlusso } = conto.previsto;
    const primo = movimentoDi(unita, 1, conto.totale - meta, `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${idFlusso}`);
    const secondo = movimentoDi(unita, 2, meta, `/PUR/LGPE-RIVERSAMENTO/TXT/1/URI/${idFlusso}`);
    return {
      flussi: [flussoDi(unita, conto)],
      movimenti: [primo, secondo],
      collegamenti: [link(primo, conto, primo.importo), link(secondo, conto, meta)],
    };
  },
  TRONCATO: semplice((id) => `/PUR/LGPE-RIVERSAMENTO/URI/${id.slice(0, -3)}`),
  TRONCATO_AMBIGUO: perCiascuno((id) => `/PUR/LGPE-RIVERSAMENTO/URI/${id.slice(0, -3)}`, false),
  BARRE_PERSE: semplice((id) => `pur lgpe-riversamento uri ${id.toLowerCase()}`),
  SPAZI: semplice((id) => `/PUR/LGPE-RIVERSAMENTO/URI/${id.slice(0, 8)} ${id.slice(8)}`),
  PREFISSO: semplice((id) => `ACCREDITI VARI BONIFICO SEPA TXT/1/ PUR/LGPE-RIVERSAMENTO/URI/${id}`),
  SOLO_TRN: conAltro((unita, conto) => ({
    movimenti: [movimentoDi(unita, 1, conto.totale, "BONIFICO A VOSTRO FAVORE", { sct: flussoDi(unita, conto).trn })],
  })),
  SINGOLO: singolo(false),
  POSTE: singolo(true),
  SINGOLO_IGNOTO: (unita) => senzaFlussi(unita, `/RFB/${iuvDelMese(9_000_000 + unita.n, 1)}/12.00`, 1200n),
  CENTESIMI: semplice(standard, (totale) => totale - 5n),
  TOLLERANZA: semplice(standard, (totale) => totale - 1n),
  PARZIALE: semplice(standard, (totale) => totale - totale / 4n),
  ECCEDENTE: semplice(standard, (totale) => totale + 12_345n),
  ACCREDITO_MANCANTE: conAltro(() => ({ movimenti: [], stati: [] })),
  ACCREDITO_DOPPIO: conAltro((unita, conto, primo) => ({
    movimenti: [primo, movimentoDi(unita, 2, conto.totale, standard(conto.previsto.idFlusso, unita.n))],
    stati: ["ABBINATO", "NON_ABBINATO"],
  })),
  FLUSSO_MANCANTE: conAltro((_unita, _conto, primo) => ({ flussi: [], movimenti: [primo], stati: ["NON_ABBINATO"] })),
  FLUSSO_TARDIVO: semplice(standard),
  FLUSSO_INCOERENTE: conAltro((_unita, _conto, primo) => ({ movimenti: [primo], stati: ["DA_CONFERMARE"] })),
  REVISIONE_PRIMA: conAltro((unita, conto) => ({
    flussi: [flussoDi(unita, { ...conto, totale: conto.totalePrima }), flussoDi(unita, conto, { revisione: 2 })],
  })),
  REVISIONE_DOPO: conAltro((unita, conto) => ({
    flussi: [flussoDi(unita, { ...conto, totale: conto.totalePrima }), flussoDi(unita, conto, { revisione: 2 })],
    movimenti: [movimentoDi(unita, 1, conto.totalePrima, standard(conto.previsto.idFlusso, unita.n))],
    pagato: conto.totalePrima,
  })),
  LETTO_DUE_VOLTE: conAltro((unita, conto) => ({
    flussi: [flussoDi(unita, conto), flussoDi(unita, conto, { revisione: REVISIONE_FDR1, idPsp: conto.previsto.psp.id.slice(-5) })],
  })),
  STESSO_NOME: perCiascuno(standard, true),
  ALTRO_ENTE: (unita) => senzaFlussi(unita, standard(ALTRUI(unita), unita.n), 77_700n, { flussiDiAltri: [ALTRUI(unita)] }),
  STORNO: conAltro((unita, conto, primo) => ({
    movimenti: [
      movimentoDi(unita, 2, conto.totale, standard(conto.previsto.idFlusso, unita.n)),
      { ...primo, stato: "STORNATO", importoStornato: primo.importo },
    ],
    stati: ["ABBINATO", "ESCLUSO"],
  })),
  CAUSALE_IGNOTA: conAltro((unita, conto) => ({
    movimenti: [movimentoDi(unita, 1, conto.totale, "BONIFICO A VOSTRO FAVORE DEL GIORNO")],
    stati: ["DA_CONFERMARE"],
  })),
  NON_PAGOPA: (unita, _conti, { misure: { seme } }) =>
    senzaFlussi(unita, "CANONE CONCESSIONE IMPIANTI SPORTIVI", BigInt(1_000 + createCaso(seme, 7, unita.n).intero(90_000_000))),
};
