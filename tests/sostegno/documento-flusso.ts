/** A settlement flow as the XML that a PSP writes, for tests. */
import type { Flusso } from "../../shared/domain/rendicontazioni/flusso.ts";
import { sumImporti } from "../../shared/domain/valori/importo.ts";
import type { RigaFlusso } from "../../shared/ports/fdr.ts";
import { presentFlussoRiversamento } from "../../shared/presenters/riconciliazione/flusso-riversamento.ts";
import { COMUNE } from "./anagrafica.ts";
import { FLUSSO, PSP } from "./flussi.ts";

export const EMESSO = "2026-11-24T18:30:00.000Z";

export const buildDocumento = (righe: readonly RigaFlusso[], altro: Partial<Flusso> = {}): string => {
  const chiave = { idDominio: COMUNE, idFlusso: FLUSSO, idPsp: PSP, revisione: 1 };
  const importo = sumImporti(righe.map((riga) => riga.importo));
  const flusso: Flusso = {
    ...chiave,
    ...{ versione: 0, stato: "ACQUISITO", obsoleto: false, dataFlusso: EMESSO, dataAcquisizione: EMESSO },
    ...{ mittente: { tipo: "A", id: "03069" }, ragioneSocialePsp: "Banca di prova", trn: "TRN-1", dataRegolamento: "2026-11-24" },
    ...{ numeroPagamenti: righe.length, importoTotale: importo, pagineAcquisite: 1, pagineTotali: 1 },
    ...{ righeAcquisite: righe.length, importoAcquisito: importo, segnalazioni: [] },
    ...altro,
  };
  const rendicontazioni = righe.map(
    (riga, posto) => ({ ...chiave, ...riga, versione: 0, progressivo: posto + 1, stato: "OK", segnalazioni: [] }) as const,
  );
  return presentFlussoRiversamento(flusso, rendicontazioni, "Comune di Prova");
};
