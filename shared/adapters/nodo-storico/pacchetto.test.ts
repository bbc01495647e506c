/** The SOAP client as it is deployed: bundled, split, with the parts of the package that nobody uses taken away. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { buildPacchetto } from "../../../infra/bundle/bundle.ts";

const RISPOSTA =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:p="http://ws.pagamenti.telematici.gov/"><s:Body><p:nodoInviaRPTRisposta><esito>OK</esito></p:nodoInviaRPTRisposta></s:Body></s:Envelope>';

it("in the bundle of a function the client of the legacy Node loads the package and speaks", async () => {
  const cartella = mkdtempSync(join(tmpdir(), "fiorino-soap-"));
  try {
    const entry = join(cartella, "prova.ts");
    writeFileSync(
      entry,
      `import { createClientSoap } from ${JSON.stringify(resolve(import.meta.dirname, "client-soap.ts"))};
const http = { request: async () => ({ ok: true, valore: { status: 200, headers: {}, testo: ${JSON.stringify(RISPOSTA)} } }) };
export const handler = () => createClientSoap(http)({ connettore: { url: "https://nodo.example" }, operazione: "nodoInviaRPT", corpo: {}, evento: {}, timeoutMillisecondi: 1 });`,
    );
    const uscita = join(cartella, "uscita");
    await buildPacchetto([{ modulo: "una", entry }], resolve(import.meta.dirname, "../../.."), uscita);
    const { handler } = await import(join(uscita, "una.mjs"));
    expect(await handler()).toEqual({ ok: true, valore: { valore: { esito: "OK" } } });
  } finally {
    rmSync(cartella, { recursive: true, force: true });
  }
});
