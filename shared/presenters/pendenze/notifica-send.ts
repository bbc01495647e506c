/** The notification of a debt through SEND, as the APIs show it. */
import { definiti } from "../../domain/definiti.ts";
import { fineRiduzione, giornoNotifica } from "../../domain/pendenze/costo-notifica.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

const istante = (data: string | undefined): string | undefined => data && toIsoRoma(data);

export const presentNotificaSend = (pendenza: Pendenza) => {
  const { notificaSend } = pendenza;
  if (!notificaSend) return undefined;
  const { iun, aggiungiCosto, prezzo, costoApplicato } = notificaSend;
  return definiti({
    ...{ iun: iun ?? prezzo?.iun, aggiungiCosto },
    costo: prezzo && toNumeroJson(prezzo.totale),
    costoApplicato: costoApplicato === undefined ? undefined : toNumeroJson(costoApplicato),
    ...{ lettoIl: istante(prezzo?.lettoIl), dataVisualizzazione: istante(prezzo?.dataVisualizzazione) },
    ...{
      dataPerfezionamento: istante(prezzo?.dataPerfezionamento),
      dataNotifica: giornoNotifica(pendenza),
      fineRiduzione: fineRiduzione(pendenza),
    },
  });
};
