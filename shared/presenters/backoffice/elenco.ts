/** Lists of the Backoffice: GovPay's envelope, with the fields that `campi` asks for. */
import type { Ordine } from "../../contracts/backoffice/comuni.ts";
import type { Pagina } from "../../ports/pagina.ts";
import { selectCampi } from "../comuni/campi.ts";
import { presentPagina, toRichiestaPagina } from "../comuni/pagina.ts";

type ParametriElenco<C extends string> = Parameters<typeof toRichiestaPagina>[0] & {
  readonly ordinamento: readonly Ordine<C>[];
  readonly campi?: readonly string[] | undefined;
};

export const toRichiestaElenco = <C extends string>(query: ParametriElenco<C>) => ({
  ...toRichiestaPagina(query),
  ordinamento: query.ordinamento,
});

export const presentElenco = <V, R extends object, C extends string>(
  pagina: Pagina<V>,
  query: ParametriElenco<C>,
  url: string,
  present: (voce: V) => R,
) => presentPagina(pagina, query, url, (voce) => selectCampi(present(voce), query.campi));
