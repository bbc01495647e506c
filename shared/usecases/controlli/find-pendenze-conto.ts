/** The debts still to be paid that point to an account, by account or through the incomes that are credited on it. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { riferimentoConto, riferimentoEntrata } from "../../domain/pendenze/conti-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { StatoPendenza } from "../../domain/pendenze/stati-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { FiltriPerConto, Posizioni } from "../../ports/posizioni.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly posizioni: Pick<Posizioni, "findPendenzePerConto">;
}

export interface RichiestaPendenzeConto {
  readonly idDominio: string;
  readonly iban: string;
  readonly stato?: StatoPendenza;
  readonly chiamante: Chiamante;
}

export interface PendenzeConto {
  readonly pagina: Pagina<Pendenza>;
  /** Incomes of the creditor credited on the account. */
  readonly entrate: readonly string[];
}

/** Incomes of a creditor that are credited on an account, or use it as support. */
export const entrateSuConto = ({ entrate }: Pick<Creditore, "entrate">, iban: string): readonly string[] =>
  entrate.filter(({ ibanAccredito, ibanAppoggio }) => ibanAccredito === iban || ibanAppoggio === iban).map(({ idEntrata }) => idEntrata);

export const findPendenzeConto =
  ({ anagrafiche, posizioni }: Porte) =>
  async (richiesta: RichiestaPendenzeConto, pagina: RichiestaPagina): Promise<Esito<PendenzeConto, Rifiuto<"NON_TROVATO">>> => {
    const { idDominio, iban, stato, chiamante } = richiesta;
    const creditore = seesDominio(chiamante, idDominio) ? await anagrafiche.getCreditore(idDominio) : undefined;
    if (!creditore?.conti.some((conto) => conto.iban === iban)) return rifiuto("NON_TROVATO", `conto ${iban} del dominio ${idDominio}`);
    const entrate = entrateSuConto(creditore, iban);
    const filtri: FiltriPerConto = {
      idDominio,
      frammenti: creditore.dominio.frammenti,
      riferimenti: [riferimentoConto(idDominio, iban), ...entrate.map((id) => riferimentoEntrata(idDominio, id))],
      stati: stato === undefined ? ["NON_ESEGUITA", "ESEGUITA_PARZIALE"] : [stato],
      tipiPendenza: chiamante.tipiPendenza,
      ordine: "asc",
    };
    return ok({ pagina: await posizioni.findPendenzePerConto(filtri, pagina), entrate });
  };
