/**
 * One entry (`Ntry`) of an ISO 20022 statement or notification as lines. A batch is one booking with several transfers in it, and each of them may be a flow: they
 * become lines of their own when their amounts are all there and make the booking; when they do not, the money is the booking's.
 */
import { definiti } from "../../../domain/definiti.ts";
import type { RigaLetta, SegnoMovimento } from "../../../domain/tesoreria/movimento.ts";
import { causaleDa, centesimi, centesimiDi, facoltativo, giorno, giornoScritto, scarta } from "../campi.ts";

export type Riga = Omit<RigaLetta, "riga">;

/** Values by their path inside the element ("Refs/TxId"); the currency of an amount under its path and "@". */
export type Campi = Map<string, string>;

export interface Dettaglio {
  readonly campi: Campi;
  /** Pieces of the remittance text, in their order. */
  readonly testi: string[];
}

export interface Voce {
  readonly campi: Campi;
  readonly dettagli: Dettaglio[];
  /** Details beyond those kept. */
  dettagliPersi: number;
}

export const DETTAGLI_MASSIMI = 10_000;
const VALUTA = "EUR";

/** First value among several paths: versions and banks put the same thing in different places. */
const primo = (campi: Campi, ...percorsi: readonly string[]): string | undefined => {
  for (const percorso of percorsi) {
    const valore = facoltativo(campi.get(percorso));
    if (valore !== undefined) return valore;
  }
  return undefined;
};

const segnoDi = (testo: string | undefined, campo: string): SegnoMovimento =>
  testo === "CRDT" ? "ENTRATA" : testo === "DBIT" ? "USCITA" : scarta(`${campo}: «${(testo ?? "").slice(0, 40)}», atteso CRDT o DBIT`);

const opposto = (segno: SegnoMovimento): SegnoMovimento => (segno === "ENTRATA" ? "USCITA" : "ENTRATA");

/** Who paid: the debtor of what comes in, the creditor of what goes out; the ultimate party when the bank names only that. */
const controparte = (campi: Campi, segno: SegnoMovimento): string | undefined =>
  segno === "ENTRATA"
    ? primo(campi, "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm", "RltdPties/UltmtDbtr/Nm", "RltdPties/UltmtDbtr/Pty/Nm")
    : primo(campi, "RltdPties/Cdtr/Nm", "RltdPties/Cdtr/Pty/Nm", "RltdPties/UltmtCdtr/Nm", "RltdPties/UltmtCdtr/Pty/Nm");

/** The settlement id (AT-43) is the one that the settlement report names; the end-to-end id is the payer's. */
const sctDi = (campi: Campi): string | undefined => primo(campi, "Refs/TxId", "Refs/EndToEndId", "Refs/InstrId");

/** Amount of a detail in the currency of the account; undefined when it is not there. Cents. */
const importoDettaglio = ({ campi }: Dettaglio): bigint | undefined => {
  for (const percorso of ["Amt", "AmtDtls/TxAmt/Amt"]) {
    if (campi.get(`${percorso}@`) === VALUTA) return centesimiDi(campi.get(percorso));
  }
  return undefined;
};

const sommaDettagli = (dettagli: readonly Dettaglio[]): bigint | undefined => {
  let somma = 0n;
  for (const dettaglio of dettagli) {
    const importo = importoDettaglio(dettaglio);
    if (importo === undefined) return undefined;
    somma += importo;
  }
  return somma;
};

export interface VoceLetta {
  /** What the details make, when it is not the booking. */
  readonly somma?: bigint;
  readonly comune: Pick<Riga, "operazione" | "segno" | "importo" | "dataContabile"> & Partial<Riga>;
}

