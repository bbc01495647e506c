/**
 * The creditor's own system: what it is told by the API EC v1 and by the callbacks of a connector (payments, messages, flows, files, summaries of anomalies), each as it came, and how many
 * times.
 */
import type { Ricezione } from "../callback/ricezione.ts";
import { json, type Richiesta, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { isAutorizzata, NON_AUTORIZZATO } from "./autorizzazione.ts";

export interface ChiamataRicevuta {
  readonly operazione: string;
  readonly idDominio: string;
  /** What the address names after the creditor. */
  readonly riferimento: string;
  readonly parametri: Readonly<Record<string, string>>;
  readonly ricevutaIl: string;
  /** How many times it arrived. */
  readonly volte: number;
  readonly tipo: string;
  readonly corpo: string;
}

/** Version 1 says the same address twice, of the start and of the receipt: they differ in the body. */
const SERVIZI = {
  pagamenti: "/sandbox/ente/v1/pagamenti/{idDominio}/{iuv}",
  annulli: "/sandbox/ente/v1/pagamenti/{idDominio}/{iuv}/{ccp}/annulla",
  rpp: "/sandbox/ente/rpp/{idDominio}/{iuv}/{ccp}",
  sintesi: "/sandbox/ente/rpp/{idDominio}/{id}",
  flussi: "/sandbox/ente/flussiRendicontazione/{idDominio}/{id}",
  tracciati: "/sandbox/ente/tracciatiContabili/{idDominio}/{id}",
  riepiloghi: "/sandbox/ente/riepiloghi",
} as const;

const faseDi = (operazione: string, corpo: string): string =>
  operazione === "pagamenti" ? (/"rt"\s*:/.test(corpo) ? "ricevuta" : "attivazione") : "";

/** The summary of a queue of anomalies has its name in the body; the others in the address. */
const nomiDi = (operazione: string, parametri: Readonly<Record<string, string>>, corpo: string): Readonly<Record<string, string>> => {
  if (operazione !== "riepiloghi") return parametri;
  try {
    const { idDominio = "", coda = "", id = "" } = Object(JSON.parse(corpo));
    return { idDominio: String(idDominio), coda: String(coda), id: String(id) };
  } catch {
    throw new Rifiuto(400, "Il corpo non è JSON valido.");
  }
};

export const rotteCallback = (contesto: Contesto, annota: Ricezione["receive"]): Rotta[] => {
  const chiamate = contesto.archivio.raccolta<ChiamataRicevuta>("chiamateEnte");

  const receive = (operazione: string) => async (richiesta: Richiesta) => {
    if (!isAutorizzata(richiesta)) return NON_AUTORIZZATO;
    const corpo = await richiesta.testo();
    const { idDominio = "", ...resto } = nomiDi(operazione, richiesta.parametri, corpo);
    const riferimento = Object.values(resto).join("/");
    const chiave = [operazione, idDominio, riferimento, faseDi(operazione, corpo)].join("|");
    const nota: ChiamataRicevuta = {
      ...{ operazione, idDominio, riferimento, parametri: Object.fromEntries(richiesta.url.searchParams), corpo },
      ...{ ricevutaIl: contesto.istante(), volte: (chiamate.get(chiave)?.volte ?? 0) + 1 },
      tipo: richiesta.req.headers["content-type"] ?? "",
    };
    chiamate.put(chiave, nota, { gruppo: idDominio, ordine: nota.ricevutaIl });
    return json(201, { idDominio, riferimento });
  };

  const rifiuto = json(500, { categoria: "INTERNO", codice: "500000", descrizione: "Rifiuto chiesto alla sandbox" });
  return [
    ...Object.entries(SERVIZI).map(([operazione, percorso]) =>
      rotta("POST", percorso, annota(operazione, conServizio(contesto, { parte: "ente", operazione, rifiuto }, receive(operazione)))),
    ),
    rotta("GET", "/sandbox/ente/chiamate", (richiesta) => {
      const elenco = chiamate.list(richiesta.url.searchParams.get("idDominio") ?? undefined);
      return json(200, { numRisultati: elenco.length, risultati: elenco });
    }),
  ];
};
