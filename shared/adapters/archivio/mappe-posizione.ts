/** Items of a payment code: debt, attempts, receipts, collected amounts, settlement rows, notifications. */
import * as z from "zod";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { isMultibeneficiaria, riferimentiConto } from "../../domain/pendenze/conti-pendenza.ts";
import type { Pendenza, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import { ANONIMO } from "../../domain/privacy/anonimizzazione.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Ricevuta, Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { unitaDi } from "../../domain/ricevute/visibilita.ts";
import { CODIFICHE } from "../../domain/valori/codifiche.ts";
import { ambitoDi } from "../../ports/posizioni.ts";
import { chiavi } from "./chiavi.ts";
import { indiciPagamento } from "./indici-pagamento.ts";
import { cents, defineMappa, documento, opz, testo, testoOpz } from "./mappa.ts";
import { createSchemaPendenza, prova, schemaSoggetto, segnalazioni, versione } from "./schemi-pendenza.ts";

/** `scade` lets a list tell NON_ESEGUITA from SCADUTA; a debt without expiry never does. `debitoreId` serves the filter on other indexes. */
const MAI = "9999-12-31";

const isSpontaneaNonPagata = ({ tipo, stato }: Pendenza): boolean =>
  tipo === "spontaneo" && (stato === "NON_ESEGUITA" || stato === "ANNULLATA");

/** Parts of the list of debts for several beneficiaries: no key takes the writes of a whole installation. */
export const PARTI_MULTIBENEFICIARIE = 8;

/** Only while something is left to pay: the index holds what an account's replacement concerns, and nothing else (docs/data-model.md). */
const indiciConto = (p: Pendenza): Readonly<Record<string, string>> => {
  const riferimenti = riferimentiConto(p);
  if (riferimenti.length === 0) return {};
  const parte = (p.iuv.codePointAt(p.iuv.length - 1) ?? 0) % PARTI_MULTIBENEFICIARIE;
  return {
    elencoConto: isMultibeneficiaria(p) ? chiavi.elencoMultibeneficiarie(parte) : chiavi.elencoDaPagare(p.idDominio, p.frammento),
    riferimentiConto: ` ${riferimenti.join(" ")} `,
  };
};

export const mappaPendenza = defineMappa<Pendenza>({
  tabella: "archivio",
  schema: createSchemaPendenza,
  chiave: chiavi.pendenza,
  indici: (p, impronte) => ({
    chiavePendenza: `${p.idA2A}#${p.idPendenza}`,
    elenco: chiavi.elencoPendenze(`${p.idDominio}#${p.frammento}`, isSpontaneaNonPagata(p)),
    elencoInstallazione: chiavi.elencoPendenze("*", isSpontaneaNonPagata(p)),
    elencoApplicazione: chiavi.elencoPendenze(p.idA2A, isSpontaneaNonPagata(p)),
    // Nobody's any more: it is in no list of a debtor.
    ...(p.anonimizzata === undefined && {
      elencoDebitore: chiavi.elencoPendenze(impronte.write(p.debitore.identificativo), isSpontaneaNonPagata(p)),
    }),
    ordine: `${p.dataCaricamento}#${p.idA2A}#${p.idPendenza}`,
    scade: p.dataScadenza ?? MAI,
    debitoreId: p.debitore.identificativo.toUpperCase(),
    ambito: ambitoDi(p.idDominio, p.idUnitaOperativa),
    ...(isSpontaneaNonPagata(p) && { spontaneoNonPagato: "si" }),
    ...indiciConto(p),
  }),
  alias: (p) => [
    { ...chiavi.aliasPendenza(p.idA2A, p.idPendenza), idDominio: p.idDominio, iuv: p.iuv, versione: 1 },
    ...(p.documento ? [{ ...chiavi.avvisoDocumento(p, p.documento.identificativo), versione: 1 }] : []),
  ],
});

const STATI_TENTATIVO = [
  ...(["RPT_ATTIVATA", "RPT_ACCETTATA_NODO", "RPT_ANNULLATA", "RPT_SCADUTA", "RT_ACCETTATA_PA", "RT_RIFIUTATA_PA"] as const),
  // Of the legacy family.
  ...(["RPT_ERRORE_INVIO_A_NODO", "RPT_RICEVUTA_NODO", "RPT_RIFIUTATA_NODO", "RPT_PARCHEGGIATA_NODO", "RPT_RIFIUTATA_PSP"] as const),
  ...(["RPT_ERRORE_INVIO_A_PSP", "RPT_INVIATA_A_PSP", "RPT_ACCETTATA_PSP", "RPT_DECORSI_TERMINI", "RT_RICEVUTA_NODO"] as const),
  ...(["RT_RIFIUTATA_NODO", "RT_ACCETTATA_NODO", "RT_ESITO_SCONOSCIUTO_PA", "RT_ERRORE_INVIO_A_PA"] as const),
] as const;

export const mappaTentativo = defineMappa<Tentativo>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      iuv: testo,
      numeroAvviso: testo,
      ccp: testo,
      idA2A: testo,
      idPendenza: testo,
      idTipoPendenza: testo,
      idUnitaOperativa: testoOpz,
      idDebitore: testo,
      anagraficaDebitore: testoOpz,
      direzione: testoOpz,
      divisione: testoOpz,
      tassonomia: testoOpz,
      bloccante: opz(z.boolean()),
      stato: z.enum(STATI_TENTATIVO),
      modello: z.enum(["Pagamento ad iniziativa Ente", "Pagamento ad iniziativa PSP", "Modello unico"]),
      dataRichiesta: testo,
      importo: cents,
      idStazione: testo,
      idPagamento: testoOpz,
      idRicevuta: testoOpz,
      dataRicevuta: testoOpz,
      rpt: documento,
      tipoRpt: z.enum(["ctPaymentPA", "ctPaymentPAV2", "RPT"]),
      voci: opz(z.array(z.number().int())),
      codiceEsito: opz(z.enum(["0", "1", "2", "3", "4"])),
      canale: opz(z.object({ idPsp: testo, idIntermediarioPsp: testo, idCanale: testo })),
      prova,
    }),
  chiave: chiavi.tentativo,
  indici: (t, impronte) => ({
    chiavePendenza: `${t.idA2A}#${t.idPendenza}`,
    elenco: chiavi.elencoTentativi(t.idDominio),
    elencoInstallazione: chiavi.elencoTentativi("*"),
    elencoApplicazione: chiavi.elencoTentativi(t.idA2A),
    ...(t.idDebitore !== ANONIMO && { elencoDebitore: chiavi.elencoTentativi(impronte.write(t.idDebitore)) }),
    ordine: `${t.dataRichiesta}#${t.idDominio}#${t.iuv}#${t.ccp}`,
    debitoreId: t.idDebitore.toUpperCase(),
    ambito: ambitoDi(t.idDominio, t.idUnitaOperativa),
    ...(t.anagraficaDebitore !== undefined && { debitoreNome: t.anagraficaDebitore.toUpperCase() }),
    // Neither code may hold a blank: one text, searched for a whole code, finds the attempt by its own or by the receipt's.
    codici: ` ${t.ccp} ${t.idRicevuta ?? ""} `,
    ...(t.stato === "RT_ACCETTATA_PA" && { esitoRt: t.codiceEsito ?? "0" }),
  }),
});

