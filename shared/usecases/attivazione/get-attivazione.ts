/** GET /domini/{idDominio}/attivazione: what a creditor still needs before it can be paid. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Attivazione, describeAttivazione } from "../../domain/attivazione/attivazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { LetturaAttivazione } from "../../ports/installazione.ts";

interface Porte {
  readonly attivazioni: LetturaAttivazione;
  /** The list of applications is the remembered one, at most 60 s old. */
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazioni">;
  readonly clock: Clock;
}

/** A creditor that the caller may not see answers as if it did not exist. */
export const getAttivazione =
  ({ attivazioni, anagrafiche, clock }: Porte) =>
  async (idDominio: string, chiamante: Chiamante): Promise<Esito<Attivazione, Rifiuto<"NON_TROVATO">>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const [dati, applicazioni] = await Promise.all([attivazioni.load(idDominio), anagrafiche.getApplicazioni()]);
    return dati
      ? ok(describeAttivazione({ ...dati, applicazioni }, giornoDi(clock.now())))
      : rifiuto("NON_TROVATO", `dominio ${idDominio}`);
  };
