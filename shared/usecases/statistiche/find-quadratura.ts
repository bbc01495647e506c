/** Totals of what was collected and of what was settled, by any grouping: from the counters, never from the rows (reference 6.2). */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { type Casella, caselleDi, type Gruppo, groupCaselle, type Totale } from "../../domain/statistiche/caselle.ts";
import { countRendicontazione, type Dimensione, variazioniTra } from "../../domain/statistiche/contributi.ts";
import { tratti } from "../../domain/statistiche/periodi.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Contatori, RichiestaCaselle } from "../../ports/contatori.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { findAmbito, findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";
import { createVisibile } from "./ambito-caselle.ts";

export interface RichiestaQuadratura {
  readonly idDominio?: string;
  /** Days; absent = from the first of January, until today. */
  readonly da?: string;
  readonly a?: string;
  readonly gruppi: readonly Gruppo[];
  /** Values admitted of some dimensions. */
  readonly filtri: Readonly<Partial<Record<Dimensione, readonly string[]>>>;
}

export interface Quadratura {
  readonly totali: readonly Totale[];
  readonly nomi: NomiDomini;
  /** Days that the totals are about. */
  readonly da: string;
  readonly a: string;
}

export interface PorteQuadratura extends PorteAmbito {
  readonly contatori: Pick<Contatori, "read">;
  readonly clock: Clock;
}

type EsitoQuadratura = Promise<Esito<Quadratura, Rifiuto<"PARAMETRO_NON_VALIDO">>>;

/** Creditors read together. */
const INSIEME = 10;

const readMany = async (contatori: PorteQuadratura["contatori"], richieste: readonly RichiestaCaselle[]): Promise<readonly Casella[]> => {
  const lette: Casella[] = [];
  for (let i = 0; i < richieste.length; i += INSIEME)
    lette.push(...(await Promise.all(richieste.slice(i, i + INSIEME).map((richiesta) => contatori.read(richiesta)))).flat());
  return lette;
};

const isTra = ({ dimensioni }: Casella, filtri: RichiestaQuadratura["filtri"]): boolean =>
  Object.entries(filtri).every(([nome, ammessi]) => {
    const valore = Object.entries(dimensioni).find(([dimensione]) => dimensione === nome)?.[1];
    return ammessi.includes(valore ?? "");
  });

export interface RichiestaRighe extends RichiestaQuadratura {
  readonly iuv?: string;
  /** Days of payment. */
  readonly pagamento: { readonly da?: string; readonly a?: string };
}

/** Of the creditors that the totals name, and no other, the names are read. */
const tell = async (porte: PorteQuadratura, totali: readonly Totale[], da: string, a: string): EsitoQuadratura => {
  const nominati = totali.flatMap(({ gruppo }) => (gruppo.idDominio === undefined ? [] : [gruppo.idDominio]));
  return ok({ totali, nomi: await findNomi(porte, nominati), da, a });
};

const inizioAnno = (oggi: string): string => `${oggi.slice(0, 4)}-01-01`;

export const findQuadraturaRiscossioni =
  (porte: PorteQuadratura) =>
  async ({ idDominio, gruppi, filtri, ...periodo }: RichiestaQuadratura, chiamante: Chiamante): EsitoQuadratura => {
    const domini = await findAmbito(porte, chiamante, idDominio);
    if (!domini.ok) return domini;
    const oggi = giornoDi(porte.clock.now());
    const { da = inizioAnno(oggi), a = oggi } = periodo;
    const richieste = domini.valore.flatMap((dominio) =>
      tratti(da, a).map((tratto) => ({ cubo: "riscossioni", idDominio: dominio, ...tratto }) as const),
    );
    const isVisibile = createVisibile(chiamante, idDominio);
    const caselle = (await readMany(porte.contatori, richieste)).filter((casella) => isVisibile(casella) && isTra(casella, filtri));
    return tell(porte, groupCaselle(caselle, gruppi), da, a);
  };

/** The last revision of a flow replaces the others (pagopa.md 2.2). */
const keepUltime = (caselle: readonly Casella[]): readonly Casella[] => {
  const flussoDi = ({ idDominio, dimensioni }: Casella): string => `${idDominio}#${dimensioni.idFlusso}#${dimensioni.idPsp}`;
  const revisioneDi = ({ dimensioni }: Casella): number => Number(dimensioni.revisione);
  const ultime = new Map<string, number>();
  for (const casella of caselle) ultime.set(flussoDi(casella), Math.max(ultime.get(flussoDi(casella)) ?? 0, revisioneDi(casella)));
  return caselle.filter((casella) => ultime.get(flussoDi(casella)) === revisioneDi(casella));
};

/** Rows of one payment code in its flows: some, counted here. */
const RIGHE_MASSIME = 1_000;

export interface PorteQuadraturaRighe extends PorteQuadratura {
  readonly rendicontazioni: Pick<Rendicontazioni, "findRendicontazioni">;
}

const countRighe = async (
  { rendicontazioni }: Pick<PorteQuadraturaRighe, "rendicontazioni">,
  domini: readonly string[],
  iuv: string,
): Promise<readonly Casella[]> => {
  const pagina = { limite: RIGHE_MASSIME, salta: 0, totale: false };
  const { elementi } = await rendicontazioni.findRendicontazioni({ domini, iuv, esclusi: [], ordine: "asc" }, pagina);
  return elementi
    .flatMap((riga) => variazioniTra(undefined, countRendicontazione(riga)).flatMap(caselleDi))
    .filter(({ passo }) => passo === "giorno");
};

/** Flows are told by day. Units and types do not limit them, as they do not limit their lists. */
export const findQuadraturaRendicontazioni =
  (porte: PorteQuadraturaRighe) =>
  async ({ idDominio, gruppi, filtri, iuv, pagamento, ...periodo }: RichiestaRighe, chiamante: Chiamante): EsitoQuadratura => {
    const domini = await findAmbito(porte, chiamante, idDominio);
    if (!domini.ok) return domini;
    const oggi = giornoDi(porte.clock.now());
    const { da = inizioAnno(oggi), a = oggi } = periodo;
    const richieste = domini.valore.map((dominio) => ({ cubo: "rendicontazioni", idDominio: dominio, passo: "giorno", da, a }) as const);
    const lette = iuv === undefined ? await readMany(porte.contatori, richieste) : await countRighe(porte, domini.valore, iuv);
    const isPagata = ({ dimensioni: { data = "" } }: Casella): boolean =>
      (pagamento.da === undefined || data >= pagamento.da) && (pagamento.a === undefined || data <= pagamento.a);
    const isDelPeriodo = ({ periodo: giorno }: Casella): boolean => giorno >= da && giorno <= a;
    const caselle = keepUltime(lette).filter((casella) => isDelPeriodo(casella) && isPagata(casella) && isTra(casella, filtri));
    return tell(porte, groupCaselle(caselle, gruppi), da, a);
  };
