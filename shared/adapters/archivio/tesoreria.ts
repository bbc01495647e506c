/** Reads of the treasurers' movements over the store. */
import type { Caricamento } from "../../domain/tesoreria/caricamento.ts";
import { compatta, numeroSenzaZeri, type TipoNome } from "../../domain/tesoreria/identita.ts";
import type { Movimento } from "../../domain/tesoreria/movimento-registrato.ts";
import { normalizeIdFlusso } from "../../domain/valori/causale.ts";
import type { Chiave, Deposito, Filtro, Interrogazione } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiaveDiMovimento, FiltriCaricamenti, FiltriMovimenti, NomeOccupato, PostoNome, Tesoreria } from "../../ports/tesoreria.ts";
import { chiavi } from "./chiavi.ts";
import { elencoPerDominio, readPaginaInAmbito, uguale } from "./elenchi-ambito.ts";
import { fromElemento } from "./mappa.ts";
import {
  chiaviTesoreria,
  INIZIO_ID_FLUSSO,
  mappaCaricamento,
  mappaChiaveMovimento,
  mappaMovimento,
  mappaNomeMovimento,
  testoRicerca,
} from "./mappe-tesoreria.ts";
import { intervallo, readPagina } from "./pagine.ts";

/** Movements that one flow, payment code or credit transfer may find. */
const MASSIMO_TROVATI = 500;

const filtriMovimenti = ({ stato, segno, conto, importoDa, importoA, testo, idCaricamento }: FiltriMovimenti): Filtro[] => [
  ...uguale("stato", stato),
  ...uguale("segno", segno),
  ...uguale("conto", conto),
  ...(importoDa === undefined ? [] : [{ campo: "importo", op: ">=", valore: Number(importoDa) } as const]),
  ...(importoA === undefined ? [] : [{ campo: "importo", op: "<=", valore: Number(importoA) } as const]),
  ...(testo === undefined ? [] : [{ campo: "ricerca", op: "contiene", valore: testoRicerca(testo) } as const]),
  ...(idCaricamento === undefined ? [] : [{ campo: "caricamenti", op: "contiene", valore: ` ${idCaricamento} ` } as const]),
];

export class ArchivioTesoreria implements Tesoreria {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getMovimento(idDominio: string, id: string): Promise<Movimento | undefined> {
    const elemento = await this.#deposito.get("archivio", chiaviTesoreria.movimento(idDominio, id));
    return elemento && fromElemento(mappaMovimento, elemento);
  }

  async getMovimenti(idDominio: string, ids: readonly string[]): Promise<readonly Movimento[]> {
    if (ids.length === 0) return [];
    const cercati = [...new Set(ids)].map((id) => chiaviTesoreria.movimento(idDominio, id));
    return (await this.#deposito.getMany("archivio", cercati)).map((e) => fromElemento(mappaMovimento, e));
  }

  /** By account or by state from their own index, when the creditor is one; otherwise the condition goes through the list. */
  findMovimenti(filtri: FiltriMovimenti, pagina: RichiestaPagina): Promise<Pagina<Movimento>> {
    const { domini, da, a, ordine, conto, stato } = filtri;
    const decode = (elemento: Parameters<typeof fromElemento>[1]): Movimento => fromElemento(mappaMovimento, elemento);
    const [idDominio] = domini;
    if (domini === "*" || domini.length !== 1 || idDominio === undefined || (conto === undefined && stato === undefined)) {
      const elenco = elencoPerDominio(
        "MOV",
        { domini, ordine, ...(da !== undefined && { da }), ...(a !== undefined && { a }) },
        filtriMovimenti(filtri),
      );
      return readPaginaInAmbito(this.#deposito, elenco, pagina, decode);
    }
    const { conto: _conto, ...senzaConto } = filtri;
    const { stato: _stato, ...senzaStato } = filtri;
    const [indice, pk, resto] =
      conto === undefined
        ? ["perApplicazione", chiaviTesoreria.elencoStato(idDominio, stato ?? ""), senzaStato]
        : ["perConto", chiaviTesoreria.elencoConto(idDominio, conto), senzaConto];
    return readPagina(
      this.#deposito,
      { tabella: "archivio", indice, ordine, filtri: filtriMovimenti(resto), ...intervallo(da, a) },
      [pk],
      pagina,
      decode,
    );
  }

  async #findByChiavi(
    idDominio: string,
    interrogazione: Pick<Interrogazione, "pk" | "sk">,
    holds: (chiave: ChiaveDiMovimento) => boolean,
  ): Promise<readonly Movimento[]> {
    const { elementi } = await this.#deposito.query({ tabella: "archivio", ...interrogazione, ordine: "asc", limite: MASSIMO_TROVATI });
    const trovate = elementi.map((e) => fromElemento(mappaChiaveMovimento, e)).filter(holds);
    return this.getMovimenti(
      idDominio,
      trovate.map(({ idMovimento }) => idMovimento),
    );
  }

  findMovimentiByFlusso(idDominio: string, idFlusso: string): Promise<readonly Movimento[]> {
    const cercato = normalizeIdFlusso(idFlusso);
    if (cercato.length < INIZIO_ID_FLUSSO) return Promise.resolve([]);
    const pk = chiaviTesoreria.pkChiave(idDominio, "FLUSSO", cercato);
    // Every beginning of the id sorts before it.
    const sk = { da: cercato.slice(0, INIZIO_ID_FLUSSO), a: `${cercato}#\uffff` };
    return this.#findByChiavi(idDominio, { pk, sk }, ({ valore }) => cercato.startsWith(valore));
  }

  #findByValore(idDominio: string, tipo: ChiaveDiMovimento["tipo"], valore: string): Promise<readonly Movimento[]> {
    return this.#findByChiavi(idDominio, { pk: chiaviTesoreria.pkChiave(idDominio, tipo, valore) }, () => true);
  }

