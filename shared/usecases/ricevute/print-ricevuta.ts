/** A receipt printed, for whoever keeps the accounts: the same paper that the citizen has. */
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { StampaRicevuta } from "../../ports/stampa-ricevuta.ts";
import { describeRicevuta } from "./describe-ricevuta.ts";
import type { DettaglioRicevuta } from "./get-ricevuta.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly stampaRicevuta: StampaRicevuta;
}

/** NON_TROVATO when no debt is known: the paper says what was paid, and only the debt knows it. */
export const printRicevuta =
  ({ anagrafiche, stampaRicevuta }: Porte) =>
  async ({ ricevuta, posizione: { pendenza } }: DettaglioRicevuta): Promise<Esito<Uint8Array, Rifiuto<"NON_TROVATO">>> => {
    const creditore = pendenza && (await anagrafiche.getCreditore(pendenza.idDominio));
    if (!pendenza || !creditore)
      return rifiuto("NON_TROVATO", `la ricevuta ${ricevuta.idRicevuta} non ha una pendenza, e non si può stampare`);
    return ok(await stampaRicevuta.render(describeRicevuta(ricevuta, pendenza, creditore)));
  };
