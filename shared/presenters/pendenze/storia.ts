/** The history of a debt with the names that the APIs give to its fields. */
import type { VoceStoria } from "../../domain/pendenze/pendenza.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

/** What is called otherwise inside. */
const NOMI: Readonly<Record<string, string>> = { debitore: "soggettoPagatore" };

/** The internal tag of the three variants of an item is not a field of it. Free data of the creditor is never touched. */
const withoutVariante = (destinazione: object): object => {
  const { variante: _, ...campi } = { variante: undefined, ...destinazione };
  return campi;
};

const presentValore = (campo: string, valore: unknown): unknown => {
  if (typeof valore !== "object" || valore === null) return valore;
  if (/^voci\.\d+\.destinazione$/.test(campo)) return withoutVariante(valore);
  if (!/^voci\.\d+$/.test(campo) || !("destinazione" in valore)) return valore;
  const { destinazione, ...voce } = valore;
  return typeof destinazione === "object" && destinazione !== null ? { ...voce, ...withoutVariante(destinazione) } : voce;
};

/** The store keeps no order of fields: by name, so that the same history reads the same every time. */
export const presentVoceStoria = ({ data, autore, evento, campi }: VoceStoria) => ({
  data: toIsoRoma(data),
  autore,
  evento,
  campi: Object.entries(campi)
    .map(([campo, { prima, dopo }]) => ({
      campo: NOMI[campo] ?? campo,
      ...(prima !== undefined && { prima: presentValore(campo, prima) }),
      ...(dopo !== undefined && { dopo: presentValore(campo, dopo) }),
    }))
    .sort((a, b) => (a.campo < b.campo ? -1 : 1)),
});
