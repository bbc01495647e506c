/** The shares of the receipts of a creditor in a period, from the pages of its receipts: now for some thousands of them, in a file for any number. */
import { type Chiamante, seesDominio, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { createProspetto, type Prospetto, type RichiestaBeneficiari } from "../../domain/beneficiari/prospetto.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { PagamentiEsterni } from "../../ports/pagamenti-esterni.ts";
import type { Pagina } from "../../ports/pagina.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { readSoloRendicontati } from "./read-solo-rendicontati.ts";

export interface PorteBeneficiari {
  readonly posizioni: Pick<Posizioni, "findRicevute" | "getPendenze" | "getRiscossioni">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRendicontazioni" | "findObsoleti">;
  readonly esterni: PagamentiEsterni;
}

/** Receipts that a call has the time to read: each carries its original. */
export const RICEVUTE_MASSIME = 3_000;
const PER_LETTURA = 100;

/** The debt says who may see its receipt; without a debt, whoever sees every type of the creditor. */
const isVisibile = (chiamante: Chiamante, pendenza: Pendenza | undefined): boolean =>
  pendenza ? seesPendenza(chiamante, pendenza) : chiamante.tipiPendenza === "*";

/** One request for the rules, one a page, and one for the debts of its receipts. `massimo`: receipts, or rows, beyond which it is refused. */
export const sumBeneficiari =
  (porte: PorteBeneficiari) =>
  async (
    { idDominio, da, a, soloRendicontati, ...richiesta }: RichiestaBeneficiari,
    chiamante: Chiamante,
    massimo: number = Number.POSITIVE_INFINITY,
  ): Promise<Esito<Prospetto, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const { posizioni, esterni } = porte;
    const { regole } = await esterni.getContesto([], [idDominio]);
    const prospetto = createProspetto(richiesta, regole.get(idDominio));
    const filtri = {
      ...{ domini: seesDominio(chiamante, idDominio) ? [idDominio] : [], ordine: "asc" as const },
      ...(da !== undefined && { da }),
      ...(a !== undefined && { a }),
    };
    let lette = 0;
    let cursore: string | undefined;
    do {
      const limite = Math.min(PER_LETTURA, massimo + 1 - lette);
      const pagina: Pagina<Ricevuta> = await posizioni.findRicevute(filtri, {
        ...{ limite, salta: 0, totale: false },
        ...(cursore !== undefined && { cursore }),
      });
      lette += pagina.elementi.length;
      if (lette > massimo)
        return rifiuto(
          "PARAMETRO_NON_VALIDO",
          `dataDa, dataA: le ricevute sono più di ${massimo}; restringere il periodo, o chiedere un file con POST /esportazioni del Backoffice ` +
            "e il contenuto beneficiari",
        );
      // The debt of a copy is of another creditor: not for who keeps these books.
      const sue = pagina.elementi.filter(({ idPendenza, ...r }) => idPendenza !== undefined && r.idDominio === r.idDominioTitolare);
      const chiavi = new Map(sue.map((ricevuta) => [ricevuta.iuv, { idDominio, iuv: ricevuta.iuv }]));
      const pendenze = chiavi.size === 0 ? [] : await posizioni.getPendenze([...chiavi.values()]);
      const perIuv = new Map(pendenze.map((pendenza) => [pendenza.iuv, pendenza]));
      for (const ricevuta of pagina.elementi) {
        // Money that does not exist.
        if (ricevuta.prova) continue;
        const pendenza = ricevuta.idDominio === ricevuta.idDominioTitolare ? perIuv.get(ricevuta.iuv) : undefined;
        if (!isVisibile(chiamante, pendenza)) continue;
        const contata = prospetto.add(ricevuta, pendenza);
        if (!contata.ok) return rifiuto("PARAMETRO_NON_VALIDO", `gruppi: ${contata.errore}`);
      }
      cursore = pagina.cursore;
    } while (cursore !== undefined);
    // What no debt explains is for who sees every type of the creditor.
    if (soloRendicontati !== true || !seesDominio(chiamante, idDominio) || chiamante.tipiPendenza !== "*") return ok(prospetto.result());
    const righe = readSoloRendicontati(porte)({ idDominio, ...(da !== undefined && { da }), ...(a !== undefined && { a }) }, massimo);
    for await (const riga of righe) {
      if (!riga.ok) return riga;
      const contata = prospetto.addRiga(riga.valore);
      if (!contata.ok) return rifiuto("PARAMETRO_NON_VALIDO", `gruppi: ${contata.errore}`);
    }
    return ok(prospetto.result());
  };

export const findBeneficiari =
  (porte: PorteBeneficiari) =>
  (richiesta: RichiestaBeneficiari, chiamante: Chiamante): Promise<Esito<Prospetto, Rifiuto<"PARAMETRO_NON_VALIDO">>> =>
    sumBeneficiari(porte)(richiesta, chiamante, RICEVUTE_MASSIME);
