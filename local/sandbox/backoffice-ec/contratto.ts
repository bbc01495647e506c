/** Reading and writing of the contract of the Backoffice external API (1.6.9): pages from 0, ProblemJson, the fields of its two resources. */
import { json, type Richiesta, type Risposta } from "../comune/http.ts";
import { INTERMEDIARIO } from "../seed-dati.ts";
import type { ContoCensito, EnteAssociato } from "./registro.ts";

const MASSIMA_PAGINA = 100;
const PREDEFINITA = 10;

const TITOLI: Readonly<Record<number, string>> = { 400: "Bad Request", 404: "Not Found", 500: "Internal Server Error" };

export const problema = (stato: number, detail: string): Risposta =>
  json(stato, { title: TITOLI[stato] ?? "Error", status: stato, detail }, "application/json");

interface Pagina {
  readonly page: number;
  readonly limit: number;
}

const intero = (richiesta: Richiesta, nome: string): number | undefined => {
  const testo = richiesta.url.searchParams.get(nome);
  return testo !== null && /^\d{1,9}$/.test(testo) ? Number(testo) : undefined;
};

/** `page` is required and starts from 0; `limit` is at most 100. */
export const leggiPagina = (richiesta: Richiesta): Pagina | Risposta => {
  const page = intero(richiesta, "page");
  if (page === undefined) return problema(400, "page: must be an integer greater than or equal to 0");
  const limit = richiesta.url.searchParams.has("limit") ? intero(richiesta, "limit") : PREDEFINITA;
  if (limit === undefined || limit > MASSIMA_PAGINA) return problema(400, `limit: must be between 0 and ${MASSIMA_PAGINA}`);
  return { page, limit };
};

export const paginato = <T>(nome: string, elementi: readonly T[], { page, limit }: Pagina, presenta: (elemento: T) => object): Risposta =>
  json(
    200,
    {
      [nome]: elementi.slice(page * limit, (page + 1) * limit).map(presenta),
      pageInfo: { page, limit, totalElements: elementi.length, totalPages: limit === 0 ? 0 : Math.ceil(elementi.length / limit) },
    },
    "application/json",
  );

export const presentaConto = ({ idDominio, ragioneSociale, iban, stato, attivoDal, fineValidita, etichetta }: ContoCensito) => ({
  ciFiscalCode: idDominio,
  ciName: ragioneSociale,
  iban,
  status: stato,
  validityDate: attivoDal,
  description: "Conto dell'ente",
  ...(etichetta === undefined ? {} : { label: etichetta }),
  // Not in the contract, whose objects are open: the end of validity that the registry behind it has.
  ...(fineValidita === undefined ? {} : { dueDate: fineValidita }),
});

export const presentaEnte = (ente: EnteAssociato) => ({
  companyName: ente.ragioneSociale,
  taxCode: ente.idDominio,
  intermediated: true,
  brokerCompanyName: INTERMEDIARIO.denominazione,
  brokerTaxCode: ente.idIntermediario,
  model: 3,
  auxDigit: ente.auxDigit,
  ...(ente.segregationCode === undefined ? {} : { segregationCode: ente.segregationCode }),
  ...(ente.applicationCode === undefined ? {} : { applicationCode: ente.applicationCode }),
  ...(ente.cbill === undefined ? {} : { cbillCode: ente.cbill }),
  stationId: ente.idStazione,
  stationState: ente.statoStazione,
  activationDate: "2020-01-01T00:00:00Z",
  version: String(ente.versionePrimitiva),
  primitiveVersion: ente.versionePrimitiva,
  broadcast: false,
  ciStatus: ente.abilitato,
  pspPayment: true,
});
