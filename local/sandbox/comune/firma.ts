/**
 * XML signatures of the outside parties (bank, PSP of digital stamps). The documents are written in canonical form already, so the
 * enveloped signature needs no canonicaliser: digest of the text, then signature of SignedInfo as it would be canonicalised.
 */
import { createHash, createPrivateKey, createSign, generateKeyPairSync } from "node:crypto";
import type { Archivio } from "./archivio.ts";
import { createCertificato, toPem } from "./certificato.ts";

const NS = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

/** Gives the `ds:Signature` element to put inside the document whose canonical text (without it) is the argument. */
export type Firma = (documento: string) => string;

interface Identita {
  readonly comune: string;
  readonly pem: string;
  /** DER of the certificate, base64. */
  readonly certificato: string;
}

/** Without an issuer, an authority that signs its own certificate. */
const createIdentita = (comune: string, emittente?: Identita): Identita => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const chi = emittente ? { comune: emittente.comune, privata: createPrivateKey(emittente.pem) } : { comune, privata: privateKey };
  const certificato = createCertificato({ comune, pubblica: publicKey, emittente: chi, autorita: emittente === undefined });
  return { comune, pem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), certificato: certificato.toString("base64") };
};

/** The identity with that name, made the first time that it serves. */
const leggiIdentita = (archivio: Archivio, chiave: string, crea: () => Identita): Identita => {
  const identita = archivio.raccolta<Identita>("identita");
  const nota = identita.get(chiave);
  if (nota !== undefined) return nota;
  const nuova = crea();
  identita.put(chiave, nuova);
  return nuova;
};

const AUTORITA_BOLLI = "Fiorino Sandbox CA bolli";
const leggiAutorita = (archivio: Archivio): Identita => leggiIdentita(archivio, "autorita-bolli", () => createIdentita(AUTORITA_BOLLI));

const signCon = ({ pem, certificato }: Identita, documento: string): string => {
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

/** Of the bank. */
export const createFirma = (archivio: Archivio): Firma => {
  return (documento) =>
    signCon(
      leggiIdentita(archivio, "firma", () => createIdentita("Fiorino Sandbox")),
      documento,
    );
};

/** Of the PSPs that sell stamps, with a certificate of the authority of the stamps; `falsa`: of an authority that only has the same name. */
export const createFirmaBolli = (archivio: Archivio): ((falsa: boolean) => Firma) => {
  return (falsa) => (documento) => {
    const psp = "Fiorino Sandbox PSP bolli";
    const identita = falsa
      ? leggiIdentita(archivio, "psp-bolli-falso", () => createIdentita(psp, createIdentita(AUTORITA_BOLLI)))
      : leggiIdentita(archivio, "psp-bolli", () => createIdentita(psp, leggiAutorita(archivio)));
    return signCon(identita, documento);
  };
};

/** PEM of the authority of the stamps. */
export const readEmittenteBolli = (archivio: Archivio): string => toPem(Buffer.from(leggiAutorita(archivio).certificato, "base64"));
