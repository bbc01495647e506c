/** Before a stage is executed: which of its rows annul a debt of a creditor that wants two persons, and what the second has said of them. */
import { seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Tracciato } from "../../domain/tracciati/tracciato.ts";
import { chiamanteDi } from "./chiamante-riga.ts";
import type { PorteElaborazione } from "./porte.ts";
import type { RigaLetta } from "./sorgente.ts";

/** Undefined = the row is executed like any other. */
export type EsameRiga =
  | { readonly attende: true; readonly idDominio: string }
  | { readonly attende: false; readonly codice: string; readonly descrizione: string }
  | undefined;

export const createExamineAnnullamenti = (porte: PorteElaborazione) => {
  const { anagrafiche, posizioni } = porte;

  /** The debt that the row would annul; undefined when it is unknown, already annulled or not the sender's: then the row changes nothing. */
  const findAnnullata = async ({ operazione }: RigaLetta, tracciato: Tracciato): Promise<Pendenza | undefined> => {
    if (!operazione.ok || operazione.valore.tipo !== "DEL") return undefined;
    const { idA2A, idPendenza } = operazione.valore;
    if (porte.checkChiave({ idA2A, idPendenza }) !== undefined) return undefined;
    const chiamante = await chiamanteDi(anagrafiche, idA2A, tracciato);
    if (!chiamante.ok || chiamante.valore.idA2A !== idA2A) return undefined;
    const vista = await posizioni.getPendenzaById(idA2A, idPendenza);
    // That index lags behind: a debt that it calls annulled may have been restored.
    const pendenza = vista?.stato === "ANNULLATA" ? await posizioni.readPendenzaById(idA2A, idPendenza) : vista;
    return pendenza && pendenza.stato !== "ANNULLATA" && seesPendenza(chiamante.valore, pendenza) ? pendenza : undefined;
  };

  const examine = async (riga: RigaLetta, tracciato: Tracciato): Promise<EsameRiga> => {
    const pendenza = await findAnnullata(riga, tracciato);
    if (!pendenza) return undefined;
    const { idDominio } = pendenza;
    const decisi = tracciato.annullamenti?.find((decisione) => decisione.idDominio === idDominio);
    if (decisi?.approvati) return undefined;
    if (decisi)
      return {
        attende: false,
        codice: "NON_AUTORIZZATO",
        descrizione: `Annullamenti del dominio ${idDominio} ${decisi.motivo}`,
      };
    const creditore = await anagrafiche.getCreditore(idDominio);
    return creditore?.dominio.annullamentiConApprovazione === true ? { attende: true, idDominio } : undefined;
  };

  /** A dry run annuls nothing. Throws when the store fails, unless `tollera` refuses the row: never does it let it through. */
  return async (riga: RigaLetta, tracciato: Tracciato, tollera: boolean): Promise<EsameRiga> => {
    if (tracciato.simulazione) return undefined;
    try {
      return await examine(riga, tracciato);
    } catch (errore) {
      if (!tollera) throw errore;
      return { attende: false, codice: "500000", descrizione: "Errore interno: riprovare a caricare la riga" };
    }
  };
};
