/** What an operator sees of a debt (reference 2.4, 2.5): beyond what applications see, the type with its name, what was paid, collected and settled, item by item. */
import * as z from "zod";
import * as lettura from "../pendenze/modelli-lettura.ts";
import { definizione } from "./tipi-pendenza-lettura.ts";

const opz = z.exactOptional;
const testo = z.string();
const importo = z.number();
const giorno = z.iso.date();
/** With milliseconds and offset of Europe/Rome. */
const istante = z.iso.datetime({ offset: true });

const TipoPendenza = z
  .strictObject({
    idTipoPendenza: testo,
    descrizione: testo,
    visualizzazione: opz(definizione).meta({ description: "Come mostrare datiAllegati e proprieta: quella del dominio, o del tipo" }),
  })
  .meta({ id: "TipoPendenzaDiPendenza" });

const { idTipoPendenza: _tipo, ...comuni } = lettura.PendenzaIndex.shape;
const { rpp: _link, ...senzaLink } = comuni;
const delBackoffice = {
  tipoPendenza: TipoPendenza,
  anomalo: z.boolean(),
  verificato: z.boolean().meta({ description: "Esaminata da un operatore o dal gestionale: l'ack di una PATCH" }),
  importoPagato: importo,
  importoIncassato: importo,
} as const;

export const PendenzaIndex = z
  .strictObject({
    ...senzaLink,
    ...delBackoffice,
    rpp: testo.meta({ description: "Collegamento alle richieste di pagamento della pendenza" }),
    pagamenti: testo.meta({ description: "Collegamento ai pagamenti da portale della pendenza" }),
  })
  .meta({ id: "PendenzaIndexOperatore" });
/** An element of a list asked with `campi`: only those fields. */
export const PendenzaIndexParziale = PendenzaIndex.partial().meta({ id: "PendenzaIndexOperatoreParziale" });
export const CAMPI_PENDENZA = PendenzaIndex.keyof().options;

const RiscossioneVoce = z
  .strictObject({
    idDominio: testo,
    iuv: testo,
    iur: testo,
    indice: z.number().int(),
    stato: z.enum(["RISCOSSA", "INCASSATA"]),
    tipo: z.enum(["ENTRATA", "MBT", "ALTRO_INTERMEDIARIO", "ENTRATA_PA_NON_INTERMEDIATA"]),
    importo,
    commissioni: opz(importo),
    data: giorno,
    idRicevuta: opz(testo),
    incasso: opz(testo).meta({ description: "Collegamento alla riconciliazione che l'ha incassata" }),
  })
  .meta({ id: "RiscossioneVocePendenza" });

const RendicontazioneVoce = z
  .strictObject({
    iuv: testo,
    iur: testo,
    indice: z.number().int(),
    importo,
    esito: z.number().int(),
    data: giorno,
    stato: z.enum(["OK", "ANOMALA", "ALTRO_INTERMEDIARIO"]),
    segnalazioni: z.array(lettura.SegnalazionePendenza),
    idFlusso: testo,
    idPsp: testo,
  })
  .meta({ id: "RendicontazioneVocePendenza" });

const VocePendenza = z
  .strictObject({
    ...lettura.VocePendenza.shape,
    riscossioni: z.array(RiscossioneVoce),
    rendicontazioni: z.array(RendicontazioneVoce),
  })
  .meta({ id: "VocePendenzaOperatore" });

/** The debt inside an attempt, told again by its own detail, is the short form without free data. */
export const RppPendenza = z
  .strictObject({ ...lettura.comuniRpp, bloccante: z.boolean(), pendenza: PendenzaIndex })
  .meta({ id: "RppPendenzaOperatore" });

const PagamentoPendenza = z
  .strictObject({
    id: testo,
    nome: testo,
    stato: testo,
    descrizioneStato: opz(testo),
    importo,
    dataRichiestaPagamento: istante,
    idSessionePortale: opz(testo),
    idSessionePsp: opz(testo),
    modello: testo,
    rpp: testo,
    pendenze: testo,
  })
  .meta({ id: "PagamentoPendenza" });

const NotaPendenza = z.strictObject({ data: istante, autore: testo, oggetto: testo, testo }).meta({ id: "NotaPendenza" });

export const Pendenza = z
  .strictObject({
    ...senzaLink,
    ...delBackoffice,
    descrizioneStato: opz(testo),
    pagataAltrove: opz(lettura.PagataAltrove),
    notificaSend: opz(lettura.NotificaSend),
    note: z.array(NotaPendenza),
    voci: z.array(VocePendenza),
    rpp: z.array(RppPendenza),
    pagamenti: z.array(PagamentoPendenza).meta({ description: "Pagamenti da portale che l'hanno tentata, gli ultimi 100" }),
    allegati: opz(z.array(lettura.AllegatoPendenza)),
  })
  .meta({ id: "PendenzaOperatore" });

export const PendenzaCreata = z
  .strictObject({ ...lettura.PendenzaCreata.shape, idA2A: testo, idPendenza: testo, idUnitaOperativa: opz(testo) })
  .meta({ id: "PendenzaCreataOperatore" });

/** States of a notice as the Backoffice has always named them (reference 2.6). */
export const Avviso = z
  .strictObject({ ...lettura.Avviso.shape, stato: z.enum(["Pagato", "Non pagato", "Scaduto", "Annullato"]) })
  .meta({ id: "AvvisoOperatore" });
