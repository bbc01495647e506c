/** HTTP of the PSP desk. Amounts are euro with at most two decimals, as a number or as text. */
import * as z from "zod";
import { readEmittenteBolli } from "../comune/firma.ts";
import { json, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { parseImporto } from "../comune/importi.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import type { Consegne } from "../nodo/consegne.ts";
import { runGiornata } from "./giornata.ts";
import { PSP } from "./psp.ts";
import type { Sportello } from "./sportello.ts";

const idDominio = z.string().regex(/^\d{11}$/, "attese 11 cifre");
const numeroAvviso = z.string().regex(/^\d{18}$/, "attese 18 cifre");
const importo = z
  .union([z.number(), z.string()])
  .transform((valore) => parseImporto(typeof valore === "number" ? String(valore) : valore))
  .refine((centesimi) => centesimi !== undefined && centesimi > 0n, "atteso un importo in euro maggiore di zero con al più due decimali");

const Avviso = z.strictObject({
  idDominio,
  numeroAvviso,
  psp: z.string().max(35).optional(),
  versione: z.union([z.literal(1), z.literal(2)]).optional(),
  forza: z.boolean().optional(),
});

const Pagamento = Avviso.extend({
  importo: importo.optional(),
  paymentNote: z.string().min(1).max(210).optional(),
  transferType: z.enum(["POSTAL", "PAGOPA"]).optional(),
  senzaVerifica: z.boolean().optional(),
  soloAttivazione: z.boolean().optional(),
  senzaRicevuta: z.boolean().optional(),
  ricevutaSmarrita: z.boolean().optional(),
});

const Giornata = z.strictObject({
  pagamenti: z
    .array(z.strictObject({ idDominio, numeroAvviso, psp: z.string().max(35).optional(), senzaRicevuta: z.boolean().optional() }))
    .min(1)
    .max(10_000),
  concorrenza: z.int().min(1).max(64).default(8),
});

const Esito = z.strictObject({ senzaRicevuta: z.boolean().default(false) });

/** Who issues the certificates with which the PSPs sign stamps: what a creditor asks of the revenue agency. */
export const rotteBolli = ({ archivio }: Contesto): Rotta[] => [
  rotta("GET", "/sandbox/psp/emittenti-bolli", () => json(200, { emittenti: [readEmittenteBolli(archivio)] })),
];

/** The receipts at the Node: where each delivery is, and the same receipt sent once more. */
export const rotteNodo = (consegne: Consegne): Rotta[] => [
  rotta("GET", "/sandbox/nodo/ricevute", () =>
    json(200, {
      ricevute: consegne.list().map(({ busta: _busta, prossimo, ...consegna }) => ({
        ...consegna,
        ...(consegna.stato === "IN_CORSO" ? { prossimoTentativo: new Date(prossimo).toISOString() } : {}),
      })),
    }),
  ),
  // What the help desk of pagoPA would send to a creditor that has lost it.
  rotta("GET", "/sandbox/nodo/ricevute/{receiptId}", (richiesta) => {
    const trovata = consegne.list().find(({ receiptId }) => receiptId === richiesta.parametri.receiptId);
    if (trovata === undefined) throw new Rifiuto(404, "Ricevuta sconosciuta.");
    return { stato: 200, tipo: "text/xml; charset=utf-8", corpo: trovata.busta };
  }),
  rotta("POST", "/sandbox/nodo/ricevute/{receiptId}/invia", async (richiesta) => {
    const scambi: Scambio[] = [];
    const inviate = await consegne.resend(richiesta.parametri.receiptId ?? "", scambi);
    if (inviate === undefined) throw new Rifiuto(404, "Ricevuta sconosciuta.");
    return json(200, { scambi: scambi.map(({ parte: _parte, indirizzo: _indirizzo, istante: _istante, ...scambio }) => scambio) });
  }),
];

export const rottePsp = (sportello: Sportello): Rotta[] => [
  rotta("GET", "/sandbox/psp", () =>
    json(200, {
      psp: PSP.map(({ id, nome, bic, idCanale, commissione }) => ({ id, nome, bic, idCanale, commissioneCentesimi: commissione })),
    }),
  ),
  rotta("POST", "/sandbox/psp/verifica", async (richiesta) => json(200, await sportello.verifica(await richiesta.json(Avviso)))),
  rotta("POST", "/sandbox/psp/pagamenti", async (richiesta) => json(200, await sportello.paga(await richiesta.json(Pagamento)))),
  rotta("POST", "/sandbox/psp/pagamenti/{token}/esito", async (richiesta) => {
    const { senzaRicevuta } = await richiesta.json(Esito);
    const token = richiesta.parametri.token;
    if (token === undefined) throw new Rifiuto(404, "Token assente.");
    return json(200, await sportello.conclude(token, senzaRicevuta));
  }),
  rotta("POST", "/sandbox/psp/giornata", async (richiesta) => {
    const { pagamenti, concorrenza } = await richiesta.json(Giornata);
    return json(200, await runGiornata(sportello, pagamenti, concorrenza));
  }),
];
