/** The messages of a debt as an operator needs them: those decided, and what each channel would send and when, or why it would not, with the words that would leave. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { isNotificataConSend } from "../../domain/pendenze/costo-notifica.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { decidePromemoria } from "../../domain/promemoria/piano.ts";
import { renderPromemoria } from "../../domain/promemoria/testo-promemoria.ts";
import type { Anteprima, VistaComunicazioni } from "../../domain/promemoria/vista-comunicazioni.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Comunicazioni } from "../../ports/comunicazioni.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import { findImpostazioniSend } from "../pendenze/impostazioni-send.ts";
import { attiviDi, loadAvvisatura, type PorteAvvisatura } from "./avvisatura.ts";

export interface PorteLetturaComunicazioni {
  readonly comunicazioni: Pick<Comunicazioni, "getPosizione">;
  readonly anagrafiche: PorteAvvisatura;
  readonly clock: Clock;
}

/** Why SEND would not be asked. */
const motivoSend = (pendenza: Pendenza, configurata: boolean): string | undefined => {
  if (!pendenza.notificaSend) return "la pendenza non è notificata con SEND (notificaSend)";
  if (!configurata) return "il creditore non ha una chiave di SEND (configurazione, send)";
  return isNotificataConSend(pendenza) ? undefined : `la pendenza è nello stato ${pendenza.stato}`;
};

/** One request; the registry is cached. What the operator may not see does not exist. */
export const createGetComunicazioni =
  ({ comunicazioni, anagrafiche, clock }: PorteLetturaComunicazioni) =>
  async (chiave: ChiavePosizione, chiamante: Chiamante): Promise<Esito<VistaComunicazioni, Rifiuto<"NON_TROVATO">>> => {
    const { pendenza, ricevute, promemoria } = await comunicazioni.getPosizione(chiave);
    const avvisatura = pendenza && seesPendenza(chiamante, pendenza) ? await loadAvvisatura(anagrafiche, pendenza) : undefined;
    if (!pendenza || !avvisatura) return rifiuto("NON_TROVATO", `pendenza con IUV ${chiave.iuv}`);
    const { creditore, tipo, livelli, canali } = avvisatura;
    const adesso = clock.now();
    const decisi = decidePromemoria({ pendenza, ricevute, presenti: promemoria, livelli, attivi: attiviDi(avvisatura), adesso });
    const anteprime = decisi.map((voluto): Anteprima => {
      const idRicevuta = voluto.voluto ? voluto.idRicevuta : undefined;
      const ricevuta = ricevute.find((una) => una.idRicevuta === idRicevuta);
      const testi = renderPromemoria({ pendenza, ricevuta, promemoria: voluto, creditore, tipo, livelli, adesso });
      return { voluto, canaleAttivo: canali[voluto.canale]["abilitato"] === true, testi };
    });
    const motivo = motivoSend(pendenza, findImpostazioniSend(await anagrafiche.getSezione("send"), pendenza.idDominio) !== undefined);
    return ok({ promemoria, anteprime, send: { pendenza, ...(motivo !== undefined && { motivo }) } });
  };
