/** The body of POST /pagamenti as the use case wants it, and its answer. */
import type * as z from "zod";
import { API_BASE } from "../../contracts/operation.ts";
import type { NuovaPendenzaDelPagamento, NuovoPagamento, PagamentoSpontaneo } from "../../contracts/pagamento/nuovo-pagamento.ts";
import type { Soggetto } from "../../domain/pendenze/pendenza.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { toSoggetto } from "../comuni/to-soggetto.ts";

export type NuovaPendenzaRicevuta = z.output<typeof NuovaPendenzaDelPagamento>;
export type SpontaneaRicevuta = z.output<typeof PagamentoSpontaneo>;

type Riferimento =
  | { readonly idA2A: string; readonly idPendenza: string }
  | { readonly idDominio: string; readonly numeroAvviso: string; readonly idDebitore?: string };

type Corpo = Omit<z.output<typeof NuovoPagamento>, "lingua">;

interface Query {
  readonly idSessionePortale?: string | undefined;
  readonly codiceConvenzione?: string | undefined;
}

/** @param crea what to do of a debt that does not exist yet. */
export const toRichiestaPagamento = <N>(
  body: Corpo,
  { idSessionePortale, codiceConvenzione }: Query,
  crea: { readonly nuova: (voce: NuovaPendenzaRicevuta) => N; readonly spontanea: (voce: SpontaneaRicevuta) => N },
) => {
  const pendenze = body.pendenze.map((voce): Riferimento | N => {
    if ("voci" in voce) return crea.nuova(voce);
    if ("idTipoPendenza" in voce) return crea.spontanea(voce);
    if ("idA2A" in voce) return voce;
    const { idDominio, numeroAvviso, idDebitore } = voce;
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

interface Avviato {
  readonly id: string;
  readonly redirect: string;
  readonly pagabili: readonly {
    readonly pendenza: { readonly idDominio: string; readonly numeroAvviso: string; readonly importo: bigint };
    readonly importoPrecedente?: bigint;
  }[];
}

export const presentPagamentoCreato = ({ id, redirect, pagabili }: Avviato, api: "pagamento" | "pagamento-v1" | "portale") => {
  const aggiornati = pagabili.flatMap(({ pendenza: { idDominio, numeroAvviso, importo }, importoPrecedente }) =>
    importoPrecedente === undefined
      ? []
      : [{ idDominio, numeroAvviso, importoPrecedente: toNumeroJson(importoPrecedente), importo: toNumeroJson(importo) }],
  );
  return {
    ...{ id, location: `${API_BASE[api]}/pagamenti/${id}`, redirect, idSession: id },
    ...(aggiornati.length > 0 && { importiAggiornati: aggiornati }),
  };
};