export const mappaPagamento = defineMappa<Pagamento>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      id: testo,
      idA2A: testo,
      nome: testo,
      stato: z.enum(["IN_CORSO", "ESEGUITO", "NON_ESEGUITO", "ESEGUITO_PARZIALE", "ANNULLATO", "FALLITO"]),
      descrizioneStato: testoOpz,
      importo: cents,
      dataRichiesta: testo,
      idSessionePortale: testoOpz,
      urlRitorno: testoOpz,
      pspRedirectUrl: testoOpz,
      soggettoVersante: opz(schemaSoggetto),
      posizioni: z.array(
        z.object({
          idDominio: testo,
          iuv: testo,
          numeroAvviso: testo,
          idA2A: testo,
          idPendenza: testo,
          causale: testo,
          importo: cents,
          idTipoPendenza: testoOpz,
          idUnitaOperativa: testoOpz,
          idDebitore: testoOpz,
          esito: z.enum(["IN_CORSO", "ESEGUITO", "NON_ESEGUITO"]),
        }),
      ),
      modello: opz(z.literal("Pagamento ad iniziativa Ente")),
      severita: opz(z.number().int()),
      verificato: opz(z.boolean()),
      note: opz(z.array(z.object({ data: testo, autore: testo, oggetto: testo, testo }))),
      idSessionePsp: testoOpz,
      prova,
    }),
  chiave: (p) => chiavi.pagamento(p.id),
  indici: indiciPagamento,
});

