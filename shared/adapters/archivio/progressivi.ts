/** Blocks of 100 progressive numbers per instance: one request per hundred notices (budget of architecture, IUV generation). */
import type { Deposito } from "../../ports/deposito.ts";
import type { Progressivi } from "../../ports/progressivi.ts";
import { chiavi } from "./chiavi.ts";

const BLOCCO = 100;

export class ArchivioProgressivi implements Progressivi {
  readonly #deposito: Deposito;
  readonly #blocchi = new Map<string, { prossimo: bigint; fine: bigint }>();
  readonly #inArrivo = new Map<string, Promise<void>>();

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async next(idDominio: string, prefisso: string): Promise<bigint> {
    const nome = `${idDominio}#${prefisso}`;
    for (;;) {
      const blocco = this.#blocchi.get(nome);
      if (blocco && blocco.prossimo <= blocco.fine) return blocco.prossimo++;
      await this.#reserve(nome, idDominio, prefisso);
    }
  }

  async skip(idDominio: string, prefisso: string, quanti: number): Promise<void> {
    this.#blocchi.delete(`${idDominio}#${prefisso}`);
    await this.#deposito.increment("archivio", chiavi.contatore(idDominio, prefisso), "valore", quanti);
  }

  /** Concurrent callers of one instance wait for the same block. */
  #reserve(nome: string, idDominio: string, prefisso: string): Promise<void> {
    const gia = this.#inArrivo.get(nome);
    if (gia) return gia;
    const arrivo = this.#deposito
      .increment("archivio", chiavi.contatore(idDominio, prefisso), "valore", BLOCCO)
      .then((fine) => {
        this.#blocchi.set(nome, { prossimo: BigInt(fine - BLOCCO + 1), fine: BigInt(fine) });
      })
      .finally(() => this.#inArrivo.delete(nome));
    this.#inArrivo.set(nome, arrivo);
    return arrivo;
  }
}