/** What is of the whole booking. @param conto account of the statement. Errors: RigaNonValida. */
export const readVoce = ({ campi, dettagli, dettagliPersi }: Voce, conto: string | undefined): VoceLetta => {
  const valuta = campi.get("Amt@") ?? "assente";
  if (valuta !== VALUTA) scarta(`Amt: valuta ${valuta.slice(0, 10)}, ammesso solo ${VALUTA}`);
  const scritto = centesimi(campi.get("Amt"), "Amt");
  if (scritto === 0n) scarta("Amt: 0.00, atteso un importo diverso da zero");
  const indicato = segnoDi(campi.get("CdtDbtInd")?.trim(), "CdtDbtInd");
  const verso = scritto < 0n ? opposto(indicato) : indicato;
  const storno = /^(?:true|1)$/.test(campi.get("RvslInd")?.trim() ?? "");
  const importo = scritto < 0n ? -scritto : scritto;
  const somma = dettagliPersi === 0 ? sommaDettagli(dettagli) : undefined;
  return definiti({
    comune: definiti({
      operazione: storno ? ("STORNATO" as const) : ("ESEGUITO" as const),
      // What a reversal takes back moved the other way (ISO 20022, ReversalIndicator).
      segno: storno ? opposto(verso) : verso,
      importo,
      dataContabile: giorno(campi.get("BookgDt/Dt") ?? campi.get("BookgDt/DtTm") ?? campi.get("ValDt/Dt"), "BookgDt"),
      dataValuta: giornoScritto(campi.get("ValDt/Dt") ?? campi.get("ValDt/DtTm")),
      conto,
    }),
    somma: somma !== undefined && dettagli.length > 0 && somma !== importo ? somma : undefined,
  });
};

const testoVoce = (campi: Campi): string => campi.get("AddtlNtryInf") ?? "";

/** The booking as one line, with what its only detail, or all of them, say. */
export const toRigaVoce = ({ campi, dettagli }: Voce, { comune }: VoceLetta): Riga => {
  const [unico, altro] = dettagli;
  const solo = altro === undefined ? unico?.campi : undefined;
  const testi = dettagli.slice(0, 100).flatMap(({ testi: pezzi }) => pezzi);
  return definiti({
    ...comune,
    causale: causaleDa(testi.length > 0 ? testi : [testoVoce(campi)]),
    sct: solo && sctDi(solo),
    riferimentoBanca: primo(campi, "AcctSvcrRef") ?? (solo && primo(solo, "Refs/AcctSvcrRef")),
    ordinante: solo && controparte(solo, comune.segno),
  });
};

/** Whether the booking is a batch whose transfers are lines. */
export const isDistinta = (voce: Voce, { comune }: VoceLetta): boolean =>
  voce.dettagli.length > 1 && voce.dettagliPersi === 0 && sommaDettagli(voce.dettagli) === comune.importo;

/** The nth transfer of a batch, from 1. Errors: RigaNonValida. */
export const toRigaDettaglio = ({ campi }: Voce, { comune }: VoceLetta, dettaglio: Dettaglio, n: number): Riga => {
  const importo = importoDettaglio(dettaglio) ?? scarta("TxAmt: importo assente");
  if (importo <= 0n) scarta("TxAmt: 0.00 o negativo, atteso un importo maggiore di zero");
  const dellaVoce = primo(campi, "AcctSvcrRef");
  return definiti({
    ...comune,
    importo,
    causale: causaleDa(dettaglio.testi.length > 0 ? dettaglio.testi : [testoVoce(campi)]),
    sct: sctDi(dettaglio.campi),
    // The reference of the booking is one for the whole batch: its place makes it one line's.
    riferimentoBanca: primo(dettaglio.campi, "Refs/AcctSvcrRef") ?? (dellaVoce && `${dellaVoce}/${n}`),
    ordinante: controparte(dettaglio.campi, comune.segno),
  });
};

export const testoDi = ({ campi, dettagli }: Voce): string =>
  [
    ...campi,
    ...dettagli.slice(0, 3).flatMap((dettaglio) => [...dettaglio.campi, ...dettaglio.testi.map((testo) => ["Ustrd", testo] as const)]),
  ]
    .map(([nome, valore]) => `${nome}=${valore.trim()}`)
    .join("; ");
