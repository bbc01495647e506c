/** The table of the magic values, and the debts that its buttons make. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TESTI_PROVA } from "../../../shared/domain/prova/testi.ts";
import { VALORI_MAGICI, type ValoreMagico } from "../../../shared/domain/prova/valori-magici.ts";
import { formatEuro } from "../comune/importi.ts";
import { addAvviso, avviso, type Banco, COMUNE, openBanco, UNIONE } from "../prove/banco.ts";

let banco: Banco;
let caricate: string[];
/** What the gateway answers to the creation of a payment. */
let pagamento: { stato: number; corpo: object };

beforeEach(async () => {
  banco = await openBanco();
  caricate = [];
  pagamento = { stato: 201, corpo: { redirect: "http://127.0.0.1/checkout" } };
  const sandbox = banco.gateway.altri;
  banco.gateway.altri = async (req, res) => {
    const url = req.url ?? "";
    const di = (stato: number, corpo: object): true => {
      res.writeHead(stato, { "content-type": "application/json" }).end(JSON.stringify(corpo));
      return true;
    };
    if (url.startsWith("/pagamento/")) return di(pagamento.stato, pagamento.corpo);
    if (!url.startsWith("/pendenze/")) return (await sandbox?.(req, res)) ?? false;
    if (req.method === "GET") return di(200, { stato: "NON_ESEGUITA" });
    caricate.push(await text(req));
    return di(201, { numeroAvviso: avviso(1) });
  };
});
afterEach(() => banco.close());

const prova = (esito: string, query = "") => banco.chiedi("POST", `/sandbox/valori/${esito}/prova${query}`);
const luogo = (risposta: Response): string => risposta.headers.get("location") ?? "";

describe("la tabella", () => {
  it.each([
    ["it", ""],
    ["en", "?lingua=en"],
  ] as const)("in %s ha ogni valore, che cosa accade e un bottone per provarlo", async (lingua, query) => {
    const pagina = await (await banco.chiedi("GET", `/sandbox/valori${query}`)).text();
    expect(pagina).toContain(`<html lang="${lingua}">`);
    for (const { esito } of VALORI_MAGICI) {
      expect(pagina).toContain(TESTI_PROVA[esito][lingua].replaceAll("'", "&apos;"));
      expect(pagina).toContain(`action="/sandbox/valori/${esito}/prova${query}"`);
    }
    expect(pagina).toContain("7.101,77 €");
  });

  it("i programmi la leggono in JSON", async () => {
    const { corpo } = await banco.json("GET", "/sandbox/valori/elenco");
    expect(Object.values(corpo["valori"] ?? {})).toHaveLength(VALORI_MAGICI.length);
    expect(corpo["valori"]?.["0"]).toMatchObject({ esito: "PAGATO", importo: 7101.77, descrizione: TESTI_PROVA.PAGATO });
  });
});

it("la guida di chi integra ha la stessa tabella", () => {
  const guida = readFileSync(new URL("../../../docs/integrazione/prove.md", import.meta.url), "utf8");
  for (const voce of VALORI_MAGICI) {
    const valore: ValoreMagico = voce;
    const riga = guida.split("\n").find((testo) => testo.startsWith(`| ${voce.esito} |`)) ?? "";
    const importo = valore.importo === undefined ? undefined : formatEuro(valore.importo).replace(" €", "");
    for (const parte of [importo, valore.codiceFiscale, valore.posta, TESTI_PROVA[voce.esito].it]) expect(riga).toContain(parte ?? "");
  }
});

describe("il bottone", () => {
  it.each([
    ["RIFIUTATO", COMUNE, "LIBERO", /"importo":7102\.77,.*"identificativo":"RSSMRA85T10A562S"/],
    ["APPIO_NON_ATTIVA", UNIONE, "MENSA", /"importo":25\.00,.*"identificativo":"PRVNTA80A01A562X"/],
    ["POSTA_PIENA", UNIONE, "MENSA", /"email":"piena@prova\.example"/],
  ])("%s carica una pendenza con quel valore e la apre", async (esito, idDominio, tipo, corpo) => {
    const aperta = luogo(await prova(esito));
    expect(aperta).toBe(`/sandbox/valori/prove/PROVA-${esito}-1`);
    expect(caricate).toEqual([expect.stringMatching(corpo)]);
    expect(JSON.parse(caricate[0] ?? "")).toMatchObject({ idDominio, idTipoPendenza: tipo });
    const pagina = await (await banco.chiedi("GET", aperta)).text();
    for (const atteso of [avviso(1), "NON_ESEGUITA", `action="${aperta}/sportello"`]) expect(pagina).toContain(atteso);
  });

  it("tiene la lingua della pagina, e a un programma risponde in JSON", async () => {
    expect(luogo(await prova("RIFIUTATO", "?lingua=en"))).toBe("/sandbox/valori/prove/PROVA-RIFIUTATO-1?lingua=en");
    const creata = await banco.json("POST", "/sandbox/valori/RIFIUTATO/prova", undefined, { accept: "application/json" });
    expect(creata).toMatchObject({ stato: 201, corpo: { idPendenza: "PROVA-RIFIUTATO-2", numeroAvviso: avviso(1), importo: 7102.77 } });
  });

  it("sconosciuto: 404", async () => {
    for (const percorso of ["INVENTATO/prova", "prove/PROVA-INVENTATA/sportello"])
      expect((await banco.chiedi("POST", `/sandbox/valori/${percorso}`)).status).toBe(404);
  });
});

describe("la pendenza aperta", () => {
  const apri = async (esito: string): Promise<string> => luogo(await prova(esito));
  const premi = async (aperta: string, azione: string): Promise<string> => {
    await banco.chiedi("POST", `${aperta}/${azione}`);
    return (await banco.chiedi("GET", aperta)).text();
  };

  it("si paga allo sportello e si rendiconta, e ogni volta si legge che cosa ne è stato", async () => {
    const aperta = await apri("FLUSSO_ASSENTE");
    addAvviso(banco, 1, 740_177n);
    expect(await premi(aperta, "sportello")).toContain("OK, ricevuta ");
    expect(await premi(aperta, "sportello")).toContain("KO PPT_PAGAMENTO_DUPLICATO");
    expect(await premi(aperta, "rendicontazione")).toMatch(/0 flussi, 1 accrediti; .*il flusso non è pubblicato/);
  });

  it("si paga con Checkout, o dice perché no", async () => {
    const aperta = await apri("CHECKOUT_GUASTO");
    expect(luogo(await banco.chiedi("POST", `${aperta}/checkout`))).toBe("http://127.0.0.1/checkout");
    pagamento = { stato: 502, corpo: { descrizione: "Checkout non risponde", dettaglio: "<b>502</b>" } };
    expect(luogo(await banco.chiedi("POST", `${aperta}/checkout`))).toBe(aperta);
    expect(await (await banco.chiedi("GET", aperta)).text()).toContain("502 Checkout non risponde: &lt;b&gt;502&lt;/b&gt;");
  });
});
