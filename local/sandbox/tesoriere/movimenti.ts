/** The creditors' accounts at the treasurer's bank: what was credited and when, and the balances that follow. */
import { addGiorni } from "../comune/date.ts";
import { sum } from "../comune/importi.ts";
import type { Contesto } from "../contesto.ts";

export interface Movimento {
  /** Progressive of the bank: number of the movement and of the provisional entry (sospeso). */
  readonly numero: number;
  readonly idDominio: string;
  readonly iban: string;
  /** Booking day. */
  readonly giorno: string;
  readonly dataValuta: string;
  readonly importo: bigint;
  readonly causale: string;
  readonly trn: string;
  readonly endToEndId: string;
  readonly ordinante: { readonly nome: string; readonly bic: string; readonly codiceFiscale: string };
  readonly idFlusso: string;
  /** The bank took it back on the same day. */
  readonly stornato?: true;
}

/** What the treasurer did with an order of the creditor that covers provisional entries: no money, only what it is for. */
export interface Ordinativo {
  readonly reversale: number;
  readonly operazione: "REGOLARIZZATO" | "RIPRISTINATO";
  readonly idDominio: string;
  readonly iban: string;
  readonly giorno: string;
  readonly sospesi: readonly Pick<Movimento, "numero" | "importo">[];
  readonly ordinante: Movimento["ordinante"];
}

export interface Giornata {
  readonly iban: string;
  readonly giorno: string;
  readonly saldoIniziale: bigint;
  readonly movimenti: readonly Movimento[];
  readonly ordinativi?: readonly Ordinativo[];
  readonly entrate: bigint;
  readonly saldoFinale: bigint;
}

export interface Movimenti {
  /** Credits an account; the bank's faults may delay, lose, double or spoil it. Answers what was really booked. */
  credit(accredito: Omit<Movimento, "numero">): Movimento[];
  list(idDominio: string): Movimento[];
  find(numero: number): Movimento | undefined;
  /** Writes a movement again as the bank tells it, under its own number. */
  replace(movimento: Movimento): void;
  /** Books a credit whatever faults were asked for. */
  add(accredito: Omit<Movimento, "numero">): Movimento;
  remove(numero: number): void;
  order(ordinativo: Ordinativo): void;
  findOrdinativo(idDominio: string, reversale: number): Ordinativo | undefined;
  /** One day of each account, accounts without movements included. */
  giornate(idDominio: string, iban: readonly string[], giorno: string): Giornata[];
  /** The last day with movements. */
  ultimoGiorno(idDominio: string): string | undefined;
}

const importoRimasto = ({ importo, stornato }: Movimento): bigint => (stornato === true ? 0n : importo);

/** Every account opens with 100,000.00. */
const SALDO_APERTURA = 10_000_000n;

/** What banks do to a remittance text (section 4.9): separators lost, a wrap in the middle of the identifier. */
const rovina = (causale: string): string => {
  const testo = causale.replaceAll("/", " ").trim();
  const meta = Math.floor(testo.length * 0.75);
  return `ACCREDITI VARI ${testo.slice(0, meta)} ${testo.slice(meta)}`;
};

export const createMovimenti = (contesto: Contesto): Movimenti => {
  const raccolta = contesto.archivio.raccolta<Movimento>("movimenti");
  const replace = (movimento: Movimento): void =>
    raccolta.put(String(movimento.numero), movimento, {
      gruppo: movimento.idDominio,
      ordine: `${movimento.giorno}/${String(movimento.numero).padStart(12, "0")}`,
    });
  const registra = (accredito: Omit<Movimento, "numero">): Movimento => {
    const movimento = { ...accredito, numero: contesto.archivio.next("movimento") };
    replace(movimento);
    return movimento;
  };
  const list = (idDominio: string): Movimento[] => raccolta.list(idDominio);
  const ordinativi = contesto.archivio.raccolta<Ordinativo>("ordinativi");
  const chiaveOrdinativo = (idDominio: string, reversale: number, operazione: Ordinativo["operazione"]): string =>
    `${idDominio}/${reversale}/${operazione}`;
  return {
    list,
    find: (numero) => raccolta.get(String(numero)),
    replace,
    add: registra,
    remove: (numero) => raccolta.delete(String(numero)),
    order: (ordinativo) => {
      const { idDominio, reversale, operazione, giorno } = ordinativo;
      ordinativi.put(chiaveOrdinativo(idDominio, reversale, operazione), ordinativo, {
        gruppo: idDominio,
        ordine: `${giorno}/${reversale}`,
      });
    },
    findOrdinativo: (idDominio, reversale) => ordinativi.get(chiaveOrdinativo(idDominio, reversale, "REGOLARIZZATO")),
    credit: (accredito) => {
      switch (contesto.guasti.take("banca", "accredito")?.tipo) {
        case undefined:
          return [registra(accredito)];
        case "ritardo":
          return [registra({ ...accredito, giorno: addGiorni(accredito.giorno, 1), dataValuta: addGiorni(accredito.dataValuta, 1) })];
        case "doppio":
          return [registra(accredito), registra(accredito)];
        case "malformato":
          return [registra({ ...accredito, causale: rovina(accredito.causale) })];
        case "perso":
        case "timeout":
        case "http":
        case "disordine":
        case "contraffatto":
        case "rifiutato":
          return [];
      }
    },
    giornate: (idDominio, iban, giorno) => {
      const tutti = list(idDominio);
      const conti = new Set([...iban, ...tutti.map((movimento) => movimento.iban)]);
      return [...conti].map((conto) => {
        const delConto = tutti.filter((movimento) => movimento.iban === conto);
        const prima = sum(delConto.filter((movimento) => movimento.giorno < giorno).map(importoRimasto));
        const movimenti = delConto.filter((movimento) => movimento.giorno === giorno);
        const entrate = sum(movimenti.map(importoRimasto));
        const saldoIniziale = SALDO_APERTURA + prima;
        const suoi = ordinativi.list(idDominio).filter((ordinativo) => ordinativo.iban === conto && ordinativo.giorno === giorno);
        return { iban: conto, giorno, saldoIniziale, movimenti, ordinativi: suoi, entrate, saldoFinale: saldoIniziale + entrate };
      });
    },
    ultimoGiorno: (idDominio) => list(idDominio).at(-1)?.giorno,
  };
};
