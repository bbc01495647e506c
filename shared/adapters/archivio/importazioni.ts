/** Imports of the registry: the item with its progress. */
import * as z from "zod";
import type { Importazione } from "../../domain/installazione/importazione.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Importazioni } from "../../ports/installazione.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, fromElemento, opz, testo, testoOpz } from "./mappa.ts";
import { createMittente } from "./mappe-tracciato.ts";

const intero = z.number().int();

export const mappaImportazione = defineMappa<Importazione>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: intero,
      id: testo,
      stato: z.enum(["IN_ATTESA", "IN_CORSO", "CONCLUSA", "CONCLUSA_CON_RIFIUTI"]),
      simulazione: z.boolean(),
      idDominio: testoOpz,
      impronta: testo,
      mittente: createMittente(),
      dataRichiesta: testo,
      dataUltimoAggiornamento: testo,
      dataConclusione: testoOpz,
      tappa: intero,
      posizione: intero,
      piano: opz(z.object({ AGGIUNTA: intero, MODIFICA: intero, INVARIATA: intero, ASSENTE: intero })),
      scritte: intero,
      inApprovazione: intero,
      rifiutate: intero,
    }),
  chiave: (i) => chiavi.importazione(i.id),
});

export const createImportazioni = (deposito: Deposito): Importazioni => ({
  get: async (id) => {
    const elemento = await deposito.get("archivio", chiavi.importazione(id));
    return elemento && fromElemento(mappaImportazione, elemento);
  },
});
