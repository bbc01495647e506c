/**
 * The store as the product uses it: items in three tables, read by key or by one index, changed only by conditional commits.
 * Two adapters (memory, DynamoDB) pass one suite; repositories are written once, over this port. Amounts in items are numbers of cents.
 */
export type NomeTabella = "anagrafiche" | "archivio" | "eventi";

export interface Chiave {
  readonly pk: string;
  readonly sk: string;
}

export type Elemento = Chiave & { readonly [campo: string]: unknown };

/** A condition on an attribute. `in` wants one of the values; `contiene` a substring, or one of several. */
export interface Condizione {
  readonly campo: string;
  readonly op: "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "contiene" | "esiste" | "manca";
  readonly valore?: string | number | boolean | readonly string[];
}

/** Conditions, all of which must hold; of an `oppure`, at least one. */
export type Filtro = Condizione | { readonly op: "oppure"; readonly condizioni: readonly Condizione[] };

/** Where a page ended: the key attributes of the last item taken. */
export type Segnaposto = Readonly<Record<string, string>>;

export interface Interrogazione {
  readonly tabella: NomeTabella;
  readonly indice?: string;
  readonly pk: string;
  /** Prefix, or closed interval, of the sort key. */
  readonly sk?: { readonly inizia: string } | { readonly da?: string; readonly a?: string };
  readonly filtri?: readonly Filtro[];
  readonly ordine: "asc" | "desc";
  readonly limite: number;
  /** Items that the conditions may look at in this request: there the piece ends, however few match. Absent = all that it takes. */
  readonly lettiMassimi?: number;
  readonly dopo?: Segnaposto;
}

export interface Pezzo {
  readonly elementi: readonly Elemento[];
  /** Present when more may follow: place of the last item taken, or of the last one looked at. */
  readonly dopo?: Segnaposto;
}

/**
 * `crea` wants that no item has the key; the others want the version read. There is no unconditional change of state. `somma` is not one: it adds to counters,
 * whatever they are, and sets the fields that say what is counted; the item is created when there is none.
 */
export type Scrittura =
  | { readonly azione: "crea"; readonly tabella: NomeTabella; readonly elemento: Elemento }
  | { readonly azione: "sostituisci"; readonly tabella: NomeTabella; readonly elemento: Elemento; readonly versione: number }
  | { readonly azione: "verifica" | "elimina"; readonly tabella: NomeTabella; readonly chiave: Chiave; readonly versione: number }
  | {
      readonly azione: "somma";
      readonly tabella: NomeTabella;
      readonly chiave: Chiave;
      readonly addendi: Readonly<Record<string, number>>;
      readonly campi: Readonly<Record<string, string>>;
    };

export interface Contrasto {
  /** Position of the write that was refused. */
  readonly indice: number;
  /** The item found instead, when there is one. */
  readonly trovato?: Elemento;
}

export interface Deposito {
  get(tabella: NomeTabella, chiave: Chiave): Promise<Elemento | undefined>;
  /** Any number of keys, 100 per request; missing items are left out; order not kept. */
  getMany(tabella: NomeTabella, chiavi: readonly Chiave[]): Promise<readonly Elemento[]>;
  query(interrogazione: Interrogazione): Promise<Pezzo>;
  /** How many items match, counting up to `tetto`; truncated also when `lettiMassimi` ends the count. */
  count(interrogazione: Omit<Interrogazione, "limite">, tetto: number): Promise<{ readonly numero: number; readonly troncato: boolean }>;
  /** All or nothing, at most 100 writes. Contrasts are an answer, not an exception; races are retried inside. */
  commit(scritture: readonly Scrittura[]): Promise<readonly Contrasto[]>;
  /** Idempotent puts of items whose content is a function of their key (25 per request), without conditions. */
  putMany(tabella: NomeTabella, elementi: readonly Elemento[]): Promise<void>;
  /** Adds to a counter and answers the new value. */
  increment(tabella: NomeTabella, chiave: Chiave, campo: string, passo: number): Promise<number>;
}
