/** Items of the replacements of accounts and of what waits for a second person. */
import * as z from "zod";
import { type Approvazione, TIPI_APPROVAZIONE } from "../../domain/approvazioni/approvazione.ts";
import { type CambioIban, FASI_CAMBIO } from "../../domain/cambi/cambio-iban.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, opz, testo, testoOpz } from "./mappa.ts";
import { mappaApplicazione, mappaOperatore, mappaRuolo } from "./mappe-anagrafiche.ts";

const intero = z.number().int();

/** Of the whole installation: a few a month. */
export const ELENCO_APPROVAZIONI = "APPROVAZIONI";
export const elencoCambi = (idDominio: string): string => `CIB#${idDominio}`;

export const mappaApprovazione = defineMappa<Approvazione>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: intero,
      id: testo,
      tipo: z.enum(TIPI_APPROVAZIONE),
      oggetto: testo,
      idDominio: testoOpz,
      servizio: testo,
      descrizione: testo,
      stato: z.enum(["RICHIESTA", "APPROVATA", "RIFIUTATA", "RITIRATA"]),
      richiedente: testo,
      motivazione: testo,
      proposta: opz(
        z.discriminatedUnion("entita", [
          z.object({ entita: z.literal("ruolo"), valore: mappaRuolo.schema }),
          z.object({ entita: z.literal("operatore"), valore: mappaOperatore.schema }),
          z.object({ entita: z.literal("applicazione"), valore: mappaApplicazione.schema }),
        ]),
      ),
      dataRichiesta: testo,
      scadenza: testo,
      decisione: opz(z.object({ autore: testo, data: testo, motivazione: testoOpz })),
    }),
  chiave: (a) => chiavi.approvazione(a.id),
  indici: (a) => ({ elenco: ELENCO_APPROVAZIONI, ordine: `${a.dataRichiesta}#${a.id}` }),
});

export const mappaCambio = defineMappa<CambioIban>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: intero,
      id: testo,
      idDominio: testo,
      ibanVecchio: testo,
      ibanNuovo: testo,
      avvisiNotificati: z.enum(["COMPRESI", "ESCLUSI"]),
      disabilitaVecchio: z.boolean(),
      idApprovazione: testo,
      richiedente: testo,
      motivazione: testo,
      dataRichiesta: testo,
      scadenzaApprovazione: testo,
      dataConclusione: testoOpz,
      stato: z.enum(["IN_APPROVAZIONE", "NON_APPROVATO", "IN_CORSO", "CONCLUSO", "CONCLUSO_CON_SCARTI", "INTERROTTO"]),
      descrizioneStato: testoOpz,
      fase: z.enum(FASI_CAMBIO),
      tappa: intero,
      nonPrimaDi: testoOpz,
      cursore: testoOpz,
      entrateCambiate: z.array(testo),
      entrateNonCambiate: z.array(testo),
      pendenzeCambiate: intero,
      pendenzeRiallineate: intero,
      pendenzeEscluse: intero,
      numeroScarti: intero,
      scarti: z.array(z.object({ idA2A: testo, idPendenza: testo, numeroAvviso: testo, motivo: testo })),
    }),
  chiave: (c) => chiavi.cambio(c.id),
  indici: (c) => ({ elenco: elencoCambi(c.idDominio), ordine: `${c.dataRichiesta}#${c.id}` }),
});
