/** The brake on anonymous searches of notices and tax codes. */
import { mappeAccessi } from "../../adapters/archivio/mappe-accessi.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import { createRicerche } from "../../usecases/accessi/ricerche.ts";
import { accessi } from "./autenticazione.ts";
import { clock, wireUnitOfWork } from "./base.ts";
import { chiave } from "./sessioni.ts";

export const ricerche = createRicerche({
  accessi,
  unitOfWork: wireUnitOfWork(mappeAccessi),
  clock,
  cifra: createCifra(chiave, "ricerche"),
});
