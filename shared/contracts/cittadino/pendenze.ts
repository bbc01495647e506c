/** Portal API 1.0, operation 12 (reference 1.15): one debt of the citizen. */
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/pendenze.ts";
import { Pendenza } from "../pendenze/modelli-lettura.ts";

const comune = { api: "cittadino", servitaDa: "pagamento", risorsa: "portale-cittadino", auth: ["cittadino", "anonimo"] } as const;

export const PendenzaCittadino = Pendenza.omit({ rpp: true, allegati: true }).meta({ id: "PendenzaCittadino" });

const { acl: _dettaglio, ...dettaglio } = v2.getPendenzaByAvviso;
export const getPendenza = defineOperation({
  ...dettaglio,
  ...comune,
  id: "getPendenza",
  funzione: "getPendenzaByAvviso",
  path: "/pendenze/{idDominio}/{numeroAvviso}",
  summary: "Dettaglio di una pendenza, dal numero del suo avviso",
  description:
    "Quella del cittadino, o quella creata nella sessione di chi non ha credenziali: le altre rispondono come se non ci fossero.",
  responses: { 200: PendenzaCittadino },
});
