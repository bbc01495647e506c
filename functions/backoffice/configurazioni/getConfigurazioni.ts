/** GET /configurazioni: the configuration of the installation, without its secrets. */
import { getConfigurazioni } from "../../../shared/contracts/backoffice/configurazioni.ts";
import { presentConfigurazione } from "../../../shared/presenters/backoffice/configurazione.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getConfigurazione } from "../../../shared/usecases/configurazione/configurazione.ts";

const get = getConfigurazione(letturaAnagrafiche);

export const handler = httpOperation(getConfigurazioni, async () => {
  const vista = await get();
  return reply(200, presentConfigurazione(vista), presentEtag(vista));
});
