/** The life of a movement computed from all that the treasurer said of it, as a set: the order in which the files arrive does not matter. */
import { formatImportoItaliano } from "../valori/importo.ts";
import type { OperazioneMovimento } from "./movimento.ts";
import { EVENTO_DI, type StatoMovimento, statiMovimento } from "./stati-movimento.ts";

export interface OperazioneRegistrata {
  readonly operazione: OperazioneMovimento;
  /** Cents. */
  readonly importo: bigint;
  /** Day in Europe/Rome. */
  readonly data: string;
  /** Order that regularises it, and its row. */
  readonly numeroDocumento?: string;
  readonly progressivoDocumento?: string;
}

export interface VitaMovimento {
  readonly stato: StatoMovimento;
  readonly importo: bigint;
  readonly importoRegolarizzato: bigint;
  readonly importoStornato: bigint;
  readonly dataContabile: string;
  readonly segnalazioni: readonly string[];
}

const ORDINE: Readonly<Record<OperazioneMovimento, number>> = { ESEGUITO: 0, REGOLARIZZATO: 1, STORNATO: 2, RIPRISTINATO: 3 };

const nomeDi = ({ operazione, data, numeroDocumento, progressivoDocumento, importo }: OperazioneRegistrata): string =>
  // One line tells the money, whatever day each format gives it.
  operazione === "ESEGUITO" ? operazione : [operazione, data, numeroDocumento ?? "", progressivoDocumento ?? "", importo].join("#");

const compare = (a: OperazioneRegistrata, b: OperazioneRegistrata): number => {
  if (a.operazione !== b.operazione && (a.operazione === "ESEGUITO" || b.operazione === "ESEGUITO"))
    return a.operazione === "ESEGUITO" ? -1 : 1;
  if (a.data !== b.data) return a.data < b.data ? -1 : 1;
  const [uno, altro] = [nomeDi(a), nomeDi(b)];
  return ORDINE[a.operazione] - ORDINE[b.operazione] || (uno === altro ? 0 : uno < altro ? -1 : 1);
};

/** Each operation once, in the one order that depends on nothing else. */
export const sortOperazioni = (operazioni: readonly OperazioneRegistrata[]): readonly OperazioneRegistrata[] => {
  const perNome = new Map<string, OperazioneRegistrata>();
  for (const operazione of [...operazioni].sort(compare)) if (!perNome.has(nomeDi(operazione))) perNome.set(nomeDi(operazione), operazione);
  return [...perNome.values()];
};

class Vita {
  stato: StatoMovimento = "IN_ATTESA";
  regolarizzato = 0n;
  stornato = 0n;
  readonly importo: bigint;

  constructor(importo: bigint) {
    this.importo = importo;
  }

  /** False when the operation has nothing to act on. */
  apply({ operazione, importo }: OperazioneRegistrata): boolean {
    const evento = EVENTO_DI[operazione];
    const prossimo = statiMovimento.next(this.stato, evento);
    if (operazione === "RIPRISTINATO") return this.#ripristina(importo, prossimo.ok);
    if (!prossimo.ok) return false;
    if (operazione === "REGOLARIZZATO") this.regolarizzato += importo;
    if (operazione === "STORNATO") this.stornato += importo;
    // A part of it leaves the movement where it is: what is covered or cancelled is told by the amounts.
    const intero =
      operazione === "ESEGUITO" || (operazione === "STORNATO" ? this.stornato : this.regolarizzato + this.stornato) >= this.importo;
    if (intero) this.stato = prossimo.valore;
    return true;
  }

  #ripristina(importo: bigint, intero: boolean): boolean {
    const delloStorno = this.stato === "STORNATO" || this.regolarizzato === 0n;
    const annullato = delloStorno ? this.stornato : this.regolarizzato;
    if (annullato === 0n) return false;
    const resto = importo >= annullato ? 0n : annullato - importo;
    if (delloStorno) this.stornato = resto;
    else this.regolarizzato = resto;
    if (intero) this.stato = "ESEGUITO";
    return true;
  }
}

const describe = ({ operazione, data, importo }: OperazioneRegistrata): string =>
  `${operazione} di ${formatImportoItaliano(importo)} euro del ${data} senza nulla su cui agire`;

/** Where all these operations lead. Those of one day are taken in the first order that the table of states allows. */
export const foldOperazioni = (operazioni: readonly OperazioneRegistrata[]): VitaMovimento => {
  const ordinate = sortOperazioni(operazioni);
  const esecuzione = ordinate.find(({ operazione }) => operazione === "ESEGUITO");
  const importo = esecuzione?.importo ?? ordinate.reduce((massimo, uno) => (uno.importo > massimo ? uno.importo : massimo), 0n);
  const vita = new Vita(importo);
  const segnalazioni: string[] = [];
  let restanti = esecuzione ? [...ordinate] : [];
  while (restanti.length > 0) {
    const data = restanti[0]?.operazione === "ESEGUITO" ? undefined : restanti[0]?.data;
    const insieme = restanti.filter((uno, i) => (data === undefined ? i === 0 : uno.data === data));
    const fatta = insieme.find((uno) => vita.apply(uno));
    if (!fatta) segnalazioni.push(...insieme.map(describe));
    restanti = restanti.filter((uno) => (fatta ? uno !== fatta : !insieme.includes(uno)));
  }
  return {
    stato: vita.stato,
    importo,
    importoRegolarizzato: vita.regolarizzato,
    importoStornato: vita.stornato,
    dataContabile: esecuzione?.data ?? ordinate[0]?.data ?? "",
    segnalazioni,
  };
};
