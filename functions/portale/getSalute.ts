/** GET /salute: whether this back end answers, and what its errors mean. */
import { getSalute, VERSIONE_CONTRATTO } from "../../shared/contracts/portale/salute.ts";
import { PROBLEMI } from "../../shared/contracts/problems.ts";
import { PRODOTTO } from "../../shared/contracts/prodotto.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

const errori = Object.values(PROBLEMI).map(({ codice, status, categoria, descrizione }) => ({
  codice,
  stato: status,
  categoria,
  descrizione,
}));

export const handler = httpOperation(getSalute, async () =>
  reply(200, { stato: "OK" as const, contratto: VERSIONE_CONTRATTO, prodotto: { ...PRODOTTO }, errori }),
);
