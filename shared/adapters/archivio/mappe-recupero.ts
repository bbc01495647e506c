/** Items of the missing receipts: one per creditor, IUV and IUR, inside the payment code that it concerns. */
import * as z from "zod";
import type { Recupero } from "../../domain/recuperi/recupero.ts";
import { isDaLavorare, STATI_RECUPERO } from "../../domain/recuperi/stati-recupero.ts";
import type { ElencoLavoro } from "../../ports/recuperi.ts";
import type { SegnalibroAttivazioni } from "../../ports/unit-of-work.ts";
import { chiavi } from "./chiavi.ts";
import { cents, defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();

/** One list for the whole installation: tens or hundreds of items, closed ones leave it. */
export const elencoLavoro = (elenco: ElencoLavoro): string => `RECUPERI#${elenco}`;

const elencoDi = ({ stato, urgente }: Recupero): ElencoLavoro | undefined => {
  if (stato === "IN_ATTESA") return "attesa";
  return isDaLavorare(stato) ? (urgente ? "urgenti" : "aperti") : undefined;
};

export const mappaRecupero = defineMappa<Recupero>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      iuv: testo,
      iur: testo,
      stato: z.enum(STATI_RECUPERO),
      origine: z.enum(["FLUSSO", "ATTIVAZIONE", "OPERATORE"]),
      dataRilevazione: testo,
      dataProssimoTentativo: testoOpz,
      dataUltimoTentativo: testoOpz,
      dataChiusura: testoOpz,
      tentativi: z.number().int(),
      urgente: z.boolean(),
      dettaglio: testoOpz,
      idFlusso: testoOpz,
      idPsp: testoOpz,
      revisione: opz(z.number().int()),
      esito: opz(z.number().int()),
      importo: opz(cents),
      provenienza: opz(z.enum(["NODO", "RECUPERO", "MANUALE"])),
      operatore: testoOpz,
      motivazione: testoOpz,
    }),
  chiave: chiavi.recupero,
  indici: (r) => {
    const lavoro = elencoDi(r);
    return {
      elenco: `RCP#${r.idDominio}`,
      elencoInstallazione: "RCP#*",
      ordine: `${r.dataRilevazione}#${r.iuv}#${r.iur}`,
      ...(lavoro && { elencoApplicazione: elencoLavoro(lavoro) }),
    };
  },
});

export const mappaSegnalibroAttivazioni = defineMappa<SegnalibroAttivazioni>({
  tabella: "archivio",
  schema: () => z.object({ versione, idDominio: testo, finoA: testo }),
  chiave: (s) => chiavi.segnalibroAttivazioni(s.idDominio),
});
