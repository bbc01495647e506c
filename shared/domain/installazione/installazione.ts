/** The registry as it is, whole or of some creditors, before it becomes a document. */
import type { ImpostazioniRiscontri } from "../abbinamenti/impostazioni.ts";
import type { AmbitoDomini, Applicazione, Chiamante, Operatore, Ruolo } from "../anagrafiche/applicazione.ts";
import {
  type Creditore,
  type Entrata,
  type Intermediario,
  type Stazione,
  stazioniDi,
  type TipoPendenza,
} from "../anagrafiche/creditore.ts";
import type { Instradamento } from "../anomalie/instradamento.ts";
import type { SezioneConfigurazione } from "../configurazione/sezioni.ts";
import type { TracciatoContabile } from "../contabilita/tracciati/tracciato-contabile.ts";
import type { ProfiloLettura } from "../tesoreria/profili/profilo.ts";

/** How creditors keep their books: what they wrote, not what the product does by itself. */
export interface RegoleContabili {
  readonly profiliLettura: readonly ProfiloLettura[];
  readonly tracciatiContabili: readonly TracciatoContabile[];
  readonly impostazioni: readonly ImpostazioniRiscontri[];
  readonly instradamenti: readonly Instradamento[];
}

export interface Installazione {
  readonly intermediari: readonly Intermediario[];
  readonly stazioni: readonly Stazione[];
  readonly entrate: readonly Entrata[];
  readonly tipiPendenza: readonly TipoPendenza[];
  readonly creditori: readonly Creditore[];
  readonly contabili: RegoleContabili;
  readonly ruoli: readonly Ruolo[];
  readonly applicazioni: readonly Applicazione[];
  readonly operatori: readonly Operatore[];
  readonly configurazioni: readonly SezioneConfigurazione[];
}

/** Works for this creditor, and for no other. */
const isSoloDi = (domini: AmbitoDomini, idDominio: string): boolean =>
  domini !== "*" && domini.length > 0 && domini.every((d) => d.idDominio === idDominio);

/** What one creditor needs elsewhere: itself, the common entries it refers to, its stations, who works for it alone. */
export const narrowToCreditore = (installazione: Installazione, idDominio: string): Installazione => {
  const creditori = installazione.creditori.filter(({ dominio }) => dominio.idDominio === idDominio);
  const utenze = <U extends Applicazione | Operatore>(tutte: readonly U[]): readonly U[] =>
    tutte.filter(({ domini }) => isSoloDi(domini, idDominio));
  const [applicazioni, operatori] = [utenze(installazione.applicazioni), utenze(installazione.operatori)];
  const sue = [...applicazioni, ...operatori];
  const tipi = new Set([
    ...creditori.flatMap(({ tipiPendenza }) => tipiPendenza.map((t) => t.idTipoPendenza)),
    ...sue.flatMap(({ tipiPendenza }) => (tipiPendenza === "*" ? [] : tipiPendenza)),
  ]);
  const entrate = new Set(creditori.flatMap((c) => c.entrate.map((e) => e.idEntrata)));
  const stazioni = new Set(creditori.flatMap(({ dominio }) => stazioniDi(dominio)));
  const ruoli = new Set(sue.flatMap((utenza) => utenza.ruoli));
  const { contabili } = installazione;
  const suoi = <R extends { readonly idDominio: string }>(regole: readonly R[]): readonly R[] =>
    regole.filter((regola) => regola.idDominio === idDominio);
  return {
    creditori,
    contabili: {
      profiliLettura: suoi(contabili.profiliLettura),
      tracciatiContabili: suoi(contabili.tracciatiContabili),
      impostazioni: suoi(contabili.impostazioni),
      instradamenti: suoi(contabili.instradamenti),
    },
    applicazioni,
    operatori,
    configurazioni: [],
    intermediari: installazione.intermediari.filter((i) => [...stazioni].some((stazione) => stazione.startsWith(`${i.idIntermediario}_`))),
    stazioni: installazione.stazioni.filter((s) => stazioni.has(s.idStazione)),
    entrate: installazione.entrate.filter((e) => entrate.has(e.idEntrata)),
    tipiPendenza: installazione.tipiPendenza.filter((t) => tipi.has(t.idTipoPendenza)),
    ruoli: installazione.ruoli.filter((r) => ruoli.has(r.idRuolo)),
  };
};

/** Whether the caller works for the whole creditor, not for some of its units. */
export const coversCreditore = ({ domini }: Chiamante, idDominio: string): boolean =>
  domini === "*" || domini.some((d) => d.idDominio === idDominio && (d.unitaOperative ?? []).length === 0);
