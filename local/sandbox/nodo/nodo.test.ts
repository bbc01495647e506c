import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TipoGuasto } from "../comune/guasti.ts";
import { addAvviso, avviso, type Banco, COMUNE, IBAN_COMUNE, IBAN_UNIONE, openBanco, UNIONE } from "../prove/banco.ts";
import { busta, rispostaKo } from "../prove/gateway-finto.ts";

const ORA = 3_600_000;
let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const verifica = (numeroAvviso: string, altro = {}) =>
  banco.json("POST", "/sandbox/psp/verifica", { idDominio: COMUNE, numeroAvviso, ...altro });
const paga = (numeroAvviso: string, altro = {}) =>
  banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso, ...altro });
const radici = () => banco.gateway.ricevute.map(({ radice }) => radice);

describe("il banco del PSP", () => {
  it("verifica un avviso e mostra lo scambio per intero", async () => {
    const { corpo } = await verifica(addAvviso(banco, 1, 12_345n));
    expect(corpo).toMatchObject({ esito: "OK", importo: 123.45, verifica: { causale: "TARI & altro", allCCP: false } });
    expect(corpo.scambi).toMatchObject([{ operazione: "paVerifyPaymentNotice", statoHttp: 200 }]);
    expect(String(corpo.scambi?.["0"]?.richiesta)).toContain("<paf:paVerifyPaymentNoticeReq><idPA>01234567897</idPA>");
    expect(banco.gateway.ricevute[0]).toMatchObject({
      soapAction: '"paVerifyPaymentNotice"',
      authorization: `Basic ${Buffer.from("nodo:Nodo-2026").toString("base64")}`,
    });
  });

  it("paga: verifica, attivazione e ricevuta con il token come receiptId", async () => {
    const { corpo } = await paga(addAvviso(banco, 1, 5_000n));
    expect(radici()).toEqual(["paVerifyPaymentNoticeReq", "paGetPaymentV2Request", "paSendRTV2Request"]);
    expect(corpo).toMatchObject({ esito: "OK", importo: 50, ricevuta: { consegnata: true } });
    expect(String(corpo.token)).toMatch(/^[0-9a-f]{32}$/);
    expect(corpo.ricevuta?.receiptId).toBe(corpo.token);
  });

  it("usa le primitive della prima versione quando la stazione le parla", async () => {
    await paga(addAvviso(banco, 1, 5_000n), { versione: 1 });
    expect(radici()).toEqual(["paVerifyPaymentNoticeReq", "paGetPaymentReq", "paSendRTReq"]);
  });

  it("riporta il fault dell'ente come errore emesso dalla PAA", async () => {
    const { corpo } = await verifica(avviso(99));
    expect(corpo).toMatchObject({
      esito: "KO",
      fault: { faultCode: "PPT_ERRORE_EMESSO_DA_PAA", originalFaultCode: "PAA_PAGAMENTO_SCONOSCIUTO" },
    });
  });

  it.each([
    [{ idDominio: "99999999990" }, "PPT_DOMINIO_SCONOSCIUTO"],
    [{ psp: "INESISTENTE" }, "PPT_PSP_SCONOSCIUTO"],
  ])("si ferma al Nodo con %o", async (altro, codice) => {
    const { corpo } = await verifica(addAvviso(banco, 1, 1n), altro);
    expect(corpo).toMatchObject({ esito: "KO", fault: { faultCode: codice }, scambi: [] });
  });

  it.each([
    [{ numeroAvviso: "12" }, "numeroAvviso"],
    [{ importo: "1,00" }, "importo"],
    [{ inventato: 1 }, "inventato"],
  ])("rifiuta la richiesta %o nominando il campo", async (altro, campo) => {
    const { stato, corpo } = await paga(addAvviso(banco, 1, 1n), altro);
    expect(stato).toBe(400);
    expect(String(corpo.errore)).toContain(campo);
  });
});

