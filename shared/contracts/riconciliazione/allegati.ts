/** Attachments of the debts that were paid (reference 1.7, row 1). */
import { defineOperation } from "../operation.ts";
import * as pendenze from "../pendenze/allegati.ts";
import { ACL_LETTURA } from "./parametri.ts";

export const getAllegato = defineOperation({ ...pendenze.getAllegato, api: "riconciliazione", acl: ACL_LETTURA });
