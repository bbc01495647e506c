/**
 * The enveloped signature of a digital stamp (xmldsig): every reference recomputed, the signature checked with the certificate inside it. Only what a stamp
 * needs is understood; a transform, an algorithm or a place that is not expected is a signature that cannot be trusted, never one that passes.
 */
import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from "node:crypto";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { attributoDi, discendentiDi, type Elemento, elementiDi, testoDi, unicoFiglio } from "./albero.ts";
import { canonicalize, type Modo } from "./canonica.ts";

export const NS_FIRMA = "http://www.w3.org/2000/09/xmldsig#";

const CANONICHE: Readonly<Record<string, Modo>> = {
  "http://www.w3.org/TR/2001/REC-xml-c14n-20010315": "inclusiva",
  "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments": "inclusiva",
  "http://www.w3.org/2001/10/xml-exc-c14n#": "esclusiva",
  "http://www.w3.org/2001/10/xml-exc-c14n#WithComments": "esclusiva",
};
const BUSTA = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const IMPRONTE: Readonly<Record<string, string>> = {
  "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
  "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
  "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
};
const FIRME: Readonly<Record<string, { readonly hash: string; readonly tipo: "rsa" | "ec" }>> = {
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256": { hash: "sha256", tipo: "rsa" },
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384": { hash: "sha384", tipo: "rsa" },
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512": { hash: "sha512", tipo: "rsa" },
  "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256": { hash: "sha256", tipo: "ec" },
  "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384": { hash: "sha384", tipo: "ec" },
};
const RIFERIMENTI_MASSIMI = 4;
const CERTIFICATI_MASSIMI = 6;
const BIT_RSA_MINIMI = 2048;

const senzaSpazi = (testo: string): string => testo.replace(/\s+/g, "");
const figlio = (elemento: Elemento, nome: string): Elemento | undefined => unicoFiglio(elemento, NS_FIRMA, nome);
const algoritmoDi = (elemento: Elemento | undefined): string => (elemento && attributoDi(elemento, "Algorithm")) ?? "";

