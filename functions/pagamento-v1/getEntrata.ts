/** GET /domini/{idDominio}/entrate/{idEntrata}, v1: one income. */
import { getEntrata } from "../../shared/contracts/pagamento-v1/conti-entrate.ts";
import { presentEntrataV1 } from "../../shared/presenters/pagamento/conti-entrate-v1.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { inCreditore, joinEntrate } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const find = inCreditore({ anagrafiche });

export const handler = httpOperation(getEntrata, async ({ params, chiamante }) => {
  const { idDominio, idEntrata } = params;
  const entrate = await find(idDominio, chiamante, (creditore) => joinEntrate(anagrafiche, creditore, idEntrata), "entrata");
  const [entrata] = entrate.ok ? entrate.valore : [];
  return entrata ? reply(200, presentEntrataV1(entrata)) : refuse({ codice: "NON_TROVATO", dettaglio: `entrata ${idEntrata}` });
});
