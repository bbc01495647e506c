/** The answer of a PUT (reference 2.1): how the debt is paid, what was remarked on it, and the printed notice when asked for. */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { presentSegnalazioni } from "../comuni/segnalazioni.ts";

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

export const presentPendenzaCreata = ({ idDominio, numeroAvviso, uuid, segnalazioni }: Pendenza, pdf: Uint8Array | undefined) => ({
  idDominio,
  numeroAvviso,
  UUID: uuid,
  ...(segnalazioni.length > 0 && { segnalazioni: presentSegnalazioni(segnalazioni) }),
  ...(pdf && { pdf: toBase64(pdf) }),
});
