/** The request that an operation of the matrix makes on what is of a flavor: the keys in the path, the body of its sample. */
import type { Operazione } from "../../../shared/contracts/operation.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import type { Chiamata } from "../ambiente.ts";
import { chiaviDi, type Flavor, idEventoDi } from "./archivio.ts";
import { conDiritto } from "./chiamanti.ts";

type Corpo = Readonly<Record<string, unknown>>;
const isCorpo = (valore: unknown): valore is Corpo => typeof valore === "object" && valore !== null && !Array.isArray(valore);

/** What the resource calls `id`, where it is not a key of the payment code. */
const ID: Readonly<Record<string, "idPagamento" | "idApprovazione" | "idCambio" | "idRiconciliazione">> = {
  ...{
    getPagamento: "idPagamento",
    updatePagamento: "idPagamento",
    getApprovazione: "idApprovazione",
    decidiApprovazione: "idApprovazione",
  },
  ...{ getCambioIban: "idCambio", interrompiCambioIban: "idCambio", getRiconciliazione: "idRiconciliazione" },
};
/** Created by the request itself: a name that is not taken. */
const NUOVE: readonly string[] = ["addPendenza", "createPendenza", "addRiconciliazione", "addUnitaOperativa"];
/** Of this creditor, unit and type, in the body. */
const NEL_CORPO: readonly string[] = ["addPendenza", "createPendenza"];

const bodyDi = ({ id }: Operazione, flavor: Flavor, body: unknown): unknown => {
  if (id === "addContiAccredito" && isCorpo(body)) return { ...body, postale: false };
  if (!NEL_CORPO.includes(id) || !isCorpo(body)) return body;
  const { idDominio, idTipoPendenza, idUnitaOperativa, idA2A } = chiaviDi(flavor);
  const { numeroAvviso: _numero, ...resto } = body;
  return { ...resto, idDominio, idTipoPendenza, idUnitaOperativa, ...("idA2A" in body && { idA2A, idPendenza: `NUOVA-${flavor}` }) };
};

/** Who else there is: an operator that works for all the creditors. */
const ALTRI: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  getOperatore: { principal: conDiritto("Pendenze", "R") },
  updateOperatore: { principal: conDiritto("Pendenze", "R") },
  resetSecondoFattore: { principal: conDiritto("Pendenze", "R") },
};

/** All that there is: as many as the list gives at once. */
const perPagina = (query: Operazione["query"]): Readonly<Record<string, string>> => {
  const quanti = ["1000", "100"].find((risultatiPerPagina) => query?.safeParse({ risultatiPerPagina }).success);
  return quanti === undefined ? {} : { risultatiPerPagina: quanti };
};

/** An application lists by creditor: without, its own debts. */
const queryDi = ({ api, query }: Operazione, idDominio: string): Readonly<Record<string, string>> => ({
  ...(api !== "backoffice" && query !== undefined && "idDominio" in query.shape && { idDominio }),
  ...perPagina(query),
});

/** `idA2A`: of the calling application, which writes only its own debts. */
export const richiestaDi = (operazione: Operazione, flavor: Flavor, idA2A?: string): Chiamata => {
  const { pathParameters, queryStringParameters, headers, body } = findCampione(`${operazione.api}/${operazione.id}`);
  const chiavi: Readonly<Record<string, string>> = chiaviDi(flavor);
  const nome = ID[operazione.id];
  const nuova = NUOVE.includes(operazione.id) ? { idPendenza: `NUOVA-${flavor}`, id: `NUOVA-${flavor}` } : {};
  const propria = idA2A !== undefined && operazione.id === "addPendenza" ? { idA2A } : {};
  const evento = operazione.id === "getEvento" ? { id: idEventoDi(flavor) } : {};
  const note: Readonly<Record<string, string>> = {
    ...chiavi,
    ...(nome && { id: chiavi[nome] ?? "" }),
    ...nuova,
    ...propria,
    ...evento,
    ...ALTRI[operazione.id],
  };
  const nomi = [...operazione.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "");
  const params = Object.fromEntries(nomi.map((n) => [n, note[n] ?? pathParameters?.[n] ?? ""]));
  // A list is asked for whole: its sample may select.
  const campione = operazione.method === "GET" && operazione.query?.safeParse({}).success !== false ? {} : queryStringParameters;
  return {
    params,
    query: { ...campione, ...queryDi(operazione, chiaviDi(flavor).idDominio) },
    ...(headers && { headers }),
    ...(body !== undefined && { body: bodyDi(operazione, flavor, body) }),
  };
};
