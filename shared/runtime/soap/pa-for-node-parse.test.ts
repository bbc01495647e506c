import { describe, expect, it } from "vitest";
import { attivazioneV2, busta, consegnaV1, consegnaV2, receipt, testata } from "../../../tests/api/pagopa/messaggi.ts";
import type { NomePrimitiva } from "../../domain/pagamenti/messaggi-nodo.ts";
import { openBusta } from "./envelope.ts";
import { readRichiesta } from "./pa-for-node-parse.ts";

function leggi<const P extends NomePrimitiva>(primitiva: P, corpo: string) {
  const radice = openBusta(busta(corpo), 256);
  if (!radice.ok) throw new Error(radice.errore);
  return readRichiesta(primitiva, radice.valore);
}

describe("the values read", () => {
  it("of an activation: amounts in cents, the day as written", () => {
    expect(leggi("paGetPaymentV2", attivazioneV2().replace("2026-12-31", "2026-12-31+02:00"))).toEqual({
      ok: true,
      valore: {
        idPA: "01234567897",
        idBrokerPA: "80012345678",
        idStation: "80012345678_01",
        qrCode: { fiscalCode: "01234567897", noticeNumber: "301000000000000123" },
        amount: 1250n,
        paymentNote: "carrello-1",
        transferType: "POSTAL",
        dueDate: "2026-12-31",
      },
    });
  });

  it("of a V2 receipt: Italian time in UTC, a stamp in place of the IBAN, absent what is missing", () => {
    const corpo = consegnaV2(
      testata() +
        receipt(
          {
            transfers: [{ id: 1, importo: "12.50", accredito: "<MBDAttachment>QUJD\n REVG</MBDAttachment>" }],
            paymentDateTime: "2026-07-10T00:30:00",
          },
          true,
        ),
    ).replace(/<payer>.*<\/payer>/, "");
    const letta = leggi("paSendRTV2", corpo);
    expect(letta).toMatchObject({
      ok: true,
      valore: {
        receipt: {
          receiptId: "c110729d258c4ab1b765fe902aae41d6",
          outcome: "OK",
          paymentAmount: 1250n,
          fee: 150n,
          primaryCiIncurredFee: 0n,
          paymentDateTime: "2026-07-09T22:30:00.000Z",
          applicationDate: "2026-03-10",
          standIn: false,
          debtor: { fullName: "Mario Rossi", "e-mail": "mario.rossi@example.it", uniqueIdentifier: { entityUniqueIdentifierType: "F" } },
          transferList: [
            { idTransfer: 1, transferAmount: 1250n, MBDAttachment: "QUJDREVG", metadata: [{ key: "chiave0" }, { key: "chiave1" }] },
          ],
        },
      },
    });
    expect(letta.ok && Object.keys(letta.valore.receipt)).not.toContain("payer");
  });

  it("of a V1 receipt with five transfers", () => {
    const transfers = [1, 2, 3, 4, 5].map((id) => ({ id, importo: "2.50" }));
    const letta = leggi("paSendRT", consegnaV1(testata() + receipt({ transfers }, false)));
    expect(letta.ok && letta.valore.receipt.transferList.map((t) => t.transferAmount)).toEqual([250n, 250n, 250n, 250n, 250n]);
  });

  it("the path of an error says which transfer", () => {
    const transfers = [
      { id: 1, importo: "6.25" },
      { id: 2, importo: "6.25", accredito: "<IBAN></IBAN>" },
    ];
    expect(leggi("paSendRTV2", consegnaV2(testata() + receipt({ transfers }, true)))).toEqual({
      ok: false,
      errore: {
        faultCode: "PAA_SINTASSI_XSD",
        description: "paSendRTV2Request/receipt/transferList/transfer[2]/IBAN: vuoto, sono richiesti da 1 a 35 caratteri",
      },
    });
  });
});
