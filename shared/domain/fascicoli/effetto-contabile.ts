/**
 * What a decision on a file means in the books: the document to issue and the accounting quotes it moves, to the cent. A proposal, as data: who keeps the books
 * issues the document in its own system.
 */
import type { Quota, Voce } from "../pendenze/pendenza.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import { sumImporti } from "../valori/importo.ts";
import { eccedenzaDi, type Fascicolo } from "./fascicolo.ts";

/** MANDATO gives money back; REVERSALE takes in what came over the due; NESSUNO moves no money. */
export type DocumentoContabile = "MANDATO" | "REVERSALE" | "NESSUNO";

/**
 * STORNO takes from the assessment; ACCERTAMENTO adds to it; PARTITA_DI_GIRO sets aside (D.Lgs. 118/2011, entrate titolo 9, uscite titolo 7), with no chapter of
 * the budget until it is known whose it is.
 */
export type MovimentoContabile = "STORNO" | "ACCERTAMENTO" | "PARTITA_DI_GIRO";

export interface QuotaMossa {
  readonly movimento: MovimentoContabile;
  /** Cents. */
  readonly importo: bigint;
  readonly idVocePendenza?: string;
  /** Absent = not said by the debt: to be attributed by hand. */
  readonly quota?: Omit<Quota, "importo" | "proprietaCustom">;
}

export interface EffettoContabile {
  readonly documento: DocumentoContabile;
  /** Cents of the document. */
  readonly importo: bigint;
  readonly causale: string;
  readonly quote: readonly QuotaMossa[];
}

interface Base {
  readonly peso: bigint;
  readonly idVocePendenza?: string;
  readonly quota?: NonNullable<QuotaMossa["quota"]>;
}

const quoteDi = (voce: Voce | undefined, importo: bigint): readonly Base[] => {
  const riferimento = voce ? { idVocePendenza: voce.idVocePendenza } : {};
  const quote = voce?.contabilita?.quote ?? [];
  const totale = sumImporti(quote.map((quota) => quota.importo));
  if (totale === 0n) return [{ peso: importo, ...riferimento }];
  const pesi = quote.map((quota) => quota.importo);
  const parti = split(importo, pesi);
  return quote.map(({ importo: _importo, proprietaCustom: _custom, ...quota }, i) => ({ peso: parti[i] ?? 0n, ...riferimento, quota }));
};

/** Shares out cents in proportion, to the cent: the last cents go to the largest remainders, the first of equals. */
export function split(importo: bigint, pesi: readonly bigint[]): readonly bigint[] {
  const totale = sumImporti(pesi);
  if (totale === 0n) return pesi.map((_, i) => (i === 0 ? importo : 0n));
  const interi = pesi.map((peso) => (importo * peso) / totale);
  const avanzo = Number(importo - sumImporti(interi));
  const inOrdine = pesi
    .map((peso, i) => ({ i, resto: (importo * peso) % totale }))
    .sort((a, b) => (a.resto === b.resto ? a.i - b.i : a.resto > b.resto ? -1 : 1));
  const fortunati = new Set(inOrdine.slice(0, avanzo).map(({ i }) => i));
  return interi.map((intero, i) => (fortunati.has(i) ? intero + 1n : intero));
}

const SENZA_EFFETTO = { documento: "NESSUNO", importo: 0n, quote: [] } as const;

type Deciso = Pick<EffettoContabile, "documento" | "importo"> & { readonly movimento: MovimentoContabile; readonly daMuovere: bigint };

const decide = (fascicolo: Fascicolo): Deciso | undefined => {
  const { stato, rimborso } = fascicolo;
  const eccedenza = eccedenzaDi(fascicolo);
  if (rimborso && stato !== "APERTO")
    return { documento: "MANDATO", importo: rimborso.importo, movimento: "STORNO", daMuovere: rimborso.importo };
  if (stato === "IN_QUARANTENA" && eccedenza > 0n)
    return { documento: "REVERSALE", importo: eccedenza, movimento: "PARTITA_DI_GIRO", daMuovere: eccedenza };
  if (stato !== "ACCETTATO" || eccedenza === 0n) return undefined;
  // Too little: nothing comes in, the assessment was too high.
  if (eccedenza < 0n) return { documento: "NESSUNO", importo: 0n, movimento: "STORNO", daMuovere: -eccedenza };
  return { documento: "REVERSALE", importo: eccedenza, movimento: "ACCERTAMENTO", daMuovere: eccedenza };
};

const CAUSALI: Readonly<Record<MovimentoContabile, string>> = {
  STORNO: "Restituzione o minore entrata",
  ACCERTAMENTO: "Maggiore entrata accettata",
  PARTITA_DI_GIRO: "Somma accantonata in attesa di attribuzione",
};

/**
 * @param voci of the debt, if it is known. @param riscossioni amounts of this very payment.
 * @returns the proposal for the file as it stands; no document while nothing is decided.
 */
export function effettoContabile(fascicolo: Fascicolo, voci: readonly Voce[], riscossioni: readonly Riscossione[]): EffettoContabile {
  const deciso = decide(fascicolo);
  const causale = `IUV ${fascicolo.iuv}, ricevuta ${fascicolo.iur}`;
  if (!deciso) return { ...SENZA_EFFETTO, causale: `Nessun effetto. ${causale}` };
  const { documento, importo, movimento, daMuovere } = deciso;
  const testo = `${CAUSALI[movimento]}. ${causale}`;
  if (movimento === "PARTITA_DI_GIRO") return { documento, importo, causale: testo, quote: [{ movimento, importo: daMuovere }] };
  const sue = riscossioni.filter(({ iur, idDominio }) => iur === fascicolo.iur && idDominio === fascicolo.idDominio);
  const perVoce = sue.flatMap((r) =>
    quoteDi(
      voci.find(({ idVocePendenza }) => idVocePendenza === r.idVocePendenza),
      r.importo,
    ),
  );
  const basi: readonly Base[] =
    perVoce.length > 0 ? perVoce : voci.length > 0 ? voci.flatMap((voce) => quoteDi(voce, voce.importo)) : [{ peso: 1n }];
  const parti = split(
    daMuovere,
    basi.map(({ peso }) => peso),
  );
  const quote = basi
    .map(({ peso: _peso, ...riferimenti }, i): QuotaMossa => ({ movimento, importo: parti[i] ?? 0n, ...riferimenti }))
    .filter((quota) => quota.importo > 0n);
  return { documento, importo, causale: testo, quote };
}
