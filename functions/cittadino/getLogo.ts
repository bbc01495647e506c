/** GET /domini/{idDominio}/logo of the Portal API: the image of a creditor. */
import { getLogo } from "../../shared/contracts/cittadino/enti.ts";
import { readLogo } from "../../shared/domain/anagrafiche/logo.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { getCreditorePortale } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const get = getCreditorePortale({ anagrafiche });

export const handler = httpOperation(getLogo, async ({ params: { idDominio }, chiamante }) => {
  const esito = await get(idDominio, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const logo = readLogo(esito.valore.dominio.logo ?? "");
  if (!logo.ok) return refuse({ codice: "NON_TROVATO", dettaglio: `il dominio ${idDominio} non ha un logo` });
  return reply(200, file(logo.valore.tipo, logo.valore.contenuto), {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
});
