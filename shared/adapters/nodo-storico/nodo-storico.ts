/** The legacy Node behind its port: order and names of the elements are those of the operations table, base64 around the documents. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CampiEvento } from "../../domain/eventi.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import type { CanaleNodo, ChiaveRpt, NodoStorico, PuntoNodo, RptDaInviare } from "../../ports/nodo-storico.ts";
import type { ClientSoap } from "./client-soap.ts";
import { readRisposta, schemi } from "./risposte.ts";

/** Within what waits for us: the 25 s of POST /pagamenti, the 60 s of the consumers. */
const TEMPO_INVIO = 12_000;
const TEMPO_DOMANDA = 15_000;
const MASSIMO_RT = 2 * 1024 * 1024;

export const stazioneDi = ({ idIntermediario, idStazione, password }: PuntoNodo) => ({
  identificativoIntermediarioPA: idIntermediario,
  identificativoStazioneIntermediarioPA: idStazione,
  password,
});

const chiaveDi = ({ idDominio, iuv, ccp }: ChiaveRpt) => ({
  identificativoDominio: idDominio,
  identificativoUnivocoVersamento: iuv,
  codiceContestoPagamento: ccp,
});

const soloChiave = ({ idDominio, iuv, ccp }: ChiaveRpt): ChiaveRpt => ({ idDominio, iuv, ccp });

const canaleDi = ({ idPsp, idIntermediarioPsp, idCanale }: CanaleNodo) => ({
  identificativoPSP: idPsp,
  identificativoIntermediarioPSP: idIntermediarioPsp,
  identificativoCanale: idCanale,
});

const eventoDi = (punto: PuntoNodo, chiave?: ChiaveRpt, canale?: CanaleNodo, tipoVersamento?: string): CampiEvento => ({
  ...chiave,
  datiPagoPA: {
    idIntermediario: punto.idIntermediario,
    idStazione: punto.idStazione,
    ...(canale && { idPsp: canale.idPsp, idIntermediarioPsp: canale.idIntermediarioPsp, idCanale: canale.idCanale }),
    ...(tipoVersamento !== undefined && { tipoVersamento }),
  },
});

/** The document has been written already, and says how it is paid. */
const tipoVersamentoDi = (rpt: RptDaInviare | undefined): string | undefined =>
  /<(?:[\w.-]+:)?tipoVersamento>([A-Z]{2,4})</.exec(rpt?.xml ?? "")?.[1];

const base64 = (testo: string): string => Buffer.from(testo, "utf8").toString("base64");

/** Bytes of a base64 text, blanks and line breaks allowed; undefined for anything else. */
export const fromBase64 = (scritto: string): Uint8Array | undefined => {
  const testo = scritto.replace(/\s+/g, "");
  return testo !== "" && testo.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(testo) ? Buffer.from(testo, "base64") : undefined;
};

const esitoInvio = (esito: string, url: string | undefined): Esito<{ readonly url?: string }> =>
  esito === "OK" ? ok(url === undefined ? {} : { url }) : ko(`esito ${esito.slice(0, 20)} senza fault`);

