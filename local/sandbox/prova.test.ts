/** Every magic value, by amount, by tax code and by mailbox, seen from whoever provokes it. */
import { createConnection } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { EsitoProva } from "../../shared/domain/prova/valori-magici.ts";
import { startServerPosta } from "./comunicazioni/server-posta.ts";
import { basic, ENTE } from "./credenziali.ts";
import { type Banco, COMUNE, openBanco } from "./prove/banco.ts";
import { createMagico, type Magico, RITORNI, VALORI } from "./prove/magico.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const OK = { esito: "OK" };
const DECLINATO = { esito: "KO", fault: { faultCode: "CANALE_SYSTEM_ERROR" } };
const MINUTO = 60_000;
const euro = (centesimi: bigint): number => Number(centesimi) / 100;

const receiveUna = async (magico: Magico, cosa: RegExp): Promise<void> => {
  await magico.paga();
  expect(magico.ricevute()).toEqual([expect.stringMatching(cosa)]);
};

/** What the evening makes of it, beside a payment of 11.00 that must not suffer. */
const settle = async (magico: Magico): Promise<{ flussi: unknown[]; accrediti: unknown[] }> => {
  expect(await magico.paga()).toMatchObject(OK);
  expect(await createMagico(banco, 99, { importo: 1_100n }).paga()).toMatchObject(OK);
  const { flussi, accrediti } = (await banco.json("POST", "/sandbox/psp/rendicontazione", {})).corpo;
  const altri = (voci: object | undefined, campo: string): unknown[] => {
    const importi = Object.values(voci ?? {}).map((voce) => voce[campo]);
    expect(importi).toContain(11);
    return importi.filter((importo) => importo !== 11);
  };
  return { flussi: altri(flussi, "importoTotale"), accrediti: altri(accrediti, "importo") };
};

/** The gateway tells the creditor's system of the receipt. */
const tell = async ({ importo, codiceFiscale }: Magico): Promise<number> => {
  const corpo = { importo: euro(importo), rpt: { soggettoPagatore: { identificativo: codiceFiscale } } };
  const chi = { authorization: basic(ENTE) };
  return (await banco.chiedi("PUT", `/sandbox/ente/ricevute/${COMUNE}/01/abc`, corpo, chi)).status;
};

const askAppIO = (percorso: string, corpo: object) =>
  banco.chiedi("POST", `/sandbox/appio/api/v1/${percorso}`, corpo, { "ocp-apim-subscription-key": "chiave-0001" });
const writeAppIO = async ({ codiceFiscale, importo }: Magico): Promise<number> => {
  const content = {
    ...{ subject: "Avviso di pagamento", markdown: "Hai un avviso da pagare. ".repeat(5) },
    payment_data: { amount: Number(importo), notice_number: "301000000000000001" },
  };
  return (await askAppIO("messages", { fiscal_code: codiceFiscale, content })).status;
};

/** What the mail server says of the addressee. */
const writeTo = async (posta: string): Promise<string> => {
  const server = await startServerPosta(0, () => {});
  const socket = createConnection(server.port, "127.0.0.1");
  socket.end(`EHLO io\r\nAUTH PLAIN AAAA\r\nMAIL FROM:<io@example.it>\r\nRCPT TO:<${posta}>\r\nQUIT\r\n`);
  const righe = (await text(socket)).trim().split("\r\n");
  await server.close();
  return righe.at(-2) ?? "";
};

