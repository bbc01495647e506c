/**
 * Counters over the store. A change is remembered for longer than the stream can tell it again, in the transaction that adds it: it is added once. What is added
 * commutes, so that two instances need no order between them.
 */
import * as z from "zod";
import { definiti } from "../../domain/definiti.ts";
import { type Casella, caselleDi, type Passo, sumCaselle } from "../../domain/statistiche/caselle.ts";
import { CUBI, type NomeCubo, nomeContatore } from "../../domain/statistiche/contributi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Cambiamento, Contatori, RichiestaCaselle } from "../../ports/contatori.ts";
import type { Chiave, Deposito, Elemento, Scrittura } from "../../ports/deposito.ts";

/** A stream tells a change for 24 hours; dead letters can be told again within them. */
const MEMORIA_SECONDI = 3 * 86_400;
const SCRITTURE_MASSIME = 100;
/** Beyond what a period holds: a month of days, a year of months. */
const CASELLE_MASSIME = 200_000;

/** Days stay together by month, months by year: one query each. */
const partitionOf = (cubo: NomeCubo, idDominio: string, passo: Passo, periodo: string): string =>
  `CUB#${cubo}#${idDominio}#${passo === "giorno" ? periodo.slice(0, 7) : periodo.slice(0, 4)}`;

const chiaveDi = (casella: Casella): Chiave => ({
  pk: partitionOf(casella.cubo, casella.idDominio, casella.passo, casella.periodo),
  sk: [casella.periodo, ...(casella.dominio === undefined ? [] : [casella.dominio]), nomeContatore(casella)].join("#"),
});

const toSomma = (casella: Casella): Scrittura => ({
  azione: "somma",
  tabella: "archivio",
  chiave: chiaveDi(casella),
  addendi: { numero: casella.numero, importo: Number(casella.importo) },
  campi: {
    periodo: casella.periodo,
    ...casella.dimensioni,
    ...definiti({ dominio: casella.dominio, esempio: casella.numero > 0 ? casella.esempio : undefined }),
  },
});

let schemaCasella:
  | z.ZodType<{ periodo: string; dominio?: string | undefined; esempio?: string | undefined; numero: number; importo: number }>
  | undefined;

const fromElemento = (elemento: Elemento, { cubo, idDominio, passo }: RichiestaCaselle): Casella => {
  schemaCasella ??= z.looseObject({
    ...{ periodo: z.string(), dominio: z.string().optional(), esempio: z.string().optional(), numero: z.int(), importo: z.int() },
  });
  const { periodo, dominio, esempio, numero, importo } = schemaCasella.parse(elemento);
  const dimensioni = CUBI[cubo].flatMap((nome) => {
    const valore = elemento[nome];
    return typeof valore === "string" ? [[nome, valore] as const] : [];
  });
  return {
    ...{ cubo, idDominio, passo, periodo, numero, importo: BigInt(importo), dimensioni: Object.fromEntries(dimensioni) },
    ...definiti({ dominio, esempio }),
  };
};

const next = (partizione: string): string => {
  if (partizione.length === 4) return String(Number(partizione) + 1);
  const [anno = 0, mese = 0] = partizione.split("-").map(Number);
  return mese === 12 ? `${anno + 1}-01` : `${anno}-${String(mese + 1).padStart(2, "0")}`;
};

/** Partitions between two periods. */
const partizioniTra = (passo: Passo, da: string, a: string): readonly string[] => {
  const cifre = passo === "giorno" ? 7 : 4;
  const partizioni: string[] = [];
  for (let parte = da.slice(0, cifre); parte <= a.slice(0, cifre); parte = next(parte)) partizioni.push(parte);
  return partizioni;
};

export class ArchivioContatori implements Contatori {
  readonly #deposito: Deposito;
  readonly #clock: Clock;

  constructor(deposito: Deposito, clock: Clock) {
    this.#deposito = deposito;
    this.#clock = clock;
  }

  async add(cambiamenti: readonly Cambiamento[]): Promise<number> {
    let nuovi = 0;
    let lotto: Cambiamento[] = [];
    const flush = async (): Promise<void> => {
      nuovi += await this.#addLotto(lotto);
      lotto = [];
    };
    for (const cambiamento of cambiamenti.filter(({ variazioni }) => variazioni.length > 0)) {
      if (countScritture([...lotto, cambiamento]) > SCRITTURE_MASSIME) await flush();
      lotto.push(cambiamento);
    }
    await flush();
    return nuovi;
  }

  /** Those already added are found by the transaction itself, and left out of the next try. */
  async #addLotto(lotto: readonly Cambiamento[]): Promise<number> {
    const scadeAlle = Math.floor(Date.parse(this.#clock.now()) / 1000) + MEMORIA_SECONDI;
    let daFare = [...new Map(lotto.map((cambiamento) => [cambiamento.id, cambiamento])).values()];
    while (daFare.length > 0) {
      const ricordi = daFare.map(
        ({ id }): Scrittura => ({
          azione: "crea",
          tabella: "archivio",
          elemento: { pk: `CTT#${id}`, sk: "CONTATO", versione: 1, scadeAlle },
        }),
      );
      const contrasti = await this.#deposito.commit([...ricordi, ...caselleOf(daFare).map(toSomma)]);
      if (contrasti.length === 0) return daFare.length;
      const fatti = new Set(contrasti.map(({ indice }) => indice));
      daFare = daFare.filter((_, indice) => !fatti.has(indice));
    }
    return 0;
  }

  async read(richiesta: RichiestaCaselle): Promise<readonly Casella[]> {
    const { cubo, idDominio, passo, da, a } = richiesta;
    const pezzi = await Promise.all(
      partizioniTra(passo, da, a).map((parte) =>
        this.#deposito.query({
          tabella: "archivio",
          pk: partitionOf(cubo, idDominio, passo, parte),
          // "#" follows a period in every key, and "$" follows "#".
          sk: { da, a: `${a}$` },
          ordine: "asc",
          limite: CASELLE_MASSIME,
        }),
      ),
    );
    return pezzi.flatMap(({ elementi }) => elementi.map((elemento) => fromElemento(elemento, richiesta)));
  }
}

const caselleOf = (cambiamenti: readonly Cambiamento[]): readonly Casella[] =>
  sumCaselle(cambiamenti.flatMap(({ variazioni }) => variazioni.flatMap(caselleDi)));

const countScritture = (cambiamenti: readonly Cambiamento[]): number => cambiamenti.length + caselleOf(cambiamenti).length;
