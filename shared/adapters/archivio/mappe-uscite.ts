/** Items of what leaves towards debtors and creditors: reminders, inside the payment code; files of the export connectors. */
import * as z from "zod";
import type { TracciatoNotifica } from "../../domain/esportazioni/tracciato-notifica.ts";
import type { Promemoria } from "../../domain/promemoria/promemoria.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();
/** The record outlives the address a little: who comes late finds the same answer as who guesses. */
const MARGINE_SECONDI = 86_400;

export const mappaPromemoria = defineMappa<Promemoria>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      id: testo,
      idDominio: testo,
      iuv: testo,
      tipo: z.enum(["AVVISO_PAGAMENTO", "SCADENZA_AVVISO_PAGAMENTO", "RICEVUTA_TELEMATICA"]),
      stato: z.enum(["DA_SPEDIRE", "SPEDITO", "ANNULLATO", "FALLITO"]),
      descrizioneStato: testoOpz,
      tentativi: z.number().int(),
      data: testo,
      dataUltimoTentativo: testoOpz,
      dataProssimoTentativo: testoOpz,
    }),
  chiave: chiavi.promemoria,
  indici: ({ idDominio, id, data }) => ({ elenco: `PRM#${idDominio}`, elencoInstallazione: "PRM#*", ordine: `${data}#${id}` }),
});

export const mappaTracciatoNotifica = defineMappa<TracciatoNotifica>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      id: testo,
      idDominio: testo,
      nomeFile: testo,
      chiave: testo,
      byte: z.number().int(),
      improntaSegreto: testo,
      creatoAlle: testo,
      scaricabileFino: testo,
    }),
  chiave: ({ id }) => chiavi.tracciatoNotifica(id),
  indici: ({ scaricabileFino }) => ({ scadeAlle: Math.floor(Date.parse(scaricabileFino) / 1000) + MARGINE_SECONDI }),
});
