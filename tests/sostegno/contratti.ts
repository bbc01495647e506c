/**
 * Official contracts of pagoPA (WSDL, XSD, OpenAPI), oracles of the tests when they are at hand: the folder named by FIORINO_CONTRATTI,
 * else `shared/contracts` beside the checkout. Tests that need one register themselves only when it exists; the product never does.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const RADICE = resolve(import.meta.dirname, "../..");
const candidata = resolve(RADICE, process.env["FIORINO_CONTRATTI"] ?? "../shared/contracts");

export const cartellaContratti: string | undefined = existsSync(candidata) ? candidata : undefined;

/** Path of an official file, or undefined when it is not there. */
export const contratto = (percorso: string): string | undefined => {
  if (cartellaContratti === undefined) return undefined;
  const file = join(cartellaContratti, percorso);
  return existsSync(file) ? file : undefined;
};
