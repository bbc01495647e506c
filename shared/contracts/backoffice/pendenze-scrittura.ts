/** Debts written by operators (reference 1.11, rows 58, 60, 61 and 63): in the name of an application, within the operator's own creditors, units and types. */
import * as z from "zod";
import { identificativo35 } from "../comuni/campi.ts";
import { DatiFormPendenza, PendenzaPost, parametriForm } from "../comuni/form-pendenza.ts";
import { booleanoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { chiavePendenza } from "../pendenze/modelli-comuni.ts";
import { NuovaPendenza } from "../pendenze/modelli-scrittura.ts";
import * as scrittura from "../pendenze/scrittura.ts";
import { PendenzaCreata } from "./modelli-pendenze.ts";

const opz = z.exactOptional;
const stampaAvviso = booleanoQuery.default(false);

const scritturaOperatore = {
  api: "backoffice",
  risorsa: "pendenze",
  auth: ["operatore"],
  acl: { servizi: ["Pendenze"], diritto: "W" },
  capacita: scrittura.addPendenza.capacita,
  // Holds the printing of notices, loaded only when asked for.
  peso: "pdf",
} as const;

const corpo = { limiti: scrittura.addPendenza.limiti, responses: { 200: PendenzaCreata, 201: PendenzaCreata } } as const;
const errors = ["APP_000", "APP_001", ...scrittura.addPendenza.errors.filter((codice) => codice !== "APP_002")] as const;

const COME =
  "L'operatore scrive per conto dell'applicazione indicata, che deve esistere ed essere abilitata; storia e giornale portano il nome dell'operatore. " +
  "201 alla creazione, 200 all'aggiornamento. ETag è la versione della pendenza: con If-Match si aggiorna solo se è ancora quella.";

export const createPendenza = defineOperation({
  ...scritturaOperatore,
  ...corpo,
  id: "createPendenza",
  method: "POST",
  path: "/pendenze",
  summary: "Crea o aggiorna una pendenza, con gli identificativi nel corpo",
  description: COME,
  query: z.strictObject({ stampaAvviso }),
  body: PendenzaPost,
  errors,
});

export const addPendenza = defineOperation({
  ...scritturaOperatore,
  ...corpo,
  id: "addPendenza",
  method: "PUT",
  path: "/pendenze/{idA2A}/{idPendenza}",
  summary: "Crea o aggiorna una pendenza",
  description: COME,
  params: chiavePendenza,
  query: scrittura.addPendenza.query,
  body: NuovaPendenza,
  errors,
});

export const updatePendenza = defineOperation({
  ...scrittura.updatePendenza,
  api: "backoffice",
  auth: ["operatore"],
  acl: { servizi: ["Pendenze"], diritto: "W" },
  description: `${scrittura.updatePendenza.description} La nota porta il nome dell'operatore.`,
  errors: ["NON_TROVATO", "VER_003", "VER_009", "PRECONDIZIONE", "CONFLITTO"],
});

/** A path template may have one name only in each place: here idA2A is the creditor and idPendenza the type. */
export const addPendenzaDaForm = defineOperation({
  ...scritturaOperatore,
  id: "addPendenzaDaForm",
  method: "POST",
  path: "/pendenze/{idA2A}/{idPendenza}",
  summary: "Crea una pendenza dai dati della form dell'operatore: POST /pendenze/{idDominio}/{idTipoPendenza}",
  description:
    "I dati, di forma libera, passano per portaleBackoffice del tipo pendenza (quello del dominio, per ciò che manca quello comune): validazione con lo " +
    "schema JSON, trasformazione col modello, inoltro a un'applicazione che risponde con la pendenza. Dominio, tipo e unità operativa sono quelli della " +
    "richiesta, qualunque cosa dica il modello. Nel percorso idA2A è l'idDominio e idPendenza l'idTipoPendenza.",
  capacita: [...scrittura.addPendenza.capacita, "segreti:read"],
  limiti: { timeoutSeconds: 20, bodyKilobytes: 512 },
  params: parametriForm,
  nomiParametri: { idA2A: "idDominio", idPendenza: "idTipoPendenza" },
  query: z.strictObject({ idUnitaOperativa: opz(identificativo35), stampaAvviso }),
  body: DatiFormPendenza,
  responses: corpo.responses,
  errors: [...errors, "VAL_001", "VAL_002", "VAL_003", "TRASFORMAZIONE", "VER_010", "VER_011", "VER_012", "VER_013", "VER_014"],
});
