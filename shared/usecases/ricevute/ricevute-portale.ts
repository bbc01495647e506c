/** Receipts for portals and citizens: of a payment code whose debt the caller sees, or that it paid itself. One request for the list, two for the detail with its original. */
import { vedePendenza, vedeRicevuta } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { originaleDi } from "../../domain/storico/rt-originale.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Originali } from "../../ports/originali.ts";
import type { ChiavePosizione, Posizioni } from "../../ports/posizioni.ts";
import { type Attestazione, findAttestazione } from "./describe-attestazione.ts";
import type { DettaglioRicevuta } from "./get-ricevuta.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly posizioni: Pick<Posizioni, "getPosizione">;
}

const ESITI: Readonly<Record<string, Ricevuta["esito"]>> = { ESEGUITO: "OK", NON_ESEGUITO: "KO" };

export interface RicevutePortale {
  /** From the oldest. */
  readonly ricevute: readonly Ricevuta[];
  readonly ragioneSociale: string;
}

/** @param esito as on the wire; those that a receipt cannot have select nothing. */
export const findRicevutePortale =
  ({ anagrafiche, posizioni }: Porte) =>
  async ({ idDominio, iuv }: ChiavePosizione, esito: string | undefined, chiamante: Chiamante): Promise<RicevutePortale> => {
    const { pendenza, ricevute, tentativi } = await posizioni.getPosizione({ idDominio, iuv });
    const visibili = pendenza ? ricevute.filter((ricevuta) => vedeRicevuta(chiamante, pendenza, ricevuta, tentativi)) : [];
    const creditore = visibili.length === 0 ? undefined : await anagrafiche.getCreditore(idDominio);
    return {
      ricevute: visibili
        .filter((ricevuta) => esito === undefined || ricevuta.esito === ESITI[esito])
        .toSorted((a, b) => (a.dataRicezione < b.dataRicezione ? -1 : 1)),
      ragioneSociale: creditore?.dominio.ragioneSociale ?? idDominio,
    };
  };

/** A paper of the payment: the receipt, or what is known of one whose receipt never came. */
export type DocumentoPagamento = { readonly dettaglio: DettaglioRicevuta } | { readonly attestazione: Attestazione };

/** Without idRicevuta, the last that says the debt is paid. */
export const getRicevutaPortale =
  ({ anagrafiche, posizioni, originali }: Porte & { readonly originali: Pick<Originali, "read"> }) =>
  async (
    { idDominio, iuv, idRicevuta }: ChiavePosizione & { readonly idRicevuta?: string },
    chiamante: Chiamante,
  ): Promise<Esito<DocumentoPagamento, Rifiuto<"NON_TROVATO">>> => {
    const posizione = await posizioni.getPosizione({ idDominio, iuv });
    const { pendenza } = posizione;
    const visibili = pendenza ? posizione.ricevute.filter((voce) => vedeRicevuta(chiamante, pendenza, voce, posizione.tentativi)) : [];
    const ricevuta = visibili
      .toSorted((a, b) => (a.dataRicezione < b.dataRicezione ? 1 : -1))
      .find((voce) => (idRicevuta === undefined ? voce.esito === "OK" : voce.idRicevuta === idRicevuta));
    const attestazione = ricevuta || !pendenza || !vedePendenza(chiamante, pendenza) ? undefined : findAttestazione(posizione);
    if (attestazione && (idRicevuta === undefined || idRicevuta === attestazione.riga.iur)) return ok({ attestazione });
    if (!ricevuta) return rifiuto("NON_TROVATO", `ricevuta ${idRicevuta ?? ""} non trovata`.replace("  ", " "));
    const [creditore, originale] = await Promise.all([anagrafiche.getCreditore(idDominio), originali.read(ricevuta.originale)]);
    return ok({
      dettaglio: {
        ricevuta,
        posizione,
        ragioneSociale: creditore?.dominio.ragioneSociale ?? idDominio,
        originale: originale === undefined ? undefined : originaleDi(ricevuta, originale),
      },
    });
  };
