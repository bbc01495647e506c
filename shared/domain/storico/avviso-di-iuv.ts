/** The notice number behind an IUV: the legacy family names a payment by the IUV alone, and whoever may know a debt that we lack is asked by notice. */
import type { Dominio } from "../anagrafiche/creditore.ts";

/** @returns undefined when the creditor cannot have printed a notice with such an IUV. */
export function avvisoDiIuv(iuv: string, { auxDigit, stazione }: Pick<Dominio, "auxDigit" | "stazione">): string | undefined {
  if (/^\d{15}$/.test(iuv)) {
    const applicationCode = /_(\d{2})$/.exec(stazione ?? "")?.[1];
    return auxDigit === 0 && applicationCode !== undefined ? `0${applicationCode}${iuv}` : undefined;
  }
  return /^\d{17}$/.test(iuv) && auxDigit !== undefined && auxDigit !== 0 ? `${auxDigit}${iuv}` : undefined;
}
