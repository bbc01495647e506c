/** A payment in prova on the wire. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { ESITI_PAGINA, type EsitoPagina } from "../../domain/prova/svolgimento.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

interface VistaProva {
  readonly pagamento: Pagamento;
  readonly creditori: readonly Pick<Creditore, "dominio">[];
  readonly previsto?: EsitoPagina;
}

export const presentProva = ({ pagamento, creditori, previsto }: VistaProva) => {
  const nomi = new Map(creditori.map(({ dominio }) => [dominio.idDominio, dominio.ragioneSociale]));
  return {
    id: pagamento.id,
    prova: true as const,
    stato: pagamento.stato,
    importo: toNumeroJson(pagamento.importo),
    avvisi: pagamento.posizioni.map(({ idDominio, numeroAvviso, causale, importo }) => ({
      ...{ idDominio, ragioneSociale: nomi.get(idDominio) ?? idDominio, numeroAvviso, causale },
      importo: toNumeroJson(importo),
    })),
    ...(previsto !== undefined && { previsto }),
    esiti: [...ESITI_PAGINA],
  };
};
