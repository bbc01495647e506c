/** Reads of debts and payment codes over the store. */

import type { ChiaveNotifica, Notifica } from "../../domain/notifiche/notifica.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Pendenza, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import type { Recupero } from "../../domain/recuperi/recupero.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Ricevuta, Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Deposito, Elemento } from "../../ports/deposito.ts";
import type { Impronte } from "../../ports/impronte.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type {
  ChiaveDocumento,
  ChiavePosizione,
  ChiaveRendicontazione,
  FiltriPendenze,
  FiltriPerConto,
  FiltriTentativi,
  Posizione,
  Posizioni,
} from "../../ports/posizioni.ts";
import { chiavi, pkPosizione } from "./chiavi.ts";
import { filtriUnita, uguale, uno } from "./elenchi-ambito.ts";
import { searchPagamenti, searchPagamentiPropri, searchRiscossioni } from "./elenchi-contabili.ts";
import { type FiltroImpronte, MASSIMO_POSIZIONE, searchPendenze, searchPerConto, searchTentativi } from "./elenchi-posizioni.ts";
import { IMPRONTE_SENZA_CHIAVE } from "./impronte.ts";
import { fromElemento } from "./mappa.ts";
import { mappaNotifica } from "./mappe-notifica.ts";
import {
  mappaPagamento,
  mappaPendenza,
  mappaRendicontazione,
  mappaRicevuta,
  mappaRiscossione,
  mappaTentativo,
  schemaStoria,
} from "./mappe-posizione.ts";
import { mappaRecupero } from "./mappe-recupero.ts";
import { intervallo, readPagina } from "./pagine.ts";
import { peekPendenza, readPendenza, resolveAlias } from "./pendenza-per-nome.ts";
import { PosizioniPerChiave } from "./posizioni-per-chiave.ts";

/** Notices of a document: more would not fit in one answer. */
const MASSIMO_DOCUMENTO = 300;

export class ArchivioPosizioni implements Posizioni {
  readonly #deposito: Deposito;
  readonly #impronte: Impronte;
  readonly #perChiave: PosizioniPerChiave;

  /** `impronte`: for the lists of a debtor. */
  constructor(deposito: Deposito, impronte: Impronte = IMPRONTE_SENZA_CHIAVE) {
    this.#deposito = deposito;
    this.#impronte = impronte;
    this.#perChiave = new PosizioniPerChiave(deposito);
  }

