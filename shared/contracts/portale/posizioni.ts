/** Services 11 and 15: the body's management system loads, changes and cancels expected payments, and reads what happened to them. Served by the functions of the API Pendenze. */
import { defineOperation } from "../operation.ts";
import * as annunci from "../pendenze/annunci.ts";
import * as scrittura from "../pendenze/scrittura.ts";

const comune = { api: "portale", servitaDa: "pendenze", risorsa: "front-end" } as const;
const path = "/posizioni/{idA2A}/{idPendenza}";

export const addPosizione = defineOperation({ ...scrittura.addPendenza, ...comune, id: "addPosizione", funzione: "addPendenza", path });

export const updatePosizione = defineOperation({
  ...scrittura.updatePendenza,
  ...comune,
  id: "updatePosizione",
  funzione: "updatePendenza",
  path,
});

export const getAnnunci = defineOperation({ ...annunci.getAnnunci, ...comune, funzione: "getAnnunci" });
