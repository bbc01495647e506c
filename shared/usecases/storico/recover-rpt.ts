/**
 * The recovery of the legacy family: attempts without a conclusion are looked up in the Node's list of pending RPT, or asked one by one; an RT
 * that we lack is fetched and goes where the Node would have put it, the queue of receipts. Running twice changes nothing: states only follow
 * the Node's, and a receipt already taken is recognised by its consumer.
 */
import { type Dominio, type Intermediario, stazioneAttiva } from "../../domain/anagrafiche/creditore.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { ATTESA_MINUTI, azioneRecupero, FINESTRA_GIORNI, MAI_ARRIVATA_MINUTI, STATI_APERTI } from "../../domain/storico/recupero-rpt.ts";
import { isStatoRpt, observeStato, type StatoRpt } from "../../domain/storico/stati-rpt.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Anagrafiche, RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ChiaveRpt, MancataRispostaNodo, NodoStorico, PuntoNodo } from "../../ports/nodo-storico.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { advancePagamento } from "../pagamenti/storico/register-rt-decisione.ts";
import { findPuntoNodo } from "./punto-nodo.ts";

export interface PorteRecuperoRpt {
  readonly registro: Pick<RegistroDiBase, "list">;
  readonly anagrafiche: Pick<Anagrafiche, "getIntermediario">;
  readonly posizioni: Pick<Posizioni, "findTentativi" | "getPosizione" | "getPagamento">;
  readonly nodoStorico: Pick<NodoStorico, "chiediPendenti" | "chiediStato" | "chiediCopiaRt">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  /** The RT to the queue of receipts, as the Node would have delivered it. */
  acceptRt(rt: Uint8Array, chiave: ChiaveRpt, intermediario: Intermediario, idStazione: string): Promise<void>;
}

type CifreRecuperoRpt = Readonly<
  Record<"stazioni" | "tentativi" | "aggiornati" | "chiusi" | "recuperate" | "sconosciute" | "falliti", number>
>;

const PENDENTI_MASSIME = 1_000;
const TENTATIVI_PER_PAGINA = 100;
const PAGINE_MASSIME = 20;
/** Within the function's 300 s, with room to finish the attempt in hand. */
const TEMPO_MILLISECONDI = 240_000;

/** Of the Node as a whole: the next attempt would go the same way. */
class NodoFermo extends Error {}

const chiaveDi = ({ idDominio, iuv, ccp }: ChiaveRpt): string => `${idDominio}\u0000${iuv}\u0000${ccp}`;

interface Corsa {
  readonly traccia: Traccia;
  readonly cifre: Record<keyof CifreRecuperoRpt, number>;
  readonly fine: number;
}

interface Stazione {
  readonly punto: PuntoNodo;
  readonly intermediario: Intermediario;
  readonly pendenti: ReadonlyMap<string, string>;
}

const FAULT_SCONOSCIUTA = "PPT_RPT_SCONOSCIUTA";