describe("le protezioni del Nodo", () => {
  it("un avviso pagato non si paga due volte, nemmeno dopo mesi", async () => {
    const numero = addAvviso(banco, 1, 5_000n);
    await paga(numero);
    banco.avanza(90 * 24 * ORA);
    const prima = radici().length;
    expect((await paga(numero)).corpo).toMatchObject({ fault: { faultCode: "PPT_PAGAMENTO_DUPLICATO" } });
    expect(radici()).toHaveLength(prima);
  });

  it("un tentativo attivo ferma gli altri per trenta minuti", async () => {
    const numero = addAvviso(banco, 1, 5_000n);
    await paga(numero, { soloAttivazione: true });
    expect((await paga(numero)).corpo).toMatchObject({ fault: { faultCode: "PPT_PAGAMENTO_IN_CORSO" } });
    banco.avanza(30 * 60_000 + 1);
    expect((await paga(numero)).corpo).toMatchObject({ esito: "OK" });
  });

  it("di due attivazioni contemporanee ne passa una", async () => {
    const numero = addAvviso(banco, 1, 5_000n);
    const esiti = await Promise.all([paga(numero, { senzaVerifica: true }), paga(numero, { senzaVerifica: true, psp: "FIOPIT2F" })]);
    expect(esiti.map(({ corpo }) => corpo.esito).sort()).toEqual(["KO", "OK"]);
  });

  it("con forza l'avviso arriva comunque all'ente", async () => {
    const numero = addAvviso(banco, 1, 5_000n);
    await paga(numero);
    expect((await paga(numero, { forza: true })).corpo).toMatchObject({ esito: "OK" });
  });

  it("l'esito dopo la scadenza del token è rifiutato ma il denaro è incassato senza ricevuta", async () => {
    const { corpo } = await paga(addAvviso(banco, 1, 5_000n), { soloAttivazione: true });
    banco.avanza(ORA);
    const esito = await banco.json("POST", `/sandbox/psp/pagamenti/${String(corpo.token)}/esito`, {});
    expect(esito.corpo).toMatchObject({ esito: "KO", fault: { faultCode: "PPT_TOKEN_SCADUTO" } });
    expect(banco.parti.libro.daRendicontare()).toMatchObject([{ payStatus: "NO_RPT", importo: 5_000n }]);
  });
});

describe("le ricevute", () => {
  it("vanno anche alla stazione degli altri enti beneficiari", async () => {
    const numero = avviso(1);
    banco.gateway.avvisi.set(`${COMUNE}/${numero}`, {
      importo: 300n,
      trasferimenti: [
        { idDominio: COMUNE, iban: IBAN_COMUNE, importo: 100n },
        { idDominio: UNIONE, iban: IBAN_UNIONE, importo: 200n },
      ],
    });
    const { corpo } = await paga(numero);
    expect(corpo.ricevuta).toMatchObject({ consegnata: true, consegne: [{ idPA: COMUNE }, { idPA: UNIONE }] });
    expect(banco.gateway.ricevute.at(-1)?.busta).toContain(`<idPA>${UNIONE}</idPA>`);
    expect(banco.gateway.ricevute.at(-1)?.busta).toContain(`<fiscalCode>${COMUNE}</fiscalCode>`);
  });

  it.each([
    ["errore HTTP", () => ({ stato: 500, corpo: "" })],
    ["risposta malformata", () => ({ stato: 200, corpo: "<a>" })],
    [
      "OK insieme a un fault",
      (normale: string) => ({
        stato: 200,
        corpo: normale.replace("</outcome>", "</outcome><fault><faultCode>A</faultCode><faultString>b</faultString><id>c</id></fault>"),
      }),
    ],
  ])("si ripetono ogni ora dopo %s, finché arrivano", async (_caso, rotta) => {
    banco.gateway.rispondi = (radice, normale) => (radice === "paSendRTV2Request" ? rotta(normale) : undefined);
    const { corpo } = await paga(addAvviso(banco, 1, 5_000n));
    expect(corpo.ricevuta).toMatchObject({ consegnata: false, consegne: [{ stato: "IN_CORSO" }] });
    banco.avanza(ORA - 1);
    expect(await banco.parti.nodo.consegne.retryScadute()).toBe(0);
    banco.gateway.rispondi = undefined;
    banco.avanza(1);
    expect(await banco.parti.nodo.consegne.retryScadute()).toBe(1);
    expect(banco.parti.nodo.consegne.list()).toMatchObject([{ stato: "CONSEGNATA", esito: "OK", tentativi: 2 }]);
    expect(banco.parti.nodo.consegne.prossimoTentativo()).toBeUndefined();
  });

  it("una già consegnata si può rimandare tale e quale", async () => {
    const { corpo } = await paga(addAvviso(banco, 1, 5_000n));
    const rimandata = await banco.json("POST", `/sandbox/nodo/ricevute/${String(corpo.token)}/invia`);
    expect(rimandata.corpo).toMatchObject({ scambi: [{ operazione: "paSendRTV2", statoHttp: 200 }] });
    const [prima, seconda] = banco.gateway.ricevute.filter(({ radice }) => radice === "paSendRTV2Request");
    expect(seconda?.busta).toBe(prima?.busta);
    expect((await banco.json("GET", "/sandbox/nodo/ricevute")).corpo).toMatchObject({
      ricevute: [{ receiptId: corpo.token, stato: "CONSEGNATA", tentativi: 1 }],
    });
    expect((await banco.json("POST", "/sandbox/nodo/ricevute/inventata/invia")).stato).toBe(404);
  });

  it("finiscono dopo quarantotto ripetizioni", async () => {
    banco.gateway.rispondi = (radice) => (radice === "paSendRTV2Request" ? { stato: 503, corpo: "" } : undefined);
    await paga(addAvviso(banco, 1, 5_000n));
    banco.avanza(60 * ORA);
    await banco.parti.nodo.consegne.retryScadute();
    expect(banco.parti.nodo.consegne.list()).toMatchObject([{ stato: "ESAURITA", tentativi: 49 }]);
  });

  it("un KO ben formato conta come consegna", async () => {
    banco.gateway.rispondi = (radice) =>
      radice === "paSendRTV2Request" ? { stato: 200, corpo: rispostaKo("paSendRTV2Response", "PAA_SYSTEM_ERROR") } : undefined;
    const { corpo } = await paga(addAvviso(banco, 1, 5_000n));
    expect(corpo.ricevuta).toMatchObject({ consegnata: true, consegne: [{ esito: "KO", faultCode: "PAA_SYSTEM_ERROR" }] });
  });
});

