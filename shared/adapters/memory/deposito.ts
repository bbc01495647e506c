/** The store in memory, for use-case tests: same answers as DynamoDB, proved by the same suite. Values are copied in and out, commits are atomic. */
import { tabelle } from "../../contracts/tables.ts";
import type {
  Chiave,
  Condizione,
  Contrasto,
  Deposito,
  Elemento,
  Filtro,
  Interrogazione,
  NomeTabella,
  Pezzo,
  Scrittura,
  Segnaposto,
} from "../../ports/deposito.ts";

/** Called before each request, as a counter or to inject a crash. */
export type Osservatore = (richiesta: { readonly operazione: string; readonly tabella: NomeTabella; readonly quante: number }) => void;

const chiaveDi = (chiave: Chiave): string => `${chiave.pk}\u0000${chiave.sk}`;

const testo = (valore: unknown): string => (typeof valore === "string" ? valore : "");

const confronta = (a: unknown, b: unknown): number | undefined => {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
};

const holds = (elemento: Elemento, filtro: Filtro): boolean =>
  filtro.op === "oppure" ? filtro.condizioni.some((condizione) => meets(elemento, condizione)) : meets(elemento, filtro);

const meets = (elemento: Elemento, filtro: Condizione): boolean => {
  const valore = elemento[filtro.campo];
  const ordine = confronta(valore, filtro.valore);
  switch (filtro.op) {
    case "=":
      return valore === filtro.valore;
    case "!=":
      return valore !== filtro.valore;
    case "<":
      return ordine !== undefined && ordine < 0;
    case "<=":
      return ordine !== undefined && ordine <= 0;
    case ">":
      return ordine !== undefined && ordine > 0;
    case ">=":
      return ordine !== undefined && ordine >= 0;
    case "in":
      return Array.isArray(filtro.valore) && filtro.valore.includes(testo(valore));
    case "contiene":
      if (Array.isArray(filtro.valore)) return filtro.valore.some((parte) => testo(valore).includes(testo(parte)));
      return typeof filtro.valore === "string" && testo(valore).includes(filtro.valore);
    case "esiste":
      return valore !== undefined;
    case "manca":
      return valore === undefined;
  }
};

const insideInterval = (ordine: string, sk: Interrogazione["sk"]): boolean => {
  if (!sk) return true;
  if ("inizia" in sk) return ordine.startsWith(sk.inizia);
  return (sk.da === undefined || ordine >= sk.da) && (sk.a === undefined || ordine <= sk.a);
};

const campiIndice = (tabella: NomeTabella, indice: string | undefined): { pk: string; sk: string } => {
  if (indice === undefined) return { pk: "pk", sk: "sk" };
  const trovato = tabelle.find((t) => t.nome === tabella)?.indici.find((i) => i.nome === indice);
  if (!trovato) throw new Error(`indice ${indice} non dichiarato sulla tabella ${tabella}`);
  return trovato;
};

export class DepositoInMemoria implements Deposito {
  readonly #tabelle = new Map<NomeTabella, Map<string, Elemento>>();
  readonly #osserva: Osservatore;

  constructor(osserva: Osservatore = () => {}) {
    this.#osserva = osserva;
  }

