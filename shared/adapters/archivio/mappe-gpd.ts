/** Items of the archives of pagoPA: the copy of a debt, beside the debt, and the nightly comparisons. */
import * as z from "zod";
import type { Allineamento } from "../../domain/gpd/allineamento.ts";
import type { StatoAllineamento } from "../../domain/gpd/stati-allineamento.ts";
import type { VerificaGpd } from "../../domain/gpd/verifica.ts";
import { ambitoDi } from "../../ports/posizioni.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();
const intero = z.number().int();
const createArchivio = () => z.enum(["ACA", "GPD"]);

/** Only what did not go well is listed: the others are found from their debt, and a write in an index is not spent on each send. */
const ELENCATI: readonly StatoAllineamento[] = ["IN_ATTESA", "RIFIUTATA", "DIFFORME", "DA_RIPETERE"];

export const mappaAllineamento = defineMappa<Allineamento>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      iuv: testo,
      numeroAvviso: testo,
      idA2A: testo,
      idPendenza: testo,
      idTipoPendenza: testo,
      idUnitaOperativa: testoOpz,
      archivio: createArchivio(),
      iupd: testo,
      stato: z.enum(["IN_INVIO", "ALLINEATA", "IN_ATTESA", "RIFIUTATA", "DIFFORME", "DA_RIPETERE"]),
      inviata: intero,
      presente: z.boolean(),
      tentativi: intero,
      tentata: opz(intero),
      data: testo,
      prenotataFino: testoOpz,
      status: opz(intero),
      dettaglio: testoOpz,
    }),
  chiave: chiavi.allineamento,
  indici: (a): Record<string, string> =>
    ELENCATI.includes(a.stato)
      ? {
          elenco: `ALL#${a.idDominio}`,
          elencoInstallazione: "ALL#*",
          ordine: `${a.data}#${a.iuv}`,
          ambito: ambitoDi(a.idDominio, a.idUnitaOperativa),
        }
      : {},
});

export const mappaVerificaGpd = defineMappa<VerificaGpd>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      archivio: createArchivio(),
      giorno: testo,
      fase: z.enum(["REMOTA", "LOCALE", "CONCLUSA"]),
      pagina: intero,
      cursore: testoOpz,
      inizio: testo,
      fine: testoOpz,
      prenotataFino: testo,
      cifre: z.object({
        remote: intero,
        locali: intero,
        uguali: intero,
        SOLO_PAGOPA: intero,
        SOLO_QUI: intero,
        DATI_DIVERSI: intero,
        STATO_DIVERSO: intero,
        PAGATA_SU_PAGOPA: intero,
        riparate: intero,
      }),
      differenze: z.array(
        z.object({
          tipo: z.enum(["SOLO_PAGOPA", "SOLO_QUI", "DATI_DIVERSI", "STATO_DIVERSO", "PAGATA_SU_PAGOPA"]),
          iupd: testo,
          numeroAvviso: testoOpz,
          dettaglio: testo,
          riparata: z.boolean(),
        }),
      ),
      dettaglio: testoOpz,
    }),
  chiave: chiavi.verificaGpd,
  indici: (v) => ({ elenco: `VGP#${v.idDominio}`, elencoInstallazione: "VGP#*", ordine: `${v.inizio}#${v.archivio}` }),
});
