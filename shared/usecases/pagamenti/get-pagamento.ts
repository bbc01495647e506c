/** A portal payment, visible only to the application that started it (reference 3.10). */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Posizioni } from "../../ports/posizioni.ts";

export const createGetPagamento =
  ({ posizioni }: { readonly posizioni: Pick<Posizioni, "getPagamento"> }) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<Pagamento, Rifiuto<"NON_TROVATO">>> => {
    const pagamento = await posizioni.getPagamento(id);
    return pagamento && pagamento.idA2A === chiamante.idA2A ? ok(pagamento) : rifiuto("NON_TROVATO", `pagamento ${id}`);
  };
