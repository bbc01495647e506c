import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMessaggio } from "../../../local/sandbox/comunicazioni/messaggio.ts";
import { type GuastoPosta, type Raccolto, type ServerPosta, startServerPosta } from "../../../local/sandbox/comunicazioni/server-posta.ts";
import { readIdMessaggioPec } from "../../domain/promemoria/ricevuta-pec.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createCanaleEmail } from "./canale-email.ts";
import { createCanalePec } from "./canale-pec.ts";
import { composeMessaggio } from "./messaggio-mime.ts";
import { createSmtp } from "./smtp.ts";

const raccolti: Raccolto[] = [];
let server: ServerPosta;
beforeAll(async () => {
  server = await startServerPosta(0, (raccolto) => raccolti.push(raccolto));
});
afterAll(() => server.close());

const ADESSO = "2026-11-25T09:00:00.000Z";
const canale = (guardia: readonly string[] = ["127.0.0.1"]) =>
  createCanaleEmail({ smtp: createSmtp(guardia), segreti: { get: async () => ({ valori: ["p"] }) }, clock: createClockFermo(ADESSO) });
const mailserver = (attesa = 10_000) => ({
  ...{ host: "127.0.0.1", port: server.port, username: "u", password: "segreto:posta", from: "pagamenti@comune.example" },
  ...{ readTimeout: attesa, connectionTimeout: attesa, startTls: false },
});
const busta = (altro = {}) => ({
  ...{ id: "b1", email: "mario@example.it", codiceFiscale: "RSSMRA80A01H501U", oggetto: "Avviso: città € 1", testo: "Perché sì.\n.\nFine" },
  ...{ mittente: "Comune di Bòrgo", impostazioni: { mailserver: mailserver() }, ...altro },
});

describe("a message by mail", () => {
  it("arrives whole, with its attachment", async () => {
    const allegata = { nomeFile: "avviso 1.pdf", byte: Uint8Array.from({ length: 5_000 }, (_vuoto, i) => i % 256) };
    expect(await canale().send(busta({ allegata }))).toEqual({ esito: "spedito" });
    const { da, a, messaggio } = raccolti.at(-1) ?? { da: "", a: [], messaggio: "" };
    expect([da, a]).toEqual(["pagamenti@comune.example", ["mario@example.it"]]);
    const letto = readMessaggio(messaggio);
    expect(letto).toMatchObject({
      oggetto: "Avviso: città € 1",
      testo: "Perché sì.\n.\nFine",
      mittente: "Comune di Bòrgo <pagamenti@comune.example>",
    });
    expect(letto.allegati.map(({ nome, byte }) => [nome, Buffer.compare(byte, Buffer.from(allegata.byte))])).toEqual([["avviso_1.pdf", 0]]);
    expect(messaggio.split("\r\n").every((riga) => riga.length <= 200 && /^[\x20-\x7e\t]*$/.test(riga))).toBe(true);
  });

  it("has the same name whenever it is the same message", () => {
    const componi = (id: string) =>
      composeMessaggio({ ...{ id, da: { nome: "X", indirizzo: "a@b.it" }, a: "c@d.it", oggetto: "o", testo: "t", data: ADESSO } });
    expect(componi("1")).toBe(componi("1"));
    expect(componi("1")).not.toBe(componi("2"));
  });

  it("cannot be given a header by who wrote the subject or the name", async () => {
    await canale().send(busta({ oggetto: "Ciao\r\nBcc: tutti@example.it\r\n\r\nAltro", mittente: "X\r\nBcc: altri@example.it" }));
    const messaggio = raccolti.at(-1)?.messaggio ?? "";
    expect(messaggio.split("\r\n\r\n")[0]).not.toMatch(/^bcc:/im);
    expect(raccolti.at(-1)?.a).toEqual(["mario@example.it"]);
  });

  it("shows in HTML the text and nothing else", async () => {
    await canale().send(busta({ testo: '<img src=x onerror="alert(1)"> & <a href="https://x.example">qui</a>' }));
    const html = (raccolti.at(-1)?.messaggio ?? "").split("text/html")[1]?.split("\r\n\r\n")[1]?.split("\r\n--")[0] ?? "";
    const testo = Buffer.from(html, "base64").toString("utf8");
    expect(testo).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &lt;a");
    expect(testo).not.toMatch(/<(img|a|script)\b/);
  });

  it.each(["a@b.it>\r\nRCPT TO:<c@d.it", "due@at@x.it", "spazio @x.it", "", "à@x.it"])("does not leave for «%s»", async (email) => {
    const prima = raccolti.length;
    expect((await canale().send(busta({ email }))).esito).toBe("irraggiungibile");
    expect(raccolti).toHaveLength(prima);
  });

  it.each<[GuastoPosta, string]>([
    ["rifiuta", "rifiutato"],
    ["occupato", "riprova"],
    ["silenzio", "incerto"],
    ["chiude", "incerto"],
  ])("with a server that %s ends as %s, without the address in what is said", async (guasto, esito) => {
    server.fail(guasto);
    // Only who says nothing makes one wait.
    const risposta = await canale().send(busta({ impostazioni: { mailserver: mailserver(guasto === "silenzio" ? 500 : undefined) } }));
    server.fail(undefined);
    expect(risposta.esito).toBe(esito);
    expect(JSON.stringify(risposta)).not.toContain("mario");
  });

  it("is tried again when nobody listens, and never goes where it must not", async () => {
    expect(await canale().send(busta({ impostazioni: { mailserver: { ...mailserver(), port: 9 } } }))).toMatchObject({ esito: "riprova" });
    expect(await canale([]).send(busta())).toMatchObject({ esito: "riprova", dettaglio: expect.stringContaining("non ammesso") });
    const lontano = { ...mailserver(), host: "mail.example.org" };
    expect(await canale([]).send(busta({ impostazioni: { mailserver: lontano } }))).toMatchObject({
      dettaglio: expect.stringContaining("TLS"),
    });
  });
});