export const createNodoStorico = (client: ClientSoap): NodoStorico => ({
  inviaRpt: async (punto, canale, rpt) =>
    readRisposta(
      await client({
        connettore: punto.connettore,
        operazione: "nodoInviaRPT",
        intestazione: {
          identificativoIntermediarioPA: punto.idIntermediario,
          identificativoStazioneIntermediarioPA: punto.idStazione,
          ...chiaveDi(rpt),
        },
        corpo: { password: punto.password, ...canaleDi(canale), rpt: base64(rpt.xml) },
        evento: eventoDi(punto, soloChiave(rpt), canale, tipoVersamentoDi(rpt)),
        timeoutMillisecondi: TEMPO_INVIO,
      }),
      schemi.nodoInviaRPT,
      ({ esito, url }) => esitoInvio(esito, url),
    ),

  inviaCarrello: async (punto, canale, { idCarrello, idPagamento, rpt, multiBeneficiario, codiceConvenzione }) =>
    readRisposta(
      await client({
        connettore: punto.connettore,
        operazione: "nodoInviaCarrelloRPT",
        intestazione: {
          identificativoIntermediarioPA: punto.idIntermediario,
          identificativoStazioneIntermediarioPA: punto.idStazione,
          identificativoCarrello: idCarrello,
        },
        corpo: {
          password: punto.password,
          ...canaleDi(canale),
          listaRPT: { elementoListaRPT: rpt.map((una) => ({ ...chiaveDi(una), rpt: base64(una.xml) })) },
          ...(codiceConvenzione !== undefined && { codiceConvenzione }),
          ...(multiBeneficiario !== undefined && { multiBeneficiario: String(multiBeneficiario) }),
        },
        evento: {
          ...eventoDi(punto, rpt[0] && soloChiave(rpt[0]), canale, tipoVersamentoDi(rpt[0])),
          ...(idPagamento !== undefined && { idPagamento }),
        },
        timeoutMillisecondi: TEMPO_INVIO,
      }),
      schemi.nodoInviaCarrelloRPT,
      ({ esitoComplessivoOperazione, url }) => esitoInvio(esitoComplessivoOperazione, url),
    ),

  chiediStato: async (punto, chiave) =>
    readRisposta(
      await client({
        connettore: punto.connettore,
        operazione: "nodoChiediStatoRPT",
        corpo: { ...stazioneDi(punto), ...chiaveDi(chiave) },
        evento: eventoDi(punto, soloChiave(chiave)),
        timeoutMillisecondi: TEMPO_DOMANDA,
      }),
      schemi.nodoChiediStatoRPT,
      ({ esito: { stato, url, elementoStoricoRPT } }) =>
        ok({ stato: stato.trim(), ...(url !== undefined && { url }), storico: elementoStoricoRPT ?? [] }),
    ),

  chiediPendenti: async (punto, { idDominio, da, a, massimo }) =>
    readRisposta(
      await client({
        connettore: punto.connettore,
        operazione: "nodoChiediListaPendentiRPT",
        corpo: {
          ...stazioneDi(punto),
          ...(idDominio !== undefined && { identificativoDominio: idDominio }),
          // The legacy guide writes local time without an offset.
          rangeDa: toIsoRoma(da).slice(0, 19),
          rangeA: toIsoRoma(a).slice(0, 19),
          dimensioneLista: String(massimo),
        },
        evento: { ...eventoDi(punto), ...(idDominio !== undefined && { idDominio }) },
        timeoutMillisecondi: TEMPO_DOMANDA,
      }),
      schemi.nodoChiediListaPendentiRPT,
      // totRestituiti does not always match the rows: they are what counts.
      ({ listaRPTPendenti }) =>
        ok(
          (listaRPTPendenti?.rptPendente ?? []).map((voce) => ({
            idDominio: voce.identificativoDominio,
            iuv: voce.identificativoUnivocoVersamento,
            ccp: voce.codiceContestoPagamento,
            stato: voce.stato.trim(),
          })),
        ),
    ),

  chiediCopiaRt: async (punto, chiave) =>
    readRisposta(
      await client({
        connettore: punto.connettore,
        operazione: "nodoChiediCopiaRT",
        corpo: { ...stazioneDi(punto), ...chiaveDi(chiave) },
        evento: eventoDi(punto, soloChiave(chiave)),
        timeoutMillisecondi: TEMPO_DOMANDA,
        massimoByte: MASSIMO_RT,
      }),
      schemi.nodoChiediCopiaRT,
      ({ tipoFirma, rt }) => {
        const byte = fromBase64(rt);
        return byte ? ok({ tipoFirma: tipoFirma ?? "0", rt: byte }) : ko("rt: base64 non valido");
      },
    ),
});
