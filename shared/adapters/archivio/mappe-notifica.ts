/** Items of the notifications to the creditors' systems: inside the payment code that they tell of, listed by creditor. */
import * as z from "zod";
import type { InvioRendicontazioni } from "../../domain/notifiche/invio-rendicontazioni.ts";
import type { Notifica } from "../../domain/notifiche/notifica.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, testo, testoOpz } from "./mappa.ts";

/** Those that a first attempt did not deliver: normally none, so the list of a whole installation is no hot key. */
export const ELENCO_IN_RITARDO = "NOTIFICHE#RITARDO";

export const mappaNotifica = defineMappa<Notifica>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: z.number().int(),
      idDominio: testo,
      iuv: testo,
      idRicevuta: testo,
      idA2A: testo,
      tipo: z.literal("RICEVUTA"),
      stato: z.enum(["DA_SPEDIRE", "SPEDITA", "ANNULLATA"]),
      descrizioneStato: testoOpz,
      tentativi: z.number().int(),
      data: testo,
      dataUltimoTentativo: testoOpz,
      dataProssimoTentativo: testoOpz,
    }),
  chiave: chiavi.notifica,
  indici: ({ idDominio, iuv, idRicevuta, data, stato, tentativi }) => ({
    elenco: `NTF#${idDominio}`,
    elencoInstallazione: "NTF#*",
    ordine: `${data}#${iuv}#${idRicevuta}`,
    ...(stato === "DA_SPEDIRE" && tentativi > 0 && { elencoApplicazione: ELENCO_IN_RITARDO }),
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
