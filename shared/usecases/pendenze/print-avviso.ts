/** The printed notice of one debt, or of those of a document: refused with the reason when nobody could pay it (reference 3.11, 3.12). */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type CodiceStampa, checkStampabile } from "../../domain/pendenze/stampabilita.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { AvvisoDaStampare, StampaAvviso } from "../../ports/stampa-avviso.ts";
import { describeAvvisi, type LinguaChiesta } from "./describe-avvisi.ts";

export interface PorteStampa {
  readonly anagrafiche: Anagrafiche;
  readonly stampaAvviso: StampaAvviso;
  readonly clock: Clock;
}

/** A debt alone, or those of one document, of one creditor. */
export type GruppoDaStampare = readonly [Pendenza, ...Pendenza[]];

export type RifiutoStampa = Rifiuto<CodiceStampa | "DOM_000">;

async function* inSequenza<T>(elementi: readonly T[]): AsyncIterable<T> {
  yield* elementi;
}

const concat = (parti: readonly Uint8Array[]): Uint8Array => {
  const tutte = new Uint8Array(parti.reduce((somma, { length }) => somma + length, 0));
  let inizio = 0;
  for (const parte of parti) {
    tutte.set(parte, inizio);
    inizio += parte.length;
  }
  return tutte;
};

/** One file, whatever the notices: more debtors have their notices one after the other. */
const render = async (stampaAvviso: StampaAvviso, avvisi: readonly AvvisoDaStampare[]): Promise<Uint8Array> => {
  const [primo, ...altri] = avvisi;
  if (primo !== undefined && altri.length === 0) return stampaAvviso.render(primo);
  const dataStampa = avvisi.reduce((ultima, avviso) => (avviso.dataStampa > ultima ? avviso.dataStampa : ultima), "");
  const parti: Uint8Array[] = [];
  for await (const parte of stampaAvviso.renderUniti(inSequenza(avvisi), dataStampa)) parti.push(parte);
  return concat(parti);
};

/** The creditor of the debts, all of one, when every one of them may be printed; or why the first that may not cannot. */
export const checkPendenze =
  ({ anagrafiche, clock }: Omit<PorteStampa, "stampaAvviso">) =>
  async (pendenze: GruppoDaStampare): Promise<Esito<Creditore, RifiutoStampa>> => {
    const oggi = giornoDi(clock.now());
    for (const pendenza of pendenze) {
      const stampabile = checkStampabile(pendenza, oggi);
      if (!stampabile.ok) return stampabile;
    }
    const { idDominio } = pendenze[0];
    const creditore = await anagrafiche.getCreditore(idDominio);
    return creditore ? ok(creditore) : rifiuto("DOM_000", `dominio ${idDominio} non più registrato: l'avviso non si stampa`);
  };

/** @returns one PDF with the notices of the debts; or the refusal. */
export const printPendenze = (porte: PorteStampa) => {
  const check = checkPendenze(porte);
  return async (pendenze: GruppoDaStampare, lingua?: LinguaChiesta): Promise<Esito<Uint8Array, RifiutoStampa>> => {
    const creditore = await check(pendenze);
    return creditore.ok ? ok(await render(porte.stampaAvviso, describeAvvisi(pendenze, creditore.valore, lingua))) : creditore;
  };
};

/** For who prints besides doing something else: undefined when the debt has no printable notice. */
export const printAvviso = (porte: PorteStampa) => {
  const print = printPendenze(porte);
  return async (pendenza: Pendenza, lingua?: LinguaChiesta): Promise<Uint8Array | undefined> => {
    const esito = await print([pendenza], lingua);
    return esito.ok ? esito.valore : undefined;
  };
};
