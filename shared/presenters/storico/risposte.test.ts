/** Every answer of the legacy family, by outcome and optional part: well-formed, nothing empty, within limits, and valid for the official WSDL. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpoDi } from "../../../tests/api/pagopa/oracle.ts";
import { hasSchemiStorici, openOracoloServizio } from "../../../tests/api/pagopa/oracle-storico.ts";
import { creditori, qualunque } from "../../../tests/sostegno/storico.ts";
import { CODICI_FAULT_PA, type FaultPa } from "../../domain/pagamenti/messaggi-nodo.ts";
import { enteBeneficiarioDi } from "../../domain/storico/rpt.ts";
import { parseXml } from "../../runtime/soap/xml-tree.ts";
import { presentRifiutoStorico, presentRispostaStorica } from "./risposte.ts";

const forse = <T>(arbitrario: fc.Arbitrary<T>) => fc.option(arbitrario, { nil: undefined });
const dati = fc
  .record({
    importoSingoloVersamento: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
    ibanAccredito: fc.constantFrom("IT60X0542811101000000123456", "IT76Z0760103200000012345678"),
    bicAccredito: forse(fc.constantFrom("BCITITMM", "BCITITMMXXX", "BIC errato")),
    creditore: creditori,
    conUnita: fc.boolean(),
    causaleVersamento: qualunque,
  })
  .map(({ creditore, conUnita, bicAccredito, ...resto }) => ({
    ...resto,
    ...(bicAccredito !== undefined && { bicAccredito }),
    enteBeneficiario: enteBeneficiarioDi(creditore, conUnita ? "UFF-1" : undefined),
  }));
const rifiuti: fc.Arbitrary<FaultPa> = fc.record(
  { faultCode: fc.constantFrom(...CODICI_FAULT_PA), id: qualunque, description: qualunque },
  { requiredKeys: ["faultCode", "id"] },
);

const CCP = fc.oneof(
  fc
    .tuple(fc.constantFrom("paaVerificaRPT" as const, "paaAttivaRPT" as const), dati)
    .map(([primitiva, d]) => presentRispostaStorica(primitiva, d)),
  fc
    .tuple(fc.constantFrom("paaVerificaRPT" as const, "paaAttivaRPT" as const), rifiuti)
    .map(([primitiva, fault]) => presentRifiutoStorico(primitiva, fault)),
);
const RT = fc.oneof(
  fc.constant(presentRispostaStorica("paaInviaRT", undefined)),
  rifiuti.map((fault) => presentRifiutoStorico("paaInviaRT", fault)),
);

describe.each([
  ["PagamentiTelematiciCCP", CCP],
  ["PagamentiTelematiciRT", RT],
] as const)("answers of %s", (servizio, risposte) => {
  const oracolo = hasSchemiStorici ? openOracoloServizio(servizio) : () => undefined;

  it("are what the protocol allows, whatever they say", () => {
    fc.assert(
      fc.property(risposte, (xml) => {
        expect(parseXml(xml).ok).toBe(true);
        expect(xml).not.toMatch(/<[\w:-]+\s*\/>|<([\w:-]+)>\s*<\/\1>/);
        expect(xml).toMatch(/<(\w+)Risposta>(?:<esito>OK<\/esito>|<fault>.*<\/fault><esito>KO<\/esito><\/)/s);
        for (const [, importo = ""] of xml.matchAll(/<importoSingoloVersamento>([^<]*)</g)) expect(importo).toMatch(/^\d{1,9}\.\d{2}$/);
        expect(oracolo(corpoDi(xml))).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});
