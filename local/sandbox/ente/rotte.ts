/** The creditor's own system, seen from the gateway: the EC API that receives the receipts (PUT, idempotent) and answers the verifications. */
import type { Ricezione } from "../callback/ricezione.ts";
import { json, type Richiesta, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { isAutorizzata, NON_AUTORIZZATO } from "./autorizzazione.ts";
import { rotteCallback } from "./callback.ts";
import { rotteRendicontazioni } from "./rendicontazioni.ts";
import { rotteVerifiche } from "./verifiche.ts";

export interface RicevutaNotificata {
  readonly idDominio: string;
  readonly iuv: string;
  readonly idRicevuta: string;
  readonly ricevutaIl: string;
  /** How many times it arrived. */
  readonly volte: number;
  readonly ricevuta: unknown;
}

export const rotteEnte = (contesto: Contesto, { receive }: Ricezione): Rotta[] => {
  const ricevute = contesto.archivio.raccolta<RicevutaNotificata>("ricevuteEnte");

  const put = async (richiesta: Richiesta) => {
    if (!isAutorizzata(richiesta)) return NON_AUTORIZZATO;
    const { idDominio = "", iuv = "", idRicevuta = "" } = richiesta.parametri;
    let ricevuta: unknown;
    try {
      ricevuta = JSON.parse(await richiesta.testo());
    } catch {
      throw new Rifiuto(400, "Il corpo non è JSON valido.");
    }
    const chiave = `${idDominio}/${iuv}/${idRicevuta}`;
    const volte = (ricevute.get(chiave)?.volte ?? 0) + 1;
    ricevute.put(
      chiave,
      { idDominio, iuv, idRicevuta, ricevutaIl: contesto.istante(), volte, ricevuta },
      { gruppo: idDominio, ordine: contesto.istante() },
    );
    return json(201, { idDominio, iuv, idRicevuta });
  };

  const rifiuto = json(500, { categoria: "INTERNO", codice: "500000", descrizione: "Rifiuto chiesto alla sandbox" });
  return [
    ...rotteVerifiche(contesto),
    ...rotteRendicontazioni(contesto, receive),
    ...rotteCallback(contesto, receive),
    rotta(
      "PUT",
      "/sandbox/ente/ricevute/{idDominio}/{iuv}/{idRicevuta}",
      receive("ricevute", conServizio(contesto, { parte: "ente", operazione: "ricevute", rifiuto }, put)),
    ),
    rotta("GET", "/sandbox/ente/ricevute", (richiesta) => {
      const elenco = ricevute.list(richiesta.url.searchParams.get("idDominio") ?? undefined);
      return json(200, { numRisultati: elenco.length, risultati: elenco });
    }),
  ];
};
