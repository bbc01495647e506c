/**
 * Delivers to a subscriber what happened since its place, in order for each debt: a debt whose announcement was not taken waits, the others go on; a subscriber that
 * takes nothing is left alone. At least once: what was taken and not yet written is sent again with the same id.
 */
import { type Abbonamento, wants } from "../../domain/abbonamenti/abbonamento.ts";
import { addTentativo, type Consegna, isPresa } from "../../domain/abbonamenti/consegna.ts";
import {
  endRilettura,
  fail,
  hold,
  isEsaurito,
  pause,
  release,
  type Seguito,
  succeed,
  TRATTENUTI_MASSIMI,
} from "../../domain/abbonamenti/seguito.ts";
import { type Annuncio, type AnnuncioInCatena, GIORNI_ANNUNCI, listAnnunci } from "../../domain/annunci/annuncio.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import { chainSegmenti, type PostoVariazioni } from "../../domain/variazioni/variazione-contabile.ts";
import type { ChiaveAbbonamento, Spedizione } from "../../ports/abbonamenti.ts";
import type { Registro } from "../../ports/anagrafiche.ts";
import type { Annunci } from "../../ports/annunci.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { type PorteTurno, type Turno, takeTurno } from "./turno.ts";

export interface PorteConsegna extends PorteTurno {
  readonly registro: Pick<Registro, "get">;
  readonly annunci: Pick<Annunci, "read">;
  readonly spedizione: Spedizione;
  readonly ids: Ids;
  /** The announcement as the subscriber reads it. */
  readonly present: (annuncio: Annuncio, ordine: string) => unknown;
}

/** Announcements written as delivered together: as many may be sent twice when who delivers is killed. */
const PER_ONDA = 25;
const INSIEME = 10;
const SEGMENTI_PER_PAGINA = 3;
/** A turn is short, so that those who take their time do not keep the others waiting. */
const TURNO_MILLISECONDI = 10_000;
const GIORNO_MINUTI = 24 * 60;

interface Contesto extends PorteConsegna {
  readonly abbonamento: Abbonamento;
  readonly turno: Turno;
  readonly traccia: Traccia;
}

/** What became of the announcements of one debt, sent one after the other until one is not taken. */
interface EsitoFila {
  readonly oggetto: string;
  readonly consegne: readonly Consegna[];
  readonly prese: number;
  readonly fallita?: Consegna;
  readonly rimandata: boolean;
  readonly attesaSecondi?: number;
}

const sendFila = async (contesto: Contesto, fila: readonly Consegna[], entro: number): Promise<EsitoFila> => {
  const { abbonamento, spedizione, present, clock } = contesto;
  const oggetto = fila[0]?.annuncio.oggetto ?? "";
  const consegne: Consegna[] = [];
  for (const [i, consegna] of fila.entries()) {
    if (i > 0 && Date.parse(clock.now()) > entro) return { oggetto, consegne: [...consegne, ...fila.slice(i)], prese: i, rimandata: true };
    const { tentativo, attesaSecondi } = await spedizione.send(
      abbonamento,
      consegna.annuncio.id,
      present(consegna.annuncio, consegna.ordine),
    );
    const provata = addTentativo(consegna, tentativo);
    if (!isPresa(tentativo))
      return {
        ...{ oggetto, consegne: [...consegne, provata, ...fila.slice(i + 1)], prese: i, fallita: provata, rimandata: false },
        ...(attesaSecondi !== undefined && { attesaSecondi }),
      };
    consegne.push(provata);
  }
  return { oggetto, consegne, prese: fila.length, rimandata: false };
};

const sendFile = async (contesto: Contesto, file: readonly (readonly Consegna[])[]): Promise<readonly EsitoFila[]> => {
  const esiti: EsitoFila[] = [];
  const entro = Date.parse(contesto.clock.now()) + TURNO_MILLISECONDI;
  for (let i = 0; i < file.length; i += INSIEME)
    esiti.push(...(await Promise.all(file.slice(i, i + INSIEME).map((fila) => sendFila(contesto, fila, entro)))));
  return esiti;
};

