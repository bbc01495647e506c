import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addAvviso, avviso, type Banco, COMUNE, openBanco } from "../prove/banco.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const RITORNI = {
  returnOkUrl: "https://portale.example/ok?id=1&x=2",
  returnCancelUrl: "https://portale.example/annullato",
  returnErrorUrl: "https://portale.example/errore",
  returnWaitingUrl: "https://portale.example/attesa",
};
const voce = (numero: number, amount = 5_000) => ({
  noticeNumber: addAvviso(banco, numero, BigInt(amount)),
  fiscalCode: COMUNE,
  amount,
  companyName: "Comune <b>di</b> Borgofiorino",
  description: "TARI",
});
const carrello = (altro: object = {}) => ({
  emailNotice: "a@example.it",
  paymentNotices: [voce(1)],
  returnUrls: RITORNI,
  idCart: "carrello-1",
  ...altro,
});
const post = (corpo: unknown, versione = 2) => banco.chiedi("POST", `/sandbox/checkout/ec/v${versione}/carts`, corpo);
const crea = async (altro: object = {}) => (await post(carrello(altro))).headers.get("location")?.split("/").at(-1) ?? "";
const agisci = (id: string, azione: string) => banco.json("POST", `/sandbox/checkout/carts/${id}/${azione}`, {});

describe("POST /carts", () => {
  it.each([1, 2])("versione %i: controlla gli avvisi al Nodo e rimanda alla pagina", async (versione) => {
    const risposta = await post(carrello(), versione);
    expect(risposta.status).toBe(302);
    expect(risposta.headers.get("location")).toMatch(/\/sandbox\/checkout\/c\/[0-9a-f-]{36}$/);
    expect(banco.gateway.ricevute.map(({ radice }) => radice)).toEqual(["paVerifyPaymentNoticeReq"]);
  });

  it.each<[string, object]>([
    ["senza avvisi", { paymentNotices: [] }],
    ["senza returnUrls", { returnUrls: undefined }],
    ["ritorno in http", { returnUrls: { ...RITORNI, returnOkUrl: "http://portale.example/ok" } }],
    ["ritorno relativo", { returnUrls: { ...RITORNI, returnOkUrl: "www.portale.example/ok" } }],
    ["ritorno javascript", { returnUrls: { ...RITORNI, returnOkUrl: "javascript:alert(1)" } }],
    ["posta non valida", { emailNotice: "non-una-mail" }],
    ["importo zero", { paymentNotices: [{ noticeNumber: avviso(1), fiscalCode: COMUNE, amount: 0, companyName: "x", description: "y" }] }],
    [
      "importo con decimali",
      { paymentNotices: [{ noticeNumber: avviso(1), fiscalCode: COMUNE, amount: 1.5, companyName: "x", description: "y" }] },
    ],
    [
      "descrizione di 141 caratteri",
      { paymentNotices: [{ noticeNumber: avviso(1), fiscalCode: COMUNE, amount: 1, companyName: "x", description: "y".repeat(141) }] },
    ],
    ["numero avviso corto", { paymentNotices: [{ noticeNumber: "1", fiscalCode: COMUNE, amount: 1, companyName: "x", description: "y" }] }],
  ])("400 con il corpo del problema: %s", async (_caso, altro) => {
    const risposta = await post(carrello(altro));
    expect(risposta.status).toBe(400);
    expect(JSON.parse(await risposta.text())).toMatchObject({ status: 400, title: "Formally invalid input" });
  });

  it("la versione 2 pretende returnWaitingUrl, la 1 no; il ritorno in http vale solo per questa macchina", async () => {
    const { returnWaitingUrl: _via, ...senzaAttesa } = RITORNI;
    expect((await post(carrello({ returnUrls: senzaAttesa }), 2)).status).toBe(400);
    expect((await post(carrello({ returnUrls: senzaAttesa }), 1)).status).toBe(302);
    expect((await post(carrello({ returnUrls: { ...RITORNI, returnOkUrl: "http://127.0.0.1:3000/ok" } }))).status).toBe(302);
  });

  it("422 per avvisi ripetuti, troppi o non pagabili; 502 quando l'ente non risponde; 400 senza JSON", async () => {
    const doppia = voce(1);
    expect((await post(carrello({ paymentNotices: [doppia, doppia] }))).status).toBe(422);
    expect((await post(carrello({ paymentNotices: [1, 2, 3, 4, 5, 6].map((numero) => voce(numero)) }))).status).toBe(422);
    expect((await post(carrello({ paymentNotices: [{ ...voce(1), noticeNumber: avviso(77) }] }))).status).toBe(422);
    banco.gateway.rispondi = () => ({ stato: 503, corpo: "" });
    expect((await post(carrello())).status).toBe(502);
    expect((await post("{")).status).toBe(400);
  });
});

