/**
 * The operations that the legacy Node offers to creditors and that we call, as data: order of the elements, which may be missing, which
 * repeat (pagopa.md 1.3). The WSDL given to the SOAP client is written from this table, so there is one description and it is ours.
 */

export const SPAZIO_SERVIZIO = "http://NodoPagamentiSPC.spcoop.gov.it/servizi/PagamentiTelematiciRPT";
export const SPAZIO_CORPO = "http://ws.pagamenti.telematici.gov/";
export const SPAZIO_INTESTAZIONE = "http://ws.pagamenti.telematici.gov/ppthead";

/** Element: `?` may be missing, `*` any number of times, `+` 1..5; a nested list is a complex element. Every leaf is read as text. */
export type Elemento = string | readonly [string, readonly Elemento[]];

export interface OperazioneNodo {
  /** Header element and its children, where there is one. */
  readonly intestazione?: readonly [string, readonly string[]];
  readonly richiesta: readonly Elemento[];
  readonly risposta: readonly Elemento[];
}

const FAULT: readonly Elemento[] = [
  "faultCode",
  "faultString",
  "id",
  "description?",
  "serial?",
  "originalFaultCode?",
  "originalFaultString?",
  "originalDescription?",
];
const fault: Elemento = ["fault?", FAULT];
const STAZIONE = ["identificativoIntermediarioPA", "identificativoStazioneIntermediarioPA"] as const;
const CHIAVE = ["identificativoDominio", "identificativoUnivocoVersamento", "codiceContestoPagamento"] as const;
const CANALE = ["identificativoPSP", "identificativoIntermediarioPSP", "identificativoCanale"] as const;

export const OPERAZIONI = {
  nodoInviaRPT: {
    intestazione: ["intestazionePPT", [...STAZIONE, ...CHIAVE]],
    richiesta: ["password", ...CANALE, "tipoFirma?", "rpt"],
    risposta: [fault, "esito", "redirect?", "url?"],
  },
  nodoInviaCarrelloRPT: {
    intestazione: ["intestazioneCarrelloPPT", [...STAZIONE, "identificativoCarrello"]],
    richiesta: [
      "password",
      ...CANALE,
      ["listaRPT", [["elementoListaRPT+", [...CHIAVE, "tipoFirma?", "rpt"]]]],
      "requireLightPayment?",
      "codiceConvenzione?",
      "multiBeneficiario?",
    ],
    risposta: [fault, "esitoComplessivoOperazione", "url?", ["listaErroriRPT?", [["fault*", FAULT]]]],
  },
  nodoChiediStatoRPT: {
    richiesta: [...STAZIONE, "password", ...CHIAVE],
    risposta: [
      fault,
      [
        "esito?",
        [
          "stato",
          "redirect?",
          "url?",
          ["elementoStoricoRPT*", ["data", "stato", "descrizione"]],
          ["elementoStoricoVersamento*", ["progressivo", "data", "stato", "descrizione"]],
        ],
      ],
    ],
  },
  nodoChiediListaPendentiRPT: {
    richiesta: [...STAZIONE, "password", "identificativoDominio?", "rangeDa?", "rangeA?", "dimensioneLista"],
    risposta: [fault, ["listaRPTPendenti?", ["totRestituiti", ["rptPendente*", [...CHIAVE, "stato"]]]]],
  },
  nodoChiediCopiaRT: {
    richiesta: [...STAZIONE, "password", ...CHIAVE],
    risposta: [fault, "tipoFirma?", "rt?"],
  },
  nodoChiediElencoFlussiRendicontazione: {
    richiesta: [...STAZIONE, "password", "identificativoDominio?", "identificativoPSP?"],
    risposta: [
      fault,
      ["elencoFlussiRendicontazione?", ["totRestituiti", ["idRendicontazione*", ["identificativoFlusso", "dataOraFlusso"]]]],
    ],
  },
  nodoChiediFlussoRendicontazione: {
    richiesta: [...STAZIONE, "password", "identificativoDominio?", "identificativoPSP?", "identificativoFlusso"],
    risposta: [fault, "xmlRendicontazione?"],
  },
} as const satisfies Readonly<Record<string, OperazioneNodo>>;

export type NomeOperazione = keyof typeof OPERAZIONI;