const byOggetto = (consegne: readonly Consegna[]): (readonly Consegna[])[] => {
  const file = new Map<string, Consegna[]>();
  for (const consegna of consegne) file.set(consegna.annuncio.oggetto, [...(file.get(consegna.annuncio.oggetto) ?? []), consegna]);
  return [...file.values()];
};

const ANDATO = 410;
const statusDi = (consegna: Consegna | undefined): number | undefined => consegna?.ultimi.at(-1)?.status;

/** What the outcomes change: debts held or let go, the subscriber left alone, stopped when it is gone or has not answered for days. */
const settle =
  (esiti: readonly EsitoFila[], adesso: string, esaurita: Consegna | undefined) =>
  (prima: Seguito): Seguito => {
    const prese = esiti.reduce((somma, esito) => somma + esito.prese, 0);
    const fallite = esiti.filter(({ fallita }) => fallita);
    const attese = fallite.flatMap(({ attesaSecondi }) => attesaSecondi ?? []);
    let dopo = prese > 0 ? succeed(prima, adesso) : prima;
    for (const { oggetto, fallita, rimandata, prese: sue } of esiti) {
      // Another announcement of the same debt was taken: its days of attempts begin with this one.
      if (fallita) dopo = hold(sue > 0 ? release(dopo, oggetto) : dopo, oggetto, adesso);
      else if (rimandata)
        dopo = {
          ...release(dopo, oggetto),
          trattenuti: [...release(dopo, oggetto).trattenuti, { oggetto, tentativi: 0, dal: adesso, prossimo: adesso }],
        };
      else dopo = release(dopo, oggetto);
    }
    if (fallite.length > 0 && (prese === 0 || attese.length > 0))
      dopo = fail(dopo, fallite.length, adesso, attese.length > 0 ? Math.max(...attese) : undefined);
    if (fallite.some(({ fallita }) => statusDi(fallita) === ANDATO))
      return pause(dopo, "il destinatario ha risposto 410: non vuole più essere avvisato", adesso, true);
    return esaurita ? pause(dopo, `l'annuncio ${esaurita.annuncio.id} non è stato preso per 3 giorni`, adesso, true) : dopo;
  };

/** Sends, writes what became of it, then moves: `mossa` is where the subscription has got with this. */
const run = async (
  contesto: Contesto,
  daMandare: readonly Consegna[],
  ferme: readonly Consegna[],
  mossa: (a: Seguito) => Seguito = (a) => a,
) => {
  const { turno, abbonamenti, clock, traccia, abbonamento } = contesto;
  const esiti = await sendFile(contesto, byOggetto(daMandare));
  const adesso = clock.now();
  const dalDi = (oggetto: string): string => turno.attuale().trattenuti.find((uno) => uno.oggetto === oggetto)?.dal ?? adesso;
  const esaurita = esiti.find(({ fallita, oggetto }) => fallita && isEsaurito(dalDi(oggetto), adesso))?.fallita;
  const scritte = esiti.flatMap(({ consegne }) => consegne).map((c): Consegna => (c === esaurita ? { ...c, stato: "SCARTATA" } : c));
  if (scritte.length + ferme.length > 0) await abbonamenti.putConsegne([...scritte, ...ferme]);
  const patch = (a: Seguito): Seguito => mossa(settle(esiti, adesso, esaurita)(a));
  const { pausa } = patch(turno.attuale());
  const { idDominio, idAbbonamento } = abbonamento;
  const fermato = pausa && !turno.attuale().pausa;
  const dettaglioEsito = `Abbonamento ${idAbbonamento} in pausa: ${pausa?.motivo ?? ""}`;
  await turno.update(patch, fermato ? [traccia.evento({ idDominio, tipoEvento: "abbonamentoInPausa", esito: "KO", dettaglioEsito })] : []);
};

const toConsegna = ({ idDominio, idAbbonamento }: Abbonamento, { annuncio, ordine }: AnnuncioInCatena, data: string): Consegna => ({
  ...{ versione: 0, idDominio, idAbbonamento, annuncio, ordine, stato: "IN_ATTESA", tentativi: 0, ultimi: [], data },
});

