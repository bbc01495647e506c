/** Certificates and keys on the wire. */
import { definiti } from "../../domain/definiti.ts";
import { giorniRimanenti, type Scadenza, type StatoScadenza } from "../../domain/scadenze/scadenza.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

interface ScadenzaAttuale extends Scadenza {
  readonly stato: StatoScadenza;
  readonly oggi: string;
  readonly eseguitoAlle: string;
}

export const presentScadenza = ({ tipo, oggetto, stato, scade, usatoDa, dettaglio, oggi, eseguitoAlle }: ScadenzaAttuale) =>
  definiti({
    tipo,
    oggetto,
    stato,
    scade,
    giorniRimanenti: scade === undefined ? undefined : giorniRimanenti(scade, oggi),
    usatoDa: [...usatoDa],
    dettaglio,
    verificataAlle: toIsoRoma(eseguitoAlle),
  });
