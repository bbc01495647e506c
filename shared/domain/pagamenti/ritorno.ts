/** The way back to the portal. Whatever it says, a return is a person who moved a browser: it never marks anything as paid. */

const isLoopback = (url: URL): boolean => /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);

/**
 * Checkout refuses return addresses that are not absolute https (pagopa.md 6). Only a machine on one's desk, Checkout included, may do without.
 * @returns why not, in Italian; undefined when it is good.
 */
export const findDifettoRitorno = (urlRitorno: string, urlCheckout: string): string | undefined => {
  if (!URL.canParse(urlRitorno)) return "urlRitorno: atteso un indirizzo assoluto";
  const url = new URL(urlRitorno);
  if (url.protocol === "https:") return undefined;
  const prova = URL.canParse(urlCheckout) && isLoopback(new URL(urlCheckout));
  return prova && url.protocol === "http:" && isLoopback(url)
    ? undefined
    : "urlRitorno: pagoPA Checkout accetta solo indirizzi che iniziano con https://";
};

/** The portal's address with `idPagamento` and `esito`, as GovPay's landing page appends them; the fragment stays last. */
export const ritornoCon = (urlRitorno: string, parametri: Readonly<Record<string, string>>): string => {
  const inizioFrammento = urlRitorno.indexOf("#");
  const base = inizioFrammento < 0 ? urlRitorno : urlRitorno.slice(0, inizioFrammento);
  const frammento = inizioFrammento < 0 ? "" : urlRitorno.slice(inizioFrammento);
  return `${base}${base.includes("?") ? "&" : "?"}${new URLSearchParams(parametri).toString()}${frammento}`;
};

export interface Ritorni {
  readonly ok: string;
  readonly annullato: string;
  readonly errore: string;
  readonly attesa: string;
}

export const ritorniDi = (urlRitorno: string, idPagamento: string): Ritorni => {
  const con = (esito: string): string => ritornoCon(urlRitorno, { idPagamento, esito });
  return { ok: con("OK"), annullato: con("CANCEL"), errore: con("ERROR"), attesa: con("WAITING") };
};
