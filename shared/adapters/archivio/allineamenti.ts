/** Reads of the copies in the archives of pagoPA and of the comparisons, over the store. */
import * as z from "zod";
import type { Allineamento } from "../../domain/gpd/allineamento.ts";
import type { ArchivioPagoPA } from "../../domain/gpd/archivi.ts";
import type { VerificaGpd } from "../../domain/gpd/verifica.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Allineamenti, FiltriAllineamenti, PendenzaAllineata } from "../../ports/allineamenti.ts";
import type { Deposito, Elemento, Filtro } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiavePosizione, FiltriPerDominio } from "../../ports/posizioni.ts";
import { chiavi } from "./chiavi.ts";
import { elencoPerDominio, filtriUnita, readPaginaInAmbito, uguale, uno } from "./elenchi-ambito.ts";
import { fromElemento, padProgressivo } from "./mappa.ts";
import { mappaAllineamento, mappaVerificaGpd } from "./mappe-gpd.ts";
import { mappaPendenza } from "./mappe-posizione.ts";
import { readPagina } from "./pagine.ts";

/** Pages of an archive: a million positions of one creditor. */
const BLOCCHI_MASSIMI = 20_000;
const CONSERVAZIONE_VISTE_SECONDI = 3 * 86_400;

export class ArchivioAllineamenti implements Allineamenti {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async get(chiave: ChiavePosizione): Promise<PendenzaAllineata> {
    const [trovata] = await this.getMany([chiave]);
    return trovata ?? {};
  }

  async getMany(richieste: readonly ChiavePosizione[]): Promise<readonly PendenzaAllineata[]> {
    // DynamoDB refuses a batch that names a key twice.
    const distinte = [...new Map(richieste.map((chiave) => [chiavi.pendenza(chiave).pk, chiave])).values()];
    if (distinte.length === 0) return [];
    const elementi = await this.#deposito.getMany(
      "archivio",
      distinte.flatMap((chiave) => [chiavi.pendenza(chiave), chiavi.allineamento(chiave)]),
    );
    const perChiave = new Map(elementi.map((elemento) => [`${elemento.pk} ${elemento.sk}`, elemento]));
    const find = ({ pk, sk }: { pk: string; sk: string }): Elemento | undefined => perChiave.get(`${pk} ${sk}`);
    return richieste.map((chiave) => {
      const pendenza = find(chiavi.pendenza(chiave));
      const allineamento = find(chiavi.allineamento(chiave));
      return {
        ...(pendenza && { pendenza: fromElemento(mappaPendenza, pendenza) }),
        ...(allineamento && { allineamento: fromElemento(mappaAllineamento, allineamento) }),
      };
    });
  }

  find(filtri: FiltriAllineamenti, pagina: RichiestaPagina): Promise<Pagina<Allineamento>> {
    const condizioni = [
      ...uguale("stato", filtri.stato),
      ...uguale("archivio", filtri.archivio),
      ...uguale("iuv", filtri.iuv),
      ...uno("idTipoPendenza", filtri.tipiPendenza),
      ...filtriUnita(filtri.ambiti),
    ];
    return this.#findPerDominio("ALL", filtri, condizioni, pagina, (e) => fromElemento(mappaAllineamento, e));
  }

  findVerifiche(filtri: Parameters<Allineamenti["findVerifiche"]>[0], pagina: RichiestaPagina): Promise<Pagina<VerificaGpd>> {
    return this.#findPerDominio("VGP", filtri, uguale("archivio", filtri.archivio), pagina, (e) => fromElemento(mappaVerificaGpd, e));
  }

  #findPerDominio<T>(
    prefisso: string,
    filtri: FiltriPerDominio,
    condizioni: Filtro[],
    pagina: RichiestaPagina,
    decode: (e: Elemento) => T,
  ): Promise<Pagina<T>> {
    return readPaginaInAmbito(this.#deposito, elencoPerDominio(prefisso, filtri, condizioni), pagina, decode);
  }

  async getVerifica(idDominio: string, archivio: ArchivioPagoPA, giorno: string): Promise<VerificaGpd | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.verificaGpd({ idDominio, archivio, giorno }));
    return elemento && fromElemento(mappaVerificaGpd, elemento);
  }

  findPendenze(idDominio: string, frammenti: number, pagina: RichiestaPagina): Promise<Pagina<Pendenza>> {
    const elenchi = Array.from({ length: frammenti }, (_, i) => `${idDominio}#${i}`);
    return readPagina(
      this.#deposito,
      { tabella: "archivio", indice: "perElenco", ordine: "asc" },
      elenchi.flatMap((elenco) => [chiavi.elencoPendenze(elenco), chiavi.elencoPendenze(elenco, true)]),
      pagina,
      (e) => fromElemento(mappaPendenza, e),
    );
  }

  async putViste({ idDominio, archivio, giorno, pagina, inizio }: VerificaGpd, iupd: readonly string[]): Promise<void> {
    const pk = chiavi.pkVerificaGpd(idDominio, archivio, giorno);
    const scadeAlle = Math.floor(Date.parse(inizio) / 1000) + CONSERVAZIONE_VISTE_SECONDI;
    await this.#deposito.putMany("archivio", [{ pk, sk: `VISTE#${padProgressivo(pagina)}`, iupd, versione: 1, scadeAlle }]);
  }

  async getViste({ idDominio, archivio, giorno }: VerificaGpd): Promise<ReadonlySet<string>> {
    const pk = chiavi.pkVerificaGpd(idDominio, archivio, giorno);
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk,
      sk: { inizia: "VISTE#" },
      ordine: "asc",
      limite: BLOCCHI_MASSIMI,
    });
    return new Set(elementi.flatMap((elemento) => z.array(z.string()).parse(elemento["iupd"])));
  }
}