  findMovimentiByIuv(idDominio: string, iuv: string): Promise<readonly Movimento[]> {
    return this.#findByValore(idDominio, "IUV", iuv.toUpperCase());
  }

  findMovimentiByIur(idDominio: string, iur: string): Promise<readonly Movimento[]> {
    return this.#findByValore(idDominio, "IUR", iur.toUpperCase());
  }

  async #findByNome(idDominio: string, tipo: TipoNome, testa: string, inizia?: string): Promise<readonly Movimento[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: chiaviTesoreria.pkNome(idDominio, tipo, testa),
      ...(inizia !== undefined && { sk: { inizia } }),
      ordine: "desc",
      limite: MASSIMO_TROVATI,
    });
    return this.getMovimenti(
      idDominio,
      elementi.map((e) => fromElemento(mappaNomeMovimento, e).idMovimento),
    );
  }

  findMovimentiBySct(idDominio: string, sct: string): Promise<readonly Movimento[]> {
    return this.#findByNome(idDominio, "SCT", compatta(sct));
  }

  findMovimentiBySospeso(idDominio: string, numero: string, esercizio?: number): Promise<readonly Movimento[]> {
    return this.#findByNome(idDominio, "SOSPESO", numeroSenzaZeri(numero), esercizio === undefined ? undefined : `${esercizio}#`);
  }

  async getNomi(idDominio: string, nomi: readonly PostoNome[]): Promise<readonly NomeOccupato[]> {
    const cercati = new Map<string, Chiave>();
    for (const nome of nomi) {
      const chiave = chiaviTesoreria.nome(idDominio, nome);
      cercati.set(`${chiave.pk}\u0000${chiave.sk}`, chiave);
    }
    if (cercati.size === 0) return [];
    return (await this.#deposito.getMany("archivio", [...cercati.values()])).map((e) => fromElemento(mappaNomeMovimento, e));
  }

  async getCaricamento(id: string): Promise<Caricamento | undefined> {
    const elemento = await this.#deposito.get("archivio", chiaviTesoreria.caricamento(id));
    return elemento && fromElemento(mappaCaricamento, elemento);
  }

  findCaricamenti(filtri: FiltriCaricamenti, pagina: RichiestaPagina): Promise<Pagina<Caricamento>> {
    const { domini, stato, idFlusso, ...resto } = filtri;
    const condizioni = [...uguale("stato", stato)];
    const decode = (elemento: Parameters<typeof fromElemento>[1]): Caricamento => fromElemento(mappaCaricamento, elemento);
    const [idDominio] = domini;
    if (idFlusso === undefined || domini === "*" || domini.length !== 1 || idDominio === undefined) {
      const tutte: Filtro[] = [
        ...condizioni,
        ...(idFlusso === undefined ? [] : [{ campo: "elencoConto", op: "contiene", valore: `#${idFlusso}` } as const]),
      ];
      return readPaginaInAmbito(this.#deposito, elencoPerDominio("CRT", { domini, ...resto }, tutte), pagina, decode);
    }
    return readPagina(
      this.#deposito,
      { tabella: "archivio", indice: "perConto", ordine: resto.ordine, filtri: condizioni, ...intervallo(resto.da, resto.a) },
      [chiaviTesoreria.elencoFlusso(idDominio, idFlusso)],
      pagina,
      decode,
    );
  }

  async findInCaricamento(limite: number): Promise<readonly Caricamento[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perApplicazione",
      pk: chiaviTesoreria.elencoInCaricamento,
      ordine: "asc",
      limite,
    });
    return elementi.map((e) => fromElemento(mappaCaricamento, e));
  }

  async findDoppio(chiave: string): Promise<string | undefined> {
    const riferimento = (await this.#deposito.get("archivio", chiavi.unicita("caricamento", chiave)))?.["riferimento"];
    return typeof riferimento === "string" ? riferimento : undefined;
  }
}
