/**
 * A message as mail carries it (RFC 5322, 2045): text and its HTML twin, one attachment. Whatever comes from outside goes in encoded: no header can be ended by
 * a value, no line of the body can be taken for a command.
 */
import { createHash } from "node:crypto";

export interface DaComporre {
  /** Always the same for the same message: whoever gets it twice can tell. */
  readonly id: string;
  /** Left side of the Message-ID; absent = a digest of `id`. */
  readonly idMessaggio?: string;
  readonly da: { readonly nome: string; readonly indirizzo: string };
  readonly a: string;
  readonly oggetto: string;
  readonly testo: string;
  /** Instant. */
  readonly data: string;
  /** `tipo` absent = a PDF. */
  readonly allegata?: { readonly nomeFile: string; readonly byte: Uint8Array; readonly tipo?: string };
}

/** Addresses that a header and an envelope can hold as they are: plain ASCII, one at sign, no quotes, no spaces. */
const INDIRIZZO = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}$/;
export const isIndirizzo = (testo: string): boolean => INDIRIZZO.test(testo);

const RIGA = /.{1,76}/g;
const inRighe = (byte: Uint8Array | string): string => (Buffer.from(byte).toString("base64").match(RIGA) ?? []).join("\r\n");

/** Words of a header, 45 bytes each at most, none cut inside a character. */
const parola = (testo: string): string => {
  const pezzi: string[] = [];
  let pezzo = "";
  for (const carattere of testo.replace(/[\p{Cc}\p{Cs}]+/gu, " ")) {
    if (Buffer.byteLength(pezzo + carattere) > 45) {
      pezzi.push(pezzo);
      pezzo = "";
    }
    pezzo += carattere;
  }
  return [...pezzi, pezzo].map((uno) => `=?UTF-8?B?${Buffer.from(uno, "utf8").toString("base64")}?=`).join("\r\n ");
};

const ENTITA: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const toTestoHtml = (testo: string): string => testo.replace(/[&<>"']/g, (segno) => ENTITA[segno] ?? segno);

/** Paragraphs and lines of the text, and nothing else: no link, no image, nothing that calls home. */
export const toHtml = (testo: string, titolo: string): string => {
  const paragrafi = testo
    .split(/\n{2,}/)
    .map((paragrafo) => (/^-{3,}$/.test(paragrafo.trim()) ? "<hr>" : `<p>${toTestoHtml(paragrafo).replaceAll("\n", "<br>")}</p>`));
  return `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>${toTestoHtml(titolo)}</title></head><body style="font-family:sans-serif;max-width:40em">${paragrafi.join("\n")}</body></html>`;
};

const nomeFile = (nome: string): string => nome.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 100);

const parte = (intestazioni: readonly string[], contenuto: string): string =>
  [...intestazioni, "Content-Transfer-Encoding: base64", "", contenuto].join("\r\n");

const GIORNI = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MESI = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const dataPosta = (istante: string): string => {
  const data = new Date(istante);
  const giorno = `${GIORNI[data.getUTCDay()]}, ${data.getUTCDate()} ${MESI[data.getUTCMonth()]} ${data.getUTCFullYear()}`;
  return `${giorno} ${istante.slice(11, 19)} +0000`;
};

const insieme = (tipo: string, confine: string, parti: readonly string[]): string =>
  [
    `Content-Type: multipart/${tipo}; boundary="${confine}"`,
    "",
    ...parti.flatMap((una) => [`--${confine}`, una]),
    `--${confine}--`,
    "",
  ].join("\r\n");

/** The whole message, lines ended by CRLF, ASCII only. @throws Error on an address that cannot be in a header: who calls has checked it. */
export const composeMessaggio = ({ id, idMessaggio, da, a, oggetto, testo, data, allegata }: DaComporre): string => {
  if (!isIndirizzo(a) || !isIndirizzo(da.indirizzo)) throw new Error("indirizzo non ammesso in un'intestazione");
  const impronta = createHash("sha256").update(id).digest("hex").slice(0, 40);
  const alternative = insieme("alternative", `alt-${impronta}`, [
    parte(["Content-Type: text/plain; charset=utf-8"], inRighe(testo)),
    parte(["Content-Type: text/html; charset=utf-8"], inRighe(toHtml(testo, oggetto))),
  ]);
  const corpo = allegata
    ? insieme("mixed", `mix-${impronta}`, [
        alternative,
        parte(
          [
            `Content-Type: ${allegata.tipo ?? "application/pdf"}`,
            `Content-Disposition: attachment; filename="${nomeFile(allegata.nomeFile)}"`,
          ],
          inRighe(allegata.byte),
        ),
      ])
    : alternative;
  return [
    `From: ${parola(da.nome)} <${da.indirizzo}>`,
    `To: <${a}>`,
    `Subject: ${parola(oggetto)}`,
    `Date: ${dataPosta(data)}`,
    `Message-ID: <${idMessaggio ?? impronta}@${da.indirizzo.slice(da.indirizzo.indexOf("@") + 1)}>`,
    "MIME-Version: 1.0",
    // RFC 3834: nobody's holiday message answers it.
    "Auto-Submitted: auto-generated",
    corpo,
  ].join("\r\n");
};
