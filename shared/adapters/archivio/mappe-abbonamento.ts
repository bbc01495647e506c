/** Subscriptions, in the registry; how far each has got and what it was told, in the archive. */
import * as z from "zod";
import type { Abbonamento } from "../../domain/abbonamenti/abbonamento.ts";
import { type Consegna, GIORNI_CONSEGNE, STATI_CONSEGNA } from "../../domain/abbonamenti/consegna.ts";
import { prossimoSguardo, type Seguito } from "../../domain/abbonamenti/seguito.ts";
import { NOMI_ANNUNCIO } from "../../domain/annunci/annuncio.ts";
import { cents, defineMappa, opz, testo, testoOpz } from "./mappa.ts";
import { schemaAnnuncio } from "./schema-annuncio.ts";

const intero = z.number().int();

export const chiaveAbbonamento = (idDominio: string, id: string) => ({ pk: `ABO#${idDominio}`, sk: `ABBONAMENTO#${id}` });

export const mappaAbbonamento = defineMappa<Abbonamento>({
  tabella: "anagrafiche",
  schema: () =>
    z.object({
      ...{ versione: intero, idDominio: testo, idAbbonamento: testo, descrizione: testoOpz, abilitato: z.boolean(), url: testo },
      ...{ idA2A: testoOpz, tipi: z.array(z.enum(NOMI_ANNUNCIO)) },
      filtri: z.object({
        ...{ idTipiPendenza: opz(z.array(testo)), idUnitaOperative: opz(z.array(testo)) },
        ...{ importoMinimo: opz(cents), importoMassimo: opz(cents) },
      }),
      chiavi: z.array(z.object({ id: testo, sigillata: testo, dal: testo })),
      firmaModi: opz(z.object({ segreto: testo, destinatario: testo })),
    }),
  chiave: ({ idDominio, idAbbonamento }) => chiaveAbbonamento(idDominio, idAbbonamento),
});

/** Those that somebody must look at again, by when; those stopped by themselves, by since when. Normally empty. */
export const ELENCO_DOVUTI = "ABBONAMENTI#DOVUTI";
export const ELENCO_FERMI = "ABBONAMENTI#FERMI";

export const chiaveSeguito = ({ idDominio, idAbbonamento }: Pick<Seguito, "idDominio" | "idAbbonamento">) => ({
  ...{ pk: `SGT#${idDominio}#${idAbbonamento}`, sk: "SEGUITO" },
});

export const mappaSeguito = defineMappa<Seguito>({
  tabella: "archivio",
  schema: () => {
    const posto = z.union([z.object({ segmento: testo, lette: intero }), z.object({ da: testo })]);
    return z.object({
      ...{ versione: intero, idDominio: testo, idAbbonamento: testo, posto, falliti: intero, ultimaConsegna: testoOpz },
      presa: opz(z.object({ chi: testo, finoA: testo })),
      trattenuti: z.array(z.object({ oggetto: testo, tentativi: intero, dal: testo, prossimo: testo })),
      guasto: opz(z.object({ dal: testo, tentativi: intero, prossimo: testo })),
      pausa: opz(z.object({ dal: testo, motivo: testo, automatica: z.boolean() })),
      rilettura: opz(z.object({ posto, finoA: testo })),
      ripetizioni: z.array(z.object({ oggetto: testo, idAnnuncio: testo })),
    });
  },
  chiave: chiaveSeguito,
  indici: (seguito) => {
    const { idDominio, idAbbonamento, pausa } = seguito;
    const prossimo = prossimoSguardo(seguito);
    if (prossimo !== undefined) return { elencoApplicazione: ELENCO_DOVUTI, ordine: `${prossimo}#${idDominio}#${idAbbonamento}` };
    return pausa?.automatica ? { elencoApplicazione: ELENCO_FERMI, ordine: `${pausa.dal}#${idDominio}#${idAbbonamento}` } : {};
  },
});

export const pkConsegne = (idDominio: string, idAbbonamento: string, oggetto: string): string =>
  `CSG#${idDominio}#${idAbbonamento}#${oggetto}`;

export const mappaConsegna = defineMappa<Consegna>({
  tabella: "archivio",
  schema: () => {
    const annuncio = z.codec(z.string(), schemaAnnuncio(), {
      decode: (scritto) => JSON.parse(scritto),
      encode: (valore) => JSON.stringify(valore),
    });
    const tentativo = z.object({ data: testo, millisecondi: intero, status: opz(intero), errore: testoOpz, risposta: testoOpz });
    return z.object({
      ...{ versione: intero, idDominio: testo, idAbbonamento: testo, annuncio, ordine: testo, stato: z.enum(STATI_CONSEGNA) },
      ...{ tentativi: intero, ultimi: z.array(tentativo), data: testo },
    });
  },
  chiave: ({ idDominio, idAbbonamento, annuncio }) => ({
    ...{ pk: pkConsegne(idDominio, idAbbonamento, annuncio.oggetto), sk: `CONSEGNA#${annuncio.id}` },
  }),
  indici: ({ idDominio, idAbbonamento, data, ordine }) => ({
    elenco: `CSG#${idDominio}#${idAbbonamento}`,
    ordine,
    scadeAlle: Math.floor(Date.parse(data) / 1000) + GIORNI_CONSEGNE * 86_400,
  }),
});
