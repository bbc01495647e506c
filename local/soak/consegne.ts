/** The Node's deliveries made difficult: late, in any order, more than once, and repeated until somebody answers OK. */

export interface Consegna {
  readonly chiave: string;
  send(): Promise<boolean>;
}

interface Attesa {
  readonly consegna: Consegna;
  /** Milliseconds of `performance.now()` from which it may leave. */
  readonly dopo: number;
}

export interface ConteggiConsegne {
  /** Receipts, and times that one was answered OK. */
  ricevute: number;
  accettate: number;
  raddoppi: number;
  ritardi: number;
  ripetizioni: number;
}

const RITARDO_MASSIMO_MS = 4_000;
const RIPETIZIONE_MS = 500;
const PROBABILITA = { raddoppio: 0.15, ritardo: 0.3 } as const;

export interface Consegne {
  readonly conteggi: ConteggiConsegne;
  add(consegna: Consegna): void;
  /** Works until nothing is waiting and `finita` says that nothing more will come. */
  run(mani: number, finita: () => boolean): Promise<void>;
}

/** @param dado of what happens to a receipt. @param ordine of which one leaves first. @param onAccettata after each receipt answered OK for the first time. */
export const createConsegne = (dado: () => number, ordine: () => number, onAccettata: () => void): Consegne => {
  const conteggi: ConteggiConsegne = { ricevute: 0, accettate: 0, raddoppi: 0, ritardi: 0, ripetizioni: 0 };
  const attese: Attesa[] = [];
  const consegnate = new Set<string>();
  let inVolo = 0;
  const put = (consegna: Consegna, ritardo: number): void => {
    attese.push({ consegna, dopo: performance.now() + ritardo });
  };
  const ritardo = (): number => {
    if (dado() >= PROBABILITA.ritardo) return 0;
    conteggi.ritardi += 1;
    return dado() * RITARDO_MASSIMO_MS;
  };
  /** One of those that may leave, whichever: the order in which they were made is lost here. */
  const take = (): Consegna | undefined => {
    const adesso = performance.now();
    const partenza = Math.floor(ordine() * attese.length);
    for (let passo = 0; passo < attese.length; passo += 1) {
      const posto = (partenza + passo) % attese.length;
      const attesa = attese[posto];
      if (attesa === undefined || attesa.dopo > adesso) continue;
      const ultima = attese.pop();
      if (ultima !== undefined && posto < attese.length) attese[posto] = ultima;
      return attesa.consegna;
    }
    return undefined;
  };
  const tenta = async (consegna: Consegna): Promise<void> => {
    if (!(await consegna.send())) {
      conteggi.ripetizioni += 1;
      put(consegna, RIPETIZIONE_MS);
      return;
    }
    conteggi.accettate += 1;
    if (consegnate.has(consegna.chiave)) return;
    consegnate.add(consegna.chiave);
    onAccettata();
  };
  return {
    conteggi,
    add: (consegna) => {
      conteggi.ricevute += 1;
      put(consegna, ritardo());
      while (dado() < PROBABILITA.raddoppio) {
        conteggi.raddoppi += 1;
        put(consegna, ritardo());
      }
    },
    run: async (mani, finita) => {
      const mano = async (): Promise<void> => {
        while (!finita() || attese.length > 0 || inVolo > 0) {
          const consegna = take();
          if (consegna === undefined) {
            await new Promise((resolve) => setTimeout(resolve, 20));
            continue;
          }
          inVolo += 1;
          try {
            await tenta(consegna);
          } finally {
            inVolo -= 1;
          }
        }
      };
      await Promise.all(Array.from({ length: mani }, mano));
    },
  };
};
