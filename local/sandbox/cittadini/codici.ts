/** Codes and access tokens of the identity provider of the citizens: in memory, good once, for a minute. */
import { createHash, randomBytes } from "node:crypto";
import type { BugiaCittadini } from "./bugie.ts";
import type { Cittadino } from "./persone.ts";

/** What the browser came with. */
export interface Richiesta {
  readonly stile: "spid" | "cie";
  readonly ritorno: string;
  readonly stato: string;
  readonly nonce: string;
  readonly sfida: string;
}

export interface Concessione {
  readonly richiesta: Richiesta;
  readonly persona: Cittadino;
  readonly bugia: BugiaCittadini | undefined;
}

const DURATA_MILLISECONDI = 60_000;
const MASSIMO = 1_000;

/** A name that nobody guesses for each thing kept, for a while. */
const createRipostiglio = <T>(durata: number) => {
  const voci = new Map<string, { readonly valore: T; readonly scade: number }>();
  return {
    put: (valore: T): string => {
      const nome = randomBytes(24).toString("base64url");
      const [prima] = voci.keys();
      if (voci.size >= MASSIMO && prima !== undefined) voci.delete(prima);
      voci.set(nome, { valore, scade: Date.now() + durata });
      return nome;
    },
    get: (nome: string): T | undefined => {
      const voce = voci.get(nome);
      return voce && voce.scade > Date.now() ? voce.valore : undefined;
    },
    take: (nome: string): T | undefined => {
      const voce = voci.get(nome);
      voci.delete(nome);
      return voce && voce.scade > Date.now() ? voce.valore : undefined;
    },
  };
};

export const createCodici = () => ({
  richieste: createRipostiglio<Richiesta>(10 * DURATA_MILLISECONDI),
  codici: createRipostiglio<Concessione>(DURATA_MILLISECONDI),
  gettoni: createRipostiglio<Concessione>(5 * DURATA_MILLISECONDI),
});

/** RFC 7636: who changes the code is who asked for it. */
export const isVerificatore = (verificatore: string, sfida: string): boolean =>
  createHash("sha256").update(verificatore).digest("base64url") === sfida;
