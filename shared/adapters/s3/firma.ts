/** AWS Signature Version 4, for S3 and for the one request of Secrets Manager: they do not justify the 130 kB that a client would add to each function. */
import { createHash, createHmac } from "node:crypto";

export interface CredenzialiAws {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface DaFirmare {
  readonly method: "GET" | "PUT" | "HEAD" | "POST" | "DELETE";
  readonly host: string;
  /** Path as it will be sent, already encoded. */
  readonly percorso: string;
  /** Query in canonical form: names in order, encoded. */
  readonly interrogazione?: string;
  /** Names in lower case; host and the x-amz-* of the signature are added. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contenuto: Uint8Array;
  /** Instant of the signature. */
  readonly istante: Date;
  readonly regione: string;
  readonly credenziali: CredenzialiAws;
  /** Default `s3`. */
  readonly servizio?: string;
}

const SERVIZIO = "s3";
const sha256 = (dati: Uint8Array | string): string => createHash("sha256").update(dati).digest("hex");
const hmac = (chiave: Uint8Array | string, testo: string): Buffer => createHmac("sha256", chiave).update(testo).digest();

/** Each part of an object's key encoded as S3 wants (RFC 3986), slashes kept. */
export const encodePercorso = (percorso: string): string =>
  percorso
    .split("/")
    .map((parte) => encodeURIComponent(parte).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`))
    .join("/");

const signTesto = (testo: string, data: string, regione: string, { secretAccessKey }: CredenzialiAws, servizio = SERVIZIO): string => {
  const chiave = [regione, servizio, "aws4_request"].reduce<Buffer>(hmac, hmac(`AWS4${secretAccessKey}`, data.slice(0, 8)));
  return hmac(chiave, testo).toString("hex");
};

/** Query parameters as the signature wants them. */
export const encodeInterrogazione = (parametri: Readonly<Record<string, string>>): string =>
  Object.entries(parametri)
    .map(([nome, valore]) => `${encodePercorso(nome)}=${encodePercorso(valore).replaceAll("/", "%2F")}`)
    .sort()
    .join("&");

export interface DaCollegare extends Omit<DaFirmare, "contenuto" | "interrogazione"> {
  readonly secondi: number;
  readonly parametri: Readonly<Record<string, string>>;
}

/** The signed query of a link that whoever holds it may use until it expires; the headers named here must be sent as they are. */
export function signLink({ method, host, percorso, headers, istante, regione, credenziali, secondi, parametri }: DaCollegare): string {
  const data = istante.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const ambito = `${data.slice(0, 8)}/${regione}/${SERVIZIO}/aws4_request`;
  const firmati: Readonly<Record<string, string>> = { ...headers, host };
  const nomi = Object.keys(firmati).sort();
  const interrogazione = encodeInterrogazione({
    ...parametri,
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${credenziali.accessKeyId}/${ambito}`,
    "X-Amz-Date": data,
    "X-Amz-Expires": String(secondi),
    "X-Amz-SignedHeaders": nomi.join(";"),
    ...(credenziali.sessionToken !== undefined && { "X-Amz-Security-Token": credenziali.sessionToken }),
  });
  const intestazioni = nomi.map((nome) => `${nome}:${firmati[nome]?.trim()}`);
  const canonica = [method, percorso, interrogazione, ...intestazioni, "", nomi.join(";"), "UNSIGNED-PAYLOAD"].join("\n");
  const firma = signTesto(["AWS4-HMAC-SHA256", data, ambito, sha256(canonica)].join("\n"), data, regione, credenziali);
  return `${interrogazione}&X-Amz-Signature=${firma}`;
}

/** The headers to send, `authorization` included. */
export function sign({
  method,
  host,
  percorso,
  interrogazione = "",
  headers,
  contenuto,
  istante,
  regione,
  credenziali,
  servizio = SERVIZIO,
}: DaFirmare): Record<string, string> {
  const data = istante.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const impronta = sha256(contenuto);
  const firmati: Record<string, string> = {
    ...headers,
    host,
    "x-amz-content-sha256": impronta,
    "x-amz-date": data,
    ...(credenziali.sessionToken !== undefined && { "x-amz-security-token": credenziali.sessionToken }),
  };
  const nomi = Object.keys(firmati).sort();
  const canonica = [
    method,
    percorso,
    interrogazione,
    ...nomi.map((nome) => `${nome}:${firmati[nome]?.trim()}`),
    "",
    nomi.join(";"),
    impronta,
  ].join("\n");
  const ambito = `${data.slice(0, 8)}/${regione}/${servizio}/aws4_request`;
  const firma = signTesto(["AWS4-HMAC-SHA256", data, ambito, sha256(canonica)].join("\n"), data, regione, credenziali, servizio);
  const authorization = `AWS4-HMAC-SHA256 Credential=${credenziali.accessKeyId}/${ambito},SignedHeaders=${nomi.join(";")},Signature=${firma}`;
  return { ...firmati, authorization };
}
