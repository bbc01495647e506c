/**
 * Which pieces of evidence speak of the same money: two with a key in common are in one component, which can be loaded from any of its pieces
 * and is decided alone. Flows are never expanded into their rows, so a component is small: the flows of a PSP in a few days.
 */
import { normalizeIdFlusso } from "../valori/causale.ts";
import type { FlussoProva, MovimentoProva, Regola } from "./evidenze.ts";

/** A key that finds more pieces than this says nothing (a TRN of zeros): it is ignored. */
export const LIMITE_CHIAVE = 200;

/** Beginning of a flow id that makes a key: the day and the eight characters of an ABI code or of a BIC. Shorter ones name too many flows. */
export const LUNGHEZZA_PREFISSO = 18;

const LUNGHEZZA_TRN = 11;

/** A reference of transfer that can identify it: undefined for what banks write when they have none. */
export const normalizeTrn = (trn: string | undefined): string | undefined => {
  const pulito = (trn ?? "").replace(/[^A-Za-z0-9]/g, "").toUpperCase();
  return pulito.length < LUNGHEZZA_TRN || /^(.)\1*$/.test(pulito) ? undefined : pulito;
};

/** Day that a flow id declares, else the day of its settlement: with the PSP, the group that one credit may pay together. */
export const giornoDiFlusso = ({ idFlusso, dataRegolamento }: Pick<FlussoProva, "idFlusso" | "dataRegolamento">): string =>
  /^(\d{4}-\d{2}-\d{2})/.exec(idFlusso)?.[1] ?? dataRegolamento;

const prefissoDi = (idNormalizzato: string): readonly string[] =>
  idNormalizzato.length < LUNGHEZZA_PREFISSO ? [] : [`P|${idNormalizzato.slice(0, LUNGHEZZA_PREFISSO)}`];

export const gruppoDi = (flusso: Pick<FlussoProva, "idFlusso" | "idPsp" | "dataRegolamento">): string =>
  `G|${flusso.idPsp.toUpperCase()}|${giornoDiFlusso(flusso)}`;

export function chiaviDiFlusso(flusso: FlussoProva): readonly string[] {
  const id = normalizeIdFlusso(flusso.idFlusso);
  const trn = normalizeTrn(flusso.trn);
  return [`F|${id}`, ...prefissoDi(id), gruppoDi(flusso), ...(trn === undefined ? [] : [`T|${trn}`])];
}

export function chiaviDiMovimento({ id, chiavi, sct }: MovimentoProva): readonly string[] {
  const trn = normalizeTrn(sct);
  const nominati = [...chiavi.flussi, ...chiavi.troncati];
  return [
    `M|${id}`,
    ...nominati.flatMap((flusso) => [`F|${flusso}`, ...prefissoDi(flusso)]),
    ...(trn === undefined ? [] : [`T|${trn}`]),
    ...chiavi.iuv.map((iuv) => `V|${iuv}`),
    ...chiavi.iur.map((iur) => `R|${iur}`),
  ];
}

/** A decision belongs with its movement and with what it links. */
export function chiaviDiRegola(regola: Regola): readonly string[] {
  const oggetti =
    regola.decisione === "CONFERMA" ? regola.oggetti.map(({ oggetto }) => oggetto) : regola.decisione === "RIFIUTO" ? regola.oggetti : [];
  return [
    `M|${regola.idMovimento}`,
    ...oggetti.map((oggetto) => (oggetto.tipo === "FLUSSO" ? `F|${normalizeIdFlusso(oggetto.idFlusso)}` : `V|${oggetto.iuv}`)),
  ];
}