/** What a reference points to: the whole document, or one element inside the signature (the properties of XAdES). */
const findBersaglio = (radice: Elemento, firma: Elemento, uri: string): Elemento | undefined => {
  if (uri === "") return radice;
  if (!/^#[\w.-]+$/.test(uri)) return undefined;
  const nome = uri.slice(1);
  const isSuo = (e: Elemento): boolean => ["Id", "ID", "id"].some((a) => attributoDi(e, a) === nome);
  const [primo, altro] = discendentiDi(radice).filter(isSuo);
  // Two elements with one id, or one that hides in the document: the classical wrapping.
  return primo && !altro && discendentiDi(firma).includes(primo) ? primo : undefined;
};

/** Text to digest; undefined when a transform is not one of those allowed. */
const transform = (bersaglio: Elemento, firma: Elemento, riferimento: Elemento): string | undefined => {
  const lista = figlio(riferimento, "Transforms");
  const passi = lista ? elementiDi(lista) : [];
  // An InclusiveNamespaces list, or an XPath, would change what is covered.
  if (passi.length > 2 || passi.some((passo) => passo.local !== "Transform" || elementiDi(passo).length > 0)) return undefined;
  const algoritmi = passi.map((passo) => algoritmoDi(passo));
  const busta = algoritmi.includes(BUSTA);
  const canoniche = algoritmi.filter((algoritmo) => algoritmo !== BUSTA);
  const [canonica] = canoniche;
  if (canoniche.length > 1 || (busta && algoritmi[0] !== BUSTA)) return undefined;
  const modo = canonica === undefined ? "inclusiva" : CANONICHE[canonica];
  return modo && canonicalize(bersaglio, modo, busta ? firma : undefined);
};

const checkRiferimento = (radice: Elemento, firma: Elemento, riferimento: Elemento): Esito<"documento" | "proprieta"> => {
  const uri = attributoDi(riferimento, "URI");
  const bersaglio = uri === undefined ? undefined : findBersaglio(radice, firma, uri);
  if (!bersaglio) return ko("la firma copre un elemento che non è dove dovrebbe");
  const testo = transform(bersaglio, firma, riferimento);
  const hash = IMPRONTE[algoritmoDi(figlio(riferimento, "DigestMethod"))];
  const attesa = figlio(riferimento, "DigestValue");
  if (testo === undefined || !hash || !attesa || elementiDi(attesa).length > 0)
    return ko("la firma usa trasformazioni o impronte non ammesse");
  const calcolata = createHash(hash).update(testo, "utf8").digest("base64");
  if (calcolata !== senzaSpazi(testoDi(attesa))) return ko("il contenuto non è quello firmato");
  return ok(uri === "" ? "documento" : "proprieta");
};

export interface Firmatario {
  readonly certificato: X509Certificate;
  /** The other certificates of the signature: they prove nothing by themselves, but may lead to one that is trusted. */
  readonly altri: readonly X509Certificate[];
}

/** In the order in which they are written, which says nothing (xmldsig 4.4.4): one that cannot be read is not there. */
const readCertificati = (firma: Elemento): readonly X509Certificate[] => {
  const chiavi = figlio(firma, "KeyInfo");
  const scritti = chiavi ? discendentiDi(chiavi).filter((e) => e.ns === NS_FIRMA && e.local === "X509Certificate") : [];
  return scritti.slice(0, CERTIFICATI_MASSIMI).flatMap((scritto) => {
    try {
      return [new X509Certificate(Buffer.from(senzaSpazi(testoDi(scritto)), "base64"))];
    } catch {
      return [];
    }
  });
};

/** The key of a certificate when it is strong enough; undefined for kinds and sizes that are not admitted. */
export const chiaveDi = (certificato: X509Certificate): KeyObject | undefined => {
  try {
    const chiave = createPublicKey(certificato.publicKey.export({ type: "spki", format: "pem" }));
    const ammessa =
      chiave.asymmetricKeyType === "ec" ||
      (chiave.asymmetricKeyType === "rsa" && (chiave.asymmetricKeyDetails?.modulusLength ?? 0) >= BIT_RSA_MINIMI);
    return ammessa ? chiave : undefined;
  } catch {
    return undefined;
  }
};

/** Signer of the document, or why its signature does not hold (Italian sentence). @param firma the only signature of the document, child of the root. */
export function verifyFirma(radice: Elemento, firma: Elemento): Esito<Firmatario> {
  const info = figlio(firma, "SignedInfo");
  const valore = figlio(firma, "SignatureValue");
  if (!info || !valore || elementiDi(valore).length > 0) return ko("la firma non ha un solo SignedInfo e un solo SignatureValue");
  const canonica = figlio(info, "CanonicalizationMethod");
  const modo = CANONICHE[algoritmoDi(canonica)];
  const metodo = FIRME[algoritmoDi(figlio(info, "SignatureMethod"))];
  if (!modo || (canonica && elementiDi(canonica).length > 0) || !metodo) return ko("la firma usa algoritmi non ammessi");
  const certificati = readCertificati(firma);
  if (certificati.length === 0) return ko("la firma non contiene un certificato leggibile");
  const candidati = certificati.flatMap((certificato) => {
    const chiave = chiaveDi(certificato);
    return chiave?.asymmetricKeyType === metodo.tipo ? [{ certificato, chiave }] : [];
  });
  if (candidati.length === 0) return ko("la chiave del certificato non è ammessa");
  const riferimenti = elementiDi(info).filter((e) => e.ns === NS_FIRMA && e.local === "Reference");
  if (riferimenti.length === 0 || riferimenti.length > RIFERIMENTI_MASSIMI) return ko("la firma ha un numero di riferimenti non ammesso");
  let documento = 0;
  for (const riferimento of riferimenti) {
    const esito = checkRiferimento(radice, firma, riferimento);
    if (!esito.ok) return esito;
    if (esito.valore === "documento") documento += 1;
  }
  if (documento !== 1) return ko("la firma non copre il documento");
  const firmato = Buffer.from(canonicalize(info, modo), "utf8");
  const cifrato = Buffer.from(senzaSpazi(testoDi(valore)), "base64");
  const suo = candidati.find(({ chiave }) =>
    verify(metodo.hash, firmato, metodo.tipo === "ec" ? { key: chiave, dsaEncoding: "ieee-p1363" } : chiave, cifrato),
  );
  if (!suo) return ko("la firma non corrisponde al certificato");
  return ok({ certificato: suo.certificato, altri: certificati.filter((certificato) => certificato !== suo.certificato) });
}
