/**
 * A life cycle is data: one table says which event leads from which state to which. Rules ask it, conditional writes take from it the states
 * they may start from, and the documentation is drawn from it, so the three cannot disagree.
 */
import { type Esito, ko, ok } from "./esito.ts";

export type TransizioneNegata<S extends string = string, E extends string = string> = {
  readonly stato: S;
  readonly evento: E;
  /** States in which the event would have been allowed. */
  readonly ammessi: readonly S[];
  readonly messaggio: string;
};

export type DefinizioneStati<S extends string, E extends string> = {
  readonly nome: string;
  /** Each state with what it means. */
  readonly stati: Readonly<Record<S, string>>;
  /** The state, or states, in which the thing may be born. */
  readonly iniziale: NoInfer<S> | readonly NoInfer<S>[];
  /** Each event with what it means. */
  readonly eventi: Readonly<Record<E, string>>;
  /** For each event, from which state to which. */
  readonly transizioni: Readonly<Record<NoInfer<E>, Readonly<Partial<Record<NoInfer<S>, NoInfer<S>>>>>>;
};

export type Transizione<S extends string, E extends string> = { readonly da: S; readonly evento: E; readonly a: S };

export type MacchinaStati<S extends string, E extends string> = {
  readonly nome: string;
  readonly stati: readonly S[];
  readonly eventi: readonly E[];
  readonly iniziali: readonly S[];
  readonly transizioni: readonly Transizione<S, E>[];
  /** State after the event, or why the event cannot happen now. */
  next(stato: S, evento: E): Esito<S, TransizioneNegata<S, E>>;
  /** States from which the event may happen, in the order of the table: the condition of the write. */
  ammessi(evento: E): readonly S[];
  isStato(testo: string): testo is S;
  /** What a state or an event means, for people. */
  descriviStato(stato: S): string;
  descriviEvento(evento: E): string;
};

/** Literal union of the states of a table. */
export type StatoDi<M> = M extends MacchinaStati<infer S, infer _E> ? S : never;
/** Literal union of the events of a table. */
export type EventoDi<M> = M extends MacchinaStati<infer _S, infer E> ? E : never;

const chiavi = <K extends string>(oggetto: Readonly<Partial<Record<K, unknown>>>): readonly K[] => {
  const nomi: K[] = [];
  for (const nome in oggetto) nomi.push(nome);
  return nomi;
};

/**
 * Checks a table and makes it usable.
 * @throws Error at start-up when the table names an unknown state or event, holds a state that nothing reaches, or an event that nothing allows.
 */
export function defineStati<const S extends string, const E extends string>(definizione: DefinizioneStati<S, E>): MacchinaStati<S, E> {
  const { nome } = definizione;
  const stati = chiavi<S>(definizione.stati);
  const eventi = chiavi<E>(definizione.eventi);
  const iniziali: readonly S[] = typeof definizione.iniziale === "string" ? [definizione.iniziale] : definizione.iniziale;
  const arrivi = new Map<E, ReadonlyMap<string, S>>();
  const transizioni: Transizione<S, E>[] = [];
  for (const evento of chiavi<E>(definizione.transizioni)) {
    const arriviEvento = new Map<string, S>();
    for (const da of chiavi<S>(definizione.transizioni[evento])) {
      const a = definizione.transizioni[evento][da];
      if (a === undefined) continue;
      arriviEvento.set(da, a);
      transizioni.push({ da, evento, a });
    }
    arrivi.set(evento, arriviEvento);
  }
  checkTabella({ nome, stati, eventi, iniziali, transizioni });
  const ammessi = (evento: E): readonly S[] => stati.filter((stato) => arrivi.get(evento)?.has(stato));
  return {
    nome,
    stati,
    eventi,
    iniziali,
    transizioni,
    ammessi,
    next: (stato, evento) => {
      const a = arrivi.get(evento)?.get(stato);
      if (a !== undefined) return ok(a);
      const prima = ammessi(evento);
      const messaggio = `${nome}: l'evento ${evento} non è ammesso nello stato ${stato} (ammesso in ${prima.join(", ")})`;
      return ko({ stato, evento, ammessi: prima, messaggio });
    },
    isStato: (testo): testo is S => stati.some((stato) => stato === testo),
    descriviStato: (stato) => definizione.stati[stato],
    descriviEvento: (evento) => definizione.eventi[evento],
  };
}

type Tabella = {
  readonly nome: string;
  readonly stati: readonly string[];
  readonly eventi: readonly string[];
  readonly iniziali: readonly string[];
  readonly transizioni: readonly Transizione<string, string>[];
};

function checkTabella({ nome, stati, eventi, iniziali, transizioni }: Tabella): void {
  const difetti: string[] = [];
  for (const stato of new Set([...iniziali, ...transizioni.flatMap(({ da, a }) => [da, a])])) {
    if (!stati.includes(stato)) difetti.push(`lo stato ${stato} non è dichiarato`);
  }
  for (const { evento } of transizioni) if (!eventi.includes(evento)) difetti.push(`l'evento ${evento} non è dichiarato`);
  for (const evento of eventi)
    if (!transizioni.some((t) => t.evento === evento)) difetti.push(`l'evento ${evento} non porta in nessuno stato`);
  const raggiunti = reachableStati(iniziali, transizioni);
  for (const stato of stati) if (!raggiunti.has(stato)) difetti.push(`lo stato ${stato} è irraggiungibile`);
  if (difetti.length > 0) throw new Error(`Tabella degli stati ${nome}: ${difetti.join("; ")}`);
}

function reachableStati(iniziali: readonly string[], transizioni: readonly Transizione<string, string>[]): ReadonlySet<string> {
  const raggiunti = new Set(iniziali);
  // A set visits what is added to it while it is walked.
  for (const stato of raggiunti) for (const { da, a } of transizioni) if (da === stato) raggiunti.add(a);
  return raggiunti;
}
