/** What each payment of the run is like: who is paid, how much, with which primitives, and what goes unusual in it. The seed decides everything. */

export interface Caso {
  readonly idPendenza: string;
  /** Creditor of the notice, and that of the second item when there is one. */
  readonly idDominio: string;
  readonly idSecondario?: string;
  /** Cents of each item. */
  readonly importi: readonly bigint[];
  readonly versione: 1 | 2;
  /** The citizen pays twice, at two PSPs: two receipts for one debt. */
  readonly doppio: boolean;
  /** Paid in stand-in: its receipt comes without an activation. */
  readonly standIn: boolean;
}

/** A small generator with a seed (mulberry32): the same run can be made again. */
export const createDado = (seme: number): (() => number) => {
  let stato = seme >>> 0;
  return () => {
    stato = (stato + 0x6d2b79f5) >>> 0;
    let t = stato;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const PROBABILITA = { secondario: 0.1, primaVersione: 0.2, doppio: 0.02, standIn: 0.03 } as const;

export const createCasi = (dado: () => number, quanti: number, creditori: readonly string[], corsa: string): readonly Caso[] => {
  const [primo = "", secondo = primo] = creditori;
  const importo = (): bigint => BigInt(1 + Math.floor(dado() * 50_000));
  return Array.from({ length: quanti }, (_, n): Caso => {
    const [idDominio, altro] = dado() < 0.5 ? [primo, secondo] : [secondo, primo];
    const secondario = altro !== idDominio && dado() < PROBABILITA.secondario;
    const standIn = dado() < PROBABILITA.standIn;
    return {
      idPendenza: `${corsa}-${n}`,
      idDominio,
      ...(secondario && { idSecondario: altro }),
      importi: secondario ? [importo(), importo()] : [importo()],
      versione: dado() < PROBABILITA.primaVersione ? 1 : 2,
      doppio: !standIn && dado() < PROBABILITA.doppio,
      standIn,
    };
  });
};

/** Euro of a JSON body, through the text. */
export const euroDi = (centesimi: bigint): number => Number(`${centesimi / 100n}.${String(centesimi % 100n).padStart(2, "0")}`);

export const totaleDi = ({ importi }: Caso): bigint => importi.reduce((somma, importo) => somma + importo, 0n);
