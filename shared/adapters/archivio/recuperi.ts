/** Reads of the missing receipts over the store. */
import type { Recupero } from "../../domain/recuperi/recupero.ts";
import type { Deposito, Segnaposto } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiaveRecupero, ElencoLavoro, Recuperi } from "../../ports/recuperi.ts";
import type { SegnalibroAttivazioni } from "../../ports/unit-of-work.ts";
import { chiavi } from "./chiavi.ts";
import { elencoPerDominio, readPaginaInAmbito, uguale } from "./elenchi-ambito.ts";
import { fromElemento } from "./mappa.ts";
import { elencoLavoro, mappaRecupero, mappaSegnalibroAttivazioni } from "./mappe-recupero.ts";

/** Items that a stretch of work may look at: those that wait for their time are passed over, and are not many. */
const LETTI_MASSIMI = 5_000;

export class ArchivioRecuperi implements Recuperi {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getRecupero(chiave: ChiaveRecupero): Promise<Recupero | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.recupero(chiave));
    return elemento && fromElemento(mappaRecupero, elemento);
  }

  findRecuperi(filtri: Parameters<Recuperi["findRecuperi"]>[0], pagina: RichiestaPagina): Promise<Pagina<Recupero>> {
    const condizioni = [
      ...uguale("iuv", filtri.iuv),
      ...uguale("iur", filtri.iur),
      ...uguale("stato", filtri.stato),
      ...uguale("origine", filtri.origine),
      ...uguale("idFlusso", filtri.idFlusso),
    ];
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("RCP", filtri, condizioni), pagina, (e) => fromElemento(mappaRecupero, e));
  }

  async findMaturi(elenco: ElencoLavoro, adesso: string, quanti: number, dopo?: Segnaposto): ReturnType<Recuperi["findMaturi"]> {
    const pezzo = await this.#deposito.query({
      tabella: "archivio",
      indice: "perApplicazione",
      pk: elencoLavoro(elenco),
      filtri: [{ campo: "dataProssimoTentativo", op: "<=", valore: adesso }],
      ordine: "asc",
      limite: quanti,
      lettiMassimi: LETTI_MASSIMI,
      ...(dopo && { dopo }),
    });
    return { recuperi: pezzo.elementi.map((e) => fromElemento(mappaRecupero, e)), ...(pezzo.dopo && { dopo: pezzo.dopo }) };
  }

  async countAperti(tetto: number): Promise<number> {
    const conti = await Promise.all(
      (["urgenti", "aperti"] as const).map((elenco) =>
        this.#deposito.count({ tabella: "archivio", indice: "perApplicazione", pk: elencoLavoro(elenco), ordine: "asc" }, tetto),
      ),
    );
    return conti.reduce((somma, { numero }) => somma + numero, 0);
  }

  async getSegnalibroAttivazioni(idDominio: string): Promise<SegnalibroAttivazioni | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.segnalibroAttivazioni(idDominio));
    return elemento && fromElemento(mappaSegnalibroAttivazioni, elemento);
  }
}
