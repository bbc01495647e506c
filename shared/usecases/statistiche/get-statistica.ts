/** How debts, payments and receipts went, by period and by what is asked: one request for a creditor's year, and one for the installation's. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import {
  DIMENSIONI_INSTALLAZIONE,
  type Gruppo,
  groupCaselle,
  INSTALLAZIONE,
  type Passo,
  type Totale,
} from "../../domain/statistiche/caselle.ts";
import type { NomeCubo } from "../../domain/statistiche/contributi.ts";
import { addGiorni, giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Contatori } from "../../ports/contatori.ts";
import { createVisibile, seesTutto } from "./ambito-caselle.ts";

export interface RichiestaStatistica {
  readonly cubo: NomeCubo;
  /** Absent = the whole installation. */
  readonly idDominio?: string;
  readonly passo: Passo;
  /** Days; absent = the last twelve months, or the last 31 days. */
  readonly da?: string;
  readonly a?: string;
  readonly gruppi: readonly Gruppo[];
}

export interface Statistica {
  readonly totali: readonly Totale[];
  readonly da: string;
  readonly a: string;
}

const GIORNI = { giorno: 30, mese: 364 } as const;
const PERIODI_MASSIMI = { giorno: 92, mese: 3_660 } as const;

const isGruppoInstallazione = (cubo: NomeCubo, gruppo: Gruppo): boolean =>
  gruppo === "periodo" || gruppo === "idDominio" || DIMENSIONI_INSTALLAZIONE[cubo].some((dimensione) => dimensione === gruppo);

const checkInstallazione = (
  { cubo, passo, gruppi }: RichiestaStatistica,
  chiamante: Chiamante,
): Rifiuto<"PARAMETRO_NON_VALIDO"> | undefined => {
  const rifiuta = (dettaglio: string) => ({ codice: "PARAMETRO_NON_VALIDO", dettaglio }) as const;
  if (!seesTutto(chiamante)) return rifiuta("idDominio: obbligatorio per chi non vede tutti i domini e tutti i tipi di pendenza");
  if (passo === "giorno") return rifiuta("idDominio: obbligatorio con passo giorno; per tutta l'installazione il passo è mese");
  const estraneo = gruppi.find((gruppo) => !isGruppoInstallazione(cubo, gruppo));
  if (estraneo === undefined) return undefined;
  return rifiuta(`gruppi: senza idDominio sono ammessi periodo, idDominio, ${DIMENSIONI_INSTALLAZIONE[cubo].join(", ")}, non ${estraneo}`);
};

export const getStatistica =
  ({ contatori, clock }: { readonly contatori: Pick<Contatori, "read">; readonly clock: Clock }) =>
  async (richiesta: RichiestaStatistica, chiamante: Chiamante): Promise<Esito<Statistica, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const { cubo, idDominio, passo, gruppi } = richiesta;
    const estraneo = idDominio === undefined ? checkInstallazione(richiesta, chiamante) : undefined;
    if (estraneo) return rifiuto(estraneo.codice, estraneo.dettaglio);
    const a = richiesta.a ?? giornoDi(clock.now());
    const da = richiesta.da ?? addGiorni(a, -GIORNI[passo]);
    if (a > addGiorni(da, PERIODI_MASSIMI[passo]))
      return rifiuto(
        "PARAMETRO_NON_VALIDO",
        `dataDa, dataA: con passo ${passo} il periodo è al massimo di ${PERIODI_MASSIMI[passo]} giorni`,
      );
    if (idDominio !== undefined && !seesDominio(chiamante, idDominio)) return ok({ totali: [], da, a });
    const cifre = passo === "mese" ? 7 : 10;
    const caselle = await contatori.read({
      cubo,
      idDominio: idDominio ?? INSTALLAZIONE,
      passo,
      da: da.slice(0, cifre),
      a: a.slice(0, cifre),
    });
    // Receipts tell neither type nor unit: their limits are those of the creditor.
    const senzaLimiti = idDominio === undefined || cubo === "ricevute";
    const isVisibile = senzaLimiti ? () => true : createVisibile(chiamante, idDominio);
    return ok({ totali: groupCaselle(caselle.filter(isVisibile), gruppi), da, a });
  };
