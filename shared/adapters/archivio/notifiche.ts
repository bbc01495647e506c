/** Lists of the notifications over the store. */
import type { ChiaveInvio, InvioRendicontazioni } from "../../domain/notifiche/invio-rendicontazioni.ts";
import type { Notifica } from "../../domain/notifiche/notifica.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Notifiche } from "../../ports/notifiche.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { chiavi } from "./chiavi.ts";
import { elencoPerDominio, readPaginaInAmbito, uguale } from "./elenchi-ambito.ts";
import { fromElemento } from "./mappa.ts";
import { ELENCO_IN_RITARDO, mappaInvio, mappaNotifica } from "./mappe-notifica.ts";

export class ArchivioNotifiche implements Notifiche {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getInvio(chiave: ChiaveInvio): Promise<InvioRendicontazioni | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.invioRendicontazioni(chiave));
    return elemento && fromElemento(mappaInvio, elemento);
  }

  findNotifiche(filtri: Parameters<Notifiche["findNotifiche"]>[0], pagina: RichiestaPagina): Promise<Pagina<Notifica>> {
    const condizioni = [...uguale("stato", filtri.stato), ...uguale("tipo", filtri.tipo), ...uguale("idA2A", filtri.idA2A)];
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("NTF", filtri, condizioni), pagina, (e) => fromElemento(mappaNotifica, e));
  }

  async countInRitardo(tetto: number): Promise<number> {
    const { numero } = await this.#deposito.count(
      { tabella: "archivio", indice: "perApplicazione", pk: ELENCO_IN_RITARDO, ordine: "asc" },
      tetto,
    );
    return numero;
  }
}
