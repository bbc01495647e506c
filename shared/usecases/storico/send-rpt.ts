/**
 * A message of the queue `rpt`: the RPT of an attempt goes to the Node. The document is written from the attempt, so sending again sends the
 * same; what the answer means and what follows is in the table of domain/storico.
 */
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { DOPO_INVIO, type EsitoInvio, esitoInvioDi } from "../../domain/storico/esito-invio.ts";
import { type Rpt, rptFromJson } from "../../domain/storico/rpt.ts";
import { isStatoRpt, observeStato, type StatoRpt } from "../../domain/storico/stati-rpt.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import {
  CANALE_WISP,
  type ChiaveRpt,
  type MancataRispostaNodo,
  type NodoStorico,
  type PuntoNodo,
  type RispostaNodo,
} from "../../ports/nodo-storico.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { findPuntoNodo } from "./punto-nodo.ts";

interface PorteInvio {
  readonly posizioni: Pick<Posizioni, "getPosizione">;
  readonly anagrafiche: Pick<Anagrafiche, "getStazione" | "getIntermediario">;
  readonly nodoStorico: Pick<NodoStorico, "inviaRpt" | "chiediStato">;
  readonly unitOfWork: UnitOfWork;
  /** The XML document of an RPT. */
  presentRpt(rpt: Rpt): string;
}

const DA_INVIARE: readonly string[] = ["RPT_ATTIVATA", "RPT_ERRORE_INVIO_A_NODO"] satisfies readonly StatoRpt[];
const CONTESE_MASSIME = 3;

const isDaInviare = (tentativo: Tentativo): boolean => tentativo.tipoRpt === "RPT" && DA_INVIARE.includes(tentativo.stato);

export const createSendRpt = ({ posizioni, anagrafiche, nodoStorico, unitOfWork, presentRpt }: PorteInvio) => {
  const read = async ({ idDominio, iuv, ccp }: ChiaveRpt): Promise<Tentativo | undefined> =>
    (await posizioni.getPosizione({ idDominio, iuv })).tentativi.find((tentativo) => tentativo.ccp === ccp);

  /** The state moves only while it is still to be sent: an RT that came meanwhile says more than the answer to the RPT. */
  const settle = async (chiave: ChiaveRpt, stato: StatoRpt, traccia: Traccia, mancata?: MancataRispostaNodo): Promise<void> => {
    for (let contesa = 1; contesa <= CONTESE_MASSIME; contesa += 1) {
      const tentativo = await read(chiave);
      if (!tentativo || !isDaInviare(tentativo) || tentativo.stato === stato) return;
      const esito = await unitOfWork.commit(
        [{ azione: "sostituisci", entita: "tentativo", valore: { ...tentativo, stato: observeStato(tentativo.stato, stato) } }],
        {
          eventi: [
            traccia.evento({
              ...chiave,
              ...{ idA2A: tentativo.idA2A, idPendenza: tentativo.idPendenza, sottotipoEvento: stato },
              ...(mancata && {
                esito: mancata.causa === "fault" ? "KO" : "FAIL",
                sottotipoEsito: mancata.causa === "fault" ? (mancata.faults[0]?.faultCode ?? "NDP_001") : "NDP_000",
                dettaglioEsito: mancata.dettaglio,
                severita: 5,
              }),
            }),
          ],
        },
      );
      if (esito.ok) return;
    }
    throw new Error(`RPT ${chiave.iuv} ${chiave.ccp}: tentativo troppo conteso`);
  };

  /** A duplicate is an RPT that the Node has: which state it gave it, it says. */
  const askStato = async (punto: PuntoNodo, chiave: ChiaveRpt): Promise<StatoRpt> => {
    const risposta = await nodoStorico.chiediStato(punto, chiave);
    if (!risposta.ok) throw new Error(`RPT ${chiave.iuv} ${chiave.ccp}: già inviata, stato non noto: ${risposta.errore.dettaglio}`);
    return isStatoRpt(risposta.valore.stato) ? risposta.valore.stato : "RPT_RICEVUTA_NODO";
  };

  const follow = async (punto: PuntoNodo, chiave: ChiaveRpt, esito: EsitoInvio, risposta: RispostaNodo<unknown>, traccia: Traccia) => {
    const { stato, poi } = DOPO_INVIO[esito];
    const mancata = risposta.ok ? undefined : risposta.errore;
    if (poi === "chiedi-stato") return settle(chiave, await askStato(punto, chiave), traccia);
    await settle(chiave, stato, traccia, mancata);
    if (poi === "ripeti") throw new Error(`RPT ${chiave.iuv} ${chiave.ccp} da inviare di nuovo: ${mancata?.dettaglio ?? esito}`);
  };

  /** @throws Error to have the message again: the Node did not answer, or will later. */
  return async (messaggio: ChiaveRpt, traccia: Traccia): Promise<void> => {
    const { idDominio, iuv, ccp } = messaggio;
    const chiave = { idDominio, iuv, ccp };
    const tentativo = await read(chiave);
    if (!tentativo) throw new Error(`tentativo ${iuv} ${ccp} di ${idDominio} sconosciuto`);
    if (!isDaInviare(tentativo)) return;
    const stazione = await anagrafiche.getStazione(tentativo.idStazione);
    const punto = stazione && (await findPuntoNodo(anagrafiche, stazione));
    if (!punto)
      throw new Error(`la stazione ${tentativo.idStazione} non parla con il Nodo storico: versione V1, abilitata e con password?`);
    const xml = presentRpt(rptFromJson(tentativo.rpt));
    const risposta = await nodoStorico.inviaRpt(punto, tentativo.canale ?? CANALE_WISP, { ...chiave, xml });
    const esito = esitoInvioDi(risposta.ok ? undefined : risposta.errore, false);
    await follow(punto, chiave, esito, risposta, traccia);
  };
};
