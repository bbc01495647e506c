/** What reads and writes of a debt have in common (reference 2.2 and 2.3): keys, accounting, metadata, document, properties. */
import * as z from "zod";
import { giorno, idA2A, idDominio, identificativo35, idPendenza, importo, libero, numeroAvviso, testo } from "../comuni/campi.ts";

const opz = z.exactOptional;

export const chiavePendenza = z.strictObject({ idA2A, idPendenza });
export const chiaveAvviso = z.strictObject({ idDominio, numeroAvviso });

export const TASSONOMIE_AVVISO = [
  "Cartelle esattoriali",
  "Diritti e concessioni",
  "Imposte e tasse",
  "IMU, TASI e altre tasse comunali",
  "Ingressi a mostre e musei",
  "Multe e sanzioni amministrative",
  "Previdenza e infortuni",
  "Servizi erogati dal comune",
  "Servizi erogati da altri enti",
  "Servizi scolastici",
  "Tassa automobilistica",
  "Ticket e prestazioni sanitarie",
  "Trasporti, mobilità e parcheggi",
] as const;

export const LINGUE_SECONDARIE = ["false", "de", "en", "fr", "sl"] as const;
export const TIPI_CONTABILITA = ["CAPITOLO", "SPECIALE", "SIOPE", "ALTRO"] as const;

export const anno = z.number().int().min(1000, "atteso un anno di 4 cifre").max(9999, "atteso un anno di 4 cifre");

export const Quota = z
  .strictObject({
    capitolo: testo(64),
    annoEsercizio: anno,
    importo,
    accertamento: opz(testo(64)),
    titolo: opz(testo(64)),
    tipologia: opz(testo(64)),
    categoria: opz(testo(64)),
    articolo: opz(testo(64)),
    proprietaCustom: opz(libero),
  })
  .meta({ id: "QuotaContabilita" });

export const Contabilita = z
  .strictObject({ quote: z.array(Quota).min(1).max(100), proprietaCustom: opz(libero) })
  .meta({ id: "Contabilita", description: "La somma delle quote è l'importo della voce (VER_035)" });

export const Metadata = z
  .strictObject({
    mapEntries: z
      .array(z.strictObject({ key: testo(140), value: testo(140) }))
      .min(1)
      .max(5),
  })
  .meta({ id: "Metadata" });

const Soglia = z
  .strictObject({ tipo: z.enum(["ENTRO", "OLTRE", "RIDOTTO", "SCONTATO"]), giorni: opz(z.number().int().min(1).max(65_535)) })
  .superRefine(({ tipo, giorni }, contesto) => {
    const conGiorni = tipo === "ENTRO" || tipo === "OLTRE";
    if (conGiorni && giorni === undefined)
      contesto.addIssue({ code: "custom", path: ["giorni"], message: `obbligatorio con soglia ${tipo}` });
    if (!conGiorni && giorni !== undefined)
      contesto.addIssue({ code: "custom", path: ["giorni"], message: `non ammesso con soglia ${tipo}` });
  });

export const Documento = z
  .strictObject({
    identificativo: identificativo35,
    descrizione: testo(255),
    rata: opz(z.number().int().min(1).max(65_535)),
    piano: opz(identificativo35).describe("Piano a cui appartiene la rata, quando il documento ne ha più d'uno"),
    soglia: opz(Soglia),
  })
  .superRefine(({ rata, piano, soglia }, contesto) => {
    if (rata !== undefined && soglia !== undefined)
      contesto.addIssue({ code: "custom", path: ["soglia"], message: "ammesso solo senza rata" });
    if (rata === undefined && piano !== undefined) contesto.addIssue({ code: "custom", path: ["piano"], message: "ammesso solo con rata" });
  })
  .meta({ id: "Documento", description: "Documento di più avvisi: rata, soglia, o nessuna delle due per la soluzione unica" });

export const Proprieta = z
  .strictObject({
    linguaSecondaria: opz(z.enum(LINGUE_SECONDARIE)),
    linguaSecondariaCausale: opz(testo(140)),
    descrizioneImporto: opz(z.array(z.strictObject({ voce: testo(255), importo })).max(50)),
    lineaTestoRicevuta1: opz(testo(255)),
    lineaTestoRicevuta2: opz(testo(255)),
    informativaImportoAvviso: opz(z.string().max(255)),
    linguaSecondariaInformativaImportoAvviso: opz(z.string().max(255)),
    // Written so on the wire since GovPay's first release (reference 10.15).
    dataScandenzaAvviso: opz(giorno),
  })
  .meta({ id: "ProprietaPendenza" });