export const mappaRicevuta = defineMappa<Ricevuta>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      iuv: testo,
      idRicevuta: testo,
      numeroAvviso: testo,
      idDominioTitolare: testo,
      idA2A: testoOpz,
      idPendenza: testoOpz,
      ccp: testoOpz,
      primitiva: z.enum(["paSendRT", "paSendRTV2", "paaInviaRT"]),
      provenienza: opz(z.enum(["NODO", "RECUPERO", "MANUALE", "PROVA"])),
      prova,
      importo: cents,
      commissioni: opz(cents),
      esito: z.enum(["OK", "KO"]),
      idPsp: testo,
      denominazionePsp: testo,
      idCanale: testo,
      descrizioneCanale: testo,
      metodoPagamento: testoOpz,
      paymentNote: testoOpz,
      standIn: z.boolean(),
      debitore: schemaSoggetto,
      versante: opz(schemaSoggetto),
      dataRicezione: testo,
      dataPagamento: testo,
      dataApplicativa: testoOpz,
      segnalazioni,
      rt: documento,
      originale: z.object({ gzip: testoOpz, chiave: testoOpz, digest: testo, codifica: opz(z.enum(CODIFICHE)) }),
    }),
  chiave: chiavi.ricevuta,
  indici: (r) => ({
    elenco: `RCV#${r.idDominio}`,
    ordine: `${r.dataRicezione}#${r.iuv}#${r.idRicevuta}`,
    ...(r.idA2A && r.idPendenza && { chiavePendenza: `${r.idA2A}#${r.idPendenza}` }),
  }),
});

export const mappaRiscossione = defineMappa<Riscossione>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      iuv: testo,
      iur: testo,
      indice: z.number().int(),
      idDominioTitolare: testo,
      idA2A: testoOpz,
      idPendenza: testoOpz,
      idVocePendenza: testoOpz,
      idTipoPendenza: testoOpz,
      idUnitaOperativa: testoOpz,
      direzione: testoOpz,
      divisione: testoOpz,
      tassonomia: testoOpz,
      stato: z.enum(["RISCOSSA", "INCASSATA"]),
      tipo: z.enum(["ENTRATA", "MBT", "ALTRO_INTERMEDIARIO", "ENTRATA_PA_NON_INTERMEDIATA"]),
      importo: cents,
      commissioni: opz(cents),
      data: testo,
      idRicevuta: testoOpz,
      senzaRpt: z.boolean(),
      idRiconciliazione: testoOpz,
      allegato: testoOpz,
      prova,
    }),
  chiave: chiavi.riscossione,
  indici: (r) => ({
    elenco: `RSC#${r.idDominio}`,
    elencoInstallazione: "RSC#*",
    // A bank may name a payment by its receipt alone.
    elencoConto: chiavi.riscossioniDelloIur(r.idDominio, r.iur),
    ordine: `${r.data}#${r.iuv}#${r.iur}#${r.indice}`,
    ambito: ambitoDi(r.idDominio, unitaDi(r)),
    ...(r.idA2A && r.idPendenza && { chiavePendenza: `${r.idA2A}#${r.idPendenza}` }),
  }),
});

export const mappaRendicontazione = defineMappa<Rendicontazione>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      idFlusso: testo,
      idPsp: testo,
      revisione: z.number().int(),
      progressivo: z.number().int(),
      iuv: testo,
      iur: testo,
      indice: z.number().int(),
      importo: cents,
      esito: z.number().int(),
      data: testo,
      stato: z.enum(["OK", "ANOMALA", "ALTRO_INTERMEDIARIO"]),
      dataFlusso: testoOpz,
      direzione: testoOpz,
      divisione: testoOpz,
      segnalazioni,
    }),
  chiave: (r) => chiavi.rendicontazione(r, r.segnalazioni.some((s) => s.codice === "007115") ? r.progressivo : undefined),
  // Ordered by flow, whose id begins with its day: the same order serves the rows of one flow and those of a creditor.
  indici: (r) => ({
    elenco: chiavi.elencoRighe(r),
    elencoApplicazione: chiavi.elencoRigheDominio(r.idDominio),
    elencoInstallazione: chiavi.elencoRigheDominio("*"),
    chiavePendenza: chiavi.righeDiIuv(r.iuv),
    ordine: chiavi.ordineRiga(r, r.progressivo),
  }),
});

export const schemaStoria = z.object({
  id: testo,
  idDominio: testo,
  iuv: testo,
  data: testo,
  autore: testo,
  evento: testo,
  campi: z.record(z.string(), z.object({ prima: opz(z.unknown()), dopo: opz(z.unknown()) })),
}) satisfies z.ZodType<VoceStoria>;
