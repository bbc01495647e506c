/**
 * Where to send a browser that comes back from the page of WISP: the return address of the portal that started the payment of that session.
 * What the address bar says is passed on as it is; nothing is read from it and nothing is written.
 */
import { type Esito, ok } from "../../domain/esito.ts";
import { ritornoCon } from "../../domain/pagamenti/ritorno.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";

interface Porte {
  readonly posizioni: Pick<Posizioni, "getPagamento">;
  readonly rendicontazioni: Pick<Rendicontazioni, "getUnicita">;
}

interface Ritorno {
  readonly idSession: string;
  readonly idDominio?: string | undefined;
  readonly esito?: string | undefined;
}

export const createReturnDaPsp =
  ({ posizioni, rendicontazioni }: Porte) =>
  async ({ idSession, idDominio, esito }: Ritorno): Promise<Esito<string, Rifiuto<"NON_TROVATO">>> => {
    const sessione = await rendicontazioni.getUnicita("sessione-psp", idSession);
    const pagamento = sessione && (await posizioni.getPagamento(sessione.riferimento));
    const suo = pagamento?.posizioni.some((posizione) => idDominio === undefined || posizione.idDominio === idDominio) === true;
    if (!suo || pagamento.urlRitorno === undefined) return rifiuto("NON_TROVATO", `sessione ${idSession}`);
    return ok(ritornoCon(pagamento.urlRitorno, { idPagamento: pagamento.id, idSession, ...(esito !== undefined && { esito }) }));
  };
