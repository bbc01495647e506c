/** The outside world when it must do what the sandbox does not: raw requests, the Node's messages by hand, a settlement platform that contradicts itself. */
import { createServer, request, type Server } from "node:http";
import { type Credenziali, campo, chiama, type Oggetto, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";

export interface Risposta {
  readonly status: number;
  readonly codice: unknown;
  readonly corpo: unknown;
  readonly testo: string;
}

export const basic = ({ username, password }: Credenziali): string => `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;

/** A request as it comes, nothing helped: body as text, credentials or none. */
export const spedisci = async (
  url: string,
  metodo: string,
  { chi, corpo, tipo = "application/json" }: { chi?: Credenziali | undefined; corpo?: string; tipo?: string } = {},
): Promise<Risposta> => {
  const risposta = await fetch(url, {
    method: metodo,
    redirect: "manual",
    headers: { "content-type": tipo, ...(chi && { authorization: basic(chi) }) },
    ...(corpo !== undefined && { body: corpo }),
  });
  const testo = await risposta.text();
  const json: unknown = risposta.headers.get("content-type")?.includes("json") ? JSON.parse(testo) : {};
  return { status: risposta.status, codice: campo(json, "codice"), corpo: json, testo };
};

/** A body in HTTP chunks of a few bytes, without a length, so that characters and tags are cut anywhere. */
export const spedisciAPezzi = (
  url: string,
  corpo: Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly testo: string }> =>
  new Promise((resolve, reject) => {
    const richiesta = request(url, { method: "POST", headers: { ...headers, "transfer-encoding": "chunked" } }, async (risposta) => {
      const pezzi: Buffer[] = [];
      for await (const pezzo of risposta) pezzi.push(pezzo);
      resolve({ status: risposta.statusCode ?? 0, testo: Buffer.concat(pezzi).toString("utf8") });
    });
    richiesta.once("error", reject);
    for (let inizio = 0; inizio < corpo.length; inizio += 7) richiesta.write(corpo.subarray(inizio, inizio + 7));
    richiesta.end();
  });

export interface FdrFinta {
  readonly url: string;
  /** Changes the header of every flow while it is set. */
  altera: ((testata: Oggetto) => Oggetto) | undefined;
  close(): Promise<void>;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const indirizzo = server.address();
      resolve(typeof indirizzo === "object" && indirizzo !== null ? indirizzo.port : 0);
    }),
  );

/** Stands between the gateway and the sandbox's FdR-3 server, so that a header may say something else than its rows. */
export const openFdrFinta = async (base: string): Promise<FdrFinta> => {
  const server = createServer(async (req, res) => {
    try {
      const risposta = await fetch(`${base}/sandbox/fdr-org/service/v1${req.url ?? ""}`, {
        headers: { "Ocp-Apim-Subscription-Key": String(req.headers["ocp-apim-subscription-key"] ?? "") },
      });
      const testo = await risposta.text();
      const isTestata = /\/psps\/[^/]+(\?.*)?$/.test(req.url ?? "") && risposta.status === 200;
      const corpo = isTestata && fdr.altera ? JSON.stringify(fdr.altera(JSON.parse(testo))) : testo;
      res.writeHead(risposta.status, { "content-type": "application/json" }).end(corpo);
    } catch {
      res.destroy();
    }
  });
  const fdr: FdrFinta = {
    url: `http://127.0.0.1:${await listen(server)}`,
    altera: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fdr;
};

/** Sends the gateway to the given settlement platform, as an administrator would. */
export const moveFdr = async (macchina: Macchina, ambiente: unknown, idIntermediario: string, url: string): Promise<void> => {
  const amministratore = credenzialiDi(ambiente, "amministratore");
  const percorso = `${macchina.base}/backoffice/v1/intermediari/${idIntermediario}`;
  const { corpo } = await chiama(percorso, { chi: amministratore, atteso: 200 });
  const { idIntermediario: _id, stazioni: _stazioni, ...dati } = corpo;
  // Passwords are written and never read back.
  const passwordPagoPa = credenzialiDi(ambiente, "nodo").password;
  const servizioPagoPaFR = { url, subscriptionKey: testoDi(ambiente, "fdr", "subscriptionKey") };
  await chiama(percorso, { metodo: "PUT", chi: amministratore, corpo: { ...dati, passwordPagoPa, servizioPagoPaFR }, atteso: 200 });
};

/** Envelope of a verification, the shortest message of the Node. */
export const verificaXml = (idPA: string, numeroAvviso: string, stazione = "99001122334_01", prologo = ""): string =>
  `${prologo}<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:paf="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"><soapenv:Header/><soapenv:Body><paf:paVerifyPaymentNoticeReq><idPA>${idPA}</idPA><idBrokerPA>99001122334</idBrokerPA><idStation>${stazione}</idStation><qrCode><fiscalCode>${idPA}</fiscalCode><noticeNumber>${numeroAvviso}</noticeNumber></qrCode></paf:paVerifyPaymentNoticeReq></soapenv:Body></soapenv:Envelope>`;

/** Fault code of a SOAP answer, `OK` when there is none. */
export const faultDi = (xml: string): string =>
  /<faultCode>([^<]*)</.exec(xml)?.[1] ??
  (/<outcome>OK</.test(xml) ? "OK" : (/<faultstring[^>]*>([^<]*)</.exec(xml)?.[1] ?? xml.slice(0, 80)));

export const credenzialiDi = (ambiente: unknown, chi: string): Credenziali => ({
  username: testoDi(ambiente, chi, "username"),
  password: testoDi(ambiente, chi, "password"),
});
