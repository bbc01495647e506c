/** What the resources of accounting share in the Backoffice: rights, filters on the classification of a debt, shape of a collected amount. */
import * as z from "zod";
import { identificativo35, testo } from "../comuni/campi.ts";
import { elencoQuery } from "../comuni/pagina.ts";
import * as riconciliazione from "../riconciliazione/modelli.ts";

const opz = z.exactOptional;

/** GovPay's document says 201 for these reads, which create nothing and for which GovPay itself answers 200: here it is 200. */
export const LETTURA_CONTABILE = {
  api: "backoffice",
  method: "GET",
  auth: ["operatore"],
  acl: { servizi: ["Rendicontazioni e Incassi"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;

/** Values that one filter may name. */
const VALORI_MASSIMI = 20;

export const filtriClassificazione = {
  direzione: opz(elencoQuery(identificativo35, VALORI_MASSIMI)),
  divisione: opz(elencoQuery(identificativo35, VALORI_MASSIMI)),
} as const;
export const filtroTassonomia = opz(elencoQuery(testo(35), VALORI_MASSIMI));

const dellOperatore = {
  idVocePendenza: opz(z.string()),
  commissioni: opz(z.number()),
  rpp: opz(z.string()).meta({ description: "Collegamento al tentativo di pagamento, quando c'è una ricevuta" }),
} as const;

export const RiscossioneIndex = z
  .strictObject({ ...riconciliazione.RiscossioneIndex.shape, ...dellOperatore })
  .meta({ id: "RiscossioneIndexOperatore" });
/** An element of a list asked with `campi`: only those fields. */
export const RiscossioneIndexParziale = RiscossioneIndex.partial().meta({ id: "RiscossioneIndexOperatoreParziale" });
export const CAMPI_RISCOSSIONE = RiscossioneIndex.keyof().options;
export const Riscossione = z.strictObject({ ...riconciliazione.Riscossione.shape, ...dellOperatore }).meta({ id: "RiscossioneOperatore" });
