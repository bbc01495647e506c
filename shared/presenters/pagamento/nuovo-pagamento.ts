/** The body of POST /pagamenti as the use case wants it. */
import type * as z from "zod";
import type { NuovoPagamento } from "../../contracts/pagamento/pagamenti.ts";
import type { Soggetto } from "../../domain/pendenze/pendenza.ts";
import { toSoggetto } from "../comuni/to-soggetto.ts";

type Riferimento =
  | { readonly idA2A: string; readonly idPendenza: string }
  | { readonly idDominio: string; readonly numeroAvviso: string; readonly idDebitore?: string };

export const toRichiestaPagamento = (
  body: z.output<typeof NuovoPagamento>,
  {
    idSessionePortale,
    codiceConvenzione,
  }: { readonly idSessionePortale?: string | undefined; readonly codiceConvenzione?: string | undefined },
) => {
  const pendenze = body.pendenze.map((riferimento): Riferimento => {
    if ("idA2A" in riferimento) return riferimento;
    const { idDominio, numeroAvviso, idDebitore } = riferimento;
    return { idDominio, numeroAvviso, ...(idDebitore !== undefined && { idDebitore }) };
  });
  const versante: { soggettoVersante?: Soggetto } = body.soggettoVersante ? { soggettoVersante: toSoggetto(body.soggettoVersante) } : {};
  return {
    pendenze,
    ...versante,
    ...(body.urlRitorno !== undefined && { urlRitorno: body.urlRitorno }),
    ...(body.autenticazioneSoggetto !== undefined && { autenticazioneSoggetto: body.autenticazioneSoggetto }),
    ...(idSessionePortale !== undefined && { idSessionePortale }),
    ...(codiceConvenzione !== undefined && { codiceConvenzione }),
  };
};
