/** POST /causaliSconosciute/{idDominio}/decisioni: what a person decided of the texts of one shape. */
import { decideCausaleSconosciuta } from "../../shared/contracts/riconciliazione/causali-sconosciute.ts";
import { presentDecisione } from "../../shared/presenters/riconciliazione/causale-sconosciuta.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteDecisioni } from "../../shared/runtime/wiring/decisioni-causali.ts";
import { decideCausale } from "../../shared/usecases/tesoreria/causali/decide-causale.ts";

const decide = decideCausale(porteDecisioni);

export const handler = httpOperation(decideCausaleSconosciuta, async ({ params, body, chiamante, traccia }) => {
  const esito = await decide({ ...params, ...body }, chiamante, traccia);
  return esito.ok ? reply(200, { forma: esito.valore.forma, ...presentDecisione(esito.valore) }) : refuse(esito.errore);
});
