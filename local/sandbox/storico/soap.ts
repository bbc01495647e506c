/**
 * What the legacy Node answers to the creditor (NodoPerPa, pagopa.md 1.3), with the faults in the documented order: who speaks, with which
 * password, for whom, then what it says (3.3).
 */
import { randomUUID } from "node:crypto";
import { oraDiRoma } from "../comune/date.ts";
import type { Risposta } from "../comune/http.ts";
import { blocco, figlio, type Nodo, parseXml, tag, testoDi } from "../comune/xml.ts";
import type { Contesto } from "../contesto.ts";
import { STAZIONE_STORICA } from "../credenziali.ts";
import type { Flussi } from "../fdr/flussi.ts";
import { NS_SOAP } from "../nodo/buste.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import type { Fault } from "../nodo/modello.ts";
import { faultNodo } from "../nodo/risposte.ts";
import { findPsp, PSP } from "../psp/psp.ts";
import { leggiRpt, scriviFlusso } from "./documenti.ts";
import { type ChiaveRpt, NS_PPT, PSP_WISP } from "./modello.ts";
import { isPendente, type NodoStorico, type RptInArrivo } from "./nodo-storico.ts";

interface PartiStoriche {
  readonly contesto: Contesto;
  readonly nodo: NodoStorico;
  readonly flussi: Flussi;
  readonly configurazione: Configurazione;
}

/** A request: header, body, and who says to be speaking. */
interface Domanda {
  readonly operazione: string;
  readonly testata: Nodo | undefined;
  readonly corpo: Nodo;
}

type Corpo = string | Fault;
const isFault = <T>(esito: T | Fault): esito is Fault => typeof esito === "object" && esito !== null && "faultCode" in esito;

const tagFault = ({ faultCode, faultString, id, description }: Fault, serial?: number): string =>
  blocco(
    "fault",
    tag("faultCode", faultCode),
    tag("faultString", faultString),
    tag("id", id),
    tag("description", description),
    tag("serial", serial),
  );

const busta = (operazione: string, corpo: string): Risposta => ({
  stato: 200,
  tipo: "text/xml; charset=utf-8",
  corpo: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${NS_SOAP}" xmlns:ppt="${NS_PPT}"><soapenv:Body><ppt:${operazione}Risposta>${corpo}</ppt:${operazione}Risposta></soapenv:Body></soapenv:Envelope>`,
});

/** The operation named by the root of the body; undefined when it is not a call at all. */
export const leggiDomanda = (testo: string): Domanda | undefined => {
  try {
    const radice = parseXml(testo);
    const corpo = figlio(radice, "Body")?.figli[0];
    if (radice.ns !== NS_SOAP || corpo?.ns !== NS_PPT) return undefined;
    return { operazione: corpo.nome, testata: figlio(radice, "Header")?.figli[0], corpo };
  } catch {
    return undefined;
  }
};

const chiaveDi = (nodo: Nodo | undefined): ChiaveRpt => ({
  idDominio: testoDi(nodo, "identificativoDominio") ?? "",
  iuv: testoDi(nodo, "identificativoUnivocoVersamento") ?? "",
  ccp: testoDi(nodo, "codiceContestoPagamento") ?? "",
});

const sconosciuto = (codice: string, cosa: string | undefined): Fault => faultNodo(codice, "Identificativo sconosciuto.", cosa ?? "");

/** Intermediary, station, password: the first that is wrong. */
const checkStazione = (chi: Nodo | undefined, corpo: Nodo): Fault | undefined => {
  const intermediario = testoDi(chi, "identificativoIntermediarioPA");
  const stazione = testoDi(chi, "identificativoStazioneIntermediarioPA");
  if (intermediario === undefined || stazione === undefined) return faultNodo("PPT_SINTASSI_EXTRAXSD", "Errore di sintassi extra XSD.");
  if (intermediario !== STAZIONE_STORICA.idIntermediario) return sconosciuto("PPT_INTERMEDIARIO_PA_SCONOSCIUTO", intermediario);
  if (!stazione.startsWith(`${intermediario}_`)) return sconosciuto("PPT_STAZIONE_INT_PA_SCONOSCIUTA", stazione);
  if (testoDi(corpo, "password") !== STAZIONE_STORICA.password) return faultNodo("PPT_AUTENTICAZIONE", "Errore di autenticazione.");
  return undefined;
};

