/** Shapes of the API Riconciliazione v1 (reference 1.9): reconciliations are still "incassi", amounts name their creditor by code alone. Names of the schemas as in GovPay's document. */
import * as z from "zod";
import { VocePendenzaRiscossa } from "../riconciliazione/modelli.ts";
import * as v2 from "../riconciliazione-v2/modelli.ts";

const opz = z.exactOptional;
const testo = z.string();

/** Stamps and own income: v1 knows no other kind, and who asks for nothing gets them all. */
export const TIPI_RISCOSSIONE_V1 = ["ENTRATA", "MBT"] as const;

const segnalazione = z.strictObject({ codice: testo, descrizione: testo }).meta({ id: "segnalazione" });

const comune = {
  idDominio: testo,
  idVocePendenza: opz(testo),
  commissioni: opz(z.number()),
  rpp: opz(testo).meta({ description: "Collegamento al tentativo di pagamento, quando c'è una ricevuta" }),
};
export const riscossioneIndex = v2.RiscossioneIndex.omit({ dominio: true }).extend(comune).meta({ id: "riscossioneIndex" });
export const riscossioneIndexParziale = riscossioneIndex.partial().meta({ id: "riscossioneIndexParziale" });
export const CAMPI_RISCOSSIONE = riscossioneIndex.keyof().options;
export const riscossione = riscossioneIndex.extend({ vocePendenza: opz(VocePendenzaRiscossa) }).meta({ id: "riscossione" });

/** What came with the flows of FdR-3. */
const DI_FDR3 = { revisione: true, obsoleto: true, dataOraPubblicazione: true } as const;
const DI_V2 = { dominio: true, ragioneSocialePsp: true, ragioneSocialeDominio: true, riconciliazione: true } as const;
export const flussoRendicontazioneIndex = v2.FlussoRendicontazioneIndex.omit({ ...DI_FDR3, ...DI_V2 })
  .extend({ segnalazioni: z.array(segnalazione) })
  .meta({ id: "flussoRendicontazioneIndex" });
export const flussoRendicontazioneIndexParziale = flussoRendicontazioneIndex.partial().meta({ id: "flussoRendicontazioneIndexParziale" });
export const CAMPI_FLUSSO = flussoRendicontazioneIndex.keyof().options;

const rendicontazione = v2.Rendicontazione.extend({ segnalazioni: z.array(segnalazione), riscossione: opz(riscossione) }).meta({
  id: "rendicontazione",
});
export const flussoRendicontazione = flussoRendicontazioneIndex
  .extend({ rendicontazioni: z.array(rendicontazione) })
  .meta({ id: "flussoRendicontazione" });

const dominio = v2.RiconciliazioneIndex.shape.dominio;
export const incassoIndex = z
  .strictObject({
    dominio,
    idIncasso: testo,
    causale: opz(testo).meta({ description: "Assente se la riconciliazione è stata registrata con un'altra versione, senza causale" }),
    importo: z.number(),
    dataValuta: opz(z.iso.date()),
    dataContabile: opz(z.iso.date()),
    ibanAccredito: opz(testo),
    sct: opz(testo),
  })
  .meta({ id: "incassoIndex" });
export const incassoIndexParziale = incassoIndex.partial().meta({ id: "incassoIndexParziale" });
export const CAMPI_INCASSO = incassoIndex.keyof().options;
export const incasso = incassoIndex.extend({ riscossioni: z.array(riscossione) }).meta({ id: "incasso" });
