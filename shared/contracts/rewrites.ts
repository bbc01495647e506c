/**
 * GovPay's paths, served by rewriting them to ours: a vertical switches by changing only the base URL.
 * Used by the CloudFront function and by the local runner, so it must stay free of imports and of recent syntax.
 * `/govpay/{backend|frontend}/api/{nome}/rs/{auth}/v{n}/...` becomes `/{api}/v{n}/...`; the credentials, not `{auth}`, choose the authentication mode.
 */
const API_DI_GOVPAY: Readonly<Record<string, string>> = {
  pendenze: "pendenze",
  pagamento: "pagamento",
  user: "utente",
  ragioneria: "riconciliazione",
  backoffice: "backoffice",
};

/** The missing ccp of the legacy family is written n/a: the one identifier with a slash in it, which in a path would be two (reference 1.11). */
function withCcpAssente(path: string): string {
  return path.replace(/^(\/backoffice\/v\d+\/rpp\/[^/]+\/[^/]+)\/n\/a(?=\/|$)/, "$1/n-a");
}

export function rewritePath(path: string): string {
  const govpay = /^\/govpay\/(?:backend|frontend)\/api\/([a-z]+)\/rs\/[a-z0-9]+\/(v\d+)(\/.*)?$/.exec(path);
  if (govpay) {
    const api = API_DI_GOVPAY[govpay[1] ?? ""];
    if (api) return withCcpAssente(`/${api}/${govpay[2]}${govpay[3] ?? ""}`);
  }
  const portale = /^\/govpay-portal-api\/v1(\/.*)?$/.exec(path);
  if (portale) return `/cittadino/v1${portale[1] ?? ""}`;
  // The return from WISP is declared to pagoPA once per station: it carries no version, and GovPay's web connector lived on a path of its own.
  if (/^\/(?:pagamento|govpay\/frontend\/web\/connector)\/psp\/?$/.test(path)) return "/pagamento/v2/psp";
  // GovPay answered both families at these two addresses, and so does whoever serves them here.
  const nodo = /^\/govpay\/frontend\/api\/pagopa\/(PagamentiTelematici(?:CCP|RT))service\/?$/.exec(path);
  if (nodo) return `/pagopa/${nodo[1]}`;
  return withCcpAssente(path);
}
