/**
 * The quick start of docs/integrazione, as it is written there: the three calls of its page, and its portal for who has not come in and for who has.
 * Between one call and the next there is only what a person does: choosing who to be, paying at Checkout.
 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Opzioni } from "../../clients/typescript/src/client.ts";
import { createPortale } from "../../docs/integrazione/portale-minimo.ts";
import { attendi, chiama, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";
import { type Browser, loginCittadino, openBrowser } from "./accessi.ts";
import { load } from "./debiti.ts";

type Portale = ReturnType<typeof createPortale>;

const PAGINA = new URL("../../docs/integrazione/README.md", import.meta.url);
const DEBITORE = "RSSMRA85T10A562S";

interface Comando {
  readonly url: string;
  readonly init: RequestInit;
}

/** A curl of the page as the request that it makes; an option that is not known here is an error, not a silence. */
const readCurl = (testo: string): Comando => {
  const headers: Record<string, string> = {};
  let [url, method, body]: [string, string, string | undefined] = ["", "GET", undefined];
  const parole = [...testo.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, semplici, doppi, nuda]) => semplici ?? doppi ?? nuda ?? "");
  for (let i = 1; i < parole.length; i++) {
    const parola = parole[i] ?? "";
    if (!parola.startsWith("-")) url = parola;
    else {
      const valore = parole[++i] ?? "";
      if (parola === "-u") headers["authorization"] = `Basic ${btoa(valore)}`;
      else if (parola === "-X") method = valore;
      else if (parola === "-d") body = valore;
      else if (parola === "-H") headers[valore.split(":")[0] ?? ""] = valore.slice(valore.indexOf(":") + 1).trim();
      else throw new Error(`curl ${parola}: opzione che questa prova non conosce`);
    }
  }
  return { url, init: { method, headers, ...(body !== undefined && { body }) } };
};

/** The commands of the first block of the page, with the machine's address in place of the reader's. */
const readComandi = (base: string): readonly string[] => {
  const blocco = /```sh\n([\s\S]*?)```/.exec(readFileSync(PAGINA, "utf8"))?.[1] ?? "";
  return blocco
    .split("\n\n")
    .map((parte) => parte.replace(/^#.*\n/gm, "").trim())
    .filter((parte) => parte.startsWith("curl"))
    .map((parte) => parte.replaceAll("$FIORINO", base));
};

export const runTreChiamate = async ({ base }: Macchina): Promise<void> => {
  const comandi = readComandi(base);
  expect(comandi).toHaveLength(3);
  const send = async (testo: string): Promise<Record<string, unknown>> => {
    const { url, init } = readCurl(testo);
    const risposta = await fetch(url, init);
    expect([url, risposta.ok]).toEqual([url, true]);
    return risposta.json();
  };
  const [carica = "", paga = "", rileggi = ""] = comandi;
  const numeroAvviso = testoDi(await send(carica), "numeroAvviso");
  expect(await send(paga.replace("<numeroAvviso>", numeroAvviso))).toMatchObject({ esito: "OK" });
  await attendi("pendenza ESEGUITA", async () => ((await send(rileggi))["stato"] === "ESEGUITA" ? true : undefined));
};

/** What a browser adds by itself: its cookies and, to a write, where the page comes from. */
const opzioniDi = (browser: Browser, base: string): Opzioni => ({
  indirizzo: base,
  fetch: (url, { method = "GET", headers, body }) => {
    const metodo = method === "POST" ? "POST" : "GET";
    return browser.go(url, {
      metodo,
      headers: { ...Object.fromEntries(new Headers(headers)), ...(metodo === "POST" && { origin: base }) },
      ...(typeof body === "string" && { corpo: body }),
    });
  },
});

/** At Checkout: the card is good. Answers the address to which the person comes back. */
const payCheckout = async (base: string, redirect: string): Promise<URL> => {
  const carrello = new URL(redirect).pathname.split("/").at(-1) ?? "";
  const { corpo } = await chiama(`${base}/sandbox/checkout/carts/${carrello}/paga`, { metodo: "POST", corpo: {}, atteso: 200 });
  return new URL(testoDi(corpo, "returnUrl"));
};

const payFinoAllaQuietanza = async (portale: Portale, base: string, pendenze: Parameters<Portale["start"]>[0]): Promise<void> => {
  const { redirect, id } = await portale.start(pendenze, `${base}/sandbox?ritorno=portale`);
  const ritorno = await payCheckout(base, redirect);
  expect(ritorno.searchParams.get("idPagamento")).toBe(id);
  const { fatto, quietanze } = await portale.finish(id);
  expect([fatto.stato, quietanze.length]).toEqual(["ESEGUITO", 1]);
  expect((await quietanze[0]?.text())?.slice(0, 7)).toBe("%PDF-1.");
};

export const runAnonimo = async (macchina: Macchina): Promise<void> => {
  const { base } = macchina;
  const { idDominio, numeroAvviso } = await load(macchina, "PORTALE-ANONIMO");
  const portale = createPortale(opzioniDi(openBrowser(base), base));
  await expect(portale.readAvviso(idDominio, numeroAvviso, "VRDGPP80A01F205X")).rejects.toMatchObject({ stato: 404 });
  expect(await portale.readAvviso(idDominio, numeroAvviso, DEBITORE)).toMatchObject({ importo: 12.5, stato: "NON_ESEGUITA" });
  await payFinoAllaQuietanza(portale, base, [{ idDominio, numeroAvviso, idDebitore: DEBITORE }]);
  await expect(portale.readCittadino()).rejects.toMatchObject({ stato: 401 });
};

export const runAutenticato = async (macchina: Macchina): Promise<void> => {
  const { base, applicazione } = macchina;
  await load(macchina, "PORTALE-CITTADINO");
  const browser = openBrowser(base);
  const portale = createPortale(opzioniDi(browser, base));
  const entrato = await loginCittadino(browser, "mario.rossi", "", portale.urlAccesso("spid", "/sandbox?area=mia"));
  expect(entrato.headers.get("location")).toContain("/sandbox?area=mia");
  expect((await portale.readCittadino()).anagrafica.identificativo).toBe(DEBITORE);
  const suo = (await portale.findDebiti()).find(({ idPendenza }) => idPendenza === "PORTALE-CITTADINO");
  expect(suo?.importo).toBe(12.5);
  await payFinoAllaQuietanza(portale, base, [{ idA2A: applicazione.idA2A, idPendenza: suo?.idPendenza ?? "" }]);
  expect((await portale.findDebiti()).some(({ idPendenza }) => idPendenza === "PORTALE-CITTADINO")).toBe(false);
};
