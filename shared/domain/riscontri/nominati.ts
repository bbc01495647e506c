/** Which flows the text of a movement names: several places, each with the flow it means, those it may mean, or nothing that is known. */
import { type Banco, isOrdinante, isRifiutato } from "./banco.ts";
import { LUNGHEZZA_PREFISSO, normalizeTrn } from "./chiavi.ts";
import type { MovimentoProva } from "./evidenze.ts";
import type { FlussoInVigore } from "./in-vigore.ts";

interface Posto {
  /** CERTO: one flow. INCERTO: one of several, or one whose id is cut in the text. IGNOTO: no flow that is known. */
  readonly tipo: "CERTO" | "INCERTO" | "IGNOTO";
  readonly candidati: readonly FlussoInVigore[];
  /** What the text has of the id; absent when the reference of the transfer says it. */
  readonly testo?: string;
  readonly troncato: boolean;
}

export interface Nominati {
  readonly posti: readonly Posto[];
  readonly certi: readonly FlussoInVigore[];
  readonly incerti: readonly Posto[];
  readonly ignoti: readonly string[];
  /** The reference of the transfer, not the text, says which flow. */
  readonly perTrn: boolean;
}

const byTrn = (movimento: MovimentoProva, flussi: readonly FlussoInVigore[]): readonly FlussoInVigore[] => {
  const trn = normalizeTrn(movimento.sct);
  return trn === undefined ? [] : flussi.filter(({ flusso }) => normalizeTrn(flusso.trn) === trn);
};

/** The same id used by two PSPs, or two readings of it that both exist: the transfer, the amount, then the payer tell. */
const restringi = (movimento: MovimentoProva, candidati: readonly FlussoInVigore[]): readonly FlussoInVigore[] => {
  if (candidati.length < 2) return candidati;
  const prove = [
    byTrn(movimento, candidati),
    candidati.filter(({ flusso }) => flusso.importoTotale === movimento.importo),
    candidati.filter((candidato) => isOrdinante(movimento, candidato)),
  ];
  return prove.find((rimasti) => rimasti.length === 1) ?? candidati;
};

/** Keys that begin alike are readings of one place, the longest the likeliest. */
const raggruppa = (chiavi: readonly string[]): readonly (readonly string[])[] => {
  const gruppi: string[][] = [];
  for (const chiave of [...new Set(chiavi)].sort()) {
    const gruppo = gruppi.at(-1);
    const radice = gruppo?.[0];
    if (gruppo && radice !== undefined && chiave.startsWith(radice)) gruppo.push(chiave);
    else gruppi.push([chiave]);
  }
  return gruppi;
};

const inizianoCon = (flussi: readonly FlussoInVigore[], prefisso: string): readonly FlussoInVigore[] =>
  prefisso.length < LUNGHEZZA_PREFISSO ? [] : flussi.filter(({ idNormalizzato }) => idNormalizzato.startsWith(prefisso));

function postoDi(banco: Banco, movimento: MovimentoProva, letture: readonly string[]): Posto {
  const tutti = banco.flussi.filter(({ idNormalizzato }) => letture.includes(idNormalizzato));
  const interi = restringi(
    movimento,
    tutti.filter((flusso) => !isRifiutato(banco, movimento, flusso)),
  );
  const testo = letture.at(-1) ?? "";
  if (interi.length === 1) return { tipo: "CERTO", candidati: interi, testo, troncato: false };
  if (tutti.length > 0) return { tipo: "INCERTO", candidati: interi, testo, troncato: false };
  return postoTroncato(banco, movimento, letture);
}

/** Only the longest reading may be a cut one: a shorter one is followed by something else in the text. */
function postoTroncato(banco: Banco, movimento: MovimentoProva, letture: readonly string[]): Posto {
  const prefisso = letture.at(-1) ?? "";
  const tutti = inizianoCon(banco.flussi, prefisso);
  const candidati = tutti.filter((flusso) => !isRifiutato(banco, movimento, flusso));
  const [perTrn, ...altri] = byTrn(movimento, candidati);
  if (perTrn && altri.length === 0) return { tipo: "CERTO", candidati: [perTrn], testo: prefisso, troncato: true };
  return { tipo: tutti.length > 0 ? "INCERTO" : "IGNOTO", candidati, testo: prefisso, troncato: true };
}

export function findNominati(banco: Banco, movimento: MovimentoProva): Nominati {
  const { flussi, troncati } = movimento.chiavi;
  const interi = raggruppa(flussi);
  // A cut reading that an entire one continues is the same place.
  const soli = raggruppa(troncati).filter((gruppo) => !flussi.some((intero) => intero.startsWith(gruppo[0] ?? "")));
  const posti = [
    ...interi.map((letture) => postoDi(banco, movimento, letture)),
    ...soli.map((letture) => postoTroncato(banco, movimento, letture)),
  ];
  const [perTrn, ...altri] = posti.length > 0 ? [] : byTrn(movimento, banco.flussi);
  const trovato = perTrn && altri.length === 0 && !isRifiutato(banco, movimento, perTrn) ? perTrn : undefined;
  if (trovato) posti.push({ tipo: "CERTO", candidati: [trovato], troncato: false });
  return {
    posti,
    certi: [...new Set(posti.flatMap(({ tipo, candidati }) => (tipo === "CERTO" ? candidati : [])))],
    incerti: posti.filter(({ tipo }) => tipo === "INCERTO"),
    ignoti: posti.flatMap(({ tipo, testo }) => (tipo === "IGNOTO" && testo !== undefined ? [testo] : [])),
    perTrn: trovato !== undefined,
  };
}
