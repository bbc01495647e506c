/** Mapping profiles of the treasurers' tables: in a partition of their own, so that loading a creditor does not load them. */
import * as z from "zod";
import { FORMATI_DATA } from "../../domain/tesoreria/profili/date-lette.ts";
import { CODIFICHE_TABELLA, type ProfiloLettura, SEPARATORI_TABELLA, TIPI_TABELLA } from "../../domain/tesoreria/profili/profilo.ts";
import { defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const createColonne = () => {
  const colonna = z.union([testo, z.number()]);
  return {
    colonna,
    colonne: z.object({
      data: colonna,
      dataValuta: opz(colonna),
      testo: z.array(colonna),
      conto: opz(colonna),
      numeroSospeso: opz(colonna),
      esercizio: opz(colonna),
      numeroDocumento: opz(colonna),
      sct: opz(colonna),
      riferimentoBanca: opz(colonna),
      ordinante: opz(colonna),
      divisa: opz(colonna),
    }),
    importo: z.discriminatedUnion("tipo", [
      z.object({ tipo: z.literal("CON_SEGNO"), colonna }),
      z.object({ tipo: z.literal("DARE_AVERE"), dare: colonna, avere: colonna }),
      z.object({ tipo: z.literal("SEGNO_A_PARTE"), colonna, segno: colonna, entrata: z.array(testo), uscita: z.array(testo) }),
    ]),
  };
};

const createRegole = () => {
  const { colonna, colonne, importo } = createColonne();
  return z.object({
    formato: z.enum(["POSTE", "BANCA"]),
    tipoFile: opz(z.enum(TIPI_TABELLA)),
    codifica: opz(z.enum(CODIFICHE_TABELLA)),
    separatore: opz(z.enum(SEPARATORI_TABELLA)),
    virgolette: z.boolean(),
    foglio: testoOpz,
    rigaTestata: opz(z.number().int()),
    righeDaSaltare: z.number().int(),
    colonne,
    importo,
    decimali: z.enum([",", "."]),
    centesimi: z.boolean(),
    formatiData: z.array(z.enum(FORMATI_DATA)),
    conto: testoOpz,
    righeDaIgnorare: z.array(z.object({ colonna: opz(colonna), modo: z.enum(["INIZIA", "CONTIENE", "UGUALE"]), testo })),
    totale: testoOpz,
  });
};

export const mappaProfiloLettura = defineMappa<ProfiloLettura>({
  tabella: "anagrafiche",
  schema: () =>
    z.object({
      versione: z.number().int(),
      idDominio: testo,
      nome: testo,
      descrizione: testoOpz,
      abilitato: z.boolean(),
      regole: createRegole(),
    }),
  chiave: ({ idDominio, nome }) => ({ pk: `PRL#${idDominio}`, sk: `PROFILO#${nome}` }),
});
