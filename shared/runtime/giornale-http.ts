/**
 * The journal of the calls that our APIs receive (reference 2.15, 3.18), by the policy of `giornaleEventi`. A change of state carries its own entry in its
 * transaction whatever the policy; the rest (refusals, failures, reads) is written here. Operators' reads of a citizen's data are always
 * journaled, unless the installation says that reads of the Backoffice never are.
 */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { NomeApi, Operazione } from "../contracts/operation.ts";
import { applies, type Interfaccia, type PolicyGiornale, policyOf } from "../domain/configurazione/giornale.ts";
import type { CampiEvento } from "../domain/eventi.ts";
import { mascheraturaOf, maskDatiPersonali } from "../domain/giornale/mascheratura.ts";
import type { Rifiuto } from "../domain/rifiuto.ts";
import { numeroAvvisoToIuv } from "../domain/valori/numero-avviso.ts";
import { maskSegreti } from "./http/segreti.ts";
import type { TracciaScambio } from "./traccia.ts";
import { anagrafiche, clock, giornale, impronte } from "./wiring/base.ts";

const INTERFACCE: Readonly<Record<NomeApi, Interfaccia>> = {
  pendenze: "apiPendenze",
  "pendenze-v1": "apiPendenze",
  pagamento: "apiPagamento",
  "pagamento-v3": "apiPagamento",
  "pagamento-v1": "apiPagamento",
  utente: "apiPagamento",
  cittadino: "apiPagamento",
  portale: "apiPagamento",
  riconciliazione: "apiRagioneria",
  "riconciliazione-v2": "apiRagioneria",
  "riconciliazione-v1": "apiRagioneria",
  backoffice: "apiBackoffice",
  pagopa: "apiPagoPA",
};
const PAYLOAD_MASSIMO = 100_000;

export interface PolicyScambio extends PolicyGiornale {
  /** Nobody wrote what holds for this interface: our own rule on personal data applies. */
  readonly predefinita: boolean;
  readonly mask: (testo: string) => string;
}

const isScelta = (sezione: Readonly<Record<string, unknown>> | undefined, interfaccia: Interfaccia): boolean => {
  const interfacce = sezione?.["interfacce"];
  return typeof interfacce === "object" && interfacce !== null && Object.hasOwn(interfacce, interfaccia);
};

/** 0 requests warm (the section is remembered with the registry). A registry that does not answer leaves the defaults: the call is not lost for its journal. */
export const readPolicy = async ({ api, method }: Pick<Operazione, "api" | "method">): Promise<PolicyScambio> => {
  const sezione = await anagrafiche.getSezione("giornaleEventi").catch(() => undefined);
  const interfaccia = INTERFACCE[api];
  const personali = mascheraturaOf(sezione) === "datiPersonali";
  return {
    ...policyOf(sezione, interfaccia, method === "GET" ? "letture" : "scritture"),
    predefinita: !isScelta(sezione, interfaccia),
    mask: (testo) => (personali ? maskDatiPersonali(maskSegreti(testo)) : maskSegreti(testo)).slice(0, PAYLOAD_MASSIMO),
  };
};

const bodyDi = ({ corpoGrezzo }: Operazione, { body, isBase64Encoded }: APIGatewayProxyEventV2): string | undefined => {
  // Files are kept whole where they are worked on.
  if (corpoGrezzo || body === undefined) return undefined;
  return isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body;
};

/** The request as the entry of its own transaction tells it; the answer is not known yet. */
export const describeRichiesta = (
  operazione: Operazione,
  evento: APIGatewayProxyEventV2,
  data: string,
  { dump, mask }: PolicyScambio,
  isErrore = false,
): NonNullable<CampiEvento["parametriRichiesta"]> => {
  const body = applies(dump, isErrore) ? bodyDi(operazione, evento) : undefined;
  return { url: evento.rawPath, method: operazione.method, data, ...(body !== undefined && { payload: mask(body) }) };
};

