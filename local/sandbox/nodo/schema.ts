/**
 * The Node's own reading of the paForNode schema: an answer that breaks it gives the PSP PPT_STAZIONE_INT_PA_ERRORE_RESPONSE. Written as
 * data, so that it can be compared line by line with the specification, and apart from anything the gateway uses to write its answers.
 */

import { isGiorno } from "../comune/date.ts";
import type { Nodo } from "../comune/xml.ts";

type Semplice = (testo: string) => boolean;
type Contenuto = Semplice | readonly Voce[];
/** One place of a sequence: a choice among names (usually of one). */
interface Voce {
  readonly scelte: Readonly<Record<string, Contenuto>>;
  readonly min: number;
  readonly max: number;
}

const uno = (nome: string, contenuto: Contenuto): Voce => ({ scelte: { [nome]: contenuto }, min: 1, max: 1 });
const forse = (nome: string, contenuto: Contenuto): Voce => ({ scelte: { [nome]: contenuto }, min: 0, max: 1 });
const molti = (nome: string, contenuto: Contenuto, max: number): Voce => ({ scelte: { [nome]: contenuto }, min: 1, max });
const scelta = (scelte: Readonly<Record<string, Contenuto>>): Voce => ({ scelte, min: 1, max: 1 });

const testo =
  (massimo: number): Semplice =>
  (valore) =>
    valore.length >= 1 && [...valore].length <= massimo;
const forma =
  (regola: RegExp): Semplice =>
  (valore) =>
    regola.test(valore.trim());
const qualunque: Semplice = () => true;
const importo: Semplice = (valore) => /^\d+\.\d{2}$/.test(valore.trim()) && Number(valore) >= 0.01 && Number(valore) <= 999_999_999.99;
// xsd:date allows an offset; the platform's own examples carry one.
const data: Semplice = (valore) => /^\d{4}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?$/.test(valore.trim()) && isGiorno(valore.trim().slice(0, 10));
const dataOra: Semplice = (valore) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(valore.trim());
const booleano = forma(/^(true|false|1|0)$/);
const dominio: Semplice = (valore) => /^\d{11}$/.test(valore);
const email: Semplice = (valore) => valore.length <= 256 && /^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$/.test(valore);

const fault: readonly Voce[] = [
  uno("faultCode", testo(1000)),
  uno("faultString", qualunque),
  uno("id", qualunque),
  forse("description", qualunque),
  forse("serial", forma(/^-?\d+$/)),
  forse("originalFaultCode", qualunque),
  forse("originalFaultString", qualunque),
  forse("originalDescription", qualunque),
];
const esito: readonly Voce[] = [uno("outcome", forma(/^(OK|KO)$/)), forse("fault", fault)];

const metadata: readonly Voce[] = [molti("mapEntry", [uno("key", testo(140)), uno("value", testo(140))], 15)];

const soggetto: readonly Voce[] = [
  uno("uniqueIdentifier", [
    uno("entityUniqueIdentifierType", forma(/^[FG]$/)),
    uno("entityUniqueIdentifierValue", (valore) => valore.length >= 2 && valore.length <= 16),
  ]),
  uno("fullName", testo(70)),
  forse("streetName", testo(70)),
  forse("civicNumber", testo(16)),
  forse("postalCode", testo(16)),
  forse("city", testo(35)),
  forse("stateProvinceRegion", testo(35)),
  forse("country", (valore) => /^[A-Z]{2}$/.test(valore)),
  forse("e-mail", email),
];

