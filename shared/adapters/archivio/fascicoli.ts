/** Reads of the files on money to decide about, over the store. */
import { type Fascicolo, iuvDiFascicolo } from "../../domain/fascicoli/fascicolo.ts";
import type { Deposito, Elemento, Filtro } from "../../ports/deposito.ts";
import type { ChiaveFascicolo, Fascicoli, FiltriFascicoli } from "../../ports/fascicoli.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { chiavi } from "./chiavi.ts";
import { elencoPerDominio, filtriUnita, readPaginaInAmbito, uguale } from "./elenchi-ambito.ts";
import { MASSIMO_POSIZIONE } from "./elenchi-posizioni.ts";
import { fromElemento } from "./mappa.ts";
import { elencoFascicoliAperti, mappaFascicolo } from "./mappe-fascicolo.ts";
import { intervallo, readPagina } from "./pagine.ts";
import { toPosizione } from "./posizioni.ts";

const toFascicolo = (elemento: Elemento): Fascicolo => fromElemento(mappaFascicolo, elemento);
const chiaveDi = ({ idDominio, id }: ChiaveFascicolo) => chiavi.fascicolo({ idDominio, iuv: iuvDiFascicolo(id), id });

const perTipo = (tipi: FiltriFascicoli["tipiPendenza"]): Filtro[] =>
  // What no debt explains is for who sees every type of its creditor.
  tipi === "*" ? [] : [{ campo: "idTipoPendenza", op: "in", valore: tipi }];

export class ArchivioFascicoli implements Fascicoli {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async get(chiave: ChiaveFascicolo): Promise<Fascicolo | undefined> {
    const elemento = await this.#deposito.get("archivio", chiaveDi(chiave));
    return elemento && toFascicolo(elemento);
  }

  async getConPosizione(chiave: ChiaveFascicolo): ReturnType<Fascicoli["getConPosizione"]> {
    const { pk, sk } = chiaveDi(chiave);
    const { elementi } = await this.#deposito.query({ tabella: "archivio", pk, ordine: "asc", limite: MASSIMO_POSIZIONE });
    const elemento = elementi.find((candidato) => candidato.sk === sk);
    return elemento && { fascicolo: toFascicolo(elemento), posizione: toPosizione(elementi) };
  }

  find(filtri: FiltriFascicoli, pagina: RichiestaPagina): Promise<Pagina<Fascicolo>> {
    const condizioni = [
      ...uguale("stato", filtri.stato),
      ...uguale("motivo", filtri.motivo),
      ...uguale("assegnatario", filtri.assegnatario),
      ...uguale("iuv", filtri.iuv),
      ...perTipo(filtri.tipiPendenza),
      ...filtriUnita(filtri.ambiti),
    ];
    const [solo] = filtri.domini === "*" || filtri.domini.length !== 1 ? [] : filtri.domini;
    if (solo !== undefined && filtri.daLavorare) {
      const elenco = { tabella: "archivio", indice: "perApplicazione", ordine: filtri.ordine, filtri: condizioni } as const;
      return readPagina(
        this.#deposito,
        { ...elenco, ...intervallo(filtri.da, filtri.a) },
        [elencoFascicoliAperti(solo)],
        pagina,
        toFascicolo,
      );
    }
    const aperti: Filtro[] = filtri.daLavorare ? [{ campo: "elencoApplicazione", op: "esiste" }] : [];
    const elenco = elencoPerDominio("FSC", filtri, [...condizioni, ...aperti]);
    return readPaginaInAmbito(this.#deposito, elenco, pagina, toFascicolo);
  }
}
