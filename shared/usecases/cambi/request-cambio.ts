/** A person asks that an account be replaced by another in all that is still to be paid: nothing changes until another person approves it. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Approvazione } from "../../domain/approvazioni/approvazione.ts";
import type { EsameCambio } from "../../domain/cambi/anteprima.ts";
import type { CambioIban } from "../../domain/cambi/cambio-iban.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import { type Cambi, chiaveCambio } from "../../ports/cambi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, Unicita, UnitOfWork } from "../../ports/unit-of-work.ts";
import { type ChiaveCambio, examineCambio } from "./esame-cambio.ts";

interface Porte {
  readonly registro: RegistroDiBase;
  readonly cambi: Pick<Cambi, "get" | "getUnicita">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface RichiestaCambio extends ChiaveCambio {
  /** Required when the old account is postal: its printed notices keep naming it. */
  readonly avvisiNotificati?: CambioIban["avvisiNotificati"];
  readonly disabilitaVecchio: boolean;
  readonly motivazione: string;
  readonly giorniPerApprovare: number;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

type Codice = "NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO";

const SERVIZIO = "Anagrafica Creditore";
const TENTATIVI = 3;
const MINUTI_PER_GIORNO = 1440;

/** A request that expired without a decision no longer holds the account. */
const isAperto = (cambio: CambioIban, adesso: string): boolean =>
  cambio.stato === "IN_CORSO" || (cambio.stato === "IN_APPROVAZIONE" && adesso < cambio.scadenzaApprovazione);

export const requestCambio = ({ registro, cambi, unitOfWork, clock, ids }: Porte) => {
  const examine = examineCambio({ registro });

  const buildCambio = (richiesta: RichiestaCambio, adesso: string): CambioIban => ({
    versione: 0,
    id: ids.next(),
    idDominio: richiesta.idDominio,
    ibanVecchio: richiesta.ibanVecchio,
    ibanNuovo: richiesta.ibanNuovo,
    avvisiNotificati: richiesta.avvisiNotificati ?? "COMPRESI",
    disabilitaVecchio: richiesta.disabilitaVecchio,
    idApprovazione: ids.next(),
    richiedente: richiesta.chiamante.principal,
    motivazione: richiesta.motivazione,
    dataRichiesta: adesso,
    scadenzaApprovazione: addMinuti(adesso, richiesta.giorniPerApprovare * MINUTI_PER_GIORNO),
    ...{ stato: "IN_APPROVAZIONE", fase: "ANAGRAFICA", tappa: 0, entrateCambiate: [], entrateNonCambiate: [] },
    ...{ pendenzeCambiate: 0, pendenzeRiallineate: 0, pendenzeEscluse: 0, numeroScarti: 0, scarti: [] },
  });

  const buildApprovazione = (cambio: CambioIban, { dominio, entrate }: EsameCambio): Approvazione => ({
    versione: 0,
    id: cambio.idApprovazione,
    tipo: "CAMBIO_IBAN",
    oggetto: cambio.id,
    idDominio: cambio.idDominio,
    servizio: SERVIZIO,
    descrizione:
      `${dominio.ragioneSociale}: il conto ${cambio.ibanVecchio} è sostituito da ${cambio.ibanNuovo} in ${entrate.length} entrate e in tutte le ` +
      `pendenze da pagare, avvisi già notificati ${cambio.avvisiNotificati === "COMPRESI" ? "compresi" : "esclusi"}` +
      `${cambio.disabilitaVecchio ? "; il vecchio conto viene disabilitato" : ""}`,
    stato: "RICHIESTA",
    richiedente: cambio.richiedente,
    motivazione: cambio.motivazione,
    dataRichiesta: cambio.dataRichiesta,
    scadenza: cambio.scadenzaApprovazione,
  });

  /** The name of the account, taken by this request; another one still open holds it. */
  const takeNome = async ({ idDominio, ibanVecchio, id }: CambioIban, adesso: string): Promise<Esito<Modifica, Rifiuto<Codice>>> => {
    const presa = await cambi.getUnicita(idDominio, ibanVecchio);
    const valore: Unicita = { versione: 0, ambito: "cambio-iban", chiave: chiaveCambio(idDominio, ibanVecchio), riferimento: id };
    if (!presa) return ok({ azione: "crea", entita: "unicita", valore });
    const altro = await cambi.get(presa.riferimento);
    if (altro && isAperto(altro, adesso))
      return rifiuto("CONFLITTO", `il conto ${ibanVecchio} ha già un cambio ${altro.stato} (${altro.id})`);
    return ok({ azione: "sostituisci", entita: "unicita", valore: { ...valore, versione: presa.versione } });
  };

  return async (richiesta: RichiestaCambio): Promise<Esito<CambioIban, Rifiuto<Codice>>> => {
    const { idDominio, ibanVecchio, chiamante, traccia } = richiesta;
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_TROVATO", `conto ${ibanVecchio} del dominio ${idDominio}`);
    const esame = await examine(richiesta);
    if (!esame.ok) return esame;
    const [impedimento] = esame.valore.impedimenti;
    if (impedimento !== undefined) return rifiuto("NON_PROCESSABILE", impedimento);
    if (esame.valore.vecchio.postale && richiesta.avvisiNotificati === undefined)
      return rifiuto(
        "NON_PROCESSABILE",
        "avvisiNotificati: obbligatorio, il vecchio conto è postale e i bollettini già stampati lo indicano",
      );
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
      const adesso = clock.now();
      const cambio = buildCambio(richiesta, adesso);
      const nome = await takeNome(cambio, adesso);
      if (!nome.ok) return nome;
      const approvazione = buildApprovazione(cambio, esame.valore);
      const scritto = await unitOfWork.commit(
        [
          { azione: "crea", entita: "cambioIban", valore: cambio },
          { azione: "crea", entita: "approvazione", valore: approvazione },
          nome.valore,
        ],
        {
          eventi: [traccia.evento({ categoriaEvento: "UTENTE", idDominio, dettaglioEsito: `${approvazione.descrizione} (${cambio.id})` })],
        },
      );
      if (scritto.ok) return ok({ ...cambio, versione: 1 });
    }
    return rifiuto("CONFLITTO");
  };
};
