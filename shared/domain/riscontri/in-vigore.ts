/** Of each settlement flow the revision that counts, decided from the revisions alone: the order in which they arrived leaves no mark. */
import { isStessaEmissione } from "../rendicontazioni/revisione-storica.ts";
import { normalizeIdFlusso } from "../valori/causale.ts";
import type { FlussoProva, OggettoFlusso } from "./evidenze.ts";

export interface FlussoInVigore {
  readonly flusso: FlussoProva;
  /** Creditor, normalised id and PSP. */
  readonly chiave: string;
  readonly idNormalizzato: string;
  /** Totals of the revisions that it replaced, in cents. */
  readonly totaliPrecedenti: readonly bigint[];
  /** The PSP as each reading of the flow names it. */
  readonly psp: readonly string[];
}

export const oggettoDi = ({ flusso: { idFlusso, idPsp } }: FlussoInVigore): OggettoFlusso => ({ tipo: "FLUSSO", idFlusso, idPsp });

const chiaveDi = ({ idDominio, idFlusso, idPsp }: Pick<FlussoProva, "idDominio" | "idFlusso" | "idPsp">): string =>
  `${idDominio}|${normalizeIdFlusso(idFlusso)}|${idPsp}`;

export const confronta = (a: string | bigint | number, b: string | bigint | number): number => (a < b ? -1 : a > b ? 1 : 0);

const STORICA = 1_000_000_000;
const isCompleto = ({ stato }: FlussoProva): boolean => stato === "ACQUISITO" || stato === "ANOMALO";

/** Later emission, then higher revision; the same emission read in two ways counts as FdR-3 reads it. */
const confrontaRevisioni = (a: FlussoProva, b: FlussoProva): number => {
  const stessaFamiglia = a.revisione >= STORICA === b.revisione >= STORICA;
  if (stessaFamiglia) return confronta(a.revisione, b.revisione) || confronta(a.dataFlusso, b.dataFlusso);
  return confronta(a.dataFlusso, b.dataFlusso) || confronta(b.revisione, a.revisione);
};

const ultima = (revisioni: readonly FlussoProva[]): FlussoProva | undefined =>
  revisioni.reduce<FlussoProva | undefined>((prima, altra) => (!prima || confrontaRevisioni(altra, prima) > 0 ? altra : prima), undefined);

/** The newest of each family first, then between the two: so the answer does not depend on the order. */
const scegli = (revisioni: readonly FlussoProva[]): FlussoProva | undefined => {
  const famiglie = [revisioni.filter(({ revisione }) => revisione < STORICA), revisioni.filter(({ revisione }) => revisione >= STORICA)];
  return ultima(famiglie.map(ultima).filter((flusso) => flusso !== undefined));
};

/** Two readings of one flow, FdR-1 and FdR-3, may name its PSP in two ways (revisione-storica.ts). */
const unisci = (gruppi: readonly (readonly FlussoProva[])[]): readonly (readonly FlussoProva[])[] => {
  const uniti: FlussoProva[][] = [];
  for (const gruppo of gruppi) {
    const stesso = uniti.find((altro) => altro.some((una) => gruppo.some((due) => isStessaEmissione(una, due))));
    if (stesso) stesso.push(...gruppo);
    else uniti.push([...gruppo]);
  }
  return uniti;
};

/** Complete flows only, in order of key: one that is still being acquired has not arrived. */
export function flussiInVigore(flussi: readonly FlussoProva[]): readonly FlussoInVigore[] {
  const ordinati = flussi.filter(isCompleto).sort((a, b) => confronta(chiaveDi(a), chiaveDi(b)) || confronta(a.revisione, b.revisione));
  const perId = Map.groupBy(ordinati, ({ idDominio, idFlusso }) => `${idDominio}|${normalizeIdFlusso(idFlusso)}`);
  return [...perId.values()].flatMap((stessi) =>
    unisci([...Map.groupBy(stessi, ({ idPsp }) => idPsp).values()]).flatMap((revisioni): FlussoInVigore[] => {
      const flusso = scegli(revisioni);
      if (!flusso) return [];
      return [
        {
          flusso,
          chiave: chiaveDi(flusso),
          idNormalizzato: normalizeIdFlusso(flusso.idFlusso),
          totaliPrecedenti: revisioni.filter((altra) => altra !== flusso).map(({ importoTotale }) => importoTotale),
          psp: [...new Set(revisioni.map(({ idPsp }) => idPsp))],
        },
      ];
    }),
  );
}
