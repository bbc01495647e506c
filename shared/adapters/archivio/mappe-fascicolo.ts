/** Items of the files on money to decide about, each inside the payment code that it concerns. */
import * as z from "zod";
import type { Fascicolo } from "../../domain/fascicoli/fascicolo.ts";
import { isDaLavorare, STATI_FASCICOLO } from "../../domain/fascicoli/stati-fascicolo.ts";
import { ambitoDi } from "../../ports/posizioni.ts";
import { chiavi } from "./chiavi.ts";
import { cents, defineMappa, opz, testo, testoOpz } from "./mappa.ts";

export const elencoFascicoliAperti = (idDominio: string): string => `FSA#${idDominio}`;

export const mappaFascicolo = defineMappa<Fascicolo>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: z.number().int(),
      idDominio: testo,
      iuv: testo,
      id: testo,
      motivo: z.enum([
        "PAGAMENTO_DUPLICATO",
        "PAGATA_DOPO_ANNULLAMENTO",
        "IMPORTO_ECCEDENTE",
        "IMPORTO_INFERIORE",
        "VERSAMENTI_DIVERSI",
        "PENDENZA_SCONOSCIUTA",
      ]),
      stato: z.enum(STATI_FASCICOLO),
      iur: testo,
      origine: z.enum(["RICEVUTA", "RENDICONTAZIONE"]),
      importo: cents,
      importoDovuto: cents,
      dataPagamento: testo,
      idA2A: testoOpz,
      idPendenza: testoOpz,
      idTipoPendenza: testoOpz,
      idUnitaOperativa: testoOpz,
      dettaglio: testo,
      assegnatario: testoOpz,
      nota: testoOpz,
      rimborso: opz(
        z.object({
          importo: cents,
          motivazione: testo,
          richiedente: testo,
          data: testo,
          idApprovazione: testoOpz,
          autorizzatoDa: testoOpz,
          mandato: opz(z.object({ numero: testo, data: testo })),
        }),
      ),
      storia: z.array(z.object({ data: testo, autore: testo, evento: testo, motivazione: testoOpz })),
      dataApertura: testo,
      dataUltimaVariazione: testo,
    }),
  chiave: chiavi.fascicolo,
  indici: (f) => ({
    elenco: `FSC#${f.idDominio}`,
    elencoInstallazione: "FSC#*",
    ordine: `${f.dataApertura}#${f.id}`,
    ambito: ambitoDi(f.idDominio, f.idUnitaOperativa),
    ...(isDaLavorare(f.stato) && { elencoApplicazione: elencoFascicoliAperti(f.idDominio) }),
  }),
});
