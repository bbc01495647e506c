import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addAvviso, avviso, type Banco, COMUNE, IBAN_COMUNE, IBAN_UNIONE, openBanco, UNIONE } from "../prove/banco.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const post = (percorso: string, corpo: unknown) => banco.json("POST", `/sandbox/${percorso}`, corpo);
const paga = (numeroAvviso: string) => post("psp/pagamenti", { idDominio: COMUNE, numeroAvviso });
const radici = () => banco.gateway.ricevute.map(({ radice }) => radice);
const commuta = (attivo: boolean) => post("nodo/stand-in", { idDominio: COMUNE, attivo });
const posizione = (numeroAvviso: string) => ({
  idDominio: COMUNE,
  numeroAvviso,
  trasferimenti: [
    { idDominio: COMUNE, importo: "10.00", iban: IBAN_COMUNE },
    { idDominio: UNIONE, importo: 2.5, iban: IBAN_UNIONE },
  ],
});

describe("lo stand-in", () => {
  it("risponde dall'archivio senza disturbare la stazione, e trattiene la ricevuta", async () => {
    await commuta(true);
    await post("nodo/stand-in/posizioni", posizione(avviso(1)));
    expect((await paga(avviso(1))).corpo).toMatchObject({ esito: "OK", importo: 12.5, ricevuta: { consegnata: false } });
    expect(banco.gateway.ricevute).toEqual([]);
    expect((await banco.json("GET", "/sandbox/nodo/stand-in")).corpo).toMatchObject({ ricevuteTrattenute: 2 });
    banco.avanza(5 * 3_600_000);
    await banco.parti.nodo.consegne.retryScadute();
    expect(banco.gateway.ricevute).toEqual([]);
  });

  it("non conosce un avviso che l'ente non ha dato all'archivio", async () => {
    await commuta(true);
    const { corpo } = await paga(addAvviso(banco, 2, 100n));
    expect(corpo).toMatchObject({ esito: "KO", fault: { originalFaultCode: "PAA_PAGAMENTO_SCONOSCIUTO" } });
    expect(banco.gateway.ricevute).toEqual([]);
  });

  it("finisce quando la sonda trova la stazione sana: le ricevute arrivano con standIn", async () => {
    await commuta(true);
    await post("nodo/stand-in/posizioni", posizione(avviso(1)));
    await paga(avviso(1));
    banco.gateway.rispondi = () => ({ stato: 503, corpo: "" });
    expect((await post("nodo/stand-in/sonda", { idDominio: COMUNE })).corpo).toMatchObject({ esito: "KO", ricevuteTrattenute: 2 });
    banco.gateway.rispondi = undefined;
    expect((await post("nodo/stand-in/sonda", { idDominio: COMUNE })).corpo).toMatchObject({
      esito: "OK",
      stazioni: [],
      ricevuteTrattenute: 0,
      consegnate: 2,
    });
    const ricevute = banco.gateway.ricevute.filter(({ radice }) => radice === "paSendRTV2Request");
    expect(ricevute).toHaveLength(2);
    for (const { busta } of ricevute) expect(busta).toContain("<standIn>true</standIn>");
    expect(banco.parti.libro.daRendicontare().map(({ payStatus }) => payStatus)).toEqual(["STAND_IN", "STAND_IN"]);
    expect((await paga(avviso(1))).corpo).toMatchObject({ fault: { faultCode: "PPT_PAGAMENTO_DUPLICATO" } });
  });
});

describe("un pagamento presso un'altra stazione", () => {
  it("arriva in copia al titolare e ai beneficiari che hanno una stazione qui", async () => {
    const { corpo } = await post("nodo/pagamenti-altrove", posizione("347000000000000199"));
    expect(corpo.consegne).toMatchObject([
      { idPA: COMUNE, stato: "CONSEGNATA" },
      { idPA: UNIONE, stato: "CONSEGNATA" },
    ]);
    const titolareAltrui = { ...posizione("347000000000000199"), idDominio: "99999999990", ragioneSociale: "Ente altrui" };
    const altrui = await post("nodo/pagamenti-altrove", titolareAltrui);
    expect(altrui.corpo).toMatchObject({ iuv: "47000000000000199", consegne: [{ idPA: COMUNE }, { idPA: UNIONE }] });
    expect(radici()).toEqual(Array.from({ length: 4 }, () => "paSendRTV2Request"));
  });
});

describe("i guasti delle consegne", () => {
  it("con «disordine» la ricevuta arriva dopo la successiva", async () => {
    await post("guasti", { parte: "nodo", tipo: "disordine", operazione: "paSendRTV2" });
    const prima = await paga(addAvviso(banco, 1, 100n));
    expect(radici()).not.toContain("paSendRTV2Request");
    const seconda = await paga(addAvviso(banco, 2, 200n));
    const arrivate = banco.gateway.ricevute.filter(({ radice }) => radice === "paSendRTV2Request").map(({ busta }) => busta);
    expect(arrivate.map((xml) => /<receiptId>(\w+)/.exec(xml)?.[1])).toEqual([seconda.corpo.token, prima.corpo.token]);
    banco.avanza(3_600_001);
    await banco.parti.nodo.consegne.retryScadute();
    expect(radici().filter((radice) => radice === "paSendRTV2Request")).toHaveLength(2);
  });

  it("con «timeout» il messaggio arriva e la risposta non viene letta: la ricevuta torna dopo un'ora", async () => {
    await post("guasti", { parte: "nodo", tipo: "timeout", operazione: "paSendRTV2", millisecondi: 20 });
    const { corpo } = await paga(addAvviso(banco, 1, 100n));
    expect(corpo.ricevuta?.consegne).toMatchObject([{ stato: "IN_CORSO" }]);
    banco.avanza(3_600_001);
    await banco.parti.nodo.consegne.retryScadute();
    expect(radici().filter((radice) => radice === "paSendRTV2Request")).toHaveLength(2);
  });

  it("dopo 48 ripetizioni senza risposta la ricevuta non viene più mandata", async () => {
    banco.gateway.rispondi = (radice) => (radice === "paSendRTV2Request" ? { stato: 500, corpo: "" } : undefined);
    await paga(addAvviso(banco, 1, 100n));
    banco.avanza(100 * 3_600_000);
    await banco.parti.nodo.consegne.retryScadute();
    expect(radici().filter((radice) => radice === "paSendRTV2Request")).toHaveLength(49);
    expect(banco.parti.nodo.consegne.list()).toMatchObject([{ stato: "ESAURITA" }]);
  });
});

describe("i guasti di chi serve", () => {
  it.each([429, 500, 503] as const)("con «http» risponde %i come la porta della piattaforma", async (stato) => {
    await post("guasti", { parte: "fdr", tipo: "http", stato });
    const chiedi = () =>
      banco.chiedi("GET", `/sandbox/fdr-org/service/v1/organizations/${COMUNE}/fdrs`, undefined, {
        "ocp-apim-subscription-key": "sandbox-chiave-di-sottoscrizione",
      });
    const risposta = await chiedi();
    expect(risposta.status).toBe(stato);
    expect(risposta.headers.get("retry-after")).toBe(stato === 429 ? "60" : null);
    expect((await chiedi()).status).toBe(200);
  });
});
