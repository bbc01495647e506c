/** An amount as who reads a page writes it: English with the point, the other languages with the comma. */
import type { LinguaForm } from "../../domain/form/lingue-form.ts";

/** @param euro a JSON amount. */
export const formatImportoPagina = (euro: number, lingua: LinguaForm): string => {
  const testo = euro.toFixed(2);
  return lingua === "en" ? testo : testo.replace(".", ",");
};
