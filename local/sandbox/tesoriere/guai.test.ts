import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addAvviso, type Banco, COMUNE, IBAN_COMUNE, IBAN_POSTALE, openBanco } from "../prove/banco.ts";

let banco: Banco;
/** Numbers of the credits of the two PSPs on the creditor's account: 30.35 and 7.00. */
let primo = 0;
let secondo = 0;
beforeEach(async () => {
  banco = await openBanco();
  for (const [numero, importo, psp] of [
    [1, 3_035n, "ABI99001"],
    [2, 700n, "FIOPIT2F"],
  ] as const)
    await banco.json("POST", "/sandbox/psp/pagamenti", {
      idDominio: COMUNE,
      numeroAvviso: addAvviso(banco, numero, importo, IBAN_COMUNE),
      psp,
    });
  await banco.json("POST", "/sandbox/psp/rendicontazione", {});
  [primo = 0, secondo = 0] = (await movimenti()).map(({ numero }) => Number(numero));
});
afterEach(() => banco.close());

const movimenti = async () =>
  Array.from(Object((await banco.json("GET", `/sandbox/tesoriere/movimenti?idDominio=${COMUNE}`)).corpo).movimenti, Object);
const combina = (guaio: object) => banco.json("POST", "/sandbox/tesoriere/guai", guaio);
const importi = async () => (await movimenti()).map(({ importo }) => importo);
const causali = async () => (await movimenti()).map(({ causale }) => String(causale));
const giornale = async (formato: string, altro = "") =>
  (await banco.chiedi("GET", `/sandbox/tesoriere/giornale-di-cassa?idDominio=${COMUNE}&formato=${formato}${altro}`)).text();

describe("i guai del tesoriere", () => {
  it.each<[string, () => object, readonly number[]]>([
    ["spezza un accredito", () => ({ tipo: "spezza", numero: primo, centesimi: 1_000 }), [20.35, 7, 10]],
    ["ne unisce due", () => ({ tipo: "unisci", numeri: [primo, secondo] }), [37.35]],
    ["accredita di meno", () => ({ tipo: "meno", numero: primo, centesimi: 5 }), [30.3, 7]],
    ["integra ciò che mancava", () => ({ tipo: "integra", numero: primo, centesimi: 5, giorno: "2026-03-04" }), [30.35, 7, 0.05]],
    ["accredita due volte", () => ({ tipo: "raddoppia", numero: secondo }), [30.35, 7, 7]],
    [
      "aggiunge denaro di altri",
      () => ({ tipo: "estraneo", idDominio: COMUNE, centesimi: 99, causale: "AFFITTO", giorno: "2026-03-03" }),
      [30.35, 7, 0.99],
    ],
  ])("%s", async (_cosa, guaio, attesi) => {
    expect((await combina(guaio())).stato).toBe(200);
    expect(await importi()).toEqual(attesi);
  });

  it("unito, l'accredito nomina tutti i flussi", async () => {
    const prima = await causali();
    await combina({ tipo: "unisci", numeri: [primo, secondo] });
    expect(await causali()).toEqual([prima.join(" ")]);
  });

  it("troncata o riscritta, la causale perde anche il TRN", async () => {
    const [intera = ""] = await causali();
    await combina({ tipo: "tronca", numero: primo, caratteri: 3 });
    await combina({ tipo: "causale", numero: secondo, causale: "BONIFICO" });
    expect(await causali()).toEqual([intera.slice(0, -3), "BONIFICO"]);
    expect((await movimenti()).map(({ trn }) => String(trn).slice(0, 2))).toEqual(["BT", "BT"]);
  });

  it("stornato, OPI lo racconta con due righe che si annullano e gli altri formati tacciono", async () => {
    await combina({ tipo: "storna", numero: primo });
    const opi = await giornale("opi");
    expect(opi.match(/<tipo_operazione>\w+/g)).toEqual(["ESEGUITO", "STORNATO", "ESEGUITO"].map((tipo) => `<tipo_operazione>${tipo}`));
    expect(opi).toContain("<totale_complessivo_entrate>7.00");
    expect(await giornale("banca")).not.toContain("30,35");
  });

  it.each<[string, object, number]>([
    ["un movimento che non c'è", { tipo: "meno", numero: 999, centesimi: 1 }, 404],
    ["più di quanto vale", { tipo: "meno", numero: 1, centesimi: 99_999 }, 422],
    ["un conto di altri", { tipo: "estraneo", idDominio: COMUNE, iban: "IT00X", centesimi: 1, causale: "X" }, 404],
    ["un guaio sconosciuto", { tipo: "incendio", numero: 1 }, 400],
  ])("rifiuta %s", async (_cosa, guaio, stato) => {
    expect((await combina(guaio)).stato).toBe(stato);
    expect(await importi()).toEqual([30.35, 7]);
  });
});

it.each([
  ["poste", IBAN_POSTALE, [`Conto BancoPosta;${IBAN_POSTALE}`, "Data Contabile;Data Valuta;Addebiti;Accrediti;Descrizione operazioni"]],
  ["banca", IBAN_COMUNE, [`Rapporto;${IBAN_COMUNE}`, "Op. del;Val. del;Euro;D/A;Note operazione;Eseguito da"]],
])("il foglio %s di un conto solo", async (formato, conto, testata) => {
  const righe = (await giornale(formato, `&conto=${conto}`)).split("\r\n");
  expect(righe.slice(0, 2)).toEqual(testata);
  expect(righe.some((riga) => riga.startsWith("03/03/2026;03/03/2026;30,35;A;/PUR/LGPE-RIVERSAMENTO"))).toBe(formato === "banca");
});

it("racconta solo in OPI la reversale che copre i sospesi, e il suo annullamento", async () => {
  expect((await combina({ tipo: "ripristina", idDominio: COMUNE, reversale: 101 })).stato).toBe(404);
  expect((await combina({ tipo: "regolarizza", numeri: [primo, secondo], reversale: 101, giorno: "2026-03-10" })).stato).toBe(200);
  const eseguita = await giornale("opi", "&data=2026-03-10");
  expect(eseguita).toContain(
    "<tipo_documento>REVERSALE</tipo_documento><tipo_operazione>REGOLARIZZATO</tipo_operazione><numero_documento>101<",
  );
  expect(eseguita).toContain(`<numero_provvisorio>${primo}</numero_provvisorio><importo_provvisorio>30.35</importo_provvisorio>`);
  expect((await combina({ tipo: "ripristina", idDominio: COMUNE, reversale: 101, giorno: "2026-03-10" })).stato).toBe(200);
  expect((await giornale("opi", "&data=2026-03-10")).split("RIPRISTINATO")).toHaveLength(3);
  expect(await giornale("csv", "&data=2026-03-10")).not.toContain("101");
  expect(await importi()).toEqual([30.35, 7]);
});
