/**
 * What the demonstration application is told, call by call: who integrates sees what will arrive at its own system, and makes this one answer badly to see what happens then.
 * The last calls only, with bounded bodies and without the secrets of the headers; they survive a restart.
 */
import * as z from "zod";
import { STATI_HTTP } from "../comune/guasti.ts";
import type { Richiesta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";

export const TIPI_CHIAMATA = [
  ...["ricevute", "rendicontazioni", "pagamenti", "annulli", "rpp", "sintesi", "flussi", "tracciati", "riepiloghi", "webhook"],
] as const satisfies readonly string[];

export const MASSIME_CHIAMATE = 500;
export const MASSIMO_CORPO_MOSTRATO = 32_000;
const MASSIMA_RISPOSTA = 4_000;

/** What the signature of a webhook is worth. */
export type EsitoFirma = "VALIDA" | "NON_VALIDA" | "TROPPO_VECCHIA" | "ASSENTE" | "SEGRETO_SCONOSCIUTO";

export interface Chiamata {
  readonly numero: number;
  readonly tipo: string;
  readonly ricevutaIl: string;
  readonly metodo: string;
  readonly indirizzo: string;
  readonly intestazioni: readonly (readonly [nome: string, valore: string])[];
  readonly corpo: string;
  /** Bytes of the whole body; what is kept may be less. */
  readonly byte: number;
  /** IUV of the debt it is about, where it is about one. */
  readonly debito?: string;
  readonly firma?: EsitoFirma;
  /** 0 when the connection was closed without an answer. */
  readonly stato: number;
  readonly risposta: string;
  readonly millisecondi: number;
  /** Same address and same message: what is told again has the same. */
  readonly chiave: string;
  /** How many times it has come so far, this one included. */
  readonly volta: number;
}

export const Maniera = z.strictObject({
  tipo: z.enum(["errore", "lento"]),
  stato: z.literal(STATI_HTTP).default(500),
  volte: z.int().min(1, "attese da 1 a 1000 volte").max(1_000, "attese da 1 a 1000 volte").default(1),
  millisecondi: z.int().min(1, "attesi da 1 a 60000 millisecondi").max(60_000, "attesi da 1 a 60000 millisecondi").default(6_000),
});
export type Maniera = z.output<typeof Maniera>;

export interface Filtro {
  readonly tipo?: string | undefined;
  /** IUV or notice number. */
  readonly debito?: string | undefined;
}

export interface Diario {
  add(chiamata: Omit<Chiamata, "numero">): void;
  /** Newest first. */
  list(filtro: Filtro): Chiamata[];
  /** Counts one more arrival of what has this key; those that are no longer in the diary are forgotten. */
  count(chiave: string): number;
  clear(): void;
  behave(maniera: Maniera | undefined): void;
  maniera(): Maniera | undefined;
  /** The behaviour of this call; used up one call at a time. */
  take(): Maniera | undefined;
}

const RISERVATE = /^(?:proxy-)?authorization$|cookie|subscription-key|api-?key|secret|segreto|token|password/i;

/** The scheme of the credentials says how they were sent; the credentials themselves are nobody's business. */
const mascherata = (nome: string, valore: string): string => {
  if (!RISERVATE.test(nome)) return valore;
  const schema = /^(Basic|Bearer) /i.exec(valore)?.[1];
  return schema === undefined ? "•••" : `${schema} •••`;
};

export const intestazioniDi = ({ req }: Richiesta): Chiamata["intestazioni"] =>
  Object.entries(req.headers)
    .map(([nome, valore = ""]) => [nome, mascherata(nome, String(valore)).slice(0, 2_000)] as const)
    .sort(([uno], [altro]) => uno.localeCompare(altro));

const chiaveDi = (numero: number): string => String(numero).padStart(12, "0");
const iuvDi = (debito: string): string => (/^\d{18}$/.test(debito) ? debito.slice(debito.startsWith("0") ? 3 : 1) : debito);

export const createDiario = ({ archivio }: Contesto): Diario => {
  const chiamate = archivio.raccolta<Chiamata>("callback");
  const conti = archivio.raccolta<{ readonly volte: number }>("callback/conti");
  const maniere = archivio.raccolta<Maniera>("callback/maniera");
  const maniera = (): Maniera | undefined => maniere.get("adesso");
  return {
    add: (chiamata) =>
      archivio.transaction(() => {
        const numero = archivio.next("callback");
        const { corpo, risposta } = chiamata;
        chiamate.put(
          chiaveDi(numero),
          { ...chiamata, numero, corpo: corpo.slice(0, MASSIMO_CORPO_MOSTRATO), risposta: risposta.slice(0, MASSIMA_RISPOSTA) },
          { ordine: chiaveDi(numero) },
        );
        const vecchia = chiamate.get(chiaveDi(numero - MASSIME_CHIAMATE));
        if (vecchia === undefined) return;
        chiamate.delete(chiaveDi(vecchia.numero));
        if (conti.get(vecchia.chiave)?.volte === vecchia.volta) conti.delete(vecchia.chiave);
      }),
    list: ({ tipo, debito }) => {
      const iuv = debito === undefined ? undefined : iuvDi(debito);
      return chiamate
        .list()
        .filter((voce) => (tipo === undefined || voce.tipo === tipo) && (iuv === undefined || voce.debito === iuv))
        .reverse();
    },
    count: (chiave) => {
      const volte = (conti.get(chiave)?.volte ?? 0) + 1;
      conti.put(chiave, { volte });
      return volte;
    },
    clear: () =>
      archivio.transaction(() => {
        for (const { numero, chiave } of chiamate.list()) {
          chiamate.delete(chiaveDi(numero));
          conti.delete(chiave);
        }
      }),
    behave: (nuova) => (nuova === undefined ? maniere.delete("adesso") : maniere.put("adesso", nuova)),
    maniera,
    take: () => {
      const adesso = maniera();
      if (adesso === undefined) return undefined;
      if (adesso.volte <= 1) maniere.delete("adesso");
      else maniere.put("adesso", { ...adesso, volte: adesso.volte - 1 });
      return adesso;
    },
  };
};
