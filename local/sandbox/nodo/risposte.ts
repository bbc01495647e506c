/** From the gateway's answer to what the Node takes from it, with every check that makes the real Node refuse an answer (section 3.4). */
import { type Esito, ko, ok } from "../../../shared/domain/esito.ts";
import { parseImporto, sum } from "../comune/importi.ts";
import { figlio, type Nodo, parseXml, testoDi } from "../comune/xml.ts";
import { NS_PA_FOR_NODE, NS_SOAP } from "./buste.ts";
import type { DatiPagamento, Fault, Soggetto, Trasferimento, Verifica } from "./modello.ts";
import { difference, type RadiceRisposta, RISPOSTE } from "./schema.ts";

export const NODO = "NodoDeiPagamentiSPC";

/** A fault of the Node itself. */
export const faultNodo = (faultCode: string, faultString: string, description?: string): Fault => ({
  faultCode,
  faultString,
  id: NODO,
  ...(description === undefined ? {} : { description }),
});

export const rispostaErrata = (motivo: string): Fault =>
  faultNodo("PPT_STAZIONE_INT_PA_ERRORE_RESPONSE", "Errore di risposta dalla stazione.", motivo);

/** How an answer is judged: well-formed with outcome OK, well-formed refusal of the creditor, or not acceptable. */
export type Giudizio = { tipo: "OK"; corpo: Nodo } | { tipo: "KO"; fault: Fault } | { tipo: "ERRATA"; motivo: string };

const leggiCorpo = (testo: string, radice: RadiceRisposta): Nodo | string => {
  let busta: Nodo;
  try {
    busta = parseXml(testo);
  } catch (errore) {
    return errore instanceof Error ? errore.message : String(errore);
  }
  if (busta.nome !== "Envelope" || busta.ns !== NS_SOAP) return "la risposta non è una busta SOAP 1.1";
  const body = figlio(busta, "Body");
  const corpo = body?.figli[0];
  if (corpo === undefined) return "Body assente o vuoto";
  if (body?.figli.length !== 1) return "più di un elemento nel Body";
  if (corpo.nome !== radice || corpo.ns !== NS_PA_FOR_NODE) return `atteso ${radice}, ricevuto ${corpo.nome}`;
  return corpo;
};

const leggiFault = (nodo: Nodo): Fault => {
  const description = testoDi(nodo, "description");
  return {
    faultCode: "PPT_ERRORE_EMESSO_DA_PAA",
    faultString: "Errore restituito dall'Ente Creditore",
    id: testoDi(nodo, "id") ?? "",
    originalFaultCode: testoDi(nodo, "faultCode") ?? "",
    originalFaultString: testoDi(nodo, "faultString") ?? "",
    ...(description === undefined ? {} : { originalDescription: description }),
  };
};

/** Judges the text of an answer to an operation whose answer has the given root element. */
export const judge = (testo: string, radice: RadiceRisposta): Giudizio => {
  const corpo = leggiCorpo(testo, radice);
  if (typeof corpo === "string") return { tipo: "ERRATA", motivo: corpo };
  const problema = difference(corpo, RISPOSTE[radice], radice);
  if (problema !== undefined) return { tipo: "ERRATA", motivo: problema };
  const fault = figlio(corpo, "fault");
  if (testoDi(corpo, "outcome") === "OK")
    return fault === undefined ? { tipo: "OK", corpo } : { tipo: "ERRATA", motivo: "outcome OK insieme a un fault" };
  if (fault === undefined) return { tipo: "ERRATA", motivo: "outcome KO senza fault" };
  if (corpo.figli.length > 2) return { tipo: "ERRATA", motivo: "outcome KO insieme ad altri dati" };
  return { tipo: "KO", fault: leggiFault(fault) };
};

const centesimi = (nodo: Nodo | undefined, ...nomi: string[]): bigint => parseImporto((testoDi(nodo, ...nomi) ?? "").trim()) ?? 0n;
const soltanto = <C extends string>(campo: C, valore: string | undefined): { [K in C]?: string } =>
  valore === undefined ? {} : ({ [campo]: valore } as { [K in C]?: string });

