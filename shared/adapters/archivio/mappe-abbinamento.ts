/** Items of the matching: links, proposals and decisions of a movement are one collection; the credit of a flow is an item by itself. */
import * as z from "zod";
import type { Abbinamento, PropostaAperta, RegolaRegistrata, RiscontroFlusso } from "../../domain/abbinamenti/abbinamento.ts";
import type { ImpostazioniRiscontri } from "../../domain/abbinamenti/impostazioni.ts";
import type { PagamentoNotificato } from "../../domain/abbinamenti/pagamento-notificato.ts";
import { ETICHETTE } from "../../domain/riscontri/etichette.ts";
import type { Motivo } from "../../domain/riscontri/motivi.ts";
import { pkPosizione } from "./chiavi.ts";
import { cents, defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();
const flusso = z.object({ tipo: z.literal("FLUSSO"), idFlusso: testo, idPsp: testo });
const oggetto = z.discriminatedUnion("tipo", [
  flusso,
  z.object({ tipo: z.literal("TRASFERIMENTO"), iuv: testo, iur: testo, indice: z.number().int() }),
]);
// The codes are those of the catalogue of reasons: what is stored came from there.
const motivi = z.array(z.custom<Motivo>((valore) => typeof valore === "object" && valore !== null && "codice" in valore));
const etichette = z.array(z.enum(ETICHETTE));
const fiducia = z.number().int();
const oggetti = z.array(z.object({ oggetto, importo: cents }));

export const chiaviAbbinamento = {
  pk: (idDominio: string, idMovimento: string): string => `ABM#${idDominio}#${idMovimento}`,
  abbinamento: (idDominio: string, idMovimento: string) => ({ pk: chiaviAbbinamento.pk(idDominio, idMovimento), sk: "ABBINAMENTO" }),
  riscontroFlusso: (f: { readonly idDominio: string; readonly idFlusso: string; readonly idPsp: string }) => ({
    pk: `RFL#${f.idDominio}#${f.idFlusso.toUpperCase()}#${f.idPsp}`,
    sk: "RISCONTRO",
  }),
  /** Movements that name or pay single payments. */
  conPagamenti: (idDominio: string): string => `ABS#${idDominio}`,
  /** Movements not wholly explained. */
  daSpiegare: (idDominio: string): string => `ABN#${idDominio}`,
  impostazioni: (idDominio: string) => ({ pk: `IMR#${idDominio}`, sk: "IMPOSTAZIONI" }),
  notificato: (n: { readonly idDominio: string; readonly iuv: string; readonly iud: string }) => ({
    pk: pkPosizione(n),
    sk: `NOTIFICATO#${n.iud}`,
  }),
} as const;

/** One text, in which a whole label is searched: a condition of the store does not look into lists. */
const testoDi = (etichette: readonly string[]): string => ` ${etichette.join(" ")} `;

const SPIEGATI: readonly string[] = ["ABBINATO", "ESCLUSO"] satisfies Abbinamento["stato"][];

export const mappaAbbinamento = defineMappa<Abbinamento>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      idMovimento: testo,
      stato: z.enum(["ABBINATO", "PARZIALE", "DA_CONFERMARE", "NON_ABBINATO", "ESCLUSO"]),
      importo: cents,
      importoCollegato: cents,
      residuo: cents,
      dataContabile: testo,
      etichette,
      flussi: z.array(flusso),
      iuv: z.array(testo),
      improntaAnomalie: testo,
      collegamenti: z.array(
        z.object({
          oggetto,
          flusso: opz(flusso),
          importo: cents,
          origine: z.enum(["AUTOMATICO", "CONFERMATO"]),
          idRegola: testoOpz,
          fiducia,
          motivi,
          frase: testo,
        }),
      ),
    }),
  chiave: (a) => chiaviAbbinamento.abbinamento(a.idDominio, a.idMovimento),
  indici: (a) => ({
    elenco: `ABM#${a.idDominio}`,
    elencoInstallazione: "ABM#*",
    ordine: `${a.dataContabile}#${a.idMovimento}`,
    testoEtichette: testoDi(a.etichette),
    ...(a.iuv.length > 0 && { elencoDebitore: chiaviAbbinamento.conPagamenti(a.idDominio) }),
    ...(!SPIEGATI.includes(a.stato) && { elencoApplicazione: chiaviAbbinamento.daSpiegare(a.idDominio) }),
  }),
});

