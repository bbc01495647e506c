/** The receipt of an attempt in the form that the caller prefers: data, the message of the Node as it came, or printed. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { originaleDi } from "../../domain/storico/rt-originale.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Originali } from "../../ports/originali.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { StampaRicevuta } from "../../ports/stampa-ricevuta.ts";
import { describeRicevuta } from "../ricevute/describe-ricevuta.ts";
import { createGetRpp } from "./get-rpp.ts";

export type FormaRt = "dati" | "originale" | "stampa";

/** `contenuto`: text of the original, bytes of the print. */
export type RtLetta = { readonly dati: Readonly<Record<string, unknown>> } | { readonly contenuto: string | Uint8Array };

type Porte = Parameters<typeof createGetRpp>[0] & {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly originali: Pick<Originali, "read">;
  readonly stampaRicevuta: StampaRicevuta;
};

export const createGetRt = (porte: Porte) => {
  const get = createGetRpp(porte);
  return async (
    chiave: ChiavePosizione & { readonly ccp: string },
    forma: FormaRt,
    chiamante: Chiamante,
  ): Promise<Esito<RtLetta, Rifiuto<"NON_TROVATO">>> => {
    const esito = await get(chiave, chiamante);
    if (!esito.ok) return esito;
    const { ricevuta, pendenza } = esito.valore.rpp;
    if (!ricevuta) return rifiuto("NON_TROVATO", "il tentativo non ha una ricevuta");
    if (forma === "dati") return ok({ dati: ricevuta.rt });
    if (forma === "originale") {
      const contenuto = await porte.originali.read(ricevuta.originale);
      return contenuto === undefined
        ? rifiuto("NON_TROVATO", "l'originale non è più conservato")
        : ok({ contenuto: originaleDi(ricevuta, contenuto) });
    }
    const creditore = await porte.anagrafiche.getCreditore(pendenza.idDominio);
    if (!creditore) throw new Error(`creditore ${pendenza.idDominio} di una pendenza esistente non trovato`);
    return ok({ contenuto: await porte.stampaRicevuta.render(describeRicevuta(ricevuta, pendenza, creditore)) });
  };
};