describe("il Nodo rifiuta le risposte che il vero Nodo rifiuta", () => {
  const sostituzioni: [string, string, string | RegExp, string][] = [
    ["radice diversa", "paVerifyPaymentNoticeReq", /paVerifyPaymentNoticeRes/g, "paVerifyRes"],
    ["body vuoto", "paVerifyPaymentNoticeReq", /<p:paVerify.*Res>/s, ""],
    ["outcome vuoto", "paVerifyPaymentNoticeReq", "<outcome>OK", "<outcome>"],
    ["importo con la virgola", "paVerifyPaymentNoticeReq", "50.00", "50,00"],
    ["importo con un decimale", "paVerifyPaymentNoticeReq", "50.00", "50.0"],
    ["importo zero", "paVerifyPaymentNoticeReq", "50.00", "0.00"],
    ["opzione ignota", "paVerifyPaymentNoticeReq", ">EQ<", ">XX<"],
    ["data italiana", "paVerifyPaymentNoticeReq", "2026-12-31", "31-12-2026"],
    ["data inesistente", "paVerifyPaymentNoticeReq", "2026-12-31", "2026-02-30"],
    ["opzionale vuoto", "paVerifyPaymentNoticeReq", "<allCCP>", "<detailDescription></detailDescription><allCCP>"],
    ["elemento qualificato", "paVerifyPaymentNoticeReq", /(<\/?)outcome>/g, "$1p:outcome>"],
    ["senza paymentList", "paVerifyPaymentNoticeReq", /<paymentList>.*<\/paymentList>/s, ""],
    ["ragione sociale di 141 caratteri", "paVerifyPaymentNoticeReq", "<companyName>Comune", `<companyName>${"x".repeat(141)}`],
    ["DOCTYPE", "paVerifyPaymentNoticeReq", '<?xml version="1.0"?>', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'],
    ["somma diversa", "paGetPaymentV2Request", "<transferAmount>50.00", "<transferAmount>49.99"],
    ["IBAN non censito", "paGetPaymentV2Request", IBAN_COMUNE, IBAN_UNIONE],
    ["senza companyName in V2", "paGetPaymentV2Request", "<companyName>Comune</companyName>", ""],
    ["idTransfer 6", "paGetPaymentV2Request", "<idTransfer>1", "<idTransfer>6"],
    ["sei trasferimenti", "paGetPaymentV2Request", /(<transfer>.*<\/transfer>)/s, "$1$1$1$1$1$1"],
    ["metadata vuoti", "paGetPaymentV2Request", /<mapEntry>.*<\/mapEntry>/s, ""],
    ["ordine sbagliato", "paGetPaymentV2Request", /(<dueDate>.*<\/dueDate>)(<description>.*<\/description>)/s, "$2$1"],
    ["senza data", "paGetPaymentV2Request", /<data>.*<\/data>/s, ""],
  ];
  it.each(sostituzioni)("%s", async (_caso, quando, cerca, metti) => {
    let cambiata = false;
    banco.gateway.rispondi = (radice, normale) => {
      if (radice !== quando) return undefined;
      const corpo = normale.replace(cerca, metti);
      cambiata = corpo !== normale;
      return { stato: 200, corpo };
    };
    const { corpo } = await paga(addAvviso(banco, 1, 5_000n));
    expect(cambiata).toBe(true);
    expect(corpo).toMatchObject({ esito: "KO", fault: { faultCode: "PPT_STAZIONE_INT_PA_ERRORE_RESPONSE" } });
  });

  it("accetta la data con il fuso e l'importo diverso da quello chiesto", async () => {
    banco.gateway.rispondi = (_radice, normale) => ({ stato: 200, corpo: normale.replace("2026-12-31<", "2026-12-31+01:00<") });
    expect((await paga(addAvviso(banco, 1, 5_000n), { importo: "49.00" })).corpo).toMatchObject({ esito: "OK", importo: 50 });
  });

  it("un KO senza fault o con altri dati non è un KO", async () => {
    banco.gateway.rispondi = (_radice, normale) => ({ stato: 200, corpo: normale.replace("<outcome>OK", "<outcome>KO") });
    expect((await verifica(addAvviso(banco, 1, 1n))).corpo).toMatchObject({ fault: { description: "outcome KO senza fault" } });
    banco.gateway.rispondi = () => ({ stato: 200, corpo: busta("") });
    expect((await verifica(addAvviso(banco, 2, 1n))).corpo).toMatchObject({ fault: { description: "Body assente o vuoto" } });
  });
});

describe("i guasti del Nodo", () => {
  const guasta = (tipo: TipoGuasto, altro = {}) => banco.contesto.guasti.add({ parte: "nodo", tipo, volte: 1, millisecondi: 5, ...altro });
  it("una ricevuta persa torna dopo un'ora; quella di cui si perde la risposta arriva due volte", async () => {
    guasta("perso", { operazione: "paSendRTV2" });
    await paga(addAvviso(banco, 1, 5_000n));
    expect(radici()).not.toContain("paSendRTV2Request");
    guasta("perso", { operazione: "paSendRTV2", fase: "risposta" });
    await paga(addAvviso(banco, 2, 5_000n));
    banco.avanza(ORA);
    await banco.parti.nodo.consegne.retryScadute();
    expect(radici().filter((radice) => radice === "paSendRTV2Request")).toHaveLength(3);
  });

  it("una busta doppia arriva due volte, una malformata a metà, una rifiutata mai", async () => {
    guasta("doppio");
    await verifica(addAvviso(banco, 1, 1n));
    expect(radici()).toHaveLength(2);
    guasta("malformato");
    expect((await verifica(addAvviso(banco, 2, 1n))).corpo).toMatchObject({ fault: { originalFaultCode: "PAA_SINTASSI_EXTRAXSD" } });
    guasta("rifiutato");
    expect((await verifica(addAvviso(banco, 3, 1n))).corpo).toMatchObject({ fault: { faultCode: "PPT_SYSTEM_ERROR" } });
    expect((await verifica(addAvviso(banco, 4, 1n))).corpo).toMatchObject({ esito: "OK" });
  });
});

describe("una giornata di pagamenti", () => {
  it("dà i totali di ogni PSP al centesimo", async () => {
    const pagamenti = Array.from({ length: 60 }, (_, indice) => ({
      idDominio: COMUNE,
      numeroAvviso: addAvviso(banco, indice, BigInt(1_001 + indice)),
      psp: ["ABI99001", "FIOPIT2F", "99003000017"][indice % 3],
      ...(indice === 5 ? { senzaRicevuta: true } : {}),
    }));
    pagamenti.push({ idDominio: COMUNE, numeroAvviso: avviso(999), psp: "ABI99001" });
    const { corpo } = await banco.json("POST", "/sandbox/psp/giornata", { pagamenti, concorrenza: 6 });
    const atteso = (resto: number) => Array.from({ length: 20 }, (_, k) => 1_001 + 3 * k + resto).reduce((a, b) => a + b, 0);
    expect(corpo).toMatchObject({
      esito: "KO",
      pagati: 60,
      centesimi: atteso(0) + atteso(1) + atteso(2),
      totali: { ABI99001: { pagati: 20, centesimi: atteso(0), falliti: 1 }, "99003000017": { centesimi: atteso(2), senzaRicevuta: 1 } },
      falliti: [{ numeroAvviso: avviso(999) }],
      ricevuteNonConsegnate: [],
    });
  });

  it("ripete chi ha trovato la stazione ferma, non chi è stato rifiutato", async () => {
    const volte = new Map<string, number>();
    banco.gateway.rispondi = (radice) => {
      const gia = volte.get(radice) ?? 0;
      volte.set(radice, gia + 1);
      return radice === "paGetPaymentV2Request" && gia < 2 ? { stato: 503, corpo: "" } : undefined;
    };
    const giornata = (numeroAvviso: string) =>
      banco.json("POST", "/sandbox/psp/giornata", { pagamenti: [{ idDominio: COMUNE, numeroAvviso }] });
    expect((await giornata(addAvviso(banco, 1, 100n))).corpo).toMatchObject({ esito: "OK", pagati: 1 });
    expect((await giornata(avviso(999))).corpo).toMatchObject({ esito: "KO", pagati: 0 });
    expect(volte.get("paGetPaymentV2Request")).toBe(4);
  });
});
