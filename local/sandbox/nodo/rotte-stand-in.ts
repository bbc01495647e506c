/** HTTP of the stand-in and of payments made at stations that are not ours: what brings receipts that nobody here has asked for. */
import { randomBytes } from "node:crypto";
import * as z from "zod";
import { addGiorni, giornoDi } from "../comune/date.ts";
import { json, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { parseImporto, sum } from "../comune/importi.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { PSP } from "../psp/psp.ts";
import { hasStazione } from "./censimento.ts";
import type { DatiPagamento } from "./modello.ts";
import type { Nodo } from "./nodo.ts";

const idDominio = z.string().regex(/^\d{11}$/, "attese 11 cifre");
const numeroAvviso = z.string().regex(/^\d{18}$/, "attese 18 cifre");
const importo = z.union([z.number(), z.string()]).transform((valore, contesto) => {
  const centesimi = parseImporto(typeof valore === "number" ? String(valore) : valore);
  if (centesimi !== undefined && centesimi > 0n) return centesimi;
  contesto.addIssue({ code: "custom", message: "atteso un importo in euro maggiore di zero con al più due decimali" });
  return z.NEVER;
});

const Commutazione = z.strictObject({ idDominio, attivo: z.boolean().default(false) });
const Sonda = z.strictObject({ idDominio });
const Trasferimento = z.strictObject({ idDominio, importo, iban: z.string().max(35).default("IT60X0542811101000000123456") });
const Posizione = z.strictObject({
  idDominio,
  numeroAvviso,
  causale: z.string().min(1).max(140).default("Pagamento"),
  ragioneSociale: z.string().min(1).max(140).optional(),
  identificativoDebitore: z.string().min(2).max(16).default("RSSMRA85T10A562S"),
  trasferimenti: z.array(Trasferimento).min(1).max(5),
  psp: z.string().max(35).default(PSP[0].id),
});
type Posizione = z.output<typeof Posizione>;

/** IUV of a notice number: auxDigit 0 and its application code are not part of it (section 4.1). */
const iuvDi = (avviso: string): string => avviso.slice(avviso.startsWith("0") ? 3 : 1);

const toDati = (contesto: Contesto, { causale, ragioneSociale, ...posizione }: Posizione): DatiPagamento => {
  const iuv = iuvDi(posizione.numeroAvviso);
  return {
    iuv,
    importo: sum(posizione.trasferimenti.map((voce) => voce.importo)),
    dataScadenza: addGiorni(giornoDi(contesto.ora()), 30),
    causale,
    ...(ragioneSociale === undefined ? {} : { ragioneSociale }),
    debitore: { tipo: "F", identificativo: posizione.identificativoDebitore, anagrafica: "Mario Rossi" },
    trasferimenti: posizione.trasferimenti.map((voce, indice) => ({
      ...voce,
      idTransfer: indice + 1,
      causale: `/RFB/${iuv}`,
      categoria: "9/0101101IM/",
    })),
  };
};

const stazioneDi = async (nodo: Nodo, dominio: string): Promise<string> => {
  const ente = await nodo.configurazione.find(dominio);
  if (ente === undefined || !hasStazione(ente)) throw new Rifiuto(404, `idDominio: ${dominio} non ha una stazione.`);
  return ente.idStazione;
};

const mostra = (nodo: Nodo): object => ({
  stazioni: nodo.standIn.list(),
  ricevuteTrattenute: nodo.consegne.list().filter(({ stato }) => stato === "TRATTENUTA").length,
});

export const rotteStandIn = (contesto: Contesto, nodo: Nodo): Rotta[] => [
  rotta("GET", "/sandbox/nodo/stand-in", () => json(200, mostra(nodo))),
  rotta("POST", "/sandbox/nodo/stand-in", async (richiesta) => {
    const { idDominio: dominio, attivo } = await richiesta.json(Commutazione);
    const idStazione = await stazioneDi(nodo, dominio);
    nodo.standIn.set(idStazione, attivo);
    const scambi: Scambio[] = [];
    if (!attivo) await nodo.consegne.release(idStazione, scambi);
    return json(200, { ...mostra(nodo), consegnate: scambi.length });
  }),
  rotta("POST", "/sandbox/nodo/stand-in/posizioni", async (richiesta) => {
    const posizione = await richiesta.json(Posizione);
    nodo.standIn.put(posizione.idDominio, posizione.numeroAvviso, toDati(contesto, posizione));
    return json(201, { idDominio: posizione.idDominio, numeroAvviso: posizione.numeroAvviso });
  }),
  rotta("POST", "/sandbox/nodo/stand-in/sonda", async (richiesta) => {
    const { idDominio: dominio } = await richiesta.json(Sonda);
    const idStazione = await stazioneDi(nodo, dominio);
    const scambi: Scambio[] = [];
    const sana = await nodo.probe(dominio, scambi);
    if (sana) {
      nodo.standIn.set(idStazione, false);
      await nodo.consegne.release(idStazione, scambi);
    }
    const [{ millisecondi } = { millisecondi: 0 }] = scambi;
    return json(200, { esito: sana ? "OK" : "KO", millisecondi, ...mostra(nodo), consegnate: scambi.length - 1 });
  }),
  rotta("POST", "/sandbox/nodo/pagamenti-altrove", async (richiesta) => {
    const posizione = await richiesta.json(Posizione);
    const scambi: Scambio[] = [];
    const token = randomBytes(16).toString("hex");
    const consegne = await nodo.broadcast(
      {
        token,
        idDominio: posizione.idDominio,
        numeroAvviso: posizione.numeroAvviso,
        idPsp: posizione.psp,
        stato: "PAGATO",
        versione: 2,
        scadeIl: contesto.ora(),
        dati: toDati(contesto, posizione),
      },
      scambi,
    );
    return json(200, {
      receiptId: token,
      iuv: iuvDi(posizione.numeroAvviso),
      consegne: consegne.map(({ idPA, operazione, stato, esito, faultCode }) => ({ idPA, operazione, stato, esito, faultCode })),
    });
  }),
];
