/** Payment options of a notice: the ports of the Node's endpoint, with the debt behind the notice and its document. */
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { checkDominio } from "../../usecases/pagamenti/check-dominio.ts";
import { findOpzioni } from "../../usecases/pagamenti/find-opzioni.ts";
import type { PorteOpzioni } from "../opzioni-operation.ts";
import { attualizza } from "./attualizzazione.ts";
import { anagrafiche, clock, deposito } from "./base.ts";
import { endpoint, testate } from "./nodo.ts";

export const opzioni: PorteOpzioni = {
  ...endpoint,
  checkDominio: checkDominio({ anagrafiche, checkTestata: testate }),
  find: findOpzioni({ posizioni: new ArchivioPosizioni(deposito), anagrafiche, clock, attualizza }),
};
