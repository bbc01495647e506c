/**
 * What became of a message that App IO took: asked a few times, farther and farther apart, and written on the message. A refusal known only then gives way to the
 * next channel. Asking twice is asking once: the message of the queue says how many times it was asked before.
 */
import { chiaveAppIODi } from "../../domain/promemoria/impostazioni.ts";
import { type Promemoria, type RichiestaControllo, toControllo } from "../../domain/promemoria/promemoria.ts";
import { statiPromemoria } from "../../domain/promemoria/stati-promemoria.ts";
import type { Clock } from "../../ports/clock.ts";
import type { CanaleInterrogabile, Comunicazioni, EsitoMessaggio } from "../../ports/comunicazioni.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { loadAvvisatura, type PorteAvvisatura } from "./avvisatura.ts";

export interface PorteControllo {
  readonly comunicazioni: Pick<Comunicazioni, "getPosizione">;
  readonly anagrafiche: PorteAvvisatura;
  readonly appIO: Pick<CanaleInterrogabile, "findEsito">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The message with what the channel said; what it says again changes nothing, and what was delivered does not go back. */
const learn = (promemoria: Promemoria, esito: EsitoMessaggio, data: string): Promemoria => {
  if (esito.esito === "riprova") return promemoria;
  const { recapito } = promemoria;
  const fermo = recapito && (recapito.stato === esito.stato || recapito.stato === "RECAPITATO") ? recapito : { stato: esito.stato, data };
  return { ...promemoria, recapito: { ...fermo, ...(esito.letto !== undefined && { letto: esito.letto }) } };
};

/** As the history says it: delivered and opened is one more thing. */
const dettoDi = ({ recapito }: Promemoria): string | undefined => (recapito?.letto ? "LETTO" : recapito?.stato);

/** There is more to know: whether it arrives, or whether it is read where the channel says so. */
const isAperto = ({ recapito }: Promemoria): boolean =>
  recapito === undefined || recapito.stato === "ACCETTATO" || (recapito.stato === "RECAPITATO" && recapito.letto === false);

export const createCheckComunicazione = ({ comunicazioni, anagrafiche, appIO, unitOfWork, clock, ids }: PorteControllo) => {
  const write = async (prima: Promemoria, letta: Promemoria, dettaglio: string | undefined, traccia: Traccia): Promise<void> => {
    const { idDominio, iuv, tipo, canale } = prima;
    const respinto = letta.recapito?.stato === "NON_RECAPITATO";
    const stato = statiPromemoria.next(prima.stato, respinto ? "respinge" : "accerta");
    if (!stato.ok) throw new Error(stato.errore.messaggio);
    const dopo = { ...letta, stato: stato.valore, ...(dettaglio !== undefined && respinto && { descrizioneStato: dettaglio }) };
    const controllo = isAperto(dopo) ? toControllo(dopo, clock.now()) : undefined;
    const modifiche: readonly Modifica[] = [
      { azione: "sostituisci", entita: "promemoria", valore: dopo },
      ...(controllo ? [{ azione: "crea", entita: "scadenzaPromemoria", valore: controllo } as const] : []),
    ];
    const cambiato = prima.recapito?.stato !== dopo.recapito?.stato || prima.recapito?.letto !== dopo.recapito?.letto;
    const esito = await unitOfWork.commit(modifiche, {
      messaggi: respinto ? [{ coda: "comunicazioni", corpo: { tipo: "POSIZIONE", idDominio, iuv } }] : [],
      storia: cambiato
        ? [
            {
              ...{ id: ids.next(), idDominio, iuv, data: clock.now(), autore: "sistema", evento: "recapito" },
              campi: { [`${tipo}.${canale}`]: { prima: dettoDi(prima), dopo: dettoDi(dopo) } },
            },
          ]
        : [],
      eventi: cambiato
        ? [
            traccia.evento({
              ...{ ruolo: "CLIENT", tipoEvento: "esitoPromemoria", sottotipoEvento: `${tipo}.${canale}`, idDominio, iuv },
              ...{ esito: respinto ? "KO" : "OK", ...(dettaglio !== undefined && { dettaglioEsito: dettaglio }) },
            }),
          ]
        : [],
    });
    if (!esito.ok) throw new Error(`promemoria ${prima.id} di ${idDominio} ${iuv} conteso`);
  };

  return async ({ idDominio, iuv, id, giro, controllo }: RichiestaControllo, traccia: Traccia): Promise<void> => {
    const { pendenza, promemoria: presenti } = await comunicazioni.getPosizione({ idDominio, iuv });
    const promemoria = presenti.find((uno) => uno.id === id);
    if (!pendenza || pendenza.anonimizzata !== undefined || promemoria?.idMessaggio === undefined) return;
    if (promemoria.giro !== giro || promemoria.stato !== "SPEDITO" || (promemoria.controlli ?? 0) !== controllo) return;
    const avvisatura = await loadAvvisatura(anagrafiche, pendenza);
    if (!avvisatura) return;
    const apiKey = chiaveAppIODi(avvisatura.livelli);
    const esito = await appIO.findEsito({
      ...{ idMessaggio: promemoria.idMessaggio, codiceFiscale: pendenza.debitore.identificativo },
      ...{ impostazioni: avvisatura.canali.APP_IO, ...(apiKey !== undefined && { apiKey }) },
    });
    const letta = learn({ ...promemoria, controlli: controllo + 1 }, esito, clock.now());
    await write(promemoria, letta, esito.dettaglio, traccia);
  };
};
