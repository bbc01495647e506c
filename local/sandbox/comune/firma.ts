/**
 * XML signatures of the outside parties (bank, PSP of digital stamps). The documents are written in canonical form already, so the
 * enveloped signature needs no canonicaliser: digest of the text, then signature of SignedInfo as it would be canonicalised.
 */
import { createHash, createPrivateKey, createSign, generateKeyPairSync } from "node:crypto";
import type { Archivio } from "./archivio.ts";
import { createCertificato } from "./certificato.ts";

const NS = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

interface Identita {
  readonly pem: string;
  /** DER of the self-signed certificate, base64. */
  readonly certificato: string;
}

const leggiIdentita = (archivio: Archivio): Identita => {
  const identita = archivio.raccolta<Identita>("identita");
  const nota = identita.get("firma");
  if (nota !== undefined) return nota;
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const nuova = { pem, certificato: createCertificato("Fiorino Sandbox", privateKey, publicKey).toString("base64") };
  identita.put("firma", nuova);
  return nuova;
};

/** Gives the `ds:Signature` element to put inside the document whose canonical text (without it) is the argument. */
export const createFirma = (archivio: Archivio): ((documento: string) => string) => {
  return (documento) => {
    const { pem, certificato } = leggiIdentita(archivio);
    const impronta = createHash("sha256").update(documento, "utf8").digest("base64");
    const dentro =
      `<ds:CanonicalizationMethod Algorithm="${C14N}"></ds:CanonicalizationMethod>` +
      '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>' +
      '<ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>' +
      `<ds:Transform Algorithm="${C14N}"></ds:Transform></ds:Transforms>` +
      '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>' +
      `<ds:DigestValue>${impronta}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
    const canonico = `<ds:SignedInfo xmlns:ds="${NS}">${dentro}`;
    const valore = createSign("sha256").update(canonico, "utf8").sign(createPrivateKey(pem), "base64");
    return (
      `<ds:Signature xmlns:ds="${NS}"><ds:SignedInfo>${dentro}<ds:SignatureValue>${valore}</ds:SignatureValue>` +
      `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificato}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`
    );
  };
};
