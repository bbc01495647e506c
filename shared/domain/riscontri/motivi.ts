/** Named reasons for and against a link: the confidence is their sum, the sentence is made of their words, so that both can be checked by who decides. */

interface DatiMotivo {
  /** Points of confidence, of 100. */
  readonly punti: number;
  /** Italian, a clause that stands in a list. */
  readonly testo: (valore: string) => string;
}

export const MOTIVI = {
  DECISIONE: { punti: 100, testo: () => "una persona ha deciso così" },
  CHIAVE_INTERA: { punti: 60, testo: () => "la causale contiene l'identificativo intero del flusso" },
  CHIAVE_TRONCATA: { punti: 40, testo: (n) => `la causale contiene i primi ${n} caratteri dell'identificativo del flusso` },
  STESSO_GIORNO: { punti: 40, testo: () => "il flusso è dello stesso PSP e dello stesso giorno di quello che la causale nomina" },
  TRN: { punti: 55, testo: () => "il riferimento del bonifico (TRN) è quello indicato nel flusso" },
  IUV: { punti: 60, testo: () => "la causale contiene lo IUV del pagamento" },
  IUR: { punti: 60, testo: () => "la causale contiene l'identificativo della ricevuta (IUR)" },
  IMPORTO: { punti: 40, testo: () => "l'importo coincide al centesimo" },
  SOMMA_FLUSSI: { punti: 30, testo: (n) => `l'importo è la somma, al centesimo, di ${n} flussi` },
  SOMMA_MOVIMENTI: { punti: 40, testo: (n) => `gli importi dei ${n} movimenti sommati coincidono al centesimo con il flusso` },
  SOMMA_PAGAMENTI: { punti: 40, testo: (n) => `l'importo è la somma, al centesimo, di ${n} trasferimenti` },
  TOLLERANZA: { punti: 30, testo: (euro) => `l'importo differisce di ${euro} euro, entro la tolleranza dell'ente` },
  PARTE: { punti: 25, testo: (euro) => `l'importo è una parte del dovuto: mancano ${euro} euro` },
  DIVERSO: { punti: 0, testo: (euro) => `l'importo differisce di ${euro} euro` },
  DATA: { punti: 10, testo: () => "la data è quella attesa per il regolamento" },
  ORDINANTE: { punti: 15, testo: () => "l'ordinante è il PSP del flusso" },
  DATA_LONTANA: { punti: -20, testo: () => "la data è lontana dal regolamento" },
  CONCORRENTI: { punti: -30, testo: (n) => `ci sono altre ${n} possibilità equivalenti` },
  NOME_DIVERSO: { punti: -30, testo: () => "la causale nomina altro, che non si conosce" },
  INCOERENTE: { punti: -20, testo: () => "il flusso è in contraddizione con sé stesso" },
  RESTO_SENZA_FLUSSO: { punti: -20, testo: (euro) => `restano ${euro} euro di un flusso non ancora arrivato` },
} as const satisfies Readonly<Record<string, DatiMotivo>>;

export type CodiceMotivo = keyof typeof MOTIVI;

export interface Motivo {
  readonly codice: CodiceMotivo;
  /** A number, or euro, as the sentence writes it. */
  readonly valore?: string;
}

export const motivo = (codice: CodiceMotivo, valore?: string | number): Motivo =>
  valore === undefined ? { codice } : { codice, valore: String(valore) };

/** 1–100. Only a person's decision, or a whole key with the amount to the cent, is worth 100. */
export const fiduciaDi = (motivi: readonly Motivo[]): number =>
  Math.max(
    1,
    Math.min(
      100,
      motivi.reduce((somma, { codice }) => somma + MOTIVI[codice].punti, 0),
    ),
  );

/** One Italian sentence: "L'importo coincide al centesimo e la causale contiene i primi 22 caratteri…". */
export const fraseDi = (motivi: readonly Motivo[]): string => {
  const testi = motivi.map(({ codice, valore }) => MOTIVI[codice].testo(valore ?? ""));
  const ultimo = testi.at(-1) ?? "nessun motivo";
  const intera = testi.length < 2 ? ultimo : `${testi.slice(0, -1).join(", ")} e ${ultimo}`;
  return `${intera.charAt(0).toUpperCase()}${intera.slice(1)}.`;
};