const readRpt = async (
  parti: PartiStoriche,
  chi: Nodo | undefined,
  chiave: ChiaveRpt,
  base64: string | undefined,
): Promise<RptInArrivo | Fault> => {
  const ente = await parti.configurazione.find(chiave.idDominio);
  if (ente === undefined) return sconosciuto("PPT_DOMINIO_SCONOSCIUTO", chiave.idDominio);
  let letta: ReturnType<typeof leggiRpt>;
  try {
    letta = leggiRpt(Buffer.from(base64 ?? "", "base64").toString("utf8"));
  } catch (errore) {
    return faultNodo("PPT_SINTASSI_XSD", "Errore di sintassi XSD.", errore instanceof Error ? errore.message : "");
  }
  const discorde = letta.idDominio !== chiave.idDominio || letta.iuv !== chiave.iuv || letta.ccp !== chiave.ccp;
  if (discorde) return faultNodo("PPT_SEMANTICA", "Errore semantico.", "la RPT e la sua intestazione parlano di pagamenti diversi");
  const somma = letta.righe.reduce((totale, { importo }) => totale + importo, 0n);
  if (somma !== letta.importo) return faultNodo("PPT_SEMANTICA", "Errore semantico.", "il totale non è la somma dei versamenti");
  const estraneo = letta.righe.find(
    ({ iban, improntaBollo }) => improntaBollo === undefined && ente.iban !== undefined && !ente.iban.includes(iban ?? ""),
  );
  if (estraneo) return faultNodo("PPT_IBAN_NON_CENSITO", "IBAN non censito.", estraneo.iban ?? "");
  if (parti.nodo.get(chiave) !== undefined) return faultNodo("PPT_RPT_DUPLICATA", "RPT duplicata.");
  return {
    ...chiave,
    idIntermediario: testoDi(chi, "identificativoIntermediarioPA") ?? "",
    idStazione: testoDi(chi, "identificativoStazioneIntermediarioPA") ?? "",
    letta,
  };
};

/** The page of WISP for who has still to choose, nothing for who paid at a PSP. */
const accept = ({ nodo, contesto }: PartiStoriche, rpt: readonly RptInArrivo[], idPsp: string | undefined): string => {
  const conPagina = idPsp === PSP_WISP;
  const idSessione = conPagina ? randomUUID() : undefined;
  nodo.accept(rpt, idSessione, conPagina ? undefined : idPsp);
  return conPagina
    ? tag("redirect", 1) + tag("url", `${contesto.macchina.baseUrl}/sandbox/wisp?idSession=${idSessione}`)
    : tag("redirect", 0);
};

const checkPsp = (corpo: Nodo): Fault | undefined => {
  const idPsp = testoDi(corpo, "identificativoPSP") ?? "";
  return idPsp === PSP_WISP || findPsp(idPsp) ? undefined : sconosciuto("PPT_PSP_SCONOSCIUTO", idPsp);
};

const inviaRpt = async (parti: PartiStoriche, { testata, corpo }: Domanda): Promise<Corpo> => {
  const rifiuto = checkStazione(testata, corpo) ?? checkPsp(corpo);
  if (rifiuto) return rifiuto;
  const rpt = await readRpt(parti, testata, chiaveDi(testata), testoDi(corpo, "rpt"));
  return isFault(rpt) ? rpt : tag("esito", "OK") + accept(parti, [rpt], testoDi(corpo, "identificativoPSP"));
};

const inviaCarrello = async (parti: PartiStoriche, { testata, corpo }: Domanda): Promise<string> => {
  const ko = tag("esitoComplessivoOperazione", "KO");
  const rifiuto = checkStazione(testata, corpo) ?? checkPsp(corpo);
  if (rifiuto) return tagFault(rifiuto) + ko;
  const elementi = figlio(corpo, "listaRPT")?.figli ?? [];
  const letti = await Promise.all(elementi.map((elemento) => readRpt(parti, testata, chiaveDi(elemento), testoDi(elemento, "rpt"))));
  const errori = letti.map((esito, indice) => (isFault(esito) ? tagFault(esito, indice + 1) : ""));
  if (errori.some((errore) => errore !== "")) return ko + blocco("listaErroriRPT", ...errori);
  const rpt = letti.filter((esito): esito is RptInArrivo => !isFault(esito));
  return (
    tag("esitoComplessivoOperazione", "OK") +
    accept(parti, rpt, testoDi(corpo, "identificativoPSP")).replace(/<redirect>.*<\/redirect>/, "")
  );
};

const chiediStato = ({ nodo }: PartiStoriche, corpo: Nodo): Corpo => {
  const rpt = nodo.get(chiaveDi(corpo));
  if (rpt === undefined) return faultNodo("PPT_RPT_SCONOSCIUTA", "RPT sconosciuta.");
  return blocco(
    "esito",
    tag("stato", rpt.stato),
    tag("redirect", 0),
    ...rpt.storico.map(({ data, stato }) =>
      blocco("elementoStoricoRPT", tag("data", data), tag("stato", stato), tag("descrizione", stato.toLowerCase())),
    ),
  );
};

