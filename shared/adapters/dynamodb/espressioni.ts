/** Turns the port's conditions into DynamoDB expressions; every name and value is a placeholder, so nothing in them is ever interpreted. */
import type { Condizione, Filtro, Interrogazione, Scrittura } from "../../ports/deposito.ts";

export interface Espressione {
  readonly KeyConditionExpression: string;
  readonly FilterExpression?: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues: Record<string, unknown>;
}

const conditionOf = (filtro: Condizione, n: string, valori: Record<string, unknown>): string => {
  const nome = `#f${n}`;
  const valore = `:f${n}`;
  switch (filtro.op) {
    case "esiste":
      return `attribute_exists(${nome})`;
    case "manca":
      return `attribute_not_exists(${nome})`;
    case "in": {
      const elenco = Array.isArray(filtro.valore) ? filtro.valore : [];
      const segnaposti = elenco.map((v, i) => {
        valori[`:f${n}_${i}`] = v;
        return `:f${n}_${i}`;
      });
      // An empty list matches nothing; the operator takes 100 values at most.
      if (segnaposti.length === 0) return `attribute_not_exists(${nome}) AND attribute_exists(${nome})`;
      const gruppi = Array.from({ length: Math.ceil(segnaposti.length / 100) }, (_, i) => segnaposti.slice(i * 100, i * 100 + 100));
      const parti = gruppi.map((gruppo) => `${nome} IN (${gruppo.join(", ")})`);
      return parti.length === 1 ? parti.join() : `(${parti.join(" OR ")})`;
    }
    case "contiene":
      if (Array.isArray(filtro.valore)) {
        const parti = filtro.valore.map((v, i) => {
          valori[`:f${n}_${i}`] = v;
          return `contains(${nome}, :f${n}_${i})`;
        });
        return parti.length === 0 ? `attribute_not_exists(${nome}) AND attribute_exists(${nome})` : `(${parti.join(" OR ")})`;
      }
      valori[valore] = filtro.valore;
      return `contains(${nome}, ${valore})`;
    case "!=":
      valori[valore] = filtro.valore;
      return `(attribute_not_exists(${nome}) OR ${nome} <> ${valore})`;
    default:
      valori[valore] = filtro.valore;
      return `${nome} ${filtro.op} ${valore}`;
  }
};

export const buildEspressione = (
  richiesta: Omit<Interrogazione, "limite">,
  campi: { readonly pk: string; readonly sk: string },
): Espressione => {
  const nomi: Record<string, string> = { "#pk": campi.pk };
  const valori: Record<string, unknown> = { ":pk": richiesta.pk };
  let chiave = "#pk = :pk";
  const { sk } = richiesta;
  if (sk) {
    nomi["#sk"] = campi.sk;
    if ("inizia" in sk) {
      valori[":sk"] = sk.inizia;
      chiave += " AND begins_with(#sk, :sk)";
    } else if (sk.da !== undefined && sk.a !== undefined) {
      valori[":da"] = sk.da;
      valori[":a"] = sk.a;
      chiave += " AND #sk BETWEEN :da AND :a";
    } else if (sk.da !== undefined) {
      valori[":da"] = sk.da;
      chiave += " AND #sk >= :da";
    } else if (sk.a !== undefined) {
      valori[":a"] = sk.a;
      chiave += " AND #sk <= :a";
    } else delete nomi["#sk"];
  }
  const express = (condizione: Condizione, n: string): string => {
    nomi[`#f${n}`] = condizione.campo;
    return conditionOf(condizione, n, valori);
  };
  // DynamoDB refuses parentheses around what already has them.
  const expressUno = (condizioni: readonly Condizione[], n: number): string => {
    const parti = condizioni.map((condizione, i) => express(condizione, `${n}x${i}`));
    return parti.length === 1 ? parti.join() : `(${parti.join(" OR ")})`;
  };
  const filtri = (richiesta.filtri ?? []).map((filtro: Filtro, n) =>
    filtro.op === "oppure" ? expressUno(filtro.condizioni, n) : express(filtro, String(n)),
  );
  return {
    KeyConditionExpression: chiave,
    ...(filtri.length > 0 && { FilterExpression: filtri.join(" AND ") }),
    ExpressionAttributeNames: nomi,
    ExpressionAttributeValues: valori,
  };
};

/** Adds to the counters of an item and sets the fields that say what they count. */
export const buildSomma = ({ addendi, campi }: Extract<Scrittura, { azione: "somma" }>) => {
  const somme = Object.entries(addendi);
  const fissi = Object.entries(campi);
  const parti = [
    ...(fissi.length > 0 ? [`SET ${fissi.map((_, i) => `#c${i} = :c${i}`).join(", ")}`] : []),
    `ADD ${somme.map((_, i) => `#a${i} :a${i}`).join(", ")}`,
  ];
  return {
    UpdateExpression: parti.join(" "),
    ExpressionAttributeNames: Object.fromEntries([
      ...fissi.map(([nome], i) => [`#c${i}`, nome] as const),
      ...somme.map(([nome], i) => [`#a${i}`, nome] as const),
    ]),
    ExpressionAttributeValues: Object.fromEntries([
      ...fissi.map(([, valore], i) => [`:c${i}`, valore] as const),
      ...somme.map(([, n], i) => [`:a${i}`, n] as const),
    ]),
  };
};
