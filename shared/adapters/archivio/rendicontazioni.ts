/** Reads of flows, rows and reconciliations over the store. */
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Segnalibro } from "../../domain/rendicontazioni/segnalibro.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import type { Deposito, Elemento, Filtro } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type {
  ChiaveFlusso,
  CompagniRighe,
  CompagniRiscossioni,
  FiltriObsoleti,
  FiltriRendicontazioni,
  Rendicontazioni,
} from "../../ports/rendicontazioni.ts";
import type { Unicita } from "../../ports/unit-of-work.ts";
import { chiavi, pkPosizione } from "./chiavi.ts";
import { readCompagniRiscossioni } from "./compagni-riscossioni.ts";
import { elencoPerDominio, readPaginaInAmbito, uguale, uno } from "./elenchi-ambito.ts";
import { searchRighe } from "./elenchi-contabili.ts";
import { fromElemento } from "./mappa.ts";
import { mappaPendenza, mappaRendicontazione, mappaRiscossione } from "./mappe-posizione.ts";
import { mappaFlusso, mappaRiconciliazione, mappaSegnalibro, mappaUnicita } from "./mappe-rendicontazione.ts";
import { intervallo } from "./pagine.ts";

/** Flows that one query may leave out: each is a condition, and an expression of DynamoDB is at most 4 kB. */
const MASSIMO_ESCLUSI = 80;
/** PSPs × revisions under one flow id, and rows of one payment code: tens. */
const MASSIMO_OMONIMI = 500;
/** Reconciliations of one flow or payment code that failed: the same one registered again and again. */
const MASSIMO_IN_ATTESA = 100;

