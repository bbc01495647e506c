/** What an operator changes of an attempt: whether it keeps others from starting, or the receipt that closes it, registered as any other. */
import { mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { checkTestata } from "../../usecases/pagamenti/check-testata.ts";
import { type ChiaveTentativo, getRppOperatore, updateBloccante } from "../../usecases/pagamenti/rpp-operatore.ts";
import { isRicevutaDi, uploadRicevuta } from "../../usecases/ricevute/upload-ricevuta.ts";
import { caricaRicevuta } from "../soap/carica-ricevuta.ts";
import { anagrafiche, clock, ids, wireUnitOfWork } from "./base.ts";
import { porteLettura } from "./letture-pendenze.ts";
import { posizioni } from "./posizioni.ts";
import { consume } from "./registrazione-ricevute.ts";

export const getRpp = getRppOperatore(porteLettura);
export const setBloccante = updateBloccante({ posizioni, unitOfWork: wireUnitOfWork({ tentativo: mappaTentativo }) });

const upload = uploadRicevuta({ anagrafiche, posizioni, checkTestata: checkTestata({ anagrafiche }), clock });

/** XML as it is, or in base64 as GovPay's console sends it. */
const decodeRt = (valore: string): Uint8Array =>
  valore.trimStart().startsWith("<") ? Buffer.from(valore, "utf8") : Buffer.from(valore, "base64");

/** The receipt of that attempt, and of no other. */
export const assegnaRt = async (chiave: ChiaveTentativo, valore: string, chiamante: Chiamante, traccia: Traccia) => {
  const esito = await getRpp(chiave, chiamante);
  if (!esito.ok) return esito;
  const { tentativo } = esito.valore.rpp;
  const carica = caricaRicevuta({
    ...{ anagrafiche, consume, clock, ids },
    upload: async (ricevuta, register, chi, scambio) =>
      isRicevutaDi(ricevuta, tentativo)
        ? upload(ricevuta, register, chi, scambio)
        : rifiuto(
            "PAA_SEMANTICA",
            `rt: la ricevuta non è del tentativo ${tentativo.ccp} dell'avviso ${tentativo.iuv} di ${tentativo.idDominio}`,
          ),
  });
  return carica({ contentType: "text/xml", contenuto: decodeRt(valore) }, chiamante, traccia);
};
