import { describe, expect, it } from "vitest";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { createClockFermo } from "../memory/tempo.ts";
import type { ErroreHttp, RichiestaHttp, RispostaHttp } from "./client.ts";
import { createInterruttore } from "./interruttore.ts";
import { createSend } from "./send.ts";

const DOMANDA = { url: "https://api.send.example/", apiKey: "segreto:send", idDominio: "01234567897", numeroAvviso: "301000000000000123" };
const PREZZO = { iun: "AAAA-BBBB-CCCC-202611-D-1", partialPrice: 718, totalPrice: 854, vat: 22, paFee: 0, sendFee: 100, analogCost: 618 };
type Risposta = Esito<RispostaHttp, ErroreHttp>;
const risposta = (status: number, corpo: unknown): Risposta => ok({ status, headers: {}, testo: JSON.stringify(corpo) });

const chiedi = async (data: Risposta) => {
  const viste: RichiestaHttp[] = [];
  const http = {
    request: async (richiesta: RichiestaHttp) => {
      viste.push(richiesta);
      return data;
    },
  };
  const send = createSend(http, createInterruttore(createClockFermo("2026-11-25T09:00:00.000Z")));
  return { esito: await send.getPrezzo(DOMANDA), viste, send };
};

describe("SEND", () => {
  it("is asked for the price of a notice with the key of the creditor, and answers in cents", async () => {
    const { esito, viste } = await chiedi(
      risposta(200, { ...PREZZO, refinementDate: "2026-11-24T11:00:00+01:00", notificationViewDate: null }),
    );
    expect(viste.map(({ method, url, headers }) => [method, url, headers?.["x-api-key"]])).toEqual([
      ["GET", "https://api.send.example/delivery/v2.3/price/01234567897/301000000000000123", "segreto:send"],
    ]);
    expect(esito).toEqual({
      ok: true,
      valore: {
        ...{ iun: PREZZO.iun, totale: 854n, quotaSend: 100n, quotaEnte: 0n, cartaceo: 618n, iva: 22 },
        dataPerfezionamento: "2026-11-24T10:00:00.000Z",
      },
    });
  });

  it.each<[string, Risposta, string]>([
    ["an unknown notice", risposta(404, {}), "assente"],
    ["an error", risposta(500, {}), "guasto"],
    ["a key refused", risposta(403, {}), "guasto"],
    ["silence", ko({ causa: "tempo", dettaglio: "tempo" }), "guasto"],
    ["no amount", risposta(200, { iun: "X" }), "guasto"],
    ["a negative amount", risposta(200, { ...PREZZO, totalPrice: -1 }), "guasto"],
    ["an amount in euro", risposta(200, { ...PREZZO, totalPrice: 8.54 }), "guasto"],
    ["an amount that nobody believes", risposta(200, { ...PREZZO, totalPrice: 100_001 }), "guasto"],
    ["something else", ok({ status: 200, headers: {}, testo: "<html>" }), "guasto"],
  ])("that answers with %s gives no price", async (_nome, data, causa) => {
    const { esito } = await chiedi(data);
    expect(esito.ok ? "" : esito.errore.causa).toBe(causa);
  });

  it("that has failed five times in a row is left alone", async () => {
    const { send, viste } = await chiedi(risposta(503, {}));
    for (let i = 0; i < 8; i++) await send.getPrezzo(DOMANDA);
    expect(viste).toHaveLength(5);
  });
});
