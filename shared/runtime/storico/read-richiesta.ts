/**
 * Reading of a request of the legacy family, in the order of checks of the protocol (pagopa.md 3.2): first the SOAP header, on which domain, broker and station
 * are judged, then the body against its schema; the RT, which travels in base64 inside it, last.
 */
import { NS_PPTHEAD } from "../../contracts/pagopa/namespaces.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CodiceFaultPa } from "../../domain/pagamenti/messaggi-nodo.ts";
import type {
  CorpiStorici,
  CorpoAttivaRpt,
  CorpoVerificaRpt,
  IntestazionePpt,
  NomePrimitivaStorica,
} from "../../domain/storico/messaggi-storici.ts";
import { decodeTesto } from "../../domain/valori/codifica.ts";
import type { Radice } from "../soap/envelope.ts";
import { facoltativo, sequenza, type Tipo, testoDi, testoFacoltativo, uno } from "../soap/schema.ts";
import { base64, importo, testo } from "../soap/simple-types.ts";
import type { Nodo } from "../soap/xml-tree.ts";
import { readRt } from "./read-rt.ts";
import { qualificato, soggetto } from "./soggetti-schema.ts";

export interface ErroreStorico {
  readonly faultCode: CodiceFaultPa;
  readonly description: string;
}

const no = (faultCode: CodiceFaultPa, description: string): { readonly ok: false; readonly errore: ErroreStorico } =>
  ko({ faultCode, description });

const iban = (valore: string): Esito<string> =>
  /^[a-zA-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/.test(valore) ? ok(valore) : ko("deve essere un IBAN");
const bic = (valore: string): Esito<string> =>
  /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/.test(valore) ? ok(valore) : ko("deve essere un BIC");

const INTESTAZIONE: Tipo<IntestazionePpt> = sequenza({
  identificativoIntermediarioPA: testoDi(testo(35)),
  identificativoStazioneIntermediarioPA: testoDi(testo(35)),
  identificativoDominio: testoDi(testo(35)),
  identificativoUnivocoVersamento: testoDi(testo(35)),
  codiceContestoPagamento: testoDi(testo(35)),
});

/** SOAP's own attributes (mustUnderstand, actor) are legal on a header. */
const senzaAttributi = (nodo: Nodo): Nodo => ({ ...nodo, attributi: [] });

/** The header: absent, repeated or wrong is "outside the schema of the payload". */
export function readIntestazione({ intestazione }: Radice): Esito<IntestazionePpt, ErroreStorico> {
  const trovate = (intestazione?.figli ?? []).filter(({ nome, ns }) => nome === "intestazionePPT" && ns === NS_PPTHEAD);
  const [unica] = trovate;
  if (!unica || trovate.length > 1)
    return no("PAA_SINTASSI_EXTRAXSD", `l'intestazione SOAP deve contenere intestazionePPT (${NS_PPTHEAD})`);
  const letta = INTESTAZIONE(senzaAttributi(unica));
  if (letta.ok) return letta;
  return no("PAA_SINTASSI_EXTRAXSD", `${["intestazionePPT", ...letta.errore.percorso].join("/")}: ${letta.errore.motivo}`);
}

const VERIFICA: Tipo<CorpoVerificaRpt> = sequenza({ identificativoPSP: testoDi(testo(35)) });

const ATTIVA: Tipo<CorpoAttivaRpt> = sequenza({
  identificativoPSP: testoDi(testo(35)),
  datiPagamentoPSP: uno(
    sequenza({
      importoSingoloVersamento: testoDi(importo),
      ibanAppoggio: testoFacoltativo(iban),
      bicAppoggio: testoFacoltativo(bic),
      soggettoVersante: facoltativo(qualificato(soggetto("Versante"))),
      ibanAddebito: testoFacoltativo(iban),
      bicAddebito: testoFacoltativo(bic),
      soggettoPagatore: facoltativo(qualificato(soggetto("Pagatore"))),
    }),
  ),
  identificativoIntermediarioPSP: testoDi(testo(35)),
  identificativoCanalePSP: testoDi(testo(35)),
});

const INVIA = sequenza({ tipoFirma: testoDi(testo(255, 0)), rt: testoDi(base64) });

function applica<T>(tipo: Tipo<T>, radice: Nodo): Esito<T, ErroreStorico> {
  const letto = tipo(radice);
  return letto.ok ? letto : no("PAA_SINTASSI_XSD", `${[radice.nome, ...letto.errore.percorso].join("/")}: ${letto.errore.motivo}`);
}

/** The element has a default: empty means unsigned. 1, 3 and 4 were signatures that nobody issues any more. */
const SENZA_FIRMA = ["", "0"];

function readInviaRt(radice: Nodo): Esito<CorpiStorici["paaInviaRT"], ErroreStorico> {
  const corpo = applica(INVIA, radice);
  if (!corpo.ok) return corpo;
  const tipoFirma = corpo.valore.tipoFirma.trim();
  if (!SENZA_FIRMA.includes(tipoFirma))
    return no("PAA_TIPOFIRMA_SCONOSCIUTO", `tipoFirma: ${tipoFirma.slice(0, 20)} non previsto, la ricevuta deve essere senza firma (0)`);
  const xml = decodeTesto(Buffer.from(corpo.valore.rt, "base64"));
  if (!xml.ok) return no("PAA_SINTASSI_XSD", `${radice.nome}/rt: ${xml.errore}`);
  const rt = readRt(xml.valore.testo);
  return rt.ok ? ok({ tipoFirma: "0", rt: rt.valore }) : no("PAA_SINTASSI_XSD", `${radice.nome}/rt: ${rt.errore}`);
}

const LETTORI: { readonly [P in NomePrimitivaStorica]: (radice: Nodo) => Esito<CorpiStorici[P], ErroreStorico> } = {
  paaVerificaRPT: (radice) => applica(VERIFICA, radice),
  paaAttivaRPT: (radice) => applica(ATTIVA, radice),
  paaInviaRT: readInviaRt,
};

/** The body of a primitive, every rule of its schema applied. */
export const readCorpo = <const P extends NomePrimitivaStorica>(primitiva: P, radice: Nodo): Esito<CorpiStorici[P], ErroreStorico> =>
  LETTORI[primitiva](radice);

/** The header must be that of the receipt it carries: another one would file it under somebody else's payment. */
export function checkCoerenza(intestazione: IntestazionePpt, { rt }: CorpiStorici["paaInviaRT"]): Esito<void, ErroreStorico> {
  const { dominio, datiPagamento } = rt;
  const diversi = [
    ["identificativoDominio", intestazione.identificativoDominio, dominio.identificativoDominio],
    ["identificativoUnivocoVersamento", intestazione.identificativoUnivocoVersamento, datiPagamento.identificativoUnivocoVersamento],
    ["codiceContestoPagamento", intestazione.codiceContestoPagamento, datiPagamento.CodiceContestoPagamento],
  ].find(([, testata, corpo]) => testata !== corpo);
  if (!diversi) return ok(undefined);
  const [campo, testata, corpo] = diversi;
  return no("PAA_SINTASSI_EXTRAXSD", `intestazionePPT/${campo}: ${testata} è diverso da quello della RT (${corpo})`);
}
