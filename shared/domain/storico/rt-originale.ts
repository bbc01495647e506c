/** The RT inside the message that carried it: whoever asks for the XML of a legacy receipt wants that, not the envelope around its base64. */
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import { decodeTesto } from "../valori/codifica.ts";

const RT_IN_BUSTA = /<(?:[\w.-]+:)?rt(?:\s[^>]*)?>\s*(?:<!\[CDATA\[)?\s*([A-Za-z0-9+/=\s]+)/;

function toByte(base64: string): Uint8Array | undefined {
  try {
    const binario = atob(base64.replace(/\s+/g, ""));
    return Uint8Array.from(binario, (carattere) => carattere.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** @param originale the message as it came. @returns the message itself when it is of the modern family, or holds no readable RT. */
export function originaleDi({ primitiva }: Pick<Ricevuta, "primitiva">, originale: string): string {
  if (primitiva !== "paaInviaRT") return originale;
  const byte = toByte(RT_IN_BUSTA.exec(originale)?.[1] ?? "");
  const rt = byte && byte.length > 0 ? decodeTesto(byte) : undefined;
  return rt?.ok ? rt.valore.testo : originale;
}
