/**
 * A flow uploaded as XML: kept as it came, then registered like those that pagoPA publishes, so that it is acquired, checked and superseded in
 * the same way (pagopa.md 2.2). The emission already known, by whichever road, is answered and not counted again.
 */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { chiaveOriginale, type Flusso } from "../../domain/rendicontazioni/flusso.ts";
import { isStessaEmissione, pspStorico, revisioneStorica } from "../../domain/rendicontazioni/revisione-storica.ts";
import { FLUSSO_ILLEGGIBILE, statiFlusso } from "../../domain/rendicontazioni/stati-flusso.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { FlussoPubblicato, LeggiDocumentoFlusso, TestataFlusso } from "../../ports/fdr.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { registerFlusso } from "./register-flusso.ts";

interface PorteDocumento {
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

interface Porte extends PorteDocumento {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly documenti: Pick<Documenti, "put">;
  readonly leggi: LeggiDocumentoFlusso;
  /** Hexadecimal SHA-256. */
  readonly impronta: (contenuto: Uint8Array) => string;
}

export interface FlussoAggiunto {
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly testata: TestataFlusso;
  readonly nuovo: boolean;
  /** Its rows are, or were, read from this very document. */
  readonly daQui: boolean;
}

interface DocumentoRicevuto {
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly testata: TestataFlusso;
  /** Where the document is, or will be once `keep` is done. */
  readonly originale: string;
  readonly keep?: () => Promise<void>;
}

type Codice = "NON_AUTORIZZATO" | "DOM_000" | "DOM_001" | "SINTASSI" | "NON_PROCESSABILE" | "CONFLITTO";

/** pagoPA begins after it; revisions of XML are instants in seconds and must not look like those of FdR-3. */
const PRIMA_EMISSIONE = "2012-01-01T00:00:00.000Z";
const GIORNO_MINUTI = 24 * 60;

/** While its header is not there yet there is nothing to compare with. */
const isStessoContenuto = (flusso: Flusso, { trn, numeroPagamenti, importoTotale }: TestataFlusso): boolean =>
  flusso.pagineAcquisite === 0 ||
  (flusso.trn === trn && flusso.numeroPagamenti === numeroPagamenti && flusso.importoTotale === importoTotale);

/** pagoPA has not given it yet, or gave something that could not be read: the document takes its place. */
const isDaRiprendere = ({ stato, pagineAcquisite, originale }: Flusso): boolean =>
  (stato === "IN_ACQUISIZIONE" || stato === "RIFIUTATO") && pagineAcquisite === 0 && originale === undefined;

/** A document that was read becomes a flow to acquire, or is the emission that is there already. */
export const registerDocumento = (porte: PorteDocumento) => {
  const { rendicontazioni, unitOfWork, clock } = porte;
  const register = registerFlusso(porte);

  const checkTestata = (idDominio: string, { idDominioRicevente, dataFlusso }: TestataFlusso): Esito<void, Rifiuto<"NON_PROCESSABILE">> => {
    if (idDominioRicevente !== idDominio)
      return rifiuto("NON_PROCESSABILE", `istitutoRicevente: il flusso è di ${idDominioRicevente}, non di ${idDominio}`);
    return dataFlusso < PRIMA_EMISSIONE || dataFlusso > addMinuti(clock.now(), GIORNO_MINUTI)
      ? rifiuto("NON_PROCESSABILE", "dataOraFlusso: attesa una data tra il 2012 e domani")
      : ok(undefined);
  };

  const findStessa = async (pubblicato: FlussoPubblicato): Promise<Flusso | undefined> => {
    const { idDominio, idFlusso, idPsp, revisione } = pubblicato;
    const omonimi = (await rendicontazioni.findRevisioni(idDominio, idFlusso)).filter((f) => f.idFlusso === idFlusso);
    return omonimi.find((f) => (f.idPsp === idPsp && f.revisione === revisione) || isStessaEmissione(f, pubblicato));
  };

  /** False: it changed meanwhile. */
  const resume = async (flusso: Flusso, originale: string, traccia: Traccia): Promise<boolean> => {
    const stato = statiFlusso.next(flusso.stato, "riprendi");
    if (!stato.ok) return false;
    const { idDominio, idFlusso, idPsp, revisione } = flusso;
    const segnalazioni = flusso.segnalazioni.filter(({ codice }) => codice !== FLUSSO_ILLEGGIBILE);
    const valore = { ...flusso, stato: stato.valore, segnalazioni, originale };
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "flusso", valore }], {
      messaggi: [{ coda: "flussi", corpo: { idDominio, idFlusso, idPsp, revisione, pagina: 1 } }],
      eventi: [traccia.evento({ idDominio, datiPagoPA: { idFlusso, idPsp, revisione: String(revisione) } })],
    });
    return esito.ok;
  };

  /** Errors: of another creditor, or the same emission with other totals. */
  return async (
    { idDominio, idFlusso, testata, originale, keep }: DocumentoRicevuto,
    traccia: Traccia,
  ): Promise<Esito<FlussoAggiunto, Rifiuto<"NON_PROCESSABILE" | "CONFLITTO">>> => {
    const coerente = checkTestata(idDominio, testata);
    if (!coerente.ok) return coerente;
    const { dataFlusso } = testata;
    const chiave = { idDominio, idFlusso, idPsp: pspStorico(idFlusso), revisione: revisioneStorica(dataFlusso) };
    const pubblicato = { ...chiave, dataFlusso, dataPubblicazione: dataFlusso, originale };
    const nota = await findStessa(pubblicato);
    if (!nota || isDaRiprendere(nota)) {
      await keep?.();
      const nuovo = nota ? await resume(nota, originale, traccia) : await register(pubblicato, traccia);
      if (nuovo) return ok({ ...chiave, idPsp: nota?.idPsp ?? chiave.idPsp, testata, nuovo, daQui: true });
    }
    const gia = await findStessa(pubblicato);
    if (gia && !isStessoContenuto(gia, testata))
      return rifiuto("CONFLITTO", `flusso ${idFlusso}: la stessa emissione è già registrata con TRN, numero o totale diversi`);
    return ok({ ...chiave, idPsp: gia?.idPsp ?? chiave.idPsp, testata, nuovo: false, daQui: gia?.originale === originale });
  };
};