  #tabella(nome: NomeTabella): Map<string, Elemento> {
    const esistente = this.#tabelle.get(nome);
    if (esistente) return esistente;
    const nuova = new Map<string, Elemento>();
    this.#tabelle.set(nome, nuova);
    return nuova;
  }

  async get(tabella: NomeTabella, chiave: Chiave): Promise<Elemento | undefined> {
    this.#osserva({ operazione: "get", tabella, quante: 1 });
    const elemento = this.#tabella(tabella).get(chiaveDi(chiave));
    return elemento && structuredClone(elemento);
  }

  async getMany(tabella: NomeTabella, chiavi: readonly Chiave[]): Promise<readonly Elemento[]> {
    for (let i = 0; i < chiavi.length; i += 100)
      this.#osserva({ operazione: "getMany", tabella, quante: Math.min(100, chiavi.length - i) });
    return chiavi.flatMap((chiave) => {
      const elemento = this.#tabella(tabella).get(chiaveDi(chiave));
      return elemento ? [structuredClone(elemento)] : [];
    });
  }

  /** What matches, in order, and the last item looked at when the reading stopped before the end. */
  #read(richiesta: Omit<Interrogazione, "limite">): { trovati: Elemento[]; fermata: Elemento | undefined } {
    const campi = campiIndice(richiesta.tabella, richiesta.indice);
    const segno = richiesta.ordine === "asc" ? 1 : -1;
    if (richiesta.dopo && (richiesta.dopo[campi.pk] === undefined || richiesta.dopo[campi.sk] === undefined))
      throw new Error("il segnaposto non ha la chiave dell'indice");
    const tutti = [...this.#tabella(richiesta.tabella).values()]
      .filter((e) => e[campi.pk] === richiesta.pk && typeof e[campi.sk] === "string" && insideInterval(testo(e[campi.sk]), richiesta.sk))
      .sort((a, b) => segno * (confronta(`${testo(a[campi.sk])}\u0000${chiaveDi(a)}`, `${testo(b[campi.sk])}\u0000${chiaveDi(b)}`) ?? 0))
      .filter((e) => richiesta.dopo === undefined || this.#follows(e, richiesta.dopo, campi, segno));
    const filtri = richiesta.filtri ?? [];
    const letti = filtri.length > 0 ? tutti.slice(0, richiesta.lettiMassimi) : tutti;
    return {
      trovati: letti.filter((e) => filtri.every((filtro) => holds(e, filtro))),
      fermata: letti.length < tutti.length ? letti.at(-1) : undefined,
    };
  }

  #follows(elemento: Elemento, dopo: Segnaposto, campi: { pk: string; sk: string }, segno: number): boolean {
    const posto = `${testo(elemento[campi.sk])}\u0000${chiaveDi(elemento)}`;
    const limite = `${dopo[campi.sk] ?? ""}\u0000${dopo["pk"] ?? ""}\u0000${dopo["sk"] ?? ""}`;
    return segno * (confronta(posto, limite) ?? 0) > 0;
  }

  async query(richiesta: Interrogazione): Promise<Pezzo> {
    this.#osserva({ operazione: "query", tabella: richiesta.tabella, quante: 1 });
    const campi = campiIndice(richiesta.tabella, richiesta.indice);
    const { trovati, fermata } = this.#read(richiesta);
    const elementi = trovati.slice(0, richiesta.limite);
    const ultimo = trovati.length > richiesta.limite ? elementi.at(-1) : fermata;
    if (!ultimo) return { elementi: structuredClone(elementi) };
    const dopo = { pk: ultimo.pk, sk: ultimo.sk, [campi.pk]: testo(ultimo[campi.pk]), [campi.sk]: testo(ultimo[campi.sk]) };
    return { elementi: structuredClone(elementi), dopo };
  }

  async count(richiesta: Omit<Interrogazione, "limite">, tetto: number): Promise<{ numero: number; troncato: boolean }> {
    this.#osserva({ operazione: "count", tabella: richiesta.tabella, quante: 1 });
    const { trovati, fermata } = this.#read(richiesta);
    return { numero: Math.min(trovati.length, tetto), troncato: trovati.length > tetto || fermata !== undefined };
  }

  async commit(scritture: readonly Scrittura[]): Promise<readonly Contrasto[]> {
    const prima = scritture[0];
    if (!prima) return [];
    if (scritture.length > 100) throw new Error(`una transazione porta al massimo 100 scritture, non ${scritture.length}`);
    this.#osserva({ operazione: "commit", tabella: prima.tabella, quante: scritture.length });
    const contrasti = scritture.flatMap((scrittura, indice): Contrasto[] => {
      if (scrittura.azione === "somma") return [];
      const chiave = "chiave" in scrittura ? scrittura.chiave : scrittura.elemento;
      const trovato = this.#tabella(scrittura.tabella).get(chiaveDi(chiave));
      const regge = scrittura.azione === "crea" ? trovato === undefined : trovato?.["versione"] === scrittura.versione;
      if (regge) return [];
      return [trovato ? { indice, trovato: structuredClone(trovato) } : { indice }];
    });
    if (contrasti.length > 0) return contrasti;
    for (const scrittura of scritture) {
      const tabella = this.#tabella(scrittura.tabella);
      if ("elemento" in scrittura) tabella.set(chiaveDi(scrittura.elemento), structuredClone(scrittura.elemento));
      else if (scrittura.azione === "elimina") tabella.delete(chiaveDi(scrittura.chiave));
      else if (scrittura.azione === "somma") {
        const prima: Elemento = tabella.get(chiaveDi(scrittura.chiave)) ?? { pk: scrittura.chiave.pk, sk: scrittura.chiave.sk };
        const somme = Object.entries(scrittura.addendi).map(([campo, n]) => [
          campo,
          (typeof prima[campo] === "number" ? prima[campo] : 0) + n,
        ]);
        tabella.set(chiaveDi(scrittura.chiave), { ...prima, ...scrittura.campi, ...Object.fromEntries(somme) });
      }
    }
    return [];
  }

  async putMany(tabella: NomeTabella, elementi: readonly Elemento[]): Promise<void> {
    for (let i = 0; i < elementi.length; i += 25) {
      const lotto = elementi.slice(i, i + 25);
      this.#osserva({ operazione: "putMany", tabella, quante: lotto.length });
      for (const elemento of lotto) this.#tabella(tabella).set(chiaveDi(elemento), structuredClone(elemento));
    }
  }

  async increment(tabella: NomeTabella, chiave: Chiave, campo: string, passo: number): Promise<number> {
    this.#osserva({ operazione: "increment", tabella, quante: 1 });
    const elemento = this.#tabella(tabella).get(chiaveDi(chiave)) ?? { pk: chiave.pk, sk: chiave.sk };
    const valore = (typeof elemento[campo] === "number" ? elemento[campo] : 0) + passo;
    this.#tabella(tabella).set(chiaveDi(chiave), { ...elemento, [campo]: valore });
    return valore;
  }

  /** Everything stored, for assertions. */
  all(tabella: NomeTabella): readonly Elemento[] {
    return [...this.#tabella(tabella).values()].map((e) => structuredClone(e));
  }
}
