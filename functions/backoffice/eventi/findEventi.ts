/** GET /eventi: search of the journal. */
import { findEventi } from "../../../shared/contracts/backoffice/eventi.ts";
import { presentEventoIndex, toRicercaEventi } from "../../../shared/presenters/backoffice/evento.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteGiornale } from "../../../shared/runtime/wiring/giornale.ts";
import { findEventi as createFind } from "../../../shared/usecases/giornale/find-eventi.ts";

const find = createFind(porteGiornale);

export const handler = httpOperation(findEventi, async ({ query, chiamante, traccia, url }) => {
  const esito = await find(toRicercaEventi(query), toRichiestaPagina(query), { chiamante, traccia });
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentEventoIndex)) : refuse(esito.errore);
});