const isFermo = ({ pausa, guasto }: Seguito, adesso: string): boolean =>
  pausa !== undefined || (guasto !== undefined && guasto.prossimo > adesso);

/** One wave of a page: what was already taken is left out, what belongs to a held debt waits behind it. */
const runOnda = async (contesto: Contesto, onda: readonly AnnuncioInCatena[], ripeti: boolean, mossa: (a: Seguito) => Seguito) => {
  const { turno, abbonamenti, abbonamento, clock } = contesto;
  const note = new Map(
    (
      await abbonamenti.getConsegne(
        turno.chiave,
        onda.map(({ annuncio }) => annuncio),
      )
    ).map((consegna) => [consegna.annuncio.id, consegna]),
  );
  const trattenuti = new Set(turno.attuale().trattenuti.map(({ oggetto }) => oggetto));
  const daMandare = new Map<string, Consegna>();
  const ferme = new Map<string, Consegna>();
  for (const uno of onda) {
    const nota = note.get(uno.annuncio.id);
    const consegna = nota ?? toConsegna(abbonamento, uno, clock.now());
    const tenuto = trattenuti.has(uno.annuncio.oggetto);
    if (nota && !ripeti && (nota.stato !== "IN_ATTESA" || tenuto)) continue;
    // Told twice in the same wave, it is sent once.
    if (tenuto) ferme.set(uno.annuncio.id, { ...consegna, stato: "IN_ATTESA" });
    else if (!daMandare.has(uno.annuncio.id)) daMandare.set(uno.annuncio.id, { ...consegna, stato: "IN_ATTESA" });
  }
  await run(contesto, [...daMandare.values()], [...ferme.values()], mossa);
};

interface Lettura {
  readonly posto: PostoVariazioni;
  readonly finoA?: string;
  readonly move: (posto: PostoVariazioni) => (a: Seguito) => Seguito;
  readonly end?: (a: Seguito) => Seguito;
}

/** @returns whether there was something to read. */
const runPagina = async (contesto: Contesto, { posto, finoA, move, end }: Lettura): Promise<boolean> => {
  const { turno, annunci, abbonamento, clock } = contesto;
  const letti = await annunci.read(turno.chiave.idDominio, "da" in posto ? posto.da : posto.segmento, SEGMENTI_PER_PAGINA);
  const segmenti = chainSegmenti(posto, letti);
  if (!segmenti) {
    await turno.update(move({ da: addMinuti(clock.now(), -GIORNI_ANNUNCI * GIORNO_MINUTI) }));
    return true;
  }
  const tutti = listAnnunci(segmenti, posto).filter(({ dopo }) => finoA === undefined || dopo.segmento <= finoA);
  const ultimo = tutti.at(-1);
  if (!ultimo) {
    if (end) await turno.update(end);
    return end !== undefined;
  }
  const voluti = tutti.filter(({ annuncio }) => wants(abbonamento, annuncio));
  for (let i = 0; i === 0 || i < voluti.length; i += PER_ONDA) {
    const onda = voluti.slice(i, i + PER_ONDA);
    const fine = i + PER_ONDA >= voluti.length ? ultimo : (onda.at(-1) ?? ultimo);
    await runOnda(contesto, onda, end !== undefined, move(fine.dopo));
    if (isFermo(turno.attuale(), clock.now())) return true;
  }
  return true;
};

/** Held debts whose time has come: the oldest alone while the subscriber does not answer. */
const runTrattenuti = async (contesto: Contesto): Promise<boolean> => {
  const { turno, abbonamenti, clock } = contesto;
  const { trattenuti, guasto } = turno.attuale();
  const adesso = clock.now();
  const inOrdine = [...trattenuti].sort((a, b) => (a.dal < b.dal ? -1 : 1));
  const scelti = guasto ? inOrdine.slice(0, 1) : inOrdine.filter(({ prossimo }) => prossimo <= adesso).slice(0, INSIEME);
  if (scelti.length === 0) return false;
  const collezioni = await Promise.all(scelti.map(({ oggetto }) => abbonamenti.findConsegneDi(turno.chiave, oggetto)));
  const attese = collezioni.flat().filter(({ stato }) => stato === "IN_ATTESA");
  const vuoti = scelti.filter((_, i) => !collezioni[i]?.some(({ stato }) => stato === "IN_ATTESA"));
  await run(contesto, attese, [], (a) => vuoti.reduce((dopo, { oggetto }) => release(dopo, oggetto), a));
  return true;
};