export const addFlusso = (porte: Porte) => {
  const { anagrafiche, documenti, leggi, impronta } = porte;
  const register = registerDocumento(porte);

  const checkAmbito = async (idDominio: string, chiamante: Chiamante): Promise<Esito<void, Rifiuto<Codice>>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `idDominio ${idDominio} fuori dal proprio ambito`);
    const creditore = await anagrafiche.getCreditore(idDominio);
    if (!creditore) return rifiuto("DOM_000", `idDominio ${idDominio} non registrato`);
    return creditore.dominio.abilitato ? ok(undefined) : rifiuto("DOM_001", `idDominio ${idDominio} disabilitato`);
  };

  /** Errors: not a flow, of another creditor, or the same emission with other totals. */
  return async (
    idDominio: string,
    contenuto: Uint8Array,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<FlussoAggiunto, Rifiuto<Codice>>> => {
    const ammesso = await checkAmbito(idDominio, chiamante);
    if (!ammesso.ok) return ammesso;
    const letto = leggi(contenuto);
    if (!letto.ok) return rifiuto("SINTASSI", letto.errore);
    const { idFlusso, testata } = letto.valore;
    const originale = chiaveOriginale({ idDominio, idFlusso }, impronta(contenuto));
    const keep = (): Promise<void> => documenti.put(originale, contenuto, "application/xml");
    return register({ idDominio, idFlusso, testata, originale, keep }, traccia);
  };
};
