/** A receipt printed, for whoever keeps the accounts: the same paper that the citizen has. */
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { StampaRicevuta } from "../../ports/stampa-ricevuta.ts";
import type { LinguaChiesta } from "../pendenze/describe-avvisi.ts";
import { type Attestazione, describeAttestazione } from "./describe-attestazione.ts";
import { describeRicevuta } from "./describe-ricevuta.ts";
import type { DettaglioRicevuta } from "./get-ricevuta.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly stampaRicevuta: StampaRicevuta;
}

/** Without its debt the paper says what the receipt says. NON_TROVATO when its creditor is no longer registered. */
export const printRicevuta =
  ({ anagrafiche, stampaRicevuta }: Porte) =>
  async (
    { ricevuta, posizione: { pendenza } }: Pick<DettaglioRicevuta, "ricevuta" | "posizione">,
    lingua?: LinguaChiesta,
  ): Promise<Esito<Uint8Array, Rifiuto<"NON_TROVATO">>> => {
    const creditore = await anagrafiche.getCreditore(pendenza?.idDominio ?? ricevuta.idDominio);
    if (!creditore) return rifiuto("NON_TROVATO", `la ricevuta ${ricevuta.idRicevuta} è di un ente che non c'è più, e non si può stampare`);
    return ok(await stampaRicevuta.render(describeRicevuta(ricevuta, pendenza, creditore, lingua)));
  };

/** The same for a payment without a receipt. */
export const printAttestazione =
  ({ anagrafiche, stampaRicevuta }: Porte) =>
  async (attestazione: Attestazione, lingua?: LinguaChiesta): Promise<Esito<Uint8Array, Rifiuto<"NON_TROVATO">>> => {
    const { idDominio, iuv } = attestazione.pendenza;
    const creditore = await anagrafiche.getCreditore(idDominio);
    if (!creditore) return rifiuto("NON_TROVATO", `il pagamento ${iuv} è di un ente che non c'è più, e non si può stampare`);
    return ok(await stampaRicevuta.render(describeAttestazione(attestazione, creditore, lingua)));
  };
