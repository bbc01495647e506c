import { beforeEach, describe, expect, it } from "vitest";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Evento } from "../../domain/eventi.ts";
import { createClockFermo, createIdsInSequenza } from "../memory/tempo.ts";
import type { ErroreHttp, RichiestaHttp, RispostaHttp } from "./client.ts";
import { type PorteGiornaleUscite, registraScambio, withGiornale } from "./giornale-uscite.ts";

describe("il giornale delle chiamate in uscita", () => {
  const clock = createClockFermo("2026-03-01T10:00:00.000Z");
  let scritti: Evento[];
  let segnalati: string[];
  let guasto: boolean;
  const porte: PorteGiornaleUscite = {
    giornale: {
      putEventi: async (eventi) => {
        if (guasto) throw new Error("giù");
        scritti.push(...eventi);
      },
    },
    clock,
    ids: createIdsInSequenza(),
    transazione: () => "filo",
    segnala: (tipoEvento) => void segnalati.push(tipoEvento),
  };
  beforeEach(() => {
    clock.set("2026-03-01T10:00:00.000Z");
    [scritti, segnalati, guasto] = [[], [], false];
  });
  const call = (risposta: Esito<RispostaHttp, ErroreHttp>, campi: Partial<RichiestaHttp> = {}) =>
    withGiornale(
      {
        request: async () => {
          clock.advance(42);
          return risposta;
        },
      },
      porte,
      "GPD",
    ).request({ method: "GET", url: "https://api.example/gpd?a=1", timeoutMillisecondi: 1_000, ...campi });

  it("tiene i due messaggi byte per byte, i tempi, il filo e ciò che il client ne sa", async () => {
    const contenuto = Buffer.from([0xff, 0xfe, 0x00, 0x41]);
    await call(ok({ status: 201, headers: { "content-type": "application/json" }, testo: "?", contenuto }), {
      method: "POST",
      headers: { "Ocp-Apim-Subscription-Key": "segreto:gpd", accept: "application/json" },
      body: '{"iupd":"x"}',
      evento: { tipoEvento: "createPosition", idDominio: "01234567897", iuv: "1", numeroAvviso: "31" },
    });
    expect(scritti).toEqual([
      {
        id: expect.any(String),
        transactionId: "filo",
        componente: "API_PAGOPA",
        categoriaEvento: "INTERFACCIA",
        ruolo: "CLIENT",
        tipoEvento: "createPosition",
        dataEvento: "2026-03-01T10:00:00.000Z",
        durataMillisecondi: 42,
        esito: "OK",
        severita: 0,
        idDominio: "01234567897",
        iuv: "1",
        numeroAvviso: "31",
        parametriRichiesta: {
          url: "https://api.example/gpd?a=1",
          method: "POST",
          data: "2026-03-01T10:00:00.000Z",
          headers: [
            { nome: "Ocp-Apim-Subscription-Key", valore: "***" },
            { nome: "accept", valore: "application/json" },
          ],
          payload: '{"iupd":"x"}',
        },
        parametriRisposta: {
          status: 201,
          data: "2026-03-01T10:00:00.042Z",
          headers: [{ nome: "content-type", valore: "application/json" }],
          payload: contenuto,
        },
      },
    ]);
  });

  it("chi non dice l'operazione lascia il nome del servizio: nessuno scambio resta fuori", async () => {
    await call(ok({ status: 200, headers: {}, testo: "{}" }));
    expect(scritti).toMatchObject([{ tipoEvento: "GPD", parametriRisposta: { payload: "{}" } }]);
  });

  it.each<[Esito<RispostaHttp, ErroreHttp>, Partial<Evento>]>([
    [ok({ status: 302, headers: {}, testo: "" }), { esito: "OK", severita: 0 }],
    [ok({ status: 404, headers: {}, testo: "" }), { esito: "KO", severita: 3, sottotipoEsito: "404" }],
    [ok({ status: 503, headers: {}, testo: "" }), { esito: "FAIL", severita: 5, sottotipoEsito: "503" }],
    [ko({ causa: "tempo", dettaglio: "nessuna risposta" }), { esito: "FAIL", sottotipoEsito: "tempo", dettaglioEsito: "nessuna risposta" }],
    [
      ok({ status: 200, headers: { "content-type": "text/xml" }, testo: "<r><fault><faultCode>PPT_RPT_DUPLICATA</faultCode></fault></r>" }),
      { esito: "KO", severita: 3, sottotipoEsito: "PPT_RPT_DUPLICATA" },
    ],
    [ok({ status: 200, headers: { "content-type": "text/plain" }, testo: "<faultCode>X</faultCode>" }), { esito: "OK" }],
  ])("%j", async (risposta, atteso) => {
    await call(risposta);
    expect(scritti).toMatchObject([atteso]);
  });

  it("un giornale che non si scrive non disfa lo scambio, ma si sa", async () => {
    guasto = true;
    expect(await call(ok({ status: 200, headers: {}, testo: "" }))).toMatchObject({ ok: true });
    expect(segnalati).toEqual(["GPD"]);
  });

  it("un fault di SOAP è un rifiuto, e la password della stazione non si scrive", async () => {
    await registraScambio(porte, {
      servizio: "NodoStorico",
      campi: { tipoEvento: "nodoChiediStatoRPT" },
      inizio: clock.now(),
      durataMillisecondi: 5,
      richiesta: { url: "https://api.example/nodo", method: "POST", payload: "<password>segreta1</password><iuv>1</iuv>" },
      risposta: { status: 200, payload: "<fault/>" },
      rifiuto: { codice: "PPT_RPT_SCONOSCIUTA", dettaglio: "non c'è" },
    });
    expect(scritti).toMatchObject([
      { esito: "KO", sottotipoEsito: "PPT_RPT_SCONOSCIUTA", parametriRichiesta: { payload: "<password>***</password><iuv>1</iuv>" } },
    ]);
  });
});
