/** The anomalies of the money of a debt. They live apart, one collection for each transfer: only who works on accounts asks for them. */
import type { Anomalia } from "../anomalie/anomalia.ts";
import { definiti } from "../definiti.ts";
import type { TipoFatto } from "./catalogo-fatti.ts";
import { type Fatto, idFatto } from "./fatto.ts";

/** From the day in which it is worth somebody's time: what explained itself before was no news. @param adesso instant. */
export const fattiDiAnomalia = (anomalia: Anomalia, adesso: string): readonly Fatto<TipoFatto>[] => {
  const { id, codice, stato, dataEmersione, dataUltimaVariazione, chiusura, fatti } = anomalia;
  const chiusa = stato === "CHIUSA" ? chiusura : undefined;
  const fine = stato === "APERTA" ? undefined : (chiusa?.data ?? dataUltimaVariazione);
  if (dataEmersione > adesso || (fine !== undefined && fine < dataEmersione)) return [];
  const aperta: Fatto<TipoFatto> = {
    id: idFatto("3", "anomalia", id),
    ...{ data: dataEmersione, tipo: "ANOMALIA_APERTA", autore: "sistema" },
    dettagli: definiti({ motivo: codice, importo: fatti.importo, dettaglio: fatti.dettaglio }),
  };
  if (fine === undefined) return [aperta];
  const risolta: Fatto<TipoFatto> = {
    id: idFatto("3", "anomalia", id, "fine"),
    ...{ data: fine, tipo: "ANOMALIA_RISOLTA", autore: chiusa?.autore ?? "sistema" },
    dettagli: definiti({ motivo: codice, motivazione: chiusa?.motivazione }),
  };
  return [aperta, risolta];
};
