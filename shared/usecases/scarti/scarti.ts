/**
 * Dead letters: how many, which, and what to do of them. They are of every creditor together, so they are for who keeps the whole installation.
 * Looking hides a message for a moment and gives it back; what is given to its queue is sent before being deleted; what is thrown away is
 * first written whole in the journal, with the reason.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { MessaggioScartato, Profondita, Scarti } from "../../ports/scarti.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

export interface CodaScarti {
  readonly nome: string;
  readonly riconsegnabile: boolean;
  readonly impatto: string;
}

export interface PorteScarti {
  readonly code: readonly CodaScarti[];
  readonly scarti: Scarti;
  readonly giornale: Pick<UnitOfWork, "putEventi">;
  readonly clock: Clock;
}

const VISTI_MASSIMI = 100;
/** Looked at to find one: beyond, the queue is to be emptied first. */
const CERCATI_MASSIMI = 300;
const NASCOSTI_SECONDI = 30;
const PER_LETTURA = 10;
/** Well within the 29 seconds of the gateway. */
const TEMPO_MILLISECONDI = 15_000;

const NON_SUO = "serve un'utenza abilitata su tutti i domini: gli scarti sono di tutti";

type Comuni = "NON_AUTORIZZATO" | "NON_TROVATO";

const findCoda = (
  { code }: Pick<PorteScarti, "code">,
  nome: string,
  chiamante: Pick<Chiamante, "domini">,
): Esito<CodaScarti, Rifiuto<Comuni>> => {
  if (chiamante.domini !== "*") return rifiuto("NON_AUTORIZZATO", NON_SUO);
  const coda = code.find((candidata) => candidata.nome === nome);
  return coda ? ok(coda) : rifiuto("NON_TROVATO", `coda ${nome}: ci sono ${code.map((una) => una.nome).join(", ")}`);
};

export interface ScartiDiCoda extends CodaScarti {
  readonly profondita: Profondita;
}

/** One request per queue, all together. */
export const createFindScarti =
  ({ code, scarti }: Pick<PorteScarti, "code" | "scarti">) =>
  async ({ domini }: Pick<Chiamante, "domini">): Promise<Esito<readonly ScartiDiCoda[], Rifiuto<"NON_AUTORIZZATO">>> => {
    if (domini !== "*") return rifiuto("NON_AUTORIZZATO", NON_SUO);
    const profondita = await scarti.depths(code.map(({ nome }) => nome));
    return ok(code.map((coda) => ({ ...coda, profondita: profondita.get(coda.nome) ?? { visibili: 0, inSospeso: 0 } })));
  };

/** Reads until `basta`, the end of what is visible, or the limit; what was read stays hidden until it is released. */
const read = async (
  scarti: Scarti,
  coda: string,
  massimo: number,
  basta: (messaggio: MessaggioScartato) => boolean = () => false,
): Promise<MessaggioScartato[]> => {
  const letti = new Map<string, MessaggioScartato>();
  while (letti.size < massimo) {
    const lotto = await scarti.receive(coda, Math.min(PER_LETTURA, massimo - letti.size), NASCOSTI_SECONDI);
    for (const messaggio of lotto) letti.set(messaggio.id, messaggio);
    if (lotto.length === 0 || lotto.some(basta)) break;
  }
  return [...letti.values()];
};

/** The first messages, in no order: a queue has none. */
export const createGetScarti =
  (porte: Pick<PorteScarti, "code" | "scarti">) =>
  async (
    nome: string,
    quanti: number,
    chiamante: Pick<Chiamante, "domini">,
  ): Promise<Esito<readonly MessaggioScartato[], Rifiuto<Comuni>>> => {
    const coda = findCoda(porte, nome, chiamante);
    if (!coda.ok) return coda;
    const messaggi = await read(porte.scarti, nome, Math.min(quanti, VISTI_MASSIMI));
    await porte.scarti.release(nome, messaggi);
    return ok(messaggi);
  };

