/** The answers of the legacy family: the response element nested in itself, fault before esito, data only when the outcome is OK (pagopa.md 3.1). */
import { FAULT_STRING } from "../../contracts/pagopa/faults.ts";
import { NS_PAGAMENTI, NS_PPT, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import { paaAttivaRPT, paaInviaRT, paaVerificaRPT } from "../../contracts/pagopa/primitive-storiche.ts";
import type { CodiceFaultPa, FaultPa } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { DatiPagamentoPa, NomePrimitivaStorica, RisposteStoriche } from "../../domain/storico/messaggi-storici.ts";
import { codice, elemento, importo, testo, testoConforme, testoFacoltativo } from "../pagopa/xml.ts";
import { presentEnteBeneficiario } from "./rpt.ts";

const STRINGHE: Readonly<Record<CodiceFaultPa, string>> = FAULT_STRING;
const PRIMITIVE = { paaVerificaRPT, paaAttivaRPT, paaInviaRT } as const;

/** The content of enteBeneficiario belongs to the schema of the RPT, whose elements are qualified: the default namespace changes inside it and nowhere else. */
const presentEnte = ({ enteBeneficiario }: DatiPagamentoPa): string =>
  elemento("enteBeneficiario", presentEnteBeneficiario(enteBeneficiario).replaceAll(/<(\/?)(?=[a-z])/g, "<$1pay:"));

const presentDati = (dati: DatiPagamentoPa): string =>
  elemento(
    "datiPagamentoPA",
    importo("importoSingoloVersamento", dati.importoSingoloVersamento),
    codice("ibanAccredito", dati.ibanAccredito, /^[a-zA-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/),
    testoConforme("bicAccredito", dati.bicAccredito, /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/, 11),
    presentEnte(dati),
    testo("causaleVersamento", dati.causaleVersamento, 140),
  );

const DATI: { readonly [P in NomePrimitivaStorica]: (dati: RisposteStoriche[P]) => string } = {
  paaVerificaRPT: presentDati,
  paaAttivaRPT: presentDati,
  paaInviaRT: () => "",
};

const risposta = (primitiva: NomePrimitivaStorica, ...contenuto: readonly string[]): string => {
  const nome = PRIMITIVE[primitiva].elementoRisposta;
  const corpo = elemento(`ppt:${nome}`, elemento(nome, ...contenuto));
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${NS_SOAP}" xmlns:ppt="${NS_PPT}" xmlns:pay="${NS_PAGAMENTI}"><soapenv:Body>${corpo}</soapenv:Body></soapenv:Envelope>`;
};

/** The whole answer with outcome OK. Throws when the data break an invariant of the protocol (a bug). */
export const presentRispostaStorica = <const P extends NomePrimitivaStorica>(primitiva: P, dati: RisposteStoriche[P]): string =>
  risposta(primitiva, elemento("esito", "OK"), DATI[primitiva](dati));

/** The whole answer with outcome KO: it goes out with HTTP status 200. */
export const presentRifiutoStorico = (primitiva: NomePrimitivaStorica, fault: FaultPa): string =>
  risposta(
    primitiva,
    elemento(
      "fault",
      testo("faultCode", fault.faultCode, 60),
      testo("faultString", STRINGHE[fault.faultCode], 255),
      testo("id", fault.id, 35),
      testoFacoltativo("description", fault.description, 1024),
    ),
    elemento("esito", "KO"),
  );
