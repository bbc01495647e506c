/**
 * Client of the contract between front ends and back ends (docs/integrazione/portale.md), towards other parties. Their answers are read with suspicion: bounded,
 * of the agreed shape, only of the creditors they hold; fields we do not know are ignored, so that they may be ahead of us.
 */
import * as z from "zod";
import { ko, ok } from "../../domain/esito.ts";
import type { BackEnd, PosizioneFederata } from "../../domain/federazione/back-end.ts";
import { fromNumeroJson } from "../../domain/valori/importo.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { AvvisoFederato, Federazione, MancataRisposta } from "../../ports/federazione.ts";
import type { HttpClient, RichiestaHttp, RispostaHttp } from "./client.ts";
import type { Interruttore } from "./interruttore.ts";

const MASSIMO_BYTE = 512 * 1024;
const MASSIMO_BYTE_DOCUMENTO = 5 * 1024 * 1024;
const MASSIMO_POSIZIONI = 200;
/** A payment starts at pagoPA, whose own time is more than that of a list; API Gateway gives up at 29 s. */
const AVVIO_MILLISECONDI = 20_000;
const DOCUMENTO_MILLISECONDI = 10_000;

const opz = z.exactOptional;
const giorno = opz(z.iso.date());
const importo = z.number().transform((numero, contesto): bigint => {
  const centesimi = fromNumeroJson(numero);
  if (!centesimi.ok) contesto.addIssue({ code: "custom", message: centesimi.errore });
  return centesimi.ok ? centesimi.valore : 0n;
});
const Ricevuta = z.object({
  dominio: z.object({ idDominio: z.string() }),
  iuv: z.string(),
  idRicevuta: z.string().max(64),
  importo,
  esito: z.literal("ESEGUITO"),
  dataPagamento: z.iso.datetime({ offset: true }),
  istitutoAttestante: z.object({ idPSP: z.string().max(35), denominazione: z.string().max(255) }),
});
const Posizione = z.object({
  idDominio: z.string().regex(/^\d{11}$/),
  ragioneSociale: z.string().max(255),
  numeroAvviso: z.string().regex(/^\d{18}$/),
  causale: z.string().max(255),
  importo,
  stato: z.enum(["ESEGUITA", "NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "SCADUTA", "ANOMALA"]),
  pagabile: z.boolean(),
  dataScadenza: giorno,
  dataValidita: giorno,
  dataPagamento: giorno,
  motivo: opz(z.string().max(255)),
  prova: opz(z.literal(true)),
});
const Elenco = z.object({ risultati: z.array(Posizione).max(MASSIMO_POSIZIONI), cursore: opz(z.string()) });
const Avviato = z.object({
  id: z.string().max(64),
  redirect: z.url({ protocol: /^https?$/ }).max(2_000),
  idSession: opz(z.string().max(64)),
});
const Problema = z.object({ descrizione: z.string().max(500), dettaglio: z.string().max(1_000).optional() });

type Mancata = { readonly ok: false; readonly errore: MancataRisposta };
const guasto = (dettaglio: string): Mancata => ko({ causa: "guasto", dettaglio });

const readJson = <T extends z.ZodType>(schema: T, testo: string): z.output<T> | undefined => {
  try {
    const letto = schema.safeParse(JSON.parse(testo));
    return letto.success ? letto.data : undefined;
  } catch {
    return undefined;
  }
};

/** @param http resolves secrets and guards where calls go. `interruttore`: one breaker for each address. */
export const createFederazione = (http: HttpClient, interruttore: Interruttore): Federazione => {
  const call = async (
    backEnd: BackEnd,
    richiesta: Pick<RichiestaHttp, "method"> & { readonly percorso: string; readonly corpo?: unknown; readonly accept?: string },
    limiti: { readonly timeoutMillisecondi?: number; readonly massimoByte?: number } = {},
  ): Promise<{ readonly ok: true; readonly valore: RispostaHttp } | Mancata> => {
    const { id, url, auth, timeoutMillisecondi } = backEnd;
    const sistema = `federazione ${id} ${url}`;
    if (!interruttore.pass(sistema)) return guasto("non risponde da più chiamate: sarà interrogato di nuovo fra poco");
    const esito = await http.request({
      method: richiesta.method,
      url: `${url}${richiesta.percorso}`,
      headers: {
        accept: richiesta.accept ?? "application/json",
        ...(richiesta.corpo !== undefined && { "content-type": "application/json" }),
      },
      ...(richiesta.corpo !== undefined && { body: JSON.stringify(richiesta.corpo) }),
      auth,
      timeoutMillisecondi,
      massimoByte: MASSIMO_BYTE,
      ...limiti,
    });
    interruttore.record(sistema, !esito.ok || esito.valore.status >= 500 || esito.valore.status === 429);
    if (!esito.ok) return guasto(esito.errore.dettaglio);
    const { status, testo } = esito.valore;
    if (status === 200 || status === 201) return ok(esito.valore);
    if (status === 404) return ko({ causa: "assente", dettaglio: "non trovato presso chi lo detiene" });
    if (status !== 409 && status !== 422) return guasto(`ha risposto ${status}`);
    const problema = readJson(Problema, testo);
    return ko({ causa: "rifiuto", dettaglio: problema?.dettaglio ?? problema?.descrizione ?? `ha risposto ${status}` });
  };
  const diSuo = (backEnd: BackEnd, { idDominio }: Pick<PosizioneFederata, "idDominio">): boolean => backEnd.idDomini.includes(idDominio);
  const toRiferimento = ({ idDominio, numeroAvviso, codiceFiscale }: AvvisoFederato) => ({
    ...{ idDominio, numeroAvviso },
    ...(codiceFiscale !== undefined && { idDebitore: codiceFiscale }),
  });

  return {
    search: async (backEnd, ricerca) => {
      const corpo = { ...ricerca, federati: false, limite: MASSIMO_POSIZIONI };
      const risposta = await call(backEnd, { method: "POST", percorso: "/attesi/ricerca", corpo });
      if (!risposta.ok) return risposta;
      const elenco = readJson(Elenco, risposta.valore.testo);
      if (!elenco) return guasto("l'elenco ricevuto non è leggibile");
      return ok({ posizioni: elenco.risultati.filter((posizione) => diSuo(backEnd, posizione)), altre: elenco.cursore !== undefined });
    },
    getAvviso: async (backEnd, avviso) => {
      const risposta = await call(backEnd, { method: "POST", percorso: "/avvisi/ricerca", corpo: avviso });
      if (!risposta.ok) return risposta;
      const letto = readJson(Posizione, risposta.valore.testo);
      const suo = letto && diSuo(backEnd, letto) && letto.idDominio === avviso.idDominio && letto.numeroAvviso === avviso.numeroAvviso;
      return letto && suo ? ok(letto) : guasto("l'avviso ricevuto non è quello chiesto, o non è leggibile");
    },
    startPagamento: async (backEnd, { pendenze, urlRitorno }) => {
      const corpo = { pendenze: pendenze.map(toRiferimento), urlRitorno };
      const limiti = { timeoutMillisecondi: AVVIO_MILLISECONDI };
      const risposta = await call(backEnd, { method: "POST", percorso: "/pagamenti", corpo }, limiti);
      if (!risposta.ok) return risposta;
      const avviato = readJson(Avviato, risposta.valore.testo);
      return avviato ? ok(avviato) : guasto("la risposta all'avvio del pagamento non è leggibile");
    },
    getDocumento: async (backEnd, { idDominio, numeroAvviso }, documento) => {
      const percorso = `/documenti/${idDominio}/${numeroAvviso}/${documento}`;
      const limiti = { timeoutMillisecondi: DOCUMENTO_MILLISECONDI, massimoByte: MASSIMO_BYTE_DOCUMENTO };
      const risposta = await call(backEnd, { method: "GET", percorso, accept: "application/pdf" }, limiti);
      if (!risposta.ok) return risposta;
      const { contenuto, headers } = risposta.valore;
      const pdf = contenuto && headers["content-type"]?.startsWith("application/pdf") && contenuto[0] === 0x25;
      return contenuto && pdf ? ok(contenuto) : guasto("il documento ricevuto non è un PDF");
    },
    getRicevuta: async (backEnd, { idDominio, numeroAvviso }) => {
      const percorso = `/documenti/${idDominio}/${numeroAvviso}/ricevuta`;
      // With its original inside, which is not read.
      const limiti = { massimoByte: MASSIMO_BYTE_DOCUMENTO };
      const risposta = await call(backEnd, { method: "GET", percorso }, limiti);
      if (!risposta.ok) return risposta;
      const letta = readJson(Ricevuta, risposta.valore.testo);
      const sua = letta?.dominio.idDominio === idDominio && letta.iuv === numeroAvvisoToIuv(numeroAvviso);
      if (!letta || !sua) return guasto("la ricevuta ricevuta non è quella chiesta, o non è leggibile");
      const { idRicevuta, dataPagamento, istitutoAttestante } = letta;
      return ok({ idRicevuta, importo: letta.importo, dataPagamento, psp: istitutoAttestante.denominazione });
    },
  };
};
