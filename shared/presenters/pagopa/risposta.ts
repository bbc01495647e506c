/** The envelope of an answer of paForNode: outcome OK with the data of the primitive, or outcome KO with the fault and nothing else (pagopa.md 3.1). */
import { FAULT_STRING } from "../../contracts/pagopa/faults.ts";
import { NS_PA_FOR_NODE, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import {
  paDemandPaymentNotice,
  paGetPayment,
  paGetPaymentV2,
  paSendRT,
  paSendRTV2,
  paVerifyPaymentNotice,
} from "../../contracts/pagopa/primitive.ts";
import type { CodiceFaultPa, FaultPa, NomePrimitiva, RisposteNodo } from "../../domain/pagamenti/messaggi-nodo.ts";
import { presentAttivazioneV1, presentAttivazioneV2 } from "./attivazione.ts";
import { presentSpontaneo, presentVerifica } from "./verifica.ts";
import { elemento, testo, testoFacoltativo } from "./xml.ts";

/** Exhaustive: a fault of the domain without its official string does not compile. */
const STRINGHE: Readonly<Record<CodiceFaultPa, string>> = FAULT_STRING;

const PRIMITIVE = { paVerifyPaymentNotice, paGetPayment, paGetPaymentV2, paSendRT, paSendRTV2, paDemandPaymentNotice } as const;

const DATI: { readonly [P in NomePrimitiva]: (risposta: RisposteNodo[P]) => string } = {
  paVerifyPaymentNotice: presentVerifica,
  paGetPayment: presentAttivazioneV1,
  paGetPaymentV2: presentAttivazioneV2,
  paSendRT: () => "",
  paSendRTV2: () => "",
  paDemandPaymentNotice: presentSpontaneo,
};

const busta = (corpo: string, dichiarazioni = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${NS_SOAP}"${dichiarazioni}><soapenv:Body>${corpo}</soapenv:Body></soapenv:Envelope>`;

const risposta = (primitiva: NomePrimitiva, ...contenuto: readonly string[]): string =>
  busta(elemento(`paf:${PRIMITIVE[primitiva].elementoRisposta}`, ...contenuto), ` xmlns:paf="${NS_PA_FOR_NODE}"`);

const presentFault = (fault: FaultPa): string =>
  elemento(
    "fault",
    testo("faultCode", fault.faultCode, 60),
    testo("faultString", STRINGHE[fault.faultCode], 255),
    testo("id", fault.id, 35),
    testoFacoltativo("description", fault.description, 1024),
  );

/** The whole answer with outcome OK. Throws when the data break an invariant of the protocol (a bug). */
export const presentRispostaOk = <const P extends NomePrimitiva>(primitiva: P, dati: RisposteNodo[P]): string =>
  risposta(primitiva, elemento("outcome", "OK"), DATI[primitiva](dati));

/** The whole answer with outcome KO: it goes out with HTTP status 200. */
export const presentRispostaKo = (primitiva: NomePrimitiva, fault: FaultPa): string =>
  risposta(primitiva, elemento("outcome", "KO"), presentFault(fault));

/** SOAP 1.1 fault: for a message of which not even the primitive can be told (Client), or that we could not store (Server): no response element fits. */
export const presentSoapFault = (colpa: "Client" | "Server", fault: FaultPa): string =>
  busta(
    elemento(
      "soapenv:Fault",
      elemento("faultcode", `soapenv:${colpa}`),
      testo("faultstring", STRINGHE[fault.faultCode], 255),
      elemento("detail", presentFault(fault)),
    ),
  );
