/** What the creditor's system says was paid, kept by IUD: repeated it changes nothing, changed it replaces; a bad row stops nobody. */
import { isUguale } from "../../domain/abbinamenti/abbinamento.ts";
import type { PagamentoNotificato } from "../../domain/abbinamenti/pagamento-notificato.ts";
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { NotificaProva } from "../../domain/riscontri/evidenze.ts";
import type { Abbinamenti } from "../../ports/abbinamenti.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly abbinamenti: Pick<Abbinamenti, "getNotificati">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export interface RigaNotificata {
  /** From 1. */
  readonly riga: number;
  readonly esito: Esito<Omit<NotificaProva, "idDominio">, { readonly iud?: string; readonly motivo: string }>;
}

export interface EsitoNotificati {
  readonly nuovi: number;
  readonly aggiornati: number;
  readonly invariati: number;
  readonly rifiutati: readonly { readonly riga: number; readonly iud?: string; readonly motivo: string }[];
}

const SCRITTURE_PER_LOTTO = 90;
const CODICI_PER_MESSAGGIO = 50;
const TENTATIVI = 4;

type Notifica = Omit<NotificaProva, "idDominio">;
type Conteggi = Pick<EsitoNotificati, "nuovi" | "aggiornati" | "invariati">;

/** Who notifies, and when, is not what is notified. */
const stessa = (nota: PagamentoNotificato, nuova: PagamentoNotificato): boolean =>
  isUguale(nota, { ...nuova, principal: nota.principal, dataNotifica: nota.dataNotifica });

/** Codes to be examined, once what is notified of them has changed. */
const toMessaggi = (idDominio: string, modifiche: readonly Modifica[]): readonly Messaggio[] => {
  const codici = [...new Set(modifiche.flatMap((m) => (m.entita === "pagamentoNotificato" ? [m.valore.iuv] : [])))];
  const vuote = { idDominio, flussi: [], iuv: [], iur: [], movimenti: [] };
  return [0, CODICI_PER_MESSAGGIO].flatMap((da) => {
    const esami = codici.slice(da, da + CODICI_PER_MESSAGGIO);
    return esami.length === 0 ? [] : [{ coda: "riscontri", corpo: { ...vuote, esami } }];
  });
};

export const addPagamentiNotificati = ({ abbinamenti, unitOfWork, clock }: Porte) => {
  const toModifiche = async (
    idDominio: string,
    lotto: readonly Notifica[],
    principal: string,
  ): Promise<{ readonly modifiche: readonly Modifica[]; readonly conteggi: Conteggi }> => {
    const note = new Map((await abbinamenti.getNotificati(idDominio, lotto)).map((n) => [`${n.iuv}#${n.iud}`, n]));
    const dataNotifica = clock.now();
    const modifiche = lotto.flatMap((notifica): Modifica[] => {
      const nota = note.get(`${notifica.iuv}#${notifica.iud}`);
      const valore: PagamentoNotificato = { ...notifica, idDominio, versione: nota?.versione ?? 0, principal, dataNotifica };
      if (nota && stessa(nota, valore)) return [];
      return [{ azione: nota ? "sostituisci" : "crea", entita: "pagamentoNotificato", valore }];
    });
    const nuovi = modifiche.filter(({ azione }) => azione === "crea").length;
    return { modifiche, conteggi: { nuovi, aggiornati: modifiche.length - nuovi, invariati: lotto.length - modifiche.length } };
  };

  const storeLotto = async (
    idDominio: string,
    lotto: readonly Notifica[],
    principal: string,
    traccia: Traccia | undefined,
  ): Promise<Conteggi | undefined> => {
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const { modifiche, conteggi } = await toModifiche(idDominio, lotto, principal);
      const contorno = {
        ...(traccia && { eventi: [traccia.evento({ idDominio, principal })] }),
        messaggi: toMessaggi(idDominio, modifiche),
      };
      if (modifiche.length === 0 && !traccia) return conteggi;
      if ((await unitOfWork.commit(modifiche, contorno)).ok) return conteggi;
    }
    return undefined;
  };

  return async (
    idDominio: string,
    righe: readonly RigaNotificata[],
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<EsitoNotificati, Rifiuto<"NON_AUTORIZZATO" | "CONFLITTO">>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    const rifiutati = righe.flatMap(({ riga, esito }) => (esito.ok ? [] : [{ riga, ...esito.errore }]));
    // Of a name said twice the last counts.
    const buone = new Map(
      righe.flatMap(({ esito }) => (esito.ok ? [[`${esito.valore.iuv}#${esito.valore.iud}`, esito.valore] as const] : [])),
    );
    const notifiche = [...buone.values()];
    const totale = { nuovi: 0, aggiornati: 0, invariati: 0 };
    for (let i = 0; i < notifiche.length || i === 0; i += SCRITTURE_PER_LOTTO) {
      const lotto = notifiche.slice(i, i + SCRITTURE_PER_LOTTO);
      const conteggi = await storeLotto(idDominio, lotto, chiamante.principal, i === 0 ? traccia : undefined);
      if (!conteggi) return rifiuto("CONFLITTO", `pagamenti dal ${i + 1} in poi: modificati da altri nel frattempo`);
      totale.nuovi += conteggi.nuovi;
      totale.aggiornati += conteggi.aggiornati;
      totale.invariati += conteggi.invariati;
    }
    return ok({ ...totale, rifiutati });
  };
};
