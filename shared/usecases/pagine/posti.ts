/**
 * Places of a payment page: taken before the debt is written, so that two payers never get the last one, and given back when the debt was not written or its days
 * passed without a payment. A debt past its days is not payable any more: a place given back cannot be paid.
 */
import { type Esito, ok } from "../../domain/esito.ts";
import { hasPosto, type PaginaPagamento, type PrenotazionePagina, type QuotaPagina } from "../../domain/pagine/pagina-pagamento.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { PostiPagina } from "../../ports/pagine.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PortePosti {
  readonly posti: PostiPagina;
  readonly posizioni: Pick<Posizioni, "readPendenzaById">;
  readonly unitOfWork: UnitOfWork;
}

const TENTATIVI = 8;
/** Places past their days, looked at when there is no room: each is a read and a write of one transaction. */
const SCADUTE_MASSIME = 20;

type Modifiche = readonly Modifica[];

const quotaVuota = ({ idDominio, idPagina }: PaginaPagamento): QuotaPagina => ({ versione: 0, idDominio, idPagina, prese: 0, importo: 0n });

const writeQuota = (quota: QuotaPagina): Modifica => ({
  azione: quota.versione === 0 ? "crea" : "sostituisci",
  entita: "quotaPagina",
  valore: quota,
});

export const createPosti = ({ posti, posizioni, unitOfWork }: PortePosti) => {
  const commit = async (modifiche: Modifiche): Promise<boolean> => (await unitOfWork.commit(modifiche)).ok;

  /** What was paid keeps its place for good; the others leave it. */
  const sweep = async (
    { idDominio, idPagina }: PaginaPagamento,
    quota: QuotaPagina,
    oggi: string,
  ): Promise<{ readonly quota: QuotaPagina; readonly tolte: readonly PrenotazionePagina[] }> => {
    const tolte = await posti.findScadute(idDominio, idPagina, oggi, SCADUTE_MASSIME);
    const pagate = await Promise.all(
      tolte.map(async ({ idA2A, idPendenza }) => {
        const pendenza = await posizioni.readPendenzaById(idA2A, idPendenza);
        return pendenza !== undefined && pendenza.importoPagato > 0n;
      }),
    );
    const libere = tolte.filter((_, i) => pagate[i] === false);
    return {
      quota: {
        ...quota,
        prese: quota.prese - libere.length,
        importo: quota.importo - libere.reduce((somma, { importo }) => somma + importo, 0n),
      },
      tolte,
    };
  };

  /** Errors: NON_PROCESSABILE when the page has no room, CONFLITTO when too many ask at once. */
  const take = async (
    pagina: PaginaPagamento,
    prenotazione: PrenotazionePagina,
    oggi: string,
  ): Promise<Esito<void, Rifiuto<"NON_PROCESSABILE" | "CONFLITTO">>> => {
    for (let i = 0; i < TENTATIVI; i += 1) {
      const letta = (await posti.getQuota(pagina.idDominio, pagina.idPagina)) ?? quotaVuota(pagina);
      const { quota, tolte } = hasPosto(pagina, letta, prenotazione.importo)
        ? { quota: letta, tolte: [] }
        : await sweep(pagina, letta, oggi);
      const entra = hasPosto(pagina, quota, prenotazione.importo);
      const presa = { ...quota, prese: quota.prese + 1, importo: quota.importo + prenotazione.importo };
      const via = tolte.map((valore): Modifica => ({ azione: "elimina", entita: "prenotazionePagina", valore }));
      if (!entra && tolte.length === 0) return rifiuto("NON_PROCESSABILE", `la pagina ${pagina.idPagina} non accetta altri pagamenti`);
      const posto: Modifiche = entra ? [{ azione: "crea", entita: "prenotazionePagina", valore: prenotazione }] : [];
      if ((await commit([writeQuota(entra ? presa : quota), ...posto, ...via])) && entra) return ok(undefined);
    }
    return rifiuto("CONFLITTO", "molte richieste insieme sulla pagina: riprovare");
  };

  /** The place of a debt that was not written. Left to its days when it cannot be given back now. */
  const leave = async (pagina: PaginaPagamento, prenotazione: PrenotazionePagina): Promise<void> => {
    for (let i = 0; i < TENTATIVI; i += 1) {
      const quota = await posti.getQuota(pagina.idDominio, pagina.idPagina);
      if (!quota) return;
      const senza = { ...quota, prese: quota.prese - 1, importo: quota.importo - prenotazione.importo };
      const via: Modifica = { azione: "elimina", entita: "prenotazionePagina", valore: { ...prenotazione, versione: 1 } };
      if (await commit([writeQuota(senza), via])) return;
    }
  };

  return { take, leave };
};
