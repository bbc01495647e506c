/** GET /flussiRendicontazione/{idDominio}/{idFlusso}/originale: the XML of a settlement flow, as it came or rebuilt. */
import { getOriginaleFlusso } from "../../shared/contracts/riconciliazione/originali-flussi.ts";
import { toFlussoRichiesto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { downloadFlusso } from "../../shared/runtime/http/originale-flusso.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { getOriginale } from "../../shared/runtime/wiring/originali-flussi.ts";

export const handler = httpOperation(getOriginaleFlusso, ({ params, query: { dataOraFlusso }, chiamante }) =>
  downloadFlusso(getOriginale, dataOraFlusso === undefined ? params : toFlussoRichiesto({ ...params, dataOraFlusso }), chiamante),
);
