/** The pages of the machine in a real browser: no error, accessible (WCAG 2.2 AA), usable with a keyboard and on a small telephone. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendi, chiama, elencoDi, testoDi } from "../../local/demo/cliente.ts";
import { attendiStato, type Macchina } from "../../local/demo/macchina.ts";
import { readCampioni } from "../sostegno/campioni.ts";
import { focusOf, openBrowser, openPagina, traboccaDi } from "./browser.ts";
import { load } from "./debiti.ts";
import { AVVIO_MS, type FiorinoDiProva, openFiorino, VIAGGIO_MS } from "./fiorino-di-prova.ts";
import { runAnonimo, runAutenticato, runTreChiamate } from "./portale-minimo.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let fiorino: FiorinoDiProva;
let macchina: Macchina;
let browser: Browser;
beforeAll(async () => {
  fiorino = await openFiorino();
  macchina = fiorino.macchina;
  browser = await openBrowser();
}, AVVIO_MS);
afterAll(async () => {
  await browser?.close();
  await fiorino?.close();
}, AVVIO_MS);

/** Puts a debt into a cart and gives the address of its page. */
const openCarrello = async (idPendenza: string): Promise<string> => {
  await load(macchina, idPendenza);
  const { corpo } = await chiama(`${macchina.api.pagamento}/pagamenti`, {
    metodo: "POST",
    chi: macchina.applicazione,
    corpo: { pendenze: [{ idA2A: macchina.applicazione.idA2A, idPendenza }], urlRitorno: `${macchina.base}/sandbox?ritorno=portale` },
    atteso: 201,
  });
  return testoDi(corpo, "redirect");
};

/** The page of a debt made from the table of the magic values. */
const createProva = async (esito: string): Promise<string> => {
  const risposta = await fetch(`${macchina.base}/sandbox/valori/${esito}/prova`, { method: "POST", redirect: "manual" });
  return risposta.headers.get("location") ?? "";
};

/** The address of a payment page like that of the samples. */
const publishPagina = async (idPagina: string, altro: object = {}): Promise<string> => {
  const [campione] = readCampioni("backoffice/addPaginaPagamento");
  const idDominio = macchina.creditori[0]?.idDominio ?? "";
  await chiama(`${macchina.api.backoffice}/domini/${idDominio}/paginePagamento/${idPagina}`, {
    ...{ metodo: "PUT", chi: macchina.amministratore, atteso: 201 },
    corpo: { ...Object(campione?.body), idA2A: macchina.applicazione.idA2A, ...altro },
  });
  return `/cittadino/v1/pagine/${idDominio}.${idPagina}`;
};

/** The page of the calls, when the creditor's system has been told of a payment. */
const openChiamate = async (): Promise<string> => {
  const prova = await createProva("RICEVUTA_DOPPIA");
  await fetch(`${macchina.base}${prova}/sportello`, { method: "POST", redirect: "manual" });
  await attendi("la notifica della ricevuta", async () => {
    const { corpo } = await chiama(`${macchina.base}/sandbox/callback/chiamate?tipo=ricevute`, { atteso: 200 });
    return elencoDi(corpo, "risultati")[0];
  });
  return "/sandbox/callback";
};

const violazioniDi = async (page: Page): Promise<readonly string[]> => {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  expect(passes.length).toBeGreaterThan(5);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
};

/** Presses Tab until `testo` has the focus. */
const tabTo = async (page: Page, testo: string): Promise<void> => {
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press("Tab");
    if ((await focusOf(page)) === testo) return;
  }
  throw new Error(`«${testo}» non si raggiunge con la tastiera`);
};

