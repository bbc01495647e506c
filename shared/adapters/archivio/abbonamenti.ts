/** Subscriptions over the store: progress, deliveries, and which of a creditor are to be told, remembered for a while. */
import type { Abbonamento } from "../../domain/abbonamenti/abbonamento.ts";
import type { Consegna, StatoConsegna } from "../../domain/abbonamenti/consegna.ts";
import type { Seguito } from "../../domain/abbonamenti/seguito.ts";
import type { Annuncio } from "../../domain/annunci/annuncio.ts";
import type { Abbonamenti, ChiaveAbbonamento } from "../../ports/abbonamenti.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { uguale } from "./elenchi-ambito.ts";
import { fromElemento, toElemento } from "./mappa.ts";
import {
  chiaveSeguito,
  ELENCO_DOVUTI,
  ELENCO_FERMI,
  mappaAbbonamento,
  mappaConsegna,
  mappaSeguito,
  pkConsegne,
} from "./mappe-abbonamento.ts";
import { readPagina } from "./pagine.ts";

/** A subscription is told of what happens within this time of its creation. */
const MEMORIA_MILLISECONDI = 30_000;
const CREDITORI_MASSIMI = 5_000;
const CONSEGNE_DI_UN_DEBITO = 1_000;
const FERMI_MASSIMI = 1_000;

/** Enabled subscriptions of a creditor: a query each half a minute, also when there is none. */
export const createAbbonati = (deposito: Pick<Deposito, "query">, clock: Clock) => {
  const noti = new Map<string, { readonly fino: number; readonly abbonamenti: Promise<readonly Abbonamento[]> }>();
  const read = async (idDominio: string): Promise<readonly Abbonamento[]> => {
    const { elementi } = await deposito.query({ tabella: "anagrafiche", pk: `ABO#${idDominio}`, ordine: "asc", limite: 100 });
    return elementi.map((elemento) => fromElemento(mappaAbbonamento, elemento)).filter(({ abilitato }) => abilitato);
  };
  return (idDominio: string): Promise<readonly Abbonamento[]> => {
    const adesso = Date.parse(clock.now());
    const noto = noti.get(idDominio);
    if (noto && noto.fino > adesso) return noto.abbonamenti;
    if (noti.size >= CREDITORI_MASSIMI) noti.clear();
    const abbonamenti = read(idDominio);
    noti.set(idDominio, { fino: adesso + MEMORIA_MILLISECONDI, abbonamenti });
    // A failed reading is not remembered.
    abbonamenti.catch(() => noti.delete(idDominio));
    return abbonamenti;
  };
};

export class ArchivioAbbonamenti implements Abbonamenti {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async getSeguito(chiave: ChiaveAbbonamento): Promise<Seguito | undefined> {
    const elemento = await this.#deposito.get("archivio", chiaveSeguito(chiave));
    return elemento && fromElemento(mappaSeguito, elemento);
  }

  async getSeguiti(chiavi: readonly ChiaveAbbonamento[]): Promise<readonly Seguito[]> {
    if (chiavi.length === 0) return [];
    const elementi = await this.#deposito.getMany("archivio", chiavi.map(chiaveSeguito));
    return elementi.map((elemento) => fromElemento(mappaSeguito, elemento));
  }

  async ring(chiave: ChiaveAbbonamento): Promise<void> {
    await this.#deposito.increment("archivio", chiaveSeguito(chiave), "versione", 1);
  }

  async getConsegne(chiave: ChiaveAbbonamento, annunci: readonly Pick<Annuncio, "id" | "oggetto">[]): Promise<readonly Consegna[]> {
    if (annunci.length === 0) return [];
    // The same announcement may have been told twice: a batch of keys wants each once.
    const unici = [...new Map(annunci.map((annuncio) => [annuncio.id, annuncio])).values()];
    const elementi = await this.#deposito.getMany(
      "archivio",
      unici.map(({ id, oggetto }) => ({ pk: pkConsegne(chiave.idDominio, chiave.idAbbonamento, oggetto), sk: `CONSEGNA#${id}` })),
    );
    return elementi.map((elemento) => fromElemento(mappaConsegna, elemento));
  }

  async findConsegneDi({ idDominio, idAbbonamento }: ChiaveAbbonamento, oggetto: string): Promise<readonly Consegna[]> {
    const { elementi } = await this.#deposito.query({
      ...{ tabella: "archivio", pk: pkConsegne(idDominio, idAbbonamento, oggetto), ordine: "asc", limite: CONSEGNE_DI_UN_DEBITO },
    });
    const consegne = elementi.map((elemento) => fromElemento(mappaConsegna, elemento));
    return consegne.sort((a, b) => (a.ordine < b.ordine ? -1 : 1));
  }

  findConsegne(
    { idDominio, idAbbonamento }: ChiaveAbbonamento,
    stato: StatoConsegna | undefined,
    pagina: RichiestaPagina,
  ): Promise<Pagina<Consegna>> {
    const elenco = { tabella: "archivio", indice: "perElenco", ordine: "desc", filtri: uguale("stato", stato) } as const;
    return readPagina(this.#deposito, elenco, [`CSG#${idDominio}#${idAbbonamento}`], pagina, (e) => fromElemento(mappaConsegna, e));
  }

  async putConsegne(consegne: readonly Consegna[]): Promise<void> {
    await this.#deposito.putMany(
      "archivio",
      consegne.map((consegna) => toElemento(mappaConsegna, consegna, consegna.versione + 1)),
    );
  }

  async findDovuti(entro: string, limite: number): Promise<readonly ChiaveAbbonamento[]> {
    const { elementi } = await this.#deposito.query({
      ...{ tabella: "archivio", indice: "perApplicazione", pk: ELENCO_DOVUTI, sk: { a: `${entro}$` }, ordine: "asc", limite },
    });
    return elementi.map((elemento) => fromElemento(mappaSeguito, elemento));
  }

  async countFermi(da: string): Promise<number> {
    const dove = { tabella: "archivio", indice: "perApplicazione", pk: ELENCO_FERMI, sk: { da }, ordine: "asc" } as const;
    return (await this.#deposito.count(dove, FERMI_MASSIMI)).numero;
  }
}
