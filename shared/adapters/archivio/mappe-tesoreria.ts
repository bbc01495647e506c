/** Items of the treasurers' movements: the movement, the places of its names, what its text names, and the files that told it. */
import * as z from "zod";
import { type Caricamento, FORMATI_CARICAMENTO } from "../../domain/tesoreria/caricamento.ts";
import { DOCUMENTI_MOVIMENTO, FORMATI_TESORERIA, OPERAZIONI_MOVIMENTO, SEGNI_MOVIMENTO } from "../../domain/tesoreria/movimento.ts";
import type { Movimento } from "../../domain/tesoreria/movimento-registrato.ts";
import { statiCaricamento } from "../../domain/tesoreria/stati-caricamento.ts";
import { statiMovimento } from "../../domain/tesoreria/stati-movimento.ts";
import type { Chiave } from "../../ports/deposito.ts";
import type { ChiaveDiMovimento, NomeOccupato, PostoNome } from "../../ports/tesoreria.ts";
import { cents, defineMappa, opz, padProgressivo, testo, testoOpz } from "./mappa.ts";

const intero = z.number().int();
const testi = z.array(testo);

/** Beginning of a flow id under which truncated and whole ids stand together: the day of its PSP (YYYY-MM-DD). */
export const INIZIO_ID_FLUSSO = 10;

export const chiaviTesoreria = {
  movimento: (idDominio: string, id: string): Chiave => ({ pk: `MOV#${idDominio}#${id}`, sk: "MOVIMENTO" }),
  pkNome: (idDominio: string, tipo: string, testa: string): string => `MVN#${idDominio}#${tipo}#${testa}`,
  /** A number or a reference is read by itself too, whatever the year, the sign and the amount. */
  nome: (idDominio: string, { tipo, valore, posto }: PostoNome): Chiave => {
    const taglio = valore.indexOf("#");
    const [testa, coda] = [valore.slice(0, taglio), valore.slice(taglio + 1)];
    return { pk: chiaviTesoreria.pkNome(idDominio, tipo, testa), sk: `${coda}#${padProgressivo(posto)}` };
  },
  pkChiave: (idDominio: string, tipo: ChiaveDiMovimento["tipo"], valore: string): string =>
    `MVK#${idDominio}#${tipo}#${tipo === "FLUSSO" ? valore.slice(0, INIZIO_ID_FLUSSO) : valore}`,
  chiave: ({ idDominio, tipo, valore, idMovimento }: ChiaveDiMovimento): Chiave => ({
    pk: chiaviTesoreria.pkChiave(idDominio, tipo, valore),
    sk: `${valore}#${idMovimento}`,
  }),
  caricamento: (id: string): Chiave => ({ pk: `CRT#${id}`, sk: "CARICAMENTO" }),
  elencoMovimenti: (di: string): string => `MOV#${di}`,
  elencoStato: (idDominio: string, stato: string): string => `MOV#${idDominio}#${stato}`,
  elencoConto: (idDominio: string, conto: string): string => `MOV#${idDominio}#${conto}`,
  elencoCaricamenti: (di: string): string => `CRT#${di}`,
  elencoFlusso: (idDominio: string, idFlusso: string): string => `CRT#${idDominio}#${idFlusso}`,
  elencoInCaricamento: "CRT#*#IN_CARICAMENTO",
} as const;

/** What the search in the text looks at. */
export const testoRicerca = (causale: string): string => causale.toUpperCase().replace(/\s+/g, " ");

const createOperazione = () =>
  z.object({
    operazione: z.enum(OPERAZIONI_MOVIMENTO),
    importo: cents,
    data: testo,
    numeroDocumento: testoOpz,
    progressivoDocumento: testoOpz,
  });

const createOrigine = () =>
  z.object({
    idCaricamento: testo,
    file: testo,
    riga: intero,
    formato: z.enum(FORMATI_TESORERIA),
    esito: z.enum(["NUOVO", "AGGIORNATO", "PRESENTE"]),
  });

