/** What the creditor's own system answers to a verification (API EC v2 and v1, reference 1.13). The debt inside has the rules of a PUT. */
import * as z from "zod";
import { idA2A, idPendenza } from "../comuni/campi.ts";
import { NuovaPendenza } from "../pendenze/modelli-scrittura.ts";

/** Version 2 has no DUPLICATA of its own: systems written for version 1 go on answering it. */
const stato = z.enum(["NON_ESEGUITA", "ANNULLATA", "SCADUTA", "SCONOSCIUTA", "DUPLICATA"]);
const esito = { stato, descrizioneStato: z.string().max(255).optional() };

export const PendenzaDellEnte = z.strictObject({ ...NuovaPendenza.shape, idA2A, idPendenza });

/** The envelope of version 2; of a debt that is not to be paid nothing else matters. */
export const PendenzaVerificata = z.looseObject({ ...esito, pendenza: z.unknown().optional() });

/** Version 1 is flat: the fields of the debt stand beside the outcome, required even when it is negative. */
export const PendenzaVerificataV1 = z.looseObject(esito);
