/** Reads of bulk batches over the store. */
import type { TappaTracciato, Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Deposito, Filtro } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { FiltriTracciati, Tracciati } from "../../ports/tracciati.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { ELENCO_TRACCIATI, elencoTracciatiDi, mappaTappaTracciato, mappaTracciato } from "./mappe-tracciato.ts";
import { readPagina } from "./pagine.ts";

export class ArchivioTracciati implements Tracciati {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async get(id: string): Promise<Tracciato | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.tracciato(id));
    return elemento && fromElemento(mappaTracciato, elemento);
  }

  find({ idA2A, idDominio, stati, domini }: FiltriTracciati, pagina: RichiestaPagina): Promise<Pagina<Tracciato>> {
    const filtri: Filtro[] = [
      ...(idDominio === undefined ? [] : [{ campo: "idDominio", op: "=", valore: idDominio } as const]),
      ...(domini === "*" || idA2A !== undefined ? [] : [{ campo: "idDominio", op: "in", valore: domini } as const]),
      ...(stati === undefined ? [] : [{ campo: "stato", op: "in", valore: stati } as const]),
    ];
    return readPagina(
      this.#deposito,
      { tabella: "archivio", indice: idA2A === undefined ? "perElenco" : "perApplicazione", ordine: "desc", filtri },
      [idA2A === undefined ? ELENCO_TRACCIATI : elencoTracciatiDi(idA2A)],
      pagina,
      (elemento) => fromElemento(mappaTracciato, elemento),
    );
  }

  async findTappe(id: string, da: number, limite: number): Promise<readonly TappaTracciato[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: chiavi.pkTracciato(id),
      sk: { da: chiavi.tappaTracciato(id, da).sk, a: "TAPPA#~" },
      ordine: "asc",
      limite,
    });
    return elementi.map((elemento) => fromElemento(mappaTappaTracciato, elemento));
  }

  async findDoppio(chiave: string): Promise<string | undefined> {
    const riferimento = (await this.#deposito.get("archivio", chiavi.unicita("tracciato", chiave)))?.["riferimento"];
    return typeof riferimento === "string" ? riferimento : undefined;
  }
}
