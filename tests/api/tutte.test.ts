/** What every operation owes to whoever calls it wrongly, walked over the whole registry: no operation can be born without these answers. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operazioni } from "../../shared/contracts/index.ts";
import type { Operazione, TipoChiamante } from "../../shared/contracts/operation.ts";
import { findCampione } from "../sostegno/campioni.ts";
import { type AmbienteApi, type Chiamata, cittadino, createAmbiente } from "./ambiente.ts";

const CHIAMANTI: Readonly<Record<Exclude<TipoChiamante, "anonimo" | "cittadino">, string>> = {
  applicazione: "gest-tributi",
  operatore: "amministratore",
  nodo: "nodo",
};
/** Limit of a body when the contract gives none. */
const CORPO_PREDEFINITO_KILOBYTE = 512;

const tutte = Object.values(operazioni).flat();
const nome = ({ api, id }: Operazione): string => `${api}/${id}`;
const elenco = (scelte: readonly Operazione[]): (readonly [string, Operazione])[] =>
  scelte.map((operazione) => [nome(operazione), operazione]);

/** Somebody that the operation names: the default caller, a citizen where only citizens come, nobody where there is nobody to name. */
const ammessoDa = ({ auth }: Operazione): Pick<Chiamata, "as"> => {
  if (auth.some((tipo) => tipo === "applicazione" || tipo === "operatore")) return {};
  return { as: auth.includes("cittadino") ? cittadino("RSSMRA85T10A562S") : null };
};

const chiaviDi = (operazione: Operazione): Chiamata => {
  const { pathParameters, queryStringParameters, headers, body } = findCampione(nome(operazione));
  return {
    ...ammessoDa(operazione),
    params: pathParameters ?? {},
    query: queryStringParameters ?? {},
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  };
};

/** The body of the sample with a field that nobody expects, in its first element when it is a list. */
const withInatteso = (body: unknown): unknown =>
  Array.isArray(body) ? [{ ...body[0], campoInatteso: 1 }, ...body.slice(1)] : { ...Object(body), campoInatteso: 1 };

