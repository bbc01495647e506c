/** What is to be sent, and how: creditor and type first, then the type, then the installation (reference 2.12, 2.15, 3.14). */
import type { Creditore, TipoPendenza } from "../anagrafiche/creditore.ts";
import { CANALI, type Canale, TIPI_PROMEMORIA, type TipoPromemoria } from "./promemoria.ts";

type Campi = Readonly<Record<string, unknown>>;

export interface ImpostazioniPromemoria {
  readonly abilitato: boolean;
  /** Templates as written, base64; absent = the built-in words. */
  readonly modello?: { readonly tipo: string; readonly oggetto?: string; readonly messaggio?: string };
  readonly allegaPdf: boolean;
  /** Of a receipt: only of payments that succeeded. */
  readonly soloEseguiti: boolean;
  /** Days before the expiry. */
  readonly preavviso: number;
  /** Of mail: only for who App IO does not reach. */
  readonly riserva: boolean;
}

/** Sections of the installation, complete of their defaults. */
export interface SezioniPromemoria {
  readonly avvisaturaMail: Campi;
  readonly avvisaturaAppIO: Campi;
}

/** Certified mail is mail: same words, same switches, another address. */
export const BLOCCHI = { PEC: "avvisaturaMail", EMAIL: "avvisaturaMail", APP_IO: "avvisaturaAppIO" } as const satisfies Readonly<
  Record<Canale, string>
>;
const NOMI: Readonly<Record<TipoPromemoria, string>> = {
  AVVISO_PAGAMENTO: "promemoriaAvviso",
  SCADENZA_AVVISO_PAGAMENTO: "promemoriaScadenza",
  RICEVUTA_TELEMATICA: "promemoriaRicevuta",
};
const PREAVVISO = 10;
const MODELLO = "freemarker";

const campiDi = (valore: unknown, nome: string): Campi | undefined => {
  if (typeof valore !== "object" || valore === null) return undefined;
  const campo = new Map<string, unknown>(Object.entries(valore)).get(nome);
  return typeof campo === "object" && campo !== null ? Object.fromEntries(Object.entries(campo)) : undefined;
};

/** First of the levels that says it. */
const primo = <T>(livelli: readonly (Campi | undefined)[], campo: string, legge: (valore: unknown) => T | undefined): T | undefined => {
  for (const livello of livelli) {
    const letto = legge(livello?.[campo]);
    if (letto !== undefined) return letto;
  }
  return undefined;
};
const testo = (valore: unknown): string | undefined => (typeof valore === "string" && valore !== "" ? valore : undefined);
const vero = (valore: unknown): boolean | undefined => (typeof valore === "boolean" ? valore : undefined);
const numero = (valore: unknown): number | undefined => (typeof valore === "number" ? valore : undefined);

export interface LivelliPromemoria {
  readonly proprio?: Campi | undefined;
  readonly comune?: Campi | undefined;
  readonly sezioni?: SezioniPromemoria;
}

export const livelliDi = (
  creditore: Pick<Creditore, "tipiPendenza">,
  tipo: TipoPendenza | undefined,
  idTipoPendenza: string,
  sezioni?: SezioniPromemoria,
): LivelliPromemoria => ({
  proprio: creditore.tipiPendenza.find((proprio) => proprio.idTipoPendenza === idTipoPendenza)?.configurazione,
  comune: tipo?.configurazione,
  ...(sezioni && { sezioni }),
});

export const impostazioniDi = (
  { proprio, comune, sezioni }: LivelliPromemoria,
  canale: Canale,
  tipo: TipoPromemoria,
): ImpostazioniPromemoria => {
  const blocco = BLOCCHI[canale];
  const nome = NOMI[tipo];
  const delTipo = [campiDi(campiDi(proprio, blocco), nome), campiDi(campiDi(comune, blocco), nome)];
  const livelli = [...delTipo, campiDi(sezioni?.[blocco], nome)];
  const [oggetto, messaggio] = [primo(livelli, "oggetto", testo), primo(livelli, "messaggio", testo)];
  const modello = { tipo: primo(livelli, "tipo", testo) ?? MODELLO, ...(oggetto && { oggetto }), ...(messaggio && { messaggio }) };
  return {
    // The installation has words and defaults, never the decision to send.
    abilitato: primo(delTipo, "abilitato", vero) ?? false,
    ...((oggetto !== undefined || messaggio !== undefined) && { modello }),
    allegaPdf: canale !== "APP_IO" && (primo(livelli, "allegaPdf", vero) ?? tipo !== "SCADENZA_AVVISO_PAGAMENTO"),
    soloEseguiti: primo(livelli, "soloEseguiti", vero) ?? true,
    preavviso: primo(livelli, "preavviso", numero) ?? PREAVVISO,
    riserva: canale === "EMAIL" && (primo([campiDi(proprio, blocco), campiDi(comune, blocco)], "soloSeNonRaggiunto", vero) ?? false),
  };
};

/** Key of the App IO service of that creditor and type. */
export const chiaveAppIODi = ({ proprio }: LivelliPromemoria): string | undefined => testo(campiDi(proprio, BLOCCHI.APP_IO)?.["apiKey"]);

/** Whether a debt of this type may ever have a message. */
export const isAvvisata = (livelli: LivelliPromemoria): boolean =>
  CANALI.some((canale) => TIPI_PROMEMORIA.some((tipo) => impostazioniDi(livelli, canale, tipo).abilitato));
