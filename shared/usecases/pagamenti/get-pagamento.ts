/** A portal payment, visible to who started it or, a citizen, paid it (reference 3.10). */
import { vedePagamento } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Posizioni } from "../../ports/posizioni.ts";

export const createGetPagamento =
  ({ posizioni }: { readonly posizioni: Pick<Posizioni, "getPagamento"> }) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<Pagamento, Rifiuto<"NON_TROVATO">>> => {
    const pagamento = await posizioni.getPagamento(id);
    return pagamento && vedePagamento(chiamante, pagamento) ? ok(pagamento) : rifiuto("NON_TROVATO", `pagamento ${id}`);
  };
