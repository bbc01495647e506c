/** A legacy Node that answers what it is told and keeps what it was sent. */
import type { Esito } from "../../../domain/esito.ts";
import { ok } from "../../../domain/esito.ts";
import type { PuntoNodo } from "../../../ports/nodo-storico.ts";
import type { ErroreHttp, RichiestaHttp, RispostaHttp } from "../../http/client.ts";
import { createClientSoap } from "../client-soap.ts";

export const PUNTO: PuntoNodo = {
  connettore: {
    url: "https://nodo.example/nodo",
    subscriptionKey: "chiave",
    auth: { tipo: "basic", username: "ente", password: "segreta" },
  },
  idIntermediario: "99001122334",
  idStazione: "99001122334_01",
  password: "parola-01",
};
export const RPT = { idDominio: "01234567897", iuv: "01000000000000112", ccp: "n/a", xml: "<RPT>è</RPT>" };

const NS = "http://ws.pagamenti.telematici.gov/";

export const busta = (operazione: string, corpo: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns2="${NS}"><soapenv:Body>` +
  `<ns2:${operazione}Risposta>${corpo}</ns2:${operazione}Risposta></soapenv:Body></soapenv:Envelope>`;

export const fault = (codice: string, serial?: number): string =>
  `<fault><faultCode>${codice}</faultCode><faultString>Testo del Nodo</faultString><id>NodoDeiPagamentiSPC</id><description>motivo</description>${
    serial === undefined ? "" : `<serial>${serial}</serial>`
  }</fault>`;

export const createNodoFinto = (risposta: Esito<Partial<RispostaHttp>, ErroreHttp>) => {
  const richieste: RichiestaHttp[] = [];
  const http = {
    request: async (richiesta: RichiestaHttp) => {
      richieste.push(richiesta);
      return risposta.ok ? ok({ status: 200, headers: {}, testo: "", ...risposta.valore }) : risposta;
    },
  };
  return { client: createClientSoap(http), richieste };
};