const runRipetizioni = async (contesto: Contesto): Promise<void> => {
  const { turno, abbonamenti } = contesto;
  const { ripetizioni } = turno.attuale();
  const chieste = ripetizioni.map(({ oggetto, idAnnuncio: id }) => ({ oggetto, id }));
  const consegne = await abbonamenti.getConsegne(turno.chiave, chieste);
  const fatte = new Set(ripetizioni.map(({ idAnnuncio }) => idAnnuncio));
  await run(
    contesto,
    consegne.map((consegna) => ({ ...consegna, stato: "IN_ATTESA" })),
    [],
    (a) => ({ ...a, ripetizioni: a.ripetizioni.filter(({ idAnnuncio }) => !fatte.has(idAnnuncio)) }),
  );
};

/** @returns whether there was something to do. */
const step = async (contesto: Contesto): Promise<boolean> => {
  const { turno, clock } = contesto;
  const { guasto, rilettura, ripetizioni, posto, trattenuti } = turno.attuale();
  if (isFermo(turno.attuale(), clock.now())) return false;
  if (await runTrattenuti(contesto)) return true;
  if (guasto) {
    await turno.update((a) => succeed(a, a.ultimaConsegna ?? clock.now()));
    return true;
  }
  if (trattenuti.length > TRATTENUTI_MASSIMI) return false;
  if (ripetizioni.length > 0) {
    await runRipetizioni(contesto);
    return true;
  }
  if (rilettura)
    return runPagina(contesto, {
      ...rilettura,
      move: (nuovo) => (a) => (a.rilettura ? { ...a, rilettura: { ...a.rilettura, posto: nuovo } } : a),
      end: endRilettura,
    });
  return runPagina(contesto, { posto, move: (nuovo) => (a) => ({ ...a, posto: nuovo }) });
};

/** Delivers until nothing is left, or the turn is over. A message delivered twice is two turns: who is killed leaves its own free after a while. */
export const createDeliverAnnunci =
  (porte: PorteConsegna) =>
  async (chiave: ChiaveAbbonamento, traccia: Traccia): Promise<void> => {
    const { registro, clock, ids } = porte;
    const abbonamento = await registro.get("abbonamento", chiave.idAbbonamento, chiave.idDominio);
    if (!abbonamento?.abilitato) return;
    const turno = await takeTurno(porte, chiave, ids.next());
    if (!turno) return;
    const contesto = { ...porte, abbonamento, turno, traccia };
    const fine = Date.parse(clock.now()) + TURNO_MILLISECONDI;
    for (;;) {
      const { versione } = turno.attuale();
      const fatto = await step(contesto);
      if (!fatto && (await turno.leave(versione))) return;
      if (Date.parse(clock.now()) > fine) return turno.yield();
    }
  };

/** The test button: one announcement of no debt, sent whatever the state of the subscription; its outcome is among the deliveries. */
export const createSendProva =
  ({ registro, abbonamenti, spedizione, present, clock }: PorteConsegna) =>
  async ({ idDominio, idAbbonamento }: ChiaveAbbonamento, id: string): Promise<void> => {
    const abbonamento = await registro.get("abbonamento", idAbbonamento, idDominio);
    const adesso = clock.now();
    if (!abbonamento) return;
    const annuncio: Annuncio = { id, tipo: "prova", idDominio, data: adesso, oggetto: "prova", ambito: {}, dati: {} };
    const consegna = toConsegna(abbonamento, { annuncio, ordine: `${adesso}#prova`, dopo: { segmento: "", lette: 0 } }, adesso);
    const { tentativo } = await spedizione.send(abbonamento, id, present(annuncio, consegna.ordine));
    const provata = addTentativo(consegna, tentativo);
    await abbonamenti.putConsegne([isPresa(tentativo) ? provata : { ...provata, stato: "SCARTATA" }]);
  };