describe("the pages", { timeout: VIAGGIO_MS }, () => {
  it.each<[string, () => string | Promise<string>]>([
    ["home", () => "/"],
    ["sandbox", () => "/sandbox"],
    ["magic values", () => "/sandbox/valori"],
    ["magic values in English", () => "/sandbox/valori?lingua=en"],
    ["a debt of a magic value", () => createProva("RICEVUTA_DOPPIA")],
    ["calls received", () => openChiamate()],
    ["An API", () => "/openapi/pendenze"],
    ["An operation", () => "/openapi/pendenze/addPendenza.html"],
    ["The catalogue of the problems", () => "/openapi/problemi.html"],
    ["A payment page", () => publishPagina("pagina-aperta")],
    ["A payment page that is closed", () => publishPagina("pagina-chiusa", { dal: "2020-01-01", al: "2020-12-31" })],
    ["mailbox", () => "/sandbox/posta"],
    ["App IO", () => "/sandbox/appio"],
    ["SEND", () => "/sandbox/send"],
    ["Checkout", async () => new URL(await openCarrello("PAGINA")).pathname],
  ])("%s opens without errors, violations or a horizontal scroll at 360 pixels", async (_nome, percorso) => {
    const indirizzo = `${macchina.base}${await percorso()}`;
    const grande = await openPagina(browser, macchina.base);
    expect((await grande.page.goto(indirizzo, { waitUntil: "networkidle" }))?.status()).toBe(200);
    expect(await grande.page.title()).not.toBe("");
    expect(await violazioniDi(grande.page)).toEqual([]);
    expect(grande.problemi).toEqual([]);
    await grande.page.context().close();

    const piccola = await openPagina(browser, macchina.base, 360);
    await piccola.page.goto(indirizzo, { waitUntil: "networkidle" });
    expect(await traboccaDi(piccola.page)).toBe(0);
    expect(await violazioniDi(piccola.page)).toEqual([]);
    expect(piccola.problemi).toEqual([]);
    await piccola.page.context().close();
  });

  it("an operation is found by its name, opened and its example copied with the keyboard alone", async () => {
    const { page, problemi } = await openPagina(browser, macchina.base);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${macchina.base}/openapi/pendenze.html`);
    await tabTo(page, "cerca");
    await page.keyboard.type("carica aggiorna");
    await page.locator("#trovate", { hasText: /^Operazioni trovate: 1$/ }).waitFor({ state: "attached" });
    await tabTo(page, "Carica o aggiorna una pendenza");
    await page.keyboard.press("Enter");
    await page.waitForURL(/addPendenza/);
    await tabTo(page, "Copia");
    await page.keyboard.press("Enter");
    await page
      .locator(".fio-riga-copia [role=status]", { hasText: /^Copiato$/ })
      .first()
      .waitFor({ state: "attached" });
    expect(JSON.parse(String(await page.evaluate("navigator.clipboard.readText()")))).toHaveProperty("causale");
    expect(problemi).toEqual([]);
    await page.context().close();
  });

  it("a payment page in a frame of the office's site pays, and Checkout takes the place of the whole page", async () => {
    const semplice = { importo: { tipo: "FISSO", importo: 20 }, campi: [], informativa: undefined };
    const percorso = await publishPagina("nel-sito", { ...semplice, incorporabileDa: ["https://www.comune.example.it"] });
    const { page, problemi } = await openPagina(browser, macchina.base);
    // This machine stands for that site, which would be another and on https.
    await page.route(`**${percorso}`, async (rotta) => {
      const risposta = await rotta.fetch();
      const headers = risposta.headers();
      const politica = headers["content-security-policy"]?.replace("https://www.comune.example.it", macchina.base);
      await rotta.fulfill({ response: risposta, headers: { ...headers, ...(politica && { "content-security-policy": politica }) } });
    });
    const sito = `<!doctype html><title>Comune</title><iframe title="Paga" src="${percorso}" width="400" height="900"></iframe>`;
    await page.route("**/sito-dell-ente", (rotta) => rotta.fulfill({ contentType: "text/html", body: sito }));
    await page.goto(`${macchina.base}/sito-dell-ente`);
    const riquadro = page.frameLocator("iframe");
    await riquadro.getByLabel("Codice fiscale").fill("RSSMRA85T10A562S");
    await riquadro.getByLabel("Nome e cognome").fill("Mario Rossi");
    await riquadro.getByRole("button").click();
    await riquadro.getByRole("link", { name: "Continua su pagoPA" }).click();
    await page.waitForURL(/\/sandbox\/checkout\//);
    expect(problemi).toEqual([]);
    await page.context().close();
  });

  it("a payment page takes an amount as people write it, in their language", async () => {
    const libero = { importo: { tipo: "LIBERO", minimo: 5, massimo: 2000 }, campi: [], informativa: undefined };
    const percorso = await publishPagina("offerta", libero);
    const { page, problemi } = await openPagina(browser, macchina.base);
    await page.goto(`${macchina.base}${percorso}?lingua=en`);
    await page.getByText("from 5.00 to 2000.00").waitFor();
    await page.goto(`${macchina.base}${percorso}`);
    await page.getByText("da 5,00 a 2000,00").waitFor();
    await page.getByLabel("Codice fiscale").fill("RSSMRA85T10A562S");
    await page.getByLabel("Nome e cognome").fill("Mario Rossi");
    const spediti: unknown[] = [];
    const ferma = async (rotta: Route): Promise<void> => {
      spediti.push(rotta.request().postDataJSON().importo);
      await rotta.fulfill({ json: { numeroAvviso: "301000000000000000" } });
    };
    const paga = page.getByRole("button");
    const scritti = ["35,5", "35.50", "1000", "1.000", "1,000.00", "1.234,50", "10.000.000"];
    await page.route(`**${percorso}`, ferma);
    for (const scritto of scritti) {
      await page.getByLabel("Importo (euro)").fill(scritto);
      await paga.click();
      await expect.poll(() => spediti.length).toBe(scritti.indexOf(scritto) + 1);
      await paga.and(page.locator(":enabled")).waitFor();
    }
    for (const storto of ["1.234.50", "1,2345", "10.00,00", "dieci"]) {
      await page.getByLabel("Importo (euro)").fill(storto);
      await paga.click();
      expect(await page.locator("#importo:invalid").count(), storto).toBe(1);
    }
    expect(spediti).toEqual([35.5, 35.5, 1000, 1000, 1000, 1234.5, 10_000_000]);
    await page.unroute(`**${percorso}`, ferma);
    await page.getByLabel("Importo (euro)").fill("1.234,50");
    await paga.click();
    await page.waitForURL(/\/sandbox\/checkout\//);
    await page
      .getByText(/1\.?234,50/)
      .first()
      .waitFor();
    expect(problemi).toEqual([]);
    await page.context().close();
  });

  it("Checkout takes a payment with the keyboard alone, and sends back to the portal", async () => {
    const { page, problemi } = await openPagina(browser, macchina.base);
    await page.goto(await openCarrello("TASTIERA"));
    await tabTo(page, "FIOPIT2F");
    await page.keyboard.press("ArrowDown");
    expect(await focusOf(page)).toBe("99003000017");
    await tabTo(page, "Paga");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/sandbox\?/);
    expect(new URL(page.url()).searchParams.get("esito")).toBe("OK");
    expect(problemi).toEqual([]);
    await attendiStato(macchina, "TASTIERA", "ESEGUITA");
    await page.context().close();
  });
});

describe("the quick start of docs/integrazione", { timeout: VIAGGIO_MS }, () => {
  it("reaches a paid notice in its three calls", () => runTreChiamate(macchina));

  it("takes who has not come in from a notice to its receipt", () => runAnonimo(macchina));

  it("takes who came in with SPID from its own debts to the receipt", () => runAutenticato(macchina));
});
