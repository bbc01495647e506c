/**
 * The cost of the notification of a debt, read again when somebody asks to pay and what was read is old. Nobody is kept from paying: when SEND does not answer, the
 * debt stays with the cost that was last read. What is paid is what is stored.
 */
import type { CampiEvento, Evento } from "../../domain/eventi.ts";
import { isPrezzoVecchio, withPrezzo } from "../../domain/pendenze/costo-notifica.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Send } from "../../ports/send.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { findImpostazioniSend } from "./impostazioni-send.ts";

interface PorteNotificaSend {
  readonly posizioni: Pick<Posizioni, "getPendenza">;
  readonly anagrafiche: Pick<Anagrafiche, "getSezione">;
  readonly send: Send;
  readonly unitOfWork: Pick<UnitOfWork, "commit" | "putEventi">;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const createReadNotificaSend = ({ posizioni, anagrafiche, send, unitOfWork, clock, ids }: PorteNotificaSend) => {
  const toEvento = (
    { idDominio, iuv, idA2A, idPendenza }: Pendenza,
    transactionId: string,
    inizio: string,
    campi: CampiEvento,
  ): Evento => ({
    ...{
      id: ids.next(),
      componente: "API_PAGOPA",
      categoriaEvento: "INTERFACCIA",
      ruolo: "CLIENT",
      tipoEvento: "retrieveNotificationPrice",
    },
    ...{ esito: "OK", severita: 0, dataEvento: inizio, durataMillisecondi: Math.max(0, Date.parse(clock.now()) - Date.parse(inizio)) },
    ...{ transactionId, idDominio, iuv, idA2A, idPendenza },
    ...campi,
  });

  const write = async (prima: Pendenza, dopo: Pendenza, evento: Evento): Promise<void> => {
    const { idDominio, iuv } = prima;
    const costo = ({ notificaSend }: Pendenza) => notificaSend?.prezzo && toNumeroJson(notificaSend.prezzo.totale);
    const cambiato = costo(prima) !== costo(dopo) || prima.importo !== dopo.importo;
    // Somebody is writing the same debt: what was read is read again the next time.
    await unitOfWork.commit([{ azione: "sostituisci", entita: "pendenza", valore: dopo }], {
      storia: cambiato
        ? [
            {
              ...{ id: ids.next(), idDominio, iuv, data: clock.now(), autore: "sistema", evento: "costoNotifica" },
              campi: {
                costoNotifica: { prima: costo(prima), dopo: costo(dopo) },
                ...(prima.importo !== dopo.importo && {
                  importo: { prima: toNumeroJson(prima.importo), dopo: toNumeroJson(dopo.importo) },
                }),
              },
            },
          ]
        : [],
      eventi: [evento],
    });
  };

  /** @returns the debt as it is stored afterwards. */
  return async (pendenza: Pendenza, transactionId: string): Promise<Pendenza> => {
    const { idDominio, iuv, numeroAvviso } = pendenza;
    const impostazioni = findImpostazioniSend(await anagrafiche.getSezione("send"), idDominio);
    const inizio = clock.now();
    if (pendenza.prova || !impostazioni || !isPrezzoVecchio(pendenza, inizio, impostazioni.validitaMinuti)) return pendenza;
    const { url, apiKey } = impostazioni;
    const letto = await send.getPrezzo({ url, apiKey, idDominio, numeroAvviso });
    const fallita = async (campi: CampiEvento): Promise<Pendenza> => {
      await unitOfWork.putEventi([toEvento(pendenza, transactionId, inizio, campi)]);
      return pendenza;
    };
    if (!letto.ok) {
      const { causa, dettaglio } = letto.errore;
      return fallita(
        causa === "assente"
          ? { esito: "KO", severita: 3, dettaglioEsito: dettaglio }
          : { esito: "FAIL", severita: 5, dettaglioEsito: dettaglio },
      );
    }
    const aggiornata = withPrezzo(pendenza, letto.valore, clock.now());
    if (!aggiornata)
      return fallita({
        esito: "KO",
        severita: 3,
        dettaglioEsito: "SEND ha risposto di un'altra notifica: lo IUN è diverso da quello della pendenza",
      });
    await write(pendenza, aggiornata, toEvento(pendenza, transactionId, inizio, {}));
    return (await posizioni.getPendenza({ idDominio, iuv })) ?? pendenza;
  };
};
