import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { CHIAVE_SOTTOSCRIZIONE } from "../credenziali.ts";
import { addAvviso, type Banco, COMUNE, IBAN_POSTALE, type Oggetto, openBanco } from "../prove/banco.ts";

const GIORNO = 86_400_000;
let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const chiave = { "Ocp-Apim-Subscription-Key": CHIAVE_SOTTOSCRIZIONE };
const BASE = `/sandbox/fdr-org/service/v1/organizations/${COMUNE}/fdrs`;
const leggi = (percorso: string) => banco.json("GET", percorso, undefined, chiave);
const paga = (numero: number, importo: bigint, altro = {}, iban?: string) =>
  banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso: addAvviso(banco, numero, importo, iban), ...altro });
const rendiconta = async (corpo: object = {}) => (await banco.json("POST", "/sandbox/psp/rendicontazione", corpo)).corpo;
const elenco = (oggetto: Oggetto | undefined): Oggetto[] => Object.values(oggetto ?? {});
const dettaglio = (voce: Oggetto | undefined) =>
  `${BASE}/${String(voce?.fdr)}/revisions/${String(voce?.revision)}/psps/${String(voce?.pspId)}`;

describe("la rendicontazione", () => {
  it("fa un flusso per PSP, ente e conto, e il credito del giorno dopo è uguale al flusso", async () => {
    await paga(1, 1_010n);
    await paga(2, 2_020n, { senzaRicevuta: true });
    await paga(3, 333n, { psp: "FIOPIT2F" });
    await paga(4, 444n, {}, IBAN_POSTALE);
    const esito = await rendiconta({});
    expect(elenco(esito.flussi).map((flusso) => [flusso.psp, flusso.numeroPagamenti, flusso.importoTotale])).toEqual([
      ["ABI99001", 1, 4.44],
      ["ABI99001", 2, 30.3],
      ["FIOPIT2F", 1, 3.33],
    ]);
    expect(elenco(esito.accrediti).map((voce) => [voce.data, voce.importo])).toEqual([
      ["2026-03-03", 4.44],
      ["2026-03-03", 30.3],
      ["2026-03-03", 3.33],
    ]);
    expect(String(esito.flussi?.["0"]?.idFlusso)).toMatch(/^2026-03-03ABI99001-\d{9}$/);
    expect(elenco((await rendiconta({})).flussi)).toEqual([]);
  });

  it("il giorno chiesto è quello dei pagamenti a Roma", async () => {
    await paga(1, 100n);
    banco.avanza(GIORNO);
    await paga(2, 200n);
    expect(await rendiconta({ data: "2026-03-02" })).toMatchObject({ flussi: [{ importoTotale: 1 }] });
    expect(await rendiconta({})).toMatchObject({ flussi: [{ importoTotale: 2, dataRegolamento: "2026-03-04" }] });
  });

  it("il server dà elenco, testata e pagamenti come il contratto", async () => {
    await paga(1, 1_010n);
    await paga(2, 2_020n, { senzaRicevuta: true });
    await rendiconta({});
    const lista = (await leggi(BASE)).corpo;
    expect(lista).toMatchObject({
      metadata: { pageSize: 1000, pageNumber: 1, totPage: 1 },
      count: 1,
      data: [{ pspId: "ABI99001", revision: 1 }],
    });
    const uno = dettaglio(lista.data?.["0"]);
    expect((await leggi(uno)).corpo).toMatchObject({
      status: "PUBLISHED",
      sender: { type: "ABI_CODE", id: "99001", pspId: "ABI99001" },
      receiver: { organizationId: COMUNE, organizationName: "Comune di Borgofiorino" },
      regulationDate: "2026-03-03",
      totPayments: 2,
      computedTotPayments: 2,
      sumPayments: 30.3,
    });
    const pagine = await Promise.all([1, 2, 3].map((page) => leggi(`${uno}/payments?page=${page}&size=1`)));
    expect(pagine.map(({ corpo }) => corpo.count)).toEqual([1, 1, 0]);
    expect(pagine[0]?.corpo).toMatchObject({
      metadata: { totPage: 2 },
      data: [{ index: 1, idTransfer: 1, pay: 10.1, payStatus: "EXECUTED", payDate: "2026-03-02T00:00:00Z" }],
    });
    expect(pagine[1]?.corpo).toMatchObject({ data: [{ index: 2, pay: 20.2, payStatus: "NO_RPT" }] });
  });

  it("publishedGt esclude ciò che è già stato visto", async () => {
    await paga(1, 100n);
    await rendiconta({});
    const visto = String((await leggi(BASE)).corpo.data?.["0"]?.published);
    expect((await leggi(`${BASE}?publishedGt=${visto}`)).corpo).toMatchObject({ count: 0, data: [] });
    banco.avanza(1000);
    await paga(2, 100n);
    await rendiconta({});
    expect((await leggi(`${BASE}?publishedGt=${visto}`)).corpo).toMatchObject({ count: 1 });
  });
});

