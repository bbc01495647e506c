/** A creditor whose system keeps its debts to itself: the gateway asks for them when a PSP does, within the time a citizen at the desk can wait. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { campo, chiama, elencoDi, type Oggetto, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";
import { attendiNotifica, comanda, creditoreDi, load, osserva, paga, pendenzaDi, urlPendenza } from "./debiti.ts";
import { AVVIO_MS, type FiorinoDiProva, openFiorino, VIAGGIO_MS } from "./fiorino-di-prova.ts";
import { credenzialiDi, faultDi, spedisci, verificaXml } from "./parti.ts";

/** Failures in a row after which a system is left alone. */
const FALLIMENTI = 5;

let fiorino: FiorinoDiProva;
let macchina: Macchina;
let ambiente: Oggetto;
let comune: string;
beforeAll(async () => {
  fiorino = await openFiorino();
  macchina = fiorino.macchina;
  comune = creditoreDi(macchina);
  ambiente = await osserva(macchina, "ambiente");
}, AVVIO_MS);
afterAll(() => fiorino?.close(), AVVIO_MS);

const addDebito = async (altro: Oggetto = {}): Promise<{ numeroAvviso: string; idPendenza: string; iuv: string }> => {
  const debito = await comanda(macchina, "ente/debiti", { idDominio: comune, ...altro }, 201);
  const numeroAvviso = testoDi(debito, "numeroAvviso");
  return { numeroAvviso, idPendenza: testoDi(debito, "idPendenza"), iuv: numeroAvviso.slice(1) };
};
const behave = (tipo: string, altro: Oggetto = {}): Promise<Oggetto> => comanda(macchina, "ente/comportamento", { tipo, ...altro });

/** What the Node is told. */
const verify = async (numeroAvviso: string) => {
  const { testo } = await spedisci(`${macchina.base}/pagopa/paForNode`, "POST", {
    chi: credenzialiDi(ambiente, "nodo"),
    corpo: verificaXml(comune, numeroAvviso),
    tipo: "text/xml",
  });
  return { fault: faultDi(testo), testo };
};
/** Questions about a notice that reached the creditor's system. */
const countDomande = async (numeroAvviso: string): Promise<number> =>
  elencoDi(await osserva(macchina, "scambi"), "scambi").filter(({ indirizzo }) =>
    String(indirizzo).endsWith(`/avvisi/${comune}/${numeroAvviso}`),
  ).length;

describe("a notice that only the creditor's system knows", { timeout: VIAGGIO_MS }, () => {
  it("is verified at the desk, paid, and its receipt reaches the application", async () => {
    const { numeroAvviso, idPendenza, iuv } = await addDebito({ importo: 61.3 });
    expect(await comanda(macchina, "psp/verifica", { idDominio: comune, numeroAvviso })).toMatchObject({ esito: "OK" });
    const url = `${macchina.api.pendenze}/pendenze/GEST-MULTE/${idPendenza}`;
    const { corpo } = await chiama(url, { chi: credenzialiDi(ambiente, "verticale"), atteso: 200 });
    expect(corpo).toMatchObject({ stato: "NON_ESEGUITA", importo: 61.3, numeroAvviso });
    expect(await paga({ idDominio: comune, idPendenza, numeroAvviso, iuv }, macchina)).toMatchObject({ esito: "OK" });
    await attendiNotifica(macchina, iuv);
    const { corpo: storia } = await chiama(`${url}/storia`, { chi: credenzialiDi(ambiente, "verticale"), atteso: 200 });
    const fatti = elencoDi(storia, "risultati");
    expect(fatti.filter(({ evento }) => evento !== undefined).map(({ tipo, evento, autore }) => [tipo, evento, autore])).toEqual([
      ["PENDENZA_CREATA", "creata", "gest-multe"],
      ["PAGATA", "paga", "pagoPA"],
    ]);
    expect(fatti.map(({ tipo }) => tipo)).toContain("PAGAMENTO_AVVIATO");
  });

  it("is paid at once too, without a verification before, and from a portal", async () => {
    const primo = await addDebito();
    expect(await paga({ idDominio: comune, ...primo }, macchina, { senzaVerifica: true, importo: 42.5 })).toMatchObject({ esito: "OK" });
    const secondo = await addDebito();
    const { corpo } = await chiama(`${macchina.api.pagamento}/pagamenti`, {
      metodo: "POST",
      chi: macchina.applicazione,
      corpo: { pendenze: [{ idDominio: comune, numeroAvviso: secondo.numeroAvviso }], urlRitorno: `${macchina.base}/sandbox` },
      atteso: 201,
    });
    expect(testoDi(corpo, "redirect")).toContain("/sandbox/checkout/");
  });

  it("is shown as a notice to who asks for it", async () => {
    const { numeroAvviso } = await addDebito({ importo: 10 });
    const { corpo } = await chiama(`${macchina.api.pendenze}/avvisi/${comune}/${numeroAvviso}`, {
      chi: macchina.applicazione,
      atteso: 200,
    });
    expect(corpo).toMatchObject({ stato: "NON_ESEGUITA", importo: 10, numeroAvviso });
  });

  it.each([
    ["ANNULLATA", "PAA_PAGAMENTO_ANNULLATO"],
    ["SCADUTA", "PAA_PAGAMENTO_SCADUTO"],
    ["SCONOSCIUTA", "PAA_PAGAMENTO_SCONOSCIUTO"],
    ["DUPLICATA", "PAA_PAGAMENTO_DUPLICATO"],
  ])("that is %s there is refused with %s", async (stato, atteso) => {
    const { numeroAvviso } = await addDebito({ stato });
    expect((await verify(numeroAvviso)).fault).toBe(atteso);
  });

  it("is asked to version 1 of the API as well", async () => {
    const url = `${macchina.base}/backoffice/v1/applicazioni/GEST-MULTE`;
    const amministratore = credenzialiDi(ambiente, "amministratore");
    const { corpo } = await chiama(url, { chi: amministratore, atteso: 200 });
    const { username, password } = credenzialiDi(ambiente, "ente");
    const move = (percorso: string, versioneApi: string) => {
      const { idA2A: _, password: __, domini, tipiPendenza, ...dati } = corpo;
      const servizioIntegrazione = { url: `${macchina.base}${percorso}`, versioneApi, auth: { username, password } };
      const domini_ = elencoDi({ domini }, "domini").map((dominio) => dominio["idDominio"]);
      return chiama(url, {
        metodo: "PUT",
        chi: amministratore,
        corpo: { ...dati, domini: domini_, tipiPendenza: ["*"], servizioIntegrazione },
        atteso: 200,
      });
    };
    await move("/sandbox/ente/v1", "REST v1");
    await comanda(macchina, "orologio/avanza", { minuti: 2 });
    const { numeroAvviso } = await addDebito();
    expect((await verify(numeroAvviso)).fault).toBe("OK");
    const [ultima] = elencoDi(await osserva(macchina, "scambi"), "scambi")
      .filter((scambio) => scambio["operazione"] === "avvisi")
      .slice(-1);
    expect(ultima?.["indirizzo"]).toBe(`GET /sandbox/ente/v1/avvisi/${comune}/${numeroAvviso.slice(1)}`);
    await move("/sandbox/ente", "REST v2");
    await comanda(macchina, "orologio/avanza", { minuti: 2 });
  });
});

