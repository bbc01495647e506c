/** The stored shape of a debt and of the parts that other items of the payment code share with it. */
import * as z from "zod";
import { cents, libero, opz, testo } from "./mappa.ts";

export const versione = z.number().int();
export const segnalazioni = z.array(z.object({ data: testo, codice: testo, descrizione: testo, dettaglio: opz(testo) }));

export const schemaSoggetto = z.object({
  tipo: z.enum(["F", "G"]),
  identificativo: testo,
  anagrafica: testo,
  indirizzo: opz(testo),
  civico: opz(testo),
  cap: opz(testo),
  localita: opz(testo),
  provincia: opz(testo),
  nazione: opz(testo),
  email: opz(testo),
  cellulare: opz(testo),
});

const quota = z.object({
  capitolo: testo,
  annoEsercizio: z.number().int(),
  importo: cents,
  accertamento: opz(testo),
  titolo: opz(testo),
  tipologia: opz(testo),
  categoria: opz(testo),
  articolo: opz(testo),
  proprietaCustom: opz(libero),
});

const destinazione = z.discriminatedUnion("variante", [
  z.object({ variante: z.literal("entrata"), codEntrata: testo }),
  z.object({
    variante: z.literal("conto"),
    ibanAccredito: testo,
    ibanAppoggio: opz(testo),
    tipoContabilita: z.enum(["CAPITOLO", "SPECIALE", "SIOPE", "ALTRO"]),
    codiceContabilita: testo,
  }),
  z.object({ variante: z.literal("bollo"), tipoBollo: z.literal("01"), hashDocumento: testo, provinciaResidenza: testo }),
]);

const voce = z.object({
  indice: z.number().int(),
  idVocePendenza: testo,
  importo: cents,
  descrizione: testo,
  descrizioneCausaleRPT: opz(testo),
  idDominio: opz(testo),
  stato: z.enum(["Eseguito", "Non eseguito", "Anomalo"]),
  incassata: z.boolean(),
  destinazione,
  datiAllegati: opz(z.unknown()),
  contabilita: opz(z.object({ quote: z.array(quota), proprietaCustom: opz(libero) })),
  metadata: opz(z.array(z.object({ key: testo, value: testo }))),
});

const documento = z.object({
  identificativo: testo,
  descrizione: testo,
  rata: opz(z.number().int()),
  soglia: opz(z.object({ tipo: z.enum(["ENTRO", "OLTRE", "RIDOTTO", "SCONTATO"]), giorni: opz(z.number().int()) })),
});

export const schemaPendenza = z.object({
  versione,
  idA2A: testo,
  idPendenza: testo,
  idDominio: testo,
  idUnitaOperativa: opz(testo),
  idTipoPendenza: testo,
  tipo: z.enum(["dovuto", "spontaneo"]),
  frammento: z.number().int(),
  stato: z.enum(["NON_ESEGUITA", "ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "INCASSATA", "ANOMALA"]),
  descrizioneStato: opz(testo),
  segnalazioni,
  iuv: testo,
  numeroAvviso: testo,
  uuid: testo,
  nome: opz(testo),
  causale: testo,
  debitore: schemaSoggetto,
  importo: cents,
  importoPagato: cents,
  importoIncassato: cents,
  dataCaricamento: testo,
  dataUltimoAggiornamento: testo,
  dataPagamento: opz(testo),
  dataValidita: opz(testo),
  dataScadenza: opz(testo),
  dataNotificaAvviso: opz(testo),
  dataPromemoriaScadenza: opz(testo),
  annoRiferimento: opz(z.number().int()),
  cartellaPagamento: opz(testo),
  tassonomia: opz(testo),
  tassonomiaAvviso: opz(testo),
  direzione: opz(testo),
  divisione: opz(testo),
  datiAllegati: opz(z.unknown()),
  documento: opz(documento),
  proprieta: opz(libero),
  ack: z.boolean(),
  note: z.array(z.object({ data: testo, autore: testo, oggetto: testo, testo })),
  voci: z.array(voce),
});
