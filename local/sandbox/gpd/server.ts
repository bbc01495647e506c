/** The two archives of debt positions, ACA and GPD, each at its own address with the same contract (version 1, 1.1.35). */
import { json, type Richiesta, Rifiuto, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { intero, isRisposta, leggiPosizione, MASSIMA_PAGINA, problema, STATI, senzaChiave } from "./contratto.ts";
import { isNegata, type Negata, type NomeArchivio, type Posizione, type Posizioni } from "./posizioni.ts";

interface Servizio {
  readonly contesto: Contesto;
  readonly configurazione: Configurazione;
  readonly nome: NomeArchivio;
  readonly posizioni: Posizioni;
}

type Lavoro = (servizio: Servizio, richiesta: Richiesta, idDominio: string) => Promise<Risposta> | Risposta;

const TITOLI: Readonly<Record<number, string>> = { 400: "BAD REQUEST", 404: "DEBT POSITION NOT FOUND", 409: "CONFLICT" };
const nega = ({ status, detail }: Negata): Risposta => problema(status, TITOLI[status] ?? "ERROR", detail);

const presentaOpzioni = ({ posizioni }: Servizio, posizione: Posizione): Record<string, unknown>[] => {
  const { dati, idDominio, inserita, pagata } = posizione;
  const stato = posizioni.statoDi(posizione);
  return dati.paymentOption.map((opzione) => ({
    ...opzione,
    nav: opzione.nav ?? `3${opzione.iuv}`,
    organizationFiscalCode: idDominio,
    insertedDate: inserita,
    ...(pagata !== undefined && { paymentDate: pagata }),
    status: stato === "PAID" || stato === "REPORTED" ? "PO_PAID" : "PO_UNPAID",
    transfer: opzione.transfer.map((voce) => ({ ...voce, insertedDate: inserita, status: "T_UNREPORTED" })),
  }));
};

/** Reads never show who the debtor is. */
const presenta = (servizio: Servizio, posizione: Posizione): Record<string, unknown> => {
  const { dati, idDominio, inserita, aggiornata, pubblicata, pagata } = posizione;
  return {
    iupd: dati.iupd,
    organizationFiscalCode: idDominio,
    type: dati.type,
    companyName: dati.companyName,
    ...(dati.officeName !== undefined && { officeName: dati.officeName }),
    insertedDate: inserita,
    ...(pubblicata !== undefined && { publishDate: pubblicata }),
    ...(dati.validityDate !== undefined && { validityDate: dati.validityDate }),
    ...(pagata !== undefined && { paymentDate: pagata }),
    status: servizio.posizioni.statoDi(posizione),
    lastUpdatedDate: aggiornata,
    paymentOption: presentaOpzioni(servizio, posizione),
  };
};

const pubblica = (richiesta: Richiesta): boolean => richiesta.url.searchParams.get("toPublish") === "true";
const iupdDi = (richiesta: Richiesta): string => richiesta.parametri["iupd"] ?? "";

const create: Lavoro = async (servizio, richiesta, idDominio) => {
  const dati = await leggiPosizione(richiesta);
  if (isRisposta(dati)) return dati;
  const esito = servizio.posizioni.create(idDominio, dati, pubblica(richiesta));
  return isNegata(esito) ? nega(esito) : json(201, { ...esito.dati, status: servizio.posizioni.statoDi(esito) }, "application/json");
};

const replace: Lavoro = async (servizio, richiesta, idDominio) => {
  const dati = await leggiPosizione(richiesta);
  if (isRisposta(dati)) return dati;
  const esito = servizio.posizioni.replace(idDominio, iupdDi(richiesta), dati, pubblica(richiesta));
  return isNegata(esito) ? nega(esito) : json(200, { ...esito.dati, status: servizio.posizioni.statoDi(esito) }, "application/json");
};

const get: Lavoro = (servizio, richiesta, idDominio) => {
  const iupd = iupdDi(richiesta);
  const trovata = servizio.posizioni.get(idDominio, iupd);
  return trovata === undefined
    ? problema(404, "DEBT POSITION NOT FOUND", `Not found a debt position for Organization Fiscal Code ${idDominio} and IUPD ${iupd}`)
    : json(200, presenta(servizio, trovata), "application/json");
};

const remove: Lavoro = ({ posizioni }, richiesta, idDominio) => {
  const esito = posizioni.remove(idDominio, iupdDi(richiesta));
  return isNegata(esito) ? nega(esito) : { stato: 200, tipo: "text/plain", corpo: "OK" };
};

const move =
  (verso: "publish" | "invalidate"): Lavoro =>
  (servizio, richiesta, idDominio) => {
    const esito = servizio.posizioni[verso](idDominio, iupdDi(richiesta));
    return isNegata(esito) ? nega(esito) : json(200, presenta(servizio, esito), "application/json");
  };

const markPagata: Lavoro = async (servizio, richiesta, idDominio) => {
  const { contesto, posizioni } = servizio;
  const esito = posizioni.markPagata(idDominio, richiesta.parametri["nav"] ?? "", contesto.istante());
  if (isNegata(esito)) return nega(esito);
  return json(200, { ...presentaOpzioni(servizio, esito)[0], serviceType: servizio.nome.toUpperCase() }, "application/json");
};

const nelGiorno = (istante: string): string => istante.slice(0, 10);

const list: Lavoro = (servizio, richiesta, idDominio) => {
  const limite = intero(richiesta, "limit", 10, MASSIMA_PAGINA);
  const pagina = intero(richiesta, "page", 0, 999_999);
  if (isRisposta(limite)) return limite;
  if (isRisposta(pagina)) return pagina;
  const parametri = richiesta.url.searchParams;
  const stato = parametri.get("status");
  if (stato !== null && !STATI.some((noto) => noto === stato)) return problema(400, "BAD REQUEST", "status");
  const [da, a] = [parametri.get("due_date_from"), parametri.get("due_date_to")];
  const trovate = servizio.posizioni
    .list(idDominio)
    .filter((posizione) => stato === null || servizio.posizioni.statoDi(posizione) === stato)
    .filter(({ dati }) =>
      dati.paymentOption.some(({ dueDate }) => (da === null || nelGiorno(dueDate) >= da) && (a === null || nelGiorno(dueDate) <= a)),
    );
  const ordinate = parametri.get("ordering") === "ASC" ? trovate : [...trovate].reverse();
  const scelte = ordinate.slice(pagina * limite, (pagina + 1) * limite);
  return json(
    200,
    {
      payment_position_list: scelte.map((posizione) => presenta(servizio, posizione)),
      page_info: { page: pagina, limit: limite, items_found: scelte.length, total_pages: Math.ceil(trovate.length / Math.max(1, limite)) },
    },
    "application/json",
  );
};

const rotteDi = (servizio: Servizio): Rotta[] => {
  const base = `/sandbox/${servizio.nome}/debt-positions-service/v1/organizations/{idDominio}`;
  const rifiuto = problema(500, "INTERNAL SERVER ERROR", "An unexpected error has occurred. Please contact support.");
  const servi = (metodo: string, percorso: string, operazione: string, lavoro: Lavoro): Rotta =>
    rotta(
      metodo,
      `${base}/${percorso}`,
      conServizio(servizio.contesto, { parte: servizio.nome, operazione, rifiuto }, async (richiesta) => {
        const negata = senzaChiave(richiesta);
        if (negata !== undefined) return negata;
        const idDominio = richiesta.parametri["idDominio"] ?? "";
        const ente = await servizio.configurazione.find(idDominio);
        if (ente === undefined)
          return problema(403, "FORBIDDEN", `The organization ${idDominio} is not among those of the subscription key`);
        return lavoro(servizio, richiesta, idDominio);
      }),
    );
  return [
    servi("GET", "debtpositions", "getOrganizationDebtPositions", list),
    servi("POST", "debtpositions", "createPosition", create),
    servi("GET", "debtpositions/{iupd}", "getOrganizationDebtPositionByIUPD", get),
    servi("PUT", "debtpositions/{iupd}", "updatePosition", replace),
    servi("DELETE", "debtpositions/{iupd}", "deletePosition", remove),
    servi("POST", "debtpositions/{iupd}/publish", "publishPosition", move("publish")),
    servi("POST", "debtpositions/{iupd}/invalidate", "invalidatePosition", move("invalidate")),
    servi("POST", "paymentoptions/paids/{nav}", "setPaymentOptionAsAlreadyPaid", markPagata),
  ];
};

type Archivi = Readonly<Record<NomeArchivio, Posizioni>>;

const mostra = (posizioni: Posizioni, posizione: Posizione): Record<string, unknown> => ({
  iupd: posizione.dati.iupd,
  stato: posizioni.statoDi(posizione),
  ...(posizione.pagata !== undefined && { pagata: posizione.pagata }),
  opzioni: posizione.dati.paymentOption.map(({ nav, iuv, amount, description, dueDate }) => ({
    numeroAvviso: nav ?? `3${iuv}`,
    importoCentesimi: amount,
    causale: description,
    scadenza: dueDate,
  })),
});

/** What a person sees of the archives, and may do there by hand: remove a position, or make it INVALID for good. */
const rotteDiControllo = (archivi: Archivi): Rotta[] => {
  const base = "/sandbox/posizioni/{archivio}/{idDominio}";
  const posizioniDi = (richiesta: Richiesta): Posizioni => {
    const { archivio } = richiesta.parametri;
    if (archivio !== "aca" && archivio !== "gpd") throw new Rifiuto(404, "L'archivio è aca o gpd.");
    return archivi[archivio];
  };
  const idDominioDi = (richiesta: Richiesta): string => richiesta.parametri["idDominio"] ?? "";
  const concludi = (posizioni: Posizioni, esito: Posizione | Negata): Risposta => {
    if (isNegata(esito)) throw new Rifiuto(esito.status, esito.detail);
    return json(200, mostra(posizioni, esito));
  };
  return [
    rotta("GET", base, (richiesta) => {
      const posizioni = posizioniDi(richiesta);
      return json(200, { posizioni: posizioni.list(idDominioDi(richiesta)).map((posizione) => mostra(posizioni, posizione)) });
    }),
    rotta("GET", `${base}/{iupd}`, (richiesta) => {
      const posizioni = posizioniDi(richiesta);
      const trovata = posizioni.get(idDominioDi(richiesta), iupdDi(richiesta));
      return json(200, trovata === undefined ? { stato: "ASSENTE" } : mostra(posizioni, trovata));
    }),
    rotta("DELETE", `${base}/{iupd}`, (richiesta) => {
      const posizioni = posizioniDi(richiesta);
      return concludi(posizioni, posizioni.remove(idDominioDi(richiesta), iupdDi(richiesta)));
    }),
    rotta("POST", `${base}/{iupd}/invalida`, (richiesta) => {
      const posizioni = posizioniDi(richiesta);
      return concludi(posizioni, posizioni.invalidate(idDominioDi(richiesta), iupdDi(richiesta)));
    }),
  ];
};

export const rotteGpd = (contesto: Contesto, configurazione: Configurazione, archivi: Archivi): Rotta[] => [
  ...rotteDi({ contesto, configurazione, nome: "aca", posizioni: archivi.aca }),
  ...rotteDi({ contesto, configurazione, nome: "gpd", posizioni: archivi.gpd }),
  ...rotteDiControllo(archivi),
];
