/** POST /avvisi/ricerca: one expected payment by its notice, with the amount of today. */
import { findAvviso } from "../../shared/contracts/portale/pagamenti.ts";
import { presentAvvisoPortale } from "../../shared/presenters/portale/posizione.ts";
import { replyDatiAvviso } from "../../shared/runtime/http/avviso-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(
  findAvviso,
  ({ body: { idDominio, numeroAvviso, codiceFiscale, gRecaptchaResponse }, ...richiesta }) => {
    const query = {
      ...(codiceFiscale !== undefined && { idDebitore: codiceFiscale }),
      ...(gRecaptchaResponse !== undefined && { gRecaptchaResponse }),
    };
    return replyDatiAvviso({ ...richiesta, params: { idDominio, numeroAvviso }, query }, presentAvvisoPortale);
  },
);
