/** What takes a loading further. Files of one creditor wait for each other and for nobody else. */
import type { Caricamento } from "../../domain/tesoreria/caricamento.ts";
import type { Messaggio } from "../../ports/unit-of-work.ts";

export const messaggioDi = ({ id, idDominio, tappa }: Pick<Caricamento, "id" | "idDominio" | "tappa">): Messaggio => ({
  coda: "tesoreria",
  corpo: { idDominio, id, tappa },
});
