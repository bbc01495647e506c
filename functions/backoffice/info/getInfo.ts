/** GET /info: what is installed. */
import { getInfo } from "../../../shared/contracts/backoffice/info.ts";
import { PRODOTTO } from "../../../shared/contracts/prodotto.ts";
import { config } from "../../../shared/runtime/config/config.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getInfo, async () =>
  reply(200, { appName: PRODOTTO.nome, versione: PRODOTTO.versione, build: config.build, ambiente: config.stage }),
);