/** What must be seen of each. */
const ACCADE: Readonly<Record<EsitoProva, (magico: Magico) => Promise<void>>> = {
  PAGATO: async (m) => expect(await m.paga()).toMatchObject({ ...OK, ricevuta: { consegnata: true } }),
  RIFIUTATO: async (m) => {
    expect(await m.paga()).toMatchObject(DECLINATO);
    expect(m.ricevute()).toEqual([]);
    // Still to be paid: at Checkout, where it is declined as well.
    expect(await m.pagaCarrello()).toMatchObject({ stato: "RIFIUTATO", returnUrl: RITORNI.returnErrorUrl });
  },
  IN_CORSO: async (m) => {
    expect(await m.paga()).toMatchObject({ esito: "KO", fault: { faultCode: "PPT_PAGAMENTO_IN_CORSO" } });
    expect(m.chiamate()).toEqual(["paVerifyPaymentNoticeReq", "paGetPaymentV2Request"]);
  },
  IMPORTO_CAMBIATO: async (m) => {
    expect(await m.paga()).toMatchObject({ ...OK, importo: euro(m.importo) });
    expect(banco.gateway.ricevute[1]?.busta).toContain("<amount>7105.27</amount>");
  },
  STAND_IN: async (m) => {
    expect(await m.paga()).toMatchObject({ ...OK, ricevuta: { consegnata: true } });
    expect(m.chiamate()).not.toContain("paGetPaymentV2Request");
    expect(m.ricevute()).toEqual([expect.stringContaining("<standIn>true</standIn>")]);
  },
  ANNULLATO: async (m) => {
    expect(await m.pagaCarrello()).toMatchObject({ stato: "ANNULLATO", returnUrl: RITORNI.returnCancelUrl });
    expect(await m.paga()).toMatchObject(OK);
  },
  ABBANDONATO: async (m) => {
    const esito = await m.pagaCarrello();
    expect([esito["stato"], esito["returnUrl"]]).toEqual(["IN_ATTESA", undefined]);
    expect(await m.paga()).toMatchObject({ fault: { faultCode: "PPT_PAGAMENTO_IN_CORSO" } });
    banco.avanza(31 * MINUTO);
    expect(await m.paga()).toMatchObject(OK);
  },
  MAI_TORNATO: async (m) => {
    const esito = await m.pagaCarrello();
    expect([esito["stato"], esito["returnUrl"]]).toEqual(["PAGATO", undefined]);
    expect(m.ricevute()).toHaveLength(1);
  },
  PAGATO_ALTROVE: async (m) => {
    expect(await m.pagaCarrello()).toMatchObject({ stato: "RIFIUTATO", fault: { faultCode: "PPT_PAGAMENTO_DUPLICATO" } });
    expect(m.ricevute()).toHaveLength(1);
  },
  CARRELLO_RIFIUTATO: async (m) => expect((await m.creaCarrello()).status).toBe(422),
  CHECKOUT_GUASTO: async (m) => expect((await m.creaCarrello()).status).toBe(502),

  RICEVUTA_TARDI: async (m) => {
    expect(await m.paga()).toMatchObject({ ...OK, ricevuta: { consegnata: false } });
    for (const attese of [0, 1]) {
      await banco.parti.nodo.consegne.retryScadute();
      expect(m.ricevute()).toHaveLength(attese);
      banco.avanza(10 * MINUTO);
    }
  },
  RICEVUTA_DOPPIA: async (m) => {
    await m.paga();
    const [una, altra] = m.ricevute();
    expect(una).toBeDefined();
    expect(una).toBe(altra);
  },
  RICEVUTA_SMARRITA: async (m) => {
    const { token } = await m.paga();
    expect(m.ricevute()).toEqual([]);
    const biz = `/sandbox/bizevents/service/v1/organizations/${COMUNE}/receipts/${token}`;
    expect((await banco.chiedi("GET", biz, undefined, { "ocp-apim-subscription-key": "sandbox-chiave-di-sottoscrizione" })).status).toBe(
      200,
    );
  },
  RICEVUTA_DIVERSA: (m) => receiveUna(m, new RegExp(`<paymentAmount>${euro(m.importo - 50n).toFixed(2)}<`)),
  RICEVUTA_KO: async (m) => {
    await receiveUna(m, /<outcome>KO<.*<paymentAmount>0\.00</s);
    expect((await banco.json("POST", "/sandbox/psp/rendicontazione", {})).corpo).toMatchObject({ flussi: [] });
    expect(await m.paga()).toMatchObject(DECLINATO);
  },

  FLUSSO_ASSENTE: async (m) => expect(await settle(m)).toEqual({ flussi: [], accrediti: [euro(m.importo)] }),
  FLUSSO_DIVERSO: async (m) => expect(await settle(m)).toEqual({ flussi: [euro(m.importo + 50n)], accrediti: [euro(m.importo)] }),
  ACCREDITO_ASSENTE: async (m) => expect(await settle(m)).toEqual({ flussi: [euro(m.importo)], accrediti: [] }),
  ACCREDITO_INFERIORE: async (m) => expect(await settle(m)).toEqual({ flussi: [euro(m.importo)], accrediti: [euro(m.importo - 50n)] }),

  NOTIFICA_RIFIUTATA: async (m) => expect([await tell(m), await tell(m), await tell(m), await tell(m)]).toEqual([500, 500, 500, 500]),
  NOTIFICA_RIPRESA: async (m) => expect([await tell(m), await tell(m), await tell(m)]).toEqual([503, 503, 201]),
  NOTIFICA_LENTA: async (m) => {
    const attesa = AbortSignal.timeout(1_000);
    const percorso = `${banco.gateway.baseUrl}/sandbox/ente/ricevute/${COMUNE}/01/abc`;
    const corpo = JSON.stringify({ importo: euro(m.importo), debitore: m.codiceFiscale });
    await expect(fetch(percorso, { method: "PUT", body: corpo, signal: attesa })).rejects.toThrow();
    await expect
      .poll(async () => (await banco.json("GET", "/sandbox/callback/chiamate")).corpo)
      .toMatchObject({ risultati: [{ stato: 0, tipo: "ricevute" }] });
  },

  APPIO_NON_ATTIVA: async (m) => expect((await askAppIO("profiles", { fiscal_code: m.codiceFiscale })).status).toBe(404),
  APPIO_ESCLUSO: async (m) =>
    expect(await (await askAppIO("profiles", { fiscal_code: m.codiceFiscale })).json()).toEqual({ sender_allowed: false }),
  APPIO_LIMITE: async (m) => {
    expect((await askAppIO("profiles", { fiscal_code: m.codiceFiscale })).status).toBe(200);
    expect([await writeAppIO(m), await writeAppIO(m)]).toEqual([429, 201]);
  },
  POSTA_RESPINTA: async (m) => expect(await writeTo(m.posta)).toMatch(/^550 5\.1\.1 /),
  POSTA_PIENA: async (m) => expect(await writeTo(m.posta)).toMatch(/^452 4\.2\.2 /),
};

it.each(VALORI)("%s, chiesto con %s", async (esito, _campo, valore) => {
  await ACCADE[esito](createMagico(banco, 1, valore));
});

it("ciò che non è magico va come sempre", async () => {
  const magico = createMagico(banco, 1, {});
  expect(await magico.pagaCarrello()).toMatchObject({ stato: "PAGATO", returnUrl: RITORNI.returnOkUrl });
  expect([await tell(magico), await writeAppIO(magico), await writeTo(magico.posta)]).toEqual([201, 201, "250 ok"]);
});
