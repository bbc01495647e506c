/** "backoffice/findEnumerazioniVersioneConnettore", "backoffice/findEnumerazioniServiziACL"; and "backoffice/getLogoDominio". */
import { describe, expect, it } from "vitest";
import { SERVIZI_ACL } from "../../../shared/contracts/operation.ts";
import { COMUNE, STAZIONE } from "../../sostegno/anagrafica.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();

describe("GET /enumerazioni", () => {
  it("names the versions of the connector and the services of the ACL", async () => {
    expect(JSON.parse((await prova.invoke("findEnumerazioniVersioneConnettore")).testo)).toEqual(["REST v1", "REST v2"]);
    expect(JSON.parse((await prova.invoke("findEnumerazioniServiziACL", { as: LIMITATO })).testo)).toEqual([...SERVIZI_ACL]);
  });
});

describe("GET /domini/{idDominio}/logo", () => {
  const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const svg = btoa('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>');
  const save = (logo: string | undefined) =>
    prova.invoke("addDominio", {
      params: { idDominio: "11223344556" },
      body: { ragioneSociale: "Comune", gln: "8000000000019", stazione: STAZIONE, auxDigit: "0", scaricaFr: true, abilitato: true, logo },
    });
  const leggi = (as?: string) => prova.invoke("getLogoDominio", { params: { idDominio: "11223344556" }, ...(as !== undefined && { as }) });

  it.each([
    [PNG, "image/png"],
    [svg, "image/svg+xml"],
  ])("answers the bytes of %.20s… as %s", async (logo, tipo) => {
    expect([200, 201]).toContain((await save(logo)).status);
    const { status, headers, bytes } = await leggi();
    expect([status, headers["content-type"], bytes.toString("base64")]).toEqual([200, tipo, logo]);
    expect(headers).toMatchObject({
      etag: expect.stringMatching(/^"\d+"$/),
      "content-security-policy": expect.stringContaining("sandbox"),
    });
  });

  it.each([
    ["not an image", btoa("<html>"), /logo: attesa un'immagine PNG, JPEG o SVG/],
    ["an SVG with a script", btoa("<svg><script>1</script></svg>"), /logo: l'SVG contiene script/],
    ["a truncated image", "iVBORw0KGgo=", /logo: l'immagine è danneggiata/],
  ])("refuses what is %s", async (_caso, logo, atteso) => {
    const { status, body } = await save(logo);
    expect([status, body["dettaglio"]]).toEqual([400, expect.stringMatching(atteso)]);
  });

  it("is not found where there is none, or for who may not see the creditor", async () => {
    await save(PNG);
    expect((await leggi(LIMITATO)).status).toBe(404);
    await save(undefined);
    expect((await leggi()).status).toBe(404);
    expect((await prova.invoke("getLogoDominio", { params: { idDominio: COMUNE } })).status).toBe(404);
  });
});
