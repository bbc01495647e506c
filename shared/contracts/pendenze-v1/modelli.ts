/**
 * Shapes of the API Pendenze v1 (reference 1.3): those of v2 without what came later (documento, proprieta, allegati), with the states and the
 * links of then. Names of the schemas as in GovPay's document.
 */
import * as z from "zod";
import { TASSONOMIE_AVVISO } from "../pendenze/modelli-comuni.ts";
import { comuniRpp, Pendenza, PendenzaIndex } from "../pendenze/modelli-lettura.ts";

const opz = z.exactOptional;
const testo = z.string();

/** A filter knows these; a debt may also be shown as ANOMALA, and as ESEGUITA when its money has been reconciled. */
export const STATI_PENDENZA_V1 = ["ESEGUITA", "NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "SCADUTA"] as const;
const stato = z.enum([...STATI_PENDENZA_V1, "ANOMALA"]);

export const pendenzaIndex = PendenzaIndex.omit({ documento: true, proprieta: true }).extend({ stato }).meta({ id: "pendenzaIndex" });
export const pendenzaIndexParziale = pendenzaIndex.partial().meta({ id: "pendenzaIndexParziale" });
export const CAMPI_PENDENZA_V1 = pendenzaIndex.keyof().options;

export const rppIndex = z
  .strictObject({ ...comuniRpp, pendenza: testo.meta({ description: "Collegamento al dettaglio della pendenza" }) })
  .meta({ id: "rppIndex" });
export const rppIndexParziale = rppIndex.partial().meta({ id: "rppIndexParziale" });
export const CAMPI_RPP_V1 = rppIndex.keyof().options;
export const rpp = z.strictObject({ ...comuniRpp, pendenza: pendenzaIndex }).meta({ id: "rpp" });

export const pendenza = Pendenza.omit({ documento: true, proprieta: true, allegati: true })
  .extend({ stato, rpp: z.array(rppIndex) })
  .meta({ id: "pendenza" });

/** Answer of a PUT. */
export const avviso = z
  .strictObject({
    stato: z.enum(["Pagato", "Non pagato", "Scaduto", "Annullato"]),
    importo: z.number(),
    idDominio: testo,
    numeroAvviso: testo,
    dataValidita: opz(z.iso.date()),
    dataScadenza: opz(z.iso.date()),
    descrizione: testo,
    tassonomiaAvviso: opz(z.enum(TASSONOMIE_AVVISO)),
    qrcode: testo,
    barcode: opz(testo).meta({ description: "Assente se il dominio non ha un GLN" }),
    pdf: opz(testo).meta({ description: "Avviso in base64, con stampaAvviso=true; mai per una pendenza di soli bolli" }),
  })
  .meta({ id: "avviso" });