export const createRecoverRpt = (porte: PorteRecuperoRpt) => {
  const { registro, anagrafiche, posizioni, nodoStorico, unitOfWork, clock, acceptRt } = porte;

  const failPer = (errore: MancataRispostaNodo): never => {
    if (errore.causa === "fault") throw new Error(errore.dettaglio);
    throw new NodoFermo(errore.dettaglio);
  };

  /** The Node's word on an attempt; undefined when it never had it. */
  const askStato = async ({ punto, pendenti }: Stazione, tentativo: Tentativo): Promise<string | undefined> => {
    const inElenco = pendenti.get(chiaveDi(tentativo));
    if (inElenco !== undefined) return inElenco;
    const risposta = await nodoStorico.chiediStato(punto, tentativo);
    if (risposta.ok) return risposta.valore.stato;
    if (risposta.errore.causa === "fault" && risposta.errore.faults.some(({ faultCode }) => faultCode === FAULT_SCONOSCIUTA))
      return undefined;
    return failPer(risposta.errore);
  };

  /** Moves the attempt, and its portal payment with it when nothing was paid. False when somebody else moved it first. */
  const settle = async (letto: Tentativo, stato: StatoRpt, chiuso: boolean, traccia: Traccia): Promise<boolean> => {
    const { pendenza, tentativi } = await posizioni.getPosizione(letto);
    const tentativo = tentativi.find(({ ccp }) => ccp === letto.ccp);
    if (!tentativo || tentativo.stato !== letto.stato || tentativo.stato === stato) return false;
    const pagamento = chiuso && tentativo.idPagamento !== undefined ? await posizioni.getPagamento(tentativo.idPagamento) : undefined;
    const avanzato = pagamento && pendenza && advancePagamento(pagamento, pendenza, "NON_ESEGUITO");
    const modifiche: Modifica[] = [
      { azione: "sostituisci", entita: "tentativo", valore: { ...tentativo, stato: observeStato(tentativo.stato, stato) } },
      ...(avanzato ? [{ azione: "sostituisci", entita: "pagamento", valore: avanzato } as const] : []),
    ];
    const { idDominio, iuv, ccp, idA2A, idPendenza } = tentativo;
    const esito = await unitOfWork.commit(modifiche, {
      eventi: [traccia.evento({ idDominio, iuv, ccp, idA2A, idPendenza, sottotipoEvento: stato })],
    });
    return esito.ok;
  };

  const recover = async (stazione: Stazione, tentativo: Tentativo, { cifre, traccia }: Corsa): Promise<void> => {
    cifre.tentativi += 1;
    const scritto = await askStato(stazione, tentativo);
    if (scritto === undefined) {
      const mai = addMinuti(tentativo.dataRichiesta, MAI_ARRIVATA_MINUTI) <= clock.now();
      if (mai && (await settle(tentativo, "RPT_RIFIUTATA_NODO", true, traccia))) cifre.chiusi += 1;
      return;
    }
    // A word that we do not know says nothing that we could write.
    if (!isStatoRpt(scritto)) throw new Error(`stato ${scritto.slice(0, 60)} non previsto`);
    const azione = azioneRecupero(scritto);
    if (azione === "chiedi-rt") {
      const copia = await nodoStorico.chiediCopiaRt(stazione.punto, tentativo);
      if (!copia.ok) return failPer(copia.errore);
      await acceptRt(copia.valore.rt, tentativo, stazione.intermediario, stazione.punto.idStazione);
      cifre.recuperate += 1;
      return;
    }
    if (await settle(tentativo, scritto, azione === "chiudi", traccia)) cifre[azione === "chiudi" ? "chiusi" : "aggiornati"] += 1;
  };

  const tell = (traccia: Traccia, dettaglioEsito: string, chiave: Partial<ChiaveRpt> = {}): Promise<void> =>
    unitOfWork.putEventi([traccia.evento({ ...chiave, esito: "FAIL", dettaglioEsito, severita: 5 })]);

  const listAperti = async (idDominio: string): Promise<readonly Tentativo[]> => {
    const adesso = clock.now();
    const aperti: Tentativo[] = [];
    let cursore: string | undefined;
    for (let pagina = 1; pagina <= PAGINE_MASSIME; pagina += 1) {
      const letta = await posizioni.findTentativi(
        {
          idDominio,
          stati: STATI_APERTI,
          da: addMinuti(adesso, -FINESTRA_GIORNI * 24 * 60),
          a: addMinuti(adesso, -ATTESA_MINUTI),
          ordine: "asc",
          domini: "*",
          tipiPendenza: "*",
        },
        { limite: TENTATIVI_PER_PAGINA, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) },
      );
      // Attempts of the modern family share some names of states.
      aperti.push(...letta.elementi.filter(({ tipoRpt }) => tipoRpt === "RPT"));
      cursore = letta.cursore;
      if (cursore === undefined) break;
    }
    return aperti;
  };

  const recoverTentativo = async (stazione: Stazione, tentativo: Tentativo, corsa: Corsa): Promise<void> => {
    try {
      await recover(stazione, tentativo, corsa);
    } catch (errore) {
      if (errore instanceof NodoFermo) throw errore;
      corsa.cifre.falliti += 1;
      const { idDominio, iuv, ccp } = tentativo;
      await tell(corsa.traccia, errore instanceof Error ? errore.message : String(errore), { idDominio, iuv, ccp });
    }
  };

  /** Pending at the Node and unknown here: sent by somebody else with our station, or lost by us. It is told, not invented. */
  const tellSconosciute = async (stazione: Stazione, domini: readonly Dominio[], corsa: Corsa): Promise<void> => {
    const nostri = new Set(domini.map(({ idDominio }) => idDominio));
    for (const chiave of stazione.pendenti.keys()) {
      const [idDominio = "", iuv = "", ccp = ""] = chiave.split("\u0000");
      const conosciuta =
        nostri.has(idDominio) && (await posizioni.getPosizione({ idDominio, iuv })).tentativi.some((tentativo) => tentativo.ccp === ccp);
      if (conosciuta) continue;
      corsa.cifre.sconosciute += 1;
      await tell(corsa.traccia, "RPT pendente al Nodo e sconosciuta qui", { idDominio, iuv, ccp });
    }
  };

  const recoverStazione = async (
    punto: PuntoNodo,
    intermediario: Intermediario,
    domini: readonly Dominio[],
    corsa: Corsa,
  ): Promise<void> => {
    const adesso = clock.now();
    const elenco = await nodoStorico.chiediPendenti(punto, {
      da: addMinuti(adesso, -FINESTRA_GIORNI * 24 * 60),
      a: adesso,
      massimo: PENDENTI_MASSIME,
    });
    if (!elenco.ok) return failPer(elenco.errore);
    const stazione: Stazione = { punto, intermediario, pendenti: new Map(elenco.valore.map((rpt) => [chiaveDi(rpt), rpt.stato])) };
    for (const { idDominio } of domini) {
      for (const tentativo of await listAperti(idDominio)) {
        if (Date.parse(clock.now()) > corsa.fine) return;
        await recoverTentativo(stazione, tentativo, corsa);
      }
    }
    await tellSconosciute(stazione, domini, corsa);
  };

  return async (traccia: Traccia): Promise<CifreRecuperoRpt> => {
    const cifre = { stazioni: 0, tentativi: 0, aggiornati: 0, chiusi: 0, recuperate: 0, sconosciute: 0, falliti: 0 };
    const corsa: Corsa = { traccia, cifre, fine: Date.parse(traccia.inizio) + TEMPO_MILLISECONDI };
    const domini = await registro.list("dominio");
    for (const intermediario of await registro.list("intermediario")) {
      for (const stazione of await registro.list("stazione", intermediario.idIntermediario)) {
        const punto = await findPuntoNodo(anagrafiche, stazione);
        if (!punto || Date.parse(clock.now()) > corsa.fine) continue;
        cifre.stazioni += 1;
        try {
          await recoverStazione(
            punto,
            intermediario,
            domini.filter((dominio) => stazioneAttiva(dominio) === stazione.idStazione),
            corsa,
          );
        } catch (errore) {
          cifre.falliti += 1;
          await tell(traccia, `stazione ${stazione.idStazione}: ${errore instanceof Error ? errore.message : String(errore)}`);
        }
      }
    }
    return cifre;
  };
};
