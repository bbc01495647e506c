/**
 * FdR-1 behind the port of the flows: the list covers the last 30 days with the last emission of each flow; the document comes whole, so pages
 * are cut here and the last document is kept between one page and the next (pagopa.md 5.2).
 */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { pspStorico, revisioneStorica } from "../../domain/rendicontazioni/revisione-storica.ts";
import { parseIstante } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { ConnettoreFdr, ErroreFdr, Fdr, FlussoPubblicato } from "../../ports/fdr.ts";
import type { MancataRispostaNodo, PuntoNodo } from "../../ports/nodo-storico.ts";
import type { ChiaveFlusso } from "../../ports/rendicontazioni.ts";
import type { ClientSoap } from "./client-soap.ts";
import { keepOriginale } from "./flussi-originali.ts";
import { type FlussoLetto, readFlussoRiversamento, readPaginaFlusso } from "./flusso-riversamento.ts";
import { fromBase64, stazioneDi } from "./nodo-storico.ts";
import { readRisposta, schemi } from "./risposte.ts";

const TEMPO_ELENCO = 30_000;
const TEMPO_FLUSSO = 60_000;
/** Of base64: 24 MB of document, about 60,000 rows. Larger flows are not served by SOAP. */
const MASSIMO_FLUSSO_BYTE = 32 * 1024 * 1024;
const DURATA_RICORDO_MILLISECONDI = 10 * 60_000;

const CAUSE: Readonly<Record<string, ErroreFdr["causa"]>> = {
  PPT_ID_FLUSSO_SCONOSCIUTO: "non-trovato",
  PPT_SUPERAMENTOSOGLIA: "troppe-richieste",
  PPT_SYSTEM_ERROR: "irraggiungibile",
};

const toErroreFdr = (errore: MancataRispostaNodo): ErroreFdr => {
  const { dettaglio } = errore;
  switch (errore.causa) {
    case "irraggiungibile":
      return { causa: errore.status === 429 ? "troppe-richieste" : "irraggiungibile", dettaglio };
    case "fault":
      return { causa: CAUSE[errore.faults[0]?.faultCode ?? ""] ?? "rifiutato", dettaglio };
    case "illeggibile":
      // A page of a proxy rather than a flow: the next attempt may find it.
      return { causa: "irraggiungibile", dettaglio };
  }
};

const puntoDi = ({ stazione, ...connettore }: ConnettoreFdr): PuntoNodo => {
  if (!stazione) throw new Error("il connettore non è di FdR-1: manca la stazione");
  return { ...stazione, connettore };
};

const datiPagoPADi = ({ idIntermediario, idStazione }: PuntoNodo, flusso?: ChiaveFlusso) => ({
  idIntermediario,
  idStazione,
  ...(flusso && { idFlusso: flusso.idFlusso }),
});

interface Ricordo {
  readonly chiave: string;
  readonly byte: Uint8Array;
  readonly scade: number;
}

