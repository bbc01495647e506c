/** GovPay's own connector of a creditor (reference 2.16) as it is written, where it calls the creditor's system (callback v1). */
import type { AmbitoTipi } from "./applicazione.ts";
import type { Autenticazione, Dominio } from "./creditore.ts";

export type ContenutoGovPay = "SINTESI_PAGAMENTI" | "SINTESI_FLUSSI_RENDICONTAZIONE" | "RPP" | "FLUSSI_RENDICONTAZIONE";

export interface ServizioCallback {
  readonly url: string;
  readonly auth?: Autenticazione;
}

type Campi = Readonly<Record<string, unknown>>;

const isCampi = (valore: unknown): valore is Campi => typeof valore === "object" && valore !== null;
const testo = (campi: Campi, nome: string): string => {
  const valore = campi[nome];
  return typeof valore === "string" ? valore : "";
};
/** The kind of credentials is told by their fields. */
const readAutenticazione = (auth: unknown): Autenticazione | undefined => {
  if (!isCampi(auth)) return undefined;
  const di = (nome: string): string => testo(auth, nome);
  if ("username" in auth) return { tipo: "basic", username: di("username"), password: di("password") };
  if ("headerName" in auth) return { tipo: "header", headerName: di("headerName"), headerValue: di("headerValue") };
  if ("certificatoClient" in auth)
    return { tipo: "certificato", certificatoClient: di("certificatoClient"), ...(di("autorita") !== "" && { autorita: di("autorita") }) };
  if ("apiId" in auth) return { tipo: "apikey", apiId: di("apiId"), apiKey: di("apiKey") };
  if (!("clientId" in auth)) return undefined;
  const oauth2 = { clientId: di("clientId"), clientSecret: di("clientSecret"), urlTokenEndpoint: di("urlTokenEndpoint") };
  return { tipo: "oauth2", ...oauth2, ...(di("scope") !== "" && { scope: di("scope") }) };
};

/** Where that content is to be sent; undefined when the creditor does not want it. */
export function readCallback({ esportazioni }: Pick<Dominio, "esportazioni">, contenuto: ContenutoGovPay): ServizioCallback | undefined {
  const connettore = esportazioni?.servizioGovPay;
  const { abilitato, tipoConnettore, url, contenuti } = connettore ?? {};
  if (abilitato !== true || tipoConnettore !== "REST" || typeof url !== "string") return undefined;
  if (!Array.isArray(contenuti) || !contenuti.includes(contenuto)) return undefined;
  const auth = readAutenticazione(connettore?.["auth"]);
  return { url, ...(auth && { auth }) };
}

/** Debt types of which the connector is told; absent, or `*`, = all. */
export function readTipiCallback({ esportazioni }: Pick<Dominio, "esportazioni">): AmbitoTipi {
  const tipi: unknown = esportazioni?.servizioGovPay?.["tipiPendenza"];
  const nomi = Array.isArray(tipi) ? tipi.filter((tipo) => typeof tipo === "string") : [];
  return nomi.length === 0 || nomi.includes("*") ? "*" : nomi;
}
