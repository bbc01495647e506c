/**
 * Stand-in (section 7.3): while a station is down the platform answers PSPs from the archive that the creditor feeds, keeps the receipts aside
 * and, when the station answers the probe again, delivers all of them with `standIn` true. Here it is switched by hand instead of by statistics.
 */
import type { Esito } from "../../../shared/domain/esito.ts";
import { ko, ok } from "../../../shared/domain/esito.ts";
import type { Contesto } from "../contesto.ts";
import type { DatiPagamento, Fault, Verifica } from "./modello.ts";

/** Notice that the probe asks for: no creditor has it, and a healthy station says so. */
export const AVVISO_SONDA = "000000000000000000";

/** The archive that the platform answers from: ACA or GPD. */
export interface ArchivioStandIn {
  /** True for a notice that the platform answers for at all times (asynchronous integration, section 7.1). */
  isAsincrono?(idDominio: string, numeroAvviso: string): boolean;
  find(idDominio: string, numeroAvviso: string): DatiPagamento | undefined;
}

export interface StandIn {
  isAttivo(idStazione: string): boolean;
  /** The station is not asked, in good times and in bad. */
  isAsincrono(idDominio: string, numeroAvviso: string): boolean;
  set(idStazione: string, attivo: boolean): void;
  list(): readonly string[];
  verifica(idDominio: string, numeroAvviso: string): Esito<Verifica, Fault>;
  attiva(idDominio: string, numeroAvviso: string): Esito<DatiPagamento, Fault>;
  /** Adds a position by hand to the archive, beside what the creditor's own feed puts there. */
  put(idDominio: string, numeroAvviso: string, dati: DatiPagamento): void;
}

interface Posizione {
  readonly dati: DatiPagamento;
}

const sconosciuto = (idDominio: string): Fault => ({
  faultCode: "PPT_ERRORE_EMESSO_DA_PAA",
  faultString: "Errore restituito dall'Ente Creditore",
  id: idDominio,
  originalFaultCode: "PAA_PAGAMENTO_SCONOSCIUTO",
  originalFaultString: "Pagamento in attesa risulta sconosciuto all'Ente Creditore",
  originalDescription: "La stazione è in stand-in e l'archivio della piattaforma non ha l'avviso.",
});

export const createStandIn = (contesto: Contesto, altri: readonly ArchivioStandIn[] = []): StandIn => {
  const stazioni = contesto.archivio.raccolta<{ idStazione: string }>("stand-in");
  const posizioni = contesto.archivio.raccolta<Posizione>("stand-in/posizioni");
  const aMano: ArchivioStandIn = { find: (idDominio, numeroAvviso) => posizioni.get(`${idDominio}/${numeroAvviso}`)?.dati };
  const find = (idDominio: string, numeroAvviso: string): Esito<DatiPagamento, Fault> => {
    for (const archivio of [aMano, ...altri]) {
      const dati = archivio.find(idDominio, numeroAvviso);
      if (dati !== undefined) return ok(dati);
    }
    return ko(sconosciuto(idDominio));
  };
  return {
    isAttivo: (idStazione) => stazioni.get(idStazione) !== undefined,
    isAsincrono: (idDominio, numeroAvviso) => altri.some((archivio) => archivio.isAsincrono?.(idDominio, numeroAvviso) === true),
    set: (idStazione, attivo) => {
      if (attivo) stazioni.put(idStazione, { idStazione });
      else stazioni.delete(idStazione);
    },
    list: () => stazioni.list().map(({ idStazione }) => idStazione),
    attiva: find,
    verifica: (idDominio, numeroAvviso) => {
      const trovati = find(idDominio, numeroAvviso);
      if (!trovati.ok) return trovati;
      const { importo, dataScadenza, causale, ragioneSociale = idDominio } = trovati.valore;
      return ok({ importo, dataScadenza, causale, ragioneSociale, allCCP: false });
    },
    put: (idDominio, numeroAvviso, dati) => posizioni.put(`${idDominio}/${numeroAvviso}`, { dati }),
  };
};
