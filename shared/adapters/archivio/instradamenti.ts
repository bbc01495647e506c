/** Rules with which a creditor routes its anomalies, read without the anomalies. */
import type { Instradamento } from "../../domain/anomalie/instradamento.ts";
import type { Deposito } from "../../ports/deposito.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { mappeInstradamento } from "./mappe-anomalia.ts";

export const createLetturaInstradamento =
  (deposito: Deposito) =>
  async (idDominio: string): Promise<Instradamento | undefined> => {
    const elemento = await deposito.get("archivio", chiavi.instradamento({ idDominio }));
    return elemento && fromElemento(mappeInstradamento.instradamento, elemento);
  };
