/**
 * Biz-events for organizations (contract 0.1.89): the receipts of the payments that the Node has concluded, by creditor and IUR, ten calls in sixty minutes
 * per key. A payment whose token was over has no receipt, here as everywhere.
 */
import { json, type Richiesta, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import type { Nodo } from "../nodo/nodo.ts";
import { findPsp } from "../psp/psp.ts";
import { chiaveDi, presentaRicevuta, problema, troppe } from "./contratto.ts";

const CHIAMATE = 10;
const FINESTRA_MS = 3_600_000;
const BASE = "/sandbox/bizevents/service/v1/organizations/{organizationfiscalcode}/receipts/{iur}";

interface Servizio {
  readonly contesto: Contesto;
  readonly nodo: Nodo;
}

/** The gateway counts every call of a key, whatever comes of it. */
const createContatore = (contesto: Contesto) => {
  const raccolta = contesto.archivio.raccolta<{ readonly chiamate: readonly number[] }>("bizevents");
  return (chiave: string): Risposta | undefined => {
    const adesso = contesto.ora();
    const recenti = (raccolta.get(chiave)?.chiamate ?? []).filter((istante) => istante > adesso - FINESTRA_MS);
    const [prima] = recenti;
    if (recenti.length >= CHIAMATE && prima !== undefined) return troppe(Math.ceil((prima + FINESTRA_MS - adesso) / 1000));
    raccolta.put(chiave, { chiamate: [...recenti, adesso] });
    return undefined;
  };
};

const ricevuta = async ({ nodo }: Servizio, richiesta: Richiesta): Promise<Risposta> => {
  const { organizationfiscalcode = "", iur = "", iuv } = richiesta.parametri;
  const assente = problema(
    404,
    "Receipt not found",
    `Unable to find a receipt for organization [${organizationfiscalcode}] and IUR [${iur}].`,
  );
  const tentativo = nodo.tentativo(iur);
  if (tentativo?.stato !== "PAGATO" || tentativo.pagatoIl === undefined) return assente;
  // A secondary creditor asks with its own code.
  const enti = [tentativo.idDominio, ...tentativo.dati.trasferimenti.map(({ idDominio }) => idDominio)];
  if (!enti.includes(organizationfiscalcode) || (iuv !== undefined && iuv !== tentativo.dati.iuv)) return assente;
  const psp = findPsp(tentativo.idPsp);
  const titolare = await nodo.configurazione.find(tentativo.idDominio);
  if (psp === undefined || titolare === undefined) return problema(500, "Internal Server Error", "Unable to retrieve the receipt.");
  return json(200, presentaRicevuta(tentativo, psp, tentativo.pagatoIl, titolare.ragioneSociale), "application/json");
};

export const rotteBizEvents = (servizio: Servizio): Rotta[] => {
  const conta = createContatore(servizio.contesto);
  const rifiuto = problema(500, "Internal Server Error", "An unexpected error has occurred. Please contact support.");
  const servi = (percorso: string, operazione: string): Rotta =>
    rotta(
      "GET",
      percorso,
      conServizio(servizio.contesto, { parte: "bizevents", operazione, rifiuto }, async (richiesta) => {
        const chiave = chiaveDi(richiesta);
        if (typeof chiave !== "string") return chiave;
        return conta(chiave) ?? ricevuta(servizio, richiesta);
      }),
    );
  return [servi(BASE, "getOrganizationReceiptIur"), servi(`${BASE}/paymentoptions/{iuv}`, "getOrganizationReceiptIuvIur")];
};
