import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FauxqsEmulator, startFauxqs } from "../../../local/emulators/fauxqs.ts";
import { signLink } from "./firma.ts";
import { OggettiS3 } from "./oggetti.ts";

describe("the signature of a link", () => {
  it("is the one of the example that AWS publishes", () => {
    const interrogazione = signLink({
      method: "GET",
      host: "examplebucket.s3.amazonaws.com",
      percorso: "/test.txt",
      headers: {},
      parametri: {},
      secondi: 86_400,
      istante: new Date("2013-05-24T00:00:00.000Z"),
      regione: "us-east-1",
      credenziali: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
    });
    expect(interrogazione).toMatch(/X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404$/);
  });
});

describe("large objects", () => {
  const cartella = mkdtempSync(join(tmpdir(), "fiorino-oggetti-"));
  let emulatore: FauxqsEmulator;
  let oggetti: OggettiS3;
  beforeAll(async () => {
    emulatore = await startFauxqs(cartella, "eu-south-1");
    const place = { region: "eu-south-1", accountId: "000000000000", queueEndpoint: emulatore.endpoint, baseUrl: "http://127.0.0.1" };
    emulatore.ensure(place, [], ["documenti"]);
    const credenziali = { accessKeyId: "prova", secretAccessKey: "prova" };
    oggetti = new OggettiS3({ endpoint: emulatore.endpoint, regione: "eu-south-1", bucket: "documenti", credenziali });
  });
  afterAll(async () => {
    await emulatore.stop();
    rmSync(cartella, { recursive: true, force: true });
  });

  it("are read by ranges, and nothing after their end", async () => {
    await oggetti.put("a/file 1.csv", Buffer.from("0123456789"), "text/csv");
    const leggi = async (da: number, quanti: number) => Buffer.from(await oggetti.readTratto("a/file 1.csv", da, quanti)).toString();
    expect([await leggi(0, 3), await leggi(7, 100), await leggi(10, 5)]).toEqual(["012", "789", ""]);
    expect([await oggetti.size("a/file 1.csv"), await oggetti.size("manca"), await oggetti.get("manca")]).toEqual([
      10,
      undefined,
      undefined,
    ]);
    await expect(oggetti.readTratto("manca", 0, 1)).rejects.toThrow(/404/);
  });

  it.each([
    ["one part", 3, 1_000],
    ["several", 5, 5_000_000],
    ["none", 0, 0],
  ])("are composed of %s, whatever their length", async (nome, pezzi, byte) => {
    async function* produce() {
      for (let i = 0; i < pezzi; i++) yield Buffer.alloc(byte, String(i));
    }
    expect(await oggetti.compose(nome, produce(), "text/plain")).toBe(pezzi * byte);
    expect(await oggetti.size(nome)).toBe(pezzi * byte);
    if (pezzi > 0) expect(Buffer.from(await oggetti.readTratto(nome, byte - 1, 2)).toString()).toBe("01");
  });

  it("are written and read by whoever has a link, beyond what a request of an API carries", async () => {
    const headers = { "content-type": "text/csv" };
    const scritto = await fetch(oggetti.linkScrittura("grande", "text/csv", 60), {
      method: "PUT",
      headers,
      body: Buffer.alloc(20_000_000, "x"),
    });
    expect([scritto.status, await oggetti.size("grande")]).toEqual([200, 20_000_000]);
    const letto = await fetch(oggetti.linkLettura("grande", "nome strano;.csv", 60));
    expect([letto.status, (await letto.arrayBuffer()).byteLength]).toEqual([200, 20_000_000]);
    expect(oggetti.linkLettura("grande", "nome strano;.csv", 60)).toContain("nome_strano_.csv");
  });

  it("are listed under a prefix, in order, after a key, and deleted", async () => {
    for (const nome of ["deposito/b & c.xml", "deposito/d è/1+1.csv", "deposito/z"])
      await oggetti.put(nome, Buffer.from("12"), "text/plain");
    const nomi = async (dopo?: string) => (await oggetti.list("deposito/", dopo)).map(({ chiave }) => chiave);
    expect(await nomi()).toEqual(["deposito/b & c.xml", "deposito/d è/1+1.csv", "deposito/z"]);
    expect(await nomi("deposito/b & c.xml")).toEqual(["deposito/d è/1+1.csv", "deposito/z"]);
    expect((await oggetti.list("deposito/z"))[0]).toMatchObject({ dimensione: 2, etichetta: expect.stringMatching(/^[0-9a-f-]+$/) });
    await oggetti.delete("deposito/z");
    await oggetti.delete("deposito/z");
    expect(await nomi("deposito/b & c.xml")).toEqual(["deposito/d è/1+1.csv"]);
    expect(await oggetti.list("manca/")).toEqual([]);
  });
});