export const mappaProposta = defineMappa<PropostaAperta>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      id: testo,
      idMovimento: testo,
      chiave: testo,
      oggetti,
      fiducia,
      motivi,
      frase: testo,
      dataContabile: testo,
      importo: cents,
    }),
  chiave: (p) => ({ pk: chiaviAbbinamento.pk(p.idDominio, p.idMovimento), sk: `PROPOSTA#${p.id}` }),
  // The surest first.
  indici: (p) => ({
    elenco: `PRP#${p.idDominio}`,
    elencoInstallazione: "PRP#*",
    ordine: `${String(100 - p.fiducia).padStart(3, "0")}#${p.dataContabile}#${p.id}`,
  }),
});

export const mappaRegola = defineMappa<RegolaRegistrata>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      id: testo,
      idMovimento: testo,
      decisione: z.enum(["CONFERMA", "RIFIUTO", "NON_PAGOPA"]),
      oggetti: z.array(z.object({ oggetto, importo: opz(cents) })),
      origine: z.enum(["PROPOSTA", "MANUALE", "ANNULLAMENTO"]),
      idProposta: testoOpz,
      chiude: opz(z.literal(true)),
      nota: testoOpz,
      principal: testo,
      data: testo,
      revoca: opz(z.object({ principal: testo, data: testo, motivo: testo })),
    }),
  chiave: (r) => ({ pk: chiaviAbbinamento.pk(r.idDominio, r.idMovimento), sk: `REGOLA#${r.id}` }),
  indici: (r) => ({ elenco: `RGL#${r.idDominio}`, elencoInstallazione: "RGL#*", ordine: `${r.data}#${r.id}` }),
});

export const mappaRiscontroFlusso = defineMappa<RiscontroFlusso>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      idFlusso: testo,
      idPsp: testo,
      revisione: z.number().int(),
      copertura: z.enum(["NESSUNA", "PARZIALE", "COPERTO", "IN_TOLLERANZA", "ECCEDENTE"]),
      importo: cents,
      importoCollegato: cents,
      differenza: cents,
      etichette,
      idMovimenti: z.array(testo),
      dataRegolamento: testo,
      improntaAnomalie: testo,
    }),
  chiave: chiaviAbbinamento.riscontroFlusso,
  indici: (f) => ({
    elenco: `RFL#${f.idDominio}`,
    elencoInstallazione: "RFL#*",
    ordine: `${f.dataRegolamento}#${f.idFlusso}#${f.idPsp}`,
    testoEtichette: testoDi(f.etichette),
  }),
});

export const mappaPagamentoNotificato = defineMappa<PagamentoNotificato>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      iud: testo,
      iuv: testo,
      iur: testoOpz,
      indice: opz(z.number().int()),
      importo: cents,
      data: testo,
      principal: testo,
      dataNotifica: testo,
    }),
  chiave: chiaviAbbinamento.notificato,
  indici: (n) => ({ elenco: `IUD#${n.idDominio}`, elencoInstallazione: "IUD#*", ordine: `${n.data}#${n.iuv}#${n.iud}` }),
});

const regolaEsterna = () =>
  z.object({
    nome: testo,
    quando: z.object({
      ...{ tassonomia: testoOpz, prefissoIuv: testoOpz, codiceSegregazione: testoOpz, codiceApplicativo: testoOpz },
      ...{ idPsp: testoOpz, idDominioTitolare: testoOpz },
    }),
    idTipoPendenza: testo,
    idEntrata: testoOpz,
    quota: opz(
      z.object({
        ...{ capitolo: testo, annoEsercizio: opz(z.number().int()), accertamento: testoOpz },
        ...{ titolo: testoOpz, tipologia: testoOpz, categoria: testoOpz, articolo: testoOpz },
      }),
    ),
    inProva: opz(z.boolean()),
  });

export const mappaImpostazioni = defineMappa<ImpostazioniRiscontri>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      tolleranza: cents,
      giorniFinestra: z.number().int(),
      enteNotifica: z.boolean(),
      giorniAttesaFlusso: z.number().int(),
      giorniAttesaAccredito: z.number().int(),
      giorniAttesaRicevuta: z.number().int(),
      pagamentiEsterni: opz(z.object({ regole: z.array(regolaEsterna()) })),
      principal: testo,
      data: testo,
    }),
  chiave: ({ idDominio }) => chiaviAbbinamento.impostazioni(idDominio),
});

export const mappeAbbinamento = {
  impostazioniRiscontri: mappaImpostazioni,
  abbinamento: mappaAbbinamento,
  proposta: mappaProposta,
  regola: mappaRegola,
  riscontroFlusso: mappaRiscontroFlusso,
  pagamentoNotificato: mappaPagamentoNotificato,
} as const;
