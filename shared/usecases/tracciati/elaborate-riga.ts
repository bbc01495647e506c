/** One row of a batch: the debt is written or annulled by the use cases of the single requests, and the answer becomes an outcome. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { applyVariazioni } from "../../domain/pendenze/variazioni.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { OperazioneRiga } from "../../domain/tracciati/formati/formato.ts";
import type { EsitoRiga, Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { chiamanteDi } from "./chiamante-riga.ts";
import type { PorteElaborazione } from "./porte.ts";
import type { RigaLetta } from "./sorgente.ts";

/** GovPay's codes for a row that could not be read and for a failure of ours (reference 2.17). */
const RICHIESTA_NON_VALIDA = "400000";
const ERRORE_INTERNO = "500000";

type Aggiunta = Extract<OperazioneRiga, { readonly tipo: "ADD" }>;
type Annullamento = Extract<OperazioneRiga, { readonly tipo: "DEL" }>;

/** Addresses and name as they are in the archive: the outcome file repeats them. */
const debitoreDi = ({ debitore }: Pendenza): Readonly<Record<string, string>> => ({ ...debitore });

const riuscita = (numero: number, tipo: "ADD" | "DEL", pendenza: Pendenza): EsitoRiga => ({
  numero,
  tipo,
  stato: "ESEGUITO",
  esito: `${tipo}_OK`,
  descrizione: "",
  idA2A: pendenza.idA2A,
  idPendenza: pendenza.idPendenza,
  idDominio: pendenza.idDominio,
  idTipoPendenza: pendenza.idTipoPendenza,
  numeroAvviso: pendenza.numeroAvviso,
  uuid: pendenza.uuid,
  debitore: debitoreDi(pendenza),
});

/** A debt that this batch loaded and somebody paid before the stage was repeated after a crash: the row did what it asked. */
const isGiaCaricata = (pendenza: Pendenza, nuova: NuovaPendenza, { inizioElaborazione }: Tracciato): boolean =>
  inizioElaborazione !== undefined &&
  pendenza.dataCaricamento >= inizioElaborazione &&
  pendenza.importo === nuova.importo &&
  pendenza.causale === nuova.causale &&
  pendenza.debitore.identificativo === nuova.debitore.identificativo;

/** A row that is not executed. */
export const refuseRiga = ({ operazione, richiesta }: RigaLetta, numero: number, esito: string, descrizione: string): EsitoRiga => ({
  ...{ numero, stato: "SCARTATO", esito, descrizione, richiesta },
  tipo: operazione.ok ? operazione.valore.tipo : "NON_VALIDA",
  ...(operazione.ok && { idA2A: operazione.valore.idA2A, idPendenza: operazione.valore.idPendenza }),
});

export const createElaborateRiga = (porte: PorteElaborazione) => {
  const { anagrafiche, posizioni, save, update, clock } = porte;

  const add = async (
    operazione: Aggiunta,
    nuova: NuovaPendenza,
    tracciato: Tracciato,
    traccia: Traccia,
  ): Promise<Esito<Pendenza, Rifiuto>> => {
    const { idA2A, idPendenza, azione } = operazione;
    const chiamante = await chiamanteDi(anagrafiche, idA2A, tracciato);
    if (!chiamante.ok) return chiamante;
    const { simulazione } = tracciato;
    const esito = await save({
      ...{ idA2A, idPendenza, nuova, tipo: "dovuto", chiamante: chiamante.valore, traccia, simulazione },
      ...(azione && { azione }),
    });
    if (esito.ok) return ok(esito.valore.pendenza);
    const presente = esito.errore.codice === "VER_003" ? await posizioni.readPendenzaById(idA2A, idPendenza) : undefined;
    return presente && isGiaCaricata(presente, nuova, tracciato) ? ok(presente) : esito;
  };

  const simulateAnnullamento = async ({ idA2A, idPendenza }: Annullamento, chiamante: Chiamante): Promise<Esito<Pendenza, Rifiuto>> => {
    const pendenza = await posizioni.getPendenzaById(idA2A, idPendenza);
    if (chiamante.idA2A !== idA2A) return rifiuto("APP_002", `idA2A ${idA2A} diverso dall'applicazione ${chiamante.idA2A ?? ""}`);
    if (!pendenza) return rifiuto("VER_008", `pendenza ${idPendenza} non trovata`);
    const variazioni = [{ campo: "stato", valore: "ANNULLATA" } as const];
    return applyVariazioni(pendenza, variazioni, chiamante, clock.now());
  };

  const cancel = async (operazione: Annullamento, tracciato: Tracciato, traccia: Traccia): Promise<Esito<Pendenza, Rifiuto>> => {
    const { idA2A, idPendenza, motivo } = operazione;
    const chiamante = await chiamanteDi(anagrafiche, idA2A, tracciato);
    if (!chiamante.ok) return chiamante;
    if (tracciato.simulazione) return simulateAnnullamento(operazione, chiamante.valore);
    const variazioni = [
      { campo: "stato", valore: "ANNULLATA" },
      { campo: "descrizioneStato", valore: motivo.slice(0, 255) },
    ] as const;
    const esito = await update({ idA2A, idPendenza, variazioni, chiamante: chiamante.valore, traccia });
    if (esito.ok || esito.errore.codice !== "NON_TROVATO") return esito;
    return rifiuto("VER_008", esito.errore.dettaglio);
  };

  /** @returns the outcome; an expected refusal is an outcome too. Throws when the store fails, unless `tollera` makes an outcome of it. */
  return async (riga: RigaLetta, numero: number, tracciato: Tracciato, traccia: Traccia, tollera: boolean): Promise<EsitoRiga> => {
    const { operazione, richiesta } = riga;
    const nonValida = (descrizione: string): EsitoRiga => ({
      numero,
      tipo: operazione.ok ? operazione.valore.tipo : "NON_VALIDA",
      stato: "NON_VALIDO",
      esito: RICHIESTA_NON_VALIDA,
      descrizione,
      richiesta,
      ...(operazione.ok && { idA2A: operazione.valore.idA2A, idPendenza: operazione.valore.idPendenza }),
    });
    if (!operazione.ok) return nonValida(operazione.errore);
    const { tipo, idA2A, idPendenza } = operazione.valore;
    const difetto = porte.checkChiave({ idA2A, idPendenza });
    if (difetto !== undefined) return nonValida(difetto);
    const scartata = (codice: string, descrizione: string): EsitoRiga => refuseRiga(riga, numero, codice, descrizione);
    try {
      let esito: Esito<Pendenza, Rifiuto>;
      if (operazione.valore.tipo === "DEL") esito = await cancel(operazione.valore, tracciato, traccia);
      else {
        const nuova = porte.parsePendenza(operazione.valore.corpo, operazione.valore.dataAvvisatura);
        if (!nuova.ok) return nonValida(nuova.errore);
        const atteso = tracciato.idDominio;
        if (atteso !== undefined && nuova.valore.idDominio !== atteso)
          return nonValida(`idDominio: ${nuova.valore.idDominio} diverso da ${atteso}, il dominio del tracciato`);
        esito = await add(operazione.valore, nuova.valore, tracciato, traccia);
      }
      if (esito.ok) return riuscita(numero, tipo, esito.valore);
      const { codice, dettaglio } = esito.errore;
      return scartata(codice, dettaglio === undefined ? porte.describe(codice) : `${porte.describe(codice)}: ${dettaglio}`);
    } catch (errore) {
      if (!tollera) throw errore;
      return scartata(ERRORE_INTERNO, "Errore interno: riprovare a caricare la riga");
    }
  };
};