describe("le anomalie chieste", () => {
  it("credito in meno, pagamento doppio e riga errata, ognuna una volta e al centesimo", async () => {
    const iuv = String((await paga(1, 1_000n)).corpo.iuv);
    await paga(2, 2_000n, { psp: "FIOPIT2F" });
    await paga(3, 3_000n, { psp: "99003000017" });
    const esito = await rendiconta({
      anomalie: { duplica: { iuv }, creditoInMeno: { psp: "FIOPIT2F", centesimi: 1 }, rigaErrata: { psp: "99003000017", centesimi: 7 } },
    });
    const flussi = elenco(esito.flussi);
    const perPsp = (psp: string) => [
      flussi.find((flusso) => String(flusso.psp) === psp)?.importoTotale,
      elenco(esito.accrediti).find((voce) => String(voce.idFlusso).includes(psp))?.importo,
    ];
    expect(perPsp("ABI99001")).toEqual([20, 20]);
    expect(perPsp("FIOPIT2F")).toEqual([20, 19.99]);
    expect(perPsp("99003000017")).toEqual([30.07, 30]);
    expect(elenco(esito.anomalie)).toHaveLength(3);

    const errato = flussi.find((flusso) => String(flusso.psp) === "99003000017");
    const corretto = await rendiconta({ anomalie: { sostituisci: String(errato?.idFlusso) } });
    expect(corretto).toMatchObject({ flussi: [{ revisione: 2, importoTotale: 30 }], accrediti: [] });
    const lista = elenco((await leggi(`${BASE}?pspId=99003000017`)).corpo.data);
    expect(lista).toMatchObject([{ revision: 2 }]);
    expect((await leggi(dettaglio(lista[0]).replace("revisions/2", "revisions/1"))).corpo).toMatchObject({ sumPayments: 30.07 });
  });

  it("un'anomalia senza oggetto non emette nulla", async () => {
    await paga(1, 1_000n);
    expect((await banco.json("POST", "/sandbox/psp/rendicontazione", { anomalie: { duplica: { iuv: "0" } } })).stato).toBe(422);
    expect((await banco.json("POST", "/sandbox/psp/rendicontazione", { anomalie: { sostituisci: "inventato" } })).stato).toBe(422);
    expect(elenco((await rendiconta({})).flussi)).toHaveLength(1);
  });

  it("i guasti della banca: doppio, perso, in ritardo, causale rovinata", async () => {
    const accrediti = async (tipo: string, numero: number) => {
      await banco.json("POST", "/sandbox/guasti", { parte: "banca", tipo });
      await paga(numero, 1_000n);
      return elenco((await rendiconta({})).accrediti);
    };
    expect(await accrediti("doppio", 1)).toHaveLength(2);
    expect(await accrediti("perso", 2)).toHaveLength(0);
    expect((await accrediti("ritardo", 3))[0]?.data).toBe("2026-03-04");
    expect(String((await accrediti("malformato", 4))[0]?.causale)).toMatch(/^ACCREDITI VARI PUR LGPE-RIVERSAMENTO URI /);
  });
});

