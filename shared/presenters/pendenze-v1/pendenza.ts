/** The detail of a debt as the API Pendenze v1 shows it: its attempts have a link to it, where v2 has the debt again. */
import { type DettaglioPendenza, presentPendenza } from "../pendenze/pendenza.ts";
import { API, type ApiV1, toStatoV1 } from "./pendenza-index.ts";
import { linkPendenza } from "./rpp.ts";

export const presentPendenzaV1 = (dettaglio: DettaglioPendenza, api: ApiV1 = API) => {
  const {
    documento: _,
    proprieta: __,
    allegati: ___,
    pagataAltrove: ____,
    notificaSend: _____,
    rpp,
    stato,
    ...pendenza
  } = presentPendenza(api, dettaglio);
  return {
    ...pendenza,
    stato: toStatoV1(stato),
    rpp: rpp.map((tentativo) => ({ ...tentativo, pendenza: linkPendenza(dettaglio.pendenza, api) })),
  };
};
