/** GET /domini/{idDominio}/logo: the bytes of the image. */
import { getLogoDominio } from "../../../shared/contracts/backoffice/domini.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { file, refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getLogo } from "../../../shared/usecases/anagrafiche/get-logo.ts";

const get = getLogo(letturaAnagrafiche);
/** Opened alone, an SVG is a page: it may do nothing. */
const SOLO_IMMAGINE = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" };

export const handler = httpOperation(getLogoDominio, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { tipo, contenuto, versione } = esito.valore;
  return reply(200, file(tipo, contenuto), { ...presentEtag({ versione }), ...SOLO_IMMAGINE });
});
