/** The envelope of paaInviaRT, written by us for a receipt that came by another way (asked to the Node, uploaded): so that it goes through the one routine. */
import { NS_PPT, NS_PPTHEAD, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import type { IntestazionePpt } from "../../domain/storico/messaggi-storici.ts";
import { codice, elemento } from "../pagopa/xml.ts";

const CODICE_35 = /^[\s\S]{1,35}$/u;

/** @param rt the RT in base64, as it travels. */
export function presentBustaRt(intestazione: IntestazionePpt, rt: string): string {
  const testata = elemento(
    "ppthead:intestazionePPT",
    codice("identificativoIntermediarioPA", intestazione.identificativoIntermediarioPA, CODICE_35),
    codice("identificativoStazioneIntermediarioPA", intestazione.identificativoStazioneIntermediarioPA, CODICE_35),
    codice("identificativoDominio", intestazione.identificativoDominio, CODICE_35),
    codice("identificativoUnivocoVersamento", intestazione.identificativoUnivocoVersamento, CODICE_35),
    codice("codiceContestoPagamento", intestazione.codiceContestoPagamento, CODICE_35),
  );
  const corpo = elemento("ppt:paaInviaRT", elemento("tipoFirma", "0"), codice("rt", rt, /^[A-Za-z0-9+/]+=*$/));
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${NS_SOAP}" xmlns:ppt="${NS_PPT}" xmlns:ppthead="${NS_PPTHEAD}"><soapenv:Header>${testata}</soapenv:Header><soapenv:Body>${corpo}</soapenv:Body></soapenv:Envelope>`;
}
