/** Items of flows and reconciliations, and the names that may be taken only once. */
import * as z from "zod";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { Segnalibro } from "../../domain/rendicontazioni/segnalibro.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { giornoDiFlusso, normalizeTrn } from "../../domain/riscontri/chiavi.ts";
import type { Unicita } from "../../ports/unit-of-work.ts";
import { chiavi } from "./chiavi.ts";
import { cents, defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();
const segnalazioni = z.array(z.object({ data: testo, codice: testo, descrizione: testo, dettaglio: testoOpz }));

const conTrn = ({ idDominio, trn }: Flusso): { readonly elencoConto?: string } => {
  const riferimento = normalizeTrn(trn);
  return riferimento === undefined ? {} : { elencoConto: chiavi.flussiDelTrn(idDominio, riferimento) };
};

export const mappaFlusso = defineMappa<Flusso>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      idFlusso: testo,
      idPsp: testo,
      revisione: z.number().int(),
      stato: z.enum(["IN_ACQUISIZIONE", "ACQUISITO", "ANOMALO", "RIFIUTATO"]),
      obsoleto: z.boolean(),
      ragioneSocialePsp: testoOpz,
      mittente: opz(z.object({ tipo: testo, id: testo })),
      dataFlusso: testo,
      dataPubblicazione: testoOpz,
      dataAcquisizione: testo,
      trn: testo,
      dataRegolamento: testo,
      bicRiversamento: testoOpz,
      numeroPagamenti: z.number().int(),
      importoTotale: cents,
      pagineAcquisite: z.number().int(),
      pagineTotali: z.number().int(),
      righeAcquisite: z.number().int(),
      importoAcquisito: cents,
      segnalazioni,
      idRiconciliazione: testoOpz,
      originale: testoOpz,
      dataConclusione: testoOpz,
    }),
  chiave: chiavi.flusso,
  indici: (f) => ({
    elenco: `FLU#${f.idDominio}`,
    elencoInstallazione: "FLU#*",
    ordine: `${f.dataFlusso}#${f.idFlusso}#${f.idPsp}#${f.revisione}`,
    // By its name alone, whoever it is for.
    chiavePendenza: chiavi.nomeFlusso(f.idFlusso),
    ...(f.obsoleto && { elencoApplicazione: chiavi.elencoObsoleti }),
    elencoDebitore: chiavi.flussiDelGiorno(f.idDominio, giornoDiFlusso(f)),
    ...conTrn(f),
  }),
});

export const mappaRiconciliazione = defineMappa<Riconciliazione>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      id: testo,
      stato: z.enum(["IN_ELABORAZIONE", "ACQUISITA", "ERRORE", "IN_ANNULLAMENTO", "ANNULLATA"]),
      descrizioneStato: testoOpz,
      importo: cents,
      sct: testo,
      dataValuta: testoOpz,
      dataContabile: testoOpz,
      contoAccredito: testoOpz,
      causale: testoOpz,
      iuv: testoOpz,
      iur: testoOpz,
      indice: opz(z.number().int()),
      idFlusso: testoOpz,
      idPsp: testoOpz,
      revisione: opz(z.number().int()),
      data: testo,
      principal: testo,
      impronta: testo,
      righeElaborate: z.number().int(),
      importoRiconciliato: cents,
      segnalazioni,
      righeSegnalate: z.number().int(),
      movimenti: opz(z.array(z.object({ idMovimento: testo, importo: cents }))),
      annullamento: opz(z.object({ motivo: testo, principal: testo, data: testo, righe: z.number().int() })),
      attende: testoOpz,
    }),
  chiave: (r) => chiavi.riconciliazione(r.idDominio, r.id),
  indici: (r) => ({
    elenco: `RCN#${r.idDominio}`,
    elencoInstallazione: "RCN#*",
    ordine: `${r.data}#${r.id}`,
    ...(r.stato === "ERRORE" && r.attende !== undefined && { chiavePendenza: chiavi.riconciliazioniInAttesa(r.idDominio, r.attende) }),
  }),
});

export const mappaUnicita = defineMappa<Unicita>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      ambito: z.enum([
        "principal",
        "sct",
        "flusso-letto",
        "flusso-riconciliato",
        "trasferimento-riconciliato",
        "riscossione-riconciliata",
        "tracciato",
        "caricamento",
        "cambio-iban",
        "promemoria-documento",
        "bollo",
        "sessione-psp",
      ]),
      chiave: testo,
      riferimento: testo,
    }),
  chiave: (u) => chiavi.unicita(u.ambito, u.chiave),
});

export const mappaSegnalibro = defineMappa<Segnalibro>({
  tabella: "archivio",
  schema: () => z.object({ versione, idDominio: testo, ultimaPubblicazione: testo }),
  chiave: (s) => chiavi.segnalibro(s.idDominio),
});
