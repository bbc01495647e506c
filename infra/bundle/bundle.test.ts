import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildPacchetto, findFileRaggiunti } from "./bundle.ts";

const RADICE = fileURLToPath(new URL("../..", import.meta.url));
let radice: string;
beforeEach(() => {
  radice = mkdtempSync(join(tmpdir(), "fiorino-bundle-"));
});
afterEach(() => rmSync(radice, { recursive: true, force: true }));

const write = (file: string, contenuto: string): void => {
  mkdirSync(dirname(join(radice, file)), { recursive: true });
  writeFileSync(join(radice, file), contenuto);
};

const VOCI = [
  { modulo: "una", entry: "functions/una.ts" },
  { modulo: "altra", entry: "functions/altra.ts" },
];

describe("il pacchetto di uno stack", () => {
  beforeEach(() => {
    write("shared/comune.ts", `export const comune: string = "${"c".repeat(500)}";`);
    write("functions/una.ts", 'import { comune } from "../shared/comune.ts";\nexport const handler = async () => comune + "una";');
    write("functions/altra.ts", 'export const handler = async () => (await import("../shared/comune.ts")).comune + "altra";');
  });

  it("ha una funzione eseguibile per voce e una volta sola ciò che hanno in comune", async () => {
    const { cartella } = await buildPacchetto(VOCI, radice, join(radice, "uscita"));
    const file = readdirSync(cartella);
    expect(file.filter((nome) => !nome.startsWith("parte-")).sort()).toEqual(["altra.mjs", "una.mjs"]);
    expect(file.filter((nome) => readFileSync(join(cartella, nome), "utf8").includes("c".repeat(500)))).toHaveLength(1);
    const { handler } = await import(join(cartella, "altra.mjs"));
    expect(await handler()).toBe(`${"c".repeat(500)}altra`);
  });

  it("pesa di una funzione tutto ciò che raggiunge, anche ciò che carica dopo", async () => {
    const { metafile } = await buildPacchetto(VOCI, radice, join(radice, "uscita"));
    const raggiunti = findFileRaggiunti(metafile, "uscita/altra.mjs");
    expect(raggiunti.length).toBeGreaterThan(1);
    expect(raggiunti.some((file) => readFileSync(join(radice, file), "utf8").includes("c".repeat(500)))).toBe(true);
    expect(raggiunti).not.toContain("uscita/una.mjs");
  });

  it("non fa portare a una funzione leggera ciò che di un file comune serve solo a una pesante", async () => {
    write("shared/comune.ts", `export const leggera = "l"; export const pesante = "${"p".repeat(500)}";`);
    write("functions/una.ts", 'import { leggera } from "../shared/comune.ts";\nexport const handler = async () => leggera;');
    write(
      "functions/altra.ts",
      'import { leggera, pesante } from "../shared/comune.ts";\nexport const handler = async () => leggera + pesante;',
    );
    const pesate = VOCI.map((voce, n) => ({ ...voce, peso: n === 0 ? "lettura" : "scrittura" }));
    const { metafile } = await buildPacchetto(pesate, radice, join(radice, "uscita"));
    const portano = (uscita: string): boolean =>
      findFileRaggiunti(metafile, uscita).some((file) => readFileSync(join(radice, file), "utf8").includes("p".repeat(500)));
    expect([portano("uscita/lettura/una.mjs"), portano("uscita/scrittura/altra.mjs")]).toEqual([false, true]);
    const { handler } = await import(join(radice, "uscita/lettura/una.mjs"));
    expect(await handler()).toBe("l");
  });

  it("porta i caratteri di stampa solo se il codice li usa", async () => {
    write("shared/adapters/pdf/font/prova.ttf", "ttf");
    write("shared/adapters/pdf/font/LICENZA.txt", "testo");
    write("shared/adapters/pdf/font/README.md", "nota");
    write("shared/adapters/pdf/stampa.ts", 'export const stampa = () => new URL("./font/prova.ttf", import.meta.url).pathname;');
    const senza = await buildPacchetto(VOCI, radice, join(radice, "senza"));
    write("functions/una.ts", 'export { stampa as handler } from "../shared/adapters/pdf/stampa.ts";');
    const con = await buildPacchetto(VOCI, radice, join(radice, "con"));
    expect(existsSync(join(senza.cartella, "font"))).toBe(false);
    expect(readdirSync(join(con.cartella, "font")).sort()).toEqual(["LICENZA.txt", "prova.ttf"]);
    const { handler } = await import(join(con.cartella, "una.mjs"));
    expect(existsSync(handler())).toBe(true);
  });

  it("non nasconde un sorgente che non si compila", async () => {
    write("functions/una.ts", 'import { assente } from "./assente.ts";\nexport const handler = assente;');
    await expect(buildPacchetto(VOCI, radice, join(radice, "uscita"))).rejects.toThrow(/assente\.ts/);
  });
});

