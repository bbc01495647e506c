/** The creditor's own system: the settlement rows that it is told of (API EC v2), each of which may come more than once. */
import type { Ricezione } from "../callback/ricezione.ts";
import { json, type Richiesta, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { isAutorizzata, NON_AUTORIZZATO } from "./autorizzazione.ts";

export interface RendicontazioneNotificata {
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly iuv: string;
  readonly ricevutaIl: string;
  /** How many times it arrived. */
  readonly volte: number;
  readonly rendicontazione: Readonly<Record<string, unknown>>;
}

const OBBLIGATORI = [
  ...["idDominio", "iuv", "iur", "indice", "importo", "esito", "data"],
  ...["idFlusso", "dataFlusso", "trn", "dataRegolamento", "idPsp"],
] as const;

const readRiga = async (richiesta: Richiesta): Promise<Readonly<Record<string, unknown>>> => {
  let riga: Readonly<Record<string, unknown>>;
  try {
    riga = Object(JSON.parse(await richiesta.testo()));
  } catch {
    throw new Rifiuto(400, "Il corpo non è JSON valido.");
  }
  const mancante = OBBLIGATORI.find((campo) => riga[campo] === undefined);
  if (mancante !== undefined) throw new Rifiuto(400, `Manca ${mancante}.`);
  return riga;
};

export const rotteRendicontazioni = (contesto: Contesto, receive: Ricezione["receive"]): Rotta[] => {
  const righe = contesto.archivio.raccolta<RendicontazioneNotificata>("rendicontazioniEnte");

  const post = async (richiesta: Richiesta) => {
    if (!isAutorizzata(richiesta)) return NON_AUTORIZZATO;
    const rendicontazione = await readRiga(richiesta);
    const [idDominio, idFlusso, iuv] = ["idDominio", "idFlusso", "iuv"].map((campo) => String(rendicontazione[campo]));
    const chiave = [idDominio, idFlusso, rendicontazione["revisione"], iuv, rendicontazione["iur"], rendicontazione["indice"]].join("/");
    const volte = (righe.get(chiave)?.volte ?? 0) + 1;
    const nota = {
      idDominio: idDominio ?? "",
      idFlusso: idFlusso ?? "",
      iuv: iuv ?? "",
      ricevutaIl: contesto.istante(),
      volte,
      rendicontazione,
    };
    righe.put(chiave, nota, { gruppo: nota.idDominio, ordine: nota.ricevutaIl });
    return json(201, { idDominio, idFlusso, iuv });
  };

  const rifiuto = json(500, { categoria: "INTERNO", codice: "500000", descrizione: "Rifiuto chiesto alla sandbox" });
  return [
    rotta(
      "POST",
      "/sandbox/ente/rendicontazioni",
      receive("rendicontazioni", conServizio(contesto, { parte: "ente", operazione: "rendicontazioni", rifiuto }, post)),
    ),
    rotta("GET", "/sandbox/ente/rendicontazioni", (richiesta) => {
      const elenco = righe.list(richiesta.url.searchParams.get("idDominio") ?? undefined);
      return json(200, { numRisultati: elenco.length, risultati: elenco });
    }),
  ];
};
