/** A page of a story already in memory: by number, or after the fact that a cursor names. New facts do not move the pages that follow a cursor. */
import type { TipoFatto } from "../../domain/storia/catalogo-fatti.ts";
import { compareFatti, type Fatto } from "../../domain/storia/fatto.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";

type Posto = Pick<Fatto, "data" | "id">;

/** The form of every cursor (contracts/comuni/pagina.ts). */
const encodePosto = ({ data, id }: Posto): string => {
  const byte = new TextEncoder().encode(JSON.stringify({ o: data, pk: "STORIA", sk: id }));
  return btoa(String.fromCharCode(...byte))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
};

/** One that is not ours reads as absent, as in every list. */
const decodePosto = (cursore: string | undefined): Posto | undefined => {
  if (cursore === undefined) return undefined;
  try {
    const byte = Uint8Array.from(atob(cursore.replaceAll("-", "+").replaceAll("_", "/")), (carattere) => carattere.charCodeAt(0));
    const valore: unknown = JSON.parse(new TextDecoder().decode(byte));
    if (typeof valore !== "object" || valore === null || !("o" in valore && "sk" in valore)) return undefined;
    const { o, sk } = valore;
    return typeof o === "string" && typeof sk === "string" ? { data: o, id: sk } : undefined;
  } catch {
    return undefined;
  }
};

/** @param fatti whole, oldest first. */
export function cutPagina(
  fatti: readonly Fatto<TipoFatto>[],
  ordine: "asc" | "desc",
  { limite, salta, cursore, totale, tettoTotale }: RichiestaPagina,
): Pagina<Fatto<TipoFatto>> {
  const posto = decodePosto(cursore);
  const ordinati = ordine === "asc" ? fatti : fatti.toReversed();
  const isDopo = (fatto: Posto, altro: Posto): boolean =>
    ordine === "asc" ? compareFatti(fatto, altro) > 0 : compareFatti(fatto, altro) < 0;
  const seguono = posto ? ordinati.filter((fatto) => isDopo(fatto, posto)) : ordinati.slice(salta);
  const presi = seguono.slice(0, limite);
  const fine = presi.at(-1);
  const tetto = tettoTotale ?? fatti.length;
  return {
    elementi: presi,
    ...(totale && { totale: Math.min(fatti.length, tetto), totaleTroncato: fatti.length > tetto }),
    ...(fine && seguono.length > presi.length && { cursore: encodePosto(fine) }),
  };
}