describe("gli errori del server FdR", () => {
  it.each([
    [`/sandbox/fdr-org/service/v1/organizations/99999999990/fdrs`, 400, "FDR-2008"],
    [`${BASE}?pspId=X`, 400, "FDR-2000"],
    [`${BASE}?size=1001`, 400, "FDR-1000"],
    [`${BASE}?page=0`, 400, "FDR-1000"],
    [`${BASE}?publishedGt=ieri`, 400, "FDR-1000"],
    [`${BASE}?publishedGt=2026-01-01T00:00:00Z`, 400, "FDR-1000"],
    [`${BASE}/2026-03-03ABI99001-9/revisions/1/psps/ABI99001`, 404, "FDR-3001"],
    [`${BASE}/inventato/revisions/1/psps/ABI99001`, 400, "FDR-3008"],
    [`${BASE}/2026-03-03FIOPIT2F-9/revisions/1/psps/ABI99001/payments`, 400, "FDR-3009"],
  ])("%s → %i %s", async (percorso, stato, codice) => {
    const esito = await leggi(percorso);
    expect(esito).toMatchObject({ stato, corpo: { httpStatusCode: stato, appErrorCode: codice, errors: [{}] } });
  });

  it("senza chiave o con la chiave sbagliata: 401", async () => {
    expect((await banco.json("GET", BASE)).stato).toBe(401);
    expect((await banco.json("GET", BASE, undefined, { "Ocp-Apim-Subscription-Key": "x" })).stato).toBe(401);
    expect((await banco.json("GET", `${BASE}?subscription-key=${CHIAVE_SOTTOSCRIZIONE}`)).stato).toBe(200);
  });

  it("dopo trenta giorni un flusso non si vede più", async () => {
    await paga(1, 1_000n);
    await rendiconta({});
    const uno = dettaglio((await leggi(BASE)).corpo.data?.["0"]);
    banco.avanza(30 * GIORNO);
    expect((await leggi(BASE)).corpo.count).toBe(1);
    banco.avanza(GIORNO);
    expect((await leggi(BASE)).corpo.count).toBe(0);
    expect((await leggi(uno)).stato).toBe(404);
  });

  it("i guasti: rifiutato e malformato", async () => {
    await banco.json("POST", "/sandbox/guasti", { parte: "fdr", tipo: "rifiutato" });
    expect((await leggi(BASE)).corpo).toMatchObject({ appErrorCode: "FDR-0500" });
    await banco.json("POST", "/sandbox/guasti", { parte: "fdr", tipo: "malformato" });
    await expect(leggi(BASE)).rejects.toThrow(SyntaxError);
  });
});

describe("il flusso sintetico", () => {
  it("centomila righe senza scriverle: pagine intere, totale al centesimo, IUV validi e diversi", async () => {
    const { corpo } = await banco.json("POST", "/sandbox/fdr/sintetico", { idDominio: COMUNE, righe: 100_000 });
    const uno = dettaglio((await leggi(BASE)).corpo.data?.["0"]);
    let centesimi = 0;
    const iuv = new Set<string>();
    for (let page = 1; page <= 100; page += 1) {
      for (const riga of elenco((await leggi(`${uno}/payments?page=${page}&size=1000`)).corpo.data)) {
        centesimi += Math.round(Number(riga.pay) * 100);
        iuv.add(String(riga.iuv));
      }
    }
    expect(iuv.size).toBe(100_000);
    expect(centesimi).toBe(Math.round(Number(corpo.flusso?.importoTotale) * 100));
    const [primo = ""] = iuv;
    expect(Number(primo.slice(15))).toBe(Number(`3${primo.slice(0, 15)}`) % 93);
  });
});

const documento = contratto("pagopa/openapi/fdr_organization.json");
if (documento !== undefined) {
  const { components } = JSON.parse(readFileSync(documento, "utf8"));
  const campi = (schema: string): string[] => Object.keys(components.schemas[schema].properties).sort();
  describe("le risposte secondo il contratto ufficiale", () => {
    it("hanno tutti e soli i campi dichiarati", async () => {
      await paga(1, 1_000n);
      await rendiconta({});
      const lista = (await leggi(BASE)).corpo;
      const uno = dettaglio(lista.data?.["0"]);
      const testata = (await leggi(uno)).corpo;
      const pagamenti = (await leggi(`${uno}/payments`)).corpo;
      expect(Object.keys(lista).sort()).toEqual(campi("PaginatedFlowsResponse"));
      expect(Object.keys(lista.data?.["0"] ?? {}).sort()).toEqual(campi("FlowByPSP"));
      expect(Object.keys(testata).sort()).toEqual(campi("SingleFlowResponse"));
      expect(Object.keys(testata.receiver ?? {}).sort()).toEqual(campi("Receiver"));
      expect(campi("Sender")).toEqual(expect.arrayContaining(Object.keys(testata.sender ?? {})));
      expect(Object.keys(pagamenti.data?.["0"] ?? {}).sort()).toEqual(campi("Payment"));
      expect(Object.keys((await leggi(`${BASE}?page=0`)).corpo).sort()).toEqual(campi("ErrorResponse"));
    });
  });
}
