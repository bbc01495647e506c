/** The documented order of checks (pagopa.md 3.2): whatever is wrong together, the first failure is the only one reported; and every code can be reached. */
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { CODICI_FAULT_PA, type CodiceFaultPa } from "../../../shared/domain/pagamenti/messaggi-nodo.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import { COMUNE, INTERMEDIARIO, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { pendenza, voce } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { attivazioneV1, attivazioneV2, busta, consegnaV1, consegnaV2, qrCode, receipt, testata, verifica } from "./messaggi.ts";

let impianto: Impianto;
beforeEach(async () => {
  impianto = await createImpianto();
});

interface Primitiva {
  readonly scrivi: (contenuto: string) => string;
  readonly corpo: (ente: string) => string;
  readonly ricevuta: boolean;
}
const PRIMITIVE: Readonly<Record<string, Primitiva>> = {
  paVerifyPaymentNotice: { scrivi: verifica, corpo: (ente) => qrCode(ente), ricevuta: false },
  paGetPayment: { scrivi: attivazioneV1, corpo: (ente) => qrCode(ente), ricevuta: false },
  paGetPaymentV2: { scrivi: attivazioneV2, corpo: (ente) => qrCode(ente), ricevuta: false },
  paSendRT: { scrivi: consegnaV1, corpo: (ente) => receipt({ fiscalCode: ente }, false), ricevuta: true },
  paSendRTV2: { scrivi: consegnaV2, corpo: (ente) => receipt({ fiscalCode: ente }, true), ricevuta: true },
};

/** Defects in the order in which they must be found, with what each is answered. */
const DIFETTI = ["busta", "testata", "dominio", "intermediario", "stazione", "associazione", "corpo", "ente-avviso", "pendenza"] as const;
type Difetto = (typeof DIFETTI)[number];
const ATTESI: Readonly<Record<Difetto, CodiceFaultPa>> = {
  busta: "PAA_SINTASSI_EXTRAXSD",
  testata: "PAA_SINTASSI_XSD",
  dominio: "PAA_ID_DOMINIO_ERRATO",
  intermediario: "PAA_ID_INTERMEDIARIO_ERRATO",
  stazione: "PAA_STAZIONE_INT_ERRATA",
  associazione: "PAA_STAZIONE_INT_ERRATA",
  corpo: "PAA_SINTASSI_XSD",
  "ente-avviso": "PAA_ID_DOMINIO_ERRATO",
  pendenza: "PAA_PAGAMENTO_SCONOSCIUTO",
};
/** A receipt is money already cashed: neither the association nor the debt may lose it. */
const NON_DELLE_RICEVUTE: readonly Difetto[] = ["associazione", "ente-avviso", "pendenza"];

const scriviRichiesta = ({ scrivi, corpo }: Primitiva, difetti: ReadonlySet<Difetto>): string => {
  const idPA = difetti.has("testata") ? "" : difetti.has("dominio") ? "11111111111" : COMUNE;
  const stazione = difetti.has("stazione") ? `${INTERMEDIARIO}_99` : difetti.has("associazione") ? `${INTERMEDIARIO}_02` : STAZIONE;
  const contenuto = corpo(difetti.has("ente-avviso") ? UNIONE : COMUNE);
  const intestazione = testata(idPA, difetti.has("intermediario") ? "11111111111" : INTERMEDIARIO, stazione);
  const xml = busta(scrivi(intestazione + (difetti.has("corpo") ? contenuto.replace(/<noticeNumber>\d/, "<noticeNumber>") : contenuto)));
  return difetti.has("busta") ? xml.slice(0, -9) : xml;
};

const addSecondaStazione = (): Promise<void> =>
  impianto.write({
    azione: "crea",
    entita: "stazione",
    valore: { versione: 0, idStazione: `${INTERMEDIARIO}_02`, idIntermediario: INTERMEDIARIO, versioneStazione: "V2", abilitato: true },
  });

describe.each(Object.entries(PRIMITIVE))("%s with several things wrong", (_nome, primitiva) => {
  it("reports the first of the documented order, and only that", async () => {
    await addSecondaStazione();
    await fc.assert(
      fc.asyncProperty(fc.subarray([...DIFETTI]), async (scelti) => {
        const difetti = new Set<Difetto>(scelti);
        if (!difetti.has("pendenza") && !(await impianto.posizioni.getPendenza({ idDominio: COMUNE, iuv: pendenza().iuv })))
          await impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza() });
        const rilevanti = DIFETTI.filter(
          (d) => difetti.has(d) && d !== "pendenza" && !(primitiva.ricevuta && NON_DELLE_RICEVUTE.includes(d)),
        );
        const [primo] = rilevanti;
        const { status, outcome, faultCode, xml } = await impianto.call(scriviRichiesta(primitiva, difetti));
        expect({ scelti, status, outcome, faultCode }).toEqual({
          scelti,
          status: 200,
          outcome: primo === undefined ? expect.stringMatching(/OK|KO/) : "KO",
          faultCode: primo === undefined ? (outcome === "OK" ? undefined : "PAA_PAGAMENTO_SCONOSCIUTO") : ATTESI[primo],
        });
        if (outcome === "KO") expect(xml).toMatch(/<outcome>KO<\/outcome><fault>(?:(?!<outcome>).)*<\/fault><\/paf:/s);
      }),
      { numRuns: 40 },
    );
  });
});

