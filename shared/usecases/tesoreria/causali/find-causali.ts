/**
 * The texts of credits that look like pagoPA and name nothing, by their shape: how many, how much, since when, one to look at, and what a person decided of them.
 * One request for each year, one for the decisions, one for the examples.
 */
import { type Chiamante, seesDominio } from "../../../domain/anagrafiche/applicazione.ts";
import { definiti } from "../../../domain/definiti.ts";
import { type Esito, ok } from "../../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../../domain/rifiuto.ts";
import type { Casella } from "../../../domain/statistiche/caselle.ts";
import { type StatoCausale, statoCausale } from "../../../domain/tesoreria/causali/decisione.ts";
import type { CausaleSconosciuta } from "../../../domain/tesoreria/causali/raccolta.ts";
import { addGiorni, giornoDi } from "../../../domain/valori/date.ts";
import type { Causali } from "../../../ports/causali.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Contatori } from "../../../ports/contatori.ts";
import type { Tesoreria } from "../../../ports/tesoreria.ts";

export interface PorteCausali {
  readonly contatori: Pick<Contatori, "read">;
  readonly causali: Causali;
  readonly clock: Clock;
}

export interface RichiestaCausali {
  readonly idDominio: string;
  /** Months; absent = the last twelve. */
  readonly da?: string;
  readonly a?: string;
  readonly stato?: StatoCausale;
}

/** Shapes that an answer lists, the most frequent first. */
export const FORME_ELENCATE = 200;
const MESI_MASSIMI = 24;

const meseDi = (istante: string): string => giornoDi(istante).slice(0, 7);
const mesiTra = (da: string, a: string): number =>
  Number(a.slice(0, 4)) * 12 + Number(a.slice(5)) - Number(da.slice(0, 4)) * 12 - Number(da.slice(5)) + 1;

type Gruppo = Omit<CausaleSconosciuta, "stato" | "esempio" | "decisione"> & { readonly idEsempio?: string };

const add = (gruppo: Gruppo | undefined, { periodo, numero, importo, esempio, dimensioni }: Casella): Gruppo => ({
  forma: dimensioni.forma ?? "",
  numero: (gruppo?.numero ?? 0) + numero,
  importo: (gruppo?.importo ?? 0n) + importo,
  dal: gruppo?.dal ?? periodo,
  al: periodo,
  numeroUltimo: numero,
  ...definiti({ idEsempio: esempio ?? gruppo?.idEsempio }),
});

/** Shapes counted between two months, by how many. One request for each year. */
export async function readForme(
  { contatori }: Pick<PorteCausali, "contatori">,
  idDominio: string,
  da: string,
  a: string,
): Promise<readonly Gruppo[]> {
  const caselle = await contatori.read({ cubo: "causali", idDominio, passo: "mese", da, a });
  const gruppi = new Map<string, Gruppo>();
  for (const casella of caselle.toSorted((x, y) => (x.periodo < y.periodo ? -1 : x.periodo > y.periodo ? 1 : 0))) {
    // What was counted and then taken back, because its text was completed, leaves a counter of zero.
    if (casella.numero > 0) gruppi.set(casella.dimensioni.forma ?? "", add(gruppi.get(casella.dimensioni.forma ?? ""), casella));
  }
  return [...gruppi.values()].sort((x, y) => y.numero - x.numero || (x.forma < y.forma ? -1 : 1));
}

/** Twelve months that end with the present one. */
export const ultimoAnno = (clock: Clock): { readonly da: string; readonly a: string } => {
  const oggi = giornoDi(clock.now());
  return { da: addGiorni(`${oggi.slice(0, 7)}-01`, -335).slice(0, 7), a: meseDi(clock.now()) };
};

export const findCausali =
  (porte: PorteCausali & { readonly tesoreria: Pick<Tesoreria, "getMovimenti"> }) =>
  async (
    richiesta: RichiestaCausali,
    chiamante: Chiamante,
  ): Promise<Esito<{ readonly totale: number; readonly causali: readonly CausaleSconosciuta[] }, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const { idDominio, stato } = richiesta;
    if (!seesDominio(chiamante, idDominio)) return ok({ totale: 0, causali: [] });
    const { da, a } = { ...ultimoAnno(porte.clock), ...definiti({ da: richiesta.da, a: richiesta.a }) };
    if (mesiTra(da, a) > MESI_MASSIMI) return rifiuto("PARAMETRO_NON_VALIDO", `dal, al: il periodo è al massimo di ${MESI_MASSIMI} mesi`);
    const [forme, decisioni] = await Promise.all([readForme(porte, idDominio, da, a), porte.causali.findDecisioni(idDominio)]);
    const perForma = new Map(decisioni.map((d) => [d.forma, d]));
    const tutte = forme
      .map((f) => ({ ...f, stato: statoCausale(perForma.get(f.forma), { mese: f.al, numero: f.numeroUltimo }) }))
      .filter((f) => stato === undefined || f.stato === stato);
    const elencate = tutte.slice(0, FORME_ELENCATE);
    const esempi = await porte.tesoreria.getMovimenti(
      idDominio,
      elencate.flatMap(({ idEsempio }) => idEsempio ?? []),
    );
    const perId = new Map(esempi.map((m) => [m.id, m]));
    const causali = elencate.map(({ idEsempio, ...f }) => ({
      ...f,
      ...definiti({ esempio: idEsempio === undefined ? undefined : perId.get(idEsempio), decisione: perForma.get(f.forma) }),
    }));
    return ok({ totale: tutte.length, causali });
  };
