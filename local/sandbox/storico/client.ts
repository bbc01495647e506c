/** The legacy Node calls the gateway: paaVerificaRPT, paaAttivaRPT, paaInviaRT, with the answers nested twice (pagopa.md 1.4, 3.1). */
import { attendi } from "../comune/guasti.ts";
import { formatImporto } from "../comune/importi.ts";
import type { Scambio } from "../comune/scambi.ts";
import { blocco, figlio, parseXml, tag, testoDi } from "../comune/xml.ts";
import type { Contesto } from "../contesto.ts";
import { basic, NODO } from "../credenziali.ts";
import { NS_SOAP } from "../nodo/buste.ts";
import type { Psp } from "../psp/psp.ts";
import { type ChiaveRpt, NS_PPT, NS_PPTHEAD } from "./modello.ts";

export interface Destinatario extends ChiaveRpt {
  readonly idIntermediario: string;
  readonly idStazione: string;
}

export type Operazione = "paaVerificaRPT" | "paaAttivaRPT" | "paaInviaRT";

const SERVIZI: Readonly<Record<Operazione, { readonly percorso: string; readonly secondi: number }>> = {
  paaVerificaRPT: { percorso: "PagamentiTelematiciCCP", secondi: 7 },
  paaAttivaRPT: { percorso: "PagamentiTelematiciCCP", secondi: 7 },
  paaInviaRT: { percorso: "PagamentiTelematiciRT", secondi: 15 },
};

/** NESSUNA: nothing that could be judged came back, so the Node will have to try again. */
export type EsitoChiamata =
  | { readonly tipo: "OK"; readonly importo?: string }
  | { readonly tipo: "KO"; readonly faultCode: string; readonly descrizione: string }
  | { readonly tipo: "NESSUNA"; readonly motivo: string };

const busta = (d: Destinatario, corpo: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="${NS_SOAP}" xmlns:ppt="${NS_PPT}" xmlns:ppthead="${NS_PPTHEAD}"><soapenv:Header>${blocco(
    "ppthead:intestazionePPT",
    tag("identificativoIntermediarioPA", d.idIntermediario),
    tag("identificativoStazioneIntermediarioPA", d.idStazione),
    tag("identificativoDominio", d.idDominio),
    tag("identificativoUnivocoVersamento", d.iuv),
    tag("codiceContestoPagamento", d.ccp),
  )}</soapenv:Header><soapenv:Body>${corpo}</soapenv:Body></soapenv:Envelope>`;

export const bustaVerifica = (d: Destinatario, psp: Psp): string =>
  busta(d, blocco("ppt:paaVerificaRPT", tag("identificativoPSP", psp.id)));

export const bustaAttiva = (d: Destinatario, psp: Psp, importo: bigint): string =>
  busta(
    d,
    blocco(
      "ppt:paaAttivaRPT",
      tag("identificativoPSP", psp.id),
      blocco("datiPagamentoPSP", tag("importoSingoloVersamento", formatImporto(importo))),
      tag("identificativoIntermediarioPSP", psp.idIntermediario),
      tag("identificativoCanalePSP", psp.idCanale),
    ),
  );

export const bustaRt = (d: Destinatario, rt: string): string =>
  busta(d, blocco("ppt:paaInviaRT", tag("tipoFirma", "0"), tag("rt", Buffer.from(rt, "utf8").toString("base64"))));

const judge = (operazione: Operazione, testo: string): EsitoChiamata => {
  const risposta = figlio(figlio(parseXml(testo), "Body"), `${operazione}Risposta`);
  const interna = figlio(risposta, `${operazione}Risposta`);
  const esito = testoDi(interna, "esito");
  const faultCode = testoDi(interna, "fault", "faultCode");
  if (risposta?.ns !== NS_PPT || (esito !== "OK" && esito !== "KO")) return { tipo: "NESSUNA", motivo: "risposta non conforme" };
  if (esito === "KO") {
    if (faultCode === undefined) return { tipo: "NESSUNA", motivo: "KO senza fault" };
    return { tipo: "KO", faultCode, descrizione: testoDi(interna, "fault", "description") ?? "" };
  }
  const importo = testoDi(interna, "datiPagamentoPA", "importoSingoloVersamento");
  return { tipo: "OK", ...(importo === undefined ? {} : { importo }) };
};

interface Grezzo {
  readonly stato: number;
  readonly testo: string;
}

const call = async (contesto: Contesto, operazione: Operazione, xml: string): Promise<Grezzo> => {
  const { percorso, secondi } = SERVIZI[operazione];
  try {
    const risposta = await fetch(`${contesto.macchina.baseUrl}/pagopa/${percorso}`, {
      method: "POST",
      headers: { "content-type": "text/xml; charset=utf-8", soapaction: `"${operazione}"`, authorization: basic(NODO) },
      body: xml,
      signal: AbortSignal.timeout(secondi * 1000),
    });
    return { stato: risposta.status, testo: await risposta.text() };
  } catch {
    return { stato: 0, testo: "" };
  }
};

/** Sends once, or as the fault asked for wants; the exchange is shown. */
export const sendStorica = async (contesto: Contesto, operazione: Operazione, xml: string, scambi: Scambio[]): Promise<EsitoChiamata> => {
  const inizio = performance.now();
  const guasto = contesto.guasti.take("storico", operazione);
  if (guasto?.tipo === "ritardo") await attendi(guasto.millisecondi);
  if (guasto?.tipo === "doppio") await call(contesto, operazione, xml);
  const spedita = guasto?.tipo === "malformato" ? xml.slice(0, Math.floor(xml.length * 0.6)) : xml;
  const persa = guasto?.tipo === "perso" && guasto.fase !== "risposta";
  const grezzo = persa ? { stato: 0, testo: "" } : await call(contesto, operazione, spedita);
  const muta = guasto?.tipo === "perso" || guasto?.tipo === "rifiutato" || grezzo.stato !== 200;
  let esito: EsitoChiamata;
  try {
    esito = muta ? { tipo: "NESSUNA", motivo: `HTTP ${grezzo.stato}` } : judge(operazione, grezzo.testo);
  } catch (errore) {
    esito = { tipo: "NESSUNA", motivo: errore instanceof Error ? errore.message : String(errore) };
  }
  const scambio: Scambio = {
    // Here the Node calls: as its other messages, it goes towards the gateway.
    parte: "nodo",
    operazione,
    indirizzo: `/pagopa/${SERVIZI[operazione].percorso}`,
    richiesta: xml,
    risposta: grezzo.testo,
    millisecondi: Math.round((performance.now() - inizio) * 10) / 10,
    statoHttp: grezzo.stato,
    ...(esito.tipo === "NESSUNA" ? { errore: esito.motivo } : {}),
    istante: contesto.istante(),
  };
  scambi.push(scambio);
  contesto.scambi.add(scambio);
  return esito;
};