/** A code that something may have: anything else is not a key under which an entry could be looked for. */
const CODICE = /^[\x21-\x7e]{1,35}$/;

/** Whose data were asked for: by path, and, of a list filtered by debtor, the digest under which the reads of a citizen's data are found. */
const soggettoDi = ({ nomiParametri }: Operazione, { pathParameters, queryStringParameters }: APIGatewayProxyEventV2): CampiEvento => {
  const percorso: APIGatewayProxyEventV2["queryStringParameters"] = Object.fromEntries(
    Object.entries(pathParameters ?? {}).map(([nome, valore]) => [nomiParametri?.[nome] ?? nome, valore]),
  );
  const codici = Object.entries({ ...queryStringParameters, ...percorso }).filter(([, valore]) => CODICE.test(valore ?? ""));
  const { idDominio, idA2A, idPendenza, iuv, ccp, numeroAvviso }: typeof percorso = Object.fromEntries(codici);
  const idDebitore = queryStringParameters?.["idDebitore"];
  const codice = iuv ?? (numeroAvviso !== undefined && /^\d{18}$/.test(numeroAvviso) ? numeroAvvisoToIuv(numeroAvviso) : undefined);
  return {
    ...(idDominio !== undefined && { idDominio }),
    ...(idA2A !== undefined && { idA2A }),
    ...(idPendenza !== undefined && { idPendenza }),
    ...(codice !== undefined && { iuv: codice }),
    ...(ccp !== undefined && { ccp }),
    ...(idDebitore !== undefined && { cittadino: impronte.write(idDebitore) }),
  };
};

const isLetturaPersonale = (operazione: Operazione, traccia: TracciaScambio, evento: APIGatewayProxyEventV2): boolean =>
  operazione.method === "GET" &&
  traccia.chiamante?.tipo === "operatore" &&
  (operazione.datiPersonali === true || evento.queryStringParameters?.["idDebitore"] !== undefined);

export interface EsitoScambio {
  readonly status: number;
  readonly body?: string;
  readonly rifiuto?: Rifiuto;
}

/** Writes the entry that the policy asks for, when the exchange has not written its own. */
export const journalScambio = async (
  operazione: Operazione,
  traccia: TracciaScambio,
  evento: APIGatewayProxyEventV2,
  { status, body, rifiuto }: EsitoScambio,
  policy: PolicyScambio,
): Promise<void> => {
  // Strangers leave a log line, not a write that somebody could make us pay for.
  if (!traccia.chiamante || (traccia.registrata && rifiuto === undefined)) return;
  const isErrore = status >= 400;
  const personale = isLetturaPersonale(operazione, traccia, evento);
  if (!applies(policy.log, isErrore) && !(personale && policy.predefinita)) return;
  const { idDominio, idA2A, idPendenza, ...resto } = soggettoDi(operazione, evento);
  const chiavi = {
    ...(idDominio !== undefined && { idDominio }),
    ...(idA2A !== undefined && { idA2A }),
    ...(idPendenza !== undefined && { idPendenza }),
  };
  await giornale.putEventi([
    traccia.evento({
      esito: status >= 500 ? "FAIL" : isErrore ? "KO" : "OK",
      severita: status >= 500 ? 5 : isErrore ? 3 : 0,
      ...(personale && { categoriaEvento: "UTENTE", sottotipoEvento: "LETTURA_DATI_PERSONALI" }),
      ...(rifiuto && { sottotipoEsito: rifiuto.codice, dettaglioEsito: rifiuto.dettaglio ?? "" }),
      ...chiavi,
      ...(operazione.method === "GET" && resto),
      parametriRichiesta: describeRichiesta(operazione, evento, traccia.inizio, policy, isErrore),
      parametriRisposta: {
        status,
        data: clock.now(),
        ...(applies(policy.dump, isErrore) && body !== undefined && { payload: policy.mask(body) }),
      },
    }),
  ]);
};
