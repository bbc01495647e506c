/** Places of the payment pages, consistent: a place is given on what is there now. */
import type { PrenotazionePagina, QuotaPagina } from "../../domain/pagine/pagina-pagamento.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { PostiPagina } from "../../ports/pagine.ts";
import { fromElemento } from "./mappa.ts";
import { chiaveQuota, mappaPrenotazionePagina, mappaQuotaPagina, PREFISSO_PRENOTAZIONE } from "./mappe-pagina.ts";

export class ArchivioPostiPagina implements PostiPagina {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getQuota(idDominio: string, idPagina: string): Promise<QuotaPagina | undefined> {
    const elemento = await this.#deposito.get("archivio", chiaveQuota(idDominio, idPagina));
    return elemento && fromElemento(mappaQuotaPagina, elemento);
  }

  async findScadute(idDominio: string, idPagina: string, giorno: string, massimo: number): Promise<readonly PrenotazionePagina[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: chiaveQuota(idDominio, idPagina).pk,
      sk: { da: PREFISSO_PRENOTAZIONE, a: `${PREFISSO_PRENOTAZIONE}${giorno}` },
      ordine: "asc",
      limite: massimo,
    });
    return elementi.map((elemento) => fromElemento(mappaPrenotazionePagina, elemento));
  }
}
