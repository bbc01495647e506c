/** POST /sospesi/analisi: the payments inside a credit of the bank, or why they cannot be told. */
import { analyzeSospeso } from "../../shared/contracts/riconciliazione/sospesi.ts";
import { presentAnalisi, presentAnalisiCsv, toRichiestaAnalisi } from "../../shared/presenters/riconciliazione/sospeso.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteSospesi } from "../../shared/runtime/wiring/sospesi.ts";
import { analyzeSospeso as createAnalyze } from "../../shared/usecases/tesoreria/analisi/analyze-sospeso.ts";

const analyze = createAnalyze(porteSospesi);

export const handler = httpOperation(analyzeSospeso, async ({ body, chiamante, accept }) => {
  const richiesta = toRichiestaAnalisi(body);
  if (!richiesta.ok) return refuse({ codice: "SINTASSI", dettaglio: richiesta.errore });
  const esito = await analyze(richiesta.valore, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, accept === "text/csv" ? file(accept, presentAnalisiCsv(esito.valore), "sospeso.csv") : presentAnalisi(esito.valore));
});