/** @param documenti where documents are kept as they came, for who reads them; without, only lists are asked. */
export const createFdrStorico = (client: ClientSoap, clock: Clock, documenti?: Pick<Documenti, "put">): Fdr => {
  let ricordo: Ricordo | undefined;

  const download = async (punto: PuntoNodo, flusso: ChiaveFlusso): Promise<Esito<Uint8Array, ErroreFdr>> => {
    const chiave = [punto.idStazione, flusso.idDominio, flusso.idFlusso, flusso.revisione].join("\u0000");
    const adesso = Date.parse(clock.now());
    if (ricordo?.chiave === chiave && ricordo.scade > adesso) return ok(ricordo.byte);
    ricordo = undefined;
    const risposta = await client({
      connettore: punto.connettore,
      operazione: "nodoChiediFlussoRendicontazione",
      corpo: { ...stazioneDi(punto), identificativoDominio: flusso.idDominio, identificativoFlusso: flusso.idFlusso },
      evento: { idDominio: flusso.idDominio, datiPagoPA: datiPagoPADi(punto, flusso) },
      timeoutMillisecondi: TEMPO_FLUSSO,
      massimoByte: MASSIMO_FLUSSO_BYTE,
      estrai: "xmlRendicontazione",
    });
    const letta = readRisposta(risposta, schemi.nodoChiediFlussoRendicontazione, () => ok(undefined));
    if (!letta.ok) return ko(toErroreFdr(letta.errore));
    const byte = risposta.ok && risposta.valore.estratto !== undefined ? fromBase64(risposta.valore.estratto) : undefined;
    if (!byte) return ko({ causa: "illeggibile", dettaglio: "xmlRendicontazione: assente o base64 non valido" });
    ricordo = { chiave, byte, scade: adesso + DURATA_RICORDO_MILLISECONDI };
    return ok(byte);
  };

  const read = async <L extends FlussoLetto>(
    connettore: ConnettoreFdr,
    flusso: ChiaveFlusso,
    leggi: (byte: Uint8Array) => Esito<L>,
  ): Promise<Esito<L & { readonly byte: Uint8Array }, ErroreFdr>> => {
    const byte = await download(puntoDi(connettore), flusso);
    if (!byte.ok) return byte;
    const letto = leggi(byte.valore);
    if (!letto.ok) return ko({ causa: "illeggibile", dettaglio: letto.errore });
    const { dataFlusso } = letto.valore.testata;
    // The Node gives the last emission only: an earlier one that was still to be read is no longer there.
    if (revisioneStorica(dataFlusso) !== flusso.revisione)
      return ko({ causa: "illeggibile", dettaglio: `pagoPA rende l'emissione del ${dataFlusso}: quella chiesta è stata sostituita` });
    return ok({ ...letto.valore, byte: byte.valore });
  };

  return {
    findPubblicati: async (connettore, idDominio) => {
      const punto = puntoDi(connettore);
      const risposta = await client({
        connettore: punto.connettore,
        operazione: "nodoChiediElencoFlussiRendicontazione",
        corpo: { ...stazioneDi(punto), identificativoDominio: idDominio },
        evento: { idDominio, datiPagoPA: datiPagoPADi(punto) },
        timeoutMillisecondi: TEMPO_ELENCO,
      });
      const letta = readRisposta(risposta, schemi.nodoChiediElencoFlussiRendicontazione, ({ elencoFlussiRendicontazione }) =>
        toFlussi(idDominio, elencoFlussiRendicontazione?.idRendicontazione ?? []),
      );
      return letta.ok ? ok({ flussi: letta.valore, pagineTotali: 1 }) : ko(toErroreFdr(letta.errore));
    },
    getTestata: async (connettore, flusso) => {
      const letto = await read(connettore, flusso, (byte) => readFlussoRiversamento(byte, 0, 0));
      if (!letto.ok) return letto;
      const { testata, byte } = letto.valore;
      return ok(documenti ? { ...testata, originale: await keepOriginale(documenti, flusso, byte) } : testata);
    },
    getPagamenti: async (connettore, flusso, pagina) => {
      const letto = await read(connettore, flusso, (byte) => readPaginaFlusso(byte, pagina));
      if (!letto.ok) return letto;
      const { righe, pagineTotali } = letto.valore;
      if (pagina >= pagineTotali) ricordo = undefined;
      return ok({ righe, pagineTotali });
    },
  };
};

interface Voce {
  readonly identificativoFlusso: string;
  readonly dataOraFlusso: string;
}

/** totRestituiti does not always match the rows: they are what counts. */
const toFlussi = (idDominio: string, voci: readonly Voce[]): Esito<FlussoPubblicato[]> => {
  const flussi: FlussoPubblicato[] = [];
  for (const { identificativoFlusso, dataOraFlusso } of voci) {
    const idFlusso = identificativoFlusso.trim();
    const istante = parseIstante(dataOraFlusso.trim());
    if (!/^[a-zA-Z0-9\-_]{1,35}$/.test(idFlusso)) return ko(`identificativoFlusso ${idFlusso.slice(0, 40)} non valido`);
    if (!istante.ok) return ko(`flusso ${idFlusso}: dataOraFlusso non valida`);
    const dataFlusso = `${istante.valore.slice(0, 19)}.000Z`;
    flussi.push({
      idDominio,
      idFlusso,
      idPsp: pspStorico(idFlusso),
      revisione: revisioneStorica(dataFlusso),
      // Nobody says when it was published: it was not before it was emitted.
      dataPubblicazione: dataFlusso,
      dataFlusso,
    });
  }
  return ok(flussi);
};

/** Each connector by its own protocol. */
export const createFdrPerProtocollo = (attuale: Fdr, storico: Fdr): Fdr => {
  const di = (connettore: ConnettoreFdr): Fdr => (connettore.stazione ? storico : attuale);
  return {
    findPubblicati: (connettore, ...altro) => di(connettore).findPubblicati(connettore, ...altro),
    getTestata: (connettore, flusso) => di(connettore).getTestata(connettore, flusso),
    getPagamenti: (connettore, flusso, pagina) => di(connettore).getPagamenti(connettore, flusso, pagina),
  };
};
