/**
 * A message of the queue `gpd`: the copy of a debt in an archive of pagoPA is brought to say what the debt says now. The message only tells which change to
 * look at; what is sent is always the present state, so duplicates and disorder of the queue cannot matter, and of many changes the last message is enough.
 * One sender at a time per debt, by a claim that expires: nothing is locked while pagoPA is being called.
 */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import {
  type Allineamento,
  ATTESA_CONTESA_SECONDI,
  attesaDietro,
  attesaDopoFallimenti,
  type Chiusura,
  chiudi,
  isPrenotata,
  isRisposta,
  PRENOTAZIONE_SECONDI,
  prenota,
  TENTATIVI_MASSIMI,
} from "../../domain/gpd/allineamento.ts";
import type { RichiestaAllineamento } from "../../domain/gpd/allineamento-voluto.ts";
import { type Intento, intentoDi, toPosizione } from "../../domain/gpd/posizione.ts";
import { signalAllineamento } from "../../domain/gpd/segnalazioni-gpd.ts";
import { resolveTrasferimenti } from "../../domain/pagamenti/trasferimenti.ts";
import type { Pendenza, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import { diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import { addMinuti, giornoDi } from "../../domain/valori/date.ts";
import type { Allineamenti } from "../../ports/allineamenti.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { ArchivioGpd, PuntoGpd } from "../../ports/archivio-gpd.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { loadRegistro } from "../pagamenti/find-avviso.ts";
import { findPuntoGpd } from "./punto-gpd.ts";
import { type EsitoInvio, type Invio, sendPosizione } from "./send-posizione.ts";

export interface PorteAllineamento {
  readonly allineamenti: Pick<Allineamenti, "get">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getEntrata" | "getStazione" | "getIntermediario">;
  readonly archivio: ArchivioGpd;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type EsitoAllineamento =
  | { readonly esito: "allineata" | "rifiutata" | "difforme" | "niente" }
  /** Seconds after which the message must come back. */
  | { readonly esito: "riprova"; readonly secondi: number };

const NIENTE: EsitoAllineamento = { esito: "niente" };
/** Somebody else has just changed it. */
const CONTESA: EsitoAllineamento = { esito: "riprova", secondi: ATTESA_CONTESA_SECONDI };
const CHIUSURE_MASSIME = 5;
/** The longest a queue can hold a message back is 12 hours. */
const ATTESA_MASSIMA_SECONDI = 12 * 3600;

const ESITI = { conferma: "allineata", rifiuta: "rifiutata", diverge: "difforme" } as const;

/** What the call ended with, in the words of the life cycle. */
const toChiusura = (inviato: EsitoInvio, richiesta: number, { tentativi }: Allineamento): Chiusura => {
  switch (inviato.esito) {
    case "fatto":
      return { evento: "conferma", richiesta, presente: inviato.presente };
    case "pagata":
      return { evento: "diverge", richiesta, presente: true, dettaglio: "per pagoPA è già pagata" };
    case "errore": {
      const { causa, status, dettaglio } = inviato.errore;
      // A wrong key refuses every debt alike: it is no fault of this one, so it is tried again for a while.
      const passa = causa === "guasto" || causa === "troppe-richieste" || causa === "non-autorizzata";
      const evento = passa && tentativi + 1 < TENTATIVI_MASSIMI ? "rimanda" : "rifiuta";
      return { evento, richiesta, presente: inviato.presente, dettaglio, ...(status !== undefined && { status }) };
    }
  }
};

export const alignPosizione = (porte: PorteAllineamento) => {
  const { allineamenti, anagrafiche, archivio, unitOfWork, clock, ids } = porte;
  const send = sendPosizione(archivio);

  /** What to ask of pagoPA, or why it cannot even be asked. */
  const prepare = async (pendenza: Pendenza, prenotato: Allineamento, creditore: Creditore, punto: PuntoGpd): Promise<Invio | string> => {
    const adesso = clock.now();
    const intento: Intento = intentoDi(pendenza, prenotato.archivio, giornoDi(adesso));
    const { numeroAvviso, iuv, idA2A, idPendenza } = pendenza;
    const base = {
      punto: { ...punto, riferimenti: { iuv, numeroAvviso, idA2A, idPendenza } },
      iupd: prenotato.iupd,
      numeroAvviso,
      presente: prenotato.presente,
      dataPagamento: pendenza.dataPagamento ?? adesso,
    };
    if (intento === "CHIUDI" || intento === "TOGLI") return { ...base, intento };
    const trasferimenti = resolveTrasferimenti(pendenza, await loadRegistro(anagrafiche, creditore, [pendenza]));
    if (trasferimenti.ok)
      return { ...base, intento, posizione: toPosizione(pendenza, creditore, prenotato.archivio, trasferimenti.valore) };
    // What cannot be written again can still be taken away.
    return intento === "SOSPENDI" ? { ...base, intento: "TOGLI" } : trasferimenti.errore;
  };

  const call = async (pendenza: Pendenza, prenotato: Allineamento): Promise<EsitoInvio> => {
    const { presente } = prenotato;
    const rifiuta = (dettaglio: string): EsitoInvio => ({ esito: "errore", errore: { causa: "rifiutata", dettaglio }, presente });
    const creditore = await anagrafiche.getCreditore(pendenza.idDominio);
    const punto = creditore && (await findPuntoGpd(anagrafiche, creditore.dominio, prenotato.archivio));
    if (!creditore || !punto) return rifiuta(`l'intermediario non ha un connettore abilitato verso ${prenotato.archivio}`);
    const invio = await prepare(pendenza, prenotato, creditore, punto);
    return typeof invio === "string" ? rifiuta(invio) : send(invio);
  };

  const toStoria = (prima: Pendenza, dopo: Pendenza, data: string): VoceStoria => {
    const { idDominio, iuv } = prima;
    return { id: ids.next(), idDominio, iuv, data, autore: "pagoPA", evento: "archivio pagoPA", campi: diffPendenza(prima, dopo) };
  };

  /** The outcome with its remark on the debt, as the debt is by now. Undefined when the claim is no longer ours. */
  const close = async (prenotato: Allineamento, chiusura: Chiusura): Promise<Allineamento | undefined> => {
    const adesso = clock.now();
    const chiuso = chiudi(prenotato, chiusura, adesso);
    const modifica: Modifica = { azione: "sostituisci", entita: "allineamento", valore: chiuso };
    for (let prova = 1; prova <= CHIUSURE_MASSIME; prova += 1) {
      const { pendenza, allineamento } = await allineamenti.get(prenotato);
      if (allineamento?.versione !== prenotato.versione) return undefined;
      const segnalata = pendenza && signalAllineamento(pendenza, chiuso);
      const scritto =
        pendenza && segnalata
          ? await unitOfWork.commit([modifica, { azione: "sostituisci", entita: "pendenza", valore: segnalata }], {
              storia: [toStoria(pendenza, segnalata, adesso)],
            })
          : await unitOfWork.commit([modifica]);
      if (scritto.ok) return chiuso;
    }
    return undefined;
  };

  /** Without `richiesta`: whatever the last change is. */
  return async ({ idDominio, iuv, richiesta }: ChiavePosizione & Partial<RichiestaAllineamento>): Promise<EsitoAllineamento> => {
    const { pendenza, allineamento } = await allineamenti.get({ idDominio, iuv });
    const voluto = pendenza?.allineamento;
    if (!pendenza || !voluto) return NIENTE;
    if (allineamento && isRisposta(allineamento, voluto.richiesta)) return NIENTE;
    // A later change has its own message, which says it all: this one would only contend with it, and use up its deliveries waiting.
    if (richiesta !== undefined && richiesta < voluto.richiesta) return NIENTE;
    const adesso = clock.now();
    if (allineamento && isPrenotata(allineamento, adesso)) return { esito: "riprova", secondi: attesaDietro(allineamento, adesso) };
    const fino = addMinuti(adesso, PRENOTAZIONE_SECONDI / 60);
    const prenotato = prenota(allineamento, pendenza, voluto, adesso, fino);
    const azione = prenotato.versione === 0 ? "crea" : "sostituisci";
    if (!(await unitOfWork.commit([{ azione, entita: "allineamento", valore: prenotato }])).ok) return CONTESA;
    const mio = { ...prenotato, versione: prenotato.versione + 1 };

    const inviato = await call(pendenza, mio);
    const chiusura = toChiusura(inviato, voluto.richiesta, mio);
    const chiuso = await close(mio, chiusura);
    if (!chiuso) return CONTESA;
    if (chiusura.evento !== "rimanda") return { esito: ESITI[chiusura.evento] };
    const chiesta = inviato.esito === "errore" ? (inviato.errore.attesaSecondi ?? 0) : 0;
    return { esito: "riprova", secondi: Math.min(Math.max(attesaDopoFallimenti(chiuso.tentativi), chiesta), ATTESA_MASSIMA_SECONDI) };
  };
};
