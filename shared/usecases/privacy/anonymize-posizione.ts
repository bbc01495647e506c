/**
 * Takes away from a payment code everything that tells who, when its creditor's rules allow it. The debt is the last to change: an interruption leaves it to
 * be done again, and what was already done stays as it is.
 */
import {
  anonimizzaMovimento,
  anonimizzaPagamento,
  anonimizzaPendenza,
  anonimizzaRicevuta,
  anonimizzaStoria,
  anonimizzaTentativo,
} from "../../domain/privacy/anonimizzazione.ts";
import { type DecisioneConservazione, decideConservazione, type MesiConservazione } from "../../domain/privacy/conservazione.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ChiavePosizione, Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { Tesoreria } from "../../ports/tesoreria.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteAnonimizzazione {
  readonly posizioni: Pick<Posizioni, "getPagamento" | "getPosizione">;
  readonly tesoreria: Pick<Tesoreria, "findMovimentiByIuv" | "findMovimentiByIur">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface Mandato {
  readonly mesi: MesiConservazione;
  readonly autore: string;
  readonly traccia: Traccia;
}

/** A transaction holds a hundred writes, and some of them are receipts of some kilobytes. */
const PER_TRANSAZIONE = 20;
const TENTATIVI = 3;

export const anonymizePosizione = ({ posizioni, tesoreria, unitOfWork, clock, ids }: PorteAnonimizzazione) => {
  const findPagamenti = async ({ tentativi }: Posizione, iuv: string): Promise<readonly Modifica[]> => {
    const nomi = new Set(tentativi.flatMap(({ idPagamento }) => idPagamento ?? []));
    const pagamenti = await Promise.all([...nomi].map((id) => posizioni.getPagamento(id)));
    return pagamenti.flatMap((pagamento) =>
      pagamento ? [{ azione: "sostituisci", entita: "pagamento", valore: anonimizzaPagamento(pagamento, iuv) } as const] : [],
    );
  };

  /** Credits of this payment alone: only of what was paid, by its code or by its receipts. */
  const findMovimenti = async ({ riscossioni }: Posizione, { idDominio, iuv }: ChiavePosizione): Promise<readonly Modifica[]> => {
    if (riscossioni.length === 0) return [];
    const ricevute = new Set(riscossioni.map(({ iur }) => iur));
    const trovati = await Promise.all([
      tesoreria.findMovimentiByIuv(idDominio, iuv),
      ...[...ricevute].map((iur) => tesoreria.findMovimentiByIur(idDominio, iur)),
    ]);
    const distinti = new Map(trovati.flat().map((movimento) => [movimento.id, movimento]));
    return [...distinti.values()].flatMap((movimento) => {
      const valore = anonimizzaMovimento(movimento);
      return valore ? [{ azione: "sostituisci", entita: "movimento", valore } as const] : [];
    });
  };

  const collect = async (posizione: Posizione, chiave: ChiavePosizione): Promise<readonly Modifica[]> => [
    ...posizione.tentativi.map((t) => ({ azione: "sostituisci", entita: "tentativo", valore: anonimizzaTentativo(t) }) as const),
    ...posizione.ricevute.map((r) => ({ azione: "sostituisci", entita: "ricevuta", valore: anonimizzaRicevuta(r) }) as const),
    ...posizione.storia.flatMap((voce) => {
      const anonima = anonimizzaStoria(voce);
      return anonima ? [{ azione: "sostituisci", entita: "voceStoria", valore: { ...anonima, versione: 1 } } as const] : [];
    }),
    ...(await findPagamenti(posizione, chiave.iuv)),
    ...(await findMovimenti(posizione, chiave)),
  ];

  /** False: something changed meanwhile. */
  const write = async (posizione: Posizione, { autore, traccia }: Mandato): Promise<boolean> => {
    const { pendenza } = posizione;
    if (!pendenza) return true;
    const { idDominio, iuv, idA2A, idPendenza } = pendenza;
    const modifiche = await collect(posizione, { idDominio, iuv });
    for (let i = 0; i < modifiche.length; i += PER_TRANSAZIONE)
      if (!(await unitOfWork.commit(modifiche.slice(i, i + PER_TRANSAZIONE))).ok) return false;
    const adesso = clock.now();
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "pendenza", valore: anonimizzaPendenza(pendenza, adesso) }], {
      storia: [{ id: ids.next(), idDominio, iuv, data: adesso, autore, evento: "ANONIMIZZAZIONE", campi: {} }],
      eventi: [traccia.evento({ sottotipoEvento: "ANONIMIZZAZIONE", idDominio, iuv, idA2A, idPendenza })],
    });
    return esito.ok;
  };

  /** Answers what was found; ANONIMIZZATA when it was done now, undefined when there is no such debt or others keep changing it. */
  return async (chiave: ChiavePosizione, mandato: Mandato): Promise<DecisioneConservazione | undefined> => {
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo += 1) {
      const posizione = await posizioni.getPosizione(chiave);
      if (!posizione.pendenza) return undefined;
      const decisione = decideConservazione(posizione.pendenza, mandato.mesi, giornoDi(clock.now()), posizione);
      if (decisione.esito !== "ANONIMIZZABILE") return decisione;
      if (await write(posizione, mandato)) return { esito: "ANONIMIZZATA" };
    }
    return undefined;
  };
};