describe("a creditor's system that misbehaves", { timeout: VIAGGIO_MS }, () => {
  it.each([
    ["lento", "PAA_SYSTEM_ERROR"],
    ["mai", "PAA_SYSTEM_ERROR"],
    ["html", "PAA_SYSTEM_ERROR"],
    ["altra", "PAA_SYSTEM_ERROR"],
  ])("%s: the Node is told %s without waiting for it, and nothing is stored", async (tipo, atteso) => {
    const { numeroAvviso, idPendenza } = await addDebito();
    await behave(tipo, { volte: 1 });
    const { fault, testo } = await verify(numeroAvviso);
    expect([fault, /Verifica all(&apos;|')ente creditore non riuscita/.test(testo)]).toEqual([atteso, true]);
    await chiama(`${macchina.api.pendenze}/pendenze/GEST-MULTE/${idPendenza}`, { chi: credenzialiDi(ambiente, "verticale"), atteso: 404 });
    expect((await verify(numeroAvviso)).fault).toBe("OK");
  });

  it("is left alone after some failures in a row, and asked again after a while", async () => {
    const { numeroAvviso } = await addDebito();
    await behave("html");
    for (let volta = 0; volta < FALLIMENTI; volta++) await verify(numeroAvviso);
    await behave("normale");
    const { fault, testo } = await verify(numeroAvviso);
    expect([fault, testo.includes("non risponde da pi")]).toEqual(["PAA_SYSTEM_ERROR", true]);
    expect(await countDomande(numeroAvviso)).toBe(FALLIMENTI);
    await comanda(macchina, "orologio/avanza", { minuti: 1 });
    expect((await verify(numeroAvviso)).fault).toBe("OK");
    expect(await countDomande(numeroAvviso)).toBe(FALLIMENTI + 1);
  });
});

describe("a loaded debt past its dataValidita", { timeout: VIAGGIO_MS }, () => {
  it("is paid with the amount of today, or as it is stored when nobody confirms it", async () => {
    const debito = await load(macchina, "VALIDITA");
    const corpo = { ...pendenzaDi(comune), dataValidita: "2026-01-01", numeroAvviso: debito.numeroAvviso };
    await chiama(urlPendenza(macchina, "VALIDITA"), { metodo: "PUT", chi: macchina.applicazione, corpo, atteso: 200 });
    await behave("html", { volte: 1 });
    expect((await verify(debito.numeroAvviso)).testo).toContain("<amount>12.50</amount>");
    expect(campo(await osserva(macchina, "ente/comportamento"), "tipo")).toBe("normale");
  });
});
