/** Items of the retention of personal data: rules of a creditor, cycle of its anonymisation, history entries without anybody in them. */
import * as z from "zod";
import type { VoceStoria } from "../../domain/pendenze/pendenza.ts";
import type { CicloConservazione } from "../../domain/privacy/ciclo.ts";
import type { RegoleConservazione } from "../../domain/privacy/conservazione.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, testo, testoOpz } from "./mappa.ts";
import { schemaStoria } from "./mappe-posizione.ts";

export const ELENCO_REGOLE = "CONSERVAZIONE";
const intero = z.number().int();

export const mappaRegole = defineMappa<RegoleConservazione>({
  tabella: "archivio",
  schema: () =>
    z.object({
      ...{
        versione: intero,
        idDominio: testo,
        pagateMesi: intero,
        annullateMesi: intero,
        scaduteMesi: intero,
        operatore: testo,
        data: testo,
      },
    }),
  chiave: ({ idDominio }) => chiavi.regoleConservazione(idDominio),
  indici: ({ idDominio }) => ({ elenco: ELENCO_REGOLE, ordine: idDominio }),
});

export const mappaCiclo = defineMappa<CicloConservazione>({
  tabella: "archivio",
  schema: () =>
    z.object({
      ...{ versione: intero, idDominio: testo, mese: testo, stato: z.enum(["IN_CORSO", "FINITO"]), cursore: testoOpz },
      ...{ esaminate: intero, anonimizzate: intero, aggiornato: testo },
    }),
  chiave: ({ idDominio }) => chiavi.cicloConservazione(idDominio),
});

/** History is written with the change it tells, at version 1, and changes once: when whom it tells about is taken away. */
export const mappaStoria = defineMappa<VoceStoria & { readonly versione: number }>({
  tabella: "archivio",
  schema: () => schemaStoria.extend({ versione: intero }),
  chiave: chiavi.storia,
});
