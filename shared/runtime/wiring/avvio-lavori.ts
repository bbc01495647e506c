/** What starts a job on an operator's request. */
import { mappaEsecuzione, mappaLavoro } from "../../adapters/archivio/mappe-lavoro.ts";
import { AvvioLambda } from "../../adapters/lambda/avvio-lavori.ts";
import { config } from "../config/config.ts";
import { ids, wireUnitOfWork } from "./base.ts";
import { porteLavori } from "./lavori.ts";

export const porteAvvio = {
  ...porteLavori,
  avvio: new AvvioLambda(config.lambda),
  unitOfWork: wireUnitOfWork({ lavoro: mappaLavoro, esecuzione: mappaEsecuzione }),
  ids,
};
