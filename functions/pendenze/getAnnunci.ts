/** GET /annunci: what happened to the debts since a place. */
import { getAnnunci } from "../../shared/contracts/pendenze/annunci.ts";
import { presentPaginaAnnunci } from "../../shared/presenters/pendenze/annunci.ts";
import { toRichiestaVariazioni } from "../../shared/presenters/riconciliazione/variazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteAnnunci } from "../../shared/runtime/wiring/annunci.ts";
import { readAnnunci } from "../../shared/usecases/annunci/read-annunci.ts";

const read = readAnnunci(porteAnnunci);

const v2 = httpOperation(getAnnunci, async ({ query, chiamante }) => {
  const esito = await read(toRichiestaVariazioni(query), chiamante);
  return esito.ok ? reply(200, presentPaginaAnnunci(esito.valore)) : refuse(esito.errore);
});

export const handler = withVersioni(v2, { portale: () => import("../portale/getAnnunci.ts") });
