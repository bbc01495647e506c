/** Operators between wire and domain. */
import type * as z from "zod";
import type { OperatorePost } from "../../contracts/backoffice/operatori.ts";
import type { Operatore } from "../../domain/anagrafiche/applicazione.ts";
import type { OperatoreRichiesto } from "../../domain/anagrafiche/richieste.ts";
import type { VistaUtenza } from "../../domain/anagrafiche/viste.ts";
import { presentUtenza, toUtenza } from "./utenza.ts";

export const toOperatore = (principal: string, body: z.output<typeof OperatorePost>): OperatoreRichiesto => ({
  principal,
  ragioneSociale: body.ragioneSociale,
  ...toUtenza(body),
});

export const presentOperatoreIndex = ({ principal, ragioneSociale, abilitato }: Operatore) => ({ principal, ragioneSociale, abilitato });

export const presentOperatore = (vista: VistaUtenza<Operatore>) => ({
  ragioneSociale: vista.utenza.ragioneSociale,
  ...presentUtenza(vista),
});
