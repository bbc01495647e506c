/**
 * The feed for those who cannot be called: what webhooks tell, of what the caller may see, a page at a time in one request. Told at least once and in one order; what is not
 * visible yet stops the page there. The place to go on from comes with every answer.
 */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Annuncio, GIORNI_ANNUNCI, listAnnunci, type PaginaAnnunci, type TipoAnnuncio } from "../../domain/annunci/annuncio.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { chainSegmenti } from "../../domain/variazioni/variazione-contabile.ts";
import type { Annunci } from "../../ports/annunci.ts";
import type { Clock } from "../../ports/clock.ts";
import { chooseDominio, choosePosto, type RichiestaVariazioni, restAt } from "../variazioni/read-variazioni.ts";

export interface RichiestaAnnunci extends Omit<RichiestaVariazioni, "tipi"> {
  readonly tipi?: readonly TipoAnnuncio[];
}

/** A page reads at most this many segments, of some 15 kB: one request. */
const SEGMENTI_MASSIMI = 26;
const PER_SEGMENTO = 20;

/** An application is told of its own debts; an operator, of those in its scope. */
export const seesAnnuncio = (chiamante: Chiamante, { idDominio, ambito }: Annuncio): boolean => {
  const { idA2A, idTipoPendenza, idUnitaOperativa } = ambito;
  if (chiamante.tipo === "applicazione" && (idA2A === undefined || idA2A !== chiamante.idA2A)) return false;
  const tipo = idTipoPendenza === undefined ? chiamante.tipiPendenza === "*" : seesTipoPendenza(chiamante, idTipoPendenza);
  return seesDominio(chiamante, idDominio, idUnitaOperativa) && (tipo || chiamante.tipo === "applicazione");
};

export const readAnnunci =
  ({ annunci, clock }: { readonly annunci: Pick<Annunci, "read">; readonly clock: Clock }) =>
  async (
    richiesta: RichiestaAnnunci,
    chiamante: Chiamante,
  ): Promise<Esito<PaginaAnnunci, Rifiuto<"PARAMETRO_NON_VALIDO" | "NON_AUTORIZZATO" | "CURSORE_SCADUTO">>> => {
    const dominio = chooseDominio(richiesta, chiamante);
    if (!dominio.ok) return dominio;
    const adesso = clock.now();
    const scelto = choosePosto(richiesta, adesso, GIORNI_ANNUNCI);
    if (!scelto.ok) return scelto;
    const posto = scelto.valore;
    const { limite, tipi } = richiesta;
    const quanti = Math.min(SEGMENTI_MASSIMI, Math.ceil(limite / PER_SEGMENTO) + 1);
    const letti = await annunci.read(dominio.valore, "da" in posto ? posto.da : posto.segmento, quanti);
    const segmenti = chainSegmenti(posto, letti);
    if (!segmenti) return ko({ codice: "CURSORE_SCADUTO", dettaglio: "il posto indicato dal cursore non è più conservato" });
    const tutti = listAnnunci(segmenti, posto);
    const pagina = tutti.slice(0, limite);
    const altre = tutti.length > pagina.length || (segmenti.length === quanti && pagina.length > 0);
    const arrivo = pagina.at(-1)?.dopo ?? posto;
    return ok({
      idDominio: dominio.valore,
      annunci: pagina.filter(({ annuncio }) => (!tipi || tipi.includes(annuncio.tipo)) && seesAnnuncio(chiamante, annuncio)),
      posto: altre ? arrivo : restAt(arrivo, letti.length > segmenti.length, adesso),
      altre,
    });
  };
