/** What the segnalazioni of an anomalous debt say: an operator must be able to settle it without opening the receipt. */
import { describe, expect, it } from "vitest";
import { ADESSO, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import type { Pendenza, Voce } from "../pendenze/pendenza.ts";
import { applyRicevuta } from "./pendenza-pagata.ts";
import type { RicevutaInArrivo } from "./ricevuta-nodo.ts";

const [prima] = buildPendenza().voci;
if (!prima) throw new Error("la pendenza di prova ha una voce");
const voce = (indice: number, importo: bigint): Voce => ({ ...prima, indice, idVocePendenza: `V${indice}`, importo });
const debito = (altro: Partial<Pendenza> = {}): Pendenza =>
  buildPendenza({ importo: 3000n, voci: [voce(1, 1000n), voce(2, 2000n)], ...altro });

const arrivo = (paymentAmount: bigint, transfer: readonly (readonly [number, bigint])[]): RicevutaInArrivo => {
  const soggetto = { uniqueIdentifier: { entityUniqueIdentifierType: "F", entityUniqueIdentifierValue: "X" }, fullName: "Mario" } as const;
  return {
    primitiva: "paSendRTV2",
    ricevutaAlle: ADESSO,
    originale: { digest: "0" },
    richiesta: {
      idPA: "01234567897",
      idBrokerPA: "80008000801",
      idStation: "80008000801_01",
      receipt: {
        receiptId: "r-1",
        noticeNumber: "301000000000000133",
        fiscalCode: "01234567897",
        outcome: "OK",
        creditorReferenceId: "01000000000000133",
        paymentAmount,
        description: "TARI",
        companyName: "Comune",
        debtor: soggetto,
        idPSP: "ABI03069",
        PSPCompanyName: "Banca",
        idChannel: "CANALE",
        channelDescription: "app",
        paymentDateTime: "2026-11-24T10:00:00.000Z",
        transferList: transfer.map(([idTransfer, transferAmount]) => ({
          idTransfer,
          transferAmount,
          fiscalCodePA: "01234567897",
          remittanceInformation: "x",
          transferCategory: "9/0101",
        })),
      },
    },
  };
};
const dettagliDi = (pendenza: Pendenza, ricevuta: RicevutaInArrivo) =>
  applyRicevuta(pendenza, ricevuta, false, ADESSO).segnalazioni.map(({ codice, dettaglio }) => [codice, dettaglio]);

describe("an anomalous debt says", () => {
  it.each([
    [
      "which item was paid less",
      2500n,
      [
        [1, 1000n],
        [2, 1500n],
      ],
      "voce 2 (V2): attesi 20.00, ricevuti 15.00",
    ],
    [
      "every item that does not add up",
      2n,
      [
        [1, 1n],
        [2, 1n],
      ],
      "voce 1 (V1): attesi 10.00, ricevuti 0.01; voce 2 (V2): attesi 20.00, ricevuti 0.01",
    ],
    ["which item was not paid", 1000n, [[1, 1000n]], "voce 2 (V2): attesi 20.00, ricevuti 0.00"],
    [
      "what was paid for nothing",
      3500n,
      [
        [1, 1000n],
        [2, 2000n],
        [3, 500n],
      ],
      "versamento 3 di 5.00 senza una voce da pagare",
    ],
    [
      "that only the total is wrong",
      9000n,
      [
        [1, 1000n],
        [2, 2000n],
      ],
      "le voci tornano, il totale della ricevuta no: 90.00",
    ],
  ] as const)("%s", (_caso, totale, transfer, atteso) => {
    expect(dettagliDi(debito(), arrivo(totale, transfer))).toEqual([["IMPORTO_DIVERSO", atteso]]);
  });

  it("what was already paid, and when, of a debt paid twice", () => {
    const pagata = debito({ stato: "ESEGUITA", importoPagato: 3000n, dataPagamento: "2026-11-20T10:00:00.000Z" });
    const saldata = { ...pagata, voci: pagata.voci.map((v): Voce => ({ ...v, stato: "Eseguito" })) };
    expect(
      dettagliDi(
        saldata,
        arrivo(3000n, [
          [1, 1000n],
          [2, 2000n],
        ]),
      ),
    ).toEqual([["PAGAMENTO_DUPLICATO", "già pagati 30.00 il 20/11/2026; attesi 0.00, ricevuti 30.00 dal PSP ABI03069"]]);
  });

  it("nothing when it adds up", () => {
    expect(
      dettagliDi(
        debito(),
        arrivo(3000n, [
          [1, 1000n],
          [2, 2000n],
        ]),
      ),
    ).toEqual([]);
  });
});
