/** The pages of flows: from pagoPA, or from the document that we hold. Documents of FdR-1 are kept as they come. */
import { createFdr } from "../../adapters/http/fdr.ts";
import { createFdrPerProtocollo, createFdrStorico } from "../../adapters/nodo-storico/fdr-storico.ts";
import { createFlussiOriginali } from "../../adapters/nodo-storico/flussi-originali.ts";
import { porteAcquisizione } from "./acquisizione-flussi.ts";
import { clock } from "./base.ts";
import { documenti } from "./documenti.ts";
import { clientSoap } from "./nodo-storico.ts";
import { wireHttp } from "./uscite.ts";

export const portePagine = {
  ...porteAcquisizione,
  fdr: createFdrPerProtocollo(createFdr(wireHttp("FdR")), createFdrStorico(clientSoap, clock, documenti)),
  originali: createFlussiOriginali(documenti),
};
