/**
 * Matching of one page of rows: batched reads only (100 keys per request), so that a row costs at most 0.03 requests whatever the length of
 * the flow; debts are read only for the rows that need one.
 */

import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import { abbinaRiga, isInterno, needsPendenza } from "../../domain/rendicontazioni/abbinamento.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { RigaFlusso } from "../../ports/fdr.ts";
import type { Posizioni } from "../../ports/posizioni.ts";

export type LettureRighe = Pick<Posizioni, "getRiscossioni" | "getRendicontazioni" | "getPendenze">;

const chiaveRiga = ({ iuv, iur, indice }: Pick<RigaFlusso, "iuv" | "iur" | "indice">): string => `${iuv}\u0000${iur}\u0000${indice}`;

const distinctBy = <T>(elementi: readonly T[], chiave: (elemento: T) => string): readonly T[] => [
  ...new Map(elementi.map((elemento) => [chiave(elemento), elemento])).values(),
];

/** @param flusso as it was before this page: its rows so far give the position of the first one. */
export async function matchRighe(
  posizioni: LettureRighe,
  dominio: Dominio,
  flusso: Flusso,
  righe: readonly RigaFlusso[],
): Promise<readonly Rendicontazione[]> {
  const { idDominio, idFlusso, idPsp, revisione, righeAcquisite, dataAcquisizione, dataFlusso } = flusso;
  const distinte = distinctBy(righe, chiaveRiga).map((riga) => ({ idDominio, idFlusso, idPsp, revisione, ...riga }));
  const [riscossioni, precedenti] = await Promise.all([
    posizioni.getRiscossioni(distinte),
    righeAcquisite === 0 ? [] : posizioni.getRendicontazioni(distinte),
  ]);
  const perRiga = new Map(riscossioni.map((r) => [chiaveRiga(r), r]));
  const incerte = distinctBy(
    distinte.filter((riga) => needsPendenza(riga, perRiga.get(chiaveRiga(riga)), isInterno(riga.iuv, dominio))),
    ({ iuv }) => iuv,
  );
  const pendenze = new Map((incerte.length === 0 ? [] : await posizioni.getPendenze(incerte)).map((p) => [p.iuv, p]));
  // A page delivered twice finds its own rows: only those of earlier pages are repetitions.
  const viste = new Set(precedenti.filter(({ progressivo }) => progressivo <= righeAcquisite).map(chiaveRiga));
  return righe.map(({ iuv, iur, indice, importo, esito, data }, posto) => {
    const riga = { iuv, iur, indice, importo, esito };
    const chiave = chiaveRiga(riga);
    const ripetuta = viste.has(chiave);
    viste.add(chiave);
    const riscossione = perRiga.get(chiave);
    const pendenza = pendenze.get(iuv);
    const contesto = { riscossione, pendenza, interno: isInterno(iuv, dominio), ripetuta };
    const abbinamento = abbinaRiga(riga, contesto, dataAcquisizione);
    // A collected amount already carries the classification of its debt: no debt is read for it.
    const { direzione, divisione } = riscossione ?? pendenza ?? {};
    return {
      ...{ versione: 0, idDominio, idFlusso, idPsp, revisione, progressivo: righeAcquisite + posto + 1, ...riga, data, ...abbinamento },
      ...definiti({ dataFlusso, direzione, divisione }),
    };
  });
}