/** Takes one message and gives the others back. */
const take = async (scarti: Scarti, coda: string, id: string): Promise<MessaggioScartato | undefined> => {
  const letti = await read(scarti, coda, CERCATI_MASSIMI, (messaggio) => messaggio.id === id);
  await scarti.release(
    coda,
    letti.filter((messaggio) => messaggio.id !== id),
  );
  return letti.find((messaggio) => messaggio.id === id);
};

const nonTrovato = (id: string) =>
  rifiuto("NON_TROVATO", `messaggio ${id}: non c'è più, o qualcun altro lo sta guardando: riprovare tra poco`);

const eventoDi = (traccia: Traccia, coda: string, dettaglioEsito: string) =>
  traccia.evento({ categoriaEvento: "UTENTE", sottotipoEvento: coda, dettaglioEsito });

export const createRedeliverScarto =
  (porte: Omit<PorteScarti, "clock">) =>
  async (
    { coda: nome, id }: { readonly coda: string; readonly id: string },
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<void, Rifiuto<Comuni | "NON_PROCESSABILE">>> => {
    const coda = findCoda(porte, nome, chiamante);
    if (!coda.ok) return coda;
    if (!coda.valore.riconsegnabile) return rifiuto("NON_PROCESSABILE", `coda ${nome}: i suoi scarti non vengono da una coda`);
    const messaggio = await take(porte.scarti, nome, id);
    if (!messaggio) return nonTrovato(id);
    await porte.scarti.redeliver(nome, messaggio);
    await porte.giornale.putEventi([eventoDi(traccia, nome, `riconsegnato ${id}`)]);
    return ok(undefined);
  };

export interface Riconsegnati {
  readonly riconsegnati: number;
  /** The time was not enough: to be asked again. */
  readonly altri: boolean;
}

/** Goes on while there is time; what a crash left half done is found again, and at worst delivered twice. */
export const createRedeliverScarti =
  (porte: PorteScarti) =>
  async (nome: string, chiamante: Chiamante, traccia: Traccia): Promise<Esito<Riconsegnati, Rifiuto<Comuni | "NON_PROCESSABILE">>> => {
    const coda = findCoda(porte, nome, chiamante);
    if (!coda.ok) return coda;
    if (!coda.valore.riconsegnabile) return rifiuto("NON_PROCESSABILE", `coda ${nome}: i suoi scarti non vengono da una coda`);
    const fine = Date.parse(porte.clock.now()) + TEMPO_MILLISECONDI;
    let riconsegnati = 0;
    let vuota = false;
    while (!vuota && Date.parse(porte.clock.now()) < fine) {
      const lotto = await porte.scarti.receive(nome, PER_LETTURA, NASCOSTI_SECONDI);
      await Promise.all(lotto.map((messaggio) => porte.scarti.redeliver(nome, messaggio)));
      riconsegnati += lotto.length;
      vuota = lotto.length === 0;
    }
    await porte.giornale.putEventi([eventoDi(traccia, nome, `riconsegnati ${riconsegnati} messaggi`)]);
    return ok({ riconsegnati, altri: !vuota });
  };

export const createRemoveScarto =
  (porte: PorteScarti) =>
  async (
    { coda: nome, id, motivazione }: { readonly coda: string; readonly id: string; readonly motivazione: string },
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<void, Rifiuto<Comuni>>> => {
    const coda = findCoda(porte, nome, chiamante);
    if (!coda.ok) return coda;
    const messaggio = await take(porte.scarti, nome, id);
    if (!messaggio) return nonTrovato(id);
    const evento = eventoDi(traccia, nome, `eliminato ${id}: ${motivazione}`);
    // The journal first: a message that is nowhere any more would be worse than one written there and still in the queue.
    await porte.giornale.putEventi([{ ...evento, parametriRichiesta: { data: porte.clock.now(), payload: messaggio.corpo } }]);
    await porte.scarti.remove(nome, messaggio);
    return ok(undefined);
  };
