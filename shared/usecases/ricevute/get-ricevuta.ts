/** Detail of a receipt: what the Node delivered, the attempt it closed and the debt it paid, from one read of the payment code. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { originaleDi } from "../../domain/storico/rt-originale.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Originali } from "../../ports/originali.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly posizioni: Pick<Posizioni, "getPosizione" | "getPendenza">;
  readonly originali: Pick<Originali, "read">;
}

export interface DettaglioRicevuta {
  readonly ricevuta: Ricevuta;
  readonly posizione: Posizione;
  readonly ragioneSociale: string;
  /** The message as it came. */
  readonly originale: string | undefined;
}

export const getRicevuta =
  ({ anagrafiche, posizioni, originali }: Porte) =>
  async (
    { idDominio, iuv, idRicevuta }: { readonly idDominio: string; readonly iuv: string; readonly idRicevuta: string },
    chiamante: Chiamante,
  ): Promise<Esito<DettaglioRicevuta, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO">>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    const posizione = await posizioni.getPosizione({ idDominio, iuv });
    const ricevuta = posizione.ricevute.find((r) => r.idRicevuta === idRicevuta);
    if (!ricevuta) return rifiuto("NON_TROVATO", `ricevuta ${idRicevuta}`);
    const { idDominioTitolare } = ricevuta;
    // A copy for a secondary creditor is filed apart from the debt it pays.
    const [altrui, creditore, originale] = await Promise.all([
      idDominioTitolare === idDominio ? undefined : posizioni.getPendenza({ idDominio: idDominioTitolare, iuv }),
      anagrafiche.getCreditore(idDominio),
      originali.read(ricevuta.originale),
    ]);
    return ok({
      ricevuta,
      posizione: altrui ? { ...posizione, pendenza: altrui } : posizione,
      ragioneSociale: creditore?.dominio.ragioneSociale ?? idDominio,
      originale: originale === undefined ? undefined : originaleDi(ricevuta, originale),
    });
  };
