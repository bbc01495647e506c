/** Items of bulk batches: the batch with its progress, and one record for each stage, under one key. */
import * as z from "zod";
import type { TappaTracciato, Tracciato } from "../../domain/tracciati/tracciato.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const intero = z.number().int();

/** All the batches of an installation are tens a day: one list holds them, and the application's own another. */
export const ELENCO_TRACCIATI = "TRACCIATI";
export const elencoTracciatiDi = (idA2A: string): string => `TRC#${idA2A}`;

/** Who asked for a work done later. */
export const createMittente = () =>
  z.object({
    tipo: z.enum(["applicazione", "operatore", "nodo", "anonimo"]),
    principal: testo,
    nome: testo,
    idA2A: testoOpz,
    autodeterminazione: z.boolean(),
    domini: z.union([z.literal("*"), z.array(z.object({ idDominio: testo, unitaOperative: opz(z.array(testo)) }))]),
    tipiPendenza: z.union([z.literal("*"), z.array(testo)]),
    acl: z.array(z.object({ servizio: testo, autorizzazioni: z.array(z.enum(["R", "W"])) })),
  });

const createDialetto = () =>
  z.object({
    formato: z.enum(["govpay", "mypay", "piattaforma-unitaria", "modello", "json"]),
    versioneFormato: testo,
    separatore: z.enum([";", ",", "\t"]),
    colonne: z.array(testo),
    intestazione: testo,
    inizio: intero,
  });

export const mappaTracciato = defineMappa<Tracciato>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: intero,
      id: testo,
      nomeFile: testo,
      tipo: z.enum(["JSON", "CSV", "ZIP"]),
      impronta: testoOpz,
      idDominio: testoOpz,
      idTipoPendenza: testoOpz,
      idA2A: testoOpz,
      stato: z.enum([
        "IN_CARICAMENTO",
        "IN_ATTESA",
        "IN_ELABORAZIONE",
        "ELABORAZIONE_STAMPA",
        "ESEGUITO",
        "ESEGUITO_CON_ERRORI",
        "SCARTATO",
        "INTERROTTO",
      ]),
      descrizioneStato: testoOpz,
      stampaAvvisi: z.boolean(),
      simulazione: z.boolean(),
      mittente: createMittente(),
      dataOraCaricamento: testo,
      dataOraUltimoAggiornamento: testo,
      inizioElaborazione: testoOpz,
      lunghezza: opz(intero),
      posizione: intero,
      tappa: intero,
      dialetto: opz(createDialetto()),
      righeLette: intero,
      eseguite: intero,
      fallite: intero,
      stampa: z.object({ tappa: intero, riga: intero, parti: intero }),
      avvisiTotali: intero,
      avvisiStampati: intero,
      avvisiFalliti: intero,
      letturaFermata: testoOpz,
      attesaApprovazione: testoOpz,
      annullamenti: opz(z.array(z.object({ idDominio: testo, approvati: z.boolean(), motivo: testo }))),
      fermata: opz(z.object({ principal: testo, data: testo })),
      presa: opz(z.object({ messaggio: testo, finoA: testo })),
    }),
  chiave: (t) => chiavi.tracciato(t.id),
  indici: (t) => ({
    elenco: ELENCO_TRACCIATI,
    ordine: `${t.dataOraCaricamento}#${t.id}`,
    ...(t.mittente.idA2A !== undefined && { elencoApplicazione: elencoTracciatiDi(t.mittente.idA2A) }),
  }),
});

export const mappaTappaTracciato = defineMappa<TappaTracciato>({
  tabella: "archivio",
  schema: () =>
    z.object({ versione: intero, id: testo, numero: intero, primaRiga: intero, righe: intero, eseguite: intero, fallite: intero }),
  chiave: (t) => chiavi.tappaTracciato(t.id, t.numero),
});