const trasferimento = (versione: 1 | 2): readonly Voce[] => [
  uno("idTransfer", forma(/^[1-5]$/)),
  uno("transferAmount", importo),
  uno("fiscalCodePA", dominio),
  ...(versione === 2 ? [forse("companyName", testo(140))] : []),
  versione === 1
    ? uno("IBAN", testo(35))
    : scelta({
        IBAN: testo(35),
        richiestaMarcaDaBollo: [
          uno("hashDocumento", (valore) => valore.length >= 4 && valore.length <= 72),
          uno("tipoBollo", forma(/^01$/)),
          uno("provinciaResidenza", (valore) => /^[A-Z]{2}$/.test(valore)),
        ],
      }),
  uno("remittanceInformation", testo(140)),
  uno("transferCategory", testo(140)),
  forse("metadata", metadata),
];

const pagamento = (versione: 1 | 2): readonly Voce[] => [
  uno("creditorReferenceId", testo(35)),
  uno("paymentAmount", importo),
  uno("dueDate", data),
  forse("retentionDate", dataOra),
  forse("lastPayment", booleano),
  uno("description", testo(140)),
  versione === 2 ? uno("companyName", testo(140)) : forse("companyName", testo(140)),
  forse("officeName", testo(140)),
  uno("debtor", soggetto),
  uno("transferList", [molti("transfer", trasferimento(versione), 5)]),
  forse("metadata", metadata),
];

const opzione: readonly Voce[] = [
  uno("amount", importo),
  uno("options", forma(/^(EQ|LS|GT|ANY)$/)),
  forse("dueDate", data),
  forse("detailDescription", testo(140)),
  uno("allCCP", booleano),
];

/** Content of each answer by its root element. */
export const RISPOSTE = {
  paVerifyPaymentNoticeRes: [
    ...esito,
    forse("paymentList", [uno("paymentOptionDescription", opzione)]),
    forse("paymentDescription", testo(140)),
    forse("fiscalCodePA", dominio),
    forse("companyName", testo(140)),
    forse("officeName", testo(140)),
  ],
  paDemandPaymentNoticeResponse: [
    ...esito,
    forse("qrCode", [uno("fiscalCode", dominio), uno("noticeNumber", (valore) => /^\d{18}$/.test(valore))]),
    forse("paymentList", [uno("paymentOptionDescription", opzione)]),
    forse("paymentDescription", testo(140)),
    forse("fiscalCodePA", dominio),
    forse("companyName", testo(140)),
    forse("officeName", testo(140)),
  ],
  paGetPaymentRes: [...esito, forse("data", pagamento(1))],
  paGetPaymentV2Response: [...esito, forse("data", pagamento(2))],
  paSendRTRes: esito,
  paSendRTV2Response: esito,
} as const satisfies Record<string, readonly Voce[]>;
export type RadiceRisposta = keyof typeof RISPOSTE;

/** The first difference between a node and its schema, as "percorso: problema"; undefined when there is none. */
export const difference = (nodo: Nodo, contenuto: Contenuto, percorso: string): string | undefined => {
  if (typeof contenuto === "function") {
    if (nodo.figli.length > 0) return `${percorso}: atteso un testo`;
    return contenuto(nodo.testo) ? undefined : `${percorso}: valore non ammesso "${nodo.testo.slice(0, 60)}"`;
  }
  if (nodo.testo.trim() !== "") return `${percorso}: testo inatteso`;
  let posto = 0;
  for (const voce of contenuto) {
    let trovati = 0;
    for (; trovati < voce.max; trovati += 1, posto += 1) {
      const figlio = nodo.figli[posto];
      const atteso = figlio?.ns === "" && Object.hasOwn(voce.scelte, figlio.nome) ? voce.scelte[figlio.nome] : undefined;
      if (figlio === undefined || atteso === undefined) break;
      const problema = difference(figlio, atteso, `${percorso}/${figlio.nome}`);
      if (problema !== undefined) return problema;
    }
    if (trovati < voce.min) return `${percorso}: manca ${Object.keys(voce.scelte).join(" o ")}`;
  }
  const inatteso = nodo.figli[posto];
  return inatteso === undefined ? undefined : `${percorso}: elemento inatteso ${inatteso.ns === "" ? "" : "qualificato "}${inatteso.nome}`;
};
