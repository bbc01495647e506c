/** The recovery of the RPT of the legacy family: what it fetches enters by the same door as what the Node delivers. */
import { mappaPagamento, mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import type { Intermediario } from "../../domain/anagrafiche/creditore.ts";
import type { ChiaveRpt } from "../../ports/nodo-storico.ts";
import { presentBustaRt } from "../../presenters/storico/busta-rt.ts";
import type { PorteRecuperoRpt } from "../../usecases/storico/recover-rpt.ts";
import { accept } from "./accettazione-ricevute.ts";
import { anagrafiche, clock, wireUnitOfWork } from "./base.ts";
import { nodoStorico } from "./nodo-storico.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";

const acceptRt = (rt: Uint8Array, chiave: ChiaveRpt, intermediario: Intermediario, idStazione: string): Promise<void> => {
  const { idIntermediario, principalPagoPa } = intermediario;
  const { idDominio, iuv, ccp } = chiave;
  const intestazione = {
    identificativoIntermediarioPA: idIntermediario,
    identificativoStazioneIntermediarioPA: idStazione,
    identificativoDominio: idDominio,
    identificativoUnivocoVersamento: iuv,
    codiceContestoPagamento: ccp,
  };
  return accept({
    primitiva: "paaInviaRT",
    provenienza: "RECUPERO",
    testata: { idPA: idDominio, idBrokerPA: idIntermediario, idStation: idStazione },
    principal: principalPagoPa,
    busta: presentBustaRt(intestazione, Buffer.from(rt).toString("base64")),
    ricevutaAlle: clock.now(),
    durataMillisecondi: 0,
  });
};

export const porteRecuperoRpt: PorteRecuperoRpt = {
  registro: porteRendicontazioni.registro,
  posizioni: porteRendicontazioni.posizioni,
  anagrafiche,
  nodoStorico,
  unitOfWork: wireUnitOfWork({ pagamento: mappaPagamento, tentativo: mappaTentativo }),
  clock,
  acceptRt,
};