describe("le parti sostituite dell'SDK", () => {
  it("prendono le credenziali dall'ambiente della funzione e lo dicono quando mancano", async () => {
    const { defaultProvider } = await import("./credenziali.ts");
    const prima = { ...process.env };
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "A", AWS_SECRET_ACCESS_KEY: "S", AWS_SESSION_TOKEN: "T" });
    expect(await defaultProvider()()).toEqual({ accessKeyId: "A", secretAccessKey: "S", sessionToken: "T" });
    delete process.env.AWS_SECRET_ACCESS_KEY;
    await expect(defaultProvider()()).rejects.toThrow("Credenziali AWS assenti");
    Object.assign(process.env, prima);
  });

  it("danno di un errore di AWS il nome e i dati, anche delle classi che il pacchetto non porta", async () => {
    const corpo = (tipo: string, altro = {}) =>
      JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${tipo}`, message: "no", ...altro });
    const risposte = [
      corpo("ResourceNotFoundException"),
      corpo("TransactionCanceledException", { CancellationReasons: [{ Code: "ConditionalCheckFailed", Item: { pk: { S: "a" } } }] }),
    ];
    const server = createServer((_, risposta) => risposta.writeHead(400).end(risposte.shift())).listen(0, "127.0.0.1");
    await once(server, "listening");
    const indirizzo = server.address();
    const porta = typeof indirizzo === "object" ? indirizzo?.port : undefined;
    mkdirSync(join(RADICE, ".local"), { recursive: true });
    const cartella = mkdtempSync(join(RADICE, ".local", "errori-"));
    writeFileSync(
      join(cartella, "prova.ts"),
      `import { DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
      import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
      const cliente = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "eu-south-1", endpoint: "http://127.0.0.1:${porta}", credentials: { accessKeyId: "A", secretAccessKey: "S" } }));
      const prova = () => cliente.send(new GetCommand({ TableName: "t", Key: { pk: "a" } })).catch((errore) => errore);
      export const handler = async () => [await prova(), await prova()].map((e) => [e.name, e.message, e.$fault, e instanceof TransactionCanceledException, e.CancellationReasons]);`,
    );
    try {
      const { cartella: uscita } = await buildPacchetto(
        [{ modulo: "prova", entry: join(cartella, "prova.ts") }],
        RADICE,
        join(cartella, "uscita"),
      );
      const { handler } = await import(join(uscita, "prova.mjs"));
      expect(await handler()).toEqual([
        ["ResourceNotFoundException", "no", "client", false, undefined],
        ["TransactionCanceledException", "no", "client", true, [{ Code: "ConditionalCheckFailed", Item: { pk: { S: "a" } } }]],
      ]);
      expect(readFileSync(join(uscita, "prova.mjs"), "utf8")).not.toContain("BackupInUseException");
    } finally {
      server.close();
      rmSync(cartella, { recursive: true, force: true });
    }
  });
});