/** What a verification must give on OK: everything but the office (specification 1.2). */
export const readVerifica = (corpo: Nodo): Esito<Verifica, string> => {
  const opzione = figlio(figlio(corpo, "paymentList"), "paymentOptionDescription");
  const causale = testoDi(corpo, "paymentDescription");
  const ragioneSociale = testoDi(corpo, "companyName");
  if (opzione === undefined) return ko("manca paymentList");
  if (causale === undefined) return ko("manca paymentDescription");
  if (testoDi(corpo, "fiscalCodePA") === undefined) return ko("manca fiscalCodePA");
  if (ragioneSociale === undefined) return ko("manca companyName");
  return ok({
    importo: centesimi(opzione, "amount"),
    ...soltanto("dataScadenza", testoDi(opzione, "dueDate")),
    causale,
    ragioneSociale,
    ...soltanto("ufficio", testoDi(corpo, "officeName")),
    allCCP: /^(true|1)$/.test((testoDi(opzione, "allCCP") ?? "").trim()),
  });
};

const leggiMetadata = (nodo: Nodo | undefined): { metadata?: readonly (readonly [string, string])[] } => {
  const voci = figlio(nodo, "metadata")?.figli.map((voce) => [testoDi(voce, "key") ?? "", testoDi(voce, "value") ?? ""] as const);
  return voci === undefined ? {} : { metadata: voci };
};

const leggiSoggetto = (nodo: Nodo | undefined): Soggetto => ({
  tipo: testoDi(nodo, "uniqueIdentifier", "entityUniqueIdentifierType") ?? "F",
  identificativo: testoDi(nodo, "uniqueIdentifier", "entityUniqueIdentifierValue") ?? "",
  anagrafica: testoDi(nodo, "fullName") ?? "",
  ...soltanto("indirizzo", testoDi(nodo, "streetName")),
  ...soltanto("civico", testoDi(nodo, "civicNumber")),
  ...soltanto("cap", testoDi(nodo, "postalCode")),
  ...soltanto("localita", testoDi(nodo, "city")),
  ...soltanto("provincia", testoDi(nodo, "stateProvinceRegion")),
  ...soltanto("nazione", testoDi(nodo, "country")),
  ...soltanto("email", testoDi(nodo, "e-mail")),
});

const leggiTrasferimento = (nodo: Nodo): Trasferimento => ({
  idTransfer: Number(testoDi(nodo, "idTransfer")),
  importo: centesimi(nodo, "transferAmount"),
  idDominio: testoDi(nodo, "fiscalCodePA") ?? "",
  ...soltanto("ragioneSociale", testoDi(nodo, "companyName")),
  ...soltanto("iban", testoDi(nodo, "IBAN")),
  ...soltanto("improntaBollo", testoDi(nodo, "richiestaMarcaDaBollo", "hashDocumento")),
  causale: testoDi(nodo, "remittanceInformation") ?? "",
  categoria: testoDi(nodo, "transferCategory") ?? "",
  ...leggiMetadata(nodo),
});

/** `data` of a paGetPayment answer with the sums that the Node checks. */
export const readPagamento = (corpo: Nodo): Esito<DatiPagamento, string> => {
  const nodo = figlio(corpo, "data");
  if (nodo === undefined) return ko("manca data");
  const trasferimenti = (figlio(nodo, "transferList")?.figli ?? []).map(leggiTrasferimento);
  const importo = centesimi(nodo, "paymentAmount");
  if (sum(trasferimenti.map((voce) => voce.importo)) !== importo) return ko("la somma dei transferAmount è diversa da paymentAmount");
  if (new Set(trasferimenti.map((voce) => voce.idTransfer)).size !== trasferimenti.length) return ko("idTransfer ripetuto");
  return ok({
    iuv: testoDi(nodo, "creditorReferenceId") ?? "",
    importo,
    dataScadenza: testoDi(nodo, "dueDate") ?? "",
    causale: testoDi(nodo, "description") ?? "",
    ...soltanto("ragioneSociale", testoDi(nodo, "companyName")),
    ...soltanto("ufficio", testoDi(nodo, "officeName")),
    debitore: leggiSoggetto(figlio(nodo, "debtor")),
    trasferimenti,
    ...leggiMetadata(nodo),
  });
};
