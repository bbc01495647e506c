/** What strangers may not do: call without end, be programs, look for the debts of others. The handlers are those deployed. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { toElemento } from "../../../shared/adapters/archivio/mappa.ts";
import { mappaTentativi } from "../../../shared/adapters/archivio/mappe-accessi.ts";
import { operazioni } from "../../../shared/contracts/index.ts";
import type { Operazione } from "../../../shared/contracts/operation.ts";
import { bitAZero } from "../../../shared/domain/accessi/captcha.ts";
import { SOGLIE } from "../../../shared/domain/accessi/ricerche.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type ContatoreDynamo, startContatore } from "../../sostegno/contatore-dynamodb.ts";
import { type AmbienteApi, type Chiamata, cittadino, createAmbiente, type Esito } from "../ambiente.ts";
import { IUV, seedPagamento } from "../pagamento/sostegno.ts";

const AVVISO = `3${IUV}`;
const SUO = "RSSMRA85T10A562S";
const ALTRUI = "VRDGPP80A01F205X";
let ambiente: AmbienteApi;
let contatore: ContatoreDynamo;
let rete = 0;

const invoke = (id: string, chiamata: Chiamata, indirizzo = `198.51.100.${rete}`): Promise<Esito> =>
  ambiente.invoke(id, { as: null, ...chiamata, headers: { "x-forwarded-for": `${indirizzo}, 192.0.2.1`, ...chiamata.headers } });

const solve = async (): Promise<string> => {
  const { body } = await invoke("utente/getMetodiAccesso", {}, `203.0.113.${rete}`);
  const { sfida, difficolta } = body["captcha"] as { sfida: string; difficolta: number };
  for (let n = 0; ; n++) if (bitAZero(createHash("sha256").update(`${sfida}:${n}`).digest()) >= difficolta) return `${sfida}:${n}`;
};

const search = async (query: Record<string, string>, numeroAvviso = AVVISO, indirizzo?: string): Promise<Esito> =>
  invoke("pagamento/getAvviso", { params: { idDominio: COMUNE, numeroAvviso }, query }, indirizzo);

beforeAll(async () => {
  contatore = await startContatore();
  ambiente = await createAmbiente({
    FIORINO_CHIAVE_CREDENZIALI: "chiave-delle-prove-di-protezione",
    FIORINO_LIMITE_ANONIMI: "2,6",
    FIORINO_LIMITE_CITTADINI: "2,6",
    FIORINO_PROXY_NOSTRI: "1",
  });
  contatore.setDestinazione(ambiente.dynamo.endpoint);
  process.env["AWS_ENDPOINT_URL_DYNAMODB"] = contatore.endpoint;
  await seedPagamento(ambiente);
  const value = { abilitato: true, sfida: { difficolta: 8 } };
  const { status } = await ambiente.invoke("backoffice/updateConfigurazione", { body: [{ op: "REPLACE", path: "/hardening", value }] });
  expect(status).toBe(200);
});
afterAll(async () => {
  await ambiente.stop();
  await contatore.stop();
});
beforeEach(() => {
  rete += 1;
});

/** However slow the machine: the bucket fills again while it is emptied. */
const callUntilRefused = async (chiama: (n: number) => Promise<Esito>): Promise<{ accolte: number; rifiutata: Esito }> => {
  for (let accolte = 0; accolte < 100; accolte++) {
    const esito = await chiama(accolte);
    if (esito.status === 429) return { accolte, rifiutata: esito };
    expect(esito.status).toBe(200);
  }
  throw new Error("mai rifiutata");
};

describe("an address from which nobody says who it is", () => {
  it("has a rate, and the others have theirs", async () => {
    const chiama = (indirizzo?: string) => invoke("utente/getMetodiAccesso", {}, indirizzo);
    const { accolte, rifiutata } = await callUntilRefused(() => chiama());
    expect(accolte).toBeGreaterThanOrEqual(6);
    expect(rifiutata).toMatchObject({ headers: { "retry-after": "1" }, body: { codice: "429000" } });
    expect((await chiama("198.51.100.250")).status).toBe(200);
  });

  it("counts with its whole network in IPv6", async () => {
    const { accolte } = await callUntilRefused((n) => invoke("utente/getMetodiAccesso", {}, `2001:db8:0:${rete}:${n}::1`));
    expect(accolte).toBeGreaterThanOrEqual(6);
  });
});

describe("a citizen with its own session", () => {
  it("has a rate of its own, from wherever it calls, and the others have theirs", async () => {
    const chiama = (codiceFiscale: string, da: number) =>
      invoke("pagamento/getProfilo", { as: cittadino(codiceFiscale) }, `198.51.103.${da}`);
    const { accolte, rifiutata } = await callUntilRefused((n) => chiama(SUO, n));
    expect(accolte).toBeGreaterThanOrEqual(6);
    expect(rifiutata).toMatchObject({ headers: { "retry-after": "1" }, body: { codice: "429000" } });
    expect((await chiama(ALTRUI, 0)).status).toBe(200);
  });
});