const raggiunti = new Set<string>();
const bollo = {
  variante: "bollo",
  tipoBollo: "01",
  hashDocumento: "wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=",
  provinciaResidenza: "RM",
} as const;

describe("every code of the modern family", () => {
  const nota = (altro: Partial<Pendenza>) => async (): Promise<void> => {
    await impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza(altro) });
  };
  const niente = async (): Promise<void> => {};
  const giu = async (): Promise<void> => {
    await impianto.warm();
    impianto.stato.guasto = () => {
      throw new Error("archivio giù");
    };
  };
  const BUONA = busta(attivazioneV1(testata(COMUNE, INTERMEDIARIO, STAZIONE) + qrCode(COMUNE)));
  it.each<[CodiceFaultPa, string, () => Promise<void>, string]>([
    ["PAA_SINTASSI_EXTRAXSD", "an envelope that does not end", niente, BUONA.slice(0, -5)],
    ["PAA_SINTASSI_XSD", "a notice number of 17 digits", niente, BUONA.replace(/<noticeNumber>\d/, "<noticeNumber>")],
    ["PAA_ID_DOMINIO_ERRATO", "an unknown creditor", niente, BUONA.replaceAll(COMUNE, "11111111111")],
    ["PAA_ID_INTERMEDIARIO_ERRATO", "an unknown broker", niente, BUONA.replace(`<idBrokerPA>${INTERMEDIARIO}`, "<idBrokerPA>11111111111")],
    ["PAA_STAZIONE_INT_ERRATA", "an unknown station", niente, BUONA.replace(STAZIONE, `${INTERMEDIARIO}_77`)],
    ["PAA_PAGAMENTO_SCONOSCIUTO", "an unknown notice", niente, BUONA],
    ["PAA_PAGAMENTO_DUPLICATO", "a paid debt", nota({ stato: "ESEGUITA", voci: [voce(1, 1250n, { stato: "Eseguito" })] }), BUONA],
    ["PAA_PAGAMENTO_ANNULLATO", "an annulled debt", nota({ stato: "ANNULLATA" }), BUONA],
    ["PAA_PAGAMENTO_SCADUTO", "an expired debt", nota({ dataScadenza: "2026-03-09" }), BUONA],
    ["PAA_SEMANTICA", "a stamp asked with version 1", nota({ voci: [voce(1, 1600n, { destinazione: bollo })] }), BUONA],
    ["PAA_SYSTEM_ERROR", "a store that does not answer", giu, BUONA],
  ])("%s is reached by %s", async (codice, _come, prepara, xml) => {
    await prepara();
    const { status, outcome, faultCode, description } = await impianto.call(xml);
    expect({ status, outcome, faultCode }).toEqual({ status: 200, outcome: "KO", faultCode: codice });
    expect(description).toBeTruthy();
    raggiunti.add(codice);
  });

  /** A creditor does not invent payments in progress, and a repeated receipt is taken for granted (docs/adr/0019). */
  const MAI_EMESSI = ["PAA_PAGAMENTO_IN_CORSO", "PAA_RECEIPT_DUPLICATA"];
  const STORICI = [
    "PAA_ATTIVA_RPT_IMPORTO_NON_VALIDO",
    "PAA_PAGAMENTO_MULTIBENEFICIARIO_NON_CONSENTITO",
    "PAA_RPT_SCONOSCIUTA",
    "PAA_RT_DUPLICATA",
    "PAA_TIPOFIRMA_SCONOSCIUTO",
  ];
  afterAll(() => {
    expect([...raggiunti].sort()).toEqual(CODICI_FAULT_PA.filter((codice) => ![...MAI_EMESSI, ...STORICI].includes(codice)).sort());
  });
});

describe("the probe of the stand-in", () => {
  it.each([verifica, attivazioneV1, attivazioneV2])("is unknown to any station, and costs no read", async (richiesta) => {
    await impianto.warm();
    const { status, faultCode } = await impianto.call(
      busta(richiesta(testata(COMUNE, INTERMEDIARIO, STAZIONE) + qrCode(COMUNE, "0".repeat(18)))),
    );
    expect({ status, faultCode }).toEqual({ status: 200, faultCode: "PAA_PAGAMENTO_SCONOSCIUTO" });
    expect(impianto.richieste.filter((richiesta) => richiesta.includes("archivio"))).toEqual([]);
    expect(impianto.domande).toEqual([]);
  });
});
