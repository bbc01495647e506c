import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DepositoS3, startDepositoS3 } from "../../../tests/sostegno/deposito-s3.ts";
import type { RichiestaFirmata } from "../../ports/allegati.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { AllegatiS3 } from "./allegati.ts";
import { DocumentiS3 } from "./documenti.ts";

const CONTENUTO = Buffer.from([0, 1, 2, 255]);
const digest = (contenuto: Buffer) => createHash("sha256").update(contenuto).digest("hex");

describe("attachments in the document bucket", () => {
  let s3: DepositoS3;
  let allegati: AllegatiS3;
  beforeAll(async () => {
    s3 = await startDepositoS3();
    const credenziali = { accessKeyId: "A", secretAccessKey: "S" };
    const configurazione = { endpoint: s3.endpoint, regione: "eu-south-1", bucket: "documenti", credenziali };
    allegati = new AllegatiS3(new DocumentiS3(configurazione), configurazione, createClockFermo("2026-11-25T08:00:00.000Z"));
  });
  afterAll(() => s3.stop());

  const send = ({ url, metodo, intestazioni }: RichiestaFirmata, body: string) =>
    fetch(url, { method: metodo, headers: intestazioni, body });

  it("are kept by application and digest, and read back", async () => {
    const chiave = { idA2A: "GEST-TRIBUTI", impronta: allegati.impronta(CONTENUTO) };
    expect(await allegati.findDimensione(chiave)).toBeUndefined();
    expect(await allegati.get(chiave)).toBeUndefined();
    await allegati.put(chiave, CONTENUTO);
    expect([...s3.oggetti.keys()]).toEqual([`documenti/allegati/GEST-TRIBUTI/${digest(CONTENUTO)}`]);
    expect(await allegati.findDimensione(chiave)).toBe(4);
    expect(Buffer.from((await allegati.get(chiave)) ?? [])).toEqual(CONTENUTO);
  });

  it("that are not what their digest says are never shown", async () => {
    const chiave = { idA2A: "GEST-TRIBUTI", impronta: digest(Buffer.from("altro")) };
    await allegati.put(chiave, CONTENUTO);
    await expect(allegati.get(chiave)).rejects.toThrow(/impronta/);
  });

  it("are uploaded by their owner at the signed URL: those bytes, no others", async () => {
    const grande = "documento grande";
    const impronta = digest(Buffer.from(grande));
    const firmata = allegati.signScrittura({ idA2A: "GEST-TRIBUTI", impronta }, grande.length);
    expect(firmata).toMatchObject({ metodo: "PUT", scadenza: "2026-11-25T08:15:00.000Z", intestazioni: { "content-length": "16" } });
    expect((await send(firmata, "altri sedici byt")).status).toBe(400);
    expect((await send(firmata, grande)).status).toBe(200);
    expect(await allegati.findDimensione({ idA2A: "GEST-TRIBUTI", impronta })).toBe(16);
  });

  it("are downloaded at the signed URL under a name that no header can be broken with", async () => {
    const { url, scadenza } = allegati.signLettura(
      { idA2A: "GEST-TRIBUTI", impronta: digest(CONTENUTO) },
      'perì"zia\r\n.pdf',
      "application/pdf",
    );
    expect(new URL(url).searchParams.get("response-content-disposition")).toBe('attachment; filename="per__zia__.pdf"');
    expect(scadenza).toBe("2026-11-25T08:05:00.000Z");
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(CONTENUTO);
  });
});
