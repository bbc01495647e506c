/** An uploaded file, as the body itself or as the only file of a form (multipart/form-data), with the name that came with it. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CorpoGrezzo } from "./richiesta.ts";

export interface FileCaricato {
  readonly nome?: string;
  /** Media type, in lower case, without parameters. */
  readonly tipo: string;
  readonly contenuto: Uint8Array;
}

const PARTI_MASSIME = 20;
const INTESTAZIONI_MASSIME = 4_096;
const FINE_INTESTAZIONI = "\r\n\r\n";

const mediaTypeDi = (contentType: string): string => contentType.split(";")[0]?.trim().toLowerCase() ?? "";
const parametroDi = (intestazione: string, nome: string): string | undefined => {
  const [, virgolettato, semplice] = new RegExp(`;\\s*${nome}=(?:"([^"]*)"|([^;\\s]+))`, "i").exec(intestazione) ?? [];
  return virgolettato ?? semplice;
};

/** The last component only: some browsers send the whole path. */
const soloNome = (nome: string): string =>
  nome
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, "")
    .slice(0, 255) ?? "";

const readParte = (parte: Buffer): FileCaricato | undefined => {
  const fine = parte.subarray(0, INTESTAZIONI_MASSIME).indexOf(FINE_INTESTAZIONI);
  if (fine < 0) return undefined;
  const intestazioni = parte.subarray(0, fine).toString("utf8").split("\r\n");
  const valoreDi = (nome: string): string =>
    intestazioni.find((riga) => riga.toLowerCase().startsWith(`${nome}:`))?.slice(nome.length + 1) ?? "";
  const nome = parametroDi(valoreDi("content-disposition"), "filename");
  if (nome === undefined) return undefined;
  return { nome: soloNome(nome), tipo: mediaTypeDi(valoreDi("content-type")), contenuto: parte.subarray(fine + FINE_INTESTAZIONI.length) };
};

/** Fields of the form that are not files are passed over: our options travel in the query. */
const readModulo = (contenuto: Buffer, confine: string): Esito<FileCaricato> => {
  const segno = Buffer.from(`--${confine}`);
  const file: FileCaricato[] = [];
  let inizio = contenuto.indexOf(segno);
  for (let parti = 0; inizio >= 0 && parti < PARTI_MASSIME; parti++) {
    const da = inizio + segno.length + 2;
    const fine = contenuto.indexOf(Buffer.from(`\r\n--${confine}`), da - 2);
    if (fine < 0) break;
    const trovato = readParte(contenuto.subarray(da, fine));
    if (trovato) file.push(trovato);
    inizio = fine + 2;
  }
  const [unico, altro] = file;
  if (!unico) return ko("multipart/form-data: manca il file");
  return altro ? ko("multipart/form-data: atteso un solo file") : ok(unico);
};

/** Errors: Italian sentence. */
export const readFileCaricato = ({ contentType, contenuto }: CorpoGrezzo): Esito<FileCaricato> => {
  const tipo = mediaTypeDi(contentType);
  if (tipo !== "multipart/form-data") {
    const nome = parametroDi(contentType, "name");
    return ok({ tipo, contenuto, ...(nome !== undefined && { nome: soloNome(nome) }) });
  }
  const confine = parametroDi(contentType, "boundary");
  if (confine === undefined || confine.length > 70) return ko("multipart/form-data: manca il boundary");
  return readModulo(Buffer.from(contenuto), confine);
};
