/** HTTP of the legacy Node: its SOAP service, the page of WISP, and the same by JSON for tests. */
import * as z from "zod";
import { html, json, type Richiesta, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import { parseImporto } from "../comune/importi.ts";
import type { Scambio } from "../comune/scambi.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { senzaChiave } from "../fdr/contratto.ts";
import type { Flussi } from "../fdr/flussi.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import type { Libro } from "../psp/libro.ts";
import { findPsp, type Psp } from "../psp/psp.ts";
import { CODICI_ESITO, type RptAlNodo } from "./modello.ts";
import { createNodoStorico } from "./nodo-storico.ts";
import { paginaWisp } from "./pagina.ts";
import { leggiDomanda, rifiutoDi, rispondi } from "./soap.ts";
import { createSportelloStorico } from "./sportello.ts";
import { AZIONI_WISP, type AzioneWisp, createWisp, type SceltaWisp } from "./wisp.ts";

const esito = z.enum(CODICI_ESITO);
const importo = z
  .union([z.number(), z.string()])
  .transform((valore) => parseImporto(typeof valore === "number" ? String(valore) : valore))
  .refine((centesimi) => centesimi !== undefined && centesimi > 0n, "atteso un importo in euro maggiore di zero");

const Scelta = z.strictObject({ psp: z.string().max(35).optional(), esito: esito.optional(), smarrita: z.boolean().default(false) });
const Pagamento = z.strictObject({
  idDominio: z.string().regex(/^\d{11}$/, "attese 11 cifre"),
  numeroAvviso: z.string().regex(/^\d{18}$/, "attese 18 cifre"),
  idStazione: z.string().max(35).optional(),
  psp: z.string().max(35).optional(),
  importo: importo.optional(),
  esito: esito.default("0"),
  smarrita: z.boolean().default(false),
  soloAttivazione: z.boolean().default(false),
});

const pspDi = (id: string | undefined): Psp | undefined => {
  const psp = id === undefined ? undefined : findPsp(id);
  if (id !== undefined && psp === undefined) throw new Rifiuto(400, `psp: ${id} non esiste.`);
  return psp;
};

const presenta = ({ idDominio, iuv, ccp, stato, importo: totale, idSessione, idPsp, storico, rt }: RptAlNodo) => ({
  ...{ idDominio, iuv, ccp, stato, importoCentesimi: totale, storico, conRt: rt !== undefined },
  ...(idSessione === undefined ? {} : { idSessione }),
  ...(idPsp === undefined ? {} : { idPsp }),
});

const presentaScambi = (scambi: readonly Scambio[]) =>
  scambi.map(({ operazione, richiesta, risposta, millisecondi, statoHttp }) => ({
    operazione,
    richiesta,
    risposta,
    millisecondi,
    statoHttp,
  }));

const isAzione = (testo: string | undefined): testo is AzioneWisp => AZIONI_WISP.some((azione) => azione === testo);

export const rotteStorico = (contesto: Contesto, libro: Libro, flussi: Flussi, configurazione: Configurazione): Rotta[] => {
  const nodo = createNodoStorico(contesto, libro);
  const parti = { contesto, nodo, flussi, configurazione };
  const paga = createSportelloStorico(contesto, nodo);
  const wisp = createWisp(contesto, nodo);

  const agisci = async (richiesta: Richiesta, scelta: SceltaWisp) => {
    const { idSessione = "", azione } = richiesta.parametri;
    if (!isAzione(azione)) throw new Rifiuto(404, `Azione non prevista: usare ${AZIONI_WISP.join(", ")}.`);
    const fatto = await wisp(idSessione, azione, scelta);
    if (fatto === undefined) throw new Rifiuto(409, "La sessione non esiste o è già conclusa.");
    return fatto;
  };

  return [
    rotta("POST", "/sandbox/nodo", async (richiesta, res) => {
      const rifiutata = senzaChiave(richiesta);
      if (rifiutata) return rifiutata;
      const domanda = leggiDomanda(await richiesta.testo());
      if (domanda === undefined) return { stato: 500, tipo: "text/plain; charset=utf-8", corpo: "PPT_SINTASSI_EXTRAXSD" };
      const { operazione } = domanda;
      return conServizio(contesto, { parte: "storico", operazione, rifiuto: rifiutoDi(operazione) }, () => rispondi(parti, domanda))(
        richiesta,
        res,
      );
    }),
    rotta("GET", "/sandbox/wisp", (richiesta) => {
      const idSessione = richiesta.url.searchParams.get("idSession") ?? "";
      const rpt = nodo.sessione(idSessione);
      if (idSessione === "" || rpt.length === 0) throw new Rifiuto(404, "Sessione sconosciuta.");
      return html(paginaWisp(idSessione, rpt));
    }),
    rotta("POST", "/sandbox/wisp/{idSessione}/{azione}", async (richiesta) => {
      const psp = new URLSearchParams(await richiesta.testo()).get("psp");
      const { ritorno } = await agisci(richiesta, { psp: pspDi(psp ?? undefined), smarrita: false });
      return { stato: 303, intestazioni: { location: ritorno } };
    }),
    rotta("GET", "/sandbox/storico/rpt", () => json(200, { rpt: nodo.list().map(presenta) })),
    rotta("POST", "/sandbox/storico/sessioni/{idSessione}/{azione}", async (richiesta) => {
      const { psp, ...scelta } = await richiesta.json(Scelta);
      const { ritorno, rpt, scambi } = await agisci(richiesta, { ...scelta, psp: pspDi(psp) });
      return json(200, { esito: "OK", ritorno, rpt: rpt.map(presenta), scambi: presentaScambi(scambi) });
    }),
    rotta("POST", "/sandbox/storico/psp/pagamenti", async (richiesta) => {
      const { psp, ...operazione } = await richiesta.json(Pagamento);
      const { rpt, scambi, ...fatto } = await paga({ ...operazione, psp: pspDi(psp) });
      return json(200, { ...fatto, ...(rpt === undefined ? {} : { rpt: presenta(rpt) }), scambi: presentaScambi(scambi) });
    }),
    rotta("POST", "/sandbox/storico/rt/{idDominio}/{iuv}/{ccp}/invia", async ({ parametri: { idDominio = "", iuv = "", ccp = "" } }) => {
      const rpt = nodo.get({ idDominio, iuv, ccp });
      if (rpt?.rt === undefined) throw new Rifiuto(404, "RT sconosciuta.");
      const scambi: Scambio[] = [];
      const fatto = await nodo.resend(rpt, scambi);
      return json(200, { rpt: presenta(fatto.rpt), scambi: presentaScambi(scambi) });
    }),
  ];
};
