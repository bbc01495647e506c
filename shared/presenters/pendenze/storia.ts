/** The story of a debt with the names that the APIs give to its fields, and in words. */
import type { TipoFatto } from "../../domain/storia/catalogo-fatti.ts";
import type { DettagliFatto, Fatto } from "../../domain/storia/fatto.ts";
import { writeFrase } from "../../domain/storia/frase.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

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
const presentCampi = (campi: NonNullable<Fatto["campi"]>) =>
  Object.entries(campi)
    .map(([campo, { prima, dopo }]) => ({
      campo: NOMI[campo] ?? campo,
      ...(prima !== undefined && { prima: presentValore(campo, prima) }),
      ...(dopo !== undefined && { dopo: presentValore(campo, dopo) }),
    }))
    .sort((a, b) => (a.campo < b.campo ? -1 : 1));

/** Amounts in euro, instants in Rome. */
const presentDettagli = ({ importo, importoPrima, importoDovuto, costo, quando, ...altri }: DettagliFatto) => ({
  ...(importo !== undefined && { importo: toNumeroJson(importo) }),
  ...(importoPrima !== undefined && { importoPrima: toNumeroJson(importoPrima) }),
  ...(importoDovuto !== undefined && { importoDovuto: toNumeroJson(importoDovuto) }),
  ...(costo !== undefined && { costo: toNumeroJson(costo) }),
  ...(quando !== undefined && { quando: toIsoRoma(quando) }),
  ...altri,
});

/** For who works on the debt, or helps who has to pay it: in Italian. */
export const presentFatto = (fatto: Fatto<TipoFatto>) => {
  const { data, tipo, autore, dettagli, evento, campi } = fatto;
  return {
    data: toIsoRoma(data),
    tipo,
    descrizione: writeFrase(fatto),
    autore,
    dettagli: presentDettagli(dettagli),
    ...(evento !== undefined && { evento }),
    ...(campi !== undefined && { campi: presentCampi(campi) }),
  };
};
