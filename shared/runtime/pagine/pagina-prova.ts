/** The payment of a creditor in prova as browsers and programs see it: without scripts, so that nothing needs to be allowed to run. */
import { createHash } from "node:crypto";
import { ESITI_PROVA, type getProva, type payProva } from "../../contracts/cittadino/prove.ts";
import { API_BASE } from "../../contracts/operation.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { EsitoPagina } from "../../domain/prova/svolgimento.ts";
import { presentProva } from "../../presenters/cittadino/prova.ts";
import { presentProvaConclusa, presentProvaHtml, STILE_PROVA } from "../../presenters/cittadino/prova-html.ts";
import { config } from "../config/config.ts";
import { type CorpoGrezzo, file, type Richiesta, type Risposta, refuse, reply } from "../http/richiesta.ts";
import { prova } from "../wiring/prova.ts";

type Lettura = typeof getProva;
type Conclusione = typeof payProva;

const HTML = "text/html";
const IMPRONTA_STILE = `'sha256-${createHash("sha256").update(STILE_PROVA).digest("base64")}'`;

/** A browser holds back a form whose answer leads where the policy does not say: the portal to go back to is said. */
const headersDi = (ritorno: string | undefined): Readonly<Record<string, string>> => {
  const portale = ritorno !== undefined && URL.canParse(ritorno) ? ` ${new URL(ritorno).origin}` : "";
  return {
    "content-security-policy": `default-src 'none'; style-src ${IMPRONTA_STILE}; base-uri 'none'; form-action 'self'${portale}; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
    "fiorino-prova": "true",
  };
};

export const showProva = async ({ params, query, accept }: Richiesta<Lettura>): Promise<Risposta<Lettura>> => {
  const esito = await prova.get(params.id);
  if (!esito.ok) return refuse(esito.errore);
  const vista = presentProva(esito.valore);
  if (accept !== HTML) return reply(200, vista);
  const azione = `${config.urlPubblico}${API_BASE.cittadino}/prove/${params.id}/esito?lingua=${query.lingua}`;
  const html = presentProvaHtml(vista, query.lingua, azione);
  return reply(200, file(`${HTML}; charset=utf-8`, html), headersDi(esito.valore.pagamento.urlRitorno));
};

const isEsito = (testo: unknown): testo is EsitoPagina => ESITI_PROVA.some((noto) => noto === testo);

const leggi = ({ contentType, contenuto }: CorpoGrezzo): unknown => {
  const testo = Buffer.from(contenuto).toString("utf8");
  if (testo === "") return undefined;
  if (!contentType.startsWith("application/json")) return new URLSearchParams(testo).get("esito") ?? undefined;
  const corpo: unknown = JSON.parse(testo);
  return typeof corpo === "object" && corpo !== null && "esito" in corpo ? corpo.esito : undefined;
};

const readEsito = (corpo: CorpoGrezzo): Esito<EsitoPagina | undefined> => {
  try {
    const scelto = leggi(corpo);
    if (scelto === undefined || isEsito(scelto)) return ok(scelto);
  } catch {
    return ko("il corpo non è JSON");
  }
  return ko(`esito: ammessi ${ESITI_PROVA.join(", ")}`);
};

export const concludeProva = async ({ params, query, body, accept, traccia }: Richiesta<Conclusione>): Promise<Risposta<Conclusione>> => {
  const scelto = readEsito(body);
  if (!scelto.ok) return refuse({ codice: "SINTASSI", dettaglio: scelto.errore });
  const svolto = await prova.play(params.id, scelto.valore, traccia);
  if (!svolto.ok) return refuse(svolto.errore);
  const { esito, verso, vista } = svolto.valore;
  if (verso !== undefined) return reply(303, undefined, { location: verso, "fiorino-prova": "true" });
  if (accept !== HTML) return reply(200, { id: params.id, prova: true, esito });
  const html = presentProvaConclusa(presentProva(vista), query.lingua, esito);
  return reply(200, file(`${HTML}; charset=utf-8`, html), headersDi(undefined));
};
