/**
 * Who answers for the certificate of a stamp (pagopa.md 4.8): the chain from it up to one that the installation trusts, through the certificates written in the
 * signature. Everything holds at the instant of the purchase. Revocation is not asked for: it would be a call to the outside for each receipt.
 */
import { X509Certificate } from "node:crypto";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { chiaveDi, type Firmatario } from "./firma.ts";

const NOME_MASSIMO = 100;

/** Subject or issuer, one line. */
export const nomeDi = (nome: string): string => nome.replaceAll("\n", ", ").slice(0, NOME_MASSIMO);

export const isValidoIl = ({ validFromDate, validToDate }: X509Certificate, istante: string): boolean =>
  istante >= validFromDate.toISOString() && istante <= validToDate.toISOString();

const readPem = (pem: string): readonly X509Certificate[] => {
  try {
    return [new X509Certificate(pem)];
  } catch {
    return [];
  }
};

/** A certificate authority, with a strong key, that signed the certificate: not only one with the right name. */
const hasEmesso = (emittente: X509Certificate, certificato: X509Certificate): boolean => {
  const chiave = emittente.ca && certificato.checkIssued(emittente) ? chiaveDi(emittente) : undefined;
  try {
    return chiave !== undefined && certificato.verify(chiave);
  } catch {
    return false;
  }
};

/** Subject of the trusted certificate at the top of the chain, or why there is none (Italian sentence). @param quando instant. */
export function verifyCatena({ certificato, altri }: Firmatario, emittenti: readonly string[], quando: string): Esito<string> {
  const fidati = emittenti.flatMap(readPem);
  const visti = new Set<X509Certificate>();
  const climb = (corrente: X509Certificate): X509Certificate | undefined => {
    // Each one once: certificates that sign each other lead nowhere, and cost no more than the others.
    if (visti.has(corrente) || !isValidoIl(corrente, quando)) return undefined;
    visti.add(corrente);
    if (fidati.some(({ raw }) => raw.equals(corrente.raw))) return corrente;
    for (const emittente of [...fidati, ...altri]) {
      const cima = hasEmesso(emittente, corrente) ? climb(emittente) : undefined;
      if (cima) return cima;
    }
    return undefined;
  };
  const cima = climb(certificato);
  if (cima) return ok(nomeDi(cima.subject));
  return ko(`il certificato di ${nomeDi(certificato.subject)}, emesso da ${nomeDi(certificato.issuer)}, non risale a un emittente fidato`);
}
