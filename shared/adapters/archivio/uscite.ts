/** Reads of reminders and of the files of the export connectors over the store. */
import type { TracciatoNotifica } from "../../domain/esportazioni/tracciato-notifica.ts";
import type { Promemoria } from "../../domain/promemoria/promemoria.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ElencoPromemoria } from "../../ports/promemoria.ts";
import type { TracciatiNotifica } from "../../ports/tracciati-notifica.ts";
import { chiavi } from "./chiavi.ts";
import { elencoPerDominio, readPaginaInAmbito, uguale } from "./elenchi-ambito.ts";
import { fromElemento } from "./mappa.ts";
import { mappaPromemoria, mappaTracciatoNotifica } from "./mappe-uscite.ts";

export class ArchivioPromemoria implements ElencoPromemoria {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  findPromemoria(filtri: Parameters<ElencoPromemoria["findPromemoria"]>[0], pagina: RichiestaPagina): Promise<Pagina<Promemoria>> {
    const condizioni = [...uguale("stato", filtri.stato), ...uguale("tipo", filtri.tipo)];
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("PRM", filtri, condizioni), pagina, (e) => fromElemento(mappaPromemoria, e));
  }
}

export class ArchivioTracciatiNotifica implements TracciatiNotifica {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async get(id: string): Promise<TracciatoNotifica | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.tracciatoNotifica(id));
    return elemento && fromElemento(mappaTracciatoNotifica, elemento);
  }
}