const chiediPendenti = ({ nodo }: PartiStoriche, corpo: Nodo): Corpo => {
  const [dominio, da, a] = ["identificativoDominio", "rangeDa", "rangeA"].map((nome) => testoDi(corpo, nome));
  const pendenti = nodo
    .list()
    .filter((rpt) => isPendente(rpt) && (dominio === undefined || rpt.idDominio === dominio))
    .filter(({ ricevutaIl }) => (da === undefined || oraDiRoma(ricevutaIl) >= da) && (a === undefined || oraDiRoma(ricevutaIl) <= a))
    .slice(0, Number(testoDi(corpo, "dimensioneLista") ?? 0));
  return blocco(
    "listaRPTPendenti",
    tag("totRestituiti", pendenti.length),
    ...pendenti.map((rpt) =>
      blocco(
        "rptPendente",
        tag("identificativoDominio", rpt.idDominio),
        tag("identificativoUnivocoVersamento", rpt.iuv),
        tag("codiceContestoPagamento", rpt.ccp),
        tag("stato", rpt.stato),
      ),
    ),
  );
};

const chiediCopia = ({ nodo }: PartiStoriche, corpo: Nodo): Corpo => {
  const rpt = nodo.get(chiaveDi(corpo));
  if (rpt === undefined) return faultNodo("PPT_RT_SCONOSCIUTA", "RT sconosciuta.");
  if (rpt.rt === undefined) return faultNodo("PPT_RT_NONDISPONIBILE", "RT non ancora disponibile.");
  return tag("tipoFirma", "0") + tag("rt", Buffer.from(rpt.rt, "utf8").toString("base64"));
};

const GIORNI_VISIBILI_MS = 30 * 86_400_000;

const elencoFlussi = ({ flussi, contesto }: PartiStoriche, corpo: Nodo): Corpo => {
  const recenti = flussi
    .listUltimi(testoDi(corpo, "identificativoDominio") ?? "")
    .filter(({ dataFlusso }) => Date.parse(dataFlusso) > contesto.ora() - GIORNI_VISIBILI_MS);
  return blocco(
    "elencoFlussiRendicontazione",
    tag("totRestituiti", recenti.length),
    ...recenti.map(({ idFlusso, dataFlusso }) =>
      blocco("idRendicontazione", tag("identificativoFlusso", idFlusso), tag("dataOraFlusso", oraDiRoma(Date.parse(dataFlusso)))),
    ),
  );
};

const unFlusso = ({ flussi }: PartiStoriche, corpo: Nodo): Corpo => {
  const flusso = flussi.findUltimo(testoDi(corpo, "identificativoFlusso") ?? "");
  const dominio = testoDi(corpo, "identificativoDominio");
  if (flusso === undefined || (dominio !== undefined && flusso.idDominio !== dominio))
    return faultNodo("PPT_ID_FLUSSO_SCONOSCIUTO", "Flusso sconosciuto.");
  const documento = scriviFlusso(flusso, flussi.righe(flusso, 0, flusso.numeroPagamenti), findPsp(flusso.idPsp) ?? PSP[0]);
  return tag("xmlRendicontazione", Buffer.from(documento, "utf8").toString("base64"));
};

const CHIEDI: Readonly<Record<string, (parti: PartiStoriche, corpo: Nodo) => Corpo>> = {
  nodoChiediStatoRPT: chiediStato,
  nodoChiediListaPendentiRPT: chiediPendenti,
  nodoChiediCopiaRT: chiediCopia,
  nodoChiediElencoFlussiRendicontazione: elencoFlussi,
  nodoChiediFlussoRendicontazione: unFlusso,
};

export const rispondi = async (parti: PartiStoriche, domanda: Domanda): Promise<Risposta> => {
  const { operazione, corpo } = domanda;
  if (operazione === "nodoInviaCarrelloRPT") return busta(operazione, await inviaCarrello(parti, domanda));
  if (operazione === "nodoInviaRPT") {
    const esito = await inviaRpt(parti, domanda);
    return busta(operazione, isFault(esito) ? tagFault(esito) + tag("esito", "KO") : esito);
  }
  const chiedi = CHIEDI[operazione];
  if (!chiedi) return busta(operazione, tagFault(faultNodo("PPT_SOAPACTION_ERRATA", "SOAPAction errata.", operazione)));
  const esito = checkStazione(corpo, corpo) ?? chiedi(parti, corpo);
  return busta(operazione, isFault(esito) ? tagFault(esito) : esito);
};

/** What it says when it is asked to refuse. */
export const rifiutoDi = (operazione: string): Risposta => busta(operazione, tagFault(faultNodo("PPT_SYSTEM_ERROR", "Errore generico.")));