  async getPendenza(chiave: ChiavePosizione): Promise<Pendenza | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.pendenza(chiave));
    return elemento && fromElemento(mappaPendenza, elemento);
  }

  async getPendenze(elenco: readonly ChiavePosizione[]): Promise<readonly Pendenza[]> {
    return this.#perChiave.getPendenze(elenco);
  }

  async getPosizione(chiave: ChiavePosizione): Promise<Posizione> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: pkPosizione(chiave),
      ordine: "asc",
      limite: MASSIMO_POSIZIONE,
    });
    return toPosizione(elementi);
  }

  async findDocumento({ idDominio, idA2A, identificativo }: ChiaveDocumento): ReturnType<Posizioni["findDocumento"]> {
    const pk = chiavi.pkDocumento(idDominio, idA2A, identificativo);
    const { elementi, dopo } = await this.#deposito.query({ tabella: "archivio", pk, ordine: "asc", limite: MASSIMO_DOCUMENTO });
    const pendenze = await this.getPendenze(elementi.map(({ sk }) => ({ idDominio, iuv: sk })));
    return { pendenze, oltre: dopo !== undefined };
  }

  peekPendenzaById(idA2A: string, idPendenza: string): Promise<Pendenza | undefined> {
    return peekPendenza(this.#deposito, idA2A, idPendenza);
  }

  readPendenzaById(idA2A: string, idPendenza: string): Promise<Pendenza | undefined> {
    return readPendenza(this.#deposito, idA2A, idPendenza);
  }

  async getPendenzaById(idA2A: string, idPendenza: string): Promise<Pendenza | undefined> {
    return (await this.peekPendenzaById(idA2A, idPendenza)) ?? (await this.readPendenzaById(idA2A, idPendenza));
  }

  async getPosizioneById(idA2A: string, idPendenza: string): Promise<Posizione> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perPendenza",
      pk: `${idA2A}#${idPendenza}`,
      ordine: "asc",
      limite: MASSIMO_POSIZIONE,
    });
    if (elementi.some((e) => e.sk === "PENDENZA")) return toPosizione(elementi);
    const chiave = await resolveAlias(this.#deposito, idA2A, idPendenza);
    return chiave ? this.getPosizione(chiave) : toPosizione([]);
  }

  async readPosizioneById(idA2A: string, idPendenza: string): Promise<Posizione> {
    const chiave = await resolveAlias(this.#deposito, idA2A, idPendenza);
    return chiave ? this.getPosizione(chiave) : toPosizione([]);
  }

  #resolve<F extends { readonly idDebitore?: string }>(filtri: F): F & FiltroImpronte {
    return filtri.idDebitore === undefined ? filtri : { ...filtri, impronteDebitore: this.#impronte.read(filtri.idDebitore) };
  }

  findPendenze(filtri: FiltriPendenze, pagina: RichiestaPagina): Promise<Pagina<Pendenza>> {
    return searchPendenze(this.#deposito, this.#resolve(filtri), pagina, (e) => fromElemento(mappaPendenza, e));
  }

  findPendenzePerConto(filtri: FiltriPerConto, pagina: RichiestaPagina): Promise<Pagina<Pendenza>> {
    return searchPerConto(this.#deposito, filtri, pagina, (e) => fromElemento(mappaPendenza, e));
  }

  async getRiscossioni(
    elenco: readonly (ChiavePosizione & { readonly iur: string; readonly indice: number })[],
  ): Promise<readonly Riscossione[]> {
    return this.#perChiave.getRiscossioni(elenco);
  }

  async getRendicontazioni(elenco: readonly ChiaveRendicontazione[]): Promise<readonly Rendicontazione[]> {
    const elementi = await this.#deposito.getMany(
      "archivio",
      elenco.map((r) => chiavi.rendicontazione(r)),
    );
    return elementi.map((e) => fromElemento(mappaRendicontazione, e));
  }

  async getRicevute(elenco: readonly (ChiavePosizione & { readonly idRicevuta: string })[]): Promise<readonly Ricevuta[]> {
    const elementi = await this.#deposito.getMany("archivio", elenco.map(chiavi.ricevuta));
    return elementi.map((e) => fromElemento(mappaRicevuta, e));
  }

  async getRicevuta(chiave: ChiavePosizione & { readonly idRicevuta: string }): Promise<Ricevuta | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.ricevuta(chiave));
    return elemento && fromElemento(mappaRicevuta, elemento);
  }

  async getNotifica(chiave: ChiaveNotifica): Promise<Notifica | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.notifica(chiave));
    return elemento && fromElemento(mappaNotifica, elemento);
  }

  findRicevute(filtri: Parameters<Posizioni["findRicevute"]>[0], pagina: RichiestaPagina): Promise<Pagina<Ricevuta>> {
    const condizioni = [
      ...uguale("iuv", filtri.iuv),
      ...uguale("numeroAvviso", filtri.numeroAvviso),
      ...uguale("idRicevuta", filtri.idRicevuta),
    ];
    return readPagina(
      this.#deposito,
      { tabella: "archivio", indice: "perElenco", ordine: filtri.ordine, filtri: condizioni, ...intervallo(filtri.da, filtri.a) },
      filtri.domini.map((idDominio) => `RCV#${idDominio}`),
      pagina,
      (e) => fromElemento(mappaRicevuta, e),
    );
  }

  findRiscossioni(filtri: Parameters<Posizioni["findRiscossioni"]>[0], pagina: RichiestaPagina): Promise<Pagina<Riscossione>> {
    const condizioni = [
      ...uguale("iuv", filtri.iuv),
      ...uguale("stato", filtri.stato),
      ...uguale("iur", filtri.iur),
      ...uno("tipo", filtri.tipi),
      ...uguale("idA2A", filtri.idA2A),
      ...uguale("idPendenza", filtri.idPendenza),
      ...uguale("idUnitaOperativa", filtri.idUnita),
      ...uguale("idTipoPendenza", filtri.idTipoPendenza),
      ...uno("direzione", filtri.direzioni),
      ...uno("divisione", filtri.divisioni),
      ...uno("tassonomia", filtri.tassonomie),
      ...uno("idTipoPendenza", filtri.tipiPendenza),
      ...filtriUnita(filtri.ambiti),
    ];
    return searchRiscossioni(this.#deposito, filtri, condizioni, pagina, (e) => fromElemento(mappaRiscossione, e));
  }

  findTentativi(filtri: FiltriTentativi, pagina: RichiestaPagina): Promise<Pagina<Tentativo>> {
    return searchTentativi(this.#deposito, this.#resolve(filtri), pagina, (e) => fromElemento(mappaTentativo, e));
  }

  /** DynamoDB refuses a batch that names a key twice: several attempts may have one debt. */
  async getCompagni(tentativi: readonly Tentativo[]): ReturnType<Posizioni["getCompagni"]> {
    const cercate = tentativi.flatMap((t) => [
      chiavi.pendenza(t),
      ...(t.idRicevuta === undefined ? [] : [chiavi.ricevuta({ ...t, idRicevuta: t.idRicevuta })]),
    ]);
    const distinte = new Map(cercate.map((chiave) => [`${chiave.pk}\u0000${chiave.sk}`, chiave]));
    const elementi = distinte.size === 0 ? [] : await this.#deposito.getMany("archivio", [...distinte.values()]);
    return {
      pendenze: elementi.filter(({ sk }) => sk === "PENDENZA").map((e) => fromElemento(mappaPendenza, e)),
      ricevute: elementi.filter(({ sk }) => sk !== "PENDENZA").map((e) => fromElemento(mappaRicevuta, e)),
    };
  }

  async getPagamento(id: string): Promise<Pagamento | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.pagamento(id));
    return elemento && fromElemento(mappaPagamento, elemento);
  }

  async getPagamenti(id: readonly string[]): Promise<readonly Pagamento[]> {
    const elementi = id.length === 0 ? [] : await this.#deposito.getMany("archivio", [...new Set(id)].map(chiavi.pagamento));
    return elementi.map((e) => fromElemento(mappaPagamento, e));
  }

  findPagamenti(filtri: Parameters<Posizioni["findPagamenti"]>[0], pagina: RichiestaPagina): Promise<Pagina<Pagamento>> {
    return searchPagamentiPropri(this.#deposito, filtri, this.#impronte, pagina, (e) => fromElemento(mappaPagamento, e));
  }

  findPagamentiInAmbito(filtri: Parameters<Posizioni["findPagamentiInAmbito"]>[0], pagina: RichiestaPagina): Promise<Pagina<Pagamento>> {
    return searchPagamenti(this.#deposito, filtri, pagina, (e) => fromElemento(mappaPagamento, e));
  }
}

export const toPosizione = (elementi: readonly Elemento[]): Posizione => {
  const conPrefisso = (prefisso: string): Elemento[] => elementi.filter((e) => e.sk.startsWith(prefisso));
  const [pendenza] = conPrefisso("PENDENZA").map((e) => fromElemento(mappaPendenza, e));
  return {
    ...(pendenza && { pendenza }),
    tentativi: conPrefisso("RPT#").map((e): Tentativo => fromElemento(mappaTentativo, e)),
    ricevute: conPrefisso("RICEVUTA#").map((e): Ricevuta => fromElemento(mappaRicevuta, e)),
    riscossioni: conPrefisso("RISCOSSIONE#").map((e): Riscossione => fromElemento(mappaRiscossione, e)),
    rendicontazioni: conPrefisso("RENDICONTAZIONE#").map((e): Rendicontazione => fromElemento(mappaRendicontazione, e)),
    notifiche: conPrefisso("NOTIFICA#").map((e): Notifica => fromElemento(mappaNotifica, e)),
    recuperi: conPrefisso("RECUPERO#").map((e): Recupero => fromElemento(mappaRecupero, e)),
    storia: conPrefisso("STORIA#").map((e): VoceStoria => schemaStoria.parse(e)),
  };
};
