import { describe, expect, it } from "vitest";
import { ok } from "../../domain/esito.ts";
import type { Segreti } from "../../ports/segreti.ts";
import type { HttpClient, RichiestaHttp } from "./client.ts";
import { withSegreti } from "./segreti-uscite.ts";

const CHIAVE = "Ocp-Apim-Subscription-Key";

/** `memoria` is what was read before, `attuali` what the store holds now; the other side takes only `accettata`. */
const prepara = ({ memoria, attuali, accettata }: { memoria: readonly string[]; attuali: readonly string[]; accettata: string }) => {
  const viste: RichiestaHttp[] = [];
  const letture: boolean[] = [];
  let ricordati = memoria;
  const segreti: Segreti = {
    get: async (nome, fresco = false) => {
      letture.push(fresco);
      if (nome === "guasto") throw new Error("il deposito dei segreti non risponde");
      if (nome === "legato") return { valori: ["a"], host: "api.platform.pagopa.it" };
      if (nome !== "fdr") return undefined;
      if (fresco) ricordati = attuali;
      return { valori: ricordati };
    },
  };
  const http: HttpClient = {
    request: async (richiesta) => {
      viste.push(richiesta);
      return ok({ status: richiesta.headers?.[CHIAVE] === accettata ? 200 : 401, headers: {}, testo: "" });
    },
  };
  const client = withSegreti(http, segreti);
  const request = (campi: Partial<RichiestaHttp> = {}) =>
    client.request({ method: "GET", url: "https://x.example", timeoutMillisecondi: 5_000, headers: { [CHIAVE]: "segreto:fdr" }, ...campi });
  return { request, viste, letture, chiavi: () => viste.map(({ headers }) => headers?.[CHIAVE]) };
};

describe("i riferimenti ai segreti", () => {
  it("diventano valori un attimo prima di partire", async () => {
    const { request, chiavi } = prepara({ memoria: ["prima", "seconda"], attuali: [], accettata: "prima" });
    expect(await request()).toMatchObject({ valore: { status: 200 } });
    expect(chiavi()).toEqual(["prima"]);
  });

  it("una chiave ruotata si rilegge e si riprova, una volta", async () => {
    const { request, chiavi, letture } = prepara({ memoria: ["vecchia"], attuali: ["nuova"], accettata: "nuova" });
    expect(await request()).toMatchObject({ valore: { status: 200 } });
    expect(chiavi()).toEqual(["vecchia", "nuova"]);
    expect(letture).toEqual([false, true]);
  });

  it("se la primaria è revocata vale la secondaria, e la volta dopo si parte da quella", async () => {
    const { request, chiavi } = prepara({ memoria: ["prima", "seconda"], attuali: ["prima", "seconda"], accettata: "seconda" });
    expect(await request()).toMatchObject({ valore: { status: 200 } });
    expect(await request()).toMatchObject({ valore: { status: 200 } });
    expect(chiavi()).toEqual(["prima", "seconda", "seconda"]);
  });

  it("se nessuna vale resta il rifiuto, senza ripetere la stessa chiave", async () => {
    const { request, chiavi } = prepara({ memoria: ["sola"], attuali: ["sola"], accettata: "altra" });
    expect(await request()).toMatchObject({ valore: { status: 401 } });
    expect(chiavi()).toEqual(["sola"]);
  });

  it.each(["ignoto", "guasto"])("un segreto %s non fa partire nulla", async (nome) => {
    const { request, viste } = prepara({ memoria: ["a"], attuali: ["a"], accettata: "a" });
    const esito = await request({ headers: { [CHIAVE]: `segreto:${nome}` } });
    expect(esito).toMatchObject({ ok: false, errore: { causa: "rete", maiPartita: true, dettaglio: expect.stringContaining(nome) } });
    expect(viste).toEqual([]);
  });

  it("un segreto legato a un host non va altrove, qualunque indirizzo si scriva in anagrafica", async () => {
    const { request, viste } = prepara({ memoria: [], attuali: [], accettata: "a" });
    const headers = { [CHIAVE]: "segreto:legato" };
    expect(await request({ headers })).toMatchObject({ ok: false, errore: { dettaglio: expect.stringContaining("x.example") } });
    expect(viste).toEqual([]);
    expect(await request({ headers, url: "https://api.platform.pagopa.it/fdr" })).toMatchObject({ valore: { status: 200 } });
  });

  it("senza riferimenti non si legge nulla", async () => {
    const { request, letture } = prepara({ memoria: [], attuali: [], accettata: "chiara" });
    await request({ headers: { [CHIAVE]: "chiara" } });
    expect(letture).toEqual([]);
  });

  it.each([
    [{ tipo: "basic", username: "u", password: "segreto:fdr" }, { password: "prima" }],
    [{ tipo: "header", headerName: "X", headerValue: "segreto:fdr" }, { headerValue: "prima" }],
    [{ tipo: "apikey", apiId: "i", apiKey: "segreto:fdr" }, { apiKey: "prima" }],
    [{ tipo: "oauth2", clientId: "c", clientSecret: "segreto:fdr", urlTokenEndpoint: "https://t" }, { clientSecret: "prima" }],
  ] as const)("anche in auth %j", async (auth, atteso) => {
    const { request, viste } = prepara({ memoria: ["prima"], attuali: [], accettata: "-" });
    await request({ headers: {}, auth });
    expect(viste[0]?.auth).toMatchObject(atteso);
  });
});
