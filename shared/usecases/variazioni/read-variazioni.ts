/**
 * What changed in the accounts of a creditor since a place, a page at a time: one request. Told at least once and in one order, whatever happens meanwhile: what is not
 * visible yet stops the page there. The place to go on from comes with every answer, empty ones included.
 */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import {
  chainSegmenti,
  GIORNI_CONSERVATI,
  type PostoVariazioni,
  type SegmentoVariazioni,
  type TipoVariazione,
  type VariazioneContabile,
} from "../../domain/variazioni/variazione-contabile.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Variazioni } from "../../ports/variazioni.ts";

export interface RichiestaVariazioni {
  readonly idDominio?: string;
  /** Where the reader was, and of whom. */
  readonly cursore?: { readonly idDominio: string; readonly posto: PostoVariazioni };
  /** Instant to begin from, when there is no cursor. */
  readonly da?: string;
  readonly tipi?: readonly TipoVariazione[];
  readonly limite: number;
}

export interface VariazioneLetta extends VariazioneContabile {
  /** Instant in which it was told. */
  readonly data: string;
}

export interface PaginaVariazioni {
  readonly idDominio: string;
  readonly variazioni: readonly VariazioneLetta[];
  readonly posto: PostoVariazioni;
  /** True when there is more to read at once. */
  readonly altre: boolean;
}

type CodiceRifiuto = "PARAMETRO_NON_VALIDO" | "NON_AUTORIZZATO" | "CURSORE_SCADUTO";

const GIORNO_MINUTI = 24 * 60;
/** Writers whose clocks differ, and transactions under way: nothing older than this is still to appear. */
const MARGINE_MINUTI = 60;
/** A page reads at most this many segments, of some 15 kB: one request. */
const SEGMENTI_MASSIMI = 26;
/** Changes that a segment has, when there are many. */
const PER_SEGMENTO = 20;

const sees = (chiamante: Chiamante, { tipo, idDominio, ambito }: VariazioneContabile): boolean => {
  if (tipo !== "RISCOSSIONE") return seesDominio(chiamante, idDominio);
  const { idTipoPendenza, idUnitaOperativa } = ambito ?? {};
  return (
    seesDominio(chiamante, idDominio, idUnitaOperativa) &&
    (idTipoPendenza === undefined ? chiamante.tipiPendenza === "*" : seesTipoPendenza(chiamante, idTipoPendenza))
  );
};

export const chooseDominio = (
  { idDominio, cursore }: Pick<RichiestaVariazioni, "idDominio" | "cursore">,
  chiamante: Chiamante,
): Esito<string, Rifiuto<"PARAMETRO_NON_VALIDO" | "NON_AUTORIZZATO">> => {
  const unico = chiamante.domini === "*" || chiamante.domini.length !== 1 ? undefined : chiamante.domini[0]?.idDominio;
  const scelto = idDominio ?? cursore?.idDominio ?? unico;
  if (scelto === undefined) return rifiuto("PARAMETRO_NON_VALIDO", "idDominio: obbligatorio per chi vede più di un dominio");
  if (cursore && cursore.idDominio !== scelto) return rifiuto("PARAMETRO_NON_VALIDO", "cursore: è di un altro dominio");
  return seesDominio(chiamante, scelto) ? ok(scelto) : rifiuto("NON_AUTORIZZATO", `il dominio ${scelto} non è tra quelli del chiamante`);
};

/** A place given at the limit must be good for the next request: what is told is kept two days longer than this says (adapters/archivio/catena.ts). */
export const choosePosto = (
  { cursore, da }: Pick<RichiestaVariazioni, "cursore" | "da">,
  adesso: string,
  giorni: number,
): Esito<PostoVariazioni, Rifiuto<CodiceRifiuto>> => {
  if (cursore) {
    const { posto } = cursore;
    const istante = "da" in posto ? posto.da : posto.segmento;
    return istante >= addMinuti(adesso, -(giorni + 1) * GIORNO_MINUTI)
      ? ok(posto)
      : rifiuto("CURSORE_SCADUTO", `il cursore è di oltre ${giorni} giorni fa`);
  }
  const inizio = addMinuti(adesso, -giorni * GIORNO_MINUTI);
  if (da !== undefined && da < inizio) return rifiuto("PARAMETRO_NON_VALIDO", `dataDa: si conservano ${giorni} giorni, dal ${inizio}`);
  return ok({ da: da ?? inizio });
};

/** Changes in order, each with the place just after it. */
const listPosti = (posto: PostoVariazioni, segmenti: readonly SegmentoVariazioni[]) =>
  segmenti.flatMap(({ id, variazioni }) =>
    variazioni
      .map((variazione, i) => ({ variazione: { ...variazione, data: id }, dopo: { segmento: id, lette: i + 1 } }))
      .slice("segmento" in posto && posto.segmento === id ? posto.lette : 0),
  );

export const readVariazioni =
  ({ variazioni, clock }: { readonly variazioni: Pick<Variazioni, "read">; readonly clock: Clock }) =>
  async (richiesta: RichiestaVariazioni, chiamante: Chiamante): Promise<Esito<PaginaVariazioni, Rifiuto<CodiceRifiuto>>> => {
    const dominio = chooseDominio(richiesta, chiamante);
    if (!dominio.ok) return dominio;
    const adesso = clock.now();
    const scelto = choosePosto(richiesta, adesso, GIORNI_CONSERVATI);
    if (!scelto.ok) return scelto;
    const posto = scelto.valore;
    const { limite, tipi } = richiesta;
    const quanti = Math.min(SEGMENTI_MASSIMI, Math.ceil(limite / PER_SEGMENTO) + 1);
    const letti = await variazioni.read(dominio.valore, "da" in posto ? posto.da : posto.segmento, quanti);
    const segmenti = chainSegmenti(posto, letti);
    if (!segmenti) return ko({ codice: "CURSORE_SCADUTO", dettaglio: "il posto indicato dal cursore non è più conservato" });
    const tutte = listPosti(posto, segmenti);
    const pagina = tutte.slice(0, limite);
    const altre = tutte.length > pagina.length || (segmenti.length === quanti && pagina.length > 0);
    return ok({
      idDominio: dominio.valore,
      variazioni: pagina.map(({ variazione }) => variazione).filter((v) => (!tipi || tipi.includes(v.tipo)) && sees(chiamante, v)),
      posto: altre ? (pagina.at(-1)?.dopo ?? posto) : restAt(pagina.at(-1)?.dopo ?? posto, letti.length > segmenti.length, adesso),
      altre,
    });
  };

/** After the last change: a reader that asks for days and finds nothing must not find its place gone. */
export function restAt(posto: PostoVariazioni, interrotta: boolean, adesso: string): PostoVariazioni {
  const sicuro = addMinuti(adesso, -MARGINE_MINUTI);
  const ultimo = "da" in posto ? posto.da : posto.segmento;
  return interrotta || ultimo >= sicuro ? posto : { da: sicuro };
}
