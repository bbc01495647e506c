/**
 * A person's decision about a movement, remembered: it wins over every computation until it is revoked. It touches the links of the movement in the
 * same transaction, so a recomputation that read before it must decide again, and of two people together one wins.
 */
import type { MemoriaMovimento, RegolaRegistrata } from "../../domain/abbinamenti/abbinamento.ts";
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Abbinamenti } from "../../ports/abbinamenti.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteDecisione {
  readonly abbinamenti: Pick<Abbinamenti, "getMemoria">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type RifiutoDecisione = Rifiuto<"NON_AUTORIZZATO" | "NON_TROVATO" | "NON_PROCESSABILE" | "PRECONDIZIONE" | "CONFLITTO">;

export interface Decisa {
  readonly regola: RegolaRegistrata;
  readonly modifiche: readonly Modifica[];
}

const TENTATIVI = 5;

/** The links as they are, under a new version. */
export const touch = ({ abbinamento }: MemoriaMovimento): readonly Modifica[] =>
  abbinamento ? [{ azione: "sostituisci", entita: "abbinamento", valore: abbinamento }] : [];

/** Journal entry of a decision. */
const eventoDi = (traccia: Traccia, { idDominio, id, idMovimento, decisione, nota, revoca }: RegolaRegistrata, principal: string) =>
  traccia.evento({
    idDominio,
    principal,
    datiPagoPA: { idRegola: id, idMovimento },
    dettaglioEsito: `${revoca ? "Revocata" : decisione}${(revoca?.motivo ?? nota) === undefined ? "" : `: ${revoca?.motivo ?? nota}`}`,
  });

/**
 * Reads what is remembered of a movement, asks what to change of it, and writes it; again when somebody was faster.
 * @param choose undefined changes: the decision is already what it was asked to be.
 */
export const decideMovimento =
  ({ abbinamenti, unitOfWork }: Pick<PorteDecisione, "abbinamenti" | "unitOfWork">) =>
  async (
    { idDominio, idMovimento }: { readonly idDominio: string; readonly idMovimento: string | undefined },
    choose: (memoria: MemoriaMovimento) => Promise<Esito<Decisa, RifiutoDecisione>>,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<RegolaRegistrata, RifiutoDecisione>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    if (idMovimento === undefined) return rifiuto("NON_TROVATO");
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const memoria = await abbinamenti.getMemoria(idDominio, idMovimento);
      const esito = await choose(memoria);
      if (!esito.ok) return esito;
      const { regola, modifiche } = esito.valore;
      if (modifiche.length === 0) {
        traccia.omit();
        return ok(regola);
      }
      const commit = await unitOfWork.commit([...modifiche, ...touch(memoria)], {
        eventi: [eventoDi(traccia, regola, chiamante.principal)],
      });
      if (commit.ok) return ok(regola);
    }
    return rifiuto("CONFLITTO", `movimento ${idMovimento}`);
  };
