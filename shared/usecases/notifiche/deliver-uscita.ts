/** What leaves for the creditors' systems, by kind of message and by whom it is for. */
import { type ChiaveInvio, CONNETTORE_GOVPAY } from "../../domain/notifiche/invio-rendicontazioni.ts";
import type { ChiaveNotifica } from "../../domain/notifiche/notifica.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { createDeliverFlusso } from "./deliver-flusso.ts";
import { createDeliverNotifica, type EsitoConsegna } from "./deliver-notifica.ts";
import { createDeliverRendicontazioni } from "./deliver-rendicontazioni.ts";
import { type ChiaveRiepilogo, createDeliverRiepilogo } from "./deliver-riepilogo.ts";
import { type ChiaveTracciato, createDeliverTracciato } from "./deliver-tracciato.ts";
import { createOpenInvii } from "./open-invii.ts";

type Porte = Omit<Parameters<typeof createDeliverNotifica>[0], "present"> &
  Omit<Parameters<typeof createDeliverRendicontazioni>[0], "present"> &
  Omit<Parameters<typeof createDeliverRiepilogo>[0], "present"> &
  Parameters<typeof createDeliverFlusso>[0] &
  Parameters<typeof createDeliverTracciato>[0] &
  Parameters<typeof createOpenInvii>[0] & {
    readonly presentRicevuta: Parameters<typeof createDeliverNotifica>[0]["present"];
    readonly presentRiepilogo: Parameters<typeof createDeliverRiepilogo>[0]["present"];
    readonly presentRiga: Parameters<typeof createDeliverRendicontazioni>[0]["present"];
  };

/** A flow for nobody in particular opens a delivery for each who is told of it. */
export type Uscita =
  | ChiaveNotifica
  | ({ readonly tipo: "TRACCIATO" } & ChiaveTracciato)
  | ({ readonly tipo: "RIEPILOGO" } & ChiaveRiepilogo)
  | ({ readonly tipo: "RENDICONTAZIONI"; readonly destinatario?: string } & Omit<ChiaveInvio, "destinatario">);

export const createDeliverUscita = (porte: Porte) => {
  const deliverNotifica = createDeliverNotifica({ ...porte, present: porte.presentRicevuta });
  const deliverRendicontazioni = createDeliverRendicontazioni({ ...porte, present: porte.presentRiga });
  const deliverFlusso = createDeliverFlusso(porte);
  const deliverTracciato = createDeliverTracciato(porte);
  const openInvii = createOpenInvii(porte);
  const deliverRiepilogo = createDeliverRiepilogo({ ...porte, present: porte.presentRiepilogo });
  return async (uscita: Uscita, traccia: Traccia): Promise<EsitoConsegna> => {
    if ("iuv" in uscita) return deliverNotifica(uscita, traccia);
    if (uscita.tipo === "TRACCIATO") return deliverTracciato(uscita, traccia);
    if (uscita.tipo === "RIEPILOGO") return deliverRiepilogo(uscita, traccia);
    const { idDominio, idFlusso, idPsp, revisione, destinatario } = uscita;
    const flusso = { idDominio, idFlusso, idPsp, revisione };
    if (destinatario === CONNETTORE_GOVPAY) return deliverFlusso({ ...flusso, destinatario }, traccia);
    if (destinatario !== undefined) return deliverRendicontazioni({ ...flusso, destinatario }, traccia);
    await openInvii(flusso);
    return { esito: "consegnata" };
  };
};
