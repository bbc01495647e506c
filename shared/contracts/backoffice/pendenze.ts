/** Debts in the hands of an operator: the repair of those paid twice or with another amount. */
import * as z from "zod";
import { idA2A, idPendenza, importo, testo } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { SegnalazionePendenza, STATI_PENDENZA } from "../pendenze/modelli-lettura.ts";

const params = z.strictObject({ idA2A, idPendenza });
const risorsa = "pendenze";

export const RisoluzioneAnomalia = z
  .strictObject({
    risoluzione: z.enum(["PAGATA", "RIMBORSATA", "RIAPERTA"]).meta({
      description:
        "PAGATA: accettata com'è; RIMBORSATA: restituito ciò che è stato pagato in più; RIAPERTA: restituito tutto, o pagamento non suo, torna da pagare",
    }),
    motivazione: testo(255),
    importoRimborsato: importo.optional().meta({ description: "In euro, solo con RIMBORSATA e in quel caso obbligatorio" }),
    riferimento: testo(140).optional().meta({ description: "Estremi del rimborso o dell'atto" }),
  })
  .superRefine(({ risoluzione, importoRimborsato }, contesto) => {
    const rimborso = risoluzione === "RIMBORSATA";
    if (rimborso === (importoRimborsato !== undefined)) return;
    const message = rimborso ? "obbligatorio con RIMBORSATA" : `non ammesso con ${risoluzione}`;
    contesto.addIssue({ code: "custom", path: ["importoRimborsato"], message });
  })
  .meta({ id: "RisoluzioneAnomalia" });

export const AnomaliaRisolta = z
  .strictObject({
    idA2A: z.string(),
    idPendenza: z.string(),
    stato: z.enum(STATI_PENDENZA),
    descrizioneStato: z.string(),
    importo: z.number(),
    importoPagato: z.number(),
    segnalazioni: z.array(SegnalazionePendenza),
  })
  .meta({ id: "AnomaliaRisolta" });

export const risolviAnomalia = defineOperation({
  api: "backoffice",
  id: "risolviAnomalia",
  method: "POST",
  path: "/pendenze/{idA2A}/{idPendenza}/risolviAnomalia",
  summary: "Risolve l'anomalia di una pendenza pagata due volte o con un importo diverso",
  description:
    "Che cosa non torna è nelle segnalazioni della pendenza: quale voce, quale ricevuta, importo atteso e ricevuto. La scelta dell'operatore, con la sua " +
    "motivazione, resta nella storia, nelle segnalazioni e nel giornale. Una pendenza già riconciliata con la tesoreria non si riapre.",
  risorsa,
  auth: ["operatore"],
  acl: { servizi: ["Pendenze"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 16 },
  params,
  body: RisoluzioneAnomalia,
  responses: { 200: AnomaliaRisolta },
  errors: ["NON_TROVATO", "VER_003", "NON_PROCESSABILE", "CONFLITTO"],
});
