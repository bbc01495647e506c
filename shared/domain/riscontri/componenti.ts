/** Evidence divided into sets that share no key: each is decided alone, so the time does not grow with the archive. */
import { normalizeIdFlusso } from "../valori/causale.ts";
import { chiaviDiFlusso, chiaviDiMovimento, chiaviDiRegola, LIMITE_CHIAVE } from "./chiavi.ts";
import type { EvidenzeDenaro, Regola, RigaProva, RiscossioneProva } from "./evidenze.ts";

export interface Componente {
  readonly evidenze: EvidenzeDenaro;
  readonly regole: readonly Regola[];
}

const chiaviDiRiga = ({ idFlusso, iuv, iur }: RigaProva): readonly string[] => [
  `F|${normalizeIdFlusso(idFlusso)}`,
  `V|${iuv.toUpperCase()}`,
  `R|${iur.toUpperCase()}`,
];
const chiaviDiRiscossione = ({ iuv, iur }: RiscossioneProva): readonly string[] => [`V|${iuv.toUpperCase()}`, `R|${iur.toUpperCase()}`];

/** Keys that name a group, or a reference that many may share: too common, they say nothing. */
const isDebole = (chiave: string): boolean => /^[GPT]\|/.test(chiave);

/** Sets joined by a common key: the first node that had a key speaks for it. */
class Insiemi {
  readonly #padri: number[] = [];

  #radice(nodo: number): number {
    let radice = nodo;
    while (this.#padri[radice] !== radice) radice = this.#padri[radice] ?? radice;
    this.#padri[nodo] = radice;
    return radice;
  }

  add(): number {
    this.#padri.push(this.#padri.length);
    return this.#padri.length - 1;
  }

  unisci(a: number, b: number): void {
    const [prima, seconda] = [this.#radice(a), this.#radice(b)];
    if (prima !== seconda) this.#padri[Math.max(prima, seconda)] = Math.min(prima, seconda);
  }

  radice(nodo: number): number {
    return this.#radice(nodo);
  }
}

interface Pezzo {
  readonly chiavi: readonly string[];
  readonly add: (componente: Parti) => void;
}

type Parti = {
  flussi: EvidenzeDenaro["flussi"][number][];
  movimenti: EvidenzeDenaro["movimenti"][number][];
  riscossioni: RiscossioneProva[];
  righe: RigaProva[];
  regole: Regola[];
};

const pezziDi = (evidenze: EvidenzeDenaro, regole: readonly Regola[]): readonly Pezzo[] => [
  ...evidenze.flussi.map((flusso): Pezzo => ({ chiavi: chiaviDiFlusso(flusso), add: ({ flussi }) => flussi.push(flusso) })),
  ...evidenze.movimenti.map(
    (movimento): Pezzo => ({ chiavi: chiaviDiMovimento(movimento), add: ({ movimenti }) => movimenti.push(movimento) }),
  ),
  ...evidenze.riscossioni.map((r): Pezzo => ({ chiavi: chiaviDiRiscossione(r), add: ({ riscossioni }) => riscossioni.push(r) })),
  ...evidenze.righe.map((riga): Pezzo => ({ chiavi: chiaviDiRiga(riga), add: ({ righe }) => righe.push(riga) })),
  ...regole.map((regola): Pezzo => ({ chiavi: chiaviDiRegola(regola), add: ({ regole: sue }) => sue.push(regola) })),
];

export function componentiDi(evidenze: EvidenzeDenaro, regole: readonly Regola[]): readonly Componente[] {
  const pezzi = pezziDi(evidenze, regole);
  const insiemi = new Insiemi();
  const quanti = new Map<string, number>();
  for (const { chiavi } of pezzi) for (const chiave of new Set(chiavi)) quanti.set(chiave, (quanti.get(chiave) ?? 0) + 1);
  const primi = new Map<string, number>();
  for (const { chiavi } of pezzi) {
    const nodo = insiemi.add();
    for (const chiave of chiavi) {
      if (isDebole(chiave) && (quanti.get(chiave) ?? 0) > LIMITE_CHIAVE) continue;
      const primo = primi.get(chiave);
      if (primo === undefined) primi.set(chiave, nodo);
      else insiemi.unisci(primo, nodo);
    }
  }
  const gruppi = new Map<number, Parti>();
  for (const [nodo, pezzo] of pezzi.entries()) {
    const radice = insiemi.radice(nodo);
    const parti = gruppi.get(radice) ?? { flussi: [], movimenti: [], riscossioni: [], righe: [], regole: [] };
    gruppi.set(radice, parti);
    pezzo.add(parti);
  }
  const { flussiDiAltri } = evidenze;
  return [...gruppi.values()].map(({ regole: sue, ...parti }) => ({
    evidenze: { ...parti, ...(flussiDiAltri && { flussiDiAltri }) },
    regole: sue,
  }));
}
