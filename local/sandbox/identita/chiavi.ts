/** The provider's signing keys: kept across restarts, replaced on request while the one before stays published for the tokens still around. */
import { generateKeyPairSync, type JsonWebKey, randomUUID } from "node:crypto";
import type { Contesto } from "../contesto.ts";

export type ChiavePrivata = JsonWebKey & { readonly kid: string; readonly alg: string; readonly use: string };

const PUBBLICATE = 2;

export const createChiave = (): ChiavePrivata => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), alg: "RS256", use: "sig" };
};

export interface Chiavi {
  /** The one in use first. */
  list(): readonly ChiavePrivata[];
  rotate(): void;
}

export const createChiavi = ({ archivio }: Pick<Contesto, "archivio">): Chiavi => {
  const raccolta = archivio.raccolta<{ readonly chiavi: readonly ChiavePrivata[] }>("chiaviIdentita");
  const list = (): readonly ChiavePrivata[] => {
    const note = raccolta.get("chiavi")?.chiavi;
    if (note) return note;
    const prime = [createChiave()];
    raccolta.put("chiavi", { chiavi: prime });
    return prime;
  };
  return { list, rotate: () => raccolta.put("chiavi", { chiavi: [createChiave(), ...list()].slice(0, PUBBLICATE) }) };
};
