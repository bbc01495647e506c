/** Reads of the replacements of accounts and of what waits for a second person, over the store. */
import type { Approvazione, TipoApprovazione } from "../../domain/approvazioni/approvazione.ts";
import type { CambioIban } from "../../domain/cambi/cambio-iban.ts";
import { type Approvazioni, type Cambi, chiaveCambio } from "../../ports/cambi.ts";
import type { Deposito, Filtro, Segnaposto } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Unicita } from "../../ports/unit-of-work.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { ELENCO_APPROVAZIONI, elencoCambi, mappaApprovazione, mappaCambio } from "./mappe-cambio.ts";
import { mappaUnicita } from "./mappe-rendicontazione.ts";
import { readPagina } from "./pagine.ts";

/** Few a month. */
const SCADUTE_PER_PEZZO = 100;

export class ArchivioApprovazioni implements Approvazioni {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async get(id: string): Promise<Approvazione | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.approvazione(id));
    return elemento && fromElemento(mappaApprovazione, elemento);
  }

  find({ domini, servizi, idDominio, stato }: Parameters<Approvazioni["find"]>[0], pagina: RichiestaPagina): Promise<Pagina<Approvazione>> {
    const filtri: Filtro[] = [
      { campo: "servizio", op: "in", valore: servizi },
      ...(domini === "*" ? [] : [{ campo: "idDominio", op: "in", valore: domini } as const]),
      ...(idDominio === undefined ? [] : [{ campo: "idDominio", op: "=", valore: idDominio } as const]),
      ...(stato === undefined ? [] : [{ campo: "stato", op: "=", valore: stato } as const]),
    ];
    const elenco = { tabella: "archivio", indice: "perElenco", ordine: "desc", filtri } as const;
    return readPagina(this.#deposito, elenco, [ELENCO_APPROVAZIONI], pagina, (e) => fromElemento(mappaApprovazione, e));
  }

  async findScadute(tipo: TipoApprovazione, richiesteDa: string, adesso: string): Promise<readonly Approvazione[]> {
    const filtri: Filtro[] = [
      { campo: "tipo", op: "=", valore: tipo },
      { campo: "stato", op: "=", valore: "RICHIESTA" },
      { campo: "scadenza", op: "<=", valore: adesso },
    ];
    const elenco = { tabella: "archivio", indice: "perElenco", pk: ELENCO_APPROVAZIONI, ordine: "asc", limite: SCADUTE_PER_PEZZO } as const;
    const trovate: Approvazione[] = [];
    let dopo: Segnaposto | undefined;
    do {
      const pezzo = await this.#deposito.query({ ...elenco, sk: { da: richiesteDa, a: adesso }, filtri, ...(dopo && { dopo }) });
      trovate.push(...pezzo.elementi.map((elemento) => fromElemento(mappaApprovazione, elemento)));
      dopo = pezzo.dopo;
    } while (dopo);
    return trovate;
  }
}

export class ArchivioCambi implements Cambi {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async get(id: string): Promise<CambioIban | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.cambio(id));
    return elemento && fromElemento(mappaCambio, elemento);
  }

  find(idDominio: string, pagina: RichiestaPagina): Promise<Pagina<CambioIban>> {
    const elenco = { tabella: "archivio", indice: "perElenco", ordine: "desc" } as const;
    return readPagina(this.#deposito, elenco, [elencoCambi(idDominio)], pagina, (e) => fromElemento(mappaCambio, e));
  }

  async getUnicita(idDominio: string, iban: string): Promise<Unicita | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.unicita("cambio-iban", chiaveCambio(idDominio, iban)));
    return elemento && fromElemento(mappaUnicita, elemento);
  }
}
