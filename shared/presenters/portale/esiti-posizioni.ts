/** What became of each position of a load. */
import { PROBLEMI } from "../../contracts/problems.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";

type Esito = { readonly idPendenza: string } & (
  | { readonly esito: "CREATA" | "AGGIORNATA" | "INVARIATA"; readonly pendenza: Pendenza }
  | { readonly esito: "RIFIUTATA"; readonly errore: Rifiuto }
);

/** By the names that the catalogue gives to refusals, with the code that the single request would have answered. */
const presentErrore = ({ codice, dettaglio }: Rifiuto) => {
  const noto = Object.entries(PROBLEMI).find(([nome]) => nome === codice)?.[1];
  return definiti({ codice: noto?.codice ?? codice, descrizione: noto?.descrizione ?? codice, dettaglio });
};

const presentEsito = (esito: Esito) => {
  if (esito.esito === "RIFIUTATA") return { idPendenza: esito.idPendenza, esito: esito.esito, errore: presentErrore(esito.errore) };
  const { idDominio, numeroAvviso, uuid, stato } = esito.pendenza;
  return { idPendenza: esito.idPendenza, esito: esito.esito, ...{ idDominio, numeroAvviso, UUID: uuid, stato } };
};

export const presentEsitiPosizioni = (esiti: readonly Esito[]) => {
  const rifiutate = esiti.filter(({ esito }) => esito === "RIFIUTATA").length;
  return { riuscite: esiti.length - rifiutate, rifiutate, esiti: esiti.map(presentEsito) };
};
