/** The journal as tests look at it: messages decompressed. */
import { gunzipSync } from "node:zlib";
import type { Elemento } from "../../shared/ports/deposito.ts";

const isOggetto = (valore: unknown): valore is Record<string, unknown> => typeof valore === "object" && valore !== null;

const decode = (parametri: unknown): unknown => {
  if (!isOggetto(parametri) || !(parametri["gzip"] instanceof Uint8Array)) return parametri;
  const { gzip, ...resto } = parametri;
  return { ...resto, payload: gunzipSync(gzip).toString("utf8") };
};

/** Of an item of the table `eventi`: the same with `payload` as text in place of its compressed bytes. */
export const decodeEvento = <E extends Readonly<Record<string, unknown>>>(elemento: E): E => ({
  ...elemento,
  ...("parametriRichiesta" in elemento && { parametriRichiesta: decode(elemento["parametriRichiesta"]) }),
  ...("parametriRisposta" in elemento && { parametriRisposta: decode(elemento["parametriRisposta"]) }),
});

/** Every entry of a store that can give all its items. */
export const readEventi = (deposito: { all(tabella: "eventi"): readonly Elemento[] }): readonly Elemento[] =>
  deposito.all("eventi").map(decodeEvento);
