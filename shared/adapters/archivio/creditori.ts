/** A creditor with all that hangs from it lives under one partition key: one query reads it. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Deposito, Elemento } from "../../ports/deposito.ts";
import type { Creditori } from "../../ports/installazione.ts";
import { fromElemento, type Mappa } from "./mappa.ts";
import { mappaConto, mappaDominio, mappaEntrataDominio, mappaTipoPendenzaDominio, mappaUnitaOperativa } from "./mappe-anagrafiche.ts";

const MASSIMO_CREDITORE = 5_000;

export const loadCreditore = async (deposito: Deposito, idDominio: string): Promise<Creditore | undefined> => {
  const { elementi } = await deposito.query({ tabella: "anagrafiche", pk: `DOM#${idDominio}`, ordine: "asc", limite: MASSIMO_CREDITORE });
  const con = <T extends { readonly versione: number }>(prefisso: string, mappa: Mappa<T>): T[] =>
    elementi.filter((e: Elemento) => e.sk.startsWith(prefisso)).map((e) => fromElemento(mappa, e));
  const [dominio] = con("DOMINIO", mappaDominio);
  if (!dominio) return undefined;
  return {
    dominio,
    unita: con("UO#", mappaUnitaOperativa),
    conti: con("CONTO#", mappaConto),
    entrate: con("ENTRATA#", mappaEntrataDominio),
    tipiPendenza: con("TIPO#", mappaTipoPendenzaDominio),
  };
};

export const createCreditori = (deposito: Deposito): Creditori => ({ load: (idDominio) => loadCreditore(deposito, idDominio) });
