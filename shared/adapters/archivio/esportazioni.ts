/** Exports of lists: the item with what was asked. It goes away with its file. */
import * as z from "zod";
import { CONSERVAZIONE_GIORNI, CONTENUTI, type Esportazione } from "../../domain/esportazioni/esportazione.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Esportazioni } from "../../ports/esportazioni.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, fromElemento, opz, testo, testoOpz } from "./mappa.ts";
import { createMittente } from "./mappe-tracciato.ts";

const STATI_PENDENZA = ["ESEGUITA", "NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "SCADUTA", "INCASSATA", "ANOMALA"] as const;
const intero = z.number().int();

export const mappaEsportazione = defineMappa<Esportazione>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: intero,
      id: testo,
      stato: z.enum(["IN_ATTESA", "PRONTA", "SCARTATA"]),
      descrizioneStato: testoOpz,
      contenuto: z.enum(CONTENUTI),
      formato: z.enum(["CSV", "XLSX"]),
      virgola: z.boolean(),
      filtri: z.object({
        idDominio: testoOpz,
        da: testoOpz,
        a: testoOpz,
        statoPendenza: opz(z.enum(STATI_PENDENZA)),
        statoRiscossione: opz(z.enum(["RISCOSSA", "INCASSATA"])),
      }),
      mittente: createMittente(),
      dataRichiesta: testo,
      dataConclusione: testoOpz,
      righe: opz(intero),
      byte: opz(intero),
    }),
  chiave: ({ id }) => chiavi.esportazione(id),
  indici: ({ dataRichiesta }) => ({ scadeAlle: Math.floor(Date.parse(dataRichiesta) / 1000) + CONSERVAZIONE_GIORNI * 86_400 }),
});

export const createEsportazioni = (deposito: Deposito): Esportazioni => ({
  get: async (id) => {
    const elemento = await deposito.get("archivio", chiavi.esportazione(id));
    return elemento && fromElemento(mappaEsportazione, elemento);
  },
});
