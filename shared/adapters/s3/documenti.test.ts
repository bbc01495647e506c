import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { DocumentiS3 } from "./documenti.ts";
import { encodePercorso, sign } from "./firma.ts";

const credenziali = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const vettore = {
  host: "examplebucket.s3.amazonaws.com",
  istante: new Date("2013-05-24T00:00:00.000Z"),
  regione: "us-east-1",
  credenziali,
} as const;
const firmaDi = (headers: Record<string, string>): string | undefined => headers["authorization"]?.split("Signature=")[1];

describe("the signature", () => {
  it("is the one of the examples that AWS publishes", () => {
    const get = sign({ ...vettore, method: "GET", percorso: "/test.txt", headers: { range: "bytes=0-9" }, contenuto: new Uint8Array() });
    expect(firmaDi(get)).toBe("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    const put = sign({
      ...vettore,
      method: "PUT",
      percorso: `/${encodePercorso("test$file.text")}`,
      headers: { date: "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY" },
      contenuto: Buffer.from("Welcome to Amazon S3."),
    });
    expect(firmaDi(put)).toBe("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  });

  it("covers the session token of the role", () => {
    const headers = sign({
      ...vettore,
      method: "GET",
      percorso: "/a",
      headers: {},
      contenuto: new Uint8Array(),
      credenziali: { ...credenziali, sessionToken: "T" },
    });
    expect(headers["x-amz-security-token"]).toBe("T");
    expect(headers["authorization"]).toContain("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,");
  });
});

describe("the document bucket", () => {
  const aperti: Server[] = [];
  afterEach(() => {
    for (const server of aperti.splice(0)) server.close();
  });

  /** S3 as far as objects by path; `rompi` answers a status in place of the real one. */
  const start = async (
    rompi: (n: number) => number | undefined = () => undefined,
  ): Promise<{ documenti: DocumentiS3; richieste: IncomingMessage[] }> => {
    const oggetti = new Map<string, Buffer>();
    const richieste: IncomingMessage[] = [];
    const server = createServer((richiesta, risposta) => {
      const pezzi: Buffer[] = [];
      richiesta.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
      richiesta.on("end", () => {
        richieste.push(richiesta);
        const guasto = rompi(richieste.length);
        if (guasto === 0) return void richiesta.destroy();
        if (guasto === undefined && richiesta.method === "PUT") oggetti.set(richiesta.url ?? "", Buffer.concat(pezzi));
        const oggetto = oggetti.get(richiesta.url ?? "");
        risposta.statusCode = guasto ?? (oggetto ? 200 : 404);
        risposta.end(richiesta.method === "GET" && guasto === undefined ? oggetto : "");
      });
    });
    aperti.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const indirizzo = server.address();
    const porta = typeof indirizzo === "object" && indirizzo ? indirizzo.port : 0;
    return {
      documenti: new DocumentiS3({ endpoint: `http://127.0.0.1:${porta}`, regione: "eu-south-1", bucket: "b", credenziali }),
      richieste,
    };
  };

  it("gives back what it was given, and undefined for what it has not", async () => {
    const { documenti, richieste } = await start();
    const contenuto = Buffer.from([0, 1, 2, 255]);
    await documenti.put("ricevute/2026-03-10/à b.xml", contenuto, "text/xml");
    expect(await documenti.get("ricevute/2026-03-10/à b.xml")).toEqual(contenuto);
    expect(await documenti.get("altro")).toBeUndefined();
    expect(richieste[0]?.url).toBe("/b/ricevute/2026-03-10/%C3%A0%20b.xml");
    expect(richieste[0]?.headers).toMatchObject({ "content-type": "text/xml", "content-length": "4" });
  });

  it("tries again after a failure of the other side, three times in all", async () => {
    const breve = await start((n) => (n === 1 ? 503 : n === 2 ? 0 : undefined));
    await breve.documenti.put("k", Buffer.from("x"), "text/plain");
    expect(breve.richieste).toHaveLength(3);
    const lungo = await start(() => 503);
    await expect(lungo.documenti.put("k", Buffer.from("x"), "text/plain")).rejects.toThrow(/503/);
    expect(lungo.richieste).toHaveLength(3);
  });

  it("never takes a refusal for a write or for an absence", async () => {
    const { documenti } = await start(() => 403);
    await expect(documenti.put("k", Buffer.from("x"), "text/plain")).rejects.toThrow(/403/);
    await expect(documenti.get("k")).rejects.toThrow(/403/);
  });
});
