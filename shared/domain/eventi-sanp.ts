/**
 * The journal in the form that SANP asks for (pagopa.md 3.6): two rows per exchange, the request and the answer, derived from the one entry that is kept. An
 * installation may be asked for them by pagoPA during a dispute.
 */
import type { Evento, ParametriEvento } from "./eventi.ts";

export interface RigaSanp {
  readonly dataOraEvento: string;
  readonly identificativoDominio?: string;
  readonly identificativoUnivocoVersamento?: string;
  readonly codiceContestoPagamento?: string;
  readonly numeroAvviso?: string;
  readonly identificativoPrestatoreServiziPagamento?: string;
  readonly tipoVersamento?: string;
  readonly componente: string;
  readonly categoriaEvento: "INTERNO" | "INTERFACCIA";
  readonly tipoEvento: string;
  readonly sottoTipoEvento: "REQ" | "RESP";
  readonly identificativoFruitore: string;
  readonly identificativoErogatore: string;
  readonly identificativoStazioneIntermediarioPA?: string;
  readonly canalePagamento?: string;
  readonly parametriSpecificiInterfaccia?: string;
  /** The request is taken or not; the answer says how it ended. */
  readonly esito: string;
}

const NODO = "NodoDeiPagamentiSPC";
const NOI = "Fiorino";

/** Who asks and who serves: the Node is on the other side of every exchange with pagoPA; elsewhere the caller is whoever authenticated. */
const partiDi = ({ componente, ruolo, datiPagoPA, idDominio, principal, idA2A }: Evento): { fruitore: string; erogatore: string } => {
  const noi = datiPagoPA?.["idStazione"] ?? datiPagoPA?.["idIntermediario"] ?? idDominio ?? NOI;
  const altro = componente === "API_PAGOPA" ? NODO : componente === "API_ENTE" ? (idA2A ?? "ente") : (principal ?? NOI);
  return ruolo === "CLIENT" ? { fruitore: noi, erogatore: altro } : { fruitore: altro, erogatore: noi };
};

const parametriSpecifici = (parametri: ParametriEvento | undefined): string | undefined => {
  if (!parametri) return undefined;
  const { method, url, status } = parametri;
  const coppie = Object.entries({ method, url, status }).filter(([, valore]) => valore !== undefined);
  return coppie.length === 0 ? undefined : coppie.map(([nome, valore]) => `${nome}=${valore}`).join(";");
};

const fineDi = ({ dataEvento, durataMillisecondi, parametriRisposta }: Evento): string =>
  parametriRisposta?.data ?? new Date(Date.parse(dataEvento) + durataMillisecondi).toISOString();

/** Request and answer of an exchange. What happens inside (no other party) is one row. */
export const toRigheSanp = (evento: Evento): readonly RigaSanp[] => {
  const { idDominio, iuv, ccp, numeroAvviso, datiPagoPA, componente, categoriaEvento, tipoEvento, esito, sottotipoEsito } = evento;
  const { fruitore, erogatore } = partiDi(evento);
  const comune = {
    ...(idDominio !== undefined && { identificativoDominio: idDominio }),
    ...(iuv !== undefined && { identificativoUnivocoVersamento: iuv }),
    ...(ccp !== undefined && { codiceContestoPagamento: ccp }),
    ...(numeroAvviso !== undefined && { numeroAvviso }),
    ...(datiPagoPA?.["idPsp"] !== undefined && { identificativoPrestatoreServiziPagamento: datiPagoPA["idPsp"] }),
    ...(datiPagoPA?.["tipoVersamento"] !== undefined && { tipoVersamento: datiPagoPA["tipoVersamento"] }),
    componente,
    categoriaEvento: categoriaEvento === "INTERFACCIA" ? "INTERFACCIA" : "INTERNO",
    tipoEvento,
    identificativoFruitore: fruitore,
    identificativoErogatore: erogatore,
    ...(datiPagoPA?.["idStazione"] !== undefined && { identificativoStazioneIntermediarioPA: datiPagoPA["idStazione"] }),
    ...(datiPagoPA?.["idCanale"] !== undefined && { canalePagamento: datiPagoPA["idCanale"] }),
  } as const;
  const riga = (sottoTipoEvento: "REQ" | "RESP", dataOraEvento: string, parametri: ParametriEvento | undefined, suo: string): RigaSanp => {
    const specifici = parametriSpecifici(parametri);
    return {
      dataOraEvento,
      ...comune,
      sottoTipoEvento,
      ...(specifici !== undefined && { parametriSpecificiInterfaccia: specifici }),
      esito: suo,
    };
  };
  const finale = sottotipoEsito === undefined ? esito : `${esito} ${sottotipoEsito}`;
  if (categoriaEvento !== "INTERFACCIA") return [riga("REQ", evento.dataEvento, evento.parametriRichiesta, finale)];
  return [riga("REQ", evento.dataEvento, evento.parametriRichiesta, "OK"), riga("RESP", fineDi(evento), evento.parametriRisposta, finale)];
};
