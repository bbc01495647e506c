/**
 * One page of a flow: downloaded, matched, written, then counted on the flow, which asks for the next page in the same transaction. Page n
 * counts only after n-1 and only once, so a repeated or reordered message changes nothing; a crash before the count makes the page be done again.
 */
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import { recuperiDaRighe } from "../../domain/recuperi/recupero.ts";
import { checkTotali, toSegnalazione } from "../../domain/rendicontazioni/abbinamento.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { ANOMALIE, type CodiceAnomalia, FLUSSO_ILLEGGIBILE, statiFlusso } from "../../domain/rendicontazioni/stati-flusso.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ErroreFdr, Fdr, FlussiOriginali, TestataFlusso } from "../../ports/fdr.ts";
import type { ChiaveFlusso, Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, UnitOfWork } from "../../ports/unit-of-work.ts";
import { openRecuperi } from "../recuperi/open-recuperi.ts";
import { findPuntoFdr } from "./connettore-fdr.ts";
import { type LettureRighe, matchRighe } from "./match-righe.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getStazione" | "getIntermediario">;
  readonly posizioni: LettureRighe;
  readonly rendicontazioni: Pick<Rendicontazioni, "getFlusso">;
  readonly fdr: Pick<Fdr, "getTestata" | "getPagamenti">;
  readonly originali: FlussiOriginali;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export interface PaginaDaAcquisire extends ChiaveFlusso {
  readonly pagina: number;
}

const TENTATIVI = 5;
/** Ten million rows: beyond it the page counter of the answer is not to be believed. */
const PAGINE_MASSIME = 10_000;

const isCodiceAnomalia = (codice: string): codice is CodiceAnomalia => codice in ANOMALIE;

const withTestata = (flusso: Flusso, { idDominioRicevente, ...testata }: TestataFlusso): Flusso => {
  const altrui = idDominioRicevente !== flusso.idDominio;
  const segnalazioni = altrui ? [toSegnalazione("007116", flusso.dataAcquisizione, `nel flusso ${idDominioRicevente}`)] : [];
  return { ...flusso, ...testata, segnalazioni: [...flusso.segnalazioni, ...segnalazioni] };
};

/** The flow after the page; closed with its checks when the page was the last. */
const advance = (flusso: Flusso, pagina: number, pagineTotali: number, righe: readonly Rendicontazione[], adesso: string): Flusso => {
  const avanzato: Flusso = {
    ...flusso,
    pagineAcquisite: pagina,
    pagineTotali: Math.min(pagineTotali, PAGINE_MASSIME),
    righeAcquisite: flusso.righeAcquisite + righe.length,
    importoAcquisito: flusso.importoAcquisito + sumImporti(righe.map(({ importo }) => importo)),
  };
  if (pagina < avanzato.pagineTotali && righe.length > 0) return avanzato;
  const gia = flusso.segnalazioni.map(({ codice }) => codice).filter(isCodiceAnomalia);
  const { evento, segnalazioni } = checkTotali(avanzato, gia, flusso.dataAcquisizione);
  const stato = statiFlusso.next(flusso.stato, evento);
  if (!stato.ok) throw new Error(stato.errore.messaggio);
  return { ...avanzato, stato: stato.valore, dataConclusione: adesso, segnalazioni: [...flusso.segnalazioni, ...segnalazioni] };
};

/** The next page; after the last, the applications of the creditor are told of the rows of a flow that can be read. */
const followUp = ({ stato, idDominio, idFlusso, idPsp, revisione }: Flusso, pagina: number): readonly Messaggio[] => {
  const chiave = { idDominio, idFlusso, idPsp, revisione };
  if (stato === "IN_ACQUISIZIONE") return [{ coda: "flussi", corpo: { ...chiave, pagina: pagina + 1 } }];
  return stato === "RIFIUTATO" ? [] : [{ coda: "notifiche", corpo: { tipo: "RENDICONTAZIONI", ...chiave } }];
};

const isDaFare = (flusso: Flusso, pagina: number): boolean => flusso.stato === "IN_ACQUISIZIONE" && flusso.pagineAcquisite < pagina;

interface Sorgente {
  readonly getTestata: () => ReturnType<Fdr["getTestata"]>;
  readonly getPagamenti: (pagina: number) => ReturnType<Fdr["getPagamenti"]>;
}

/** The document when we hold it: pagoPA may not have it, or may have replaced it meanwhile. Undefined: nobody to ask. */
const createFindSorgente =
  ({ anagrafiche, fdr, originali }: Pick<Porte, "anagrafiche" | "fdr" | "originali">) =>
  async (flusso: Flusso, dominio: Dominio): Promise<Sorgente | undefined> => {
    const { originale } = flusso;
    if (originale !== undefined)
      return { getTestata: () => originali.getTestata(originale), getPagamenti: (pagina) => originali.getPagamenti(originale, pagina) };
    const punto = await findPuntoFdr(anagrafiche, dominio);
    if (!punto) return undefined;
    const { connettore } = punto;
    return {
      getTestata: () => fdr.getTestata(connettore, flusso),
      getPagamenti: (pagina) => fdr.getPagamenti(connettore, flusso, pagina),
    };
  };

