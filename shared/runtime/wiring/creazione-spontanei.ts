/** What a spontaneous payment at a PSP is made of: the reader of the catalogue's requests, and the writing of debts. */
import { verifyAvviso } from "../../usecases/pagamenti/verify-avviso.ts";
import { savePendenza } from "../../usecases/pendenze/save-pendenza.ts";
import { demandAvviso } from "../../usecases/servizi/demand-avviso.ts";
import { readDatiServizio } from "../soap/servizi-pagopa.ts";
import { parsePendenza } from "../tracciati/riga.ts";
import { attualizza } from "./attualizzazione.ts";
import { porteScrittura } from "./pendenze.ts";

export const demand = demandAvviso({
  ...porteScrittura,
  save: savePendenza(porteScrittura),
  verify: verifyAvviso({ ...porteScrittura, attualizza }),
  readDati: readDatiServizio,
  readPendenza: (corpo) => parsePendenza(corpo, undefined),
});
