/** The debts that only the creditor's demonstration system knows: the gateway hears of them when it asks, and not always in good manners. */
import * as z from "zod";
import type { Contesto } from "../contesto.ts";
import { VERTICALE } from "../credenziali.ts";
import { CREDITORI } from "../seed-dati.ts";

/** Two digits after the creditor's code that tell the numbers of the demonstration system from those of the gateway. */
const SERIE = "88";
/** The IUVs of the demonstration system, as its application declares them to the gateway. */
export const MODELLO_IUV = `\\d{2}${SERIE}\\d{13}`;

export const STATI = ["NON_ESEGUITA", "ANNULLATA", "SCADUTA", "SCONOSCIUTA", "DUPLICATA"] as const;
export const MANIERE = ["normale", "lento", "html", "altra", "mai"] as const;

const giorno = z.iso.date("attesa una data nella forma AAAA-MM-GG");

export const NuovoDebito = z.strictObject({
  idDominio: z.enum(CREDITORI.map(({ idDominio }) => idDominio)),
  numeroAvviso: z
    .string()
    .regex(/^\d{18}$/, "attese 18 cifre")
    .optional(),
  idA2A: z.string().min(1).max(35).default(VERTICALE.idA2A),
  idPendenza: z.string().min(1).max(35).optional(),
  importo: z.number().min(0.01).max(100_000).default(42.5),
  causale: z.string().min(1).max(140).default("Sanzione del codice della strada"),
  stato: z.enum(STATI).default("NON_ESEGUITA"),
  descrizioneStato: z.string().min(1).max(255).optional(),
  dataValidita: giorno.optional(),
  dataScadenza: giorno.optional(),
});

export interface Debito extends z.output<typeof NuovoDebito> {
  readonly numeroAvviso: string;
  readonly idPendenza: string;
}

/** How the system behaves from now on, or for the next n questions. */
export const Comportamento = z.strictObject({
  tipo: z.enum(MANIERE),
  volte: z.int().min(1).max(10_000).optional(),
  millisecondi: z.int().min(1).max(60_000).default(5_000),
});
export type Comportamento = z.output<typeof Comportamento>;

const NORMALE: Comportamento = { tipo: "normale", millisecondi: 0 };

/** auxDigit 3, the creditor's code, the series, a counter, and the two check digits (the first 16 digits modulo 93). */
const createNumero = (idDominio: string, progressivo: number): string => {
  const codice = CREDITORI.find((creditore) => creditore.idDominio === idDominio)?.segregationCode ?? "00";
  const cifre = `3${codice}${SERIE}${String(progressivo).padStart(11, "0")}`;
  return `${cifre}${String(Number(cifre) % 93).padStart(2, "0")}`;
};

const soggettoPagatore = { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" };

/** The debt as the API EC gives it; the fields are those that a PUT of the gateway would take. */
export const toPendenza = ({ idA2A, idPendenza, idDominio, numeroAvviso, causale, importo, dataValidita, dataScadenza }: Debito) => ({
  ...{ idA2A, idPendenza, idDominio, numeroAvviso, causale, soggettoPagatore, importo },
  idTipoPendenza: "LIBERO",
  ...(dataValidita !== undefined && { dataValidita }),
  ...(dataScadenza !== undefined && { dataScadenza }),
  voci: [{ idVocePendenza: "1", importo, descrizione: causale, codEntrata: "LIBERO" }],
});

export const createDebiti = ({ archivio, istante }: Contesto) => {
  const debiti = archivio.raccolta<Debito>("debitiEnte");
  const maniere = archivio.raccolta<Comportamento>("comportamentoEnte");
  return {
    /** The same name or number again replaces the debt. */
    put: (nuovo: z.output<typeof NuovoDebito>): Debito => {
      const progressivo = archivio.next("debitoEnte");
      const numeroAvviso = nuovo.numeroAvviso ?? createNumero(nuovo.idDominio, progressivo);
      const debito = { ...nuovo, numeroAvviso, idPendenza: nuovo.idPendenza ?? `MULTA-${progressivo}` };
      debiti.put(`${debito.idA2A}/${debito.idPendenza}`, debito, { gruppo: debito.idDominio, ordine: istante() });
      return debito;
    },
    list: (): Debito[] => debiti.list(),
    /** By notice number, or by the payment code inside it as version 1 asks. */
    findByAvviso: (idDominio: string, numero: string): Debito | undefined =>
      debiti.list(idDominio).find(({ numeroAvviso }) => numeroAvviso === numero || numeroAvviso.slice(1) === numero),
    findById: (idA2A: string, idPendenza: string): Debito | undefined => debiti.get(`${idA2A}/${idPendenza}`),
    behave: (comportamento: Comportamento): void => maniere.put("adesso", comportamento),
    comportamento: (): Comportamento => maniere.get("adesso") ?? NORMALE,
    /** The behaviour of this question; a counted one is used up. */
    take: (): Comportamento => {
      const adesso = maniere.get("adesso") ?? NORMALE;
      if (adesso.volte === undefined) return adesso;
      if (adesso.volte <= 1) maniere.delete("adesso");
      else maniere.put("adesso", { ...adesso, volte: adesso.volte - 1 });
      return adesso;
    },
  };
};
