/** Items of the notifications to the creditors' systems: inside the payment code that they tell of, listed by creditor. */
import * as z from "zod";
import type { InvioRendicontazioni } from "../../domain/notifiche/invio-rendicontazioni.ts";
import { type Notifica, riferimentoDi } from "../../domain/notifiche/notifica.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, testo, testoOpz } from "./mappa.ts";

/** Those that a first attempt did not deliver: normally none, so the list of a whole installation is no hot key. */
export const ELENCO_IN_RITARDO = "NOTIFICHE#RITARDO";

const comuni = () => ({
  ...{ versione: z.number().int(), idDominio: testo, iuv: testo, idA2A: testo },
  ...{ stato: z.enum(["DA_SPEDIRE", "SPEDITA", "ANNULLATA"]), descrizioneStato: testoOpz, tentativi: z.number().int() },
  ...{ data: testo, dataUltimoTentativo: testoOpz, dataProssimoTentativo: testoOpz },
});

export const mappaNotifica = defineMappa<Notifica>({
  tabella: "archivio",
  schema: () =>
    z.discriminatedUnion("tipo", [
      z.object({ ...comuni(), tipo: z.enum(["RICEVUTA", "RPP"]), idRicevuta: testo }),
      z.object({ ...comuni(), tipo: z.enum(["ATTIVAZIONE", "ANNULLAMENTO"]), ccp: testo }),
    ]),
  chiave: chiavi.notifica,
  indici: (notifica) => ({
    elenco: `NTF#${notifica.idDominio}`,
    elencoInstallazione: "NTF#*",
    ordine: `${notifica.data}#${notifica.iuv}#${riferimentoDi(notifica)}`,
    ...(notifica.stato === "DA_SPEDIRE" && notifica.tentativi > 0 && { elencoApplicazione: ELENCO_IN_RITARDO }),
  }),
});

export const mappaInvio = defineMappa<InvioRendicontazioni>({
  tabella: "archivio",
  schema: () =>
    z.object({
      ...{ versione: z.number().int(), idDominio: testo, idFlusso: testo, idPsp: testo, revisione: z.number().int(), destinatario: testo },
      ...{ stato: z.enum(["DA_SPEDIRE", "SPEDITO", "ANNULLATO"]), descrizioneStato: testoOpz },
      ...{ righe: z.number().int(), spedite: z.number().int(), rifiutate: z.number().int(), tentativi: z.number().int() },
      ...{ data: testo, dataUltimoTentativo: testoOpz, dataProssimoTentativo: testoOpz },
    }),
  chiave: chiavi.invioRendicontazioni,
});
