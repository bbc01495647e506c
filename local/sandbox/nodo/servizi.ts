/** Requests of the service catalogue as a PSP would write them (catalogo-servizi), and what the Node asks a creditor beside a notice: a new one, or its options. */
import { type Esito, ko, ok } from "../../../shared/domain/esito.ts";
import { attendi } from "../comune/guasti.ts";
import type { Scambio } from "../comune/scambi.ts";
import { blocco, figlio, tag, testoDi } from "../comune/xml.ts";
import type { Contesto } from "../contesto.ts";
import { basic, NODO } from "../credenziali.ts";
import { bustaSpontaneo } from "./buste.ts";
import { destinatario, findEnte } from "./censimento.ts";
import { faultDi, sendBusta } from "./client.ts";
import type { Configurazione } from "./configurazione.ts";
import type { Fault, Verifica } from "./modello.ts";
import { readVerifica, rispostaErrata } from "./risposte.ts";

type Campi = Readonly<Record<string, string | undefined>>;

const persona = (nome: "Pagatore" | "Intestatario", campi: Campi): string =>
  blocco(
    nome.toLowerCase(),
    tag(`codiceFiscale${nome}`, campi[`codiceFiscale${nome}`]),
    tag(`denominazione${nome}`, campi[`denominazione${nome}`]),
  );

interface Documento {
  readonly radice: string;
  readonly ns: string;
  readonly scrivi: (campi: Campi) => string;
}

/** By the name of the schema file. */
const DOCUMENTI: Readonly<Record<string, Documento>> = {
  TassaAutomobilistica_1_1_0: {
    radice: "tassaAuto",
    ns: "TassaAuto",
    scrivi: (c) => blocco("veicoloConTarga", tag("tipoVeicoloTarga", c.tipoVeicoloTarga ?? "1"), tag("veicoloTarga", c.veicoloTarga)),
  },
  A001_Passaporto_1_0_0: {
    radice: "pagamentoPratica",
    ns: "pagamentoPratica",
    scrivi: (c) => tag("codicePratica", "A001") + persona("Pagatore", c) + persona("Intestatario", c),
  },
  D847_Pesca_1_0_0: {
    radice: "praticaPagamentoCanoni",
    ns: "praticaPagamentoCanoni",
    scrivi: (c) => tag("codicePratica", "D847") + persona("Pagatore", c) + persona("Intestatario", c) + blocco("note", tag("note", c.note)),
  },
  Cup_1_0_0: {
    radice: "pagamentoCup",
    ns: "Cup",
    scrivi: (c) =>
      ["organizationFiscalCode", "istatCode", "catastaleCode", "companyName", "debtorFiscalCode", "debtorFullName", "debtorEmail", "amount"]
        .map((campo) => tag(campo, c[campo]))
        .join(""),
  },
  Cie_1_0_0: {
    radice: "pagamentoCIE",
    ns: "pagamentoCIE",
    scrivi: (c) =>
      tag("codiceCausale", c.codiceCausale ?? "1") + tag("codiceFiscaleComune", c.codiceFiscaleComune) + persona("Intestatario", c),
  },
};

export const SCHEMI = Object.keys(DOCUMENTI);

/** Elements are all qualified: by a default namespace. Undefined for a schema out of the catalogue. */
export const scriviRichiesta = (schema: string, campi: Campi): string | undefined => {
  const documento = DOCUMENTI[schema];
  if (documento === undefined) return undefined;
  const { radice, ns, scrivi } = documento;
  return `<?xml version="1.0" encoding="UTF-8"?><${radice} xmlns="http://PuntoAccessoPSP.spcoop.gov.it/${ns}">${scrivi(campi)}</${radice}>`;
};

export interface RichiestaServizio {
  readonly idDominio: string;
  readonly idPsp: string;
  readonly idServizio: string;
  readonly idSoggettoServizio: string;
  /** The XML of the service. */
  readonly dati: string;
}

export interface AvvisoSpontaneo extends Verifica {
  readonly numeroAvviso: string;
}

const NESSUN_AVVISO = "0".repeat(18);

/** paDemandPaymentNotice through the Node: its own checks, the creditor, and what it answered. */
export const demandAvviso = async (
  contesto: Contesto,
  configurazione: Configurazione,
  richiesta: RichiestaServizio,
  scambi: Scambio[],
): Promise<Esito<AvvisoSpontaneo, Fault>> => {
  const { idDominio, idPsp, idServizio, idSoggettoServizio, dati } = richiesta;
  const ente = await findEnte(configurazione, { idDominio, idPsp, numeroAvviso: NESSUN_AVVISO });
  if (!ente.ok) return ente;
  const busta = bustaSpontaneo(destinatario(ente.valore), idServizio, idSoggettoServizio, Buffer.from(dati).toString("base64"));
  const esito = await sendBusta(contesto, "paDemandPaymentNotice", busta, scambi);
  if (esito.tipo !== "OK") return ko(faultDi(esito));
  const letta = readVerifica(esito.corpo);
  if (!letta.ok) return ko(rispostaErrata(letta.errore));
  const numeroAvviso = testoDi(figlio(esito.corpo, "qrCode"), "noticeNumber");
  return numeroAvviso === undefined ? ko(rispostaErrata("manca qrCode")) : ok({ ...letta.valore, numeroAvviso });
};

const OPERAZIONE = "paVerifyPaymentOptions";
const ATTESA_MS = 7_000;

export interface RispostaOpzioni {
  /** 0 when no answer came. */
  readonly stato: number;
  readonly corpo: unknown;
}

/** The platform asks for the options of a notice: by GET, as it does, or by POST, as its contract says. */
export const askOpzioni = async (
  contesto: Contesto,
  idDominio: string,
  numeroAvviso: string,
  metodo: "GET" | "POST",
  scambi: Scambio[],
): Promise<RispostaOpzioni> => {
  const indirizzo = `/pagopa/payment-options/organizations/${encodeURIComponent(idDominio)}/notices/${encodeURIComponent(numeroAvviso)}`;
  const inizio = performance.now();
  const guasto = contesto.guasti.take("nodo", OPERAZIONE);
  if (guasto?.tipo === "ritardo") await attendi(guasto.millisecondi);
  let [stato, testo] = [0, ""];
  try {
    if (guasto === undefined || guasto.tipo === "ritardo") {
      const risposta = await fetch(`${contesto.macchina.baseUrl}${indirizzo}`, {
        method: metodo,
        headers: { authorization: basic(NODO), accept: "application/json" },
        signal: AbortSignal.timeout(ATTESA_MS),
      });
      [stato, testo] = [risposta.status, await risposta.text()];
    }
  } catch {
    stato = 0;
  }
  const scambio: Scambio = {
    ...{ parte: "nodo", operazione: OPERAZIONE, indirizzo, richiesta: `${metodo} ${indirizzo}`, risposta: testo, statoHttp: stato },
    millisecondi: Math.round((performance.now() - inizio) * 10) / 10,
    ...(stato === 0 ? { errore: "ODP_STAZIONE_INT_PA_IRRAGGIUNGIBILE" } : {}),
    istante: contesto.istante(),
  };
  scambi.push(scambio);
  contesto.scambi.add(scambio);
  try {
    return { stato, corpo: testo === "" ? undefined : JSON.parse(testo) };
  } catch {
    return { stato: 0, corpo: undefined };
  }
};
