/** Digital stamps for tests: as the PSP of the sandbox makes them, signed with an identity of the test. */
import { createHash, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createCertificato, toPem, type Validita } from "../../local/sandbox/comune/certificato.ts";

const NS_FIRMA = "http://www.w3.org/2000/09/xmldsig#";
export const IMPRONTA = createHash("sha256").update("istanza").digest("base64");

export interface IdentitaDiProva {
  readonly privata: KeyObject;
  /** Base64 of the DER. */
  readonly certificato: string;
  readonly comune: string;
  readonly pem: string;
}

export interface OpzioniIdentita {
  readonly validita?: Validita;
  readonly bit?: number;
  readonly comune?: string;
  /** Itself when absent. */
  readonly emittente?: IdentitaDiProva;
  readonly autorita?: boolean;
}

export const createIdentita = ({
  validita,
  bit = 2048,
  comune = "PSP di prova",
  emittente,
  autorita = false,
}: OpzioniIdentita = {}): IdentitaDiProva => {
  const { privateKey: privata, publicKey: pubblica } = generateKeyPairSync("rsa", { modulusLength: bit });
  const emissione = { comune, pubblica, emittente: emittente ?? { comune, privata }, autorita, ...(validita && { validita }) };
  const der = createCertificato(emissione);
  return { privata, comune, certificato: der.toString("base64"), pem: toPem(der) };
};

export interface BolloDiProva {
  readonly iubd?: string;
  readonly importo?: string;
  readonly impronta?: string;
}

/** The stamp without its signature, in canonical form. */
export const buildDocumento = ({ iubd = "00000000000001", importo = "16.00", impronta = IMPRONTA }: BolloDiProva = {}): string =>
  '<marcaDaBollo xmlns="http://www.agenziaentrate.gov.it/2014/MarcaDaBollo"><PSP><CodiceFiscale>99001000019</CodiceFiscale>' +
  `<Denominazione>Banca di prova</Denominazione></PSP><IUBD>${iubd}</IUBD><OraAcquisto>2026-11-25T09:00:00.000Z</OraAcquisto>` +
  `<Importo>${importo}</Importo><TipoBollo>01</TipoBollo><ImprontaDocumento>` +
  '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>' +
  `<DigestValue xmlns="${NS_FIRMA}">${impronta}</DigestValue></ImprontaDocumento></marcaDaBollo>`;

export interface OpzioniFirma {
  readonly canonica?: string;
  readonly metodo?: string;
  readonly trasformazioni?: readonly string[];
  /** Other references, already written. */
  readonly altri?: string;
  readonly senzaDocumento?: boolean;
  /** Base64 of certificates written before that of the signer. */
  readonly prima?: readonly string[];
}

const BUSTA = `${NS_FIRMA}enveloped-signature`;
export const ESCLUSIVA = "http://www.w3.org/2001/10/xml-exc-c14n#";
export const INCLUSIVA = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

/** `ds:Signature` over a canonical document; the default namespace of the document is what the inclusive form adds to SignedInfo. */
export const buildFirma = (documento: string, { privata, certificato }: IdentitaDiProva, opzioni: OpzioniFirma = {}): string => {
  const {
    canonica = ESCLUSIVA,
    metodo = "rsa-sha256",
    trasformazioni = [BUSTA, ESCLUSIVA],
    altri = "",
    senzaDocumento = false,
    prima = [],
  } = opzioni;
  const impronta = createHash("sha256").update(documento, "utf8").digest("base64");
  const riferimento =
    `<ds:Reference URI=""><ds:Transforms>${trasformazioni.map((t) => `<ds:Transform Algorithm="${t}"></ds:Transform>`).join("")}</ds:Transforms>` +
    `<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod><ds:DigestValue>${impronta}</ds:DigestValue></ds:Reference>`;
  const dentro =
    `<ds:CanonicalizationMethod Algorithm="${canonica}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#${metodo}"></ds:SignatureMethod>` +
    `${senzaDocumento ? "" : riferimento}${altri}</ds:SignedInfo>`;
  const predefinito = canonica === INCLUSIVA ? ' xmlns="http://www.agenziaentrate.gov.it/2014/MarcaDaBollo"' : "";
  const valore = createSign("sha256")
    .update(`<ds:SignedInfo${predefinito} xmlns:ds="${NS_FIRMA}">${dentro}`, "utf8")
    .sign(privata, "base64");
  return (
    `<ds:Signature xmlns:ds="${NS_FIRMA}"><ds:SignedInfo>${dentro}<ds:SignatureValue>${valore}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:X509Data>${[...prima, certificato].map((c) => `<ds:X509Certificate>${c}</ds:X509Certificate>`).join("")}</ds:X509Data></ds:KeyInfo></ds:Signature>`
  );
};

export const addFirma = (documento: string, firma: string): string => documento.replace("</marcaDaBollo>", `${firma}</marcaDaBollo>`);
export const inBase64 = (xml: string): string => Buffer.from(xml, "utf8").toString("base64");

/** A whole stamp as it travels in a receipt. */
export const buildBollo = (identita: IdentitaDiProva, dati: BolloDiProva = {}): string => {
  const documento = buildDocumento(dati);
  return inBase64(addFirma(documento, buildFirma(documento, identita)));
};
