/**
 * Public links as sealed texts (AES-256-GCM): the key is another for each purpose and for each month, derived from the installation's secret, so that one
 * that leaks opens one month of one purpose, and keys older than a year are not tried at all.
 */
import type { Clock } from "../../ports/clock.ts";
import { type Collegamenti, type DatiCollegamento, SCOPI_COLLEGAMENTO, type ScopoCollegamento } from "../../ports/collegamenti.ts";
import { createCifra } from "./cifra.ts";

const MASSIMO_CARATTERI = 1_500;
const MESI_MASSIMI = 13;
const GIORNI_MASSIMI = 366;
const UN_GIORNO_MILLISECONDI = 86_400_000;
const CHIAVI_IN_MEMORIA = 60;

const GETTONE = /^(\d{2})(\d{4})([\w-]+)$/;

/** Months since year 0, of a UTC instant. */
const meseDi = (istante: string): number => Number(istante.slice(0, 4)) * 12 + Number(istante.slice(5, 7));

interface Contenuto {
  readonly d: DatiCollegamento;
  /** Epoch seconds. */
  readonly s: number;
}

export const createCollegamenti = ({ chiave, clock }: { readonly chiave: string | Buffer; readonly clock: Clock }): Collegamenti => {
  const chiavi = new Map<string, ReturnType<typeof createCifra>>();
  const cifraDi = (scopo: ScopoCollegamento, mese: string) => {
    const nome = `collegamento/${scopo}/${mese}`;
    const nota = chiavi.get(nome);
    if (nota) return nota;
    const nuova = createCifra(chiave, nome);
    if (chiavi.size >= CHIAVI_IN_MEMORIA) chiavi.clear();
    chiavi.set(nome, nuova);
    return nuova;
  };
  /** Position of the purpose in the list, and month of the key as `aamm`: neither says anything of anybody. */
  const scopoOf = (gettone: string): ScopoCollegamento | undefined =>
    gettone.length > MASSIMO_CARATTERI ? undefined : SCOPI_COLLEGAMENTO[Number(GETTONE.exec(gettone)?.[1] ?? "99")];

  return {
    scopoOf,
    create: (scopo, dati, scade) => {
      const adesso = clock.now();
      const limite = Date.parse(adesso) + GIORNI_MASSIMI * UN_GIORNO_MILLISECONDI;
      const contenuto: Contenuto = { d: dati, s: Math.floor(Math.min(Date.parse(scade), limite) / 1000) };
      const mese = `${adesso.slice(2, 4)}${adesso.slice(5, 7)}`;
      const numero = String(SCOPI_COLLEGAMENTO.indexOf(scopo)).padStart(2, "0");
      return `${numero}${mese}${cifraDi(scopo, mese).seal(JSON.stringify(contenuto))}`;
    },
    open: (scopo, gettone) => {
      if (scopoOf(gettone) !== scopo) return undefined;
      const [, , mese = "", sigillo = ""] = GETTONE.exec(gettone) ?? [];
      const adesso = clock.now();
      const eta = meseDi(adesso) - meseDi(`20${mese.slice(0, 2)}-${mese.slice(2)}`);
      // One month ahead: the clock of who made it may be on the other side of midnight.
      if (eta > MESI_MASSIMI || eta < -1) return undefined;
      const testo = cifraDi(scopo, mese).open(sigillo);
      if (testo === undefined) return undefined;
      // What we sealed is what we wrote.
      const { d, s } = JSON.parse(testo) as Contenuto;
      return s > Date.parse(adesso) / 1000 ? d : undefined;
    },
  };
};
