/** POST /applicazioni/{idA2A}/segreti: a second password, or an API key that only this answer shows; valid at once, or when another person approves (202). */
import { addSegretoApplicazione } from "../../../shared/contracts/backoffice/segreti-applicazione.ts";
import { presentLocation } from "../../../shared/presenters/backoffice/scritta.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { segretiApplicazioni } from "../../../shared/runtime/wiring/segreti-applicazioni.ts";
import { createSegreto } from "../../../shared/usecases/anagrafiche/segreti-applicazione.ts";

const create = createSegreto(segretiApplicazioni);

export const handler = httpOperation(addSegretoApplicazione, async ({ params, body, chiamante, traccia }) => {
  const esito = await create({ ...params, ...body }, { chiamante, traccia });
  if (!esito.ok) return refuse(esito.errore);
  const { idApprovazione, ...segreto } = esito.valore;
  return idApprovazione === undefined ? reply(201, segreto) : reply(202, segreto, presentLocation({ idApprovazione }));
});
