/**
 * What of debts, attempts and payments a caller may see, whoever it is (reference 3.10): applications and operators by their scope, a citizen what
 * is its own, who has no credentials what it made in its own session. What may not be seen does not exist.
 */
import { type Chiamante, seesPendenza } from "../anagrafiche/applicazione.ts";
import { type Cittadino, isSuo } from "./cittadino.ts";
import type { SessioneAnonima } from "./sessione-anonima.ts";

interface Vista {
  readonly idDominio: string;
  readonly iuv: string;
  readonly idUnitaOperativa?: string;
  readonly idTipoPendenza: string;
  readonly debitore: { readonly identificativo: string };
}

/** A provider that one creditor chose answers for the citizens of that creditor, and for nobody else's. */
export const entraIn = ({ dominio }: Pick<Cittadino, "dominio">, idDominio: string): boolean =>
  dominio === undefined || dominio === idDominio;

const isDellaSessione = (sessione: SessioneAnonima | undefined, { idDominio, iuv }: Pick<Vista, "idDominio" | "iuv">): boolean =>
  sessione?.posizioni.some((posizione) => posizione.idDominio === idDominio && posizione.iuv === iuv) ?? false;

export const vedePendenza = (chiamante: Chiamante, pendenza: Vista): boolean => {
  switch (chiamante.tipo) {
    case "cittadino":
      return (
        chiamante.cittadino !== undefined &&
        entraIn(chiamante.cittadino, pendenza.idDominio) &&
        isSuo(chiamante.cittadino, pendenza.debitore.identificativo)
      );
    case "anonimo":
      return isDellaSessione(chiamante.sessioneAnonima, pendenza);
    default:
      return seesPendenza(chiamante, pendenza);
  }
};

interface PagamentoVisto {
  readonly id: string;
  readonly idA2A: string;
  readonly soggettoVersante?: { readonly identificativo: string };
  readonly posizioni: readonly { readonly idDominio: string }[];
}

/** An application sees the payments it started, a citizen those it paid, whoever started them. */
export const vedePagamento = (chiamante: Chiamante, pagamento: PagamentoVisto): boolean => {
  const { cittadino } = chiamante;
  switch (chiamante.tipo) {
    case "cittadino":
      return (
        cittadino !== undefined &&
        isSuo(cittadino, pagamento.soggettoVersante?.identificativo) &&
        pagamento.posizioni.every(({ idDominio }) => entraIn(cittadino, idDominio))
      );
    case "anonimo":
      return chiamante.sessioneAnonima?.pagamenti.includes(pagamento.id) ?? false;
    default:
      return chiamante.idA2A !== undefined && chiamante.idA2A === pagamento.idA2A;
  }
};

interface RicevutaVista {
  readonly idRicevuta: string;
  readonly paymentNote?: string;
  readonly versante?: { readonly identificativo: string };
}

/**
 * Whoever sees the debt sees its receipts. Who paid it sees the receipt of its own payment, even of a debt of others: a citizen by its tax code,
 * who has no credentials by the payment it started, whose id comes back in the receipt.
 */
export const vedeRicevuta = (
  chiamante: Chiamante,
  pendenza: Vista,
  { idRicevuta, paymentNote, versante }: RicevutaVista,
  tentativi: readonly { readonly idRicevuta?: string; readonly idPagamento?: string }[],
): boolean => {
  if (vedePendenza(chiamante, pendenza)) return true;
  const { cittadino, sessioneAnonima } = chiamante;
  if (cittadino) return entraIn(cittadino, pendenza.idDominio) && isSuo(cittadino, versante?.identificativo);
  const idPagamento = tentativi.find((tentativo) => tentativo.idRicevuta === idRicevuta)?.idPagamento ?? paymentNote;
  return idPagamento !== undefined && (sessioneAnonima?.pagamenti.includes(idPagamento) ?? false);
};
