/** Findings of the daily look at pagoPA, and the debts of an account, on the wire. */
import { type Controllo, gravitaDi } from "../../domain/controlli/controllo.ts";
import type { Pendenza, Voce } from "../../domain/pendenze/pendenza.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

export const presentControllo = (controllo: Controllo) => {
  const { idDominio, oggetto, riferimento, data, rilievi, suPagoPa, pendenze } = controllo;
  const gravita = gravitaDi(controllo);
  return {
    idDominio,
    oggetto,
    riferimento,
    data,
    suPagoPA: suPagoPa,
    rilievi: [...rilievi],
    ...(gravita !== undefined && { gravita }),
    ...(pendenze && { pendenzeDaPagare: pendenze.numero, ...(pendenze.almeno && { pendenzeAlmeno: true }) }),
  };
};

interface VoceSuConto {
  readonly indice: number;
  readonly riferimento: "ibanAccredito" | "ibanAppoggio" | "codEntrata";
  readonly codEntrata?: string;
}

/** How an item comes to the account, if it does. */
const presentVoce = ({ indice, destinazione }: Voce, iban: string, entrate: readonly string[]): readonly VoceSuConto[] => {
  if (destinazione.variante === "entrata" && entrate.includes(destinazione.codEntrata))
    return [{ indice, riferimento: "codEntrata", codEntrata: destinazione.codEntrata }];
  if (destinazione.variante !== "conto") return [];
  if (destinazione.ibanAccredito === iban) return [{ indice, riferimento: "ibanAccredito" }];
  return destinazione.ibanAppoggio === iban ? [{ indice, riferimento: "ibanAppoggio" }] : [];
};

export const presentPendenzaConto = (idDominio: string, iban: string, entrate: readonly string[]) => (pendenza: Pendenza) => ({
  idA2A: pendenza.idA2A,
  idPendenza: pendenza.idPendenza,
  idDominio: pendenza.idDominio,
  idTipoPendenza: pendenza.idTipoPendenza,
  numeroAvviso: pendenza.numeroAvviso,
  stato: pendenza.stato,
  importo: toNumeroJson(pendenza.importo),
  ...(pendenza.dataScadenza !== undefined && { dataScadenza: pendenza.dataScadenza }),
  ...(pendenza.dataNotificaAvviso !== undefined && { dataNotificaAvviso: pendenza.dataNotificaAvviso }),
  voci: pendenza.voci
    .filter((voce) => voce.stato === "Non eseguito" && (voce.idDominio ?? pendenza.idDominio) === idDominio)
    .flatMap((voce) => presentVoce(voce, iban, entrate)),
});
