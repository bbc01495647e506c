/** Items of what leaves towards debtors and creditors: reminders, inside the payment code; files of the export connectors. */
import * as z from "zod";
import type { TracciatoNotifica } from "../../domain/esportazioni/tracciato-notifica.ts";
import { CANALI, type Promemoria, type ScadenzaPromemoria, STATI_RECAPITO, TIPI_PROMEMORIA } from "../../domain/promemoria/promemoria.ts";
import { statiPromemoria } from "../../domain/promemoria/stati-promemoria.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, opz, testo, testoOpz } from "./mappa.ts";

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
      tipo: z.enum(TIPI_PROMEMORIA),
      canale: z.enum(CANALI),
      stato: z.enum(statiPromemoria.stati),
      descrizioneStato: testoOpz,
      idRicevuta: testoOpz,
      tentativi: z.number().int(),
      data: testo,
      quando: testo,
      giro: z.number().int(),
      riarmabile: opz(z.literal(true)),
      idMessaggio: testoOpz,
      recapito: opz(z.object({ stato: z.enum(STATI_RECAPITO), data: testo, letto: opz(z.boolean()) })),
      controlli: opz(z.number().int()),
      dataUltimoTentativo: testoOpz,
      dataProssimoTentativo: testoOpz,
    }),
  chiave: chiavi.promemoria,
  indici: ({ idDominio, iuv, id, data }) => ({ elenco: `PRM#${idDominio}`, elencoInstallazione: "PRM#*", ordine: `${data}#${iuv}#${id}` }),
});

export const mappaScadenzaPromemoria = defineMappa<ScadenzaPromemoria>({
  tabella: "archivio",
  schema: () =>
    z.object({
      ...{ versione, frammento: z.number().int(), quando: testo, idDominio: testo, iuv: testo, id: testo, giro: z.number().int() },
      controllo: opz(z.number().int()),
    }),
  chiave: chiavi.scadenzaPromemoria,
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
