/** An honest HTTP gateway for the sandbox's own tests: it really listens, reads what the Node sends and answers from a table of notices. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { formatImporto } from "../comune/importi.ts";
import { figlio, parseXml, testoDi } from "../comune/xml.ts";
import { CREDITORI, STAZIONE } from "../seed-dati.ts";

export interface AvvisoFinto {
  readonly importo: bigint;
  readonly trasferimenti: readonly { readonly idDominio: string; readonly iban?: string; readonly importo: bigint }[];
  readonly stato?: "PAGATO" | "SCADUTO";
}

export interface GatewayFinto {
  readonly baseUrl: string;
  readonly avvisi: Map<string, AvvisoFinto>;
  /** Every SOAP request received: root element and full text. */
  readonly ricevute: { radice: string; busta: string; soapAction: string | undefined; authorization: string | undefined }[];
  /** Every PUT of the Backoffice API, in order of arrival. */
  readonly put: { percorso: string; corpo: string; authorization: string | undefined }[];
  /** PUTs of the Backoffice that will answer 500, once per entry. */
  readonly guasti: string[];
  /** Replaces the answer of an operation (by root element of the request) while it returns a text. */
  rispondi: ((radice: string, normale: string) => { stato: number; corpo: string } | undefined) | undefined;
  /** Handler of everything that is not the gateway's own (the sandbox under test). */
  altri: ((req: IncomingMessage, res: ServerResponse) => Promise<boolean>) | undefined;
  close(): Promise<void>;
}

