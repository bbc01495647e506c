/**
 * The name with which somebody authenticates. The subject of a certificate is written in as many ways as there are programs (OpenSSL, Java, API Gateway): two
 * writings of one subject are one principal. The chain was already checked by whoever ended the TLS; pinning more than the subject broke installations at
 * every renewal (pagopa.md 3.6).
 */
import type { Intermediario } from "./creditore.ts";

/** Attribute types that a subject may open with, by every name in use. */
const TIPI: ReadonlyMap<string, string> = new Map(
  [
    ["cn", "2.5.4.3"],
    ["sn", "2.5.4.4", "surname"],
    ["serialnumber", "2.5.4.5"],
    ["c", "2.5.4.6"],
    ["l", "2.5.4.7"],
    ["st", "2.5.4.8", "s"],
    ["street", "2.5.4.9"],
    ["o", "2.5.4.10"],
    ["ou", "2.5.4.11"],
    ["t", "2.5.4.12", "title"],
    ["postalcode", "2.5.4.17"],
    ["gn", "2.5.4.42", "givenname"],
    ["organizationidentifier", "2.5.4.97"],
    ["uid", "0.9.2342.19200300.100.1.1"],
    ["dc", "0.9.2342.19200300.100.1.25"],
    ["emailaddress", "1.2.840.113549.1.9.1", "e"],
  ].flatMap((nomi) => nomi.map((nome) => [nome, nomi[0] ?? nome] as const)),
);

interface Parte {
  readonly tipo: string;
  readonly valore: string;
}

/** Cuts where a separator is neither escaped nor between quotes. */
const splitParti = (testo: string, separatori: string): readonly string[] => {
  const parti: string[] = [];
  let parte = "";
  let virgolette = false;
  for (let i = 0; i < testo.length; i += 1) {
    const carattere = testo.charAt(i);
    if (carattere === "\\") {
      parte += carattere + testo.charAt(i + 1);
      i += 1;
    } else if (carattere === '"') {
      virgolette = !virgolette;
      parte += carattere;
    } else if (!virgolette && separatori.includes(carattere)) {
      parti.push(parte);
      parte = "";
    } else parte += carattere;
  }
  return [...parti, parte];
};

/** `\2C` is a byte of UTF-8, `\,` the character itself. */
const unescapeValore = (valore: string): string => {
  const nudo = valore.startsWith('"') && valore.endsWith('"') && valore.length > 1 ? valore.slice(1, -1) : valore;
  return nudo
    .replace(/(?:\\[0-9a-f]{2})+/gi, (sequenza) => {
      const byte = Uint8Array.from(sequenza.split("\\").slice(1), (cifre) => Number.parseInt(cifre, 16));
      return new TextDecoder().decode(byte);
    })
    .replace(/\\(.)/g, "$1");
};

const readParte = (testo: string): Parte | undefined => {
  const uguale = testo.indexOf("=");
  if (uguale < 1) return undefined;
  const tipo = TIPI.get(
    testo
      .slice(0, uguale)
      .trim()
      .toLowerCase()
      .replace(/^oid\./, ""),
  );
  if (tipo === undefined) return undefined;
  // X.500 compares these values without case and with inner blanks as one.
  const valore = unescapeValore(testo.slice(uguale + 1).trim())
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  return { tipo, valore };
};

/** The parts of a subject; undefined when the text is not one. */
const readSoggetto = (testo: string): readonly Parte[] | undefined => {
  const pulito = testo.trim();
  const parti = pulito.startsWith("/") ? splitParti(pulito.slice(1), "/") : splitParti(pulito, ",;+");
  const lette = parti.filter((parte) => parte.trim() !== "").map(readParte);
  const valide = lette.filter((parte) => parte !== undefined);
  return valide.length > 0 && valide.length === lette.length ? valide : undefined;
};

/** One writing for each subject: types by their short name, values without case, in order of type. What is not a subject (a user name) stays as it is. */
export const canonicalPrincipal = (principal: string): string => {
  const parti = readSoggetto(principal);
  if (!parti) return principal;
  return parti
    .map(({ tipo, valore }) => `${tipo}=${valore.replace(/[\\,]/g, "\\$&")}`)
    .sort()
    .join(",");
};

export const isStessoPrincipal = (a: string, b: string): boolean => a === b || canonicalPrincipal(a) === canonicalPrincipal(b);

type ConPrincipali = Pick<Intermediario, "principalPagoPa" | "altriPrincipalPagoPa">;

/** Every principal with which the Node may come on behalf of an intermediary: during a renewal, the old subject and the new one. */
export const principaliNodo = ({ principalPagoPa, altriPrincipalPagoPa = [] }: ConPrincipali): readonly string[] => [
  principalPagoPa,
  ...altriPrincipalPagoPa,
];

export const isPrincipaleNodo = (intermediario: ConPrincipali, principal: string): boolean =>
  principaliNodo(intermediario).some((suo) => isStessoPrincipal(suo, principal));
