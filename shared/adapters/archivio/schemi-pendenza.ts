/** The stored shape of a debt and of the parts that other items of the payment code share with it: functions, so that it is built only where debts are read. */
import * as z from "zod";
import { cents, libero, opz, testo, testoOpz } from "./mappa.ts";

export const versione = z.number().int();
/** Of money that does not exist (docs/adr/0051). */
export const prova = opz(z.literal(true));
export const segnalazioni = z.array(z.object({ data: testo, codice: testo, descrizione: testo, dettaglio: testoOpz }));

export const schemaSoggetto = z.object({
  tipo: z.enum(["F", "G"]),
  identificativo: testo,
  anagrafica: testo,
  indirizzo: testoOpz,
  civico: testoOpz,
  cap: testoOpz,
  localita: testoOpz,
  provincia: testoOpz,
  nazione: testoOpz,
  email: testoOpz,
  pec: testoOpz,
  cellulare: testoOpz,
});

const createQuota = () =>
  z.object({
    capitolo: testo,
    annoEsercizio: z.number().int(),
    importo: cents,
    accertamento: testoOpz,
    titolo: testoOpz,
    tipologia: testoOpz,
    categoria: testoOpz,
    articolo: testoOpz,
    proprietaCustom: opz(libero),
  });

const createDestinazione = () =>
  z.discriminatedUnion("variante", [
    z.object({ variante: z.literal("entrata"), codEntrata: testo }),
    z.object({
      variante: z.literal("conto"),
      ibanAccredito: testo,
      ibanAppoggio: testoOpz,
      tipoContabilita: z.enum(["CAPITOLO", "SPECIALE", "SIOPE", "ALTRO"]),
      codiceContabilita: testo,
      prefissoRtp: opz(z.enum(["6", "7", "8"])),
    }),
    z.object({
      variante: z.literal("bollo"),
      tipoBollo: z.literal("01"),
      hashDocumento: testo,
      provinciaResidenza: testo,
      codiceTassonomicoPagoPA: testoOpz,
    }),
  ]);

const createVoce = () =>
  z.object({
    indice: z.number().int(),
    idVocePendenza: testo,
    importo: cents,
    descrizione: testo,
    descrizioneCausaleRPT: testoOpz,
    idDominio: testoOpz,
    stato: z.enum(["Eseguito", "Non eseguito", "Anomalo"]),
    senzaRpt: opz(z.literal(true)),
    incassata: z.boolean(),
    destinazione: createDestinazione(),
    datiAllegati: opz(z.unknown()),
    contabilita: opz(z.object({ quote: z.array(createQuota()), proprietaCustom: opz(libero) })),
    metadata: opz(z.array(z.object({ key: testo, value: testo }))),
  });

const createDocumento = () =>
  z.object({
    identificativo: testo,
    descrizione: testo,
    rata: opz(z.number().int()),
    piano: testoOpz,
    soglia: opz(z.object({ tipo: z.enum(["ENTRO", "OLTRE", "RIDOTTO", "SCONTATO"]), giorni: opz(z.number().int()) })),
  });

const createAllegato = () => z.object({ nome: testo, tipo: testo, descrizione: testoOpz, dimensione: z.number().int(), impronta: testo });

const createNotificaSend = () =>
  z.object({
    iun: testoOpz,
    aggiungiCosto: opz(z.literal(true)),
    prezzo: opz(
      z.object({
        ...{ iun: testo, totale: cents, quotaSend: opz(cents), quotaEnte: opz(cents), cartaceo: opz(cents), iva: opz(z.number()) },
        ...{ dataVisualizzazione: testoOpz, dataPerfezionamento: testoOpz, lettoIl: testo },
      }),
    ),
    costoApplicato: opz(cents),
  });

export const createSchemaPendenza = () =>
  z.object({
    versione,
    idA2A: testo,
    idPendenza: testo,
    idDominio: testo,
    idUnitaOperativa: testoOpz,
    idTipoPendenza: testo,
    tipo: z.enum(["dovuto", "spontaneo"]),
    frammento: z.number().int(),
    stato: z.enum(["NON_ESEGUITA", "ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "INCASSATA", "ANOMALA"]),
    descrizioneStato: testoOpz,
    pagataAltrove: opz(z.object({ data: testo, importo: cents, riferimento: testo, mezzo: testoOpz, autore: testo })),
    segnalazioni,
    iuv: testo,
    numeroAvviso: testo,
    uuid: testo,
    nome: testoOpz,
    causale: testo,
    debitore: schemaSoggetto,
    importo: cents,
    importoPagato: cents,
    importoIncassato: cents,
    dataCaricamento: testo,
    dataUltimoAggiornamento: testo,
    dataPagamento: testoOpz,
    dataValidita: testoOpz,
    dataScadenza: testoOpz,
    dataNotificaAvviso: testoOpz,
    dataPromemoriaScadenza: testoOpz,
    avvisaturaInibita: opz(z.literal(true)),
    annoRiferimento: opz(z.number().int()),
    cartellaPagamento: testoOpz,
    tassonomia: testoOpz,
    tassonomiaAvviso: testoOpz,
    direzione: testoOpz,
    divisione: testoOpz,
    datiAllegati: opz(z.unknown()),
    documento: opz(createDocumento()),
    proprieta: opz(libero),
    allegati: opz(z.array(createAllegato())),
    ack: z.boolean(),
    note: z.array(z.object({ data: testo, autore: testo, oggetto: testo, testo })),
    voci: z.array(createVoce()),
    notificaSend: opz(createNotificaSend()),
    anonimizzata: testoOpz,
    allineamento: opz(z.object({ archivio: z.enum(["ACA", "GPD"]), richiesta: z.number().int(), impronta: testo })),
    avvisatura: opz(z.object({ impronta: testo })),
    prova,
  });
