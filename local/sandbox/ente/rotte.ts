/** The creditor's own system, seen from the gateway: the EC API version 2 that receives the receipts (PUT, idempotent). */
import { timingSafeEqual } from "node:crypto";
import { json, type Richiesta, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { basic, ENTE } from "../credenziali.ts";

export interface RicevutaNotificata {
  readonly idDominio: string;
  readonly iuv: string;
  readonly idRicevuta: string;
  readonly ricevutaIl: string;
  /** How many times it arrived. */
  readonly volte: number;
  readonly ricevuta: unknown;
}

const isAutorizzata = (richiesta: Richiesta): boolean => {
  const attesa = Buffer.from(basic(ENTE));
  const data = Buffer.from(richiesta.req.headers.authorization ?? "");
  return data.length === attesa.length && timingSafeEqual(data, attesa);
};

export const rotteEnte = (contesto: Contesto): Rotta[] => {
  const ricevute = contesto.archivio.raccolta<RicevutaNotificata>("ricevuteEnte");

  const put = async (richiesta: Richiesta) => {
    if (!isAutorizzata(richiesta))
      return json(401, { categoria: "AUTORIZZAZIONE", codice: "401", descrizione: "Credenziali assenti o errate" });
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
    rotta(
      "PUT",
      "/sandbox/ente/ricevute/{idDominio}/{iuv}/{idRicevuta}",
      conServizio(contesto, { parte: "ente", operazione: "ricevute", rifiuto }, put),
    ),
    rotta("GET", "/sandbox/ente/ricevute", (richiesta) => {
      const elenco = ricevute.list(richiesta.url.searchParams.get("idDominio") ?? undefined);
      return json(200, { numRisultati: elenco.length, risultati: elenco });
    }),
  ];
};
