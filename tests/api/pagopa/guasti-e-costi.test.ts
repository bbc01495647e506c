/** What the endpoint does when our own parts fail, and what it costs when they do not. */
import "./variabili.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { paSendRTV2, paVerifyPaymentNotice } from "../../../shared/contracts/pagopa/primitive.ts";
import type { CodiceFaultPa } from "../../../shared/domain/pagamenti/messaggi-nodo.ts";
import { soapService } from "../../../shared/runtime/soap/servizio.ts";
import { cifraDi } from "../../../shared/runtime/soap/sorveglianza.ts";
import { soapOperation } from "../../../shared/runtime/soap-operation.ts";
import { checkTestata } from "../../../shared/usecases/pagamenti/check-testata.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { IUV, pendenza, testata } from "./debito.ts";
import { contesto, createImpianto, eventoNodo, type Impianto } from "./impianto.ts";
import { attivazioneV1, attivazioneV2, busta, consegnaV1, consegnaV2, qrCode, receipt, verifica } from "./messaggi.ts";

let impianto: Impianto;
beforeEach(async () => {
  impianto = await createImpianto();
});

const load = () => impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza() });
const RICEVUTA = busta(consegnaV2(testata() + receipt({ fiscalCode: COMUNE }, true)));

describe("failures of ours", () => {
  it("are a KO PAA_SYSTEM_ERROR with HTTP 200 for verification and activation", async () => {
    await impianto.warm();
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === "get archivio") throw new Error("archivio giù");
    };
    for (const messaggio of [verifica, attivazioneV1, attivazioneV2]) {
      const { status, faultCode } = await impianto.call(busta(messaggio(testata() + qrCode(COMUNE))));
      expect({ status, faultCode }).toEqual({ status: 200, faultCode: "PAA_SYSTEM_ERROR" });
    }
    expect(impianto.eventi().map(({ esito, idDominio, iuv }) => [esito, idDominio, iuv])).toEqual(
      Array.from({ length: 3 }, () => ["FAIL", COMUNE, IUV]),
    );
  });

  it.each([
    ["paSendRT", busta(consegnaV1(testata() + receipt({ fiscalCode: COMUNE }, false)))],
    ["paSendRTV2", RICEVUTA],
  ])("are HTTP 500 for %s, so that the Node tries again", async (_primitiva, messaggio) => {
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === "send ricevute") throw new Error("coda giù");
    };
    const { status, outcome, xml } = await impianto.call(messaggio);
    expect({ status, outcome }).toEqual({ status: 500, outcome: undefined });
    expect(xml).toContain("soapenv:Server");
    impianto.stato.guasto = undefined;
    expect(await impianto.call(messaggio)).toMatchObject({ status: 200, outcome: "OK" });
    expect(impianto.inCoda).toHaveLength(1);
  });
});

describe("a store that neither answers nor refuses", () => {
  const mai = <T>(): Promise<T> => new Promise(() => {});
  it.each([
    ["a verification", paVerifyPaymentNotice, busta(verifica(testata() + qrCode(COMUNE))), 200],
    ["a receipt", paSendRTV2, RICEVUTA, 500],
  ])("does not keep %s silent until the Node gives up, nor does the journal", async (_caso, primitiva, messaggio, status) => {
    const breve = { ...primitiva, limiti: { ...primitiva.limiti, timeoutSeconds: 1 } };
    await impianto.warm();
    const servizio = soapService(breve, checkTestata(impianto), mai);
    const handler = soapOperation({ ...impianto.endpoint, giornale: { putEventi: mai } }, [servizio]);
    const risposta = await handler(eventoNodo(messaggio), contesto);
    expect(risposta).toMatchObject({ statusCode: status, body: expect.stringContaining("<faultCode>PAA_SYSTEM_ERROR<") });
  });
});

describe("what rings an alarm", () => {
  it.each<[string, string, number, CodiceFaultPa | undefined, string | undefined]>([
    ["a refusal of the debt", "paGetPaymentV2", 200, "PAA_PAGAMENTO_SCADUTO", undefined],
    ["a failure of ours", "paVerifyPaymentNotice", 200, "PAA_SYSTEM_ERROR", "guasti"],
    ["a receipt", "paSendRTV2", 200, undefined, undefined],
    ["a receipt refused", "paSendRTV2", 200, "PAA_SINTASSI_XSD", "ricevuteRifiutate"],
    ["a receipt that the Node will repeat", "paSendRT", 500, "PAA_SYSTEM_ERROR", undefined],
    ["an RT that nobody asked for, kept", "paaInviaRT", 200, "PAA_RPT_SCONOSCIUTA", undefined],
    ["an RT of another broker", "paaInviaRT", 200, "PAA_ID_INTERMEDIARIO_ERRATO", "ricevuteRifiutate"],
  ])("%s", (_caso, operazione, status, codice, attesa) => {
    expect(cifraDi(operazione, status, codice)).toBe(attesa);
  });
});

describe("requests to the store", () => {
  it.each([
    ["verification", verifica, ["get archivio", "putMany eventi"]],
    ["activation", attivazioneV1, ["get archivio", "commit archivio"]],
    ["activation V2", attivazioneV2, ["get archivio", "commit archivio"]],
  ])("of a warm %s are within the budget", async (_caso, messaggio, attese) => {
    await load();
    await impianto.warm();
    expect((await impianto.call(busta(messaggio(testata() + qrCode(COMUNE))))).outcome).toBe("OK");
    expect(impianto.richieste).toEqual(attese);
  });

  it("of a receipt until the answer are one send and nothing else", async () => {
    await impianto.warm();
    expect((await impianto.call(RICEVUTA)).outcome).toBe("OK");
    expect(impianto.richieste).toEqual(["send ricevute"]);
  });

  it("of a receipt in the consumer are one query and one transaction", async () => {
    await load();
    await impianto.warm();
    await impianto.call(RICEVUTA);
    impianto.richieste.length = 0;
    await impianto.drain();
    expect(impianto.richieste).toEqual(["query archivio", "commit archivio"]);
  });
});
