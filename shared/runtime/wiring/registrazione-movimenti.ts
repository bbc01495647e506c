/** Registration of treasury movements by the callers of an API: the outcome later, or waited for; and how it is shown then. */
import { RIGHE_MASSIME } from "../../contracts/riconciliazione/parametri.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { addRiconciliazione } from "../../usecases/riconciliazioni/add-riconciliazione.ts";
import { detailRiconciliazione } from "../../usecases/riconciliazioni/get-riconciliazione.ts";
import { registerIncasso } from "../../usecases/riconciliazioni/register-incasso.ts";
import { porteRiconciliazioni } from "./riconciliazioni.ts";

export const add = addRiconciliazione(porteRiconciliazioni);
export const register = registerIncasso(porteRiconciliazioni);

/** With what it collected, of the rows that an answer may carry. */
export const detail = (riconciliazione: Riconciliazione, chiamante: Chiamante) =>
  detailRiconciliazione(porteRiconciliazioni, riconciliazione, { da: 1, quante: RIGHE_MASSIME }, chiamante);
