/** An archive of pagoPA in memory, with the rules of its service that matter to us, and calls that can fail before or after their effect. */
import { type Esito, ko, ok } from "../../shared/domain/esito.ts";
import { fineScadenza, isPagataRemota, type PosizioneDebitoria, type StatoRemoto } from "../../shared/domain/gpd/posizione.ts";
import type { ArchivioGpd, ErroreGpd } from "../../shared/ports/archivio-gpd.ts";

export interface PosizioneInArchivio {
  readonly posizione: PosizioneDebitoria;
  readonly stato: StatoRemoto;
}

/** `prima`: nothing was done; `dopo`: it was done, and nobody knows. */
export type Imprevisto = { readonly quando: "prima" | "dopo"; readonly errore: ErroreGpd };

export const GUASTO: ErroreGpd = { causa: "guasto", dettaglio: "nessuna risposta" };

const problema = (causa: ErroreGpd["causa"], status: number): { readonly ok: false; readonly errore: ErroreGpd } =>
  ko({ causa, status, dettaglio: `pagoPA ha risposto ${status}` });

/** @param prossimo what happens to the next call, if anything. */
export const createArchivioInMemoria = (
  adesso: () => string,
  prossimo: (operazione: string) => Imprevisto | undefined = () => undefined,
) => {
  const posizioni = new Map<string, PosizioneInArchivio>();
  const chiamate: string[] = [];

  const esegui = async <T>(operazione: string, lavoro: () => Esito<T, ErroreGpd>): Promise<Esito<T, ErroreGpd>> => {
    chiamate.push(operazione);
    const imprevisto = prossimo(operazione);
    if (imprevisto?.quando === "prima") return ko(imprevisto.errore);
    const esito = lavoro();
    return imprevisto ? ko(imprevisto.errore) : esito;
  };

  const isVecchia = (posizione: PosizioneDebitoria): boolean => fineScadenza(posizione) < adesso();
  const isOccupato = ({ iupd, numeroAvviso }: PosizioneDebitoria): boolean =>
    posizioni.has(iupd) || [...posizioni.values()].some((p) => p.posizione.numeroAvviso === numeroAvviso);

  const archivio: ArchivioGpd = {
    get: (_punto, iupd) =>
      esegui("get", () => {
        const trovata = posizioni.get(iupd);
        if (!trovata) return problema("non-trovata", 404);
        const { posizione, stato } = trovata;
        const { numeroAvviso, iuv, importo } = posizione;
        return ok({ iupd, stato, opzioni: [{ numeroAvviso, iuv, importo, scadenza: fineScadenza(posizione), trasferimenti: [] }] });
      }),
    create: (_punto, posizione) =>
      esegui("create", () => {
        if (isVecchia(posizione)) return problema("rifiutata", 400);
        if (isOccupato(posizione)) return problema("conflitto", 409);
        posizioni.set(posizione.iupd, { posizione, stato: "VALID" });
        return ok(undefined);
      }),
    replace: (_punto, posizione, pubblica) =>
      esegui(pubblica ? "publish" : "suspend", () => {
        const trovata = posizioni.get(posizione.iupd);
        if (!trovata) return problema("non-trovata", 404);
        if (trovata.stato === "INVALID" || isPagataRemota(trovata.stato)) return problema("conflitto", 409);
        if (isVecchia(posizione)) return problema("rifiutata", 400);
        posizioni.set(posizione.iupd, { posizione, stato: pubblica ? "VALID" : "DRAFT" });
        return ok(undefined);
      }),
    remove: (_punto, iupd) =>
      esegui("remove", () => {
        const trovata = posizioni.get(iupd);
        if (!trovata) return problema("non-trovata", 404);
        if (isPagataRemota(trovata.stato)) return problema("conflitto", 409);
        posizioni.delete(iupd);
        return ok(undefined);
      }),
    markPagata: (_punto, numeroAvviso) =>
      esegui("markPagata", () => {
        const trovata = [...posizioni.values()].find((p) => p.posizione.numeroAvviso === numeroAvviso);
        if (!trovata) return problema("non-trovata", 404);
        if (isPagataRemota(trovata.stato)) return problema("conflitto", 409);
        posizioni.set(trovata.posizione.iupd, { ...trovata, stato: "PAID" });
        return ok(undefined);
      }),
    find: (_punto, pagina) =>
      esegui("find", () => {
        const tutte = [...posizioni.values()];
        const scelte = tutte.slice(pagina * 50, pagina * 50 + 50).map(({ posizione, stato }) => ({
          iupd: posizione.iupd,
          stato,
          opzioni: [
            {
              numeroAvviso: posizione.numeroAvviso,
              iuv: posizione.iuv,
              importo: posizione.importo,
              causale: posizione.causale,
              scadenza: fineScadenza(posizione),
              trasferimenti: posizione.trasferimenti.map(({ indice, importo, idDominio, causale, categoria, accredito }) => ({
                ...{ indice, importo, idDominio, causale, categoria },
                ...(accredito.tipo === "conto" && { iban: accredito.iban }),
              })),
            },
          ],
        }));
        return ok({ posizioni: scelte, pagineTotali: Math.ceil(tutte.length / 50) });
      }),
  };
  return { archivio, posizioni, chiamate };
};
