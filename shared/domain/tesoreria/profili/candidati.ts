/** Which profiles may read a file: the one asked for, else those of the creditor and then those of the product. */
import { type Esito, ko, ok } from "../../esito.ts";
import type { FormatoTesoreria } from "../movimento.ts";
import { isNomePredefinito } from "./nomi-predefiniti.ts";
import { PROFILI_PREDEFINITI } from "./predefiniti.ts";
import type { ProfiloLettura, RegoleLettura } from "./profilo.ts";

export type CandidatoLettura = Pick<ProfiloLettura, "nome" | "regole">;

/** A decimal point and a decimal comma exclude each other: no amount is read by both, unless it is the same. So a built-in profile need not know which. */
const withOgniDecimale = ({ nome, regole }: CandidatoLettura): readonly CandidatoLettura[] => [
  { nome, regole },
  { nome, regole: { ...regole, decimali: regole.decimali === "," ? "." : "," } satisfies RegoleLettura },
];

const predefiniti = (): readonly CandidatoLettura[] => PROFILI_PREDEFINITI.flatMap(withOgniDecimale);

/**
 * @param salvati profiles of the creditor. @param nome the one asked for. @param formato the format asked for: profiles of another are left out.
 * Errors: Italian sentence.
 */
export function candidatiLettura({
  salvati,
  nome,
  formato,
}: {
  readonly salvati: readonly Pick<ProfiloLettura, "nome" | "regole" | "abilitato">[];
  readonly nome?: string | undefined;
  readonly formato?: FormatoTesoreria | undefined;
}): Esito<readonly CandidatoLettura[]> {
  const abilitati = salvati.filter(({ abilitato }) => abilitato);
  const tutti = [...abilitati, ...predefiniti()];
  if (nome !== undefined) {
    const scelti = tutti.filter((profilo) => profilo.nome === nome);
    return scelti.length === 0 ? ko(`il profilo di lettura "${nome.slice(0, 35)}" non esiste o è disabilitato`) : ok(scelti);
  }
  // Positions alone recognise nothing: such a profile of the product reads only a file that is said to be of its format.
  const dello = tutti.filter(({ nome: n, regole }) =>
    formato === undefined ? regole.rigaTestata !== 0 || !isNomePredefinito(n) : regole.formato === formato,
  );
  return dello.length === 0 ? ko(`nessun profilo di lettura per il formato ${formato ?? ""}`) : ok(dello);
}
