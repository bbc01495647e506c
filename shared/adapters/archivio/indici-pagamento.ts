/** Where a portal payment is listed, and what operators select it by. */
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { ANONIMO } from "../../domain/privacy/anonimizzazione.ts";
import type { Impronte } from "../../ports/impronte.ts";
import { ambitoDi } from "../../ports/posizioni.ts";
import { chiavi } from "./chiavi.ts";

/** A value that all the debts of a payment share; several make it "*", which only a caller without that limit may see. */
const comuneA = (p: Pagamento, valoreDi: (posizione: Pagamento["posizioni"][number]) => string | undefined): string => {
  const valori = new Set(p.posizioni.map((posizione) => valoreDi(posizione) ?? "*"));
  const [valore = "*"] = valori;
  return valori.size === 1 ? valore : "*";
};

const creditorePagamento = (p: Pagamento): string => comuneA(p, ({ idDominio }) => idDominio);

/** Texts between blanks are searched for a whole word. Whoever pays finds its own by its tax code, an application those it started. */
export const indiciPagamento = (p: Pagamento, impronte: Impronte): Readonly<Record<string, string>> => ({
  ...(p.idA2A !== "" && { elencoApplicazione: chiavi.elencoPagamenti(p.idA2A) }),
  ...(p.soggettoVersante &&
    p.soggettoVersante.identificativo !== ANONIMO && {
      elencoDebitore: chiavi.elencoPagamenti(impronte.write(p.soggettoVersante.identificativo)),
    }),
  elenco: chiavi.elencoPagamenti(creditorePagamento(p)),
  elencoInstallazione: chiavi.elencoPagamenti("*"),
  ordine: `${p.dataRichiesta}#${p.id}`,
  idDominio: creditorePagamento(p),
  idTipoPendenza: comuneA(p, ({ idTipoPendenza }) => idTipoPendenza),
  ambito: comuneA(p, ({ idDominio, idUnitaOperativa }) => ambitoDi(idDominio, idUnitaOperativa)),
  domini: ` ${p.posizioni.map(({ idDominio }) => idDominio).join(" ")} `,
  codici: ` ${p.posizioni.map(({ iuv }) => iuv).join(" ")} `,
  pendenze: ` ${p.posizioni.map(({ idPendenza }) => idPendenza).join(" ")} `,
  debitori: ` ${p.posizioni.map(({ idDebitore }) => idDebitore?.toUpperCase() ?? "").join(" ")} `,
  ...(p.soggettoVersante && { versanteId: p.soggettoVersante.identificativo.toUpperCase() }),
  ...(p.verificato && { esaminato: "si" }),
});