describe("a message by certified mail", () => {
  const casella = () => ({
    host: "127.0.0.1",
    port: server.port,
    username: "u",
    segreto: "segreto:pec",
    from: "ente@pec.example",
    inChiaro: true,
  });
  const pec = (
    guardia: readonly string[] = ["127.0.0.1"],
    segreto: { readonly valori: string[]; readonly host?: string } = { valori: ["p"] },
  ) => createCanalePec({ smtp: createSmtp(guardia), segreti: { get: async () => segreto }, clock: createClockFermo(ADESSO) });
  const ID = "01234567897.01000000000000123.AVVISO_PAGAMENTO.PEC.2";
  const manda = (altro = {}) => ({ ...busta({ id: ID, pec: "mario@pec.example", impostazioni: casella() }), ...altro });

  it("leaves from the mailbox of the creditor to the certified address, with a name that its receipts bring back", async () => {
    expect(await pec().send(manda())).toEqual({ esito: "spedito" });
    const { da, a, messaggio } = raccolti.at(-1) ?? { da: "", a: [], messaggio: "" };
    expect([da, a]).toEqual(["ente@pec.example", ["mario@pec.example"]]);
    const [, nome = ""] = /^Message-ID: <([^>]+)>/im.exec(messaggio) ?? [];
    expect(readIdMessaggioPec(nome)).toEqual({ idDominio: "01234567897", iuv: "01000000000000123", id: "AVVISO_PAGAMENTO.PEC", giro: 2 });
  });

  it.each<[string, () => ReturnType<ReturnType<typeof pec>["send"]>, string]>([
    ["without an address", () => pec().send(manda({ pec: "non un indirizzo" })), "irraggiungibile"],
    ["without a mailbox", () => pec().send(manda({ impostazioni: { abilitato: false } })), "riprova"],
    ["with the password of another host", () => pec(undefined, { valori: ["p"], host: "altro.example" }).send(manda()), "riprova"],
    ["in the clear outside", () => pec([]).send(manda()), "riprova"],
  ])("does not leave %s", async (_nome, send, esito) => {
    const prima = raccolti.length;
    expect([(await send()).esito, raccolti.length]).toEqual([esito, prima]);
  });
});
