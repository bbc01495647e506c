/** The five services of the catalogue on the test creditor: a request of each, and the mapping that turns it into a debt. */
import type { ServizioPagoPA } from "../../../shared/domain/servizi/servizio.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { APPLICAZIONE, COMUNE } from "../../sostegno/anagrafica.ts";
import { testata } from "./debito.ts";

const accesso = (nome: string): string => `http://PuntoAccessoPSP.spcoop.gov.it/${nome}`;
const persona = (nome: "Pagatore" | "Intestatario", codice = "RSSMRA85T10A562S", denominazione = "Mario Rossi"): string =>
  `<ta:codiceFiscale${nome}>${codice}</ta:codiceFiscale${nome}><ta:denominazione${nome}>${denominazione}</ta:denominazione${nome}>`;
const pagatore = `<ta:pagatore>${persona("Pagatore")}</ta:pagatore>`;
const intestatario = `<ta:intestatario>${persona("Intestatario", "BNCLGU80A01H501X", "Luigi Bianchi")}</ta:intestatario>`;

export const BOLLO_AUTO = (targa = "AB123CD", tipo = "1"): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ta:tassaAuto xmlns:ta="${accesso("TassaAuto")}"><ta:veicoloConTarga><ta:tipoVeicoloTarga>${tipo}</ta:tipoVeicoloTarga><ta:veicoloTarga>${targa}</ta:veicoloTarga></ta:veicoloConTarga></ta:tassaAuto>`;
export const PASSAPORTO = `<ta:pagamentoPratica xmlns:ta="${accesso("pagamentoPratica")}"><ta:codicePratica>A001</ta:codicePratica>${pagatore}${intestatario}</ta:pagamentoPratica>`;
export const PESCA = `<ta:praticaPagamentoCanoni xmlns:ta="${accesso("praticaPagamentoCanoni")}"><ta:codicePratica>D847</ta:codicePratica>${pagatore}${intestatario}<ta:note><ta:note>lago</ta:note></ta:note></ta:praticaPagamentoCanoni>`;
export const CUP = (importo = "35.50", chi = "<organizationFiscalCode>01234567897</organizationFiscalCode>"): string =>
  `<pagamentoCup xmlns="${accesso("Cup")}">${chi}<companyName>Ditta</companyName><debtorFiscalCode>RSSMRA85T10A562S</debtorFiscalCode><debtorFullName>Mario Rossi</debtorFullName><debtorEmail>mario@example.it</debtorEmail><amount>${importo}</amount></pagamentoCup>`;
export const CIE = `<ta:pagamentoCIE xmlns:ta="${accesso("pagamentoCIE")}"><ta:codiceCausale>1</ta:codiceCausale><ta:codiceFiscaleComune>01234567897</ta:codiceFiscaleComune>${intestatario}</ta:pagamentoCIE>`;

export const richiesta = (idServizio: string, xml: string, idSoggetto = "00001", intestazione = testata()): string =>
  `<pa:paDemandPaymentNoticeRequest>${intestazione}<idServizio>${idServizio}</idServizio><idSoggettoServizio>${idSoggetto}</idSoggettoServizio><datiSpecificiServizioRequest>${Buffer.from(xml).toString("base64")}</datiSpecificiServizioRequest></pa:paDemandPaymentNoticeRequest>`;

const pratica = (causale: string, euro: number) => ({
  causale,
  soggettoPagatore: { tipo: "F", identificativo: "{{ codiceFiscalePagatore }}", anagrafica: "{{ denominazionePagatore }}" },
  importo: euro,
  voci: [{ idVocePendenza: "1", importo: euro, descrizione: causale, codEntrata: "TARI" }],
});

const BOLLO = "{{ se(tipoVeicoloTarga = '1', importo('180,50'), se(tipoVeicoloTarga = '4', importo('35'), importo('90'))) }}";

const servizio = (idServizio: string, schema: ServizioPagoPA["schema"], pendenza: ServizioPagoPA["pendenza"]): ServizioPagoPA => ({
  ...{ idServizio, idSoggettoServizio: "00001", descrizione: `Servizio ${idServizio}`, schema, pendenza },
  ...{ dataInizioValidita: "2026-01-01", idA2A: APPLICAZIONE, abilitato: true },
});

export const SERVIZI: Readonly<Record<string, ServizioPagoPA>> = {
  "BOLLO-AUTO": servizio("00001", "TassaAutomobilistica_1_1_0", {
    idPendenza: "BOLLO-{{ maiuscolo(veicoloTarga) }}",
    causale: "Tassa automobilistica, targa {{ veicoloTarga }}",
    importo: BOLLO,
    dataScadenza: "2026-12-31",
    voci: [{ idVocePendenza: "1", importo: BOLLO, descrizione: "Tassa automobilistica", codEntrata: "TARI" }],
  }),
  PASSAPORTO: servizio("00002", "A001_Passaporto_1_0_0", pratica("Passaporto di {{ denominazioneIntestatario }}", 42.5)),
  PESCA: servizio("00003", "D847_Pesca_1_0_0", pratica("Licenza di pesca {{ note }}", 22)),
  CUP: servizio("00004", "Cup_1_0_0", {
    causale: "Canone unico, {{ companyName }}",
    soggettoPagatore: {
      ...{ tipo: "{{ se(lunghezza(debtorFiscalCode) = 16, 'F', 'G') }}", identificativo: "{{ debtorFiscalCode }}" },
      ...{ anagrafica: "{{ debtorFullName }}", email: "{{ debtorEmail }}" },
    },
    importo: "{{ importo(amount) }}",
    voci: [{ idVocePendenza: "1", importo: "{{ importo(amount) }}", descrizione: "Canone unico", codEntrata: "TARI" }],
  }),
  CIE: servizio("00005", "Cie_1_0_0", {
    causale: "Carta d'identità elettronica",
    soggettoPagatore: { tipo: "F", identificativo: "{{ codiceFiscaleIntestatario }}", anagrafica: "{{ denominazioneIntestatario }}" },
    importo: 22.21,
    voci: [{ idVocePendenza: "1", importo: 22.21, descrizione: "CIE", codEntrata: "TARI" }],
  }),
};

/** The debt types of the creditor, each with its service. */
export const conServizi = (altro: Partial<ServizioPagoPA> = {}): Modifica[] =>
  Object.entries(SERVIZI).flatMap(([idTipoPendenza, servizioPagoPA]): Modifica[] => [
    {
      azione: "crea",
      entita: "tipoPendenza",
      valore: { versione: 0, idTipoPendenza, descrizione: idTipoPendenza, pagaTerzi: true, abilitato: true },
    },
    {
      azione: "crea",
      entita: "tipoPendenzaDominio",
      valore: { versione: 0, idDominio: COMUNE, idTipoPendenza, servizioPagoPA: { ...servizioPagoPA, ...altro } },
    },
  ]);
