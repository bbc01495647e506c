/** Imports of the registry as they are told. */
import type { Importazione, VoceEsito } from "../../../domain/installazione/importazione.ts";

export const presentImportazione = (importazione: Importazione) => {
  const { id, stato, simulazione, idDominio, impronta, mittente, dataRichiesta, dataUltimoAggiornamento, dataConclusione, piano } =
    importazione;
  return {
    ...{ id, stato, simulazione, impronta, richiedente: mittente.principal, dataRichiesta, dataUltimoAggiornamento },
    ...(idDominio !== undefined && { idDominio }),
    ...(dataConclusione !== undefined && { dataConclusione }),
    ...(piano && {
      confronto: { aggiunte: piano.AGGIUNTA, modificate: piano.MODIFICA, invariate: piano.INVARIATA, assenti: piano.ASSENTE },
    }),
    ...{ scritte: importazione.scritte, inApprovazione: importazione.inApprovazione, rifiutate: importazione.rifiutate },
    esiti: `/importazioni/anagrafica/${id}/esiti`,
  };
};

/** `tutte`: with the entries that are equal. */
export const presentEsiti = (importazione: Importazione, voci: readonly VoceEsito[], tutte: boolean) => ({
  importazione: presentImportazione(importazione),
  voci: voci
    .filter(({ azione }) => tutte || azione !== "INVARIATA")
    .map(({ differenze, ...voce }) => ({ ...voce, ...(differenze && { differenze: differenze.map((d) => ({ ...d })) }) })),
});
