import type { AddressInfo } from "node:net";
import tls from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { createCertificato } from "../../../tests/sostegno/certificato.ts";
import { canonicalPrincipal } from "../../domain/anagrafiche/principale.ts";
import { certificatiTls } from "./certificati.ts";

const server: tls.Server[] = [];
afterEach(() => {
  for (const uno of server.splice(0)) uno.close();
});

const avvia = async (opzioni: tls.TlsOptions): Promise<number> => {
  const nuovo = tls.createServer(opzioni);
  nuovo.on("tlsClientError", () => {});
  server.push(nuovo);
  await new Promise<void>((resolve) => nuovo.listen(0, "127.0.0.1", resolve));
  return (nuovo.address() as AddressInfo).port;
};

describe("il certificato di un servizio", () => {
  it.each(["2099-12-31T10:00:00.000Z", "2021-01-01T00:00:00.000Z"])("si vede con la sua fine, anche passata: %s", async (scade) => {
    const porta = await avvia(createCertificato({ C: "IT", O: "Ente di prova", CN: "localhost" }, scade));
    const visto = await certificatiTls.ofServizio("127.0.0.1", porta);
    expect(visto).toMatchObject({ ok: true, valore: { scade } });
    expect(visto.ok && canonicalPrincipal(visto.valore.soggetto)).toBe("c=it,cn=localhost,o=ente di prova");
  });

  it("si vede anche dove è chiesto un certificato client che non abbiamo", async () => {
    const porta = await avvia({
      ...createCertificato({ CN: "nodo" }, "2099-12-31T10:00:00.000Z"),
      requestCert: true,
      rejectUnauthorized: true,
    });
    expect(await certificatiTls.ofServizio("127.0.0.1", porta)).toMatchObject({ ok: true, valore: { soggetto: "CN=nodo" } });
  });

  it("se nessuno risponde lo dice", async () => {
    expect(await certificatiTls.ofServizio("127.0.0.1", 1)).toEqual({ ok: false, errore: "ECONNREFUSED" });
  });
});

describe("un certificato in anagrafica", () => {
  it("si legge dal suo PEM", () => {
    const { cert } = createCertificato({ C: "IT", CN: "forwarder" }, "2027-03-04T00:00:00.000Z");
    expect(certificatiTls.ofPem(cert)).toEqual({ ok: true, valore: { soggetto: "C=IT,CN=forwarder", scade: "2027-03-04T00:00:00.000Z" } });
  });

  it("che non si legge è un dettaglio, non un'eccezione", () => {
    const rotto = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
    expect(certificatiTls.ofPem(rotto)).toMatchObject({ ok: false });
  });
});
