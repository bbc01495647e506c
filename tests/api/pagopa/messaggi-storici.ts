/** Messages of the legacy family as text, for tests: the richest legal form of each request. */
import { NS_PAGAMENTI, NS_PPT, NS_PPTHEAD, NS_SOAP } from "../../../shared/contracts/pagopa/namespaces.ts";
import { COMUNE, INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { type RtDiProva, scriviRt } from "../../sostegno/storico.ts";
import { IUV } from "./debito.ts";

export const CCP = "c110729d258c4ab1b765fe902aae41d6";

export interface IntestazioneDiProva {
  readonly dominio?: string;
  readonly intermediario?: string;
  readonly stazione?: string;
  readonly iuv?: string;
  readonly ccp?: string;
}

export const intestazione = ({ dominio, intermediario, stazione, iuv, ccp }: IntestazioneDiProva = {}): string =>
  `<ppthead:intestazionePPT><identificativoIntermediarioPA>${intermediario ?? INTERMEDIARIO}</identificativoIntermediarioPA><identificativoStazioneIntermediarioPA>${stazione ?? STAZIONE}</identificativoStazioneIntermediarioPA><identificativoDominio>${dominio ?? COMUNE}</identificativoDominio><identificativoUnivocoVersamento>${iuv ?? IUV}</identificativoUnivocoVersamento><codiceContestoPagamento>${ccp ?? CCP}</codiceContestoPagamento></ppthead:intestazionePPT>`;

export const bustaStorica = (corpo: string, testata = intestazione()): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="${NS_SOAP}" xmlns:ppt="${NS_PPT}" xmlns:ppthead="${NS_PPTHEAD}"><soapenv:Header>${testata}</soapenv:Header><soapenv:Body>${corpo}</soapenv:Body></soapenv:Envelope>`;

export const verificaRpt = (psp = "AGID_01"): string =>
  `<ppt:paaVerificaRPT><identificativoPSP>${psp}</identificativoPSP></ppt:paaVerificaRPT>`;

const soggetto = (s: "Versante" | "Pagatore"): string =>
  `<soggetto${s}><p:identificativoUnivoco${s}><p:tipoIdentificativoUnivoco>F</p:tipoIdentificativoUnivoco><p:codiceIdentificativoUnivoco>VRDLGI80A01H501U</p:codiceIdentificativoUnivoco></p:identificativoUnivoco${s}><p:anagrafica${s}>Luigi Verdi</p:anagrafica${s}><p:indirizzo${s}>Via Po</p:indirizzo${s}><p:civico${s}>2</p:civico${s}><p:cap${s}>10100</p:cap${s}><p:localita${s}>Torino</p:localita${s}><p:provincia${s}>TO</p:provincia${s}><p:nazione${s}>IT</p:nazione${s}><p:e-mail${s}>l.verdi@example.it</p:e-mail${s}></soggetto${s}>`;

export const attivaRpt = (importo = "12.50"): string =>
  `<ppt:paaAttivaRPT xmlns:p="${NS_PAGAMENTI}"><identificativoPSP>AGID_01</identificativoPSP><datiPagamentoPSP><importoSingoloVersamento>${importo}</importoSingoloVersamento><ibanAppoggio>IT60X0542811101000000123456</ibanAppoggio><bicAppoggio>BCITITMM</bicAppoggio>${soggetto("Versante")}<ibanAddebito>IT60X0542811101000000123456</ibanAddebito><bicAddebito>BCITITMM</bicAddebito>${soggetto("Pagatore")}</datiPagamentoPSP><identificativoIntermediarioPSP>97735020584</identificativoIntermediarioPSP><identificativoCanalePSP>97735020584_02</identificativoCanalePSP></ppt:paaAttivaRPT>`;

const base64 = (testo: string): string => Buffer.from(testo, "utf8").toString("base64");

export const inviaRtGrezza = (rt: string, tipoFirma = "0"): string =>
  `<ppt:paaInviaRT><tipoFirma>${tipoFirma}</tipoFirma><rt>${base64(rt)}</rt></ppt:paaInviaRT>`;

/** The envelope of a receipt, with the header that belongs to it. */
export const consegnaRt = (rt: RtDiProva = {}, altro: IntestazioneDiProva = {}): string => {
  const { idDominio = COMUNE, iuv = IUV, ccp = CCP } = rt;
  return bustaStorica(inviaRtGrezza(scriviRt({ ...rt, idDominio, iuv, ccp })), intestazione({ dominio: idDominio, iuv, ccp, ...altro }));
};
