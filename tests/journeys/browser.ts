/** Chromium for the tests of the pages: the one named by `CHROMIUM_PATH`, else the one that comes with npm. Nothing from the system is needed. */
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as motore, type Page } from "playwright-core";

/** Not those of the package: its single process, good for a Lambda, does not survive a second context. */
const ARGOMENTI = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage"];

export const openBrowser = async (): Promise<Browser> => {
  const indicato = process.env.CHROMIUM_PATH;
  return motore.launch({
    executablePath: indicato ?? (await chromium.executablePath()),
    args: ARGOMENTI,
    headless: true,
  });
};

export interface Visita {
  readonly page: Page;
  /** Console errors, uncaught exceptions, failed answers and requests to other hosts. */
  readonly problemi: readonly string[];
}

/** A page that remembers everything that went wrong on it. `base` is the only host it may talk to. */
export const openPagina = async (browser: Browser, base: string, larghezza = 1280): Promise<Visita> => {
  const contesto = await browser.newContext({ viewport: { width: larghezza, height: 800 }, locale: "it-IT" });
  const page = await contesto.newPage();
  const problemi: string[] = [];
  page.on("console", (messaggio) => {
    if (messaggio.type() === "error") problemi.push(`console: ${messaggio.text()}`);
  });
  page.on("pageerror", (errore) => problemi.push(`eccezione: ${errore.message}`));
  page.on("response", (risposta) => {
    if (risposta.status() >= 400) problemi.push(`${risposta.status()} ${risposta.url()}`);
  });
  page.on("request", (richiesta) => {
    if (!/^(data|blob):/.test(richiesta.url()) && !richiesta.url().startsWith(base)) problemi.push(`fuori: ${richiesta.url()}`);
  });
  return { page, problemi };
};

/** Text of what has the focus. */
export const focusOf = async (page: Page): Promise<string> =>
  String(
    await page.evaluate("document.activeElement?.innerText || document.activeElement?.value || document.activeElement?.id || ''"),
  ).trim();

/** Pixels by which the page is wider than its window. */
export const traboccaDi = async (page: Page): Promise<number> =>
  Number(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
