/** A debt by the name that its application gave it. */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { mappaPendenza } from "./mappe-posizione.ts";

type Letture = Pick<Deposito, "get" | "query">;

/** An index may lag behind by milliseconds: the alias, read consistently, tells a debt just loaded from one that does not exist. */
export const resolveAlias = async (deposito: Letture, idA2A: string, idPendenza: string): Promise<ChiavePosizione | undefined> => {
  const alias = await deposito.get("archivio", chiavi.aliasPendenza(idA2A, idPendenza));
  return alias && { idDominio: String(alias["idDominio"]), iuv: String(alias["iuv"]) };
};

/** One request, on the index. */
export const peekPendenza = async (deposito: Letture, idA2A: string, idPendenza: string): Promise<Pendenza | undefined> => {
  const { elementi } = await deposito.query({
    tabella: "archivio",
    indice: "perPendenza",
    pk: `${idA2A}#${idPendenza}`,
    sk: { inizia: "PENDENZA" },
    ordine: "asc",
    limite: 1,
  });
  const [elemento] = elementi;
  return elemento && fromElemento(mappaPendenza, elemento);
};

/** Two requests through the alias, strongly consistent. */
export const readPendenza = async (deposito: Letture, idA2A: string, idPendenza: string): Promise<Pendenza | undefined> => {
  const chiave = await resolveAlias(deposito, idA2A, idPendenza);
  const elemento = chiave && (await deposito.get("archivio", chiavi.pendenza(chiave)));
  return elemento && fromElemento(mappaPendenza, elemento);
};