export const mappaMovimento = defineMappa<Movimento>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: intero,
      idDominio: testo,
      id: testo,
      stato: z.enum(statiMovimento.stati),
      segno: z.enum(SEGNI_MOVIMENTO),
      importo: cents,
      importoRegolarizzato: cents,
      importoStornato: cents,
      dataContabile: testo,
      dataValuta: testoOpz,
      causale: testo,
      conto: testoOpz,
      documento: opz(z.enum(DOCUMENTI_MOVIMENTO)),
      numeroSospeso: testoOpz,
      esercizio: opz(intero),
      numeroDocumento: testoOpz,
      sct: testoOpz,
      riferimentoBanca: testoOpz,
      ordinante: testoOpz,
      chiavi: z.object({ flussi: testi, troncati: testi, iuv: testi, iur: testi }),
      operazioni: z.array(createOperazione()),
      origini: z.array(createOrigine()),
      segnalazioni: testi,
      dataRegistrazione: testo,
      dataAggiornamento: testo,
    }),
  chiave: (m) => chiaviTesoreria.movimento(m.idDominio, m.id),
  indici: (m) => ({
    elenco: chiaviTesoreria.elencoMovimenti(m.idDominio),
    elencoInstallazione: chiaviTesoreria.elencoMovimenti("*"),
    elencoApplicazione: chiaviTesoreria.elencoStato(m.idDominio, m.stato),
    ...(m.conto !== undefined && { elencoConto: chiaviTesoreria.elencoConto(m.idDominio, m.conto) }),
    ordine: `${m.dataContabile}#${m.id}`,
    ricerca: testoRicerca(m.causale),
    // Blanks around each, so that one is found whole.
    caricamenti: ` ${m.origini.map(({ idCaricamento }) => idCaricamento).join(" ")} `,
  }),
});

export const mappaNomeMovimento = defineMappa<NomeOccupato>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: intero,
      idDominio: testo,
      nome: z.object({
        tipo: z.enum(["SOSPESO", "DOCUMENTO", "RIFERIMENTO", "SCT", "IMPRONTA"]),
        valore: testo,
        unico: z.boolean(),
        posto: intero,
      }),
      idMovimento: testo,
    }),
  chiave: ({ idDominio, nome }) => chiaviTesoreria.nome(idDominio, nome),
});

export const mappaChiaveMovimento = defineMappa<ChiaveDiMovimento>({
  tabella: "archivio",
  schema: () => z.object({ versione: intero, idDominio: testo, tipo: z.enum(["FLUSSO", "IUV", "IUR"]), valore: testo, idMovimento: testo }),
  chiave: chiaviTesoreria.chiave,
});

export const mappaCaricamento = defineMappa<Caricamento>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: intero,
      idDominio: testo,
      id: testo,
      nomeFile: testo,
      stato: z.enum(statiCaricamento.stati),
      descrizioneStato: testoOpz,
      formato: opz(z.enum(FORMATI_CARICAMENTO)),
      profilo: testoOpz,
      formatoLetto: opz(z.enum(FORMATI_CARICAMENTO)),
      versioneFormato: testoOpz,
      impronta: testoOpz,
      dimensione: opz(intero),
      mittente: z.object({ tipo: z.enum(["applicazione", "operatore", "nodo", "anonimo"]), principal: testo, nome: testo }),
      forzato: z.boolean(),
      dataOraCaricamento: testo,
      dataOraUltimoAggiornamento: testo,
      tappa: intero,
      partiScarti: intero,
      flusso: opz(z.object({ idFlusso: testo, pagina: opz(intero), pagineTotali: opz(intero) })),
      conti: testi,
      dataDa: testoOpz,
      dataA: testoOpz,
      segnalazioni: testi,
      presa: opz(z.object({ messaggio: testo, finoA: testo })),
      righeLette: intero,
      nuovi: intero,
      aggiornati: intero,
      presenti: intero,
      ignorate: intero,
      scartate: intero,
      entrate: cents,
      uscite: cents,
    }),
  chiave: ({ id }) => chiaviTesoreria.caricamento(id),
  indici: (c) => ({
    elenco: chiaviTesoreria.elencoCaricamenti(c.idDominio),
    elencoInstallazione: chiaviTesoreria.elencoCaricamenti("*"),
    ...(c.flusso && { elencoConto: chiaviTesoreria.elencoFlusso(c.idDominio, c.flusso.idFlusso) }),
    ...(c.stato === "IN_CARICAMENTO" && { elencoApplicazione: chiaviTesoreria.elencoInCaricamento }),
    ordine: `${c.dataOraCaricamento}#${c.id}`,
  }),
});
