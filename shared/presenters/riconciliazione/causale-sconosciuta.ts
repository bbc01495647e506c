/** Texts of banks that nobody could read, and what a person decided of them. */
import { definiti } from "../../domain/definiti.ts";
import type { DecisioneCausale } from "../../domain/tesoreria/causali/decisione.ts";
import type { CausaleSconosciuta } from "../../domain/tesoreria/causali/raccolta.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

export const presentDecisione = ({ decisione, nota, principal, data }: DecisioneCausale) => ({
  ...{ decisione, utente: principal, data: toIsoRoma(data) },
  ...definiti({ nota }),
});

export const presentCausale = ({ esempio, decisione, forma, stato, numero, importo, dal, al }: CausaleSconosciuta) => ({
  ...{ forma, stato, numero, importo: toNumeroJson(importo), dal, al },
  ...definiti({
    esempio: esempio && {
      ...{
        idMovimento: esempio.id,
        causale: esempio.causale,
        importo: toNumeroJson(esempio.importo),
        dataContabile: esempio.dataContabile,
      },
      ...definiti({ ordinante: esempio.ordinante }),
    },
    decisione: decisione && presentDecisione(decisione),
  }),
});
