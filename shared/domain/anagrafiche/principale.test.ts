import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalPrincipal, isPrincipaleNodo, isStessoPrincipal } from "./principale.ts";

const CANONICO = "c=it,cn=forwarder.platform.pagopa.it,l=roma,o=pagopa s.p.a.";

describe("il soggetto di un certificato, comunque sia scritto", () => {
  it.each([
    ["API Gateway e RFC 4514", "CN=forwarder.platform.pagopa.it,O=PagoPA S.p.A.,L=Roma,C=IT"],
    ["nell'ordine opposto", "C=IT,L=Roma,O=PagoPA S.p.A.,CN=forwarder.platform.pagopa.it"],
    ["OpenSSL a barre", "/C=IT/L=Roma/O=PagoPA S.p.A./CN=forwarder.platform.pagopa.it"],
    ["OpenSSL 3", 'C = IT, L = Roma, O = "PagoPA S.p.A.", CN = forwarder.platform.pagopa.it'],
    ["in maiuscolo", "CN=FORWARDER.PLATFORM.PAGOPA.IT, O=PAGOPA S.P.A., L=ROMA, C=it"],
    ["con gli OID", "2.5.4.3=forwarder.platform.pagopa.it,OID.2.5.4.10=PagoPA S.p.A.,2.5.4.7=Roma,2.5.4.6=IT"],
    ["con spazi doppi", "CN=forwarder.platform.pagopa.it,O=PagoPA   S.p.A.,L=Roma,C=IT"],
    ["Java con punto e virgola", "CN=forwarder.platform.pagopa.it; O=PagoPA S.p.A.; L=Roma; C=IT"],
  ])("%s", (_forma, testo) => expect(canonicalPrincipal(testo)).toBe(CANONICO));

  it.each([
    ["O=Rossi\\, Bianchi,CN=a", 'CN=a,O="Rossi, Bianchi"', true],
    ["O=Caff\\C3\\A8,CN=a", "CN=a,O=Caffè", true],
    ["emailAddress=a@b.it,CN=a", "E=a@b.it,CN=a", true],
    ["CN=a,O=x", "CN=a,O=y", false],
    ["CN=a,O=x", "CN=a", false],
    ["CN=a", "CN=a,CN=b", false],
    ["O=x\\,CN=a", "O=x,CN=a", false],
  ])("%s e %s: %s", (a, b, atteso) => expect(isStessoPrincipal(a, b)).toBe(atteso));

  it.each(["nodo", "Nodo", "gest-tributi", "utente=strano", "a,b", "", "mario.rossi@ente.it"])("un nome utente resta com'è: %j", (nome) =>
    expect(canonicalPrincipal(nome)).toBe(nome),
  );

  it("è una sola, comunque si mescolino le parti", () => {
    const tipo = fc.constantFrom("CN", "O", "OU", "L", "C", "ST");
    const valore = fc.string({ unit: fc.constantFrom(..."abcè .,\\-1"), minLength: 1, maxLength: 10 }).filter((v) => v.trim() !== "");
    const parte = fc.tuple(tipo, valore).map(([t, v]) => `${t}=${v.trim().replace(/[\\,]/g, "\\$&")}`);
    fc.assert(
      fc.property(fc.array(parte, { minLength: 1, maxLength: 5 }), (parti) => {
        const canonico = canonicalPrincipal(parti.join(","));
        expect(canonicalPrincipal(parti.toReversed().join(", "))).toBe(canonico);
        expect(canonicalPrincipal(canonico)).toBe(canonico);
      }),
    );
  });
});

describe("i principal del Nodo durante un rinnovo", () => {
  const intermediario = { principalPagoPa: "CN=vecchio,C=IT", altriPrincipalPagoPa: ["CN=nuovo,C=IT"] };
  it.each([
    ["CN=vecchio,C=IT", true],
    ["/C=IT/CN=nuovo", true],
    ["CN=altro,C=IT", false],
    ["", false],
  ])("%s: %s", (principal, atteso) => expect(isPrincipaleNodo(intermediario, principal)).toBe(atteso));
});
