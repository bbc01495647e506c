/** Reads of the anomalies over the store. */
import type { Anomalia, VoceAnomalia } from "../../domain/anomalie/anomalia.ts";
import type { Instradamento } from "../../domain/anomalie/instradamento.ts";
import type { Riepilogo, SegnalibroRiepilogo } from "../../domain/anomalie/riepilogo.ts";
import type { Anomalie, ChiaveAnomalia, FiltriAnomalie } from "../../ports/anomalie.ts";
import type { Deposito, Elemento, Filtro } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { chiavi } from "./chiavi.ts";
import { elencoPerDominio, filtriUnita, readPaginaInAmbito, uguale } from "./elenchi-ambito.ts";
import { createLetturaInstradamento } from "./instradamenti.ts";
import { fromElemento } from "./mappa.ts";
import { CREDITORI_CON_RIEPILOGHI, elencoAperte, elencoCoda, mappeAnomalie, mappeInstradamento, mappeRiepilogo } from "./mappe-anomalia.ts";
import { intervallo, readPagina } from "./pagine.ts";

/** Anomalies of a subject with their history, in one request. */
const COLLEZIONE_MASSIMA = 300;

const toAnomalia = (elemento: Elemento): Anomalia => fromElemento(mappeAnomalie.anomalia, elemento);

const oManca = (campo: string, condizione: Extract<Filtro, { campo: string }>): Filtro => ({
  op: "oppure",
  condizioni: [{ campo, op: "manca" }, condizione],
});

const condizioniDi = (filtri: FiltriAnomalie): Filtro[] => [
  ...uguale("stato", filtri.stato),
  ...uguale("codice", filtri.codice),
  ...uguale("coda", filtri.coda),
  ...uguale("assegnatario", filtri.assegnatario),
  ...uguale("tipoSoggetto", filtri.soggetto),
  ...(filtri.scadenzaEntro === undefined ? [] : [{ campo: "scadenza", op: "<=", valore: filtri.scadenzaEntro } as const]),
  ...(filtri.visibiliAl === undefined ? [] : [oManca("nascostaFino", { campo: "nascostaFino", op: "<=", valore: filtri.visibiliAl })]),
  ...(filtri.testo === undefined ? [] : [{ campo: "ricerca", op: "contiene", valore: filtri.testo } as const]),
  ...(filtri.tipiPendenza === "*" ? [] : [oManca("idTipoPendenza", { campo: "idTipoPendenza", op: "in", valore: filtri.tipiPendenza })]),
  ...filtriUnita(filtri.ambiti),
];

export class ArchivioAnomalie implements Anomalie {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async get(chiave: ChiaveAnomalia): Promise<Anomalia | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.anomalia(chiave));
    return elemento && toAnomalia(elemento);
  }

  async findDiSoggetto(idDominio: string, idSoggetto: string): Promise<readonly Anomalia[]> {
    const pk = chiavi.pkSoggetto(idDominio, idSoggetto);
    const sk = { inizia: "ANOMALIA#" };
    const { elementi } = await this.#deposito.query({ tabella: "archivio", pk, sk, ordine: "asc", limite: COLLEZIONE_MASSIMA });
    return elementi.map(toAnomalia);
  }

  async getConStoria(chiave: ChiaveAnomalia): ReturnType<Anomalie["getConStoria"]> {
    const { pk, sk } = chiavi.anomalia(chiave);
    const collezione = { tabella: "archivio", pk, limite: COLLEZIONE_MASSIMA } as const;
    const { elementi, dopo } = await this.#deposito.query({ ...collezione, ordine: "asc" });
    const trovata = elementi.find((elemento) => elemento.sk === sk);
    if (!trovata) return undefined;
    const inizia = `${sk.replace("ANOMALIA#", "STORIA#")}#`;
    // A long history is cut at its end here: the latest changes are what one looks for.
    const voci = dopo
      ? (await this.#deposito.query({ ...collezione, sk: { inizia }, ordine: "desc" })).elementi.toReversed()
      : elementi.filter((elemento) => elemento.sk.startsWith(inizia));
    return { anomalia: toAnomalia(trovata), storia: voci.map((e): VoceAnomalia => fromElemento(mappeAnomalie.voceAnomalia, e)) };
  }

  /** Open ones have lists of their own, by creditor and by queue: the closed ones, which only grow, are not walked over. */
  find(filtri: FiltriAnomalie, pagina: RichiestaPagina): Promise<Pagina<Anomalia>> {
    const condizioni = condizioniDi(filtri);
    const [solo] = filtri.domini === "*" || filtri.domini.length !== 1 ? [] : filtri.domini;
    if (solo === undefined || filtri.stato !== "APERTA")
      return readPaginaInAmbito(this.#deposito, elencoPerDominio("ANM", filtri, condizioni), pagina, toAnomalia);
    const comune = { tabella: "archivio", ordine: filtri.ordine, filtri: condizioni, ...intervallo(filtri.da, filtri.a) } as const;
    return filtri.coda === undefined
      ? readPagina(this.#deposito, { ...comune, indice: "perApplicazione" }, [elencoAperte(solo)], pagina, toAnomalia)
      : readPagina(this.#deposito, { ...comune, indice: "perConto" }, [elencoCoda(solo, filtri.coda)], pagina, toAnomalia);
  }

  getInstradamento(idDominio: string): Promise<Instradamento | undefined> {
    return createLetturaInstradamento(this.#deposito)(idDominio);
  }

  findConRiepiloghi(pagina: RichiestaPagina): Promise<Pagina<Instradamento>> {
    const elenco = { tabella: "archivio", indice: "perElenco", ordine: "asc" } as const;
    return readPagina(this.#deposito, elenco, [CREDITORI_CON_RIEPILOGHI], pagina, (e) => fromElemento(mappeInstradamento.instradamento, e));
  }

  async getSegnalibro(idDominio: string, coda: string): Promise<SegnalibroRiepilogo | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.segnalibroRiepilogo({ idDominio, coda }));
    return elemento && fromElemento(mappeRiepilogo.segnalibroRiepilogo, elemento);
  }

  async getRiepilogo(chiave: Parameters<Anomalie["getRiepilogo"]>[0]): Promise<Riepilogo | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.riepilogo(chiave));
    return elemento && fromElemento(mappeRiepilogo.riepilogo, elemento);
  }

  findRiepiloghi(filtri: Parameters<Anomalie["findRiepiloghi"]>[0], pagina: RichiestaPagina): Promise<Pagina<Riepilogo>> {
    const elenco = elencoPerDominio("RIE", filtri, uguale("coda", filtri.coda));
    return readPaginaInAmbito(this.#deposito, elenco, pagina, (e) => fromElemento(mappeRiepilogo.riepilogo, e));
  }
}