const NS = 'xmlns:p="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"';
export const busta = (corpo: string): string =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${corpo}</s:Body></s:Envelope>`;
export const rispostaKo = (radice: string, codice: string): string =>
  busta(
    `<p:${radice} ${NS}><outcome>KO</outcome><fault><faultCode>${codice}</faultCode><faultString>motivo</faultString><id>x</id></fault></p:${radice}>`,
  );

const rispostaVerifica = (idDominio: string, avviso: AvvisoFinto): string =>
  busta(
    `<p:paVerifyPaymentNoticeRes ${NS}><outcome>OK</outcome><paymentList><paymentOptionDescription><amount>${formatImporto(avviso.importo)}</amount>` +
      "<options>EQ</options><dueDate>2026-12-31</dueDate><allCCP>false</allCCP></paymentOptionDescription></paymentList>" +
      `<paymentDescription>TARI &amp; altro</paymentDescription><fiscalCodePA>${idDominio}</fiscalCodePA><companyName>Comune</companyName></p:paVerifyPaymentNoticeRes>`,
  );

const rispostaAttivazione = (v2: boolean, numeroAvviso: string, avviso: AvvisoFinto): string => {
  const radice = v2 ? "paGetPaymentV2Response" : "paGetPaymentRes";
  const trasferimenti = avviso.trasferimenti.map(
    (voce, indice) =>
      `<transfer><idTransfer>${indice + 1}</idTransfer><transferAmount>${formatImporto(voce.importo)}</transferAmount><fiscalCodePA>${voce.idDominio}</fiscalCodePA>` +
      (voce.iban === undefined
        ? `<richiestaMarcaDaBollo><hashDocumento>${Buffer.alloc(32, 7).toString("base64")}</hashDocumento><tipoBollo>01</tipoBollo><provinciaResidenza>CN</provinciaResidenza></richiestaMarcaDaBollo>`
        : `<IBAN>${voce.iban}</IBAN>`) +
      "<remittanceInformation>/RFB/x</remittanceInformation><transferCategory>9/0101101IM/</transferCategory></transfer>",
  );
  return busta(
    `<p:${radice} ${NS}><outcome>OK</outcome><data><creditorReferenceId>${numeroAvviso.slice(1)}</creditorReferenceId>` +
      `<paymentAmount>${formatImporto(avviso.importo)}</paymentAmount><dueDate>2026-12-31</dueDate><description>TARI &lt;2026&gt;</description>` +
      `<companyName>Comune</companyName><debtor><uniqueIdentifier><entityUniqueIdentifierType>F</entityUniqueIdentifierType>` +
      "<entityUniqueIdentifierValue>RSSMRA85T10A562S</entityUniqueIdentifierValue></uniqueIdentifier><fullName>Mario Rossi</fullName></debtor>" +
      `<transferList>${trasferimenti.join("")}</transferList><metadata><mapEntry><key>chiave</key><value>valore</value></mapEntry></metadata></data></p:${radice}>`,
  );
};

const RADICI: Readonly<Record<string, string>> = {
  paVerifyPaymentNoticeReq: "paVerifyPaymentNoticeRes",
  paGetPaymentReq: "paGetPaymentRes",
  paGetPaymentV2Request: "paGetPaymentV2Response",
  paSendRTReq: "paSendRTRes",
  paSendRTV2Request: "paSendRTV2Response",
};

const rispondiNormale = (radice: string, testo: string, avvisi: Map<string, AvvisoFinto>): string => {
  const corpo = figlio(figlio(parseXml(testo), "Body"), radice);
  const risposta = RADICI[radice] ?? "";
  if (radice.startsWith("paSendRT")) return busta(`<p:${risposta} ${NS}><outcome>OK</outcome></p:${risposta}>`);
  const idDominio = testoDi(corpo, "qrCode", "fiscalCode") ?? "";
  const numeroAvviso = testoDi(corpo, "qrCode", "noticeNumber") ?? "";
  const avviso = avvisi.get(`${idDominio}/${numeroAvviso}`);
  if (avviso === undefined) return rispostaKo(risposta, "PAA_PAGAMENTO_SCONOSCIUTO");
  if (avviso.stato === "PAGATO") return rispostaKo(risposta, "PAA_PAGAMENTO_DUPLICATO");
  if (avviso.stato === "SCADUTO") return rispostaKo(risposta, "PAA_PAGAMENTO_SCADUTO");
  return radice === "paVerifyPaymentNoticeReq"
    ? rispostaVerifica(idDominio, avviso)
    : rispostaAttivazione(risposta.includes("V2"), numeroAvviso, avviso);
};

const backoffice = (percorso: string): unknown => {
  if (percorso === "/backoffice/v1/domini") {
    return { risultati: CREDITORI.map(({ idDominio, dati }) => ({ idDominio, ...dati, stazione: STAZIONE.idStazione, abilitato: true })) };
  }
  const conti = CREDITORI.find(({ idDominio }) => percorso === `/backoffice/v1/domini/${idDominio}/contiAccredito`)?.conti;
  if (conti !== undefined) return { risultati: conti.map(({ iban }) => ({ ibanAccredito: iban })) };
  return percorso.includes("/stazioni/") ? { versione: "V2" } : undefined;
};

const leggi = async (req: IncomingMessage): Promise<string> => {
  let testo = "";
  for await (const pezzo of req) testo += String(pezzo);
  return testo;
};

/** With which webhooks of the subscriptions made here would be signed. */
export const SEGRETO_FINTO = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;

/** Starts on a free loopback port. */
export const startGatewayFinto = async (): Promise<GatewayFinto> => {
  const server: Server = createServer((req, res) => void servi(req, res));
  await new Promise<void>((pronto) => server.listen(0, "127.0.0.1", pronto));
  const indirizzo = server.address();
  const porta = typeof indirizzo === "object" && indirizzo !== null ? indirizzo.port : 0;
  const finto: GatewayFinto = {
    baseUrl: `http://127.0.0.1:${porta}`,
    avvisi: new Map(),
    ricevute: [],
    put: [],
    guasti: [],
    rispondi: undefined,
    altri: undefined,
    close: () =>
      new Promise((chiuso) => {
        server.closeAllConnections();
        server.close(() => chiuso());
      }),
  };
  const servi = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const percorso = new URL(req.url ?? "/", finto.baseUrl).pathname;
    if (percorso === "/pagopa/paForNode") return serviSoap(req, res);
    if (percorso.startsWith("/backoffice/v1/")) {
      if (req.method === "PUT") {
        finto.put.push({
          percorso: percorso.slice("/backoffice/v1".length),
          corpo: await leggi(req),
          authorization: req.headers.authorization,
        });
        const guasto = finto.guasti.indexOf(percorso.slice("/backoffice/v1".length));
        if (guasto >= 0) finto.guasti.splice(guasto, 1);
        res.writeHead(guasto >= 0 ? 500 : percorso.includes("/operatori/") ? 404 : 201);
        res.end(percorso.includes("/abbonamenti/") ? JSON.stringify({ segreto: SEGRETO_FINTO }) : "");
        return;
      }
      const corpo = backoffice(percorso);
      res.writeHead(corpo === undefined ? 404 : 200, { "content-type": "application/json" }).end(JSON.stringify(corpo ?? {}));
      return;
    }
    if ((await finto.altri?.(req, res)) !== true) res.writeHead(404).end();
  };
  const serviSoap = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const testo = await leggi(req);
    const radice = /<paf:(\w+)/.exec(testo)?.[1] ?? "";
    const soapAction = req.headers.soapaction;
    finto.ricevute.push({
      radice,
      busta: testo,
      soapAction: typeof soapAction === "string" ? soapAction : undefined,
      authorization: req.headers.authorization,
    });
    let normale: string;
    try {
      normale = rispondiNormale(radice, testo, finto.avvisi);
    } catch {
      normale = rispostaKo(RADICI[radice] ?? "paVerifyPaymentNoticeRes", "PAA_SINTASSI_EXTRAXSD");
    }
    const { stato, corpo } = finto.rispondi?.(radice, normale) ?? { stato: 200, corpo: normale };
    res.writeHead(stato, { "content-type": "text/xml" }).end(corpo);
  };
  return finto;
};
