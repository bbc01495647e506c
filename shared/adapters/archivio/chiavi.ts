/** Keys of the archive (docs/data-model.md): all that concerns one payment code lives under one partition key. */
import { type ChiaveNotifica, riferimentoDi } from "../../domain/notifiche/notifica.ts";
import type { ScadenzaPromemoria } from "../../domain/promemoria/promemoria.ts";
import type { Chiave } from "../../ports/deposito.ts";
import type { ChiavePosizione, ChiaveRendicontazione } from "../../ports/posizioni.ts";
import type { ChiaveRecupero } from "../../ports/recuperi.ts";
import type { ChiaveFlusso } from "../../ports/rendicontazioni.ts";
import { padProgressivo } from "./mappa.ts";

export const pkPosizione = ({ idDominio, iuv }: ChiavePosizione): string => `POS#${idDominio}#${iuv}`;

export const chiavi = {
  pendenza: (p: ChiavePosizione): Chiave => ({ pk: pkPosizione(p), sk: "PENDENZA" }),
  aliasPendenza: (idA2A: string, idPendenza: string): Chiave => ({ pk: `A2A#${idA2A}#${idPendenza}`, sk: "ALIAS" }),
  /** The notices of a document, one item each: read consistently, so that a document printed just after its last instalment has it. */
  pkDocumento: (idDominio: string, idA2A: string, identificativo: string): string => `DOC#${idDominio}#${idA2A}#${identificativo}`,
  avvisoDocumento: (p: ChiavePosizione & { readonly idA2A: string }, identificativo: string): Chiave => ({
    pk: chiavi.pkDocumento(p.idDominio, p.idA2A, identificativo),
    sk: p.iuv,
  }),
  /** List keys of debts; spontaneous debts never paid are listed apart, so that hiding them costs no filter. */
  elencoPendenze: (di: string, nascosta = false): string => `${nascosta ? "PNS" : "PND"}#${di}`,
  /** Debts still to be paid, by creditor; those for several beneficiaries are together, in parts, because each concerns more creditors. */
  elencoDaPagare: (idDominio: string, frammento: number): string => `DPG#${idDominio}#${frammento}`,
  elencoMultibeneficiarie: (parte: number): string => `DPG#*#${parte}`,
  elencoPagamenti: (di: string): string => `PAG#${di}`,
  elencoTentativi: (di: string): string => `RPT#${di}`,
  tentativo: (p: ChiavePosizione & { readonly ccp: string }): Chiave => ({ pk: pkPosizione(p), sk: `RPT#${p.ccp}` }),
  ricevuta: (p: ChiavePosizione & { readonly idRicevuta: string }): Chiave => ({ pk: pkPosizione(p), sk: `RICEVUTA#${p.idRicevuta}` }),
  riscossione: (p: ChiavePosizione & { readonly iur: string; readonly indice: number }): Chiave => ({
    pk: pkPosizione(p),
    sk: `RISCOSSIONE#${p.iur}#${p.indice}`,
  }),
  /** The first appearance of a row in a revision has no suffix; a repetition carries its position. */
  rendicontazione: (r: ChiaveRendicontazione, ripetizione?: number): Chiave => ({
    pk: pkPosizione(r),
    sk: `RENDICONTAZIONE#${r.idFlusso}#${r.idPsp}#${r.revisione}#${r.iur}#${r.indice}${ripetizione === undefined ? "" : `#${ripetizione}`}`,
  }),
  /** That of a receipt has its name alone, the others their kind before it: no receipt id holds a `#`. */
  notifica: (p: ChiaveNotifica): Chiave => ({
    pk: pkPosizione(p),
    sk: p.tipo === "RICEVUTA" ? `NOTIFICA#${p.idRicevuta}` : `NOTIFICA#${p.tipo}#${riferimentoDi(p)}`,
  }),
  invioRendicontazioni: (i: ChiaveFlusso & { readonly destinatario: string }): Chiave => ({
    pk: `INV#${i.idDominio}#${i.idFlusso}#${i.idPsp}#${i.revisione}`,
    sk: `INVIO#${i.destinatario}`,
  }),
  promemoria: (p: ChiavePosizione & { readonly id: string }): Chiave => ({ pk: pkPosizione(p), sk: `PROMEMORIA#${p.id}` }),
  /** Messages that wait for their day, in order of time: a few lists, each as long as what waits. */
  pkScadenzePromemoria: (frammento: number): string => `PRD#${frammento}`,
  scadenzaPromemoria: (s: ScadenzaPromemoria): Chiave => ({
    pk: chiavi.pkScadenzePromemoria(s.frammento),
    sk: `${s.quando}#${s.idDominio}#${s.iuv}#${s.id}#${s.giro}${s.controllo === undefined ? "" : `#${s.controllo}`}`,
  }),
  tracciatoNotifica: (id: string): Chiave => ({ pk: `TNP#${id}`, sk: "TRACCIATO" }),
  recupero: (p: ChiaveRecupero): Chiave => ({ pk: pkPosizione(p), sk: `RECUPERO#${p.iur}` }),
  storia: (p: ChiavePosizione & { readonly data: string; readonly id: string }): Chiave => ({
    pk: pkPosizione(p),
    sk: `STORIA#${p.data}#${p.id}`,
  }),
  pagamento: (id: string): Chiave => ({ pk: `PAG#${id}`, sk: "PAGAMENTO" }),
  /** Upper case: banks print flow ids in capitals. */
  pkFlusso: (idDominio: string, idFlusso: string): string => `FLU#${idDominio}#${idFlusso.toUpperCase()}`,
  flusso: (f: ChiaveFlusso): Chiave => ({ pk: chiavi.pkFlusso(f.idDominio, f.idFlusso), sk: `${f.idFlusso}#${f.idPsp}#${f.revisione}` }),
  /** Flows that a later revision replaced: few in the whole installation, and whoever leaves them out must know which they are. */
  elencoObsoleti: "FLO#*",
  /** A flow by its name alone, in the index of the debts: no idA2A may hold a colon. */
  nomeFlusso: (idFlusso: string): string => `FLU:${idFlusso.toUpperCase()}`,
  /** Flows by the day their id declares, and by the reference of their credit transfer: what leads from money to flows. */
  flussiDelGiorno: (idDominio: string, giorno: string): string => `FLG#${idDominio}#${giorno}`,
  flussiDelTrn: (idDominio: string, trn: string): string => `FLT#${idDominio}#${trn}`,
  riscossioniDelloIur: (idDominio: string, iur: string): string => `IUR#${idDominio}#${iur.toUpperCase()}`,
  /** Rows of a payment code, whoever its creditor is; rows of a creditor, or of all ("*"). */
  righeDiIuv: (iuv: string): string => `IUV:${iuv}`,
  elencoRigheDominio: (idDominio: string): string => `RND#${idDominio}`,
  ordineRiga: (f: ChiaveFlusso, progressivo: number): string =>
    `${f.idFlusso}#${f.idPsp}#${padProgressivo(f.revisione)}#${padProgressivo(progressivo)}`,
  elencoRighe: (f: ChiaveFlusso): string => `RND#${f.idDominio}#${f.idFlusso}#${f.idPsp}#${f.revisione}`,
  riconciliazione: (idDominio: string, id: string): Chiave => ({ pk: `RCN#${idDominio}#${id}`, sk: "RICONCILIAZIONE" }),
  /** Reconciliations that failed for lack of something, in the index of the debts: no idA2A may hold a colon. */
  riconciliazioniInAttesa: (idDominio: string, attesa: string): string => `RCN:${idDominio}#${attesa}`,
  /** A batch with the record of each of its stages. */
  pkTracciato: (id: string): string => `TRC#${id}`,
  tracciato: (id: string): Chiave => ({ pk: chiavi.pkTracciato(id), sk: "TRACCIATO" }),
  tappaTracciato: (id: string, numero: number): Chiave => ({
    pk: chiavi.pkTracciato(id),
    sk: `TAPPA#${String(numero).padStart(7, "0")}`,
  }),
  allineamento: (p: ChiavePosizione): Chiave => ({ pk: pkPosizione(p), sk: "ALLINEAMENTO" }),
  /** A comparison with an archive of pagoPA, and the names it has seen there. */
  pkVerificaGpd: (idDominio: string, archivio: string, giorno: string): string => `VGP#${idDominio}#${archivio}#${giorno}`,
  verificaGpd: (v: { readonly idDominio: string; readonly archivio: string; readonly giorno: string }): Chiave => ({
    pk: chiavi.pkVerificaGpd(v.idDominio, v.archivio, v.giorno),
    sk: "VERIFICA",
  }),
  approvazione: (id: string): Chiave => ({ pk: `APV#${id}`, sk: "APPROVAZIONE" }),
  /** All the anomalies of a subject, with their history: the name of one begins with its code. */
  pkSoggetto: (idDominio: string, idSoggetto: string): string => `ANM#${idDominio}#${idSoggetto}`,
  anomalia: ({ idDominio, id }: { readonly idDominio: string; readonly id: string }): Chiave => {
    const punto = id.indexOf(".");
    return { pk: chiavi.pkSoggetto(idDominio, id.slice(punto + 1)), sk: `ANOMALIA#${id.slice(0, Math.max(punto, 0))}` };
  },
  voceAnomalia: (v: { readonly idDominio: string; readonly idAnomalia: string; readonly data: string; readonly id: string }): Chiave => {
    const { pk, sk } = chiavi.anomalia({ idDominio: v.idDominio, id: v.idAnomalia });
    return { pk, sk: `${sk.replace("ANOMALIA#", "STORIA#")}#${v.data}#${v.id}` };
  },
  instradamento: ({ idDominio }: { readonly idDominio: string }): Chiave => ({ pk: `IST#${idDominio}`, sk: "INSTRADAMENTO" }),
  segnalibroRiepilogo: (s: { readonly idDominio: string; readonly coda: string }): Chiave => ({
    pk: `IST#${s.idDominio}`,
    sk: `RIEPILOGATO#${s.coda}`,
  }),
  riepilogo: (r: { readonly idDominio: string; readonly coda: string; readonly id: string }): Chiave => ({
    pk: `RIE#${r.idDominio}`,
    sk: `${r.id}#${r.coda}`,
  }),
  /** Inside the payment code that it concerns: the dossier is read with what it tells about. */
  fascicolo: (f: ChiavePosizione & { readonly id: string }): Chiave => ({ pk: pkPosizione(f), sk: `FASCICOLO#${f.id}` }),
  esportazione: (id: string): Chiave => ({ pk: `ESP#${id}`, sk: "ESPORTAZIONE" }),
  importazione: (id: string): Chiave => ({ pk: `IMP#${id}`, sk: "IMPORTAZIONE" }),
  cambio: (id: string): Chiave => ({ pk: `CIB#${id}`, sk: "CAMBIO" }),
  regoleConservazione: (idDominio: string): Chiave => ({ pk: `CNS#${idDominio}`, sk: "REGOLE" }),
  cicloConservazione: (idDominio: string): Chiave => ({ pk: `CNS#${idDominio}`, sk: "CICLO" }),
  segnalibro: (idDominio: string): Chiave => ({ pk: `SGN#${idDominio}`, sk: "SEGNALIBRO" }),
  /** Apart from that of the flows, which another job moves. */
  segnalibroAttivazioni: (idDominio: string): Chiave => ({ pk: `SGN#${idDominio}`, sk: "ATTIVAZIONI" }),
  /** Calls spent with a subscription key, named by its digest. */
  quota: (impronta: string): Chiave => ({ pk: `QTA#${impronta}`, sk: "QUOTA" }),
  /** Every job's state in one partition: a handful of items, read together. */
  pkLavori: "LAVORI",
  lavoro: (nome: string): Chiave => ({ pk: chiavi.pkLavori, sk: `LAVORO#${nome}` }),
  esecuzione: (id: string): Chiave => ({ pk: `ESE#${id}`, sk: "ESECUZIONE" }),
  unicita: (ambito: string, chiave: string): Chiave => ({ pk: `UNI#${ambito}#${chiave}`, sk: "UNICITA" }),
  messaggio: (id: string): Chiave => ({ pk: `OUT#${id}`, sk: "MESSAGGIO" }),
  contatore: (idDominio: string, prefisso: string): Chiave => ({ pk: `CNT#${idDominio}#${prefisso}`, sk: "CONTATORE" }),
} as const;
