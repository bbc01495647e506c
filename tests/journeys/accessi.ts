/**
 * People and applications come in as they would: an operator through the identity provider with a browser, a local account that changes its password,
 * an application with a token of its own, a citizen with SPID who then acts for a company; and the false tokens that the sandbox makes stay outside.
 */
import { expect } from "vitest";
import type { Macchina } from "../../local/demo/macchina.ts";
import { BUGIE } from "../../local/sandbox/identita/gettoni.ts";

interface Passo {
  readonly metodo?: "GET" | "POST" | "PUT";
  readonly corpo?: string | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser: keeps its cookies, follows nothing by itself. */
export const openBrowser = (base: string) => {
  const cookies = new Map<string, string>();
  return {
    cookies,
    go: async (dove: string, { metodo = "GET", corpo, headers = {} }: Passo = {}): Promise<Response> => {
      const risposta = await fetch(new URL(dove, base), {
        method: metodo,
        redirect: "manual",
        headers: { ...headers, cookie: [...cookies].map(([nome, valore]) => `${nome}=${valore}`).join("; ") },
        ...(corpo !== undefined && { body: corpo }),
      });
      for (const cookie of risposta.headers.getSetCookie()) {
        const [coppia = ""] = cookie.split(";");
        const nome = coppia.slice(0, coppia.indexOf("="));
        if (/Max-Age=0\b/i.test(cookie)) cookies.delete(nome);
        else cookies.set(nome, coppia.slice(nome.length + 1));
      }
      return risposta;
    },
  };
};
export type Browser = ReturnType<typeof openBrowser>;

const JSON_TIPO = { "content-type": "application/json" };

/** From the first page to the last, choosing who to be when asked. Answers the last answer: a page of ours, or a refusal. */
const loginOidc = async (browser: Browser, persona: string): Promise<Response> => {
  let risposta = await browser.go("/backoffice/v1/login/oidc?ritorno=/sandbox");
  for (let passo = 0; passo < 10; passo++) {
    const dove = risposta.headers.get("location");
    if (dove === null || dove === "/sandbox") return risposta;
    const scelta = dove.includes("/accesso/");
    risposta = await browser.go(dove, scelta ? { metodo: "POST", corpo: new URLSearchParams({ persona }) } : {});
  }
  return risposta;
};

const runOidc = async (base: string): Promise<void> => {
  const browser = openBrowser(base);
  expect((await loginOidc(browser, "paolo.ferri")).headers.get("location")).toBe("/sandbox");
  const profilo: { nome: string } = await (await browser.go("/backoffice/v1/profilo")).json();
  expect(profilo.nome).toBe("Paolo Ferri");
  expect((await browser.go("/backoffice/v1/domini")).status).toBe(200);
  // The accountant's group gives no right on the roles, and no token means no write.
  expect((await browser.go("/backoffice/v1/ruoli")).status).toBe(403);
  const scrittura = { metodo: "PUT", corpo: "{}", headers: JSON_TIPO } as const;
  expect((await browser.go("/backoffice/v1/entrate/PROVA", scrittura)).status).toBe(403);
  expect(
    (await browser.go("/backoffice/v1/logout", { metodo: "POST", headers: { "x-csrf-token": browser.cookies.get("fiorino-csrf") ?? "" } }))
      .status,
  ).toBe(200);
  expect((await browser.go("/backoffice/v1/profilo")).status).toBe(401);
  const estraneo = openBrowser(base);
  expect([(await loginOidc(estraneo, "luca.marini")).status, estraneo.cookies.has("fiorino-sessione")]).toEqual([403, false]);
};

const runToken = async (base: string, { username, password }: { readonly username: string; readonly password: string }): Promise<void> => {
  const chiesto = await fetch(`${base}/sandbox/identita/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: vero }: { access_token: string } = await chiesto.json();
  const present = async (token: string): Promise<number> =>
    (await fetch(`${base}/pendenze/v2/profilo`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await present(vero)).toBe(200);
  // With the password too, whose last use is noted.
  const conPassword = await fetch(`${base}/pendenze/v2/profilo`, {
    headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
  });
  expect(conPassword.status).toBe(200);
  for (const bugia of BUGIE) {
    const falso = await fetch(`${base}/sandbox/identita/gettoni`, { method: "POST", body: JSON.stringify({ soggetto: username, bugia }) });
    const { token }: { token: string } = await falso.json();
    expect([bugia, await present(token)]).toEqual([bugia, 401]);
  }
};

/** From the button of the login page to the consent, and back. */
export const loginCittadino = async (
  browser: Browser,
  persona: string,
  bugia = "",
  inizio = "/utente/v1/login/inizio?provider=spid&scheda=tari",
): Promise<Response> => {
  let risposta = await browser.go(inizio);
  risposta = await browser.go(risposta.headers.get("location") ?? "/");
  const azione = /action="([^"]+)"/.exec(await risposta.text())?.[1] ?? "/";
  await (await browser.go(azione, { metodo: "POST", corpo: new URLSearchParams({ persona, bugia }) })).text();
  risposta = await browser.go(azione, { metodo: "POST", corpo: new URLSearchParams({ persona, bugia, consenso: "si" }) });
  return browser.go(risposta.headers.get("location") ?? "/");
};

const runCittadino = async (base: string): Promise<void> => {
  const browser = openBrowser(base);
  const tornato = await loginCittadino(browser, "elena.bruni");
  expect([tornato.status, tornato.headers.get("location")]).toEqual([303, `${base}/sandbox?provider=spid&scheda=tari`]);
  const readProfilo = async (): Promise<object> => (await browser.go("/utente/v1/profilo")).json();
  expect(await readProfilo()).toMatchObject({ nome: "Elena Bruni", anagrafica: { identificativo: "BRNLNE78L52A562F" } });
  const scelta = { metodo: "PUT", corpo: JSON.stringify({ perConto: "12345678903" }) } as const;
  const altrove = await browser.go("/utente/v1/delega", { ...scelta, headers: { ...JSON_TIPO, origin: "https://cattivo.example" } });
  expect(altrove.status).toBe(403);
  expect((await browser.go("/utente/v1/delega", { ...scelta, headers: { ...JSON_TIPO, origin: base } })).status).toBe(200);
  expect(await readProfilo()).toMatchObject({ perConto: "12345678903", anagrafica: { tipo: "G", anagrafica: "Edil Fiore S.r.l." } });
  const uscita = await browser.go("/utente/v1/logout/inizio");
  expect(uscita.headers.get("location")).toContain(`${base}/sandbox/cittadini/spid/uscita?`);
  expect((await browser.go("/utente/v1/profilo")).status).toBe(401);
  const mentito = openBrowser(base);
  expect([(await loginCittadino(mentito, "mario.rossi", "nonce")).status, mentito.cookies.has("fiorino-cittadino")]).toEqual([401, false]);
};

export const runAccessi = async ({ base, applicazione }: Macchina): Promise<void> => {
  await runOidc(base);
  await runCittadino(base);
  await runToken(base, applicazione);
};
