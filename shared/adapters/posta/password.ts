/** The password of a mail account, written in the registry or, as `segreto:<name>`, kept outside it. */
import type { Segreti } from "../../ports/segreti.ts";

const PREFISSO = "segreto:";

/** A secret that cannot be read, or is not of that host, is put right by whoever administers: undefined. */
export const findPassword = async (segreti: Segreti, scritta: string, host: string): Promise<string | undefined> => {
  if (!scritta.startsWith(PREFISSO)) return scritta;
  const segreto = await segreti.get(scritta.slice(PREFISSO.length)).catch(() => undefined);
  return segreto?.host === undefined || segreto.host === host ? segreto?.valori[0] : undefined;
};