export const acquirePagina = (porte: Porte) => {
  const { anagrafiche, posizioni, rendicontazioni, unitOfWork, clock } = porte;
  const findSorgente = createFindSorgente(porte);

  const evento = (traccia: Traccia, { idDominio, idFlusso, idPsp, revisione, pagina }: PaginaDaAcquisire, errore?: ErroreFdr) =>
    traccia.evento({
      componente: "API_PAGOPA",
      ruolo: "CLIENT",
      tipoEvento: "nodoChiediFlussoRendicontazione",
      idDominio,
      datiPagoPA: { idFlusso, idPsp, revisione: String(revisione), pagina: String(pagina) },
      ...(errore && { esito: "FAIL", sottotipoEsito: errore.causa, dettaglioEsito: errore.dettaglio, severita: 5 }),
    });

  /** Commits `change` on the flow as it is now; gives up silently when the page was counted by somebody else. */
  const settle = async (
    messaggio: PaginaDaAcquisire,
    letto: Flusso,
    change: (flusso: Flusso) => Flusso,
    traccia: Traccia,
    errore?: ErroreFdr,
  ): Promise<void> => {
    let flusso: Flusso | undefined = letto;
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      // With a document uploaded meanwhile the page is done again, from there.
      if (!flusso || !isDaFare(flusso, messaggio.pagina) || flusso.originale !== letto.originale) return;
      const cambiato = change(flusso);
      const { pagina } = messaggio;
      const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "flusso", valore: cambiato }], {
        eventi: [evento(traccia, messaggio, errore)],
        messaggi: followUp(cambiato, pagina),
      });
      if (esito.ok) return;
      flusso = await rendicontazioni.getFlusso(messaggio);
    }
    throw new Error(`flusso ${messaggio.idFlusso}: pagina ${messaggio.pagina} troppo contesa`);
  };

  const fail = async (messaggio: PaginaDaAcquisire, flusso: Flusso, errore: ErroreFdr, traccia: Traccia): Promise<void> => {
    if (errore.causa === "illeggibile") {
      const rifiuta = (f: Flusso): Flusso => ({
        ...f,
        stato: "RIFIUTATO",
        segnalazioni: [
          ...f.segnalazioni,
          {
            data: f.dataAcquisizione,
            codice: FLUSSO_ILLEGGIBILE,
            descrizione: "Il contenuto del flusso non è leggibile",
            dettaglio: errore.dettaglio,
          },
        ],
      });
      return settle(messaggio, flusso, rifiuta, traccia, errore);
    }
    await unitOfWork.putEventi([evento(traccia, messaggio, errore)]);
    throw new Error(`flusso ${messaggio.idFlusso}, pagina ${messaggio.pagina}: ${errore.dettaglio}`);
  };

  const download = async (
    messaggio: PaginaDaAcquisire,
    flusso: Flusso,
    dominio: Dominio,
    sorgente: Sorgente,
    traccia: Traccia,
  ): Promise<void> => {
    const { pagina } = messaggio;
    const testata = pagina === 1 ? await sorgente.getTestata() : undefined;
    if (testata && !testata.ok) return fail(messaggio, flusso, testata.errore, traccia);
    const pagamenti = await sorgente.getPagamenti(pagina);
    if (!pagamenti.ok) return fail(messaggio, flusso, pagamenti.errore, traccia);
    const conTestata = testata?.ok ? withTestata(flusso, testata.valore) : flusso;
    const righe = await matchRighe(posizioni, dominio, conTestata, pagamenti.valore.righe);
    await unitOfWork.putRendicontazioni(righe);
    await openRecuperi(unitOfWork, recuperiDaRighe(flusso, righe));
    const change = (f: Flusso): Flusso =>
      advance(testata?.ok ? withTestata(f, testata.valore) : f, pagina, pagamenti.valore.pagineTotali, righe, clock.now());
    return settle(messaggio, flusso, change, traccia);
  };

  /** @throws Error to have the message again: pagoPA unreachable, page out of turn, creditor without a connector. */
  return async (messaggio: PaginaDaAcquisire, traccia: Traccia): Promise<void> => {
    const flusso = await rendicontazioni.getFlusso(messaggio);
    if (!flusso) throw new Error(`flusso ${messaggio.idFlusso} di ${messaggio.idDominio} sconosciuto`);
    if (!isDaFare(flusso, messaggio.pagina)) return;
    if (flusso.pagineAcquisite !== messaggio.pagina - 1)
      throw new Error(`flusso ${flusso.idFlusso}: pagina ${messaggio.pagina} prima della precedente`);
    const creditore = await anagrafiche.getCreditore(flusso.idDominio);
    const sorgente = creditore && (await findSorgente(flusso, creditore.dominio));
    if (!creditore || !sorgente) throw new Error(`il dominio ${flusso.idDominio} non ha una stazione abilitata da cui leggere i flussi`);
    return download(messaggio, flusso, creditore.dominio, sorgente, traccia);
  };
};
