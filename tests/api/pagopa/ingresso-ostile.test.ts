/** Everything wrong that may arrive in a message of the Node: a clear refusal of the right form, nothing fetched, nothing lost, nothing doubled. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptRicevuta } from "../../../shared/usecases/pagamenti/accept-ricevuta.ts";
import { COMUNE, INTERMEDIARIO } from "../../sostegno/anagrafica.ts";
import { testata } from "./debito.ts";
import type { Impianto } from "./impianto.ts";
import {
  attivazioneV1,
  attivazioneV2,
  busta,
  consegnaV1,
  consegnaV2,
  qrCode,
  receipt,
  testata as scriviTestata,
  verifica,
} from "./messaggi.ts";
import { createSportello, ID, type Sportello } from "./sportello.ts";

let sportello: Sportello;
let impianto: Impianto;
beforeEach(async () => {
  sportello = await createSportello();
  impianto = sportello.impianto;
});

const CONSEGNA_V2 = busta(consegnaV2(testata() + receipt({ fiscalCode: COMUNE }, true)));
const RICHIESTE: readonly (readonly [string, string, string])[] = [
  ["paVerifyPaymentNotice", busta(verifica(testata() + qrCode(COMUNE))), "paVerifyPaymentNoticeRes"],
  ["paGetPayment", busta(attivazioneV1(testata() + qrCode(COMUNE))), "paGetPaymentRes"],
  ["paGetPaymentV2", busta(attivazioneV2(testata() + qrCode(COMUNE))), "paGetPaymentV2Response"],
  ["paSendRT", busta(consegnaV1(testata() + receipt({ fiscalCode: COMUNE }, false))), "paSendRTRes"],
  ["paSendRTV2", CONSEGNA_V2, "paSendRTV2Response"],
];
const dopoLaDichiarazione = (xml: string, testo: string): string => xml.replace("?>", `?>${testo}`);

describe.each(RICHIESTE)("%s", (_primitiva, xml, risposta) => {
  it.each([
    ["with a DTD", (x: string) => dopoLaDichiarazione(x, "<!DOCTYPE a>"), "PAA_SINTASSI_EXTRAXSD"],
    [
      "with an external entity",
      (x: string) => dopoLaDichiarazione(x, '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>').replace("<idPA>", "<idPA>&f;"),
      "PAA_SINTASSI_EXTRAXSD",
    ],
    [
      "with a parameter entity",
      (x: string) => dopoLaDichiarazione(x, '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x">%p;]>'),
      "PAA_SINTASSI_EXTRAXSD",
    ],
    ["with an entity that nobody declares", (x: string) => x.replace("<idPA>", "<idPA>&lol;"), "PAA_SINTASSI_EXTRAXSD"],
    [
      "with an XInclude",
      (x: string) =>
        x.replace(
          "</idStation>",
          '</idStation><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
        ),
      "PAA_SINTASSI_XSD",
    ],
    [
      "ten thousand levels deep",
      (x: string) => x.replace("<idPA>", `${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}<idPA>`),
      "PAA_SINTASSI_EXTRAXSD",
    ],
    ["with the same element twice", (x: string) => x.replace("<idBrokerPA>", "<idPA>99999999999</idPA><idBrokerPA>"), "PAA_SINTASSI_XSD"],
    ["with a second body", (x: string) => x.replace("</soapenv:Envelope>", "<soapenv:Body/></soapenv:Envelope>"), "PAA_SINTASSI_EXTRAXSD"],
  ])("%s is refused in its own form, and leaves nothing behind", async (_caso, guasta, codice) => {
    await sportello.load();
    const esito = await impianto.call(guasta(xml));
    expect(esito).toMatchObject({ status: 200, outcome: "KO", faultCode: codice });
    expect(esito.xml).toContain(`<paf:${risposta}>`);
    expect(esito.xml).not.toContain("root:");
    expect(impianto.inCoda).toEqual([]);
    expect(impianto.deposito.all("archivio").filter(({ sk }) => sk.startsWith("RPT#"))).toEqual([]);
  });

  it("in bytes that are not UTF-8 is refused, and its readable part still says which primitive it was", async () => {
    const byte = Buffer.concat([Buffer.from(xml.slice(0, -30)), Buffer.of(0xc3, 0x28), Buffer.from(xml.slice(-30))]);
    const esito = await impianto.call(byte.toString("base64"), { isBase64Encoded: true });
    expect(esito).toMatchObject({ status: 200, outcome: "KO", faultCode: "PAA_SINTASSI_EXTRAXSD" });
    expect(esito.xml).toContain(`<paf:${risposta}>`);
    expect(impianto.inCoda).toEqual([]);
  });
});

describe("a receipt", () => {
  it("of 50 MB is refused by its size, before anything reads it", async () => {
    const enorme = CONSEGNA_V2.replace("<idPA>", `<!--${"x".repeat(50_000_000)}--><idPA>`);
    expect(await impianto.call(enorme)).toMatchObject({
      status: 200,
      faultCode: "PAA_SINTASSI_EXTRAXSD",
      description: "il messaggio supera 4096 kB",
    });
    expect(impianto.inCoda).toEqual([]);
  });

  it("of another broker is refused, and not stored", async () => {
    const altrui = busta(consegnaV2(scriviTestata(COMUNE, "99999999990", "99999999990_01") + receipt({ fiscalCode: COMUNE }, true)));
    expect(await impianto.call(altrui)).toMatchObject({ status: 200, faultCode: "PAA_ID_INTERMEDIARIO_ERRATO" });
    const stazioneAltrui = busta(
      consegnaV2(scriviTestata(COMUNE, INTERMEDIARIO, "99999999990_01") + receipt({ fiscalCode: COMUNE }, true)),
    );
    expect(await impianto.call(stazioneAltrui)).toMatchObject({ status: 200, faultCode: "PAA_STAZIONE_INT_ERRATA" });
    expect(impianto.inCoda).toEqual([]);
  });

  it("replayed as it was is answered OK and counts once", async () => {
    await sportello.load();
    for (let volta = 0; volta < 5; volta += 1) expect(await impianto.call(CONSEGNA_V2)).toMatchObject({ status: 200, outcome: "OK" });
    await impianto.drain();
    const { pendenza: p, ricevute } = await sportello.posizione();
    expect(p).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n, segnalazioni: [] });
    expect(ricevute).toMatchObject([{ idRicevuta: ID, segnalazioni: [] }]);
  });

  it.each([
    ["a higher amount", { importo: "99.00" }, "esito OK e importo 99.00"],
    ["a lower amount", { importo: "0.01" }, "esito OK e importo 0.01"],
    ["the outcome turned", { outcome: "KO" }, "esito KO e importo 12.50"],
    ["the money for somebody else", { transfers: [{ id: 1, importo: "12.50", ente: "11111111111" }] }, "ripartito in altro modo"],
  ])("replayed with %s changes nothing of what is stored, and is reported once", async (_caso, alterata, frase) => {
    await sportello.load();
    await sportello.register();
    const prima = await sportello.posizione();
    for (let volta = 0; volta < 3; volta += 1) await sportello.register(alterata);
    const dopo = await sportello.posizione();
    expect(dopo.pendenza).toEqual(prima.pendenza);
    expect(dopo.riscossioni).toEqual(prima.riscossioni);
    expect(dopo.ricevute).toMatchObject([
      { importo: 1250n, esito: "OK", segnalazioni: [{ codice: "RICEVUTA_ALTERATA", descrizione: expect.stringContaining(frase) }] },
    ]);
  });

  it("replayed with ever new amounts does not let the item grow", async () => {
    await sportello.load();
    await sportello.register();
    for (let volta = 1; volta <= 12; volta += 1) await sportello.register({ importo: `${volta}.00` });
    expect((await sportello.posizione()).ricevute[0]?.segnalazioni).toHaveLength(5);
  });
});

describe("a store that fails at each write", () => {
  const cadi = (quale: string): void => {
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === quale) throw new Error(`${quale}: giù`);
    };
  };

  it.each([
    ["paGetPayment", busta(attivazioneV1(testata() + qrCode(COMUNE)))],
    ["paGetPaymentV2", busta(attivazioneV2(testata() + qrCode(COMUNE)))],
  ])("makes %s a KO that a PSP may repeat, without half an attempt", async (_primitiva, xml) => {
    await sportello.load();
    cadi("commit archivio");
    expect(await impianto.call(xml)).toMatchObject({ status: 200, outcome: "KO", faultCode: "PAA_SYSTEM_ERROR" });
    expect((await sportello.posizione()).tentativi).toEqual([]);
    impianto.stato.guasto = undefined;
    expect(await impianto.call(xml)).toMatchObject({ outcome: "OK" });
    expect((await sportello.posizione()).tentativi).toHaveLength(1);
  });

  it("stops a receipt too large for the queue before the queue knows of it", async () => {
    const send: unknown[] = [];
    const accept = acceptRicevuta({
      coda: { send: async (messaggio) => void send.push(messaggio) },
      documenti: { put: () => Promise.reject(new Error("deposito giù")), get: async () => undefined },
      ids: impianto.ids,
    });
    const ricevuta = {
      primitiva: "paSendRTV2" as const,
      testata: { idPA: COMUNE, idBrokerPA: INTERMEDIARIO, idStation: "s" },
      principal: "nodo",
      busta: "x".repeat(300_000),
      ricevutaAlle: "2026-03-10T10:00:00.000Z",
      durataMillisecondi: 1,
    };
    await expect(accept(ricevuta)).rejects.toThrow("deposito giù");
    expect(send).toEqual([]);
  });

  it("never makes an OK out of a receipt that is not stored: whatever fails, and as often", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), async (cadute) => {
        const nuovo = await createSportello();
        await nuovo.load();
        let accettate = 0;
        for (const caduta of cadute) {
          nuovo.impianto.stato.guasto = (richiesta) => {
            if (caduta && richiesta === "send ricevute") throw new Error("coda giù");
          };
          const { status, outcome } = await nuovo.deliver();
          expect({ status, outcome }).toEqual(caduta ? { status: 500, outcome: undefined } : { status: 200, outcome: "OK" });
          if (!caduta) accettate += 1;
        }
        expect(nuovo.impianto.inCoda).toHaveLength(accettate);
        await nuovo.impianto.drain();
        const { pendenza: p, ricevute } = await nuovo.posizione();
        expect(ricevute).toHaveLength(accettate > 0 ? 1 : 0);
        expect(p).toMatchObject(accettate > 0 ? { stato: "ESEGUITA", importoPagato: 1250n } : { stato: "NON_ESEGUITA", importoPagato: 0n });
      }),
      { numRuns: 15 },
    );
  });
});
