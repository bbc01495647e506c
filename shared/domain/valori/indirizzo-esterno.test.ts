import { describe, expect, it } from "vitest";
import { checkIndirizzo, isIpInterno } from "./indirizzo-esterno.ts";

const esito = (url: string, ammessi: readonly string[] = []): string => {
  const controllato = checkIndirizzo(url, ammessi);
  return controllato.ok ? "ammesso" : controllato.errore;
};

describe("an address written in the registry", () => {
  it.each([
    "https://api.platform.pagopa.it/fdr-org/service/v1",
    "https://gestionale.comune.prova.it:8443/ec",
    "https://8.8.8.8/ec",
    "https://[2a00:1450:4002:400::200e]/ec",
    "https://[::ffff:8.8.8.8]/",
    "https://172.32.0.1/",
    "https://100.128.0.1/",
    "https://xn--caff-8oa.it/",
  ])("%s is accepted", (url) => {
    expect(esito(url)).toBe("ammesso");
  });

  it.each([
    "https://localhost/",
    "https://localhost./",
    "https://LOCALHOST:8443/",
    "https://qualcosa.localhost/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://0x7f.0.0.1/",
    "https://0x7f000001/",
    "https://0/",
    "https://0.0.0.0/",
    "https://10.1.2.3/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://169.254.170.2/v2/credentials",
    "https://100.64.0.1/",
    "https://198.18.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://１２７.０.０.１/",
    "https://①②⑦.⓪.⓪.①/",
    "https://[::1]/",
    "https://[::]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a00:1]/",
    "https://[::127.0.0.1]/",
    "https://[64:ff9b::10.0.0.1]/",
    "https://[2002:a00:1::]/",
    "https://[2001:db8::1]/",
    "https://[2001::1]/",
    "https://[fd00:ec2::254]/",
    "https://[fe80::1]/",
    "https://[ff02::1]/",
    "https://metadata.google.internal/",
    "https://gestionale.local/",
    "https://gestionale/",
    "https://router.lan/",
  ])("%s is internal", (url) => {
    expect(esito(url)).toMatch(/è un indirizzo interno/);
  });

  it.each([
    ["http://gestionale.comune.prova.it/", /atteso un indirizzo https/],
    ["ftp://gestionale.comune.prova.it/", /atteso un indirizzo https/],
    ["file:///etc/passwd", /atteso un indirizzo https/],
    ["gopher://127.0.0.1:25/", /atteso un indirizzo https/],
    ["javascript:alert(1)", /atteso un indirizzo https/],
    ["https://utente:segreto@gestionale.comune.prova.it/", /credenziali/],
    ["https://gestionale.comune.prova.it@127.0.0.1/", /credenziali/],
    ["https://", /non è un indirizzo/],
    ["//127.0.0.1/", /non è un indirizzo/],
    ["https://1.2.3.4.5.6:99999/", /non è un indirizzo/],
    ["https://256.256.256.256/", /non è un indirizzo/],
  ])("%s is refused", (url, motivo) => {
    expect(esito(url)).toMatch(motivo);
  });

  it("is accepted, http too, when the installation allows its host", () => {
    expect(esito("http://127.0.0.1:8080/sandbox", ["127.0.0.1", "::1"])).toBe("ammesso");
    expect(esito("http://[::1]:8080/sandbox", ["127.0.0.1", "::1"])).toBe("ammesso");
    expect(esito("http://2130706433:8080/", ["127.0.0.1"])).toBe("ammesso");
    expect(esito("http://10.0.0.1/", ["127.0.0.1"])).not.toBe("ammesso");
  });
});

describe("an address given by the resolver", () => {
  it.each([
    ["93.184.216.34", false],
    ["2606:2800:220:1:248:1893:25c8:1946", false],
    ["127.0.0.53", true],
    ["fe80::1%eth0", true],
    ["::ffff:192.168.0.1", true],
    ["::ffff:93.184.216.34", false],
    ["1:2:3", true],
    ["1::2::3", true],
    ["non è un indirizzo", true],
    ["", true],
  ])("%s: internal %s", (indirizzo, interno) => {
    expect(isIpInterno(indirizzo)).toBe(interno);
  });
});
