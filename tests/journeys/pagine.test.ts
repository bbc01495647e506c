/** The pages of the machine in a real browser: no error, accessible (WCAG 2.2 AA), usable with a keyboard and on a small telephone. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chiama, testoDi } from "../../local/demo/cliente.ts";
import { attendiStato, type Macchina } from "../../local/demo/macchina.ts";
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

/** Everything on the page but what Swagger UI draws inside it: colours, nested controls and sizes there are its own. */
const violazioniDi = async (page: Page): Promise<readonly string[]> => {
  const { violations, passes } = await new AxeBuilder({ page }).exclude(".swagger-ui").withTags(WCAG).analyze();
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
    ["OpenAPI", () => "/openapi/pendenze"],
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
