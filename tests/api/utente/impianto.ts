/** What the tests of the login share: a provider in a few lines, the configuration that names it, and a browser that goes there and back. */
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { createChiave, type EmittenteDiProva, signToken, startEmittente } from "../../sostegno/identita.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

export const CF = "RSSMRA80A01H501U";
export const AZIENDA = "01234567897";
export const CHIAVE = createChiave("prima");
export const SEGRETO_PROXY = "segreto-del-proxy-di-prova";
export let emittente: EmittenteDiProva;
export let ambiente: AmbienteApi;

export const invoke = (id: string, chiamata: Chiamata = {}): Promise<Esito> => ambiente.invoke(id, { as: null, ...chiamata });

/** What a browser sends back of what an answer set. */
export const cookiesDi = ({ cookies }: Esito): string[] =>
  cookies.flatMap((cookie) => (/; Max-Age=0;/.test(cookie) ? [] : [cookie.split(";")[0] ?? ""]));

export const posizioneDi = ({ headers }: Esito): URL => new URL(headers["location"] ?? "", "http://assente");

export interface Partenza {
  readonly cookies: string[];
  readonly stato: string;
  readonly nonce: string;
}

export const begin = async (query: Record<string, string> = {}): Promise<Partenza> => {
  const esito = await invoke("utente/login", { query });
  expect([esito.status, esito.testo]).toEqual([303, ""]);
  const { searchParams } = posizioneDi(esito);
  expect([searchParams.get("code_challenge_method"), searchParams.get("code_challenge")?.length]).toEqual(["S256", 43]);
  return { cookies: cookiesDi(esito), stato: searchParams.get("state") ?? "", nonce: searchParams.get("nonce") ?? "" };
};

export const buoni = (nonce: string): Record<string, unknown> => {
  const secondi = Math.floor(Date.now() / 1000);
  return {
    ...{
      iss: emittente.url,
      aud: "fiorino-cittadini",
      sub: "spid-1",
      nonce,
      iat: secondi,
      exp: secondi + 300,
      acr: "https://www.spid.gov.it/SpidL2",
    },
    ...{ fiscal_number: `TINIT-${CF}`, given_name: "Maria", family_name: "Rossi" },
  };
};

export const back = ({ cookies, stato }: Partenza, idToken: string | undefined, query: Record<string, string> = {}): Promise<Esito> => {
  emittente.idToken = () => idToken;
  return invoke("utente/completeLogin", { cookies, query: { code: "codice", state: stato, ...query } });
};

/** Cookies of a citizen who has come in. */
export const enter = async (claims: Record<string, unknown> = {}, query: Record<string, string> = {}): Promise<string[]> => {
  const partenza = await begin(query);
  const esito = await back(partenza, signToken(CHIAVE, { ...buoni(partenza.nonce), ...claims }));
  expect([esito.status, esito.body["dettaglio"]]).toEqual([303, undefined]);
  return cookiesDi(esito);
};

export const profilo = (cookies: string[]): Promise<Esito> => invoke("utente/getProfilo", { cookies });

export const start = async (): Promise<void> => {
  emittente = await startEmittente([CHIAVE]);
  ambiente = await createAmbiente({
    FIORINO_CHIAVE_CREDENZIALI: "chiave-delle-prove-di-accesso",
    FIORINO_URL_PUBBLICO: "http://127.0.0.1:8099",
    FIORINO_PROXY_IDENTITA: JSON.stringify({
      intestazione: "x-principal",
      segreto: { intestazione: "x-proxy", sha256: createHash("sha256").update(SEGRETO_PROXY).digest("hex") },
      cittadino: { codiceFiscale: "x-cf", nome: "x-nome" },
    }),
  });
  const client = { id: "fiorino-cittadini" };
  const value = {
    abilitato: true,
    provider: [
      {
        id: "spid",
        nome: "SPID",
        tipo: "SPID",
        emittente: emittente.url,
        client,
        livelloMinimo: 2,
        acr: ["https://www.spid.gov.it/SpidL2"],
        logout: true,
      },
      { id: "solo-b", nome: "Comune B", emittente: `${emittente.url}/b`, client, idDomini: ["99999999990"] },
    ],
    urlLogin: [{ id: "portale", indirizzo: "https://portale.example.it/area#inizio" }],
    urlLogout: [
      { id: "portale", indirizzo: "https://portale.example.it/ciao?da=fiorino" },
      { id: "portale", indirizzo: "https://comune.example.it/uscita", idDominio: "01234567897" },
    ],
  };
  const { status, testo } = await ambiente.invoke("backoffice/updateConfigurazione", {
    body: [{ op: "REPLACE", path: "/accessoCittadini", value }],
  });
  expect([status, status === 200 ? "" : testo]).toEqual([200, ""]);
};
export const stop = async (): Promise<void> => {
  await emittente.stop();
  await ambiente.stop();
};
