/** Reads of the matching over the store. */
import type {
  Abbinamento,
  MemoriaMovimento,
  PropostaAperta,
  RegolaRegistrata,
  RiscontroFlusso,
} from "../../domain/abbinamenti/abbinamento.ts";
import type { ImpostazioniRiscontri } from "../../domain/abbinamenti/impostazioni.ts";
import type { PagamentoNotificato } from "../../domain/abbinamenti/pagamento-notificato.ts";
import type { Abbinamenti, ChiaveRiscontroFlusso } from "../../ports/abbinamenti.ts";
import type { Deposito, Filtro } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { pkPosizione } from "./chiavi.ts";
import { elencoPerDominio, readPaginaInAmbito, uguale } from "./elenchi-ambito.ts";
import { fromElemento } from "./mappa.ts";
import {
  chiaviAbbinamento,
  mappaAbbinamento,
  mappaImpostazioni,
  mappaPagamentoNotificato,
  mappaProposta,
  mappaRegola,
  mappaRiscontroFlusso,
} from "./mappe-abbinamento.ts";
import { intervallo } from "./pagine.ts";

/** Proposals and decisions of one movement: tens. */
const MASSIMO_MEMORIA = 500;
const MASSIMO_DA_SPIEGARE = 100;
/** Of two months: lines of a postal account are one payment each. */
const MASSIMO_CON_PAGAMENTI = 2000;
const MASSIMO_NOTIFICATI = 500;

const conEtichetta = (etichetta: string | undefined): Filtro[] =>
  etichetta === undefined ? [] : [{ campo: "testoEtichette", op: "contiene", valore: ` ${etichetta} ` }];