describe("il carrello", () => {
  it("pagato: attiva ogni avviso con idCart, manda le ricevute e rende returnOkUrl", async () => {
    const id = await crea({ paymentNotices: [voce(1), voce(2, 700)] });
    const { corpo } = await agisci(id, "paga");
    expect(corpo).toMatchObject({ esito: "OK", stato: "PAGATO", returnUrl: RITORNI.returnOkUrl });
    const attivazioni = banco.gateway.ricevute.filter(({ radice }) => radice === "paGetPaymentV2Request");
    expect(attivazioni).toHaveLength(2);
    expect(attivazioni[0]?.busta).toContain("<amount>50.00</amount><paymentNote>carrello-1</paymentNote>");
    expect(banco.gateway.ricevute.filter(({ radice }) => radice === "paSendRTV2Request")).toHaveLength(2);
    expect((await banco.json("GET", `/sandbox/checkout/carts/${id}`)).corpo).toMatchObject({ stato: "PAGATO", idCart: "carrello-1" });
  });

  it.each([
    ["annulla", "ANNULLATO", RITORNI.returnCancelUrl],
    ["rifiuta", "RIFIUTATO", RITORNI.returnErrorUrl],
    ["chiudi", "IN_ATTESA", RITORNI.returnWaitingUrl],
  ])("%s: stato %s e ritorno", async (azione, stato, returnUrl) => {
    const id = await crea();
    expect((await agisci(id, azione)).corpo).toMatchObject({ stato, returnUrl });
    expect((await agisci(id, "paga")).stato).toBe(409);
  });

  it("se un avviso non si attiva non ne paga nessuno, e l'altro resta pagabile", async () => {
    const id = await crea({ paymentNotices: [voce(1), voce(2)] });
    banco.gateway.avvisi.set(`${COMUNE}/${avviso(2)}`, { importo: 1n, trasferimenti: [], stato: "SCADUTO" });
    const { corpo } = await agisci(id, "paga");
    expect(corpo).toMatchObject({
      esito: "KO",
      stato: "RIFIUTATO",
      returnUrl: RITORNI.returnErrorUrl,
      fault: { originalFaultCode: "PAA_PAGAMENTO_SCADUTO" },
    });
    const sportello = await banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso: avviso(1) });
    expect(sportello.corpo.esito).toBe("OK");
  });

  it("la pagina mostra il carrello senza interpretare ciò che vi è scritto, e il modulo rimanda al portale", async () => {
    const id = await crea();
    const pagina = await (await banco.chiedi("GET", `/sandbox/checkout/c/${id}`)).text();
    expect(pagina).toContain("Comune &lt;b&gt;di&lt;/b&gt; Borgofiorino");
    expect(pagina).toContain("50,00 €");
    const risposta = await banco.chiedi("POST", `/sandbox/checkout/c/${id}/paga`, "psp=FIOPIT2F");
    expect([risposta.status, risposta.headers.get("location")]).toEqual([303, RITORNI.returnOkUrl]);
    expect(await (await banco.chiedi("GET", `/sandbox/checkout/c/${id}`)).text()).toContain("andato a buon fine");
  });

  it("sconosciuto: 404", async () => {
    expect((await agisci("inventato", "paga")).stato).toBe(404);
    expect((await agisci(await crea(), "inventata")).stato).toBe(404);
  });
});

describe("i guasti di Checkout", () => {
  it("rifiutato dà 500, perso chiude la connessione, poi tutto torna a posto", async () => {
    const guasto = (tipo: string) => banco.json("POST", "/sandbox/guasti", { parte: "checkout", tipo });
    await guasto("rifiutato");
    expect((await post(carrello())).status).toBe(500);
    await guasto("perso");
    await expect(post(carrello())).rejects.toThrow();
    expect((await post(carrello())).status).toBe(302);
    expect((await banco.json("POST", "/sandbox/guasti", { parte: "nessuna", tipo: "perso" })).stato).toBe(400);
  });
});