describe("every operation", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
  });
  afterAll(() => ambiente.stop());

  it.each(elenco(tutte.filter(({ auth }) => !auth.includes("anonimo"))))(
    "%s answers 401 to whoever does not say who it is",
    async (operazione) => {
      const { status, headers, body } = await ambiente.invoke(operazione, { as: null });
      expect(status).toBe(401);
      expect(headers["www-authenticate"]).toMatch(/^Basic /);
      expect(body).toMatchObject({ categoria: "AUTORIZZAZIONE", codice: "401" });
    },
  );

  it.each(elenco(tutte))("%s answers 403 to every kind of caller that it does not name", async (operazione, { auth }) => {
    const estranei = (["applicazione", "operatore", "nodo"] as const).filter((tipo) => !auth.includes(tipo));
    const esiti = await Promise.all(estranei.map((tipo) => ambiente.invoke(operazione, { as: CHIAMANTI[tipo] })));
    expect(esiti.map(({ status }) => status)).toEqual(estranei.map(() => 403));
  });

  it.each(elenco(tutte.filter(({ acl }) => acl !== undefined)))(
    "%s answers 403 to a caller without the right, naming it",
    async (operazione, { auth, acl }) => {
      const privo = auth.includes("applicazione") ? "senza-diritti" : "operatore-limitato";
      // The limited operator may read the registry of creditors, and nothing else.
      const puo = privo === "operatore-limitato" && acl?.servizi.includes("Anagrafica Creditore") && acl.diritto === "R";
      const { status, body } = await ambiente.invoke(operazione, { as: privo });
      if (puo) expect(status).not.toBe(403);
      else expect([status, body["codice"], body["dettaglio"]]).toEqual([403, "403000", expect.stringContaining(acl?.servizi[0] ?? "?")]);
    },
  );

  it.each(elenco(tutte.filter(({ body }) => body !== undefined)))(
    "%s answers 400 to a body that is not JSON",
    async (operazione, contratto) => {
      const esiti = await Promise.all(
        ["", "{", "<xml/>", '{"a":1}{'].map((body) => ambiente.invoke(operazione, { ...ammessoDa(contratto), body })),
      );
      expect(esiti.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
      expect(esiti.at(-1)?.body).toMatchObject({ categoria: "RICHIESTA", codice: "SINTASSI", dettaglio: expect.stringContaining("JSON") });
    },
  );

  // The data of a form are free: what they may be is said by the debt type.
  it.each(elenco(tutte.filter(({ body }) => body !== undefined && body._zod.def.type !== "record")))(
    "%s answers 400 to a field that it does not know, naming it",
    async (operazione, contratto) => {
      const chiavi = chiaviDi(contratto);
      const { status, body } = await ambiente.invoke(operazione, { ...chiavi, body: withInatteso(chiavi.body) });
      expect([status, body["dettaglio"]]).toEqual([400, expect.stringContaining("campoInatteso")]);
    },
  );

  it.each(elenco(tutte.filter(({ corpoGrezzo }) => corpoGrezzo !== undefined)))(
    "%s answers 400 to a file of another kind, saying which it takes",
    async (operazione, contratto) => {
      const headers = { "content-type": "image/png" };
      const { status, body } = await ambiente.invoke(operazione, { ...chiaviDi(contratto), headers, body: "x" });
      expect([status, body["dettaglio"]]).toEqual([400, expect.stringContaining(contratto.corpoGrezzo?.[0] ?? "?")]);
    },
  );

  it.each(elenco(tutte.filter(({ body, corpoGrezzo }) => body === undefined && corpoGrezzo === undefined)))(
    "%s answers 400 to a body that it does not expect",
    async (operazione, contratto) => {
      const { status, body } = await ambiente.invoke(operazione, { ...chiaviDi(contratto), body: {} });
      expect([status, body["codice"]]).toEqual([400, "SINTASSI"]);
    },
  );

  // The return of a login keeps whatever query it was called with (reference 1.10).
  const conParametri = tutte.filter(({ query }) => query?._zod.def.catchall?._zod.def.type !== "string");
  it.each(elenco(conParametri))("%s answers 400 to a parameter that it does not know, naming it", async (operazione, contratto) => {
    const chiavi = chiaviDi(contratto);
    const { status, body } = await ambiente.invoke(operazione, { ...chiavi, query: { ...chiavi.query, parametroInatteso: "1" } });
    expect([status, body["dettaglio"]]).toEqual([400, expect.stringContaining("parametroInatteso")]);
  });

  it.each(elenco(tutte.filter(({ path }) => path.includes("{"))))(
    "%s never fails with keys that cannot be",
    async (operazione, contratto) => {
      const { params = {}, ...resto } = chiaviDi(contratto);
      const impossibili = ["\u0000", "x".repeat(5_000), "../../etc/passwd", "#", "A2A#x#y"];
      const esiti = await Promise.all(
        impossibili.map((valore) =>
          ambiente.invoke(operazione, { ...resto, params: Object.fromEntries(Object.keys(params).map((chiave) => [chiave, valore])) }),
        ),
      );
      expect(esiti.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    },
  );

  it.each(elenco(tutte))("%s answers 413 to a body over its limit, saying which", async (operazione, contratto) => {
    const massimo = contratto.limiti?.bodyKilobytes ?? CORPO_PREDEFINITO_KILOBYTE;
    const { status, body } = await ambiente.invoke(operazione, { ...ammessoDa(contratto), body: `"${"x".repeat(massimo * 1024)}"` });
    expect([status, body["dettaglio"]]).toEqual([413, expect.stringContaining(`${massimo} kB`)]);
  });

  it.each(elenco(tutte))("%s has samples that its contract accepts", async (_nome, contratto) => {
    const { params, query, body } = chiaviDi(contratto);
    expect(contratto.params?.safeParse(params).error).toBeUndefined();
    expect(contratto.query?.safeParse(query).error).toBeUndefined();
    expect(contratto.body?.safeParse(body).error).toBeUndefined();
  });
});