export class ArchivioAbbinamenti implements Abbinamenti {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getMemoria(idDominio: string, idMovimento: string): Promise<MemoriaMovimento> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: chiaviAbbinamento.pk(idDominio, idMovimento),
      ordine: "asc",
      limite: MASSIMO_MEMORIA,
    });
    const abbinamento = elementi.find(({ sk }) => sk === "ABBINAMENTO");
    return {
      ...(abbinamento && { abbinamento: fromElemento(mappaAbbinamento, abbinamento) }),
      proposte: elementi.filter(({ sk }) => sk.startsWith("PROPOSTA#")).map((e) => fromElemento(mappaProposta, e)),
      regole: elementi.filter(({ sk }) => sk.startsWith("REGOLA#")).map((e) => fromElemento(mappaRegola, e)),
    };
  }

  async getAbbinamenti(idDominio: string, idMovimenti: readonly string[]): Promise<readonly Abbinamento[]> {
    if (idMovimenti.length === 0) return [];
    const chiavi = [...new Set(idMovimenti)].map((id) => chiaviAbbinamento.abbinamento(idDominio, id));
    return (await this.#deposito.getMany("archivio", chiavi)).map((e) => fromElemento(mappaAbbinamento, e));
  }

  async getRiscontriFlussi(chiavi: readonly ChiaveRiscontroFlusso[]): Promise<readonly RiscontroFlusso[]> {
    const distinte = new Map(chiavi.map(chiaviAbbinamento.riscontroFlusso).map((chiave) => [chiave.pk, chiave]));
    if (distinte.size === 0) return [];
    return (await this.#deposito.getMany("archivio", [...distinte.values()])).map((e) => fromElemento(mappaRiscontroFlusso, e));
  }

  async findConPagamenti(idDominio: string, { da, a }: { readonly da: string; readonly a: string }): Promise<readonly Abbinamento[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perDebitore",
      pk: chiaviAbbinamento.conPagamenti(idDominio),
      ...intervallo(da, a),
      ordine: "desc",
      limite: MASSIMO_CON_PAGAMENTI,
    });
    return elementi.map((e) => fromElemento(mappaAbbinamento, e));
  }

  async findDaSpiegare(idDominio: string, importo: { readonly da: bigint; readonly a: bigint }): Promise<readonly Abbinamento[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perApplicazione",
      pk: chiaviAbbinamento.daSpiegare(idDominio),
      filtri: [
        { campo: "importo", op: ">=", valore: Number(importo.da) },
        { campo: "importo", op: "<=", valore: Number(importo.a) },
      ],
      // The latest: an old movement that nothing explained is less likely to be the one.
      ordine: "desc",
      limite: MASSIMO_DA_SPIEGARE,
    });
    return elementi.map((e) => fromElemento(mappaAbbinamento, e));
  }

  async getImpostazioni(idDominio: string): Promise<ImpostazioniRiscontri | undefined> {
    const elemento = await this.#deposito.get("archivio", chiaviAbbinamento.impostazioni(idDominio));
    return elemento && fromElemento(mappaImpostazioni, elemento);
  }

  findProposte(filtri: Parameters<Abbinamenti["findProposte"]>[0], pagina: RichiestaPagina): Promise<Pagina<PropostaAperta>> {
    const { da, a, idMovimento, fiduciaMinima, ...ambito } = filtri;
    const condizioni: Filtro[] = [
      ...uguale("idMovimento", idMovimento),
      ...uguale("iuv", filtri.iuv),
      ...(fiduciaMinima === undefined ? [] : [{ campo: "fiducia", op: ">=", valore: fiduciaMinima } as const]),
      ...(da === undefined ? [] : [{ campo: "dataContabile", op: ">=", valore: da } as const]),
      ...(a === undefined ? [] : [{ campo: "dataContabile", op: "<=", valore: a } as const]),
    ];
    // The key is the confidence: days are a condition.
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("PRP", { ...ambito, ordine: "asc" }, condizioni), pagina, (e) =>
      fromElemento(mappaProposta, e),
    );
  }

  findRegole(filtri: Parameters<Abbinamenti["findRegole"]>[0], pagina: RichiestaPagina): Promise<Pagina<RegolaRegistrata>> {
    const condizioni: Filtro[] = [
      ...uguale("idMovimento", filtri.idMovimento),
      ...(filtri.revocate === undefined ? [] : [{ campo: "revoca", op: filtri.revocate ? "esiste" : "manca" } as const]),
    ];
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("RGL", filtri, condizioni), pagina, (e) => fromElemento(mappaRegola, e));
  }

  findRiscontriFlussi(
    filtri: Parameters<Abbinamenti["findRiscontriFlussi"]>[0],
    pagina: RichiestaPagina,
  ): Promise<Pagina<RiscontroFlusso>> {
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("RFL", filtri, conEtichetta(filtri.etichetta)), pagina, (e) =>
      fromElemento(mappaRiscontroFlusso, e),
    );
  }

  findAbbinamenti(filtri: Parameters<Abbinamenti["findAbbinamenti"]>[0], pagina: RichiestaPagina): Promise<Pagina<Abbinamento>> {
    const condizioni = [...conEtichetta(filtri.etichetta), ...uguale("stato", filtri.stato)];
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("ABM", filtri, condizioni), pagina, (e) =>
      fromElemento(mappaAbbinamento, e),
    );
  }

  async findNotificati(idDominio: string, iuv: string): Promise<readonly PagamentoNotificato[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: pkPosizione({ idDominio, iuv }),
      sk: { inizia: "NOTIFICATO#" },
      ordine: "asc",
      limite: MASSIMO_NOTIFICATI,
    });
    return elementi.map((e) => fromElemento(mappaPagamentoNotificato, e));
  }

  async getNotificati(
    idDominio: string,
    chiavi: readonly { readonly iuv: string; readonly iud: string }[],
  ): Promise<readonly PagamentoNotificato[]> {
    if (chiavi.length === 0) return [];
    const elementi = await this.#deposito.getMany(
      "archivio",
      chiavi.map((chiave) => chiaviAbbinamento.notificato({ idDominio, ...chiave })),
    );
    return elementi.map((e) => fromElemento(mappaPagamentoNotificato, e));
  }

  findNotificatiPerData(
    filtri: Parameters<Abbinamenti["findNotificatiPerData"]>[0],
    pagina: RichiestaPagina,
  ): Promise<Pagina<PagamentoNotificato>> {
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("IUD", filtri, []), pagina, (e) =>
      fromElemento(mappaPagamentoNotificato, e),
    );
  }
}