export class ArchivioRendicontazioni implements Rendicontazioni {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getFlusso(chiave: ChiaveFlusso): Promise<Flusso | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.flusso(chiave));
    return elemento && fromElemento(mappaFlusso, elemento);
  }

  async getFlussi(elenco: readonly ChiaveFlusso[]): Promise<readonly Flusso[]> {
    const elementi = await this.#deposito.getMany("archivio", elenco.map(chiavi.flusso));
    return elementi.map((e) => fromElemento(mappaFlusso, e));
  }

  async findRevisioni(idDominio: string, idFlusso: string): Promise<readonly Flusso[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: chiavi.pkFlusso(idDominio, idFlusso),
      ordine: "asc",
      limite: MASSIMO_OMONIMI,
    });
    return elementi
      .map((e) => fromElemento(mappaFlusso, e))
      .sort((a, b) => b.revisione - a.revisione || (a.dataFlusso < b.dataFlusso ? 1 : -1));
  }

  findFlussi(filtri: Parameters<Rendicontazioni["findFlussi"]>[0], pagina: RichiestaPagina): Promise<Pagina<Flusso>> {
    const condizioni: Filtro[] = [
      filtri.stato === undefined
        ? { campo: "stato", op: "!=", valore: "IN_ACQUISIZIONE" }
        : { campo: "stato", op: "=", valore: filtri.stato },
      ...(filtri.idFlusso === undefined ? [] : [{ campo: "idFlusso", op: "=", valore: filtri.idFlusso } as const]),
      ...(filtri.escludiObsoleti ? [{ campo: "obsoleto", op: "=", valore: false } as const] : []),
      ...(filtri.incassato === undefined ? [] : [{ campo: "idRiconciliazione", op: filtri.incassato ? "esiste" : "manca" } as const]),
    ];
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("FLU", filtri, condizioni), pagina, (e) => fromElemento(mappaFlusso, e));
  }

  async findFlussiByIuv(domini: "*" | readonly string[], iuv: string): Promise<readonly Flusso[]> {
    const [idDominio] = domini;
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      // Of one creditor, strongly consistent.
      ...(domini !== "*" && domini.length === 1 && idDominio !== undefined
        ? { pk: pkPosizione({ idDominio, iuv }) }
        : { indice: "perPendenza", pk: chiavi.righeDiIuv(iuv), filtri: uno("idDominio", domini) }),
      sk: { inizia: "RENDICONTAZIONE#" },
      ordine: "asc",
      limite: MASSIMO_OMONIMI,
    });
    const flussi = new Map(elementi.map((e) => fromElemento(mappaRendicontazione, e)).map((r) => [chiavi.flusso(r).sk, chiavi.flusso(r)]));
    const trovati = await this.#deposito.getMany("archivio", [...flussi.values()]);
    return trovati.map((e) => fromElemento(mappaFlusso, e));
  }

  async findFlussiByNome(idFlusso: string): Promise<readonly Flusso[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perPendenza",
      pk: chiavi.nomeFlusso(idFlusso),
      ordine: "asc",
      limite: MASSIMO_OMONIMI,
    });
    return elementi.map((e) => fromElemento(mappaFlusso, e)).filter((flusso) => flusso.idFlusso === idFlusso);
  }

  async findObsoleti({ domini, flussoDa, flussoA }: FiltriObsoleti): ReturnType<Rendicontazioni["findObsoleti"]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perApplicazione",
      pk: chiavi.elencoObsoleti,
      ...intervallo(flussoDa, flussoA),
      filtri: uno("idDominio", domini),
      ordine: "desc",
      limite: MASSIMO_ESCLUSI + 1,
    });
    const flussi = elementi.slice(0, MASSIMO_ESCLUSI).map((e) => fromElemento(mappaFlusso, e));
    return { flussi, oltre: elementi.length > MASSIMO_ESCLUSI };
  }

  findRendicontazioni(filtri: FiltriRendicontazioni, pagina: RichiestaPagina): Promise<Pagina<Rendicontazione>> {
    return searchRighe(this.#deposito, filtri, pagina, (e) => fromElemento(mappaRendicontazione, e));
  }

  async getCompagniRighe(righe: readonly Rendicontazione[]): Promise<CompagniRighe> {
    const cercate = righe.flatMap((riga) => [chiavi.flusso(riga), chiavi.riscossione(riga), chiavi.pendenza(riga)]);
    const distinte = new Map(cercate.map((chiave) => [`${chiave.pk}\u0000${chiave.sk}`, chiave]));
    const elementi = distinte.size === 0 ? [] : await this.#deposito.getMany("archivio", [...distinte.values()]);
    const isFlusso = ({ pk }: Elemento): boolean => pk.startsWith("FLU#");
    return {
      flussi: elementi.filter(isFlusso).map((e) => fromElemento(mappaFlusso, e)),
      riscossioni: elementi.filter(({ sk }) => sk.startsWith("RISCOSSIONE#")).map((e) => fromElemento(mappaRiscossione, e)),
      pendenze: elementi.filter(({ sk }) => sk === "PENDENZA").map((e) => fromElemento(mappaPendenza, e)),
    };
  }

  getCompagniRiscossioni(riscossioni: readonly Riscossione[]): Promise<CompagniRiscossioni> {
    return readCompagniRiscossioni(this.#deposito, riscossioni);
  }

  async findRighe(chiave: ChiaveFlusso, daProgressivo: number, limite: number): Promise<readonly Rendicontazione[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perElenco",
      pk: chiavi.elencoRighe(chiave),
      sk: { da: chiavi.ordineRiga(chiave, daProgressivo) },
      ordine: "asc",
      limite,
    });
    return elementi.map((e) => fromElemento(mappaRendicontazione, e));
  }

  async getRiconciliazione(idDominio: string, id: string): Promise<Riconciliazione | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.riconciliazione(idDominio, id));
    return elemento && fromElemento(mappaRiconciliazione, elemento);
  }

  findRiconciliazioni(
    filtri: Parameters<Rendicontazioni["findRiconciliazioni"]>[0],
    pagina: RichiestaPagina,
  ): Promise<Pagina<Riconciliazione>> {
    const condizioni: Filtro[] = [
      ...(filtri.sct === undefined ? [] : [{ campo: "sct", op: "=", valore: filtri.sct } as const]),
      ...(filtri.stato === undefined ? [] : [{ campo: "stato", op: "=", valore: filtri.stato } as const]),
      ...(filtri.stati === undefined ? [] : [{ campo: "stato", op: "in", valore: filtri.stati } as const]),
      ...uguale("iuv", filtri.iuv),
      ...uguale("idFlusso", filtri.idFlusso),
    ];
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("RCN", filtri, condizioni), pagina, (e) =>
      fromElemento(mappaRiconciliazione, e),
    );
  }

  async findInAttesa(idDominio: string, attesa: string): Promise<readonly Riconciliazione[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perPendenza",
      pk: chiavi.riconciliazioniInAttesa(idDominio, attesa),
      ordine: "asc",
      limite: MASSIMO_IN_ATTESA,
    });
    return elementi.map((e) => fromElemento(mappaRiconciliazione, e));
  }

  /** Through the rows of the flow (or the payment code of a single movement): no index of its own. */
  async findRiscossioniRiconciliate(
    riconciliazione: Riconciliazione,
    daProgressivo: number,
    limite: number,
  ): Promise<readonly Riscossione[]> {
    const { idDominio, id, idFlusso, idPsp, revisione, iuv } = riconciliazione;
    const elementi =
      idFlusso !== undefined && idPsp !== undefined && revisione !== undefined
        ? await this.#getDiRighe(await this.findRighe({ idDominio, idFlusso, idPsp, revisione }, daProgressivo, limite))
        : iuv === undefined
          ? []
          : await this.#findDiPosizione({ idDominio, iuv });
    return elementi.map((e) => fromElemento(mappaRiscossione, e)).filter((r) => r.idRiconciliazione === id);
  }

  /** A row reported twice points twice to one collected amount: DynamoDB refuses a batch that names a key twice. */
  async #getDiRighe(righe: readonly Rendicontazione[]): Promise<readonly Elemento[]> {
    const distinte = new Map(righe.map((riga) => [`${riga.iuv}#${riga.iur}#${riga.indice}`, chiavi.riscossione(riga)]));
    const elementi = await this.#deposito.getMany("archivio", [...distinte.values()]);
    const perChiave = new Map(elementi.map((e) => [`${e.pk}${e.sk}`, e]));
    // In the order of the flow.
    return [...distinte.values()].flatMap(({ pk, sk }) => perChiave.get(`${pk}${sk}`) ?? []);
  }

  async #findDiPosizione(chiave: ChiavePosizione): Promise<readonly Elemento[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: pkPosizione(chiave),
      sk: { inizia: "RISCOSSIONE#" },
      ordine: "asc",
      limite: MASSIMO_OMONIMI,
    });
    return elementi;
  }

  async getUnicita(ambito: Unicita["ambito"], chiave: string): Promise<Unicita | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.unicita(ambito, chiave));
    return elemento && fromElemento(mappaUnicita, elemento);
  }

  async getSegnalibro(idDominio: string): Promise<Segnalibro | undefined> {
    const elemento = await this.#deposito.get("archivio", chiavi.segnalibro(idDominio));
    return elemento && fromElemento(mappaSegnalibro, elemento);
  }
}
