/** The answer of a PUT (reference 2.1): how the debt is paid, and the printed notice when asked for. */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

export const presentPendenzaCreata = ({ idDominio, numeroAvviso, uuid }: Pendenza, pdf: Uint8Array | undefined) => ({
  idDominio,
  numeroAvviso,
  UUID: uuid,
  ...(pdf && { pdf: toBase64(pdf) }),
});
