/** Items of how people and systems come in, in the table of the registry under `ACC#`: no other key is open to functions that only let callers in. */
import * as z from "zod";
import type { SecondoFattore } from "../../domain/accessi/secondo-fattore.ts";
import type { Sessione } from "../../domain/accessi/sessione.ts";
import type { SessioneCittadino } from "../../domain/accessi/sessione-cittadino.ts";
import type { TentativiAccesso } from "../../domain/accessi/tentativi.ts";
import { defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();
const tabella = "anagrafiche";

export const chiaveSessione = (id: string) => ({ pk: `ACC#SESSIONE#${id}`, sk: "SESSIONE" });
export const chiaveSessioneCittadino = (id: string) => ({ pk: `ACC#CITTADINO#${id}`, sk: "SESSIONE" });
export const chiaveTentativi = (principal: string, indirizzo: string) => ({ pk: `ACC#${principal}`, sk: `TENTATIVI#${indirizzo}` });
export const chiaveSecondoFattore = (principal: string) => ({ pk: `ACC#${principal}`, sk: "SECONDO_FATTORE" });
export const PREFISSO_USO = "USO#";
export const chiaveUso = (principal: string, idSegreto: string) => ({ pk: `ACC#${principal}`, sk: `${PREFISSO_USO}${idSegreto}` });

export const mappaSessione = defineMappa<Sessione>({
  tabella,
  schema: () =>
    z.object({
      versione,
      id: testo,
      principal: testo,
      nome: testo,
      metodo: z.enum(["password", "oidc"]),
      daGruppi: opz(
        z.object({
          ruoli: z.array(testo),
          domini: z.union([z.literal("*"), z.array(z.object({ idDominio: testo, unitaOperative: opz(z.array(testo)) }))]),
          tipiPendenza: z.union([z.literal("*"), z.array(testo)]),
        }),
      ),
      apertaIl: testo,
      scadeIl: testo,
      chiusaIl: testoOpz,
      scadeAlle: z.number().int(),
    }),
  chiave: ({ id }) => chiaveSessione(id),
});

export const mappaSessioneCittadino = defineMappa<SessioneCittadino>({
  tabella,
  schema: () =>
    z.object({
      versione,
      id: testo,
      sigillo: testo,
      apertaIl: testo,
      ultimoUso: testo,
      scadeIl: testo,
      chiusaIl: testoOpz,
      inattivitaMinuti: z.number(),
      scadeAlle: z.number().int(),
    }),
  chiave: ({ id }) => chiaveSessioneCittadino(id),
});

export const mappaTentativi = defineMappa<TentativiAccesso>({
  tabella,
  schema: () =>
    z.object({
      versione,
      principal: testo,
      indirizzo: testo,
      falliti: z.number().int(),
      ultimo: testo,
      scadeAlle: z.number().int(),
    }),
  chiave: ({ principal, indirizzo }) => chiaveTentativi(principal, indirizzo),
});

export const mappaSecondoFattore = defineMappa<SecondoFattore>({
  tabella,
  schema: () =>
    z.object({
      versione,
      principal: testo,
      segreto: testo,
      stato: z.enum(["DA_CONFERMARE", "ATTIVO", "RIMOSSO"]),
      ultimoPasso: z.number().int(),
      recupero: z.array(testo),
      creatoIl: testo,
    }),
  chiave: ({ principal }) => chiaveSecondoFattore(principal),
});

export const mappeAccessi = {
  sessione: mappaSessione,
  sessioneCittadino: mappaSessioneCittadino,
  tentativiAccesso: mappaTentativi,
  secondoFattore: mappaSecondoFattore,
};
