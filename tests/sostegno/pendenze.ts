/** What the tests on the writing of debts share: a valid debt to change at will, callers, and the use case over the archive in memory. */
import { ArchivioProgressivi } from "../../shared/adapters/archivio/progressivi.ts";
import type { Chiamante } from "../../shared/domain/anagrafiche/applicazione.ts";
import type { NuovaPendenza, NuovaVoce } from "../../shared/domain/pendenze/nuova-pendenza.ts";
import { buildNumeroAvviso } from "../../shared/domain/valori/numero-avviso.ts";
import type { UnitOfWork } from "../../shared/ports/unit-of-work.ts";
import { savePendenza } from "../../shared/usecases/pendenze/save-pendenza.ts";
import { APPLICAZIONE, COMUNE, IBAN_COMUNE } from "./anagrafica.ts";
import { createMemoria } from "./memoria.ts";

export const GESTIONALE: Chiamante = {
  tipo: "applicazione",
  principal: "gest-tributi",
  nome: APPLICAZIONE,
  idA2A: APPLICAZIONE,
  autodeterminazione: true,
  domini: "*",
  tipiPendenza: "*",
  acl: [],
};

export const voce = (altro: Partial<NuovaVoce> = {}): NuovaVoce => ({
  idVocePendenza: "1",
  importo: 10_050n,
  descrizione: "TARI 2026",
  destinazione: { variante: "entrata", codEntrata: "TARI" },
  ...altro,
});

/** The total is that of the items, unless said otherwise. */
export const nuova = (altro: Partial<NuovaPendenza> = {}): NuovaPendenza => {
  const voci = altro.voci ?? [voce()];
  return {
    idTipoPendenza: "TARI",
    idDominio: COMUNE,
    causale: "TARI 2026",
    debitore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
    importo: voci.reduce((somma, { importo }) => somma + importo, 0n),
    voci,
    ...altro,
  };
};

/** Notice number with right check digits, by counter. */
export const numero = (n: number, altro: { auxDigit?: 0 | 1 | 2 | 3; applicationCode?: string; segregationCode?: string } = {}): string =>
  buildNumeroAvviso({
    auxDigit: 3,
    segregationCode: "01",
    riferimento: String(n).padStart(altro.auxDigit === 1 || altro.auxDigit === 2 ? 15 : 13, "0"),
    ...altro,
  }).numeroAvviso;

/** An item credited to an explicit account. */
export const conto = (altro: Partial<Extract<NuovaVoce["destinazione"], { variante: "conto" }>> = {}): NuovaVoce["destinazione"] => ({
  variante: "conto",
  ibanAccredito: IBAN_COMUNE,
  tipoContabilita: "ALTRO",
  codiceContabilita: "0101100IM/",
  ...altro,
});

/** The same unit of work, where somebody else gets in before each of the first `volte` commits. */
export const withIntromissioni = (unitOfWork: UnitOfWork, volte: number, intrude: (volta: number) => Promise<unknown>): UnitOfWork => {
  let fatte = 0;
  return {
    commit: async (modifiche, contorno) => {
      if (fatte < volte) await intrude(++fatte);
      return unitOfWork.commit(modifiche, contorno);
    },
    putEventi: (eventi) => unitOfWork.putEventi(eventi),
    putRendicontazioni: (righe) => unitOfWork.putRendicontazioni(righe),
  };
};

export const createScrittura = async () => {
  const memoria = await createMemoria();
  const porte = { ...memoria, progressivi: new ArchivioProgressivi(memoria.deposito) };
  const save = savePendenza(porte);
  return {
    ...memoria,
    porte,
    /** PUT of a debt, by default that of the tax application. */
    put: (idPendenza: string, pendenza: NuovaPendenza, chiamante: Chiamante = GESTIONALE) =>
      save({ idA2A: APPLICAZIONE, idPendenza, nuova: pendenza, tipo: "dovuto", chiamante, traccia: memoria.traccia }),
  };
};

export type Scrittura = Awaited<ReturnType<typeof createScrittura>>;
