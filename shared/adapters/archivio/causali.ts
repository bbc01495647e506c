/** Decisions about the texts of banks over the store. */
import * as z from "zod";
import { nomeDi } from "../../domain/abbinamenti/nome.ts";
import { DECISIONI_CAUSALE, type DecisioneCausale } from "../../domain/tesoreria/causali/decisione.ts";
import type { Causali } from "../../ports/causali.ts";
import type { Chiave, Deposito } from "../../ports/deposito.ts";
import { defineMappa, fromElemento, testo, testoOpz } from "./mappa.ts";

const DECISIONI_MASSIME = 1000;

const pkDi = (idDominio: string): string => `CSN#${idDominio}`;
const chiaveDi = (idDominio: string, forma: string): Chiave => ({ pk: pkDi(idDominio), sk: `DECISIONE#${nomeDi(forma)}` });

export const mappaDecisioneCausale = defineMappa<DecisioneCausale>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione: z.int(),
      idDominio: testo,
      forma: testo,
      decisione: z.enum(DECISIONI_CAUSALE),
      mese: testo,
      numero: z.int(),
      nota: testoOpz,
      principal: testo,
      data: testo,
    }),
  chiave: ({ idDominio, forma }) => chiaveDi(idDominio, forma),
});

export class ArchivioCausali implements Causali {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async findDecisioni(idDominio: string): Promise<readonly DecisioneCausale[]> {
    const { elementi } = await this.#deposito.query({ tabella: "archivio", pk: pkDi(idDominio), ordine: "asc", limite: DECISIONI_MASSIME });
    return elementi.map((e) => fromElemento(mappaDecisioneCausale, e));
  }

  async getDecisione(idDominio: string, forma: string): Promise<DecisioneCausale | undefined> {
    const elemento = await this.#deposito.get("archivio", chiaveDi(idDominio, forma));
    return elemento && fromElemento(mappaDecisioneCausale, elemento);
  }
}
