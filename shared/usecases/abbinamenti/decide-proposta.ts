/** A person accepts or refuses a way to explain a movement. Of two people at once the first wins, and the second is told who it was. */
import {
  idRegolaDi,
  type MemoriaMovimento,
  movimentoDi,
  type PropostaAperta,
  type RegolaRegistrata,
} from "../../domain/abbinamenti/abbinamento.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { type Decisa, decideMovimento, type PorteDecisione, type RifiutoDecisione } from "./decide.ts";

export interface DecisioneProposta {
  readonly tipo: "CONFERMA" | "RIFIUTO" | "NON_PAGOPA";
  readonly chiude?: true;
  readonly nota?: string;
  /** The version seen by who decides (If-Match). */
  readonly versione?: number;
}

const PARTECIPI = { CONFERMA: "confermata", RIFIUTO: "rifiutata", NON_PAGOPA: "rifiutata" } as const;

/** Not there any more: somebody decided it, or the evidence has moved. */
const assente = (id: string, { regole }: MemoriaMovimento): { readonly ok: false; readonly errore: RifiutoDecisione } => {
  const gia = regole.filter(({ idProposta, revoca }) => idProposta === id && !revoca).at(-1);
  return gia
    ? rifiuto("CONFLITTO", `la proposta ${id} è già stata ${PARTECIPI[gia.decisione]} da ${gia.principal} il ${gia.data}`)
    : rifiuto("NON_TROVATO", `proposta ${id}: non c'è, o non vale più dopo l'arrivo di altre prove`);
};

export const decideProposta = (porte: PorteDecisione) => {
  const { clock, ids } = porte;
  const decide = decideMovimento(porte);

  const toRegola = (proposta: PropostaAperta, { tipo, chiude, nota }: DecisioneProposta, principal: string): RegolaRegistrata => ({
    versione: 0,
    idDominio: proposta.idDominio,
    id: idRegolaDi(proposta.idMovimento, ids.next()),
    idMovimento: proposta.idMovimento,
    decisione: tipo,
    oggetti: tipo === "NON_PAGOPA" ? [] : tipo === "CONFERMA" ? proposta.oggetti : proposta.oggetti.map(({ oggetto }) => ({ oggetto })),
    idProposta: proposta.id,
    origine: "PROPOSTA",
    principal,
    data: clock.now(),
    ...definiti({ chiude: tipo === "CONFERMA" ? chiude : undefined, nota }),
  });

  return (
    { idDominio, id }: { readonly idDominio: string; readonly id: string },
    decisione: DecisioneProposta,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<RegolaRegistrata, RifiutoDecisione>> => {
    const choose = async (memoria: MemoriaMovimento): Promise<Esito<Decisa, RifiutoDecisione>> => {
      const proposta = memoria.proposte.find((altra) => altra.id === id);
      if (!proposta) return assente(id, memoria);
      if (decisione.versione !== undefined && decisione.versione !== proposta.versione)
        return rifiuto("PRECONDIZIONE", `la proposta ${id} è nella versione ${proposta.versione}`);
      const regola = toRegola(proposta, decisione, chiamante.principal);
      return ok({
        regola,
        modifiche: [
          { azione: "crea", entita: "regola", valore: regola },
          { azione: "elimina", entita: "proposta", valore: proposta },
        ],
      });
    };
    return decide({ idDominio, idMovimento: movimentoDi(id) }, choose, chiamante, traccia);
  };
};