describe("an anonymous search of a notice", () => {
  it("wants the proof, once", async () => {
    const senza = await search({ idDebitore: SUO });
    expect(senza).toMatchObject({ status: 403, body: { codice: "403001", dettaglio: expect.stringContaining("gRecaptchaResponse") } });
    const gRecaptchaResponse = await solve();
    expect((await search({ idDebitore: SUO, gRecaptchaResponse })).status).toBe(200);
    expect((await search({ idDebitore: SUO, gRecaptchaResponse })).status).toBe(403);
  });

  it("answers and costs the same for a wrong notice and for a wrong tax code", async () => {
    // The instance has read the registry by now.
    for (const avviso of [AVVISO, "301777777777777777"]) await search({ idDebitore: ALTRUI, gRecaptchaResponse: await solve() }, avviso);
    const measure = async (query: Record<string, string>, avviso: string) => {
      const gRecaptchaResponse = await solve();
      contatore.richieste.length = 0;
      const { status, body } = await search({ ...query, gRecaptchaResponse }, avviso);
      return { status, codice: body["codice"], campi: Object.keys(body), richieste: [...contatore.richieste].sort() };
    };
    const altrui = await measure({ idDebitore: ALTRUI }, AVVISO);
    expect(altrui.status).toBe(404);
    expect(await measure({ idDebitore: "GLLMRC91H08F205D" }, "301999999999999999")).toEqual(altrui);
  });

  it("stops after those of somebody who mistypes, and says when to try again", async () => {
    const stati = [];
    for (let n = 0; n <= SOGLIE.oggetto; n++) {
      const indirizzo = `192.0.2.${n + 2}`;
      stati.push((await search({ UUID: `inventato-${n}` }, "301888888888888888", indirizzo)).status);
    }
    expect(stati).toEqual([...Array.from({ length: SOGLIE.oggetto }, () => 404), 429]);
    const fermata = await search({ UUID: "inventato" }, "301888888888888888", "192.0.2.200");
    expect(fermata).toMatchObject({ status: 429, headers: { "retry-after": expect.stringMatching(/^\d{2,4}$/) } });
  });
});

/** Told a notice, a payment code or a tax code, they answer whoever knows it: each has the brake. */
const FRENATE: Readonly<Record<string, (idDebitore: string, prova: string) => Chiamata>> = {
  ...Object.fromEntries(
    ["pagamento/getAvviso", "pagamento-v1/getAvviso", "cittadino/getAvviso"].map((id) => [
      id,
      (idDebitore: string, gRecaptchaResponse: string) => ({
        params: { idDominio: COMUNE, numeroAvviso: AVVISO },
        query: { idDebitore, gRecaptchaResponse },
      }),
    ]),
  ),
  "portale/getAvviso": (_, gRecaptchaResponse) => ({
    params: { idDominio: COMUNE, numeroAvviso: AVVISO },
    query: { UUID: "inventato", gRecaptchaResponse },
  }),
  "portale/findAvviso": (codiceFiscale, gRecaptchaResponse) => ({
    body: { idDominio: COMUNE, numeroAvviso: AVVISO, codiceFiscale, gRecaptchaResponse },
  }),
  ...Object.fromEntries(
    ["pagamento/addPagamento", "pagamento-v1/addPagamento", "portale/addPagamento"].map((id) => [
      id,
      (idDebitore: string, gRecaptchaResponse: string) => ({
        body: { pendenze: [{ idDominio: COMUNE, numeroAvviso: AVVISO, idDebitore }], urlRitorno: "https://portale.example.it/ritorno" },
        query: { gRecaptchaResponse },
      }),
    ]),
  ),
};

/** They answer of the session that made it and of nothing else (pagamento/chiamanti.test.ts): there is nothing to look for. */
const SOLO_DELLA_SESSIONE = [
  ...["getPendenzaByAvviso", "getRpp", "getRpt", "getRt", "findRicevute", "getRicevuta", "findPendenze", "findPagamenti"].map(
    (id) => `pagamento/${id}`,
  ),
  ...["findRicevute", "getRicevuta", "findPendenze"].map((id) => `pagamento-v3/${id}`),
  ...["getRpp", "getRpt", "getRt", "findPendenze", "findPagamenti"].map((id) => `pagamento-v1/${id}`),
  ...["cittadino/getPendenza", "cittadino/getRicevuta", "portale/getRicevuta"],
];
/** The name is not that of a notice. */
const ALTRO = ["cittadino/addPendenzaDaForm"];

describe("the brake on anonymous searches", () => {
  const CHIAVI = /"(numeroAvviso|iuv|idDebitore|codiceFiscale|idVersante|versante)":/;
  const nomiDi = ({ params, query, body }: Operazione): string =>
    [params, query, body]
      .map((schema) => (schema ? JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })) : ""))
      .join();

  it("is on every operation that is told a notice, a payment code or a tax code", () => {
    const dette = Object.values(operazioni)
      .flat()
      .filter((operazione) => operazione.auth.includes("anonimo") && CHIAVI.test(nomiDi(operazione)));
    expect(dette.map(({ api, id }) => `${api}/${id}`).toSorted()).toEqual(
      [...Object.keys(FRENATE), ...SOLO_DELLA_SESSIONE, ...ALTRO].toSorted(),
    );
  });

  it.each(Object.entries(FRENATE))("%s counts what it does not find, and stops at the limit", async (id, chiamataDi) => {
    const ferma = `198.51.101.${rete}`;
    const limite = {
      ...{ versione: 1, principal: "RICERCHE", indirizzo: ferma, falliti: SOGLIE.indirizzo },
      ...{ ultimo: "2026-11-25T09:00:00.000Z", scadeAlle: 9_999_999_999 },
    };
    const prima = await invoke(id, chiamataDi(`ALTRUI${rete}`, await solve()), ferma);
    expect([404, 422]).toContain(prima.status);
    expect(await ambiente.deposito.get("anagrafiche", mappaTentativi.chiave(limite))).toMatchObject({ falliti: 1 });
    await ambiente.deposito.putMany("anagrafiche", [toElemento(mappaTentativi, limite, 2)]);
    expect(await invoke(id, chiamataDi(SUO, await solve()), ferma)).toMatchObject({
      ...{ status: 429, body: { dettaglio: expect.stringContaining("troppe ricerche senza esito") } },
    });
    expect((await invoke(id, chiamataDi(SUO, await solve()), `198.51.102.${rete}`)).status).not.toBe(429);
  });
});
