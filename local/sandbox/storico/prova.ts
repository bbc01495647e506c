/** Magic values in the legacy family: what an RPT asks for by its amount or its payer, as far as RPT and RT can tell it. */
import { type EsitoProva, findEsitoProva } from "../../../shared/domain/prova/valori-magici.ts";
import type { RptAlNodo } from "./modello.ts";

const codiceDi = (blocco: string): string | undefined => /<(?:\w+:)?codiceIdentificativoUnivoco>([^<]+)</.exec(blocco)?.[1];

/** The outcome asked by the first of the RPT that asks for one. */
export const esitoDi = (rpt: readonly RptAlNodo[]): EsitoProva | undefined =>
  rpt
    .map(({ importo, pagatore }) => findEsitoProva({ importo, codiceFiscale: codiceDi(pagatore) }, ["pagamento", "checkout", "ricevuta"]))
    .find((esito) => esito !== undefined);

/** An RT that says that nothing was paid. */
export const isNonEseguito = (esito: EsitoProva | undefined): boolean => esito === "RIFIUTATO" || esito === "RICEVUTA_KO";
