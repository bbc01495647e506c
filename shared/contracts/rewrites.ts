/**
 * GovPay's paths, served by rewriting them to ours: a vertical switches by changing only the base URL.
 * Used by the CloudFront function and by the local runner, so it must stay free of imports and of recent syntax.
 * `/govpay/{backend|frontend}/api/{nome}/rs/{auth}/v{n}/...` becomes `/{api}/v{n}/...`; the credentials, not `{auth}`, choose the authentication mode.
 */
const API_DI_GOVPAY: Readonly<Record<string, string>> = {
  pendenze: "pendenze",
  pagamento: "pagamento",
  ragioneria: "riconciliazione",
  backoffice: "backoffice",
};

export function rewritePath(path: string): string {
  const govpay = /^\/govpay\/(?:backend|frontend)\/api\/([a-z]+)\/rs\/[a-z0-9]+\/(v\d+)(\/.*)?$/.exec(path);
  if (govpay) {
    const api = API_DI_GOVPAY[govpay[1] ?? ""];
    if (api) return `/${api}/${govpay[2]}${govpay[3] ?? ""}`;
  }
  if (/^\/govpay\/frontend\/api\/pagopa\/(?:PagamentiTelematiciCCPservice|PagamentiTelematiciRTservice)\/?$/.test(path))
    return "/pagopa/paForNode";
  return path;
}
